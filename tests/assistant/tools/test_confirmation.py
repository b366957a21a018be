"""An offer counts as confirmed once the person has said so, and a correction asks again."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from assistant.tools.confirmation import CONFIRM_OFFER
from assistant.tools.offer import RECORD_OFFER
from tests.assistant.tools.fakes import build_deps, draft, recorded


def test_the_offer_that_waits_is_confirmed_without_a_name() -> None:
    deps = build_deps(recorded("Acme", base_annual=180_000))
    result = CONFIRM_OFFER.call({}, deps)
    assert deps.case.offers[0].confirmed
    assert "Base $180,000" in result.text


def test_the_named_offer_is_confirmed_and_no_other() -> None:
    deps = build_deps(recorded("Acme", base_annual=1), recorded("Globex", "competing", base_annual=2))
    CONFIRM_OFFER.call({"name": "globex"}, deps)
    assert [item.confirmed for item in deps.case.offers] == [False, True]


@pytest.mark.parametrize("arguments", [{}, {"name": "Acme"}])
def test_what_is_not_on_file_cannot_be_confirmed(arguments: dict[str, str]) -> None:
    with pytest.raises(InputError) as refused:
        CONFIRM_OFFER.call(arguments, build_deps())
    assert refused.value.field == "name"


def test_a_correction_has_to_be_confirmed_again_and_the_same_terms_have_not() -> None:
    readings = {
        "Acme pays 190": [draft(company="Acme", base_annual=190_000)],
        "Acme pays 190, as I said": [draft(company="Acme", base_annual=190_000)],
    }
    deps = build_deps(recorded("Acme", base_annual=180_000), readings=readings)
    CONFIRM_OFFER.call({}, deps)
    RECORD_OFFER.call({"text": "Acme pays 190"}, deps)
    assert not deps.case.offers[0].confirmed
    CONFIRM_OFFER.call({}, deps)
    RECORD_OFFER.call({"text": "Acme pays 190, as I said"}, deps)
    assert deps.case.offers[0].confirmed
