"""People: whom the message goes to, and who writes it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.domain.lazy_pattern import lazy
from assistant.letters.employers import EMPLOYERS
from assistant.letters.places import CITY_CURRENCY
from assistant.offline import lexicon
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import Mention

NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:-[\w'’]+)*"
_NAME = rf"(?P<name>{NAME_WORD}(?: (?:van |de |da |von |el |al-)?{NAME_WORD})?)"
TITLE = (
    r"(?P<title>(?:M(?=\.(?: [A-Z]|$))|Pani?|Panie|Signor(?:a|ina|e)?|Sig(?:ra|na)?|Dott(?:oressa|ssa)?|Mevrouw|Mevr|Meneer|Dhr|Mw|Fru|Herra|Rouva|Senhora?|don(?= [A-Z])|doña|dona|Kyria|Gosp(?:odin|oda)|Superintendent|Commissioner|Provost|Warden|Dame|Imam|Sheikh|Datuk|[Dd]r|[Pp]rof|Professor|[Mm]r|[Mm]s|[Mm]rs|Mx|[Mm]iss|Frau|Herrn?|Sra?|[Ss]eñora?|Chef|Coach|Sister|Pastor|Captain|Capt|Cpt|Sergeant|Sgt|Lieutenant|Lt|Colonel|Col|Rev|Reverend|Rabbi|Father|Cllr|Councillor|Dean|Officer|[Mm]me|Madame|Monsieur|Sir|Shri|Dona)\b"
    r"\.?(?: (?:Dr|Prof)\.?)?)"
)
_TITLE_ALONE = lazy(r"(?:dr|mr|mrs|ms|mx|prof|herrn?|frau|sra?|mme)\.?", re.IGNORECASE)
_ROLE = (
    r"(?:[Rr]ecruiter|[Rr]ecruiting|RECRUITER|hr|HR|RH|DRH|rrhh|hm|HM|[Hh]iring (?:[Mm]anager|lead)|[Mm]anager|[Mm]gr|[Ff]ounder|[Cc]o-?founder|ceo|CEO|cto|CTO|cfo|CFO|[Bb]oss|[Oo]wner|[Ll]ady"
    r"|[Tt]alent (?:partner|acquisition|team)|[Cc]ontact|[Dd]irector|[Hh]ead of \w+|[Ss]upervisora?|[Pp]rincipal|[Cc]hair|[Dd]ean|[Ll]ead|Chief \w+ Officer|[Rr]ep|[Pp]eople (?:ops|team|partner))"
)
_TITLED = lazy(rf"\b{TITLE} (?P<name>{NAME_WORD})")
_VERB = r"(?:[Ww]rite|[Ww]rote|[Ww]riting|[Ss]poke|[Tt]alked|[Dd]raft|[Ee]-?[Mm]ail(?:ed)?|[Mm]ail(?:ed)?|[Tt]ext|[Mm]essage|[Mm]sg|DM|[Dd]m|[Pp]ing|[Nn]udge|[Tt]ell|[Aa]sk|[Aa]sked|[Tt]hank|[Rr]eply|[Aa]nswer|[Cc]all|[Ss]end|[Nn]ote|[Ll]etter|[Cc]ounter|[Ss]cript|[Vv]ersions?|[Rr]epl(?:y|ies)|[Nn]o|[Yy]es|[Aa]ccept\w*|[Dd]eclin\w*|[Dd]ecir(?:le|lo)?|[Ee]scrib\w+|[Rr]esponder|[Dd]ire|[ÉEée]crire|[Ss]agen|[Ss]chreib\w*|[Dd]izer|[Ee]screv\w+|[Mm]essaggio|[Mm]ensaje|[Mm]ensagem|[Cc]orreo|[Nn]achricht|[Mm]essage|[Ss]ilence|[Ww]ord|[Tt]alking|[Ss]peaking|[Mm]eeting|[Ss]eeing)"
_STRONG = (
    re.compile(rf"\b(?:her|his|their|whose|the|recruiter'?s|boss|manager) name(?:'s| is|:|) {_NAME}", re.IGNORECASE),
    re.compile(rf"\b{_ROLE}(?: at [\w.&-]+)?(?:'s name is|(?: is)? (?:named|called)|,| is| =|:| \(| -|)? ?{_NAME}"),
    re.compile(
        rf"\b{_NAME}(?:,? \(|, | = | is )(?:our |my |the |a |univ\w* |senior |from )*{_ROLE.replace('[Ll]ead|', '')}\b"
    ),
    re.compile(rf"\b{_NAME} (?:the|my|our|from|in) (?:\w+ )?{_ROLE}\b"),
    re.compile(rf"(?:^|[\s.(])(?:[Tt]o|An|Para|À) ?: ?{_NAME}"),
)
_LIKELY = (
    re.compile(
        rf"\b{_VERB}(?:,? \w+){{0,3}}?,? (?:to|for|from|an|para|pour|à|pro|pra|ao|a) {_NAME}(?=\W|$)(?!\.\w| (?:offer|recruiter|HR|team)\b)"
    ),
    re.compile(
        rf"\b(?:[Ww]rite|[Dd]raft|[Ee]-?[Mm]ail|[Mm]ail|[Tt]ext|[Mm]essage|[Mm]sg|DM|[Dd]m|[Pp]ing|[Nn]udge|[Tt]ell|[Aa]sk|[Aa]sked|[Aa]sking|[Tt]hank|[Dd]ear|[Hh]i|[Hh]ey|[Hh]ello|[Bb]e|with) {_NAME}(?! (?:offer|recruiter|HR|team)\b)"
    ),
    re.compile(
        rf"\b{_NAME} (?:told|tells|wrote|writes|said|says|answered|asked|emailed|mailed|texted|promised|replied|called|mentioned|confirmed|agreed|was|is (?:nice|kind|lovely|great|very))\b"
    ),
    re.compile(
        rf"\b(?:goes|going|addressed|sent|send it|send this|give it) (?:out )?to {_NAME}(?! (?:offer|recruiter|HR|team)\b)"
    ),
    re.compile(rf"\b(?:sent|gave|messaged|pinged|emailed|texted|showed|wrote) {_NAME}(?= (?:my|a|an|the|that|back)\b)"),
    re.compile(rf"\b(?:to|von|da) {_NAME}(?=(?:,|:| asking| that|\.(?!\w)|$))"),
)
_WITH_PLACE = lazy(
    rf"\b(?:to|tell|ask|email|mail|message|text|asked|told) {_NAME}(?= at (?!\d|the top)[A-Za-z]| \((?:[\w-]+ )*(?:recruiter|hr|hm|manager|partner|founder)\b)"
)
"""A name beside an employer or a job is a person's, known as one or not."""
_ANYWHERE = lazy(_NAME)
_SIGNED = lazy(
    rf"\b(?:[Mm]y name is|[Ii] am|[Ii]'m|[Tt]his is|sign (?:it )?(?:as|with)|signed,|regards,?|best,|cheers,) {_NAME}(?=\s*(?:[.,;!\n)]|$|and\b|from\b))"
)
_WRITTEN_TO = lazy(
    rf"\b{_ROLE}(?:'s name)? (?:is|=|:) ?{_NAME}\b[^.?!\n]{{0,20}}\b(?:write|send|mail|address|text|goes|make)\b[^.?!\n]{{0,8}}\bto (?:him|her|them)\b"
)
_NOW_TO = lazy(
    rf"\b(?:it'?s|its|goes to|should go to|send (?:it|this) to|address (?:it|this) to|make it (?:out )?to|switch (?:it )?to|is now|now it'?s)(?: the)?(?: {_ROLE})? {_NAME}(?= (?:now|instead|not|rather|then)\b|\s*[,.]? (?:not|instead)\b)"
    rf"|\bgoes to (?:the )?(?:hiring |the )?{_ROLE} (?P<second>{NAME_WORD})"
)
"""A message that changes hands: "its Rosa now", "it goes to Farouk instead"."""
_CONTACT = lazy(
    rf"\b(?:{_ROLE}|[Aa]gency contact|[Pp]oint of contact|[Oo]wner|[Tt]alent|HR (?:rep|partner|contact|lead))(?: (?!(?:at|of|for|in|from|with|to) )\w+)?(?: is| =|:| -|,)? ?(?:(?:Head|VP|Director|Chief) of [A-Z]\w+ )?(?:{TITLE} )?(?P<name>{NAME_WORD}(?: {NAME_WORD})?)"
)
_NAMED = lazy(
    rf"\b(?:[Ff]rom ?:|my name(?: is|'s|:| (?:under|below|on|at)\b[^.?!\n,]{{0,20}},)|name ?[:=]|i'?m called|call me|sign(?: it)?(?: as|:)) {_NAME}"
)
_BY_NAME = lazy(rf"\bsign(?: it)? (?:with|from|by) {_NAME}(?! ?\d)")
"""Names the person where a person's name stands there, else a day or a firm."""
_GREETED = lazy(rf"[\"“'\n]\s*(?:[Hh]i|[Hh]ello|[Dd]ear|[Hh]ey),? (?P<whom>(?:{TITLE} )?{NAME_WORD})")
_NAME_BEFORE = lazy(r"(?<![\w-])(?P<first>[A-ZÀ-ÖØ-Þ]\w+-\w+) $")
"""A first name of two parts right before a name: "Soo-ah Han"."""
_MA_AM = lazy(r"\b(?:ma'?am|madam|sir)\b", re.IGNORECASE)
_CASELESS = lazy(r"\b(?:to|dear|tell|ask|email|mail|message|msg|text|ping|nudge) (?P<name>[a-z][a-z'-]{2,12})\b")
_BESIDE_ROLE = lazy(
    rf"\b(?P<a>[a-z][a-z'-]{{2,12}}) \((?:the |my |our |their )?(?:{_ROLE}|talent|recruiting|people|mobility|benefits|comp)\b"
    rf"|\b(?:{_ROLE}) (?P<b>[a-z][a-z'-]{{2,12}})\b"
    r"|\b(?P<c>[a-z][a-z'-]{2,12}) (?:said|says|told|called|emailed|mailed|texted|wrote|asked|replied|answered|came back|promised|confirmed|wants|offered|from (?:hr|talent|recruiting|people))\b",
    re.IGNORECASE,
)
"""A name in small letters beside a job or a word of saying."""
_PARTICLES = frozenset("van von de da di del la le den der ten ter al el bin ibn dos do".split())
_HONORIFICS = frozenset("ma'am madam mam sir ji bhai didi anna sahab san".split())
_ALSO_WORDS = frozenset(
    "will mark rose joy dean drew sue bill frank may art rich grant hope grace chase van guy pat ray".split()
)
_OF_A_COMPANY = (
    r"(?:(?:(?:offers?|letter) (?:from|at|by)|\bat|\b[Jj]oin|\b[Pp]refer|interview\w* (?:at|with)|round (?:at|with)|\bthan|match|beat) {0}\b"
    r"|\b{0}(?:'s)? (?:offer|gave me|offered me|pays|gives me|interview|HR|recruiter|people|loop|team|office|berlin|[Uu][Kk]))"
)
_CITY = lazy(
    rf"(?<!Mr )(?<!Mr\. )(?<!Ms )(?<!Ms\. )(?<!Mrs )(?<!Dr )(?<!Dr\. )(?<!Frau )(?<!Herr )\b(?P<name>{'|'.join(sorted(map(re.escape, CITY_CURRENCY), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_AT_A_PLACE = lazy(
    rf"\b(?:work\w*|remote\w*|liv\w+|mov\w+|relocat\w+|commut\w+|based|fly\w*|offices?) (?:out of|from|to|in|near) (?P<name>{NAME_WORD}(?: {NAME_WORD})?)"
)
_DATED = lazy(
    r"\b(?:Jan|April|May|June|August|Mar|Sun|Wed|Sat)\b(?=\.? \d)|(?<=\d )(?:Jan|April|May|June|August|Mar)\b"
)
_NO_NAMES = frozenset(
    "english german spanish french portuguese hindi dutch italian polish korean monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december senior junior staff principal director manager engineer analyst consultant controller reason reasons evidence base offer recruiter company hr ceo cto cfo vp they them him her the "
    "firm warm neutral slack whatsapp linkedin teams zoom email mail text please pls write draft subject thanks thank regards best dear hi hello hey if my the their this that role title level comp ask "
    "foreman owner boss chef coach principal supervisor headhunter agent landlord wife husband mum mom dad "
    "not and but or so no yes can could would should what how why when who do does did is are am was were i it he she we you your our dm sms call phone team teams chief people finance angebot grund begrundung "
    "sie oferta proposta offre raison motivo contract letter month year week day uk us usa eu city street university school institute hospital bank clinic museum art federal".split()
)


