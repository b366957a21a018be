"""The tool record_offer."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from pydantic import Field

from assistant.cases.case import Case, RecordedOffer, Role, merge_draft
from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Offer, OfferDraft
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.letters.corrected import name_corrected
from assistant.letters.foreign import leave_out_foreign
from assistant.letters.patterns import CORRECTION
from assistant.letters.places import CITY_CURRENCY
from assistant.letters.renamed import find_company_told, find_renamed
from assistant.letters.told import read_currency_alone
from assistant.letters.told_parts import CONTRACT, find_handle
from assistant.letters.updates import parse_update
from assistant.offline.briefs.conceded import read_conceded
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "record_offer"
UNNAMED = "my offer"
UNNAMED_COMPETING = "other offer"
BESIDE_PAY = ("company", "title", "level", "location", "deadline", "start_date")
"""Terms of an offer that are no pay."""


class RecordOfferArguments(ToolArguments):
    """Arguments of record_offer."""

    text: str = Field(
        min_length=1,
        max_length=1_000_000,
        description="the person's own words that state the terms, copied exactly",
    )
    name: str | None = Field(default=None, max_length=80, description="name of the offer these words correct")
    role: Role | None = Field(
        default=None, description="'competing' for an offer held elsewhere; left out, the first offer is 'mine'"
    )


def run_record_offer(arguments: RecordOfferArguments, deps: ToolDeps) -> ToolResult:
    """Read the words and put every stated term on file; a later word replaces an earlier one.

    Raises:
        InputError: the words are not the person's.
    """
    if not deps.as_written(arguments.text):
        raise InputError("text", "must be copied exactly from the person's own message")
    existing = deps.case.find_offer(arguments.name)
    told = _as_told(arguments.text, existing, deps)
    read = deps.read_offers(told) if told else []
    drafts = [draft for draft in read if draft.is_offer]
    drafts = (
        _read_as_name(told, existing)
        or _read_as_update(drafts, told, arguments, deps.case)
        or drafts
        or _read_as_correction(told, existing, deps)
    )
    if told != arguments.text:
        drafts = [_with_evidence_of(arguments.text, draft) for draft in _with_post_of(arguments.text, drafts, deps)]
    if not drafts:
        warnings = tuple(dict.fromkeys(warning for draft in read for warning in draft.warnings))
        nothing = "No offer terms are stated in these words; nothing was recorded."
        return ToolResult(tool=NAME, text="\n".join([nothing, *warnings]), warnings=warnings)
    drafts = [_settle(draft, arguments, deps.case) for draft in drafts]
    with deps.lock:
        recorded = _record_all(drafts, arguments, deps)
    return ToolResult(
        tool=NAME,
        text="\n\n".join(_describe(item) for item in recorded),
        warnings=tuple(dict.fromkeys(warning for item in recorded for warning in item.warnings)),
        data={
            "names": [item.name for item in recorded],
            "offers": [item.model_dump(mode="json", exclude={"evidence"}) for item in recorded],
            "fields": [sorted(stated_terms(draft.offer)) for draft in drafts],
        },
    )


def _as_told(text: str, existing: RecordedOffer | None, deps: ToolDeps) -> str:
    """The words as they state terms of an offer: what was only asked for left out, the part corrected named."""
    at = next((number for number, words in enumerate(deps.words) if text in words), len(deps.words) - 1)
    stated = read_conceded([*deps.words[:at], text], [item.name for item in deps.case.offers])
    told = text if stated is None else stated
    return name_corrected(told, existing.words) if existing else told


def _with_post_of(text: str, drafts: list[OfferDraft], deps: ToolDeps) -> list[OfferDraft]:
    """The draft with the company, the place and the currency that only the words left out of it tell."""
    whole = [draft for draft in deps.read_offers(text) if draft.is_offer]
    if not (len(whole) == len(drafts) == 1):
        return drafts
    told, offer = whole[0].offer, drafts[0].offer
    found = {
        name: value for name in ("company", "location") if (value := getattr(told, name)) and not getattr(offer, name)
    }
    if told.currency and not told.currency_assumed and (offer.currency is None or offer.currency_assumed):
        found |= {"currency": told.currency, "currency_assumed": False}
    return [drafts[0].model_copy(update={"offer": offer.model_copy(update=found)})]


def _with_evidence_of(text: str, draft: OfferDraft) -> OfferDraft:
    """The draft with the evidence that stands in the words as they were written."""
    found = [(item, text.find(item.quote)) for item in draft.evidence]
    kept = [item.model_copy(update={"start": at, "end": at + len(item.quote)}) for item, at in found if at >= 0]
    return draft.model_copy(update={"evidence": tuple(kept)})


def _read_as_update(
    drafts: list[OfferDraft], text: str, arguments: RecordOfferArguments, case: Case
) -> list[OfferDraft]:
    """The words as a change of the offer on file they are about, in its measure; nothing where they are none."""
    draft = drafts[0] if drafts else OfferDraft(is_offer=True, offer=Offer())
    existing = _find_existing(draft, arguments, case) if len(drafts) < 2 else None
    update = parse_update(text, existing.offer) if existing else None
    if update is None:
        return []
    kept = {name: getattr(draft.offer, name) for name in BESIDE_PAY if getattr(draft.offer, name) is not None}
    evidence = (*(item for item in draft.evidence if item.field in kept), *update.evidence)
    changed = {name: getattr(update.offer, name) for name in update.offer.model_fields_set}
    return [draft.model_copy(update={"offer": Offer(**kept).with_terms(changed), "evidence": evidence})]


def _read_as_name(text: str, existing: RecordedOffer | None) -> list[OfferDraft]:
    """The words as the name of the company the offer on file is from: told later, or put right."""
    if existing is None:
        return []
    unnamed = existing.name.startswith((UNNAMED, UNNAMED_COMPETING))
    company = find_company_told(text) if unnamed else find_renamed(text, existing.name)
    if company is None or read_amounts(text):
        return []
    return [OfferDraft(is_offer=True, offer=Offer(company=company), questions=existing.questions)]


def _read_as_correction(text: str, existing: RecordedOffer | None, deps: ToolDeps) -> list[OfferDraft]:
    """The offer on file read again with these words behind its own: the later number wins.

    "Actually the sign-on is 45" states no offer by itself.
    """
    if existing is None or not existing.words:
        return []
    if currency := read_currency_alone(text):
        return [OfferDraft(is_offer=True, offer=Offer(currency=currency), questions=existing.questions)]
    before = _about(existing, deps.read_offers(existing.words))
    after = _about(existing, deps.read_offers(f"{existing.words}\n\n{text}"))
    if after is None:
        return []
    old = stated_terms(before.offer) if before else {}
    changed = {name: value for name, value in stated_terms(after.offer).items() if old.get(name) != value}
    if not changed or all(stated_terms(existing.offer).get(name) == value for name, value in changed.items()):
        return []
    # Only what these words change: an earlier correction is not undone by the words it corrected.
    return [after.model_copy(update={"offer": Offer.model_validate(changed)})]


def _about(existing: RecordedOffer, drafts: Sequence[OfferDraft]) -> OfferDraft | None:
    """The draft that is about the offer on file, among those of its own words."""
    offers = [draft for draft in drafts if draft.is_offer]
    return next((d for d in offers if len(offers) == 1 or d.offer.company == existing.offer.company), None)


def _settle(draft: OfferDraft, arguments: RecordOfferArguments, case: Case) -> OfferDraft:
    """The draft as terms of the offer it corrects: in its pay period, without another company's name."""
    existing = _find_existing(draft, arguments, case)
    company = draft.offer.company
    stated = existing.offer.currency if existing and not existing.offer.currency_assumed else None
    draft = leave_out_foreign(draft, stated)
    if existing is None:
        return draft
    if arguments.name is not None and company is not None and case.find_offer(company) not in (None, existing):
        draft = draft.model_copy(update={"offer": draft.offer.model_copy(update={"company": None})})
    return _same_period(draft, existing)


