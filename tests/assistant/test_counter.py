"""The counter of an offer: planned, written, looked over, and kept with its case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.agent.build import build_agent
from assistant.agent.run import ChatModelGraph
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.counter import find_amount, find_ask
from assistant.errors import InputError
from assistant.session import CoachSession
from tests.fakes.chat_model import say, scripted
from tests.fakes.graph import PROMPTS

OpenSession = Callable[..., CoachSession]
OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
REASON = "The market median for this level is $205,000."


@pytest.fixture
def session(open_session: OpenSession, tmp_path: Path) -> CoachSession:
    return open_session(SqliteCaseStore(tmp_path / "data"))


@pytest.fixture
def case(session: CoachSession) -> str:
    name = session.create_case("Microsoft")
    session.record(OFFER, name)
    return name


def test_the_plan_has_four_amounts_with_their_math(session: CoachSession, case: str) -> None:
    session.counter.choose(case, None, {"walk_away": "185k"})
    plan = session.counter.plan(case)
    marks = [find_amount(plan, label) for label in ("walk-away", "target", "stretch", "initial ask")]
    assert marks == [185000, 189000, 198000, 198000]
    assert all(figure.formula for figure in plan.figures)
    assert {row["lever"]: row["asked"] for row in plan.table} == {"base_salary": 198000, "equity_grant": 220000}


def test_choices_outlive_the_process(open_session: OpenSession, tmp_path: Path) -> None:
    first = open_session(SqliteCaseStore(tmp_path / "data"))
    case = first.create_case()
    first.record(OFFER, case)
    first.counter.choose(case, None, {"target": "195k", "tone": "warm"})
    first.counter.edit(case, None, "my own words")
    kept = open_session(SqliteCaseStore(tmp_path / "data")).counter.choice(case)
    assert (kept.target, kept.tone, kept.message) == (195000, "warm", "my own words")


def test_a_value_that_does_not_hold_changes_nothing(session: CoachSession, case: str) -> None:
    session.counter.choose(case, None, {"target": "195k"})
    before = session.counter.choice(case)
    for field, text in (("target", "abc"), ("wanted.base_salary", "170k"), ("tone", "rude"), ("walk_away", "-1")):
        with pytest.raises(InputError) as refused:
            session.counter.choose(case, None, {field: text, "channel": "chat"})
        assert refused.value.field in field
    assert session.counter.choice(case) == before


def test_a_competing_offer_sets_the_walk_away_until_the_person_does(session: CoachSession, case: str) -> None:
    session.record("Netflix offers a base salary of $190,000.", case)
    session.offers.negotiate(case, "Microsoft")
    assert find_amount(session.counter.plan(case), "walk-away") == 190000
    session.counter.choose(case, None, {"walk_away": "182k"})
    assert find_amount(session.counter.plan(case), "walk-away") == 182000


def test_the_lower_base_of_a_competing_offer_is_not_shown_to_the_recruiter(session: CoachSession, case: str) -> None:
    session.record("Globex offers a base of $150,000 and RSUs worth $500,000 over 4 years", case)
    message = session.counter.write(case).message
    assert "Globex: $500,000 in stock" in message
    assert "$150,000" not in message


def test_a_competing_offer_in_another_currency_waits_for_its_rate(session: CoachSession, case: str) -> None:
    session.record("Zalando offers a base salary of 170.000 EUR.", case)
    session.offers.negotiate(case, "Microsoft")
    plan = session.counter.plan(case)
    assert find_amount(plan, "walk-away") is None
    assert any("Zalando is in EUR" in note for note in plan.warnings)


def test_the_exchange_follows_the_stay(session: CoachSession, case: str) -> None:
    def sign_on() -> float:
        rows = session.counter.exchange(case).table
        return float(next(r["equals"] for r in rows if (r["from"], r["to"]) == ("base_salary", "sign_on_bonus")))

    assert sign_on() == 46000
    session.counter.choose(case, None, {"stay_years": "2", "exchanged": "20k"})
    assert sign_on() == 46000
    session.counter.choose(case, None, {"exchanged": ""})
    assert sign_on() == 23000


def test_the_message_carries_the_asks_of_the_plan_and_the_reasons(session: CoachSession, case: str) -> None:
    changes = {"reasons": REASON, "recruiter": "Xiaoyu", "sender": "Sam", "tone": "warm"}
    session.counter.choose(case, None, changes)
    kept = session.counter.write(case)
    for words in ("$198,000", "$220,000", REASON, "Hi Xiaoyu,", "Warm regards,\nSam"):
        assert words in kept.message
    assert kept.written is not None
    assert kept.written.citations
    assert session.counter.review(case).good
    assert session.list_turns(case) == ()


@pytest.mark.parametrize("channel", ["email", "call", "chat"])
@pytest.mark.parametrize("length", ["full", "short"])
@pytest.mark.parametrize("tone", ["warm", "neutral", "firm"])
def test_its_own_messages_have_no_flaws(session: CoachSession, case: str, channel: str, length: str, tone: str) -> None:
    session.counter.choose(case, None, {"channel": channel, "length": length, "tone": tone, "reasons": REASON})
    kept = session.counter.write(case)
    assert "$198,000" in kept.message
    assert "Microsoft offer" not in kept.message.partition("\n\n")[2]
    assert session.counter.review(case).flaws == ()


@pytest.mark.parametrize("channel", ["email", "call", "chat"])
@pytest.mark.parametrize("length", ["full", "short"])
def test_every_ask_of_the_plan_stands_in_every_form(
    session: CoachSession, case: str, channel: str, length: str
) -> None:
    session.counter.choose(case, None, {"measure": "year_1_total", "channel": channel, "length": length})
    asks = [f"${row['asked']:,.0f}" for row in session.counter.plan(case).table]
    message = session.counter.write(case).message
    assert len(asks) == 2
    assert all(ask in message for ask in asks)


@pytest.mark.parametrize("measure", ["base_salary", "recurring_total", "year_1_total", "average_total"])
def test_what_is_said_first_is_what_the_asks_come_to(session: CoachSession, case: str, measure: str) -> None:
    session.counter.choose(case, None, {"measure": measure, "target": "193k" if measure == "base_salary" else "311k"})
    plan = session.counter.plan(case)
    said = find_ask(plan, session.counter.choice(case).measure)
    asked = {row["lever"]: row["asked"] for row in plan.table}
    agreed = {figure.value for figure in plan.figures if figure.label.endswith("if they agree")}
    assert said == asked["base_salary"] if measure == "base_salary" else said in agreed
    assert said >= find_amount(plan, "stretch")


def test_writing_anew_keeps_the_edited_words_for_undo(session: CoachSession, case: str) -> None:
    session.counter.write(case)
    session.counter.edit(case, None, "mine")
    session.counter.write(case)
    assert session.counter.undo(case).message == "mine"


def test_a_changed_plan_is_told(session: CoachSession, case: str) -> None:
    assert not session.counter.asks_changed(case)
    session.counter.write(case)
    assert not session.counter.asks_changed(case)
    session.counter.choose(case, None, {"target": "200k"})
    assert session.counter.asks_changed(case)


def test_the_review_holds_the_words_against_the_offer_on_file(session: CoachSession, case: str) -> None:
    session.counter.edit(case, None, "Thank you, I love the team. You offered 170k base. I want 200k base or I walk.")
    review = session.counter.review(case)
    assert {flaw.label for flaw in review.flaws} >= {"wrong_numbers", "ultimatum"}
    assert "180" in review.rewrite
    cited = session.counter.cite(review.flaws)
    assert [item.n for item in cited] == list(range(1, len(cited) + 1))
    assert {flaw.source_quote for flaw in review.flaws} == {item.quote for item in cited}


def test_the_ladder_and_the_replies_follow_the_plan(session: CoachSession, case: str) -> None:
    session.counter.choose(case, None, {"walk_away": "185k", "target": "195k"})
    rows = session.counter.ladder(case).table
    order = ["hold", "counter", "accept"]
    zones = [order.index(row["zone"]) for row in rows]
    assert zones == sorted(zones)
    assert set(zones) == {0, 1, 2}
    assert all("185" not in row["words"] for row in rows)
    assert [reply.when for reply in session.counter.replies(case)] == ["Yes", "Part of it", "No"]


def test_a_plan_about_a_total_has_a_ladder_of_totals(session: CoachSession, case: str) -> None:
    session.counter.choose(case, None, {"measure": "year_1_total"})
    assert session.counter.ladder(case).table[0]["reply"] == 297000


def test_the_packet_is_kept_beside_the_message(session: CoachSession, case: str) -> None:
    session.counter.choose(case, None, {"reasons": REASON})
    kept = session.counter.write_packet(case)
    assert "Ask:" in kept.packet
    assert REASON in kept.packet
    assert kept.message == ""


def test_a_coach_that_gives_no_script_is_told_in_a_sentence(open_session: OpenSession) -> None:
    with scripted(say("What did they offer?")) as model:
        session = open_session(chosen=ChatModelGraph("openai:scripted", build_agent(model, PROMPTS)))
        case = session.create_case()
        session.record(OFFER, case)
        with pytest.raises(InputError, match="What did they offer"):
            session.counter.write(case)
    assert session.counter.choice(case).message == ""


def test_a_message_becomes_a_file_and_a_mail_link(session: CoachSession) -> None:
    text = "Subject: My counter\n\nHi Dana,\nthank you."
    assert session.counter.render_message(text, "md").decode().startswith("# My counter\n\nHi Dana,")
    assert session.counter.render_message(text, "docx").startswith(b"PK")
    assert session.counter.build_link(text).startswith("mailto:?subject=My%20counter&body=Hi%20Dana")
    with pytest.raises(InputError, match="too long"):
        session.counter.build_link("word " * 2000)


def test_what_is_not_there_is_named(session: CoachSession, case: str) -> None:
    with pytest.raises(InputError, match="does not exist"):
        session.counter.plan("nope")
    with pytest.raises(InputError, match="on file: Microsoft"):
        session.counter.plan(case, "Google")
    with session.scratch_case() as empty, pytest.raises(InputError, match="none yet"):
        session.counter.plan(empty)
    with pytest.raises(InputError, match="shorten it"):
        session.counter.edit(case, None, "x" * 30_000)
    with pytest.raises(InputError, match="is empty"):
        session.counter.review(case)


def test_an_offer_without_a_base_has_no_plan(session: CoachSession) -> None:
    case = session.create_case()
    session.record("Acme gives me RSU worth $200,000 over 4 years.", case)
    with pytest.raises(InputError, match="states no yearly base salary"):
        session.counter.plan(case)
