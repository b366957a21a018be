"""CoachModel: the embedded coach as a LangChain chat model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.base import LangSmithParams
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, BaseMessage, ToolMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.messages.tool import tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import Field, SkipValidation

from assistant.domain.sentences import drop_sentences
from assistant.offline.compose import Render, compose
from assistant.offline.composed import Composed
from assistant.offline.conversation import MARKS
from assistant.offline.generic import choose_tool, fill_arguments
from assistant.offline.plan import plan_calls
from assistant.offline.reading import Reading
from assistant.offline.signals import Signals
from assistant.offline.understand import read_message
from assistant.offline.view import View

MODEL_NAME = "offline"
OWN_TOOL = "search_guidance"
MOST_READ = 16
"""Turns at one time that are read once only; more would keep words of people without need."""


class CoachModel(BaseChatModel):
    """A chat model made of rules: the same conversation always gets the same answer.

    It reads the conversation, calls the bound tools and writes the cited answer from their results.
    """

    render: SkipValidation[Render] = Field(exclude=True, repr=False)

    @property
    def _llm_type(self) -> str:
        return "parley-coach"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model_name": MODEL_NAME}

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        return LangSmithParams(
            ls_provider="parley", ls_model_name=kwargs.get("model", MODEL_NAME), ls_model_type="chat"
        )

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | dict[str, Any] | bool | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """See BaseChatModel."""
        schemas = [convert_to_openai_tool(tool) for tool in tools]
        return self.bind(tools=schemas, tool_choice=tool_choice, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._reply(messages, stop, **kwargs))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for chunk in _to_chunks(self._reply(messages, stop, **kwargs)):
            generation = ChatGenerationChunk(message=chunk)
            if run_manager and chunk.text:
                run_manager.on_llm_new_token(chunk.text, chunk=generation)
            yield generation

    def _reply(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None,
        *,
        tools: Sequence[dict[str, Any]] = (),
        tool_choice: Any = None,
        model: str = MODEL_NAME,
        **_: Any,
    ) -> AIMessage:
        """The whole reply; `model` is the name it is reported under, there is one set of rules."""
        message = self._choose(cast("list[AnyMessage]", messages), tools, tool_choice)
        text = str(message.text)
        for word in stop or ():
            text = text.split(word, 1)[0]
        read = sum(len(item.text.split()) for item in messages)
        written = max(1, len(text.split()))
        return message.model_copy(
            update={
                "content": text,
                "response_metadata": {**message.response_metadata, "model_name": model},
                "usage_metadata": UsageMetadata(input_tokens=read, output_tokens=written, total_tokens=read + written),
            }
        )

    def _choose(self, messages: Sequence[AnyMessage], tools: Sequence[dict[str, Any]], tool_choice: Any) -> AIMessage:
        """Tool calls as long as something is to be looked up or computed, then the answer."""
        view = View([message for message in messages if message.type != "system"])
        names = {tool["function"]["name"] for tool in tools}
        if tools and OWN_TOOL not in names:
            called = _call_foreign(view, tools, tool_choice)
            if called is not None:
                return called
        if not view.texts:
            return _say(Composed("Paste your offer, or tell me what the recruiter said.", "clarify"))
        reading = _read(tuple(view.texts), view.signals)
        if OWN_TOOL in names and tool_choice != "none" and not view.faults:
            calls = plan_calls(reading, view.results, view.failed)
            if calls:
                return _call([(call.tool, call.arguments) for call in calls], len(messages))
        composed = compose(view, reading, self.render)
        return _say(_without_faults(composed, view.faults) if view.faults else composed)


@lru_cache(maxsize=MOST_READ)
def _read(texts: tuple[str, ...], signals: Signals) -> Reading:
    """The reading of the newest message, once for all steps of its turn that know the same."""
    return read_message(list(texts), signals)


def _call_foreign(view: View, tools: Sequence[dict[str, Any]], tool_choice: Any) -> AIMessage | None:
    """A call of a tool that is not Parley's, or None when none fits; its result is repeated as it is."""
    if view.messages and isinstance(view.messages[-1], ToolMessage):
        return AIMessage(view.messages[-1].text or "Done.", response_metadata={"finish_reason": "stop"})
    text = view.texts[-1] if view.texts else ""
    function = choose_tool(tools, tool_choice, text)
    return None if function is None else _call([(function["name"], fill_arguments(function, text))], len(view.messages))


def _call(calls: Sequence[tuple[str, dict[str, Any]]], position: int) -> AIMessage:
    """Tool calls with ids made from their place in the conversation, so that a run can be repeated."""
    made = [
        tool_call(name=name, args=arguments, id=f"call-{position}-{index}")
        for index, (name, arguments) in enumerate(calls)
    ]
    return AIMessage("", tool_calls=made, response_metadata={"finish_reason": "tool_calls"})


def _say(composed: Composed) -> AIMessage:
    marks = {"kind": composed.kind, "objection": composed.objection}
    return AIMessage(composed.text, response_metadata={"finish_reason": "stop", MARKS: marks})


def _without_faults(composed: Composed, faults: str) -> Composed:
    """The answer without the sentences the check quoted; unchanged when nothing would be left to say."""
    quoted = {line.partition("“")[2].removesuffix("”") for line in faults.splitlines()}
    text = drop_sentences(composed.text, quoted)
    return Composed(text, composed.kind, composed.objection) if text else composed


def _to_chunks(message: AIMessage) -> Iterator[AIMessageChunk]:
    words = message.text.split(" ")
    for index, word in enumerate(words if message.text else []):
        yield AIMessageChunk(content=word if index == 0 else f" {word}")
    yield AIMessageChunk(
        content="",
        tool_call_chunks=[
            tool_call_chunk(name=call["name"], args=json.dumps(call["args"]), id=call["id"], index=index)
            for index, call in enumerate(message.tool_calls)
        ],
        response_metadata=message.response_metadata,
        usage_metadata=message.usage_metadata,
        chunk_position="last",
    )
