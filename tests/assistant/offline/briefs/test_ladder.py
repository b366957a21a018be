"""What is asked for in turn makes a message each; what would do instead stays in the same one."""

from __future__ import annotations

from assistant.offline.briefs.reading import read_brief


def test_each_no_has_its_next_request() -> None:
    brief = read_brief(
        "first ask for 95k, if they say no ask for 90k and 5k signing, if they refuse again then a week off"
    )
    assert brief.steps == ("90k and 5k signing", "a week off")
    assert [str(ask.asked.value) for ask in brief.asks if ask.asked] == ["95000"]


def test_an_alternative_is_no_ladder() -> None:
    brief = read_brief("could i get 66k or if not, extra 5 days off. mail to Ann")
    assert brief.steps == ()
    assert [ask.second_choice for ask in brief.asks] == [False, True]


def test_a_step_may_stand_before_its_no() -> None:
    brief = read_brief("start with asking 200k then go down to 190k if they refuse, offer is 180k. write mail")
    assert brief.steps == ("190k",)
    brief = read_brief("first ask 120k, then 115k if she says no, then 5k sign on if still no. to Jo")
    assert (brief.to, brief.steps) == ("Jo", ("115k", "5k sign on"))


def test_a_numbered_step_leaves_the_addressee_where_it_is() -> None:
    brief = read_brief("step 1 ask 110k, step 2 if she says no ask 5k sign on, to Kim. offered 100k")
    assert (brief.to, brief.steps) == ("Kim", ("5k sign on",))


def test_what_the_person_would_do_is_no_step() -> None:
    told = "first of all thank them, then ask for 160k (offered 150k), to Ann. if not possible i will still accept"
    assert read_brief(told).steps == ()
    assert read_brief("first ask for 160k, then 155k. if they say no i will accept anyway").steps == ()
