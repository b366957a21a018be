"""The catalogue: every calculation that can be asked for in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.offline.algebra.choose import WORKED_ALONE, WORKED_SURELY, count_explained, read_worked
from assistant.offline.algebra.framed import OWN, left_out
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import read_terms
from assistant.offline.sums.across import OFFER_PARTS, changes_one_number, read_across, read_gathered
from assistant.offline.sums.change import CHANGE_SUMS
from assistant.offline.sums.commission import COMMISSION_SUMS
from assistant.offline.sums.deferral import DEFERRAL_SUMS
from assistant.offline.sums.leaving import LEAVING_SUMS
from assistant.offline.sums.offers import OFFER_SUMS
from assistant.offline.sums.options import OPTION_SUMS
from assistant.offline.sums.pay import PAY_SUMS
from assistant.offline.sums.pay_share import SHARE_SUMS
from assistant.offline.sums.preferring import TAX_TOOLS, explains_more, prefer_framed
from assistant.offline.sums.sheet import SHEET_SUMS
from assistant.offline.sums.stock import STOCK_SUMS
from assistant.offline.sums.sum import Question, ReadSum, Sum, numbers_in, read_again, read_sum
from assistant.offline.sums.tax import TAX_SUMS
from assistant.offline.sums.trading import TRADE_SUMS

CATALOGUE: tuple[Sum, ...] = (
    *SHEET_SUMS, *COMMISSION_SUMS, *DEFERRAL_SUMS, *OFFER_SUMS, *LEAVING_SUMS, *OPTION_SUMS, *STOCK_SUMS, *TAX_SUMS, *TRADE_SUMS, *PAY_SUMS, *SHARE_SUMS, *CHANGE_SUMS
)  # fmt: skip


ASKS_NUMBER = re.compile(
    r"\b(?:how (?:much|many|big|large|long|far)|what(?:'?s|s| is| are| will| would| does| do| did| sign| percent| base| salary)?\b|calc\w*|"
    r"comput\w*|work (?:it |this |that )?out|figure out|convert|equals?|equivalent|worth|when\b|which day|annuali[sz]e|in total|"
    r"kitn[aei]|cu[aá]nto|combien|wie ?viel|quanto|hoeveel|tell me the|give me the|run the (?:numbers|math)|do the math|math\b)|"
    r"\?|\bpls\b|\bplease\b|is (?:that|this) right|together|=\s*$|\bnumber\b|\btotal\b",
    re.IGNORECASE,
)
WITHOUT_NUMBERS = r"(?:level|reproduc|recomput|come out|[le]\d{1,2}\b|ict?\d|sde|senior|staff|sign[- ]?on|espp|options|claw|take[- ]home|after[- ]tax|net pay|unvested)"
"""Words of calculations that may name no number a tool takes."""
ONLY_PERIOD = re.compile(
    r"^\W*(?:(?:and|so|ok|what'?s?|is|that|it|in) ?)*(?:(?:per|a|each|every) (?:month|week|year|paycheck)|monthly|weekly|yearly)\W*(?:then|roughly|please|pls)?\W*$",
    re.IGNORECASE,
)
"""Asks for the last result by another period and nothing else."""
FOLLOW_UP_WORDS = 16
PLAIN = 5
"""Weight from which a complete calculation needs no question."""
ON_FILE_TOTAL = "total_compensation"
WHOLE = frozenset({"year", "total", "average", "month"})
"""Goals of a question about all that an offer pays."""
PAID = ("pay", "rate", "salary", "base")
"""How the numbers of pay begin among those of a worked sum."""
BETWEEN = ("difference", "gain")
"""Goals that lie between two pays, which the total of one offer does not tell."""
EVERYDAY = frozenset(
    {
        "percent_change",
        "pay_period",
        "hourly_pay",
        "gross_up",
        "pay_sheet",
        "contract_rate",
    }
)
"""Calculations of one or two numbers, which may be no more than a part of what is asked."""
LEVERS = frozenset({"lever_value", "lever_exchange"})
"""Calculations about one amount, whatever offer is on file."""
ABOUT_PAY = EVERYDAY | TAX_TOOLS | LEVERS | {"retirement_match"}
"""Those whose subject is the pay, so that no amount told with it is beside the point."""
LEFT_OUT = 2
"""Numbers a calculation may not leave out without a question back."""
OWN_NUMBERS = 2
"""Amounts and percents from which a message can be a calculation by itself."""
LEAST_UNSURE = 4
"""Weight a calculation needs to be asked about when something is missing."""


def find_sum(
    texts: Sequence[str],
    *,
    offer: bool,
    today: date | None,
    base: Decimal | None = None,
    works: bool = True,
    before: str = "",
) -> ReadSum | None:
    """The calculation the newest of a person's messages asks for, or None.

    A short message that names no calculation goes on with that of the message before it.

    Args:
        texts: what the person wrote, oldest first.
        offer: whether an offer is on file, or stated in the message.
        today: the day of asking; dates without a year are read from it.
        base: the base salary of the offer on file.
        works: whether it may be worked out from the words where no calculator is made for it.
        before: the offer on file in words, where they do not tell it.
    """
    found = _find(texts, offer=offer, today=today, base=base, works=works)
    best = prefer_framed(texts, found, offer=offer, works=works, before=before)
    if best is None or not (offer and _leaves_pay(texts[-1], best)):
        return best
    return found if found is not None and found.uses_offer else None


def find_calculation(texts: Sequence[str], today: date | None) -> ReadSum | None:
    """The calculation found by words alone, of numbers that the conversation tells."""
    return _find(texts, offer=False, today=today, base=None, works=True)


def _find(
    texts: Sequence[str], *, offer: bool, today: date | None, base: Decimal | None, works: bool
) -> ReadSum | None:
    """The calculation found by the words of its tool, or worked out by its topic."""
    if changes_one_number(texts):
        changed = read_across(texts, CATALOGUE, offer=offer, today=today, base=base, works=works)
        if changed is not None and not changed.missing:
            return changed
    alone = _find_alone(texts, offer=offer, today=today, works=works)
    gathered = read_gathered(texts) if works else None
    if gathered is not None and _is_told(gathered[0], base) and _serves_better(texts[-1], *gathered, alone):
        made = (
            read_across(texts, CATALOGUE, offer=offer, today=today, base=base)
            if gathered[0].sum.weight <= 1 and not gathered[1]
            else None
        )
        enough = made is not None and not made.missing and len(set(numbers_in(made.arguments))) >= gathered[0].used
        return made if enough else gathered[0]
    if alone is not None and not alone.missing and not (alone.uses_offer and not alone.used):
        return _asks_back(texts[-1], alone) if works else alone
    found = read_across(texts, CATALOGUE, offer=offer, today=today, base=base, works=works) or alone
    return _asks_back(texts[-1], found) if works and found is not None else found


def _asks_back(text: str, found: ReadSum) -> ReadSum:
    """The calculation, or a question back where an everyday one leaves several numbers of the message out."""
    if found.missing or found.sum.tool not in ABOUT_PAY or (found.uses_offer and found.sum.tool not in LEVERS):
        return found
    told = [term for term in read_terms(text) if term.dim in OWN]
    several = found.sum.tool in EVERYDAY and len(told) - count_explained(text, found.arguments) >= LEFT_OUT
    left = left_out((text,), [found.arguments, *found.more])
    if not several and not any(term.dim in OWN and term.dim not in found.sum.spare for term in left):
        return found
    numbers = ", ".join(text[term.start : term.end].strip(" ,.") for term in told)
    return replace(found, arguments={}, missing=(f"how these belong together, and how often each comes: {numbers}",))


def _leaves_pay(text: str, best: ReadSum) -> bool:
    """Whether a sum of shares alone would stand for what the offer on file pays: "what's year one?"."""
    names = best.arguments.get("numbers", {})
    whole = set(Message(text).goals) <= WHOLE and not (read_terms(text) or OFFER_PARTS.search(text))
    return whole and "shares" in names and not any(name.startswith(PAID) for name in names)


def _is_told(gathered: ReadSum, base: Decimal | None) -> bool:
    """Whether a package is all told in the conversation: what is on file besides may add to it."""
    return gathered.sum.weight > 1 or base is None or base in set(numbers_in(gathered.arguments))


def _serves_better(text: str, gathered: ReadSum, changed: bool, alone: ReadSum | None) -> bool:
    """Whether what was told over several messages answers better than the newest by itself, or the offer on file."""
    if alone is None or alone.missing:
        return True
    if alone.uses_offer and not alone.used:
        apart = Message(text).asks(*BETWEEN)
        if gathered.sum in (WORKED_SURELY, WORKED_ALONE) and any(term.dim in OWN for term in read_terms(text)):
            return True  # an offer's total has no place for the number told here
        return alone.sum.tool != ON_FILE_TOTAL or (gathered.sum.weight > 1 and (changed or apart))
    if len(set(numbers_in(alone.arguments))) >= gathered.used:
        return False
    own = sum(item.kind in ("money", "percent", "count") for item in Question(text).quantities)
    return gathered.used > alone.used and (changed or own < OWN_NUMBERS or bool(alone.unused))


def _find_alone(texts: Sequence[str], *, offer: bool, today: date | None, works: bool) -> ReadSum | None:
    """The calculation that the newest message asks for by itself, or that of the message before it with a change."""
    question = Question(texts[-1], offer, today)
    follows = len(texts) > 1 and (question.has("half|halv|double") or bool(ONLY_PERIOD.match(question.text)))
    if not question.quantities and not follows and not question.has(WITHOUT_NUMBERS):
        return None
    found = read_sum(question, CATALOGUE)
    if works and (worked := read_worked(question.text)) is not None and explains_more(question.text, worked, found):
        return worked
    if found is not None and not ASKS_NUMBER.search(question.text) and (found.missing or found.sum.weight < PLAIN):
        found = None
    if found is not None and not (found.missing and found.sum.weight < LEAST_UNSURE):
        return found
    if len(texts) > 1 and len(question.text.split()) <= FOLLOW_UP_WORDS:
        before = _find_alone(texts[:-1], offer=offer, today=today, works=False)
        return read_again(question, before) if before is not None else None
    return None
