"""Sums about whole offers: their totals, two side by side, a quoted total, net pay, refreshers, what a counter asks."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.quantities import Quantity
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import ON_FILE, Filled, Sum
from assistant.offline.sums.tax import read_household, read_periods
from assistant.offline.sums.told import tell_offer, tell_offers

PAY = (
    r"(?:base|salary|bonus|rsus?|stock|equity|shares?|grant|sign[- ]?on|signing|esops?|package|offer|fixed|refresh\w*)"
)
TOTALS = r"(?:total\w*|tc\b|all in|in all|add\w* up|comes? to|average\w*|(?:yr|year) ?(?:1|one|2|two|3|three|4|four)\b|first[- ]year|(?:each|every|per) ?(?:year|yr)|yearly|annual\w*|normal year|a year)"
FALL = r"(?:drop\w*|fall\w*|fell|declin\w*|cliff|goes? down|less|decrease\w*|differ\w*|shrink\w*)"
_YEARS = re.compile(r"\b(?:over|after|for|in|first)(?: the)?(?: first| next| full)? ?(\d{1,2}|two|three|four|five)(?: full)? ?(?:years?|yrs?|y\b)|\b(\d{1,2}|two|three|four|five)[- ]?(?:year|yr|y) (?:totals?|sum|tc|comparison|horizon)", re.IGNORECASE)  # fmt: skip
_NUMBERS = {"one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3, "four": 4, "fourth": 4, "five": 5}
_HALF = re.compile(r"\b(?:halv\w*|(?:drops?|falls?|cut) (?:by|in) half|lose half)\b", re.IGNORECASE)
_PAID = re.compile(
    r"\bbonus(?:es)? (?:only |just )?(?:pays?|is paid|comes?)(?: out)?(?: in)?(?: at)?(?: only| just)? (half|\d{1,3}(?= ?(?:%|percent)))",
    re.IGNORECASE,
)
_REFRESH = re.compile(
    r"(?:start|beginning|end|close)? ?(?:of|in|from|at|after)? ?(?:the )?(?:year|yr) ?(?P<year>\d|one|two|three|four|five)", re.IGNORECASE
)  # fmt: skip
_ASKED_YEAR = re.compile(r"\b(?:year|yr) ?(\d|one|two|three|four|five)\b(?: alone| only)?", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?:over|for|vest\w*(?: \w+){0,2} over) (\d|three|four|five) ?(?:years?|yrs?|y\b)", re.IGNORECASE
)


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)


def read_years(text: str) -> int | None:
    """Over how many years the words want pay counted."""
    match = _YEARS.search(text)
    return _number(match[1] or match[2]) if match else None


def _total(filled: Filled) -> dict[str, Any] | None:
    text = filled.question.text
    arguments: dict[str, Any] = {"offer": ON_FILE if filled.question.offer else None, "years": read_years(text)}
    told = tell_offer(text)
    if (
        told
        and filled.has(r"(?:at |for )?face value|as cash")
        and any(grant["kind"] == "option" for grant in told.get("equity", []))
    ):
        arguments["changes"] = {"equity": [{**grant, "kind": "rsu"} for grant in told["equity"]]}
    if paid := _PAID.search(text):
        arguments["bonus_payout_pct"] = 50 if paid[1].lower().startswith("half") else int(paid[1])
    if _HALF.search(text):
        arguments["price_change_pct"] = -50
    return arguments


def _variable(filled: Filled) -> dict[str, Any] | None:
    """Base and on-target earnings: what is above the base is the bonus, paid at the stated part of target."""
    base, target = filled.money("base"), filled.money("on_target")
    if base is None or target is None or target <= base:
        return {"offer": None}
    return {
        "offer": {"base_annual": base, "currency": filled.currency or "USD"},
        "on_target_pay": target,
        "bonus_payout_pct": filled.number("attained"),
        "years": 1,
    }


def _compare(filled: Filled) -> dict[str, Any] | None:
    offers = tell_offers(filled.question.text)
    if len(offers) < 2:
        return None
    named = [{**offer, "company": name} for offer, name in zip(offers, ("A", "B", "C", "D"), strict=False)]
    return {"offers": named, "years": read_years(filled.question.text)}


def _quoted(filled: Filled) -> dict[str, Any] | None:
    quoted, told = filled.slots.get("quoted"), tell_offer(filled.question.text)
    if quoted is None or told is None or to_json_number(as_money(quoted)) == told["base_annual"]:
        return None
    return {"quoted": to_json_number(as_money(quoted)), "offer": ON_FILE}


OF_OFFER = r"(?:offer|package|year (?:1|one)|first year|bonus|rsus?|total)"
NET = r"(?:after[- ]?tax\w*|take[- ]?home|net (?:pay|income|salary|per|a|in)\b|in hand|in my pocket)"


def _after_tax(filled: Filled) -> dict[str, Any] | None:
    """The offer after tax: named as one, or on file where the message tells no amount of its own."""
    told = any(item.kind in ("money", "count") or item.explicit for item in filled.question.quantities)
    on_file = filled.question.offer and not told and filled.has(NET)
    if not on_file and not (filled.has(OF_OFFER) and filled.has(r"how much|what|take|get|left|see|calc\w*")):
        return None
    periods = {"pay_periods": read_periods(filled)}
    return {**read_household(filled), **periods, "offer": ON_FILE if filled.question.offer else None}


def _refreshers(filled: Filled) -> dict[str, Any] | None:
    """A grant and later grants, each with the year it is made; at the start of year 2 is after year 1."""
    text = filled.question.text
    amounts = [
        item for item in filled.question.quantities if item.kind in ("money", "count", "plain") and item.explicit
    ]
    if len(amounts) < 2:
        return None
    first, *later = amounts
    duration = _DURATION.search(text)
    years = _number(duration[1]) if duration else 4
    grants = []
    for index, item in enumerate(later):
        end = later[index + 1].start if index + 1 < len(later) else len(text)
        made = _REFRESH.search(text, item.end, end)
        every = re.search(r"\b(?:every|each|per|a) (?:year|yr)\b|yearly|annual", text[item.end : end], re.IGNORECASE)
        if made is None and every is None:
            return None
        anniversary = re.search(
            r"\bfirst anniversary|\bafter (?:the |my )?first year|\bafter (?:a|one|1) year",
            text[item.end : end],
            re.IGNORECASE,
        )
        made = None if anniversary else made
        year = _number(made["year"]) if made else 2
        ends = bool(made and re.search(r"\b(?:end|after|close)", made.group(), re.IGNORECASE))
        grants.append(
            {
                "total_value": _value(item),
                "after_year": year if ends else max(0, year - 1),
                "yearly": every is not None,
                "years": years,
            }
        )
    return {
        "offer": {"base_annual": 0, "equity": [{"total_value": _value(first), "years": years}], "refreshers": grants}
    }


def _value(item: Quantity) -> int | float:
    return to_json_number(item.value)


def _needed_base(filled: Filled) -> dict[str, Any] | None:
    """The base that makes a total: an offer with everything but a base, and the gap to the total."""
    wanted, bonus, stock = filled.money("wanted_total"), filled.number("bonus_pct"), filled.money("stock")
    if wanted is None:
        return None
    sign_on = filled.money("sign_on")
    offer: dict[str, Any] = {"base_annual": 0}
    if bonus is not None:
        offer["bonus_target_pct"] = bonus
    if stock is not None:
        yearly = filled.slots["stock"].period == "year"
        offer["equity"] = [{"annual_value" if yearly else "total_value": stock, "years": 4}]
    if sign_on is not None:
        offer["signing"] = [{"amount": sign_on}]
    return {"wanted_total": wanted, "offer": offer} if len(offer) > 1 else None


def _uplift(filled: Filled) -> dict[str, Any] | None:
    percent = filled.number("uplift_pct")
    return None if percent is None or not filled.question.offer else {"uplift_pct": percent, "offer": ON_FILE}


def _ladder(filled: Filled) -> dict[str, Any]:
    ask = filled.money("ask")
    return {
        "offered": filled.money("offered"),
        "target": filled.money("target"),
        "walk_away": filled.money("walk_away"),
        "ask": ask,
        "currency": filled.currency,
    }


def _levers(filled: Filled) -> dict[str, Any]:
    return {
        "stay_years": filled.years("stay"),
        "bonus_pct": filled.number("bonus_pct"),
        "offer": ON_FILE if filled.question.offer else None,
    }


def _audit(filled: Filled) -> dict[str, Any]:
    return {"verdict": "does_not_reproduce" if filled.has(r"don'?t|do not|not|fail\w*|wrong|doesn'?t") else None}


def _raises(filled: Filled) -> dict[str, Any] | None:
    """A base that rises every year, added up over the years."""
    base, percent, years = filled.money("base"), filled.number("raise"), _counted_years(filled.question.text)
    if base is None or percent is None or years is None:
        return None
    return {
        "offer": {"base_annual": base, "currency": filled.currency or "USD"},
        "raise_pct": percent,
        "years": years,
    }


def _counted_years(text: str) -> int | None:
    match = re.search(r"\b(\d{1,2}|two|three|four|five) (?:years|yrs)\b", text, re.IGNORECASE)
    return read_years(text) or (_number(match[1]) if match else None)


THE_OFFER = (("offer", "the offer: base, bonus, stock and sign-on"),)
WHOLE = ("year 1 total", "recurring yearly", "4-year average", "4-year total")
OFFER_SUMS = (
    Sum(
        "total_compensation",
        (r"\d ?(?:%|percent)", r"(?:every|each|per|a) (?:year|yr)|yearly|annual", r"(?:in total|altogether|all together|cumulative|add\w* up|sum\b|combined|overall)", r"(?:years|yrs)"),
        _raises,
        (slot("base", "money", r"(?:base|salary|start\w*|from|on)", sole=True), slot("raise", "percent", r"(?:rais\w*|get|grow\w*|every|each|increase\w*)", sole=True)),
        shows=("2-year total", "3-year total", "4-year total", "5-year total", "6-year total", "10-year total", "year 1 total", "recurring yearly"),
        never=r"(?:rsus?|stock|vest\w*|bonus|sign[- ]?on|claw\w*|tax\w*|invest\w*|discount\w*|inflation)",
        weight=8,
    ),
    Sum(
        "total_compensation",
        (r"refresh\w*", r"(?:vest\w*|stock|equity|rsus?|grant)", r"(?:year|yr) ?(?:\d|one|two|three|four|five)"),
        _refreshers,
        shows=("year 1 vested stock", "year 2 vested stock", "year 3 vested stock", "year 4 vested stock", "year 5 vested stock"),
        never=r"(?:no refresh\w*|without refresh\w*|base|salary|bonus)",
        weight=8,
    ),
    Sum(
        "total_compensation",
        (r"(?:ote\b|on[- ]target (?:earnings|pay|income)|quota|commission)", r"\d+ ?(?:%|percent)"),
        _variable,
        (slot("base", "money", r"base"), slot("on_target", "money", r"(?:ote\b|on[- ]target)", sole=True), slot("attained", "percent", r"(?:quota|attain\w*|hit\w*|land\w*|reach\w*|target)", sole=True)),
        needs=(("offer", "the base and the on-target earnings"),),
        shows=("year 1 total compensation", "base salary", "year 1 bonus paid"),
        never=r"(?:commission\w*(?: (?:of|is|at))? ?\d[\d.]* ?(?:%|percent)|\d[\d.]* ?(?:%|percent) commission) (?:on|of)\b",
        weight=7,
    ),
    Sum(
        "compare_offers",
        (r"(?:total\w*|how much|how long|by how|difference|more|ahead|overtake\w*|catch\w* up|wins?|better|which|compare\w*|break[- ]?even|\d+[- ]year)", PAY),
        _compare,
        shows=("A 1-year total", "B 1-year total", "A 2-year total", "B 2-year total", "A 3-year total", "B 3-year total", "A 4-year total", "B 4-year total", "A 5-year total", "B 5-year total", "B minus A", "B passes A", "A passes B"),
        never=r"(?:an hour|per hour|hours? (?:a|per)|hrs|1099|w-?2|contract\w*|freelanc\w*|vest\w* (?:after|by)|claw\w*|\bpaste|say to|tell them)",
        weight=7,
    ),
    Sum(
        "headline_compensation",
        (r"(?:worth|package|total|tc\b|comp\w*)", r"(?:really|actually|every year|each year|is (?:that|it|this)|how (?:do|did) they|true|right|add up|correct|honest|come up with|where does)", PAY),
        _quoted,
        (slot("quoted", "money", r"(?:worth|package|total|tc\b|says?|claim\w*|advertis\w*|comp\b|quoted)"),),
        shows=("year 1 total", "recurring yearly compensation", "4-year average", "year 1 without bonus"),
        never=r"(?:vest\w* (?:after|by)|claw\w*|market|below|fair|good|normal|counter)",
        weight=6,
    ),
    Sum(
        "after_tax_pay",
        (r"(?:after[- ]?tax\w*|take[- ]?home|net\b|in hand|tax(?:es|ed)?\b)",),
        _after_tax,
        needs=THE_OFFER,
        shows=("year 1 net a month", "year 1 net pay", "year 1 gross pay", "year 1 tax in percent", "year 2 net pay", "4-year net pay", "4-year average net pay"),
        never=r"(?:gross(?:ed)?[- ]?up|withh\w*|option\w*|strike|vest\w*|claw\w*|repay|marginal|extra|of a|flat|supplemental|\d ?% (?:tax|rate)|rate of|sign[- ]?on (?:of|in)|lands?)",
        on_offer=True,
        weight=4,
    ),
    Sum(
        "sign_on_gap",
        (r"(?:base|salary)", r"(?:what base|which base|how (?:much|high)|gets? me|reach|ask for|necessary|must|has to)", r"(?:tc\b|total|all[- ]in|number is|comp\w*|package|hit|reach|get to|ote\b)"),
        _needed_base,
        (
            slot("wanted_total", "money", r"(?:tc\b|total|all[- ]in|number|hit|reach|get to|comp\w*|want\w*|need|package)"),
            slot("bonus_pct", "percent", r"bonus", sole=True),
            slot("stock", "money", r"(?:stock|rsus?|equity|grant|vest\w*)"),
            slot("sign_on", "money", r"(?:sign[- ]?on|signing)"),
        ),
        shows=("base increase that would do instead", "gap to the wanted total", "wanted total"),
        never=r"(?:instead|one[- ]off|over \w+ years|raise|hours?|/hr|contract|base (?:is|of|at) \$?\d|\d+ ?k? base|sign[- ]?on (?:do|should|must|would|needs?)|how (?:big|large) (?:a |must |should )?(?:the )?sign)",
        weight=6,
    ),
    Sum(
        "counter_plan",
        (r"(?:counter\w*|ask\w*|open\w*|go back)", r"\d+ ?(?:%|percent)", r"(?:what|how much|number|which)"),
        _uplift,
        (slot("uplift_pct", "percent", r"(?:more|above|over (?:it|that|the|their)|counter (?:with|at|by)|ask (?:for )?\d|higher|up|on top)", sole=True),),
        needs=THE_OFFER,
        shows=("base salary to ask for", "base salary increase", "year 1 total compensation if they agree", "recurring yearly compensation if they agree"),
        never=r"(?:\d ?% (?:target |annual )?bonus|which (?:one|is|should)|better|tax\w*|vest\w*|claw\w*|raise|hike|below|market|reject\w*|chance|odds|probab\w*|guides?|usual\w*|should i)",
        on_offer=True,
        weight=5,
    ),
    Sum(
        "counter_ladder",
        (r"(?:middle|midpoint|half[- ]?way|split(?:s|ting)? the difference|come down|ladder|back and forth|concession\w*)", r"(?:what|how|which|number|work it out|calc\w*|ask|say)"),
        _ladder,
        (
            slot("offered", "money", r"(?:offer(?:'s|ed|s)?|they(?:'re| are| offered| say| gave)?|their number|at)", sole=True),
            slot("target", "money", r"(?:happy|want\w*|land\w*|target|settle|accept|ok with|fine with|aim\w*|goal|end up|need)", sole=True),
            slot("walk_away", "money", r"(?:walk\w*|minimum|under|below|least|floor)"),
            slot("ask", "money", r"(?:open\w*|counter at|ask(?:ed|ing)? for|i ask\w*|start(?:ing)? (?:at|with)|i say)"),
        ),
        needs=(("offered", "what they offer"), ("target|ask", "where you want to end")),
        shows=("opening that meets", "middle of offer and ask", "hold below", "accept from", "ask repeated", "answer to"),
        never=r"(?:vest\w*|claw\w*|strike|tax\w*|level|band|range)",
        weight=6,
    ),
    Sum(
        "lever_value",
        (r"(?:base|salary)", r"(?:sign[- ]?on|stock|rsus?|bonus|equity)", r"(?:per (?:dollar|unit|euro|pound)|each (?:extra )?(?:dollar|\$?1 ?k|thousand|euro)|counts? (?:for )?(?:the )?most|worth (?:the )?most|most valuable|rank)", r"(?:\d|two|three|four|five)"),
        _levers,
        (slot("stay", "span", r"(?:stay\w*|over|for)", sole=True), slot("bonus_pct", "percent", r"bonus")),
        shows=("base salary worth per unit", "stock grant worth per unit", "sign-on bonus worth per unit", "target bonus worth per unit"),
        weight=6,
    ),
    Sum(
        "guidance_audit",
        (r"(?:guides?|sources?|librar\w*|claims?|numbers|examples|blogs?)", r"(?:reproduc\w*|recomput\w*|recalculat\w*|add up|come out|check out|hold up|re-?check\w*)"),
        _audit,
        shows=("examples that reproduce", ),
        never=r"(?:my|offer|letter)\b",
        weight=6,
    ),
    Sum(
        "total_compensation",
        (FALL, r"(?:(?:year|yr) ?(?:1|one)|first year|after the first)", PAY),
        _total,
        needs=THE_OFFER,
        shows=("change from year 1 to",),
        never=r"(?:claw\w*|tax\w*|strike|dilut\w*)",
        on_offer=True,
        weight=5,
    ),
    Sum(
        "total_compensation",
        (TOTALS, r"(?:what|how much|how|tell|calc\w*|comput\w*|work out|\?|total)"),
        _total,
        needs=THE_OFFER,
        on_offer=True,
        never=r"(?:claw\w*|tax\w*|net\b|take[- ]?home|strike|dilut\w*|leav\w*|left|quit\w*|hours?|hrs|hourly|1099|contract\w*|match\w*|espp|vest\w* (?:after|by)|withh\w*|level|market|average (?:salary|pay|offer)|usual|typical|competi\w*|in total\?* ?(?:for|with))",
        weight=2,
    ),
)  # fmt: skip
