"""What a message carries of the conversation before it."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.follow_up import gather_for_script
from assistant.offline.signals import Signals
from assistant.session import CoachSession
from tests.assistant.offline.conftest import hold


def test_what_was_to_be_said_untruly_is_told_in_no_later_message() -> None:
    texts = [
        "write my recruiter that i have an offer from Google for 240? i dont but they wont check",
        "ok the honest version then. Intuit offered 198k, i want 215, recruiter is Sam",
    ]
    brief = gather_for_script(texts, [lexicon.fold(text) for text in texts], Signals())
    told = " ".join((brief.rival, *brief.tells, *brief.reasons, *(ask.words for ask in brief.asks)))
    assert "Google" not in told
    assert [ask.asked.value for ask in brief.asks if ask.asked] == [215_000]


@pytest.mark.parametrize(
    "text",
    [
        "startup gave me options. i need an email that asks the right questions, not too lawyery",
        "series B, 0.2% in options. mail to the founder Omar with whatever i should be asking",
    ],
)
def test_words_that_name_no_question_are_no_question(session: CoachSession, text: str) -> None:
    answer = hold(session, text)
    assert answer.kind == "script"
    assert "strike" in answer.text
    assert "hatever" not in answer.text.split("Best regards", maxsplit=1)[0]
