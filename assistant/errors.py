"""The errors Parley raises on purpose; each message is a sentence a person can act on.

ParleyError
├── InputError            a value the person (or the chat model) gave cannot be used; names the field
│   └── CurrencyMismatch  amounts of two currencies were combined without a rate
├── KnowledgeError        a file of the built-in library is wrong; names the file
├── IndexUnavailable      the search index can be neither opened nor rebuilt
├── StoreUnavailable      cases can be neither read nor written
│   └── CaseBusy          another window or process is writing this case
├── LimitReached          a person sent more than a shared server takes
├── TurnStopped           the person stopped the answer; the message is kept
└── ChatModelUnavailable  the chosen chat model cannot answer; the embedded coach still can
"""

from __future__ import annotations


class ParleyError(Exception):
    """Base of every error with a message written for the person."""


class InputError(ParleyError):
    """A field holds a value that cannot be used.

    Args:
        field: name of the field as the person or the tool schema knows it.
        message: what is wrong and how to fix it.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class CurrencyMismatch(InputError):
    """Two amounts of different currencies met without an exchange rate."""


class KnowledgeError(ParleyError):
    """A document, source or table of the library does not follow its format."""


class IndexUnavailable(ParleyError):
    """The search index can be neither opened nor rebuilt."""


class StoreUnavailable(ParleyError):
    """The store of cases and conversations cannot be read or written."""


class CaseBusy(StoreUnavailable):
    """Another window or process is in the middle of a turn of the same case."""


class LimitReached(ParleyError):
    """A person sent more, or larger, than a shared server takes from one."""


class TurnStopped(ParleyError):
    """The person stopped a turn before it was answered."""


class ChatModelUnavailable(ParleyError):
    """The chosen chat model did not give a usable answer."""
