"""CaseCounter: the counter of an offer planned, written, looked over and kept with its case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from assistant.calculators import run_calculator
from assistant.cases.case import Case, RecordedOffer
from assistant.cases.store import CaseStore
from assistant.domain.answer import Answer
from assistant.domain.closed_levers import tell_closed
from assistant.domain.counter import AGREED, LEVER_NAMES, Lever
from assistant.domain.counter_choice import LONGEST_MESSAGE, CounterChoice, usual_exchange
from assistant.domain.counter_edit import edit_choice
from assistant.domain.counter_plan import PLACES, Measure, measure_offer
from assistant.domain.evidence import Citation
from assistant.domain.money import render_money, to_json_number
from assistant.domain.offer import Offer
from assistant.domain.result import ToolResult
from assistant.domain.script import address_script, find_script, split_directions
from assistant.errors import InputError
from assistant.exports.message import build_mail_link, render_message_docx, render_message_markdown, split_subject
from assistant.offline.follow_up import find_closed
from assistant.offline.scripts.asking import Wanted
from assistant.offline.scripts.replies import Reply, prepare_replies
from assistant.reference.tables import ReferenceTables
from assistant.retrieval.citing import cite_remarks
from assistant.review import Flaw, Review, review_in_case

if TYPE_CHECKING:
    from assistant.domain.evidence import Document
    from assistant.retrieval.guidance import GuidanceLibrary

MessageForm = Literal["docx", "md"]
USUAL_SUBJECT = "My offer"
PLANNED_ON = frozenset({"measure", "target", "walk_away", "exchanged", "stay_years"})
FORMS = {
    "email": "the counter e-mail",
    "call": "a counter offer phone script",
    "chat": "the counter message for chat",
    "packet": "my counter as an approver packet to forward",
}
TONES = {"warm": " Make it warm.", "neutral": "", "firm": " Make it firm."}
LENGTHS = {"full": "", "short": " Keep it short."}

__all__ = ["CaseCounter", "CounterChoice", "Desk", "Flaw", "Reply", "Review"]


class Desk(NamedTuple):
    """The store that keeps a case, the present time as the stores write it, the day, the calculators' tables."""

    store_of: Callable[[str], CaseStore]
    now: Callable[[], str]
    today: Callable[[], date]
    reference: ReferenceTables


