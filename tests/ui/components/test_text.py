"""The door to the page: bodies and labels."""

from __future__ import annotations

import re

import pytest

from tests.ui.components.test_safe_markdown import HOSTILE
from ui.components.text import escape_label, render

JOINER = "\u2060"


def test_a_plain_string_is_not_put_on_the_page() -> None:
    with pytest.raises(TypeError):
        render("<b>x</b>")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_keeps_no_sign_markdown_acts_on(text: str) -> None:
    label = escape_label(text, 1000)
    assert "\n" not in label
    unescaped = re.sub(r"\\[!-/:-@\[-`{-~]", "", label)
    assert not re.search(r"[\\`*_{}\[\]<>#!|~$^]", unescaped)


@pytest.mark.parametrize(
    "text",
    [
        ":material/home:",
        ":material_home:",
        ":red[x]",
        ":smile:",
        ":+1:",
        ":streamlit:",
        "https://evil.example",
        "HTTP://evil.example",
        "www.evil.example",
        "me@evil.example",
        "mailto:me@evil.example",
    ],
)
def test_a_label_breaks_what_is_found_after_markdown_was_read(text: str) -> None:
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape_label(text))
    assert not re.search(r":(?:material[/_]|[\w+-]+:|[a-z-]+\[)|https?://|www\.|\S@\w|mailto:", plain, re.IGNORECASE)
    assert plain.replace(JOINER, "") == text


def test_a_label_is_one_line_of_limited_length() -> None:
    assert escape_label("a\nb\tc") == "a b c"
    assert len(escape_label("x" * 500, 40)) == 40


def test_a_label_says_ordinary_things_as_they_are() -> None:
    assert escape_label("Offer from Acme, 12:30").replace(JOINER, "") == "Offer from Acme, 12:30"


@pytest.mark.parametrize("text", ["Sign-on bonus, year", "Acme, Inc.: tax (flat)", "They're at 5.5 + 1"])
def test_a_label_of_ordinary_words_is_read_out_without_a_backslash(text: str) -> None:
    assert "\\" not in escape_label(text)


@pytest.mark.parametrize("text", ["- Acme", "+ Acme", "1. Acme", "2026) Acme", "---", "# Acme", "> Acme", "==="])
def test_a_label_begins_no_list_heading_or_quotation(text: str) -> None:
    assert re.match(r"\d*\\", escape_label(text))
