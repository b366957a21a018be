"""Agreed: the pay the talks have come to: what they named last, or what was asked for and got a yes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.another_sum import in_the_scale_told
from assistant.offline.briefs.answers import GIVEN, Answer, Piece, cut_pieces, is_sum, read_answers
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.by_mentions import asked_for
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.rates import in_the_same_rate
from assistant.offline.briefs.sure_yes import is_others, is_supposed
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.statements import SMALLEST_PAY

_BEFORE_NOW = lazy(r"\b(?:was|were|up from|instead of|originally|previously|first|not|than)\s+[$€£₹]?$", re.IGNORECASE)
FRIENDS_SAY = lazy(
    r"\b(?:wife|husband|mom|mum|dad|mother|father|brother|sister|friend|buddy|girlfriend|boyfriend|gf|bf|fianc\w+|roommate|colleague|coworker)s? (?:says?|said|thinks?|told)\b",
    re.IGNORECASE,
)
"""Who speaks is not the company."""
_ENDED = lazy(r"\b(?:ended|landed|settled|agreed|closed|met)(?: up| me| it)? (?:at|on|with)\b", re.IGNORECASE)
_OTHER_PAY = lazy(
    r"\b(?:rsus?|stock|equity|options?|shares?|sign\w*[- ]?on|signing|joining|bonus|relo\w*|package|tc|total|stipend|13th|pension|severance)\b",
    re.IGNORECASE,
)
STEP = r"(?:step|grade|level|band|tier|point|spine point|scale point|class) ?#?(?P<step>[A-Z]?\d{1,2}[a-z]?|[A-Z])"
STEP_PAYS = lazy(
    rf"\b{STEP}(?: (?:is|are|pays?|would be|comes to|means|starts at|at)|'s| ?[=:])\s*[$€£₹]?\s*$", re.IGNORECASE
)
"""Before what a step of a scale pays, whoever is on it."""
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
"""What part of the pay before another pay for the same job is."""


def find_pay(texts: Sequence[str]) -> Money | None:
    """The pay the talks have come to, in the rate it was told in; None where they named none.

    >>> [find_pay(["$39.00/h offered", "she says 40.50"]), find_pay(["they had 69k, i asked 75. they said yes"])]
    [Money(value=Decimal('40.50'), currency='USD', period='an hour', upto=None), Money(value=Decimal('75000'), currency=None, period='', upto=None)]
    """
    pay: Money | None = None
    asked: Money | None = None
    yes = {(answer.text, answer.start) for answer in read_answers(texts) if _is_to_a_sum(answer)}
    for piece in cut_pieces(texts):
        for item, named in _sums(piece, texts):
            money = _as_told(item, texts)
            if pay is not None and not _is_alike(money, pay):
                continue
            pay, asked = (money, asked) if named else (pay, money)
        if (piece.text, piece.start) in yes and asked is not None:
            pay = asked
    return pay


def _is_to_a_sum(answer: Answer) -> bool:
    return answer.yes and answer.whole and any(map(is_sum, GIVEN.split(answer.asked)))


def _sums(piece: Piece, texts: Sequence[str]) -> Iterator[tuple[WrittenAmount, bool]]:
    """The sums of a piece that can be pay, each with whether they named it or it was agreed on."""
    text = texts[piece.text]
    every = asked_for(read_mentions(text), text)
    mentions = [item for item in every if item.role in ("got", "want")]
    if (
        any(item.role == "riv" for item in every)
        or FRIENDS_SAY.search(text)
        or tells_elsewhere(lexicon.fold(text))
        or is_others(texts, piece.text, piece.start, piece.end)
    ):
        return
    for item in read_amounts(text):
        role = next((one.role for one in mentions if one.start <= item.end - 1 and item.start < one.end), None)
        if role is None or not piece.start <= item.start < piece.end or not _is_pay(item):
            continue
        before = lexicon.fold(text[piece.start : item.start])
        of_step = STEP_PAYS.search(before) and "offer" not in before
        if not (of_step or _BEFORE_NOW.search(before) or _OTHER_PAY.search(_part(text, piece, item))):
            named = role == "got" or bool(_ENDED.search(before))
            if not (named and is_supposed(text[: item.start])):
                yield item, named


def _part(text: str, piece: Piece, item: WrittenAmount) -> str:
    """The part of a piece that a sum stands in: "15,400" of "15,400 and 1 month sign-on"."""
    before = GIVEN.split(text[piece.start : item.start])[-1]
    return before + item.quote + GIVEN.split(text[item.end : piece.end])[0]


def _is_pay(item: WrittenAmount) -> bool:
    return (
        item.kind != "percent"
        and not item.unit
        and (item.explicit or item.value >= SMALLEST_PAY or item.value % 1 != 0)
    )


def _as_told(item: WrittenAmount, texts: Sequence[str]) -> Money:
    """The sum in the rate and the scale that pay is told in."""
    currency = item.currency or next(
        (one.currency for text in texts for one in read_amounts(text) if one.currency), None
    )
    bare = item.kind == "plain" and not item.explicit and item.value < 1000
    ask = Ask("amount", "base_salary", Money(item.value * (1000 if bare else 1), currency))
    (told,) = in_the_scale_told(list(in_the_same_rate([ask], "\n".join(texts))), texts)
    return told.asked or Money(item.value, currency)


def _is_alike(money: Money, before: Money) -> bool:
    return money.period == before.period and _LEAST <= money.value / before.value <= _MOST


def say_pay(pay: Money) -> str:
    """The pay as a part of a package.

    >>> say_pay(Money(Decimal("41.25"), "USD", "an hour")), say_pay(Money(Decimal(158000), "USD"))
    ('pay of $41.25 an hour', 'a base of $158,000')
    """
    return f"{'pay' if re.match(r'an? (?:hour|day|week)', pay.period) else 'a base'} of {pay.said}"
