from __future__ import annotations

from assistant.tools.case import SHOW_CASE
from tests.assistant.tools.fakes import build_deps, recorded


def test_an_empty_case_says_so() -> None:
    result = SHOW_CASE.call({}, build_deps())
    assert result.text == "No offer is on file yet."
    assert result.data == {"today": "2026-11-21", "offers": []}


def test_every_offer_is_shown_with_its_role_and_terms() -> None:
    deps = build_deps(recorded("Acme", company="Acme", base_annual=180_000), recorded("Globex", "competing"))
    result = SHOW_CASE.call({}, deps)
    assert result.text == "\n".join(
        [
            "Offer \"Acme\" (mine): {'company': 'Acme', 'base_annual': 180000}",
            'Offer "Globex" (competing): {}',
        ]
    )
    assert [offer["name"] for offer in result.data["offers"]] == ["Acme", "Globex"]
    assert all("evidence" not in offer for offer in result.data["offers"])
