"""Base pay: the amount a year, the pay as stated for another period, or a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.amounts import WrittenAmount
from assistant.domain.offer import Period
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.labelling import Mention
from assistant.letters.mentions import LAKH, LEAST_BARE, Page
from assistant.letters.patterns import CORRECTION, is_most
from assistant.letters.pay_periods import count_periods, read_paid_period, read_period
from assistant.letters.terms import Span, Terms

LEAST_BARE_BASE = 20
"""A smaller bare number beside a written-out pay counts something: 13 salaries, 14 payments."""
_RATES = ("day", "hour")
_SHORTEST_TIME = Decimal("0.4")
_PAID_TIMES = (12, 13, 14, 24, 26, 52)
LEAST_YEARLY = Decimal(10_000)
MOST_YEARLY = {"INR": Decimal(10**9), "JPY": Decimal(10**9), "KRW": Decimal(10**10), "IDR": Decimal(10**11),
    "COP": Decimal(10**10), "CLP": Decimal(10**10), "ARS": Decimal(10**10), "VND": Decimal(10**11), "HUF": Decimal(10**9),
    "NGN": Decimal(10**10), "PKR": Decimal(10**9), "KES": Decimal(10**9), "PHP": Decimal(10**8), "THB": Decimal(10**8),
    "RUB": Decimal(10**9), "MXN": Decimal(10**8), "TRY": Decimal(10**9), "TWD": Decimal(10**8), "CZK": Decimal(10**8),
    "SEK": Decimal(10**8), "NOK": Decimal(10**8), "DKK": Decimal(10**8),
}  # fmt: skip
_MOST_USUAL = Decimal(5_000_000)
_OFFERED = re.compile(r"\b(?:offer\w*|got|get|giving|gave|paying|pays|at|for)\b|^\W*$|[:-]\s*$", re.IGNORECASE)
_OFFERS_THIS = re.compile(
    r"\b(?:came back with [^.]{0,70}|(?:come|coming|bring\w*|start\w*) (?:you )?(?:in|on|out)?\b[^.]{0,60} at|offer(?:ed|ing|s)?"
    r"|counter(?:ed|ing)?(?: with| at)?|gives?|gave|giving|pays|paying|pay)(?: me| you| us)?(?: about| around"
    r"| roughly| ~)? $",
    re.IGNORECASE,
)
_BEHIND_FIRM = re.compile(rf"\b{JOB_NOUN}[^.;:\n\d]{{0,12}} (?:at|@|with) [A-Z][\w&' -]{{2,30}}(?: in [A-Z]\w+)?, $")
"""What a sum is that follows the post and the employer: "Creative Director at Saltbox Studio, $135k"."""
_SHORT_NOTE = 600
_OFFERS_JOB = re.compile(
    r"\b(?:(?:been|got|was|just) offered|offered (?:me|an?|the|him|her)|they want me|wants? me\b|got (?:the|an?) (?:job|offer|role|gig)"
    r"|to (?:offer you|have you (?:as|join|on))|offers? you|bring you on|you as (?:an?|our)|join us as"
    r"|offer\b[^.]{0,40}\b(?:role|position|post|job) |(?:renew|repeat|confirm) (?:our|the|your) offer\b|put(?:ting)? you (?:at|on) |(?:'d|would|could|can|will|'ll) do (?=\W?\d))",
    re.IGNORECASE,
)
_OFFERS_BEFORE = re.compile(r"\b(?:offer(?:s|ed|ing)?\b|hired\b|(?:job|role|position|post) ?:)", re.IGNORECASE)
_NEAR = Decimal("0.8"), Decimal("1.5")
"""How far another sum of the same pay is from the first."""
_AT_FULL_TIME = re.compile(
    r"\b(?:at|@|for|bei|à|a) 100 ?%|\b(?:gross|brutto?|full[- ]time|fte|p\.? ?a\.?|a year|per year|per annum)(?!\w)",
    re.IGNORECASE,
)
"""What may stand beside a pay that has a line of its own."""
_WEAK_NAME = re.compile(r"pays?|(?:will be|be|get) paid\b.*|cash|comp(?:ensation)?|package", re.IGNORECASE | re.DOTALL)
_ASSIGNING = re.compile(r"\b(?:raise|increase|review)\b", re.IGNORECASE)


class _Pay(NamedTuple):
    annual: Decimal
    amount: Decimal
    period: Period
    span: Span
    sentence: int
    range_high: Decimal | None = None


def read_base(page: Page, terms: Terms) -> None:
    """Fill base_annual and base_stated, or base_range.

    A later pay replaces an earlier one; two ways to put the same pay (a month and a year) are one.
    A pay without a period that would be too small for a year is left out: its period is a question.
    """
    mentions = [mention for mention in page.mentions if mention.kind == "base"]
    if not any(_is_pay(page, mention) for mention in mentions):
        mentions = _unlabelled(page) or mentions
    elif not any(_is_named_base(page, mention) for mention in mentions):
        mentions = _told_for_time(page, mentions[0]) or mentions
    if any(mention.amount.explicit for mention in mentions):
        mentions = [m for m in mentions if m.amount.explicit or m.amount.value >= LEAST_BARE_BASE]
    mentions = [mention for mention in mentions if _is_named_base(page, mention)] or mentions
    pays = _read_pays(page, mentions, terms)
    pays = [pay for pay in pays if _agree(pay, pays[0]) or not _is_breakdown(page, pays[0], pay)]
    wholes = {pay.annual for pay in pays}
    pays = [pay for pay in pays if not _is_instalment(pay, wholes)]
    if not pays:
        return
    last = pays[-1]
    for pay in pays[:-1]:
        if pay.range_high is None and last.range_high is None and not _agree(pay, last):
            corrected = CORRECTION.search(page.words(last.sentence)) or pay.sentence == last.sentence
            if not corrected:
                terms.warnings.append(
                    f"The text gives two base figures, {pay.annual:,f} and {last.annual:,f} a year: the "
                    f"later one was read."
                )
    exact = [pay for pay in pays if pay.range_high is None]
    if last.range_high is not None and not exact:
        terms.put("base_range", (last.annual, last.range_high), last.span)
        return
    _put_exact(exact, terms)


def _is_pay(page: Page, mention: Mention) -> bool:
    """Whether a labelled amount can be the pay itself, or its period is at least a question."""
    amount = mention.amount
    counted = amount.kind == "percent" or amount.unit or counts_things(amount, page)
    return (
        not counted and not is_most(page.terms, amount.start) and (amount.explicit or amount.value >= LEAST_BARE_BASE)
    )


def _told_for_time(page: Page, weak: Mention) -> list[Mention]:
    """A rate without a name ("$68/hr") that stands before what is only said to be paid, "referral pays $1,500"."""
    found = [m for m in _unlabelled(page) if m.amount.start < weak.amount.start]
    return (
        found
        if found and read_period(page, found[0], found[0].amount.end) and not read_period(page, weak, weak.amount.end)
        else []
    )


def _is_named_base(page: Page, mention: Mention) -> bool:
    """Whether the sum is called base pay in so many words, not just "pays" or "paid"."""
    return mention.label is not None and not _WEAK_NAME.fullmatch(page.text[mention.label.start : mention.label.end])


def _is_breakdown(page: Page, whole: _Pay, part: _Pay) -> bool:
    """Whether a smaller sum stands in the brackets right after the pay: what it is made of or paid in."""
    between = page.terms[whole.span[1] : part.span[1]]
    opened = between.count("(") - between.count(")")
    return part.amount < whole.amount and opened > 0 and between.find("(") < 25 and "\n" not in between


def _is_instalment(pay: _Pay, wholes: set[Decimal]) -> bool:
    """Whether a pay told without a period is the exact part of another that is paid at a time."""
    return pay.period == "year" and any(pay.annual * count in wholes for count in _PAID_TIMES)


def _agree(one: _Pay, other: _Pay) -> bool:
    return abs(one.annual - other.annual) <= other.annual / 100


def _is_rate_of(rate: _Pay, year: _Pay) -> bool:
    """Whether a rate and the sum of a year in its sentence are the same pay for a shorter working time."""
    beside = rate.sentence == year.sentence and rate.period in _RATES and year.period == "year"
    return beside and _SHORTEST_TIME <= year.annual / rate.annual <= 1


def _put_exact(pays: list[_Pay], terms: Terms) -> None:
    last = pays[-1]
    same = [pay for pay in pays if _agree(pay, last) or _is_rate_of(pay, last)]
    yearly = next((pay for pay in same if pay.period == "year"), last)
    stated = next((pay for pay in same if pay.period != "year"), None)
    terms.put("base_annual", yearly.annual, yearly.span)
    if stated is not None:
        terms.put("base_stated", {"amount": stated.amount, "period": stated.period}, stated.span)


def _read_pays(page: Page, mentions: list[Mention], terms: Terms) -> list[_Pay]:
    """The pays told, in order; a bare sum that can only be one in the period of the pay before it is in that period."""
    pays: list[_Pay] = []
    for mention in mentions:
        pay = _read_pay(page, mention, terms)
        if pay is None and pays and _is_again(page, mention, pays[-1]):
            before = pays[-1]
            annual = mention.amount.value * before.annual / before.amount
            pay = before._replace(
                annual=annual, amount=mention.amount.value, span=mention.span, sentence=mention.sentence
            )
        pays += [pay] if pay else []
    return pays


def _is_again(page: Page, mention: Mention, before: _Pay) -> bool:
    """Whether a sum without a period is another of a pay that was told for one: "5 400 a month ... ok 5 600 then"."""
    amount = mention.amount
    counted = amount.kind == "percent" or amount.unit or counts_things(amount, page) or amount.value <= 0
    if counted or before.period == "year" or before.range_high or read_period(page, mention, amount.end):
        return False
    low, high = _NEAR
    return low <= amount.value / before.amount <= high and amount.value != before.amount


def _read_pay(page: Page, mention: Mention, terms: Terms) -> _Pay | None:
    amount = mention.amount
    if amount.kind == "percent" or amount.unit or counts_things(amount, page) or is_most(page.terms, amount.start):
        return None
    if amount.value < 0:
        terms.warnings.append(f"A negative amount ({amount.quote}) stands where base pay belongs: it was not read.")
        return None
    partner = _partner(page, mention)
    if partner is not None and partner.amount.start < amount.start:
        return None
    period = read_period(page, mention, partner.amount.end if partner else amount.end)
    if period is None and mention.instead_of is not None:
        period = read_period(page, mention.instead_of, mention.instead_of.amount.end)
    value = scale_bare(amount, page) if period in (None, "year") else amount.value
    high = (scale_bare(partner.amount, page) if period in (None, "year") else partner.amount.value) if partner else None
    factor = count_periods(page, mention, period)
    annual = value * factor
    if (
        period is None
        and amount.kind == "money"
        and annual < LEAST_YEARLY
        and (paid := read_paid_period(page, mention))
    ):
        period, value, high = paid, amount.value, None
        annual = value * count_periods(page, mention, period)
    if not is_plausible_yearly(annual, amount.currency or ("INR" if page.counts_in_lakhs else None)):
        if period is None and value >= 100:
            terms.cues.add("period_unknown")
        return None
    span = (mention.span[0], max(mention.span[1], partner.amount.end if partner else 0))
    return _Pay(annual, value, period or "year", span, mention.sentence, high * factor if high else None)


def _partner(page: Page, mention: Mention) -> Mention | None:
    if mention.amount.partner is None:
        return None
    around = [m for m in page.by_sentence[mention.sentence] if m.amount.partner is not None]
    place = around.index(mention)
    for other in around[max(0, place - 1) : place + 2]:
        gap = abs(other.amount.start - mention.amount.start)
        if other is not mention and gap < 60 and _joined(page, mention.amount, other.amount):
            return other
    return None


def _joined(page: Page, one: WrittenAmount, other: WrittenAmount) -> bool:
    low, high = (one, other) if one.start < other.start else (other, one)
    return high.start - low.end <= 8 and low.value < high.value


def is_plausible_yearly(annual: Decimal, currency: str | None) -> bool:
    """Whether an amount can be a year's pay at all; guards against a misread period or suffix."""
    return LEAST_YEARLY <= annual <= MOST_YEARLY.get(currency or "", _MOST_USUAL)


