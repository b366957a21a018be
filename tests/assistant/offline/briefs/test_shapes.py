"""What goes into a message has the shape of what it stands for."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.shapes import fit_company, fit_title, is_askable, is_for_them


@pytest.mark.parametrize(
    ("title", "fits"),
    [("both data engineer", "data engineer"), ("R1", ""), ("Year 4 teacher", "Year 4 teacher"), ("", "")],
)
def test_a_title_names_a_post(title: str, fits: str) -> None:
    assert fit_title(title) == fits


@pytest.mark.parametrize(
    ("company", "fits"),
    [("They've", ""), ("School", ""), ("M4", ""), ("Kev", ""), ("Kestrel Rail", "Kestrel Rail"), ("IBM", "IBM")],
)
def test_a_company_is_no_pronoun_level_or_person(company: str, fits: str) -> None:
    assert fit_company(company, ["Kev"]) == fits


def test_a_way_of_sending_is_no_company() -> None:
    assert fit_company("Linkedin", (), "it goes to her thru linkedin") == ""
    assert fit_company("Linkedin", (), "offer from linkedin, 150k") == "LinkedIn"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("My wife says 17 is a stretch.", False),
        ("I have 2 other interviews but no offers.", False),
        ("One reason is ich bringe zwei Teams mit.", False),
        ("I run the after school club.", True),
        ("My wife works in Leeds.", True),
    ],
)
def test_a_reason_is_for_them_to_hear(reason: str, told: bool) -> None:
    assert is_for_them(reason) is told


def test_a_post_alone_is_no_ask() -> None:
    assert not is_askable(Ask("thing", words="Credit risk lead"), "I want 17m. Credit risk lead.")
    assert is_askable(Ask("thing", words="team lead"), "I want team lead as a title.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quillon (the one i want) 174k. recruiter at quillon is Jasper. write him", "Jasper"),
        ("Recruiter is named Soo-ah Han. Please write it", "Soo-ah"),
        ("a call with the chief pilot, Capt. Lindqvist, at 4. what do I say?", "Capt. Lindqvist"),
        ("I sent Dele my counter nine days ago, write a nudge", "Dele"),
    ],
)
def test_the_greeting_is_to_a_person(text: str, name: str) -> None:
    assert read_brief(text).to == name
