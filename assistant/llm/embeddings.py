"""The embedding a person chose by name, from any provider LangChain knows."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings
from pydantic import SecretStr

from assistant.errors import InputError
from assistant.llm.openai_compatible import DEFAULT_ADDRESS, NO_KEY, REQUEST_SECONDS, RETRIES


def build_embeddings(name: str, api_key: SecretStr | None, base_url: str | None) -> Embeddings:
    """The embedding of a name "provider:model"; OpenAI's own interface also reaches compatible servers.

    Raises:
        InputError: the provider is unknown, or its package is not installed.
    """
    provider, _, model = name.partition(":")
    if provider == "openai":
        from langchain_openai import OpenAIEmbeddings

        return OpenAIEmbeddings(
            model=model,
            openai_api_key=api_key or NO_KEY,
            openai_api_base=base_url or DEFAULT_ADDRESS,
            check_embedding_ctx_length=False,  # compatible servers take words, not token numbers
            request_timeout=REQUEST_SECONDS,
            max_retries=RETRIES,
        )
    from langchain.embeddings import init_embeddings

    try:
        return init_embeddings(name)
    except (ImportError, ValueError) as error:
        raise InputError("PARLEY_EMBEDDINGS", f'"{name}" cannot be used: {str(error).splitlines()[0]}') from error
