"""Better: the line that would have served better, made of the person's own numbers.

A number in it stands in the offer, on the table, in the person's own words or plan, or is a figure given with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.numbers import numbers_in_text
from assistant.domain.counter import LEVER_NAMES, Lever, calculate_counter
from assistant.domain.figure import Figure, build_figure
from assistant.domain.ladder import round_up_to_say
from assistant.domain.money import render_money
from assistant.domain.pay_period import fill_base
from assistant.practice.mistake import MistakeKind
from assistant.practice.phrases import REASON, THANKS
from assistant.practice.practice import Practice
from assistant.practice.reading import Reading
from assistant.practice.term import MONEY, SHORT_NAMES

RULE = "practice"
NAMED = "named by you"
"""The formula of an amount that is the person's own."""
ZERO = Decimal(0)
BEYOND = Decimal("0.40")
"""Share above the offer beyond which base needs data to be believed: twice the usual counter's upper end."""


class Line(NamedTuple):
    """Words to say, and the figures for the numbers in them that are new."""

    text: str
    figures: tuple[Figure, ...] = ()


class _Ask(NamedTuple):
    lever: Lever
    amount: Decimal
    figures: tuple[Figure, ...] = ()


def write_better(kind: MistakeKind, practice: Practice, reading: Reading) -> Line:
    """The better line for a mistake.

    Args:
        kind: of the mistake.
        practice: before the turn, or after the end for what was left out altogether.
        reading: of the turn.
    """
    return _WRITERS[kind](practice, reading)


def _own_ask(practice: Practice, reading: Reading) -> _Ask:
    """The ask of this turn, else the last one of the talk, else the base that a target or the usual counter needs.

    A base that nobody would believe is not asked for once more.
    """
    if reading.asks and not _is_beyond(practice, reading.asks[0].lever, reading.asks[0].amount):
        return _told_ask(practice, reading.asks[0].lever, reading.asks[0].amount, reading.asks[0].quote)
    asked = practice.standing.asked
    spoken = practice.standing.spoken_of
    lever = spoken if spoken in asked else next(iter(asked), None)
    above = lever is not None and asked[lever] > practice.standing.table[lever]
    if lever is not None and above and not _is_beyond(practice, lever, asked[lever]):
        return _told_ask(practice, lever, asked[lever])
    return _needed_base(practice) or _usual_ask(practice)


def _is_beyond(practice: Practice, lever: Lever, amount: Decimal) -> bool:
    return lever == "base_salary" and amount > practice.standing.table[lever] * (1 + BEYOND)


def _told_ask(practice: Practice, lever: Lever, amount: Decimal, words: str = "") -> _Ask:
    """What the person asked for; "40k more" is added to what is on the table."""
    now, label = practice.standing.table[lever], f"{LEVER_NAMES[lever]} you asked for"
    if not words or amount in numbers_in_text(words).amounts:
        formula, inputs = NAMED, {"asked": amount}
    else:
        formula, inputs = "on_the_table + added", {"on_the_table": now, "added": amount - now}
    return _Ask(lever, amount, (build_figure(label, amount, practice.offer.currency_code, formula, inputs, rule=RULE),))


def _usual_ask(practice: Practice, lever: Lever = "base_salary") -> _Ask:
    """The usual counter on the offer, at least a step above what is on the table."""
    counter = calculate_counter(fill_base(practice.offer))
    label = f"{LEVER_NAMES[lever]} to ask for"
    found = next((figure for figure in counter.figures if figure.label == label), None)
    now = practice.standing.table[lever]
    if found is None or found.value <= now:
        return _Ask(lever, round_up_to_say(now * Decimal("1.03")), (_raised(practice, lever, now),))
    return _Ask(lever, found.value, (found,))


def _raised(practice: Practice, lever: Lever, now: Decimal) -> Figure:
    value = round_up_to_say(now * Decimal("1.03"))
    inputs = {"on_the_table": now, "step_pct": Decimal(3), "rounding": value - now * Decimal("1.03")}
    formula = "on_the_table x (1 + step_pct / 100) + rounding"
    label = f"{LEVER_NAMES[lever]}, one more step"
    return build_figure(label, value, practice.offer.currency_code, formula, inputs, rule=RULE)


def _needed_base(practice: Practice) -> _Ask | None:
    """The base at which the average year reaches the target, rest as it is on the table."""
    target, now = practice.plan.target, practice.measure()
    if target is None or target <= now:
        return None
    base = practice.standing.table["base_salary"]
    step = Decimal(1000)
    slope = (practice.measure({"base_salary": base + step}) - now) / step
    value = round_up_to_say(base + (target - now) / slope)
    inputs = {
        "base": base, "target": target, "average_year": now, "per_unit_of_base": slope,
        "rounding": value - base - (target - now) / slope,
    }  # fmt: skip
    formula = "base + (target - average_year) / per_unit_of_base + rounding"
    label = "base salary that reaches your target"
    figure = build_figure(label, value, practice.offer.currency_code, formula, inputs, rule=RULE)
    return _Ask("base_salary", value, (figure,))


