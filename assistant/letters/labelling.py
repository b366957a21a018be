"""Labelling: each amount of a message with the term it belongs to, by the names around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.amounts import STRUCK, WrittenAmount
from assistant.letters.patterns import LABEL, PERCENT_OF_PAY
from assistant.letters.sentences import Sentence
from assistant.letters.terms import Span

FAR_LABEL = 200
MOST_STATEMENTS = 2_000
_SHORT_TEXT = 50_000
_TOO_FAR = 9.0
_TOO_FAR_BEFORE_OTHER = 5.0
_TOO_FAR_AFTER = 4.5
_TOO_FAR_AFTER_OTHER = 2.5
_WORD = re.compile(r"[A-Za-z0-9']+")
_SEPARATOR = re.compile(r"[,;+|]|(?<=[\w%)] )/(?= )|\band\b|\bplus\b|\bwith\b|\bthen\b|\bas well as\b", re.IGNORECASE)
_BINDS_RIGHT = re.compile(
    r"^[ (]*(?:(?:in|of|as|for|an?|the|your|per|year|annum|yr|/|yearly|annual(?:ly)?|target|worth|to|total"
    r"|cash|new|initial|gross|one-time|p\.?a\.?|usd|eur|up|front|month|mo|hour|hr)[ -/]*)*$",
    re.IGNORECASE,
)
_SAME_SUM = re.compile(
    r"[^.;,+\d]{0,25}(?:\(|=|~|equivalent to|equals?|i\.e\.|that is|annuali[sz]ed to)[^.;+\d]{0,25}", re.IGNORECASE
)
_YEARLY_CELL = re.compile(
    r"(?:(?:per|an?) )?(?:annum|year|annual(?:ly)?|yearly|p\.? ?a\.?)(?: \(?[^\W\d]{3,8}\)?)?", re.IGNORECASE
)
_MONTHLY_CELL = re.compile(r"(?:(?:per|an?) )?(?:month(?:ly)?|p\.? ?m\.?)(?: \(?[^\W\d]{3,8}\)?)?", re.IGNORECASE)
_ANSWERED = re.compile(r":[ ]*[^\W\d]|\|[ ]*(?:n/?a\b|none\b|no\b|not |-+[ ]*$|[^\n|]*\()", re.IGNORECASE)
"""A line whose label has words for a value: it heads nothing."""
_CALLED = re.compile(r"[^.;:\n]{0,55}\bas (?:an?|your|the) (?:one-?(?:time|off) |gross |cash )?", re.IGNORECASE)
"""Between a sum and what it is called: "6,000 on the completion of two years as a retention bonus"."""
_AND = re.compile(r"[,+]|\b(?:and|plus)\b")
_RULE = re.compile(r"[\s|:=+-]*")
_DENIED = re.compile(r"\b(?:no|not any|without(?: any| an?)?|zero|excl(?:uding|\.)?|instead of an?) $", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"[ ]*(?:[:|=]|-(?= )|is|was)?[ ]*(?:none|n/?a|nil|nope|withdrawn|removed|dropped|cancel+ed|gone|no longer|not (?:offered|included|applicable|available)|zero(?! coupon))\b",
    re.IGNORECASE,
)
_CHAIN = re.compile(r"[ ,]*(?:then|and then|followed by|& then|/)[ ]*(?:v\d[ :]*)?", re.IGNORECASE)
_SUM_SIGN = re.compile(r"[ ]?(?:[+/]|plus)[ ]?|[^+\n]{0,25}[ ]\+[ ]?", re.IGNORECASE)
_SUM_GOES_ON = re.compile(r"[ ]?(?:[+/]|plus\b)", re.IGNORECASE)
VESTED = "\x02"
_PLAIN_BASE = ("base", "base salary", "base pay", "salary")
_OVER_YEARS = re.compile(rf" ?{VESTED}")
"""What follows a figure whose years were struck out: "400k over 4"."""
_INSTALMENT = re.compile(
    r"\b(?:20[2-4]\d|years?|yrs?|y[1-4]|yr[1-4]|anniversary|then|followed|upon|months?|half|second|remain\w+|after)\b",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """The name of a term: base, bonus, sign_on, equity, … or something that is no term."""

    kind: str
    start: int
    end: int


class Mention(NamedTuple):
    """An amount and its label; `kind` is None when no label is near. `sentence` is an index.

    `instead_of`: the sum told before that this one replaces.
    """

    kind: str | None
    amount: WrittenAmount
    label: Label | None
    sentence: int
    instead_of: Mention | None = None

    @property
    def span(self) -> Span:
        """From the label to the amount, whichever is first, when they stand together."""
        if self.label is None or self.kind is None:
            return self.amount.start, self.amount.end
        if self.amount.start - self.label.end > FAR_LABEL:
            return self.amount.start, self.amount.end
        return min(self.amount.start, self.label.start), max(self.amount.end, self.label.end)


def find_labels(text: str, sentences: list[Sentence], amounts: list[WrittenAmount]) -> list[Label]:
    """Labels of the sentences that hold amounts, of the short ones before them, and of short texts whole."""
    without_bases = PERCENT_OF_PAY.sub(lambda match: "\x01" * len(match.group()), text)
    starts = [amount.start for amount in amounts]
    counts = [bisect_left(starts, s.end) - bisect_left(starts, s.start) for s in sentences]
    near = [bool(count) or any(counts[i + 1 : i + 2]) for i, count in enumerate(counts)]
    chosen = [s for s, is_near in zip(sentences, near, strict=True) if is_near or len(text) < _SHORT_TEXT]
    return [
        Label(str(match.lastgroup), match.start(), match.end())
        for sentence in chosen[:MOST_STATEMENTS]
        for match in LABEL.finditer(without_bases, sentence.start, sentence.end)
        if not _DENIED.search(without_bases, max(0, match.start() - 16), match.start())
        and not _DENIED_AFTER.match(without_bases, match.end())
    ]


def label_amounts(
    text: str, sentences: list[Sentence], amounts: list[WrittenAmount], labels: list[Label]
) -> list[Mention]:
    """The amounts in order, each with the name it belongs to: a heading, a column, or the nearest in its sentence."""
    mentions: list[Mention] = []
    label_starts = [label.start for label in labels]
    amount_starts = [amount.start for amount in amounts]
    heading: Label | None = None
    columns: list[Label | None] = []
    periods: _PeriodColumns | None = None
    for index, sentence in enumerate(sentences):
        low, high = bisect_left(amount_starts, sentence.start), bisect_left(amount_starts, sentence.end)
        own = labels[bisect_left(label_starts, sentence.start) : bisect_left(label_starts, sentence.end)]
        inside = amounts[low:high]
        periods = _period_columns(text, sentence) or (periods if _has_cells(text, sentence) else None)
        if inside and own and periods and len(cells := _all_cells(text, sentence)) == periods.width:
            mentions += _label_year_cell(index, inside, cells[periods.year], own)
        elif inside and columns and not own and len(cells := _cells(text, sentence)) == len(columns):
            mentions += _label_cells(index, inside, cells, columns)
        elif inside:
            near = [heading, *own] if heading else own
            mentions += _label_sentence(text, index, inside, near)
        if not inside and not _RULE.fullmatch(text, sentence.start, sentence.end):
            columns = _columns(text, sentence, own)
        heading = _heading_of(text, sentence, own, bool(inside))
    return mentions


class _PeriodColumns(NamedTuple):
    """Which column of a table holds sums of a year where another holds those of a month, of how many columns."""

    year: int
    width: int


def _period_columns(text: str, sentence: Sentence) -> _PeriodColumns | None:
    cells = [text[start:end].strip() for start, end in _all_cells(text, sentence)]
    yearly = [place for place, cell in enumerate(cells) if _YEARLY_CELL.fullmatch(cell)]
    monthly = [place for place, cell in enumerate(cells) if _MONTHLY_CELL.fullmatch(cell)]
    return _PeriodColumns(yearly[0], len(cells)) if yearly and monthly else None


def _has_cells(text: str, sentence: Sentence) -> bool:
    return "|" in text[sentence.start : sentence.end]


def _all_cells(text: str, sentence: Sentence) -> list[Span]:
    edges = [m.start() for m in re.finditer(r"\|", text[sentence.start : sentence.end])]
    marks = [sentence.start - 1, *(sentence.start + edge for edge in edges), sentence.end]
    return [(start + 1, end) for start, end in pairwise(marks)]


def _label_year_cell(index: int, amounts: list[WrittenAmount], cell: Span, own: list[Label]) -> list[Mention]:
    """The amounts of a row: those of the year's column and of its name are what the row is called, the rest is not."""
    mentions = []
    for amount in amounts:
        meant = cell[0] <= amount.start < cell[1] or amount.kind == "percent"
        mentions.append(Mention(own[0].kind if meant else "other", amount, own[0] if meant else None, index))
    return mentions


