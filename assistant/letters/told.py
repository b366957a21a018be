"""Told: an offer in a person's own short words, where pay is named by nothing and companies stand bare."""

from __future__ import annotations

import re

from assistant.domain.amount_patterns import CURRENCIES
from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import OfferDraft
from assistant.domain.stated_assumptions import read_all_shares
from assistant.letters.employers import EMPLOYERS
from assistant.letters.listed_terms import name_listed
from assistant.letters.parse import parse_offers
from assistant.letters.patterns import LABEL
from assistant.letters.questions import ASKS_ALL_SHARES
from assistant.letters.short_forms import RATE_BEHIND, Edit, write_out
from assistant.letters.told_parts import ToldPart, find_handle, find_told_parts, is_employer
from assistant.letters.working_time import apply_working_time

SHORT_NAME = 4
"""Letters up to which a name in small letters is taken for initials."""
MOST_WORDS = 8
LEAST_BARE, MOST_BARE = 20, 1000
"""A bare number of pay is in thousands and lies between these."""
_BREAK = lazy(
    r"[,;+\n|()]|[.!?:](?=\s|$)|/(?! ?(?:mo|m\b|yr|y\b|year|hr|h\b|hour|wk|week|day|d\b|m[eê]s|\d ?(?:y|$|[^\d%k])))|\s(?:and|plus|with|w/|but|for|because|if|-)\s|\s(?=(?:deadline|due|expires)\b)|[-–—] ",
    re.IGNORECASE,
)
_CLAIMED = lazy(
    r"\b(?:bonus\w*|variable|rsus?|stocks?|equity|shares?|options?|grants?|esops?|isos?|nsos?|sign\w*|join|joining|once|one-?time|relo\w*|pension|401|"
    r"allowance|stipend|refresh\w*|vest\w*|strike|cliff|diluted|outstanding|perks?|benefits?|holidays?|vacation|pto|leave|days?|"
    r"weeks?|hours?|hrs|yoe|exp|experience|years?|yrs?|months?|deadline|people|employees|team|raise|hike|more|extra|higher|"
    r"lower|less|cut|repay|claw\w*|ote|commission|tc|total|budget|range|band|max|market|glassdoor|levels|valuation|raised|match|"
    r"differential|housing|visa|notice|percent|interviews?|rounds?|minutes?|min|gap|than)\b|%",
    re.IGNORECASE,
)
_NOT_THEIRS = lazy(
    r"\b(?:ask\w*|(?<!they )(?<!she )(?<!he )want\w*|wish\w*|need\w*|hop(?:ed|ing)|target|if|can'?t|cannot|won'?t|couldn'?t|wouldn'?t|unable|max|top|never|i (?:said|told|make|made|earn|get|have|got)|i'?d|my(?! (?:\w+ )?offer)|current(?:ly)?(?! offer)|"
    r"counter\w*|instead of|(?<!offer )(?<!one )(?<!letter )from|not|was at|over|under|above|below|about)\s+(?:(?!\d)\w+ ){0,3}$",
    re.IGNORECASE,
)
_I_GOT = lazy(r"\bi(?:'ve| have)? (?:just |also |already )?(?:got|have) [$€£₹]?$", re.IGNORECASE)
_FROM_FIRM = lazy(
    rf" (?:base |offer )?from (?:(?-i:[A-Z])|(?:{'|'.join(re.escape(name) for name in EMPLOYERS if len(name) > 2)})\b)",
    re.IGNORECASE,
)
_NO_PAY_BEHIND = lazy(r"\s*(?:(?:th|st|nd|rd|am|pm|a\.m|p\.m)\b|%|°|x\b|-\d|/ ?\d|:\d|people|k?m\b)", re.IGNORECASE)
_WITHOUT = lazy(
    r" (?:and |but |with )?(?:no|zero|without(?: any| a)?) (?:sign(?:ing)?[- ]?on|signing|bonus|stock|equity|rsus?|options)(?: bonus)?\b",
    re.IGNORECASE,
)
"""A part that an amount comes without, which is no name of that amount."""
_SENDER = lazy(
    r"(?:^|[.!?,;:]\s*|\b(?:and|so|today|then|now|update|wait|omg|also|but|plus)\W+)(?P<name>[A-Za-z][\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)?)"
    r" (?:(?:just|also|now|finally|has|have|already) )*(?:e-?mailed|mailed|sent|came (?:in|w/|with|thru|through)|offered|offers|"
    r"called with|gave me|made me|wrote|got back)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOBODY = frozenset({
    "i", "we", "they", "he", "she", "it", "you", "who", "that", "this", "recruiter", "hr", "them", "boss",
    "manager", "hm", "letter", "mail", "email", "company", "offer", "someone", "somebody", "founder", "ceo",
    "cto", "everyone", "just", "also", "now", "finally", "rec", "agency", "director", "team", "lady", "guy",
    "revised", "updated", "correction", "final", "latest", "counter", "verbal", "written", "initial", "original",
    "today", "wait", "update", "so", "and", "then", "nobody", "startup", "firm", "bonus", "base", "recruiters", "people", "hiring",
})  # fmt: skip
_COUNTS = frozenset(("one", "two", "three", "both", "first", "second", "other", "another"))
_HEAD = lazy(
    r"^\W*(?:so |ok |and |well |got |my |the |offer (?:from |[A-D1-4]\)?[:=]? )?|[A-D1-4]\)?[:=] ?)*(?P<name>[A-Za-z][\w&.-]*(?: [A-Za-z]\w*)?)",
    re.IGNORECASE,
)
_LABELLED_NAME = lazy(
    r"^\W*(?:offer |option |job )?#?[A-D1-4]\b\)?(?: ?(?:is\b|[:=-]) ?| (?=(?-i:[A-Z])))(?P<name>[A-Za-z][\w&.'-]*(?: [A-Za-z][\w&.'-]*)?)(?=,| [$€£₹]?\d)",
    re.IGNORECASE,
)
_FROM = lazy(
    r"\b(?:offer|one|letter|package) (?:from|at|with) (?P<name>[A-Za-z][\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)?)(?=\s*[:,.(]|\s+[$€£₹]?\d|\s+(?:at|for|is|with|and|of|as)\b|\s*$)",
    re.IGNORECASE,
)
_PAID_FROM = lazy(
    r"\d[\d.,]*k?(?: base)? (?:from|by) (?P<name>(?-i:[A-Z])[\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)?)(?=\s*(?:[,.;!(]|$))",
    re.IGNORECASE,
)
_PAYS = lazy(
    r"(?<![\w.])(?P<name>(?-i:[A-Z])[\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)?) (?:(?:just|now|only) )*(?:gives?|pays?|would pay|wants me)(?: me| at| for)? (?=[$€£₹]?\d)",
    re.IGNORECASE,
)
_LEADS = lazy(
    r"^\W*(?:and |ok |so |then |now )*(?P<name>[A-Za-z][\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)?) ?[:=] ?[$€£₹]?\d",
    re.IGNORECASE,
)
_ARTICLE = lazy(r"^(?:an?|the|my|base|another|some|at|from|is)\b", re.IGNORECASE)
_NO_NAME = lazy(
    rf"(?:an?|the|my|his|her|our|your|their|this|that|base|fixed|home|work|year|yr|another|some|now|today|option|offer)\b|{LABEL.pattern}",
    re.IGNORECASE,
)
_OWN_LABEL = lazy(r"^\W*(?:(?:the|my|and|then)\W+)*(?:offer|option|job) #?(?:one|two|three|[A-D1-4])\b", re.IGNORECASE)
"""What an offer is called where several are listed, which is no grant of options."""
_ASIDE = lazy(r"(?<=\w )\([^()\d\n]{2,40}\)(?=:? [$€£₹]?\d)")
"""A remark between a name and its pay: "Quillon (the one i want) 174k"."""


