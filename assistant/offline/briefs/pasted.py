"""Pasted: a mail of theirs inside a message: where it stands, whom it greets and who signed it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain.lazy_pattern import lazy

_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’.-]+(?: [A-ZÀ-ÖØ-Þ][\w'’.-]+){0,2})"
_GREETING = lazy(
    rf"(?:^|(?<=[\"“”'\n:]))[ \t\"“>]*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hola|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|olá|oi|ciao)[ ,]+(?P<name>(?:(?:mr|ms|mrs|dr|prof|frau|herr|sra?|señora?)\.? )?{_NAME})(?: there)?\s*[,!.:;–—-]",
    re.IGNORECASE,
)
_SIGNED = lazy(
    rf"(?:^|[\n.!?,])[ \t>]*(?:(?:all the |with |kind |best |warm |many )?(?:best|regards|thanks|thank you|cheers|warmly|sincerely(?: yours)?|yours(?: truly)?|wishes|talk soon|saludos|grüße|viele grüße|lg|mfg|cordialement|abraços?|un saludo)[,.!]?\s*\n?[ \t]*|[—–~-]{{1,2}}[ \t]?)(?P<name>{_NAME})[ \t]*(?=[\"”']|\n|$|[,(|])",
    re.IGNORECASE,
)
_FROM = lazy(
    rf"(?:^|(?<=[\n\"“]))[ \t>]*from ?: ?(?P<name>{_NAME})(?P<by_mail>[^\n]*@|[^\n]*\n[ \t>]*(?:subject|sent|date|to|cc) ?:[^\n]*\n)?",
    re.IGNORECASE,
)
"""The head of a mail."""
_NAME_LAST = lazy(rf"[.!?]\s+(?P<name>{_NAME})\s*$")
"""A name alone behind the last sentence."""
_CLOSING = {"'": "'", "‘": "’", '"': '"', "“": '[”"]'}
_MINE = lazy(
    r"\b(?:rewrite|re-write|reword|rephrase|polish|proofread|my (?:draft|letter|mail|e-?mail|message|note|text|version|reply)|i (?:wrote|drafted|typed)|is (?:this|it) (?:ok|okay|good|fine|too)|make (?:this|it)|fix (?:this|it)|improve|so (?:i|it) (?:sound|don'?t)|cut (?:this|it)|shorten)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pasted:
    """A mail from the company: `text[start:end]`; `greeted` is the person, `signed` who wrote it, either may be empty."""

    start: int
    end: int
    greeted: str
    signed: str


def find_received(text: str) -> Pasted | None:
    r"""The mail of theirs a message quotes; None where there is none, or where the mail is the person's own draft.

    >>> found = find_received("Hi Wes,\nIt is hybrid.\nBest,\nCaitlin\n\nanswer this")
    >>> (found.greeted, found.signed)
    ('Wes', 'Caitlin')
    """
    greeting = _GREETING.search(text)
    if greeting is None:
        return None
    close = _closing_quote(text, greeting)
    signed = next((match for match in _SIGNED.finditer(text, greeting.end(), close or len(text))), None)
    signed = signed or (_NAME_LAST.search(text, greeting.end(), close) if close else None)
    named = signed["name"] if signed else find_writer(text[: greeting.start()], greeting["name"])
    end = close or (signed.end() if signed else _end_of_paragraphs(text, greeting.end()))
    around = f"{text[: greeting.start()]}\n{text[end:]}"
    if _MINE.search(around) or not re.search(r"\w{2,}", around):
        return None
    return Pasted(greeting.start(), end, greeting["name"], named)


_THEIRS = lazy(
    r"\b(?:unfortunately|pleased to|delighted to|happy to (?:offer|inform|confirm)|we(?:'d| would)? (?:hope|look forward)|join(?:ing)? (?:us|the team|our)|our (?:team|budget|range|band|offer|policy|company)|we (?:are|'re) (?:not )?(?:able|unable)|we (?:can|cannot|can't|have|offer))\b",
    re.IGNORECASE,
)
_OWN_WISH = lazy(
    r"\b(?:i(?:'d| would) (?:like|love|hope|appreciate)|could (?:we|you)|would you|i (?:ask|want|was hoping|am hoping|hope)|your offer|thank you for the offer)\b",
    re.IGNORECASE,
)


def is_only_received(text: str) -> bool:
    """Whether a message is a mail of theirs and nothing else.

    >>> is_only_received("Hi Joan, unfortunately our budget is fixed at 67k. Best, Theo")
    True
    >>> is_only_received("Hi Theo, could we move to 70k? Best, Joan")
    False
    """
    greets = _GREETING.match(text.strip())
    return bool(greets and _THEIRS.search(text)) and not (_OWN_WISH.search(text) or _MINE.search(text))


def find_writer(head: str, greeted: str = "") -> str:
    r"""Who wrote a mail, by what stands above it; empty where nobody does, or it is the one it greets.

    >>> find_writer("From: Nadia Costa\n", "Leo"), find_writer("From: Leo\n", "Leo")
    ('Nadia Costa', '')
    """
    found = _FROM.search(head)
    if found is None or found["name"].split()[0] == greeted.split(" ", maxsplit=1)[0]:
        return ""
    return found["name"] if greeted or (found["by_mail"] and not re.search(r"\n[ \t>]*to ?:", found["by_mail"])) else ""


def _closing_quote(text: str, greeting: re.Match[str]) -> int:
    """Where the quotation ends that a mail opens; 0 where it opens none."""
    mark = text[max(0, greeting.start() - 1) : greeting.start()] or greeting.group()[:1]
    closing = _CLOSING.get(mark)
    close = re.search(rf"{closing}(?!\w)", text[greeting.end() :]) if closing else None
    return greeting.end() + close.start() if close else 0


def _end_of_paragraphs(text: str, start: int) -> int:
    """Where the mail stops without a signature: its closing quotation mark, else the last blank line."""
    if close := re.search(r"[\"”]", text[start:]):
        return start + close.start()
    blank = text.rfind("\n\n", start)
    return blank if blank > start else len(text)
