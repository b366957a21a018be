"""Objections: what the recruiter's line means, and what to say with the leverage there is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.domain.evidence import Chunk
from assistant.domain.offers_told import tells_of_offer
from assistant.domain.quotes import split_sentences
from assistant.domain.refusal import CLOSED
from assistant.offline import lexicon
from assistant.offline.background_patterns import CURRENT_PAY
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.conceded import retells_others
from assistant.offline.case_words import compose_case_words
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.passages import Cited, cite, open_passage, plain_sentences
from assistant.offline.pay_text import offer_parts
from assistant.offline.reading import Reading
from assistant.offline.scripts.other import told_sentences
from assistant.offline.view import View

WITH_OFFER = "With another offer in hand"
WITH_CASE = "With market data or a strong case"
WITH_NOTHING = "With no leverage"


def compose_objection(view: View, reading: Reading) -> str:
    """Meaning, words to say, what to ask next, what to avoid; each part cited."""
    document = {
        passage.section: (number, passage)
        for number, passage in view.passages.items()
        if passage.objection == reading.objection
    }
    parts = [
        _first(document, "What it usually means", 2),
        _in_your_case(view, reading),
        _say(view.passages, reading.objection or "", view),
        compose_case_words(view, reading, holds_offer=held_leverage(view) == WITH_OFFER),
        _named_points(view, reading),
        "" if reading.statements else _own_request(view),
        _own_facts(view),
        _listed(document, "What to ask next", "**Then ask:**", 2),
        _avoid(document),
        _stop(document),
    ]
    return "\n\n".join(part for part in parts if part)


_FACT = re.compile(
    r"\d|\b(?:certif\w+|licen[sc]\w+|degree|ph\.?d|years?|experience|offers?|los(?:e|ing)|unvested|confidential\w*|verbal\w*|"
    r"tender|publish\w+|patents?|led|built|ran|shipped|trained|taught|wrote|bring|prefer|rather|notice|visa|specialist)\b",
    re.IGNORECASE,
)
"""Words of a fact that a recruiter can pass on, beside feelings and asides."""
_TELLING = re.compile(r"I (?:said|told|asked|heard|think|guess|know|froze|feel|felt|mean)\b")
_FLOOR = re.compile(
    r"\bI (?:would|could|can|might|will)(?: \w+){0,2} (?:take|accept|settle|sign|go (?:down|as low)|live with|be (?:\w+ )?(?:happy|fine|ok|okay|content))\b"
    r"|\bI need at least\b|\bmy (?:floor|minimum|walk[- ]?away|bottom line)\b",
    re.IGNORECASE,
)
"""What the person would settle for, which no reply gives away."""
MOST_BACK = 3
"""Messages whose facts a reply may use."""


def _in_your_case(view: View, reading: Reading) -> str:
    """What the objection leaves open in the offer on file, with its amounts."""
    closed = CLOSED.get(reading.objection or "")
    if closed is None or view.mine is None:
        return ""
    parts = offer_parts(view.mine["offer"])
    still_open = [f"the {name} ({amount})" for name, amount in parts.items() if name not in {closed, "bonus"}]
    if closed not in parts or not still_open:
        return ""
    return (
        f"**In your offer** this is about the {closed} ({parts[closed]}); "
        f"it says nothing about {' or '.join(still_open)}."
    )


_POINTS: dict[str, re.Pattern[str]] = {
    "the relocation": lexicon.any_of(r"\b(?:relocat\w*|moving (?:costs?|help|expenses)|housing)\b"),
    "the bonus": lexicon.any_of(r"(?<!sign-on )(?<!signing )(?<!joining )\bbonus\b"),
    "the sign-on": lexicon.any_of(r"\b(?:sign(?:ing)?[- ]on|signing bonus|joining bonus)\b"),
    "the equity": lexicon.any_of(r"\b(?:equity|stock|options?|rsus?|shares)\b"),
    "the level": lexicon.any_of(r"\b(?:level|title|grade)\b"),
    "the remote days": lexicon.any_of(r"\b(?:remote|home office|wfh|hybrid)\b"),
    "the start date": lexicon.any_of(r"\bstart date\b"),
    "the hours": lexicon.any_of(r"\b(?:shifts?|schedule|hours|weekends?)\b"),
    "the visa": lexicon.any_of(r"\b(?:visa|sponsor\w*|work permit)\b"),
}
"""What may be left open in a promise, as a reply names it."""
_PROMISES = frozenset({"accept_before_we_can", "verbal_commit", "bonus_not_written", "revisit_at_review"})
_REQUEST = re.compile(
    r"\b(?:I|we)(?:'d| had| have|'ve)? (?:only |just |simply |politely |had |merely )*asked (?:for|whether|if|about|to|them|her|him)\b(?:(?!,? (?:and |but )?(?:they|she|he|hr) )[^.?!\n])*",
    re.IGNORECASE,
)


def _named_points(view: View, reading: Reading) -> str:
    """A sentence that names what the promise is about, where the person told it."""
    text = lexicon.fold(view.texts[-1])
    points = [name for name, pattern in _POINTS.items() if pattern.search(text)][:2]
    if reading.objection not in _PROMISES or not points:
        return ""
    return (
        f"**By name:** “Could you send me {' and '.join(points)} in writing before I sign, with the amount and the "
        "conditions?”"
    )


def _own_request(view: View) -> str:
    """What the person asked for before this answer came, in their words: the reply repeats it once."""
    found = _REQUEST.search(view.texts[-1])
    return f"**Your one request:** “{found.group().strip()}”. Repeat it once, with its reason." if found else ""


def _own_facts(view: View) -> str:
    """What the person told that may carry the reply, in their words."""
    told = [fact for text in view.texts[-1 : -MOST_BACK - 1 : -1] for fact in told_sentences(text)]
    kept = [fact for fact in told if not (_TELLING.match(fact) or _FLOOR.search(fact) or CURRENT_PAY.search(fact))]
    facts = [fact for fact in kept if _FACT.search(fact)][:2]
    return "**Yours to add, if it should be known:** " + " ".join(f"“{fact}”" for fact in facts) if facts else ""


def _find(document: dict[str, tuple[int, Chunk]], section: str) -> tuple[int, Chunk] | None:
    return next((found for name, found in document.items() if name.split(" > ")[-1] == section), None)


def _first(document: dict[str, tuple[int, Chunk]], section: str, count: int) -> str:
    found = _find(document, section)
    if found is None:
        return ""
    number, passage = found
    opening = open_passage(number, passage, count)
    return opening.marked if opening else ""


def held_leverage(view: View) -> str:
    """The section of an objection that fits what the person is known to hold."""
    about = str((view.mine or {}).get("words", ""))
    if view.competing or _tells_other_offer(view.texts, about):
        return WITH_OFFER
    return WITH_CASE if lexicon.OWN_CASE.search(" ".join(view.texts)) else WITH_NOTHING


_TOLD_OF_IT = lexicon.any_of(
    r"\b(?:told|informed|mentioned to) (?:them|him|her|hr|the \w+|(?!me\b|us\b)\w+)(?: that)? i (?:have|hold|got|'ve got) (?:an?|another) (?:\w+ )?offer\b"
)
"""What they were told of is another firm's offer."""