_LEAD = lazy(
    r"^\W*(?:(?:i (?:have|'ve|got|hold)(?: got)?|got|there are) )?(?:two|2|three|3) (?:job )?offers?\b\s?[.:;,-]+\s+(?=(?-i:[A-Z]))"
    r"|^\W*(?:(?:the|my|and|then) )*other(?: (?:one|option|offer|place|job))?(?: is|:|,)?(?: (?:from|with|at))? (?=(?-i:[A-Z])[\w&'-]+)",
    re.IGNORECASE,
)
"""Before the name of an employer that opens what is told of its offer."""


def parse_told(text: str) -> list[OfferDraft]:
    """The offers a person states in own words, each with the words its terms were read from.

    Where no word says what an amount is, it is the base: "they offered 90", "Acme: 150k, 10%". A number that counts
    all shares of the company is no grant.

    >>> [(str(d.offer.base_annual), d.offer.company) for d in parse_told("stripe 180k vs plaid 190k + 20k sign on")]
    [('180000', 'Stripe'), ('190000', 'Plaid')]
    """
    text = _LEAD.sub(lambda lead: " " * len(lead.group()), text)
    if listed := list(name_listed(text)):
        written, places = _edit(text, listed)
        return [_point_back(draft, text, places) for draft in parse_told(written)]
    parts = find_told_parts(text)
    drafts = [_parse_part(text, part) for part in parts]
    if len(drafts) > 1 and all(draft.offer.base_annual is not None for draft in drafts):
        return drafts
    shadowed = _read(text)
    if len(shadowed) > 1:
        return shadowed
    return [_name(shadowed[0], text, find_handle(text))]


