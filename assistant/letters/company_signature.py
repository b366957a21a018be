"""Company signature: the employer as who signs a letter names it below the goodbye."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.letters.company_names import clean_name
from assistant.letters.company_patterns import LEGAL, NAME, ORGANISATION
from assistant.letters.mentions import Page
from assistant.letters.terms import Span

_SIGN_TITLE = re.compile(
    r"(?i)\b(?:recruit\w*|talent|people|hr|human resources|partner|manager|director|ceo|cto|cfo|vp|head"
    r"|founder|president|officer|lead)\b"
)
_LAST_LINES = 4
_GOODBYE = re.compile(
    r"(?i)[ \t]*(?:yours|regards|sincerely|best|thanks|thank you|cheers|warmly|kind|many thanks|respectfully|cordially"
    r"|all the best|with|mit|viele|liebe|beste|bien|cordialement|saludos|un saludo|atentamente|atenciosamente|abraços?"
    r"|groeten|met|med|hälsningar|hilsen|pozdrawiam|z poważaniem|cordiali)\b[^\n]*"
)
_PERSON_LINE = re.compile(r"[ \t]*(?:[-~*] ?|[^\W\d_]+, )?[^\W\d_][\w'.-]+(?: [^\W\d_][\w'.-]*){0,3}[ \t]*,?")
_FIRM_LINE = re.compile(rf"[ \t]*{NAME}(?P<place>, [A-Z][\w .]{{2,24}})?[ \t]*")
_NO_FIRM = re.compile(
    r"(?i)\b(?:team|office|branch|division|section|delegate|registrar|department|resources|operations|officer"
    r"|manager|director|partner|recruit\w*|talent|head|lead"
    r"|engineer\w*|president|founder|ceo|cto|coo|cfo|regards|sincerely|best|thanks|cheers|sent|iphone|mobile|phone"
    r"|signature|signed|accepted|date|name|candidate|employee|personal\w*|ressources|gente|gestão|salut\w*"
    r"|confidential)\b"
)


def read_signature(page: Page) -> tuple[str, Span] | None:
    """The firm a signature names: by its legal form, or after the post of who signs."""
    for start, end in page.signatures:
        offset = start
        for line in page.text[start:end].split("\n"):
            named = _from_signature_line(line, offset)
            if named:
                return named
            offset += len(line) + 1
    return None


def _from_signature_line(line: str, offset: int) -> tuple[str, Span] | None:
    # what has figures or an address in it is no name: "COO, Lumenpont SAS, 14 rue du Sentier"
    parts = [part for part in re.finditer(r"[^|,]+", line) if not re.search(r"\d|@", part.group())]
    if (legal := LEGAL.search(line)) and not re.search(r"\d|@", legal.group()):
        return clean_name(legal.group(), offset + legal.start())
    if len(parts) > 1 and any(_SIGN_TITLE.search(part.group()) for part in parts[:-1]):
        last = parts[-1]
        lead = len(last.group()) - len(last.group().lstrip())
        return clean_name(last.group().strip(), offset + last.start() + lead)
    return None


def read_signed_company(page: Page, after_department: re.Pattern[str]) -> tuple[str, Span] | None:
    """The line below a department name in a signature ("Human Resources", then the firm)."""
    for start, end in page.signatures:
        match = after_department.search(page.text, start, end)
        if match:
            line = re.compile(rf"[ \t]*{NAME}[ \t]*$", re.MULTILINE).match(page.text, match.end())
            if line:
                return clean_name(line["name"], line.start("name"))
    return None


def read_signed_line(page: Page) -> tuple[str, Span] | None:
    """The line below the name of who signs, at the end of the text: "Olu", then "Westmount Gaming, Montreal"."""
    lines = [m for m in re.finditer(r"[^\n]+", page.text) if m.group().strip()][-_LAST_LINES:]
    for above, line in pairwise(lines):
        firm = _FIRM_LINE.fullmatch(line.group())
        if (
            firm is None
            or _GOODBYE.fullmatch(above.group())
            or not _PERSON_LINE.fullmatch(above.group())
            or _NO_FIRM.search(line.group())
        ):
            continue
        name = firm["name"]
        person = len(name.split()) in (2, 3) and not ORGANISATION.search(name) and not LEGAL.search(name)
        if person and line.end() < len(page.text.rstrip()):
            continue
        last_of_all = not page.text[line.end() :].strip() and len(above.group().split()) > 1
        if len(name.split()) > 1 or ORGANISATION.search(name) or firm["place"] or last_of_all:
            return clean_name(name, line.start() + firm.start("name"))
    return None
