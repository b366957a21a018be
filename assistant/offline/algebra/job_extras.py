"""Job extras: what comes to the pay of a job on top and what it costs: bonus, commission, plan, stock, allowances, costs, days off."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.offline.algebra.beside_pay import part_of
from assistant.offline.algebra.expression import Expr, Work, left_of
from assistant.offline.algebra.frames import Parts, take, take_term
from assistant.offline.algebra.job_flows import A_RATE, MONTHS, PIECES, TIMES, WEEKS, Income, Per, count_per, whole
from assistant.offline.algebra.terms import Term

WORKDAYS, VEST_YEARS = 260, 4
_OWNED = (("own", "ownership_pct"), ("exit", "sale_value"))


def add_bonus(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    """The bonus by its percent or sum as far as it is paid, and commission."""
    paid = [part_of(work, term, "paid_pct") for term in parts.all("attain", "factor")]
    chance = take(parts, work, "chance", "chance_pct") if not (parts.has("grant") or parts.has("stock")) else None
    if chance is not None:
        paid.append(chance.part)
    bonuses: list[tuple[Expr, Per]] = [(amount * take_term(work, t, "bonus_pct").part, own) for t in parts.all("bpct")]
    for term in parts.all("bonus"):
        times, per = TIMES.get(term.per or "year", (1, "year"))
        bonuses.append((take_term(work, term, "bonus") * times if times > 1 else take_term(work, term, "bonus"), per))
    if own == "year" and parts.has("bmonths") and not bonuses and made.rate is not None and made.rate[1] == "year":
        bonuses += [(amount / MONTHS * take_term(work, t, "bonus_months"), "year") for t in parts.all("bmonths")]
    made.flows += [(_times(bonus, paid), per) for bonus, per in bonuses]
    if (percent := take(parts, work, "comm", "commission_pct")) is not None and (sales := parts.one("quota")):
        times, per = TIMES.get(count_per(parts, sales) or "year", (1, "year"))
        sold = take_term(work, sales, "sales") * percent.part
        made.flows.append((sold * times if times > 1 else sold, per))
    _add_premium(parts, work, made)


def _times(amount: Expr, parts: Iterable[Expr]) -> Expr:
    for part in parts:
        amount = amount * part
    return amount


def _add_premium(parts: Parts, work: Work, made: Income) -> None:
    """What is paid on top by the night, call or piece."""
    if made.rate is None or made.rate[1] not in ("month", "year", "hour", "week"):
        return
    counts = parts.all("items") or (parts.all("shifts") if made.rate[1] != "hour" else [])
    for term in parts.all("plus"):
        if term.start in work.used or term.dim == "percent" or not counts:
            continue
        amount = take_term(work, term, "each") * take_term(work, counts[-1], "count")
        if parts.has("shifth") and made.rate[1] != "hour":
            amount = amount * take_term(work, parts.all("shifth")[0], "shift_hours")
        made.flows.append((amount, {"week": "week", "year": "year"}.get(count_per(parts, counts[-1]) or "", "month")))  # type: ignore[arg-type]


def add_plan(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    """What the employer adds to savings: a percent of the pay, or a match of what is put in."""
    made.flows += [(amount * take_term(work, t, "pension_pct").part, own) for t in parts.all("pens")]
    top, put = parts.one("upto"), parts.one("put")
    if put is not None:
        work.used.add(put.start)
    if top is not None:
        counted = put if put is not None and put.value < top.value else top
        work.used.add(top.start)
        part = amount * take_term(work, counted, "matched_pct").part
        rate = take(parts, work, "match", "match_pct")
        made.flows.append((part * rate.part if rate is not None else part, own))


def add_stock(parts: Parts, work: Work, made: Income) -> None:
    """The stock of a year: told as such, a grant over its years, shares at their price, a part of the company."""
    years = parts.one("years")
    share = _counted(parts, work)
    stocks = [take_term(work, t, "stock") for t in parts.all("stock", "refresh")]
    for term in parts.all("grant"):
        vest = parts.one("vest")
        if vest is not None:
            stocks.append(take_term(work, term, "grant") * take_term(work, vest, "vesting_pct").part)
        else:
            count = take_term(work, years, "vest_years") if years is not None else whole(VEST_YEARS)
            if years is not None and years.unit == "month":
                count /= MONTHS
            if years is None:
                work.suppose("The stock vests in equal parts over 4 years.")
            stocks.append(take_term(work, term, "grant") / count)
    if (counted := parts.one("shares")) is not None and (price := parts.one("price")) is not None:
        worth = take_term(work, counted, "shares") * take_term(work, price, "share_price")
        stocks.append(worth / take_term(work, years, "vest_years") if years is not None else worth)
    if parts.one("own", "exit") is not None:
        _add_ownership(parts, work, made, years, share)
    if years is not None and (stocks or parts.has("own")):
        work.used |= {t.start for t in parts.all("years", "vest", "cliff")}
    made.flows += [(_times(stock, share), "year") for stock in stocks]


def _counted(parts: Parts, work: Work) -> list[Expr]:
    """With what the stock is counted: its chance, what is left after a fall, how many times its worth."""
    if parts.one("grant", "stock", "own", "shares") is None:
        return []
    found = [take_term(work, t, "chance_pct").part for t in parts.all("chance")]
    found += [left_of(take_term(work, t, "fall_pct")) for t in parts.all("fall")]
    found += [take_term(work, t, "times") for t in parts.all("mult")]
    return found + ([] if parts.has("bpct") else [part_of(work, t, "counted_pct") for t in parts.all("factor")])


def _add_ownership(parts: Parts, work: Work, made: Income, years: Term | None, share: list[Expr]) -> None:
    """A share of a company at what it is sold for, spread over the years told or paid once."""
    if not parts.has("own", "exit"):
        return
    own, sale = (take_term(work, parts.all(sense)[0], name) for sense, name in _OWNED)
    worth = own.part * sale
    if (thinned := take(parts, work, "dilute", "dilution_pct")) is not None:
        worth = worth * left_of(thinned)
    worth = _times(worth, share)
    if years is not None:
        made.flows.append((worth / take_term(work, years, "vest_years"), "year"))
    else:
        made.once.append(worth)


def add_flow(parts: Parts, work: Work, flows: list[tuple[Expr, Per]], term: Term, name: str, made: Income) -> bool:
    """An amount by how often it comes: by the day of so many days, every so many weeks, by the month."""
    amount = take_term(work, term, name)
    per = term.per or count_per(parts, term)
    days, week, often = parts.one("days"), parts.one("dweek"), parts.one("often")
    if per == "day":
        if days is not None:
            flows.append((amount * take_term(work, days, "days"), "year"))
        elif week is not None:
            flows.append((amount * take_term(work, week, "days_a_week"), "week"))
        return days is not None or week is not None
    if per == "shift" and (shifts := parts.one("shifts")) is not None:
        flows.append((amount * take_term(work, shifts, "times_a_week"), "week"))
        return True
    if per == "hour":
        if made.hours is None:
            return False
        flows.append((amount * made.hours, "week"))
        return True
    share = [take_term(work, t, "part_weeks") for t in parts.all("part")]
    if share and per == "week":
        flows.append((amount * WEEKS * share[0] / share[1] if len(share) > 1 else amount * WEEKS / share[0], "year"))
        return True
    if often is not None and often.unit == "week" and per is None:
        flows.append((amount * WEEKS / take_term(work, often, "every_weeks"), "year"))
        return True
    if per == "month" and name == "cost" and (months := parts.one("months")) is not None:
        flows.append((amount * take_term(work, months, "paid_months"), "year"))
        return True
    monthly = made.rate is not None and made.rate[1] == "month" and term.value * 2 < made.rate[0].value
    rent = (
        name == "cost"
        and made.rate is not None
        and term.value < A_RATE * 20
        and parts.message.has("rent|miete|alquiler|loyer|room|studio")
    )
    times, own = TIMES.get(per or ("month" if monthly or rent else "year"), (1, "year"))
    flows.append((amount * times if times > 1 else amount, own))
    return True


def add_costs(parts: Parts, work: Work, made: Income) -> bool:
    """What the job costs; tells whether how often is known."""
    if made.rate is None:
        return False
    for term in parts.all("cost"):
        if not add_flow(parts, work, made.costs, term, "cost", made):
            return False
    if made.rate[1] in PIECES:
        return True
    for term in parts.all("unitcost"):
        amount = take_term(work, term, "cost_each")
        for more in parts.all("miles", "items"):
            amount = amount * take_term(work, more, "count")
            if more.unit == "mile" and parts.message.has(r"each way|one[- ]way|einfach|per way|a way"):
                amount = amount * 2
        days, week = parts.one("days"), parts.one("dweek")
        if days is not None:
            made.costs.append((amount * take_term(work, days, "days"), "year"))
        elif week is not None:
            made.costs.append((amount * take_term(work, week, "days_a_week"), "week"))
        else:
            return False
    if parts.has("unitcost"):
        work.used |= {t.start for t in parts.all("minutes")}
    return True


def add_days_off(parts: Parts, work: Work, made: Income, amount: Expr, own: Per) -> None:
    """Days off: as worked days fewer, or as money where they are to be counted."""
    off = parts.one("off")
    if off is None or off.start in work.used:
        return
    if parts.message.has(r"per (?:working )?day|day worked|a day"):
        made.days = whole(WORKDAYS) - take_term(work, off, "off_days")
    elif parts.message.has(r"price|priced|value|worth|count\w* (?:in )?the"):
        days = take(parts, work, "days", "working_days") or whole(WORKDAYS)
        made.flows.append((amount * take_term(work, off, "off_days") / days, own))
    else:
        work.used.add(off.start)
