"""The real graph around any chat model, with a library and a case in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.agent.build import build_agent
from assistant.agent.middleware.limits import RECURSION
from assistant.agent.prompts import Prompts
from assistant.bootstrap import build_reference
from assistant.cases.case import Case
from assistant.letters.parse import parse_offers
from assistant.offline.conversation import MARKS, last_answer
from assistant.paths import bundle_root
from assistant.tools.deps import ToolDeps
from tests.fakes.guidance import FakeGuidance

TODAY = date(2026, 11, 21)
PROMPTS = Prompts(bundle_root() / "prompts")
LIMITS = {"recursion_limit": RECURSION}


def make_deps(asked: str = "", guidance: FakeGuidance | None = None, case: Case | None = None) -> ToolDeps:
    return ToolDeps(
        guidance=guidance or FakeGuidance(),
        read_offers=parse_offers,
        case=case or Case(name="test"),
        today=TODAY,
        reference=build_reference(),
        words=[asked],
    )


@dataclass
class Turn:
    """What one run of the graph left behind."""

    messages: list[AnyMessage]
    deps: ToolDeps

    @property
    def answer(self) -> AIMessage:
        message = last_answer(self.messages)
        assert message is not None
        return message

    @property
    def text(self) -> str:
        return str(self.answer.text)

    @property
    def checks(self) -> list[str]:
        return [finding["check"] for finding in self.answer.response_metadata[MARKS]["findings"]]

    @property
    def quotes(self) -> list[str]:
        return [citation["quote"] for citation in self.answer.response_metadata[MARKS]["citations"]]

    @property
    def tool_errors(self) -> list[str]:
        return [str(m.text) for m in self.messages if isinstance(m, ToolMessage) and m.status == "error"]


def run_turn(
    model: BaseChatModel,
    asked: str,
    history: Sequence[AnyMessage] = (),
    deps: ToolDeps | None = None,
    turn_seconds: float = 60.0,
) -> Turn:
    context = deps or make_deps(asked)
    agent = build_agent(model, PROMPTS, turn_seconds)
    state = agent.invoke({"messages": [*history, HumanMessage(asked)]}, LIMITS, context=context)
    return Turn(state["messages"], context)
