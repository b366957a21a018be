"""Equity: each grant with its size, price or strike, and how it vests."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.letters.grant_sizes import is_unnamed_grant, is_unnamed_stake, kind_of, read_size
from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.patterns import ADDITIONAL, CORRECTION
from assistant.letters.terms import Grant, Span, Terms
from assistant.letters.vesting_near import fill_vesting
from assistant.letters.vesting_terms import Vesting, even_schedule

MOST_PERCENT = 30
MOST_GRANTS = 12
_CONVERTED = re.compile(
    r"\b(?:i\.e\.|ie|that is|equals?|=|equivalent|approx\w*|about|roughly|worth|valued|at (?:today"
    r"|current))",
    re.IGNORECASE,
)
_COUNTED_TIME = re.compile(
    r" ?(?:business |working |calendar |trading )?(?:days?|weeks?|hours?|months?)\b", re.IGNORECASE
)
_OF_EACH = re.compile(r"\b(?:each|both|all)\b[^.;]{0,30}$", re.IGNORECASE)
_NEXT_GRANT = re.compile(
    r"\b(?:second|third|other|another|additional|supplement\w*|make-?whole|replacement|one-?time)\b", re.IGNORECASE
)
_UNITS = re.compile(r"restricted (?:stock|share)|\brsus?\b", re.IGNORECASE)
_OPTIONS = re.compile(r" (?:\w+[- ]){0,2}options?\b", re.IGNORECASE)
_EQUITY_KINDS = ("equity", "share_price", "strike", "dilution")
_SIZE_SLOTS = ("total_value", "annual_value", "shares", "percent", "percent_range")


def read_equity(page: Page, terms: Terms) -> None:
    """Fill the grants of a message with sizes first, then with what the vesting phrases say."""
    sentences: list[int] = []
    for place, mention in enumerate(page.mentions):
        if (
            (
                mention.kind not in _EQUITY_KINDS
                and not is_unnamed_stake(page, mention)
                and not is_unnamed_grant(page, mention)
            )
            or mention.amount.unit
            or _COUNTED_TIME.match(page.terms, mention.amount.end)
            or len(terms.grants) >= MOST_GRANTS
        ):
            continue
        if mention.amount.value < 0:
            terms.warnings.append(
                f"A negative amount ({mention.amount.quote}) stands where equity belongs: it was not read."
            )
            continue
        size = read_size(page, place)
        if size is not None:
            _place_size(page, mention, *size, terms=terms, sentences=sentences)
    if any(label.kind == "equity" for label in page.labels):
        terms.cues.add("equity_named")
    _attach_vesting(page, terms, sentences)


def _place_size(page: Page, mention: Mention, slot: str, value: object, *, terms: Terms, sentences: list[int]) -> None:
    words = page.words(mention.sentence)
    grants = terms.grants
    grant = grants[-1] if grants else None
    same_sentence = grant is not None and sentences[-1] == mention.sentence
    if slot in ("strike", "share_price"):
        if grant is None or (same_sentence and slot in grant.slots):
            return
        if grant.slots["kind"] == "option" and mention.kind == "equity":
            slot = "strike"
    elif _says_again(grants, slot, value):
        return
    elif grant is not None and slot in grant.slots:
        if not same_sentence and CORRECTION.search(words) and not ADDITIONAL.search(_around(page, mention)):
            _resize(grant, slot)
        elif _is_converted(page, mention) and (same_sentence or not _NEXT_GRANT.search(words)):
            return
        else:
            grant = None
    elif (
        (
            grant is not None
            and not same_sentence
            and ADDITIONAL.search(_around(page, mention))
            and slot not in ("share_price",)
        )
        or (
            grant is not None
            and not same_sentence
            and kind_of(page, mention) == "option"
            and grant.slots["kind"] != "option"
        )
        or (grant is not None and grant.slots["kind"] == "option" and _is_unit_award(page, mention))
        or (grant is not None and slot == "shares" and _is_option_beside_units(page, mention, grant))
    ):
        grant = None
    if grant is None:
        grant = Grant()
        grant.added = bool(re.search(r"additional|another|extra|on top", _around(page, mention), re.IGNORECASE))
        grants.append(grant)
        sentences.append(mention.sentence)
        grant.put("kind", kind_of(page, mention), mention.span)
    span = _range_span(page, mention) if slot == "percent_range" else mention.span
    grant.put(slot, value, span)
    if kind_of(page, mention) == "option" and grant.slots["kind"] != "option":
        grant.put("kind", "option", mention.span)
    priced = slot in ("strike", "share_price") and "currency" not in grant.slots
    if mention.amount.currency is not None and (slot in ("total_value", "annual_value") or priced):
        grant.slots["currency"] = mention.amount.currency
        grant.slots["currency_mark"] = mention.amount.ambiguous_symbol


def _says_again(grants: list[Grant], slot: str, value: object) -> bool:
    """Whether an amount is that of a grant told before, or what several grants come to."""
    held = [grant.slots[slot] for grant in grants if slot in grant.slots]
    return value in held or (len(held) > 1 and slot in ("total_value", "shares") and sum(held) == value)


def _is_converted(page: Page, mention: Mention) -> bool:
    start = mention.amount.start
    return bool(_CONVERTED.search(page.terms[max(0, start - 25) : start]))


def _is_unit_award(page: Page, mention: Mention) -> bool:
    """Whether an amount is called restricted stock in so many words: no part of an option."""
    told = page.terms[page.sentences[mention.sentence].start : mention.amount.start]
    units = [*_UNITS.finditer(told)]
    options = [*re.finditer(r"\boptions?\b", told, re.IGNORECASE)]
    return bool(units) and (not options or options[-1].start() < units[-1].start())


def _is_option_beside_units(page: Page, mention: Mention, grant: Grant) -> bool:
    """Whether a number of options follows a sum of restricted stock: "RSUs of $250,000, and 15,000 stock options"."""
    start = min(start for start, _ in grant.spans.values())
    units = _UNITS.search(page.terms, page.sentences[page.sentence_at(start)].start, mention.amount.start)
    option = _OPTIONS.match(page.terms, mention.amount.end)
    return grant.slots["kind"] == "rsu" and bool(units) and bool(option)


def _range_span(page: Page, mention: Mention) -> Span:
    row = page.by_sentence[mention.sentence]
    high = row[row.index(mention) + 1].amount
    return min(mention.span[0], mention.amount.start), max(mention.span[1], high.end)


def _resize(grant: Grant, slot: str) -> None:
    for name in _SIZE_SLOTS:
        if name != slot:
            grant.slots.pop(name, None)
            grant.spans.pop(name, None)


def _around(page: Page, mention: Mention) -> str:
    sentence = page.sentences[mention.sentence]
    return page.terms[max(sentence.start, mention.span[0] - 60) : min(sentence.end, mention.span[1] + 40)]


def _attach_vesting(page: Page, terms: Terms, sentences: list[int]) -> None:
    for phrase in page.vesting:
        if _belongs_elsewhere(page, phrase):
            continue
        index = _grant_of(page, phrase, terms, sentences)
        if index is None:
            continue
        _apply(terms.grants[index], phrase)
        here = page.sentences[page.sentence_at(phrase.start)]
        if _OF_EACH.search(page.terms, here.start, phrase.start):
            for other in terms.grants[:index]:
                _apply(other, phrase)
    starts = [min(start for start, _ in grant.spans.values()) for grant in terms.grants]
    for place, grant in enumerate(terms.grants):
        fill_vesting(page, grant, starts[place], [*starts[place + 1 :], len(page.terms)][0], is_first=not place)
    for grant in terms.grants:
        _settle(grant, terms)


def _belongs_elsewhere(page: Page, phrase: Vesting) -> bool:
    """Whether bare years follow a sign-on or bonus ("60k sign-on over 2 years") and say nothing of equity."""
    words = page.terms[phrase.start : phrase.end].lower()
    if phrase.years is None or phrase.schedule or phrase.frequency or phrase.equal or "vest" in words:
        return False
    row = page.by_sentence.get(page.sentence_at(phrase.start), [])
    before = [mention for mention in row if mention.amount.start < phrase.start and not mention.amount.unit]
    if before and is_unnamed_stake(page, before[-1]):
        return False
    return bool(before) and before[-1].kind in ("sign_on", "retention", "bonus", "relocation")


def _grant_of(page: Page, phrase: Vesting, terms: Terms, sentences: list[int]) -> int | None:
    if not terms.grants:
        return None
    here = page.sentence_at(phrase.start)
    starts = [min(start for start, _ in grant.spans.values()) for grant in terms.grants]
    before = [i for i, start in enumerate(starts) if start <= phrase.start]
    same = [i for i, sentence in enumerate(sentences) if sentence == here]
    same_before = [i for i in same if i in before]
    if same_before:
        return same_before[-1]
    if same:
        return same[0]
    return before[-1] if before else 0


def _apply(grant: Grant, phrase: Vesting) -> None:
    span: Span = (phrase.start, phrase.end)
    if phrase.schedule is not None:
        grant.put("schedule", phrase.schedule, span)
    if phrase.first_year is not None:
        grant.put("first_year", phrase.first_year, span)
    if phrase.equal:
        grant.put("equal", True, span)
    for slot in ("years", "cliff_months", "frequency"):
        value = getattr(phrase, slot)
        # "25% a year, then quarterly": the rhythm that is named beats the one of the yearly part
        finer = slot == "frequency" and grant.slots.get(slot) == "annual" and not phrase.equal
        if value is not None and (slot not in grant.slots or slot == "years" or finer):
            if slot == "years" and "schedule" in grant.slots and phrase.schedule is None:
                continue
            grant.put(slot, value, span)


def _settle(grant: Grant, terms: Terms) -> None:
    """A schedule from what was said about it; one that does not sum to 100 % is warned of, not kept."""
    slots = grant.slots
    if "strike" in slots and slots["kind"] == "rsu":
        slots["kind"] = "option"
    if (yearly := slots.pop("yearly_shares", None)) is not None:
        span = grant.spans.pop("yearly_shares")
        if "shares" not in slots and slots.get("years"):
            grant.put("shares", yearly * slots["years"], span)
    schedule, years = slots.get("schedule"), slots.get("years")
    if schedule is not None:
        total = sum(schedule, Decimal(0))
        if abs(total - 100) > Decimal("0.5"):
            terms.warnings.append(
                f"The vesting schedule sums to {total.normalize():f}, not to a hundred: ask which figure is right."
            )
            for name in ("schedule", "years"):
                slots.pop(name, None)
                grant.spans.pop(name, None)
    elif (first := slots.get("first_year")) is not None and years and float(years).is_integer() and years > 1:
        rest = (100 - first) / (int(years) - 1)
        slots["schedule"] = (first, *(round(rest, 2).normalize(),) * (int(years) - 1))
        grant.spans["schedule"] = grant.spans["first_year"]
    elif slots.get("equal") and years and (even := even_schedule(years)):
        slots["schedule"] = even
        grant.spans["schedule"] = grant.spans["equal"]
    for name in ("first_year", "equal"):
        slots.pop(name, None)
        grant.spans.pop(name, None)
