"""The library as the rest of the program uses it: opened once, then searched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from assistant.domain.evidence import Chunk, DocumentKind, Hit, SearchMode, SearchResult
from assistant.domain.slips import put_right
from assistant.retrieval import exemplars, intents
from assistant.retrieval.asked import AskedIndex, WordingIndex
from assistant.retrieval.chunking import SAID_SECTION
from assistant.retrieval.companies import find_companies, name_companies
from assistant.retrieval.draft_lines import load_draft_line_reader
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.exemplars import ObjectionMatcher
from assistant.retrieval.index import GuidanceIndex
from assistant.retrieval.intents import IntentMatcher
from assistant.retrieval.loading import Library, load_library
from assistant.retrieval.own_documents import OwnDocuments
from assistant.retrieval.own_named import names_own
from assistant.retrieval.plain_words import WORDS_FILE, load_plain_words
from assistant.retrieval.retriever import DEFAULT_HITS, GuidanceRetriever
from assistant.retrieval.shipped_vectors import VECTORS_FILE, library_lines, load_shipped_vectors
from assistant.retrieval.spelling import Spelling
from assistant.retrieval.vectorizing import Progress, no_progress

MOST_COMPARED = 600
"""Characters of a message that are compared with questions; more would only blur it."""


class GuidanceLibrary:
    """An opened library: search, objections and passages. Call `refresh` after documents were added.

    Args:
        knowledge: folder of the built-in library.
        index_folder: where the search index is kept; None keeps it in memory.
        own_folder: the person's own documents, if any.
        embedder: from `load_embedder`; None compares words only.
        search_embedder: searches in its own vector space instead; `embedder` still tells what a message wants.
        progress: told how opening gets on.

    Raises:
        KnowledgeError: the built-in library is damaged.
    """

    def __init__(
        self,
        knowledge: Path,
        index_folder: Path | None = None,
        own_folder: Path | None = None,
        embedder: Embedder | None = None,
        search_embedder: Embedder | None = None,
        progress: Progress = no_progress,
    ) -> None:
        self._builtin = load_library(knowledge)
        self._embedder, self._search_embedder = embedder, search_embedder or embedder
        self.own = OwnDocuments(own_folder) if own_folder is not None else None
        shipped = cache(lambda: load_shipped_vectors(knowledge / VECTORS_FILE))
        self._shipped = shipped
        self.index = GuidanceIndex(index_folder, self._search_embedder, shipped)
        builtin = self._builtin
        self._matcher = ObjectionMatcher(
            builtin.objection_lines, embedder, shipped, knowledge / exemplars.COEFFICIENTS_FILE
        )
        self._intents = IntentMatcher(builtin.intent_lines, embedder, shipped, knowledge / intents.COEFFICIENTS_FILE)
        self._topics = IntentMatcher(builtin.topic_lines, embedder, shipped, knowledge / intents.TOPICS_FILE)
        self._words = load_plain_words(knowledge / WORDS_FILE)
        lines = [line for lines in self._builtin.disputed.values() for line in lines]
        self._disputed = WordingIndex(lines, embedder, shipped)
        self._spelling = cache(lambda: _build_spelling(builtin))
        self._draft_lines = cache(lambda: load_draft_line_reader(knowledge, embedder))
        self.refresh(progress)

    def refresh(self, progress: Progress = no_progress) -> None:
        """Takes in what was added to or removed from the person's own documents."""
        self._take_in_own()
        self._use(self.index.sync(self._library, progress).chunks)

    def rebuild(self, progress: Progress = no_progress) -> None:
        """Builds the stored index anew from the documents that are there now."""
        self._take_in_own()
        self._use(self.index.rebuild(self._library, progress).chunks)

    def _take_in_own(self) -> None:
        self._library = self._builtin.with_documents(self.own.load() if self.own is not None else ())

    @property
    def library(self) -> Library:
        """All documents, the person's own included, and the bibliography."""
        return self._library

    @property
    def mode(self) -> SearchMode:
        """Whether meaning is searched, or words only."""
        return self.retriever.mode

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the person about how the library was opened; usually none."""
        return self.index.notes

    def find(
        self,
        query: str,
        k: int = DEFAULT_HITS,
        companies: Iterable[str] = (),
        kinds: Collection[DocumentKind] = (),
    ) -> SearchResult:
        """Passages about the query, and how well they support an answer; only the person's own where asked for."""
        only: tuple[DocumentKind, ...] = ("own",) if names_own(query) and self._holds_own else ()
        return self.retriever.find(self._mend(query), k, companies, kinds or only)

    def know_share(self, text: str) -> float:
        """The share (0-1) of the text's telling words that the library holds; 1 where it has none."""
        return self.retriever.know_share(self._mend(text))

    def find_slips(self, text: str) -> dict[str, str]:
        """Each misspelt word of a short message with the word that is meant."""
        return self._spelling().find_slips(text)

    def _mend(self, text: str) -> str:
        return put_right(text, self.find_slips(text))

    def match_objections(self, text: str) -> list[tuple[str, float]]:
        """(objection type, score 0-1) the text may report, best first; from 0.5 on, answer the best."""
        return self._matcher.match(self._mend(text))

    def match_intents(self, text: str) -> list[tuple[str, float]]:
        """(intent, share 0-1) of what the text may want, best first; the shares sum to 1."""
        return self._intents.match(self._mend(text))

    def match_disputed(self, text: str) -> dict[str, float]:
        """Likeness 0-1 of the text with the nearest question about each disputed claim; empty without an embedder."""
        if self._embedder is None:
            return {}
        owners = [claim for claim, lines in self._builtin.disputed.items() for _ in lines]
        best: dict[str, float] = {}
        plain = name_companies(self._words.put_plainly(self._mend(text[:MOST_COMPARED])))
        for claim, score in zip(owners, self._disputed.score(plain).tolist(), strict=True):
            best[claim] = max(best.get(claim, 0.0), score)
        return best

    def read_draft_lines(self, lines: Sequence[str]) -> list[dict[str, float]]:
        """Scores (about 0-1) of what each line of a draft does, by tag."""
        return self._draft_lines().read(lines)

    def objection_passages(self, objection: str) -> tuple[Hit, ...]:
        """The passages of the document about one objection type, in order, its wordings left out."""
        return tuple(Hit(chunk=chunk, score=1.0) for chunk in self._by_objection.get(objection, ()))

    def companies_in(self, text: str) -> tuple[str, ...]:
        """The companies a text names, lower case, in order of the alphabet."""
        return tuple(sorted(find_companies(text, self._companies)))

    def find_chunk(self, chunk_id: str) -> Chunk | None:
        """The passage of this id."""
        return self._by_id.get(chunk_id)

    def find_words(self, source_id: str, words: str) -> Chunk | None:
        """The passage of a document that holds these words as they stand."""
        chunks = (chunk for chunk in self._by_id.values() if chunk.source_id == source_id)
        return next((chunk for chunk in chunks if words in chunk.text), None)

    def _use(self, chunks: tuple[Chunk, ...]) -> None:
        asked = AskedIndex(self._library.asked, chunks, self._embedder, self._shipped)
        self.retriever = GuidanceRetriever(self.index.contents, self._search_embedder, asked, self._topics, self._words)
        self._by_id = {chunk.chunk_id: chunk for chunk in chunks}
        self._companies = frozenset(name for chunk in chunks for name in chunk.companies)
        self._holds_own = any(chunk.kind == "own" for chunk in chunks)
        self._by_objection: dict[str, list[Chunk]] = {}
        for chunk in chunks:
            if chunk.objection and chunk.section != SAID_SECTION:
                self._by_objection.setdefault(chunk.objection, []).append(chunk)


def _build_spelling(library: Library) -> Spelling:
    texts = (" ".join((*section.path, section.text)) for item in library.documents for section in item.sections)
    lines = (line for lines in library_lines(library) for line in lines)
    return Spelling(texts, lines)
