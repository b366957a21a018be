"""CoachModel: the embedded coach as a LangChain chat model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.base import LangSmithParams
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.messages.tool import tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import Field, SkipValidation

from assistant.domain.sentences import drop_sentences
from assistant.offline.compose import Composed, Render, compose
from assistant.offline.generic import choose_tool, fill_arguments
from assistant.offline.plan import plan_calls
from assistant.offline.understand import read_message
from assistant.offline.view import View

MODEL_NAME = "offline"
OWN_TOOL = "search_guidance"


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
        return LangSmithParams(ls_provider="parley", ls_model_name=kwargs.get("model", MODEL_NAME), ls_model_type="chat")

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
        message = self._answer(messages, kwargs.get("tools") or [], kwargs.get("tool_choice"), stop)
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        message = self._answer(messages, kwargs.get("tools") or [], kwargs.get("tool_choice"), stop)
        for chunk in _to_chunks(message):
            generation = ChatGenerationChunk(message=chunk)
            if run_manager and chunk.text:
                run_manager.on_llm_new_token(chunk.text, chunk=generation)
            yield generation

    def _answer(
        self, messages: list[BaseMessage], tools: list[dict[str, Any]], tool_choice: Any, stop: list[str] | None
    ) -> AIMessage:
        names = {tool["function"]["name"] for tool in tools}
        view = View([message for message in messages if message.type != "system"])
        if tools and OWN_TOOL not in names:
            called = _call_foreign(view, tools, tool_choice)
            if called is not None:
                return called
        if not view.texts:
            return _finish(Composed("Paste your offer, or tell me what the recruiter said.", "clarify"), messages, stop)
        reading = read_message(view.texts, view.signals)
        calls = plan_calls(reading, view.results, view.failed) if OWN_TOOL in names and not view.faults else []
        if calls:
            made = [
                tool_call(name=call.tool, args=call.arguments, id=f"call-{len(messages)}-{index}")
                for index, call in enumerate(calls)
            ]
            return _message("", messages, tool_calls=made, finish_reason="tool_calls")
        composed = compose(view, reading, self.render)
        if view.faults:
            composed = _without_faults(composed, view.faults)
        return _finish(composed, messages, stop)


def _call_foreign(view: View, tools: list[dict[str, Any]], tool_choice: Any) -> AIMessage | None:
    """A call of a tool that is not Parley's, or None when it was answered already or none fits."""
    if view.messages and isinstance(view.messages[-1], ToolMessage):
        return _message(view.messages[-1].text or "Done.", view.messages, finish_reason="stop")
    text = view.texts[-1] if view.texts else ""
    function = choose_tool(tools, tool_choice, text)
    if function is None:
        return None
    call = tool_call(name=function["name"], args=fill_arguments(function, text), id=f"call-{len(view.messages)}-0")
    return _message("", view.messages, tool_calls=[call], finish_reason="tool_calls")


def _without_faults(composed: Composed, faults: str) -> Composed:
    """The answer without the sentences the check quoted; whatever else stands is kept."""
    quoted = {line.split("“", 1)[1].rstrip("”").strip() for line in faults.splitlines() if "“" in line}
    return Composed(drop_sentences(composed.text, quoted), composed.kind, composed.objection)


def _finish(composed: Composed, messages: Sequence[BaseMessage], stop: list[str] | None) -> AIMessage:
    text = composed.text
    for word in stop or ():
        text = text.split(word, 1)[0]
    marks = {"parley": {"kind": composed.kind, "objection": composed.objection}}
    return _message(text, messages, finish_reason="stop", marks=marks)


def _message(
    text: str,
    messages: Sequence[BaseMessage],
    *,
    finish_reason: str,
    tool_calls: list[Any] | None = None,
    marks: dict[str, Any] | None = None,
) -> AIMessage:
    read = sum(len(message.text.split()) for message in messages)
    written = max(1, len(text.split()))
    return AIMessage(
        content=text,
        tool_calls=tool_calls or [],
        response_metadata={"model_name": MODEL_NAME, "finish_reason": finish_reason, **(marks or {})},
        usage_metadata=UsageMetadata(input_tokens=read, output_tokens=written, total_tokens=read + written),
    )


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
