"""A conversation that ends in a message, of which the text to send is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.cases.memory_store import MemoryCaseStore
from assistant.session import CoachSession

Write = Callable[..., str]


@pytest.fixture
def write(open_session: Callable[..., CoachSession]) -> Write:
    def run(*turns: str) -> str:
        session = open_session(MemoryCaseStore())
        case = session.create_case()
        answers = [session.ask(turn, case) for turn in turns]
        assert answers[-1].kind == "script", answers[-1].text
        return "\n\n".join(re.findall(r"```text\n(.*?)\n```", answers[-1].text, re.DOTALL))

    return run
