"""File asked: short questions that the case itself answers: what is on file, by when to answer, what has room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.domain.offer import Offer
from assistant.domain.offer_words import describe_terms
from assistant.domain.stated_day import read_stated_day
from assistant.letters.patterns import LABEL
from assistant.offline import lexicon
from assistant.offline.briefs.prose import listed
from assistant.offline.composed import paragraphs
from assistant.offline.statements import read_lever_amounts

MOST_WORDS = 16
"""Words of the longest message that is only such a question."""
_NOW = r"(?: (?:now|so far|then|left|again|right now|at the moment|at this point|today|in (?:hand|total|all|writing)|on the table|open|here))*"
_HAVE = lexicon.any_of(
    rf"^[^?!\n]{{0,40}}?\bwhat(?: exactly| all| else| offers?| terms)? (?:do|have) (?:i|we) (?:actually |really |even |still )?(?:have|got|hold)(?: got)?{_NOW}\W*$",
)
"""Asks what one has, which is a sum where the numbers of one were just told."""
_FILE = lexicon.any_of(
    r"\b(?:what'?s?|which|show|list|read|tell me|anything|remind me)\b[^?.!\n]{0,40}\b(?:on|in) (?:my |the |our |your )?(?:file|record|case)\b",
    rf"\b(?:what|which) offers? (?:do i (?:still )?have|have i got|(?:is|are) (?:still )?(?:open|left|alive|on the table)){_NOW}\W*$",
    r"\bwhat (?:do|have) (?:you|u) (?:have|got) (?:noted|down|saved|recorded|written(?: down)?|so far|on me)(?: for me| so far| now)*\W*$",
    r"\bwhat (?:have you|did you|do you|you) (?:got|get|noted?|saved?|record(?:ed)?|write down|written down|understood|know|have) (?:down )?(?:about |of |on |for |from )?(?:my |the |this )?(?:offers?|me|case|terms|package)?\W*$",
    rf"^\W*(?:(?:so|ok|and|wait|then)\W+)*what(?:'?s| is| are| was) (?:my|the|their) (?:whole |full |current |latest |real |actual )?(?:offers?|package|terms)(?: look(?:ing|s)? like)?{_NOW}\W*$",
)
_OWN_SUM = re.compile(r"\b(?:rents?|mortgage|loans?|bills|net|after tax|take[- ]home|tax(?:ed|es)?)\b", re.IGNORECASE)
"""Words of what one is left with."""
_THEIR_FILE = re.compile(
    r"\b(?:do|did|does|will|can|could|would|have|has|is|are) (?:they|he|she|hr|the (?:company|employer|recruiter)s?|employers|companies|recruiters)\b"
    r"|\bthey(?:'ve)? (?:put|have|keep|got|hold|kept|wrote)\b|\bbackground\b|\bcriminal\b|\bcredit\b|\bpolice\b|\bmedical\b"
    r"|\bchecks?\b|\bshows? up\b|\bmy record\b(?! with you\b)",
    re.IGNORECASE,
)
"""Speaks of what others keep about the person, which the case does not hold."""
_DUE = lexicon.any_of(
    r"\bhow (?:long|much (?:longer|time)|many (?:days|hours))\b[^?.!\n]{0,25}\b(?:do|have|did) i\b[^?.!\n]{0,14}?"
    r"(?:\b(?:have|got|get|left)\b)+(?: left)?(?: to (?:decide|answer|reply|respond|sign|think|choose|accept|say yes|get back|let|make up)\b[^?.!\n]{0,25})?"
    r"(?: then| now| again| left| exactly)*\W*$",
    r"\b(?:when|by when|what day|which day|until when|till when)\b[^?.!\n]{0,20}\b(?:do|must|should|have|am) i\b[^?.!\n]{0,20}\b(?:answer|decide|reply|respond|sign|get back|let (?:them|her|him)|tell (?:them|her|him)|say yes|say no)\b[^?.!\n]{0,25}\W*$",
    r"\b(?:when|by when|what)(?:'?s| is| was| are) (?:the|my|their|her|his) (?:\w+ )?(?:deadline|answer due)\b[^?.!\n]{0,14}\W*$|\bwhen (?:does|do|is|will) (?:it|this|that|they|the offer|my offer)s? (?:\w+ )?(?:expires?|lapses?|runs? out|due)\b",
)
ROOM = lexicon.any_of(
    r"\b(?:is|are|isn'?t|aren'?t|would)\b[^?.!\n]{0,45}\bnegotiable\b|\bnegotiable\b[^.!\n]{0,12}\?",
    r"\bcan (?:i|you|one|we)(?: even| still| really)? (?:negotiate|haggle (?:over|about)|push(?: on| for)?|move|change) (?:on |over |about )?(?:that|this|it|the|their|my)\b",
    r"\b(?:any |is there |some |more )(?:\w+ )?(?:room|wiggle room|flex\w*|give|leeway) (?:on|in|for|with|to (?:move|negotiate))\b",
)
"""Asks whether a part of the offer can be moved."""
ROOM_TOPICS: Mapping[str, str] = {
    "room_base": "can base salary be negotiated?",
    "room_sign_on": "when should I ask for a sign-on bonus?",
    "room_equity": "can I ask for more equity or RSUs?",
    "room_bonus": "what hardly ever moves: the target bonus percentage and company-wide policy",
    "room_relocation": "what about relocation money?",
    "room_other": "which benefits can I negotiate?",
    "room_start": "how do I ask for a later start?",
    "room_remote": "how do I get remote work into the letter?",
}
"""What to look up for the part that is asked about."""
_OTHER_PARTS = {
    "room_start": re.compile(r"\bstart(?:ing)?(?: date| day)?\b", re.IGNORECASE),
    "room_remote": re.compile(r"\b(?:remote|home ?office|hybrid|wfh|days from home|office days)\b", re.IGNORECASE),
}

_SUBJECT = re.compile(
    r"(?:^|\b(?:is|are|isn'?t|aren'?t|would|if)\b)(?P<before>[^?.!,\n]{0,45}?)\bnegotiable\b"
    r"|\b(?:negotiate|haggle (?:over|about)|push(?: on| for)?|move|change)(?P<object> [^?.!,\n]*)"
    r"|\b(?:room|flex\w*|give|leeway) (?:on|in|for|with)(?P<behind> [^?.!,\n]*)",
    re.IGNORECASE,
)
"""What is asked about."""
_PHRASE_ENDS = re.compile(
    r" (?:at|from|with|in|for|if|since|because|before|after|or|and|to|when|while|by|even|still|really|usually|typically|normally|"
    r"ever|too|also|actually|generally|always|be|not|then|now|here|today|anymore|please|pls|as well)(?: .*)?$",
    re.IGNORECASE,
)
_WHOLE = frozenset(
    [
        "it",
        "that",
        "this",
        "these",
        "those",
        "they",
        "them",
        "all",
        "offer",
        "offers",
        "pay",
        "salary",
        "comp",
        "compensation",
        "package",
        "number",
        "numbers",
        "amount",
        "amounts",
        "figure",
        "money",
        "anything",
        "everything",
        "something",
        "things",
        "stuff",
        "part",
        "parts",
        "percent",
        "percentage",
        "target",
        "terms",
        "one",
        "job",
        "budget",
        "more",
        "offered",
        "assistance",
        "help",
        "payment",
        "work",
        "day",
        "days",
        "date",
    ]
)
"""What the last word of it may be besides the name of a part: the offer as a whole, or how much."""


def _is_of_pay(asked: str) -> bool:
    """Whether what is asked about is a part of the pay or the whole, and no other term such as a title or a clawback."""
    found = _SUBJECT.search(asked)
    subject = next((words for words in found.groups() if words is not None), "") if found else ""
    subject = _PHRASE_ENDS.sub("", f" {' '.join(subject.split())}").strip(" \"'")
    if not subject or subject.split()[-1].lower() in _WHOLE:
        return True
    return any(part.end() == len(subject) for part in LABEL.finditer(subject))


def asks_file(text: str) -> bool:
    """Whether a few words ask for nothing but what is on file.

    >>> asks_file("so what do i have now"), asks_file("whats on file"), asks_file("what do i have left after rent")
    (True, True, False)
    """
    folded = lexicon.fold(text)
    asks = _FILE.search(folded) or _HAVE.search(folded)
    return _is_short(text) and bool(asks) and not _THEIR_FILE.search(folded)


def asks_for_file(texts: Sequence[str], on_file: int) -> bool:
    """Whether the newest message asks for nothing but what is on file, and not what numbers told before come to.

    >>> (
    ...     asks_for_file(["i get 4000 net, rent 1500", "what do i have left"], 0),
    ...     asks_for_file(["hi", "what do i have"], 0),
    ... )
    (False, True)
    """
    if not asks_file(texts[-1]) or _FILE.search(lexicon.fold(texts[-1])):
        return asks_file(texts[-1])
    told = next((text for text in reversed(texts[:-1]) if read_amounts(text)), "")
    several = len(read_amounts(told)) > 1
    return not (several and (not on_file or _OWN_SUM.search(told)))


def asks_due(text: str) -> bool:
    """Whether a few words ask for nothing but by when the person has to answer.

    >>> asks_due("how long do i have to decide"), asks_due("how long should i take to decide")
    (True, False)
    """
    return _is_short(text) and bool(_DUE.search(lexicon.fold(text)))


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and not read_amounts(text)


def find_room(texts: Sequence[str]) -> str | None:
    """The part of the offer whose room is asked about, as a key of ROOM_TOPICS; the base for the whole of it.

    None where it is of another term, such as the title or a clawback, which is looked up as it is asked.

    >>> find_room(["150k base, 10k sign on", "is the sign on negotiable?"]), find_room(["150k base", "thanks"])
    ('room_sign_on', None)
    """
    asked = lexicon.fold(texts[-1])
    if not ROOM.search(asked):
        return None
    parts = [name for name, words in _OTHER_PARTS.items() if words.search(asked)]
    if not parts and not _is_of_pay(asked):
        return None
    parts += [name for label in LABEL.finditer(asked) if (name := f"room_{label.lastgroup}") in ROOM_TOPICS]
    told = [f"room_{lever.split('_')[0]}" for lever in read_lever_amounts(texts[-2])] if len(texts) > 1 else []
    named = parts or [{"room_sign": "room_sign_on", "room_target": "room_bonus"}.get(name, name) for name in told]
    return named[0] if parts or len(named) == 1 else "room_base"


def kind_by_case(texts: Sequence[str], on_file: int, told: Sequence[object]) -> Kind | None:
    """The kind of a question about what is on file, by when to answer or what has room; None for any other.

    Args:
        texts: what the person wrote, folded, oldest first.
        on_file: how many offers are on file.
        told: what the newest message states of an offer.
    """
    if told:
        return None
    if asks_for_file(texts, on_file):
        return "offer" if on_file else "clarify"
    if not on_file:
        return None
    if asks_due(texts[-1]):
        return "offer"
    return "advice" if find_room(texts) else None


def tell_room(room: str, offer: Mapping[str, Any], refused: Mapping[str, str]) -> str:
    """What is on file of the part that is asked about, and whether they refused to move it."""
    names = {"room_base": ("Base", "base"), "room_sign_on": ("Sign-on", "sign-on bonus"), "room_equity": ("Stock", "stock"),
             "room_bonus": ("Target bonus", "bonus"), "room_relocation": ("Relocation", "relocation")}  # fmt: skip
    head, term = names.get(room, ("", ""))
    stated = [line for line in describe_terms(Offer.model_validate(offer)) if head and line.startswith(head)]
    said = f"They refused it once: “{refused[term]}”. Ask again only with something new." if term in refused else ""
    return paragraphs(f"**On file:** {listed(stated)}." if stated else "", said).replace("\n\n", " ")


def tell_file(offers: Sequence[Mapping[str, Any]], open_ones: Sequence[Mapping[str, Any]]) -> str:
    """The terms of every offer that is still open, and the names of those that are out."""
    lines = [f"- **{item['name']}:** {'; '.join(_terms(item['offer']))}." for item in open_ones]
    out = [str(item["name"]) for item in offers if item not in open_ones]
    return paragraphs(
        "**On file:**" if lines else "No offer is open any more.",
        "\n".join(lines),
        f"**Out:** {listed(out)}." if out else "",
    )


def _terms(filed: Mapping[str, Any]) -> list[str]:
    """The terms of an offer in short lines: the post, the pay and the days."""
    offer = Offer.model_validate(filed)
    post = [words for words in (offer.title, offer.level, offer.location) if words]
    days = (("answer due", offer.deadline), ("start", offer.start_date))
    return [*post, *describe_terms(offer), *(f"{name} {words}" for name, words in days if words)] or ["no terms yet"]


def tell_due(open_ones: Sequence[Mapping[str, Any]], today: date | None) -> str:
    """By when each open offer has to be answered, and that no day was told where none was."""
    told = list(_dues(open_ones, today))
    if told:
        return paragraphs(
            *told, "If you need longer, ask before that day: say “ask for more time” and I will write it."
        )
    return (
        "You have told me no day by which they want your answer. Ask for one, so that nobody waits: “By when do you need "
        "my decision?” Until you know it, a few working days after the written offer are a usual time to take."
    )


def _dues(offers: Sequence[Mapping[str, Any]], today: date | None) -> Iterator[str]:
    for item in offers:
        words = item["offer"].get("deadline")
        if words:
            day = read_stated_day(words, today) if today else None
            left = (day - today).days if day and today else 0
            span = f", {left} day{'s' if left > 1 else ''} from today" if left > 0 else ""
            yield f"**{item['name']}:** your answer is due {words}{span}."
