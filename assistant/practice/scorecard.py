"""Scorecard: what was won against the band that was hidden, the mistakes, and one thing to do differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.counter import LEVER_NAMES, Lever
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import Number, render_money, round_cents
from assistant.errors import InputError
from assistant.practice.band import Openness
from assistant.practice.better import average_figure, now_table
from assistant.practice.judgement import build_note
from assistant.practice.mistake import MISTAKE_NAMES, MistakeKind, MistakeName, MoveKind
from assistant.practice.phrases import REASON
from assistant.practice.practice import Note, Practice
from assistant.practice.reading import Reading
from assistant.practice.standing import Ending, Outcome, PracticeValue
from assistant.practice.term import MONEY, SHORT_NAMES, TERM_NAMES, Term

RULE = "practice"
HUNDRED = Decimal(100)
_HEAVIEST: tuple[MistakeKind, ...] = (
    "on_the_spot", "hostile", "untrue_offer", "ultimatum", "told_current_pay", "told_walk_away", "below_walk_away",
    "vague", "no_reason", "need_based", "repeated", "reopened", "big_drop", "low_number", "range_given", "timid",
    "ask_below_target", "settled_below_target", "too_many_asks", "beyond_reason", "wrong_figure",
    "left_above_walk_away", "left_open", "not_in_writing", "apologetic", "cold_start",
)  # fmt: skip
UNASKED = (
    "choosing-your-asks", "What should I push on first?",
    "Push on the part that serves your own life best, then check that it is a part that can move.",
)  # fmt: skip
HIGHER = (
    "numbers-with-evidence", "How much more should I ask for?",
    "Ask for the highest figure you can explain in one sentence without blushing.",
)  # fmt: skip
ENOUGH = (
    "second-round", "They said yes to everything. Do I ask for more?",
    "Do not ask for more of the same; thank them, check the letter and sign.",
)  # fmt: skip


class LeverResult(PracticeValue):
    """A money lever: offered, reached, the most there was, and whether it was asked for."""

    lever: Lever
    offered: Number
    reached: Number
    most: Number
    asked: bool


class TermResult(PracticeValue):
    """A term without an amount: how open it was, and what became of it; None: never asked."""

    term: Term
    openness: Openness
    outcome: Outcome | None


class Advice(PracticeValue):
    """One thing to do differently, the passage behind it, and the line to use."""

    text: str
    source_id: str
    section: str
    source_quote: str
    better: str = ""
    figures: tuple[Figure, ...] = ()


class Scorecard(PracticeValue):
    """The end of a practice. `won_pct` is the part of the room won, None where there was no room."""

    ended: Ending
    levers: tuple[LeverResult, ...]
    terms: tuple[TermResult, ...]
    figures: tuple[Figure, ...]
    won_pct: Number | None
    mistakes: dict[MistakeName, int]
    preparation: tuple[Note, ...]
    good: dict[MoveKind, int]
    advice: Advice


def score_practice(practice: Practice) -> Scorecard:
    """The scorecard of a practice that has ended.

    Raises:
        InputError: it has not ended.
    """
    if practice.ended is None:
        raise InputError("practice", "has not ended yet; the band stays hidden until then")
    levers = tuple(_list_levers(practice))
    figures = (*_lever_figures(practice, levers), *_package_figures(practice))
    won = next((figure.value for figure in figures if figure.label == WON_LABEL), None)
    preparation = tuple(_judge_preparation(practice))
    notes = [*preparation, *(note for taken in practice.rounds for note in taken.notes)]
    counted = Counter(note.mistake for note in notes)
    good = Counter(kind for taken in practice.rounds for kind in taken.good)
    return Scorecard(
        ended=practice.ended,
        levers=levers,
        terms=tuple(
            TermResult(term=term, openness=openness, outcome=practice.standing.terms.get(term))
            for term, openness in practice.band.terms.items()
        ),
        figures=figures,
        won_pct=won,
        mistakes={name: counted[name] for name in MISTAKE_NAMES if counted[name]},
        preparation=preparation,
        good=dict(good),
        advice=_advise(practice, levers),
    )


WON_LABEL = "part of the room you won"


def _list_levers(practice: Practice) -> Iterator[LeverResult]:
    standing = practice.standing
    reached = standing.table if practice.ended != "withdrawn" else now_table(practice)
    for lever in MONEY:
        offered, most = practice.band.money[lever]
        if offered or most:
            yield LeverResult(
                lever=lever, offered=offered, reached=reached[lever], most=most, asked=lever in standing.asked
            )


def _lever_figures(practice: Practice, levers: tuple[LeverResult, ...]) -> Iterator[Figure]:
    currency = practice.offer.currency_code
    for item in levers:
        name = LEVER_NAMES[item.lever]
        inputs = {"reached": item.reached, "offered": item.offered}
        yield build_figure(f"{name} won", item.reached - item.offered, currency, "reached - offered", inputs, rule=RULE)
        both = {"most": item.most, "reached": item.reached}
        yield build_figure(f"{name} left", item.most - item.reached, currency, "most - reached", both, rule=RULE)


def _package_figures(practice: Practice) -> Iterator[Figure]:
    """The average year as offered, as reached and at the top of the band, and the part of the room won."""
    table = practice.standing.table if practice.ended != "withdrawn" else now_table(practice)
    offered = average_figure(practice, "average year as offered", now_table(practice))
    reached = average_figure(practice, "average year reached", table)
    tops = {lever: room.most for lever, room in practice.band.money.items()}
    most = average_figure(practice, "average year at the top of the band", tops)
    yield from (offered, reached, most)
    room = most.value - offered.value
    if room > 0:
        inputs = {"reached": reached.value, "offered": offered.value, "most": most.value}
        formula = "(reached - offered) / (most - offered) x 100"
        value = round_cents((reached.value - offered.value) / room * HUNDRED)
        yield build_figure(WON_LABEL, value, "percent", formula, inputs, rule=RULE)
    for name, amount in (("target", practice.plan.target), ("walk-away", practice.plan.walk_away)):
        if amount is not None:
            key = name.replace("-", "_")
            both = {"reached": reached.value, key: amount}
            label = f"average year above your {name}"
            value = reached.value - amount
            yield build_figure(label, value, practice.offer.currency_code, f"reached - {key}", both, rule=RULE)


def _judge_preparation(practice: Practice) -> Iterator[Note]:
    nothing = Reading(text="")
    if practice.plan.target is None:
        yield build_note("no_target", "", practice, nothing)
    if practice.plan.walk_away is None:
        yield build_note("no_walk_away", "", practice, nothing)


def _advise(practice: Practice, levers: tuple[LeverResult, ...]) -> Advice:
    """The most frequent mistake, the heavier on a tie; without any, the lever where most was left."""
    notes = [note for taken in practice.rounds for note in taken.notes]
    if notes:
        counted = Counter(note.kind for note in notes)
        kind = max(counted, key=lambda item: (counted[item], -_HEAVIEST.index(item)))
        note = next(note for note in reversed(notes) if note.kind == kind)
        return Advice(
            text=f"{note.title}. {note.why}",
            source_id=note.source_id,
            section=note.section,
            source_quote=note.source_quote,
            better=note.better,
            figures=note.figures,
        )
    return _advise_on_room(practice, levers)


def _advise_on_room(practice: Practice, levers: tuple[LeverResult, ...]) -> Advice:
    def worth(item: LeverResult) -> Decimal:
        return practice.measure({item.lever: item.most}) - practice.measure({item.lever: item.reached})

    best = max(levers, key=worth)
    left = render_money(best.most - best.reached, practice.offer.currency_code)
    name = SHORT_NAMES[best.lever]
    if worth(best) <= 0:
        text, source = "Nothing: you reached the top of the band.", ENOUGH
    elif best.asked:
        text, source = f"Open higher on the {name}: {left} more was there.", HIGHER
    else:
        too = ", too" if any(item.asked for item in levers) else ""
        text, source = f"Ask for more {name}{too}: {left} was there, and you did not ask.", UNASKED
    open_terms = [term for term, how in practice.band.terms.items() if how == "open"]
    unasked = [term for term in open_terms if term not in practice.standing.terms and term != "more_time"]
    if worth(best) <= 0 and unasked:
        text = f"Ask for what costs them little, too: {TERM_NAMES[unasked[0]]} was open, and you did not ask."
        source = UNASKED
    better, figures = ("", ()) if source in (ENOUGH, UNASKED) and worth(best) <= 0 else _ask_for_all(practice, best)
    return Advice(
        text=text, source_id=source[0], section=source[1], source_quote=source[2], better=better, figures=figures
    )


def _ask_for_all(practice: Practice, item: LeverResult) -> tuple[str, tuple[Figure, ...]]:
    currency = practice.offer.currency_code
    inputs = {"offered": item.offered, "room": item.most - item.offered}
    label = f"{LEVER_NAMES[item.lever]} at the top of the band"
    figure = build_figure(label, item.most, currency, "offered + room", inputs, rule=RULE)
    return f"Could the {SHORT_NAMES[item.lever]} be {render_money(item.most, currency)}? {REASON}", (figure,)
