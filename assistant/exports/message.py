"""A message ready to send: as a Word document, as Markdown, and as a link that opens the mail program."""

from __future__ import annotations

from urllib.parse import quote

from assistant.errors import InputError
from assistant.exports.document import render_plain_docx

LONGEST_LINK = 2000
"""Characters of an address that every mail program and browser takes; some cut a longer one."""


def split_subject(text: str, subject: str = "") -> tuple[str, str]:
    r"""Subject and body of a message; `subject` where it does not open with a line that names one.

    >>> split_subject("Subject: My offer\n\nHi Dana")
    ('My offer', 'Hi Dana')
    """
    first, _, rest = text.strip().partition("\n")
    name, colon, words = first.partition(":")
    if colon and name.strip().casefold() == "subject" and rest.strip():
        return words.strip() or subject, rest.strip()
    return subject, text.strip()


def render_message_docx(subject: str, body: str) -> bytes:
    """The message as a Word document: the subject on a line of its own, then the words as they stand."""
    return render_plain_docx(f"{_one_line(subject)}\n\n{body}", _one_line(subject))


def render_message_markdown(subject: str, body: str) -> str:
    r"""The message as Markdown: the subject as its heading, the lines of the body kept.

    >>> render_message_markdown("My offer", "Hi Dana,\nthank you.")
    '# My offer\n\nHi Dana,\\\nthank you.\n'
    """
    paragraphs = body.replace("\r\n", "\n").strip().split("\n\n")
    lines = ("\\\n".join(line.rstrip() for line in paragraph.strip("\n").split("\n")) for paragraph in paragraphs)
    return f"# {_one_line(subject)}\n\n" + "\n\n".join(lines) + "\n"


def build_mail_link(subject: str, body: str, to: str = "") -> str:
    r"""The `mailto:` address of the message (RFC 6068); a click opens it in the person's own mail program.

    Args:
        subject: one line.
        body: the words; line breaks become %0D%0A as the standard wants.
        to: the address it goes to, or nothing yet.

    Raises:
        InputError: the link would be longer than mail programs take.

    >>> build_mail_link("Offer & terms", "Hi,\n100%?")
    'mailto:?subject=Offer%20%26%20terms&body=Hi%2C%0D%0A100%25%3F'
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").strip().replace("\n", "\r\n")
    fields = f"subject={_encode(_one_line(subject))}&body={_encode(lines)}"
    link = f"mailto:{quote(to.strip(), safe='@')}?{fields}"
    if len(link) > LONGEST_LINK:
        raise InputError("body", f"is too long for a mail link (at most {LONGEST_LINK:,} characters): copy it instead")
    return link


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _encode(text: str) -> str:
    return quote(text.encode("utf-8", "ignore"), safe="")
