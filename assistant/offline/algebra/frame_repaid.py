"""Frames of repaid sums: what of one or several payments goes back, by months or by a percent, and what is kept."""

from __future__ import annotations

from decimal import Decimal

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import taxes_of
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_months

NTH_YEAR = (
    r"first|1st|year (?:1|one)|(?:within|inside|before) (?:a|one|12)",
    r"second|2nd|year (?:2|two)",
    r"third|3rd|year (?:3|three)",
)
IN_FULL = r"in full|entire\w*|everything|all of it back"
OFFERED = r"new\b.*|offer\w*|gives?|towards|other (?:firm|company|place)"
BY_MONTHS = r"pro ?-?rat\w*|anteilig\w*|linear\w*|sliding"
IN_STEPS = r"(?:a|one) (?:third|half|quarter) (?:a|each|every|per) (?:full )?year|(?:full|whole|complete\w*) (?:years?|quarters?)|quarterly|annually|each anniversary|every anniversary"


def _left_part(parts: Parts, work: Work, term: Term) -> Expr | None:
    """The part of a payment that is still to be served."""
    if (left := parts.one("left")) is not None:
        rest = _like(left, term, in_months(work, left, "left"))
        whole = in_months(work, term, "clawback")
        return rest / whole if rest.value <= whole.value else None
    time = parts.one("leave") or parts.one("served")
    if time is None:
        return None
    if parts.one("leave") is not None:
        work.used |= {each.start for each in parts.all("served")}
    gone = in_months(work, time, "served")
    for more in parts.all("more", *(("months",) if parts.has("served") else ())):
        gone = gone + in_months(work, more, "more")
    whole = in_months(work, term, "clawback")
    if gone.value >= whole.value:
        return Expr("0", Decimal(0))
    return (whole - gone) / whole


def _like(left: Term, term: Term, value: Expr) -> Expr:
    """A bare time in the unit of the term beside it."""
    return value * MONTHS if left.unit is None and term.unit == "year" else value


def _repaid(parts: Parts, work: Work) -> bool:
    """What goes back month by month of each payment with a term, in all, and what is kept."""
    sums, terms = parts.all("sign", "sign2"), parts.all("term")
    if not terms or not sums or len(terms) > len(sums) or parts.message.has(f"{IN_FULL}|{IN_STEPS}"):
        return False
    backs = []
    for amount, term in zip(sums, terms, strict=False):
        left = _left_part(parts, work, term)
        if left is None:
            return False
        backs.append(work.step(f"owed back{parts.tag}", take_term(work, amount, "amount") * left))
    back = backs[0] if len(backs) == 1 else work.step(f"owed back in all{parts.tag}", add_up(backs))
    rest = sums[len(terms) :]
    if not rest and len(sums) == 1:
        work.step(f"kept{parts.tag}", take_term(work, sums[0], "amount") - back, answers=False)
    return _beside(parts, work, back, rest)


def _beside(parts: Parts, work: Work, back: Expr, rest: list[Term]) -> bool:
    """What is owed after tax, against a new payment, against a percent that was told, or with another sum that is lost."""
    if parts.has("owe") and not parts.message.has(BY_MONTHS):
        return False
    if (told := take(parts, work, "owe", "told_pct")) is not None and (amount := parts.one("sign")) is not None:
        claimed = work.step("owed as told", take_term(work, amount, "amount") * told.part)
        work.step("apart by", claimed - back if claimed.value > back.value else back - claimed)
    if (tax := taxes_of(parts, work)) is not None:
        work.step("owed back after tax", back * left_of(tax))
        work.step("tax in it", back * tax.part)
    if len(rest) > 1 or (rest and not parts.has("wait") and not parts.message.has(OFFERED)):
        return False
    for term in rest:
        other = take_term(work, term, "other_sum")
        if parts.has("wait"):
            work.used |= {each.start for each in parts.all("wait")}
            work.step("lost in all", back + other)
        else:
            more = other.value >= back.value
            work.step("left of it" if more else "still to pay", other - back if more else back - other)
    return True


def _by_percent(parts: Parts, work: Work) -> bool:
    """A percent that goes back, the one of the year of leaving where several are told, and what is kept."""
    amount, owed = parts.one("sign", "bonus"), parts.all("owe")
    if amount is None or len(parts.all("sign")) > 1:
        return False
    at = _which(parts, owed) if len(owed) > 1 else 0
    if at is None:
        return False
    work.used |= {term.start for term in (*owed, *parts.all("leave", "term", "served"))}
    whole = take_term(work, amount, "amount")
    back = work.step("owed back", whole * take_term(work, owed[at], "owed_pct").part)
    work.step("kept", whole - back, answers=parts.message.has("keep|kept|mine|remain\\w*"))
    if (gap := parts.one("gap")) is not None:
        each = take_term(work, gap, "more_pay") / (1 if gap.per == "month" else MONTHS)
        work.step("months until even", back / each, "months")
    return True


def _which(parts: Parts, owed: list[Term]) -> int | None:
    """Which of several percents holds: that of the year of leaving, by its number or as words tell it last."""
    time = parts.one("leave") or parts.one("served")
    if time is not None:
        months = time.value * MONTHS if time.unit == "year" else time.value
        year = int(months // MONTHS)
        first = next((at for at, words in enumerate(NTH_YEAR) if _near(parts, owed[0], words)), 0)
        return year - first if 0 <= year - first < len(owed) else None
    behind = Parts(type(parts.message)(parts.message.text[owed[-1].end + 12 :]), {}).message
    named = [at for at, words in enumerate(NTH_YEAR) if behind.has(words)]
    return named[0] if len(named) == 1 and named[0] < len(owed) else None


def _near(parts: Parts, term: Term, words: str) -> bool:
    around = parts.message.text[max(0, term.start - 12) : term.end + 30].split(",")[0]
    return Parts(type(parts.message)(around), {}).message.has(words)


REPAID_FRAMES = (
    Frame("repaid by terms", ("sign", "sign", "term", "term"), _repaid, frozenset({"leave", "served", "tax"}), frozenset({"sign"})),
    Frame("repaid by two terms", ("sign", "sign2", "term", "term"), _repaid, frozenset({"leave", "served", "tax"})),
    Frame("repaid by months", ("sign", "term"), _repaid, frozenset({"sign2", "leave", "served", "left", "more", "months", "tax", "owe", "wait"}), frozenset({"sign", "sign2", "more"}), beside=frozenset({"pay", "now", "bpct", "bonus", "grant"})),
    Frame("repaid by percent", ("sign", "owe"), _by_percent, frozenset({"leave", "served", "term", "gap"}), frozenset({"owe"}), never="pro ?-?rat\\w*|anteilig", beside=frozenset({"pay", "now", "bpct"})),
)  # fmt: skip
