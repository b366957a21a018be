"""The side panel's part on where the negotiation is."""

from __future__ import annotations

from assistant.cases.standing import Ask, Said, Standing, Step
from ui.components.standing import compose_talk

STEP = Step(says="Say it.", action="Go", place="coach")


def test_asks_stand_with_what_was_refused_and_in_whose_words() -> None:
    said = Said(words="the band is <fixed>" + " x" * 100, told_at="2026-11-21T10:00:00+00:00", closes="base")
    shown = compose_talk(
        Standing(days={}, asks=(Ask(name="base salary", amount="$198,000", refused=True),), said=(said,), step=STEP)
    )
    assert "Base salary <b>$198,000</b>" in shown
    assert "refused" in shown
    assert "“the band is &lt;fixed&gt;" in shown
    assert "21 Nov 2026 · closes the base" in shown
    assert "…”" in shown


def test_nothing_is_shown_before_anything_was_said() -> None:
    assert not compose_talk(Standing(days={}, asks=(), said=(), step=STEP))
