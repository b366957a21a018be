from __future__ import annotations

from typing import Any

from assistant.domain.evidence import Chunk, number_passages


def found(*names: str) -> dict[str, Any]:
    passages = [
        Chunk(chunk_id=name, source_id="s", title="t", section="", publisher="p", text="x").model_dump(mode="json")
        for name in names
    ]
    return {"data": {"passages": [passage | {"score": 0.5} for passage in passages]}}


def test_passages_are_numbered_in_the_order_they_were_first_found() -> None:
    numbered = number_passages([found("b", "a"), {"data": {}}, {}, found("a", "c")])
    assert {number: chunk.chunk_id for number, chunk in numbered.items()} == {1: "b", 2: "a", 3: "c"}


def test_nothing_found_is_nothing_numbered() -> None:
    assert number_passages([]) == {}
