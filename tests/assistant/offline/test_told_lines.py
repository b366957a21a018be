"""What a message tells that they refused or promised."""

from __future__ import annotations

import pytest

from assistant.domain.counter import Lever
from assistant.offline.told_lines import read_told_asks, read_told_lines


@pytest.mark.parametrize(
    ("text", "words", "closes"),
    [
        ("The recruiter says the band doesn't allow more. is clawback normal?", "says the band doesn't", "base"),
        ("they said no to a sign on, write me a reply", "they said no to a sign-on", "sign-on"),
        ("HM told me base is fixed, also is 4% 401k match good?", "HM told me base is fixed", "base"),
        ("he said he can't move on equity but could do 10k more sign on", "can't move on equity", "stock"),
        ("they said no to more base because of internal equity", "no to more base", "base"),
        ("she told me base is stuck because of pay equity in the team", "base is stuck", "base"),
        ("They won't budge on base or stock", "won't budge on base", "base"),
        ("they told me the bonus isn't guaranteed", "isn't guaranteed", ""),
        ("they promised me a review in 6 months verbally", "promised me a review", ""),
    ],
)
def test_a_refusal_or_promise_is_found_beside_what_else_is_asked(text: str, words: str, closes: str) -> None:
    (line,) = read_told_lines(text)
    assert words in line.words
    assert line.closes == closes


@pytest.mark.parametrize(
    "text",
    [
        "whats left a month if tax is 34% ... and rent 3k",
        "what does the band doesn't allow more mean?",
        "how do I answer if they say the base is final?",
        "if they refuse the base i'd ask for stock",
        "They offered 180k base and 200k RSU over 4 years, I want 195k base",
        "should I tell them that my base is fixed?",
    ],
)
def test_a_question_a_supposition_and_an_offer_are_no_line_of_theirs(text: str) -> None:
    assert not read_told_lines(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("they said no to more base because of internal equity. i asked for 225k", {"base_salary": 225000}),
        ("I've asked for 225k base and 40k sign-on, no answer", {"base_salary": 225000, "sign_on_bonus": 40000}),
        ("told them I want 200k", {"base_salary": 200000}),
        ("my ask was 215k, they came back with 205k", {"base_salary": 215000}),
        ("should I have asked for 210k?", {}),
        ("i am asking for 195k base, write the email", {}),
        ("they asked for my current salary, 160k", {}),
        ("I asked what the band is, they said 180 to 200k", {}),
    ],
)
def test_what_was_asked_of_them_is_read_where_it_is_told(text: str, asked: dict[Lever, int]) -> None:
    assert {lever: amount for lever, (amount, _) in read_told_asks(text).items()} == asked
