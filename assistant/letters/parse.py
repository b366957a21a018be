"""Parse: the text of an offer to a draft with the words each term was read from."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from assistant.domain.offer import Evidence, Offer, OfferDraft
from assistant.letters.bonus import read_bonus
from assistant.letters.cautions import note_conditions
from assistant.letters.company import read_company
from assistant.letters.company_signature import read_signed_company
from assistant.letters.currency import read_currency
from assistant.letters.dates import read_deadline, read_start_date
from assistant.letters.equity import read_equity
from assistant.letters.judgement import count_pay_terms, is_newsletter, judge_offer
from assistant.letters.levels import read_level
from assistant.letters.locations import read_location
from assistant.letters.mentions import Page, read_page
from assistant.letters.moved_base import read_moved_base
from assistant.letters.moves import settle_moves
from assistant.letters.pay import read_base
from assistant.letters.pay_split import read_split
from assistant.letters.plain_text import EvenText, even_out
from assistant.letters.questions import list_questions
from assistant.letters.relocation import read_relocation, read_retention
from assistant.letters.several import split_offers
from assistant.letters.sign_on import read_signing
from assistant.letters.sum_roles import judge_roles
from assistant.letters.tags import blank_tags
from assistant.letters.terms import Grant, Terms, supersede
from assistant.letters.threads import split_messages
from assistant.letters.titles import read_title
from assistant.letters.weighing import weigh
from assistant.letters.year_table import read_year_table

REMEMBERED = 32
"""Pastes whose offers are kept: in one turn several tools read the same letter."""
LONGEST_READ = 30_000
LONGEST_OF_MORE = 12_000
"""So much is read of a paste that is far longer than any letter."""
LONGEST_RAW = 250_000
"""So much of a paste is made ready for reading, before what is longer than `LONGEST_READ` is cut."""
_LONG = "The text is very long: only its beginning and its end were read."
_DEPARTMENT = re.compile(
    r"^[ \t]*(?:human resources|people(?: team| operations| ops)?|hr(?: team| department)?"
    r"|talent(?: acquisition| team)?|recruiting(?: team)?)[ \t]*\n",
    re.I | re.M,
)
_UNBROKEN = re.compile(r"[!-~]{200,}")
"""No language: encoded data, on which patterns for names would take for ever."""
_NOT_READ = OfferDraft(is_offer=False, offer=Offer())


class _Part(NamedTuple):
    """What is read of one part of a paste, and whether that is an offer even where nobody says so."""

    draft: OfferDraft
    is_sure: bool

    def take(self, told: bool) -> OfferDraft:
        return self.draft if self.is_sure or told else _NOT_READ


class _Paste(NamedTuple):
    """A paste made ready for reading, what was noticed, and what its parts state."""

    even: EvenText
    notes: tuple[str, ...]
    parts: tuple[_Part, ...]


def parse_offer(text: str) -> OfferDraft:
    """The first or main offer a text states; `is_offer` is False and all is empty when it states none.

    Never raises; time grows with the length only. Evidence quotes the text as it was given.

    >>> draft = parse_offer("Offer from Initech: base $120k, 10% bonus")
    >>> draft.offer.base_annual, draft.offer.bonus_target_pct, [e.quote for e in draft.evidence]
    (Decimal('120000'), Decimal('10'), ['Initech', 'base $120k', '$120k', '10% bonus'])
    """
    return parse_offers(text)[0]


def parse_offers(text: str, told: bool = False) -> list[OfferDraft]:
    """Every offer of one paste, the main one first; at least one draft, maybe of no offer.

    `told`: the person says that these words state their offer, so one term of pay makes an offer.
    """
    paste = read_paste(text)
    drafts, notes = [part.take(told) for part in paste.parts], paste.notes
    offers = [draft for draft in drafts if draft.is_offer]
    if len(offers) > 1:
        notes = (*notes, "The text holds more than one offer: this draft is one of them.")
    if not offers and len(drafts) > 1:
        offers = [_parse_part(text, paste.even).take(told)]
    return [_with_notes(draft, notes) for draft in offers or drafts[:1]]


@lru_cache(maxsize=REMEMBERED)
def read_paste(text: str) -> _Paste:
    """All that a paste states, in the place of each offer."""
    ready = even_out(blank_tags(_UNBROKEN.sub(lambda run: " " * len(run.group()), _blank_middle(text))))
    even, notes = _shorten(ready, LONGEST_OF_MORE if len(text) > LONGEST_RAW else LONGEST_READ)
    places = [[(0, len(even.text))]] if is_newsletter(even.text) else split_offers(even.text)
    parts = tuple(_parse_part(text, even.cut(part) if len(places) > 1 else even) for part in places)
    return _Paste(even, notes or ((_LONG,) if len(text) > LONGEST_RAW else ()), parts)


def _blank_middle(text: str) -> str:
    """The text with all but its first and last parts as spaces, so that positions stay."""
    head, tail = LONGEST_RAW * 4 // 5, LONGEST_RAW // 5
    return text if len(text) <= LONGEST_RAW else text[:head] + " " * (len(text) - head - tail) + text[-tail:]


def _shorten(even: EvenText, most: int = LONGEST_READ) -> tuple[EvenText, tuple[str, ...]]:
    if len(even.text) <= most:
        return even, ()
    head, tail = most * 4 // 5, len(even.text) - most // 5
    return even.cut([(0, head), (tail, len(even.text))]), (_LONG,)


def _with_notes(draft: OfferDraft, notes: tuple[str, ...]) -> OfferDraft:
    return draft.model_copy(update={"warnings": (*draft.warnings, *notes)}) if notes and draft.is_offer else draft


def _parse_part(original: str, even: EvenText) -> _Part:
    whole, terms = _read_part(even)
    is_sure = judge_offer(whole, terms)
    if not (is_sure or count_pay_terms(terms)):
        return _Part(_NOT_READ, is_sure)
    marks = read_currency(whole, terms)
    if marks is not None:
        terms.spans["currency"] = even.original_span(*marks)
    note_conditions(whole, terms)
    return _Part(_build(original, whole, terms), is_sure)


def _read_part(even: EvenText) -> tuple[Page, Terms]:
    """The page of an offer and its terms, those of a later message in place of those of an earlier."""
    messages = split_messages(even.text)
    whole = settle_moves(judge_roles(read_page(even.text)))
    if len(messages) < 2:
        return whole, _read_terms(whole, even)
    terms = Terms()
    for places in reversed(messages):
        copy = even.cut(places)
        page = settle_moves(judge_roles(read_page(copy.text)))
        terms = supersede(terms, _read_terms(page, copy, terms.values.get("base_annual")))
    return whole, terms


def read_whole(text: str) -> tuple[Page, Terms]:
    """The page of the main offer of a paste and all that is read in it, whether it is an offer or not."""
    even, _ = _shorten(even_out(blank_tags(text)))
    places = split_offers(even.text)
    return _read_part(even.cut(places[0]) if len(places) > 1 else even)


def read_messages(text: str) -> list[tuple[Page, Terms]]:
    """The messages of the main offer of a paste, newest first, each with what the patterns read in it."""
    even, _ = _shorten(even_out(blank_tags(text)))
    places = split_offers(even.text)
    part = even.cut(places[0]) if len(places) > 1 else even
    pages = [read_page(part.cut(places).text) for places in split_messages(part.text)] or [read_page(part.text)]
    return [(page, _read_patterns(page)) for page in pages]


def _read_terms(page: Page, even: EvenText, earlier_base: Decimal | None = None) -> Terms:
    """The terms of one message, their places led back to the original text."""
    terms = _read_patterns(page, earlier_base)
    weigh(page, terms)
    terms.spans = {name: even.original_span(*span) for name, span in terms.spans.items()}
    for grant in terms.grants:
        grant.spans = {slot: even.original_span(*span) for slot, span in grant.spans.items()}
    return terms


def _read_patterns(page: Page, earlier_base: Decimal | None = None) -> Terms:
    terms = Terms()
    for reader in (read_base, read_split, read_bonus, read_signing, read_retention, read_relocation, read_equity,
                   read_company, read_title, read_level, read_location, read_deadline, read_start_date):  # fmt: skip
        reader(page, terms)
    if earlier_base is not None:
        read_moved_base(page, terms, earlier_base)
    read_year_table(page.year_rows, terms)
    _fill_from_signature(page, terms)
    return terms


def _fill_from_signature(page: Page, terms: Terms) -> None:
    if "company" not in terms.values and (signed := read_signed_company(page, _DEPARTMENT)):
        terms.put("company", *signed)


def _build(original: str, page: Page, terms: Terms) -> OfferDraft:
    values: dict[str, Any] = dict(terms.values)
    values["equity"] = [_grant_values(grant) for grant in terms.grants if len(grant.slots) > 1]
    offer = _validated(values)
    evidence = [
        Evidence(field=name, quote=original[start:end], start=start, end=end)
        for name, (start, end) in [*terms.spans.items(), *_grant_spans(terms)]
        if _is_filled(offer, name)
    ]
    return OfferDraft(
        is_offer=True,
        offer=offer,
        evidence=tuple(sorted(evidence, key=lambda e: (e.start, e.field))),
        questions=tuple(list_questions(page, terms)),
        warnings=tuple(dict.fromkeys(terms.warnings)),
    )


def _validated(values: dict[str, Any]) -> Offer:
    """The offer; a value outside the bounds of its field is left out rather than failing the whole."""
    for _ in range(len(values) + 1):
        try:
            return Offer.model_validate(values)
        except ValidationError as problem:
            for error in problem.errors():
                values.pop(str(error["loc"][0]), None)
    return Offer()


def _grant_values(grant: Grant) -> dict[str, Any]:
    return dict(grant.slots)


def _grant_spans(terms: Terms) -> list[tuple[str, tuple[int, int]]]:
    grants = [grant for grant in terms.grants if len(grant.slots) > 1]
    return [(f"equity[{i}].{slot}", span) for i, grant in enumerate(grants) for slot, span in grant.spans.items()]


def _is_filled(offer: Offer, name: str) -> bool:
    return getattr(offer, re.split(r"[.\[]", name)[0]) not in (None, ())
