"""Message layout: a message put together again from its sentences, its greeting, paragraphs and sign-off kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.checks.draft_lines import GREETING, Part

_HEADER = re.compile(
    r"(?:to|re|cc|from|date|subject|betreff|asunto|objet|assunto):|(?-i:[A-Z][a-z]+)\.$(?<!anks\.)(?<!oted\.)",
    re.IGNORECASE,
)
_GONE = "\0"
_SIGN_OFF = re.compile(
    r"(?:(?:all the )?best(?: regards| wishes)?|(?:with )?(?:kind|warm|many) (?:regards|wishes)|regards|thanks|thank you"
    r"|cheers|sincerely|yours|mit freundlichen|viele|liebe grüße|lg|vg|mfg|un saludo|saludos|cordialement|bien à vous"
    r"|abraços?|atenciosamente|merci|gracias|danke|obrigad[oa]|grazie|bedankt|groet\w*|met vriendelijke|cordiali saluti|hilsen|saygılarımla)\b[^?!]{0,60}$",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(r"(?:(?:Dr|Mr|Ms)\. )?(?:[A-ZÀ-Ý][\w.'’-]*\s?){1,4}$")
_COMMON_START = re.compile(r"(?:Could|Would|Can|The|Thank|Thanks|What|My|If|Is|This|It|Given|Based|Since|As)\b")
_LONGEST_SIGN_OFF = 80


def starts_small(text: str) -> bool:
    """Whether the person begins their sentences with small letters."""
    starts = re.findall(r"(?:^|[.!?]\s+|\n)([^\W\d_])", text)
    return bool(starts) and sum(letter.islower() for letter in starts) * 2 > len(starts)


def in_voice(line: str, small: bool) -> str:
    """An added sentence with a small first letter where the person writes so."""
    return line[:1].lower() + line[1:] if small and not line.startswith("I ") else line


def join_lines(*lines: str) -> str:
    """The lines that hold something, as one text."""
    return " ".join(line for line in lines if line)


def find_closing(parts: Sequence[Part]) -> int:
    """The number of the part the sign-off begins with, `len(parts)` without one."""
    place = len(parts)
    while place > 1:
        text = parts[place - 1].text
        if len(text) > _LONGEST_SIGN_OFF or not (_SIGN_OFF.match(text) or _NAME_ONLY.match(text)):
            break
        place -= 1
    return place


def write_message(
    text: str, parts: Sequence[Part], lines: Mapping[int, str], opening: str = "", ending: Sequence[str] = ()
) -> str:
    """The text with each sentence replaced by its line, an opening after the greeting, an ending before the sign-off.

    Args:
        text: the message as it was.
        parts: its sentences.
        lines: what takes the place of each, by its start; "" takes it out.
        opening: a sentence for the beginning, if any.
        ending: sentences for the end, if any.
    """
    pieces, at, small = [], 0, starts_small(text)
    closing = find_closing(parts)
    greeted = bool(parts) and bool(GREETING.fullmatch(parts[0].text))
    heads = 1 if greeted else next((n for n, part in enumerate(parts) if not _HEADER.match(part.text)), 0)
    first = heads if heads < len(parts) else 0
    for number, part in enumerate(parts):
        gap, line = text[at : part.start], lines[part.start]
        at = part.end
        if opening and greeted and number == 0 and line[-1:].isalnum():
            line += ","
        if opening and number == first:
            follows = greeted and parts[0].text[-1:] not in "!:.-–—"
            line = join_lines(in_voice(opening, small or follows), in_voice(line, True) if small else _capital(line))
        if ending and number == closing:
            pieces.append(("\n" if "\n" in gap else " ") + " ".join(ending))
        pieces += [gap, _end(line) if ending and number == closing - 1 else line or _GONE]
    if ending and closing == len(parts):
        pieces.append(" " + " ".join(ending))
    return _tidy("".join([*pieces, text[at:]]))


def _end(line: str) -> str:
    """A line with a mark at its end, so that a sentence can follow."""
    return line + "." * (line[-1:].isalnum()) or _GONE


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _tidy(text: str) -> str:
    """The text without the gaps that sentences left; a line that lost all its words is gone."""
    lines = [line for line in text.split("\n") if line.strip(_GONE + " \t") or _GONE not in line]
    closed = [re.sub(rf"[ \t]*{_GONE}[ \t]*", " ", line).strip() if _GONE in line else line for line in lines]
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<=\S)[ \t]{2,}", " ", "\n".join(closed))).strip()
    greeting = GREETING.match(text)
    if not greeting or not greeting.group().endswith(", "):
        return text
    rest = text[greeting.end() :]
    return greeting.group() + (rest[:1].lower() + rest[1:] if _COMMON_START.match(rest) else rest)
