"""Levels: which level of one company stands beside which of another, as outside sources see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from assistant.errors import InputError

_NUMBERS = re.compile(r"(?:level\s*)?[a-z]{0,3}[\s-]*(\d{1,4})(?:\s*[-–/]\s*[a-z]{0,3}(\d{1,4}))?\+?")
"""A level written as a number, with or without letters, or as a range of two."""


class Company(BaseModel):
    """A company with known levels, and what else it is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    aliases: tuple[str, ...] = ()


class LevelMap(BaseModel):
    """One source's table: each row holds levels that it sets side by side, by company."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_id: str
    role: str
    as_of: str
    rows: tuple[Mapping[str, tuple[str, ...]], ...]


class Titles(BaseModel):
    """The titles that one source gives the levels of a company."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_id: str
    company: str
    as_of: str
    levels: Mapping[str, str]


class LevelTables(BaseModel):
    """All that sources say about levels."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    companies: Mapping[str, Company]
    maps: tuple[LevelMap, ...]
    titles: tuple[Titles, ...]

    def levels_of(self, company: str) -> list[str]:
        """Every level of a company that a source mentions, lowest first."""
        mapped = {level for table in self.maps for row in table.rows for level in row.get(company, ())}
        titled = {level for table in self.titles if table.company == company for level in table.levels}
        return sorted(mapped | titled, key=_number)


class Equivalent(NamedTuple):
    """What one source sets beside a level."""

    company: str
    levels: tuple[str, ...]
    source_id: str
    role: str
    as_of: str


class LevelTitle(NamedTuple):
    """The title one source gives a level."""

    level: str
    title: str
    source_id: str
    as_of: str


def find_company(tables: LevelTables, name: str, field: str = "company") -> str:
    """The key of a company, by its name or another name it has.

    Raises:
        InputError: no source has its levels.
    """
    wanted = name.strip().casefold()
    for key, company in tables.companies.items():
        if wanted in (key, company.name.casefold(), *company.aliases):
            return key
    known = ", ".join(company.name for company in tables.companies.values())
    raise InputError(field, f"no level of {name} is known; the companies are {known}")


def find_levels(tables: LevelTables, company: str, written: str) -> tuple[str, ...]:
    """The levels a person may mean: a number with or without its letters, or a title.

    Raises:
        InputError: no source has that level or title.
    """
    known = tables.levels_of(company)
    if match := _NUMBERS.fullmatch(written.strip().casefold()):
        lowest, highest = int(match[1]), int(match[2] or match[1])
        found = [level for level in known if lowest <= _number(level) <= highest]
    else:
        titles = (table.levels.items() for table in tables.titles if table.company == company)
        holders = {level for items in titles for level, title in items if _same_title(written, title)}
        found = sorted(holders, key=_number)
    if not found:
        titles_known = {title for table in tables.titles if table.company == company for title in table.levels.values()}
        named = f" and the titles {', '.join(sorted(titles_known))}" if titles_known else ""
        name = tables.companies[company].name
        raise InputError("level", f'"{written}" is no known level of {name}; known are {", ".join(known)}{named}')
    return tuple(found)


def list_equivalents(
    tables: LevelTables, company: str, levels: Sequence[str], to: str | None = None
) -> Iterator[tuple[str, Equivalent]]:
    """Each level with what each source sets beside it, source by source."""
    for level in levels:
        for table in tables.maps:
            for row in table.rows:
                if level not in row.get(company, ()):
                    continue
                for other, beside in row.items():
                    if other != company and to in (None, other):
                        yield level, Equivalent(other, beside, table.source_id, table.role, table.as_of)


def list_titles(tables: LevelTables, company: str, levels: Sequence[str]) -> Iterator[LevelTitle]:
    """The titles of these levels, source by source."""
    for level in levels:
        for table in tables.titles:
            if table.company == company and level in table.levels:
                yield LevelTitle(level, table.levels[level], table.source_id, table.as_of)


class Clash(NamedTuple):
    """Two or more sources that set different levels of a company beside one level: what each says, by source."""

    level: str
    company: str
    said: Mapping[str, tuple[str, ...]]


def find_clashes(found: Sequence[tuple[str, Equivalent]]) -> Iterator[Clash]:
    """Where sources disagree; one source that names several levels does not clash with itself."""
    pairs: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for level, item in found:
        said = pairs.setdefault((level, item.company), {})
        said[item.source_id] = tuple(dict.fromkeys((*said.get(item.source_id, ()), *item.levels)))
    for (level, company), said in pairs.items():
        if len(set(said.values())) > 1:
            yield Clash(level, company, said)


def _number(level: str) -> int:
    return int(re.sub(r"\D", "", level))


def _same_title(written: str, title: str) -> bool:
    wanted = set(re.findall(r"\w+", written.casefold()))
    return bool(wanted) and wanted <= set(re.findall(r"\w+", title.casefold()))
