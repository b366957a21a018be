"""Frames of terms: what is lost or bought out by leaving, what a later payment is worth, places, and numbers to ask for."""

from __future__ import annotations

from assistant.offline.algebra.counting import BY_MONTH
from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, a_year_of, take, take_term
from assistant.offline.algebra.terms import Term

MONTH_DAYS = 30
OF_OFFER = r"they|offer\w*|their|theirs"


def _worth_today(parts: Parts, work: Work) -> bool:
    """One payment that comes in so many years, in the money of today."""
    amount, wait, rate = (
        take(parts, work, "bonus", "amount"),
        parts.one("wait"),
        take(parts, work, "rate", "discount_pct"),
    )
    if amount is None or wait is None or rate is None:
        return False
    years = take_term(work, wait, "years" if wait.unit != "month" else "months")
    if wait.unit == "month":
        years = years / 12
    grown = (1 + rate.value / 100) ** years.value
    power = f"({years.text})" if " " in years.text else years.text
    work.step("worth today", Expr(f"{amount.text} / (1 + {rate.text} / 100) ^ {power}", amount.value / grown))
    return True


def _weeks_of_pay(parts: Parts, work: Work) -> bool:
    """What so many weeks of a yearly pay are, and what taxes leave of them."""
    pay, weeks = parts.one("pay"), parts.one("weeks")
    if pay is None or weeks is None or pay.per not in (None, "year"):
        return False
    amount = take_term(work, pay, "pay") / 52 * take_term(work, weeks, "weeks")
    amount = work.step("pay for those weeks", amount)
    if parts.has("tax"):
        taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
        work.step("left after tax", amount * left_of(taxes))
    return True


def _same_living(parts: Parts, work: Work) -> bool:
    """The pay that buys the same in another place, and how an offer there compares."""
    pay, old, new = (
        take(parts, work, "now", "pay"),
        take(parts, work, "idx1", "index_here"),
        take(parts, work, "idx2", "index_there"),
    )
    if pay is None or old is None or new is None:
        return False
    same = work.step("pay that buys the same there", pay * new / old)
    if (offer := take(parts, work, "pay", "offer")) is not None:
        short = offer.value < same.value
        work.step(
            "the offer is lower by" if short else "the offer is higher by", same - offer if short else offer - same
        )
    return True


def _bought_out(parts: Parts, work: Work) -> bool:
    """What the days of notice that are not worked cost."""
    notice, pay = parts.one("notice"), parts.one("pay")
    served, left = parts.one("notice2"), parts.one("left")
    if notice is None or pay is None or (served is None and left is None):
        return False
    days = take_term(work, notice, "notice_days")
    rest = (
        days - take_term(work, served, "days_worked")
        if served is not None
        else take_term(work, left, "days_left")
        if left
        else days
    )
    if rest.value <= 0:
        return False
    if left is not None:
        work.used.add(left.start)
    amount = take_term(work, pay, "pay")
    if pay.per != "month":
        amount = amount / 12
    length = take(parts, work, "monthdays", "month_days")
    if length is None:
        work.suppose(f"{MONTH_DAYS} days a month.")
        length = Expr(str(MONTH_DAYS), work.literal(MONTH_DAYS).value)
    work.step("cost of the buyout", amount * rest / length)
    work.step("days to buy out", rest, "days", answers=False)
    return True


SAVES = r"(?:pay|salary|base|wage)\b[^.;\d\n]{0,16}\b(?:down|cut|lower|less|drops?|falls?)\b.*\bsav(?:es?|ed|ings?)"
"""A pay that falls beside a cost that falls."""


def _eaten(parts: Parts, work: Work) -> bool:
    """What is left of more pay, after tax where it is told, once a new cost is paid; or what saving one makes of less pay."""
    gap, costs = parts.one("gap"), parts.all("cost")
    if gap is None or not 1 <= len(costs) <= 2:
        return False
    less = parts.message.has(SAVES)
    more = a_year_of(work, gap, "less_pay" if less else "more_pay")
    if parts.has("tax"):
        taxes = add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")])
        more = work.step("more pay after tax", more * left_of(taxes), answers=False)
    high, *low = sorted((take_term(work, term, "cost") for term in costs), key=lambda each: -each.value)
    amount = work.step("more to pay", high - low[0], answers=False) if low else high
    amount = _cost_a_year(parts, work, amount, next((t.per for t in costs if t.per), None))
    amount = work.step("cost a year", amount, answers=len(costs) > 1)
    left = more.value >= amount.value
    if less:
        work.step("loss a year" if left else "gain a year", more - amount if left else amount - more)
        return True
    work.step("left of the raise" if left else "loss beyond the raise", more - amount if left else amount - more)
    return True


