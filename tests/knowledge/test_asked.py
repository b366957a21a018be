"""The questions known for each section: every section has some, none stands twice, none is one of the evals'."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import yaml

from evals.samples import RetrievalSample, SupportSample, load_samples
from tests.knowledge.test_articles import ARTICLES, read_sections

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
ASKED: dict[str, dict[str, list[str]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((KNOWLEDGE / "asked").glob("*.yaml"))
}
ELSEWHERE: list[str] = yaml.safe_load((KNOWLEDGE / "elsewhere.yaml").read_text(encoding="utf-8"))["nothing"]
LEAST = 5


def fold(text: str) -> str:
    """The wording as two spellings of it are held equal: case, punctuation and spacing aside."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_every_section_of_every_article_is_asked_for_in_several_ways() -> None:
    wanted = {(path.stem, heading) for path in ARTICLES for heading, _, _ in read_sections(path)}
    known = {(stem, heading) for stem, held in ASKED.items() for heading in held}
    assert known == wanted
    few = {(stem, heading): len(lines) for stem, held in ASKED.items() for heading, lines in held.items()}
    assert {place: count for place, count in few.items() if count < LEAST} == {}


def test_no_document_is_asked_for_twice_in_the_same_words() -> None:
    for stem, held in ASKED.items():
        counts = Counter(fold(line) for lines in held.values() for line in lines)
        assert [line for line, count in counts.items() if count > 1] == [], stem


def test_the_library_knows_no_question_of_the_evals_that_is_kept_for_the_report() -> None:
    samples = [*load_samples("retrieval", RetrievalSample), *load_samples("retrieval_support", SupportSample)]
    kept = {fold(sample.text) for sample in samples if sample.split == "test"}
    known = {fold(line) for held in ASKED.values() for lines in held.values() for line in lines}
    assert kept & known == set()
    assert kept & {fold(line) for line in ELSEWHERE} == set()
