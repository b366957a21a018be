"""The guard: a draft answer reaches the person only after its numbers and citations were checked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from assistant.agent.middleware.passages import show_passages
from assistant.agent.prompts import Prompts
from assistant.checks.citations import check_citations, resolve_citations
from assistant.checks.competing_offers import check_competing_offers
from assistant.checks.numbers import KnownNumbers, check_numbers, numbers_in_figures, numbers_in_text
from assistant.domain.answer import Finding
from assistant.domain.evidence import Chunk
from assistant.domain.offers_told import tells_of_offer
from assistant.domain.sentences import drop_sentences
from assistant.offline.conversation import CHECK_MESSAGE, MARKS, figures_in, person_texts, tool_results, turn_passages
from assistant.tools.deps import ToolDeps

NOTHING_LEFT = (
    "I could not back up an answer with your own words, a computed figure or a passage of the library, "
    "so I will not give one. Ask me in another way, or paste the terms it is about."
)

Request = ModelRequest[ToolDeps]
Response = ModelResponse[Any]


class GroundingGuard(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Sends a faulty draft back once with all findings; then drops the sentences that still fail."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def wrap_model_call(self, request: Request, handler: Callable[[Request], Response]) -> Response:
        """See AgentMiddleware."""
        request = request.override(messages=show_passages(request.messages))
        response = handler(request)
        draft = _draft_of(response)
        if draft is None:
            return response
        review = _begin_review(request)
        retry = self._ask_again(request, draft, review)
        second = _draft_of(handler(retry)) if retry is not None else None
        return ModelResponse(result=[_finish(second or draft, review)])

    async def awrap_model_call(self, request: Request, handler: Callable[[Request], Awaitable[Response]]) -> Response:
        """See AgentMiddleware."""
        request = request.override(messages=show_passages(request.messages))
        response = await handler(request)
        draft = _draft_of(response)
        if draft is None:
            return response
        review = _begin_review(request)
        retry = self._ask_again(request, draft, review)
        second = _draft_of(await handler(retry)) if retry is not None else None
        return ModelResponse(result=[_finish(second or draft, review)])

    def _ask_again(self, request: Request, draft: AIMessage, review: Review) -> Request | None:
        """The request for a second draft, without tools; None when the first one has no fault."""
        findings = review.check(draft.text)
        if not findings:
            return None
        faults = [f"{finding.detail}: “{finding.quote}”" for finding in findings]
        feedback = HumanMessage(self._prompts.render("system/retry", findings=faults), name=CHECK_MESSAGE)
        return request.override(messages=[*request.messages, draft, feedback], tool_choice="none", tools=[])


@dataclass(frozen=True)
class Review:
    """What the answer of a turn may rest on."""

    passages: dict[int, Chunk]
    known: KnownNumbers
    offers_on_file: int
    _checked: dict[str, list[Finding]] = field(default_factory=dict, repr=False, compare=False)

    def check(self, text: str) -> list[Finding]:
        """All findings about a draft: numbers, citations, invented offers."""
        if text not in self._checked:
            self._checked[text] = self._check(text)
        return self._checked[text]

    def _check(self, text: str) -> list[Finding]:
        known = self.known
        for citation in resolve_citations(text, self.passages)[1]:
            known |= numbers_in_text(self._by_id[citation.chunk_id].text)
        return [
            *check_numbers(text, known),
            *check_citations(text, self.passages),
            *check_competing_offers(text, self.offers_on_file),
        ]

    def keep_sound(self, text: str) -> tuple[str, list[Finding]]:
        """The text without its failing sentences, and what was found wrong with them.

        What is left is checked again: a number may have rested on a citation that went.
        """
        dropped: list[Finding] = []
        while findings := self.check(text):
            dropped += findings
            shorter = drop_sentences(text, {finding.quote for finding in findings})
            if shorter == text:
                return NOTHING_LEFT, dropped
            text = shorter
        return text if any(map(str.isalnum, text)) else NOTHING_LEFT, dropped

    @property
    def _by_id(self) -> dict[str, Chunk]:
        return {passage.chunk_id: passage for passage in self.passages.values()}


def begin_review(messages: Sequence[AnyMessage], deps: ToolDeps) -> Review:
    """Evidence of the turn: its passages, the conversation's figures, and the person's own words.

    Words on file count too: those of an old turn may no longer be among the messages.
    """
    known = numbers_in_figures(figures_in(messages))
    recorded = [item.words for item in deps.case.offers]
    told = [line for result in tool_results(messages) for line in (*result["warnings"], *result["assumptions"])]
    own = person_texts(messages)
    for text in {*own, *recorded, *told, "\n".join(own)}:  # together: a bare 5 after "3 lakh" is 5 lakh
        known |= numbers_in_text(text)
    held_elsewhere = any(item.role == "competing" for item in deps.case.offers) or any(
        map(tells_of_offer, person_texts(messages))
    )
    offers = max(len(deps.case.offers), 2 if held_elsewhere else 0)
    return Review(turn_passages(messages), known, offers)


def _begin_review(request: Request) -> Review:
    request.runtime.context.on_status("checking every figure and quote…")
    return begin_review(request.messages, request.runtime.context)


def _draft_of(response: Response) -> AIMessage | None:
    """The answer in a response, or None when tools are called first."""
    message = response.result[-1]
    return message if isinstance(message, AIMessage) and not message.tool_calls else None


def _finish(draft: AIMessage, review: Review) -> AIMessage:
    text, findings = review.keep_sound(draft.text)
    text, citations = resolve_citations(text, review.passages)
    checked = {
        "citations": [citation.model_dump(mode="json") for citation in citations],
        "findings": [finding.model_dump(mode="json") for finding in findings],
    }
    metadata = draft.response_metadata | {MARKS: draft.response_metadata.get(MARKS, {}) | checked}
    return draft.model_copy(update={"content": text, "response_metadata": metadata})
