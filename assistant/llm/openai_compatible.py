"""Any chat model behind an OpenAI-compatible address."""

from __future__ import annotations

from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

DEFAULT_ADDRESS = "https://api.openai.com/v1"
REQUEST_SECONDS = 60.0
RETRIES = 2
NO_KEY = SecretStr("none")


def build_chat_model(
    name: str, api_key: SecretStr | None, base_url: str | None, request_seconds: float = REQUEST_SECONDS
) -> BaseChatModel:
    """The chat model of that name; key and address are passed on, never read from the environment.

    The chat completions interface is used always, since compatible servers offer no other. Replies are never
    streamed: half of a tool's arguments can look like all of them, and nothing is shown before it is checked.

    Args:
        name: as the server knows it.
        api_key: left out for servers that ask for none.
        base_url: the server's address with its version path; OpenAI's own when left out.
        request_seconds: longest silence of the server before a request is given up.
    """
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        model=name,
        api_key=api_key or NO_KEY,
        base_url=base_url or DEFAULT_ADDRESS,
        use_responses_api=False,
        disable_streaming=True,
        timeout=request_seconds,
        max_retries=RETRIES,
    )
