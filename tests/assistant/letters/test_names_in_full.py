"""Posts with their field, employers with their legal form, a base that moved, and first days told in other words."""

import pytest

from assistant.letters.parse import parse_offer


def read(text):
    return parse_offer(text).offer.model_dump(mode="json")


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("the role of Account Executive, Mid-Market at Trellisade", "Account Executive, Mid-Market"),
        ("the position of Herd Manager, Dairy. Welcome to Willow Farms LLC", "Herd Manager, Dairy"),
        ("the role of Data Engineer, grade G4 at Kuro Labs", "Data Engineer"),
        ("the role of Project Manager, Lyon, at Kuro Labs", "Project Manager"),
        ("a job as Senior Staff Nurse ICU at Kuro Labs", "Senior Staff Nurse ICU"),
    ],
)
def test_a_field_behind_the_comma_belongs_to_the_post_and_a_place_or_grade_does_not(told, title):
    assert read(f"We are pleased to offer you {told}. The base salary is $90,000 a year.")["title"] == title


def test_the_firm_has_the_legal_form_of_the_signature_and_no_possessive():
    letter = "We offer you the role of Buyer at Trellisade. Base salary €60,000.\n\nRegards,\nBram\nTrellisade B.V.\n"
    assert read(letter)["company"] == "Trellisade B.V."
    assert read("Delighted to share Copperline's offer: base SGD 180,000, bonus target 20%.")["company"] == "Copperline"


THREAD = (
    "Hi Sophie,\n\nGood news: we can go to £52,000 and keep the rest.\n\nGareth\n\n"
    "> On 2 June Sophie wrote:\n> I was hoping for something closer to £54,000.\n\n"
    ">> On 1 June Gareth wrote:\n>> We offer you the Category Buyer role. Salary £48,500 a year, target bonus 10%.\n"
)


def test_a_later_sum_without_a_name_replaces_the_base_and_a_refused_one_does_not():
    assert read(THREAD)["base_annual"] == 52_000
    assert read(THREAD.replace("we can go to", "we can't go to"))["base_annual"] == 48_500


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("We have 15 April in mind as your first day.", "15 April"),
        ("You will report on August 10, 2026.", "August 10, 2026"),
        ("Votre prise de poste est prévue le 1er juillet.", "1er juillet"),
        ("We'd love you here from January 11.", "January 11"),
    ],
)
def test_the_first_day_is_read_in_other_words(told, day):
    assert read(f"We offer you the role of Buyer at Initech. Base salary $60,000 a year. {told}")["start_date"] == day


def test_an_invitation_to_talk_is_no_offer():
    text = "Thank you for your interest in the Buyer role. Pay is $60,000. We would like to invite you to an interview."
    assert not parse_offer(text).is_offer
