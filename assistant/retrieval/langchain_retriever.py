"""The library as a LangChain retriever."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.domain.evidence import Hit
from assistant.retrieval.retriever import DEFAULT_HITS, GuidanceRetriever


class LibraryRetriever(BaseRetriever):
    """The `k` best passages of the library as documents; `k` can also be given with a call."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    guidance: GuidanceRetriever
    k: int = DEFAULT_HITS

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None, **_: Any
    ) -> list[Document]:
        return [to_langchain(hit) for hit in self.guidance.search(query, self.k if k is None else k)]


def to_langchain(hit: Hit) -> Document:
    """A hit as a LangChain document: the text, and all else as metadata."""
    chunk = hit.chunk
    metadata = {**chunk.model_dump(mode="json", exclude={"text"}), "score": hit.score}
    return Document(id=chunk.chunk_id, page_content=chunk.text, metadata=metadata)
