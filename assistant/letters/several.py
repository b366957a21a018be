"""Several: the offers of one paste, told apart by headings, lines by employer, or "the other offer"."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.domain.lazy_pattern import lazy
from assistant.letters.employers import EMPLOYERS
from assistant.letters.patterns import LABEL
from assistant.letters.terms import Span
from assistant.letters.when import DATE, WEEKDAY

MOST_OFFERS = 8
_HEADING = lazy(
    r"^[ \t#*=~-]*(?:offer|option|company|employer|job)\s*(?:#\s*)?(?:[A-D]\b|[1-6]\b|one\b|two\b|three\b)[^\n]{0,60}$"
    r"|^[ \t#*=~-]*(?:(?:e-?)?mail|letter|message)\s*(?:#\s*)?(?-i:[A-D])\b[^\n]{0,60}$"
    r"|^[ \t#*]*(?:first|second|third|other) offer\b"
    r"|^[ \t]*(?:#+|=+|~+|-{2,}|\*+) ?offer (?:from|at|by) [^\n]{2,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE = lazy(
    r"(?<![\w-])(?:offer|option|company|employer) ?#?(?P<tag>[A-D]|[1-4]|one|two|three)(?=\s*[:=(-]|\s+(?:is|from|at|has|gives|pays)\b"
    r"|\s+[$€£]?\d)",
    re.IGNORECASE,
)
_LETTERED_LINE = lazy(
    r"^[ \t*#-]*\(?(?P<tag>[A-Da-d1-4])[.):][ \t]+(?P<name>[A-Z][\w&.' -]{1,40}?)"
    r"(?: ?\([^)\n]{0,30}\))? ?(?::| - |,)[^\n]+$",
    re.MULTILINE,
)
_CLAUSE = lazy(r"(?<![\w(])\(?(?P<tag>[a-dA-D])\) (?=[$€£\w])")
_BASE = lazy(r"\d[\d.,]*k? (?:base|salary)\b|\b(?:base|salary)\b[^.\n]{0,15}\d", re.IGNORECASE)
_A_DAY = lazy(rf"\b(?:{DATE}|{WEEKDAY})", re.IGNORECASE)
_PARAGRAPH = lazy(
    r"(?:\A|\n[ \t]*\n)[ \t]*(?P<head>[A-Z][^\n\d.,:;!?]{2,60})\n[^\n]{0,20}\b(?:base|salary)\b[^\n]{0,20}\d",
    re.IGNORECASE,
)
_SHARED = lazy(
    r"^[^\n]{0,80}\b(?:either way|in both cases|both (?:offers|options)|whichever (?:one )?you)\b"
    r"|^[ \t*#-]*(?:both|either way|in both|all of them|common to both)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER = lazy(
    r"(?:(?<=[.!?\n])|^)[^.!?\n]{0,60}\b(?:(?:competing|another|other|second|backup|rival|alternative)(?: (?:written|verbal|firm|job|formal|signed|real|live|standing|outside))*"
    r" offer|also (?:hold(?:ing)?|sitting on) (?:an?|one)(?: \w+){0,2} offer|(?:the )?other (?:one )?(?:is|'s|comes) (?:an?|from|at|with)\b|(?:and |plus )?another (?:one )?(?:from|at)\b"
    r"|the second (?:one|offer) (?:is|comes)?|also (?:have|got|received|holding)(?: an?| one)? (?:\w+ ){0,2}offer|offer from the other)",
    re.IGNORECASE,
)
_VERSUS = lazy(r"(?<=\s)(?:vs\.?|versus|compared (?:to|with))(?=\s)", re.IGNORECASE)
_EMPLOYER_LINE = lazy(
    r"^[ \t*#-]*(?P<name>[A-Za-z][\w&.' -]{1,30}?)[*]*\s*(?:\([^)\n]{0,30}\))?\s*[:-]\s+(?P<rest>[^\n]+)$", re.MULTILINE
)
_NAMED_OFFER = lazy(r"(?<![\w.])[A-Z][\w&]+(?: [A-Z]\w+)?(?:'s)? offer ?(?::|-|is\b)")
_COLUMN_HEADS = lazy(
    r"^[ \t]*\|?[^|\n]{0,20}\|(?P<heads>[ ]*(?:offer|option|job|company) ?#?[A-D1-4][^|\n]{0,30}"
    r"(?:\|[ ]*(?:offer|option|job|company) ?#?[A-D1-4][^|\n]{0,30}){1,3}\|?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TABLE_LINE = lazy(r"^[^\n]*\|[^\n]*$", re.MULTILINE)
_CELL = lazy(r"[^|\n]+")
_RULE = lazy(r"[\s:+=-]*")
_PAY = lazy(r"\b(?:base|salary|rsus?|equity|stock|bonus|sign-?on|signing|pays|paying)\b", re.IGNORECASE)
_DIGIT = lazy(r"\d{2}")


def split_offers(text: str) -> list[list[Span]]:
    """The places of each offer, the first or main one first; one list when there is only one offer.

    Words before the first heading or employer line belong to all of them, and so does a last line "Both: …".
    """
    if columns := _columns(text):
        return columns
    for find_cuts in (
        _heading_cuts,
        _inline_cuts,
        _clause_cuts,
        _lettered_cuts,
        _employer_cuts,
        _named_offer_cuts,
        _paragraph_cuts,
    ):
        cuts = find_cuts(text)
        if len(cuts) > 1:
            shared = _SHARED.search(text, cuts[-1])
            edges = [*cuts[:MOST_OFFERS], shared.start() if shared else len(text)]
            common = [(0, cuts[0])] if cuts[0] else []
            common += [(shared.start(), len(text))] if shared else []
            return [sorted([*common, (start, end)]) for start, end in pairwise(edges)]
    return _pair(text)


def _columns(text: str) -> list[list[Span]]:
    """The offers of a table with a column for each: of every row its name and the cell of the offer."""
    header = _COLUMN_HEADS.search(text)
    if header is None:
        return []
    rows = [[*_CELL.finditer(text, *line.span())] for line in _TABLE_LINE.finditer(text, header.end())]
    filled = [
        row
        for row in rows
        if len(row) == len(_CELL.findall(header["heads"])) + 1 and not _RULE.fullmatch(row[0].group())
    ]
    width = min((len(row) for row in filled), default=1)
    return [
        [
            place
            for row in filled
            for place in ([(row[0].start(), row[1].end())] if at == 1 else [row[0].span(), row[at].span()])
        ]
        for at in range(1, width)
    ]


def _heading_cuts(text: str) -> list[int]:
    return [match.start() for match in _HEADING.finditer(text)]


def _inline_cuts(text: str) -> list[int]:
    """Where "offer A … offer B …" of one line begin; none unless each states an amount."""
    first: dict[str, int] = {}
    for match in _INLINE.finditer(text):
        first.setdefault(match["tag"].lower(), match.start())
    edges = [*first.values(), len(text)]
    return edges[:-1] if all(_DIGIT.search(text[start:end]) for start, end in pairwise(edges)) else []


def _clause_cuts(text: str) -> list[int]:
    """Where "(a) 150k base … (b) 130k base …" begin; none unless each states a base of its own."""
    found = list(_CLAUSE.finditer(text))
    in_order = "".join(match["tag"].lower() for match in found) == "abcd"[: len(found)]
    edges = [*(match.start() for match in found), len(text)]
    paid = all(_BASE.search(text[start:end]) for start, end in pairwise(edges))
    return edges[:-1] if in_order and paid else []


def _lettered_cuts(text: str) -> list[int]:
    """Lines "A) Name: pay", "B) Name: pay"; none unless at least two of them or of the lines below state pay."""
    lines = [m for m in _LETTERED_LINE.finditer(text) if not LABEL.search(m["name"]) and not _A_DAY.search(m["name"])]
    edges = [*(line.start() for line in lines), len(text)]
    paid = [line for line in lines if _states_pay(line.group())]
    below = [_BASE.search(text[start:end]) for start, end in pairwise(edges)]
    in_order = "".join(line["tag"].lower() for line in lines) in ("abcd"[: len(lines)], "1234"[: len(lines)])
    # what is listed below a pay of its own are parts of that offer
    of_one = bool(lines) and bool(_BASE.search(text[: edges[0]])) and not any(below)
    return edges[:-1] if in_order and len(lines) > 1 and not of_one and (len(paid) > 1 or all(below)) else []


def _paragraph_cuts(text: str) -> list[int]:
    """Paragraphs that each open with a short line without figures and state a base of their own."""
    return [block.start("head") for block in _PARAGRAPH.finditer(text) if not LABEL.search(block["head"])]


def _employer_cuts(text: str) -> list[int]:
    cuts = []
    for match in _EMPLOYER_LINE.finditer(text):
        name = match["name"].strip().lower()
        named = name in EMPLOYERS or (name.split() and name.split()[0] in EMPLOYERS)
        if named and not LABEL.search(match["name"]) and _PAY.search(match["rest"]) and _DIGIT.search(match["rest"]):
            cuts.append(match.start())
    return cuts


def _named_offer_cuts(text: str) -> list[int]:
    cuts = [match.start() for match in _NAMED_OFFER.finditer(text)]
    edges = [*cuts, len(text)]
    return cuts if all(_DIGIT.search(text[start:end]) for start, end in pairwise(edges)) else []


def _pair(text: str) -> list[list[Span]]:
    for pattern in (_OTHER, _VERSUS):
        match = pattern.search(text)
        if match and _states_pay(text[: match.start()]) and _states_pay(text[match.start() :]):
            return [[(0, match.start())], [(match.start(), len(text))]]
    return [[(0, len(text))]]


def _states_pay(part: str) -> bool:
    return bool(_PAY.search(part) and _DIGIT.search(part))
