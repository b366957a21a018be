from __future__ import annotations

from collections.abc import Sequence
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


def test_a_claim_that_the_writer_calls_untrue_is_a_bluff_and_goes() -> None:
    text = "Hi Rita, thank you. I have another offer for 80k (made up lol). Given my scope, could you do 77k? Mo"
    found = check_message(text, MessageFacts())
    assert ("bluff", "untrue") in [(flaw.label, flaw.about) for flaw in found]
    assert "80k" not in (rewritten := rewrite_message(text, found, MessageFacts()))
    assert "77k" in rewritten
    assert "bluff" not in labels("I have made up my mind. I have another offer for 80k. Could you do 77k?")


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


def test_scores_outweigh_words_and_stand_for_them() -> None:
    def read_lines(lines: Sequence[str]) -> list[dict[str, float]]:
        return [{"need": 0.9} if "roof" in line else {"need": 0.0, "warm": 0.5, "reason": 0.5} for line in lines]

    found = check_message("Thanks! I promised my parents a roof. Could we do 95k?", MessageFacts(), read_lines)
    assert [flaw.label for flaw in found] == ["need_based"]
    assert check_message("Thanks! Rent is covered in the staff house, right?", MessageFacts(), read_lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms. Roy, I have decided to take another path. I wish you all the best.",
        "Hi Bo, thanks! Apologies for the slow reply. Given the scope, could we do 95k?",
        "Hey Sam, could we move the deadline to Monday 14 April? I finish another process on Friday.",
        "Hi Bo, thanks! I'd rather not share my current pay. Given the scope, could we do 95k?",
        "Hi Bo, thanks! I understand that the base is final. Could we look at a 10k sign-on instead?",
    ],
)
def test_what_only_looks_like_a_flaw_is_let_through(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The package of 9,000 x 13 comes to 127,000 a year.", "117000"),
        ("You have me at 85,000 and I'd like to propose 95,000. That is only an 8% increase.", "11.8%"),
        ("Going from 150k to 165k would be a 5% increase.", "10%"),
    ],
)
def test_sums_that_do_not_add_up_are_found_with_the_right_one(text: str, right: str) -> None:
    found = [flaw for flaw in check_message(WARM + text, MessageFacts()) if flaw.label == "wrong_numbers"]
    assert [flaw.about.split(":")[2] for flaw in found] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "9,000 x 13 comes to 117,000 a year.",
        "You have me at 85,000 and I'd like 95,000, an 11.8% increase.",
        "The market is 8% higher than your 85,000, so could we do 95,000?",
        "That is 9,000 a month, 117,000 a year with the 13th salary.",
    ],
)
def test_sums_that_add_up_are_left_alone(text: str) -> None:
    assert "wrong_numbers" not in labels(WARM + text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Danke! Es ist mir total unangenehm, aber wären 61k drin, bei meiner Erfahrung?", "apologetic"),
        ("Gracias! Por mi experiencia me gustaría 50.000, mi alquiler ha subido.", "need_based"),
        ("Merci ! Vu mon expérience, est-ce que 50k serait possible ? Sinon je refuse le poste.", "ultimatum"),
        ("Obrigado! Hoje eu ganho 11.800, pela experiência seria possível 14.500?", "reveals_current_salary"),
    ],
)
def test_other_languages_are_read_by_their_words(text: str, label: str) -> None:
    assert labels(text) == [label]


def test_asking_for_what_was_agreed_is_no_reopening() -> None:
    facts = MessageFacts(accepted=True, terms={"base": Decimal(64000), "sign_on": Decimal(4000)})
    assert (
        labels(
            "Hi Bo, thanks! The 4,000 sign-on isn't in the contract. Could you send a version with the 4,000?", facts
        )
        == []
    )
    assert "negotiates_after_acceptance" in labels("Hi Bo, thanks! Given the market, could we do 70,000?", facts)


def test_another_offer_with_a_lower_sum_than_on_file_is_a_wrong_number_only() -> None:
    facts = MessageFacts(other_offers=(Decimal(121000),), other_names=frozenset({"studio"}))
    assert labels(WARM + "the other studio is at 112 in writing. Could you do 118?", facts) == ["wrong_numbers"]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo, thanks! Given my 9 years, could we do 80k? Either way I will of course be accepting.",
        "Hi Jo, thanks! Given my 9 years, could we do 80k? I would be also happy with 76k.",
        "Hi Jo, thanks! Given my 9 years, could we do 80k? If it's a no I'll still sign.",
    ],
)
def test_a_yes_in_advance_to_less_than_is_asked_for_is_a_flaw(text: str) -> None:
    assert [(flaw.label, flaw.about) for flaw in check_message(text, MessageFacts())] == [
        ("accepts_on_spot", "fallback")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo, thanks! Given my 9 years, could we do 80k? If the base is fixed, a sign-on of 10k would also work.",
        "Hi Jo, thanks! Given my 9 years I would be happy with 80k.",
        "Hi Jo, thanks! Given my 9 years, could we do 80k? With that I am ready to sign.",
    ],
)
def test_another_part_or_the_ask_itself_is_no_yes_in_advance(text: str) -> None:
    assert not check_message(text, MessageFacts())


def test_a_wish_behind_a_reason_is_no_present_pay() -> None:
    text = "Hi Jo, thanks! Based on my 9 years running night shift I was hoping for 80k."
    found = check_message(text, MessageFacts(), lambda lines: [{"current_pay": 0.9, "ask": 0.9} for _ in lines])
    assert "reveals_current_salary" not in {flaw.label for flaw in found}


@pytest.mark.parametrize(
    ("behind", "flawed"),
    [
        ("Otherwise everything looks great and I am excited to join the team.", False),
        ("Otherwise all good, I would love to join.", False),
        ("Otherwise this is great and I will sign the current offer.", True),
        ("If not, I will join anyway.", True),
    ],
)
def test_looking_forward_to_the_team_is_no_yes_in_advance(behind: str, *, flawed: bool) -> None:
    assert ("accepts_on_spot" in labels(WARM + f"could we do 150k base? {behind}")) is flawed