def _cells(text: str, sentence: Sentence) -> list[Span]:
    return [place for place in _all_cells(text, sentence) if text[slice(*place)].strip()]


def _columns(text: str, sentence: Sentence, own: list[Label]) -> list[Label | None]:
    """The label of each cell of a table's heading row; empty when the line is no such row."""
    cells = _cells(text, sentence)
    if len(own) < 2 or len(cells) < 2:
        return []
    return [next((label for label in own if start <= label.start < end), None) for start, end in cells]


def _label_cells(
    index: int, amounts: list[WrittenAmount], cells: list[Span], columns: list[Label | None]
) -> list[Mention]:
    mentions = []
    for amount in amounts:
        place = next(i for i, (start, end) in enumerate(cells) if start <= amount.start < end)
        label = columns[place]
        mentions.append(Mention(label.kind if label else None, amount, label, index))
    return mentions


def _heading_of(text: str, sentence: Sentence, own: list[Label], has_amounts: bool) -> Label | None:
    """The label of a line or short sentence that is nothing but a label: it names what comes next."""
    if has_amounts or not own:
        return None
    line = text[sentence.start : sentence.end]
    if _ANSWERED.search(line):
        return None
    words = _WORD.findall(line)
    return own[-1] if len(words) <= 6 else None


def _label_sentence(text: str, index: int, amounts: list[WrittenAmount], labels: list[Label]) -> list[Mention]:
    label_first = bool(labels) and labels[0].start < amounts[0].start
    chosen = [
        _nearest(text, amount, amounts[max(0, place - 5) : place + 6], labels, label_first)
        for place, amount in enumerate(amounts)
    ]
    for place in range(len(amounts) - 1):
        if chosen[place + 1][1] is None and _is_next_instalment(
            text, chosen[place][1], amounts[place], amounts[place + 1]
        ):
            chosen[place + 1] = chosen[place]
        between = text[amounts[place].end : amounts[place + 1].start]
        if chosen[place][1] is None and _SAME_SUM.fullmatch(between):
            chosen[place] = chosen[place + 1]
        if _are_chained(text, amounts[place], amounts[place + 1]):
            chosen[place] = chosen[place + 1] = min(chosen[place : place + 2], key=lambda found: found[0])
    return [_mention(index, text, amounts, place, label) for place, (_, label) in enumerate(chosen)]