def name_offers(text: str) -> list[str]:
    """The employers the words say an offer is from, known or not.

    >>> name_offers("i also have one from globex, no numbers yet")
    ['Globex']
    """
    return [name for match in _FROM.finditer(text) if (name := _as_name(match["name"])) is not None]


def _as_name(words: str) -> str | None:
    """A name as it is written in a letter; None for words that name nobody."""
    if words.split(maxsplit=1)[0].lower() in _NOBODY | _COUNTS or _NO_NAME.match(words):
        return None
    return EMPLOYERS.get(words.lower()) or words[0].upper() + words[1:]


def _parse_part(text: str, part: ToldPart) -> OfferDraft:
    piece = text[part.start : part.end]
    for apart in (_ASIDE, _OWN_LABEL):
        piece = apart.sub(lambda words: " " * len(words.group()), piece)
    draft = _name(_read(piece)[0], piece, part.handle)
    if part.handle and is_employer(part.handle):
        # The words behind the pay may name the other company, too.
        draft = draft.model_copy(
            update={"offer": draft.offer.model_copy(update={"company": part.handle}), "handle": None}
        )
    moved = tuple(
        item.model_copy(update={"start": item.start + part.start, "end": item.end + part.start})
        for item in draft.evidence
    )
    return draft.model_copy(update={"evidence": moved})


def _name(draft: OfferDraft, text: str, handle: str | None) -> OfferDraft:
    """The draft with the company that sent it, or else the word the person has for the offer."""
    if not draft.is_offer:
        return draft
    company = draft.offer.company if (draft.offer.company or "").lower() not in _COUNTS else None
    company = company or _read_sender(text)
    if company is None and handle and is_employer(handle):
        company, handle = handle, None
    place = draft.offer.location
    if company is None and place and draft.offer.base_annual is not None and _calls_it(place, text):
        handle = handle or place
    offer = apply_working_time(text, draft.offer.model_copy(update={"company": company}))
    return draft.model_copy(update={"offer": offer, "handle": handle})


def _calls_it(place: str, text: str) -> bool:
    """Whether a place stands where a company's name would: "Leeds one £78k", "Leeds: 78k"."""
    called = rf"(?<!in )(?<!at )(?<!for )\b{re.escape(place)}(?: one| offer| job|:)? ?[$€£₹]?\d"
    return bool(re.search(called, text, re.IGNORECASE))


def _read_sender(text: str) -> str | None:
    for match in _SENDER.finditer(text):
        name = match["name"]
        if name.split()[0].lower() in _NOBODY and " " in name:
            name = name.split(" ", 1)[1]
        first = name.split()[0].lower()
        if name.lower() in EMPLOYERS:
            return EMPLOYERS[name.lower()]
        if first not in _NOBODY | _COUNTS and len(first) > 2:
            return name if name[0].isupper() else name.capitalize()
    for pattern in (_FROM, _PAID_FROM, _PAYS, _LEADS):
        named = pattern.search(text)
        if named and (name := _as_name(named["name"])) is not None:
            return name
    called = _LABELLED_NAME.match(text)
    if called and not _ARTICLE.match(called["name"]) and not LABEL.search(called["name"]):
        name = called["name"]
        short = name.islower() and len(name) <= SHORT_NAME
        return EMPLOYERS.get(name.lower()) or (name.upper() if short else name[0].upper() + name[1:])
    head = _HEAD.match(text)
    for words in (head["name"], head["name"].split()[0]) if head else ():
        if words.lower() in EMPLOYERS:
            return EMPLOYERS[words.lower()]
    return None


