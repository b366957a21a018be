"""Any chat model behind an OpenAI-compatible address."""

from __future__ import annotations

from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

REQUEST_SECONDS = 60.0
RETRIES = 2
NO_KEY = SecretStr("none")


def build_chat_model(name: str, api_key: SecretStr | None, base_url: str | None) -> BaseChatModel:
    """The chat model of that name; key and address are passed on, never read from the environment.

    The chat completions interface is used always: compatible servers offer no other.
    """
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        model=name,
        api_key=api_key or NO_KEY,
        base_url=base_url or "https://api.openai.com/v1",
        use_responses_api=False,
        stream_usage=True,
        timeout=REQUEST_SECONDS,
        max_retries=RETRIES,
    )
