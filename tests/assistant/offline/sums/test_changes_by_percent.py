"""A change by a percent answers only what it leads to, whatever numbers it takes."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.sums.catalogue import find_sum


def tool(text: str) -> str | None:
    found = find_sum([lexicon.fold(text)], offer=False, today=None)
    return None if found is None else found.sum.tool


@pytest.mark.parametrize(
    "text",
    [
        "6100 Franken brutto im Monat, 13,5 % Abzüge. Was bleibt mir monatlich?",
        "104,000 and a guaranteed 3 percent every January. compounded, where am I after three of those raises?",
    ],
)
def test_what_is_left_or_raised_several_times_is_no_single_change(text: str) -> None:
    assert tool(text) == "worked_sum"


def test_one_raise_is_a_change() -> None:
    assert tool("i make 80k, they add 5%. what is it then") == "percent_change"


@pytest.mark.parametrize(
    "text", ["500 parking on 70k salary, how much percent more", "2900 rent on 190k base, how much more in percent"]
)
def test_amounts_far_apart_are_no_pay_before_and_after(text: str) -> None:
    assert tool(text) != "percent_change"


def test_a_bare_number_is_in_thousands_only_where_it_is_like_the_other() -> None:
    found = find_sum(["from 140 to 165k, percent?"], offer=False, today=None)
    assert found is not None
    assert (found.arguments["amount"], found.arguments["new_amount"]) == (140_000, 165_000)


def test_an_amount_like_a_monthly_one_is_monthly_too() -> None:
    found = find_sum(["i get 4200 a month now, they give 4800. what percent is it"], offer=False, today=None)
    assert found is not None
    assert found.arguments == {"amount": 4200, "new_amount": 4800}