def _money(practice: Practice, amount: Decimal) -> str:
    return render_money(amount, practice.offer.currency_code)


def _ask_with_reason(practice: Practice, ask: _Ask, before: str = "") -> Line:
    words = f"Could the {SHORT_NAMES[ask.lever]} be {_money(practice, ask.amount)}?"
    return Line(" ".join(part for part in (before, words, REASON) if part), ask.figures)


def _reasoned(practice: Practice, reading: Reading) -> Line:
    return _ask_with_reason(practice, _own_ask(practice, reading))


def _thankful(practice: Practice, reading: Reading) -> Line:
    return _ask_with_reason(practice, _own_ask(practice, reading), THANKS)


def _usual(practice: Practice, reading: Reading) -> Line:
    lever = reading.asks[0].lever if reading.asks else "base_salary"
    lever = lever if lever in ("base_salary", "equity_grant") else "base_salary"
    return _ask_with_reason(practice, _usual_ask(practice, lever))


def _target_line(practice: Practice, reading: Reading) -> Line:
    return _ask_with_reason(practice, _needed_base(practice) or _usual_ask(practice))


def _make_the_case(practice: Practice, reading: Reading) -> Line:
    ask = _needed_base(practice) or _usual_ask(practice)
    if reading.asks and not reading.floor:
        ask = _own_ask(practice, reading)
    words = f"What would help you make the case for a {SHORT_NAMES[ask.lever]} of {_money(practice, ask.amount)}?"
    return Line(words, ask.figures)


def _decline(practice: Practice, reading: Reading) -> Line:
    figure = average_figure(practice, "average year on the table", practice.standing.table)
    return Line(
        f"Thank you for the work you put into this. At {_money(practice, figure.value)} in the average year the "
        "package does not reach what I need to make the move, so I have to decline.",
        (figure,),
    )


def average_figure(practice: Practice, label: str, table: Mapping[Lever, Decimal]) -> Figure:
    """Pay of the average year with these amounts, as total compensation computes it."""
    return practice.average(table).model_copy(update={"label": label})


def _stay(practice: Practice, reading: Reading) -> Line:
    base = _money(practice, practice.standing.table["base_salary"])
    return Line(f"Could you send me the package with the base of {base} in writing? I would like to sleep on it.")


def _one_more_step(practice: Practice, reading: Reading) -> Line:
    ask = _needed_base(practice) or _usual_ask(practice)
    return Line(
        f"Thank you, that helps. If the {SHORT_NAMES[ask.lever]} can be {_money(practice, ask.amount)}, I will sign "
        "as soon as it is in the letter.",
        ask.figures,
    )


def _turn_to_the_role(practice: Practice, reading: Reading) -> Line:
    base = _money(practice, practice.standing.table["base_salary"])
    return Line(f"I would rather talk about what this role is worth. Where does {base} sit in the range for the level?")


def _high_end(practice: Practice, reading: Reading) -> Line:
    found = next((ask for ask in reading.asks if ask.high is not None), None)
    if found is None or found.high is None:
        return _reasoned(practice, reading)
    return _ask_with_reason(practice, _told_ask(practice, found.lever, found.high))


def _right_figure(practice: Practice, reading: Reading) -> Line:
    base = _money(practice, practice.standing.table["base_salary"])
    ask = _own_ask(practice, reading)
    words = f"The offer has a base of {base}. Could the {SHORT_NAMES[ask.lever]} be {_money(practice, ask.amount)}?"
    return Line(f"{words} {REASON}", ask.figures)


def _other_part(practice: Practice, reading: Reading) -> Line:
    """The closed lever left where it is, and a sign-on that makes up for one year of the difference."""
    ask, table = _own_ask(practice, reading), practice.standing.table
    lever, now = ask.lever, table[ask.lever]
    if lever == "sign_on_bonus":
        return Line(
            f"If the sign-on ends at {_money(practice, now)}, could we agree in writing on an early pay review?"
        )
    part = Decimal(4) if lever == "equity_grant" else Decimal(1)
    value = round_up_to_say(table["sign_on_bonus"] + (ask.amount - now) / part)
    inputs = {"sign_on": table["sign_on_bonus"], "asked": ask.amount, "on_the_table": now, "years": part}
    inputs["rounding"] = value - table["sign_on_bonus"] - (ask.amount - now) / part
    formula = "sign_on + (asked - on_the_table) / years + rounding"
    label = "sign-on that makes up one year of the difference"
    figure = build_figure(label, value, practice.offer.currency_code, formula, inputs, rule=RULE)
    return Line(
        f"If the {SHORT_NAMES[lever]} ends at {_money(practice, now)}, could the sign-on be "
        f"{_money(practice, value)} to make up for the first year?",
        (*ask.figures, figure),
    )


