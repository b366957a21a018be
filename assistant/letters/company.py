"""Company: the employer that makes the offer, from labels, offer phrases, well-known names or the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.amounts import STRUCK
from assistant.domain.lazy_pattern import lazy
from assistant.letters.company_names import clean_name
from assistant.letters.company_patterns import AFTER_TITLE, LEGAL, ORGANISATION, PHRASES, SUFFIX
from assistant.letters.company_signature import read_signature, read_signed_line
from assistant.letters.employers import COMMON_WORDS, EMPLOYERS
from assistant.letters.mentions import Page
from assistant.letters.terms import Span, Terms
from assistant.letters.titles import FIELD_NAME

LONGEST_READ = 30_000
_COMPILED = tuple((rank, lazy(pattern)) for rank, pattern in PHRASES)
_KNOWN = lazy(
    r"(?<![\w@.-])(?:"
    + "|".join(re.escape(name) for name in sorted(EMPLOYERS, key=len, reverse=True))
    + r")(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
_NOT_THE_EMPLOYER = lazy(
    r"(?:\bex-|\bformer(?:ly)? (?:at )?|\bcompeting (?:offer )?(?:from|at|with)?|\b(?:(?:hold(?:ing)?|weigh(?:ing)?|consider(?:ing)?) (?:an?|the|another)|have another) offer (?:from|at|with)|\b(?:leave|leaving|left"
    r"|(?:assignment|placement|shifts?|client site) (?:at|with)|my time at|working (?:at|for)|currently at|i'm at|am at|interviewing (?:at|with)|"
    r"competitor|like|than|versus|vs\.?|previously at|experience at|instead of|also have .{0,30}|reject\w*"
    r"|declin\w+|turn(?:ed)? down))\s*$",
    re.IGNORECASE,
)
_IN_ADDRESS = lazy(r"\d{1,5}[a-z]? (?:[A-Z]\w+ ){0,2}\Z")
_TOOLS = frozenset(
    ("docusign", "slack", "zoom", "workday", "linkedin", "dropbox", "greenhouse", "gusto", "rippling", "deel")
)
_TOOL_BEFORE = lazy(r"\b(?:the|via|in|on|through|by|your|an?|from|using|with) $", re.IGNORECASE)
_WAGE_SUPPLEMENT = lazy(
    r"(?i)\b(?:13(?:th)?|month|no|with|plus|incl\w*|guaranteed|basic)\b[^.;\n]{0,14}AWS|AWS (?:incl|guarant|bonus|paid|and|is)|SGD|S\$"
)
"""In Singapore these letters are the thirteenth salary."""
_TOOL_LIST = lazy(r"^/|/$")
_TOOL_AFTER = lazy(r" (?:message|dm|inmail|chat|msg|call|huddle|thread|meeting|envelope)\b", re.IGNORECASE)
_COMMON_USE = lazy(r"\w+ ?[–—,-] |\w+ (?:[a-z\d$]|Bonus|Salary|Start|Date|Pay|Equity)|\w+ ?(?:[|]|$)")
_NOT_AFTER = lazy(
    r"^\s*(?:\W*\((?:an? |the )?(?:\w+ )?(?:agency|recruiters?|headhunters?|staffing|third[- ]party)\b|\W*(?:jk\b|just kidding|kidding|no,? sorry|sorry|no wait|wait no|nope|i mean)|alternative|competitor|-like|salary|stock price|shares of|rejected|13th|month\b|annual wage"
    r"|levels?\b)",
    re.IGNORECASE,
)
_PERSON_OF = lazy(r" (?:from|@) [A-Z]| at [A-Z][a-z]")
"""Behind the name of who works for whom: "Ana at Hays"."""
_PERSON_BEFORE = lazy(
    r"(?:\bDear|\bHi|\bHello|\bHey|\bMr\.?|\bMs\.?|\bMrs\.?|\bDr\.?|\breporting to|\breport to|\bw/|\bwith"
    r"|\bmanager|\bFrom:|\bTo:|\bby)\s*$",
    re.IGNORECASE,
)
_GREETING = lazy(
    r"^[ \t]*(?:(?:dear|hi|hello|hey|hiya|g'day|good (?:morning|afternoon|evening)|bonjour|coucou|salut|hallo"
    r"|liebe[rs]?"
    r"|moin|servus|hola|buen[oa]s(?: d[ií]as)?|estimad[oa]|querid[oa]|ol[aá]|oi|prezad[oa]|car[oa]|ciao|gentile|beste"
    r"|hej|hei|cześć|namaste|kia ora)\b[^\n,:!]{0,40}[,:!]?|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?:,|!| -))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SPOKEN_TO = lazy(
    r"\A\W*(?i:dear|hi|hello|hey|hiya|namaste|namaskar(?:am)?|hola|ol[aá]|oi|hallo|hej|moin|ciao|salut|bonjour|beste)"
    r"(?: (?i:ji|mr\.?|ms\.?|mrs\.?|dr\.?|frau|herr))?(?: [A-ZÀ-Þ][\w'-]+){1,3}(?=[,!:.-])"
)
_WROTE = lazy(r"(?: [A-ZÀ-Þ][\w'-]+)?(?: <[^>\n]*>)? wrote:")
_OWNER = lazy(r"['’]s$")
_SCHOOL = lazy(r"\b(?:School|District|College|Health|Education)$")
_BOARD = lazy(r" (?:Board|Authority|Trust|District)\b(?: of [A-Z]\w+)?")
_DOMAIN = lazy(r"(?:@|www\.|https?://)(?:[\w-]+\.)*?(?P<label>[\w-]{3,40})\.[a-z]{2,8}\b", re.IGNORECASE)
_MAIL_HOSTS = frozenset(
    ("gmail", "outlook", "hotmail", "yahoo", "icloud", "linkedin", "docusign", "greenhouse", "lever")
)
_AFTER_NAME = lazy(rf"\s+\((?![A-Z][a-z]+\) {SUFFIX})|,(?! ?{SUFFIX})")
_DOMAIN_BONUS = 2.0


def read_company(page: Page, terms: Terms) -> None:
    """Fill company with the best-ranked name; nothing when no phrase points to an employer."""
    best: tuple[float, int, str, Span] | None = None
    domains = _domains(page.text[:LONGEST_READ])
    for rank, name, span in list_candidates(page):
        borne_out = rank - (_DOMAIN_BONUS if _is_domain(name, domains) else 0)
        if best is None or (borne_out, span[0]) < best[:2]:
            best = (borne_out, span[0], name, span)
    if best is None:
        signed = read_signature(page)
        if signed:
            terms.put("company", *signed)
        return
    terms.put("company", *_in_full(page.text[:LONGEST_READ], best[2], best[3]))


def _in_full(text: str, name: str, span: Span) -> tuple[str, Span]:
    """A name without the mark of the possessive, with the legal form it has elsewhere, and a school with its board."""
    if name.lower() in EMPLOYERS:
        return name, span
    owner = _OWNER.search(name)
    if owner and re.match(r" [a-z]", text[span[1] : span[1] + 2]):
        name, span = name[: owner.start()], (span[0], span[1] - len(owner.group()))
    if board := _BOARD.match(text, span[1]) if _SCHOOL.search(name) else None:
        return name + board.group(), (span[0], board.end())
    if not LEGAL.search(name):
        for match in re.finditer(rf"(?<!\w){re.escape(name)},? {SUFFIX}", text):
            named = clean_name(match.group(), match.start())
            if named and named[0].startswith(name):
                return named
    return name, span


def list_candidates(page: Page) -> Iterator[tuple[float, str, Span]]:
    """Every name that a pattern holds for the employer's: its rank, the lower the better, and its place."""
    text = _without_greeting(page.terms[:LONGEST_READ])
    for row in page.rows:
        name = _AFTER_NAME.split(row.value)[0]
        if row.field == "company" and (named := clean_name(name, row.start)):
            yield 0, EMPLOYERS.get(named[0].lower(), named[0]), named[1]
    for rank, pattern in _COMPILED:
        for match in pattern.finditer(text):
            named = clean_name(match["name"], match.start("name"))
            if (
                named
                and not (rank == AFTER_TITLE and FIELD_NAME.search(named[0]) and not ORGANISATION.search(named[0]))
                and not _is_excluded(text, *named[1], loose=rank > 4)
                and (rank < 5 or _is_offered_by_list(page, *named[1]))
            ):
                # a phrase near the top counts like its kind, a well-known name a little more
                known = named[0].lower() in EMPLOYERS
                yield rank - (0.5 if known else 0), EMPLOYERS.get(named[0].lower(), named[0]), named[1]
    yield from _known_names(text)
    for match in LEGAL.finditer(text):
        named = clean_name(match.group(), match.start())
        if named and not _is_excluded(text, *named[1], loose=False):
            yield 3.2, *named
    if (named := read_signature(page)) is not None:
        yield 4.44, *named
    if (signed := read_signed_line(page)) is not None:
        yield 4.45, *signed


