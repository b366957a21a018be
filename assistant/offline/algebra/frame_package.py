"""Frames of packages: a year with bonus, stock and sign-on, year by year and over all; plans, ranges and days off."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, a_year_of, take, take_term
from assistant.offline.algebra.terms import Term

SCHEDULE = re.compile(r"(?<![\d/])(\d{1,2})%? ?/ ?(\d{1,2})%? ?/ ?(\d{1,2})%? ?/ ?(\d{1,2})%?(?![\d/])")
WHOLE = 100
FOUR = 4
NTH = ("first", "second", "third", "fourth")
WORKDAYS = 260


def _stock(parts: Parts, work: Work, tag: str) -> list[Expr] | None:
    """The stock of each of four years; empty without any, None where its years do not fit."""
    by_year = [take_term(work, t, "stock") for t in parts.all("stock")]
    grant = take(parts, work, "grant", "grant")
    if grant is None:
        return [add_up(by_year)] * FOUR if by_year else []
    schedule = SCHEDULE.search(parts.message.text)
    if schedule is not None:
        shares = [int(part) for part in schedule.groups()]
        if sum(shares) != WHOLE:
            return None
        named = [work.number(Decimal(share), f"{nth}_year_share") for nth, share in zip(NTH, shares, strict=True)]
        return [grant * share.part for share in named]
    years, vest = parts.one("years"), parts.one("vest")
    if vest is not None and vest.value * FOUR != WHOLE:
        return None
    if vest is not None:
        work.used.add(vest.start)
    if years is None and vest is None:
        work.suppose("The stock vests in equal parts over 4 years.")
    if years is not None and years.unit not in ("year", None):
        return None
    count: Expr | int = take_term(work, years, "vest_years") if years is not None else FOUR
    each = work.step(f"stock a year{tag}", grant / count, answers=False)
    return [each] * FOUR


def _years(parts: Parts, work: Work, tag: str = "") -> list[Expr] | None:
    """The pay of each of four years."""
    base = take(parts, work, "pay", "base") or take(parts, work, "now", "base")
    anchor = parts.one("pay", "now")
    if base is None or anchor is None or anchor.per not in (None, "year"):
        return None
    same = [base]
    if (percent := take(parts, work, "bpct", "bonus_pct")) is not None:
        bonus = base * percent.part
        if (paid := take(parts, work, "attain", "paid_pct")) is not None:
            bonus = bonus * paid.part
        same.append(work.step(f"bonus{tag}", bonus, answers=False))
    same += [take_term(work, t, "bonus") for t in parts.all("bonus") if t.per in (None, "year")]
    same += [take_term(work, t, "extra") * (12 if t.per == "month" else 1) for t in parts.all("extra") if t.per]
    if (pension := take(parts, work, "pens", "pension_pct")) is not None:
        same.append(work.step(f"employer's part{tag}", base * pension.part, answers=False))
    stock = _stock(parts, work, tag)
    if stock is None:
        return None
    once = {0: take(parts, work, "sign", "sign_on"), 1: take(parts, work, "sign2", "second_sign_on")}
    first = [
        *([once[0]] if once[0] is not None else []),
        *(take_term(work, t, "once") for t in parts.all("extra") if not t.per),
    ]
    once[0] = add_up(first) if first else None
    made = []
    for year in range(FOUR):
        items = [*same, *stock[year : year + 1], *([once[year]] if once.get(year) is not None else [])]
        made.append(work.step(f"year {year + 1}{tag}", add_up([item for item in items if item is not None])))
    return made


def _package(parts: Parts, work: Work) -> bool:
    """Each year of a package, their sum and average, and how far the pay falls after the first."""
    if not _asks_for_years(parts):
        return False
    years = _years(parts, work)
    if years is None:
        return False
    work.used |= {t.start for t in parts.all("horizon")}
    count = _horizon(parts)
    if count is None:
        return False
    total = work.step(f"over {count} years", add_up([years[min(n, FOUR - 1)] for n in range(count)]))
    work.step("average a year", total / count)
    first, last = years[0], years[3] if SCHEDULE.search(parts.message.text) else years[1]
    if first.value != last.value:
        down = first.value > last.value
        fall = work.step(
            "drop after year 1" if down else "rise after year 1", first - last if down else last - first, answers=False
        )
        work.step("in percent", fall / first * 100, "percent", answers=False)
    _against_told(parts, work, total / count)
    return True


def _against_told(parts: Parts, work: Work, average: Expr) -> None:
    """How far a year lies from the total that was told."""
    if (told := take(parts, work, "tc", "told_total")) is not None:
        less = average.value < told.value
        work.step("below what was told" if less else "above what was told", told - average if less else average - told)


def _horizon(parts: Parts) -> int | None:
    told = parts.one("horizon")
    if told is None:
        return FOUR
    return int(told.value) if told.unit in ("year", None) and told.value in (2, 3, 4, 5) else None


def _asks_for_years(parts: Parts) -> bool:
    return parts.message.has(
        r"total\w*|year|yr|y1|tc|all[- ]in|comp|average|avg|each|annual\w*|over (?:all )?(?:the )?\w+ years|in all|add up|altogether|together"
    )


def _range(parts: Parts, work: Work) -> bool:
    """Where a pay sits in a range: its middle, the place in percent, and its ratio to the middle."""
    low, high, pay = (
        take(parts, work, sense, name) for sense, name in (("low", "low"), ("high", "high"), ("pay", "pay"))
    )
    if low is None or high is None or pay is None or not low.value < high.value:
        return False
    middle = work.step("middle of the range", (low + high) / 2)
    work.step("place in the range", (pay - low) / (high - low) * 100, "percent")
    work.step("ratio to the middle", pay / middle, "ratio")
    work.step("of the middle in percent", pay / middle * 100, "percent", answers=False)
    return True


def _days_off(parts: Parts, work: Work) -> bool:
    """What days of pay are worth."""
    pay, off = parts.one("pay", "now"), parts.one("off")
    if pay is None or off is None or pay.per not in (None, "year") or off.unit not in ("day", None):
        return False
    days = take(parts, work, "days", "working_days")
    if days is None:
        work.suppose(f"{WORKDAYS} working days a year.")
    each = work.step("worth of a day", take_term(work, pay, "pay") / (days or WORKDAYS), answers=False)
    work.step("worth of the days", each * take_term(work, off, "days"))
    return True


def _real(parts: Parts, work: Work) -> bool:
    """A raise after inflation."""
    rise, inflation = take(parts, work, "rise", "raise_pct"), take(parts, work, "infl", "inflation_pct")
    if rise is None or inflation is None:
        return False
    grown, dearer = 1 + rise.part, 1 + inflation.part
    gains = rise.value >= inflation.value
    real = grown / dearer - 1 if gains else 1 - grown / dearer
    work.step("raise in real terms" if gains else "lost in real terms", real * 100, "percent")
    return True


def _contract(parts: Parts, work: Work) -> bool:
    """The hourly rate that pays as much as a salary with its benefits."""
    pay, more, hours = (
        take(parts, work, "pay", "salary"),
        take(parts, work, "ontop", "benefits_pct"),
        take(parts, work, "hours", "billable_hours"),
    )
    if pay is None or more is None or hours is None or hours.value < WORKDAYS:
        return False
    work.step("rate an hour to break even", pay * (1 + more.part) / hours)
    return True


def _middle(parts: Parts, work: Work) -> bool:
    """The middle between two numbers, and how far above either side or the present pay it is."""
    theirs, mine = take(parts, work, "pay", "theirs"), take(parts, work, "ask", "mine")
    if theirs is None or mine is None:
        return False
    middle = work.step("the middle", (theirs + mine) / 2)
    work.step("above their number in percent", (middle - theirs) / theirs * 100, "percent")
    if parts.message.has(r"what (?:do|should) i (?:say|ask|counter)|do i (?:say|ask)|always"):
        work.step("what to ask so that the middle is yours", mine * 2 - theirs)
    if (now := take(parts, work, "now", "present_pay")) is not None:
        work.step("above the present pay in percent", (middle - now) / now * 100, "percent")
        work.step("above the present pay", middle - now, answers=False)
    return True


def _inside(parts: Parts, work: Work) -> bool:
    """The fixed pay inside a package: without the percent or the amounts that it includes."""
    whole = take(parts, work, "tc", "package")
    if whole is None:
        return False
    inside = [take_term(work, t, "included") for t in parts.all("bonus", "extra", "sign")]
    if (percent := take(parts, work, "pens", "included_pct")) is not None:
        if inside:
            return False
        base = work.step("base", whole / (1 + percent.part))
        work.step("base a month", base / 12, answers=False)
        return True
    if (share := take(parts, work, "bpct", "variable_pct")) is not None:
        inside.append(work.step("variable pay", whole * share.part, answers=False))
    if not inside:
        return False
    fixed = work.step("fixed pay a year", whole - add_up(inside))
    work.step("fixed pay a month", fixed / 12)
    paid, variable = take(parts, work, "attain", "paid_pct"), take(parts, work, "bonus", "included")
    if paid is not None:
        if variable is None:
            return False
        work.step("cash in the year", fixed + variable * paid.part)
    return True


def _of_parts(parts: Parts, work: Work) -> bool:
    """The month of the fixed pay of a package told in its parts, which must add up to it."""
    whole, fixed = take(parts, work, "tc", "package"), take(parts, work, "pay", "fixed_pay")
    if whole is None or fixed is None:
        return False
    rest = [take_term(work, t, "other_part") for t in parts.all("bonus", "extra", "sign", "grant", "stock")]
    if abs(fixed.value + sum(part.value for part in rest) - whole.value) * WHOLE > whole.value * 2:
        return False
    work.step("fixed pay a month", fixed / 12)
    work.step("fixed pay a year", fixed * 1, answers=False)
    return True


def _is_year(term: Term | None) -> bool:
    return term is not None and term.per in (None, "year")


_ON_TOP = frozenset(
    {"bpct", "grant", "years", "vest", "sign", "sign2", "stock", "horizon", "bonus", "attain", "pens", "extra"}
)
_TOLD = _ON_TOP | {"tc"}
IN_PARTS = r"spread|equal (?:parts|instal\w*|amounts)|in (?:thirds|halves)|paid (?:out )?over|paid in \w+ parts"


def _sign_on_in_parts(parts: Parts, work: Work) -> bool:
    """The cash of each of the years over which a sign-on is paid in equal parts."""
    pay, sign, years = parts.one("pay"), parts.one("sign"), parts.one("horizon", "years")
    if pay is None or sign is None or years is None or years.value < 1:
        return False
    base = a_year_of(work, pay, "pay")
    items = [base, take_term(work, sign, "sign_on") / take_term(work, years, "years")]
    items += [base * take_term(work, term, "bonus_pct").part for term in parts.all("bpct")]
    items += [take_term(work, term, "bonus") for term in parts.all("bonus")]
    work.step("a part of the sign-on", items[1], answers=False)
    work.step("cash a year", add_up(items))
    return True


_SIGN_ON_PARTS = tuple(
    Frame("sign-on in parts", ("pay", "sign", span), _sign_on_in_parts, frozenset({"bpct", "bonus"}), words=IN_PARTS)
    for span in ("horizon", "years")
)
PACKAGE_FRAMES = (
    *_SIGN_ON_PARTS,
    Frame("package", ("pay", "grant"), _package, _TOLD, frozenset({"bonus", "stock", "extra"}), never="(?:what|which|how (?:much|big)) sign|cliff|leave|leaving|quit|doubl\\w*|halv\\w*|sign[- ]?on (?:would|do i need)|need"),
    Frame("package of stock", ("pay", "stock", "tc"), _package, _TOLD, frozenset({"bonus", "stock", "extra"}), never="base (?:do|must|would|is)|need|which base|what base|sign[- ]?on"),
    Frame("package of cash", ("pay", "sign"), _package, _TOLD, frozenset({"bonus", "stock", "extra"}), never="(?:what|which|how (?:much|big)) sign|claw\\w*|repay\\w*|instead|how long|swap|equal\\w*|need|pro ?-?rat\\w*"),
    Frame("range", ("low", "high", "pay"), _range),
    Frame("days off", ("off", "pay"), _days_off, frozenset({"days"})),
    Frame("real raise", ("rise", "infl"), _real),
    Frame("contract", ("pay", "ontop", "hours"), _contract),
    Frame("middle", ("pay", "ask"), _middle, frozenset({"now"}), words="middle|half ?way|mid-?point|split|meet"),
    Frame("package of parts", ("tc", "pay"), _of_parts, frozenset({"bonus", "extra", "sign", "grant", "stock"}), frozenset({"bonus", "extra", "sign"}), words=r"month\w*|mahin\w*|mensual\w*|monat\w*|per month"),
    Frame("inside", ("tc",), _inside, frozenset({"bonus", "extra", "pens", "bpct", "attain", "sign"}), frozenset({"bonus", "extra"}), words=r"incl\w*|inside|ctc|out of which|of which|usme|andar|package|in it"),
)  # fmt: skip
