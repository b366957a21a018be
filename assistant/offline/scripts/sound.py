"""Sound: whether what is made of the person's words can be sent as it stands.

The last look at every slot of a message before it is filled in. What is broken English, tells the writer what to do or
says what was to stay out is left out: the plain words of the template stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.fluency import IN_SHORT, is_noun_phrase, is_sentence
from assistant.offline.briefs.grammar import has_subject, tag_alone
from assistant.offline.briefs.prose import sentence
from assistant.offline.briefs.secrets import tells_least, touches
from assistant.offline.briefs.shapes import NO_REPLY
from assistant.offline.briefs.tells import to_statement
from assistant.offline.scripts.asking import Wanted

_TO_THE_WRITER = lexicon.any_of(
    r"\b(?:leave|keep|take) (?:it|that|this|them|him|her|my \w+|the \w+)(?: \w+)? out\b|\bto myself\b",
    r"\b(?:don'?t|do not|dont|never|without|not) (?:\w+ )?(?:mention\w*|nam(?:e|ing)|say(?:ing)?|sound\w*|tell(?:ing)?|bring(?:ing)? up|reveal\w*|writ(?:e|ing)|grovel\w*)\b",
    r"\b(?:this|that|the|whole|a|my|an) (?:whole )?(?:msgs?|e-?mails?|mail|drafts?|scripts?|messages?|versions|subject line)\b(?! (?:address|you|from|i (?:sent|got)))",
    r"\b(?:pls|plz|lol|asap please)\b|\b(?:use|mention|include) (?:that|the fact|it)\b|\bno (?:names?|negotiati\w+|begging|haggling)\b",
    r"^(?:we're|we are|i'm|i am|this is|it's|its) (?:at|for|to) (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?\W*$|\b(?:don'?t|do not) touch\b",
    r"^you (?:ask|asked|want to know|wanted to know|wonder) (?:why|what|whether|if|how)\b|^I (?:would |should )?be grateful\W*$|^I start with (?:the|a) (?:yes|no|first|one)\b|^I use (?:the|my|that)\b",
    r"^(?:thanking|telling|asking|saying) (?:you|them|him|her)\b|\b(?:say|write|tell \w+) (?:yes|no) to\b",
    r"\bto buy time\b|\btruthfully\b|\bbe (?:upfront|honest|polite|firm|warm|nice|brief)\b|\b(?:polite|warm|friendly|short|firm) (?:and|but) (?:polite|warm|friendly|short|firm|clear|not)\b",
    r"\b(?:i would like|ask for) (?:some |a few |the )?(?:questions|words|lines|wording|bullet points)\b",
)
_WRONG_PERSON = lazy(
    r"\b(?:you|we|they) was\b|\byou we\b|\b(?:you|I|we|they) (?:says|wants|has|is|does|gets|goes|gives|comes|offers|pays|thinks|needs|agrees)\b(?! (?:the|a|an) [\w-]+ (?:that|who))"
    r"|\b(?:he|she|it) (?:have|do|are|say|want|get|give|need)\b",
    re.IGNORECASE,
)
_TWICE = lazy(
    r"\b(the|a|an|my|your|to|of|for|and|I|you|is|at|in) \1\b|\b(?:a|an|the) (?:the|a|an|my|your)\b", re.IGNORECASE
)
_CUT_OFF = lazy(r"\b(?:for|of|to|from|with|at|and|or|but|the|an?|my|your|because|than|as|by)[.?!]*$", re.IGNORECASE)
_FOR = "I would like to ask for "
_BARE_ASK = lazy(
    r"(?:I (?:would like|want) to ask|Could I ask)(?: you)?(?: (?:this|these|some questions))?[.?:]*", re.IGNORECASE
)
"""Only says that something is asked."""
_MY_OWN_ACT = lazy(
    r"(?:(?:accept|decline|sign(?! off\b)|resign|negotiate|counter|apologi[sz]e|use|sound|leave|buy|thank|withdraw|say no|say yes|be (?:honest|upfront))\b)(?! (?:me|us)\b)|(?:ask|tell|e-?mail|mail|message|text|write(?: to)?) you\b|(?:write|draft|send) (?:a |the |my )?counter\b",
    re.IGNORECASE,
)
"""What only the person does: never asked of the other side."""
_NO_VERB = frozenset(("DT", "PRP", "PRP$", "CD", "IN", "CC"))
_NO_THING = frozenset(("RB", "MD", "WRB", "CC", "PRP", "TO", "VBZ", "VBP", "VBD", "UH"))
_HEADS = frozenset(["more", "about", "up", "both", "no", "all"])
_NO_HEAD = frozenset(
    [
        "for",
        "to",
        "of",
        "about",
        "with",
        "from",
        "because",
        "if",
        "that",
        "as",
        "than",
        "until",
        "after",
        "before",
        "like",
        "since",
        "by",
        "at",
        "on",
        "reason",
        "reasons",
    ]
)
_BARE_ANSWER = lazy(r"(?:and |but |so )?(?:you|they) (?:said|say) (?:yes|no|ok(?:ay)?)\W*$", re.IGNORECASE)
"""An answer that does not say to what it was given."""
_STANDS_ALONE = lazy(
    r"(?:(?:many |big |huge |warm )?thanks?\b|thank you\b|happy\b|sorry\b|no\b|yes\b|congratulations\b|looking forward\b|please\b|if\b|when\b|instead\b|one reason\b|for me\b|as\b)",
    re.IGNORECASE,
)
_OPENS = lazy(r"(?:i|i'm|my|we|our|you|your|the|this|it|there|both|all)\b", re.IGNORECASE)
"""Opens a part of a sentence that is one by itself."""
_THANKS_FOR_IT = lazy(
    r"(?:many |big )?(?:thanks|thank you)(?: so much)?(?: for (?:the )?(?:offer\b|[$€£¥₹]?\d).*)?[.!]*$", re.IGNORECASE
)
"""What the template says already."""
_THANKS_FIRST = lazy(r"(?:many |big )?thanks?,\s+(?!for\b)\S", re.IGNORECASE)
LEAST_WORDS = 3
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_PART = re.compile(r",\s+(?:and |but )?")


_QUOTED_LEAD = lazy(r"^['\"“‘]?[^'\"”’]{3,30}['\"”’] (?:for|to|on|about) ", re.IGNORECASE)
"""The words in which something was promised, before what it is."""


def sound_values(values: dict[str, Any], brief: Brief) -> dict[str, Any]:
    """The slots of a template with only what can be sent in those that hold the person's words."""
    if values["channel"] == "packet":
        return values  # notes of a third person, which are no sentences
    made = dict(values)
    for name in ("reasons", "tells", "told", "losses"):
        made[name] = sound_sentences(values.get(name) or (), brief)
    for name in ("promised", "told_terms", "beside_rate"):
        terms = [_QUOTED_LEAD.sub("", term) for term in values.get(name) or ()]
        made[name] = sound_terms(terms, str(values.get("recruiter") or ""))
    said = [item.thing.casefold() for item in values["wanted"] if item.thing] + [
        term.casefold() for term in made["beside_rate"] if values["agreed_rate"] and not term.isdigit()
    ]
    made["tells"] = [told for told in made["tells"] if not any(words in told.casefold() for words in said)]
    made["rival"] = "" if says_hidden(values.get("rival") or "", brief) else values.get("rival", "")
    made["agrees_at"] = values["agrees_at"] if reads_well(values["agrees_at"]) else ""
    return made


