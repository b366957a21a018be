"""The report of a case: everything is in it, and no text of a letter turns into markup."""

from __future__ import annotations

from decimal import Decimal

from markdown_it import MarkdownIt

from assistant.cases.archive import CaseFile
from assistant.cases.case import Case, RecordedOffer, Turn, edit_offer
from assistant.cases.report import render_report
from assistant.domain.answer import Answer, Finding
from assistant.domain.counter_choice import CounterChoice, CounterChoices
from assistant.domain.evidence import Citation
from assistant.domain.figure import Figure
from assistant.domain.offer import Evidence, Offer

HOSTILE = "180k | base ```\n# not a heading\n<script>alert(1)</script> ![x](http://elsewhere.example/?q=1)"
OFFER = RecordedOffer(
    name="Acme *Inc*",
    role="mine",
    offer=Offer(company="Acme", base_annual=Decimal(180000), deadline="Friday"),
    evidence=(Evidence(field="base_annual", quote="180k | base", start=0, end=11),),
    questions=("Is there a bonus?",),
)
ANSWER = Answer(
    kind="offer",
    text="## Pay\n\n**Year 1** pays $180,000 [1].",
    citations=(
        Citation(n=1, chunk_id="a#0", source_id="a", title="A guide", section="Pay", publisher="Press", quote="Ask."),
    ),
    figures=(Figure(label="year 1", value=Decimal(180000), unit="USD", formula="base", rule="total_compensation"),),
    findings=(Finding(check="untraceable_number", detail="$9 is from nowhere"),),
)
FILE = CaseFile(
    case=Case(name="acme", title="My offer", offers=(edit_offer(OFFER, {"base_annual": "185k"}),)),
    changed="2026-11-21T10:00:00+00:00",
    turns=(
        Turn(number=1, asked=HOSTILE, asked_at="2026-11-21T10:00:00+00:00", answer=ANSWER),
        Turn(number=2, asked="lost?", asked_at="2026-11-21T10:01:00+00:00"),
    ),
)


def render(markdown: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(markdown)


def test_offers_words_changes_questions_answers_sources_and_figures_are_in_it() -> None:
    shown = render(render_report(FILE))
    for words in (
        "Acme *Inc*: your offer, confirmed",
        "$185,000",
        "<td>base salary</td>\n<td>$180,000</td>",
        "edited by hand",
        "Is there a bonus?",
    ):
        assert words in shown
    for words in ("<strong>Year 1</strong>", "[1] A guide, Pay (Press)", "$180,000", "$9 is from nowhere"):
        assert words in shown
    assert "This was not answered." in shown


def test_what_the_person_wrote_stays_what_it_was() -> None:
    shown = render(render_report(FILE))
    assert "<script>" not in shown
    assert "<img" not in shown
    assert "<h1>not a heading</h1>" not in shown
    assert "# not a heading" in shown


def test_a_heading_of_an_answer_stands_below_its_turn() -> None:
    assert "\n##### Pay\n" in render_report(FILE)


def test_an_empty_case_is_a_title_and_a_date() -> None:
    report = render_report(CaseFile(case=Case(name="new"), changed="2026-11-21T10:00:00+00:00"))
    assert report == "# new\n\nCase new, last changed 2026-11-21.\n"


def test_the_counter_stands_in_it_as_it_was_left() -> None:
    counters = CounterChoices().with_offer("Acme *Inc*", CounterChoice(message=HOSTILE, packet="- Ask: base"))
    shown = render(render_report(FILE.model_copy(update={"case": FILE.case.model_copy(update={"counters": counters})})))
    assert "Counter for Acme *Inc*" in shown
    assert "- Ask: base" in shown
    assert "<script>" not in shown
