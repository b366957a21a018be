"""Markup that can only hold allowed tags and escaped text."""

from __future__ import annotations

import pytest

from ui.components.markup import Markup, escape, join, tag


def test_plain_children_are_escaped_and_markup_is_not() -> None:
    assert tag("p", "<b>", tag("b", "&")) == "<p>&lt;b&gt;<b>&amp;</b></p>"


@pytest.mark.parametrize("name", ["img", "script", "iframe", "style", "p onclick=x", ""])
def test_other_tags_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="allowed"):
        tag(name)


@pytest.mark.parametrize("attribute", ["onclick", "src", "style", "srcset", "target"])
def test_other_attributes_are_refused(attribute: str) -> None:
    with pytest.raises(ValueError, match="allowed"):
        tag("p", **{attribute: "x"})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:x",
        "//host/x",
        "http://host",
        "/path",
        "https://a b",
        'https://a"b',
        "https://a\nb",
        "",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="link"):
        tag("a", "x", href=address)


def test_a_class_cannot_break_out_of_its_attribute() -> None:
    with pytest.raises(ValueError, match="value"):
        tag("p", css='x" onclick="y')


def test_free_text_in_an_attribute_is_escaped() -> None:
    assert tag("p", aria_label='a"b<c') == '<p aria-label="a&quot;b&lt;c"></p>'


def test_signs_that_turn_or_hide_text_are_taken_out() -> None:
    assert escape("a\u202eb\x00c") == "abc"


def test_joined_strings_are_escaped_too() -> None:
    assert join(["<", Markup("<br>")], between="&") == "&lt;&amp;<br>"
