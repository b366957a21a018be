"""Statements: which words of a message state an offer, which state a wish, which ask something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.letters.listed_terms import name_listed
from assistant.offline import lexicon
from assistant.offline.briefs.securities import mark_securities
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.given_up import in_offer_given_up

LONG_TEXT = 1200
"""Characters from which a message is taken as a pasted letter and left whole."""
LEVER_REACH = 45
"""Characters between an amount and the word that names its lever."""
PARTED = 15
"""Characters that a comma or "and" between amount and word counts for."""
SMALLEST_PAY = 20
SEVERAL = 3
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
"""Bare numbers of pay from which a question tells an offer as well."""
LIKED = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bany )(?<!\bsome )\b(?:the )?(?:one|job|place|company|team) (?:that )?i "
    r"(?:(?!may|might|could|would)\w+ )?(?:want|like|prefer|love)\b(?! to\b)"
    r"|\bi (?:still |also |really |would |'d )*(?:want|like|prefer|love) "
    r"(?:them|you|it|this one|that one) (?:more|most|best|better)\b",
    re.IGNORECASE,
)
"""Says which offer is liked, and wishes for no sum."""
MOST_STATEMENTS = 3
"""Pieces that are recorded one by one."""


@dataclass(frozen=True)
class Statement:
    """A contiguous piece of the message that states offer terms; `elsewhere`: of an offer held elsewhere.

    `name`: what the offer is called, where the words name another one beside it.
    """

    text: str
    elsewhere: bool
    name: str | None = None


@dataclass(frozen=True)
class Parts:
    """A message taken apart: offers stated, wishes, and what is left to ask.

    `states_offer`: a whole offer is stated, not just one sum in passing. `is_letter`: it is too long to be the
    person's own words throughout. `granted`: the statement is what they said yes to.
    `apart`: what is supposed, asked for or earned elsewhere stands beside the statements, and not in them.
    """

    statements: tuple[Statement, ...]
    wishes: str
    question: str
    states_offer: bool
    is_letter: bool = False
    granted: bool = False
    apart: bool = False


@lru_cache(maxsize=64)
def split_message(text: str) -> Parts:
    """Take a message apart. A wish ("I want 205") is not recorded as a term; a letter is left whole."""
    folded = LIKED.sub(lambda words: "_" * len(words.group()), lexicon.fold(text))
    amounts = [item for item in read_amounts(text) if item.kind != "plain" or item.value >= SMALLEST_PAY]
    if len(text) > LONG_TEXT:
        ends = f"{text[:300]}\n{text[-300:]}"
        letter = (Statement(text, elsewhere=False),) if amounts else ()
        return Parts(letter, "", " ".join(_without_amounts(ends)), states_offer=bool(amounts), is_letter=True)
    pieces: list[tuple[int, int, bool]] = []
    wishes: list[str] = []
    start, elsewhere, over = 0, False, in_offer_given_up(text)
    for begin, end in _clauses(text):
        holds_sum = any(begin <= a.start < end for a in amounts)
        wished = holds_sum and bool(lexicon.WISH.search(folded, begin, end) or _wants_more(folded, begin, end))
        asked = _ASKED.match(folded[begin:end])
        given_up = any(begin <= item.start < end for item in over)
        foreign = given_up or (bool(asked or lexicon.NOT_THE_OFFER.search(folded, begin, end)) and holds_sum)
        turns = tells_elsewhere(folded, begin, end)
        if foreign:
            pieces.append((start, begin, elsewhere))
            start = end
        elif wished or turns:
            pieces.append((start, begin, elsewhere))
            start, elsewhere = (end, elsewhere) if wished and not turns else (begin, True)
        if wished and not turns and not foreign:
            wishes.append(text[begin:end])
    pieces.append((start, len(text), elsewhere))
    found = [Statement(text[begin:end].strip(), held) for begin, end, held in pieces if states_terms(text[begin:end])]
    statements = tuple(found[:MOST_STATEMENTS])
    states_offer = any(is_offer_like(item.text) for item in statements)
    return Parts(statements, "\n".join(wishes), " ".join(_without_amounts(text)), states_offer)


def states_terms(piece: str) -> bool:
    """Whether words state terms of an offer: an amount, a word of pay, and not just a question."""
    amounts = read_amounts(piece)
    written = [item for item in amounts if item.explicit or item.kind != "plain"]
    numbers = [item for item in amounts if item.value >= SMALLEST_PAY and not item.unit]
    if not (written or numbers) and any(True for _ in name_listed(piece)):
        return True
    if not (written or numbers) or not lexicon.PAY_WORD.search(piece):
        return False
    asked = all(_stands_in_question(piece, item) for item in [*written, *numbers])
    asks_only = asked and len(written) < 2 and len(numbers) < SEVERAL
    return not asks_only or bool(lexicon.CORRECTION.search(piece))


def _stands_in_question(piece: str, amount: WrittenAmount) -> bool:
    """Whether the sentence that holds an amount ends with a question mark."""
    end = _SENTENCE_END.search(piece, amount.end)
    return end is not None and end[0] == "?"


def is_offer_like(piece: str) -> bool:
    """Whether words state a base salary or at least two sums.

    >>> is_offer_like("175k base"), is_offer_like("they promised a 15k bonus on the phone")
    (True, False)
    """
    amounts = [item for item in read_amounts(piece) if _is_pay(item) or item.kind == "percent"]
    base = any(_nearest_lever(piece, item) == "base_salary" for item in amounts if item.kind != "percent")
    return bool(amounts) and (base or len(amounts) > 1 or bool(lexicon.PAY_RATE.search(piece)))


_ASKED = lexicon.any_of(
    r"^\W*(?:(?:and|so|then|ok|well|update)\W+)*(?:asked|countered|requested)"
    r"(?: (?:for|them|her|him|with|at|back))* (?:an? )?[$€£₹]?\d"
)
"""A message that opens with what the person asked for, without saying who: "asked 165 + 10k sign on"."""
_MORE = lexicon.any_of(r"(?<![\w.,])[$€£₹]?\d[\d.,]* ?k? more\b(?! than)", r"\b(?:extra|another|additional) [$€£₹]?\d")
_GIVEN = lexicon.any_of(
    r"\b(?:they|she|he|recruiter|hr|manager|company|offer\w*|gave|got|added|adding|agreed)\b",
    r"\b(?:includes?|comes with|pays?|earn\w*|make|than)\b",
)


def _wants_more(folded: str, begin: int, end: int) -> bool:
    """Whether an order asks for so much more of a part: "draft it, 20k more stock"."""
    orders = lexicon.SCRIPT.search(folded) or lexicon.REWRITE.search(folded)
    return bool(orders and _MORE.search(folded, begin, end) and not _GIVEN.search(folded, begin, end))


@dataclass(frozen=True)
class LeverAmount:
    """An amount for one lever: the new total, or what goes on top of what is offered."""

    value: Decimal
    on_top: bool


def read_lever_amounts(text: str) -> dict[str, LeverAmount]:
    """Amounts a text names for base, stock, sign-on or bonus; a bare 205 is 205 thousand.

    >>> {lever: str(item.value) for lever, item in read_lever_amounts("205k base and 60k more sign-on").items()}
    {'base_salary': '205000', 'sign_on_bonus': '60000'}
    """
    found: dict[str, LeverAmount] = {}
    amounts = [item for item in mark_securities(text, read_amounts(text)) if _is_pay(item)]
    for amount in amounts:
        lever = _nearest_lever(text, amount)
        if lever is None and len(amounts) == 1 and lexicon.WISH.search(text):
            lever = "base_salary"
        if lever is not None:
            bare = not amount.explicit and amount.value < 1000
            behind = lexicon.MORE_BEHIND.match(text, amount.end)
            ahead = text[max(0, amount.start - 20) : amount.start]
            before = lexicon.MORE_BEFORE.search(ahead)
            behind = behind if not lexicon.TOTAL_BEFORE.search(ahead) else None
            value = amount.value * 1000 if bare else amount.value
            found[lever] = LeverAmount(value, on_top=bool(behind or before))
    return found


def _is_pay(item: WrittenAmount) -> bool:
    return (item.kind == "money" and not item.unit) or (
        item.kind == "plain" and item.value >= SMALLEST_PAY and not item.unit
    )


def _nearest_lever(text: str, amount: WrittenAmount) -> str | None:
    """The lever whose word stands nearest to the amount; one beyond a comma or "and" stands further off."""
    best, distance = None, LEVER_REACH
    for lever, words in lexicon.LEVER_WORDS.items():
        for word in words.finditer(text):
            behind = word.start() >= amount.end
            between = text[amount.end : word.start()] if behind else text[word.end() : amount.start]
            gap = len(between) + (PARTED if lexicon.PARTS_SUMS.search(between) else 0)
            apart = behind or word.end() <= amount.start
            if apart and gap < distance:
                best, distance = lever, gap
    return best


def _clauses(text: str) -> list[tuple[int, int]]:
    ends = [match.start() for match in lexicon.CLAUSE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _without_amounts(text: str) -> list[str]:
    """The clauses that name no pay: what is asked rather than what is told."""
    clauses = [text[begin:end].strip() for begin, end in _clauses(text)]
    return [clause for clause in clauses if clause and not any(_is_pay(item) for item in read_amounts(clause))]
