"""The reason of a draft, in whatever shape it comes."""

from decimal import Decimal

import pytest

from assistant.checks.asks import is_ask
from assistant.checks.draft_lines import split_message
from assistant.checks.flaws import MessageFacts
from assistant.checks.grounds import has_ground
from assistant.checks.wish_list import list_wishes


@pytest.mark.parametrize(
    "text",
    [
        "Great shop. Could you do 36? The crane ticket means nobody has to come in for lifts.",
        "Danke! Da ich die Azubis übernehme, wären 62.000 € möglich?",
        "Gracias, como coordinaría también el equipo, ¿podríamos llegar a 32.000 €?",
    ],
)
def test_a_sentence_that_neither_asks_nor_thanks_is_the_reason(text: str) -> None:
    assert has_ground(split_message(text), MessageFacts())


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, place looks great. Could you do 36? Let me know by Friday, happy to talk.",
        "Gracias por la oferta. ¿Podríamos dejarlo en 33.000? Quedo a la espera.",
        "Thank you. You offered 84,000 for the year. Could we do 90,000?",
    ],
)
def test_thanks_arrangements_and_the_offer_itself_are_none(text: str) -> None:
    facts = MessageFacts(terms={"base": Decimal(84_000)})
    assert not has_ground(split_message(text), facts)


def test_the_items_of_a_list_are_asked_for_one_by_one_and_those_of_a_list_of_reasons_are_not() -> None:
    items = "\n- base 115k\n- two days from home\n- parking spot\n- CPA dues paid\n- 25 days vacation"
    asked = split_message("I'd like to ask for a few things:" + items)
    told = split_message("Could you do 80k? A few reasons:\n- led 5 audits\n- CPA\n- 8 years of tax work\n- German")
    assert len(list_wishes(asked, [part for part in asked if is_ask(part)]).names) == 5
    assert list_wishes(told, [part for part in told if is_ask(part)]).names == ("base",)
