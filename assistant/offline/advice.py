"""Advice: what the library says to a question, with what it means for the offer on file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.domain.evidence import Chunk
from assistant.domain.money import render_money
from assistant.offline import lexicon
from assistant.offline import passages as library
from assistant.offline.composed import Composed, paragraphs
from assistant.offline.file_asked import ROOM_TOPICS, tell_room
from assistant.offline.own_facts import pick_facts, tell_facts
from assistant.offline.pay_text import headline
from assistant.offline.professionals import ask_professional
from assistant.offline.reading import Reading
from assistant.offline.scope import NOTHING_ON_IT
from assistant.offline.thread import ASKS_MORE, goes_deeper
from assistant.offline.view import View

NOTHING_FOUND = (
    f"{NOTHING_ON_IT} Ask me about the parts of an offer, what to push on, a deadline, or paste what the recruiter "
    "said."
)
ASKS_SUM = lexicon.any_of(
    r"\b(?:how (?:much|high|big|many)|what (?:is|are|does) (?:the|a|it)|minimum|threshold|limit|cap|enough)\b",
    r"\b(?:kitn\w+|range|typical|normal|usual|salary for|how sure)\b",
)
"""Asks for a figure, so that the sums of the library are the answer and no mere example."""
NOT_DIRECTLY = "Nothing in the library answers that directly; this is the closest it has."
NO_MARKET_DATA = "I hold no market pay data, so I cannot say where your offer stands; this is how to find out. "
WELL_SUPPORTED, SUPPORTED, CLOSE = 0.5, 0.12, 0.02
"""How well the library must cover a message: to lead over its topic, to answer it, to be shown with a warning."""
OWN_WORDS = frozenset({"judging", "push", "fear", "no_offer"})
"""Concerns that the message's own words may name better than the topic does."""
TOLD_WITH = frozenset({"judging", "push"})
"""Concerns that come with the offer in one message, whose sums say nothing of them."""
LOSING = lexicon.any_of(
    r"\b(?:pull\w*|rescind\w*|withdraw\w*|revok\w*|yank\w*|los(?:e|t|ing)|cancel\w*|disappear\w*|gone)\b",
    r"\b(?:take|took|taken)\b[^.?!\n]{0,15}\b(?:back|away)\b",
)
"""Fears that the offer goes, and not a call or what people think."""
JOINED = {"fear": LOSING, "no_offer": lexicon.NO_OTHER_OFFER}
"""Concerns whose words seldom stand in the library, so that what is found with the topic's own words counts as well."""
MOST_REASONS = 2
MOST_APART = 3
"""Sentences that answer a second question."""
NEAREST = 3
"""Passages a well supported question may be answered from without sharing words with them."""


def compose_advice(
    view: View, reading: Reading, passages: Mapping[int, Chunk] | None = None, query: str | None = None
) -> Composed:
    """Advice from the passages that fit: those of the message itself where the library covers it, else its topic's."""
    topic = view.topic_passages if passages is None else passages
    query = view.topic_query if query is None else query
    own = passages is None and view.signals.support >= WELL_SUPPORTED
    own = own and (reading.concern in OWN_WORDS or (reading.concern is None and bool(reading.statements)))
    own = own and not (reading.concern in TOLD_WITH and reading.statements)  # its words tell the offer
    joins = reading.concern is None or _is_said(reading.concern, view.texts[-1])
    found, asked = (view.joined_passages if joins else view.own_passages, view.query) if own else (topic, query)
    figures = bool(ASKS_SUM.search(lexicon.fold(view.texts[-1])))
    if goes_deeper(view.texts[-1]) and ASKS_MORE.search(view.texts[-1]):
        figures, found = True, _beyond_last(view, found)
    lead = library.pick_lead(found, asked, figures, view.joined_nearness if own and joins else view.nearness)
    supported = reading.concern is not None or max(view.topic_support, view.signals.support) >= SUPPORTED
    close = view.topic_support >= CLOSE or view.signals.support >= CLOSE
    sure = (supported or library.is_about(found, asked)) and not _is_far(view, reading)
    if lead is None or not (sure or close):
        return Composed(paragraphs(NOTHING_FOUND, _in_your_offer(view)), "clarify")
    trusted = NEAREST if reading.concern is None and view.topic_support >= WELL_SUPPORTED else 0
    apart = _tell_apart(view, lead)
    used, left = [lead, *apart], MOST_REASONS - len(apart)
    reasons = library.pick_reasons(found, asked, used, limit=left, trusted=trusted, nearness=view.nearness)
    if reading.concern is not None and len(reasons) < left:
        others, words = (topic, query) if own else (view.passages, view.query)
        used += reasons
        reasons += library.pick_reasons(others, words, used, limit=left - len(reasons), nearness=view.nearness)
    said = library.pick_said(found, lead)
    more = " ".join(item.marked for item in library.pick_more(found, lead, figures=figures))
    opening = lead.marked
    if found[lead.number].kind == "own":
        facts = pick_facts(found, asked, lead.number)
        opening, more = tell_facts(facts), ""
        used += facts
    told = " ".join((lead.sentence, more, said.sentence if said else "", *(item.sentence for item in reasons)))
    question = library.pick_question(found, asked, told, view.nearness)
    heading = _head(lead.number, view.passages) if reading.concern is None or own else ""
    return Composed(
        paragraphs(
            "" if sure else NOT_DIRECTLY,
            _closed_and_open(reading) if reading.concern == "instead" else "",
            (NO_MARKET_DATA if reading.concern == "judging" and not own else "") + heading + opening,
            more,
            f"**You can say:** “{said.sentence}” {library.cite(said.number, said.sentence)}"
            if said and said.sentence not in lead.sentence + more
            else "",
            *(f"{_lead_in(part.number, view.passages)} {part.marked}" for part in apart),
            _room(view, reading),
            _closed_and_open(reading) if reading.concern in ("refused", "push") else "",
            _in_your_offer(view),
            ask_professional(lexicon.fold(view.texts[-1]), lead.sentence + more),
            "\n".join(f"- {_lead_in(item.number, view.passages)} {item.marked}" for item in reasons),
            f"**Next:** {question.marked if question else _next_step(view)}",
        ),
        "advice",
    )


