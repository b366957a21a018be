"""A figure that a guide gives is checked against the library and never filed as the person's offer."""

from __future__ import annotations

import pytest

from assistant.offline.hearsay import is_hearsay
from assistant.offline.signals import Signals
from assistant.offline.understand import read_message

CLAIMED = Signals(claimed=0.75)


@pytest.mark.parametrize(
    "text",
    [
        "is 543k a real L63 number at microsoft",
        "guide says microsoft L62 total comp 346.5k target and 388k stretch, right?",
        "read on reddit that 125k stock leaves 90k after tax in 3 years",
        "amazon stock should rise 45% so is the grant better than 20k more base?",
    ],
)
def test_a_figure_of_somebody_elses_is_asked_about_and_not_filed(text: str) -> None:
    reading = read_message([text], CLAIMED)
    assert (reading.kind, reading.statements, reading.sum) == ("advice", (), None)


@pytest.mark.parametrize(
    "text",
    [
        "i got 280k base and 40k signing, is that right for L63?",
        "a guide says 346k for L62 but my offer is 180k base and 40k signing",
        "they offered 180k base and 200k rsu over 4 years, is that normal",
    ],
)
def test_an_offer_of_their_own_is_still_read(text: str) -> None:
    assert not is_hearsay(text, CLAIMED)
    assert read_message([text], CLAIMED).statements


def test_a_figure_that_no_claim_of_the_library_is_about_is_read_as_before() -> None:
    assert not is_hearsay("the page says 20% of 185k is 37k, right?", Signals(claimed=0.3))
