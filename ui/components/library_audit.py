"""Library audit: where the sources disagree, and which of their worked examples come out when they are recomputed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.components.library_documents import note
from ui.components.markup import EMPTY, Markup, join, tag
from ui.components.text import escape_label, render
from ui.format import format_value

if TYPE_CHECKING:
    from assistant.reference.claims import Claim
    from assistant.session import CoachSession

AUDIT = "guidance_audit"
VERDICTS = {
    "does_not_reproduce": "Does not come out under any usual reading",
    "other_convention": "Comes out under another reading than the source says",
    "reproduces": "Comes out",
}
CLAIM_VERDICTS = {"disputed": "disputed", "refuted": "does not hold", "uncorroborated": "one source only"}


def draw_disputes(session: CoachSession) -> None:
    """Every claim on which the sources disagree, with both sides and the question that settles it."""
    claims = session.library.claims
    box = st.expander(
        escape_label(f"Where the sources disagree: {len(claims)} claims"), key="library-disputes", on_change="rerun"
    )
    if box.open:
        with box:
            render(note("An answer that touches one of these shows both sides."))
            render(join(_compose_claim(session, claim) for claim in claims))


def draw_audit(session: CoachSession) -> None:
    """Every worked example of the sources beside our own sum."""
    box = st.expander("The sources' own sums, done again", key="library-audit", on_change="rerun")
    if box.open:
        with box:
            rows = session.call_tool(AUDIT, {}).table
            render(note(_summarise(rows)))
            for verdict, heading in VERDICTS.items():
                found = [row for row in rows if row["verdict"] == verdict]
                if found:
                    render(tag("h3", f"{heading}: {len(found)}", css="pl-term-group"))
                    render(join(map(_compose_example, found)))


def _summarise(rows: tuple[dict[str, Any], ...]) -> str:
    good = sum(row["verdict"] == "reproduces" for row in rows)
    return f"{good} of {len(rows)} worked examples come out as printed. The others are shown with our sum or not used."


def _compose_claim(session: CoachSession, claim: Claim) -> Markup:
    sides = []
    for position in claim.positions:
        names = dict.fromkeys(source.publisher or source.title for source in session.find_sources(position.source_ids))
        sides.append(tag("li", position.says, " ", tag("small", ", ".join(names))))
    summary = tag("summary", tag("b", claim.topic), " ", tag("small", CLAIM_VERDICTS[claim.verdict]))
    ours = tag("p", tag("b", "Our sum: "), claim.recomputation) if claim.recomputation else EMPTY
    settles = tag("p", tag("b", "What settles it: "), claim.ask)
    return tag("details", summary, tag("div", tag("ul", *sides), ours, settles, css="pl-audit"), css="pl-math")


def _compose_example(row: dict[str, Any]) -> Markup:
    says = f"{row['publisher']}: {row['says']}"
    sums = f"Printed {_say(row, 'stated')}, ours {_say(row, 'ours')} ({row['reading']})."
    holds = f" It holds for: {row['holds_under']}." if row["holds_under"] else ""
    return tag("div", tag("p", says), tag("small", f"{sums}{holds} {row['meaning'] or ''}"), css="pl-audit")


def _say(row: dict[str, Any], field: str) -> str:
    """A number of an example in its unit."""
    return "nothing" if row[field] is None else format_value(Decimal(str(row[field])), str(row["unit"]))
