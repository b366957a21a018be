"""Comparing: offers side by side, who leads by how much, what is no money, and what the order hangs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assistant.domain.money import render_money
from assistant.letters.told import name_offers
from assistant.letters.told_parts import CONTRACT, find_handle
from assistant.offline import lexicon
from assistant.offline import passages as library
from assistant.offline.chosen import find_open, find_preferred, is_named, names_of
from assistant.offline.composed import Composed, paragraphs
from assistant.offline.pay_text import comparison_table, fine_print
from assistant.offline.pensions import PENSION, tell_pensions
from assistant.offline.present_job import NAME as PRESENT
from assistant.offline.reading import Reading
from assistant.offline.turns import COMPARES, read_year
from assistant.offline.view import View

NO_MONEY = lexicon.any_of(
    r"\b(?:remote\w*|hybrid|on-?site|in[- ]office|office|days? in|commut\w*|team|manager|boss|visa|pto|vacation|holidays?|pension|"
    r"title|level|hours|on[- ]call|stable|stability|startup|start-up|layoffs?|private|culture|mission|product|learn\w*|growth|"
    r"nights?|shifts?|weekends?|rent|scope|chaotic|chaos|reorgs?|layoff|sick|leave|notice|parents?|drive|train|walk|bus|flexib\w+|benefits|insurance|"
    r"wife|husband|kids?|child\w*|family|home|relocat\w*|move|city|prestige|brand|boring|exciting|dream|safer?|risk\w*|wlb|balance)\b"
)
LEVELS = (("year 1", "in year 1"), ("recurring", "in a recurring year"), ("{0}-year average", "on the average"))
IN_ALL = ("{0}-year total", "over all {0} years")
_ASKS_IN_ALL = lexicon.any_of(
    r"\b(?:[2-9]|two|three|four|five)[ -]?(?:years?|yrs?)\b",
    r"\badd\w* (?:it |them )?(?:all )?up\b",
    r"\bin (?:all|total)\b",
)
_CLAUSES = re.compile(r"[.!?]\s+|\n+|,\s+(?!\d)|;\s*|\s+but\s+")
_PAY = lexicon.any_of(r"\b(?:base|bonus|rsus?|sign[- ]?on)\b|\d\d ?k\b|[$€£]\d")
_ASKS = lexicon.any_of(
    COMPARES.pattern,
    r"\?\s*$|^\W*(?:\w+ ){0,2}(?:is|are|does|do|can|could|should|would|what|how|why|when)\b[^.]*\?",
    lexicon.SCRIPT.pattern,
)
_OWN_SIDE = re.compile(r"\b(?:i|i'm|im|ive|i've|my|we|our)\b", re.IGNORECASE)
"""Tells what the work is to the person, whichever offer it is of."""
_OWED = lexicon.any_of(r"\b(?:retention|unvested|stay bonus|bonus (?:is )?(?:due|payout|paid (?:out )?in)|accrued)\b")
FLIPS = "change that flips the ranking, "
_LISTED = re.compile(
    r"\b(?:public(?:ly)?(?: listed| traded)? ?(?:co|company|corp)?|listed|nasdaq|nyse|ftse)\b", re.IGNORECASE
)
MOST_QUOTES = 4
LARGEST_FLIP = 100
"""Percent beyond which a change is not worth naming."""


def compose_comparison(view: View, reading: Reading) -> Composed | None:
    """The offers of this turn side by side; None where fewer than two were computed."""
    pays = [(_name_of(pay, view), pay) for pay in view.all_results("total_compensation")]
    if len(pays) < 2:
        return None
    compared = view.result("compare_offers")
    lead = library.pick_lead(view.passages, view.query)
    text = paragraphs(
        _who_leads(pays, compared, lexicon.fold(view.texts[-1])),
        comparison_table(pays),
        tell_pensions(view.result("worked_sum")),
        _not_promised(view, [name for name, _ in pays]),
        _left_behind(view) if any(name == PRESENT for name, _ in pays) else "",
        _no_money(view),
        _hangs_on(compared),
        fine_print(*(pay for _, pay in pays)),
        lead.marked if lead and not compared else "",
    )
    return Composed(text, "comparison")


def ask_for_other(view: View, reading: Reading) -> str:
    """What is missing to compare, by the name of the offer it is missing for."""
    open_ones = find_open(view.offers, view.texts)
    known = [item["name"] for item in open_ones if item["offer"].get("base_annual") is not None]
    lacking = [item["name"] for item in open_ones if item["name"] not in known]
    called = [*(name for text in view.texts for name in name_offers(text)), *(name.title() for name in view.companies)]
    known_names = {name for item in view.offers for name in names_of(item)}
    lacking += [name for name in dict.fromkeys(called) if name.casefold() not in known_names]
    if known and lacking:
        return f"I have {' and '.join(known)} on file. What does {lacking[0]} pay: base salary, bonus, stock, sign-on?"
    if lacking:
        return f"I know of {' and '.join(lacking)}, but not the base salary. What is it for each?"
    if known:
        return f"I have {known[0]} on file. What does the other one pay: base salary, bonus, stock, sign-on?"
    return "Which two do you mean? Give me the base salary, bonus, stock and sign-on of each and I will put them side by side."


def note_choice(view: View) -> str:
    """What the person just said of their choice, and what can be done with it."""
    left = find_open(view.offers, view.texts)
    out = [item["name"] for item in view.offers if item not in left]
    preferred = find_preferred(left, view.texts)
    lines = [f"{preferred['name']} is the one you want"] if preferred else []
    lines += [f"{' and '.join(out)} {'are' if len(out) > 1 else 'is'} out"] if out else []
    noted = f"Noted: {'; '.join(lines)}." if lines else "Noted."
    asks = "which pays more?" if len(left) > 1 else "what should I push on?"
    return f"{noted} **Next:** ask “{asks}”, or say “write the counter” and I will draft it."


def _name_of(pay: dict[str, Any], view: View) -> str:
    """The name on file of the offer a total was computed for."""
    offer = pay["data"]["offer"]
    same = (item["name"] for item in view.offers if _core(item["offer"]) == _core(offer))
    return next(same, str(offer.get("company") or "the offer"))


def _core(offer: dict[str, Any]) -> tuple[Any, ...]:
    base = offer.get("base_annual")
    return (
        None if base is None else Decimal(str(base)),
        offer.get("company"),
        offer.get("location"),
        offer.get("title"),
    )


def _who_leads(pays: list[tuple[str, dict[str, Any]]], compared: dict[str, Any] | None, asked: str) -> str:
    year, two = read_year(asked), len(pays) == 2
    most = "more" if two else "most"
    if len({pay["data"]["currency"] for _, pay in pays}) > 1:
        return "These offers are in different currencies, so I show them side by side without naming a leader."
    if year is not None and all(len(pay["table"]) >= year for _, pay in pays):
        rows = sorted(pays, key=lambda pair: Decimal(str(pair[1]["table"][year - 1]["total"])), reverse=True)
        amounts = [f"{name} {_money(pay, pay['table'][year - 1]['total'])}" for name, pay in rows]
        difference = _difference(compared, "year 1", rows[0][0]) if year == 1 and two else ""
        return f"**In year {year} {rows[0][0]} pays {most}: {' against '.join(amounts)}{difference}.**"
    years = min(len(pay["table"]) for _, pay in pays)
    leaders = [
        (
            text.format(years),
            label.format(years),
            max(pays, key=lambda pair: Decimal(str(pair[1]["figures"][index]["value"])))[0],
        )
        for index, (label, text) in enumerate((*LEVELS, IN_ALL) if _ASKS_IN_ALL.search(asked) else LEVELS)
    ]
    told = [f"{text}: {name}{_difference(compared, label, name) if two else ''}" for text, label, name in leaders]
    if len({name for _, _, name in leaders}) == 1:
        by = "; ".join(f"{text}{_difference(compared, label, name) if two else ''}" for text, label, name in leaders)
        return (
            f"**{leaders[0][2]} pays {most}** {by}."
            if compared
            else f"**{leaders[0][2]} pays {most} in year 1, in a recurring year and on the average.**"
        )
    return f"**{most.capitalize()} {'; '.join(told)}.**"


def _difference(compared: dict[str, Any] | None, label: str, leader: str) -> str:
    """By how much the leader is ahead, as the comparison computed it."""
    for figure in compared["figures"] if compared else ():
        if " minus " in figure["label"] and figure["label"].endswith(f", {label}"):
            ahead = render_money(abs(Decimal(str(figure["value"]))), figure["unit"])
            return f" (by {ahead})" if Decimal(str(figure["value"])) else ""
    return ""


def _money(pay: dict[str, Any], value: Any) -> str:
    return render_money(Decimal(str(value)), pay["data"]["currency"])


def _not_promised(view: View, names: Sequence[str]) -> str:
    """Parts that are on paper, at discretion or a person's own to bear: counted as told, or not at all."""
    lines = []
    for item in view.offers:
        offer = item["offer"]
        if item["name"] not in names:
            continue
        if offer.get("bonus_max_pct") is not None and offer.get("bonus_target_pct") is None:
            most = f"{Decimal(str(offer['bonus_max_pct'])).normalize():f}"
            lines.append(f"the bonus of {item['name']} is “up to {most} %”, so it is not counted")
        if any(grant.get("kind") in ("option", "percent") for grant in offer.get("equity", ())):
            lines.append(f"the options of {item['name']} are paper until they can be sold, so count them at a discount")
        if _LISTED.search(str(item.get("words"))) and any(
            grant.get("kind") == "rsu" for grant in offer.get("equity", ())
        ):
            lines.append(f"the stock of {item['name']} is public and can be sold once it vests")
        if CONTRACT in (item["name"], find_handle(str(item.get("words")))):
            lines.append(
                f"{item['name']} pays for the time worked only: holiday, sick days and gaps are usually unpaid in one, so ask"
            )
    return f"**Not the same kind of money:** {'; '.join(lines)}." if lines else ""


