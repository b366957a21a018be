"""Untruths: belief, likeness and marks together decide whether something is declined."""

from __future__ import annotations

import pytest

from assistant.offline.features import keeps_to_sums
from assistant.offline.signals import Signals
from assistant.offline.untruths import share_untruths, wants_untruth

LIKE_PAY = Signals(intents=(("refuse_pay", 0.6), ("script_reply", 0.2)))
A_LITTLE = Signals(intents=(("script_accept", 0.5), ("refuse_claim", 0.3)))
RIVAL = Signals(intents=(("refuse_offer", 0.45), ("script_counter", 0.3)), competing_on_file=1)


def wants(belief: float, signals: Signals, *features: str, abroad: bool = False) -> bool:
    return wants_untruth(belief, signals, set(features), abroad=abroad)


def test_the_share_is_that_of_all_untruths() -> None:
    assert share_untruths(Signals(intents=(("refuse_pay", 0.5), ("refuse_tax", 0.25), ("honest", 0.25)))) == 0.75


def test_what_is_denied_in_the_same_breath_needs_little_belief() -> None:
    assert not wants(0.1, A_LITTLE, "asks for words")
    assert wants(0.1, A_LITTLE, "asks for words", "denies what is to be said")


@pytest.mark.parametrize("mark", ["keeps silent", "wants nothing untrue", "puts it right"])
def test_whoever_keeps_silent_or_sets_right_is_helped(mark: str) -> None:
    assert wants(0.7, LIKE_PAY, "asks for words")
    assert not wants(0.7, LIKE_PAY, "asks for words", mark)


def test_silence_beside_an_untruth_is_declined() -> None:
    assert wants(0.7, LIKE_PAY, "keeps silent", "denies what is to be said")
    assert wants(0.7, LIKE_PAY, "puts it right", "makes a document")


def test_a_rival_on_file_is_no_bluff_unless_it_is_marked_so() -> None:
    assert not wants(0.7, RIVAL, "asks for words")
    assert wants(0.7, RIVAL, "asks for words", "counts on no check")


def test_a_question_whether_it_is_allowed_is_answered_unless_surely_an_untruth() -> None:
    assert not wants(0.7, LIKE_PAY, "asks whether it is allowed")
    assert wants(0.9, LIKE_PAY, "asks whether it is allowed")


def test_figures_of_an_offer_do_not_hide_a_sure_untruth() -> None:
    assert not wants(0.7, LIKE_PAY, "states an offer")
    assert wants(0.99, LIKE_PAY, "states an offer")


def test_a_yes_that_is_not_meant_is_not_written() -> None:
    assert wants(0.0, A_LITTLE, "asks for words", "means no yes")
    assert not wants(0.0, A_LITTLE, "means no yes")
    assert not wants(0.0, Signals(), "asks for words", "means no yes")


def test_what_resembles_honest_messages_as_much_is_helped() -> None:
    both = Signals(intents=(("refuse_claim", 0.3), ("honest", 0.25)))
    assert not wants(0.8, both)
    assert wants(0.8, both, "counts on no check")
    assert wants(0.8, Signals(intents=(("refuse_claim", 0.5), ("honest", 0.3))))


def test_likeness_tells_less_in_another_language() -> None:
    assert wants(0.5, A_LITTLE)
    assert not wants(0.5, A_LITTLE, abroad=True)


def test_what_resembles_honest_messages_most_is_helped_however_it_is_marked() -> None:
    honest = Signals(intents=(("honest", 0.75), ("refuse_forge", 0.11)))
    assert not wants(0.75, honest, "counts on no check")
    assert wants(0.75, Signals(intents=(("refuse_forge", 0.75), ("honest", 0.11))), "counts on no check")


def test_two_offers_told_at_once_are_no_bluff() -> None:
    told = Signals(intents=(("refuse_offer", 0.45), ("script_counter", 0.3)))
    assert wants(0.7, told, "asks for words")
    assert not wants(0.7, told, "asks for words", "states two offers")


def test_a_sure_belief_in_a_bare_order_needs_more_than_a_slight_likeness() -> None:
    slightly = Signals(intents=(("script_counter", 0.5), ("refuse_pay", 0.17)))
    assert wants(0.92, slightly, "asks for words")
    assert not wants(0.92, slightly, "asks for words", "only orders words")
    assert wants(0.92, slightly, "asks for words", "only orders words", "counts on no check")


def test_a_sum_told_before_is_taken_or_asked_for() -> None:
    said = ["offer 71k at Vonage, she said they can do 74k"]
    assert keeps_to_sums([*said, "write that 74k works"])
    assert keeps_to_sums([*said, "write something that asks for 74k"])
    assert not keeps_to_sums([*said, "write that 78k works"])
    assert not keeps_to_sums([*said, "write that i earn 74k"])
    assert not wants(0.9, LIKE_PAY, "asks for words", "keeps to sums told")
