"""Planning: from a reading and the results so far to the next tool calls; none means compose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.asked_apart import split_questions
from assistant.offline.before import Before, before_offer, years_between
from assistant.offline.briefs.on_file import with_offer
from assistant.offline.chosen import find_mine, find_open
from assistant.offline.file_asked import ROOM_TOPICS, asks_file
from assistant.offline.follow_up import levers_asked
from assistant.offline.pensions import pension_arguments
from assistant.offline.present_job import NAME as PRESENT
from assistant.offline.present_job import STAY_OR_GO, find_present
from assistant.offline.reading import Reading
from assistant.offline.refusals import decline_of
from assistant.offline.statements import LeverAmount
from assistant.offline.sums.sum import ReadSum
from assistant.offline.told_sums import names_pay


@dataclass(frozen=True)
class PlannedCall:
    """A tool call to make: the tool's name and its arguments as plain JSON."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


MOST_EXPLAINED = 4
"""Flaws of a draft that are explained with a passage each; more would be a wall of text."""
TOPICS: dict[str, str] = {
    "offer": "year 1, recurring and four-year average: which number to use",
    "calculation": "year 1, recurring and four-year average: which number to use",
    "counter": "structure of a counter-offer e-mail: one clear ask, a figure and a reason",
    "time": "how to ask for time to decide or a deadline extension",
    "accept": "how to accept an offer in writing",
    "decline": "how to walk away or decline an offer politely",
    "silence": "I sent a counter and they went silent: following up",
    "written": "verbal promises: getting what was agreed in writing",
    "level": "how to ask for a level review, and what evidence supports it",
    "draft_review": "what should I not write in a counter? check the draft before sending",
    "other": "tone of a written reply to the recruiter",
    "reply": "tone of a written reply to the recruiter",
    "push": "which part of the offer should I push on first, and which parts have most room?",
    "refused": "they refuse my ask: is it final, what to ask instead, and when to stop negotiating",
    "instead": "what other parts of the offer can I ask for when they refuse the base",
    "agreed": "how to accept an offer in writing",
    "withdraw": "how to walk away or decline an offer politely",
    "no_offer": "negotiating without a competing offer: market data, own value, what to say",
    "fear": "will they withdraw my offer if I negotiate? I am nervous",
    "judging": "market data and posted pay ranges for my level: is the offer below market?",
    "questions": "what to find out before you counter; questions to ask about the offer",
}
"""What to look up once the kind of answer is known: the message itself seldom names it."""


def plan_calls(reading: Reading, results: list[dict[str, Any]], failed: set[str]) -> list[PlannedCall]:
    """The calls to make now, given what this turn's tools answered.

    Order: record what was stated, look at the case, compute. Recording comes first because the case
    and every figure depend on it.

    Args:
        reading: what the message wants.
        results: this turn's tool results as plain JSON, oldest first.
        failed: names of tools that answered with an error in this turn.
    """
    done = {result["tool"] for result in results} | failed
    searches = sum(result["tool"] == "search_guidance" for result in results)
    if "promise_diff" not in done and reading.goes_against_file and reading.statements:
        # Before the letter is recorded: what is on file must still be what was said before.
        return [PlannedCall("promise_diff", {"letter": reading.statements[0].text})]
    if searches == 1 and "search_guidance" not in failed:
        topic = None if _is_found(reading, results) else _topic_search(reading)
        if looked_up := [*([topic] if topic else []), *_part_searches(reading)]:
            return [*looked_up, *_next_record(reading, 0)]
    if reading.draft:
        return _review_calls(reading, results, done, searches)
    recorded = sum(result["tool"] == "record_offer" for result in results)
    if recorded < len(reading.statements) and "record_offer" not in failed:
        return _next_record(reading, recorded)
    if reading.small_talk == "confirms" and "confirm_offer" not in done:
        return [PlannedCall("confirm_offer")]
    # What is out of scope by itself may be about what is on file.
    strange = reading.kind == "out_of_scope" and "show_case" in done
    if reading.kind == "refusal" or strange or reading.small_talk not in (None, "notes"):
        return []
    if "show_case" not in done:
        return [PlannedCall("show_case")]
    offers: list[dict[str, Any]] = next(
        (result["data"].get("offers", []) for result in reversed(results) if result["tool"] == "show_case"), []
    )
    named: list[str] = next(
        (result["data"].get("companies", []) for result in results if result["tool"] == "search_guidance"), []
    )
    payable = [item for item in offers if item["offer"].get("base_annual") is not None]
    if reading.sum is not None and not reading.sum.missing:
        return [] if reading.sum.sum.tool in done else _sum_calls(reading.sum, reading, payable, named)
    reading = _with_file(reading, payable, named)
    worked = _percent_of_pay(reading, payable, named) if reading.kind == "objection" else _worked_calls(reading)
    if fresh := [call for call in worked if call.tool not in done]:
        return fresh
    return _pay_calls(reading, results, payable, named, done)


