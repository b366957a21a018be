"""Rewrite: a flawed message put right in place, in the person's own sentences as far as they can stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from assistant.checks import flaw_patterns as words
from assistant.checks.asks import find_lever, full_quote, is_ask, is_priced, sums_of
from assistant.checks.draft_lines import GREETING, Part, ReadLines, split_message
from assistant.checks.fewer_asks import cut_asks
from assistant.checks.flaws import MessageFacts, MessageFlaw
from assistant.checks.message import check_message, is_agreed
from assistant.checks.phrases import Phrases, choose_phrases
from assistant.checks.sentence_cut import keep_clauses, starts_small
from assistant.domain.amounts import WrittenAmount

_CUT = {"ultimatum", "reveals_current_salary", "need_based", "apologetic", "aggressive", "bluff", "accepts_on_spot"}
_SIGN_OFF = re.compile(
    r"(?:(?:all the )?best(?: regards| wishes)?|(?:with )?(?:kind|warm|many) (?:regards|wishes)|regards|thanks|thank you"
    r"|cheers|sincerely|yours|mit freundlichen|viele|liebe grüße|lg|vg|mfg|un saludo|saludos|cordialement|bien à vous"
    r"|abraços?|atenciosamente|groet\w*|met vriendelijke|cordiali saluti|hilsen|saygılarımla)\b[^?!]{0,60}$",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(r"(?:(?:Dr|Mr|Ms)\. )?(?:[A-ZÀ-Ý][\w.'’-]*\s?){1,4}$")
_NOT_WANTED = re.compile(
    r"\s*(?:\w+ )?(?:is|was|are) (?:far |way |much )?(?:too )?(?:low|little|less)"
    r"|\s*(?:\w+ )?(?:doesn't|does not|won't) work",
    re.IGNORECASE,
)
_LINKS_BACK = re.compile(
    r"(?:for (?:this|that) reason|that(?:'s| is) why|because of (?:this|that)|therefore|hence|thus|so|deshalb|daher"
    r"|por eso|por isso|c'est pourquoi)\b,? ?",
    re.IGNORECASE,
)
_MOST_WANTED = 2
_MOST_ROUNDS = 4


def rewrite_message(
    text: str, flaws: Iterable[MessageFlaw], facts: MessageFacts, read_lines: ReadLines | None = None
) -> str:
    """The message without its flaws; what cannot be kept is asked for in plain words.

    >>> text = "Thanks, I love the scope. I need 195k base because my rent is high."
    >>> rewrite_message(text, check_message(text, MessageFacts()), MessageFacts())
    'Thanks, I love the scope. Could we bring the base to 195k?'
    """
    found, first = list(flaws), text
    for _ in range(_MOST_ROUNDS):
        if not found:
            return text
        text = _tidy(_rewrite_once(text, found, facts, read_lines))
        found = check_message(text, facts, read_lines)
    return text if not found else _plainly(first, facts, read_lines)


def _rewrite_once(text: str, flaws: list[MessageFlaw], facts: MessageFacts, read_lines: ReadLines | None) -> str:
    if any(flaw.label == "wrong_numbers" for flaw in flaws):
        text = _with_right_numbers(text, flaws)
        flaws = [flaw for flaw in check_message(text, facts, read_lines) if flaw.label != "wrong_numbers"]
    labels: set[str] = {flaw.label for flaw in flaws}
    phrases, parts = choose_phrases(text), split_message(text, read_lines)
    lines = {part.start: _put_right(text, part, flaws, facts, phrases) for part in parts}
    if "accepts_on_spot" in labels:
        lines |= {part.start: "" for part in parts if words.COMMITS.search(part.text)}
    if "negotiates_after_acceptance" in labels:
        lines |= {part.start: "" for part in parts if is_ask(part) and not is_agreed(part, facts)}
        lines |= {part.start: "" for part in parts if part.does("reason") and not part.does("accepted_before")}
    if "too_many_asks" in labels:
        lines |= cut_asks([part for part in parts if is_ask(part)])
    kept = _without_loose_links(parts, lines)
    asked = [part for part in parts if kept[part.start] and (is_ask(part) or kept[part.start] != part.text)]
    if "no_justification" in labels and asked:
        kept[asked[-1].start] += f" {_in_voice(phrases.evidence, text)}"
    end = [
        *([phrases.time] if "accepts_on_spot" in labels else []),
        *([" ".join(phrases.after_yes)] if "negotiates_after_acceptance" in labels else []),
    ]
    warm = any(part.does("warm") and kept[part.start] for part in parts)
    needs_thanks = "no_enthusiasm" in labels or ("accepts_on_spot" in labels and not warm)
    return _write(text, parts, kept, phrases.thanks if needs_thanks else "", [_in_voice(line, text) for line in end])


def _put_right(text: str, part: Part, flaws: list[MessageFlaw], facts: MessageFacts, phrases: Phrases) -> str:
    """What takes the place of a sentence: itself, its good clauses, a question for what it asked, or nothing."""
    own = [flaw for flaw in flaws if flaw.start < part.end and part.start < flaw.end]
    here = {flaw.label for flaw in own}
    labels = {flaw.label for flaw in flaws}
    if "vague_ask" in labels and part.does("vague") and not is_priced(part):
        stock = re.search(r"\bstock|equity|rsu|shares|options|aktien|acciones|ações", part.text, re.IGNORECASE)
        question = phrases.stock_range if stock else phrases.range
        if "vague_ask" not in here:
            question = ""
        kept = keep_clauses(part, [*_cut_spans(part, own), *part.spans("vague"), *part.spans("ask")])
        return " ".join(line for line in (kept, _in_voice(question, text)) if line)
    if not here & _CUT:
        return part.text
    kept = keep_clauses(part, _cut_spans(part, own))
    wanted = [amount for amount in _wanted(part, own, facts) if amount.quote not in kept]
    others = "".join(text[: part.start] + text[part.end :])
    asked = [_ask_for(text, part, amount, phrases) for amount in wanted if not _is_asked(amount, others)]
    return " ".join(line for line in (kept, *asked) if line)


def _cut_spans(part: Part, flaws: list[MessageFlaw]) -> list[tuple[int, int]]:
    """Where the words of a sentence are that must go; of a bluff only the claim."""
    spans = []
    for flaw in flaws:
        if flaw.label == "bluff":
            spans += part.spans("other_offer")
        elif flaw.label == "accepts_on_spot":
            spans += part.spans("accepts")
        elif flaw.label in _CUT:
            spans.append((flaw.start, flaw.end))
    return spans


def _wanted(part: Part, flaws: list[MessageFlaw], facts: MessageFacts) -> list[WrittenAmount]:
    """The sums a sentence asks for: not those of the present pay, of what life costs, or of an offer."""
    told = [flaw for flaw in flaws if flaw.label in ("reveals_current_salary", "need_based")]
    known = {*facts.terms.values(), *facts.other_offers, *facts.known}
    claim = part.spans("other_offer") if part.does("other_offer") else []
    ask = words.ASK.search(part.text)
    if not part.does("ask") and not ask and not words.WANTS.search(part.text):
        return []
    return [
        amount
        for amount in sums_of(part)
        if not any(flaw.start <= amount.start < flaw.end for flaw in told)
        and not {amount.value, amount.value * 1000} & known
        and not _NOT_WANTED.match(part.text[amount.end - part.start :])
        and not any(start <= amount.start < end for start, end in claim)
        and (not claim or (ask is not None and amount.start - part.start > ask.start()))
    ][:_MOST_WANTED]


def _is_asked(amount: WrittenAmount, others: str) -> bool:
    """Whether a sum stands elsewhere in the message too, in any spelling of its digits."""
    digits = re.sub(r"\D", "", amount.quote)
    return bool(digits) and bool(re.search(rf"(?<!\d){re.escape(amount.quote.strip('$€£ '))}", others))


def _ask_for(text: str, part: Part, amount: WrittenAmount, phrases: Phrases) -> str:
    lever = find_lever(part, amount)
    after = part.text[amount.end - part.start :]
    more = re.match(r"\s*(?:\w+ )?(?:more|extra|additional|on top)\b", after) and phrases.added.get(lever)
    return _in_voice((more or phrases.asked[lever]).format(full_quote(text, amount)), text)


def _with_right_numbers(text: str, flaws: list[MessageFlaw]) -> str:
    """The text with the right figures in the place of wrong ones; from the end, so that places stay right."""
    wrong = {tuple(flaw.about.split(":")) for flaw in flaws if flaw.label == "wrong_numbers"}
    for start, end, right in sorted(wrong, key=lambda item: -int(item[0])):
        told = text[int(start) : int(end)]
        text = (
            text[: int(start)]
            + (right if right.endswith("%") else _as_written(Decimal(right), told))
            + text[int(end) :]
        )
    return text


def _as_written(value: Decimal, quote: str) -> str:
    """A sum in the style of the one it replaces: 175k beside 170k, $175,000 beside $170,000, 146 beside 160."""
    match = re.fullmatch(r"([^\d]*)([\d.,' ]*\d)(.*)", quote, re.DOTALL)
    head, digits, tail = match.groups() if match else ("", quote, "")
    thousands = value / 1000
    if (tail.strip().lower().startswith("k") or (len(digits) <= 3 and value >= 1000)) and thousands * 10 == int(
        thousands * 10
    ):
        return f"{head}{thousands.normalize():f}{tail}"
    mark = next((m for m in "., '" if m in digits), "," if len(digits) < 4 else "")
    whole = value.quantize(Decimal(1))
    return f"{head}{whole:,}".replace(",", mark) + tail


def _without_loose_links(parts: list[Part], lines: dict[int, str]) -> dict[int, str]:
    """The lines, "for this reason" and the like gone where what it points to was cut."""
    kept = dict(lines)
    for before, part in pairwise(parts):
        line = kept[part.start]
        if kept[before.start] != before.text and (link := _LINKS_BACK.match(line)):
            rest = line[link.end() :]
            kept[part.start] = rest[:1].upper() + rest[1:] if line[:1].isupper() else rest
    return kept


def _in_voice(line: str, text: str) -> str:
    """An added sentence in small letters where the person writes so."""
    return line[:1].lower() + line[1:] if line and starts_small(text) else line


def _write(text: str, parts: list[Part], lines: dict[int, str], thanks: str, end: list[str]) -> str:
    """The text with its sentences replaced, thanks after the greeting, and what is added before the sign-off."""
    pieces, at = [], 0
    closing = _closing(parts, lines)
    greeted = bool(parts) and bool(GREETING.fullmatch(parts[0].text))
    for number, part in enumerate(parts):
        pieces.append(text[at : part.start])
        if thanks and number == (1 if greeted else 0):
            small = greeted and parts[0].text.endswith(",")
            pieces.append((thanks[:1].lower() + thanks[1:] if small or starts_small(text) else thanks) + " ")
            lines[part.start] = _capital(lines[part.start], text)
        if number == closing and end:
            pieces.append(" ".join(end) + ("\n" if "\n" in text[at : part.start] else " "))
        pieces.append(lines[part.start] or "\0")
        at = part.end
    pieces.append(text[at:])
    if closing == len(parts):
        pieces.append(" " + " ".join(end) if end else "")
    if thanks and len(parts) == 1 and greeted:
        pieces.append(" " + thanks)
    return "".join(pieces)


def _capital(line: str, text: str) -> str:
    return line if starts_small(text) else line[:1].upper() + line[1:]


def _closing(parts: list[Part], lines: dict[int, str]) -> int:
    """The number of the part the sign-off begins with, `len(parts)` without one."""
    place = len(parts)
    while place > 1:
        text = parts[place - 1].text
        if not (_SIGN_OFF.match(text) or (_NAME_ONLY.match(text) and len(text.split()) <= 4)) or len(text) > 80:
            break
        place -= 1
    return place


def _tidy(text: str) -> str:
    """The text without the gaps that sentences left; a line that lost all its words is gone."""
    lines = [line for line in text.split("\n") if line.strip("\0 \t") or "\0" not in line]
    joined = "\n".join(re.sub(r"[ \t]*\0[ \t]*", " ", line).strip() if "\0" in line else line for line in lines)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<=\S)[ \t]{2,}", " ", joined)).strip()


def _plainly(text: str, facts: MessageFacts, read_lines: ReadLines | None) -> str:
    """A message of greeting, thanks, the sums asked for and the sign-off, where nothing else could stay."""
    phrases, parts = choose_phrases(text), split_message(text, read_lines)
    greeting = parts[0].text if parts and GREETING.fullmatch(parts[0].text) else ""
    wanted = [(part, amount) for part in parts if is_ask(part) for amount in _wanted(part, [], facts)]
    asked = [_ask_for(text, part, amount, phrases) for part, amount in wanted[:_MOST_WANTED]]
    body = [phrases.thanks, *(asked or [phrases.range]), *([phrases.evidence] if asked else [])]
    closing = _closing(parts, {})
    return "\n\n".join(
        line
        for line in (greeting, " ".join(body), text[parts[closing].start :] if closing < len(parts) else "")
        if line
    )
