"""Disputed: the claims on which sources disagree that a turn touches."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.messages import AnyMessage

from assistant.cases.case import Case
from assistant.domain.answer import Disputed, Kind
from assistant.domain.evidence import Citation
from assistant.offline.conversation import tool_results
from assistant.reference.claims import Claim, find_disputed
from assistant.retrieval.guidance import GuidanceLibrary

ADVISES: frozenset[Kind] = frozenset({"advice", "objection", "script"})
"""Kinds whose answers give guidance; others touch a claim only where the question is nearly that of the claim."""
NEARLY = 0.68


def find_touched(
    kind: Kind,
    turn: Sequence[AnyMessage],
    citations: Sequence[Citation],
    case: Case,
    claims: tuple[Claim, ...],
    guidance: GuidanceLibrary,
) -> tuple[Disputed, ...]:
    """The disputed claims that the question or the passages of its answer touch, the most touched first."""
    text = turn[0].text
    likeness = guidance.match_disputed(text)
    if kind not in ADVISES:
        claims = tuple(claim for claim in claims if likeness.get(claim.id, 0.0) >= NEARLY)
    named = set(guidance.companies_in(text))
    for result in tool_results(list(turn), "search_guidance"):
        named |= set(result["data"]["companies"])
    mine = case.find_offer()
    named |= set(guidance.companies_in(mine.offer.company or "") if mine is not None else ())
    cited = [(citation.source_id, citation.section) for citation in citations]
    return find_disputed(claims, text, tuple(named), likeness, cited)
