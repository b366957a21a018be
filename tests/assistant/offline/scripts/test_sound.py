from __future__ import annotations

import pytest

from assistant.offline.briefs.brief import Brief
from assistant.offline.scripts.asking import Wanted
from assistant.offline.scripts.sound import reads_well, sound_sentences, sound_terms, sound_wanted, without_names


@pytest.mark.parametrize(
    "item",
    [
        Wanted(question="Do you says no?"),
        Wanted(question="Could you accept only if letter gets fixed?"),
        Wanted(thing="truthfully to buy time"),
        Wanted(thing="right after getting the offer by"),
        Wanted(thing="shorter and drop the night shift bit"),
        Wanted(question="I would like questions for seed startup."),
    ],
)
def test_what_cannot_be_asked_is_left_out(item: Wanted) -> None:
    assert sound_wanted([item], Brief()) == []


@pytest.mark.parametrize(
    "item",
    [
        Wanted(thing="per diem on the Tucson jobs"),
        Wanted(thing="2 extra weeks leave"),
        Wanted(question="Could you put me to manager?"),
        Wanted(question="I would need until Monday to read the contract."),
        Wanted(action="cover the course"),
        Wanted("base_salary", "base salary", "155,000"),
    ],
)
def test_what_can_be_asked_is_kept(item: Wanted) -> None:
    assert sound_wanted([item], Brief()) == [item]


def test_a_thing_the_person_would_like_is_asked_for_as_one() -> None:
    (item,) = sound_wanted([Wanted(own="the signed contract copy")], Brief())

    assert (item.thing, item.own) == ("the signed contract copy", "")


def test_a_sentence_with_a_broken_part_keeps_the_other() -> None:
    told = ["Door open for later, your team was great in the interviews."]

    assert sound_sentences(told, Brief()) == ["Your team was great in the interviews."]


def test_what_is_kept_back_is_not_stated() -> None:
    brief = Brief(secrets=frozenset({"landlord"}))

    assert sound_sentences(["I need to tell my landlord by the 1st.", "I start on Monday."], brief) == [
        "I start on Monday."
    ]


@pytest.mark.parametrize(
    "told", ["I do need it by the 1st but leave that out.", "I have until noon for.", "Use that I hold PMP."]
)
def test_an_order_to_the_writer_or_a_cut_sentence_does_not_read_well(told: str) -> None:
    assert not reads_well(told)


@pytest.mark.parametrize(
    "told", ["My offer expired while I was in hospital.", "I have led 12 people.", "You are my first choice."]
)
def test_a_plain_sentence_is_kept_as_it_is(told: str) -> None:
    assert sound_sentences([told], Brief()) == [told]


def test_a_list_of_promises_names_terms_only() -> None:
    terms = ["equity refresh after year 1", "On friday's call Aaron", "and remote thursdays", "nothing on overtime"]

    assert sound_terms(terms, "Aaron") == ["equity refresh after year 1", "remote thursdays"]


def test_a_name_that_is_to_stay_out_takes_its_sentence_with_it() -> None:
    message = "Hi Ann,\n\nThank you. I have an offer from Dunmore at 97k. I would rather join you."

    assert without_names(message, ["Dunmore"]) == "Hi Ann,\n\nThank you. I would rather join you."
