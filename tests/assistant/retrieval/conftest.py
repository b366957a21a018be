"""A small library on disk and in memory, and the built-in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.retrieval.loading import Library, load_library

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"

SOURCES = """\
- id: guide
  title: A guide
  publisher: Good Press
  publisher_group: good
  url: https://example.org/guide
  date: 2026-01-31
  trust: high
  why: Checked against two others.
- id: blog
  title: A blog post
  publisher: Some Blog
  publisher_group: blog
  url: null
  date: null
  trust: low
  why: One person's view.
"""
VESTING = """\
---
id: vesting
title: How stock vests
topics: [Vesting]
companies: []
sources: [guide]
as_of: 2026-01-31
---

## What is a cliff?

A cliff is the time before anything vests. Who leaves before it goes without stock, so ask for its length
and for the date it starts on, and write both down before you sign anything at all, because nobody remembers later on.

## Which schedule is usual?
Sources: guide, blog

Four equal years are the most common schedule. Some employers pay little at first and much at the end, which
helps those who stay. Ask for the percentage of each year and compare offers year by year and never by their totals.
"""
BAND = """\
---
id: objection-band
type: band_limit
title: '"You are at the top of the band"'
topics: [band]
sources: [blog]
as_of: 2026-01-31
said:
  - You are at the top of the band.
  - This is the ceiling for the grade.
---

## What it usually means

The base is capped for this level, and other parts of the offer may still move.

## What to say

### With no leverage

> I understand that the base is fixed. Could we look at a sign-on bonus instead?
"""


def write_library(folder: Path) -> Path:
    for name, text in {
        "sources.yaml": SOURCES,
        "articles/vesting.md": VESTING,
        "objections/band.md": BAND,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "knowledge")


@pytest.fixture
def small_library(library_folder: Path) -> Library:
    return load_library(library_folder)


@pytest.fixture(scope="session")
def builtin_library() -> Library:
    return load_library(KNOWLEDGE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a stored index goes."""
    return tmp_path / "index"