def _known_names(text: str) -> Iterator[tuple[float, str, Span]]:
    """Well-known employers, wherever they stand as a name of their own."""
    for match in _KNOWN.finditer(text):
        written = match.group()
        common = written.lower() in COMMON_WORDS and not (
            written[0].isupper() and not _starts_sentence(text, match.start())
        )
        if written.lower() in _TOOLS and (
            _TOOL_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
            or _TOOL_LIST.search(text[max(0, match.start() - 1) : match.end() + 1])
            or _TOOL_AFTER.match(text, match.end())
        ):
            continue
        if _is_writer(text, match):
            continue
        if written == "AWS" and _WAGE_SUPPLEMENT.search(text[max(0, match.start() - 30) : match.end() + 20]):
            continue
        if written.lower() in COMMON_WORDS and _IN_ADDRESS.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        if not common and not _is_excluded(text, match.start(), match.end(), loose=False):
            yield 3.5, EMPLOYERS[written.lower()], match.span()


def _is_writer(text: str, name: re.Match[str]) -> bool:
    """Whether a name is that of who writes: behind "From:", before a surname that "wrote", or alone below the text."""
    line = text[text.rfind("\n", 0, name.start()) + 1 :].split("\n", 1)[0].strip(" \t-~*>,")
    below = line == name.group() and bool(text[: name.start()].strip())
    return below or line.startswith(f"From: {name.group()}") or bool(_WROTE.match(text, name.end()))


