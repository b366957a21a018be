"""Targets: walk-away, target, stretch and initial ask of one pay number, always in that order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.grounds import Grounds, Mark, calculate_need_counter, check_market, highest
from assistant.domain.money import render_money, round_cents
from assistant.errors import InputError

RULE = "counter_plan"
COUNTER_SOURCE = "fsn-counter"
ONE = Decimal(1)
BOLD_PCT = Decimal(20)


@dataclass(frozen=True, slots=True)
class Targets:
    """The amounts in rising order, their figures and what contradicts what; `walk_away` is None when not known."""

    walk_away: Decimal | None
    target: Decimal
    stretch: Decimal
    initial: Decimal
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def calculate_targets(grounds: Grounds, currency: str, what: str) -> Targets:
    """The four amounts of one pay number.

    Walk-away is the best of what else there is, a competing offer included; the target the market figure, where that
    is more; the stretch the 90th percentile, else a little above the target; the initial ask at least the stretch and
    the usual counter. Every amount is at least the one before it.

    Args:
        grounds: what is known.
        currency: of all amounts.
        what: what the number is called, such as "base salary".

    Raises:
        InputError: percentiles that fall or are not there.

    Source: fsn-counter for the counter on the offer.
    """
    check_market(grounds.market, grounds.target_percentile)
    return _Plan(grounds, currency, what).build()


class _Marks(NamedTuple):
    walk_away: Mark | None
    target: Mark
    stretch: Mark
    initial: Mark


class _Plan:
    """Works the marks out one after the other and notes what contradicts what."""

    def __init__(self, grounds: Grounds, currency: str, what: str) -> None:
        self.grounds, self.currency, self.what = grounds, currency, what
        self.notes: list[str] = []
        self.warnings: list[str] = []
        self.counter = self._find_counter()

    def build(self) -> Targets:
        grounds = self.grounds
        walk_away = self._find_walk_away()
        if grounds.asked is not None and walk_away is not None and grounds.asked < walk_away.value:
            raise InputError(
                "wanted",
                f"comes to {self.money(grounds.asked)}, below your walk-away of {self.money(walk_away.value)}: ask for "
                "more, or lower what you need",
            )
        target = self._lift("target", grounds.target, self._find_target(walk_away), walk_away, "walk-away")
        target = self._hold("target", target)
        stretch = self._lift("stretch", grounds.stretch, self._find_stretch(target), target, "target")
        stretch = self._hold("stretch", stretch)
        initial = self._lift("initial ask", grounds.initial, self._find_initial(stretch), stretch, "stretch")
        self._judge_room(walk_away, target)
        self._judge(walk_away, initial)
        marks = _Marks(walk_away, target, stretch, initial)
        return Targets(
            walk_away=walk_away.value if walk_away else None,
            target=target.value,
            stretch=stretch.value,
            initial=initial.value,
            figures=tuple(self._list_figures(marks)),
            assumptions=tuple(self.notes),
            warnings=tuple(self.warnings),
        )

    @property
    def has_data(self) -> bool:
        return bool(self.grounds.market) or self.grounds.competing is not None

    def money(self, amount: Decimal) -> str:
        return render_money(round_cents(amount), self.currency)

    def _find_counter(self) -> Mark:
        """The counter on the offer alone; a range is answered at its top instead."""
        grounds = self.grounds
        if grounds.range_top is not None:
            return Mark(grounds.range_top, "range_top", {"range_top": grounds.range_top})
        if grounds.needs is not None:
            return calculate_need_counter(grounds.offered, grounds.needs, grounds.minimum)
        value = grounds.offered * (ONE + grounds.uplift_rate)
        inputs = {"offer": grounds.offered, "uplift_pct": grounds.uplift_rate * 100}
        return Mark(value, "offer x (1 + uplift_pct / 100)", inputs)

    def _find_walk_away(self) -> Mark | None:
        grounds = self.grounds
        options: list[Mark] = []
        if grounds.competing is not None:
            options.append(Mark(grounds.competing, "competing_offer", {"competing_offer": grounds.competing}))
        if grounds.current_pay is not None:
            options.append(self._find_staying(grounds.current_pay))
        if grounds.minimum is not None:
            options.append(Mark(grounds.minimum, "minimum", {"minimum": grounds.minimum}))
        if options:
            return highest(*options)
        self.notes.append(
            "No walk-away can be set: give a minimum, your current pay or a competing offer, whichever you have."
        )
        return None

    def _find_staying(self, current_pay: Decimal) -> Mark:
        """What staying is worth: the present pay and, a year, what leaving costs."""
        cost, years = self.grounds.switching_cost, self.grounds.switching_cost_years
        inputs, formula = {"current_pay": current_pay, "switching_cost": cost}, "current_pay + switching_cost"
        if years > 1:
            inputs["switching_cost_years"] = Decimal(years)
            formula = f"{formula} / switching_cost_years"
        return Mark(current_pay + cost / years, formula, inputs)

    def _find_target(self, walk_away: Mark | None) -> Mark:
        grounds = self.grounds
        floor = [] if walk_away is None else [Mark(walk_away.value, "walk_away", {"walk_away": walk_away.value})]
        options = [Mark(grounds.offered, "offer", {"offer": grounds.offered})]
        if grounds.market:
            name = grounds.target_percentile
            options.append(Mark(grounds.market[name], f"market_{name}", {f"market_{name}": grounds.market[name]}))
            self._judge_market(grounds.market[name], walk_away)
        if not self.has_data and grounds.target is None:
            self._note_no_data()
            inputs = {"offer": grounds.offered, "counter": self.counter.value}
            options = [Mark((grounds.offered + self.counter.value) / 2, "(offer + counter) / 2", inputs)]
        return highest(*floor, *options)

    def _judge_market(self, figure: Decimal, walk_away: Mark | None) -> None:
        if self.grounds.offered >= figure:
            self.warnings.append(
                f"The offer of {self.money(self.grounds.offered)} is at or above the market figure of "
                f"{self.money(figure)} already: the market is no argument for more here."
            )
        if walk_away is not None and walk_away.value > figure:
            self.warnings.append(
                f"Your walk-away of {self.money(walk_away.value)} is above the market figure of {self.money(figure)}: "
                "the target is set to the walk-away, and you need another reason than the market."
            )

    def _note_no_data(self) -> None:
        if self.grounds.range_top is not None:
            self.notes.append(
                "A range is offered and no market figure or competing offer is given: the answer is the top of their "
                "range, the target its middle."
            )
            return
        self.notes.append(
            "No market figure and no competing offer is given: the opening follows the rule on the offer alone, and "
            "the target is halfway to it; put your own data in its place."
        )

    def _find_stretch(self, target: Mark) -> Mark:
        p90 = self.grounds.market.get("p90")
        base = {"target": target.value}
        if p90 is not None and p90 > target.value:
            return Mark(p90, "max(target, market_p90)", {**base, "market_p90": p90})
        if not self.has_data and self.grounds.target is None:
            counter = self.counter.value
            return Mark(max(target.value, counter), "max(target, counter)", {**base, "counter": counter})
        rate = self.grounds.stretch_rate
        if self.grounds.stretch is None:
            self.notes.append(
                f"The stretch is {(rate * 100).normalize():f} % above the target, our own rule of thumb where no 90th "
                "percentile above the target is given."
            )
        return Mark(
            target.value * (ONE + rate), "target x (1 + stretch_pct / 100)", {**base, "stretch_pct": rate * 100}
        )

    def _hold(self, name: str, mark: Mark) -> Mark:
        """The mark, held at what the person's own asks come to: nobody is paid more than they ask for."""
        asked = self.grounds.asked
        if asked is None or mark.value <= asked:
            return mark
        if name == "target":
            self.warnings.append(
                f"Your asks come to {self.money(asked)}, below the target of {self.money(mark.value)}: ask for "
                "more, or expect less."
            )
        return Mark(asked, "asks", {"asks": asked})

    def _find_initial(self, stretch: Mark) -> Mark:
        if self.grounds.asked is not None:
            return Mark(self.grounds.asked, "asks", {"asks": self.grounds.asked})
        inputs = {"stretch": stretch.value, "counter": self.counter.value}
        return Mark(max(inputs.values()), "max(stretch, counter)", inputs)

    def _lift(self, name: str, named: Decimal | None, found: Mark, floor: Mark | None, floor_name: str) -> Mark:
        """The amount the person named instead of the one found, but never below the mark before it."""
        if named is None:
            return found
        if floor is None or named >= floor.value:
            return Mark(named, name.replace(" ", "_"), {name.replace(" ", "_"): named})
        self.warnings.append(
            f"The {name} you named, {self.money(named)}, lies below the {floor_name} of {self.money(floor.value)}, so "
            "it is lifted to that."
        )
        own, key = name.replace(" ", "_"), floor_name.replace("-", "_")
        return Mark(floor.value, f"max({own}, {key})", {own: named, key: floor.value})

    def _judge_room(self, walk_away: Mark | None, target: Mark) -> None:
        """Whether anything lies between the walk-away and the target, unless that is said already."""
        said = any("set to the walk-away" in warning for warning in self.warnings)
        if walk_away is not None and round_cents(walk_away.value) == round_cents(target.value) and not said:
            self.warnings.append(
                f"Your target is your walk-away of {self.money(walk_away.value)}: {self._say_why_equal()}, so ask for "
                "more and accept from there. To aim higher, name a target or what the market pays."
            )

    def _say_why_equal(self) -> str:
        return "your other offer pays that already" if self.grounds.competing is not None else "you decline below it"

    def _judge(self, walk_away: Mark | None, initial: Mark) -> None:
        grounds, offered = self.grounds, self.grounds.offered
        if walk_away is not None and offered < walk_away.value and grounds.range_top is None:
            gap = self.money(walk_away.value - offered)
            self.warnings.append(f"The offer is {gap} below your walk-away: as it stands you would decline it.")
        if grounds.range_top is not None and walk_away is not None and walk_away.value > grounds.range_top:
            self.warnings.append("Your walk-away lies above the top of their range: say so before you go on.")
        if grounds.range_top is not None and initial.value > grounds.range_top:
            self.warnings.append("The initial ask lies above the top of their own range: have a reason ready.")
        elif offered and initial.value > offered * (ONE + BOLD_PCT / 100):
            self.warnings.append(
                f"The initial ask is more than {BOLD_PCT} % above the offer, beyond the usual counter of 10 to 20 %: "
                "bring the evidence for it."
            )
        if grounds.needs is not None and grounds.minimum is not None and self.counter.value <= grounds.minimum:
            self.warnings.append(
                "The usual counter does not clear your minimum: say plainly that you cannot accept less than it."
            )

    def _list_figures(self, marks: _Marks) -> Iterator[Figure]:
        grounds, offered = self.grounds, self.grounds.offered
        if grounds.range_top is not None:
            ends = {"range_low": offered, "range_top": grounds.range_top}
            middle = Mark((offered + grounds.range_top) / 2, "(range_low + range_top) / 2", ends)
            yield self._figure("middle of the offered range", middle)
        else:
            yield self._figure(f"{self.what} as offered", Mark(offered, "offer", {"offer": offered}))
        if grounds.competing is not None:
            yield self._figure("competing offer", Mark(grounds.competing, "amount", {"amount": grounds.competing}))
        if marks.walk_away is not None:
            yield self._figure("walk-away", marks.walk_away)
        yield self._figure("target", marks.target)
        yield self._figure("stretch", marks.stretch)
        yield self._figure("initial ask", marks.initial)
        if grounds.range_top is None:
            kind = "need" if grounds.needs is not None else "uplift"
            yield self._figure(f"counter by the {kind} rule", self.counter, (COUNTER_SOURCE,))
        yield from self._list_distances(marks)

    def _list_distances(self, marks: _Marks) -> Iterator[Figure]:
        offered, (walk_away, target, _, initial) = self.grounds.offered, marks
        if walk_away is not None:
            both = {"offer": offered, "walk_away": walk_away.value}
            yield self._figure("offer less the walk-away", Mark(offered - walk_away.value, "offer - walk_away", both))
        ends = {"offer": offered, "initial_ask": initial.value}
        if offered:
            percent = (initial.value / offered - 1) * 100
            yield self._figure(
                "initial ask above the offer", Mark(percent, "(initial_ask / offer - 1) x 100", ends), unit="percent"
            )
        middle = Mark((offered + initial.value) / 2, "(offer + initial_ask) / 2", ends)
        yield self._figure("middle of offer and initial ask", middle)
        if target.value > offered:
            both = {"target": target.value, "offer": offered}
            yield self._figure(
                "opening that meets in the middle at the target",
                Mark(2 * target.value - offered, "2 x target - offer", both),
            )

    def _figure(self, label: str, mark: Mark, sources: tuple[str, ...] = (), unit: str | None = None) -> Figure:
        return build_figure(
            label,
            round_cents(mark.value),
            unit or self.currency,
            formula=mark.formula,
            rule=RULE,
            inputs=mark.inputs,
            source_ids=sources,
        )