class CaseCounter:
    """What is done for the counter of an offer; an offer named None is the one being negotiated.

    Args:
        desk: where cases and tables are.
        guidance: the opened library.
        answer: the coach's answer to words about the offers of a case, which leaves its conversation alone.
    """

    def __init__(self, desk: Desk, guidance: GuidanceLibrary, answer: Callable[[str, Case], Answer]) -> None:
        self._desk, self._guidance, self._answer = desk, guidance, answer

    def choice(self, case: str, offer: str | None = None) -> CounterChoice:
        """What is chosen and written so far.

        Raises:
            InputError: no such case or offer.
        """
        return _choice_of(*self._open(case, offer))

    def choose(self, case: str, offer: str | None, changes: Mapping[str, str]) -> CounterChoice:
        """Keep choices as a person writes them, an empty amount for none; see `edit_choice` for the fields.

        Raises:
            InputError: a value that cannot be used, or a plan that does not hold with it; nothing is changed then.
        """

        def change(kept: Case, mine: RecordedOffer, choice: CounterChoice) -> CounterChoice:
            changed = edit_choice(choice, changes, mine.offer.currency_code)
            if any(field in PLANNED_ON or "." in field for field in changes):
                self._plan(kept, mine, changed)
            return changed

        return self._change(case, offer, change)

    def plan(self, case: str, offer: str | None = None) -> ToolResult:
        """The four amounts and the asks on the levers, as the calculator gives them.

        Raises:
            InputError: no such case or offer, or a plan that cannot be made.
        """
        kept, mine = self._open(case, offer)
        return self._plan(kept, mine, _choice_of(kept, mine))

    def exchange(self, case: str, offer: str | None = None) -> ToolResult:
        """What an amount of yearly base equals on the other levers over the stay; `table` holds every pair.

        Raises:
            InputError: no such case or offer.
        """
        kept, mine = self._open(case, offer)
        choice = _choice_of(kept, mine)
        amount = choice.exchanged or usual_exchange(mine.offer.base_annual)
        arguments = {"offer": mine.name, "amount": to_json_number(amount), "stay_years": float(choice.stay_years)}
        return self._calculate("lever_exchange", arguments, kept)

    def ladder(self, case: str, offer: str | None = None) -> ToolResult:
        """The answer to every number they may name between the offer and the ask.

        Raises:
            InputError: no such case or offer, or nothing to climb.
        """
        kept, mine = self._open(case, offer)
        choice = _choice_of(kept, mine)
        plan = self._plan(kept, mine, choice)
        offered = measure_offer(Offer.model_validate(plan.data["offer"]), choice.measure).amount
        arguments = {"offered": offered, "ask": find_ask(plan, choice.measure)}
        arguments |= {"target": find_amount(plan, "target"), "walk_away": find_amount(plan, "walk-away")}
        given = {name: to_json_number(Decimal(value)) for name, value in arguments.items() if value is not None}
        return self._calculate("counter_ladder", {**given, "currency": plan.data["currency"]}, kept)

    def replies(self, case: str, offer: str | None = None) -> tuple[Reply, ...]:
        """What to say to a yes, to a part of it and to a no.

        Raises:
            InputError: no such case or offer, or a plan that cannot be made.
        """
        rows = self.plan(case, offer).table
        return prepare_replies([Wanted(row["lever"], row["name"], str(row["asked"])) for row in rows])

    def write(self, case: str, offer: str | None = None) -> CounterChoice:
        """Have the coach write the message of the plan in the chosen form; the text before it can be taken back.

        Raises:
            InputError: no such case or offer, or the coach cannot write it yet, with what it asks for.
        """
        kept, mine = self._open(case, offer)
        choice = _choice_of(kept, mine)
        asks = self._asks(kept, mine, choice)
        answer, text = self._write(kept, mine, choice, asks, choice.channel)
        told = {"written": answer, "asked": asks}
        return self._change(
            case, mine.name, lambda *now: now[2].with_message(text[:LONGEST_MESSAGE]).model_copy(update=told)
        )

    def write_packet(self, case: str, offer: str | None = None) -> CounterChoice:
        """Have the coach write what the recruiter can forward to the person who approves.

        Raises:
            InputError: see `write`.
        """
        kept, mine = self._open(case, offer)
        choice = _choice_of(kept, mine)
        _, text = self._write(kept, mine, choice, self._asks(kept, mine, choice), "packet")
        return self._change(case, mine.name, lambda *now: now[2].model_copy(update={"packet": text[:LONGEST_MESSAGE]}))

    def edit(self, case: str, offer: str | None, text: str) -> CounterChoice:
        """Keep the message as the person left it.

        Raises:
            InputError: no such case or offer, or the text is too long.
        """
        if len(text) > LONGEST_MESSAGE:
            raise InputError("message", f"is longer than {LONGEST_MESSAGE:,} characters: shorten it")
        return self._change(case, offer, lambda *now: now[2].with_message(text))

    def undo(self, case: str, offer: str | None = None) -> CounterChoice:
        """Take the last change of the message back.

        Raises:
            InputError: no such case or offer.
        """
        return self._change(case, offer, lambda *now: now[2].undone())

    def review(self, case: str, offer: str | None = None) -> Review:
        """The flaws of the message with reason and source, held against the offers on file, and a rewrite.

        Raises:
            InputError: no such case or offer, or there is no message yet.
        """
        kept, mine = self._open(case, offer)
        said = "\n".join(turn.asked for turn in self._desk.store_of(case).list_turns(case))
        read_lines = self._guidance.read_draft_lines
        spoken, directions = split_directions(_choice_of(kept, mine).message)
        review = review_in_case(spoken, _negotiating(kept, mine), said, self._find_document, read_lines)
        return review.model_copy(update={"rewrite": "\n\n".join((review.rewrite, *directions))})

    def cite(self, flaws: Iterable[Flaw]) -> tuple[Citation, ...]:
        """The passages the reasons rest on, numbered from 1, each quoted sentence once."""
        return cite_remarks(self._guidance, flaws)

    def render_message(self, text: str, form: MessageForm, subject: str = USUAL_SUBJECT) -> bytes:
        """A message as a file for Word or as Markdown; `subject` where the text names none."""
        head, body = split_subject(text, subject)
        if form == "docx":
            return render_message_docx(head, body)
        return render_message_markdown(head, body).encode()

    def build_link(self, text: str, subject: str = USUAL_SUBJECT) -> str:
        """The address that opens a message in the mail program.

        Raises:
            InputError: it would be longer than mail programs take.
        """
        return build_mail_link(*split_subject(text, subject))

    def asks_changed(self, case: str, offer: str | None = None) -> bool:
        """Whether the plan asks for other amounts than the message was written for.

        Raises:
            InputError: no such case or offer, or a plan that cannot be made.
        """
        kept, mine = self._open(case, offer)
        choice = _choice_of(kept, mine)
        return choice.written is not None and dict(choice.asked) != self._asks(kept, mine, choice)

    def _write(
        self, kept: Case, mine: RecordedOffer, choice: CounterChoice, asks: Mapping[Lever, Decimal], form: str
    ) -> tuple[Answer, str]:
        currency = mine.offer.currency_code
        named = (f"the {LEVER_NAMES[lever]} at {render_money(amount, currency)}" for lever, amount in asks.items())
        style = "" if form == "packet" else TONES[choice.tone] + LENGTHS[choice.length]
        reasons = f" My reason: {choice.reasons}" if choice.reasons else ""
        words = f"Write {FORMS[form]}: I want {' and '.join(named)}.{style}{reasons}"
        answer = self._answer(words, _negotiating(kept, mine))
        text = find_script(answer.text)
        if not text:
            raise InputError("message", f"cannot be written yet. The coach says: {answer.text[:400]}")
        return answer, text if form == "packet" else address_script(text, choice.recruiter, choice.sender)

    def _asks(self, kept: Case, mine: RecordedOffer, choice: CounterChoice) -> dict[Lever, Decimal]:
        rows = self._plan(kept, mine, choice).table
        if not rows:
            raise InputError("message", "has nothing to ask for: set a target above the offer, or name your own asks")
        return {row["lever"]: Decimal(str(row["asked"])) for row in rows}

    def _plan(self, kept: Case, mine: RecordedOffer, choice: CounterChoice) -> ToolResult:
        arguments: dict[str, Any] = {"offer": mine.name, "measure": choice.measure}
        if choice.wanted:
            arguments["wanted"] = {lever: to_json_number(amount) for lever, amount in choice.wanted.items()}
        if choice.target is not None:
            arguments["target"] = to_json_number(choice.target)
        notes: list[str] = []
        closed = self._find_closed(kept, choice)
        if closed:
            arguments["closed"] = list(closed)
            notes.append(tell_closed(closed))
        if choice.walk_away is not None:
            arguments["minimum"] = to_json_number(choice.walk_away)
        else:
            arguments |= _best_alternative(kept, mine, choice, notes)
        result = self._calculate("counter_plan", arguments, kept)
        return result.model_copy(update={"warnings": (*result.warnings, *notes)})

    def _find_closed(self, kept: Case, choice: CounterChoice) -> dict[str, str]:
        """The levers refused in the conversation, with the words of it; those the person names stay open."""
        asked = tuple(turn.asked for turn in self._desk.store_of(kept.name).list_turns(kept.name))
        return {lever: words for lever, words in find_closed(asked).items() if lever not in choice.wanted}

    def _calculate(self, tool: str, arguments: dict[str, Any], kept: Case) -> ToolResult:
        return run_calculator(tool, arguments, self._desk.today(), self._desk.reference, kept)

    def _find_document(self, source_id: str) -> Document:
        return next(item for item in self._guidance.library.documents if item.id == source_id)

    def _open(self, case: str, offer: str | None) -> tuple[Case, RecordedOffer]:
        kept = self._desk.store_of(case).load_case(case)
        if kept is None:
            raise InputError("case", f'"{case}" does not exist; `parley case list` names those that do')
        return kept, _find(kept, offer)

    def _change(
        self,
        case: str,
        offer: str | None,
        change: Callable[[Case, RecordedOffer, CounterChoice], CounterChoice],
    ) -> CounterChoice:
        store = self._desk.store_of(case)
        with store.lock(case):
            kept, mine = self._open(case, offer)
            choice = change(kept, mine, _choice_of(kept, mine))
            counters = kept.counters.with_offer(mine.name, choice)
            store.save_case(kept.model_copy(update={"counters": counters}), self._desk.now())
        return choice


