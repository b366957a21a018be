"""Practice rendering: a practice as JSON; the band is in it only after the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.practice.uncounted import list_uncounted

if TYPE_CHECKING:
    from assistant.practice.practice import Practice
    from assistant.session import CoachSession

_SHOWN = {"number", "offer_name", "temper", "seed", "plan", "opening", "opening_objection", "rounds", "ended"}


def render_practice(session: CoachSession, practice: Practice) -> dict[str, Any]:
    """The JSON of `parley practice`.

    `table` is what is offered by now, `uncounted` what is offered without an amount, in sentences, and `terms` what is
    agreed or refused; `scorecard` is null until the end.
    """
    plain = practice.model_dump(mode="json", include=_SHOWN)
    standing = practice.standing.model_dump(mode="json", include={"table", "terms", "is_final"})
    scorecard = None
    if practice.ended is not None:
        score = session.rehearsal.score(practice)
        scorecard = score.model_dump(mode="json")
    notes = [note for taken in practice.rounds for note in taken.notes]
    cited = session.rehearsal.cite(notes)
    return {
        **plain,
        "currency": practice.offer.currency_code,
        "uncounted": list(list_uncounted(practice.offer)),
        **standing,
        "scorecard": scorecard,
        "citations": [citation.model_dump(mode="json") for citation in cited],
    }
