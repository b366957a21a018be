"""Case: what one candidate has on the table; frozen, every change makes a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.answer import Answer
from assistant.domain.counter_choice import CounterChoices
from assistant.domain.offer import EquityGrant, Evidence, Offer, OfferDraft, SignOnInstalment
from assistant.domain.offer_table import edit_terms
from assistant.domain.what_if import WhatIf

Role = Literal["mine", "competing"]
Rating = Literal["good", "bad"]
LONGEST_WORDS = 300
LONGEST_TITLE = 60
EDITED = "edited by hand"
_LENGTH = {"years", "schedule"}
_SIZES = {"total_value", "annual_value", "shares", "share_price", "strike", "percent", "percent_range"}
_LEGAL_FORMS = {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "gmbh", "ag", "the"}


_MISREAD = re.compile(
    r"\b(?:misread|typo|i meant|mistake|oops|sorry|my bad|wrong\w*|actually|mixed up|correction)\b", re.IGNORECASE
)
_ADDED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|threw in|throw\w*|sweeten\w*|put in|on top|came back|now|improved|revised|gave|answer\w*"
    r"|offered)\b",
    re.IGNORECASE,
)
"""Words that tell of a move by which an offer got a term it did not have."""


def _is_empty(value: object) -> bool:
    return not value


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
    `confirmed`: the person has said that the terms are read right. `earlier`: what was offered before each move of
    the employer, oldest first; what was only misread is none.
    """

    name: str
    role: Role
    offer: Offer
    words: str = ""
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()
    earlier: tuple[Offer, ...] = Field(default=(), exclude_if=_is_empty)
    confirmed: bool = False


class Case(CaseValue):
    """The candidate's file: offers in the order they were recorded."""

    name: str
    title: str = ""
    offers: tuple[RecordedOffer, ...] = ()
    what_if: WhatIf = WhatIf()
    counters: CounterChoices = CounterChoices()

    def find_offer(self, name: str | None = None) -> RecordedOffer | None:
        """The offer of that name, or the one being negotiated when no name is given.

        Capitals and legal forms do not count: "acme" finds "Acme Inc.".
        """
        if name is None:
            ranked = sorted(self.offers, key=lambda item: item.role != "mine")
        else:
            ranked = [item for item in self.offers if _name_key(item.name) == _name_key(name)]
        return ranked[0] if ranked else None

    def with_offer(self, recorded: RecordedOffer, instead_of: str | None = None) -> Case:
        """The case with this offer in the place of the one called `instead_of`, or else at the end."""
        if instead_of is None:
            return self.model_copy(update={"offers": (*self.offers, recorded)})
        offers = tuple(recorded if item.name == instead_of else item for item in self.offers)
        return self.model_copy(update={"offers": offers})


class CaseSummary(CaseValue):
    """A line in the list of cases; `updated` is an ISO 8601 time in UTC."""

    name: str
    title: str
    updated: str
    turns: int


class Turn(CaseValue):
    """One question and its answer; `answer` is None when the turn was cut off before it was answered.

    `rating` is what the person thinks of the answer, if they said.
    """

    number: int
    asked: str
    asked_at: str
    answer: Answer | None = None
    rating: Rating | None = None


def make_title(asked: str) -> str:
    """The first words of a message as the title of its case."""
    first = " ".join(asked.split())
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 3].rstrip()}…"


def edit_offer(recorded: RecordedOffer, edits: Mapping[str, str]) -> RecordedOffer:
    """The recorded offer with fields a person set by hand, which confirms it; replaced values go to the history.

    Raises:
        InputError: a field or value that cannot be used.
    """
    offer = edit_terms(recorded.offer, edits)
    return recorded.model_copy(
        update={
            "offer": offer,
            "evidence": tuple(
                item for item in recorded.evidence if _still_says(item.field, edits, recorded.offer, offer)
            ),
            "history": (*recorded.history, *_name_changes(recorded.offer, offer, EDITED)),
            "confirmed": True,
        }
    )


