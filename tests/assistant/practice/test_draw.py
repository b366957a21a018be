"""Draws must never change: a seed is a recruiter, today and after every update."""

from __future__ import annotations

from decimal import Decimal

from assistant.practice.draw import choose, draw, draw_between


def test_a_seed_draws_the_same_numbers_for_ever() -> None:
    assert [draw(1, "room base_salary"), draw(2, "room base_salary"), draw(1, "term level")] == [
        Decimal("0.0732"),
        Decimal("0.6767"),
        Decimal("0.6458"),
    ]


def test_draws_fill_the_interval() -> None:
    drawn = [draw(seed, "x") for seed in range(500)]
    assert min(drawn) < Decimal("0.02") and max(drawn) > Decimal("0.98")
    assert all(Decimal(2) <= draw_between(seed, "x", Decimal(2), Decimal(3)) <= 3 for seed in range(100))
    assert {choose(seed, "x", "abc") for seed in range(50)} == {"a", "b", "c"}
