from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.asks import find_lever
from assistant.checks.draft_lines import split_message
from assistant.checks.message import MessageFacts, check_message
from assistant.checks.rewrite import rewrite_message

WARM = "Hi Ann, thank you, I'm excited. Given the scope, "


def labels(text: str, facts: MessageFacts | None = None) -> list[str]:
    return [flaw.label for flaw in check_message(text, facts or MessageFacts())]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("could you do 190k? If not, I will have to decline.", "ultimatum"),
        ("I earn 140k today, so 160k would be good.", "reveals_current_salary"),
        ("could we find 160k, my mortgage is killing me.", "need_based"),
        ("I hate to ask, but is 160k possible?", "apologetic"),
        ("160k is what you must pay, anything else is ridiculous.", "aggressive"),
        ("is there any wiggle room on the package?", "vague_ask"),
        ("I signed on Monday, but could we change it to 160k?", "negotiates_after_acceptance"),
    ],
)
def test_each_flaw_is_found_with_its_words(text: str, label: str) -> None:
    found = check_message(WARM + text, MessageFacts())
    assert [flaw.label for flaw in found] == [label]


def test_a_polite_counter_with_number_and_reason_has_no_flaw() -> None:
    assert labels(WARM + "could we bring the base to $195,000? With that I would be ready to sign.") == []


def test_another_offer_is_a_bluff_only_when_the_case_says_so() -> None:
    text = WARM + "I have another offer at 200k. Could you match it?"
    assert labels(text) == []
    assert labels(text, MessageFacts(no_other_offer=True)) == ["bluff"]
    assert "bluff" in labels(text, MessageFacts(other_offers=(Decimal(180000),)))
    assert labels(text, MessageFacts(other_offers=(Decimal(200000),))) == []


def test_a_figure_said_to_be_theirs_is_held_against_the_file() -> None:
    facts = MessageFacts(terms={"base": Decimal(175000)})
    text = WARM + "you offered 170k base and I would like 185k."
    assert labels(text, facts) == ["wrong_numbers"]
    assert "offered 175k base" in rewrite_message(text, check_message(text, facts), facts)
    assert labels(text.replace("170k", "175k"), facts) == []


def test_a_plain_acceptance_with_its_terms_is_left_alone() -> None:
    assert labels("I'm happy to accept as agreed: base $182,000, bonus 10%. Looking forward to it!") == []


@pytest.mark.parametrize(
    ("text", "lever"),
    [
        ("base 120k and more", "base"),
        ("a 25k sign-on", "sign_on"),
        ("relocation of 10k", "relocation"),
        ("40k", "base"),
    ],
)
def test_the_lever_of_a_sum_is_the_word_beside_it(text: str, lever: str) -> None:
    (part,) = split_message(text)
    assert find_lever(part, part.amounts[0]) == lever


def test_a_rewrite_keeps_what_was_fine_and_asks_for_the_sum() -> None:
    text = "Hi Ann, thank you, I love the team. I need 195k because my rent is high. Best, Jo"
    found = check_message(text, MessageFacts())
    rewrite = rewrite_message(text, found, MessageFacts())
    assert rewrite.startswith("Hi Ann, thank you, I love the team. Could we bring the base to 195k?")
    assert rewrite.endswith("Best, Jo")


@given(st.text(alphabet="ab .!?,0123456789kK$%\n'IImysorrentfoundexct", max_size=200))
def test_any_text_is_checked_and_rewritten_without_an_error(text: str) -> None:
    found = check_message(text, MessageFacts())
    assert all(0 <= flaw.start <= flaw.end <= len(text) for flaw in found)
    if found:
        rewrite_message(text, found, MessageFacts())