def _read(text: str) -> list[OfferDraft]:
    """The drafts of the words as they stand; where none has a base, of the words with the bare amount named."""
    edits = list(write_out(text))
    drafts = _read_edited(text, edits)
    if len(drafts) > 1 or drafts[0].offer.base_annual is not None:
        return drafts
    free = find_bare_pay(text)
    if free is None or any(item.start <= free.start < item.end for item in drafts[0].evidence):
        return drafts
    start = free.start - (1 if free.start and text[free.start - 1] in "$€£₹" else 0)
    bare = not free.explicit and free.value < MOST_BARE and not RATE_BEHIND.match(text, free.end)
    named = [(start, start, "base "), *([(free.end, free.end, "k")] if bare and free.value == int(free.value) else [])]
    return _read_edited(text, [*edits, *named])


def find_bare_pay(text: str) -> WrittenAmount | None:
    """The first amount that stands in a part of its own with no word that names it, and is no wish.

    >>> find_bare_pay("they offered exactly 90. firmware, 4y exp").quote, find_bare_pay("asked 230, 20k sign-on")
    ('90', None)
    """
    amounts = [item for item in read_amounts(text) if item.kind != "percent" and not item.unit]
    breaks = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    for item in amounts:
        if not (item.kind == "money" or item.explicit or LEAST_BARE <= item.value < MOST_BARE or item.value >= 10_000):
            continue
        start = max(place for place in breaks if place <= item.start)
        end = min(match for match in [m.start() for m in _BREAK.finditer(text, item.end)] + [len(text)])
        behind = RATE_BEHIND.sub("", text[item.end : end], count=1)
        around = _WITHOUT.sub("", f"{text[start : item.start]} {behind}")
        before = text[max(0, start - 24) : item.start]
        given = _I_GOT.search(before) and _FROM_FIRM.match(text, item.end)
        if _CLAIMED.search(around) or (_NOT_THEIRS.search(before) and not given):
            continue
        if not _NO_PAY_BEHIND.match(text, item.end) and item.partner is None:
            return item
    return None


def _read_edited(text: str, edits: list[Edit]) -> list[OfferDraft]:
    """The drafts of the text with these edits; their evidence points into the text as it was written."""
    written, places = _edit(text, edits)
    drafts = parse_offers(written, told=True)
    return [draft if not edits else _point_back(draft, text, places) for draft in drafts]


def _edit(text: str, edits: list[Edit]) -> tuple[str, list[int]]:
    """The text with these edits, and where each character of it came from; below zero: put in before that place."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        parts += [text[at:start], new]
        inside = (min(start + step, end - 1) for step in range(len(new)))
        places += [*range(at, start), *(inside if end > start else [-start] * len(new))]
        at = end
    parts.append(text[at:])
    places += [*range(at, len(text)), len(text)]
    return "".join(parts), places


def _point_back(draft: OfferDraft, text: str, places: list[int]) -> OfferDraft:
    moved = []
    for item in draft.evidence:
        last = places[max(item.end - 1, item.start)]
        start, end = abs(places[item.start]), min(len(text), -last if last < 0 else last + 1)
        if start < end:
            moved.append(item.model_copy(update={"start": start, "end": end, "quote": text[start:end]}))
    # The count of all shares is no term and was taken out with the short forms, but it is no open question.
    known = read_all_shares(text) is not None
    asked = tuple(question for question in draft.questions if not (known and question == ASKS_ALL_SHARES))
    return draft.model_copy(update={"evidence": tuple(moved), "questions": asked})


def read_currency_alone(text: str) -> str | None:
    """The currency a short correction without amounts names, or None.

    >>> read_currency_alone("*CAD sorry"), read_currency_alone("in euros, 90k")
    ('CAD', None)
    """
    if len(text.split()) > MOST_WORDS or re.search(r"\d", text):
        return None
    codes = {CURRENCIES[word.lower()] for word in re.findall(r"[A-Za-z]+|[€£₹]", text) if word.lower() in CURRENCIES}
    return codes.pop() if len(codes) == 1 else None
