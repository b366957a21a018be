"""A filled template cut to its channel and its length."""

from __future__ import annotations

from assistant.offline.briefs.style import Limit
from assistant.offline.scripts.asking import Wanted, ask_in_words
from assistant.offline.scripts.message import fit_message

FILLED = """Subject: My offer

Hi Ann,

Thank you for the offer.
I would like to join.

~~ I have gone through the package.

Could we move the base salary to 155,000?

~ Happy to talk.

Best regards
Kim"""


def test_an_email_has_everything_and_paragraphs() -> None:
    text = fit_message(FILLED, "email", None)
    assert "Thank you for the offer. I would like to join." in text
    assert "I have gone through the package." in text
    assert text.endswith("Best regards\nKim")


def test_a_chat_message_leaves_out_what_can_be_spared() -> None:
    text = fit_message(FILLED, "chat", None)
    assert "package" not in text
    assert "Happy to talk" not in text


def test_a_limit_keeps_the_question() -> None:
    text = fit_message(FILLED, "email", Limit(sentences=1))
    assert "155,000?" in text
    assert "Thank you" not in text


def test_sums_things_and_actions_are_asked_for_in_one_breath() -> None:
    wanted = [
        Wanted("base_salary", "base salary", "155,000", "150,000"),
        Wanted(thing="childcare vouchers"),
        Wanted(action="cover the move"),
    ]
    assert ask_in_words(wanted, "neutral") == (
        "Could we move the base salary from 150,000 to 155,000? I would also like to ask for childcare vouchers. "
        "Could you also cover the move?"
    )
