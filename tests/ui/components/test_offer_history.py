"""The history of an offer in words."""

from __future__ import annotations

from assistant.cases.case import RecordedOffer, edit_offer
from tests.fakes.session import OFFER
from ui.components.offer_history import compose_history

RECORDED = RecordedOffer(name="Microsoft", role="mine", offer=OFFER)


def test_an_offer_nobody_changed_has_none() -> None:
    assert compose_history(RECORDED) == ""


def test_each_part_of_a_grant_that_changed_is_a_line_of_its_own() -> None:
    edited = edit_offer(RECORDED, {"equity[0].total_value": "250k", "equity[0].kind": "option"})
    history = compose_history(edited)
    assert "<b>Equity grant</b>: 200,000 → 250,000" in history
    assert "<b>Kind of equity</b>: shares (RSU) → stock options" in history
    assert "2 changes" in history


def test_the_latest_change_comes_first_and_a_term_taken_out_is_said() -> None:
    history = compose_history(edit_offer(edit_offer(RECORDED, {"level": "L63"}), {"signing[0].amount": ""}))
    assert history.index("Sign-on bonus, amount</b>: 40,000 → not stated") < history.index("Level</b>: L62 → L63")


def test_the_words_that_changed_a_term_are_shown_as_text() -> None:
    from assistant.cases.case import Change

    change = Change(field="currency", before="USD", after="EUR", words="<b>in euros</b>")
    assert "after “&lt;b&gt;in euros&lt;/b&gt;”" in compose_history(RECORDED.model_copy(update={"history": (change,)}))
