from __future__ import annotations

import pytest

from assistant.domain.levels import (
    LevelTables,
    find_clashes,
    find_company,
    find_levels,
    list_equivalents,
    list_titles,
)
from assistant.errors import InputError

TABLES = LevelTables.model_validate(
    {
        "companies": {
            "acme": {"name": "Acme", "aliases": ["acme labs"]},
            "globex": {"name": "Globex"},
        },
        "maps": [
            {"source_id": "one", "role": "engineer", "as_of": "2025", "rows": [{"acme": ["L5"], "globex": ["E5"]}]},
            {
                "source_id": "two",
                "role": "engineer",
                "as_of": "2026",
                "rows": [{"acme": ["L5"], "globex": ["E4", "E5"]}],
            },
        ],
        "titles": [
            {"source_id": "one", "company": "acme", "as_of": "2025", "levels": {"L5": "Senior", "L6": "Senior Staff"}}
        ],
    }
)


@pytest.mark.parametrize("name", ["acme", "ACME ", "Acme Labs"])
def test_a_company_is_known_by_any_of_its_names(name: str) -> None:
    assert find_company(TABLES, name) == "acme"


@pytest.mark.parametrize("written", ["5", "L5", "l5", "E5", "level 5", "L-5"])
def test_a_level_is_known_by_its_number(written: str) -> None:
    assert find_levels(TABLES, "acme", written) == ("L5",)


def test_a_title_may_be_several_levels() -> None:
    assert find_levels(TABLES, "acme", "senior") == ("L5", "L6")
    assert find_levels(TABLES, "acme", "Staff") == ("L6",)
    assert [title.title for title in list_titles(TABLES, "acme", ("L5", "L6"))] == ["Senior", "Senior Staff"]


def test_a_source_does_not_clash_with_itself() -> None:
    from_e5 = [("E5", item) for _, item in list_equivalents(TABLES, "globex", ("E5",))]
    again = [(level, item._replace(source_id="one")) for level, item in from_e5 * 2]
    assert list(find_clashes(again)) == []


def test_a_range_is_all_levels_in_it() -> None:
    assert find_levels(TABLES, "acme", "L5-L6") == find_levels(TABLES, "acme", "5/6") == ("L5", "L6")


def test_an_unknown_level_lists_those_that_are_known() -> None:
    with pytest.raises(
        InputError, match=r'level: "9" is no known level of Acme; known are L5, L6 and the titles Senior'
    ):
        find_levels(TABLES, "acme", "9")
    with pytest.raises(InputError, match=r'level: "\?" is no known level of Globex; known are E4, E5$'):
        find_levels(TABLES, "globex", "?")


def test_both_maps_are_shown_where_they_clash() -> None:
    found = list(list_equivalents(TABLES, "acme", ("L5",)))
    assert [item.levels for _, item in found] == [("E5",), ("E4", "E5")]
    (clash,) = find_clashes(found)
    assert clash == ("L5", "globex", {"one": ("E5",), "two": ("E4", "E5")})
    assert list(list_equivalents(TABLES, "acme", ("L5",), "initech")) == []


def test_every_map_of_the_library_can_be_read_from_both_sides() -> None:
    for table in TABLES.maps:
        for row in table.rows:
            for company, levels in row.items():
                beside = {item.company for _, item in list_equivalents(TABLES, company, levels)}
                assert beside == set(row) - {company}


def test_an_unknown_company_lists_those_that_are_known() -> None:
    with pytest.raises(InputError, match="to: no level of Initech is known; the companies are Acme, Globex"):
        find_company(TABLES, "Initech", "to")