def _tells_other_offer(texts: Sequence[str], about: str) -> bool:
    """Whether another offer is told; of what was said of it, the newest counts.

    `about`: the words that told the offer on file itself, which is no other.
    """
    for text in (lexicon.fold(blank_quotations(text)) for text in reversed(texts)):
        if lexicon.NO_OTHER_OFFER.search(text):
            return False
        if _TOLD_OF_IT.search(text):
            return True
        if tells_elsewhere(text) and not retells_others(text):
            return True
    return any(tells_of_offer(text) for text in texts if text.strip() not in about)


def script_words(passages: Mapping[int, Chunk], objection: str, section: str) -> tuple[int, str] | None:
    """The number of the passage and the words to say against an objection with that leverage."""
    for number, passage in passages.items():
        if passage.objection == objection and passage.section.endswith(section):
            lines = [line.lstrip("> ").strip() for line in passage.text.splitlines() if line.startswith(">")]
            return (number, " ".join(lines)) if lines else None
    return None


def _say(passages: Mapping[int, Chunk], objection: str, view: View) -> str:
    """The words to say with what the person is known to hold, and the next better version."""
    held = held_leverage(view)
    parts = [_script(passages, objection, held, "Say", reason=True)]
    if held == WITH_NOTHING:
        parts.append(_script(passages, objection, WITH_CASE, "Or, if you can name your data", reason=False))
    return "\n\n".join(part for part in parts if part)


def _script(passages: Mapping[int, Chunk], objection: str, section: str, label: str, *, reason: bool) -> str:
    found = script_words(passages, objection, section)
    if found is None:
        return ""
    number, words = found
    why = next((s for s in plain_sentences(passages[number]) if s not in words), "") if reason else ""
    behind = f"\n\n{Cited(number, why).marked}" if why else ""
    mark = "" if why else f" {cite(number, split_sentences(words)[0])}"
    return f"**{label}:**\n\n> {words}{mark}{behind}"


def _listed(document: dict[str, tuple[int, Chunk]], section: str, label: str, count: int) -> str:
    found = _find(document, section)
    if found is None:
        return ""
    number, passage = found
    items = [line[2:].strip() for line in passage.text.splitlines() if line.startswith("- ")][:count]
    return f"{label}\n\n" + "\n".join(f"- {item} {cite(number, item)}" for item in items) if items else ""


def _avoid(document: dict[str, tuple[int, Chunk]]) -> str:
    found = _find(document, "What not to do")
    if found is None:
        return ""
    sentences = plain_sentences(found[1])
    return f"**Avoid:** {Cited(found[0], sentences[0]).marked}" if sentences else ""


def _stop(document: dict[str, tuple[int, Chunk]]) -> str:
    text = _first(document, "When to stop", 1)
    return f"**When to stop:** {text}" if text else ""
