"""What a person adds to the message just written, leaves out and puts back."""

from __future__ import annotations

import pytest

from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


@pytest.mark.parametrize(
    ("texts", "asked", "gone"),
    [
        (("add 10k sign on too",), ("165,000", "10,000"), ()),
        (("add 10k relocation too",), ("165,000", "10,000"), ("add",)),
        (("include relocation 8k",), ("165,000", "8,000"), ("include",)),
        (("and 10k sign on",), ("165,000", "10,000"), ()),
        (("plus stock 40k",), ("165,000", "40,000"), ()),
        (("add 10k sign on too", "hmm drop the base part, just the sign on"), ("10,000",), ("165,000", "hmm")),
        (("add 10k sign on too", "drop the sign on", "put the sign on back"), ("165,000", "10,000"), ()),
        (("drop the base", "no put base back, but 163k"), ("163,000",), ("165,000", "base back")),
        (("add 8 years in finance as a reason",), ("165,000", "8 years in finance"), ("as a reason", "could you")),
    ],
)
def test_what_is_added_to_a_message_is_asked_and_is_no_term_of_the_offer(
    session: CoachSession, texts: tuple[str, ...], asked: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    answer = hold(session, "offer from Acme 150k", "write a mail to Kim asking for 165k", *texts)
    message = answer.text.partition("```text")[2].partition("```")[0]
    assert all(words in message for words in asked)
    assert not any(words in message.lower() for words in gone)
    (offer,) = answer.offers
    assert offer.keys() <= {"name", "role", "company", "currency", "base_annual"}


def test_what_they_add_to_their_offer_is_a_term_of_it(session: CoachSession) -> None:
    answer = hold(session, "offer from Acme 150k", "write a mail to Kim asking for 165k", "also they pay 10k sign on")
    assert answer.offers[0]["signing"] == [{"year": 1, "amount": 10_000}]