def _small_step(practice: Practice, reading: Reading) -> Line:
    """A quarter of the way from the last ask to what is on the table."""
    again = [ask.lever for ask in reading.asks if ask.lever in practice.standing.asked]
    lever: Lever = again[0] if again else "base_salary"
    before, now = practice.standing.asked.get(lever, ZERO), practice.standing.table[lever]
    exact = before - (before - now) / 4
    value = min(before, round_up_to_say(exact))
    inputs = {"before": before, "on_the_table": now, "rounding": value - exact}
    formula = "before - (before - on_the_table) / 4 + rounding"
    label = f"{LEVER_NAMES[lever]}, a quarter of the way down"
    figure = build_figure(label, value, practice.offer.currency_code, formula, inputs, rule=RULE)
    words = f"I can see the effort. I could come to {_money(practice, value)} if the rest of the package stands."
    return Line(words, (figure,))


def _two_points(practice: Practice, reading: Reading) -> Line:
    said = [f"the {SHORT_NAMES[ask.lever]} at {_money(practice, ask.amount)}" for ask in reading.asks[:2]]
    if len(said) < 2:
        return _reasoned(practice, reading)
    asks = [_told_ask(practice, ask.lever, ask.amount, ask.quote) for ask in reading.asks[:2]]
    words = f"There are two points: {said[0]} and {said[1]}. With both I sign as soon as it is in writing."
    return Line(words, tuple(figure for ask in asks for figure in ask.figures))


def _terms_in_writing(practice: Practice) -> str:
    table, money = practice.standing.table, practice.band.money
    moved = [lever for lever in MONEY if table[lever] > money[lever].offered] or ["base_salary"]
    return " and ".join(f"a {SHORT_NAMES[lever]} of {_money(practice, table[lever])}" for lever in moved)


def _close(practice: Practice, reading: Reading) -> Line:
    return Line(
        f"That works for me: {_terms_in_writing(practice)}. Please send the letter with these terms, and I will "
        "sign it."
    )


def _wait(practice: Practice, reading: Reading) -> Line:
    return Line(
        f"Thank you, I am really happy about this. Could you send me {_terms_in_writing(practice)} and the other "
        "terms in writing? I will read them and come back to you."
    )


def _commit(practice: Practice, reading: Reading) -> Line:
    ask = _own_ask(practice, reading)
    words = f"With a {SHORT_NAMES[ask.lever]} of {_money(practice, ask.amount)} I would sign as soon as it is in the "
    return Line(f"{words}letter. {REASON}", ask.figures)


def _final_word(practice: Practice, reading: Reading) -> Line:
    return Line(
        f"Thank you for the effort. I have no further requests. Please send the letter with "
        f"{_terms_in_writing(practice)}, and I will give you my answer when I have read it."
    )


def _set_target(practice: Practice, reading: Reading) -> Line:
    ask = _usual_ask(practice)
    now = average_figure(practice, "average year as offered", {k: r.offered for k, r in practice.band.money.items()})
    then = average_figure(
        practice, "average year with the usual counter on base", {**now_table(practice), **{ask.lever: ask.amount}}
    )
    words = (
        f"The offer comes to {_money(practice, now.value)} in the average year, and to {_money(practice, then.value)} "
        f"with a base of {_money(practice, ask.amount)}. Put your target between the two, or higher if you have data."
    )
    return Line(words, (*ask.figures, now, then))


def now_table(practice: Practice) -> dict[Lever, Decimal]:
    """The amounts of the offer as it was made."""
    return {lever: room.offered for lever, room in practice.band.money.items()}


def _set_walk_away(practice: Practice, reading: Reading) -> Line:
    now = average_figure(practice, "average year as offered", now_table(practice))
    return Line(
        f"The offer comes to {_money(practice, now.value)} in the average year. Write down what you have if you say "
        "no, in the same unit: that is your walk-away.",
        (now,),
    )


_Writer = Callable[[Practice, Reading], Line]
_WRITERS: dict[MistakeKind, _Writer] = {
    "no_walk_away": _set_walk_away,
    "told_walk_away": _make_the_case,
    "below_walk_away": _decline,
    "left_above_walk_away": _stay,
    "no_target": _set_target,
    "ask_below_target": _target_line,
    "settled_below_target": _one_more_step,
    "cold_start": _thankful,
    "apologetic": _thankful,
    "hostile": _thankful,
    "told_current_pay": _turn_to_the_role,
    "range_given": _high_end,
    "low_number": _target_line,
    "vague": _thankful,
    "timid": _usual,
    "beyond_reason": _usual,
    "wrong_figure": _right_figure,
    "repeated": _other_part,
    "big_drop": _small_step,
    "too_many_asks": _two_points,
    "reopened": _close,
    "no_reason": _reasoned,
    "need_based": _reasoned,
    "untrue_offer": _reasoned,
    "on_the_spot": _wait,
    "ultimatum": _commit,
    "not_in_writing": _close,
    "left_open": _final_word,
}
