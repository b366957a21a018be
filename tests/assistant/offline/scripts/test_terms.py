"""Terms: whom a message goes to."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.brief import Brief
from assistant.offline.scripts.terms import choose_company


@pytest.mark.parametrize(
    ("filed", "named", "rivals", "to"),
    [
        ("", "Globex", ["Globex"], ""),
        ("Acme", "Globex", ["Globex"], "Acme"),
        ("", "Globex", [], "Globex"),
    ],
)
def test_a_message_never_goes_to_the_firm_of_the_other_offer(
    filed: str, named: str, rivals: list[str], to: str
) -> None:
    assert choose_company(filed, Brief(company=named), "write a counter, globex pays more", rivals) == to
