"""The guard: a draft answer reaches the person only after its numbers and citations were checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from assistant.agent.middleware.passages import show_passages
from assistant.agent.prompts import Prompts
from assistant.checks.citations import check_citations, resolve_citations
from assistant.checks.competing_offers import check_competing_offers
from assistant.checks.numbers import KnownNumbers, check_numbers, numbers_in_figures, numbers_in_text
from assistant.domain.answer import Finding
from assistant.domain.sentences import drop_sentences
from assistant.offline.conversation import CHECK_MESSAGE, figures_in, person_texts, turn_passages
from assistant.tools.deps import ToolDeps

CHECKED = "parley"
"""Key in an answer's response_metadata under which its citations and findings travel."""

Handler = Callable[[ModelRequest[ToolDeps]], ModelResponse[Any]]


class GroundingGuard(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Sends a faulty draft back once with all findings; then drops the sentences that still fail."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def wrap_model_call(self, request: ModelRequest[ToolDeps], handler: Handler) -> ModelResponse[Any]:
        """See AgentMiddleware."""
        request = request.override(messages=show_passages(request.messages))
        response = handler(request)
        draft = _answer(response)
        if draft is None:
            return response
        request.runtime.stream_writer({"type": "status", "text": "checking every figure and quote…"})
        findings = check_answer(draft.text, request.messages, request.runtime.context)
        if findings:
            retry = [*request.messages, draft, self._feedback(findings)]
            second = _answer(handler(request.override(messages=retry, tool_choice="none", tools=[])))
            draft = second if second is not None else draft
            findings = check_answer(draft.text, request.messages, request.runtime.context)
        return ModelResponse(result=[_finish(draft, findings, request.messages)])

    def _feedback(self, findings: Sequence[Finding]) -> HumanMessage:
        lines = [f"{finding.detail}: “{finding.quote}”" for finding in findings]
        return HumanMessage(self._prompts.render("system/retry", findings=lines), name=CHECK_MESSAGE)


def check_answer(text: str, messages: Sequence[AnyMessage], deps: ToolDeps) -> list[Finding]:
    """All findings about a draft: numbers, citations, invented offers."""
    passages = turn_passages(messages)
    _, citations = resolve_citations(text, passages)
    cited = {citation.chunk_id for citation in citations}
    known = known_numbers(messages)
    for passage in passages.values():
        if passage.chunk_id in cited:
            known |= numbers_in_text(passage.text)
    offers = len(deps.case.offers)
    return [
        *check_numbers(text, known),
        *check_citations(text, passages),
        *check_competing_offers(text, offers),
    ]


def known_numbers(messages: Sequence[AnyMessage]) -> KnownNumbers:
    """The numbers the person wrote and the tools computed in this conversation."""
    known = numbers_in_figures(figures_in(messages))
    for text in person_texts(messages):
        known |= numbers_in_text(text)
    return known


def _answer(response: ModelResponse[Any]) -> AIMessage | None:
    message = response.result[-1]
    return message if isinstance(message, AIMessage) and not message.tool_calls else None


def _finish(draft: AIMessage, findings: list[Finding], messages: Sequence[AnyMessage]) -> AIMessage:
    text = drop_sentences(draft.text, {finding.quote for finding in findings}) if findings else draft.text
    text, citations = resolve_citations(text, turn_passages(messages))
    checked = {
        "citations": [citation.model_dump(mode="json") for citation in citations],
        "findings": [finding.model_dump(mode="json") for finding in findings],
    }
    metadata = draft.response_metadata | {CHECKED: draft.response_metadata.get(CHECKED, {}) | checked}
    return draft.model_copy(update={"content": text, "response_metadata": metadata})
