"""Two or three jobs: whose each number is, what each brings in the period asked, and how far they lie apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.frame_jobs import JOB_FRAMES
from assistant.offline.algebra.frames import Parts, choose_frame
from assistant.offline.algebra.jobs import divide
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import Term, read_terms
from evals.fit_senses import label_of, take_labels
from evals.worked_sums import load


def _labelled(marked: str) -> tuple[Message, list[Term], list[str]]:
    plain, spans = take_labels(marked)
    text = lexicon.fold(plain)
    terms = read_terms(text, thousands=False)
    return Message(text), terms, [label_of(term, spans) for term in terms]


def _owned(marked: str) -> list[dict[str, list[float]]]:
    message, terms, labels = _labelled(marked)
    by = {label: tuple(t for t, own in zip(terms, labels, strict=True) if own == label) for label in labels}
    jobs = divide(Parts(message, {sense: ts for sense, ts in by.items() if sense != "o"}), Work())
    return [{sense: [float(t.value) for t in ts] for sense, ts in job.by.items()} for job in jobs or []]


@pytest.mark.parametrize(
    ("marked", "owned"),
    [
        ("{60k|pay} with {10%|bpct} vs {65k|pay} and {4%|pens}", [{"bpct": [10]}, {"pens": [4]}]),
        ("{32|hours} hours for {60k|pay}, or {40|hours} hours on {70k|pay}", [{"hours": [32]}, {"hours": [40]}]),
        ("{60k|pay} vs {65k|pay}. tax {30%|tax} on both", [{"tax": [30]}, {"tax": [30]}]),
        ("Leeds pays {60k|pay}. York pays {65k|pay}\nand Leeds adds a {3k|bonus} bonus", [{"bonus": [3000]}, {}]),
    ],
)
def test_each_number_is_its_jobs(marked: str, owned: list[dict[str, list[float]]]) -> None:
    assert _owned(marked) == owned


def test_one_pay_makes_no_two_jobs() -> None:
    assert _owned("{60k|pay} with {10%|bpct}, what is that a year") == []
    assert _owned("{60k|pay} with {10%|bpct}\nsorry {61k|pay}") == []


@pytest.mark.parametrize(
    ("marked", "figures"),
    [
        ("{20|pay} an hour, {40|hours} hours a week, or {45k|pay} with {5%|pens}. which", [41_600, 47_250, 5_650]),
        ("{60k|pay} plus {20k|sign} sign on or {65k|pay}. over {3|horizon} years?", [200_000, 195_000, 5_000]),
        ("{3000|pay} a month x {14|sal} vs {3300|now} a month x {12|sal}, more?", [42_000, 39_600, 2_400]),
        ("{300|pay} a day {200|days} days vs {50k|pay}, difference", [60_000, 50_000, 10_000]),
    ],
)
def test_the_results_are_those_asked(marked: str, figures: list[float]) -> None:
    message, terms, labels = _labelled(marked)
    by = {label: tuple(t for t, own in zip(terms, labels, strict=True) if own == label) for label in labels}
    work = Work()
    assert JOB_FRAMES[0].build(Parts(message, {s: ts for s, ts in by.items() if s != "o"}), work)
    made = [float(value) for value in values_of(work).values()]
    assert all(any(value == pytest.approx(figure) for value in made) for figure in figures), made


def test_a_number_without_a_place_makes_no_sum() -> None:
    sample = next(iter(load(["s1"])))
    senses = replace(sample.senses, shares=tuple({"vest": 0.0} for _ in sample.senses.terms))
    assert choose_frame(Message(sample.text), senses, JOB_FRAMES) is None
