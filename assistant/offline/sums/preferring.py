"""Preferring: whether a sum worked out from the words serves a message better than the calculator found for it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from assistant.offline.algebra.choose import WORKED_ALONE, by_own_rates, count_explained
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.frame_pay import COUNTED_RAISES
from assistant.offline.algebra.framed import (
    FRAMED,
    FRAMED_INSTEAD,
    OWN,
    SURE,
    SURER,
    Reading,
    asks_in_part,
    read_framed,
    read_lacking,
    read_unsure,
)
from assistant.offline.algebra.goals import ADVICE, SENTENCES, WORDS_WANTED
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.ranking import is_known, is_taken
from assistant.offline.algebra.recipes import RECIPE
from assistant.offline.algebra.terms import read_terms
from assistant.offline.sums.leftover import AMOUNTS, count_lists, explains, find_left, misses, or_ask_back
from assistant.offline.sums.sum import ReadSum, numbers_in

OPEN_TO_WORK = frozenset({"contract_rate", "lever_exchange", "lever_value", "dilution", "hourly_pay"})
"""Tools whose sums can be worked out from the words as well, with more of what is asked."""
MADE_FOR_IT = 2
"""Weight below which a worked sum gives way to the calculator made for it."""
SURELY = 2
"""By how much a worked sum of plain words outweighs a calculation that explains every number too."""
MORE_THAN_PERCENT = ("year", "month", "week", "hour", "check", "total", "difference", "middle", "average")
THOUSAND = 1000
TAKES_ALL = frozenset({"clawback", "espp", "retirement_match"})
"""Calculators with an argument for every number of the sums they are made for."""
FEW_WORDS = 14
"""Words of the longest message that does no more than change a number."""
OWN_NUMBERS = 2
FEW = 2
"""Numbers up to which a question may be about an offer on file."""
LIKELIER, MUCH_LIKELIER = 2.5, 4
"""How many times likelier a sum must be meant than a calculator that explains every number, or is made for it besides."""
SURELY_LIKELIER = 10
"""The same where several messages tell the numbers, whose changes the calculator follows."""
SUREST = 0.55
"""How little a sum read from its parts may be doubted to go before a calculation that explains every number too."""
_YES_OR_NO = re.compile(
    r"(?:^|[,;:] ?)\W*(?:(?:and|so|ok|but|then|or)\W+)*(?:is|isn't|are|aren't|should|can|could|do|does|doesn't|did|would|will)\b",
    re.IGNORECASE,
)
_PAY = ("pay_sheet", "pay_period", "hourly_pay", "contract_rate", "total_compensation", "offer_comparison")
_TAKEN_OFF = ("gross_up", "supplemental_withholding", "income_tax", "after_tax_pay")
_STAKE = ("exit_waterfall", "company_share", "dilution", "exit_scenarios", "stock_options")
_SHARES = (
    "total_compensation",
    "equity_value",
    "make_whole",
    "supplemental_withholding",
    "price_move",
    "option_exercise",
    "stock_options",
)
SAME: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("package", "package of cash"), (*_PAY, "sign_on_gap", "leave_month")),
    **dict.fromkeys(("one pay", "days off", "contract", "jobs"), (*_PAY, "percent_change")),
    **dict.fromkeys(("raised", "raised pay", "raised in steps", "cut", "real raise", "ladder"), ("percent_change", "counter_plan")),
    **dict.fromkeys(("taxed sign-on", "taxed bonus", "taxed pay", "gross"), _TAKEN_OFF),
    **dict.fromkeys(("quota", "commission", "commission on sales", "bonus"), ("pay_sheet", "total_compensation")),
    **dict.fromkeys(("sale", "diluted", "sale of shares"), _STAKE),
    **dict.fromkeys(("options", "held", "counted", "stock moves"), _SHARES),
    **dict.fromkeys(("stake", "stake by shares", "stake by chances", "uncertain sum"), _STAKE),
    **dict.fromkeys(("vesting", "shares"), ("vesting", "acceleration", *_SHARES)),
    **dict.fromkeys(("years of a schedule", "years with refreshers", "years of shares"), _PAY),
    **dict.fromkeys(("unused days", "two with days off"), (*_PAY, "percent_change")),
    **dict.fromkeys(("saved", "matched up to"), ("retirement_match", "pay_period", "pay_sheet")),
    **dict.fromkeys(("repaid by months", "repaid by percent"), ("clawback",)), "purchase": ("espp",),
    "returned": ("clawback",), "matched": ("retirement_match",), "bought": ("espp",), "bought from pay": ("espp",),
    "same living": ("cost_of_living",), "range": ("market_position",), "above the offer": ("counter_plan", "percent_change"),
    "more for years": ("lever_value", "lever_exchange"), "sign-on needed": ("sign_on_gap",), "base needed": ("sign_on_gap",),
}  # fmt: skip
"""Calculators made for the sum of a frame, which tell more about it."""
AFTER_TAX = r"after[- ]?tax\w*|take[- ]?home|net (?:pay|income|salary)"
TAX_TOOLS = frozenset({"income_tax", "marginal_rate", "supplemental_withholding", "after_tax_pay"})


def explains_more(text: str, worked: ReadSum, found: ReadSum | None) -> bool:
    """Whether a worked sum serves a message better than the calculation found for it."""
    if found is None or found.missing or found.unused or worked.sum.weight > found.sum.weight + SURELY:
        return True
    if found.sum.tool in TAX_TOOLS and _skips_tax(text, worked):
        return False
    if worked.sum.weight < MADE_FOR_IT and found.uses_offer:
        return False
    if worked.sum.weight < MADE_FOR_IT and found.used:
        return count_explained(text, worked.arguments) > max(found.used, count_explained(text, found.arguments))
    if found.sum.tool in OPEN_TO_WORK or (by_own_rates(worked) and found.sum.tool in TAX_TOOLS):
        return True
    if found.sum.tool == "percent_change" and Message(text).asks(*MORE_THAN_PERCENT):
        return True
    if found.sum.tool in TAX_TOOLS and any(term.role == "net" and term.per for term in Message(text).money):
        return True  # it is net already
    return count_explained(text, worked.arguments) > count_explained(text, found.arguments)


def prefer_framed(
    texts: Sequence[str], found: ReadSum | None, *, offer: bool, works: bool, before: str = ""
) -> ReadSum | None:
    """The calculation found, or the sum read from the parts of its numbers where that one misses some of them.

    Args:
        texts: what the person wrote, oldest first.
        found: the calculation found by words.
        offer: whether an offer is on file, or told.
        works: whether the newest message asks for a number outright.
        before: the offer on file in words, where they do not tell it.
    """
    if works and (told := _told_below_zero(texts[-1])):
        return ReadSum(FRAMED, missing=(f"another number than “{told}”, which must not be negative",))
    found = None if found is not None and _falls_below_zero(found) else found
    whole = [before, *texts] if before and (found is None or len(texts) > 1) else texts
    asks = works or not (found is None or found.missing) or _may_be_asked(texts)
    framed = read_framed(whole, found) if asks and not _asks_otherwise(texts[-1]) else None
    if framed is not None and framed.doubt > SUREST and asks_yes_or_no(texts[-1]):
        framed = None
    if framed is not None and _skips_tax(texts[-1], framed.read):
        framed = None
    if framed is None and works and not offer and (found is None or found.missing):
        return read_lacking(texts[-1]) or found or read_unsure(texts[-1])
    if found is not None and framed is not None and _is_made_for_it(texts, found, framed):
        return found
    if found is None or found.missing:
        return framed.read if framed is not None and (works or _is_asked(texts, framed)) else found
    if framed is None:
        return or_ask_back(texts, found) if works else found
    made_for_it = not (found.uses_offer or is_known(found)) and not any(
        t.dim in AMOUNTS for t in find_left(texts, found)
    )
    if made_for_it or (found.sum.tool in TAX_TOOLS and not read_terms(texts[-1])):
        return found  # made for its question, or the last result by another period
    if found.uses_offer and any(term.conversion for term in read_terms(texts[-1])):
        return framed.read  # an offer keeps the currencies apart for which a rate is told here
    about_offer = found.uses_offer and offer and framed.read.used <= FEW
    if about_offer and not (misses(texts, found) or _takes_left(texts, found, framed)):
        return found  # it is about the offer on file
    if not found.uses_offer:
        surer = framed.beats > _needed(texts, found, framed)
        return replace(framed.read, sum=FRAMED_INSTEAD) if surer else or_ask_back(texts, found)
    explained = explains(texts, found) and not _leaves_raises(texts[-1], found, framed)
    same = explained and _is_same(found, framed) and not framed.changed
    least = SURER if explained else SURE
    return replace(framed.read, sum=FRAMED_INSTEAD) if framed.doubt <= least and not same else found


def _is_made_for_it(texts: Sequence[str], found: ReadSum, framed: Reading) -> bool:
    """Whether a sum as people were seen to ask for it says no more than a calculator that takes all numbers or lacks one."""
    if framed.frame != RECIPE.name or len(texts) > 1 or found.sum.tool == "worked_sum":
        return False
    return bool(found.missing and not found.unused and _lacks_amount(found)) or (
        not found.missing and explains(texts, found)
    )


def _takes_left(texts: Sequence[str], found: ReadSum, framed: Reading) -> bool:
    """Whether a sum takes a number of the newest message that the calculation leaves out: "what is 2 months of it"."""
    taken = _read(framed)
    return any(is_taken(term.value, taken) for term in find_left(texts, found))


def _lacks_amount(found: ReadSum) -> bool:
    return not any(ask.startswith("how these belong") for ask in found.missing)


def _skips_tax(text: str, worked: ReadSum) -> bool:
    """Whether a message asks for pay after tax and a sum takes none off, nor is of a pay that is net already."""
    if not Message(text).has(AFTER_TAX) or worked.missing:
        return False
    taken = any(
        name.endswith(("tax_pct", "kept_pct", "own_pct", "withheld_pct")) for name in worked.arguments["numbers"]
    )
    return not (taken or any(term.role in ("net", "tax") for term in read_terms(text)))


def _told_below_zero(text: str) -> str:
    """The words of an amount, a time or a number of shares told with a minus of its own; empty where there is none."""
    below = (term for term in read_terms(text) if term.value < 0 and term.dim in ("money", "time", "shares"))
    return next((text[term.start : term.end].strip() for term in below), "")


def _falls_below_zero(found: ReadSum) -> bool:
    """Whether a sum worked out from the words has an amount below zero, which no pay is: its numbers are misread."""
    if found.sum.tool != "worked_sum" or found.missing:
        return False
    values = values_of(Work(numbers=found.arguments["numbers"], steps=found.arguments["steps"]))
    amounts = [step["name"] for step in found.arguments["steps"] if step["unit"] == "money"]
    return any(values.get(name, 0) < 0 and "difference" not in name for name in amounts)


def _needed(texts: Sequence[str], found: ReadSum, framed: Reading) -> float:
    """How many times likelier a sum must be meant than the calculation found, which tells more where it is made for it."""
    if found.sum is WORKED_ALONE:
        return math.inf
    if any(term.dim in OWN for term in find_left(texts, found)):
        return 0  # one that takes all that was told goes before it
    if not explains(texts, found) or _leaves_raises(texts[-1], found, framed) or _adds_for_a_difference(texts, found):
        return 1
    if len(texts) > 1 and len(read_terms(texts[-1])) == 1 and not framed.changed:
        return math.inf  # it puts the number in the place of the one it is like
    if not _is_same(found, framed):
        return LIKELIER if len(texts) == 1 else SURELY_LIKELIER
    taken = {*numbers_in([found.arguments, *found.more]), *map(Decimal, count_lists(found))}
    return math.inf if all(is_taken(number, taken) for number in _read(framed)) else MUCH_LIKELIER


def _adds_for_a_difference(texts: Sequence[str], found: ReadSum) -> bool:
    """Whether pay is added up where the newest message asks by how much it differs."""
    told = found.arguments
    adds = (
        found.sum.tool == "pay_sheet" and "against" not in told and not any(line.get("minus") for line in told["lines"])
    )
    return adds and "difference" in Message(texts[-1]).goals


def _read(framed: Reading) -> set[Decimal]:
    return set(numbers_in(framed.read.arguments["numbers"]))


def asks_yes_or_no(text: str) -> bool:
    """Whether all its questions can be answered with yes or no: "does the range mean I can get 171?"."""
    asking = [
        part for part in SENTENCES.split(text) if part and part.rstrip().endswith("?") and re.search("[a-z]", part)
    ]
    return bool(asking) and all(_YES_OR_NO.search(part) for part in asking)


def _leaves_raises(text: str, found: ReadSum, framed: Reading) -> bool:
    """Whether it leaves out how many raises there are, which no number tells: "after four steps"."""
    return framed.frame.startswith("raised") and "years" not in found.arguments and Message(text).has(COUNTED_RAISES)


def _is_same(found: ReadSum, framed: Reading) -> bool:
    """Whether a calculation that explains every number is that of the frame, or has all its results."""
    if found.sum.tool == "pay_sheet" and any(
        step["name"] == "a_week_in_all" for step in framed.read.arguments["steps"]
    ):
        return False  # what comes every week counts as often as it comes
    if found.sum.tool in SAME.get(framed.frame, ()):
        return not _reads_otherwise(found, framed)
    if found.sum.tool == "present_value":
        return "yearly_amount" not in found.arguments
    return found.sum.tool == "worked_sum" and _results(framed.read) <= _results(found)


def _reads_otherwise(found: ReadSum, framed: Reading) -> bool:
    """Whether a calculator found takes other numbers than a sure sum does, such as the "36" of 36 months for 36,000."""
    if found.uses_offer or framed.doubt > SUREST:
        return False
    if found.sum.tool == "percent_change" and not _changes_to(found.arguments, framed):
        return True
    read, taken = _read(framed), set(numbers_in(found.arguments))
    counts = {number * THOUSAND for number in read if number < THOUSAND}
    return bool(taken & (counts - read)) or (found.sum.tool in TAKES_ALL and taken != read)


def _changes_to(change: Mapping[str, Any], framed: Reading) -> bool:
    """Whether a change by a percent leads to a result of the sum, or is itself one."""
    given = {name: Decimal(str(value)) for name, value in change.items() if isinstance(value, int | float)}
    if not {"amount", "change_pct"} <= given.keys():
        return True
    part = given["amount"] * given["change_pct"] / 100
    return bool({round(given["amount"] + part, 2), round(abs(part), 2)} & _results(framed.read))


def _results(worked: ReadSum) -> set[Decimal]:
    numbers, steps = worked.arguments["numbers"], worked.arguments["steps"]
    values = values_of(Work(numbers=numbers, steps=steps))
    return {round(values[step["name"]], 2) for step in steps if step["answers"]}


def _asks_otherwise(text: str) -> bool:
    """Whether a message asks for words or advice and tells no numbers for a sum."""
    if WORDS_WANTED.search(text):
        return True
    return bool(ADVICE.search(text)) and len(read_terms(text)) < OWN_NUMBERS


def _is_asked(texts: Sequence[str], framed: Reading) -> bool:
    """Whether a sure sum is asked for in part, or a number of the one asked for before is changed."""
    return framed.doubt <= SURER and _may_be_asked(texts, changed=framed.changed)


def _may_be_asked(texts: Sequence[str], *, changed: bool = True) -> bool:
    """Whether the words alone let a sum be asked for in part, or one of its numbers be changed."""
    newest = texts[-1]
    changes = changed and len(newest.split()) <= FEW_WORDS and not ADVICE.search(newest)
    return asks_in_part(newest.replace("?", " ")) or (changes and len(texts) > 1 and asks_in_part(texts[-2]))
