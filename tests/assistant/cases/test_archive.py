"""The archive: what goes out comes in again, and nothing else does."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from assistant.cases.archive import LARGEST_BYTES, CaseArchive, CaseFile, parse_archive, render_archive
from assistant.cases.case import Case, RecordedOffer, Turn
from assistant.domain.answer import Answer
from assistant.domain.offer import Offer
from assistant.errors import InputError

OFFER = RecordedOffer(name="Acme", role="mine", offer=Offer(company="Acme", base_annual=Decimal("180000.50")))
FILE = CaseFile(
    case=Case(name="acme", title="Größe", offers=(OFFER,)),
    changed="2026-11-21T10:00:00.000+00:00",
    turns=(
        Turn(number=1, asked="180 base", asked_at="2026-11-21T10:00:00Z", answer=Answer(kind="advice", text="ok")),
        Turn(number=3, asked="lost?", asked_at="2026-11-21T10:01:00Z"),
    ),
)
ARCHIVE = CaseArchive(exported="2026-11-22T10:00:00Z", cases=(FILE,))


def plain() -> dict[str, Any]:
    return dict(json.loads(render_archive(ARCHIVE)))


def test_what_goes_out_comes_in_again() -> None:
    assert parse_archive(render_archive(ARCHIVE).encode()) == ARCHIVE
    assert parse_archive(b"\xef\xbb\xbf" + render_archive(ARCHIVE).encode()) == ARCHIVE


@pytest.mark.parametrize("data", [b"", b"hello", b"[]", b"{}", b"\xff\xfe", b'{"format": "other"}'])
def test_a_file_that_is_no_export_is_refused_with_the_way_to_make_one(data: bytes) -> None:
    with pytest.raises(InputError, match="parley case export"):
        parse_archive(data)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 50 MB"):
        parse_archive(b" " * (LARGEST_BYTES + 1))


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("version",), 2, "version"),
        (("cases", 0, "case", "name"), " ", r"cases\[0\].case"),
        (("cases", 0, "case", "name"), "~1", "its name must have"),
        (("cases", 0, "case", "offers", 0, "offer", "base_annual"), "many", r"offers\[0\].offer.base_annual"),
        (("cases", 0, "case", "role"), "system", "role"),
        (("cases", 0, "turns", 0, "messages"), [{"lc": 1}], r"turns\[0\].messages"),
        (("cases", 0, "turns", 0, "number"), 4, "count up from 1"),
        (("cases", 0, "turns", 0, "number"), 0, "count up from 1"),
    ],
)
def test_the_first_place_that_is_wrong_is_named(place: tuple[Any, ...], value: object, named: str) -> None:
    archive: Any = plain()
    held = archive
    for step in place[:-1]:
        held = held[step]
    held[place[-1]] = value
    with pytest.raises(InputError, match=named):
        parse_archive(json.dumps(archive).encode())
