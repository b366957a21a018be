"""Wording: what is asked for in the person's words, sorted into things, actions and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.fluency import is_action, is_noun_phrase
from assistant.offline.briefs.indirect import ask_directly
from assistant.offline.briefs.prose import tidy, to_you

VERB = lazy(
    r"^(?:to |them to |him to |her to |if (?:they|you|he|she|it|we) (?:can|could|would|might)? ?|whether (?:they|you) (?:can|could|would)? ?|they |you )?(?P<verb>be |keep |cover|re-?look|look|let|match|increase|raise|bump|move|gross|"
    r"make|give|add|put|change|remove|drop|cut|shorten|extend|allow|send|confirm|check|review|consider|include|close|split|reduce|waive|push|delay|"
    r"reconsider|re-?level|place|count|swap|convert|front-?load|fix|update|issue|write|reimburse|pay|sponsor|provide|share|tell|explain|clarify|mention|state|specify|disclose|spell out|limit|guarantee|"
    r"adjust|improve|upgrade|bring|forward|bridge|book|arrange|support|credit|pay)\b(?! of\b)",
    re.IGNORECASE,
)

_ASKS_MESSAGE = lazy(
    rf"^(?:\w+ ){{0,4}}?(?:{lexicon.MESSAGE_NOUN.replace('letters?|', '')})\b|^(?:\w+ ){{0,2}}?letters? (?:to|for|asking|that|in)\b|^(?:un|eine?n?|uma?) (?:\w+ )?(?:mensaje|correo|mail|nachricht|mensagem|message)",
    re.IGNORECASE,
)
_NOT_TO_DO = lazy(r"(?:say|know|sound|be honest|think|hear|like|hate|feel)\b", re.IGNORECASE)
_NOT_OWN = lazy(
    r"(?:ask|request|see|have|get|be|propose|sound|say|accept|decline|know|thank|tell|write|reply|answer|avoid|look|seem|come across|not|make sure|make it|negotiate|counter|turn|sign|take|go|respond|send|email|mail|text|call it|hear|let|give|explain|mention|keep it|do|withdraw|confirm|check|follow|clarify|use)\b",
    re.IGNORECASE,
)
"""What a person wants to do with the message or the offer, and no favour to ask for."""
_BY_WHAT = lazy(r"[, ]+(?:by|per|via|in an?) (?:e-?mail|mail|message|text)$", re.IGNORECASE)
YEARS_OF = lazy(r"\d+\+? ?(?:years?|yrs?|yoe) (?:of |in |as |with |at |doing )[^,.;!?\n]+", re.IGNORECASE)
"""Experience, which is a reason and nothing to ask for."""
YEARS_ALONE = lazy(r"(?P<number>\d+\+?) ?(?:years?|yrs?|yoe)(?: (?:of )?(?:exp\w*|experience))?", re.IGNORECASE)
_HOW_IT_SOUNDS = lazy(
    r"^(?:(?:a|an|the) )?(?:\w+ ){1,2}(?:tone|style|voice|vibe|register)$|^(?:third|first) person$", re.IGNORECASE
)
_COUNTED = lazy(r"^(?:\w+ )?(?:one|two|three|four|\d) things?$", re.IGNORECASE)
_MINE = lazy(
    r"^(?:to )?(?:keep|have|get|start|work|use|bring|take|move|come in|come|leave) (?:to |from |on |at |with )?",
    re.IGNORECASE,
)
_NOT_FOR_THEM = lazy(
    rf"^(?:not |to say|decline|out of|voicemail|withdraw|accept|say |tell|write|know|be honest|sound|it to sound|reply|answer)\b|\b{lexicon.MESSAGE_NOUN}$|^(?:\w+ )?lawyerly",
    re.IGNORECASE,
)
_ASKS_WHEN = lazy(r"(?:when|where|why|who|what|which|how)\b", re.IGNORECASE)
_SUPPOSES = lazy(
    r"(?:they|you|he|she|it|we) (?:only |just )?(?:do|does|say|says|offer|offers|go|goes|come|comes|pay|pays|give|gives|get|gets|hit|match|matches|make|makes|reach|reaches|stick|stay)\b[^.?!\n]{0,16}\d",
    re.IGNORECASE,
)
"""Behind "if": what may come to pass, and no question: "if they do 60"."""
_THE_LETTER = lazy(
    r"^(?:the |an? |my |your )?(?:updated|new|revised|signed|corrected|written|final|amended) (?:offer |contract |employment )?(?:letter|contract|agreement|version)$",
    re.IGNORECASE,
)
_TO_DO = lazy(r"^[a-z][a-z-]*[a-z](?<!ing) \S")
_NO_ARTICLE = lazy(
    r"^(?:later|longer|higher|larger|bigger|better|earlier|different|shorter|new|second|written|formal|extra (?:day|week|month))\b",
    re.IGNORECASE,
)
_NO_ASK = lazy(
    r"^(?:\W|to|for|the|a|an|it|that|this|them|her|him|job|role|company|museum|offer|on paper|email|mail|decline|accept|say no|withdraw|know|hear|wait|think|answer\w*|"
    r"reply|respond|something|more(?: money| time)?|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|you|u)*$",
    re.IGNORECASE,
)
_IN_WRITING = lazy(
    r"^(?:a |an |the )?(?:(?:that|it|this|all|everything|both|these|those|the promise) )*(?:to be )?(?:put )?(?:written down|in writing|on paper|written)(?: before| first)?$",
    re.IGNORECASE,
)
"""How it is to be confirmed, and no thing of its own."""
_POINTS_ONLY = lazy(r"^(?:the )?(?:one|ones|all|both|some|any|everything|anything|thing|stuff|same)$", re.IGNORECASE)
"""Words that stand for something named elsewhere."""
_PERCENT = lazy(
    r"^(?:a |an )?(?P<plus>\+ ?)?(?P<number>\d+(?:[.,]\d+)?) ?(?:%|percent)(?: (?:(?:of )?(?:equity|the company|options|shares|stake)|(?:target |annual )?(?P<bonus>bonus)))?(?: (?:instead of|in place of|rather than) (?P<than>\d+(?:[.,]\d+)?) ?%?)?$",
    re.IGNORECASE,
)
_PERSON_ASKED = lazy(
    r"^(?:the |my )?(?:[\w.]+ ){0,3}?(?:hr|recruiter|team|manager|committee|professor|people|founder|boss|department|office)\b (?=(?:for|to|about|if)\b)",
    re.IGNORECASE,
)


def read_wording(words: str, lead: str = "") -> Iterator[Ask]:
    """The one thing that words without a sum ask for; nothing when they ask for nothing of the company.

    Args:
        words: what is asked.
        lead: the word before it, which tells its grammar: "if" a question follows, "to" something to do.
    """
    text = to_you(tidy(words))
    if (led := _read_led(*_lead_apart(text, lead))) is not None:
        yield led
        return
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
    if YEARS_OF.fullmatch(text) or _ASKS_MESSAGE.match(text) or _HOW_IT_SOUNDS.match(text):
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
    if _THE_LETTER.match(text):
        yield Ask("thing", words=text)
        return
    if (
        not text
        or _POINTS_ONLY.match(text)
        or _IN_WRITING.match(text)
        or _NO_ASK.match(text)
        or _NOT_FOR_THEM.search(text)
        or len(text) > 220
    ):
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


def _lead_apart(text: str, lead: str) -> tuple[str, str]:
    """The text and the word that leads it, taken from its front where none stands before it."""
    opened = re.match(r"(?P<lead>if|whether) (?=\w)", text, re.IGNORECASE) if not lead else None
    if opened is None or _SUPPOSES.match(text, opened.end()):
        return text, lead
    return text[opened.end() :], opened["lead"].lower()


def _read_led(text: str, lead: str) -> Ask | None:
    """What follows "if", "to" or "I want to"; None where the words before tell nothing of it."""
    asks = lead in ("if", "whether") and not _SUPPOSES.match(text)
    if (asks or _ASKS_WHEN.match(text)) and (question := ask_directly(text)):
        return Ask("question", words=question)
    own = lead == "own" and not _NOT_OWN.match(text)
    theirs = lead == "to" and not _NOT_TO_DO.match(text)
    if not (own or theirs) or not _TO_DO.match(text):
        return None
    plain = _BY_WHAT.sub("", text)
    return Ask("unread" if not is_action(plain) else "own" if own else "action", words=plain)
