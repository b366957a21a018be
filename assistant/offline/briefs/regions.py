"""Regions: where in a clause something is asked for, and the asks that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.clause_patterns import ASK
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.own_words import SMALL_WORDS
from assistant.offline.briefs.second_asks import REASON_BEHIND
from assistant.offline.briefs.sums_asked import SumsAsked
from assistant.offline.briefs.wording import VERB, read_wording

_LEAD_IN = lazy(
    r"^(?:(?:for|to|a|an|the|about|if|whether|that|them|him|her|hr|it|me|placed|be|have|get|see|ask|asking|one|two|three|four|\d) )*?(?:(?:two|three|four|\d) things?,?\s*)",
    re.IGNORECASE,
)
_ONE_THING = lazy(
    r"(?:,|\band|\bbut)\s+(?:not|only|with|without|prorated?|pro[- ]rata|paid|for|in|at|from|until|if|each|so|rather|instead)\b",
    re.IGNORECASE,
)
_NEGATED_BEFORE = lazy(r"\b(?:don'?t|dont|do not|not|never|won'?t)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OPENING = lazy(
    r"\W*(?:(?:and|but|so|then|also|just|only|please|pls|plz|that|i|i'd|i'm|im|id|ill|i'll|we|really|honestly|wanna|want|would|like|love|need|needs|expect|prefer|rather|hoping|hope|looking|aiming|asking|ask|request|requesting|for|if possible|ideally|with these questions|these|is|my|number|target|interested|keen)\b[\s:,]*)*(?:to\s+)?",
    re.IGNORECASE,
)
"""What leads to the thing that is asked for."""
_WHOM = lazy(
    r"(?!base\b|salary\b|sign|more\b|time\b|relo)(?:the |my |our )(?:[\w'-]+ ){1,2}for (?=[$€£¥₹]?\s?\d)", re.IGNORECASE
)
"""Who is asked, between "ask" and the sum."""
_THEIRS_BEFORE = lazy(
    r"\b(?:they|she|he|hr|company|recruiter|manager|founder|boss)(?:'re|'s| are| is)?\s+$", re.IGNORECASE
)
_JOINTS = lazy(r"\s*(?:,|;|(?<!\d)\+|(?<=\s)\+|\bplus\b|\band(?: also)?\b|&|\bas well as\b|/ (?=\d))\s*", re.IGNORECASE)
_INSTEAD = lazy(r"\b(?:instead of|in place of|in ?stead of|rather than|not|vs\.?|versus|over|from)\b", re.IGNORECASE)
_TRAILING = lazy(r"(?:[,;&+]|\b(?:and|plus|also|too|instead|pls|please|maybe|as well|so))\s*$", re.IGNORECASE)
_OR_ELSE = lazy(r"\s*,?\s+or (?:else |at least |if not,? )?(?=[a-z])", re.IGNORECASE)
_MY_OWN_TO = lazy(r"\b(?:i|we|i'd|id|want|like|need|love|ask|asking|prefer|hope|wish|get) to\s*$", re.IGNORECASE)
"""Before what the person would do, not what they are to do."""


def read_clause(sums: SumsAsked, clause: Clause) -> Iterator[Ask]:
    """What a clause asks for."""
    for start, end in _regions(sums.text, clause):
        before = lexicon.fold(sums.text[max(clause.start, start - 14) : start])
        yield from _as_told(read_region(sums, start, end, _lead_word(before)), before)


def _as_told(found: Iterable[Ask], before: str) -> Iterator[Ask]:
    """The asks as the words before them mean them: "can I keep" is the person's own doing, "asked" is past."""
    own = re.search(r"\b(?:can|could|may) i\s*$", before, re.IGNORECASE)
    past = re.search(r"\basked(?: for)?\s*$", before, re.IGNORECASE)
    for ask in found:
        if own and ask.form in ("action", "thing"):
            yield replace(ask, form="own")
        else:
            yield replace(ask, past=bool(past))


def _lead_word(before: str) -> str:
    """What the word before tells of what is asked: "if", "whether", "to", "own" for what the person would do, else empty."""
    last = (before.split()[-1:] or [""])[0].lower()
    if last == "to" and _MY_OWN_TO.search(before):
        return "own"
    return last if last in ("if", "whether", "to") else ""


