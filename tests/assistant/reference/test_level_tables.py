from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_reference
from assistant.errors import KnowledgeError
from assistant.reference.bibliography import load_bibliography
from assistant.reference.level_tables import load_level_tables
from assistant.reference.worked_claims import load_worked_claims

REFERENCE = build_reference()


def test_every_level_table_names_a_known_source_and_known_companies() -> None:
    tables = REFERENCE.levels
    assert {table.source_id for table in (*tables.maps, *tables.titles)} <= set(REFERENCE.bibliography)
    named = {company for table in tables.maps for row in table.rows for company in row}
    assert named | {table.company for table in tables.titles} <= set(tables.companies)
    assert all(len(row) >= 2 for table in tables.maps for row in table.rows)


@pytest.mark.parametrize("load", [load_level_tables, load_worked_claims, load_bibliography])
@pytest.mark.parametrize("text", ["", "{", "- 5", "maps: 3", "examples: [{id: a}]"])
def test_a_file_of_another_format_is_named(load: object, text: str, tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^table\.yaml: "):
        load(path)  # type: ignore[operator]
    with pytest.raises(KnowledgeError, match=r"^none\.yaml: "):
        load(tmp_path / "none.yaml")  # type: ignore[operator]
