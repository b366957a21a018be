"""Asks told sideways: as a change of another sum, as a number of options, as what somebody else pays for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.asked_change import AskedChange
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.changed_asks import resolve, resolve_changes
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.people import greeted_as
from assistant.offline.briefs.reading import read_brief


def sums(*texts: str) -> dict[str, Decimal]:
    return {ask.term: ask.asked.value for ask in gather_brief(texts).asks if ask.asked is not None}


def words(text: str) -> list[str]:
    return [ask.words for ask in read_brief(text).asks if ask.words]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Offer of €84,000. I've decided to ask Joost for exactly ten percent on top. Write a mail", "92400"),
        ("offer is 31.40 an hour. I want 1.75 an hour more than that. text to Rick", "33.15"),
        ("they offered 140k, I said 160k, I want to ask for halfway between. mail to Sanjay", "150000"),
        ("Current offer $118,000. I'd like 7.5% more, rounded up to the next thousand. Mail to Ms. Ndiaye", "127000"),
        ("write to Deb that i would say yes if they went up by $2 from $19.25 an hour", "21.25"),
        ("they said fifty eight thousand, on the public schedule that would be sixty three five. mail", "63500"),
        ("Brightwater offers 189k base. I'd sign the same day if they got to 200. Ask Lucía by email", "200000"),
    ],
)
def test_a_sum_told_sideways_is_worked_out(text: str, asked: str) -> None:
    assert sums(text) == {"base_salary": Decimal(asked)}


def test_a_change_of_the_message_before_is_one_of_its_sum() -> None:
    assert sums("offer 84k. write to Joost asking for 95k", "too much, 2k less please") == {"base_salary": 93_000}


def test_a_doubled_part_is_that_part() -> None:
    assert sums("The sign on of 10k is too small, double it. Write to Mateo. base is 175k") == {"sign_on_bonus": 20_000}


def test_the_figure_of_a_change_can_be_checked() -> None:
    (ask,) = read_brief("they offer 50k. i want 8% more. write to Ann").asks
    assert ask.worked is not None
    assert (ask.worked.formula, ask.worked.inputs) == (
        "base x (1 + change_pct / 100)",
        {"base": 50000, "change_pct": 8},
    )


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("base 185k, 12,000 options. Write to Anselm asking for 20,000 options instead", "20,000 options"),
        ("offer: 112k base, 500 RSUs. i want 800 RSUs. recruiter is Tomasz, email", "800 RSUs"),
        ("39.20/hr. I'd like a night differential of 4.50 per hour. mail", "a night differential of 4.50 per hour"),
        ("They gave me 0.4% and I want 0.6. CEO is Nadia. Email", "0.6% in equity instead of 0.4%"),
    ],
)
def test_what_is_no_pay_is_never_base_pay(text: str, thing: str) -> None:
    assert not sums(text)
    assert any(thing in said for said in words(text))


def test_the_least_that_would_do_is_not_told() -> None:
    assert sums("they offered 52. I was hoping for 58 but I'd settle for 55. write to Mr. Abernathy") == {
        "base_salary": 58_000
    }


def test_a_second_request_in_a_question_is_read() -> None:
    text = "Write to Ann asking for 95k, and would they mention the strike price too since nobody told me."
    assert "Would you mention the strike price too since nobody told me?" in words(text)


def test_a_posted_range_and_an_exception_support_the_ask() -> None:
    text = (
        "The posting said 95k-120k. They offered 97k. I'd like 112. "
        "zero leverage except an internship where i shipped their export. mail"
    )
    reasons = read_brief(text).reasons
    assert "The posting said 95k-120k." in reasons
    assert "I bring an internship where I shipped your export." in reasons


@pytest.mark.parametrize(
    ("text", "sum_asked", "thing"),
    [
        (
            "Me ofrecen 31.500 € al año. Me gustaría llegar a 35.000 y que me paguen las guardias. Escríbeme el correo",
            35_000,
            "que me paguen las guardias",
        ),
        (
            "J'ai une offre à 46 000 € par an. Je voudrais 50 000 et deux jours de télétravail. Écris un mail",
            50_000,
            "deux jours de télétravail",
        ),
        (
            "Ich habe ein Angebot von 58.000 €. Ich möchte 63.000 und 30 Urlaubstage. Schreib bitte eine Mail",
            63_000,
            "30 Urlaubstage",
        ),
    ],
)
def test_asks_in_another_language_are_read(text: str, sum_asked: int, thing: str) -> None:
    assert sums(text) == {"base_salary": sum_asked}
    assert words(text) == [thing]


def test_a_sum_of_a_promise_stays_with_it() -> None:
    text = "On the call Keyon said my first quarter's commission is guaranteed, 9k, whatever I close. write him"
    assert any("guaranteed, 9k" in promised for promised in read_brief(text).promised)


@pytest.mark.parametrize("name", ["Pani Wierzbicka", "Signora Bellini", "Superintendent Dr. Boyle", "Mevrouw de Wit"])
def test_titles_of_other_languages_stay_with_the_name(name: str) -> None:
    assert greeted_as(name) == name


def test_a_change_of_a_change_goes_on_top_of_it() -> None:
    first = Ask("change", "base_salary", change=AskedChange(percent=Decimal(8)))
    later = Ask("change", "base_salary", change=AskedChange(amount=Decimal(2)))
    (whole,) = resolve_changes([later], [first])
    made = resolve(whole, Money(Decimal(172_000), "USD"))
    assert made.asked == Money(Decimal(187_760), "USD")
    assert made.offered == Money(Decimal(172_000), "USD")