def sound_wanted(wanted: Iterable[Wanted], brief: Brief) -> list[Wanted]:
    """The things to ask for that can follow the words which ask for them; sums always can."""
    kept = []
    for item in map(_as_thing, wanted):
        if item.question and item.asked == "" and not _asks_well(item.question):
            continue
        if (item.thing and not _is_thing(item.thing)) or (item.action and not _is_act(item.action)):
            continue
        person = brief.to and item.thing and brief.to.rsplit(maxsplit=1)[-1].casefold() in item.thing.casefold().split()
        if item.asked or not (person or says_hidden(item.phrase, brief)):
            kept.append(item)
    return kept


def sound_sentences(told: Iterable[str], brief: Brief) -> list[str]:
    """The sentences that can be sent, those with one bad part without it."""
    return [good for one in told if (good := _sound(one)) and not says_hidden(good, brief)]


def without_names(message: str, names: Collection[str]) -> str:
    """The message without the sentences that say one of the names, which are to stay out."""
    said = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in names if name]
    lines = []
    for line in message.split("\n"):
        parts = [part for part in _SENTENCE.split(line) if not any(name.search(part) for name in said)]
        if parts or not line:
            lines.append(" ".join(parts))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def says_hidden(words: str, brief: Brief) -> bool:
    """Whether words say what the person keeps back: a secret, or another firm by its name."""
    names = brief.rivals if "rival" in brief.hides else ()
    return (
        tells_least(words)
        or touches(words, brief.secrets)
        or any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in names)
    )


def reads_well(words: str) -> bool:
    """Whether words have no order to the writer and no plain slip of grammar.

    >>> reads_well("Do you says no?"), reads_well("I need it by Friday but leave that out.")
    (False, False)
    """
    plain = lexicon.fold(words)
    cut = _CUT_OFF.search(plain)
    return not (_TO_THE_WRITER.search(plain) or _WRONG_PERSON.search(plain) or _TWICE.search(plain) or cut)


