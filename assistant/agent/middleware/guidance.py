"""Guidance first: every turn begins with a search of the library, whatever the chat model does later."""

from __future__ import annotations

import re
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langgraph.runtime import Runtime

from assistant.agent.middleware.limits import STATUS, report_crash
from assistant.domain.evidence import SearchResult
from assistant.domain.lands import LANDS
from assistant.offline.conversation import person_texts
from assistant.offline.lexicon import DOMAIN_WORD, NO_OTHER_OFFER, PUSH, fold
from assistant.offline.telling_words import names_nothing
from assistant.offline.thread import MOST_BACK, join_thread
from assistant.reference.state_names import STATES
from assistant.tools.deps import Guidance, ToolDeps
from assistant.tools.guidance import SEARCH_GUIDANCE

LONG_MESSAGE = 600
SHORT_MESSAGE_WORDS, FEW_WORDS = 7, 14
"""Words of a message that seldom stands alone, and of one that may not, naming no topic."""
STANDS_ALONE, NEAR = 0.5, 0.6
"""How well the library must support a short message, and how near a passage come, for it to be searched alone."""
_PLACES = re.compile(rf"{LANDS.pattern}|\b(?:{'|'.join(map(re.escape, STATES))})\b", re.IGNORECASE)
"""The names of countries and of US states, each of which another one may take the place of."""
_GOES_ON = re.compile(
    r"^\W*(?:and|or|but|so|then|also|what about|how about|y|aur|et|und)\b"
    r"|\b(?:it|its|that|this|these|those|them|there|same|one)\b|\b(?:then|too|tho|though)\W*$",
    re.IGNORECASE,
)
"""Opens like, or points to, what was said before."""
_ANY_OFFER = re.compile(r"\b(?:offer\w*|ask|accept\w*|pay|recruit\w*|hr|hiring|letter|employer)\b", re.IGNORECASE)
"""Words that every conversation about an offer holds."""


class GuidanceFirst(AgentMiddleware[AgentState[Any], ToolDeps]):
    """Puts a search_guidance call and its result behind the person's message."""

    def before_agent(self, state: AgentState[Any], runtime: Runtime[ToolDeps]) -> dict[str, Any]:
        """See AgentMiddleware."""
        messages = state["messages"]
        runtime.context.on_status(STATUS[SEARCH_GUIDANCE.name])
        arguments = {"query": build_query(messages, runtime.context.guidance)}
        call_id = f"guidance-{len(messages)}"
        call = {"name": SEARCH_GUIDANCE.name, "args": arguments, "id": call_id, "type": "tool_call"}
        asked = AIMessage(content="", tool_calls=[call], id=f"{call_id}-call")
        return {"messages": [asked, _search(arguments, call_id, runtime.context)]}


def _search(arguments: dict[str, Any], call_id: str, deps: ToolDeps) -> ToolMessage:
    try:
        result = SEARCH_GUIDANCE.call(arguments, deps)
    except Exception as error:
        return report_crash(SEARCH_GUIDANCE.name, call_id, error)
    return ToolMessage(
        content=result.text,
        name=SEARCH_GUIDANCE.name,
        tool_call_id=call_id,
        artifact=result.model_dump(mode="json"),
        id=f"{call_id}-result",
    )


def build_query(messages: list[AnyMessage], guidance: Guidance) -> str:
    """What to search for: the message, behind those before it when it is too short or names no topic of its own.

    Of a long message (a pasted letter) only the ends are used: the question stands at one of them.
    """
    texts = [text.strip() for text in person_texts(messages)]
    text = texts[-1] if texts else ""
    if len(text) > LONG_MESSAGE:
        text = f"{text[: LONG_MESSAGE // 2]} {text[-LONG_MESSAGE // 2 :]}"
    else:
        named = "|".join(map(re.escape, guidance.companies_in(" ".join(texts[-1 - MOST_BACK :]))))
        names = (_PLACES, re.compile(rf"\b(?:{named or '(?!)'})\b", re.IGNORECASE))
        thread = join_thread(texts or [""], lambda line: _leans(line, guidance), names)
        text = "\n".join(line[:LONG_MESSAGE] for line in thread)
    return text or "job offer"


def _leans(text: str, guidance: Guidance) -> bool:
    if NO_OTHER_OFFER.search(fold(text)) or PUSH.search(fold(text)):
        return False
    words = len(text.split())
    if words < SHORT_MESSAGE_WORDS:
        return bool(_GOES_ON.search(text)) or names_nothing(text) or not _stands_alone(guidance.find(text))
    return words <= FEW_WORDS and not DOMAIN_WORD.search(_ANY_OFFER.sub(" ", text))


def _stands_alone(found: SearchResult) -> bool:
    """Whether the library answers a few words by themselves: it supports them, and a passage is about them."""
    return found.support >= STANDS_ALONE and max((hit.score for hit in found.hits), default=0.0) >= NEAR
