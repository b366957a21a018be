"""What a message states of an offer where it tells what was asked and how they answered."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.conceded import read_conceded


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("asked for a sign on of 20k, they said yes, but only 10k", "they said yes, but only sign on 10k"),
        ("asked for 120k in stock. recruiter: could stretch to 100k", "recruiter: could stretch to stock 100k"),
        ("pushed for a 15% bonus and they agreed to 12", "they agreed to bonus 12%"),
        ("they said no to 15k sign on but gave 8k", "but gave sign on 8k"),
        ("they wont do 130 but 125 is ok", "but 125 is ok"),
        ("asked for 15k sign on instead, they said yes", "15k sign on instead"),
        ("i told them 140k and they moved to 128k", "they moved to 128k"),
        ("went to 131 after i asked for 140", "went to 131"),
        ("i told them i make 95 now. they bumped it to 110", "they bumped it to 110"),
        ("i asked for 130 and got it!", "130"),
        ("asked 45, got 43.50", "got 43.50"),
        ("asked for 130 and a 10k sign on. they said yes to the sign on", "a 10k sign on"),
        (
            "asked for 77k and 5k sign on, they said no to the base but yes to the sign on",
            "they said no to the base 5k sign on",
        ),
        (
            "i asked for 20k sign on and a 15% bonus. they said no to the bonus. yes to the sign on",
            "they said no to the bonus. 20k sign on",
        ),
        ("asked for 77k and 5k sign on, they said no. yes to the sign on", "they said no. yes to the sign on"),
        ("they took back the 10k sign on they had promised", "sign on 0"),
        ("they offered 120k base, i asked for 15k sign on, they said yes", "they offered 120k base, 15k sign on"),
        ("asked for 15k sign on, they said no way. whats year one", "they said no way. whats year one"),
    ],
)
def test_a_sum_of_theirs_is_of_the_part_that_was_asked_for(text: str, stated: str) -> None:
    assert read_conceded([text]) == stated


@pytest.mark.parametrize(
    "text",
    [
        "i said 135, they laughed",
        "told them 135, they went quiet",
        "told acme 140k, they went quiet",
        "they refused 130",
        "they said another company pays 140k",
        "the recruiter told me other companies offer 70k for this",
        "hr said the last guy got 110k base",
        "Globex might offer me something like 135k",
        "my friend at Kestrel gets 105k for the same job",
        "asked for 130, they said ok let me check",
        "asked for 130 and they would say yes if i sign today",
        "i wanted 130 but i'll take 125",
        "recruiter says 130 would be a stretch",
        "they had offered someone 128k last month",
    ],
)
def test_what_was_only_named_guessed_or_told_of_others_states_no_sum(text: str) -> None:
    stated = read_conceded([text])
    assert stated is not None
    assert not any(letter.isdigit() for letter in stated)


@pytest.mark.parametrize(
    "text",
    [
        "now 140k and 10% bonus",
        "base 120, sign on 10",
        "they raised it to 125",
        "they dropped the sign on to 5k",
        "no i said 125",
        "i told you the base is 125",
        "offer from my friend's startup: 90k base + 1%",
        "Asked for more details: base 120k, bonus 10%",
    ],
)
def test_words_without_an_exchange_are_left_as_they_are(text: str) -> None:
    assert read_conceded([text]) is None


def test_a_yes_answers_the_ask_of_the_message_before() -> None:
    assert read_conceded(["i asked for 130", "they said yes!"]) == "130"


def test_what_was_asked_of_another_firm_states_nothing_of_the_offer() -> None:
    assert read_conceded(["i asked Globex for 130. they said 125"], ["Acme"]) == ""
    assert read_conceded(["i asked Acme for 130. they said 125"], ["Acme"]) == "they said 125"
    assert read_conceded(["i asked Maria for 130. they said 125"], ["Acme"]) == "they said 125"
