"""Standing: where a negotiation is: what was asked for, what they answered, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from assistant.cases.case import Case, CaseValue, Turn
from assistant.domain.answer import Answer
from assistant.domain.counter import LEVER_NAMES, Lever, add_to_offered
from assistant.domain.money import render_money
from assistant.domain.refusal import CLOSED, NO_REFUSALS, goes_on_about, is_supposed
from assistant.domain.stated_day import read_stated_day

Place = Literal["coach", "offers", "counter", "practice"]
ReadLines = Callable[[str], Sequence[tuple[str, str]]]
"""The lines of them that a message tells: their words, and the part of the pay they close, empty for a promise."""
ReadAsks = Callable[[str], Mapping[Lever, tuple[Decimal, bool]]]
"""What a message tells that was asked of them: by lever the amount, and whether it goes on top of the offer."""
CLOSE_DAYS = 2
"""From how many days before its deadline an answer is what comes next."""
_PARTS: dict[Lever, str] = {
    "base_salary": "base",
    "equity_grant": "stock",
    "sign_on_bonus": "sign-on",
    "target_bonus": "bonus",
}


class Ask(CaseValue):
    """A part of the pay that was asked for, the amount as text, and whether it was refused since."""

    name: str
    amount: str
    refused: bool = False


class Said(CaseValue):
    """What the recruiter said, in the person's words, when it was told, and the part of the pay it closes, if any."""

    words: str
    told_at: str
    closes: str = ""
    is_refusal: bool = True


class Step(CaseValue):
    """What to do next: a sentence, the words of a button, the page it leads to, and how a message there begins."""

    says: str
    action: str
    place: Place
    start: str = ""


class Standing(CaseValue):
    """The asks of the newest message, the recruiter's answers, oldest first, and the next step.

    `days` are left to answer each offer, negative when its deadline has passed, None where its words name no day.
    """

    days: Mapping[str, int | None]
    asks: tuple[Ask, ...]
    said: tuple[Said, ...]
    step: Step


def read_standing(
    case: Case,
    turns: Sequence[Turn],
    today: date,
    practised: bool = False,
    read_lines: ReadLines | None = None,
    read_asks: ReadAsks | None = None,
) -> Standing:
    """Where the negotiation of a case is.

    Args:
        case: the file.
        turns: its conversation.
        today: the present day.
        practised: whether a call was practised.
        read_lines: finds what a message tells of them beside what else it is about.
        read_asks: finds what a message tells that was asked of them.
    """
    told = date.fromisoformat(turns[0].asked_at[:10]) if turns and turns[0].asked_at else today
    days = {item.name: _count_days(item.offer.deadline, told, today) for item in case.offers}
    said = tuple(_list_said(turns, read_lines))
    closed = {item.closes for item in said if item.is_refusal}
    amounts, currency = _find_asks(case, turns, read_asks)
    asks = tuple(
        Ask(name=LEVER_NAMES[lever], amount=render_money(amount, currency), refused=_PARTS[lever] in closed)
        for lever, amount in amounts.items()
    )
    step = _find_step(case, days) or _find_talk_step(turns, said, asks, practised)
    return Standing(days=days, asks=asks, said=said, step=step)


def _count_days(words: str | None, told: date, today: date) -> int | None:
    """Days to the one day that the words of a deadline name; a day without its year lies after it was told."""
    day = read_stated_day(words, told) if words else None
    return None if day is None else (day - today).days


def tell_unconfirmed(answer: Answer, case: Case) -> tuple[str, ...]:
    """That figures rest on terms nobody has confirmed; an answer that reads them back asks by itself."""
    waiting = [item.name for item in case.offers if not item.confirmed]
    if not (answer.figures and waiting) or answer.kind == "offer":
        return ()
    return (f"These figures rest on terms as I read them, which you have not confirmed yet: {', '.join(waiting)}.",)


def _list_said(turns: Sequence[Turn], read_lines: ReadLines | None) -> Iterator[Said]:
    before = ""
    for turn in turns:
        if turn.answer is None:
            continue
        if turn.answer.kind != "objection":
            for words, closes in read_lines(turn.asked) if read_lines else ():
                yield Said(words=words, told_at=turn.asked_at, closes=closes, is_refusal=bool(closes))
            continue
        objection = turn.answer.objection or ""
        if goes_on_about(turn.asked, objection, before) or is_supposed(turn.asked):
            continue
        before = objection
        named = (closes for _, closes in read_lines(turn.asked)) if read_lines else ()
        yield Said(
            words=" ".join(turn.asked.split()),
            told_at=turn.asked_at,
            closes=CLOSED.get(objection) or next(filter(None, named), ""),
            is_refusal=objection not in NO_REFUSALS,
        )


def _find_asks(case: Case, turns: Sequence[Turn], read_asks: ReadAsks | None) -> tuple[Mapping[Lever, Decimal], str]:
    """The asks of the counter that was written, else the newest of the conversation: of a message in it, or told."""
    mine = case.find_offer()
    if mine is None:
        return {}, ""
    choice = case.counters.about(mine.name)
    if choice.message.strip() and choice.asked:
        return choice.asked, mine.offer.currency_code
    for turn in reversed(turns):
        if turn.answer is not None and turn.answer.kind == "script":
            found = {figure.label: figure for figure in turn.answer.figures}
            asks = {lever: found[label].value for lever in LEVER_NAMES if (label := _label(lever)) in found}
            if asks:
                return asks, mine.offer.currency_code
        told = read_asks(turn.asked) if read_asks else {}
        if told:
            on_top = add_to_offered(mine.offer, {lever: amount for lever, (amount, added) in told.items() if added})
            return {lever: on_top.get(lever, amount) for lever, (amount, _) in told.items()}, mine.offer.currency_code
    return {}, ""


def _label(lever: Lever) -> str:
    return f"{LEVER_NAMES[lever]} to ask for"


def _find_step(case: Case, days: Mapping[str, int | None]) -> Step | None:
    """What the offers themselves call for."""
    mine = case.find_offer()
    if mine is None:
        says = "Tell me your offer: paste the letter, or type the numbers."
        return Step(says=says, action="Type my offer", place="coach", start="My offer: ")
    waiting = [item.name for item in case.offers if not item.confirmed]
    if waiting:
        return Step(says=f"Check what I read from {waiting[0]}.", action="Check the terms", place="offers")
    left = days.get(mine.name)
    if left is None or left > CLOSE_DAYS:
        return None
    if left < 0:
        says = f"The day to answer {mine.name} has passed. Ask today whether the offer stands."
        return Step(says=says, action="Write to them", place="coach", start="The deadline has passed. Write an email: ")
    when = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
    says = f"{mine.name} wants your answer {when}. Answer, or ask for more time."
    start = f"Write an email that asks {mine.name} for more time to decide, until "
    return Step(says=says, action="Ask for more time", place="coach", start=start)


def _find_talk_step(turns: Sequence[Turn], said: Sequence[Said], asks: Sequence[Ask], practised: bool) -> Step:
    """What the talk so far calls for."""
    answered = bool(said) and said[-1].told_at == turns[-1].asked_at
    if answered and said[-1].is_refusal:
        return Step(
            says="They said no. Ask once for a part that was not refused.", action="Choose what to ask", place="counter"
        )
    if not asks:
        return Step(says="Decide what to ask for, and have it written.", action="Plan my counter", place="counter")
    if answered or not practised:
        return Step(says="Say it aloud once before you say it to them.", action="Practise the call", place="practice")
    says = "When they answer, tell me their words."
    return Step(says=says, action="The recruiter said…", place="coach", start="The recruiter said: ")
