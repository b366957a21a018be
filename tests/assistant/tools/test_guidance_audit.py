from __future__ import annotations

from datetime import date

import pytest

from assistant.bootstrap import build_reference
from assistant.calculators import run_calculator
from assistant.domain.guidance_audit import WorkedClaim
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.paths import bundle_root
from assistant.reference.claims import load_claims
from assistant.tools.guidance_audit import GUIDANCE_AUDIT
from tests.assistant.tools.fakes import build_deps

REFERENCE = build_reference()
REGISTERED = REFERENCE.worked_claims
each_claim = pytest.mark.parametrize("claim", REGISTERED, ids=lambda claim: claim.id)


@pytest.fixture(scope="module")
def audit() -> ToolResult:
    return run_calculator("guidance_audit", {}, date(2026, 11, 25), REFERENCE)


def test_many_examples_of_many_sources_are_registered() -> None:
    assert len(REGISTERED) >= 60
    assert len({claim.id for claim in REGISTERED}) == len(REGISTERED)
    assert len({claim.source_id for claim in REGISTERED}) >= 8


@each_claim
def test_the_registered_verdict_is_what_the_recomputation_says(claim: WorkedClaim, audit: ToolResult) -> None:
    (row,) = (row for row in audit.table if row["id"] == claim.id)
    assert row["verdict"] == claim.verdict


@each_claim
def test_an_example_points_at_a_known_source_and_claim(claim: WorkedClaim) -> None:
    known = {item.id for item in load_claims(bundle_root() / "knowledge" / "claims.yaml")}
    assert claim.source_id in REFERENCE.bibliography
    assert claim.claim is None or claim.claim in known
    assert claim.says.endswith(".")


def test_a_refuted_claim_with_numbers_has_an_example_that_fails() -> None:
    refuted = {
        item.id for item in load_claims(bundle_root() / "knowledge" / "claims.yaml") if item.verdict == "refuted"
    }
    failing = {claim.claim for claim in REGISTERED if claim.verdict != "reproduces"}
    assert refuted <= failing


def test_an_audit_without_the_calculators_says_which_one_it_lacks() -> None:
    with pytest.raises(InputError, match="total_compensation is not among the calculators"):
        GUIDANCE_AUDIT.call({}, build_deps())
