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
