"""Rewrite: a flawed message put right in place, in the person's own sentences as far as they can stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks import flaw_patterns as words
from assistant.checks.asked_again import MOST_WANTED, ask_for, ask_for_wanted, find_wanted, put_right_numbers, stands_in
from assistant.checks.asks import asks_for_time, is_ask, is_priced, names_other
from assistant.checks.draft_lines import GREETING, Part, ReadLines, split_message
from assistant.checks.fewer_asks import cut_asks
from assistant.checks.flaw_patterns_abroad import ABROAD
from assistant.checks.flaws import MessageFacts, MessageFlaw
from assistant.checks.message import check_message, is_agreed
from assistant.checks.message_layout import find_closing, in_voice, join_lines, starts_small, write_message
from assistant.checks.phrases import Phrases, choose_phrases
from assistant.checks.rivals import claims_suitors
from assistant.checks.sentence_cut import keep_clauses, keep_reasons
from assistant.checks.wish_list import list_wishes

_CUT = {"ultimatum", "reveals_current_salary", "need_based", "apologetic", "aggressive", "bluff", "accepts_on_spot"}
_BARGAINS = {"ultimatum", "aggressive", "bluff"}
"""Flaws whose cutting may take the whole ask along."""
_STOCK = re.compile(r"\b(?:stock|equity|rsus?|shares|options|aktien|acciones|actions|ações)\b", re.IGNORECASE)
_LINKS_BACK = re.compile(
    r"(?:for (?:this|that) reason|that(?:'s| is) why|because of (?:this|that)|therefore|hence|thus|so|deshalb|daher"
    r"|por eso|por isso|c'est pourquoi)\b,? ?",
    re.IGNORECASE,
)
_MOST_ROUNDS = 4


@dataclass(frozen=True)
class _Draft:
    """A draft on its way: its text and sentences, the flaws found, and how the person writes."""

    text: str
    parts: list[Part]
    flaws: list[MessageFlaw]
    phrases: Phrases
    small: bool

    @property
    def labels(self) -> set[str]:
        return {flaw.label for flaw in self.flaws}

    def flaws_of(self, part: Part) -> list[MessageFlaw]:
        return [flaw for flaw in self.flaws if flaw.start < part.end and part.start < flaw.end]

    def say(self, line: str) -> str:
        return in_voice(line, self.small)


def rewrite_message(
    text: str, flaws: Iterable[MessageFlaw], facts: MessageFacts, read_lines: ReadLines | None = None
) -> str:
    """The message without its flaws; what cannot be kept is asked for in plain words.

    Args:
        text: the message.
        flaws: what `check_message` found in it.
        facts: what is known of the case.
        read_lines: as it was given to `check_message`.

    >>> text = "Thanks, I love the scope. I need 195k base because my rent is high."
    >>> rewrite_message(text, check_message(text, MessageFacts()), MessageFacts())
    'Thanks, I love the scope. Could we bring the base to 195k?'
    """
    found, first, small = list(flaws), text, starts_small(text)
    for _ in range(_MOST_ROUNDS):
        if not found:
            return text
        if any(flaw.label == "wrong_numbers" for flaw in found):
            text = put_right_numbers(text, found)
        else:
            parts = split_message(text, read_lines)
            text = _rewrite_once(_Draft(text, parts, found, choose_phrases(first), small), facts)
        found = check_message(text, facts, read_lines)
    return text if not found else _write_plainly(first, facts, read_lines)


def _rewrite_once(draft: _Draft, facts: MessageFacts) -> str:
    parts, labels, phrases = draft.parts, draft.labels, draft.phrases
    lines = {part.start: _put_right(draft, part, facts) for part in parts}
    ending = []
    if any(flaw.label == "accepts_on_spot" and flaw.about != "fallback" for flaw in draft.flaws):
        lines |= {part.start: "" for part in parts if words.COMMITS.search(part.text)}
        ending.append(phrases.time)
    if "too_many_asks" in labels:
        lines |= cut_asks(list_wishes(parts, [part for part in parts if is_ask(part)]).parts)
    elif "negotiates_after_acceptance" in labels:
        late = [part for part in parts if is_ask(part) and not is_agreed(part, facts)]
        late += [part for part in parts if part.does("reason") and not part.does("accepted_before")]
        lines |= {part.start: "" for part in late}
        ending += phrases.after_yes
    else:
        _ask_again(draft, lines, facts)
    lines = _without_loose_links(parts, lines)
    asked = [part for part in parts if lines[part.start] and (is_ask(part) or lines[part.start] != part.text)]
    if "no_justification" in labels and asked:
        lines[asked[-1].start] += f" {draft.say(phrases.evidence)}"
    bargains = labels & _BARGAINS or (facts.wanted and any(_lost_ask(part, lines) for part in parts))
    said_yes = "negotiates_after_acceptance" in labels
    if bargains and not said_yes and not any(map(_asks, lines.values())):
        ending.append(ask_for_wanted(facts, phrases))
    cold = "accepts_on_spot" in labels and not any(words.WARMTH.search(line) for line in lines.values())
    opening = phrases.thanks if "no_enthusiasm" in labels or cold else ""
    if facts.prefers and labels & _BARGAINS:
        opening = f"{opening} {phrases.prefers}".strip()
    added = [draft.say(line) for line in ending if line.lower() not in draft.text.lower()]
    return write_message(draft.text, parts, lines, opening, added)


def _lost_ask(part: Part, lines: dict[int, str]) -> bool:
    """Whether a sentence that asked for pay was cut."""
    return part.does("ask") and lines[part.start] != part.text and not asks_for_time(part) and not names_other(part)


def _asks(line: str) -> bool:
    return bool(words.ASK.search(line) or ABROAD["ask"].search(line))


def _put_right(draft: _Draft, part: Part, facts: MessageFacts) -> str:
    """What is left of a sentence: all of it, its good clauses, a question in the place of "more", or nothing."""
    here = {flaw.label for flaw in draft.flaws_of(part)}
    only_reason = part.does("reason") and not part.does("ask") and not here
    if "vague_ask" in draft.labels and part.does("vague") and not is_priced(part) and not only_reason:
        cuts = [*_cut_spans(draft, part), *part.spans("vague"), *part.spans("ask")]
        about_stock = _STOCK.search(part.text)
        question = draft.phrases.stock_range if about_stock else ask_for_wanted(facts, draft.phrases)
        asked = _with_reasons(draft, part, draft.say(question), cuts) if "vague_ask" in here else ""
        return join_lines(keep_clauses(part, cuts), asked)
    return keep_clauses(part, _cut_spans(draft, part)) if here & _CUT else part.text


def _cut_spans(draft: _Draft, part: Part) -> list[tuple[int, int]]:
    """Where the words of a sentence are that must go; of a bluff only the claim."""
    spans = []
    for flaw in draft.flaws_of(part):
        if flaw.label == "bluff":
            whole = [(part.start, part.end)]
            spans += (
                whole if flaw.about == "untrue" or claims_suitors(part.text) else part.spans("other_offer") or whole
            )
        elif flaw.label in _CUT:
            spans.append((flaw.start, flaw.end))
    return spans


def _ask_again(draft: _Draft, lines: dict[int, str], facts: MessageFacts) -> None:
    """Ask in other words for the sums that were cut with the sentence they stood in."""
    for part in draft.parts:
        if lines[part.start] == part.text:
            continue
        for amount in find_wanted(part, draft.flaws_of(part), facts):
            if not stands_in(amount, " ".join(lines.values())):
                question = draft.say(ask_for(draft.text, part, amount, draft.phrases, facts))
                question = _with_reasons(draft, part, question, _cut_spans(draft, part))
                lines[part.start] = join_lines(lines[part.start], question)


def _with_reasons(draft: _Draft, part: Part, question: str, cuts: list[tuple[int, int]]) -> str:
    """A question with the reasons of the sentence it takes the place of."""
    lead, tail = (reason if not _asks(reason) else "" for reason in keep_reasons(part, cuts))
    if lead:
        lead = draft.say(lead) if draft.small else lead[:1].upper() + lead[1:]
        return f"{lead}, {question[:1].lower()}{question[1:]}"
    return f"{question.rstrip('?')}, {tail[:1].lower()}{tail[1:]}?" if tail else question


def _without_loose_links(parts: list[Part], lines: dict[int, str]) -> dict[int, str]:
    """The lines, "for this reason" and the like gone where what it points to was cut."""
    kept = dict(lines)
    for before, part in pairwise(parts):
        line = kept[part.start]
        if kept[before.start] != before.text and (link := _LINKS_BACK.match(line)):
            rest = line[link.end() :]
            kept[part.start] = rest[:1].upper() + rest[1:] if line[:1].isupper() else rest
    return kept


def _write_plainly(text: str, facts: MessageFacts, read_lines: ReadLines | None) -> str:
    """A message of greeting, thanks, the sums asked for and the sign-off, where nothing else could stay."""
    phrases, parts = choose_phrases(text), split_message(text, read_lines)
    greeting = parts[0].text if parts and GREETING.fullmatch(parts[0].text) else ""
    wanted = [(part, amount) for part in parts if is_ask(part) for amount in find_wanted(part, [], facts)]
    asked = [ask_for(text, part, amount, phrases, facts) for part, amount in wanted[:MOST_WANTED]]
    body = [phrases.thanks, *(asked or [ask_for_wanted(facts, phrases)]), *([phrases.evidence] if asked else [])]
    closing = find_closing(parts)
    sign_off = text[parts[closing].start :] if closing < len(parts) else ""
    return "\n\n".join(line for line in (greeting, " ".join(body), sign_off) if line)
