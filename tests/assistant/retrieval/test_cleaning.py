from __future__ import annotations

import pytest

from assistant.retrieval.cleaning import clean_text, find_date, is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our weekly letter",
        "Get 15% cashback on your first course",
        "Share this article",
        "© 2024 Somebody Ltd. All rights reserved",
        "Skip to main content",
        "Read more →",
        "by Ann Example · 7 min read",
        "https://example.com/more",
        "Accept all cookies",
        "Book a free strategy call with our team",
        "[Home](/) | [Pricing](/pricing) | [Sign in](/login)",
        "> **Sponsored:** Use code COUNTER20 for 20% off our course!",
        "As an Amazon Associate I earn from qualifying purchases.",
        "ADVERTISEMENT: Buy the toolkit now, only $49!",
        "We may earn a commission if you buy through these links.",
        "We use cookies to improve your experience.",
        "Page 1 of 2",
        "Home » Salary » Negotiation",
        "Enroll now and save 30%",
        "This article is sponsored by PayScout.",
        "Previous: How to resign | Next: How to counter",
    ],
)
def test_adverts_and_navigation_are_left_out(line: str) -> None:
    cleaned = clean_text(f"Ask for the letter first.\n{line}\nThen count the days.")
    assert cleaned.text == "Ask for the letter first.\nThen count the days."
    assert cleaned.left_out == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "The job advertisement said 120,000, and the offer said 110,000.",
        "Ask whether the visa is sponsored and who pays the fees.",
        "Share this number with nobody before the offer is written.",
        "Book a call with the recruiter and say your number.",
        "This offer is for a limited time only, they wrote.",
        "Search for the band of your level before you answer.",
        "Use the code name of the team in the request.",
        "Their sales staff earn a commission of 3% on each deal.",
        "Page 4 of the letter lists the vesting dates.",
        "A discount of 15% off the share price is what an ESPP gives.",
        "Read [the plan](plan.pdf) and [the grant](grant.pdf) before you sign.",
        "Start now with the base, then the sign-on.",
        "Home > work distance decides the travel allowance, they said.",
        "Register the 83(b) election with the IRS within 30 days.",
        "| Level | Subscribe to read |",
    ],
)
def test_advice_that_sounds_like_it_stays(line: str) -> None:
    assert not is_boilerplate(line)
    assert clean_text(line).text == line


def test_a_list_of_links_goes_with_its_heading() -> None:
    cleaned = clean_text("Ask early.\n\nRelated articles\n- To resign\n- How to start\n\nFAQ\nMay I ask twice? Yes.")
    assert cleaned.text == "Ask early.\n\nFAQ\nMay I ask twice? Yes."
    assert len(cleaned.left_out) == 3


def test_a_shop_link_at_the_end_of_a_sentence_goes_and_the_sentence_stays() -> None:
    cleaned = clean_text("Decide on the whole package.amazon.com/dp/B000000000).")
    assert cleaned.text == "Decide on the whole package."


def test_cells_that_ran_together_become_a_table_again() -> None:
    text = "PartMoves oftenAsk\nBaseSometimesWhere is the band?\nSign-onOftenCan it be split?\n\nThen decide."
    assert clean_text(text).text.splitlines()[:4] == [
        "| Part | Moves often | Ask |",
        "|---|---|---|",
        "| Base | Sometimes | Where is the band? |",
        "| Sign-on | Often | Can it be split? |",
    ]


def test_rows_with_bars_become_a_table() -> None:
    assert clean_text("Level | Base\nL61 | 150").text.splitlines() == ["| Level | Base |", "|---|---|", "| L61 | 150 |"]


def test_a_title_said_three_times_is_said_once() -> None:
    assert clean_text("A guide\nA guide\nA guide\nText").text == "A guide\nText"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Last updated: March 3, 2025", "2025-03-03"),
        ("Published 14 Feb 2023", "2023-02-14"),
        ("as of 2024-01-31", "2024-01-31"),
        ("Reviewed: May 2022", "2022-05"),
        ("Updated 2021, then updated 2023", "2023"),
        ("We met on May 3, 2024", None),
    ],
)
def test_the_date_is_the_one_the_page_gives_itself(words: str, date: str | None) -> None:
    assert find_date(words) == date


def test_a_line_that_only_sells_is_dropped_with_its_words_and_a_sentence_keeps_its_own() -> None:
    sold = clean_text("Buy my book: https://amzn.to/xyz")
    assert (sold.text, sold.left_out) == ("", ("Buy my book: https://amzn.to/xyz",))
    long = "A larger sign-on bonus can close the gap without any risk to the offer that you hold today."
    assert clean_text(f"{long} amazon.com/dp/B0ABC").text.strip() == long