def find_amount(plan: ToolResult, label: str) -> Decimal | None:
    """The amount of a plan's figure by its label; None where the plan has none of it."""
    return next((figure.value for figure in plan.figures if figure.label == label), None)


def find_ask(plan: ToolResult, measure: Measure) -> Decimal | None:
    """What the asks come to on the measure, in the amounts people say; the plan's initial ask where they miss it."""
    if measure == "base_salary":
        rows = [Decimal(str(row["asked"])) for row in plan.table if row["lever"] == measure]
        agreed = rows[0] if rows else None
    else:
        totals = [figure.value for figure in plan.figures if figure.label.endswith(AGREED)]
        agreed = totals[PLACES[measure]] if totals else None
    initial = find_amount(plan, "initial ask")
    return agreed if agreed is not None and initial is not None and agreed >= initial else initial


def _choice_of(kept: Case, mine: RecordedOffer) -> CounterChoice:
    return kept.counters.about(mine.name)


def _find(kept: Case, name: str | None) -> RecordedOffer:
    found = kept.find_offer(name)
    if found is None:
        held = ", ".join(item.name for item in kept.offers) or "none yet"
        raise InputError("offer", f"{f'{name} is not on file' if name else 'is missing'}; on file: {held}")
    return found


def _negotiating(kept: Case, mine: RecordedOffer) -> Case:
    """The case with this offer as the one being negotiated."""
    offers = tuple(
        item.model_copy(update={"role": "mine" if item.name == mine.name else "competing"}) for item in kept.offers
    )
    return kept.model_copy(update={"offers": offers})


def _best_alternative(kept: Case, mine: RecordedOffer, choice: CounterChoice, notes: list[str]) -> dict[str, Any]:
    """The competing offer that pays most on the measure, with the rates it needs."""
    currency = mine.offer.currency_code
    rates = {**kept.what_if.rates_into(currency), currency: Decimal(1)}
    worth: dict[str, Decimal] = {}
    for item in kept.offers:
        if item.name == mine.name or item.offer.base_annual is None:
            continue
        if item.offer.currency_code not in rates:
            notes.append(f"{item.name} is in {item.offer.currency_code} and left out until you give the exchange rate.")
            continue
        worth[item.name] = measure_offer(item.offer, choice.measure).amount * rates[item.offer.currency_code]
    if not worth:
        return {}
    del rates[currency]
    given = {"exchange_rates": {name: to_json_number(rate) for name, rate in rates.items()}} if rates else {}
    return {"competing_offer": max(worth, key=worth.__getitem__), **given}
