"""Frames of one income: the pay of a job with all that comes on top and off, by the spans of time that are asked for."""

from __future__ import annotations

from assistant.offline.algebra.expression import Expr, Work, add_up, left_of
from assistant.offline.algebra.frames import Frame, Parts, take_term
from assistant.offline.algebra.goals import SENTENCES
from assistant.offline.algebra.income import Income, read_income
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.newest import in_the_end
from assistant.offline.algebra.spans import spans_asked

LEAST_AN_HOUR = 3
SIMPLE = frozenset({"pay", "now", "hours", "weeks", "days", "fte", "othours", "mult"})
"""Parts of the sums that need no streams: other calculations tell more of them."""
ASKED = {"hour": "hour", "day": "day", "week": "week", "fortnight": "bi-week", "half_month": "half_month", "month": "month", "year": "year", "check": "salary"}  # fmt: skip
"""The span of time each goal asks for."""
SPOKEN = {"bi-week": "two weeks", "half_month": "half month", "salary": "payment"}
OTHERWISE = r"difference|above|below|lose|lost|which|versus|vs|apart|ahead|behind|better|worse|break[- ]?even|how (?:long|soon|many|far)|until|percent\w*|compare\w*|alone|besser|unterschied|more (?:do|is|would|per|a)|gross needed|equals?|share|match\w*|worth of|in real terms"
"""Asks for something else than the pay of a span of time."""
UNTAXED = r"untaxed|tax[- ]free|not taxed|no tax on|non imposes?|steuerfrei|exento|libre de impuestos|isento"


def _income(parts: Parts, work: Work) -> bool:
    """All streams of one job, in the spans of time asked for."""
    pays = parts.all("pay", "now")
    if len(pays) != 1 or parts.message.has("of which|davon sind") or _asks_otherwise(parts):
        return False
    (pay,) = pays
    bare = SIMPLE.issuperset(sense for sense in parts.by if parts.by[sense]) and not len(parts.all("othours")) > 1
    lacks_tax = parts.message.asks("net") and not any(parts.has(sense) for sense in ("tax", "put", "cost"))
    made = None if bare or lacks_tax else read_income(parts, work, pay)
    if made is None or _is_no_living(made):
        return False
    wanted = _wanted(parts, made)
    told = [_tell(made, each, asked=True) for each in wanted]
    short = (
        "month" if made.unit in ("month", "salary") else "week" if made.unit in ("hour", "day", "shift", "week") else ""
    )
    for usual in filter(None, (short, "year")):
        if usual not in wanted:
            _tell(made, usual, asked=False)
    _tell_beside(made, wanted)
    return any(told)


def _is_no_living(made: Income) -> bool:
    """Whether an hour told to be worked would bring next to nothing: the pay is by another span of time than it seems."""
    hour = made.sum("hour", "base") if made.parts.has("hours") else None
    return hour is not None and hour.value < LEAST_AN_HOUR


PAYMENT = r"(?:pro|per|por|each|every|a|cada|par) (?:\w+ )?(?:auszahlung|zahlung|paga|pay|check|cheque|paycheck|deposit|payment|vez|payslip)|each|checks?|paychecks?"


def _tell_beside(made: Income, wanted: list[str]) -> None:
    """What the hours and the number of payments told with a salary make of it, and days off that change nothing."""
    parts, work = made.parts, made.work
    salaried = made.unit in ("year", "month", "salary")
    if salaried and parts.has("hours") and "hour" not in wanted:
        _tell(made, "hour", asked=parts.message.has(r"hourly|rate|per hour"))
    if parts.one("sal", "often") is not None and "salary" not in wanted:
        _tell(made, "salary", asked=parts.message.has(PAYMENT))
    if parts.has("fte"):
        work.used |= {t.start for t in parts.all("dweek")}
    if parts.one("hours", "weeks", "sal") is not None and not parts.message.has(r"unused|worth|wert|payout|pay out"):
        work.used |= {t.start for t in parts.all("off")}


