"""A message ready to send: the words stay as they are, in every form."""

from __future__ import annotations

from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.errors import InputError
from assistant.exports.message import (
    LONGEST_LINK,
    build_mail_link,
    render_message_docx,
    render_message_markdown,
    split_subject,
)
from assistant.letters.office import read_docx

BODY = "Hi Dana,\n\nthank you & 100% yes?\nCould we look at $195,000 + equity #1?\n\nSam"


def test_the_word_document_holds_the_lines_as_they_stand() -> None:
    assert read_docx(render_message_docx(" My\noffer ", BODY)).split("\n") == [
        "My offer",
        *(line for line in BODY.split("\n") if line),
    ]


def test_markdown_keeps_the_line_breaks_of_the_message() -> None:
    shown = MarkdownIt("commonmark").render(render_message_markdown("My offer", BODY))
    assert shown.startswith("<h1>My offer</h1>")
    assert "yes?<br />\nCould we" in shown


def test_a_mail_link_is_read_back_word_for_word() -> None:
    link = urlsplit(build_mail_link("Offer & terms", BODY, "dana@acme.example"))
    assert (link.scheme, link.path, link.fragment) == ("mailto", "dana@acme.example", "")
    fields = parse_qs(link.query, strict_parsing=True)
    assert fields == {"subject": ["Offer & terms"], "body": [BODY.replace("\n", "\r\n")]}


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_can_add_a_field_or_another_address(subject: str, body: str) -> None:
    link = build_mail_link(subject, body, "a@b.example?cc=eve@c.example&bcc=x")
    path, _, query = link.removeprefix("mailto:").partition("?")
    assert "cc=" not in unquote(query) or "cc=" in subject + body
    assert [part.split("=")[0] for part in query.split("&")] == ["subject", "body"]
    assert "?" not in path
    assert "&" not in path
    EmailMessage()["subject"] = unquote(query.split("&")[0].removeprefix("subject=")) or "none"


def test_a_link_no_mail_program_takes_is_refused_with_a_way_on() -> None:
    with pytest.raises(InputError, match="copy it instead"):
        build_mail_link("Offer", "é" * LONGEST_LINK)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Subject: My offer\n\nHi Dana", ("My offer", "Hi Dana")),
        ("subject:\n\nHi Dana", ("usual", "Hi Dana")),
        ("Subject: only this line", ("usual", "Subject: only this line")),
        ("Hi Dana: one thing\nmore", ("usual", "Hi Dana: one thing\nmore")),
        ("", ("usual", "")),
    ],
)
def test_the_subject_is_told_apart_where_the_text_names_one(text: str, parts: tuple[str, str]) -> None:
    assert split_subject(text, "usual") == parts
