"""Questions: what to ask the recruiter about terms that are missing or vague, ready to send."""

from __future__ import annotations

from assistant.domain.stated_assumptions import read_all_shares
from assistant.letters.mentions import Page
from assistant.letters.terms import Grant, Terms

ASKS_ALL_SHARES = "How many fully diluted shares are there?"


def list_questions(page: Page, terms: Terms) -> list[str]:
    """Short questions, the most valuable first; none about a term the text states."""
    values = terms.values
    asked = [*_about_pay(terms), *_about_bonus(page, terms)]
    for grant in terms.grants:
        asked += _about_grant(grant, all_shares=read_all_shares(page.text) is not None)
    if not terms.grants:
        named = "equity_named" in terms.cues
        asked.append(
            "How large is the equity grant, and how does it vest?" if named else "Does the package include equity?"
        )
    if values.get("signing") and "repay" not in terms.cues:
        asked.append("Under which terms would the sign-on bonus have to be repaid?")
    if not values.get("signing") and "no_signing" not in terms.cues:
        asked.append("Is there a sign-on bonus?")
    if not values.get("start_date"):
        asked.append("What start date do you have in mind?")
    if not values.get("deadline"):
        asked.append("By when do you need an answer?")
    if terms.grants and "refresh" not in page.text.lower():
        asked.append("Are there yearly refresh grants, and what is a usual size at this level?")
    return list(dict.fromkeys(asked))


def _about_pay(terms: Terms) -> list[str]:
    if "base_annual" in terms.values:
        return ["In which currency is the pay?"] if terms.values.get("currency_assumed") else []
    if "base_range" in terms.values:
        return ["Which base within the range is the offer, and what decides it?"]
    if "period_unknown" in terms.cues:
        return ["For which period is the stated base pay (month, year, hour)?"]
    return ["What is the annual base salary?"]


def _about_bonus(page: Page, terms: Terms) -> list[str]:
    values = terms.values
    if "bonus_target_pct" in values or "bonus_target_amount" in values or "no_bonus" in terms.cues:
        return []
    if "bonus_max_pct" in values or "bonus_range_pct" in values:
        return ["What is the target of the bonus, and what has been paid in the last years?"]
    if "bonus_named" in terms.cues:
        return ["Does the bonus have a target, or is it discretionary?"]
    return ["Is there an annual bonus, and what is its target?"]


def _about_grant(grant: Grant, *, all_shares: bool) -> list[str]:
    slots = grant.slots
    asked = []
    if "years" not in slots and "schedule" not in slots:
        asked.append("Over how many years does the equity vest, and in which parts?")
    elif "schedule" not in slots:
        asked.append("Which part of the equity vests in each year?")
    if "cliff_months" not in slots:
        asked.append("Is there a cliff before the first vest?")
    if slots.get("kind") == "rsu" and "shares" not in slots:
        asked.append("How many shares is that, and which share price is used to fix the number?")
    if slots.get("kind") == "rsu" and "shares" in slots and "share_price" not in slots and "total_value" not in slots:
        asked.append("What is the current value of one share?")
    if slots.get("kind") == "option":
        asked += [] if "strike" in slots else ["What is the strike price?"]
        asked += [] if "percent" in slots or all_shares else [ASKS_ALL_SHARES]
    if slots.get("kind") == "percent":
        asked.append("How many shares is that, of how many fully diluted, and are they options?")
    return asked
