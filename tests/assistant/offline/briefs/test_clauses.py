"""How a message divides, what each piece is for, and whose mail stands in it."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.grammar import has_subject
from assistant.offline.briefs.indirect import ask_directly
from assistant.offline.briefs.pasted import find_received
from assistant.offline.briefs.people import find_addressee, find_contact
from assistant.offline.briefs.profile import read_profile, tell_of_them
from assistant.offline.briefs.purposes import plain_purpose
from assistant.offline.briefs.reading import read_brief
from assistant.offline.scripts.unsaid import tell_unsaid


def test_a_run_on_without_marks_divides_where_its_function_changes() -> None:
    functions = [
        clause.function for clause in cut_clauses("recruiter is Mia they offered 150 i want 165 write the mail")
    ]
    assert functions.index("theirs") < functions.index("ask") < functions.index("order")


@pytest.mark.parametrize("text", ["", " \n ", "???", "…", "🙂🙂", "a" * 5000])
def test_any_text_divides_into_pieces_of_itself(text: str) -> None:
    for clause in cut_clauses(text):
        assert text[clause.start : clause.end].strip() == clause.words


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("the desk could be near a window", "Could the desk be near a window?"),
        ("there is any housing help", "Is there any housing help?"),
        ("you pay for parking", "Do you pay for parking?"),
        ("you do 4 day weeks", "Do you do 4 day weeks?"),
        ("I can keep my side project", "Could I keep my side project?"),
        ("because of the thing", ""),
    ],
)
def test_a_reported_question_is_asked_directly(told: str, asked: str) -> None:
    assert ask_directly(told) == asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("write Ola and ask whether lunch is included", "Is lunch included?"),
        ("mail to Pim. i want them to pay the movers direct", "I would like you to pay the movers direct."),
        (
            "need a note for Ann, asking to speak with two of the nurses",
            "I would like to speak with two of the nurses.",
        ),
        ("they give 12 days pto. ask for 18. email", "18 days pto instead of 12"),
    ],
)
def test_what_is_asked_in_reported_speech_is_read(text: str, words: str) -> None:
    assert words in [ask.words for ask in read_brief(text).asks]


def test_years_of_experience_behind_a_sum_are_a_reason_and_no_ask() -> None:
    brief = read_brief("write to Dana, i want 99k, 5 yrs in fraud models")
    assert [ask.form for ask in brief.asks] == ["amount"]
    assert brief.told_reasons == ("I bring 5 years in fraud models.",)


def test_a_rate_by_the_piece_stays_one() -> None:
    (ask,) = read_brief("they pay .55 a mile, i want .61. text for Moe").asks
    assert ask.asked is not None
    assert ask.asked.said == "0.61 a mile"


def test_what_is_stated_beside_the_request_is_told() -> None:
    assert read_brief("mail to Omar asking for 140, and tell him i liked the onsite").tells == ("I liked the onsite.",)


def test_a_mail_of_theirs_gives_the_name_to_answer_and_none_of_the_persons_wishes() -> None:
    text = "Hi Ravi,\nwe would love a yes by Monday.\nBest,\nCaitlin\n\nanswer this, i need until thursday"
    found = find_received(text)
    assert found is not None
    assert (found.greeted, found.signed) == ("Ravi", "Caitlin")
    assert read_brief(text).to == "Caitlin"


def test_the_persons_own_draft_is_no_mail_of_theirs() -> None:
    assert find_received("make this nicer: Hi Greg, I want 128k. Thanks, Ann") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("beth (recruiter) says its standard, write her back", "Beth"),
        ("Ken is away, its Rosa now", "Rosa"),
        ("start could be Jan 12, text my manager", ""),
    ],
)
def test_whom_it_goes_to_is_found_in_plain_typing(text: str, name: str) -> None:
    assert find_addressee(text) == name


def test_an_offer_names_its_contact() -> None:
    assert find_contact("Offer: baker, 42k. Contact: Head of People Darcy Quinn.") == "Darcy"


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("ok im taking it, mail to liz", "accept"),
        ("i'll take it if they give me 150", None),
        ("a thank you but no mail to stripe", "decline"),
        ("i said yes on the phone but nothing in writing yet", "letter"),
        ("the contract leaves out the bonus, mail her", "written"),
    ],
)
def test_a_purpose_told_in_plain_words_is_heard(words: str, purpose: str | None) -> None:
    assert plain_purpose(words) == purpose


def test_a_change_keeps_the_rest_of_the_message() -> None:
    texts = ["mail to Kim asking for 200 base and 30k sign on", "leave out the sign on and make it 195"]
    assert edits_message(texts)
    (ask,) = gather_brief(texts).asks
    assert ask.asked is not None
    assert (ask.term, ask.asked.value) == ("base_salary", 195_000)


def test_one_sum_is_put_in_the_place_of_another() -> None:
    (ask,) = gather_brief(["write to Jo, i want 260 base", "change 260 to 255 and shorter"]).asks
    assert ask.asked is not None
    assert ask.asked.value == 255_000


def test_notes_about_oneself_are_told_about_somebody() -> None:
    assert read_profile("Me: Ana Ruiz, welder, 9 yrs, 6G cert. they offered 30") == (
        "Ana Ruiz",
        ("welder", "9 years", "6G certification"),
    )
    assert tell_of_them("And I run the night shift.") == "Runs the night shift."


def test_what_the_message_does_not_say_is_named_and_what_must_stay_out_is_not() -> None:
    told = "ask for 150. my drive is 80 min each way. dont mention my divorce"
    unsaid = tell_unsaid(told, "Could we move the base salary to 150,000?")
    assert "80 min" in unsaid
    assert "divorce" not in unsaid


@pytest.mark.parametrize(
    ("text", "whole"), [("my lease ends in June", True), ("two firms quoted me 40", True), ("one further week", False)]
)
def test_a_sentence_is_told_by_its_words(text: str, whole: bool) -> None:
    assert has_subject(text) is whole
