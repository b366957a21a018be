"""Message: a filled template cut to the channel and to the length that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.offline.briefs.style import Channel, Limit

SPARE = "~~"
"""Opens a line that only a full-length e-mail has."""
OPTIONAL = "~"
"""Opens a line that a short message goes without."""
CHANNEL_NAMES: dict[Channel, str] = {
    "email": "E-mail",
    "call": "Phone",
    "chat": "Chat message",
    "packet": "To forward",
}
_FURNITURE = re.compile(r"^(?:Subject:|Hi\b|Hello\b|Dear\b|Best regards|Warm regards|Kind regards|Thank you,?$)")
_CLOSING = re.compile(r"^(?:Best|Warm|Kind) regards,?$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


def fit_message(filled: str, channel: Channel, limit: Limit | None) -> str:
    """The template's text without the lines the channel and the limit have no room for."""
    brief = limit is not None or channel == "chat"
    lines = [line for line in (_choose(raw, channel, brief=brief) for raw in filled.splitlines()) if line is not None]
    text = _join_lines(lines)
    if limit is not None and limit.sentences is not None:
        return _cut(text, limit.sentences)
    return _chatty(text) if channel == "chat" else text


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
    head = [line for line in text.splitlines() if line.startswith(("Subject:", "Hi", "Hello", "Dear"))]
    body = " ".join(line.lstrip("- ") for line in text.splitlines() if line and not _FURNITURE.match(line))
    parts = _SENTENCE.split(body)
    if len(parts) > sentences:
        asks = [part for part in parts if "?" in part or re.search(r"\b(?:would like to ask|I need|I ask)\b", part)]
        kept = asks[:sentences]
        for part in sorted(parts, key=lambda item: not re.search(r"\d", item)):
            if len(kept) >= sentences:
                break
            if part not in kept:
                kept.append(part)
        parts = [part for part in parts if part in kept]
    closing = [line for line in text.splitlines()[-2:] if re.match(r"^(?:Best|Warm|Kind) regards", line)]
    return "\n\n".join([*head, " ".join(parts), *closing]) if head else " ".join(parts)


def _chatty(text: str) -> str:
    """Paragraphs of a chat message run together, lists kept."""
    return re.sub(r"(?<![\n:])\n\n(?!-)", " ", text)


def fence(text: str) -> str:
    """The message as a block that is copied as it stands."""
    return f"```text\n{text}\n```"


def label(blocks: list[tuple[str, str]]) -> Iterator[str]:
    """The blocks, each under its name where there are several."""
    for name, text in blocks:
        yield f"**{name}**\n\n{fence(text)}" if len(blocks) > 1 else fence(text)
