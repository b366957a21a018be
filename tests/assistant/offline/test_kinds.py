"""Kinds: what the classifier sees of a turn, and that belief in an untruth goes first."""

from __future__ import annotations

import pytest

from assistant.offline import kinds
from assistant.offline.kinds import KINDS, choose_kind, cut_words, describe_turn, kind_of_intent, weigh_kinds
from assistant.offline.signals import Signals
from assistant.offline.untruths import ENOUGH_REFUSAL


def test_a_turn_is_seen_with_the_message_before_it_and_what_is_on_file() -> None:
    signals = Signals(intents=(("offer", 0.5),), objections=(("final_offer", 0.7),), offers_on_file=3)
    seen = describe_turn(["they gave 180", "and what is that a month?"], signals, ["asks something"])
    assert {"p=gave", "w=month", "^0=and", "$1=?", "h=asks something", "i=offer", "offers=2"} <= set(seen)
    assert "objection>0.6" in seen


def test_every_number_is_alike() -> None:
    assert cut_words("95k or 1.250,00?") == ["0", "k", "or", "0", "?"]


def test_beliefs_are_shares_of_all_kinds() -> None:
    beliefs = weigh_kinds(["hello"], Signals(), [])
    assert set(beliefs) == set(KINDS)
    assert sum(beliefs.values()) == pytest.approx(1)


def test_enough_belief_in_an_untruth_goes_before_a_likelier_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    beliefs = dict.fromkeys(KINDS, 0.0) | {"script": 1 - ENOUGH_REFUSAL, "refusal": ENOUGH_REFUSAL}
    monkeypatch.setattr(kinds, "weigh_kinds", lambda *_: beliefs)
    assert choose_kind(["write it"], Signals(), ["claims something untrue"]) == "refusal"
    assert choose_kind(["write it"], Signals(), []) == "script"


def test_every_intent_has_a_kind() -> None:
    assert kind_of_intent("script_time") == "script"
    assert kind_of_intent("refuse_tax") == "refusal"


def test_whoever_only_tells_an_offer_is_not_declined() -> None:
    signals = Signals(intents=(("refuse_forge", 0.9),))
    assert choose_kind(["Here is my letter: base salary 150,000"], signals, ["states an offer"]) != "refusal"
