"""Message: what a person sends, joined with the text of the letters that came with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.domain.attachment import Attachment
from assistant.domain.offer import OfferDraft
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.letters.text import LetterText

MOST_CHARACTERS = 1_000_000
LONGEST_NOTE = 1200
"""Characters up to which a message is the person's own word for what the offer says; a longer one is a letter."""


class Message(NamedTuple):
    """The words of a message with its letters, and what was noticed while the letters were read."""

    words: str
    notes: tuple[str, ...] = ()


def read_message_with(text: str, attachments: Sequence[Attachment]) -> Message:
    """The message with the text of its letters behind it.

    Raises:
        InputError: all is empty or too long together, or a letter cannot be read.
    """
    letters = [(item.name, _read_letter(item)) for item in attachments]
    parts = [text.strip(), *(f"[{' '.join(name.split())}]\n{letter.text.strip()}" for name, letter in letters)]
    notes = tuple(f"{name}: {warning}" for name, letter in letters for warning in letter.warnings)
    return Message(check_message("\n\n".join(parts)), notes)


def _read_letter(item: Attachment) -> LetterText:
    from assistant.letters.text import read_document

    try:
        return read_document(item.data, item.name)
    except InputError as error:
        raise InputError(error.field, f'"{" ".join(item.name.split())}" {error.message}') from error


def check_message(text: str) -> str:
    """The text without what no store or chat model takes: NUL bytes and halves of characters.

    Raises:
        InputError: nothing is left, or it is too long.
    """
    cleaned = text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()
    if not cleaned:
        raise InputError("text", "is empty; paste your offer, ask a question, or tell what the recruiter said")
    if len(cleaned) > MOST_CHARACTERS:
        size = f"has {len(cleaned):,} characters, at most {MOST_CHARACTERS:,} can be read"
        raise InputError("text", f"{size}; paste the offer part only")
    return cleaned


def read_offers(text: str) -> Sequence[OfferDraft]:
    """The offers a note or a letter states."""
    from assistant.letters.parse import parse_offers
    from assistant.letters.told import parse_told

    return parse_told(text) if len(text) <= LONGEST_NOTE else parse_offers(text)
