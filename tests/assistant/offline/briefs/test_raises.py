from __future__ import annotations

from decimal import Decimal

from assistant.offline.briefs.reading import read_brief


def test_a_bare_percentage_is_a_raise_of_what_was_paid_before() -> None:
    brief = read_brief("my company promotes me, just 3% to 61,800 from 60,000. write boss Henrietta: i want 9%")

    (ask,) = brief.asks
    assert ask.asked is not None and ask.asked.value == Decimal(65_400)
    assert ask.offered is not None and ask.offered.value == Decimal(61_800)
    assert ask.worked is not None


def test_a_percentage_of_a_startup_stays_a_share() -> None:
    brief = read_brief("startup offers 0.4% options, i want 0.6%. write the founder Kaito")

    assert [ask.words for ask in brief.asks if ask.form == "thing"] == ["0.6% in equity"]


def test_without_a_sum_the_raise_is_asked_for_in_percent() -> None:
    brief = read_brief("my boss promotes me. mail to Gareth: i want 8%")

    assert [ask.words for ask in brief.asks] == ["a raise of 8%"]
