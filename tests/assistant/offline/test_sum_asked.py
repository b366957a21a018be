"""Which messages ask for the sum of what was told over several."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold

OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K"


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("welder, 34 an hour, 40 hours a week", "boss says its 36 not 34", "so per week?"), 1440),
        (("14.80 an hour at the bakery, 36 hours", "actually 30 hours, they cut me", "so the week is?"), 444),
        (("0.5% of the shares is mine", "if it sells for 80m?", "and at 120m?"), 600_000),
        (("rsu 192k, 4 years, monthly. what do i have at 2 years?", "and if i last 3 years and 8 months?"), 176_000),
        (("im at 78,000 eur now", "they say 12% more plus 3,000 home office", "so the total a year?"), 90_360),
        (("normal salary is 90k but id do three of five days. what would i get paid a year",), 54_000),
        (("whats left a month, take home 5,200, rent 3k",), 2_200),
        (
            ("clinic b pays 6,000 more. my insurance at b is 610 a month and at a its 145. by how much is b ahead?",),
            420,
        ),
        (
            ("if i stay 5 more weeks 14,500 vests. they pay 2,100 a week, here 1,650. how much is waiting worth?",),
            12_250,
        ),
        (("from 40 to 32 hours at 29.50 an hour. how much less is that a year",), 12_272),
        (("im on 98k in boston. the town is 20% cheaper to live in. what salary there keeps me even?",), 78_400),
        (("the job in sf is 150k but life there is 25% dearer. what is it worth in my towns money?",), 120_000),
    ],
)
def test_a_sum_of_several_messages_is_answered_with_the_numbers_in_force(
    session: CoachSession, texts: tuple[str, ...], value: int
) -> None:
    assert value in [figure.value for figure in hold(session, *texts).figures]


@pytest.mark.parametrize(
    "text", ["The recruiter says the band doesn't allow more", "ok thanks", "should I ask for more stock?"]
)
def test_what_asks_for_no_number_gets_no_sum(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind != "calculation"


def test_a_term_below_zero_makes_no_sum(session: CoachSession) -> None:
    answer = hold(session, "offer 150k base, 10k sign on. year one?", "bonus is -5 per what")
    assert not any(figure.inputs.get("bonus") == -5 for figure in answer.figures)


@pytest.mark.parametrize(
    "text",
    [
        "how does the stock vest?",
        "is a verbal promise worth anything",
        "is the base negotiable",
        "what should the letter say about the stock",
    ],
)
def test_a_question_of_its_own_behind_an_offer_is_no_sum_of_it(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind == "advice"


@pytest.mark.parametrize("text", ["what is it over 4 years", "what is my average then"])
def test_a_question_for_a_number_behind_an_offer_is_one(session: CoachSession, text: str) -> None:
    assert hold(session, OFFER, text).kind == "calculation"


@pytest.mark.parametrize(
    ("told", "percent"),
    [
        (("25 LPA from Flipkart, current 18 LPA", "hike percent"), 38.89),
        (("45 LPA offer from Swiggy, 5L joining, 20L esops 4 yrs. current 30 LPA", "hike percent?"), 50),
        (("40 LPA, 3L joining, 16L esops over 4 years, current 32", "what is the hike percent"), 25),
        (("offer is 120k base, currently on 96k", "raise in percent"), 25),
    ],
)
def test_the_raise_asked_by_its_name_is_the_base_over_the_present_pay(
    session: CoachSession, told: tuple[str, ...], percent: float
) -> None:
    answer = hold(session, *told)
    assert answer.kind == "calculation"
    assert percent in [round(float(figure.value), 2) for figure in answer.figures]


def test_a_raise_of_a_pay_nobody_told_is_asked_back_for(session: CoachSession) -> None:
    answer = hold(session, "25 LPA from Flipkart", "hike percent")
    assert answer.kind == "clarify"
    assert "your pay today" in answer.text


def test_a_limit_of_the_raise_stays_an_objection(session: CoachSession) -> None:
    assert hold(session, "25 LPA from Flipkart, current 18 LPA", "HR says max hike percent is 30").kind == "objection"


def test_what_is_left_of_a_raise_after_tax_is_no_cost(session: CoachSession) -> None:
    text = "rent goes from 1800 to 3100 and raise is 24k gross about 16k after tax. whats left"
    answer = hold(session, text)
    assert (answer.kind, answer.figures) == ("clarify", ())
    assert "16k" in answer.text


@pytest.mark.parametrize(
    "text", ["ratio for 20 litres of cold brew, coarse grind, 18h?", "12 kg in 7 days, how much a day"]
)
def test_other_measures_are_no_pay(session: CoachSession, text: str) -> None:
    assert hold(session, text).kind == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("offer is SGD 6,400 monthly. after my own CPF of 20% i keep 80%. take-home per month?", 5_120),
        ("gross 4,200 eur a month, deductions 30%, net 70%. how much lands each month", 2_940),
        ("my stipend is 2450 chf a month, 12 months. the pharma job pays 98k a year. how much more per year?", 68_600),
    ],
)
def test_what_is_left_of_a_hundred_is_told_once_and_pay_is_not_added_up_for_a_difference(
    session: CoachSession, text: str, value: int
) -> None:
    answer = hold(session, text)
    assert value in [figure.value for figure in answer.figures]
    assert "SGD" not in [offer["name"] for offer in answer.offers]


def test_a_sum_that_may_be_another_is_asked_about(session: CoachSession) -> None:
    doubted = "relocation money 12,000 usd, 35% of it goes to tax. moving quote is 9,100. do i cover it, whats the gap"
    assert "Is this the sum you mean?" in hold(session, doubted).text
    assert "Is this the sum you mean?" not in hold(session, "rent is 2,100, take home 5,300. whats left a month?").text
