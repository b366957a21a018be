"""Equity: each grant with its size, price or strike, and how it vests."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.letters.mentions import Mention, Page
from assistant.letters.patterns import ADDITIONAL, CORRECTION, UP_TO
from assistant.letters.pay import scale_bare
from assistant.letters.terms import Grant, Span, Terms
from assistant.letters.vesting_terms import Vesting, even_schedule

MOST_PERCENT = 30
MOST_GRANTS = 12
MOST_STAKE = 3
_VESTS_AFTER = re.compile(r"[^.;%\n]{0,40}\b(?:cliff|vest(?:s|ed|ing)?)\b", re.IGNORECASE)
_OPTION = re.compile(r"option|\bisos?\b|\bn?q?sos?\b|esop|warrant|bspce|vsop", re.IGNORECASE)
_COUNTED = re.compile(
    r"^[ ]?(?:new[- ]hire |initial |restricted |stock |share |incentive |non-?qualified |employee "
    r"|additional |performance )*(?:rsus?|psus?|options?|shares?|units|isos?|nsos?|restricted stock)",
    re.IGNORECASE,
)
_COUNT_LABEL = re.compile(r"(?:units|options?|shares|isos?|nsos?)\W*(?:granted|number)?\W*$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"(?:number of (?:shares|units|options|rsus)|shares|units|options|count)\W{0,4}$", re.IGNORECASE
)
_WORTH = re.compile(r"\b(?:worth|valued?|value)\b", re.IGNORECASE)
_VESTS_THEN = re.compile(
    r"vest(?:s|ing)? (?:in|during|by) (?:the )?(?:first|second|third|fourth )?(?:year|yr)[^,;.]{0,12}$", re.IGNORECASE
)
_ORDINAL_BEFORE = re.compile(r"\b(?:first|next|last|after|year|of the) $", re.IGNORECASE)
KILO = Decimal(1000)
_YEARLY = re.compile(
    r"^[ ]?(?:target )?(?:usd |eur |cad |gbp |chf )?(?:in )?(?:of )?(?:rsus?|stocks?|equity|shares"
    r"|grants?)?[ ]?(?:target )?(?:(?:each|every|per|a|an|/) ?(?:year|yr|annum)|annually|yearly|p\.a\.?"
    r"|pa\b)",
    re.IGNORECASE,
)
_YEARLY_BEFORE = re.compile(r"\b(?:annual|yearly)(?: \w+){0,3}(?: of| worth| at|:)? ?$", re.IGNORECASE)
_PRICE_BEFORE = re.compile(r"(?:@|\bat|price(?: of)?|valued at|worth)\s*$", re.IGNORECASE)
_PRICE_AFTER = re.compile(r"^ ?(?:per|a|/|each)[ ]?(?:share|unit|rsu|option)|^ ?(?:each|apiece)\b", re.IGNORECASE)
_STRIKE_BEFORE = re.compile(r"\b(?:strike|exercise)(?: price)?\b[^.,;\d]{0,20}$", re.IGNORECASE)
_STRIKE_AFTER = re.compile(r"^ ?(?:strike|exercise)", re.IGNORECASE)
_DISTRACTION = re.compile(
    r"\b(?:discount|match|tax|withh\w+|dilut\w+ by|accelerat\w+|preference|cliff|anniversary"
    r"|(?:after|at|in|on|during) (?:the )?(?:first|year (?:one|1)|one year|1 ?(?:year|yr)|12 months))\b",
    re.IGNORECASE,
)
_CONVERTED = re.compile(
    r"\b(?:i\.e\.|ie|that is|equals?|=|equivalent|approx\w*|about|roughly|worth|valued|at (?:today"
    r"|current))",
    re.IGNORECASE,
)
_OF_PAY = re.compile(r" ?of (?:your |the |my |annual |target )*(?:base|salary|pay|fixed|earnings)\b", re.IGNORECASE)
_EQUITY_KINDS = ("equity", "share_price", "strike", "dilution")
_SIZE_SLOTS = ("total_value", "annual_value", "shares", "percent", "percent_range")


_COUNTED_YEARLY = re.compile(
    r"^ ?(?:rsus?|shares|units|options)(?: units)? ?(?:/|per|a|each|every|p\.) ?(?:yr|year|annum)", re.IGNORECASE
)


LEAST_VEST_PART = 5
"""From here on a percentage beside equity is the part that vests, unless it is called a stake."""
_STAKE = re.compile(
    r"of (?:the |our |its )?(?:company|business|fully|total|outstanding|shares? capital|ordinary)"
    r"|fully[- ]diluted|stake|owner|equity"
    r"|options? over|partner",
    re.IGNORECASE,
)
_UNITS_WRITTEN_OUT = re.compile(
    r"^ ?(?:(?:[A-Z][\w.&]*,? ){0,4})(?:restricted (?:stock|share) units?|stock units|rsus? of\b)", re.IGNORECASE
)


def read_equity(page: Page, terms: Terms) -> None:
    """Fill the grants of a message with sizes first, then with what the vesting phrases say."""
    sentences: list[int] = []
    for place, mention in enumerate(page.mentions):
        if (
            (mention.kind not in _EQUITY_KINDS and not _is_unnamed_stake(page, mention))
            or mention.amount.unit
            or len(terms.grants) >= MOST_GRANTS
        ):
            continue
        if mention.amount.value < 0:
            terms.warnings.append(
                f"A negative amount ({mention.amount.quote}) stands where equity belongs: it was not read."
            )
            continue
        size = _read_size(page, place)
        if size is not None:
            _place_size(page, mention, *size, terms=terms, sentences=sentences)
    if any(label.kind == "equity" for label in page.labels):
        terms.cues.add("equity_named")
    _attach_vesting(page, terms, sentences)


def _is_unnamed_stake(page: Page, mention: Mention) -> bool:
    """Whether a small share of a percent is said to vest: "0.35% over 4 w/ 1yr cliff"."""
    amount = mention.amount
    if amount.kind != "percent" or amount.value > MOST_STAKE or mention.kind not in (None, "sign_on", "bonus"):
        return False
    return bool(_VESTS_AFTER.match(page.terms[amount.end : amount.end + 50]))


def _read_size(page: Page, place: int) -> tuple[str, object] | None:
    """The slot an amount fills and its value; None when it is no size of a grant."""
    mention = page.mentions[place]
    amount = mention.amount
    before, after = page.terms[max(0, amount.start - 40) : amount.start], page.terms[amount.end : amount.end + 40]
    if amount.kind == "percent":
        return _read_percent(page, place, before, after)
    if mention.kind == "strike" or _STRIKE_AFTER.match(after) or _STRIKE_BEFORE.search(before):
        return "strike", amount.value
    if mention.kind == "share_price" or (_PRICE_AFTER.match(after) and amount.value < 10_000):
        return "share_price", amount.value
    if amount.kind == "plain" and _UNITS_WRITTEN_OUT.match(after):
        return "shares", amount.value
    if mention.kind == "dilution" or (amount.partner is not None and amount.kind == "money") or UP_TO.search(before):
        return None
    if _VESTS_THEN.search(before):
        return None
    if _is_price(page, mention, before):
        return ("strike" if _kind(page, mention) == "option" else "share_price"), amount.value
    if _is_count(page, mention, before, after):
        return ("yearly_shares" if _COUNTED_YEARLY.match(after) else "shares"), amount.value
    value = scale_bare(amount, page)
    if value < 500 or (value != amount.value and _ORDINAL_BEFORE.search(before)):
        return None
    yearly = _YEARLY.match(after) or _YEARLY_BEFORE.search(before[-30:])
    return ("annual_value" if yearly else "total_value"), value


def _is_price(page: Page, mention: Mention, before: str) -> bool:
    amount = mention.amount
    if amount.currency is None or amount.value >= 3000 or amount.scale != 1:
        return False
    counted = any(
        m.kind == "equity" and m.amount.currency is None and m is not mention
        for m in page.by_sentence[mention.sentence]
    )
    return counted and bool(_PRICE_BEFORE.search(before))


def _is_count(page: Page, mention: Mention, before: str, after: str) -> bool:
    amount = mention.amount
    if amount.currency is not None or mention.label is None or amount.kind == "percent":
        return False
    name = page.text[mention.label.start : mention.label.end]
    option = bool(_OPTION.search(name))
    if amount.kind == "money":
        # "40k options" counts options, "300k rsu" is a value
        if option and amount.scale == KILO and not _WORTH.search(before):
            return True
        return bool(_COUNTED.match(after)) and (option or bool(re.match(r"^ ?(?:shares|units)", after, re.IGNORECASE)))
    if amount.value < 1000 and not option and page.writes_bare_thousands:
        return False
    if option:
        return amount.value >= 10
    if amount.value >= 50_000 and amount.value % 1000 == 0 and not re.search(r"shares|units", name, re.IGNORECASE):
        return False
    return bool(_COUNTED.match(after) or _COUNT_LABEL.search(name) or _NUMBER_OF.search(before)) or (
        bool(re.search(r"rsus|units|psus", name, re.IGNORECASE)) and amount.value < 20_000
    )


def _read_percent(page: Page, place: int, before: str, after: str) -> tuple[str, object] | None:
    mention = page.mentions[place]
    amount = mention.amount
    distraction = _DISTRACTION.search(before[-15:] + after[:20])
    if distraction and not (amount.value <= MOST_STAKE and distraction.group().lower() == "cliff"):
        return None
    if not 0 < amount.value <= MOST_PERCENT:
        return None
    if amount.value >= LEAST_VEST_PART and not _STAKE.search(before[-30:] + "%" + after[:45]):
        return None
    if _YEARLY.match(after) or UP_TO.search(before) or _OF_PAY.match(after):
        return None
    low = page.mentions[place - 1].amount if place else None
    if low is not None and _is_range(low, amount):
        return None
    high = page.mentions[place + 1].amount if place + 1 < len(page.mentions) else None
    if high is not None and _is_range(amount, high):
        return "percent_range", (amount.value, high.value)
    return "percent", amount.value


def _is_range(low: WrittenAmount, high: WrittenAmount) -> bool:
    linked = low.partner is not None and high.partner is not None
    return linked and low.kind == high.kind and 0 <= high.start - low.end <= 8 and low.value < high.value


def _place_size(page: Page, mention: Mention, slot: str, value: object, *, terms: Terms, sentences: list[int]) -> None:
    words = page.words(mention.sentence)
    grants = terms.grants
    grant = grants[-1] if grants else None
    same_sentence = grant is not None and sentences[-1] == mention.sentence
    if slot in ("strike", "share_price"):
        if grant is None:
            return
        if grant.slots["kind"] == "option" and mention.kind == "equity":
            slot = "strike"
    elif grant is not None and grant.slots.get(slot) == value:
        return
    elif grant is not None and slot in grant.slots:
        if not same_sentence and CORRECTION.search(words) and not ADDITIONAL.search(_around(page, mention)):
            _resize(grant, slot)
        elif _CONVERTED.search(page.terms[max(0, mention.amount.start - 25) : mention.amount.start]):
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
            and _kind(page, mention) == "option"
            and grant.slots["kind"] != "option"
        )
        or (grant is not None and grant.slots["kind"] == "option" and _is_unit_award(page, mention))
    ):
        grant = None
    if grant is None:
        grant = Grant()
        grant.added = bool(re.search(r"additional|another|extra|on top", _around(page, mention), re.IGNORECASE))
        grants.append(grant)
        sentences.append(mention.sentence)
        grant.put("kind", _kind(page, mention), mention.span)
    span = _range_span(page, mention) if slot == "percent_range" else mention.span
    grant.put(slot, value, span)
    if _kind(page, mention) == "option" and grant.slots["kind"] != "option":
        grant.put("kind", "option", mention.span)
    if mention.amount.currency is not None and slot in ("total_value", "annual_value"):
        grant.slots["currency"] = mention.amount.currency
        grant.slots["currency_mark"] = mention.amount.ambiguous_symbol


def _is_unit_award(page: Page, mention: Mention) -> bool:
    """Whether an amount is called restricted stock in so many words: no part of an option."""
    told = page.terms[page.sentences[mention.sentence].start : mention.amount.start]
    units = [*re.finditer(r"restricted (?:stock|share)|\brsus?\b", told, re.IGNORECASE)]
    options = [*re.finditer(r"\boptions?\b", told, re.IGNORECASE)]
    return bool(units) and (not options or options[-1].start() < units[-1].start())


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


def _kind(page: Page, mention: Mention) -> str:
    name = page.text[mention.label.start : mention.label.end] if mention.label else ""
    around = page.terms[max(0, mention.amount.start - 30) : mention.amount.end + 30]
    counted = _COUNTED.match(page.terms[mention.amount.end : mention.amount.end + 40])
    if mention.kind == "strike" or _OPTION.search(name) or (counted and _OPTION.search(counted.group())):
        return "option"
    if mention.amount.kind == "percent":
        return "option" if re.search(r"\boptions\b", around, re.IGNORECASE) else "percent"
    return "rsu"


def _attach_vesting(page: Page, terms: Terms, sentences: list[int]) -> None:
    for phrase in page.vesting:
        if _belongs_elsewhere(page, phrase):
            continue
        index = _grant_of(page, phrase, terms, sentences)
        if index is not None:
            _apply(terms.grants[index], phrase)
    for grant in terms.grants:
        _settle(grant, terms)


def _belongs_elsewhere(page: Page, phrase: Vesting) -> bool:
    """Whether bare years follow a sign-on or bonus ("60k sign-on over 2 years") and say nothing of equity."""
    words = page.terms[phrase.start : phrase.end].lower()
    if phrase.years is None or phrase.schedule or phrase.frequency or phrase.equal or "vest" in words:
        return False
    row = page.by_sentence.get(page.sentence_at(phrase.start), [])
    before = [mention for mention in row if mention.amount.start < phrase.start and not mention.amount.unit]
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
        if value is not None and (slot not in grant.slots or slot == "years"):
            if slot == "years" and "schedule" in grant.slots and phrase.schedule is None:
                continue
            grant.put(slot, value, span)


def _settle(grant: Grant, terms: Terms) -> None:
    """A schedule from what was said about it; one that does not sum to 100 % is warned of, not kept."""
    slots = grant.slots
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
