"""Counter ladder: an answer prepared for each reply between an offer and the amount asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal, NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import CENT, render_money, round_cents
from assistant.errors import InputError

RULE = "counter_ladder"
SOURCE = "fsn-increments"
MOST_INCREMENTS = 9
MOST_STEPS = 40
ZERO = Decimal(0)
STEPS_PER_TEN = (1, 2, 5)

Zone = Literal["hold", "counter", "accept"]
ANSWER_LABELS: dict[Zone, str] = {"hold": "ask repeated against", "counter": "answer to", "accept": "accepted at"}
HOLD_NOTE = (
    "Below your walk-away: concede nothing and do not name your limit. If it is their last word, take a day and "
    "decline kindly."
)


class Rung(NamedTuple):
    """A reply they may give, what it is to the person, the amount to answer, the words for it, and a note to oneself.

    In the zone "hold" the answer repeats the ask, in "accept" it is the reply itself.
    """

    reply: Decimal
    zone: Zone
    answer: Decimal
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs from the offer to the ask, and the figures behind them."""

    figures: tuple[Figure, ...]
    rungs: tuple[Rung, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The two ends of a negotiation and the person's own marks between them.

    `target` is the amount accepted at once; without one only the ask is. Without a `walk_away` nothing is held off.
    """

    offered: Decimal
    ask: Decimal
    target: Decimal | None = None
    walk_away: Decimal | None = None

    def check(self) -> None:
        """Refuse amounts that are out of order.

        Raises:
            InputError: the amount that is, by its name.
        """
        if self.ask <= self.offered:
            raise InputError("ask", "must be above what is offered: there is nothing to climb")
        for name, amount in (("target", self.target), ("walk_away", self.walk_away)):
            if amount is not None and amount > self.ask:
                raise InputError(name, "lies above the ask: nobody pays more than was asked for; ask for more")
        if self.target is not None and self.target < self.offered:
            raise InputError("target", "lies below what is offered: the offer is better already, so name a higher one")
        if self.target is not None and self.walk_away is not None and self.target < self.walk_away:
            raise InputError("target", "lies below your walk-away: you would accept what you would decline")


def mirror_target(offered: Decimal, target: Decimal) -> Decimal:
    """The ask that lies as far above the target as the offer lies below it: meeting in the middle lands on the target.

    >>> int(mirror_target(Decimal(142000), Decimal(151000)))
    160000
    """
    return 2 * target - offered


def say_step(amount: Decimal) -> Decimal:
    """The step between amounts of that size that people say aloud.

    >>> int(say_step(Decimal(55000))), int(say_step(Decimal(180000)))
    (500, 1000)
    """
    for limit, step in ((1_000, 10), (20_000, 100), (100_000, 500), (1_000_000, 1_000)):
        if amount < limit:
            return Decimal(step)
    return Decimal(10) ** (amount.adjusted() - 2)


def round_up_to_say(amount: Decimal) -> Decimal:
    """The amount, rounded up to one that people say.

    >>> int(round_up_to_say(Decimal(63250)))
    63500
    """
    step = say_step(amount)
    return (amount / step).quantize(Decimal(1), rounding=ROUND_CEILING) * step


def find_increment(window: Window) -> Decimal:
    """The smallest step of 1, 2 or 5 times a power of ten that climbs from offer to ask in at most nine increments.

    >>> int(find_increment(Window(Decimal(50000), Decimal(56000))))
    1000
    """
    power = max(CENT, Decimal(10) ** (((window.ask - window.offered) / MOST_INCREMENTS).adjusted()))
    steps = (power * part * scale for scale in (1, 10) for part in STEPS_PER_TEN)
    return next(step for step in steps if len(list_replies(window, step)) <= MOST_INCREMENTS + 1)


def list_replies(window: Window, step: Decimal) -> list[Decimal]:
    """The offer, every multiple of the step between offer and ask, and the ask.

    >>> [int(reply) for reply in list_replies(Window(Decimal(52500), Decimal(54000)), Decimal(1000))]
    [52500, 53000, 54000]
    """
    reply, replies = (window.offered // step + 1) * step, [window.offered]
    while reply < window.ask:
        replies.append(reply)
        reply += step
    return [*replies, window.ask]


def calculate_ladder(window: Window, currency: str, step: Decimal | None = None) -> Ladder:
    """The answer to each reply: hold the ask below the walk-away, accept from the target on, name the target between.

    Without a target the answer in between is halfway to the ask. No words name the walk-away.

    Args:
        window: offer, ask and the person's marks.
        currency: of all amounts.
        step: distance of the replies; None for the smallest usual one with at most nine increments.

    Raises:
        InputError: marks out of order, or a step that makes too many rungs.

    Source: fsn-increments.
    """
    window.check()
    step = step or find_increment(window)
    if (window.ask - window.offered) / step > MOST_STEPS:
        raise InputError("step", f"makes more than {MOST_STEPS} steps between offer and ask: choose a larger one")
    rungs = tuple(_build_rung(reply, window, currency) for reply in list_replies(window, step))
    return Ladder((*_list_figures(window, currency, step, rungs),), rungs, _name_warnings(window, currency))


def _build_rung(reply: Decimal, window: Window, currency: str) -> Rung:
    floor, top = window.walk_away, window.ask if window.target is None else window.target
    if reply >= top:
        return Rung(
            reply, "accept", reply, "Yes, I accept.", "At your target or above: take it, and get it in writing."
        )
    if floor is not None and reply < floor:
        return Rung(reply, "hold", window.ask, _say_hold(window.ask, currency), HOLD_NOTE)
    answer = find_answer(reply, window)
    words = f"If you can do {render_money(answer, currency)}, I accept."
    return Rung(reply, "counter", answer, words, "Say it once, then wait for their answer.")


def _say_hold(ask: Decimal, currency: str) -> str:
    return (
        f"Thank you. That is still well short of the {render_money(ask, currency)} I asked for. What can be done to "
        "get there, here or with other parts of the package?"
    )


def find_answer(reply: Decimal, window: Window) -> Decimal:
    """What to name against a reply that is neither too low nor enough.

    >>> int(find_answer(Decimal(53000), Window(Decimal(50000), Decimal(56000))))
    54500
    """
    if window.target is not None:
        return window.target
    return min(round_up_to_say((reply + window.ask) / 2), window.ask)


def _list_figures(window: Window, currency: str, step: Decimal, rungs: tuple[Rung, ...]) -> Iterator[Figure]:
    both = {"offered": window.offered, "ask": window.ask}

    def figure(label: str, value: Decimal, unit: str, formula: str, inputs: dict[str, Decimal]) -> Figure:
        return build_figure(
            label, round_cents(value), unit, formula=formula, rule=RULE, inputs=inputs, source_ids=(SOURCE,)
        )

    yield figure("increment", step, currency, "step", {"step": step})
    yield figure("middle of offer and ask", (window.offered + window.ask) / 2, currency, "(offered + ask) / 2", both)
    if window.offered:
        percent = (window.ask / window.offered - 1) * 100
        yield figure("ask above the offer", percent, "percent", "(ask / offered - 1) x 100", both)
    if window.walk_away is not None:
        yield figure("hold below", window.walk_away, currency, "walk_away", {"walk_away": window.walk_away})
    name, top = ("ask", window.ask) if window.target is None else ("target", window.target)
    yield figure("accept from", top, currency, name, {name: top})
    for rung in rungs:
        label = f"{ANSWER_LABELS[rung.zone]} {rung.reply.normalize():,f}"
        yield figure(label, rung.answer, currency, *_describe_answer(rung, window))


def _describe_answer(rung: Rung, window: Window) -> tuple[str, dict[str, Decimal]]:
    if rung.zone == "hold":
        return "ask", {"ask": window.ask}
    if rung.zone == "accept":
        return "reply", {"reply": rung.reply}
    if window.target is not None:
        return "target", {"target": window.target}
    rounding = rung.answer - (rung.reply + window.ask) / 2
    return "(reply + ask) / 2 + rounding", {"reply": rung.reply, "ask": window.ask, "rounding": rounding}


def _name_warnings(window: Window, currency: str) -> tuple[str, ...]:
    floor, warnings = window.walk_away, list[str]()
    if window.target is not None and window.target == window.offered:
        warnings.append("Your target is what is offered already, so every reply is accepted: name a higher one.")
    if floor is None:
        warnings.append("No walk-away is given, so no reply is held off: set the amount below which you would say no.")
    elif window.offered < floor:
        gap = render_money(floor - window.offered, currency)
        warnings.append(f"The offer is {gap} below your walk-away: as it stands you would decline it.")
    return tuple(warnings)
