"""Ledger: what was refused so far in a conversation, by term and in whose words, and what is still open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.answers import has_pay, read_answers
from assistant.offline.briefs.clauses import cut_clauses, quotations
from assistant.offline.briefs.prose import tidy
from assistant.offline.briefs.secrets import without_least

LONGEST_QUOTE = 90
TERMS: dict[str, re.Pattern[str]] = {
    "sign-on bonus": re.compile(
        r"\b(?:sign(?:ing)?[- ]?(?:on)?(?: bonus)?|joining bonus|bono de (?:entrada|firma))\b(?! (?:by|until|the|it))",
        re.IGNORECASE,
    ),
    "stock": re.compile(
        r"\b(?:rsus?|stocks?|shares|options?|grant|(?<!internal )(?<!pay )(?<!peer )(?<!salary )(?<!team )(?<!for )"
        r"equity(?! (?:with|among|across|between|in the team|reasons?|concerns?|review|issues?|purposes)))\b",
        re.IGNORECASE,
    ),
    "bonus": re.compile(r"\b(?:annual bonus|target bonus|yearly bonus|bonus)\b", re.IGNORECASE),
    "relocation": re.compile(r"\brelo(?:cation)?\b", re.IGNORECASE),
    "level": re.compile(r"\b(?:level|title|grade|leveling)\b", re.IGNORECASE),
    "remote work": re.compile(r"\b(?:remote|wfh|home office|hybrid)\b", re.IGNORECASE),
    "start date": re.compile(r"\bstart(?:ing)? date\b", re.IGNORECASE),
    "leave": re.compile(r"\b(?:pto|vacation|holidays?|leave days)\b", re.IGNORECASE),
    "base": re.compile(r"\b(?:base|basic|salary|pay scale|pay band|band|range|budget|ceiling|hike)\b", re.IGNORECASE),
}
"""The parts of an offer one can ask for, the more telling names first."""
REFUSES = re.compile(
    r"\b(?:no(?! (?:problem|mention|word|idea|info\w*|details?|talk|news)\b)|not(?! [$€£₹]?\d)(?! (?:yet )?(?:guaranteed|certain|sure|decided|finali[sz]ed|confirmed|written|in writing))|nope|can'?t|cannot|won'?t|wouldn'?t|couldn'?t|(?<!\d )(?<!k )(?<!lpa )(?<!lakh )(?<!ctc )fixed(?! (?:(?:pay|salary|ctc|part|component)|[₹$€£]?\d))|max(?:imum|ed)?|tops? out|maxe[sd] out|limit(?:ed)?|highest|no more than|top of|ceiling|cap(?:ped)?|final|locked|policy|never|(?:do|does|did)n'?t (?:do|offer|give|negotiate|allow|permit|let|have|go|move|budge|change|work|match|exist|stretch|support)|(?:is|are)n'?t(?! (?:yet )?(?:guaranteed|certain|sure|decided|finali[sz]ed|confirmed|written|in writing))|unable|impossible|"
    r"stuck|standard(?:i[sz]ed)?|same for (?:all|every)|refused?|rejected|declined|nahi|nope|closed|gone|unfortunately|sorry|too tight)\b",
    re.IGNORECASE,
)
_REFUSED_TO_ME = re.compile(
    r"\b(?:they|she|he|recruiter|hr|hm|manager)\b[^.?!\n]{0,12}\b(?:said no|refused|declined|rejected|won'?t|shot (?:it|that) down|turned (?:it|that|me) down|no to)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:chang\w+ (?:their|her|his) minds?|now|after all|gave|giv(?:e|es|ing)|add(?:s|ed|ing)?|agreed|approved|came (?:back|around)|said yes|moved|threw in)\b",
    re.IGNORECASE,
)
"""Tells that something is given which was refused before."""
_LACKS = re.compile(
    r"(?<!said )(?<!says )(?<!say )\bno (?:(?:annual|target|yearly|year end|joining|signing|stock) ?)*(?:bonus(?:es)?|sign(?:ing)?[- ]?on|relo\w*|rsus?|stocks?|equity|options|shares|pto|vacation)\b(?: at all)?",
    re.IGNORECASE,
)
"""What an offer has none of, which is no refusal: nobody asked for it."""
_CLOSED = re.compile(
    r"(?<!\bif )(?<!\bis )(?<!\bif the )(?<!\bis the )(?<!\bis their )\b(?:base|salary|stock|equity|rsus?|sign(?:ing)?[- ]?on|bonus|level|relo(?:cation)?)(?: part| side)?(?:'s| is| was| are) (?:already |really |also |apparently )?"
    r"(?:maxed(?: out)?|capped|topped out|locked|off the table|not movable|at (?:the |its |their )?(?:very )?(?:top|max(?:imum)?|cap|ceiling|limit)\b[^.,;?!\n]{0,20})",
    re.IGNORECASE,
)
"""Tells that a part cannot move, whoever said it."""
_TOO = re.compile(r"\b(?:too|either|as well|also|neither|likewise)\b", re.IGNORECASE)
FEW_WORDS = 7
"""Words of a message that only adds one refusal to another."""
TURNS = re.compile(r"(?:,? |^)(?:but|though|although|however)\b|;", re.IGNORECASE)
"""Where words turn from what is refused to what is not."""
_BUT_YES = re.compile(r"\bbut (?:a )?(?:yes|ok(?:ay)?) (?:to|on|with)\b.*", re.IGNORECASE | re.DOTALL)
"""What they agreed to behind a refusal."""
_STOP = re.compile(r"[.!?;,](?=\s|$)|\n")
OPEN_PHRASES: dict[str, str] = {
    "base": "the base",
    "stock": "stock",
    "sign-on bonus": "a sign-on bonus",
    "level": "a review of the level",
    "start date": "the start date",
    "leave": "extra vacation days",
    "remote work": "remote days",
    "review": "a pay review after six months, in writing",
}


@dataclass(frozen=True)
class Ledger:
    """`refused`: their words by term, in the order they were told."""

    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def still_open(self) -> list[str]:
        """What can still be asked for, as phrases."""
        return [phrase for term, phrase in OPEN_PHRASES.items() if term not in self.refused]


def refuses(words: str) -> bool:
    """Whether words refuse, or tell of a limit.

    >>> refuses("band doesn't allow more"), refuses("base is capped"), refuses("a review after six months")
    (True, True, False)
    """
    folded = lexicon.fold(words)
    return bool(REFUSES.search(folded))


def read_ledger(texts: Sequence[str]) -> Ledger:
    """What was refused in what the person wrote, oldest first."""
    refused: dict[str, str] = {}
    for number in range(len(texts)):
        for term in _granted(texts[number]):
            refused.pop(term, None)
        for term, words in read_refusals(texts[: number + 1]).items():
            refused.setdefault(term, words)
    return Ledger(refused)


def _granted(text: str) -> list[str]:
    """The parts that a message tells to be given after all, with their sums, and asks for nothing.

    >>> _granted("they changed their mind, 4k sign on now"), _granted("i want a 4k sign on now")
    (['sign-on bonus'], [])
    """
    folded = lexicon.fold(text)
    asks = "?" in text or lexicon.WISH.search(folded) or lexicon.SCRIPT.search(folded) or REFUSES.search(folded)
    return _terms_in(folded) if _GIVES.search(folded) and read_amounts(text) and not asks else []


def read_refusals(texts: Sequence[str]) -> dict[str, str]:
    """What the newest of the messages tells as refused, and in whose words, by term.

    Args:
        texts: what the person wrote, oldest first: what was asked may stand in a message before.
    """
    refused: dict[str, str] = {}
    texts = [without_least(text) for text in texts]
    for words in _told(texts[-1]):
        for part in TURNS.split(lexicon.fold(words)):
            if REFUSES.search(part) or _REFUSED_TO_ME.search(part):
                for term in _terms_in(part):
                    refused.setdefault(term, _shortened(words))
    for closed in _CLOSED.finditer(texts[-1]):
        for term in _terms_in(lexicon.fold(closed.group())):
            refused.setdefault(term, _shortened(closed.group()))
    if _adds_one(texts):
        for term in _terms_in(lexicon.fold(texts[-1])):
            refused.setdefault(term, _shortened(texts[-1]))
    for answer in read_answers(texts):
        if answer.text == len(texts) - 1 and not answer.yes:
            named = _terms_in(lexicon.fold(answer.said)) or _terms_in(lexicon.fold(answer.asked))
            for term in named or (["base"] if has_pay(f"{answer.asked} {answer.said}") else []):
                refused.setdefault(term, _shortened(answer.told))
    return refused


def _adds_one(texts: Sequence[str]) -> bool:
    """Whether the newest message adds in a few words what was refused as well: "no equity either".

    >>> _adds_one(["they said no to more base", "no equity either"]), _adds_one(["base 150k", "no equity either"])
    (True, False)
    """
    newest = lexicon.fold(texts[-1])
    few = len(newest.split()) <= FEW_WORDS and "?" not in newest
    return bool(few and _TOO.search(newest) and REFUSES.search(newest)) and any(
        REFUSES.search(part) and _terms_in(lexicon.fold(part)) for text in texts[:-1] for part in _told(text)
    )


def _terms_in(folded: str) -> list[str]:
    """The parts that words name, in their order."""
    found = {term: match.start() for term, pattern in TERMS.items() if (match := pattern.search(folded))}
    terms = sorted(found, key=found.__getitem__)
    return [term for term in terms if not (term == "bonus" and "sign-on bonus" in terms)]


def _told(text: str) -> Iterator[str]:
    """What others are quoted with, and clauses that tell what they said, without what an offer has none of."""
    for start, end in quotations(text):
        if end - start > 12:
            yield text[start:end]
    for clause in cut_clauses(text):
        if clause.role == "said":
            whole = clause.words.rstrip().endswith((",", ".", ";", "!", "?"))
            ends = None if whole else _STOP.search(text, clause.end)
            words = clause.words if whole else text[clause.start : ends.start() if ends else len(text)]
            yield _BUT_YES.sub("", _LACKS.sub("", words))


def _shortened(words: str) -> str:
    text = tidy(words.strip("'\"“”"))
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rsplit(' ', 1)[0]}…"
