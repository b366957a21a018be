"""Called: the name of the offer that the words state."""

from __future__ import annotations

import pytest

from assistant.offline.called import find_called


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Nimbus Data, 190k base, no bonus", "Nimbus Data"),
        ("two letters here. Quellwerk pays 61,500 plus 5%", "Quellwerk"),
        ("Base: 120k and 10% bonus", None),
        ("Senior Engineer, 165k", None),
        ("Tom gives 150k", None),
        ("Quellwerk is nice", None),
    ],
)
def test_unknown_words_in_front_of_terms_are_a_name(text: str, name: str | None) -> None:
    assert find_called(text) == name


def test_an_offer_on_file_is_known_by_its_first_word() -> None:
    assert find_called("forgot, nimbus also gives 25k", ["Nimbus Data", "Larkspur"]) == "Nimbus Data"


def test_words_about_two_offers_state_none_of_them() -> None:
    assert find_called("Nimbus has 5k more than Larkspur", ["Nimbus Data", "Larkspur"]) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fennel 192 base, nothing else", "Fennel"),
        ("vs Mosaic 155k + 5% bonus", "Mosaic"),
        ("the remote one (Quillon): 132 + 12%", "Quillon"),
        ("Penfield hospital 43.50 an hour", "Penfield hospital"),
        ("orbweave 119k, thats all", "Orbweave"),
        ("and tillman 108 base, 12% bonus", "Tillman"),
        ("salry 125k", None),
        ("offred 125k", None),
        ("tbh 125k is ok", None),
        ("hmmmm 125k", None),
        ("Senior 165 base", None),
        ("Bonus 10%", None),
        ("Sorry 45 i misread it", None),
        ("Minimum 135k", None),
        ("Goal 150k", None),
        ("Target 150k base", None),
        ("Walkaway 130k", None),
        ("Priority 150k", None),
        ("jetzt 75k", None),
        ("Maintenant 125k", None),
        ("ahora 125k", None),
        ("Mindestgehalt 75k", None),
        ("Nubank 140k", "Nubank"),
    ],
)
def test_beside_named_offers_a_common_noun_in_front_of_a_sum_is_a_name(text: str, name: str | None) -> None:
    assert find_called(text, ["Datavane"]) == name


def test_a_common_noun_is_no_name_where_no_offer_has_one() -> None:
    assert find_called("Fennel 192 base, nothing else", ["my offer"]) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('recruiter wrote: "Hi Chen, happy to offer you 142k with 10% bonus"', None),
        ("Hey Priya, good news! we can offer 130k base", None),
        ("mail says: Dear Omar Haddad, we'd like to offer you 98k base", None),
        ("got this. Hello Wren - we offer 98k base", None),
        ("Hallo Falk: wir bieten 98k base", None),
        ("... see you then. Cheers Wiebke, 98k base it is", None),
        ("Hello Fresh offers 98k base", "Hello Fresh"),
        ("Chen Robotics, 142k base", "Chen Robotics"),
    ],
)
def test_who_is_greeted_in_a_letter_is_no_firm(text: str, name: str | None) -> None:
    assert find_called(text) == name