def _is_far(view: View, reading: Reading) -> bool:
    """Whether the library hardly covers a message that stands alone and whose matter no concern of offers names."""
    return len(view.texts) == 1 and reading.concern is None and view.signals.support < WELL_SUPPORTED


def _beyond_last(view: View, found: Mapping[int, Chunk]) -> Mapping[int, Chunk]:
    """The passages without the one the last answer opened with, where others are left."""
    told = {item["chunk_id"] for item in view.last_citations[:1]}
    return {number: item for number, item in found.items() if item.chunk_id not in told} or found


def _tell_apart(view: View, lead: library.Cited) -> list[library.Cited]:
    """The opening of the passage that answers another question of the message than the lead does, if there is one."""
    number = view.find_apart(lead.number)
    opened = None if number is None else library.open_passage(number, view.passages[number], most=MOST_APART)
    return [opened] if opened else []


def _head(number: int, passages: Mapping[int, Chunk]) -> str:
    """What the lead is about; of a person's own document which one it is, in a line of its own."""
    if passages[number].kind == "own":
        return f"{_lead_in(number, passages)}\n\n"
    return f"**{library.head(number, passages)}** "


def _is_said(concern: str, text: str) -> bool:
    """Whether the words name what the topic of their concern is about, and do not merely resemble it."""
    said = JOINED.get(concern)
    return said is not None and bool(said.search(lexicon.fold(text)))


def _lead_in(number: int, passages: Mapping[int, Chunk]) -> str:
    """A heading before its sentence: a question stands as it is, other words take a colon; an own document is named."""
    if passages[number].kind == "own":
        return f"**From your document “{passages[number].title}”:**"
    heading = library.head(number, passages)
    return f"**{heading}**" if heading.endswith("?") else f"**{heading}:**"


def _closed_and_open(reading: Reading) -> str:
    """What they have refused so far in their words, and what can still be asked for."""
    ledger = reading.ledger
    if not ledger.refused:
        return "" if reading.concern == "push" else f"**Other parts to ask about:** {', '.join(ledger.still_open[2:])}."
    closed = "; ".join(f"{term} (“{words}”)" for term, words in ledger.refused.items())
    return (
        f"**Closed so far:** {closed}. Do not ask for these again.\n\n**Still open:** {', '.join(ledger.still_open)}. "
        "Choose one, ask once, and take the answer as the last one."
    )


def _room(view: View, reading: Reading) -> str:
    """What is on file of the part whose room is asked about."""
    asked = reading.concern in ROOM_TOPICS and view.mine is not None
    return tell_room(str(reading.concern), (view.mine or {})["offer"], reading.ledger.refused) if asked else ""


def _next_step(view: View) -> str:
    if not view.offers:
        return (
            "paste the terms of your offer (base, stock, bonus, sign-on) and I will work out what each part is worth."
        )
    return "say “write the counter” and I will draft it with your numbers, or tell me what they answered."


def _in_your_offer(view: View) -> str:
    pay, plan = view.result("total_compensation"), view.result("counter_plan")
    parts = []
    if pay is not None:
        parts.append(f"**In your offer.** {headline(pay)}")
    if plan is not None:
        parts.append(_opening(plan))
    return " ".join(parts)


def _opening(plan: dict[str, Any]) -> str:
    def money(value: float) -> str:
        return render_money(Decimal(str(value)), plan["data"]["currency"])

    asks = [f"{row['name']} from {money(row['offered'])} to {money(row['asked'])}" for row in plan["table"]]
    return f"A usual opening is {' and '.join(asks)}. {' '.join(plan['assumptions'])}"
