"""Frames of waiting: what a later or uncertain sum is worth now, and whether to wait for it beside more pay elsewhere."""

from __future__ import annotations

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, take, take_term
from assistant.offline.algebra.holding import over_time, taxes_of, today
from assistant.offline.algebra.terms import Term
from assistant.offline.algebra.vesting import MONTHS, in_months, in_years

IN_PARTS = r"equal (?:bits|parts|instal\w*|amounts|pieces)|spread|in (?:thirds|quarters|halves)|a year for|each year"
SUMS = ("bonus", "sign", "grant")


def _later(parts: Parts, work: Work) -> bool:
    """A sum that comes later, today: at once or in yearly parts, by its chance and after tax."""
    told, wait = parts.one(*SUMS), parts.one("wait")
    if told is None or wait is None or len(parts.all(*SUMS)) > 1:
        return False
    amount = take_term(work, told, "amount")
    if parts.message.has(IN_PARTS):
        rate = take(parts, work, "rate", "discount_pct")
        assert rate is not None  # noqa: S101
        years = in_years(work, wait, "wait")
        part = work.step("a year of it", amount / years, answers=False)
        factor = (1 - 1 / (1 + rate.value / 100) ** years.value) / (rate.value / 100)
        value = work.step(
            "worth today",
            Expr(
                f"{part.text} x (1 - 1 / (1 + {rate.text} / 100) ^ ({years.text})) / ({rate.text} / 100)",
                part.value * factor,
            ),
        )
    else:
        value = today(parts, work, amount, wait)
    if (tax := taxes_of(parts, work)) is not None:
        value = work.step("left after tax", value * left_of(tax))
    if (chance := take(parts, work, "chance", "chance_pct")) is not None:
        work.step("expected value", value * chance.part)
    return True


def _uncertain(parts: Parts, work: Work) -> bool:
    """A sum by its chance, with a sure one beside it, a part of the year's pay, or spread over years."""
    chances, sums = parts.all("chance"), parts.all("bonus", "exit", "grant", "sign", "sign2", "refresh", "stock")
    if len(chances) != 1 or not sums or len(sums) > 2:
        return False
    work.used |= {term.start for term in parts.all("wait")}
    unsure = sums[-1] if len(sums) == 2 else sums[0]
    amount = take_term(work, unsure, "uncertain_sum")
    for times in parts.all("mult"):
        amount = amount * take_term(work, times, "times")
    value = work.step("expected value", amount * take_term(work, chances[0], "chance_pct").part)
    if len(sums) == 2:
        value = work.step("in all", value + take_term(work, sums[0], "sure_sum"))
    if (tax := taxes_of(parts, work)) is not None:
        value = work.step("left after tax", value * left_of(tax))
    return _over_years(parts, work, value) and _with_pay(parts, work, value)


def _over_years(parts: Parts, work: Work, value: Expr) -> bool:
    gap, years = parts.one("gap"), parts.one("horizon", "years")
    if gap is not None and years is not None:
        other = work.step("more pay in that time", over_time(work, gap, years))
        more = value.value >= other.value
        work.step("difference", value - other if more else other - value)
    elif years is not None:
        work.step("a year of it", value / in_years(work, years, "years"))
    elif gap is not None:
        work.used.add(gap.start)
    return True


def _with_pay(parts: Parts, work: Work, value: Expr) -> bool:
    pays = parts.all("pay", "now")
    if not pays:
        return True
    if len(pays) > 2 or any(term.per not in (None, "year") for term in pays):
        return False
    base = take_term(work, pays[0], "base")
    items = [base, value]
    items += [base * take_term(work, term, "pension_pct").part for term in parts.all("pens")]
    year = work.step("a year with it", add_up(items))
    if len(pays) == 2:
        other = take_term(work, pays[1], "other_pay")
        work.step("difference a year", year - other if year.value >= other.value else other - year)
    return True