def find_addressee(text: str, companies: Collection[str] = ()) -> str:
    """The person a message goes to, as it is to be greeted; empty when none is named.

    Args:
        text: the person's words, capitals kept.
        companies: names of companies, which are no persons.
    """
    text = _without_places(_DATED.sub(lambda day: "_" * len(day.group()), text))
    if match := _WRITTEN_TO.search(text):
        return match["name"].split()[0]
    for match in _NOW_TO.finditer(text):
        name = match["name"] or match["second"]
        if name.lower() not in _NO_NAMES:
            return name.split()[0]
    if match := _TITLED.search(text):
        title = "Monsieur" if match["title"] == "M." else match["title"].replace("Herrn", "Herr")
        return f"{title[:1].upper()}{title[1:]} {match['name']}"
    firms = {word for name in companies for word in name.casefold().split()}
    for pattern in _STRONG:
        for name in _names(pattern, text, firms):
            return name
    for pattern in _LIKELY:
        for name in _names(pattern, text, firms, sure=False):
            if name.lower() in GIVEN_NAMES or not re.search(_OF_A_COMPANY.format(re.escape(name)), text):
                return name
    for match in _WITH_PLACE.finditer(text):
        first = match["name"].split()[0]
        if first.casefold() not in firms and not first.isupper():
            return first
    return _find_loosely(text, firms)


