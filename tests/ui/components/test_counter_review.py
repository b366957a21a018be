"""The words of a draft with its flaws marked."""

from __future__ import annotations

from assistant.counter import Flaw
from tests.ui.components.test_safe_markdown import HOSTILE, assert_harmless
from ui.components.counter_review import mark_flaws


def flaw(quote: str) -> Flaw:
    return Flaw(label="ultimatum", quote=quote, why="", source_id="", section="")


def test_each_flaw_is_marked_with_its_number_where_it_stands() -> None:
    marked = mark_flaws("Do it or I walk. Sorry!", [flaw("or I walk"), flaw("Sorry")])
    assert marked == "Do it <mark>or I walk</mark><sup> 1</sup>. <mark>Sorry</mark><sup> 2</sup>!"


def test_words_that_two_flaws_share_are_marked_once() -> None:
    marked = mark_flaws("I need money now.", [flaw("I need money now."), flaw("need money")])
    assert marked.count("<mark>") == 1
    assert "<sup> 2</sup>" in marked


def test_words_that_do_not_stand_in_the_text_mark_nothing() -> None:
    assert mark_flaws("Hi", [flaw("gone"), flaw("")]) == "Hi"


def test_hostile_words_stay_words() -> None:
    text = "\n".join(HOSTILE) if not isinstance(HOSTILE, str) else HOSTILE
    assert_harmless(mark_flaws(text, [flaw(text[:40])]))
