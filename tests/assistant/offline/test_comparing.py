"""Comparing: offers told over several messages, and changed, set side by side."""

from __future__ import annotations

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


def test_news_of_one_offer_changes_that_one_before_they_are_compared(session: CoachSession) -> None:
    answer = hold(
        session,
        "Torvane: 118k base, 10% bonus",
        "the other one is Hexley, 126k, 4k sign on",
        "second one just called, they added 15k sign on",
        "torvane is 8% not 10, i misread it",
        "who's ahead in year one now",
    )
    assert answer.kind == "comparison"
    assert "Hexley $141,000" in answer.text
    assert "Torvane $127,440" in answer.text


def test_offers_told_one_by_one_are_all_ranked(session: CoachSession) -> None:
    answer = hold(
        session,
        "Palisade 112k + 9k sign",
        "Fennel 119k, thats all",
        "the remote one (Quillon): 108 + 12%",
        "rank all three for year one",
    )
    assert answer.kind == "comparison"
    assert all(told in answer.text for told in ("Palisade $121,000", "Fennel $119,000", "Quillon $120,960"))


def test_a_contract_is_set_beside_a_job_by_the_days_that_are_worked(session: CoachSession) -> None:
    answer = hold(
        session,
        "perm job 62k gbp, 5% bonus, 10% employer pension",
        "or contract at 380 a day outside ir35",
        "they lowered the contract to 360",
        "id work 215 days. perm or contract?",
    )
    assert answer.kind == "comparison"
    assert all(told in answer.text for told in ("£77,400", "£65,100", "£71,300", "holiday, sick days and gaps"))


def test_what_was_told_besides_the_pay_stands_beside_it(session: CoachSession) -> None:
    answer = hold(
        session,
        "offer A: 98k cad, 5% bonus. offer B: 104k cad",
        "A's team is nice. B has night shifts every third week",
        "i have a bad back and two kids",
        "which",
    )
    for told in ("A's team is nice", "night shifts", "bad back"):
        assert told in answer.text
    assert "“which" not in answer.text


def test_the_gap_over_all_years_is_told_where_it_is_asked(session: CoachSession) -> None:
    answer = hold(session, "Acme: 172k base, 20k sign on", "Oxlip: 190k base", "whats the gap over the 4 years")
    assert "over all 4 years: Oxlip (by $52,000)" in answer.text


def test_of_three_offers_the_leader_is_named_without_the_gap_of_another_pair(session: CoachSession) -> None:
    answer = hold(session, "Dallas: 140k + 10% bonus", "Quillon: 132k + 12% bonus", "Nyc: 158k no bonus", "compare all")
    assert "**Nyc pays most** in year 1; in a recurring year; on the average." in answer.text
