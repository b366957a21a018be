"""A session with the embedded coach, and conversations held with it."""

from __future__ import annotations

import pytest

from assistant.domain.answer import Answer
from assistant.session import CoachSession
from tests.assistant.conftest import OpenSession


@pytest.fixture
def session(open_session: OpenSession) -> CoachSession:
    return open_session()


def hold(session: CoachSession, *texts: str) -> Answer:
    """The answer to the last of several messages of a new conversation."""
    with session.scratch_case() as case:
        return [session.ask(text, case) for text in texts][-1]