def _cost_a_year(parts: Parts, work: Work, amount: Expr, per: str | None) -> Expr:
    days, weeks = take(parts, work, "dweek", "days_a_week"), take(parts, work, "weeks", "weeks")
    if days is not None:
        return amount * days * (weeks or 52)
    if per == "month" or (per is None and parts.message.has(BY_MONTH)):
        return amount * 12
    return amount * (weeks or 52) if per == "week" else amount


def _even_after(parts: Parts, work: Work) -> bool:
    """After how long more pay has made up for a payment once."""
    once = parts.one("sign", "bonus")
    if once is None:
        return False
    if parts.has("gap"):
        term = parts.one("gap")
        assert term is not None  # noqa: S101
        more = take_term(work, term, "more_pay")
        if term.per == "month":
            more = more * 12
    elif len(both := parts.all("pay", "ask", "now")) == 2:
        low, high = sorted(both, key=lambda t: t.value)
        more = work.step(
            "more pay a year", take_term(work, high, "higher_pay") - take_term(work, low, "lower_pay"), answers=False
        )
    else:
        return False
    amount = take_term(work, once, "once")
    if more.value <= 0:
        return False
    if parts.has("tax"):
        return False
    months = work.step("months until even", amount / (more / 12), "months")
    work.step("in years", months / 12, "years")
    return True


def _stay_or_go(parts: Parts, work: Work) -> bool:
    """A payment for staying so long against more pay elsewhere from today."""
    bonus, gap, wait = take(parts, work, "bonus", "bonus"), parts.one("gap"), parts.one("wait", "leave", "horizon")
    if bonus is None or gap is None or wait is None:
        return False
    more = take_term(work, gap, "more_pay")
    months = take_term(work, wait, "wait_months" if wait.unit == "month" else "wait_years")
    per_year = gap.per in (None, "year")
    if wait.unit == "month":
        more = more * months / 12 if per_year else more * months
    else:
        more = more * months if per_year else more * 12 * months
    more = work.step("more pay in that time", more)
    ahead = bonus.value >= more.value
    work.step("staying is ahead by" if ahead else "leaving is ahead by", bonus - more if ahead else more - bonus)
    return True


def _more_for_years(parts: Parts, work: Work) -> bool:
    """What more pay comes to in so many years, and a payment once beside it."""
    gap, years = parts.one("gap"), take(parts, work, "horizon", "years")
    if gap is None or years is None:
        return False
    total = take_term(work, gap, "more_pay") * (12 if gap.per == "month" else 1)
    if (bonus := take(parts, work, "bpct", "bonus_pct")) is not None:
        total = total * (1 + bonus.part)
    total = work.step("as a payment once", total * years)
    if (once := take(parts, work, "sign", "once")) is not None:
        work.step("apart by", once - total if once.value > total.value else total - once)
    return True


def _ladder(parts: Parts, work: Work) -> bool:
    """The numbers of a counter: a percent above the offer, or above what is aimed for, each by its own words."""
    offer, aim = parts.one("pay", "now"), parts.one("ask")
    if offer is None and aim is None:
        return False
    for sense, term, name in (("offer", offer, "offer"), ("aim", aim, "target")):
        if term is not None:
            value = take_term(work, term, name)
            if sense == "aim":
                work.step("target", value, answers=True)
    for term in parts.all("over"):
        of = _measure(parts, term, offer, aim)
        base = take_term(work, of, "target" if of is aim else "offer")
        name = "above the target" if of is aim else "above the offer"
        work.step(f"{term.value:f} % {name}", base * (1 + take_term(work, term, "over_pct").part))
    return True


def _measure(parts: Parts, term: Term, offer: Term | None, aim: Term | None) -> Term:
    if offer is None or aim is None:
        made = offer or aim
        assert made is not None  # noqa: S101
        return made
    later = [t.start for t in parts.all("over") if t.start > term.start]
    behind = parts.message.text[term.end : min([*later, len(parts.message.text)])].split(",")[0]
    said = Parts(type(parts.message)(behind), {}).message.has(OF_OFFER)
    return offer if said else aim


