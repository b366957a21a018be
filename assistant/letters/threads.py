"""Threads: the messages of a pasted mail, newest first, each with its signature apart."""

from __future__ import annotations

import re
from itertools import islice

from assistant.domain.amounts import STRUCK
from assistant.letters.rounds import split_rounds
from assistant.letters.terms import Span

MOST_MESSAGES = 8
MOST_SIGNATURES = 50
_EARLIER_BEGINS = re.compile(
    r"^[ \t]*(?:on [^\n]{4,160}(?:\n[^\n]{0,80})?wrote:|-{2,} ?original message ?-{2,}"
    r"|-{2,} ?forwarded message ?-{2,}"
    r"|-{2,} ?(?:attachment|attached|anlage|pièce jointe)\b[^\n]{0,60}-{2,}"
    r"|(?<=\n)(?:from|von|de|da|van|från|fra|od): [^\n]{2,60}?[ |]+(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|skickat|sendt|verzonden"
    r"|wysłano) ?: [^\n]*"
    r"|-{2,} ?(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day[^\n-]{0,30}-{2,}|-{2,} ?(?:earlier|previous|first)[^\n-]{0,30}-{2,}"
    r"|begin forwarded message:|_{8,}(?=\s*\nfrom:)|(?<=\n)(?:from|von|de|da|van|från|fra|od): [^\n]+\n(?:sent|date|to|cc|subj(?:ect)?|gesendet"
    r"|datum|an|betreff|envoyé|à|objet|enviado|fecha|para|asunto|assunto|data|inviato|a|oggetto|skickat|till|ämne|sendt|til|emne|verzonden"
    r"|aan|onderwerp|wysłano|do|temat) ?: |-{2,} ?(?:ursprüngliche nachricht|message d'origine|mensaje original|mensagem original"
    r"|messaggio originale|ursprungligt meddelande|opprinnelig melding|oorspronkelijk bericht|weitergeleitete nachricht) ?-{2,}"
    r"|(?P<told>(?:am|le|el|em|il|op|den|w dniu) [^\n]{4,120}(?:\n[^\n]{0,80})?(?:schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał\w?)"
    r"[^\n:]{0,60}:))",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^[ \t]*((?:>[ \t]?)+)[^\n]*$", re.MULTILINE)
_GOODBYE = re.compile(
    r"^[ \t]*(?:--|(?:with )?(?:best|kind|warm|warmest|many thanks|kindest|sincere)?,? ?(?:regards|wishes)"
    r"|best|sincerely(?: yours)?"
    r"|yours (?:sincerely|truly|faithfully)|thanks(?: again)?|thank you|many thanks|cheers|all the best"
    r"|respectfully|warmly)[,.!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*\n?")
_POSTSCRIPT = re.compile(r"^[ \t]*p\.?s\.?[:.,]? ", re.IGNORECASE)
_HEADER = re.compile(
    r"^(?:subject|subj|re|fwd?|from|to|date|betreff|von|objet|asunto|assunto|oggetto)\b[^:\n]{0,12}: \S", re.IGNORECASE
)
"""A line that begins a message: what stands below is no signature."""
_LONGEST_SIGNATURE = 9


def strike(text: str, places: list[Span]) -> str:
    """The text with these places made unreadable; positions stay."""
    parts, at = [], 0
    for start, end in sorted(places):
        if end <= at:
            continue
        parts.append(text[at : max(at, start)])
        parts.append(re.sub(r"[^\n]", STRUCK, text[max(at, start) : end]))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def split_messages(text: str) -> list[list[Span]]:
    """The messages of a thread, newest first, each as the places it stands at."""
    levels: dict[int, list[Span]] = {}
    begins = list(_EARLIER_BEGINS.finditer(text))[: MOST_MESSAGES - 1]
    if not begins and ">" not in text:
        return split_rounds(text) or [[(0, len(text))]]
    starts = [0, *(match.end() for match in begins)]
    ends = [*(match.start("told") if match["told"] else match.end() for match in begins), len(text)]
    for layer, (start, end) in enumerate(zip(starts, ends, strict=True)):
        _split_quotes(text, start, end, layer, levels)
    return [levels[level] for level in sorted(levels) if _says_something(text, levels[level])]


def _split_quotes(text: str, start: int, end: int, layer: int, levels: dict[int, list[Span]]) -> None:
    at = start
    # words below the quoted lines of an earlier message answer it
    answer = max(0, layer - 1) if _QUOTED.search(text, start, end) else layer
    for match in _QUOTED.finditer(text, start, end):
        if match.start() > at:
            levels.setdefault(answer, []).append((at, match.start()))
        depth = min(match.group(1).count(">"), MOST_MESSAGES)
        levels.setdefault(max(layer, depth), []).append((match.end(1), match.end()))
        at = match.end()
    if at < end:
        levels.setdefault(answer, []).append((at, end))


def _says_something(text: str, places: list[Span]) -> bool:
    return any(text[start:end].strip() for start, end in places)


def find_signatures(text: str) -> list[Span]:
    """Where names, titles, addresses and phone numbers stand below a goodbye."""
    found = []
    for match in islice(_GOODBYE.finditer(text), MOST_SIGNATURES):
        end = match.end()
        for line in _signature_lines(text, match.end() + 1):
            end = line.end()
        if end > match.end():
            found.append((match.end(), end))
    return found


def _signature_lines(text: str, start: int) -> list[re.Match[str]]:
    lines: list[re.Match[str]] = []
    blanks = 0
    for line in _LINE.finditer(text, start):
        words = line.group().strip()
        blanks = blanks + 1 if not words else 0
        ends = len(lines) >= _LONGEST_SIGNATURE or len(words) > 110 or (blanks > 1 and len(lines) > 2)
        if ends or not line.group() or _POSTSCRIPT.match(words) or _HEADER.match(words):
            break
        lines.append(line)
    return lines