def _sound(told: str) -> str:
    """A sentence as it can be sent; empty where nothing of it can."""
    told = re.sub(r"\s+instead(?=\.$)", "", told.strip())
    told = re.sub(r",? (?:and )?thank you for your time(?=\.$)", "", told)
    if _THANKS_FOR_IT.match(told) or _BARE_ANSWER.match(told):
        return ""
    if _THANKS_FIRST.match(told):
        return " ".join(filter(None, map(to_statement, _PART.split(told.rstrip("."))[1:])))
    if told.startswith(IN_SHORT):
        return told if reads_well(told) and len(told.split()) > 3 else ""
    if told.endswith("?"):
        return told if _asks_well(told) else ""
    if len(told.split()) < LEAST_WORDS and not _STANDS_ALONE.match(told):
        return ""
    if reads_well(told) and _stands(told):
        return told
    parts = _PART.split(told.rstrip("."))
    good = [
        part for part in parts if _OPENS.match(part) and reads_well(part) and (is_sentence(part) or has_subject(part))
    ]
    return " ".join(sentence(part) for part in good) if len(parts) > 1 else ""


def _stands(told: str) -> bool:
    """Whether a sentence has its subject and its verb, in its first part too."""
    if _STANDS_ALONE.match(told):
        return True
    first = _PART.split(told)[0].rstrip(".")
    whole = is_sentence(told.rstrip(".")) or has_subject(told)
    return whole and (
        len(first.split()) < 2 or is_sentence(first) or has_subject(first) or first.split()[0].lower() in _LEADS
    )


_STYLE = lazy(
    r"(?:make it |sound )?(?:much |a bit |way )?(?:shorter|longer|warmer|colder|firmer|nicer|simpler|softer|friendlier|politer|punchier|human)\b(?! (?:notice|hours?|days?|weeks?|shifts?|commute|contract|probation|vesting|cliff|leave|period|parental))",
    re.IGNORECASE,
)
"""How a message is to sound."""
_LEADS = frozenset(
    [
        "if",
        "when",
        "while",
        "as",
        "since",
        "after",
        "before",
        "until",
        "although",
        "though",
        "for",
        "in",
        "at",
        "by",
        "on",
        "from",
        "with",
        "to",
        "once",
        "because",
        "of",
        "this",
        "that",
        "currently",
        "today",
        "now",
        "instead",
        "over",
    ]
)


def _asks_well(question: str) -> bool:
    """Whether a request that stands as it is reads well: "Could you …", "I would like …"."""
    if not reads_well(question) or _BARE_ASK.fullmatch(question):
        return False
    for asked in re.split(r"(?<=[.?!])\s+", question):
        if asked.startswith(_FOR) and not _is_thing(asked.removeprefix(_FOR).rstrip(".")):
            return False
        could = re.match(r"(?:Could|Would|Can|Will) you (?:also |please |still )?(?P<act>.+?)[.?]?$", asked)
        if could and not _is_act(could["act"]):
            return False
        mine = re.match(r"(?:Could|Can|May) I (?:also )?(?P<act>\S+)", asked)
        if mine and tag_alone(mine["act"].lower()) in _NO_VERB:
            return False
    return True


def _is_act(words: str) -> bool:
    """Whether words can follow "could you"."""
    first = words.split(maxsplit=1)[0].lower()
    return reads_well(words) and tag_alone(first) not in _NO_VERB and not _MY_OWN_ACT.match(words)


def _is_thing(words: str) -> bool:
    """Whether words can follow "I would like to ask for"."""
    first, *rest = words.split()
    if (
        _STYLE.match(words)
        or NO_REPLY.match(words)
        or not reads_well(words)
        or (first.lower() in ("right", "just", "really") and rest)
    ):
        return False
    plain = first.lower()
    odd = tag_alone(plain) in _NO_THING and not first[:1].isupper() and plain not in _HEADS
    return not (plain in _NO_HEAD or odd)


def _as_thing(item: Wanted) -> Wanted:
    """The thing as it is asked for; what the person "would like to" do is one where it is no doing: "the signed copy"."""
    if (
        item.own
        and tag_alone(item.own.split(maxsplit=1)[0].lower()) in ("DT", "PRP$", "CD")
        and is_noun_phrase(item.own)
    ):
        return replace(item, own="", thing=item.own)
    return replace(item, thing=re.sub(r"\s+instead$", "", item.thing)) if item.thing else item


def sound_terms(terms: Sequence[str], to: str) -> list[str]:
    """The phrases of a list each of which names a term: no joint in front, nobody's name, nothing said twice."""
    kept: list[str] = []
    for term in terms:
        words = re.sub(r"^(?:and|also|plus|that|but|then|the)\s+(?=\w)", "", term.strip(" .,;:"), flags=re.IGNORECASE)
        person = to and to.rsplit(maxsplit=1)[-1].casefold() in words.casefold()
        told = re.search(
            r"^(?:nothing|no|not|none)\b|\b(?:call|phone|letter|contract|offer|mail)\b[^,]{0,12}\b(?:still )?(?:says?|said|has|shows?)\b|^(?:on|in|during) \w+'s (?:call|meeting)",
            words,
            re.IGNORECASE,
        )
        twice = any(_numbers(words) and _numbers(words) <= _numbers(other) for other in kept)
        if words and not (person or told or twice) and reads_well(words):
            kept.append(words)
    return kept


def _numbers(words: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*", words))
