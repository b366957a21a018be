"""Bonus: a target in percent or money, a most, or a range; discretion is not a target."""

from __future__ import annotations

import re

from assistant.letters.labelling import Mention
from assistant.letters.mentions import Page
from assistant.letters.patterns import DISCRETIONARY, UP_TO, UP_TO_AFTER, WITH_FIRST_PAY
from assistant.letters.pay import scale_bare
from assistant.letters.terms import Terms

MOST_PERCENT = 300
MOST_BARE_PERCENT = 100
MOST_TARGET = 60
"""A larger bare number beside pay in bare thousands is no percentage."""
KILO = 1000
_MOST_NEAR = re.compile(
    r"\b(?:max(?:imum|imal)?|stretch|ceiling)\b(?:(?!target)[^.;,%\d]){0,60}$"
    r"|\b(?:can|could|may|might)\b[^.;,%\d]{0,25}\b(?:go|rise|reach|stretch|climb|increase)\b[^.;,%\d]{0,15}$"
    r"|\b(?:goes|rises|climbs|reaches|maxe[sd]|tops|caps|capped)(?: out)?(?: at| to)? $",
    re.IGNORECASE,
)
_ONCE = re.compile(r"^ ?(?:bonus )?(?:after|at|upon completing) (?:your |the )?(?:first )?\d{1,3} days", re.IGNORECASE)
LEAST_PERCENT = 1
"""A smaller share is a stake in the company, not a part of the pay."""
_TARGET = re.compile(r"\btarget(?:ed)?\b|\bon[- ]target\b|\bat plan\b", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:personal|individual|company|corporate|team|group|business)\b", re.IGNORECASE)
_NAMES_TARGET = re.compile(r"\b(?:bonus target|target bonus)(?: is|:| of| =)? ?$", re.IGNORECASE)
_NOT_A_TARGET = re.compile(
    r"\b(?:pays? out|payout|multiplier|funded|accelerat\w+|withh\w+|tax\w*|prorat\w+|pro-rat\w+|repa\w+"
    r"|clawback|between 0)\b|zielerreichung|achievement|attainment|of (?:the |your )?(?:target|plan|goals?)"
    r"\b",
    re.IGNORECASE,
)


def read_bonus(page: Page, terms: Terms) -> None:
    """Fill bonus_target_pct, bonus_target_amount, bonus_max_pct or bonus_range_pct; the later wins."""
    for place, mention in enumerate(page.mentions):
        if mention.kind != "bonus" or mention.amount.unit:
            continue
        words = page.words(mention.sentence)
        if mention.amount.value < 0:
            terms.warnings.append(
                f"A negative amount ({mention.amount.quote}) stands where the bonus belongs: it was not read."
            )
        elif mention.amount.kind == "percent":
            _read_percent(page, place, words, terms)
        else:
            _read_money(page, mention, words, terms)
    if any(label.kind == "bonus" for label in page.labels):
        terms.cues.add("bonus_named")
    if re.search(
        r"\bno (?:annual |target |cash |performance )?bonus\b|\bbonus:? (?:none|n/?a|no)\b", page.terms, re.IGNORECASE
    ):
        terms.cues.add("no_bonus")


def _read_percent(page: Page, place: int, words: str, terms: Terms) -> None:
    mention = page.mentions[place]
    amount = mention.amount
    before = re.split(r"[,;.(]", page.terms[max(0, amount.start - 25) : amount.start])[-1]
    after = re.split(r"[,;.(]", page.terms[amount.end : amount.end + 25])[0]
    if (
        not (amount.value == 0 or LEAST_PERCENT <= amount.value <= MOST_PERCENT)
        or _NOT_A_TARGET.search(before)
        or (amount.value == 100 and re.search(r"\bat $", before))
        or _NOT_A_TARGET.search(after)
    ):
        return
    if _is_range_end(page, place) or _is_part(page, place, terms):
        return
    if _is_range_end(page, place + 1):
        high = page.mentions[place + 1].amount
        if amount.value == 0 and "bonus_target_pct" in terms.values:
            return
        _replace(
            terms, "bonus_range_pct", (amount.value, high.value), (mention.span[0], max(high.end, mention.span[1]))
        )
    elif _is_most(page, mention):
        if "bonus_target_pct" in terms.values:
            terms.put("bonus_max_pct", amount.value, mention.span)
        else:
            _replace(terms, "bonus_max_pct", amount.value, mention.span)
    elif not DISCRETIONARY.search(words) or _TARGET.search(words):
        _replace(terms, "bonus_target_pct", amount.value, mention.span, keep="bonus_max_pct")


