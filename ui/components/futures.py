"""Futures: what a person thinks may become of a company, as scenarios to count with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.exit_scenarios import ExitScenario
from assistant.domain.what_if import MOST_FUTURES, OfferWhatIf
from ui.components.markup import tag
from ui.components.text import render
from ui.components.what_if import assume, put

if TYPE_CHECKING:
    from assistant.session import CoachSession

PLACEHOLDERS = (
    ExitScenario(name="It fails", exit_value=Decimal(0), probability_pct=Decimal(60)),
    ExitScenario(
        name="A modest sale", exit_value=Decimal(100_000_000), probability_pct=Decimal(30), dilution_pct=Decimal(20)
    ),
    ExitScenario(
        name="A great exit", exit_value=Decimal(1_000_000_000), probability_pct=Decimal(10), dilution_pct=Decimal(40)
    ),
)
MADE_UP = "These futures are placeholders, not a forecast. Put in what you believe; the chances sum to 100."
_MILLION = Decimal(1_000_000)


def draw_shares(session: CoachSession, case: str, name: str, assumed: OfferWhatIf) -> None:
    """How many shares the company has in all, which the percent of the company hangs on."""
    key = f"diluted {case} {name}"
    st.number_input(
        "Fully diluted shares of the company",
        min_value=0,
        step=100_000,
        placeholder="ask the recruiter",
        key=put(key, int(assumed.fully_diluted_shares) if assumed.fully_diluted_shares else None),
        on_change=_keep_shares,
        args=(session, case, name, key),
    )


def _keep_shares(session: CoachSession, case: str, name: str, key: str) -> None:
    shares = Decimal(st.session_state[key]) if st.session_state[key] else None
    _change(session, case, name, fully_diluted_shares=shares)


def draw_futures(session: CoachSession, case: str, name: str, futures: Sequence[ExitScenario]) -> None:
    """Four fields for each future; what is changed is kept at once."""
    render(tag("p", MADE_UP, css="pl-quiet"))
    prefix = f"future {case} {name} {len(futures)}"
    for place, future in enumerate(futures):
        keys = [f"{prefix} {place} {part}" for part in ("name", "value", "chance", "dilution")]
        save: dict[str, Any] = {"on_change": _keep_futures, "args": (session, case, name, prefix, len(futures))}
        render(tag("p", tag("b", f"Future {place + 1}"), css="pl-slider-name"))
        first, second, third, fourth = st.columns((2.4, 2, 1.5, 1.5))
        first.text_input("Name", max_chars=60, key=put(keys[0], future.name or f"Future {place + 1}"), **save)
        second.number_input(
            "Sold for, million", 0.0, 1e7, step=10.0, format="%g",
            key=put(keys[1], float(future.exit_value / _MILLION)), **save,
        )  # fmt: skip
        third.number_input(
            "Chance, %", 0.0, 100.0, step=5.0, format="%g", key=put(keys[2], float(future.probability_pct)), **save
        )
        fourth.number_input(
            "Dilution, %", 0.0, 99.0, step=5.0, format="%g",
            key=put(keys[3], float(future.dilution_pct or 0)), **save,
        )  # fmt: skip
    with st.container(horizontal=True):
        if len(futures) < MOST_FUTURES:
            added = ExitScenario(name=f"Future {len(futures) + 1}", exit_value=Decimal(0), probability_pct=Decimal(0))
            st.button("Add a future", key=f"{prefix} add", on_click=_set_futures,
                      args=(session, case, name, (*futures, added)))  # fmt: skip
        if len(futures) > 1:
            st.button("Take out the last", key=f"{prefix} less", on_click=_set_futures,
                      args=(session, case, name, tuple(futures[:-1])))  # fmt: skip


def _keep_futures(session: CoachSession, case: str, name: str, prefix: str, count: int) -> None:
    def read(place: int, part: str) -> Any:
        return st.session_state[f"{prefix} {place} {part}"]

    futures = tuple(
        ExitScenario(
            name=str(read(place, "name") or "").strip() or f"Future {place + 1}",
            exit_value=Decimal(str(read(place, "value") or 0)) * _MILLION,
            probability_pct=Decimal(str(read(place, "chance") or 0)),
            dilution_pct=Decimal(str(read(place, "dilution") or 0)),
        )
        for place in range(count)
    )
    _set_futures(session, case, name, futures)


def _set_futures(session: CoachSession, case: str, name: str, futures: tuple[ExitScenario, ...]) -> None:
    _change(session, case, name, futures=futures)


def _change(session: CoachSession, case: str, name: str, **fields: Any) -> None:
    assume(session, case, lambda kept: kept.with_offer(name, kept.about(name).model_copy(update=fields)))
