from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_reference
from assistant.errors import InputError, KnowledgeError
from assistant.reference.dilution import load_medians
from assistant.reference.minimum_tax import load_minimum_tax

FOLDER = build_reference().folder


def test_heads_of_household_have_the_amounts_of_a_single_person() -> None:
    single, head = (load_minimum_tax(FOLDER / "us", 2026, status) for status in ("single", "head_of_household"))  # type: ignore[arg-type]
    assert single == head


def test_the_phase_out_is_twice_as_steep_from_2026_on() -> None:
    rates = [load_minimum_tax(FOLDER / "us", year, "single").phase_out_rate for year in (2025, 2026)]
    assert [float(rate) for rate in rates] == [0.25, 0.5]


def test_an_unknown_year_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="2021 to 2026"):
        load_minimum_tax(FOLDER / "us", 1999, "single")
    with pytest.raises(InputError, match="2023, 2025"):
        load_medians(FOLDER, 1999)


@pytest.mark.parametrize("text", ["years: {2026: {}}\nlow_rate: 0.26\nsource_id: x\n", "[", "5"])
def test_a_broken_table_names_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "startup").mkdir()
    for name in ("minimum_tax.yaml", "startup/round_dilution.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="minimum_tax"):
        load_minimum_tax(tmp_path, 2026, "single")
    with pytest.raises(KnowledgeError, match="round_dilution"):
        load_medians(tmp_path, 2026)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="minimum_tax"):
        load_minimum_tax(tmp_path, 2026, "single")
    with pytest.raises(KnowledgeError, match="round_dilution"):
        load_medians(tmp_path, 2026)