_DIFFERENCE = re.compile(
    r" ?(?:more|extra|higher|above|better|less|lower|mehr|de plus|más|mer|mere)\b(?! or less)[^.,;\n]{0,25}"
    r"\b(?:than|now|mine|current\w*|before|als|que|än|end|what)\b"
    r"| ?(?:/ ?(?:yr|y|year|mo|month|hr|hour)|(?:an?|per) (?:year|month|hour))? ?(?:higher|lower)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:months?|weeks?|days?) $", re.IGNORECASE)
_SOLD = re.compile(
    r"\bcomm(?:issions?)?(?: of)?(?: \d[\d.]* ?(?:%|percent))? (?:on|from|off)(?: [a-z]+){0,3} ?[$€£₹]?$", re.IGNORECASE
)
"""Before what is sold: "5% commission on 800k"."""
_TIMES_PAY = re.compile(r"^h\b|^ ?(?:x|×|\*) ?(?:[A-Z]{3} ?|[A-Z]{0,2}[$€£¥₹] ?)\d")
_COUNTED_THINGS = re.compile(
    r"^ ?(?:(?:working|business|calendar|equal|full|regular|paid|monthly|annual|pay) )?"
    r"(?!(?:bonus|plus|is|as|us|was|rsus|isos|nsos|options|shares|units|stocks)\b)[a-z-]*[a-rt-z]s\b",
    re.IGNORECASE,
)


