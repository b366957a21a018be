"""Purpose: a decision told in another language, or in the message before a bare order."""

from __future__ import annotations

import pytest

from assistant.offline.purpose import find_decision


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