def _without_greeting(text: str) -> str:
    """The text whose line of address ("Hi Priya,") names nobody."""
    greeting = _GREETING.search(text[:600]) or _SPOKEN_TO.match(text)
    if greeting is None:
        return text
    return text[: greeting.start()] + re.sub(r"[^\n]", STRUCK, greeting.group()) + text[greeting.end() :]


def _domains(text: str) -> set[str]:
    """The names of mail and web addresses without dots and hyphens."""
    labels = {match["label"].lower() for match in _DOMAIN.finditer(text)}
    return {label.replace("-", "") for label in labels - _MAIL_HOSTS}


def _is_domain(name: str, domains: set[str]) -> bool:
    squashed = re.sub(r"[\W_]", "", name.lower())
    return any(squashed.startswith(label) or label.startswith(squashed) for label in domains if len(squashed) > 3)


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start].rstrip(" \t*#-")
    return (not before or before[-1] in ".!?\n|:") and bool(_COMMON_USE.match(text, start))


def _is_excluded(text: str, start: int, end: int, loose: bool = True) -> bool:
    before = text[max(0, start - 45) : start]
    return bool(
        _NOT_THE_EMPLOYER.search(before)
        or _PERSON_OF.match(text, end)
        or _NOT_AFTER.match(text[end : end + 20])
        or (loose and _PERSON_BEFORE.search(before[-14:]))
    )


def _is_offered_by_list(page: Page, start: int, end: int) -> bool:
    """Whether a bare name is an item of a line or list that also states pay, as in a terse note."""
    sentence = page.sentence_at(start)
    if end - start < 4 or re.search(r"\d", page.terms[start:end]):
        return False
    place = page.sentences[sentence]
    first_line = not page.text[: place.start].strip()
    stated = [m for m in page.mentions if m.sentence == sentence and m.kind in ("base", "equity", "bonus", "sign_on")]
    leads = not page.terms[place.start : start].strip(" #*-\t")
    if first_line and re.match(r"\s*[–—,-]\s+[a-z]", page.terms[end : end + 8]):
        return False  # a name that is spoken to: "Ola - update: …"
    followed = page.terms[end : end + 3].strip()[:1] in (":", "-", "(", ",", "")
    if len(stated) >= 2 or (stated and leads and followed):
        return True
    return first_line and leads and followed and bool(page.mentions)
