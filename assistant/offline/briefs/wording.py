"""Wording: what is asked for in the person's words, sorted into things, actions and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.fluency import is_action, is_noun_phrase
from assistant.offline.briefs.prose import tidy, to_you

VERB = re.compile(
    r"^(?:to |them to |him to |her to |if (?:they|you|he|she|it|we) (?:can|could|would|might)? ?|whether (?:they|you) (?:can|could|would)? ?|they |you )?(?P<verb>be |keep |cover|re-?look|look|let|match|increase|raise|bump|move|gross|"
    r"make|give|add|put|change|remove|drop|cut|shorten|extend|allow|send|confirm|check|review|consider|include|close|split|reduce|waive|push|delay|"
    r"reconsider|re-?level|place|count|swap|convert|front-?load|fix|update|issue|write|reimburse|pay|sponsor|provide|share|tell|explain|clarify|limit|guarantee|"
    r"adjust|improve|upgrade|bring|forward|bridge|book|arrange|support|credit|pay)\b(?! of\b)",
    re.IGNORECASE,
)

_ASKS_MESSAGE = re.compile(
    rf"^(?:\w+ ){{0,4}}?(?:{lexicon.MESSAGE_NOUN.replace('letters?|', '')})\b|^(?:\w+ ){{0,2}}?letters? (?:to|for|asking|that|in)\b|^(?:un|eine?n?|uma?) (?:\w+ )?(?:mensaje|correo|mail|nachricht|mensagem|message)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?:\w+ )?(?:one|two|three|four|\d) things?$", re.IGNORECASE)
_MINE = re.compile(
    r"^(?:to )?(?:keep|have|get|start|work|use|bring|take|move|come in|come|leave) (?:to |from |on |at |with )?",
    re.IGNORECASE,
)
_NOT_FOR_THEM = re.compile(
    rf"^(?:not |to say|decline|out of|voicemail|withdraw|accept|say |tell|write|know|be honest|sound|it to sound|reply|answer)\b|\b{lexicon.MESSAGE_NOUN}$|^(?:\w+ )?lawyerly",
    re.IGNORECASE,
)
_NO_ARTICLE = re.compile(
    r"^(?:later|longer|higher|larger|bigger|better|earlier|different|shorter|new|second|written|formal|extra (?:day|week|month))\b",
    re.IGNORECASE,
)
_NO_ASK = re.compile(
    r"^(?:\W|to|for|the|a|an|it|that|this|them|her|him|job|role|company|museum|offer|on paper|email|mail|decline|accept|say no|withdraw|know|hear|wait|think|answer\w*|"
    r"reply|respond|something|more(?: money| time)?|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|you|u)*$",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"^(?:a |an )?(?P<plus>\+ ?)?(?P<number>\d+(?:[.,]\d+)?) ?(?:%|percent)(?: (?:(?:of )?(?:equity|the company|options|shares|stake)|(?:target |annual )?(?P<bonus>bonus)))?(?: (?:instead of|in place of|rather than) (?P<than>\d+(?:[.,]\d+)?) ?%?)?$",
    re.IGNORECASE,
)
_PERSON_ASKED = re.compile(
    r"^(?:the |my )?(?:[\w.]+ ){0,3}?(?:hr|recruiter|team|manager|committee|professor|people|founder|boss|department|office)\b (?=(?:for|to|about|if)\b)",
    re.IGNORECASE,
)


def read_wording(words: str) -> Iterator[Ask]:
    """The one thing that words without a sum ask for; nothing when they ask for nothing of the company."""
    text = to_you(tidy(words))
    text = _PERSON_ASKED.sub("", text)
    if percent := _PERCENT.match(text):
        share = f"{percent['number']}% {'target bonus' if percent['bonus'] else 'in equity'}{' more' if percent['plus'] else ''}"
        than = f" instead of {percent['than']}%" if percent["than"] else ""
        yield Ask("thing", words=f"{'a ' if percent['bonus'] else ''}{share}{than}")
        return
    text = re.sub(
        r"^(?:there is|there are|there could be|possible to get|possible|ok to have) (?=\w)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    if _ASKS_MESSAGE.match(text):
        return
    text = re.sub(
        r"^(?:for|about|if|whether|to have|to get|to be|them|him|her|hr|that|you for)\s+(?=\w)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\b(?P<a>[A-Z]\w+(?: [A-Z]\w+)*) not (?=(?:[A-Z]|an? ))", r"\g<a> rather than ", text)
    text = re.sub(r"\b(re-?look|look) at level\b", r"\1 at the level", text, flags=re.IGNORECASE)
    if (bare := _NO_ARTICLE.match(text)) and not text.split(" for ")[0].split(" of ")[0].rstrip().endswith("s"):
        text = f"{'an' if bare.group()[0].lower() in 'aeio' else 'a'} {text}"
    if _COUNTED.match(text) or re.match(r"(?:until|till|by) ", text):
        return
    if not text or _NO_ASK.match(text) or _NOT_FOR_THEM.search(text) or len(text) > 220:
        return
    match = VERB.match(text)
    if match and is_action(text[match.start("verb") :]):
        yield Ask("action", words=text[match.start("verb") :])
    elif mine := _MINE.match(text):
        kept = text[mine.end() :]
        if is_noun_phrase(kept):
            yield Ask("own", words=text)
    elif is_noun_phrase(text):
        yield Ask("thing", words=text)
    else:
        yield Ask("unread", words=tidy(words))
