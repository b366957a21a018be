"""Contrast: words on our own colours can be read in light and dark (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.interfaces.page import THEME

STYLE = (Path(__file__).resolve().parents[2] / "ui" / "assets" / "parley.css").read_text(encoding="utf-8")
SIDES = ("light", "dark")
OWN = {
    name: dict(zip(SIDES, sides, strict=True))
    for name, *sides in re.findall(r"(--pl-[\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLE)
}
INKS = ("--pl-accent", "--pl-chart", "--pl-ink-soft", "--pl-warm")
GROUNDS = ("--pl-page", "--pl-card", "--pl-accent-soft", "--pl-warm-soft")
LEAST = 4.5
LEAST_OF_SHAPES = 3.0


def contrast(one: str, other: str) -> float:
    """The ratio of two colours written as #rrggbb."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_stand_out_from_their_ground(ink: str, ground: str, side: str) -> None:
    assert contrast(OWN[ink][side], OWN[ground][side]) >= LEAST


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ground", [*GROUNDS, "--pl-mark"])
def test_the_text_of_the_theme_stands_out_from_every_ground(ground: str, side: str) -> None:
    assert contrast(THEME[f"theme.{side}.textColor"], OWN[ground][side]) >= LEAST


@pytest.mark.parametrize("side", SIDES)
def test_buttons_can_be_read_and_seen(side: str) -> None:
    primary = THEME[f"theme.{side}.primaryColor"]
    assert contrast("#ffffff", primary) >= LEAST
    assert contrast(primary, THEME[f"theme.{side}.backgroundColor"]) >= LEAST_OF_SHAPES
