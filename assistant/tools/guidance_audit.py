"""The tool guidance_audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import Field

from assistant.domain.figure import Figure
from assistant.domain.guidance_audit import Audited, Verdict, audit_claim, summarise
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "guidance_audit"


class GuidanceAuditArguments(ToolArguments):
    """Arguments of guidance_audit."""

    source: str | None = Field(
        default=None, max_length=80, description="only this source, by its id, e.g. negotiateup-microsoft; default all"
    )
    claim: str | None = Field(
        default=None, max_length=80, description="only this worked example or disputed claim, by its id"
    )
    verdict: Verdict | None = Field(
        default=None, description="only examples of this outcome: reproduces, other_convention, does_not_reproduce"
    )


def run_guidance_audit(
    arguments: GuidanceAuditArguments, deps: ToolDeps, calculators: Sequence[ToolSpec] = ()
) -> ToolResult:
    """Recompute the registered examples with the other calculators."""
    by_name = {spec.name: spec for spec in calculators}

    def calculate(name: str, given: Mapping[str, Any]) -> Sequence[Figure]:
        if name not in by_name:
            raise InputError("calculator", f"{name} is not among the calculators")
        return by_name[name].call(dict(given), deps).figures

    audited = [audit_claim(claim, calculate) for claim in deps.reference.worked_claims]
    chosen = [item for item in audited if _is_wanted(item, arguments)]
    if not chosen:
        known = ", ".join(dict.fromkeys(item.claim.source_id for item in audited))
        raise InputError("source", f"no worked example fits; the sources with examples are {known}")
    return build_result(
        NAME,
        [*summarise(chosen), *(item.figure for item in chosen)],
        table=(_to_row(item, deps.reference) for item in chosen),
        assumptions=["The difference is the stated number less ours, under the source's own terms."],
        warnings=_warn(chosen),
    )


def _is_wanted(item: Audited, arguments: GuidanceAuditArguments) -> bool:
    return (
        arguments.source in (None, item.claim.source_id)
        and arguments.claim in (None, item.claim.id, item.claim.claim)
        and arguments.verdict in (None, item.verdict)
    )


def _to_row(item: Audited, reference: ReferenceTables) -> Row:
    claim, source = item.claim, reference.bibliography[item.claim.source_id]
    return {
        "id": claim.id,
        "claim": claim.claim,
        "source_id": claim.source_id,
        "publisher": source.publisher,
        "trust": source.trust,
        "says": claim.says,
        "relation": claim.relation,
        "stated": claim.stated,
        "ours": item.figure.value,
        "unit": claim.unit,
        "difference": item.difference,
        "reading": claim.reading.name,
        "verdict": item.verdict,
        "holds_under": "; ".join(item.conventions) or None,
        "other_readings": "; ".join(f"{name}: {value.normalize():,f}" for name, value in item.alternatives.items())
        or None,
        "meaning": claim.meaning,
    }


def _warn(chosen: Sequence[Audited]) -> Iterator[str]:
    failed = [item.claim.id for item in chosen if item.verdict == "does_not_reproduce"]
    if failed:
        yield f"{len(failed)} of {len(chosen)} follow from no convention tried: {', '.join(failed)}."
    for item in chosen:
        if item.verdict != item.claim.verdict:
            yield f"{item.claim.id} is registered as {item.claim.verdict} but comes out as {item.verdict}."


GUIDANCE_AUDIT = ToolSpec(
    name=NAME,
    description=(
        "Recomputes the worked numbers in published negotiation advice and says which follow from their own parts, "
        "which only under another convention, and which not at all, with our value and the difference. Use it when "
        "someone quotes a total or a sum from an article or guide."
    ),
    arguments=GuidanceAuditArguments,
    run=run_guidance_audit,
    status="recomputing published examples…",
    calculates=True,
)


def audit_with(calculators: Sequence[ToolSpec]) -> ToolSpec:
    """The audit with the calculators it recomputes by; they are handed in, so that no tool needs the list of tools."""
    return replace(GUIDANCE_AUDIT, run=partial(run_guidance_audit, calculators=tuple(calculators)))
