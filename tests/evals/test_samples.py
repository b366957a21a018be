"""Question sets: what the loader takes and refuses, and what the shipped sets hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from evals.samples import DatasetError, OfferSample, RetrievalSample, TurnSample, load_samples, split_of
from evals.sets import SETS

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def write(folder: Path, text: str, name: str = "turns.yaml") -> Path:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_one_kind_and_one_figure_may_stand_without_a_list(tmp_path: Path) -> None:
    text = "samples:\n - {id: a, turns: [hi], kind: advice, figures: [1, [2, '3%']]}\n"
    (sample,) = load_samples("turns", TurnSample, write(tmp_path, text))
    assert sample.kind == ("advice",)
    assert sample.figures == ((1,), (2, "3%"))
    assert sample.split == split_of("turns", "a")


def test_a_split_in_the_file_wins(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(9)]
    rows = "".join(f" - {{id: {name}, turns: [hi], kind: advice, split: test}}\n" for name in names)
    assert {s.split for s in load_samples("turns", TurnSample, write(tmp_path, "samples:\n" + rows))} == {"test"}


def test_a_folder_gives_the_split_by_file(tmp_path: Path) -> None:
    for split in ("dev", "test"):
        write(tmp_path, f"- {{id: {split}-1, text: x, expected: {{}}}}\n", f"offers/{split}.yaml")
    held = load_samples("offers", OfferSample, tmp_path)
    assert [(sample.id, sample.split) for sample in held] == [("dev-1", "dev"), ("test-1", "test")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("samples:\n - {id: a, turns: [hi]}\n", "turns.yaml, a: kind"),
        ("samples:\n - {id: a, turns: [hi], kind: advise}\n", "turns.yaml, a: kind"),
        ("samples:\n - {id: a, turns: [], kind: advice}\n", "turns.yaml, a: turns"),
        ("samples:\n - {id: a, turns: [hi], kind: advice, figuers: [1]}\n", "figuers"),
        ("samples:\n - {turns: [hi], kind: advice}\n", "number 1: id"),
        ("samples:\n - hello\n", "number 1"),
        ("samples: []\n", "no list of samples"),
        ("rows: 1\n", "no list of samples"),
        ("samples: [", "cannot be read"),
        ("samples:\n" + " - {id: a, turns: [hi], kind: advice}\n" * 2, '"a" stands twice'),
    ],
)
def test_a_broken_set_is_refused_with_file_and_sample(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DatasetError, match="turns") as error:
        load_samples("turns", TurnSample, write(tmp_path, text))
    assert message in str(error.value)


def test_a_missing_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be read"):
        load_samples("turns", TurnSample, tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_every_shipped_set_loads_with_both_splits(name: str) -> None:
    splits = Counter(sample.split for sample in load_samples(name, SETS[name].schema))
    assert min(splits["dev"], splits["test"]) >= 13


def test_the_splits_of_the_conversations_never_move() -> None:
    held = Counter(sample.split for sample in load_samples("turns", TurnSample))
    assert held["dev"] / held.total() == pytest.approx(0.6, abs=0.07)


def test_the_conversations_cover_each_objection_twice_and_each_kind() -> None:
    held = load_samples("turns", TurnSample)
    types = {
        yaml.safe_load(p.read_text("utf-8").split("---")[1])["type"] for p in (KNOWLEDGE / "objections").glob("*.md")
    }
    counted = Counter(sample.objection for sample in held)
    assert {name for name in types if counted[name] < 2} == set()
    assert set(counted) - {None} <= types
    assert {kind for sample in held for kind in sample.kind} >= {
        "advice", "script", "objection", "calculation", "comparison", "offer", "clarify", "refusal", "out_of_scope"
    }  # fmt: skip


def test_the_questions_name_documents_and_headings_of_the_library() -> None:
    headings = {}
    for path in (*(KNOWLEDGE / "articles").glob("*.md"), *(KNOWLEDGE / "objections").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        headings[yaml.safe_load(text.split("---\n")[1])["id"]] = text
    for turn in load_samples("turns", TurnSample):
        for document, _, heading in (place.partition(": ") for place in turn.about):
            assert f"## {heading}" in headings[document], turn.id
    held = load_samples("retrieval", RetrievalSample)
    for sample in held:
        assert set(sample.documents) <= set(headings), sample.id
        assert sample.section is None or any(f"## {sample.section}" in headings[name] for name in sample.documents)
    assert sum(sample.far for sample in held) >= len(held) / 2
