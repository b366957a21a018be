"""Case: what one candidate has on the table; frozen, every change makes a new one."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.domain.answer import Answer
from assistant.domain.offer import Evidence, Offer, OfferDraft

Role = Literal["mine", "competing"]


class CaseValue(BaseModel):
    """Base of the values of a case."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(CaseValue):
    """A field that was corrected: both values as plain JSON, and the words that changed it."""

    field: str
    before: Any
    after: Any
    words: str


class RecordedOffer(CaseValue):
    """An offer on file under a name; "mine" is the one being negotiated, "competing" is leverage.

    `words` are all the person's words it was read from, oldest first; evidence points into the latest.
    """

    name: str
    role: Role
    offer: Offer
    words: str = ""
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()


class Case(CaseValue):
    """The candidate's file: offers in the order they were recorded."""

    name: str
    title: str = ""
    offers: tuple[RecordedOffer, ...] = ()

    def find_offer(self, name: str | None = None) -> RecordedOffer | None:
        """The offer of that name (any case), or the one being negotiated when no name is given."""
        if name is None:
            mine = [item for item in self.offers if item.role == "mine"]
            return (mine or list(self.offers) or [None])[0]
        wanted = name.strip().casefold()
        return next((item for item in self.offers if item.name.casefold() == wanted), None)

    def with_offer(self, recorded: RecordedOffer) -> Case:
        """The case with this offer put in, in the place of the one of the same name if there is one."""
        names = [item.name for item in self.offers]
        if recorded.name not in names:
            return self.model_copy(update={"offers": (*self.offers, recorded)})
        kept = tuple(recorded if item.name == recorded.name else item for item in self.offers)
        return self.model_copy(update={"offers": kept})


class CaseSummary(CaseValue):
    """A line in the list of cases; `updated` is an ISO 8601 time in UTC."""

    name: str
    title: str
    updated: str
    turns: int


class Turn(CaseValue):
    """One question and its answer; `answer` is None when the turn was cut off before it was answered."""

    number: int
    asked: str
    asked_at: str
    answer: Answer | None = None


def merge_draft(recorded: RecordedOffer, draft: OfferDraft, words: str) -> RecordedOffer:
    """The recorded offer with every term the new words state; replaced values go to the history."""
    updates: dict[str, Any] = {}
    changes: list[Change] = []
    for field in Offer.model_fields:
        new, old = getattr(draft.offer, field), getattr(recorded.offer, field)
        if new in (None, (), False) or new == old or field == "currency_assumed":
            continue
        if field == "currency" and draft.offer.currency_assumed and old:
            continue
        updates[field] = new
        if old not in (None, ()):
            before, after = (item.model_dump(mode="json")[field] for item in (recorded.offer, draft.offer))
            changes.append(Change(field=field, before=before, after=after, words=words[:300]))
    if "base_annual" in updates and draft.offer.base_stated is None:
        updates["base_stated"] = None
    return recorded.model_copy(
        update={
            "offer": recorded.offer.model_copy(update=updates),
            "words": f"{recorded.words}\n\n{words}".strip(),
            "evidence": (*[e for e in recorded.evidence if _root(e.field) not in updates], *draft.evidence),
            "history": (*recorded.history, *changes),
            "warnings": tuple(dict.fromkeys((*recorded.warnings, *draft.warnings))),
        }
    )


def _root(field: str) -> str:
    return field.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
