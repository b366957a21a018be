"""What tools touch, made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assistant.bootstrap import build_reference
from assistant.cases.case import Case, RecordedOffer, Role
from assistant.domain.offer import Offer, OfferDraft
from assistant.tools.deps import NoGuidance, OfferReader, ToolDeps

TODAY = date(2026, 11, 21)


def draft(*, is_offer: bool = True, warnings: tuple[str, ...] = (), **terms: Any) -> OfferDraft:
    """What a reader would give for these terms."""
    return OfferDraft(is_offer=is_offer, offer=Offer.model_validate(terms), warnings=warnings)


def read_as(readings: Mapping[str, Sequence[OfferDraft]]) -> OfferReader:
    """A reader that knows these texts and no others."""
    return lambda text: readings.get(text, ())


def recorded(name: str, role: Role = "mine", words: str = "", **terms: Any) -> RecordedOffer:
    """An offer on file."""
    return RecordedOffer(name=name, role=role, words=words, offer=Offer.model_validate(terms))


def build_deps(
    *offers: RecordedOffer,
    readings: Mapping[str, Sequence[OfferDraft]] | None = None,
    words: Sequence[str] = (),
) -> ToolDeps:
    """A turn over a case with these offers; every known text is the person's own."""
    readings = readings or {}
    return ToolDeps(
        guidance=NoGuidance(),
        read_offers=read_as(readings),
        case=Case(name="c", offers=offers),
        today=TODAY,
        reference=build_reference(),
        words=[*words, *readings],
    )
