"""Company: the employer that makes the offer, from labels, offer phrases, well-known names or the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.letters.employers import COMMON_WORDS, EMPLOYERS
from assistant.letters.job_words import JOB_NOUN
from assistant.letters.mentions import Page
from assistant.letters.patterns import LABEL
from assistant.letters.places import CITY_CURRENCY, COUNTRY_CURRENCY
from assistant.letters.terms import Span, Terms
from assistant.letters.titles import FUNCTION_WORDS, TITLE, TITLE_NOUN
from assistant.letters.word_variants import COMPANY_KEYS

LONGEST_READ = 30_000
_SUFFIX = (
    r"(?:S\.A\. de C\.V|GmbH & Co\.? KGa?A?|[Ii]nc|LLC|L\.L\.C"
    r"|Ltd|Limited|GmbH|AG|AB|SA|S\.A|SAS|SARL|S\.r\.l|SpA|plc|PLC"
    r"|LLP|LP|Corp"
    r"|Corporation|Co|Company|K\.K|KK|BV|B\.V|NV|N\.V|Oy|Oyj|ASA|AS|ApS|A/S"
    r"|Lda|Ltda|S\.L\.U?|S\.L|SL|sp\. ?z ?o\.? ?o|s\.r\.o|a\.s|d\.o\.o|Kft|Zrt|OÜ|UAB|SIA|Ltée|ULC|PLLC|P\.C|Bhd"
    r"|Sdn\.? Bhd|e\.K|UG|KGaA|A\.S|S\.p\.A|Sp\.? z o\.o|S\.A\.S|S\.A\.R\.L|eG|gGmbH|mbH"
    r"|FZ-LLC|FZCO|Pty Ltd|Pte Ltd|Pvt Ltd|Private Limited|Pvt\. Ltd|Pte\. Ltd|Pty\. Ltd|KG|SE|e\.V|GK|Inc)"
    r"\b\.?"
)
_WORD = (
    r"(?:St\. [A-Z]\w+(?:'s)?|[A-Z0-9À-Þ][\w'À-ÿ]{0,30}(?:[-.&][\w'À-ÿ]{1,30}){0,4}"
    r"|(?<!\w)[a-z]{1,12}[A-Z]\w{0,30})"
)
_NAME = rf"(?P<name>{_WORD}(?:,? (?:{_SUFFIX})|[ ](?:&|and|of|de|du|des|la|the|\+)[ ]{_WORD}|[ ]{_WORD}){{0,5}})"
_AFTER_TITLE = 4.2
_BEFORE_TITLE = 4.4
_AT_PLACE = 4.6
_STRONG: tuple[tuple[float, str], ...] = (
    (0,
        rf"(?m)^[ \t|*#-]*(?i:company|employer|organi[sz]ation|employing entity|hiring company|firm"
        rf"|business|facility|{COMPANY_KEYS})(?: name)?[*_]*\s*[:|=]\s*[*_]*(?:\n[ \t]*)?{_NAME}"),
    (0, rf"(?m)^[ \t]*(?i:company|employer|organi[sz]ation)(?: name)?[ \t]*\n[ \t]*{_NAME}"),
    (0, rf"(?i:(?<=[.;,] )company ?[:=]|\bcompany(?: is|'s)|\bemployer is|\bthe company:)\s+{_NAME}"),
    (1, rf'{_NAME},?\s*\((?:the\s+|hereinafter\s+|hereafter\s+)*["\']?(?i:company|employer|firm|we)\b'),
    (1, rf"(?i:\bon behalf of)\s+"
        rf"(?!(?:the )?(?:College|School|Department|Faculty|Board|Office|Division) of){_NAME}"),
    (1.5,
        rf"\((?i:hr|recruiter|recruiting|talent(?: acquisition)?|ta|people team|hiring manager)"
        rf"(?:,| at| @| from| -)\s+{_NAME}\)"),
    (2, rf"(?i:\b(?:chez|bei(?: der)?|bij|presso|hos))\s+{_NAME}"),
    (2, rf"\b[A-Z][a-z]+ (?i:from|at|with|@) {_NAME}(?= (?i:here)\b)"),
    (3.8, rf"(?i:\b(?:cheers|thanks|regards|best|thx)),?\s+[A-Z]\w+ \({_NAME}\)"),
    (1,
        rf"{_NAME}\s+(?i:is|are|would|am)\s+(?i:(?:very |so |truly |absolutely |both )?(?:pleased|excited"
        rf"|happy|delighted|thrilled|proud|like|love|glad|honou?red)\s+to\s+(?:offer|extend|invite|confirm|make"
        rf"|present|have you|welcome|bring you|hire))"),
    (1,
        rf"{_NAME}\s+(?i:hereby (?:offers|extends)|offers you|(?:has |just |finally |have )?(?:offered"
        rf"|extended|gave)|wants me|made me an|came back|is offering|are offering)"),
    (2,
        rf"(?i:\boffer(?: letter| of employment| pending| details| summary| package| call| received"
        rf"| came in| in hand| on the table)?\s+(?:from|at"
        rf"|with|by)(?: the)?)\s+{_NAME}"),
    (2, rf"(?i:\b(?:letter|package|numbers?|terms|oferta|offerta"
        rf"|aanbod|proposta|details|in writing|erbjudande|tilbud|angebot) "
        rf"(?:from|de|da|do|från|fra|von|van)(?: the)?)\s+{_NAME}"),
    (2,
        rf"(?i:\b(?:employment|position|role|job|gig|offer|internship|opportunity)\s+(?:with|at|here at))"
        rf"\s+{_NAME}"),
    (2, rf"(?i:\bjoin(?:ing)?(?: us at| the team at| our team at)?)\s+(?!(?:us|the|our|on|in|as)\b){_NAME}"),
    (2,
        rf"(?i:\b(?:here at|we at|have you at|aboard at|on board at|team at|us at|family at|everyone at"
        rf"|welcome to|career at|career with"
        rf"|employed by|hired by|recruiter (?:from|at)|hr at|came in from|heard from|called from"
        rf"|from the team at))\s+{_NAME}"),
    (2, rf"(?:@)\s?{_NAME}"),
    (4, rf"\b{JOB_NOUN}(?: (?:I{{1,3}}|IV|V))? (?:at|with|@) {_NAME}"),
    (4.4, rf"(?i:\b(?:offer|contract|role|job|day|hour|hr)\b[^.\n]{{0,20}} (?:via|through)) {_NAME}"),
    (4.5, rf"(?m)^[ \t*#-]*\(?[A-Da-d1-4][.):] {_NAME}(?=\s*(?::| - |,|\())"),
    (2, rf"(?i:\byour (?:equity|pay|compensation|package|total rewards?|numbers) (?:at|with))\s+{_NAME}"),
    (2, rf"(?i:\b(?:this|it'?s|its|i'?m) (?:is )?){_WORD} (?i:from) {_NAME}(?=\s*[.,!;\n-])"),
    (2,
        rf"(?m)(?:^|[-:.!,] ?){_NAME} (?i:is thinking|(?:is |are )?offering"
    rf"|want(?:s)? to (?:move|hire|offer|bring)|want(?:s)? you"
        rf"|can (?:do|offer|go)|(?:is|are) (?:going|moving) (?:with|ahead))\b"),
    (3,
        rf"(?m)^[ \t#*]*(?i:(?:subject: (?:(?:re|fwd?): )*)?"
    rf"(?:(?:final |verbal |revised |updated |job |employment )*offer(?: letter"
        rf"| summary| details| of employment)?|proposition d'embauche / job offer|call notes)\s*(?:-|:|\|"
        rf"|/)\s*){_NAME}"),
    (2,
        rf"\b(?:start-?up|co|company(?:'s)?|non-?profit|charity|clinic|school|university"
        rf"|contract (?:through|with|via)|firm"
        rf"|agency|place|shop|employer|studio|bank|hospital|org)(?: called| named"
        rf"|,)? ?\(?{_NAME}(?=[),.;:!?\s]|$)"),
    (3, rf"(?i:\bit'?s(?: with| at| from)?)\s+{_NAME}(?=\s+(?:btw|by the way)|[,.!)\n]|$)"),
    (4, rf"{_NAME}\s+(?i:called|verbal|offer\b)"),
    (4, rf"(?i:\b(?:as|for|of|,)\s+(?:an? |our |the )?)[\w ,/-]{{3,60}}?\s(?:at|with|here at|@)\s+{_NAME}"),
    (_AFTER_TITLE, rf"(?i:\b(?:role|title|position|offer)\s*:\s*)"
    rf"[^\n,;|\d]{{3,50}},\s+{_NAME}(?=\s*(?:[.\n;]|, ?[$€£\d]|, [A-Z])|$)"),
    (4.2, rf"(?m)(?:^|[.!] ?){_NAME} (?i:se) (?=\d|offer)"),
    (_BEFORE_TITLE, rf"(?m)(?:^|(?<=[.!?] )){_NAME},\s+(?=(?i:(?:[\w&]+ ){{0,4}}{JOB_NOUN})\b)"),
    (3.8, rf"(?m)(?:^[ \t]*|\s)[-~] ?(?:[A-Z][a-z]+(?:,| at| from| @) )?{_NAME}\s*\Z"),
    (_AT_PLACE, rf"\bat {_NAME}(?=\s+(?:in|as|for)\b|[.,;)]|\s*$)"),
    (4.5,
        rf"(?i:\b(?:offer|option) ?#?(?:[a-d]|[1-4]|one|two|three)\s*(?::|-|=|is\b|from\b|at\b|\()\s*"
        rf"(?:from |at )?){_NAME}"),
    (_AT_PLACE,
        rf"\b{JOB_NOUN}(?: (?:I{{1,3}}|IV|V))?(?:,| -)\s+{_NAME}(?=,\s+[A-Z][a-z]+(?: [A-Z][a-z]+)?,?\s+[A-Z]{{2}}\b)"),
    (4.3,
        rf"(?m)(?:^[ \t#*]*|[-,:|] |\bat )(?P<name>(?:{_WORD} (?:(?:&|and|of) )?){{1,4}}(?:Hospital|Clinic|University"
        rf"|College|Bank|Credit Union|Institute|Foundation|Labs|Laboratories|Technologies|Holdings|Partners"
        rf"|Medical Center|Airlines|Pharma|Therapeutics|Robotics|Industries|Insurance|Biosciences|Studios|Ventures"
        rf"|Instruments|Systems|Analytics|Software|Energy|Logistics|Group|Capital|Financial|Health|Dynamics|Networks))"
        rf"(?=[ \t]*(?:[,.;:(\n]|$))"),
    (_AT_PLACE,
        rf"(?i:{JOB_NOUN}|\b(?:head|director|vp) of \w+(?: \w+)?) (?:at|@) ?"
        rf"(?P<name>(?!(?:the|an?|our|their|my|your|this|that|some|least|home)\b)"
        rf"[a-z][\w&'-]+(?: [a-z][\w&'-]+){{0,2}})"
        rf"(?=\s*(?:[,.;:!?(\n]|$| - ))"),
    (5, rf"(?m)^[ \t]*{_NAME}\s*\([A-Za-z0-9][^)\n]{{0,40}}\)\s*(?:-|:|,)"),
    (5, rf"(?:^|[:;] ?){_NAME}(?=\s+[$€£]?\d)"),
    (5, rf"(?m)(?:^|[,;|]|\bat|\bfrom)[ \t]{{0,4}}{_NAME}(?=[ \t]{{0,3}}(?:[,;|.\n:(-]|$))"),
)  # fmt: skip
_COMPILED = tuple((rank, re.compile(pattern)) for rank, pattern in _STRONG)
_LEGAL = re.compile(rf"{_WORD}(?: (?:&|and|of|de|du|des) {_WORD}| {_WORD}){{0,4}},? {_SUFFIX}")
_KNOWN = re.compile(
    r"(?<![\w@.-])(?:"
    + "|".join(re.escape(name) for name in sorted(EMPLOYERS, key=len, reverse=True))
    + r")(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
_NOT_THE_EMPLOYER = re.compile(
    r"(?:\bex-|\bformer(?:ly)? (?:at )?|\bcompeting (?:offer )?(?:from|at|with)?|\b(?:leave|leaving|left"
    r"|my time at|working (?:at|for)|currently at|i'm at|am at|interviewing (?:at|with)|"
    r"competitor|like|than|versus|vs\.?|previously at|experience at|instead of|also have .{0,30}|reject\w*"
    r"|declin\w+|turn(?:ed)? down))\s*$",
    re.IGNORECASE,
)
_COMMON_USE = re.compile(r"\w+ ?[–—,-] |\w+ (?:[a-z\d$]|Bonus|Salary|Start|Date|Pay|Equity)|\w+ ?(?:[|]|$)")
_NOT_AFTER = re.compile(
    r"^\s*(?:alternative|competitor|-like|salary|stock price|shares of|rejected|13th|month\b|annual wage"
    r"|levels?\b)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:They're|We're|You're|He's|She's|It's|I'm|They've|We've|I|We|You|Your|Our|My|The|This|That|These|It"
    r"|Its|They|Their|He|She|A|An|In|On|At|As|For|To|By|If"
    r"|And|Or|But|So|Please|Dear|Hi|Hello|Hey|Re|Fwd|Subject|From|Date|Sent|"
    r"Base|Salary|Bonus|Sign|Signing|Stock|RSUs?|Equity|Options|Target|Annual|Total|Title|Position|Role"
    r"|Level|Location|Start|Offer|Congratulations|Thanks|Thank|Best|Regards|Kind|"
    r"Sincerely|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|CTC|OTE|USD|EUR|GBP|CHF|CAD|AUD|SGD|INR|JPY|PTO|Remote|Hybrid|Full|Part|Benefits"
    r"|Compensation|Great|Good|Final|Verbal|Fully|First|Second|Need|No|Not|"
    r"Yes|Ok|Okay|Would|Could|Can|Will|Any|Also|Current|Currently|New|Update|Updated|Actually|Human|HR"
    r"|Company|Employer|Everything|Just|Got|Grant|Details|Component|Amount|Value|Term|Terms|"
    r"Board|Plan|Pacific|Eastern|Central|Human Resources|All|Other|After|Before|During|What|When|How|Why"
    r"|Who|Is|Are|Do|Does|Should|There|Here|Now|Today|Tomorrow|Notes|Package|Team|People|"
    r"Conditional|Tentative|Provisional|Amended|Revised|Formal|Contingent|Unconditional|Relocation|Vesting"
    r"|Deadline|Employment|Equal|Subject|System|SYSTEM|Workplace|Employee|Candidate"
    r"|Attached|Additionally|Further|Upon|Each|Both|With|Without|Paid|Net|Gross|Fixed|Variable|Startup"
    r"|BigCo|Grade|Band|Site|Status|Respond)$"
)
_NO_FIRST_WORD = re.compile(
    r"^(?:Official|Rate|Orientation|Recruiter|Reply|Deadline|Acceptance|Annexure|Appendix|Schedule|Visa|Health|Dental"
    r"|Performance|Retention|Severance|Probation|Notice|Work|Working|Hours|Manager|Reporting|Department"
    r"|Effective|Dated|Ref|Page|Confidential|Private|Personal|Strictly|Hired|Contract|Permanent|Temporary"
    r"|Comp|Pay|Sum|Summary|Overview|Key|Year|Month|Week|Day|Perks|Stock|Shares|Units|Value|Price|Strike"
    r"|Ihre|Job|Formal|Written|Competing|Another|One|My|Internal)$"
)
_DEPARTMENT = re.compile(
    r"(?i)(?:talent(?: acquisition| partner| team)?|people(?: (?:&|and) culture| operations| ops| team"
    r"| partner)?|culture"
    r"|human resources|hr(?: team| manager)?|recruit(?:ing|ment|er)(?: team)?|hiring(?: team)?|staffing"
    r"|compensation|payroll"
    r"|(?:vice-)?chancellor|provost|dean|president|trustees|board(?: of \w+)?|management|director-general"
    r"|personalabteilung|ressources humaines|recursos humanos)"
)
_PERSON_BEFORE = re.compile(
    r"(?:\bDear|\bHi|\bHello|\bHey|\bMr\.?|\bMs\.?|\bMrs\.?|\bDr\.?|\breporting to|\breport to|\bw/|\bwith"
    r"|\bmanager|\bFrom:|\bTo:|\bby)\s*$",
    re.IGNORECASE,
)
_SIGN_TITLE = re.compile(
    r"(?i)\b(?:recruit\w*|talent|people|hr|human resources|partner|manager|director|ceo|cto|cfo|vp|head"
    r"|founder|president|officer|lead)\b"
)
_PAY_AFTER = re.compile(r"(?<=\w) \d[\d.,]*[kKmML]?$")
_TRAILING = re.compile(
    r"(?:\s+(?!(?-i:AS)\b)(?:offer|team|hr|recruiting|as|for|in|is|has|and|of|the|we|at|to|with|office|verbal))+$",
    re.IGNORECASE,
)


def read_company(page: Page, terms: Terms) -> None:
    """Fill company with the best-ranked name; nothing when no phrase points to an employer."""
    best: tuple[float, int, str, Span] | None = None
    for rank, name, span in _candidates(page):
        if best is None or (rank, span[0]) < best[:2]:
            best = (rank, span[0], name, span)
    if best is None:
        signed = _from_signature(page)
        if signed:
            terms.put("company", *signed)
        return
    terms.put("company", best[2], best[3])


def _candidates(page: Page) -> Iterator[tuple[float, str, Span]]:
    text = page.terms[:LONGEST_READ]
    for rank, pattern in _COMPILED:
        for match in pattern.finditer(text):
            named = clean_name(match["name"], match.start("name"))
            if (
                named
                and not _is_excluded(text, *named[1], loose=rank > 4)
                and (rank < 5 or _is_offered_by_list(page, *named[1]))
            ):
                # a phrase near the top counts like its kind, a well-known name a little more
                known = named[0].lower() in EMPLOYERS
                yield rank - (0.5 if known else 0), EMPLOYERS.get(named[0].lower(), named[0]), named[1]
    for match in _KNOWN.finditer(text):
        written = match.group()
        common = written.lower() in COMMON_WORDS and not (
            written[0].isupper() and not _starts_sentence(text, match.start())
        )
        if not common and not _is_excluded(text, match.start(), match.end(), loose=False):
            yield 3.5, EMPLOYERS[written.lower()], match.span()
    for match in _LEGAL.finditer(text):
        named = clean_name(match.group(), match.start())
        if named and not _is_excluded(text, *named[1]):
            yield 3.2, *named


def _fits(page: Page, rank: float, name: str, span: Span) -> bool:
    """Whether the weaker phrases are borne out by what stands around the name."""
    if rank in (_AFTER_TITLE, _BEFORE_TITLE):
        return not FUNCTION_WORDS.search(name)
    if rank == _AT_PLACE:
        return " " in name
    return rank < 5 or _is_offered_by_list(page, *span)


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start].rstrip(" \t*#-")
    return (not before or before[-1] in ".!?\n|:") and bool(_COMMON_USE.match(text, start))


def _is_excluded(text: str, start: int, end: int, loose: bool = True) -> bool:
    before = text[max(0, start - 45) : start]
    return bool(
        _NOT_THE_EMPLOYER.search(before)
        or _NOT_AFTER.match(text[end : end + 20])
        or (loose and _PERSON_BEFORE.search(before[-14:]))
    )


def _is_no_name(word: str) -> bool:
    bare = word.strip(",.")
    return bool(_NO_NAME.match(bare) or (bare.isupper() and len(bare) > 3 and _NO_NAME.match(bare.title())))


def clean_name(name: str, start: int) -> tuple[str, Span] | None:
    """A name without words that are none, or None: titles, places, labels and common words are no names."""
    name = re.split(r"\n", name)[0]
    if number := re.match(r"\d[\d,.]* (?=[A-Z])", name):
        name, start = name[number.end() :], start + number.end()
    name = _TRAILING.sub("", _PAY_AFTER.sub("", name.rstrip(" ,-")))
    words = name.split()
    while words and (_is_no_name(words[0]) or _NO_FIRST_WORD.match(words[0].strip(",."))):
        cut = len(words[0]) + 1
        name, start, words = name[cut:], start + cut, words[1:]
    for place in range(1, len(words)):
        if _is_no_name(words[place]) and words[place] not in (
            "Company",
            "Human",
            "People",
            "Team",
            "Central",
            "Pacific",
            "Equity",
            "Capital",
            "New",
            "Other",
            "First",
            "May",
            "Re",
        ):
            name = name[: name.index(words[place])].rstrip(" ,-")
            break
    words = name.split()
    if len(words) > 1 and " ".join(words).lower() not in EMPLOYERS and words[-1].lower() in CITY_CURRENCY:
        name = name[: -len(words[-1])].rstrip(" ,-")
    if len(words) == 2 and words[0].lower() in EMPLOYERS and re.fullmatch("SG|IN|UK|US|JP|DE|AU|CA", words[1]):
        name = words[0]
    lowered = name.lower().strip(" .,")
    if (
        len(lowered) < 2
        or not re.search(r"[^\W\d_]", name)
        or lowered in CITY_CURRENCY
        or lowered in COUNTRY_CURRENCY
        or re.fullmatch(r"[A-Z]{1,3}\d*|\d[\d.,]*\w?", name)
    ):
        return (name, (start, start + len(name))) if lowered in EMPLOYERS else None
    if TITLE.fullmatch(name) or (TITLE_NOUN.search(name) and len(name.split()) > 1 and not re.search(_SUFFIX, name)):
        return None
    if re.match(r"(?:of|the|and|de)\b", name):
        return None
    if _DEPARTMENT.fullmatch(name.strip(" .,&")):
        return None
    if LABEL.fullmatch(name) or re.match(r"(?:College|School|Faculty|Board|Division) of\b", name):
        return None
    return name, (start, start + len(name))


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


def _from_signature(page: Page) -> tuple[str, Span] | None:
    for start, end in page.signatures:
        offset = start
        for line in page.text[start:end].split("\n"):
            named = _from_signature_line(line, offset)
            if named:
                return named
            offset += len(line) + 1
    return None


def _from_signature_line(line: str, offset: int) -> tuple[str, Span] | None:
    if re.search(r"\d|@", line):
        return None
    if legal := _LEGAL.search(line):
        return clean_name(legal.group(), offset + legal.start())
    parts = list(re.finditer(r"[^|,]+", line))
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
            line = re.compile(rf"[ \t]*{_NAME}[ \t]*$", re.MULTILINE).match(page.text, match.end())
            if line:
                return clean_name(line["name"], line.start("name"))
    return None