def _regions(text: str, clause: Clause) -> Iterator[tuple[int, int]]:
    """Where in a clause something is asked for."""
    folded = lexicon.fold(text)
    found = list(ASK.finditer(folded, clause.start, clause.end))
    if not found and clause.function == "ask":
        opening = _OPENING.match(text, clause.start, clause.end)
        yield (opening.end() if opening else clause.start), clause.end
        return
    ends = [*(match.start() for match in found[1:]), clause.end]
    for match, end in zip(found, ends, strict=False):
        before = folded[max(0, match.start() - 16) : match.start()]
        denied = re.match(r"(?:i |we )?(?:don'?t|dont|not)\b", match.group(), re.IGNORECASE)
        if _NEGATED_BEFORE.search(before) or denied or _THEIRS_BEFORE.search(before):
            continue
        start = match.end() + (3 if text[match.end() : match.end() + 3].lower() == "to " else 0)
        region = text[start:end]
        cut = REASON_BEHIND.search(region)
        stop = start + (cut.start() if cut else len(region))
        while trailing := _TRAILING.search(text[start:stop].rstrip()):
            stop = start + trailing.start()
        yield start, stop


def read_region(sums: SumsAsked, start: int, end: int, lead: str = "") -> Iterator[Ask]:
    """What is asked for between two places of the text: sums with their terms, and things in the person's words.

    Args:
        sums: of the text.
        start: of the region.
        end: of the region.
        lead: the word before it that tells how it is asked.
    """
    start = _behind_the_opening(sums.text, start, end)
    region, pay = sums.text[start:end], sums.between(start, end)
    if _is_whole(region, pay) or (lead and not pay):
        yield from read_wording(region, lead)
        return
    taken = _from_to(region, start, pay)
    if taken and taken[0].start > taken[1].start:
        region = _without_the_offered(region, start, taken)
    if pay and (other := _OR_ELSE.search(region, pay[-1].end - start)):
        yield from (replace(ask, second_choice=True) for ask in read_wording(region[other.end() :]))
        region = region[: other.start()]
    for begin, stop in _items(region):
        yield from _read_item(sums, start, region[begin:stop], start + begin, taken)


def _behind_the_opening(text: str, start: int, end: int) -> int:
    """Where what is asked for begins, behind who is asked and how many things."""
    for opening in (_WHOM, _LEAD_IN):
        if led := opening.match(text[start:end]):
            start += led.end()
    return start


def _without_the_offered(region: str, start: int, taken: tuple[WrittenAmount, WrittenAmount]) -> str:
    """The region up to the sum that is asked for, without the one offered behind it: "96 not 92"."""
    region = region[: taken[0].start - start] + region[taken[0].end - start :]
    region = region[: taken[0].start - start].rstrip()
    return _INSTEAD.sub("", region).rstrip() if region else region


def _read_item(
    sums: SumsAsked, start: int, words: str, begin: int, taken: tuple[WrittenAmount, WrittenAmount] | None
) -> Iterator[Ask]:
    """What one item of a region asks for."""
    stop = begin + len(words)
    inside = sums.between(begin, stop)
    asked = taken[1] if taken else inside[-1] if inside else None
    term = sums.term_of(asked, begin, stop) if inside and asked else None
    if not inside or asked is None or (term is None and has_content(words, inside)):
        yield from read_wording(words)
        return
    before = sums.text[max(start, asked.start - 20) : asked.start]
    on_top = lexicon.MORE_BEHIND.match(sums.text, asked.end) or lexicon.MORE_BEFORE.search(before)
    offered = sums.as_money(taken[0]) if taken else None
    yield Ask("amount", term or "base_salary", sums.as_money(asked), offered, on_top=bool(on_top))


def _is_whole(region: str, pay: Sequence[WrittenAmount]) -> bool:
    """Whether a region without sums is one thing to do, whose commas and "and" are not joints of a list."""
    return not pay and bool(VERB.match(region.strip()) or _ONE_THING.search(region))


def _items(region: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _JOINTS.finditer(region):
        digits = match.group().strip() == "," and region[match.end() : match.end() + 3].isdigit()
        if digits and region[: match.start()][-1:].isdigit():
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(region)


def _from_to(region: str, start: int, pay: list[WrittenAmount]) -> tuple[WrittenAmount, WrittenAmount] | None:
    """Both sums of "from 172 to 185"."""
    if len(pay) == 2 and _INSTEAD.search(region[pay[0].end - start : pay[1].start - start]):
        return pay[1], pay[0]
    if len(pay) != 2 or not re.search(r"\bfrom\b|→|->", region, re.IGNORECASE):
        return None
    between = region[pay[0].end - start : pay[1].start - start]
    return (pay[0], pay[1]) if re.search(r"\bto\b|→|->", between) else None


def has_content(words: str, sums: Sequence[WrittenAmount]) -> bool:
    """Whether an item says more than a sum and the name of a term."""
    left = words
    for item in sums:
        left = left.replace(item.quote, " ")
    return any(word not in SMALL_WORDS for word in re.findall(r"[a-z]{2,}", left.lower()))
