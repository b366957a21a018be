"""Sums about leaving: what is owed back, what is forfeited at the old employer, what a stay has paid."""

from __future__ import annotations

from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.quantities import Quantity
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

GO = r"(?:leav\w*|bounc\w*|left|quit\w*|resign\w*|go\b|stay\w*|walk\w*|gone|bail\w*|out at|exit|at month|switch\w*|jump\w*)"
PRORATED = r"(?:pro[- ]?rat\w*|proportion\w*|1/(?:12|18|24|36)|one (?:twelfth|24th)|linear\w*|per month|each month|monthly|every month|declin\w*|reduc\w*)"
SIGN_ON_TOLD = r"(?:sign(?:ing)?[- ]?(?:on)?(?: bonus)?|joining(?: bonus)?)(?: (?:is|of|at|only|just|they|offers?|gives?|me|about)){0,3} ?[$€£₹]?\d|\d[\d.,]*k? (?:sign(?:ing)?[- ]?(?:on)?|joining)\b"
"""A sign-on that is told already, so that what it does not make up for is asked, and no sign-on."""
NOT_PRORATED = (
    r"(?:(?:not|nothing|no|never|without|isn'?t|aren'?t)(?: (?:is|being|any))? pro[- ]?rat\w*|all or nothing)"
)
"""Tells that a payment goes back whole or not at all."""
FULL = r"(?:in full|full(?:y)?|entire\w*|all of it|100 ?%|whole|everything)"


def _clawback(filled: Filled) -> dict[str, Any]:
    """The period is the longer span when no word tells it from the month of leaving."""
    leave, period = filled.slots.get("leave_month"), filled.slots.get("repay_months")
    spans = [item for item in filled.question.quantities if item.kind == "span" and item.unit != "week"]
    if len(spans) >= 2 and (leave is None or period is None or leave.value > period.value):
        leave, period = min(spans, key=_value), max(spans, key=_value)
    whole = int(leave.value) if leave is not None else None
    whole_back = filled.has(NOT_PRORATED)
    rule = "pro_rata" if filled.has(PRORATED) and not whole_back else "full" if whole_back or filled.has(FULL) else None
    return {
        "sign_on_bonus": filled.money("sign_on_bonus"),
        "relocation": filled.money("relocation"),
        "repay_months": int(period.value) if period is not None else None,
        "leave_month": whole,
        "rule": rule,
        "repay": "net" if filled.has(r"net\b|after[- ]tax amount") and not filled.has("gross") else None,
        "tax_pct": filled.number("tax_pct"),
        "currency": filled.currency,
    }


def _value(item: Quantity) -> Any:
    return item.value


def _make_whole(filled: Filled) -> dict[str, Any]:
    shares, price = filled.number("shares"), filled.number("share_price")
    stock = to_json_number(as_money(filled.slots["stock"])) if "stock" in filled.slots else None
    months = filled.months("months")
    tranches: list[dict[str, Any]] = []
    if shares is not None and price is not None:
        tranches = [{"month": months or 1, "shares": shares, "share_price": price}]
    elif stock is not None:
        tranches = [{"month": months or 1, "value": stock}]
    cash = [
        {"name": name, "amount": amount}
        for name, key in (("retention bonus", "retention"),)
        if (amount := filled.money(key)) is not None
    ]
    bonus = filled.money("bonus")
    return {
        "tranches": tranches,
        "bonus": {"amount": bonus} if bonus is not None else None,
        "cash": cash,
        "match_forfeited": filled.money("match"),
        "repayment_owed": filled.money("repayment"),
        "pto_forfeited": filled.money("pto"),
        "currency": filled.currency,
    }


def _stay(filled: Filled) -> dict[str, Any] | None:
    month = filled.months("month")
    return None if month is None else {"month": month, "offer": None}


LEAVING_SUMS = (
    Sum(
        "clawback",
        (rf"(?:claw\w*|repa(?:y|id)\w*|goes? back|pro[- ]?rat\w*(?=.*\b{GO})|{GO}(?=.*\bpro[- ]?rat)|pay (?:it |that |them |any |some )?(?:all )?back|owe\w*|return (?:it|the)|give (?:it )?back|pay back|paying back|reimburse|keep)", r"(?:sign[- ]?on|signing|joining|relo\w*|bonus)"),
        _clawback,
        (
            slot("leave_month", "span", GO),
            slot("repay_months", "span", r"(?:claw\w*|repay\w*|within|period|before|under|less than|first|pro[- ]?rat\w*|clause|over|back)"),
            slot("relocation", "money", r"relo\w*"),
            slot("sign_on_bonus", "money", r"(?:sign[- ]?on|signing|joining|bonus)", sole=True),
            slot("tax_pct", "percent", r"tax\w*"),
        ),
        never=r"(?:gross(?:ed)?[- ]?up|make[- ]whole|unvested|option\w*|old employer|current (?:job|employer|company))",
        needs=(("sign_on_bonus|relocation|payments", "the amount of the payment"), ("repay_months", "after how many months nothing is owed back (often 12 or 24)"), ("leave_month", "the month in which you would leave")),
        shows=("owed at month", "kept at month", "owed", "received before tax", "kept"),
        on_offer=False,
        weight=7,
    ),
    Sum(
        "make_whole",
        (r"(?:make[- ]?(?:me )?whole|forfeit\w*|unvested|walk\w* away from|leav\w* on the table|giv\w* up|los\w+|leav\w* behind)", r"(?:bonus|rsus?|stock|equity|shares|unvested|pto|match|retention)"),
        _make_whole,
        (
            slot("bonus", "money", r"(?:annual bonus|bonus|year[- ]end)"),
            slot("retention", "money", r"retention"),
            slot("match", "money", r"(?:401|match|pension)"),
            slot("repayment", "money", r"(?:repay\w*|pay back|owe\w*|tuition|relo\w*)"),
            slot("pto", "money", r"(?:pto|vacation)"),
            slot("shares", "count", r"(?:shares|rsus?|units|unvested)"),
            slot("share_price", "price", r"(?:a share|per share|each|at|price|/share|@|trading)"),
            slot("stock", "money", r"(?:unvested|rsus?|stock|equity|vest\w*|grants?)", sole=True),
            slot("months", "span", r"(?:in|within|next|over|vest\w*)"),
        ),
        never=r"(?:if i leave (?:the new|after)|leave after|schedule|cliff|claw\w*|stake|dilut\w*|purchas\w*|trigger\w*)|"
        + SIGN_ON_TOLD,
        needs=(("tranches|bonus|cash|match_forfeited|repayment_owed", "what you would lose: unvested stock (its value, or the shares and the share price), bonus, other cash"),),
        shows=("sign-on to ask for", "forfeited in all", "unvested stock forfeited", "bonus lost", "forfeited within 12 months in all", "match"),
        weight=6,
    ),
    Sum(
        "leave_month",
        (GO, r"(?:after|at|by|in|month|year)", r"(?:how much|what|total|kept|keep|paid|walk|made|earn\w*|get)"),
        _stay,
        (slot("month", "span", GO, sole=True),),
        never=r"(?:vest\w*|unvested|claw\w*|repay\w*|pay (?:it )?back|option\w*|strike|notice|interview\w*)",
        needs=(("offer", "the offer"),),
        shows=("kept if leaving at month", "pay received by month", "owed back at month", "stock left behind at month", "kept per month worked at month"),
        on_offer=True,
        weight=3,
    ),
)  # fmt: skip
