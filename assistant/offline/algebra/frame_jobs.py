"""Frames of jobs: two or three jobs, offers or ways of earning, each worked out in the periods asked for, and how far they lie apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from assistant.offline.algebra.expression import Expr, Work, add_up
from assistant.offline.algebra.frames import Frame, Parts, keep_all, take_term
from assistant.offline.algebra.job_flows import Income
from assistant.offline.algebra.job_income import earn_income
from assistant.offline.algebra.job_words import Job
from assistant.offline.algebra.jobs import ANCHORS, GLOBAL, divide
from assistant.offline.algebra.terms import Term

MOST_JOBS, MOST_YEARS = 3, 12
MOST_STEPS, MOST_LETTERS = 16, 120
"""What a worked sum holds."""
_BY_TIME = frozenset({"hour", "week", "day", "shift", "trip", "item"})
APART = 12
"""Jobs that are compared lie within so many times of each other."""
_COMPARES = (
    r"vs|versus|or|compare\w*|against|which|who|better|best|worse|difference|diff|gap|ahead|behind|more|less|higher|lower|bigger|larger|beats?|wins?|than|other|each|both|up or down|rank|apart|raise|hike|rise|gain|drop|cut|jump|"
    r"percent\w*|%|gained|instead|worth|left|rather|total|rival|over|"
    r"(?:job|offer|option|angebot|oferta|company|place|firm) (?:[a-d1-3x-z]|one|two|uno|dos|eins|zwei)|angebot aus|kaunsa|times|"
    r"above|below|side by side|elsewhere|\w*vergleich|wiecej|dono|oder|besser|mehr|weniger|vergleich\w*|unterschied|lohnt|vorn|statt|beide\w*|ou|mejor|mas|cual|diferencia|gano|subo|compar\w+|laquelle|lequel|mieux|plus|contre|melhor|pior|mais|diferenca|zyada|jyada|farak|kitn\w+|sub[eo]|sobe|albo|roznica|quien|quelle|zusammen"
)
_SEQUENCE = r"probation|first \w+ months|afterwards|after that|from (?:april|january|july|then)|then (?:it|they|the)|rising to|goes up to"
_UNTIL = r"how long|until|till|break[- ]?even|pays? (?:itself )?off|recoup\w*|recover\w*|(?:how many|months?|weeks?) (?:months|weeks|years|until|till|to)\b.{0,20}(?:back|even|recover\w*|pay)|middle|half ?way|when (?:does|will|do)|claw\w*|repay\w*|notice"
_INSIDE = r"incl\w*|of which|out of which|inside|jisme|usme"
_NTH_YEAR = r"(?:first|1st)[- ]years?|(?:year|yr) ?(?:1|one)|y1|erstes jahr|im ersten jahr|premiere annee|primer ano"


def compare_jobs(parts: Parts, work: Work) -> bool:
    """Each job in the periods asked for, and how far they lie apart."""
    jobs = divide(parts, work)
    if jobs is None or not 2 <= len(jobs) <= MOST_JOBS or _is_inside(parts, jobs):
        return False
    message = parts.message
    if any(job.anchor.value <= 0 for job in jobs):
        return False
    often: list[str] = [job.anchor.per for job in jobs if job.anchor.per]
    made: list[tuple[Job, Income]] = []
    for job, name in zip(jobs, _names(jobs), strict=True):
        own = job.parts(message, f", {name}")
        others = [
            per for other, per in zip(jobs, [o.anchor.per for o in jobs], strict=True) if other is not job and per
        ]
        income = earn_income(job, own, work, others or often)
        if income is None:
            return False
        made.append((job, income))
    rate = parts.all("fx")
    factors = _exchange(parts, work, made, rate[-1]) if rate else [None] * len(made)
    if factors is None:
        return False
    if parts.has("exit") and not parts.has("own"):
        return False
    work.used |= {term.start for sense in GLOBAL for term in parts.all(sense)}
    return _compare(parts, work, made, factors) and _shorten(work)


def _shorten(work: Work) -> bool:
    """Leaves out what was not asked where there are too many steps; tells whether every formula can be read."""
    for step in reversed(list(work.steps)):
        used = any(re.search(rf"\b{step['name']}\b", other["formula"]) for other in work.steps)
        if len(work.steps) > MOST_STEPS and not step["answers"] and not used:
            work.steps.remove(step)
    return len(work.steps) <= MOST_STEPS and all(len(step["formula"]) <= MOST_LETTERS for step in work.steps)


def _is_inside(parts: Parts, jobs: Sequence[Job]) -> bool:
    """Whether one of two amounts is only the base of the other."""
    senses = {job.sense for job in jobs}
    if senses == ANCHORS or ("tc" in senses and parts.message.has(_INSIDE)):
        return True
    inside = senses == {"pay", "tc"}
    return inside and not parts.message.has(r"other|vs|versus|or|against|than|rival|giving up|second|oder")


def _names(jobs: Sequence[Job]) -> list[str]:
    if len(jobs) == 2 and sorted(job.sense == "now" for job in jobs) == [False, True]:
        return ["present job" if job.sense == "now" else "new job" for job in jobs]
    return list("ABC"[: len(jobs)])


def _compare(
    parts: Parts, work: Work, made: Sequence[tuple[Job, Income]], factors: Sequence[tuple[Expr, bool] | None]
) -> bool:
    jobs, names = [job for job, _ in made], _names([job for job, _ in made])
    message = parts.message

    def told(value: Expr, place: int) -> Expr:
        factor = factors[place]
        return value if factor is None else (value * factor[0] if factor[1] else value / factor[0])

    asked = [per for per in ("week", "month") if message.asks(per)]
    if message.asks("week") and any(income.rate and income.rate[1] in ("year",) for _, income in made):
        asked = [per for per in asked if per != "week" or message.asks_in("weekly|per week|a week|week")]
    by_hour = [income.by_hour() for _, income in made]
    hourly = message.asks("hour") or (
        all(income.hours or income.yearly_hours for _, income in made)
        and all(income.rate and income.rate[1] == "year" for _, income in made)
    )
    if hourly and not all(value is not None for value in by_hour):
        by_hour = [
            value if value is not None else income.rate[0] if income.rate and income.rate[1] == "hour" else None
            for value, (_, income) in zip(by_hour, made, strict=True)
        ]
    shown = False
    horizon = parts.all("horizon")
    if hourly and all(value is not None for value in by_hour):
        _write(parts, work, jobs, names, [told(v, n) for n, v in enumerate(by_hour) if v is not None], "an hour")
        shown = True
    by_year = all(income.rate and income.rate[1] == "year" for _, income in made)
    if (message.asks("day") or by_year) and all(income.by_day() is not None for _, income in made):
        _write(parts, work, jobs, names, [told(v, n) for n, (_, i) in enumerate(made) if (v := i.by_day())], "a day")
        shown = True
    for per in asked:
        values = [told(income.by(per), place) for place, (_, income) in enumerate(made)]  # type: ignore[arg-type]
        _write(parts, work, jobs, names, values, f"a {per}")
        shown = True
    years = [told(income.by("year"), place) for place, (_, income) in enumerate(made)]
    once = [told(add_up(income.once), n) if income.once else None for n, (_, income) in enumerate(made)]
    over = horizon and horizon[-1].unit in ("year", None)
    yearly = not shown or message.asks("year")
    totals = _write(parts, work, jobs, names, years, "a year", answers=yearly and not over)
    if not 1 / Decimal(APART) < min(v.value for v in totals) / max(v.value for v in totals):
        return message.has(r"how many times|times (?:as|more)")
    if any(item is not None for item in once):
        firsts = [total + extra if extra is not None else total for total, extra in zip(totals, once, strict=True)]
        _write(parts, work, jobs, names, firsts, "in year 1", answers=not over)
    if over:
        return _over_years(parts, work, made, names, totals, once, horizon[-1])
    for per, paid in (("week", _BY_TIME), ("month", {"month", *_BY_TIME})):
        if per not in asked and all(income.rate and income.rate[1] in paid for _, income in made):
            values = [told(income.by(per), place) for place, (_, income) in enumerate(made)]  # type: ignore[arg-type]
            _write(parts, work, jobs, names, values, f"a {per}", answers=False)
    return True


def _write(
    parts: Parts,
    work: Work,
    jobs: Sequence[Job],
    names: Sequence[str],
    values: Sequence[Expr],
    period: str,
    *,
    answers: bool = True,
) -> list[Expr]:
    """The result of each job for a period and how far each two lie apart."""
    made = [work.step(f"{name} {period}", value, answers=answers) for name, value in zip(names, values, strict=True)]  # fmt: skip
    for one, two in combinations(range(len(made)), 2):
        tag = f" {names[one]} and {names[two]}" if len(made) > 2 else ""
        high, low = sorted((made[one], made[two]), key=lambda v: v.value, reverse=True)
        if high.value == low.value:
            continue
        work.step(f"difference {period}{tag}", high - low, answers=answers)
        if len(made) == 2 and low.value > 0:
            new, old = _new_and_old(jobs, made)
            change = new - old if new.value >= old.value else old - new
            work.step(
                f"{_change_named(jobs, up=new.value >= old.value)} {period} in percent",
                change / old * 100,
                "percent",
                answers=answers and parts.message.asks("percent"),
            )
            if parts.message.has(r"how many times|times (?:as|what|more|my)|x times|multiple"):
                work.step(f"times as much {period}", high / low, "ratio", answers=answers)
    return made


def _change_named(jobs: Sequence[Job], *, up: bool) -> str:
    if any(job.sense == "now" for job in jobs):
        return "raise" if up else "cut"
    return "B above A" if up else "B below A"


def _new_and_old(jobs: Sequence[Job], values: Sequence[Expr]) -> tuple[Expr, Expr]:
    return (values[0], values[1]) if jobs[1].sense == "now" and jobs[0].sense != "now" else (values[1], values[0])


def _over_years(
    parts: Parts,
    work: Work,
    made: Sequence[tuple[Job, Income]],
    names: Sequence[str],
    years: Sequence[Expr],
    once: Sequence[Expr | None],
    horizon: Term,
) -> bool:
    """What each job brings over so many years, with its raises and what is paid once."""
    if not 1 <= horizon.value <= MOST_YEARS:
        return False
    count = take_term(work, horizon, "counted_years")
    totals = []
    for (_, income), year, extra in zip(made, years, once, strict=True):
        if income.growth is None:
            total = year * count
        else:
            grown = f"(1 + {income.growth.text} / 100)"
            factor = 1 + income.growth.value / 100
            value = year.value * (factor ** int(horizon.value) - 1) / (factor - 1)
            total = Expr(f"{year.text} x ({grown} ^ {count.text} - 1) / ({income.growth.text} / 100)", value)
        totals.append(total + extra if extra is not None else total)
    _write(parts, work, [job for job, _ in made], names, totals, f"over {horizon.value.normalize():f} years")
    return True


def _exchange(
    parts: Parts, work: Work, made: Sequence[tuple[Job, Income]], rate: Term
) -> list[tuple[Expr, bool] | None] | None:
    """Which job's money a rate brings into that of the other, and whether it multiplies; None where no words or sizes tell."""
    if len(made) != 2 or rate.value <= 0:
        return None
    values = [income.by("year").value for _, income in made]
    taken = take_term(work, rate, "exchange_rate")
    text = parts.message.text
    said = re.search(
        rf"(?P<to>{_MONEY})\s*(?:per|to (?:the|a|one)|/|for (?:a|an|one|1)|=)\s*(?:1 )?(?P<of>{_MONEY})",
        text[rate.start : rate.end + 34],
        re.IGNORECASE,
    )
    place: int | None = None
    if rate.value > 4 or rate.value < Decimal("0.25"):
        far = values[0] / values[1]
        place = 0 if abs((far * rate.value).ln()) < abs((far / rate.value).ln()) else 1
    elif said:
        of = [n for n, (job, _) in enumerate(made) if _is_in(said["of"], text, job.anchor)]
        to = [n for n, (job, _) in enumerate(made) if _is_in(said["to"], text, job.anchor)]
        place = of[0] if len(of) == 1 else 1 - to[0] if len(to) == 1 else None
    if place is None and (
        before := re.search(
            rf"1 (?P<of>{_MONEY}) ?(?:=|is|buys|for|at|gives)[ $€£]*$", text[: rate.start], re.IGNORECASE
        )
    ):
        of = [n for n, (job, _) in enumerate(made) if _is_in(before["of"], text, job.anchor)]
        place = of[0] if len(of) == 1 else None
    if place is None:
        strong = [_STRENGTH.index(job.anchor.currency) if job.anchor.currency in _STRENGTH else None for job, _ in made]
        if None not in strong and strong[0] != strong[1]:
            first = (strong[0] or 0) < (strong[1] or 0)
            place = 0 if first == (rate.value > 1) else 1
        elif rate.start < made[1][0].anchor.start:
            place = 0
    if place is None:
        return None
    back = 1 - place
    wanted = re.search(
        r"\b(?:in|into|en|em) (?:the )?(?P<money>[a-z$€£₹]+)", parts.message.newest or text, re.IGNORECASE
    )
    code = _code(wanted["money"]) if wanted else None
    found: list[tuple[Expr, bool] | None] = [None, None]
    if code and made[place][0].anchor.currency == code != made[back][0].anchor.currency:
        found[back] = (taken, False)
    else:
        found[place] = (taken, True)
    return found