def _needed_sign_on(parts: Parts, work: Work) -> bool:
    """The sign-on that lifts the first year to a total."""
    wanted, pay = take(parts, work, "tc", "wanted"), take(parts, work, "pay", "base")
    if wanted is None or pay is None:
        return False
    year = [pay]
    if (bonus := take(parts, work, "bpct", "bonus_pct")) is not None:
        year.append(pay * bonus.part)
    if (grant := take(parts, work, "grant", "grant")) is not None:
        years = take(parts, work, "years", "years")
        year.append(grant / (years or 4))
    year += [take_term(work, t, "stock") for t in parts.all("stock", "bonus")]
    made = work.step("first year without it", add_up(year))
    work.step("sign-on needed", wanted - made)
    return made.value < wanted.value


def _needed_base(parts: Parts, work: Work) -> bool:
    """The base that makes a total with a bonus in percent of it and stock."""
    wanted, bonus = take(parts, work, "tc", "wanted"), take(parts, work, "bpct", "bonus_pct")
    if wanted is None or bonus is None:
        return False
    rest = [take_term(work, t, "stock") for t in parts.all("stock", "extra")]
    work.step("base needed", (wanted - add_up(rest) if rest else wanted) / (1 + bonus.part))
    return True


def _returned(parts: Parts, work: Work) -> bool:
    """What goes back of a payment that is repaid by the month."""
    amount, term, leave = take(parts, work, "sign", "amount"), parts.one("term"), parts.one("leave")
    if amount is None or term is None or leave is None:
        return False
    whole, gone = _months(work, term, "clawback"), _months(work, leave, "leave")
    if (more := parts.one("more")) is not None:
        gone = gone + _months(work, more, "more")
    if gone.value >= whole.value:
        return False
    work.step(f"paid back{parts.tag}", amount * (whole - gone) / whole)
    return True


def _months(work: Work, term: Term, name: str) -> Expr:
    value = take_term(work, term, f"{name}_{'years' if term.unit == 'year' else 'months'}")
    return value * 12 if term.unit == "year" else value


TERM_FRAMES = (
    Frame("worth today", ("bonus", "wait", "rate"), _worth_today),
    Frame("same living", ("now", "idx1", "idx2"), _same_living, frozenset({"pay"}), lacks=(("now", "cost of living|index"),)),
    Frame("bought out", ("notice", "pay"), _bought_out, frozenset({"notice2", "left", "monthdays"})),
    Frame("eaten", ("gap", "cost"), _eaten, frozenset({"dweek", "weeks", "tax"}), frozenset({"cost", "tax"})),
    Frame(
        "weeks of pay",
        ("pay", "weeks"),
        _weeks_of_pay,
        frozenset({"tax"}),
        frozenset({"tax"}),
        words=r"severance|weeks\b.{0,12}\b(?:pay|salary)|leave|notice|redundancy",
        never=r"per year of service|for (?:each|every) year|off unpaid",
    ),
    Frame("even after", ("gap", "sign"), _even_after, words=r"how long|(?:until|till?) (?:i|i'?m|it|that|this|we|they)|break[- ]?even|even|how many|overtake\w*|after"),
    Frame("even after a loss", ("gap", "bonus"), _even_after, words=r"how long|(?:until|till?) (?:i|i'?m|it|that|this|we|they)|break[- ]?even|even|how many|overtake\w*"),
    Frame("even after two", ("pay", "ask", "sign"), _even_after, words=r"how long|(?:until|till?) (?:i|i'?m|it|that|this|we|they)|break[- ]?even|how many|overtake\w*"),
    Frame("even after offers", ("pay", "pay", "sign"), _even_after, words=r"how long|(?:until|till?) (?:i|i'?m|it|that|this|we|they)|break[- ]?even|how many|overtake\w*"),
    Frame("stay or go", ("bonus", "gap", "wait"), _stay_or_go),
    Frame("more for years", ("gap", "horizon"), _more_for_years, frozenset({"bpct", "sign"})),
    Frame("ladder", ("ask", "over"), _ladder, frozenset({"pay"}), frozenset({"over"})),
    Frame("above the offer", ("pay", "over"), _ladder, frozenset(), frozenset({"over"})),
    Frame("sign-on needed", ("tc", "pay"), _needed_sign_on, frozenset({"bpct", "grant", "years", "stock", "bonus"}), words=r"sign(?:ing)?[- ]?on|signing|joining"),
    Frame("base needed", ("tc", "bpct"), _needed_base, frozenset({"stock", "extra"}), words="base|salary|fixed", never=r"ctc|variable|fixed"),
    Frame("returned", ("sign", "term", "leave"), _returned, frozenset({"more"}), never="in full|100 ?%|everything|entire", lacks=(("sign", "pay back|owe|give back|repay|return|clawback"), ("term", "pay back|owe|go(?:es)? back|give back|repay|prorated"))),
)  # fmt: skip