def _is_part(page: Page, place: int, terms: Terms) -> bool:
    """Whether a percentage is a part of the one before its bracket: "15% bonus (10% personal / 5% company)"."""
    amount, whole = page.mentions[place].amount, terms.values.get("bonus_target_pct")
    start = page.sentences[page.mentions[place].sentence].start
    opened = page.terms.rfind("(", start, amount.start)
    if whole is None or opened < 0 or ")" in page.terms[opened : amount.start]:
        return False
    inside = [m.amount for m in page.mentions[:place] if m.amount.start > opened and m.amount.kind == "percent"]
    told = page.terms[opened : amount.end + 25]
    return amount.value < whole and not _TARGET.search(told) and (bool(inside) or bool(_PART_OF.search(told)))


def _is_range_end(page: Page, place: int) -> bool:
    if not 0 < place < len(page.mentions):
        return False
    low, high = page.mentions[place - 1].amount, page.mentions[place].amount
    linked = low.partner is not None and high.partner is not None
    return linked and low.kind == high.kind == "percent" and 0 <= high.start - low.end <= 8 and low.value < high.value


def _is_most(page: Page, mention: Mention) -> bool:
    amount = mention.amount
    before, after = page.terms[max(0, amount.start - 40) : amount.start], page.terms[amount.end : amount.end + 20]
    told = page.terms[max(0, amount.start - 70) : amount.start]
    return bool(UP_TO.search(before) or UP_TO_AFTER.search(after) or _MOST_NEAR.search(told))


def _read_money(page: Page, mention: Mention, words: str, terms: Terms) -> None:
    amount = mention.amount
    if amount.kind == "plain" and amount.value < 1000:
        # "bonus 15" may be percent or thousands: only a text that counts in lakhs decides it
        value = scale_bare(amount, page)
        if _base_is_bare(page) and amount.value > MOST_BARE_PERCENT and amount.partner is None:
            _replace(terms, "bonus_target_amount", value, mention.span)
            return
        if _NAMES_TARGET.search(page.terms, max(0, amount.start - 20), amount.start) and amount.value <= MOST_TARGET:
            _replace(terms, "bonus_target_pct", amount.value, mention.span, keep="bonus_max_pct")
            return
        if value < 10**5 or value == amount.value * 1000:
            terms.cues.add("bonus_unclear")
            return
    else:
        value = amount.value
    once = _ONCE.match(page.terms[amount.end : amount.end + 50]) or WITH_FIRST_PAY.match(page.terms, amount.end)
    if amount.partner is not None or _is_most(page, mention) or value < 100 or once:
        terms.cues.add("bonus_unclear")
        return
    if DISCRETIONARY.search(words) and not _TARGET.search(words):
        return
    keep = "bonus_target_pct" if "bonus_target_pct" in terms.values else ""
    _replace(terms, "bonus_target_amount", value, mention.span, keep=keep)


def _base_is_bare(page: Page) -> bool:
    """Whether the base itself is written as bare thousands: "base 225"."""
    bases = [mention.amount for mention in page.mentions if mention.kind == "base"]
    return bool(bases) and all(not amount.explicit and amount.value < KILO for amount in bases)


def _replace(terms: Terms, name: str, value: object, span: tuple[int, int], keep: str = "") -> None:
    for other in ("bonus_target_pct", "bonus_target_amount", "bonus_max_pct", "bonus_range_pct"):
        if other != keep:
            terms.drop(other)
    terms.put(name, value, span)