def _without_places(text: str) -> str:
    """The text with cities, and where somebody works from or moves to, struck out: they greet nobody."""
    for pattern in (_CITY, _AT_A_PLACE):
        text = pattern.sub(
            lambda place: (
                place.group() if place["name"].islower() or place["name"].lower() in GIVEN_NAMES else _struck(place)
            ),
            text,
        )
    return text


def _struck(place: re.Match[str]) -> str:
    start, end = (place.start("name") - place.start(), place.end("name") - place.start())
    return f"{place.group()[:start]}{'_' * (end - start)}{place.group()[end:]}"


def _find_loosely(text: str, firms: Collection[str]) -> str:
    """A known first name anywhere in the text, or how somebody without a name is addressed."""
    for match in _CASELESS.finditer(text):
        if match["name"] in GIVEN_NAMES and match["name"] not in firms:
            return match["name"].capitalize()
    for match in _BESIDE_ROLE.finditer(text):
        name = (match["a"] or match["b"] or match["c"]).lower()
        sure = match["a"] is not None and name not in _NO_NAMES
        if (sure or (name in GIVEN_NAMES and name not in _ALSO_WORDS)) and name not in firms:
            return name.capitalize()
    for match in _ANYWHERE.finditer(text):
        first = re.sub(r"['’]s$", "", match["name"].split()[0])
        before = text[max(0, match.start() - 2) : match.start()]
        if first.lower() in GIVEN_NAMES and first.lower() not in firms and before.strip() not in ("'s",):
            return first
    if polite := _MA_AM.search(text):
        return "Sir" if polite.group().lower() == "sir" else "Ma'am"
    return ""