def _same_period(draft: OfferDraft, existing: RecordedOffer) -> OfferDraft:
    """A bare 40.50 after $39 an hour is an hour's pay, too."""
    before, base = existing.offer.base_stated, draft.offer.base_annual
    quote = next((item.quote for item in draft.evidence if item.field == "base_annual"), "")
    written = [item.value for item in read_amounts(quote) if item.kind != "percent"]
    if before is None or before.period == "year" or draft.offer.base_stated or base is None or not written:
        return draft
    if not existing.offer.base_annual or not before.amount / 2 <= written[0] <= before.amount * 2:
        return draft
    yearly = written[0] * existing.offer.base_annual / before.amount
    stated = before.model_copy(update={"amount": written[0]})
    offer = draft.offer.model_copy(update={"base_annual": yearly, "base_stated": stated})
    return draft.model_copy(update={"offer": offer})


def _record_all(drafts: list[OfferDraft], arguments: RecordOfferArguments, deps: ToolDeps) -> list[RecordedOffer]:
    recorded: list[RecordedOffer] = []
    for draft in drafts:
        existing = _find_existing(draft, arguments, deps.case)
        if existing is not None and existing in recorded:
            existing = None  # two drafts of one text are two offers
        item = _correct(existing, draft, arguments, deps.case) if existing else _add(draft, arguments, deps)
        deps.case = deps.case.with_offer(item, instead_of=existing.name if existing else None)
        recorded.append(item)
    return recorded


def _correct(existing: RecordedOffer, draft: OfferDraft, arguments: RecordOfferArguments, case: Case) -> RecordedOffer:
    item = merge_draft(existing, draft, arguments.text)
    company = draft.offer.company
    unnamed = existing.name.startswith((UNNAMED, UNNAMED_COMPETING))
    if company and (unnamed or find_renamed(arguments.text, existing.name) == company):
        return item.model_copy(update={"name": _free_name(company, case)})
    return item


