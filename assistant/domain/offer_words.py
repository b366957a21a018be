"""Offer words: the stated parts of an offer in short lines, as a person reads them back."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.money import render_money
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.pay_period import IN_WORDS


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