def _is_in(word: str, text: str, anchor: Term) -> bool:
    """Whether an amount is written in the money a word names."""
    code = _code(word)
    beside = text[max(0, anchor.start - 4) : anchor.end + 8].lower()
    return anchor.currency == code if code and anchor.currency else word.lower()[:3] in beside


def _code(word: str) -> str | None:
    return next((code for code, words in _CURRENCIES.items() if re.fullmatch(words, word, re.IGNORECASE)), None)


_CURRENCIES = {"USD": r"dollars?|usd|\\$|us\\$", "EUR": r"euros?|eur|€", "GBP": r"pounds?|gbp|quid|£", "INR": r"rupees?|inr|rs|₹", "CAD": r"cad|canadian", "CHF": r"chf|francs?", "BRL": r"reais|brl|r\\$"}  # fmt: skip
"""How people write the money a rate is told in."""
_MONEY = r"[^\W\d_]+|[$€£₹]"
_STRENGTH = ("GBP", "EUR", "USD", "CAD", "AUD", "BRL", "PLN")
"""Money from the dearest to the cheapest, for a rate without words."""
_TAKES = frozenset(["pay", "now", "tc", "hours", "hours2", "weeks", "days", "dweek", "shifts", "shifth", "sal", "months", "bonus", "bpct", "bmonths", "attain", "factor", "sign", "sign2", "grant", "stock", "refresh", "years", "vest", "cliff", "mult", "chance", "tax", "pens", "match", "upto", "put", "rise", "fall", "raises", "extra", "plus", "ontop", "othours", "otafter", "cost", "miles", "minutes", "unitcost", "fx", "fte", "unpaid", "off", "part", "items", "horizon", "often", "own", "exit", "dilute", "shares", "price", "comm", "quota"])  # fmt: skip
JOB_FRAMES = (
    Frame("jobs", (), compare_jobs, _TAKES, _TAKES, words=_COMPARES, never=f"{_SEQUENCE}|{_UNTIL}", gather=keep_all),
)
