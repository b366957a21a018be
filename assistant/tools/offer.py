"""The tool record_offer."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from assistant.cases.case import RecordedOffer, Role, merge_draft
from assistant.domain.offer import Offer, OfferDraft
from assistant.domain.quotes import contains_quote
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "record_offer"
UNNAMED = "my offer"
UNNAMED_COMPETING = "other offer"


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
    if not any(contains_quote(words, arguments.text) for words in deps.words):
        raise InputError("text", "must be copied exactly from the person's own message")
    read = deps.read_offers(arguments.text)
    drafts = [draft for draft in read if draft.is_offer] or _read_as_correction(arguments, deps)
    if not drafts:
        warnings = tuple(dict.fromkeys(warning for draft in read for warning in draft.warnings))
        nothing = "No offer terms are stated in these words; nothing was recorded."
        return ToolResult(tool=NAME, text="\n".join([nothing, *warnings]), warnings=warnings)
    with deps.lock:
        recorded = [_record(draft, arguments, deps) for draft in drafts]
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


def _read_as_correction(arguments: RecordOfferArguments, deps: ToolDeps) -> list[OfferDraft]:
    """The offer on file read again with these words behind its own: the later number wins.

    "Actually the sign-on is 45" states no offer by itself.
    """
    existing = deps.case.find_offer(arguments.name)
    if existing is None or not existing.words:
        return []
    drafts = [draft for draft in deps.read_offers(f"{existing.words}\n\n{arguments.text}") if draft.is_offer]
    changed = bool(drafts) and stated_terms(drafts[0].offer) != stated_terms(existing.offer)
    return drafts[:1] if changed else []


def _record(draft: OfferDraft, arguments: RecordOfferArguments, deps: ToolDeps) -> RecordedOffer:
    existing = _find_existing(draft, arguments, deps)
    if existing is not None:
        item = merge_draft(existing, draft, arguments.text)
        if draft.offer.company and existing.name.startswith(UNNAMED):
            item = _rename(item, draft.offer.company, deps)
    else:
        mine = any(offer.role == "mine" for offer in deps.case.offers)
        role = arguments.role or ("competing" if mine else "mine")
        unnamed = UNNAMED if role == "mine" else UNNAMED_COMPETING
        item = RecordedOffer(
            name=_free_name(draft.offer.company or unnamed, deps),
            role=role,
            offer=draft.offer,
            words=arguments.text,
            evidence=draft.evidence,
            questions=draft.questions,
            warnings=draft.warnings,
        )
    deps.case = deps.case.with_offer(item)
    return item


def _find_existing(draft: OfferDraft, arguments: RecordOfferArguments, deps: ToolDeps) -> RecordedOffer | None:
    company = draft.offer.company
    if arguments.name is not None or company is not None:
        found = deps.case.find_offer(arguments.name or company)
        if found is not None:
            return found
    unnamed = [item for item in deps.case.offers if item.offer.company is None]
    if company is not None:
        return unnamed[0] if len(unnamed) == len(deps.case.offers) == 1 and not arguments.role else None
    wanted = [item for item in deps.case.offers if item.role == (arguments.role or "mine")]
    return wanted[0] if wanted else None


def _rename(item: RecordedOffer, company: str, deps: ToolDeps) -> RecordedOffer:
    kept = tuple(offer for offer in deps.case.offers if offer.name != item.name)
    deps.case = deps.case.model_copy(update={"offers": kept})
    return item.model_copy(update={"name": _free_name(company, deps)})


def _free_name(wanted: str, deps: ToolDeps) -> str:
    taken = {item.name.casefold() for item in deps.case.offers}
    if wanted.casefold() not in taken:
        return wanted
    return next(name for n in range(2, 1000) if (name := f"{wanted} {n}").casefold() not in taken)


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
)
