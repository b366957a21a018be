"""The tool level_map."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from assistant.domain.figure import Figure, build_figure
from assistant.domain.levels import (
    Clash,
    Equivalent,
    LevelTables,
    LevelTitle,
    find_clashes,
    find_company,
    find_levels,
    list_equivalents,
    list_titles,
)
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "level_map"
OUTSIDE = "All these sources are outside the companies: ask the recruiter for the written description of the level."


class LevelMapArguments(ToolArguments):
    """Arguments of level_map."""

    company: str = Field(min_length=1, max_length=80, description="company whose level is known, e.g. Microsoft")
    level: str = Field(
        min_length=1, max_length=40, description="its level as a number or with letters (62, L5, E5, ICT4), or a title"
    )
    to: str | None = Field(default=None, max_length=80, description="only this other company; default all known ones")


def run_level_map(arguments: LevelMapArguments, deps: ToolDeps) -> ToolResult:
    """Look the level up in every map of the library."""
    tables = deps.reference.levels
    company = find_company(tables, arguments.company)
    to = find_company(tables, arguments.to, "to") if arguments.to else None
    if to == company:
        raise InputError("to", "must be another company; leave it out to see all")
    levels = find_levels(tables, company, arguments.level)
    found = list(list_equivalents(tables, company, levels, to))
    titles = list(list_titles(tables, company, levels))
    if not found and (to or not titles):
        target = tables.companies[to].name if to else "any other company"
        raise InputError("level", f"no source sets {', '.join(levels)} beside {target}; leave `to` out to see what is")
    clashes = list(find_clashes(found))
    rows = [
        *(_title_row(tables, deps.reference, company, item) for item in titles),
        *(_level_row(tables, deps.reference, level, item) for level, item in found),
    ]
    return build_result(
        NAME,
        _count([item.source_id for _, item in found], [source for clash in clashes for source in clash.said]),
        table=rows,
        warnings=[
            *_warn_titles(titles, arguments.level),
            *(_warn_clash(tables, company, clash) for clash in clashes),
            OUTSIDE,
        ],
    )


def _count(found: list[str], clashing: list[str]) -> Iterator[Figure]:
    for label, ids in (("maps that place the level", found), ("sources that disagree", clashing)):
        sources = tuple(dict.fromkeys(ids))
        yield build_figure(
            label,
            Decimal(len(sources)),
            "sources",
            formula="sources",
            rule=NAME,
            inputs={"sources": Decimal(len(sources))},
            source_ids=sources,
        )


def _title_row(tables: LevelTables, reference: ReferenceTables, company: str, item: LevelTitle) -> Row:
    return {
        "company": tables.companies[company].name,
        "level": item.level,
        "title": item.title,
        "beside": None,
        **_source_columns(reference, item.source_id, item.as_of),
    }


def _level_row(tables: LevelTables, reference: ReferenceTables, level: str, item: Equivalent) -> Row:
    return {
        "company": tables.companies[item.company].name,
        "level": "/".join(item.levels),
        "title": None,
        "beside": level,
        "role": item.role,
        **_source_columns(reference, item.source_id, item.as_of),
    }


def _source_columns(reference: ReferenceTables, source_id: str, as_of: str) -> Row:
    source = reference.bibliography[source_id]
    return {"source_id": source_id, "publisher": source.publisher, "as_of": as_of, "trust": source.trust}


def _warn_titles(titles: list[LevelTitle], written: str) -> Iterator[str]:
    by_level: dict[str, set[str]] = {}
    for item in titles:
        by_level.setdefault(item.level, set()).add(item.title)
    for level, names in by_level.items():
        if not _are_one(names):
            listed = ", ".join(sorted(names))
            yield f"Sources give {level} different titles ({listed}): ask for the number of the level."
    if not any(character.isdigit() for character in written) and len(by_level) > 1:
        yield f'"{written}" may be any of {", ".join(by_level)}: ask for the number of the level.'


def _are_one(titles: set[str]) -> bool:
    """Whether the titles differ by added words only, such as Principal and Principal SDE."""
    words = sorted((set(title.casefold().split()) for title in titles), key=len)
    return all(words[0] <= other for other in words)


def _warn_clash(tables: LevelTables, company: str, clash: Clash) -> str:
    words = ", ".join(f"{'/'.join(levels)} ({source})" for source, levels in clash.said.items())
    here, there = tables.companies[company].name, tables.companies[clash.company].name
    return f"Sources disagree on {here} {clash.level} at {there}: {words}."


LEVEL_MAP = ToolSpec(
    name=NAME,
    description=(
        "Which levels of other companies stand beside a level (Microsoft 62, Google L5, Meta E5, Apple ICT4), "
        "source by source with date and trust, clashes shown both ways, and its titles. Use it for every question "
        "that compares levels or titles between companies."
    ),
    arguments=LevelMapArguments,
    run=run_level_map,
    status="comparing levels…",
    calculates=True,
)