def _names(pattern: re.Pattern[str], text: str, firms: Collection[str], *, sure: bool = True) -> Iterator[str]:
    """The first names a pattern finds that can be a person's; two unknown words in a row may be a company's."""
    for match in pattern.finditer(text):
        first = re.sub(r"['’]s$", "", match["name"].split(maxsplit=1)[0])
        plain = lexicon.fold(first).lower()
        known = plain in GIVEN_NAMES
        if plain in _NO_NAMES or plain in firms or len(first) < 2:
            continue
        second = match["name"].split()[-1]
        if not (sure or known) and second != match["name"] and not second.isupper():
            continue
        if first[0].isupper() and not first.isupper() and (known or not re.match(r"\w+\.\w", first)):
            yield first


def read_addressee(text: str, mentions: Sequence[Mention], companies: Collection[str] = ()) -> str:
    """The person a message goes to, as it is to be greeted: as the tagged messages teach, else as grammar tells."""
    firms = {name.casefold() for name in companies}
    firms |= {first for name in firms if (first := name.split(maxsplit=1)[0]) not in GIVEN_NAMES}
    told = [item for item in _whole_names(mentions, text) if item.role == "to" and not _is_firm(item.words, text)]
    told = [plain for item in told if (plain := _without_employer(item, text)) and plain.words.casefold() not in firms]
    whole = _without_places(text)
    told = [item for item in told if "_" not in whole[item.start : item.end]]
    told.sort(key=lambda item: -len(item.words.split()) if told and item.words.endswith(told[0].words) else 0)
    if len({item.words for item in told}) > 1:
        told.sort(
            key=lambda item: not (is_titled(item.words) or lexicon.fold(item.words.split()[0]).lower() in GIVEN_NAMES)
        )
    for item in told:
        before = _NAME_BEFORE.search(text[: item.start])
        if name := before["first"] if before else greeted_as(item.words):
            return name
    others = " ".join(item.words.lower() for item in mentions if item.role in ("co", "riv", "who", "me", "hide"))
    found = find_addressee(text, (*companies, *(item.words for item in mentions if item.role == "to")))
    beside_job = found and re.search(rf"\b{re.escape(found)} \((?:\w+ )?{_ROLE}\b", text)
    return "" if found and found.lower() in others.split() and not beside_job else found


