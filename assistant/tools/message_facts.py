"""Message facts: what is known of a case that a draft can be held against."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.cases.case import Case
from assistant.checks import flaw_patterns as words
from assistant.checks.asks import scale
from assistant.checks.flaws import MessageFacts
from assistant.checks.rivals import denies_offers, denies_search, names_without_offer
from assistant.checks.stated_terms import read_counts
from assistant.domain.amounts import read_amounts
from assistant.domain.offer import Offer

_FRESH = re.compile(
    r"\bverbal(?:ly)?\b|\bjust (?:now|called|got|came|rang)\b|\b(?:minutes?|hours?) ago\b|\btoday\b|\bcalled (?:me )?(?:just"
    r"|now|five|ten)|\b(?:by|on the|over the) (?:phone|call)\b|\b(?:no|not|nothing)\b[^.;\n]{0,25}\b(?:in writing|written"
    r"|contract|letter)\b|\b(?:written offer|letter|contract|details|paperwork)\b[^.;\n]{0,25}\b(?:to follow|comes?|coming"
    r"|will|next|later|pending)\b|\bto be (?:confirmed|decided|announced)\b|\bstill open\b|\btbd\b|\bphoned\b|\brang me\b"
    r"|\bno(?:t| ) (?:yet )?(?:seen|received)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:agreed|negotiated|recap|after (?:the |a |two |three |my )?(?:negotiat\w+|counter\w*|rounds?)|revised|improved"
    r"|updated) ?(?:offer|letter|contract|terms|mail)?\b|\b(?:letter|contract|offer)\b[^.;\n]{0,30}\b(?:signed|reviewed"
    r"|read|checked|matches|has all|final)\b",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"[^.;\n]*\b(?:competing|other (?:company|offer|employer|firm)|another (?:company|offer|employer|firm|job)"
    r"|second offer|offer (?:B|2|two)|counter-?offer from my)\b(?:[^.;\n]|\.(?=\d))*",
    re.IGNORECASE,
)


_COMMON = frozenset(
    [
        "real",
        "competing",
        "other",
        "another",
        "second",
        "company",
        "offer",
        "offers",
        "offered",
        "from",
        "with",
        "base",
        "salary",
        "total",
        "year",
        "month",
        "written",
        "writing",
        "expires",
        "about",
        "counteroffer",
        "current",
        "employer",
        "firm",
        "them",
        "they",
        "gave",
        "have",
        "says",
        "bonus",
        "stock",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "prefer",
        "paper",
        "hand",
        "rsus",
        "signing",
    ]
)
"""Words that tell of an offer, but not of whose it is."""


_WRITTEN = re.compile(
    r"\bwritten\b[^.;\n]*\boffer|\boffers?\b[^.;\n]*\bin writing\b|\bletter (?:from|of)\b", re.IGNORECASE
)


def _find_others(context: str) -> list[str]:
    """The sentences about competing offers: by their words, or written offers named beside the one being answered."""
    sentences = re.split(r"(?<=[.;\n])\s+", context)
    written = [line for line in sentences if _WRITTEN.search(line) and read_amounts(line)]
    if any(read_amounts(line) for line in sentences if line not in written and not _OTHER_PART.search(line)):
        return written
    return []


def read_facts(context: str) -> MessageFacts:
    """What the words about a case say that a message can be held against."""
    written = _find_others(context)
    for line in written:
        context = context.replace(line, " ")
    others = " ".join([*written, *(match.group() for match in _OTHER_PART.finditer(context))])
    own = _OTHER_PART.sub(" ", context)
    from assistant.letters.parse import parse_offers

    offer = parse_offers(own, told=True)[0].offer if own.strip() else Offer()
    sums = tuple(amount.value for amount in read_amounts(others) if amount.kind == "money" or amount.value >= 1000)
    fresh = bool(_FRESH.search(context))
    denied = bool(words.NO_OTHER_OFFER.search(context)) or denies_offers(context)
    return MessageFacts(
        terms=_terms_of(offer),
        rates=_rates_of(offer),
        counts=read_counts(own),
        other_offers=sums,
        other_names=_names_only_in(others, own) if sums else names_without_offer(own) if denied else frozenset(),
        known=tuple(scale(amount) for amount in read_amounts(own) if amount.kind != "percent" and not amount.unit),
        no_other_offer=denied and not sums,
        no_other_search=denies_search(context) and not sums,
        accepted=bool(words.ACCEPTED.search(context) or words.ACCEPTED_TOLD.search(context)),
        is_fresh=fresh,
        settled=bool(_SETTLED.search(context)) and not fresh,
    )


def _names_only_in(others: str, own: str) -> frozenset[str]:
    """The telling words about other offers: those that the rest of the context does not use."""
    mine = set(re.findall(r"[^\W\d_]{4,}", own.lower()))
    return frozenset(set(re.findall(r"[^\W\d_]{4,}", others.lower())) - mine - _COMMON)


def read_case_facts(
    case: Case, said: str = "", wanted: str = "", promised: str = "", prefers: bool = False
) -> MessageFacts:
    """What is on file that a message can be held against.

    Args:
        case: the offers on file; an empty file says nothing of other offers.
        said: the person's own words around the draft, for what no file holds: that there is no other offer, or that
            this one was accepted or only told.
        wanted: the base pay the person said they want, in their words.
        promised: the base pay they were told before a letter came with another, in their words.
        prefers: whether they said that this employer is the one they prefer.
    """
    mine = case.find_offer()
    others = [item.offer for item in case.offers if item.role == "competing"]
    sums = tuple(offer.base_annual for offer in others if offer.base_annual is not None)
    return MessageFacts(
        terms=_terms_of(mine.offer) if mine else {},
        rates=_rates_of(mine.offer) if mine else {},
        other_offers=sums,
        no_other_offer=not others and (bool(words.NO_OTHER_OFFER.search(said)) or denies_offers(said)),
        accepted=bool(words.ACCEPTED.search(said)),
        is_fresh=bool(_FRESH.search(said)),
        wanted=wanted,
        promised=promised,
        prefers=prefers,
    )


def _rates_of(offer: Offer) -> dict[str, Decimal]:
    """The percents of an offer by what they are of."""
    stake = next((grant.percent for grant in offer.equity if grant.percent is not None), None)
    rates = {"bonus": offer.bonus_target_pct, "equity": stake}
    return {name: value for name, value in rates.items() if value is not None}


def _terms_of(offer: Offer) -> dict[str, Decimal]:
    """The sums of an offer by the lever they belong to."""
    sign_on = sum((part.amount for part in offer.signing), Decimal(0))
    stock = offer.equity[0].total_value if offer.equity else None
    terms = {"base": offer.base_annual, "sign_on": sign_on or None, "equity": stock}
    return {name: value for name, value in terms.items() if value is not None}