def _asks_otherwise(parts: Parts) -> bool:
    """Whether the words that ask ask for something else than the pay of a span of time."""
    asked = parts.message.newest or parts.message.text
    sentences = [part for part in SENTENCES.split(asked) if part.strip()]
    asking = [part for part in sentences if part.rstrip().endswith("?")] or sentences[-1:]
    return Message(" ".join(asking)).has(OTHERWISE)


def _wanted(parts: Parts, made: Income) -> list[str]:
    """The spans of time asked for; by default the whole, and the week where nothing says how many there are."""
    asked = [ASKED[goal] for goal in parts.message.goals if goal in ASKED] or spans_asked(parts.message)
    if "salary" in asked and parts.one("sal", "often") is None:
        paid = "bi-week" if parts.message.has(r"bi-?weekly|(?:two|2|other) weeks|fortnight\w*") else "half_month"
        asked = [paid if each == "salary" else each for each in asked]
    if parts.has("sal") and "month" in asked:
        asked.append("salary")
    return list(dict.fromkeys(asked)) or ["year"]


def _tell(made: Income, wanted: str, *, asked: bool) -> bool:
    """The steps of one span of time: the pay, all in, after tax, and left after costs."""
    parts, work = made.parts, made.work
    name = f"a {SPOKEN.get(wanted, wanted)}{parts.tag}"
    base = made.sum(wanted, "base")
    if base is None:
        return False
    kinds = {stream.kind for stream in made.streams}
    more, taxes, costs = bool(kinds & {"extra", "bonus"}), parts.all("tax", "put"), "cost" in kinds
    whole = base = work.step(f"pay {name}", base, answers=asked)
    untaxed = None
    if more:
        added = made.sum(wanted, "extra", "bonus")
        if added is None:
            return False
        work.step(f"on top {name}", added, answers=False)
        if taxes and parts.message.has(UNTAXED):
            untaxed = added
        else:
            whole = work.step(f"all in {name}", base + added, answers=asked)
    if taxes:
        whole = work.step(f"after tax {name}", _after(parts, work, whole), answers=asked)
    if untaxed is not None:
        whole = work.step(f"all in {name}", whole + untaxed, answers=asked)
    if costs:
        spent = made.sum(wanted, "cost")
        if spent is None:
            return False
        work.step(f"left {name}", whole - spent, answers=asked)
    return True


def _after(parts: Parts, work: Work, whole: Expr) -> Expr:
    """What taxes leave of an amount, after a contribution that is taken off first."""
    for term in parts.all("put"):
        whole = whole * left_of(take_term(work, term, "own_pct"))
    if parts.has("tax"):
        whole = whole * left_of(add_up([take_term(work, t, "tax_pct") for t in parts.all("tax")]))
    return whole


INCOME = frozenset({
    "hours", "hours2", "shifth", "shifts", "dweek", "days", "weeks", "months", "sal", "miles", "often", "fte", "part", "unpaid", "off", "items",
    "othours", "otafter", "mult", "plus", "ontop", "extra", "bonus", "bpct", "bmonths", "attain", "factor", "chance", "cost", "unitcost", "tax", "put",
})  # fmt: skip
SAVED = (
    r"(?:i|we) (?:save|set aside|put (?:away|aside)) (?:about |around )?(?:\d[\d.]* ?(?:%|percent)|an? (?:quarter|third|half|fifth|tenth)|half)"
    r"(?!.*\b(?:left|keep|take|net|after|remain\w*|spend|live)\b)"
)
"""Asks for the part that is put aside, and not for what stays."""
INCOME_FRAMES = (
    Frame("income", ("pay",), _income, INCOME | {"now"}, INCOME | {"pay", "now"}, never=SAVED, gather=in_the_end),
    Frame("income of today", ("now",), _income, INCOME, INCOME | {"now"}, never=SAVED, gather=in_the_end),
)
