"""The offer on file in words: only what it states, and nothing where the conversation tells it itself."""

from __future__ import annotations

from assistant.offline.file_words import tell_on_file

OFFER = {
    "base_annual": 165_000,
    "bonus_target_pct": 12,
    "equity": [{"kind": "rsu", "total_value": 120_000, "years": 4}],
    "signing": [{"year": 1, "amount": 20_000}, {"year": 2, "amount": 10_000}],
}


def test_each_stated_part_is_told() -> None:
    assert tell_on_file(OFFER, ["what if base goes to 175"]) == (
        "the offer: 165,000 base a year, 12% target bonus, 120,000 of stock over 4 years, 20,000 sign-on, "
        "10,000 sign-on in year 2"
    )


def test_shares_are_told_with_their_price() -> None:
    grant = {"kind": "rsu", "shares": 850, "years": 4, "share_price": 96}
    assert "850 RSUs over 4 years at a share price of 96" in tell_on_file(
        {"base_annual": 151_000, "equity": [grant]}, []
    )
    option = {"kind": "option", "shares": 20_000, "strike": 1.2}
    assert "20,000 options at a strike of 1.2" in tell_on_file({"base_annual": 151_000, "equity": [option]}, [])


def test_an_offer_the_conversation_tells_is_not_told_twice() -> None:
    assert tell_on_file(OFFER, ["165k base and a bonus"]) == ""
    assert tell_on_file({"bonus_target_pct": 10}, []) == ""