def _wait_or_go(parts: Parts, work: Work) -> bool:
    """A sum for waiting so long against the pay that waiting loses."""
    sums, wait = parts.all("bonus", "grant", "sign", "sign2"), parts.one("wait") or parts.one("left")
    if not sums or wait is None:
        return False
    amounts = [take_term(work, term, "sum_for_waiting") for term in sums]
    value = add_up(amounts) if len(amounts) == 1 else work.step("for waiting", add_up(amounts))
    if (tax := taxes_of(parts, work)) is not None:
        value = work.step("left after tax", value * left_of(tax))
    lost = _lost(parts, work, wait)
    if lost is None:
        return False
    ahead = value.value >= lost.value
    work.step("waiting is ahead by" if ahead else "going is ahead by", value - lost if ahead else lost - value)
    return True


def _lost(parts: Parts, work: Work, wait: Term) -> Expr | None:
    if (gap := parts.one("gap")) is not None:
        return work.step("lost by waiting", over_time(work, gap, wait))
    told = parts.one("now"), parts.one("pay")
    now, new = take(parts, work, "now", "pay_now"), take(parts, work, "pay", "new_pay")
    if now is None or new is None or new.value <= now.value:
        return None
    spans = {term.per for term in told if term is not None}
    if spans <= {"week", "month"}:
        return (
            work.step("lost by waiting", (new - now) * take_term(work, wait, "wait")) if spans == {wait.unit} else None
        )
    return work.step("lost by waiting", (new - now) / MONTHS * in_months(work, wait, "wait"))


def _two_raises(parts: Parts, work: Work) -> bool:
    """More pay that comes later, by its chance, against more pay at once, over some years."""
    gaps, wait, years = parts.all("gap"), parts.one("wait"), parts.one("horizon")
    if len(gaps) != 2 or wait is None or years is None or any(term.per == "month" for term in gaps):
        return False
    first_waits = abs(gaps[0].start - wait.start) <= abs(gaps[1].start - wait.start)
    later, soon = gaps if first_waits else gaps[::-1]
    time = in_years(work, years, "years")
    staying = take_term(work, later, "later_raise") * (time - in_months(work, wait, "wait") / MONTHS)
    if (chance := take(parts, work, "chance", "chance_pct")) is not None:
        staying = staying * chance.part
    one = work.step("the later raise in all", staying)
    two = work.step("the sooner raise in all", take_term(work, soon, "sooner_raise") * time)
    work.step("difference", two - one if two.value >= one.value else one - two)
    return one.value >= 0


def _missing(parts: Parts, work: Work) -> bool:
    """What is left behind in several sums, and how far an offer falls short of it."""
    lost = parts.all("gap", "bonus", "paidin", "stock")
    if len(lost) < 2 or any(term.per == "month" for term in lost):
        return False
    whole = work.step("left behind in all", add_up([take_term(work, term, "left_behind") for term in lost]))
    offered = take(parts, work, "sign", "offered")
    if offered is None:
        return False
    more = offered.value > whole.value
    work.step("more than lost by" if more else "short by", offered - whole if more else whole - offered)
    return True


_RAISED = (
    Frame("wait or go", ("wait", "gap"), _wait_or_go, frozenset({"bonus", "grant", "sign", "sign2", "tax"}), frozenset({"bonus", "sign"})),
    Frame("wait or go by pay", ("wait", "now", "pay"), _wait_or_go, frozenset({"bonus", "grant", "sign", "tax"}), frozenset({"bonus"})),
    Frame("stay or go by time left", ("left", "gap", "bonus"), _wait_or_go, frozenset({"tax"})),
    Frame("two raises", ("gap", "gap", "wait", "horizon"), _two_raises, frozenset({"chance"})),
)  # fmt: skip
WAITING_FRAMES = (
    Frame("later sum", ("wait", "rate"), _later, frozenset({"bonus", "sign", "grant", "chance", "tax"}), frozenset({"tax"}), beside=frozenset({"pay", "now"})),
    Frame("uncertain sum", ("chance",), _uncertain, frozenset({"bonus", "exit", "grant", "sign", "sign2", "refresh", "stock", "mult", "wait", "gap", "horizon", "years", "pay", "now", "pens", "tax"}), frozenset({"pay", "tax"})),
    Frame("left behind in sums", ("sign",), _missing, frozenset({"gap", "bonus", "paidin", "stock"}), frozenset({"gap", "bonus", "stock"}), words=r"short|missing|make[- ]?whole|cover\w*|enough|left behind|unvested|leav\w*"),
    *_RAISED,
)  # fmt: skip
