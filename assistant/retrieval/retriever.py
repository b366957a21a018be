"""Searches the library: keywords and meaning, joined by rank, with the right company first."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.domain.evidence import Chunk, DocumentKind, Hit, SearchMode, SearchResult
from assistant.domain.lands import find_lands
from assistant.encoder import reading
from assistant.encoder.mixing import mix
from assistant.retrieval.asked import AskedIndex
from assistant.retrieval.asking import find_asking, prefer_answering
from assistant.retrieval.chosen_embedding import CHOSEN
from assistant.retrieval.chunking import indexed_text
from assistant.retrieval.companies import find_companies, name_companies, normalize_company
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.fusion import blend, lend, nearest, rank, spread, weigh, weigh_land
from assistant.retrieval.intents import IntentMatcher
from assistant.retrieval.keyword import KeywordIndex
from assistant.retrieval.loading import NOTHING
from assistant.retrieval.plain_words import PlainWords
from assistant.retrieval.snapshot import IndexContents
from assistant.retrieval.support import Closeness, estimate_support

if TYPE_CHECKING:
    from assistant.retrieval.fusion import Scores
    from assistant.retrieval.langchain_retriever import LibraryRetriever

logger = logging.getLogger(__name__)

DEFAULT_HITS = 8
MAX_QUERY_CHARACTERS = 4000
COVERAGE_DEPTH = 5
REMEMBERED = 256
"""Searches, some of which the coach makes in every other conversation."""
BEYOND = "out_of_scope"
ONE_OF_THREE = 1 / 3
KEYWORDS_WEIGHT, TOPIC_WEIGHT = 0.8, 0.5
"""Against 1 for meaning; chosen on the dev half of the questions of `evals`."""


class GuidanceRetriever:
    """Searches `contents`. Without an embedder, or when it fails, by keywords only.

    `asked` adds how close the query comes to questions the passages are known to answer, `topics` which document
    such questions point to. `words` put a query plainly before it is compared.
    """

    def __init__(
        self,
        contents: IndexContents,
        embedder: Embedder | None,
        asked: AskedIndex | None = None,
        topics: IntentMatcher | None = None,
        words: PlainWords | None = None,
    ) -> None:
        self._contents = contents
        self._embedder = embedder
        self._asked, self._topics = asked, topics
        self._words = words or PlainWords({})
        self._find = lru_cache(maxsize=REMEMBERED)(self._find_now)
        self._tokens: dict[int, frozenset[str]] = {}
        self._ids = [chunk.chunk_id for chunk in contents.chunks]
        self._companies = frozenset(name for chunk in contents.chunks for name in chunk.companies)

    @property
    def mode(self) -> SearchMode:
        """Whether meaning is searched, or words only."""
        return "lexical only" if self._embedder is None else "hybrid"

    def search(
        self,
        query: str,
        k: int = DEFAULT_HITS,
        companies: Iterable[str] = (),
        kinds: Collection[DocumentKind] = (),
    ) -> list[Hit]:
        """The `k` best passages, best first; see `find`."""
        return list(self.find(query, k, companies, kinds).hits)

    def find(
        self,
        query: str,
        k: int = DEFAULT_HITS,
        companies: Iterable[str] = (),
        kinds: Collection[DocumentKind] = (),
    ) -> SearchResult:
        """The `k` best passages with the support they give.

        Args:
            query: the words of a person or of a chat model.
            k: the most hits wanted.
            companies: employers known from elsewhere, such as the case, for a query that names none.
            kinds: when given, only documents of these kinds.
        """
        return self._find(query[:MAX_QUERY_CHARACTERS], max(k, 0), tuple(companies), tuple(kinds))

    def _find_now(
        self, query: str, k: int, companies: tuple[str, ...], kinds: tuple[DocumentKind, ...]
    ) -> SearchResult:
        plain = name_companies(self._words.put_plainly(query))
        by_words = self._score_by_words(query, plain)
        by_meaning = self._score_by_meaning(plain)
        by_questions = None if self._asked is None else self._asked.score(plain)
        topics = self._score_topics(plain)
        legs = self._list_legs(by_words, by_meaning, by_questions, topics)
        legs = [(weight, self._mask(scores, kinds)) for weight, scores in legs]
        fused = blend(legs, self._ids)
        if (asking := find_asking(query)) and by_meaning is not None and by_questions is not None:
            fused = self._prefer_answering(fused, asking, nearest([by_meaning, by_questions]))
        hits = self._weigh(fused, query, companies)
        best_rows = rank(self._mask(by_words, kinds), self._ids)
        return SearchResult(
            hits=tuple(hits[:k]),
            mode=self.mode,
            support=self._estimate_support(
                query, self._measure(plain, best_rows, by_meaning, by_questions, topics), hits[:DEFAULT_HITS]
            ),
        )

    def _estimate_support(self, query: str, closeness: Closeness, hits: Sequence[Hit]) -> float:
        """How near the best passages are, and whether the question and its kind are such as guidance can answer.

        Of the person's own documents only the passages tell what they answer.
        """
        near = estimate_support(closeness)
        read = reading.read(query)
        if read is None or any(hit.chunk.kind == "own" for hit in hits):
            return near
        beyond = read.whole("kind").get(BEYOND, 0.0)
        told = mix({"True": near, "False": 1 - near}, read.whole("support"))
        return mix(told, {"True": 1 - beyond, "False": beyond}, ONE_OF_THREE)["True"]

    def know_share(self, text: str) -> float:
        """The share (0-1) of the text's telling words that the library holds, as written or put plainly."""
        plain = name_companies(self._words.put_plainly(text[:MAX_QUERY_CHARACTERS]))
        return max(map(self._keywords.know_share, (plain, text[:MAX_QUERY_CHARACTERS])))

    def as_langchain(self, k: int = DEFAULT_HITS) -> LibraryRetriever:
        """The same search as a LangChain retriever of `k` documents."""
        from assistant.retrieval.langchain_retriever import LibraryRetriever

        return LibraryRetriever(guidance=self, k=k)

    def _list_legs(
        self, by_words: Scores, by_meaning: Scores | None, by_questions: Scores | None, topics: Scores | None
    ) -> list[tuple[float, Scores]]:
        """Weight and scores (rows,) of each way to search that works here."""
        own = by_words if by_meaning is None else by_meaning
        near = [] if by_meaning is None else [by_meaning]
        if by_questions is not None:
            near.append(lend(by_questions, own, self._has_wordings))
        legs = [(KEYWORDS_WEIGHT, by_words), *([(1.0, nearest(near))] if near else [])]
        if topics is not None:
            legs.append((TOPIC_WEIGHT, lend(topics[self._topic_of_row], own, self._has_wordings)))
        return legs

    def _prefer_answering(self, fused: dict[int, float], asking: str, near_whole: Scores) -> dict[int, float]:
        plain = name_companies(self._words.put_plainly(asking))
        by_meaning = self._score_by_meaning(plain)
        if by_meaning is None or self._asked is None:
            return fused
        near_asking = nearest([by_meaning, self._asked.score(plain)])
        return prefer_answering(fused, self._contents.chunks, near_asking, near_whole)

    @cached_property
    def _keywords(self) -> KeywordIndex:
        wordings = {} if self._asked is None else self._asked.by_row()
        return KeywordIndex(
            [
                "\n".join([indexed_text(chunk), *wordings.get(row, ())])
                for row, chunk in enumerate(self._contents.chunks)
            ]
        )

    @cached_property
    def _has_wordings(self) -> Scores:
        """1.0 for each row of a document whose questions are known, else 0.0."""
        import numpy as np

        known = frozenset() if self._asked is None else self._asked.documents
        return np.array([chunk.source_id in known for chunk in self._contents.chunks], dtype=np.float32)

    def _score_by_words(self, query: str, plain: str) -> Scores:
        import numpy as np

        scores = self._keywords.score_share(plain)
        # A person's own documents may be in the language of the query.
        return scores if plain == query else np.maximum(scores, self._keywords.score_share(query))

    def _score_topics(self, query: str) -> Scores | None:
        """The score of each topic and a zero for what has no topic, (topics + 1,)."""
        if self._topics is None or not self._topics.is_fitted or not query.strip():
            return None
        import numpy as np

        scores: Scores = np.append(self._topics.score([query])[0], 0).astype(np.float32)
        return scores

    @cached_property
    def _topic_of_row(self) -> list[int]:
        names = self._topics.intents if self._topics else []
        places = {name: place for place, name in enumerate(names)}
        return [places.get(chunk.source_id, len(names)) for chunk in self._contents.chunks]

    @cached_property
    def _is_comparable(self) -> Scores:
        """1.0 for each row whose vector is of the embedder's space, else 0.0."""
        import numpy as np

        space = self._embedder.fingerprint if self._embedder else ""
        return np.array([name == space for name in self._contents.embedders], dtype=np.float32)

    def _score_by_meaning(self, query: str) -> Scores | None:
        if self._embedder is None:
            return None
        try:
            vector = self._embedder.embed([query])[0]
        except Exception as error:
            # A broken runtime must cost the meaning leg only, never the search.
            logger.warning("searching by keywords only: %s", type(error).__name__)
            self._embedder = None
            return None
        if self._contents.vectors.shape[1] != len(vector):
            return None
        cosines: Scores = self._contents.vectors @ vector * self._is_comparable
        return cosines

    def _mask(self, scores: Scores, kinds: Collection[DocumentKind]) -> Scores:
        if not kinds:
            return scores
        import numpy as np

        wanted = [chunk.kind in kinds for chunk in self._contents.chunks]
        return scores * np.array(wanted, dtype=np.float32)

    def _weigh(self, fused: dict[int, float], query: str, given: Iterable[str]) -> list[Hit]:
        chunks = self._contents.chunks
        before, _, last = query.strip().rpartition("\n")
        named, earlier = find_companies(last, self._companies), find_companies(before, self._companies)
        on_file = earlier or frozenset(normalize_company(name) for name in given if name)
        best = max(fused.values(), default=0.0)
        lands = find_lands(last) or find_lands(before)
        hits = []
        for row, score in fused.items():
            heading = "" if chunks[row].kind == "own" else _about(chunks[row])
            weighed = weigh_land(weigh(score, chunks[row], named, on_file, best), heading, lands)
            hits.append(Hit.model_construct(chunk=chunks[row], score=round(weighed, 6)))
        return spread(hits)

    def _tokens_of(self, row: int) -> frozenset[str]:
        if row not in self._tokens:
            text = indexed_text(self._contents.chunks[row])
            self._tokens[row] = frozenset(self._keywords.tokenizer.tokenize(text))
        return self._tokens[row]

    def _measure(
        self,
        query: str,
        best_rows: list[int],
        cosines: Scores | None,
        by_questions: Scores | None,
        topics: Scores | None,
    ) -> Closeness:
        coverage = self._cover(query, best_rows)
        # How near is near was measured for the local embedder only; others count words for this.
        if cosines is None or self._embedder is None or self._embedder.fingerprint.startswith(CHOSEN):
            return Closeness(cosine=None, coverage=coverage)
        nearest = float(cosines.max(initial=0.0))
        is_own = bool(len(cosines)) and not self._has_wordings[int(cosines.argmax())]
        if by_questions is None or is_own:
            return Closeness(cosine=nearest, coverage=coverage)
        nothing, topic = self._part_topics(topics)
        asked = float(by_questions.max(initial=0.0))
        return Closeness(cosine=nearest, coverage=coverage, asked=asked, nothing=nothing, topic=topic)

    def _part_topics(self, topics: Scores | None) -> tuple[float, float]:
        """What the topics' regression gives to no document, and the most it gives to one."""
        if topics is None or self._topics is None or NOTHING not in self._topics.intents:
            return 0.0, 0.0
        at = self._topics.intents.index(NOTHING)
        return float(topics[at]), max(map(float, (*topics[:at], *topics[at + 1 :])), default=0.0)

    def _cover(self, query: str, best_rows: list[int]) -> float:
        """The largest share (0-1) of the query's weight that one of the best passages holds."""
        keywords = self._keywords
        tokens = set(keywords.tokenizer.tokenize(query))
        total = sum(map(keywords.weigh_token, tokens)) or 1.0
        shared = (tokens & self._tokens_of(row) for row in best_rows[:COVERAGE_DEPTH])
        return max((sum(map(keywords.weigh_token, held)) / total for held in shared), default=0.0)


def _about(chunk: Chunk) -> str:
    """The heading that tells which country a passage is about: its section's where that names one, else the title."""
    return chunk.section if find_lands(chunk.section) else chunk.title