def _no_money(view: View) -> str:
    """What the person told of the offers that no table shows, in their own words, and whom they prefer."""
    offers = find_open(view.offers, view.texts)
    told: dict[str, str] = {}
    for text in view.texts:
        for clause in _CLAUSES.split(text):
            if not NO_MONEY.search(clause) or any(other.search(clause) for other in (_PAY, PENSION, _ASKS)):
                continue
            named = [item["name"] for item in offers if is_named(item, lexicon.fold(clause), offers)]
            if len(named) == 1 or (not named and _OWN_SIDE.search(clause)):
                told.setdefault(clause.strip(" .?"), "".join(named))
    quoted = "; ".join(f"“{clause}”" for clause in list(told)[-MOST_QUOTES:])
    preferred = find_preferred(offers, view.texts)
    lines = []
    if quoted:
        lines.append(
            f"**What no table shows:** you said {quoted}. Put a price on it: how much pay would you give up for it every year? "
            "If that is more than the gap above, it decides."
        )
    if preferred:
        lines.append(
            f"You prefer {preferred['name']}: then use the other one as the reason to ask, not as the place to go."
        )
    return " ".join(lines)


def _left_behind(view: View) -> str:
    """What the present job still owes, in the person's own words: it is in no year of the table."""
    clauses = (clause.strip(" .") for text in view.texts for clause in re.split(r"[.!?;]\s+|\n+", text))
    told = [clause for clause in clauses if _OWED.search(clause) and not _ASKS.search(clause)][-MOST_QUOTES:]
    quoted = "; ".join(f"“{clause}”" for clause in told)
    return f"**Not counted if you stay:** you said {quoted}. Add what is paid in the time you look at." if told else ""


def _hangs_on(compared: dict[str, Any] | None) -> str:
    """The smallest changes that would turn the order round."""
    if compared is None:
        return ""
    flips = [
        (abs(Decimal(str(figure["value"]))), figure)
        for figure in compared["figures"]
        if figure["label"].startswith(FLIPS) and figure["unit"] == "percent"
        and not re.search(r"tax|cost-of-living|discount", figure["label"])
    ]  # fmt: skip
    near = sorted((item for item in flips if item[0] <= LARGEST_FLIP), key=lambda item: item[0])[:2]
    named = [
        f"{figure['label'].removeprefix(FLIPS)} at {Decimal(str(figure['value'])).quantize(Decimal('0.1'))} %"
        for _, figure in near
    ]
    return f"**The order over these years hangs on:** it flips with {' or '.join(named)}." if named else ""
