"""The words to send inside an answer."""

from __future__ import annotations

from assistant.domain.script import address_script, find_script, split_directions, split_scripts

ANSWER = (
    "Send **this** [1]:\n\n```text\nHi Ann\n\n> kept as it is\n```\n\nand then\n\n> Thank you **so** much [2].\n> Sam\n"
)


def test_fences_and_quotes_are_scripts_in_their_order() -> None:
    parts = list(split_scripts(ANSWER))
    assert [is_script for is_script, _ in parts] == [False, True, False, True]
    assert parts[1][1] == "Hi Ann\n\n> kept as it is"
    assert parts[3][1] == "Thank you so much.\nSam"
    assert parts[0][1].startswith("Send **this** [1]:")


def test_quotes_stay_text_where_they_are_no_scripts() -> None:
    assert [is_script for is_script, _ in split_scripts(ANSWER, quoted=False)] == [False, True, False]


def test_two_fences_are_two_scripts_and_an_open_one_ends_with_the_text() -> None:
    text = "```\none\n```\n```\ntwo\n"
    assert [words for is_script, words in split_scripts(text) if is_script] == ["one", "two"]


def test_the_first_script_is_found_or_none() -> None:
    assert find_script(ANSWER).startswith("Hi Ann")
    assert find_script("No words here.") == ""


def test_names_go_into_greeting_and_closing_only_where_they_stand() -> None:
    mail = "Subject: Offer\n\nHi there,\n\nHi again.\n\nWarm regards,\n[Your name]"
    assert address_script(mail, "Dana", "Sam") == "Subject: Offer\n\nHi Dana,\n\nHi again.\n\nWarm regards,\nSam"
    assert address_script("Thank you for the offer.", "Dana", "Sam") == "Thank you for the offer."
    assert address_script(mail) == mail


def test_stage_directions_are_told_apart_from_what_is_said() -> None:
    said, directions = split_directions("Hi.\n\n(Wait.)\n\nWhat room (if any) do you see?")
    assert said == "Hi.\n\nWhat room (if any) do you see?"
    assert directions == ("(Wait.)",)
    assert split_directions("Hi. ") == ("Hi. ", ())