def _percent_of_pay(reading: Reading, payable: list[dict[str, Any]], named: Sequence[str]) -> Iterator[PlannedCall]:
    """What their percent makes of the pay: a cut by place of the base, a limit on a raise of the present pay."""
    told = reading.background
    offer = _chosen(payable, reading, named)[0]["offer"] if payable else {}
    base = offer.get("base_annual") or next((to_json_number(value) for value in told.told), None)
    earns = None if told.earns is None else to_json_number(told.earns)
    amount, sign = {"geo_pay": (base, -1), "hike_cap": (earns, 1)}.get(reading.objection or "", (None, 1))
    if amount is not None and told.percent is not None:
        change = to_json_number(sign * abs(told.percent))
        yield PlannedCall(
            "percent_change",
            {"amount": amount, "change_pct": change, "currency": offer.get("currency") or told.currency or "USD"},
        )


def _with_file(reading: Reading, payable: list[dict[str, Any]], named: Sequence[str]) -> Reading:
    """The reading with the changes of what is offered worked out from the offer on file."""
    if not payable or not reading.brief.asks:
        return reading
    chosen = _chosen(payable, reading, named)[0]
    others = [item["offer"] for item in payable if item is not chosen]
    brief = with_offer(reading.brief, chosen["offer"], others)
    asked, before = levers_asked(brief), levers_asked(reading.brief)
    kept = {lever: item for lever, item in reading.wanted.items() if lever not in before or lever in asked}
    return replace(reading, brief=brief, wanted={**kept, **asked})


def _worked_calls(reading: Reading) -> Iterator[PlannedCall]:
    """The sums of the message that are told as a change of others, worked out."""
    for ask in reading.brief.asks:
        if ask.worked is not None:
            step = {"name": "asked", "label": ask.worked.label, "formula": ask.worked.formula}
            yield PlannedCall(
                "worked_sum", {"numbers": ask.worked.inputs, "steps": [step], "currency": ask.worked.unit}
            )


def _pay_calls(
    reading: Reading,
    results: list[dict[str, Any]],
    payable: list[dict[str, Any]],
    named: Sequence[str],
    done: set[str],
) -> list[PlannedCall]:
    """What the offers pay, side by side where several are told or compared, and the plan of a counter."""
    if reading.before is not None:
        return _before_calls(reading.before, results, done)
    calls = []
    if payable and "total_compensation" not in done and _wants_pay(reading):
        calls = [_compute(item, reading) for item in _computed(payable, reading, results, named)]
    if payable and reading.kind == "comparison" and "total_compensation" in done and "worked_sum" not in done:
        items = _computed(payable, reading, results, named)
        pays = [result for result in results if result["tool"] == "total_compensation"]
        beside = pension_arguments(items, reading.texts, pays) if len(items) == len(pays) > 1 else None
        return [PlannedCall("worked_sum", beside)] if beside else []
    if reading.kind in ("offer", "comparison") and len(calls) > 1 and "compare_offers" not in done:
        years = {"years": reading.years} if reading.years else {}
        calls.append(PlannedCall("compare_offers", {"offers": [call.arguments["offer"] for call in calls], **years}))
    if payable and "counter_plan" not in done and _wants_counter(reading):
        about = _chosen(payable, reading, named)[0]["name"]
        calls.append(PlannedCall("counter_plan", _counter_arguments(about, reading)))
    return calls


