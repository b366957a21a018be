"""A chat model that follows a script, and complains when it is not followed to the letter."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.tool import ToolCall, tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import Field, SkipValidation

Step = AIMessage | Exception | Callable[[Sequence[BaseMessage]], AIMessage]
_ids = itertools.count(1)


def say(text: str, finish_reason: str | None = "stop") -> AIMessage:
    return AIMessage(text, response_metadata={"finish_reason": finish_reason} if finish_reason else {})


def call(name: str, **arguments: Any) -> AIMessage:
    return call_all((name, arguments))


def call_all(*calls: tuple[str, dict[str, Any]]) -> AIMessage:
    made = [tool_call(name=name, args=arguments, id=f"scripted-{next(_ids)}") for name, arguments in calls]
    return AIMessage("", tool_calls=made, response_metadata={"finish_reason": "tool_calls"})


@dataclass
class Request:
    """What the model was sent: the messages and the names of the tools it could call."""

    messages: list[BaseMessage]
    tools: list[str]


@dataclass
class Script:
    """The steps to take, or one step to take for ever, and what was asked at each."""

    steps: list[Step]
    repeat: bool = False
    requests: list[Request] = field(default_factory=list)
    extra: int = 0

    def next_step(self, messages: list[BaseMessage], tools: Sequence[dict[str, Any]]) -> AIMessage:
        self.requests.append(Request(messages, [tool["function"]["name"] for tool in tools]))
        position = 0 if self.repeat else len(self.requests) - 1
        if position >= len(self.steps):
            self.extra += 1
            raise AssertionError("the chat model was called more often than its script says")
        step = self.steps[position]
        if isinstance(step, Exception):
            raise step
        return step if isinstance(step, AIMessage) else step(messages)


class ScriptedChatModel(BaseChatModel):
    """Speaks its script; copies of it share one."""

    script: SkipValidation[Script] = Field(exclude=True)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Sequence[Any], *, tool_choice: Any = None, **kwargs: Any) -> Runnable[Any, AIMessage]:
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], tool_choice=tool_choice, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        message = self.script.next_step(messages, kwargs.get("tools") or ())
        calls: list[ToolCall] = [{**item, "id": f"{item['id']}-{len(messages)}"} for item in message.tool_calls]
        return ChatResult(generations=[ChatGeneration(message=message.model_copy(update={"tool_calls": calls}))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        message = self._generate(messages, **kwargs).generations[0].message
        assert isinstance(message, AIMessage)
        for piece in re.findall(r"\S+\s*", str(message.text)):
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))
        chunks = [
            tool_call_chunk(name=item["name"], args=json.dumps(item["args"]), id=item["id"], index=index)
            for index, item in enumerate(message.tool_calls)
        ]
        last = AIMessageChunk(
            content="", tool_call_chunks=chunks, response_metadata=message.response_metadata, chunk_position="last"
        )
        yield ChatGenerationChunk(message=last)


@contextmanager
def scripted(*steps: Step, repeat: bool = False) -> Iterator[ScriptedChatModel]:
    """A model with this script; leaving the block fails when steps are left over or were missing."""
    script = Script(list(steps), repeat)
    yield ScriptedChatModel(script=script)
    assert not script.extra, f"the chat model was called {script.extra} times too often"
    assert repeat or len(script.requests) == len(steps), f"only {len(script.requests)} of {len(steps)} steps were taken"
