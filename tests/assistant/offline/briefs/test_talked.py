"""Talked: a message asks for what was wished in the talk before it, and not for what was answered since."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.figure import Figure
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.gathered import gather_brief


def _asked(brief: Brief) -> list[str]:
    return [ask.words or ask.term for ask in brief.asks]


def test_a_wish_told_before_the_order_is_asked_for() -> None:
    brief = gather_brief(["then i want the van for weekends too", "write a text to Craig"])
    assert _asked(brief) == ["the van for weekends"]


def test_a_thing_that_was_refused_or_granted_is_not_asked_for_again() -> None:
    texts = ["i want a parking spot", "asked for the parking spot. no.", "write to Craig"]
    assert _asked(gather_brief(texts)) == []


def test_a_small_sum_beside_the_pay_does_not_take_its_place() -> None:
    asks = gather_brief(["i'd like 152 base", "no sign-on there, 15k would be nice", "write it to Elena"]).asks
    assert [(ask.term, ask.asked and ask.asked.value) for ask in asks] == [
        ("base_salary", 152_000),
        ("sign_on_bonus", 15_000),
    ]


def test_what_an_edit_adds_stays_through_the_next_edit() -> None:
    texts = ["mail to Dolores: base 77 -> 83, sign on 4k", "add a parking spot", "take the sign on out, keep the rest"]
    asks = gather_brief(texts, written=(0, 1)).asks
    assert [ask.term or ask.words for ask in asks] == ["base_salary", "Could you add a parking spot?"]


def test_the_sums_of_an_arrow_belong_to_the_word_before_them() -> None:
    asks = gather_brief(["draft the email: base 245 → 262, sign-on 50k"]).asks
    told = {ask.term: (ask.offered and ask.offered.value, ask.asked and ask.asked.value) for ask in asks}
    assert told == {"base_salary": (245_000, 262_000), "sign_on_bonus": (None, 50_000)}


def test_a_sum_said_to_be_offered_is_not_asked_for() -> None:
    assert _asked(gather_brief(["text Shonda, the recruiter: 66k", "thats what they offer"], written=(0,))) == []


MIDDLE = Figure(label="the middle", value=Decimal(88_000), unit="USD", formula="(a + b) / 2", rule="worked_sum")


def _sums(texts: list[str], worked: Figure) -> list[Decimal]:
    asks = gather_brief(texts, worked={len(texts) - 2: worked}).asks
    return [ask.asked.value for ask in asks if ask.asked]


def test_that_number_is_the_one_just_worked_out() -> None:
    texts = ["they are at 84, i asked 92", "whats the middle", "text Renske that i sign tomorrow at that number"]
    assert _sums(texts, MIDDLE) == [88_000]


def test_a_number_that_cannot_be_the_pay_is_not_asked_for_as_pay() -> None:
    small = MIDDLE.model_copy(update={"value": Decimal(1_080)})
    assert _sums(["offered 92k", "8% of that?", "put that figure into a note for Marisol"], small) == []


@pytest.mark.parametrize(
    "text",
    [
        "i'd need 220k. my case: took ARR 4M->11M in 18 months, team of 9",
        "ask for 220k, and make it a phone call, 30 sec",
    ],
)
def test_numbers_of_the_case_and_of_the_length_are_not_asked_for(text: str) -> None:
    asks = gather_brief(["200k base, head of growth", text, "write it"]).asks
    assert [ask.asked and ask.asked.value for ask in asks if ask.form == "amount"] == [220_000]


def test_a_sum_that_is_not_to_be_brought_up_is_not_asked_for() -> None:
    texts = ["they offered 41.20 an hour, i want 44", "message to teresa about the shifts. dont bring up 44 again"]
    assert not any(ask.form == "amount" for ask in gather_brief(texts).asks)


def test_a_sentence_that_names_only_the_sum_is_not_repeated() -> None:
    (ask,) = gather_brief(["i was thinking 212k", "actually make it 210, cleaner. write the email"]).asks
    assert (ask.asked and ask.asked.value, ask.words) == (210_000, "")


def test_the_day_asked_for_is_put_right_and_its_reason_kept() -> None:
    texts = ["write her, i need time till wednesday 21st", "actually monday 26, the office only opens again thursday"]
    brief = gather_brief(texts, written=(0,))
    assert brief.until == "until Monday 26"
    assert not any("21st" in ask.words for ask in brief.asks)


@pytest.mark.parametrize(
    ("edit", "until"),
    [
        ("tuesday i have an exam, keep it short", "until Monday 26"),
        ("ok tuesday they moved the meeting, make it shorter", "until Monday 26"),
        ("tuesday", "until Tuesday"),
        ("no wait, tuesday 27, i have an exam", "until Tuesday 27"),
        ("tuesday instead", "until Tuesday"),
    ],
)
def test_a_day_of_an_edit_changes_the_day_only_where_it_corrects(edit: str, until: str) -> None:
    assert gather_brief(["write Lena that i need time until monday 26", edit], written=(0,)).until == until


def test_firms_that_are_not_to_be_named_are_left_out_however_they_were_told() -> None:
    texts = [
        "have an offer from Spotify (Lena), but Klarna decides on thursday and i want to wait for them",
        "write Lena for time till friday, dont say who",
    ]
    brief = gather_brief(texts)
    assert brief.until == "until Friday"
    assert not any("Klarna" in words for words in (*brief.tells, *brief.reasons, brief.rival))


def test_promises_of_several_messages_are_one_list() -> None:
    texts = [
        "he said i get the company truck for private use too",
        "and 12k toward moving. and a raise talk after 6 months",
        "write him so i get that on paper",
    ]
    promised = gather_brief(texts).promised
    assert promised == ("the company truck for private use", "12k toward moving", "a raise talk after 6 months")


def test_the_order_names_the_firm_that_is_written_to() -> None:
    texts = ["Zendesk wants an answer Friday, final with Figma is next Wed", "Figma is slow. write Zendesk something"]
    assert gather_brief(texts).company == "Zendesk"


def test_a_second_thought_about_the_number_takes_its_place() -> None:
    texts = ["they offer 48 lakh", "want 56 lakh", "wife says 56 is greedy, 54", "mail to Raghav in hr"]
    assert [ask.asked and ask.asked.value for ask in gather_brief(texts).asks] == [5_400_000]


def test_a_sum_that_would_be_nice_is_wished_for() -> None:
    texts = ["they're at 67 and i'd like 73", "3k at the start would be nice", "write the mail"]
    assert [ask.asked and ask.asked.value for ask in gather_brief(texts).asks if ask.asked] == [73_000, 3_000]


def test_a_sum_wanted_in_another_language_is_asked_for() -> None:
    asks = gather_brief(["Ich habe ein Angebot von Bosch, 67.000 €, möchte 72.000 €", "write it to Ewa"]).asks
    assert [ask.asked and ask.asked.value for ask in asks] == [72_000]


def test_a_sum_of_theirs_that_is_only_supposed_is_neither_asked_for_nor_asked_about() -> None:
    (ask,) = gather_brief(("offer 120k", "i want 130", "what if they say 125", "write the counter")).asks
    assert (ask.asked and ask.asked.value, ask.words) == (130_000, "")
    (ask,) = gather_brief(("Acme 150k", "if they do 160 i sign today. write that")).asks
    assert (ask.asked and ask.asked.value, ask.words) == (160_000, "")