_EMPLOYER = re.compile(r"^(?:[\w&.-]+ ){0,2}[\w&.-]+['’]s(?: |$)")


def _without_employer(item: Mention, text: str) -> Mention | None:
    """The mention without the firm in front: "Bexhill's Dr Rossi"; None where it names nothing else before a job or a name."""
    lead = _EMPLOYER.match(item.words)
    if lead is None:
        return item
    if rest := item.words[lead.end() :].strip():
        return replace(item, words=rest, start=item.end - len(item.words[lead.end() :]))
    return None if re.match(rf"\s+(?:[\w-]+ ){{0,3}}?(?:{_ROLE}|{TITLE}|{NAME_WORD})", text[item.end :]) else item


def employer_of(to: str, text: str) -> str:
    """The firm that the person written to is told to be of: "Bexhill's Dr Rossi", "Ann of Tarn"; empty where none is.

    >>> (
    ...     employer_of("Lucía", "Mail to Mirador's talent partner Lucía."),
    ...     employer_of("Dr Rossi", "to Dr Rossi of Bexhill"),
    ... )
    ('Mirador', 'Bexhill')
    """
    if not to:
        return ""
    last = re.escape(to.rsplit(maxsplit=1)[-1])
    firm = rf"(?P<firm>{NAME_WORD}(?: {NAME_WORD})?)"
    before = rf"\b{firm}['’]s,? (?:[\w-]+,? ){{0,3}}?(?:[\w.]+ )?{last}\b"
    behind = rf"\b{last},? (?:\(|in HR )?(?:[\w-]+,? ){{0,2}}?(?:(?<!Dean )(?<!Head )(?<!Director )(?<!Chair )(?<!Professor )(?<!Chief )(?<!VP )of|at|from) {firm}"
    beside = rf"\b{last} \([^()\n]*, {firm}\)"
    around = rf"\b{firm} \((?:{_ROLE}\W+)?(?:{TITLE} )?{last}\b"
    before_it = rf"\({firm}, (?:{_ROLE}\W+)?(?:{TITLE} )?{last}\b"
    in_front = rf"\b(?:to|at|for|of) {firm} (?:{_ROLE}|partner|team lead) (?:{TITLE} )?{last}\b"
    ways = (before, behind, beside, around, before_it, in_front)
    found = next(filter(None, (re.search(words, text) for words in ways)), None)
    name = re.sub(r"['’]s$", "", found["firm"]) if found else ""
    return "" if name.casefold() in _NO_NAMES or name.casefold() in CITY_CURRENCY else name


