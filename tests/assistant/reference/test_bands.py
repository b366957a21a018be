from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_reference
from assistant.domain.pay_band import KnownBand, build_band
from assistant.errors import KnowledgeError
from assistant.reference.bands import covers_level, load_bands

REFERENCE = build_reference()
each_band = pytest.mark.parametrize(
    "band", REFERENCE.bands, ids=lambda band: f"{band.company} {band.role} {band.level} {band.place} {band.part}"
)


@each_band
def test_a_band_is_in_order_and_its_source_is_known(band: KnownBand) -> None:
    assert band.source_id in REFERENCE.bibliography
    assert build_band(band.low, band.high, None) or band.p50
    assert not band.note or band.note.endswith(".")


@pytest.mark.parametrize(
    ("level", "wanted", "covered"),
    [
        ("61-62", "62", True),
        ("61-62", "L61", True),
        ("61-62", "61-62", True),
        ("61-62", "63", False),
        ("65+", "67", True),
        ("65+", "64", False),
        ("L6", "6", True),
        ("Senior", "senior", True),
        ("Senior", "5", False),
    ],
)
def test_a_band_covers_the_levels_it_names(level: str, wanted: str, covered: bool) -> None:
    band = REFERENCE.bands[0].model_copy(update={"level": level})
    assert covers_level(band, wanted) is covered


@pytest.mark.parametrize("text", ["company\nAcme\n", "company,level,low\nAcme,5,many\n"])
def test_a_file_of_another_format_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "acme.csv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^acme\.csv: "):
        load_bands(tmp_path)
