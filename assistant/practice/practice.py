"""Practice: one talk with a recruiter, from the offer it is about to its end; every turn makes a new one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.counter import Lever
from assistant.domain.counter_plan import PLACES
from assistant.domain.figure import Figure
from assistant.domain.money import Amount
from assistant.domain.offer import Offer
from assistant.errors import InputError
from assistant.practice.band import Band, apply_table, build_band
from assistant.practice.mistake import MistakeKind, MistakeName, MoveKind
from assistant.practice.standing import Ending, Move, PracticeValue, Reply, Standing
from assistant.practice.temper import TemperName
from assistant.practice.term import Term

LONGEST_TURN = 4_000
LARGEST_SEED = 1_000_000


class Plan(PracticeValue):
    """What the person decided beforehand: pay of the average year, in the offer's currency."""

    target: Amount | None = None
    walk_away: Amount | None = None


class Note(PracticeValue):
    """A mistake in one turn: the words that show it, why it costs, the passage that says so, and a better line.

    `quote` is empty where something was left out. `figures` hold the numbers of the better line that neither the
    offer nor the person names.
    """

    mistake: MistakeName
    kind: MistakeKind
    title: str
    quote: str
    why: str
    source_id: str
    section: str
    source_quote: str
    better: str
    figures: tuple[Figure, ...] = ()


class Round(PracticeValue):
    """What the person said, empty for silence, what came back, and what is to be said about it."""

    number: int
    said: str
    reply: str
    objection: str | None = None
    moves: tuple[Move, ...] = ()
    agreed: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()
    good: tuple[MoveKind, ...] = ()


class Practice(PracticeValue):
    """A talk so far. `number` counts the tries of a case; `competing` are the base salaries of offers on file."""

    number: int
    offer_name: str
    offer: Offer
    temper: TemperName
    seed: int
    plan: Plan = Plan()
    competing: tuple[Amount, ...] = ()
    opening: str
    opening_objection: str | None = None
    rounds: tuple[Round, ...] = ()
    standing: Standing
    ended: Ending | None = None

    @property
    def band(self) -> Band:
        """The hidden band; nobody is to see it before the end."""
        return build_band(self.offer, self.temper, self.seed)

    @property
    def objection(self) -> str | None:
        """The objection that waits for an answer."""
        return self.rounds[-1].objection if self.rounds else self.opening_objection

    def average(self, table: Mapping[Lever, Decimal] | None = None) -> Figure:
        """Pay of the average year with these amounts, the others as they are on the table."""
        offer = apply_table(self.offer, {**self.standing.table, **(table or {})})
        return calculate_total_compensation(offer).figures[PLACES["average_total"]]

    def measure(self, table: Mapping[Lever, Decimal] | None = None) -> Decimal:
        """The amount of `average`."""
        return self.average(table).value

    def with_round(self, taken: Round, reply: Reply) -> Practice:
        """The practice after a round."""
        rounds = (*self.rounds, taken)
        return self.model_copy(update={"rounds": rounds, "standing": reply.standing, "ended": reply.ended})


def check_plan(plan: Plan) -> Plan:
    """The plan, if its amounts are in order.

    Raises:
        InputError: the walk-away lies above the target.
    """
    if plan.target is not None and plan.walk_away is not None and plan.walk_away > plan.target:
        raise InputError("walk_away", "lies above your target: you would decline what you aim for; lower it")
    return plan


def check_seed(seed: int) -> int:
    """The seed, if it is one.

    Raises:
        InputError: it is negative or too large.
    """
    if not 0 <= seed <= LARGEST_SEED:
        raise InputError("seed", f"must be a whole number from 0 to {LARGEST_SEED:,}")
    return seed
