"""Of an offer on file only what is in force counts: filed, said and reckoned with."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.domain.answer import Answer
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


def filed(answer: Answer, name: str = "Acme") -> dict[str, Any]:
    (offer,) = [item for item in answer.offers if item["name"] == name]
    signing = sum(part["amount"] for part in offer.get("signing", ()))
    return {"base": offer.get("base_annual"), "sign_on": signing}


@pytest.mark.parametrize(
    ("turns", "base", "sign_on"),
    [
        (["asked for a sign on of 20k, they said yes, but only 10k"], 150_000, 10_000),
        (["wanted 25k signing, got 15k"], 150_000, 15_000),
        (["asked for 15k sign on, they said no way"], 150_000, 5_000),
        (["they made a better offer, 158k"], 158_000, 5_000),
        (["they said another company pays 170k"], 150_000, 5_000),
        (["recruiter says 160 would be a stretch"], 150_000, 5_000),
        (["they had offered someone 158k last month"], 150_000, 5_000),
        (["Globex might offer me something like 165k, nothing yet"], 150_000, 5_000),
        (["sign on is 12k EUR"], 150_000, 5_000),
        (["they withdrew the sign on"], 150_000, 0),
        (["write a mail asking for 160 and a 10k sign on", "they agreed!!"], 160_000, 10_000),
        (["write a mail asking for 160 and a 10k sign on", "they did the sign on but not the base"], 150_000, 10_000),
        (["got them to 156!!"], 156_000, 5_000),
    ],
)
def test_only_what_they_offer_is_filed(session: CoachSession, turns: list[str], base: int, sign_on: int) -> None:
    answer = hold(session, "Acme offered 150k USD base, 5k USD sign on", *turns)
    assert filed(answer) == {"base": base, "sign_on": sign_on}
    assert len(answer.offers) == 1


def test_a_sum_takes_no_number_that_was_refused_or_replaced(session: CoachSession) -> None:
    refused = hold(session, "Acme: 150k base, 5k sign on", "asked for 15k sign on, they said no", "whats my first year")
    assert "155,000" in refused.text
    replaced = hold(session, "Acme: base 84k, bonus 5k", "sorry base is 86", "no wait 85", "so what do i make")
    assert "90,000" in replaced.text
    assert "86" not in replaced.text


@pytest.mark.parametrize("asked", ["i asked Globex for a car. they said yes", "i asked for a call, they said yes"])
def test_an_acceptance_states_no_yes_to_a_step_of_the_talks_or_of_another_firm(
    session: CoachSession, asked: str
) -> None:
    answer = hold(session, "Acme offered 110k base", asked, "ok i decided, write the mail that i accept")
    mail = answer.text.split("```")[1]
    assert not any(words in mail for words in ("car", "call", "You said", "I decided"))


def test_what_they_call_final_is_what_the_next_words_answer(session: CoachSession) -> None:
    answer = hold(session, "Acme offered 170k", "i asked for 190", "They came back: 178, final", "what do i say")
    assert answer.objection == "final_offer"


def test_a_refusal_is_no_promise(session: CoachSession) -> None:
    answer = hold(session, "offer Acme 150k base", "they said the band doesn't allow more", "where do we stand")
    assert "Promised" not in answer.text
    assert "Refused so far" in answer.text


def test_a_question_with_its_own_numbers_is_a_sum_and_no_state_of_the_talks(session: CoachSession) -> None:
    asked = "whats left a month if tax is 34% and rent is 2,400? sorry 36%"
    assert "2,720" in hold(session, "Acme offered 8000 a month base", asked).text


def test_a_deadline_told_alone_orders_no_message(session: CoachSession) -> None:
    answer = hold(session, "the recruiter needs my answer tomorrow or they take the next one")
    assert (answer.kind, answer.objection) == ("objection", "exploding_deadline")


def test_a_message_that_points_to_nothing_is_asked_about_with_two_offers_on_file(session: CoachSession) -> None:
    answer = hold(session, "Acme 120k base", "Globex 128k base", "its about the thing")
    assert answer.kind == "clarify"
    assert "Globex" in answer.text


@pytest.mark.parametrize(
    "draft",
    [
        "Hi, I have another offer at 140k and would love to join if you can match it.",
        "hi, i have another offer and need 145 to sign. thanks",
    ],
)
def test_what_a_draft_claims_is_looked_over_and_not_filed(session: CoachSession, draft: str) -> None:
    answer = hold(session, "Acme offered 120k base", f"check this mail to Acme: {draft}")
    assert answer.kind == "draft_review"
    assert [(item["name"], item["base_annual"]) for item in answer.offers] == [("Acme", 120_000)]