def counts_things(amount: WrittenAmount, page: Page) -> bool:
    """Whether a number counts something ("13 instalments", "25 days") or what is sold, and so is no pay."""
    after, before = page.terms[amount.end : amount.end + 30], page.terms[max(0, amount.start - 8) : amount.start]
    if _SOLD.search(page.terms[max(0, amount.start - 40) : amount.start]):
        return True
    if (amount.kind == "plain" and _NUMBERED.search(before)) or _DIFFERENCE.match(after):
        return True
    return amount.kind == "plain" and bool(_COUNTED_THINGS.match(after) or _TIMES_PAY.match(after))


def scale_bare(amount: WrittenAmount, page: Page) -> Decimal:
    """The value; a bare "190" among pay means thousands (lakhs when the text counts in lakhs)."""
    if amount.explicit or amount.kind != "plain" or not 1 <= amount.value < 1000:
        return amount.value
    if page.counts_in_lakhs and amount.value < 200:
        return amount.value * LAKH
    return amount.value * 1000 if amount.value >= LEAST_BARE else amount.value


def _unlabelled(page: Page) -> list[Mention]:
    """The first amount of a list of terms, or a pay with its own period, when none is called base."""
    for mention in page.mentions:
        amount = mention.amount
        if mention.kind is not None or amount.kind == "percent" or amount.unit or amount.value <= 0:
            continue
        if counts_things(amount, page):
            continue
        if not is_plausible_yearly(scale_bare(amount, page), amount.currency):
            period = read_period(page, mention, amount.end)
            if period in (None, "year"):
                continue
        sentence = page.sentences[mention.sentence]
        before = page.terms[max(sentence.start, amount.start - 40) : amount.start]
        row = page.by_sentence[mention.sentence]
        leads_list = row[0] is mention and any(m.kind in ("bonus", "equity", "sign_on") for m in row)
        leads_list = leads_list or (amount.explicit and _leads_lines(page, mention))
        has_period = amount.per_year or read_period(page, mention, amount.end) is not None
        paid = amount.currency or amount.value >= LEAST_YEARLY or _OFFERED.search(before)
        if _ASSIGNING.search(page.words(mention.sentence)):
            continue
        leads_list = leads_list or _is_only_pay(page, mention)
        if amount.kind == "money" and _BEHIND_FIRM.search(page.terms[max(0, amount.start - 60) : amount.start]):
            return [mention]
        offered = amount.value >= LEAST_YEARLY and _OFFERS_THIS.search(before)
        if leads_list or offered or (has_period and paid):
            partner = _partner(page, mention)
            return [mention, partner] if partner else [mention, *_year_of_rate(page, mention)]
    return []


