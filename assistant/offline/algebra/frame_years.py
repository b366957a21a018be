"""Frames of years: what one offer pays in each year by its schedule, with refreshers, sign-ons and a move of the price."""

from __future__ import annotations

import re

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.vesting import in_years, yearly_shares

MOST = 5
FOUR = 4
SAME_YEAR = r"(?:with)?in (?:that |the )?same year|the same year|vest\w* (?:that|the same|right away|immediately)"
STACKED = r"stacked|steady|once it'?s|fully built"
FROM_FIRST = r"from (?:the )?first year|starting (?:in )?year (?:1|one)"
_GROWS = re.compile(
    r"(?:grow\w*|rais\w*|rise|rises|increas\w*)[^,;.]{0,12}\d[^,;.]{0,6}(?:a|per|each|every|annual\w*)", re.IGNORECASE
)
ASKED = re.compile(
    r"(?:years?|yrs?|y) ?(?P<count>[1-5])\b|\b(?P<nth>first|second|third|fourth|fifth|last)\b", re.IGNORECASE
)


def _whole_stock(parts: Parts, work: Work) -> Expr | None:
    """The stock granted at first, in money."""
    grant = take(parts, work, "grant", "grant")
    if grant is not None:
        return grant
    shares = take(parts, work, "shares", "shares")
    price = take(parts, work, "price2", "share_price") or take(parts, work, "price", "share_price")
    if shares is None or price is None:
        return None
    work.used |= {term.start for term in parts.all("price")}
    return work.step("worth of the stock", shares * price, answers=False)


def _of_grant(parts: Parts, work: Work, count: int) -> list[Expr | None] | None:
    """What vests of the first grant in each year."""
    schedule = yearly_shares(parts, work)
    terms = parts.all("years")
    whole = _whole_stock(parts, work)
    if whole is None:
        return [None] * count if not parts.has("grant") and schedule is None else None
    told = parts.all("vest")
    if len(told) == 1:
        work.used.add(told[0].start)
        each = whole * take_term(work, told[0], "year_share_pct").part
        return [each if (at + 1) * told[0].value <= 100 else None for at in range(count)]
    if schedule is not None:
        work.used |= {term.start for term in terms}
        return [whole * schedule[at].part if at < len(schedule) else None for at in range(count)]
    if not terms:
        if parts.has("shares") or not parts.has("refresh"):
            return [work.step("stock a year", whole * 1, answers=False)] * count if parts.has("shares") else None
        work.suppose("The stock vests in equal parts over 4 years.")
        return [whole / FOUR] * count
    each = work.step("stock a year", whole / in_years(work, terms[0], "vest"), answers=False)
    length = terms[0].value if terms[0].unit != "month" else terms[0].value / 12
    return [each if at < length else None for at in range(count)]


def _moved(parts: Parts, work: Work, stock: list[Expr | None]) -> list[Expr | None]:
    """The stock after a move of its price."""
    for term in parts.all("fall", "rise") if not _grows(parts) else ():
        share = take_term(work, term, "change_pct").part
        factor = 1 - share if term in parts.by.get("fall", ()) else 1 + share
        stock = [None if each is None else each * factor for each in stock]
    return stock


def _grows(parts: Parts) -> bool:
    return bool(_GROWS.search(parts.message.text))


def _refreshed(parts: Parts, work: Work, count: int) -> list[Expr | None]:
    """What vests of refreshers in each year: one more each year, the first after a year, until they replace each other."""
    told = parts.one("refresh")
    if told is None:
        return [None] * count
    each = take_term(work, told, "refresher")
    years = parts.all("years")
    if parts.message.has(SAME_YEAR) or (
        len(years) < 2 and not parts.has("grant") and not parts.message.has("vest\\w*")
    ):
        late = parts.has("grant") and parts.message.has(r"from (?:the )?(?:second|2nd)")
        return [None if late and at == 0 else each for at in range(count)]
    length = in_years(work, years[-1], "refresher") if years else Expr(str(FOUR), Work.literal(FOUR).value)
    yearly = each / length
    most = int(length.value)
    if parts.message.has(STACKED):
        return [each] * count
    start = 1 if parts.message.has(FROM_FIRST) else 0
    return [yearly * min(at + start, most) if at + start else None for at in range(count)]


