"""Message: a filled template cut to the channel and to the length that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.abbreviations import NOT_BEHIND_A_TITLE
from assistant.offline.briefs.style import SHORT_WORDS, Channel, Limit

SPARE = "~~"
"""Opens a line that only a full-length e-mail has."""
ROOMY_WORDS = 110
"""Words from which a limit leaves room for every line."""
OPTIONAL = "~"
"""Opens a line that a short message goes without."""
CHANNEL_NAMES: dict[Channel, str] = {
    "email": "E-mail",
    "call": "Phone",
    "chat": "Chat message",
    "packet": "To forward",
}
_CLOSINGS = (
    r"(?:(?:Best|Warm|Kind) regards|Mit freundlichen Grüßen|Viele Grüße|Un cordial saludo|Un saludo|Cordialement|Bien à vous|"
    r"Atenciosamente|Um abraço|Dhanyavaad),?"
)
_HEADS = r"(?:Subject:|Betreff:|Asunto:|Objet :|Assunto:|Hi\b|Hello\b|Dear\b|Sehr geehrte|Guten Tag|Hallo\b|Estimad|Buen(?:os|as)\b|Hola\b|Bonjour\b|Madame|Prezad|Olá\b|Namaste\b)"
_FURNITURE = re.compile(rf"^(?:{_HEADS}|{_CLOSINGS}|Thank you,?$)")
_CLOSING = re.compile(rf"^{_CLOSINGS}$")
_SENTENCE = re.compile(NOT_BEHIND_A_TITLE + r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ¿¡\"“])")


_GENERAL = re.compile(
    r"I (?:would|am) (?:like|love|really|happy)\b|Happy to talk|That is the package|Thank you so much"
)
"""What a message can go without first: it says nothing of this person's own."""


def fit_message(filled: str, channel: Channel, limit: Limit | None) -> str:
    """The template's text without the lines the channel and the limit have no room for."""
    roomy = limit is not None and limit.words is not None and limit.words >= ROOMY_WORDS
    brief = (limit is not None and not roomy) or channel == "chat"
    lines = [line for line in (_choose(raw, channel, brief=brief) for raw in filled.splitlines()) if line is not None]
    text = _join_lines(lines)
    if limit is not None and limit.bullets is not None:
        return _first_bullets(text, limit.bullets)
    if limit is not None and limit.sentences is not None:
        return _cut(text, limit.sentences)
    counted = limit is not None and limit.words is not None and limit.words != SHORT_WORDS
    if counted and limit is not None and limit.words is not None and len(text.split()) > limit.words:
        text = _cut_to_words(text, limit.words)
    return _chatty(text) if channel == "chat" else text


def _cut_to_words(text: str, words: int) -> str:
    """The text with as many sentences as so many words have room for, two at least."""
    for sentences in range(12, 1, -1):
        shorter = _cut(text, sentences)
        if len(shorter.split()) <= words:
            return shorter
    return _cut(text, 2)


def _first_bullets(text: str, most: int) -> str:
    """The text with at most so many list items, the first ones; what stands around them stays."""
    count = 0
    lines = []
    for line in text.splitlines():
        count += line.startswith("- ")
        if not line.startswith("- ") or count <= most:
            lines.append(line)
    return "\n".join(lines)


def _join_lines(lines: list[str]) -> str:
    """Paragraphs of running text; list items, the subject, greeting and closing keep lines of their own."""
    paragraphs: list[str] = []
    running = False
    for line in lines:
        last = paragraphs[-1] if paragraphs else ""
        alone = line.startswith(("- ", "(")) or bool(_FURNITURE.match(line) or _CLOSING.match(line))
        in_list = line.startswith("- ") and last.splitlines()[-1:] != [] and last.splitlines()[-1].startswith("- ")
        if not line:
            running = False
            continue
        if running and not alone:
            paragraphs[-1] += f" {line}"
        elif in_list or _CLOSING.match(last):
            paragraphs[-1] += f"\n{line}"
        else:
            paragraphs.append(line)
        running = not alone
    return "\n\n".join(paragraphs)


def _choose(raw: str, channel: Channel, *, brief: bool) -> str | None:
    line = raw.strip()
    if line.startswith(SPARE):
        return line.removeprefix(SPARE).strip() if channel == "email" and not brief else None
    if line.startswith(OPTIONAL):
        return None if brief else line.removeprefix(OPTIONAL).strip()
    return line


def _cut(text: str, sentences: int) -> str:
    """The text with at most so many sentences, greeting and closing not counted: first and last ones give way last."""
    lines = text.splitlines()
    notes = [line for line in lines if line.startswith("(")]
    lines = [line for line in lines if not line.startswith("(")]
    head = [line for line in lines[:4] if re.match(_HEADS, line) and not _opens_a_paragraph(line)]
    body = " ".join(_as_sentence(line) for line in lines if line and line not in head and not _CLOSING.match(line))
    parts = _SENTENCE.split(body)
    if len(parts) <= sentences and not notes:
        return text
    if len(parts) > sentences:
        asks = [
            part
            for part in parts
            if "?" in part or re.search(r"\b(?:would like to ask|I (?:would )?need|I ask)\b", part)
        ]
        kept = asks[:sentences]
        for part in sorted(parts, key=lambda item: (bool(_GENERAL.match(item)), not re.search(r"\d", item))):
            if len(kept) >= sentences:
                break
            if part not in kept:
                kept.append(part)
        parts = [part for part in parts if part in kept]
    last = text.splitlines()[-2:]
    closing = ["\n".join(last[number:]) for number, line in enumerate(last) if _CLOSING.match(line)][:1]
    told = [f"{_SENTENCE.split(note)[0].rstrip(')')})" for note in notes]
    return "\n\n".join([*head, " ".join(parts), *closing, *told])


def _as_sentence(line: str) -> str:
    plain = line.lstrip("- ")
    return plain if not line.startswith("- ") or plain.endswith((".", "?", "!")) else f"{plain}."


def _opens_a_paragraph(line: str) -> bool:
    """Whether a greeting has running text behind it on the same line."""
    greets = line.startswith(("Hi ", "Hello ")) and line.endswith(", thank you for taking the time.")
    return (
        not greets
        and len(line.split()) > 7
        and not line.startswith(("Subject:", "Betreff:", "Asunto:", "Objet :", "Assunto:"))
    )


def _chatty(text: str) -> str:
    """Paragraphs of a chat message run together, lists kept."""
    parts = re.split(r"\n\n(?!-)", text)
    made = parts[0] if parts else ""
    for part in parts[1:]:
        listed = made.rsplit("\n", 1)[-1].startswith("- ") or made.endswith(":")
        made += f"\n\n{part}" if listed else f" {part}"
    return made


def fence(text: str) -> str:
    """The message as a block that is copied as it stands."""
    return f"```text\n{text}\n```"


def label(blocks: list[tuple[str, str]]) -> Iterator[str]:
    """The blocks, each under its name where there are several."""
    for name, text in blocks:
        yield f"**{name}**\n\n{fence(text)}" if len(blocks) > 1 else fence(text)
