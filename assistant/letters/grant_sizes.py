"""Grant sizes: whether an amount beside equity is a value, a count, a price, a strike or a share of the firm."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.patterns import UP_TO, is_most
from assistant.letters.pay import scale_bare

MOST_PERCENT = 30
MOST_STAKE = 3
_VESTS_AFTER = re.compile(r"[^.;%\n]{0,40}\b(?:cliff|vest(?:s|ed|ing)?)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:half|quarters?|\d|one|two)(?: of)? (?:a |an )?points?\b", re.IGNORECASE)
"""A stake as founders put it: "half a point"."""
MOST_PRICE = 3000
_TIMES_PRICE = re.compile(r"^ ?(?:@|[x×*](?= ?[$€£]?\d)) ?(?:[A-Z]{3} ?|[A-Z]{0,2}[$€£])?\d")
_VIRTUAL = re.compile(r"(?:virtual |v)?e?sops?", re.IGNORECASE)
"""A virtual programme: what is paid is a share of the firm, unless it is called options in so many words."""
_OPTION = re.compile(r"option|\bopts\b|\bisos?\b|\bn?q?sos?\b|esop|warrant|bspce|vsop", re.IGNORECASE)
_COUNTED = re.compile(
    r"^[ ]?(?:new[- ]hire |initial |restricted |stock |share |incentive |non-?qualified |employee "
    r"|additional |performance )*(?:rsus?|psus?|options?|shares?|units|rights|isos?|nsos?|restricted stock)",
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
_NUMBERED = re.compile(r"\b(?:months?|weeks?|days?|years?|yr) $", re.IGNORECASE)
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
_OF_PAY = re.compile(r" ?of (?:your |the |my |annual |target )*(?:base|salary|pay|fixed|earnings)\b", re.IGNORECASE)


_COUNTED_YEARLY = re.compile(
    r"^ ?(?:rsus?|shares|units|options)(?: units)? ?(?:/|per|a|each|every|p\.) ?(?:yr|year|annum)", re.IGNORECASE
)


LEAST_VALUE = 500
LEAST_GRANT = 2000
_VESTS = re.compile(r"\bvest(?:s|ing|ed)?\b", re.IGNORECASE)
_GRANTS = re.compile(r"\b(?:grants?|awards?|rsus?|units|equity|options?|stock)\b", re.IGNORECASE)
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


def is_unnamed_stake(page: Page, mention: Mention) -> bool:
    """Whether a small share of a percent is said to vest: "0.35% over 4 w/ 1yr cliff"."""
    amount = mention.amount
    if amount.kind != "percent" or amount.value > MOST_STAKE or mention.kind not in (None, "sign_on", "bonus", "base"):
        return False
    return bool(_VESTS_AFTER.match(page.terms, amount.end) or _POINTS.search(page.words(mention.sentence)))


def is_unnamed_grant(page: Page, mention: Mention) -> bool:
    """Whether a sum vests whose grant was named a sentence before: "The first, valued at $180,000, vests …"."""
    amount = mention.amount
    named = mention.label is not None and page.text[mention.label.start : mention.label.end].lower() != "valued at"
    if amount.kind != "money" or amount.value < LEAST_GRANT or named or mention.sentence == 0:
        return False
    told = page.words(mention.sentence - 1) + page.words(max(0, mention.sentence - 2))
    return bool(_VESTS.search(page.words(mention.sentence)) and _GRANTS.search(told))


def read_size(page: Page, place: int) -> tuple[str, object] | None:
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
    if amount.kind == "plain" and _NUMBERED.search(before):
        return None
    if amount.kind == "plain" and _UNITS_WRITTEN_OUT.match(after):
        return "shares", amount.value
    open_ended = mention.kind == "dilution" or (amount.partner is not None and amount.kind == "money")
    if open_ended or is_most(page.terms, amount.start) or _VESTS_THEN.search(before):
        return None
    if _is_price(page, mention, before):
        return ("strike" if kind_of(page, mention) == "option" else "share_price"), amount.value
    if _is_count(page, mention, before, after):
        return ("yearly_shares" if _COUNTED_YEARLY.match(after) else "shares"), amount.value
    value = scale_bare(amount, page)
    scaled = value != amount.value
    if value < LEAST_VALUE or (scaled and (_ORDINAL_BEFORE.search(before) or not page.writes_bare_thousands)):
        return None
    yearly = _YEARLY.match(after) or _YEARLY_BEFORE.search(before[-30:])
    return ("annual_value" if yearly else "total_value"), value


def _is_price(page: Page, mention: Mention, before: str) -> bool:
    amount = mention.amount
    if amount.currency is None and amount.kind == "plain" and amount.value < MOST_PRICE and before.rstrip()[-1:] == "@":
        return True
    if amount.currency is None or amount.value >= MOST_PRICE or amount.scale != 1:
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
    counted = _COUNTED.match(after)
    option = bool(_OPTION.search(name) or (counted and _OPTION.search(counted.group())))
    if amount.kind == "plain" and _TIMES_PRICE.match(after):
        return True
    if amount.kind == "money":
        # "40k options" counts options, "300k rsu" is a value
        if option and amount.scale == KILO and not _WORTH.search(before):
            return True
        return bool(counted) and (option or bool(re.match(r"^ ?(?:shares|units)", after, re.IGNORECASE)))
    if amount.value < 1000 and not option and page.writes_bare_thousands:
        return False
    if option:
        return amount.value >= 10
    if amount.value >= 50_000 and amount.value % 1000 == 0 and not re.search(r"shares|units", name, re.IGNORECASE):
        return False
    return bool(counted or _COUNT_LABEL.search(name) or _NUMBER_OF.search(before)) or (
        bool(re.search(r"rsus|units|psus", name, re.IGNORECASE)) and amount.value < 20_000
    )


def _read_percent(page: Page, place: int, before: str, after: str) -> tuple[str, object] | None:
    mention = page.mentions[place]
    amount = mention.amount
    distraction = _DISTRACTION.search(re.split("[,;()]", before)[-1][-15:] + after[:20])
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


def kind_of(page: Page, mention: Mention) -> str:
    """Whether the grant an amount belongs to is an option, a share of the firm in percent, or stock units."""
    name = page.text[mention.label.start : mention.label.end] if mention.label else ""
    around = page.terms[max(0, mention.amount.start - 30) : mention.amount.end + 30]
    counted = _COUNTED.match(page.terms[mention.amount.end : mention.amount.end + 40])
    if (
        mention.amount.kind == "percent"
        and _VIRTUAL.fullmatch(name)
        and not re.search(r"option", around, re.IGNORECASE)
    ):
        return "percent"
    if mention.kind == "strike" or _OPTION.search(name) or (counted and _OPTION.search(counted.group())):
        return "option"
    if mention.amount.kind == "percent":
        return "option" if re.search(r"\boptions\b", around, re.IGNORECASE) else "percent"
    return "rsu"
