"""Figures on top of an answer and the math below it."""

from __future__ import annotations

from tests.fakes.session import make_figure
from ui.components.figures import compose_headline, compose_math, make_links

THREE = (
    make_figure("year 1 total compensation", 297000, base=180000),
    make_figure("recurring yearly compensation", 257000, base=180000),
    make_figure("4-year average compensation", 267000, total=1068000),
)


def test_the_headline_shows_the_three_ways_to_state_an_offer() -> None:
    headline = compose_headline((*THREE, make_figure("year 1 total compensation if they agree", 310000)))
    assert all(part in headline for part in ("$297,000", "$257,000", "4-year average"))
    assert "$310,000" not in headline


def test_two_offers_have_no_headline() -> None:
    assert compose_headline((*THREE, *THREE)) == ""


def test_figures_of_the_text_come_before_those_computed_on_the_way() -> None:
    math = compose_math(THREE, "It pays $267,000 on average.")
    assert math.index("$267,000") < math.index("2 more figures computed on the way") < math.index("$297,000")


def test_without_figures_there_is_no_math() -> None:
    assert compose_math(()) == ""


def test_each_amount_of_a_text_leads_to_its_math_once_and_the_tiles_too() -> None:
    link = make_links(THREE, "7")
    assert 'href="#math-7-0"' in (link("$297,000") or "")
    assert link("$297,000") is None
    assert link("$1") is None
    assert 'href="#math-7-2"' in compose_headline(THREE, "7")
    math = compose_math(THREE, "", "7")
    assert all(f'id="math-7-{number}"' in math for number in range(3))
    assert "id=" not in compose_math(THREE)
