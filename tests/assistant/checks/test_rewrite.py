from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.checks.asked_again import write_like
from assistant.checks.draft_lines import Part, split_message
from assistant.checks.fewer_asks import cut_asks
from assistant.checks.flaws import MessageFacts
from assistant.checks.message import check_message
from assistant.checks.phrases import PHRASES, choose_phrases, known_tags
from assistant.checks.rewrite import rewrite_message


def rewrite(text: str, facts: MessageFacts | None = None) -> str:
    facts = facts or MessageFacts()
    return rewrite_message(text, check_message(text, facts), facts)


def test_greeting_paragraphs_and_sign_off_stay_where_they_were() -> None:
    text = "Dear Ms. Roy,\n\nI am sorry to ask. Given the scope, could we do 95k?\n\nKind regards,\nAnn Lee"
    rewritten = rewrite(text)
    assert rewritten.startswith("Dear Ms. Roy,\n")
    assert rewritten.endswith("Given the scope, could we do 95k?\n\nKind regards,\nAnn Lee")
    assert "sorry" not in rewritten


def test_a_person_who_writes_small_is_answered_for_in_small_letters() -> None:
    assert rewrite("hi bo, thx! i need 95k because of my rent. ok?").startswith(
        "hi bo, thx! could we bring the base to 95k"
    )


def test_the_reasons_around_a_vague_ask_are_kept() -> None:
    rewritten = rewrite("Hi Bo, thanks! Considering my ten years with turbines, I feel the pay could be better.")
    assert rewritten == (
        "Hi Bo, thanks! Considering my ten years with turbines, what is the range for this role, and could the "
        "base move to its upper end?"
    )


def test_a_wrong_sum_is_replaced_in_the_persons_way_of_writing() -> None:
    facts = MessageFacts(terms={"base": Decimal(890000)})
    text = "Hei, takk! Thanks! The offered 840 000 kr is low given the market, could we do 940 000?"
    assert "offered 890 000 kr" in rewrite(text, facts)


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("$170k", "$175k"),
        ("170 000 kr", "175 000 kr"),
        ("170.000", "175.000"),
        ("170 kroner", "175 kroner"),
        ("170", "175"),
    ],
)
def test_a_sum_takes_the_form_of_the_one_it_replaces(quote: str, written: str) -> None:
    assert write_like(Decimal(175000), quote) == written


def test_after_a_yes_the_ask_moves_to_the_next_review() -> None:
    rewritten = rewrite("Hi Bo, I signed on Monday and I'm glad. Given the market, could we change the base to 95k?")
    assert "95k" not in rewritten
    assert rewritten.endswith(" ".join(PHRASES["English"].after_yes))


def test_a_list_keeps_the_asks_that_carry_most_in_the_persons_words() -> None:
    text = (
        "Can you do: 95 base, a gym pass, 40k signing, 20% bonus, 5 weeks PTO, a director title, a car and full remote?"
    )
    assert list(cut_asks(split_message(text)).values()) == ["Can you do: 95 base, 40k signing and 20% bonus?"]


def test_items_of_a_list_go_as_a_whole() -> None:
    items = ["- base 95k -> 99k", "- a gym pass", "- sign-on 10k", "- L5 rather than L4", "- conference 3k"]
    parts: list[Part] = split_message("\n".join(items))
    kept = [line for line in cut_asks(parts).values() if line]
    assert kept == ["- base 95k -> 99k", "- sign-on 10k", "- L5 rather than L4"]


@pytest.mark.parametrize("language", PHRASES)
def test_what_a_rewrite_adds_is_known_and_has_no_flaw(language: str) -> None:
    phrases = PHRASES[language]
    for line in (phrases.thanks, phrases.range, phrases.evidence, phrases.time, *phrases.after_yes):
        assert known_tags(line) is not None
    text = " ".join([phrases.thanks, phrases.asked["base"].format("95k"), phrases.evidence])
    assert check_message(text, MessageFacts()) == []


def test_the_added_sentences_are_in_the_language_of_the_draft() -> None:
    spanish = "Hola Marta, me gustaría que el fijo fuera de 50.000 por mi experiencia en el puesto."
    assert choose_phrases(spanish) is PHRASES["Spanish"]
    assert choose_phrases("namaste ji, could we do 20 LPA?") is PHRASES["English"]
    assert PHRASES["Spanish"].thanks.lower() in rewrite(spanish).lower()


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Wade I need 98k or im walking.", "Wade, thank you"),
        ("Farah, 232k is an insult. I need 250k or I walk.", "Farah, thank you"),
    ],
)
def test_a_name_alone_is_a_greeting_and_stays(text: str, begins: str) -> None:
    assert rewrite(text).startswith(begins)


def test_an_adverb_at_the_beginning_is_no_name() -> None:
    assert rewrite("Honestly, I need 90k or I walk.").startswith("Thank you for the offer")


def test_a_vague_ask_becomes_the_sum_the_person_told_in_the_scale_of_the_offer() -> None:
    facts = MessageFacts(terms={"base": Decimal(248_000)}, wanted="265")
    assert "bring the base to 265k?" in rewrite("Hi Bo, thanks! Any chance of a little more on the base?", facts)


def test_a_promise_that_is_missing_in_the_letter_is_what_is_asked_for() -> None:
    rewritten = rewrite("Mark, the letter is wrong. Fix it or I am out.", MessageFacts(promised="79k"))
    assert "corrected to 79k, as we discussed?" in rewritten


def test_a_threat_to_the_preferred_employer_becomes_that_preference() -> None:
    text = "Hi Ben, I can get 101k elsewhere. If you can't match it today I'm gone."
    assert "the one I would like to accept" in rewrite(text, MessageFacts(prefers=True))
    assert "the one I would like to accept" not in rewrite(text)


def test_what_the_person_would_also_take_is_cut_and_not_asked_for() -> None:
    rewritten = rewrite("Hi Jo, thanks! Given my 9 years I was hoping for 80k, but 76k would also be fine for me.")
    assert "hoping for 80k" in rewritten
    assert "76k" not in rewritten


def test_an_ask_that_goes_with_an_apology_is_asked_again() -> None:
    assert "Un fixe de 50k" in rewrite(
        "Bonjour Claire, merci pour votre offre. Désolée, mais serait-il possible d'avoir un peu plus ?",
        MessageFacts(wanted="50k"),
    )


def test_an_ask_for_time_that_goes_with_an_apology_is_no_ask_for_pay() -> None:
    rewritten = rewrite("Hi Bo, thanks! I am so sorry, but could I decide by Friday?", MessageFacts(wanted="50k"))
    assert "50k" not in rewritten