def _base(parts: Parts, work: Work, count: int) -> list[list[Expr]] | None:
    """What each year pays beside the stock."""
    pay = parts.one("pay", "now")
    if pay is None:
        return [[] for _ in range(count)]
    if pay.per not in (None, "year", "month"):
        return None
    base = take_term(work, pay, "base") * (12 if pay.per == "month" else 1)
    rises = parts.all("rise") if _grows(parts) else []
    years = []
    for at in range(count):
        amount = base
        for term in rises[:1]:
            grown = 1 + take_term(work, term, "raise_pct").part
            for _ in range(at):
                amount = amount * grown
        items = [amount]
        if (percent := take(parts, work, "bpct", "bonus_pct")) is not None:
            bonus = amount * percent.part
            paid = take(parts, work, "attain", "paid_pct")
            items.append(bonus if paid is None else bonus * paid.part)
        items += [take_term(work, t, "bonus") for t in parts.all("bonus")]
        items += [take_term(work, t, "extra") * (12 if t.per == "month" else 1) for t in parts.all("extra")]
        if (pension := take(parts, work, "pens", "pension_pct")) is not None:
            items.append(amount * pension.part)
        years.append(items)
    return years


def _count(parts: Parts) -> int | None:
    told = parts.one("horizon")
    if told is None:
        named = [int(found["count"]) for found in ASKED.finditer(parts.message.text) if found["count"]]
        return max([FOUR, *named])
    return int(told.value) if told.unit in ("year", None) and 1 <= told.value <= MOST else None


def _yearly(parts: Parts, work: Work) -> bool:
    """Each year of an offer, those asked for first, with the stock alone, the sum and the average."""
    count = _count(parts)
    if count is None or not (parts.has("refresh") or len(parts.all("vest")) > 0 or parts.has("shares")):
        return False
    work.used |= {term.start for term in parts.all("horizon")}
    base, stock = _base(parts, work, count), _of_grant(parts, work, count)
    if base is None or stock is None:
        return False
    stock = _moved(parts, work, stock)
    fresh = _refreshed(parts, work, count)
    once = {0: parts.all("sign"), 1: parts.all("sign2")}
    asked = _asked(parts)
    totals, stocks = [], []
    for at in range(count):
        equity = [each for each in (stock[at], fresh[at]) if each is not None]
        paid = [take_term(work, term, "sign_on") for term in once.get(at, ())]
        of_stock = work.step(f"stock in year {at + 1}", add_up(equity), answers=not base[at]) if equity else None
        stocks += [of_stock] if of_stock is not None else []
        items = [*base[at], *([of_stock] if of_stock is not None else []), *paid]
        if not items:
            return False
        totals.append(work.step(f"year {at + 1}", add_up(items), answers=not asked or at + 1 in asked))
    return _summed(parts, work, totals, stocks, bool(asked))


def _summed(parts: Parts, work: Work, totals: list[Expr], stocks: list[Expr], asked: bool) -> bool:
    whole = work.step(f"over {len(totals)} years", add_up(totals), answers=not asked)
    work.step("average a year", whole / len(totals), answers=not asked)
    if stocks and len(stocks) < len(totals) * 2:
        work.step(f"stock over {len(totals)} years", add_up(stocks), answers=False)
    work.step("of two years", totals[0] + totals[1], answers=False) if len(totals) > 1 else None
    first, last = totals[0], totals[-1]
    if first.value != last.value:
        work.step(
            "first and last year apart by", first - last if first.value > last.value else last - first, answers=False
        )
    if (told := take(parts, work, "tc", "told_total")) is not None:
        more = first.value >= told.value
        work.step(f"year 1 {'above' if more else 'below'} it", first - told if more else told - first)
    return True


def _asked(parts: Parts) -> set[int]:
    """The years asked for by number in the newest message."""
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": FOUR}
    found = ASKED.finditer(parts.message.asked_last)
    return {int(each["count"]) if each["count"] else words[each["nth"].lower()] for each in found}


_ON_TOP = frozenset(
    {
        "bpct",
        "attain",
        "bonus",
        "extra",
        "pens",
        "sign",
        "sign2",
        "years",
        "vest",
        "fall",
        "rise",
        "horizon",
        "tc",
        "price",
        "price2",
    }
)
_OFTEN = frozenset({"vest", "years", "bonus", "extra", "fall"})
_NEVER = (
    r"leave|leaving|quit\w*|gone|resign\w*|claw\w*|chance|which (?:is|one|pays)|runs? out|once .{0,30} (?:is|are) done"
)
YEAR_FRAMES = (
    Frame("years of a schedule", ("grant", "vest"), _yearly, _ON_TOP | {"pay", "now", "refresh"}, _OFTEN, never=_NEVER),
    Frame("years with refreshers", ("refresh",), _yearly, _ON_TOP | {"pay", "now", "grant"}, _OFTEN, never=_NEVER),
    Frame("years of shares", ("shares", "pay"), _yearly, _ON_TOP | {"refresh"}, _OFTEN, never=_NEVER),
)  # fmt: skip