def _before_calls(before: Before, results: list[dict[str, Any]], done: set[str]) -> list[PlannedCall]:
    """What the offer pays now and paid before, and what lies between them or between two of its years."""
    if "total_compensation" not in done:
        now = PlannedCall("total_compensation", {"offer": before.name})
        if before.earlier is None:
            return [now]
        earlier = before_offer(before)
        compared = PlannedCall("compare_offers", {"offers": [earlier, before.name]})
        return [PlannedCall("total_compensation", {"offer": earlier}), now, compared]
    pay = next((item for item in results if item["tool"] == "total_compensation"), None)
    if pay is None or before.years is None or "worked_sum" in done or len(pay["table"]) < before.years[1]:
        return []
    return [PlannedCall("worked_sum", years_between(before.years, pay))]


def _computed(
    payable: list[dict[str, Any]], reading: Reading, results: list[dict[str, Any]], named: Sequence[str]
) -> list[dict[str, Any]]:
    """The offers whose pay is computed: those the message tells, else those it is about."""
    fresh = [name for result in results if result["tool"] == "record_offer" for name in result["data"].get("names", [])]
    told = [item for item in payable if item["name"] in fresh] if reading.kind in ("offer", "comparison") else []
    several = reading.kind != "comparison" or len(told) > 1
    return told if told and several else _chosen(payable, reading, named)


def _review_calls(reading: Reading, results: list[dict[str, Any]], done: set[str], searches: int) -> list[PlannedCall]:
    """Look over the draft, then find the passages its flaws rest on."""
    if "review_message" not in done:
        told = reading.background
        beside = {"wanted": told.wanted, "promised": told.promised, "preference": told.preference}
        return [PlannedCall("review_message", {"message": reading.draft, **{k: v for k, v in beside.items() if v}})]
    flaws: list[dict[str, str]] = next(
        (result["data"]["flaws"] for result in results if result["tool"] == "review_message"), []
    )
    sections = list(dict.fromkeys(flaw["section"] for flaw in flaws))[:MOST_EXPLAINED]
    if sections and searches == 2:
        return [PlannedCall("search_guidance", {"query": section}) for section in sections]
    return []


def _is_found(reading: Reading, results: list[dict[str, Any]]) -> bool:
    """Whether the turn's own search has brought the whole document of the objection along."""
    about = next((item["data"]["about"] for item in results if item["tool"] == "search_guidance"), None)
    return reading.kind == "objection" and about == reading.objection


def _topic_search(reading: Reading) -> PlannedCall | None:
    """A second search with the library's own words, when the message is known to be about a topic."""
    if reading.kind == "script" and reading.objection:
        return PlannedCall("search_guidance", {"query": TOPICS["reply"], "objection": reading.objection})
    if reading.kind == "objection" and reading.objection:
        # The line was told in an earlier message, which this turn's search has not seen.
        return PlannedCall("search_guidance", {"query": TOPICS["reply"], "objection": reading.objection})
    if reading.kind == "advice" and reading.concern is None:
        asked = reading.question if reading.statements else ""
        return PlannedCall("search_guidance", {"query": asked}) if asked.strip() else None
    if reading.kind == "refusal":
        return PlannedCall("search_guidance", {"query": decline_of(reading).topic})
    name = {"script": reading.purpose, "advice": reading.concern}.get(reading.kind, reading.kind)
    topic = {**TOPICS, **ROOM_TOPICS}.get(name or "")
    return PlannedCall("search_guidance", {"query": topic}) if topic else None


def _part_searches(reading: Reading) -> list[PlannedCall]:
    """A search for each question of a message that asks more than one thing."""
    asked = split_questions(reading.texts[-1]) if reading.kind == "advice" and reading.texts else []
    return [PlannedCall("search_guidance", {"query": question}) for question in asked]