def merge_draft(recorded: RecordedOffer, draft: OfferDraft, words: str) -> RecordedOffer:
    """The recorded offer with every term the new words state; replaced values go to the history.

    A question stays open only as long as the new words leave it open, too.
    """
    terms = _new_terms(recorded.offer, draft.offer)
    offer = recorded.offer.with_terms(terms)
    evidence = [item for item in recorded.evidence if _root(item.field) not in terms]
    changes = _name_changes(recorded.offer, offer, words)
    moved = terms and not _MISREAD.search(words) and (changes or _ADDED.search(words))
    return recorded.model_copy(
        update={
            "offer": offer,
            "words": f"{recorded.words}\n\n{words}".strip(),
            "evidence": (*evidence, *draft.evidence),
            "questions": tuple(question for question in recorded.questions if question in draft.questions),
            "history": (*recorded.history, *changes),
            "earlier": (*recorded.earlier, recorded.offer) if moved else recorded.earlier,
            "warnings": tuple(dict.fromkeys((*recorded.warnings, *draft.warnings))),
            "confirmed": recorded.confirmed and not terms,
        }
    )


def _new_terms(old: Offer, new: Offer) -> dict[str, Any]:
    """The terms that new words change; a payment or a grant of nothing is one that was taken back."""
    terms: dict[str, Any] = {}
    for field in Offer.model_fields:
        value = getattr(new, field)
        if field not in ("currency", "currency_assumed") and value is not None and value != ():
            terms[field] = value
    if new.currency is not None and (old.currency is None or not new.currency_assumed):
        terms |= {"currency": new.currency, "currency_assumed": new.currency_assumed}
    if new.signing and min(part.year for part in new.signing) > 1:
        terms["signing"] = _add_later_instalments(old.signing, new.signing)
    if len(old.equity) == len(new.equity) == 1 and old.equity[0].kind == new.equity[0].kind:
        terms["equity"] = (_merge_grant(old.equity[0], new.equity[0]),)
    if "signing" in terms:
        terms["signing"] = tuple(part for part in terms["signing"] if part.amount)
    if "equity" in terms:
        terms["equity"] = tuple(grant for grant in terms["equity"] if grant.total_value != 0)
    return {field: value for field, value in terms.items() if value != getattr(old, field)}


def _add_later_instalments(
    old: tuple[SignOnInstalment, ...], new: tuple[SignOnInstalment, ...]
) -> tuple[SignOnInstalment, ...]:
    """The instalments of years the new words leave alone, then theirs."""
    replaced = {part.year for part in new}
    return (*(part for part in old if part.year not in replaced), *new)


def _merge_grant(old: EquityGrant, new: EquityGrant) -> EquityGrant:
    """The new grant, with the size and the vesting terms of the old one where the new words leave them out."""
    kept = {field for field in ("cliff_months", "frequency", "currency") if getattr(new, field) is None}
    for together in (_LENGTH, _SIZES):
        if all(getattr(new, field) is None for field in together):
            kept |= together
    return new.model_copy(update={field: getattr(old, field) for field in kept})


def _name_changes(before: Offer, after: Offer, words: str) -> tuple[Change, ...]:
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return tuple(
        Change(field=field, before=old[field], after=new[field], words=words[:LONGEST_WORDS])
        for field in Offer.model_fields
        if field != "currency_assumed" and old[field] not in (None, []) and old[field] != new[field]
    )


def _still_says(field: str, edits: Mapping[str, str], before: Offer, after: Offer) -> bool:
    """Whether the words of a field still say what is on file; taking out a grant or payment moves the later ones."""
    root = _root(field)
    old, new = getattr(before, root, None), getattr(after, root, None)
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) > len(new):
        return all(_root(edited) != root for edited in edits)
    return all(edited != field and not edited.startswith((f"{field}.", f"{field}[")) for edited in edits)


def _root(field: str) -> str:
    return field.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]


def _name_key(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join([word for word in words if word not in _LEGAL_FORMS] or words)