def _year_of_rate(page: Page, rate: Mention) -> list[Mention]:
    """The sum of a year that the sentence of a rate tells behind it: "£520 a day for 220 days, so £114,400 a year"."""
    if read_period(page, rate, rate.amount.end) not in _RATES:
        return []
    behind = [m for m in page.by_sentence[rate.sentence] if m.kind is None and m.amount.start > rate.amount.end]
    return [m for m in behind if m.amount.kind == "money" and read_period(page, m, m.amount.end) == "year"][:1]


def _is_only_pay(page: Page, mention: Mention) -> bool:
    """Whether a short text offers a job and states just this one sum that can be a year's pay."""
    if len(page.text) >= _SHORT_NOTE:
        return False
    start = page.sentences[max(0, mention.sentence - 2)].start
    if not (_OFFERS_JOB.search(page.terms) or _OFFERS_BEFORE.search(page.terms, start, mention.amount.start)):
        return False
    sums = [m for m in page.mentions if m.amount.kind == "money" and is_plausible_yearly(m.amount.value, None)]
    return sums == [mention]


def _leads_lines(page: Page, mention: Mention) -> bool:
    """Whether an amount is a line of its own and a line soon after it names another term."""
    words = page.words(mention.sentence)
    at = page.sentences[mention.sentence].start
    behind = re.split(r"[+,]|\bplus\b", words[mention.amount.end - at :], maxsplit=1)[0]
    rest = words[: mention.amount.start - at] + behind
    if re.search(r"\w", _AT_FULL_TIME.sub("", rest)):
        return False
    following = range(mention.sentence + 1, mention.sentence + 5)
    return any(m.kind in ("bonus", "equity", "sign_on") for i in following for m in page.by_sentence.get(i, ()))
