"""Offer words: the stated parts of an offer in short lines, as a person reads them back."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.money import render_money
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.offer_table import is_text
from assistant.domain.pay_period import IN_WORDS

CHOICE_WORDS = {"rsu": "shares (RSU)", "option": "stock options", "percent": "percent of the company"}
"""The kinds of equity as people call them."""
_IN_MONEY = frozenset(
    {"base_annual", "base_range", "bonus_target_amount", "retention_bonus", "amount"}
    | {"total_value", "annual_value", "share_price", "strike"}
)
_IN_PERCENT = frozenset({"percent", "percent_range", "schedule"})
_GRANT = re.compile(r"equity\[(\d+)\]")


def is_money(field: str) -> bool:
    """Whether a field of an offer holds an amount of money.

    >>> is_money("signing[0].amount"), is_money("equity[0].years")
    (True, False)
    """
    return _leaf(field) in _IN_MONEY


def is_percent(field: str) -> bool:
    """Whether a field of an offer holds a share in percent.

    >>> is_percent("bonus_target_pct"), is_percent("equity[0].schedule"), is_percent("company")
    (True, True, False)
    """
    return _leaf(field) in _IN_PERCENT or _leaf(field).endswith("_pct")


def _leaf(field: str) -> str:
    return field.rpartition(".")[2].partition("[")[0]


def say_term(offer: Offer, field: str, value: str) -> str:
    """The value of a row of the offer table as a person reads it, with its unit.

    >>> offer = Offer(base_annual=Decimal(180000))
    >>> say_term(offer, "base_annual", "180000"), say_term(offer, "bonus_range_pct", "10/15")
    ('$180,000', '10/15 %')
    """
    if is_text(field):
        return CHOICE_WORDS.get(value, value) if _leaf(field) == "kind" else value
    grant = _GRANT.match(field)
    currency = (offer.equity[int(grant[1])].currency if grant else None) or offer.currency_code
    parts = [Decimal(part) for part in value.split("/")]
    if is_money(field):
        return " to ".join(render_money(part, currency) for part in parts)
    numbers = "/".join(f"{part.normalize():,f}" for part in parts)
    return f"{numbers} %" if is_percent(field) else numbers


def describe_terms(offer: Offer) -> list[str]:
    """The stated parts of an offer, one short line each; nothing that is not stated.

    >>> describe_terms(Offer.model_validate({"base_annual": 180000, "bonus_target_pct": 15}))
    ['Base $180,000', 'Target bonus 15 %']
    """
    lines = []
    if offer.base_annual is not None:
        lines.append(f"Base {_money(offer, offer.base_annual)}{_stated(offer)}")
    elif offer.base_range is not None:
        lines.append(f"Base {_money(offer, offer.base_range[0])} to {_money(offer, offer.base_range[1])}")
    if offer.bonus_target_pct is not None:
        lines.append(f"Target bonus {offer.bonus_target_pct.normalize():f} %")
    elif offer.bonus_target_amount is not None:
        lines.append(f"Target bonus {_money(offer, offer.bonus_target_amount)}")
    elif offer.bonus_max_pct is not None:
        lines.append(f"Bonus up to {offer.bonus_max_pct.normalize():f} %")
    lines += [line for grant in offer.equity if (line := _describe_grant(offer, grant))]
    for part in offer.signing:
        lines.append(f"Sign-on {_money(offer, part.amount)}" + (f" in year {part.year}" if part.year > 1 else ""))
    if offer.relocation is not None and offer.relocation.amount is not None:
        lines.append(f"Relocation {_money(offer, offer.relocation.amount)}")
    return lines


def _stated(offer: Offer) -> str:
    """The pay as the words put it, where they give it for a shorter time than a year."""
    stated = offer.base_stated
    if stated is None or stated.period == "year":
        return ""
    return f" a year ({_money(offer, stated.amount)} per {IN_WORDS.get(stated.period, stated.period)})"


def _describe_grant(offer: Offer, grant: EquityGrant) -> str:
    size = _describe_size(offer, grant)
    if not size:
        return ""
    years = f" over {_count(grant.years, 'year')}" if grant.years and grant.annual_value is None else ""
    parts = f", {'/'.join(f'{part.normalize():f}' for part in grant.schedule)} %" if grant.schedule else ""
    cliff = f", {_count(Decimal(grant.cliff_months), 'month')} cliff" if grant.cliff_months else ""
    return f"{size}{years}{parts}{cliff}"


def _describe_size(offer: Offer, grant: EquityGrant) -> str:
    currency = grant.currency or offer.currency_code
    if grant.total_value is not None:
        return f"Stock {render_money(grant.total_value, currency)}"
    if grant.annual_value is not None:
        return f"Stock {render_money(grant.annual_value, currency)} a year"
    if grant.shares is not None:
        return f"{grant.shares.normalize():,f} {'options' if grant.kind == 'option' else 'shares'}"
    return f"Equity {grant.percent.normalize():f} %" if grant.percent is not None else ""


def _count(number: Decimal, noun: str) -> str:
    return f"{number.normalize():f} {noun}" + ("" if number == 1 else "s")


def _money(offer: Offer, amount: Decimal) -> str:
    return render_money(amount, offer.currency_code)
