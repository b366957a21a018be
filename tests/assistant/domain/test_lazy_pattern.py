"""Lazy patterns: compiled at the first use, then as the compiled ones are."""

from __future__ import annotations

import re

import pytest

from assistant.domain.lazy_pattern import lazy


def test_it_finds_what_the_compiled_pattern_finds() -> None:
    pattern, text = lazy(r"(?P<pay>\d+)k", re.IGNORECASE), "180K base and 30k"
    assert [match["pay"] for match in pattern.finditer(text)] == ["180", "30"]
    assert pattern.sub("x", text) == "x base and x"
    assert (pattern.groups, dict(pattern.groupindex)) == (1, {"pay": 1})
    assert pattern.flags == re.compile(r"(?P<pay>\d+)k", re.IGNORECASE).flags


def test_nothing_is_compiled_before_the_first_use() -> None:
    pattern = lazy("(")
    assert pattern.pattern == "("
    with pytest.raises(re.error):
        pattern.search("(")


def test_it_has_no_other_members() -> None:
    with pytest.raises(AttributeError):
        lazy("a").scanner  # noqa: B018