def _mention(index: int, text: str, amounts: list[WrittenAmount], place: int, label: Label | None) -> Mention:
    amount = amounts[place]
    if label is not None and label.kind == "sign_on" and label.start > amount.end and _is_vested_sum(text, amount):
        return Mention("equity", amount, None, index)
    if label is not None and label.kind == "bonus" and _is_vested_sum(text, amount):
        return Mention("equity", amount, None, index)
    return Mention(label.kind if label else _kind_by_place(text, amounts, place), amount, label, index)


def _is_vested_sum(text: str, amount: WrittenAmount) -> bool:
    return amount.kind == "money" and bool(_OVER_YEARS.match(text[amount.end : amount.end + 2]))


def _kind_by_place(text: str, amounts: list[WrittenAmount], place: int) -> str | None:
    """What a bare item of a sum like "205k + 20% + 400k over 4" means: a bonus, or equity over years."""
    amount = amounts[place]
    if place == 0 or not _SUM_SIGN.fullmatch(text[amounts[place - 1].end : amount.start]):
        return None
    after = text[amount.end : amount.end + 12]
    if amount.kind == "percent" and amounts[place - 1].kind != "percent":
        return "bonus" if place == 1 and _SUM_GOES_ON.match(after) else None
    return "equity" if _is_vested_sum(text, amount) else None


def _is_next_instalment(text: str, label: Label | None, one: WrittenAmount, other: WrittenAmount) -> bool:
    near = text[max(0, one.start - 6) : other.end + 25].split("\n", maxsplit=1)[0]
    return bool(label and label.kind == "sign_on" and other.start - one.end < 90 and _INSTALMENT.search(near))


