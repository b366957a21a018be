"""Purpose: a decision told in another language, or in the message before a bare order."""

from __future__ import annotations

import pytest

from assistant.offline.purpose import find_decision
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("escribe en ingles: quiero rechazar la oferta, gracias", "decline"),
        ("no voy a aceptar, escribe a paula", "decline"),
        ("ich mochte die stelle leider absagen, schreib frau klein", "decline"),
        ("je refuse l'offre, ecris a luc", "decline"),
        ("flipkart ko mana karna hai, mail likho", "decline"),
        ("acepto la oferta, escribe a ana", "accept"),
        ("ich nehme das angebot an, schreib die mail", "accept"),
        ("acepto si suben a 50k, escribe a ana", None),
        ("tengo miedo de que rechacen mi contraoferta", None),
        ("write the mail to ana", None),
    ],
)
def test_a_decision_in_another_language_is_never_turned_round(text: str, purpose: str | None) -> None:
    assert find_decision([text]) == purpose


@pytest.mark.parametrize(
    ("before", "order", "purpose"),
    [
        ("offer 120k from acme. i accept", "write the mail", "accept"),
        ("ok i'm in", "draft it to bo", "accept"),
        ("i'm going to decline", "write it please", "decline"),
        ("i've decided against it", "write the mail to bo", "decline"),
    ],
)
def test_a_bare_order_is_for_what_was_decided_before(before: str, order: str, purpose: str) -> None:
    assert find_decision([before, order]) == purpose


@pytest.mark.parametrize(
    ("before", "order"),
    [
        ("should i accept?", "write the mail"),
        ("i'll take it if they do 130", "write the mail"),
        ("i accept only if they do 130", "write the mail"),
        ("i accept", "write a mail and ask for a later start"),
    ],
)
def test_what_is_not_decided_is_neither_accepted_nor_declined(before: str, order: str) -> None:
    assert find_decision([before, order]) is None


@pytest.mark.parametrize(
    ("told", "terms"),
    [
        (["165 base at Lakeside", "she said 155 max", "accept it then"], "a base of $155,000"),
        (
            ["Harlow Freight offered me 150k", "i asked 160", "they said 158", "reply that i take it"],
            "a base of $158,000",
        ),
        (["Bolt Energy 98k", "Marlin Wind 103k but far away", "i chose Bolt, write them"], "a base of $98,000"),
    ],
)
def test_a_yes_that_is_ordered_is_to_the_last_sum_they_named(
    told: list[str], terms: str, session: CoachSession
) -> None:
    answer = hold(session, *told)
    assert answer.kind == "script"
    assert "glad to accept" in answer.text
    assert terms in answer.text
