from __future__ import annotations

from dataclasses import dataclass, field

from assistant.domain.evidence import Hit, SearchResult
from assistant.tools.deps import NoGuidance, ToolDeps
from assistant.tools.guidance import POSSIBLE_OBJECTION, SEARCH_GUIDANCE
from tests.assistant.tools.fakes import build_deps
from tests.fakes.guidance import BASE, SIGN_ON, passage

BAND = (passage("band#0", "Bands have room."), passage("band#1", "Ask for the level."))


@dataclass
class KnowingGuidance:
    """Knows one company and one objection, and remembers what it was asked."""

    score: float = 0.9
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)

    def find(self, query: str, k: int = 8, companies: tuple[str, ...] = ()) -> SearchResult:
        self.asked.append((query, companies))
        hits = tuple(Hit(chunk=chunk, score=0.5) for chunk in (BASE, BAND[1], SIGN_ON))
        return SearchResult(hits=hits, mode="hybrid", support=0.7)

    def know_share(self, text: str) -> float:
        return 1.0

    def find_slips(self, text: str) -> dict[str, str]:
        """See Guidance."""
        return {}

    def match_objections(self, text: str) -> list[tuple[str, float]]:
        self.matched.append(text)
        return [("band_limit", self.score), ("final_offer", 0.1)]

    def match_intents(self, text: str) -> list[tuple[str, float]]:
        return [("raise_base", 0.6)]

    def match_disputed(self, text: str) -> dict[str, float]:
        return {"tone": 0.4, "ultimatum": 0.8}

    def objection_passages(self, objection: str) -> tuple[Hit, ...]:
        return tuple(Hit(chunk=chunk, score=1.0) for chunk in BAND) if objection == "band_limit" else ()

    def companies_in(self, text: str) -> tuple[str, ...]:
        return ("acme",) if "Acme" in text else ()


def deps_with(guidance: KnowingGuidance | NoGuidance, *words: str) -> ToolDeps:
    deps = build_deps(words=words)
    deps.guidance = guidance
    return deps


def names(result_data: dict[str, list[dict[str, str]]]) -> list[str]:
    return [item["chunk_id"] for item in result_data["passages"]]


def test_a_recognised_objection_brings_its_whole_document_first() -> None:
    result = SEARCH_GUIDANCE.call({"query": "room in the band"}, deps_with(KnowingGuidance()))
    assert names(result.data) == ["band#0", "band#1", BASE.chunk_id, SIGN_ON.chunk_id]
    assert result.data["objections"] == [["band_limit", 0.9], ["final_offer", 0.1]]
    assert result.data["support"] == 0.7
    assert result.data["claimed"] == 0.8
    assert "content_hash" not in result.data["passages"][0]


def test_a_weak_resemblance_is_no_objection() -> None:
    result = SEARCH_GUIDANCE.call({"query": "base"}, deps_with(KnowingGuidance(score=POSSIBLE_OBJECTION - 0.01)))
    assert names(result.data) == [BASE.chunk_id, "band#1", SIGN_ON.chunk_id]


def test_an_objection_can_be_asked_for_by_its_type() -> None:
    result = SEARCH_GUIDANCE.call({"query": "x", "objection": "band_limit"}, deps_with(KnowingGuidance(score=0)))
    assert names(result.data)[:2] == ["band#0", "band#1"]


def test_objections_are_looked_for_in_the_persons_newest_words() -> None:
    guidance = KnowingGuidance()
    SEARCH_GUIDANCE.call({"query": "rewritten"}, deps_with(guidance, "old", "she said it is the top of the band"))
    assert guidance.matched == ["she said it is the top of the band"]


def test_companies_are_those_named_in_the_argument_and_in_the_query() -> None:
    guidance = KnowingGuidance()
    result = SEARCH_GUIDANCE.call({"query": "Acme stock", "company": "Globex"}, deps_with(guidance))
    assert result.data["companies"] == ["globex", "acme"]
    assert guidance.asked == [("Acme stock", ("globex", "acme"))]


def test_passages_are_shown_under_their_ids() -> None:
    result = SEARCH_GUIDANCE.call({"query": "base"}, deps_with(KnowingGuidance()))
    assert f"<{BASE.chunk_id}> {BASE.title} > {BASE.section} (Good Press)\n{BASE.text}" in result.text


def test_a_library_that_is_not_open_finds_nothing() -> None:
    result = SEARCH_GUIDANCE.call({"query": "base", "objection": "band_limit"}, deps_with(NoGuidance()))
    assert result.text == "Nothing in the library is about this."
    assert result.data["passages"] == []
    assert NoGuidance().match_intents("base") == []
