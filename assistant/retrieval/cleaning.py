"""Cleaning: a page's text without its adverts and navigation, its tables whole, its date found.

Only lines that stand by themselves are judged, and what was left out is handed back to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

MOST_WORDS_OF_ADVERT = 30
MOST_WORDS_OF_A_LINK = 12
"""Words beside a shop's address that are an advert for it where they are no whole sentence."""
LEAST_ROWS = 3

_ADVERT = re.compile(
    r"cash ?back|refer (?:&|and) earn|refer a friend|promo code|discount code|coupon|newsletter|\bfree trial\b"
    r"|\bsubscribe (?:to|now|for|today|here)\b|\bsign up\b.*\b(?:free|now|today|here)\b|join our (?:community|waitlist)"
    r"|follow (?:us|me) on|follow .{3,40} for more|click here|leave a comment|was this helpful"
    r"|share (?:this (?:article|post|page|story|guide)|on (?:facebook|twitter|x|linkedin|whatsapp))\b"
    r"|^\W*(?:read|learn) more\b.{0,40}$|^\W*(?:sponsored|advertisement)\W*$|sponsored (?:content|post)"
    r"|affiliate (?:link|disclosure|commission)|book a (?:free |strategy )+(?:call|session)|book a demo"
    r"|browse the \w+|want to practi[sc]e|get started (?:free|today|now)"
    r"|(?:make|take) .{0,40}\bwith (?:insights|help|tools) from\b"
    r"|(?:the|our|my) (?:[\w'-]+ ){0,5}(?:playbook|course|e-?book|workbook|bootcamp|masterclass|toolkit)"
    r" (?:covers?|includes?|teaches|walks|has|shows)"
    r"|^\W*(?:sponsored|advertisement|promoted|paid partnership)\b(?:\W*:|\W+[-—–]\s)(?!.*\b(?:visa|h-?1b|permit)s?\b)"
    r"|\b(?:article|blog post|page|episode|video|newsletter) is (?:sponsored|brought to you) by\b"
    r"|\bas an amazon associate\b|qualifying purchases|\bearn (?:a|some) (?:small )?commission (?:if|when) you\b"
    r"|\buse (?:the |my |our )?(?:promo )?code \w*\d\w*|\d+ ?% off (?:your|our|my|all|any|the (?:full|regular|list))\b"
    r"|^\W*(?:buy|shop|order|enrol+|register|download|subscribe|join|start|apply) (?:it )?now\b[^.?]{0,40}$"
    r"|\b(?:download|grab) (?:our|my) free\b|\bwe (?:and our partners )?use cookies\b"
    r"|^\W*(?:photo|image)s? (?:by|credits?)\b|\bfollow [A-Z]?\w+ on (?:linkedin|twitter|x|instagram|youtube)\b"
    r"|^\W*share\W+(?:facebook|twitter|linkedin|whatsapp|e-?mail)\b|^\W*tags:\s",
    re.IGNORECASE,
)
_LINK = r"\[[^\]]*\]\([^)]*\)"
_BREADCRUMBS = re.compile(
    rf"^\W*{_LINK}(?:[\s|·•*»›>/-]+{_LINK})+\W*$"
    r"|^\W*home(?:\s*[»›>/|]\s*[\w' -]{2,30}){1,5}$",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"^\W*(?:skip (?:to (?:main )?content|navigation)"
    r"|back to top|table of contents|contents|menu|home|search|log ?in|sign in|next"
    r"|previous"
    r"|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|privacy policy|terms of (?:use|service)"
    r"|all rights reserved.*|(?:©|\(c\)|copyright)[^.]{0,60}\d{4}.*|\d+ comments?|\d+ min(?:ute)?s? read"
    r"|page \d+(?: ?(?:of|/) ?\d+)?|previous(?: \w+)?: .{1,60}\bnext(?: \w+)?: .{1,60}"
    r"|(?:https?://|www\.)\S+)\W*$",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+[ -]min(?:ute)?s? read\b", re.IGNORECASE)
_LINKS_HEADING = re.compile(
    r"^\W*(?:related (?:tools?|articles?|posts?|guides?|reading|links?|resources?|content)|you (?:may|might) also like"
    r"|(?:more|popular|recent|recommended) (?:articles?|posts?|reading)|further links|share)\W*$",
    re.IGNORECASE,
)
_AFFILIATE = re.compile(
    r"\(?(?:https?://)?(?:www\.)?(?:amazon\.[a-z.]{2,6}/(?:dp|gp)|amzn\.to)/[\w/?=&%-]+\)?\.?", re.IGNORECASE
)
_ENDS_A_SENTENCE = re.compile(r"[.!?][\"”)]?\s*$")
_LIST_ITEM = re.compile(r"^\s*(?:[-*•+]|\d+[.)])\s")
_JOINT = re.compile(r"(?<=[a-z)?%\d])(?=[A-Z][a-z])")
_UPDATED = re.compile(
    r"(?i)(?:last |first )?(?:updated|published|modified|reviewed|posted|as of)(?: on)?:?\W{0,3}"
    r"(?P<date>\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{4}"
    r"|\d{4})\b"
)
_DATE_FORMS = {"%Y-%m-%d": "%Y-%m-%d", "%B %d %Y": "%Y-%m-%d", "%b %d %Y": "%Y-%m-%d", "%d %B %Y": "%Y-%m-%d",
               "%d %b %Y": "%Y-%m-%d", "%B %Y": "%Y-%m", "%b %Y": "%Y-%m", "%Y": "%Y"}  # fmt: skip


@dataclass(frozen=True)
class CleanText:
    """The words worth keeping, the lines left out, and the date the page gives itself (ISO, maybe only a year)."""

    text: str
    left_out: tuple[str, ...]
    dated: str | None


def clean_text(text: str) -> CleanText:
    r"""A page's text without adverts, navigation and repeated lines; tables that lost their cells are mended.

    >>> page = "Skip to content\nUpdated May 2, 2024\n\nAsk for it."
    >>> clean_text(page)
    CleanText(text='Updated May 2, 2024\n\nAsk for it.', left_out=('Skip to content',), dated='2024-05-02')
    """
    kept: list[str] = []
    left_out: list[str] = []
    in_links = False
    for line in _without_repeats(text.splitlines()):
        bare = _AFFILIATE.sub("", line)
        if bare != line and len(bare.split()) <= MOST_WORDS_OF_A_LINK and not _ENDS_A_SENTENCE.search(bare):
            bare = ""
        if bare != line:
            left_out.append(line[len(bare) :].strip() or line)
        in_links = bool(_LINKS_HEADING.match(bare)) or (in_links and (not bare.strip() or bool(_LIST_ITEM.match(bare))))
        if bare.strip() and (in_links or is_boilerplate(bare)):
            left_out.append(bare.strip())
        elif not in_links:
            kept.append(bare)
    return CleanText("\n".join(_mend_tables(kept)).strip(), tuple(left_out), find_date(text))


def is_boilerplate(line: str) -> bool:
    """Whether a line that stands by itself is an advert, navigation or a reading time.

    >>> [is_boilerplate(line) for line in ("Subscribe to our newsletter", "Ask for a later date.", "9 min read")]
    [True, False, True]
    """
    words = len(line.split())
    if words > MOST_WORDS_OF_ADVERT or line.lstrip().startswith("|"):
        return False
    reading_time = _READING_TIME.search(line) and words <= 14 and not _UPDATED.search(line)
    found = _NAVIGATION.match(line) or _BREADCRUMBS.match(line) or _ADVERT.search(line)
    return bool(found or reading_time)


def find_date(text: str) -> str | None:
    """The date a page says it was written or updated; of several the newest.

    >>> find_date("Last updated: 2025. Figures move."), find_date("Updated June 18, 2026"), find_date("Soon")
    ('2025', '2026-06-18', None)
    """
    dates = (_to_iso(match["date"]) for match in _UPDATED.finditer(text))
    return max((found for found in dates if found), default=None)


def _to_iso(words: str) -> str | None:
    even = " ".join(words.replace(",", " ").replace(".", " ").split())
    for form, iso in _DATE_FORMS.items():
        try:
            return datetime.strptime(even, form).strftime(iso)
        except ValueError:
            continue
    return None


def _without_repeats(lines: Iterable[str]) -> Iterator[str]:
    last = None
    for line in lines:
        words = line.strip()
        if not words or words != last:
            yield line
        last = words or last


def _mend_tables(lines: list[str]) -> Iterator[str]:
    """Rows whose cells ran together, or stand apart by bars only, as Markdown tables."""
    for (kind, _), group in groupby(lines, key=_row_shape):
        rows = list(group)
        if kind == "plain" or len(rows) < (LEAST_ROWS if kind == "joined" else 2):
            yield from rows
            continue
        cells = [_JOINT.split(row.strip()) if kind == "joined" else row.split(" | ") for row in rows]
        table = ["| " + " | ".join(cell.strip() for cell in row) + " |" for row in cells]
        yield from ("", table[0], "|" + "---|" * len(cells[0]), *table[1:], "")


def _row_shape(line: str) -> tuple[str, int]:
    if line.lstrip().startswith("|"):
        return "plain", 0
    if bars := line.count(" | "):
        return "barred", bars
    joints = len(_JOINT.findall(line))
    return ("joined", joints) if joints >= 2 and not line.rstrip().endswith((".", ":")) else ("plain", 0)