def _whole_names(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions, a title put before the name behind it; a title alone names nobody."""
    titles = [item for item in mentions if item.role == "to" and _TITLE_ALONE.fullmatch(item.words)]
    for item in mentions:
        if item in titles:
            continue
        beside = (one for one in titles if one.end <= item.start and not text[one.end : item.start].strip(" ."))
        title = next(beside, None)
        yield replace(item, words=text[title.start : item.end], start=title.start) if title else item


def _is_firm(name: str, text: str) -> bool:
    """Whether a name is that of who offers, not of a person: sums stand behind it, or somebody works or lies there."""
    if lexicon.fold(name.split(maxsplit=1)[0]).lower() in GIVEN_NAMES or re.match(TITLE, name):
        return False
    plain = re.escape(name)
    pays = rf"(?:^|[\s(]){plain}(?: \([^()\n]{{2,40}}\))?[:,]? (?:is |at )?(?!\d+ (?:days?|weeks?|months?|hours?|times?)\b)[$€£¥₹₦]?\d"
    works = rf"\b{_ROLE} (?:at|of|from|for|in) {plain}\b"
    lies = rf"(?:\b(?:en|de|in|à|em) (?:una?|une|un|eine[mnr]?|a|an) [\w-]+ (?:de|in|a|à|em) {plain}\b|\b(?:near|based in|office in) {plain}\b)"
    written_to = rf"\b(?:to|tell|ask|e-?mail|mail|text|message|msg|dm|nudge|remind|write|ping) {plain}\s*[,:]"
    ordered = re.search(written_to, text, re.IGNORECASE) and name.casefold() not in EMPLOYERS
    return any(re.search(words, text, re.IGNORECASE) for words in ((works, lies) if ordered else (pays, works, lies)))


def is_titled(name: str) -> bool:
    """Whether a name is greeted by a title, which asks for a formal greeting.

    >>> is_titled("Pani Wierzbicka"), is_titled("Karen")
    (True, False)
    """
    first, _, rest = name.partition(" ")
    return bool(rest and re.fullmatch(TITLE, first) and first not in ("Coach", "Chef", "Sister"))


_DON = frozenset(("don", "doña", "dona"))


def greeted_as(words: str) -> str:
    """A name as it is put behind "Hi": the title with the last name, or the first name.

    >>> greeted_as("Mr. Jeroen van Dijk"), greeted_as("dana"), greeted_as("seema ma'am"), greeted_as("Karen Oyelaran")
    ('Mr. van Dijk', 'Dana', "Seema ma'am", 'Karen')
    """
    parts = [part for part in re.split(r"[\s,]+", words.strip(" .,:;()\"'")) if part]
    if not parts:
        return ""
    if parts[0].lower() in _DON and len(parts) > 1:
        return " ".join([parts[0].lower(), *parts[1:2]])
    named = [part if not part.islower() or part in _PARTICLES else part.capitalize() for part in parts]
    title = re.fullmatch(TITLE, named[0])
    if title and len(named) > 1:
        first = next((at for at, part in enumerate(named[1:], 1) if part.lower() in _PARTICLES), len(named) - 1)
        degree = [part for part in named[1:first] if re.fullmatch(r"(?:Dr|Prof)\.?", part)]
        called = "Monsieur" if named[0] == "M." else named[0].replace("Herrn", "Herr")
        return " ".join([called, *degree, *named[first:]])
    if len(named) == 2 and parts[1].lower().strip(".") in _HONORIFICS:
        return f"{named[0]} {parts[1]}"
    known = lexicon.fold(named[0]).lower() in GIVEN_NAMES
    return " ".join(named) if len(named) == 2 and not known and len(named[1]) <= 5 else named[0]


def find_contact(text: str) -> str:
    """The person an offer names as the one to write to: "Recruiter: Zuri Mbatha"; empty when it names none."""
    match = _CONTACT.search(text)
    if match is None:
        return ""
    title = f"{match['title']} " if match["title"] else ""
    name = match["name"].split()
    return f"{title}{name[-1]}" if title else name[0]


def greeted_in(text: str) -> str:
    """Whom a draft or a mail quoted in the text greets: "Hi Ann," in the person's own draft."""
    match = _GREETED.search(text)
    return find_addressee(f"to {match['whom']},") if match else ""


def find_sender(text: str) -> str:
    """The person's own name where they give it; empty otherwise."""
    if labelled := _NAMED.search(text):
        return labelled["name"]
    match = _BY_NAME.search(text) or _SIGNED.search(text)
    first = lexicon.fold(match["name"].split()[0]).lower() if match else ""
    return match["name"] if match and first in GIVEN_NAMES else ""
