"""Guidance audit: whether the numbers in published advice follow from the parts the advice gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.figure import Figure, build_figure
from assistant.domain.formula import evaluate_formula
from assistant.domain.money import Amount, Number, round_cents
from assistant.errors import InputError

RULE = "guidance_audit"
SHOWN_DECIMALS = 4
Verdict = Literal["reproduces", "other_convention", "does_not_reproduce"]
Relation = Literal["equal", "at_least", "at_most"]
Calculate = Callable[[str, Mapping[str, Any]], Sequence[Figure]]


class FigureOf(BaseModel):
    """A figure of a calculator, by its label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    calculator: str
    arguments: dict[str, Any]
    figure: str


class Reading(BaseModel):
    """One way to come to a number: arithmetic over stated numbers and calculators' figures."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    formula: str = "value"
    inputs: dict[str, Number] = Field(default_factory=dict)
    figures: dict[str, FigureOf] = Field(default_factory=dict)


class WorkedClaim(BaseModel):
    """A number that a source states, how it should come about, and what we found when we looked.

    `reading` is the plain one, under the source's own terms; `others` are conventions that might be meant.
    `claim` is the disputed claim it belongs to, if any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    claim: str | None = None
    source_id: str
    says: str
    stated: Number
    unit: str
    within: Amount = Decimal("0.5")
    relation: Relation = "equal"
    reading: Reading
    others: tuple[Reading, ...] = ()
    verdict: Verdict
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """A claim recomputed: our figure under the plain reading, and every convention under which the claim holds."""

    claim: WorkedClaim
    figure: Figure
    alternatives: Mapping[str, Decimal]
    conventions: tuple[str, ...]
    verdict: Verdict

    @property
    def difference(self) -> Decimal:
        """Stated less ours."""
        return self.claim.stated - self.figure.value


def audit_claim(claim: WorkedClaim, calculate: Calculate) -> Audited:
    """The claim recomputed.

    Args:
        claim: what is stated and how to come to it.
        calculate: runs a calculator by name and arguments.

    >>> claim = {"id": "a", "source_id": "b", "says": "c", "stated": 80000, "unit": "USD", "verdict": "reproduces"}
    >>> reading = {"name": "four years", "formula": "raise_ x 4", "inputs": {"raise_": 20000}}
    >>> audit_claim(WorkedClaim.model_validate(claim | {"reading": reading}), lambda name, arguments: ()).verdict
    'reproduces'

    Raises:
        InputError: a reading cannot be computed, named by the claim.
    """
    figure = compute_reading(claim, claim.reading, calculate)
    others = {reading.name: compute_reading(claim, reading, calculate).value for reading in claim.others}
    fitting = tuple(name for name, value in others.items() if holds(claim, value))
    plain = holds(claim, figure.value)
    verdict: Verdict = "reproduces" if plain else "other_convention" if fitting else "does_not_reproduce"
    return Audited(claim, figure, others, (claim.reading.name,) if plain else fitting, verdict)


def holds(claim: WorkedClaim, ours: Decimal) -> bool:
    """Whether the statement is true of our number, within its own rounding."""
    if claim.relation == "at_least":
        return ours >= claim.stated - claim.within
    if claim.relation == "at_most":
        return ours <= claim.stated + claim.within
    return abs(ours - claim.stated) <= claim.within


def compute_reading(claim: WorkedClaim, reading: Reading, calculate: Calculate) -> Figure:
    """The number under one reading; a calculator's figure on its own keeps its formula.

    Raises:
        InputError: the calculator has no such figure, or the formula no value.
    """
    found = {name: _find_figure(claim, wanted, calculate) for name, wanted in reading.figures.items()}
    label = claim.id.replace("-", " ")
    if reading.formula in found and len(found) == 1:
        figure = found[reading.formula]
        named = {"label": label, "rule": RULE, "source_ids": (claim.source_id,)}
        return figure.model_copy(update={**named, "value": round_shown(figure.value, figure.unit)})
    inputs = {**reading.inputs, **{name: figure.value for name, figure in found.items()}}
    try:
        value = evaluate_formula(reading.formula, inputs)
    except InputError as error:
        raise InputError(claim.id, error.message) from error
    return build_figure(
        label,
        round_shown(value, claim.unit),
        claim.unit,
        formula=reading.formula,
        rule=RULE,
        inputs=inputs,
        source_ids=(claim.source_id,),
    )


def round_shown(value: Decimal, unit: str) -> Decimal:
    """A value as the audit shows it: money to the cent, all else to four digits.

    >>> round_shown(Decimal(100) / 3, "percent")
    Decimal('33.3333')
    """
    return round_cents(value) if len(unit) == 3 and unit.isupper() else round(value, SHOWN_DECIMALS)


def _find_figure(claim: WorkedClaim, wanted: FigureOf, calculate: Calculate) -> Figure:
    try:
        figures = calculate(wanted.calculator, wanted.arguments)
    except InputError as error:
        raise InputError(claim.id, f"{wanted.calculator} cannot be run: {error}") from error
    for figure in figures:
        if figure.label == wanted.figure:
            return figure
    raise InputError(claim.id, f"{wanted.calculator} has no figure called {wanted.figure}")


def summarise(audited: Iterable[Audited]) -> Iterator[Figure]:
    """The share of worked examples that reproduce: of all, then source by source."""
    listed = list(audited)
    yield _share("examples that reproduce", listed, ())
    for source in dict.fromkeys(item.claim.source_id for item in listed):
        own = [item for item in listed if item.claim.source_id == source]
        yield _share(f"examples that reproduce: {source}", own, (source,))


def _share(label: str, listed: Sequence[Audited], source_ids: tuple[str, ...]) -> Figure:
    counts = {
        "reproduce": Decimal(sum(item.verdict == "reproduces" for item in listed)),
        "under_another_convention": Decimal(sum(item.verdict == "other_convention" for item in listed)),
        "examples": Decimal(len(listed)),
    }
    return build_figure(
        label,
        round_shown(100 * counts["reproduce"] / counts["examples"], "percent"),
        "percent",
        formula="100 x reproduce / examples",
        rule=RULE,
        inputs=counts,
        source_ids=source_ids,
    )