def _are_chained(text: str, one: WrittenAmount, other: WrittenAmount) -> bool:
    """Whether two amounts mean the same term: "62k then 48k sign-on", or the ends of a range."""
    between = text[one.end : other.start]
    in_range = one.partner is not None and other.partner == one.partner - 1 and len(between) <= 8
    return bool(in_range or (between.strip() and _CHAIN.fullmatch(between)))


def _nearest(
    text: str, amount: WrittenAmount, amounts: list[WrittenAmount], labels: list[Label], label_first: bool
) -> tuple[float, Label | None]:
    best: tuple[float, Label | None] = (_TOO_FAR, None)
    if (fused := _fused(text, amount, labels, amounts)) is not None:
        return 0.0, fused
    place = bisect_left(labels, amount.start, key=lambda label: label.start)
    for label in labels[max(0, place - 3) : place]:
        cost = _cost_before(text, label, amount, amounts, labels) - (
            0.5 if label_first and label.kind != "total" else 0
        )
        if not label_first and _follows_amount(label, amounts):
            joined = amount.kind == "money" and _AND.search(text, label.end, amount.start)
            cost += 7 if joined else 2
        if label.kind == "other" and cost > _TOO_FAR_BEFORE_OTHER:
            continue
        if cost < _TOO_FAR and cost <= best[0]:
            best = (cost, label)
    end = amount.end
    if amount.partner is not None:
        end = max([a.end for a in amounts if a.start > amount.start and a.partner is not None][:1] or [end])
    for label in labels[place : place + 2]:
        cost = _cost_after(text, label, end, amounts, labels)
        if cost > (_TOO_FAR_AFTER_OTHER if label.kind == "other" else _TOO_FAR_AFTER):
            continue
        if cost < best[0]:
            best = (cost, label)
    return best


def _fused(text: str, amount: WrittenAmount, labels: list[Label], amounts: list[WrittenAmount]) -> Label | None:
    """The one-time payment an amount is written together with ("$10,000 relocation grant"), whatever heads its line."""
    at = bisect_left(labels, amount.end, key=lambda label: label.start)
    if at == len(labels) or text[amount.end : labels[at].start] not in (" ", " in ", " for "):
        return None
    label = labels[at]
    own = any(0 <= other.start - label.end <= 8 for other in amounts)
    base = label.kind == "base" and amount.kind == "money" and text[label.start : label.end].lower() in _PLAIN_BASE
    return label if (base or label.kind in ("relocation", "retention")) and not own else None


def _follows_amount(label: Label, amounts: list[WrittenAmount]) -> bool:
    """Whether an amount stands right before the label: in "172k base / 10% bonus" base is taken."""
    return any(0 <= label.start - amount.end <= 4 for amount in amounts)


def _cost_before(
    text: str, label: Label, amount: WrittenAmount, amounts: list[WrittenAmount], labels: list[Label]
) -> float:
    gap = text[label.end : amount.start]
    if label.start >= amount.start or len(gap) > 400:
        return _TOO_FAR
    crossed = sum(label.end <= other.start < amount.start and not other.unit for other in amounts)
    others = sum(label.end <= other.start < amount.start for other in labels)
    return 0.25 * len(_WORD.findall(gap)) + 1.5 * len(_SEPARATOR.findall(gap)) + 2 * crossed + 2.5 * others


def _cost_after(text: str, label: Label, end: int, amounts: list[WrittenAmount], labels: list[Label]) -> float:
    gap = text[end : label.start]
    if label.start < end or len(gap) > 60 or (label.kind == "other" and STRUCK in gap):
        return _TOO_FAR
    crossed = sum(end <= other.start < label.start and not other.unit for other in amounts)
    others = sum(end <= other.start < label.start for other in labels)
    if not crossed and not others and _CALLED.fullmatch(gap):
        return 1.0
    words = len(_WORD.findall(gap))
    loose = 0 if _BINDS_RIGHT.match(gap) else 1 + 0.8 * words
    breaks = 3 * len(_SEPARATOR.findall(gap)) + 5 * gap.count(":") + 2 * gap.count("\n") + 2 * gap.count("(")
    # "172k, sign-on 20k": the label has an amount of its own
    taken = breaks >= 3 and any(0 <= other.start - label.end <= 2 for other in amounts)
    # "64k GBP, bonus by profit share": a comma ends what a name behind it can be of
    other_item = 2 * (label.kind in ("bonus", "equity") and gap.strip() == ",")
    return 0.1 * words + loose + breaks + 5 * crossed + 4 * others + 2 * taken + other_item
