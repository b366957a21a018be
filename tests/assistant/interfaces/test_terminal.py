"""The terminal: everything is shown, and no text of others steers it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.domain.answer import Answer, Disputed, Finding, Position
from assistant.domain.evidence import Citation, Source
from assistant.domain.offer import Evidence, Offer, OfferDraft
from assistant.interfaces import terminal

HOSTILE = "pay\x1b]52;c;c2VjcmV0\x07 more\x9b2J\r"
CITATION = Citation(
    n=1, chunk_id="a#0", source_id="a", title="A guide", section="Pay", publisher="Press", quote=HOSTILE
)
ANSWER = Answer(
    kind="advice",
    text=f"**Ask** for more. [1] {HOSTILE} [here](http://elsewhere.example/?q=1)",
    citations=(CITATION,),
    disputed=(Disputed(topic="When to ask", positions=(Position(says="Now.", source_ids=("a",)),)),),
    findings=(Finding(check="untraceable_number", detail="$9 is from nowhere"),),
    notes=("This answer is not saved.",),
    model="offline",
    seconds=0.1,
)


def find_sources(source_ids: Sequence[str]) -> list[Source]:
    told = Source(
        id="a", title="A guide", publisher="Press", publisher_group="press", url=None, date=None, trust="medium", why=""
    )
    return [told.model_copy(update={"id": name}) for name in source_ids]


def test_the_numbers_of_one_passage_stand_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    other = CITATION.model_copy(update={"n": 3, "section": "Stock"})
    terminal.print_sources([CITATION, CITATION.model_copy(update={"n": 2}), other])
    shown = capsys.readouterr().out.splitlines()
    assert shown == ["[1][2] A guide > Pay (Press)", "[3] A guide > Stock (Press)"]


def test_an_answer_comes_with_all_that_belongs_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.print_answer(ANSWER, find_sources)
    shown = " ".join(capsys.readouterr().out.split())
    for words in (
        "Ask for more. [1]",
        "[1] A guide > Pay (Press)",
        "When to ask",
        "Now. (Press)",
        "$9 is",
        "not saved",
    ):
        assert words in shown


def test_orders_to_the_terminal_are_made_visible_and_links_keep_their_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.print_answer(ANSWER, find_sources)
    evidence = Evidence(field="base_annual", quote=HOSTILE, start=0, end=len(HOSTILE))
    terminal.print_draft(OfferDraft(is_offer=True, offer=Offer(), evidence=(evidence,), warnings=(HOSTILE,)))
    shown = capsys.readouterr().out
    assert not [order for order in ("\x1b]", "\x07", "\x9b", "\r") if order in shown]
    assert "elsewhere.example" in shown.replace("\n", "")


def test_a_name_stays_whole_and_no_word_ends_in_dots_on_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal.console, "width", 60)
    name = "case-20261127-161408-292682"
    rows = [{"name": name, "title": "An offer in a long word: " + "w" * 60, "offers": "Microsoft, Northwind"}]
    terminal.print_rows(rows, "")
    shown = capsys.readouterr().out
    assert name in shown
    assert "…" not in shown