def _add(draft: OfferDraft, arguments: RecordOfferArguments, deps: ToolDeps) -> RecordedOffer:
    case = deps.case
    if not case.offers and draft.offer.company is None:
        before = [company for text in deps.words[:-1] if (company := find_company_told(text))]
        named = draft.offer.model_copy(update={"company": before[-1] if before else None})
        draft = draft.model_copy(update={"offer": named})
    mine = any(offer.role == "mine" for offer in case.offers)
    role = arguments.role or ("competing" if mine else "mine")
    wanted = draft.offer.company or arguments.name or draft.handle or (UNNAMED if role == "mine" else UNNAMED_COMPETING)
    return RecordedOffer(
        name=_free_name(wanted, case),
        role=role,
        offer=_in_currency_of(_without_name_as_place(draft, wanted), case, deps.words),
        words=arguments.text,
        evidence=draft.evidence,
        questions=draft.questions,
        warnings=draft.warnings,
    )


def _without_name_as_place(draft: OfferDraft, name: str) -> Offer:
    """A company called after a town need not be there: the town and the currency read from it are not stated.

    An offer that is called by nothing but its town is there.
    """
    offer = draft.offer
    named = set(re.findall(r"[\w.'-]+", name.lower()))
    places = [place for place in CITY_CURRENCY if place in name.lower() and set(place.split()) < named]
    marked = any(item.field == "currency" for item in draft.evidence)
    if marked or offer.currency not in {CITY_CURRENCY[place] for place in places}:
        return offer
    located = (offer.location or "").lower() not in places
    return offer.model_copy(update={"location": offer.location if located else None, "currency": None})


def _in_currency_of(offer: Offer, case: Case, words: Sequence[str]) -> Offer:
    """An offer without a currency is in that of the first, or of all other sums told; it is still an assumption."""
    known = next((item.offer.currency for item in case.offers if not item.offer.currency_assumed), None)
    if known is None and offer.currency is None:
        known = next((item.offer.currency for item in case.offers), None)
    known = known or _currency_told("\n".join(words))
    if known is None or not (offer.currency is None or offer.currency_assumed):
        return offer
    return offer.model_copy(update={"currency": known, "currency_assumed": True})


def _currency_told(text: str) -> str | None:
    """The one currency in which sums are told, by a mark that no other shares."""
    codes = {amount.currency for amount in read_amounts(text) if amount.currency and not amount.ambiguous_symbol}
    return codes.pop() if len(codes) == 1 else None


def _find_existing(draft: OfferDraft, arguments: RecordOfferArguments, case: Case) -> RecordedOffer | None:
    """The offer these terms correct: the named one, or the only one they can be about."""
    company, handle = draft.offer.company, draft.handle
    name = arguments.name or company or handle
    if name is None:
        role = arguments.role or "mine"
        return next((item for item in case.offers if item.role == role), None)
    found = case.find_offer(name) or (_find_called(handle, case) if handle else None)
    if found is None and arguments.role is None and len(case.offers) == 1 and _may_be(case.offers[0], draft):
        return None if _is_another(case.offers[0], draft, arguments.text) else case.offers[0]
    return found


def _is_another(item: RecordedOffer, draft: OfferDraft, text: str) -> bool:
    """Whether terms with a name state another base than an offer without one, and the words tell of no change."""
    before, base = item.offer.base_annual, draft.offer.base_annual
    return before is not None and base not in (None, before) and not CORRECTION.search(text)


def _find_called(handle: str, case: Case) -> RecordedOffer | None:
    """The offer whose own words call it by this letter."""
    told = ((item, find_handle(words)) for item in case.offers for words in item.words.split("\n"))
    return next((item for item, called in told if called == handle), None)


def _may_be(item: RecordedOffer, draft: OfferDraft) -> bool:
    """Whether terms with a name may be those of an offer on file that has none yet."""
    second = draft.handle is not None and draft.handle.startswith("offer ") and draft.handle[-1] not in "A1"
    stated = item.offer.base_stated
    second = second or (draft.handle == CONTRACT and (stated is None or stated.period not in ("day", "hour")))
    named = item.offer.company is not None or not item.name.startswith((UNNAMED, UNNAMED_COMPETING))
    return not (named or second)


def _free_name(wanted: str, case: Case) -> str:
    if case.find_offer(wanted) is None:
        return wanted
    return next(name for n in itertools.count(2) if case.find_offer(name := f"{wanted} {n}") is None)


def stated_terms(offer: Offer) -> dict[str, Any]:
    """The terms an offer states, as plain JSON."""
    terms = offer.model_dump(mode="json", exclude_none=True, exclude={"currency_assumed"})
    return {name: value for name, value in terms.items() if value not in ([], {})}


def _describe(item: RecordedOffer) -> str:
    terms = "; ".join(f"{name} = {value}" for name, value in stated_terms(item.offer).items())
    changes = "".join(f"\nchanged: {change.field} from {change.before} to {change.after}" for change in item.history)
    return f'Offer "{item.name}" ({item.role}): {terms}{changes}'


RECORD_OFFER = ToolSpec(
    name=NAME,
    description=(
        "Read the terms of a job offer out of the person's own words and put them on file, or correct "
        "an offer on file. Use it whenever a message states pay, stock, bonus, sign-on or other terms."
    ),
    arguments=RecordOfferArguments,
    run=run_record_offer,
    status="reading your offer…",
)