def _next_record(reading: Reading, recorded: int) -> list[PlannedCall]:
    """The next statement to record: one after the other, since the second offer depends on the first."""
    return [
        PlannedCall(
            "record_offer",
            {
                "text": item.text,
                **({"role": "competing"} if item.elsewhere else {}),
                **({"name": item.name} if item.name else {}),
            },
        )
        for item in reading.statements[recorded : recorded + 1]
    ]


def _chosen(payable: list[dict[str, Any]], reading: Reading, named: Sequence[str]) -> list[dict[str, Any]]:
    """The offers to compute: all in a comparison, else the one whose company the message names, else mine."""
    if reading.kind == "comparison":
        asked = reading.texts and STAY_OR_GO.search(reading.texts[-1])
        present = find_present(reading.texts) if asked else None
        offers = find_open(payable, reading.texts)[:4]
        beside = present.beside(offers[0]["offer"]) if present and offers else None
        return [*([beside] if beside else []), *offers]
    if reading.kind == "offer" and reading.texts and asks_file(reading.texts[-1]):
        return find_open(payable, reading.texts)[:4] or payable[:1]
    mine = find_mine(payable, reading.texts, named)
    return [mine] if mine else payable[:1]


def _wants_pay(reading: Reading) -> bool:
    if reading.kind == "script":
        return False
    computes = reading.kind in ("offer", "calculation", "comparison")
    return computes or reading.concern in ("push", "judging") or bool(reading.statements)


def _wants_counter(reading: Reading) -> bool:
    writes = reading.kind == "script" and reading.purpose == "counter" and reading.objection is None
    # What they said before is answered by a counter; only a promise told with the order is its subject.
    newest = reading.texts[-1].casefold() if reading.texts else ""
    promised = any(words.casefold() in newest for words in reading.brief.promised)
    told = reading.brief.asks or promised or reading.brief.tells
    if writes and (told or reading.closed or names_pay(reading.texts)) and not reading.wanted:
        return False
    if writes and "sign_on_bonus" in reading.closed and not reading.wanted.keys() - reading.closed.keys():
        return False  # nothing the person named is open, and nothing is left to make up for it
    return writes or (reading.kind == "advice" and reading.concern == "push" and not reading.ledger.refused)


def _sum_calls(
    asked: ReadSum, reading: Reading, payable: list[dict[str, Any]], named: Sequence[str]
) -> list[PlannedCall]:
    """The calls of the calculation, with the name of the offer it is about where it uses one."""
    arguments = dict(asked.arguments)
    if asked.uses_offer:
        chosen = _chosen(payable, reading, named)[0] if payable else None
        arguments["offer"] = chosen["name"] if chosen else None
        if chosen and asked.sum.tool == "total_compensation":
            arguments = {**_compute(chosen, reading).arguments, **arguments}
    return [PlannedCall(asked.sum.tool, each) for each in (arguments, *asked.more)]


def _compute(item: dict[str, Any], reading: Reading) -> PlannedCall:
    arguments: dict[str, Any] = {"offer": item["offer"] if item["name"] == PRESENT else item["name"]}
    arguments |= _by_meaning(reading.changes, "parts")
    if reading.terms:
        arguments["changes"] = reading.terms
    if reading.growth_pct:
        name = "growth_pct" if reading.grows_yearly else "price_change_pct"
        arguments[name] = to_json_number(reading.growth_pct)
    if reading.years:
        arguments["years"] = reading.years
    return PlannedCall("total_compensation", arguments)


def _counter_arguments(name: str, reading: Reading) -> dict[str, Any]:
    closed = {"closed": list(reading.closed)} if reading.closed else {}
    return {"offer": name, **_by_meaning(reading.wanted, "wanted"), **closed}


def _by_meaning(amounts: dict[str, LeverAmount], totals: str) -> dict[str, dict[str, Any]]:
    """New totals under the argument of that name, amounts on top under "added"; what is empty is left out."""
    sorted_out: dict[str, dict[str, Any]] = {}
    for lever, item in amounts.items():
        sorted_out.setdefault("added" if item.on_top else totals, {})[lever] = to_json_number(item.value)
    return sorted_out
