"""Fluency: whether a fragment of the person's can stand in a message as it is, and as what.

A fragment that is neither a sentence, a noun phrase nor an action is left out: a plain general sentence is better
than broken English in the person's name.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.grammar import has_subject, is_known_word, tag_alone, tag_words

Shape = Literal["sentence", "noun", "none"]

MOST_NOUN_WORDS = 18
MOST_SENTENCE_WORDS = 45
FEW_WORDS = 4
_WORD = lazy(r"[^\W\d_][\w'’.-]*|\d[\w.,%/+-]*|[$€£¥₹]\s?\d[\w.,]*")
_NEVER_FIRST = frozenset(
    "of for to from in at on by with about as than then and or but so because if when while though too also also, either "
    "is are was were be been being am do does did can could would will shall should may might must has have had not "
    "it they them him her he she you we i me us that which who whose what how why where there "
    "like just please pls maybe only even still yet rather quite very really again please, gladly happily "
    "ask asking write writing say saying tell telling send reply answer know sound soundin yes ok okay hi hello".split()
)
_NEVER_LAST = frozenset(
    "of for to from in at on by with about as than and or but so because if when while though the a an my your their our "
    "is are was were be been am do does did can could would will should may might must has have had not too also i they he she we who which "
    "that what it him her them me us very really just like please pls not- least".split()
)
_OPENS_A_PART = frozenset("when while until till since before after although though unless where whether".split())
_FINITE = frozenset(
    "is are was were am do does did can could would will shall should may might must has have had isn't aren't wasn't don't doesn't "
    "didn't can't won't wouldn't couldn't it's that's there's i'm i've i'd i'll they're you're we're he's she's he'd she'd they'd want wants".split()
)
_RELATIVE = frozenset("that which who where i you we when while if whether after before until so since as".split())
_PAST = (
    r"(?:led|built|wrote|shipped|ran|mentored|saved|designed|published|managed|owned|founded|grew|cut|reduced|raised|launched|delivered|created|trained|taught|migrated|scaled|authored|"
    r"held|brought|maintained|won|patented|worked|did|made|got|closed|replaced|sold|opened|hired|set up|started|passed|earned|completed|finished|took|rebuilt|rewrote|introduced|automated|negotiated|"
    r"organi[sz]ed|planned|headed|supervised|coached|improved|increased|doubled|tripled|spent|moved|turned|kept|supported|developed|implemented|handled|translated|presented|represented|served|rolled out)"
)
_PRESENT = r"(?:lead|build|run|manage|own|hold|bring|speak|teach|know|have|am|do|work|maintain|mentor|write|handle|cover|serve|need|lose|would|will|could|can|live|study|graduate|finish|'m|use)"
_STARTS_PAST = lazy(rf"^(?:also |already |personally |once )?{_PAST}\b", re.IGNORECASE)
_STARTS_PRESENT = lazy(rf"^(?:also |already |currently )?{_PRESENT}\b", re.IGNORECASE)
_ONLY_ONE = lazy(
    r"^(?:the )?only (?=(?:person|one|engineer|candidate|applicant|member|nurse|finalist)\b)", re.IGNORECASE
)
_SUBJECT = lazy(
    r"^(?:and |also |but |plus |so )?(?P<subject>i|we|my [\w.'’-]+(?: [\w.'’-]+){0,5}?|you|your [\w-]+(?: [\w-]+){0,3}?|the [\w'’-]+(?: [\w'’-]+){0,6}?|there|it|this|that|these|those|both|two|three|\d+ [\w-]+(?: [\w-]+){0,3}?|(?:(?:the|an?|my|your|our|their) )?[\w'’-]+(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bmy)(?<!\byour)(?<!\bour)(?<!\btheir)(?: [\w'’-]+){0,4}?)\s+"
    r"(?:also |already |only |just |still |currently |now |never |really |usually |do not |don't )?"
    rf"(?P<verb>am|is|are|was|were|'m|has|have|had|do|does|did|will|would|can|could|may|might|must|should|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|"
    rf"{_PAST[3:-1]}|{_PRESENT[3:-1]}|quoted?|costs?|takes?|pays?|says?|said|lists?|listed|shows?|showed|posted|asks?|asked|starts?|ends?|expires?|vests?|means?|needs?|requires?|lies|lasts?|runs?|comes?|falls?|wants?|gives?|gave|told|confirmed|"
    r"loses?|lost|owe|owes|forfeit|prefer|like|love|enjoy|hope|plan|think|believe|understand|know|see|expect|graduated?|relocat\w+|commute|live|lives|offer(?:s|ed)?|use|uses|make|makes|became|become|went|go)\b",
    re.IGNORECASE,
)
_YEARS_FIRST = lazy(
    r"^(?:over |about |more than |nearly |almost )?(?:\d+\+?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b.*\b(?:years?|months?|clients?|people|projects?|patents?|papers?|cert\w*)\b",
    re.IGNORECASE,
)
_BRINGS = lazy(
    r"^(?:my |a |an |the )?(?:[\w./+-]+ ){0,4}(?:certificat\w+|certified|diploma|degree|licen[sc]e|phd|msc|mba|masters?(?:'s)?|ccrn|cpa|cfa|pmp|experience|background|clearance|patents?|publications?|record|skills?|portfolio)\b",
    re.IGNORECASE,
)
_SKILL_YEARS = lazy(
    r"^(?P<skill>(?!(?:over|about|the|those|these|my|all|with|and|for)\b)[A-Za-z][\w /+#.-]{2,40}?)(?:,? and| with)?,? (?P<number>\d+\+?) years?$",
    re.IGNORECASE,
)
_ONLY_A_SPAN = lazy(r"(?:over|within|in|for) \S+ (?:years?|months?|weeks?)\W*", re.IGNORECASE)
_MADE = lazy(r"^(?:chartered|certified|licen[sc]ed|promoted|qualified|registered|accredited)\b", re.IGNORECASE)
_YOU_DO = lazy(
    r"^(?:i|you|we) (?:can |could |would |will |also |really |just |truly |still )*(?!of\b|for\b|to\b|in\b|at\b|and\b|the\b|a\b)[a-z]+ \w",
    re.IGNORECASE,
)
_ROLE = lazy(
    r"^(?:the |a |an )?(?:(?:tech|team|project|shift|squad) lead|(?:only|sole|first) (?:person|one|\w+ ?hire|\w+)|head|manager|owner|lead) (?:of|for|at|with|in|on|who|to)\b",
    re.IGNORECASE,
)
IN_SHORT = "For context: "
"""Opens a note that is no sentence."""
_LED = lazy(
    r"^(?:(?:and|also|plus|that|but|so|because|why|except(?: for| that)?|say|mention|since(?= (?:i|we|my|our|the|it|they|you|there|family)\b)|as(?= (?:i|we|my|our|the|it|they|you|there|family|this)\b))\b[:,]?\s*)+(?=\w)",
    re.IGNORECASE,
)
_DOING = lazy(
    r"(?:walking|giving|leaving|losing|coming|moving|working|running|paying|doing|holding|turning)\b", re.IGNORECASE
)
_SLANG = lazy(
    r"\b(?:lol|lmao|wtf|af|tbh|omg|damn|shit\w*|fuck\w*|crap|idk|ngl|yaar|bro|dude|haha|gf|bf|sth|smth|cuz|gonna|wanna|pls|plz|thx|asap pls)\b|[!?]{2,}|:\(|:\)",
    re.IGNORECASE,
)


def words_of(text: str) -> list[str]:
    """The words and numbers of a fragment, lower case."""
    return [word.lower().strip(".,") for word in _WORD.findall(text)]


def is_noun_phrase(text: str) -> bool:
    """Whether the fragment names a thing and nothing more.

    >>> is_noun_phrase("a review of the level after six months"), is_noun_phrase("for transparent that we led")
    (True, False)
    """
    words = words_of(text)
    if not words or len(words) > MOST_NOUN_WORDS or _SLANG.search(text) or re.search(r"[?!:;]", text):
        return False
    if words[0] in _NEVER_FIRST or words[-1] in _NEVER_LAST or text.rstrip().endswith(","):
        return False
    for position, word in enumerate(words):
        if (word in _FINITE or tag_alone(word) == "VBZ") and not any(
            before in _RELATIVE for before in words[:position]
        ):
            return False
        if word in ("i", "they", "he", "she") and position == len(words) - 1:
            return False
    if len(words) == 1:
        return len(words[0]) > 2 and not words[0][0].isdigit()
    if words[1] in ("that", "which", "who", "if"):
        return False
    return not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE)


def is_action(text: str) -> bool:
    """Whether the fragment, which starts with a verb in its plain form, can stand behind "could you"."""
    words = words_of(text)
    if len(words) < 2 or len(words) > 26 or _SLANG.search(text) or re.search(r"[?!;]", text):
        return False
    return words[-1] not in _NEVER_LAST - {"it", "them", "him", "her", "me", "us", "that"} and not re.search(
        r"\b(?:they|she|he) (?:is|are|says?|said|wants?)\b", text, re.IGNORECASE
    )


def is_sentence(text: str) -> bool:
    """Whether the fragment has a subject with a verb and an end.

    >>> is_sentence("I led twelve people"), is_sentence("because of the thing with the")
    (True, False)
    """
    words = words_of(text)
    if (
        len(words) < 3
        or len(words) > MOST_SENTENCE_WORDS
        or _SLANG.search(text)
        or words[-1]
        in _NEVER_LAST - {"it", "me", "us", "them", "so", "that", "too", "him", "her", "do", "am", "is", "are"}
    ):
        return False
    if words[0] in _OPENS_A_PART or re.search(r"\?|\b(?:reasons?|pls|please)\b", text, re.IGNORECASE):
        return False
    if _YOU_DO.match(text):
        return True
    return (has_subject(text) or bool(_SUBJECT.match(text))) and words[0] not in (
        "which",
        "who",
        "if",
        "because",
        "asking",
        "ask",
        "write",
    )


def as_reason(text: str) -> str:
    """The fragment as a sentence about the person; empty when it cannot be made one.

    >>> as_reason("led 12 people"), as_reason("9 years in distributed systems"), as_reason("of hybrid")
    ('I led 12 people', 'I bring 9 years in distributed systems', '')
    """
    text = re.sub(
        r"\b(be|am|was|being) only (?=(?:person|one|engineer|member)\b)",
        r"\1 the only ",
        re.sub(r"^I have got ", "I have ", text),
    )
    plain = _LED.sub("", text.strip())
    behind = _BECAUSE.match(plain)
    because = behind["rest"] if behind and _tells(behind["rest"]) else ""
    plain = because or plain
    plain = re.sub(r"^been (?=\w)", "I have been ", plain, flags=re.IGNORECASE)
    plain = _ONLY_ONE.sub("I am the only ", plain)
    if _DOING.match(plain) and not has_subject(plain):
        plain = f"I am {plain[:1].lower()}{plain[1:]}"
    if not plain or _SLANG.search(plain) or _ONLY_A_SPAN.fullmatch(plain) or re.match(r"(?i)(?:was|were)\b", plain):
        return ""
    if _STARTS_PAST.match(plain) or (
        _STARTS_PRESENT.match(plain)
        and not re.match(r"^(?:work|lead|study|cover|need|use) (?:of|from|at|and|is|was)\b", plain)
    ):
        whole = f"I {plain[:1].lower()}{plain[1:]}"
        return whole if words_of(whole)[-1] not in _NEVER_LAST and len(words_of(whole)) > 2 else ""
    plain = re.sub(r"^((?:I have )?\d+\+? years)(?=,| and |$)", r"\1 of experience", plain)
    if (_YEARS_FIRST.match(plain) or _BRINGS.match(plain)) and is_noun_phrase(plain):
        return f"I bring {plain[:1].lower() + plain[1:] if plain[:2].istitle() else plain}"
    if _ROLE.match(plain) and is_noun_phrase(plain):
        return f"I have been {plain[:1].lower()}{plain[1:]}"
    if is_sentence(plain) or because:
        return plain
    if counted := _SKILL_YEARS.match(plain):
        return f"I have {counted['number']} years of experience in {counted['skill']}"
    if _MADE.match(plain) and is_noun_phrase(plain):
        return f"I was {plain[:1].lower()}{plain[1:]}"
    return _as_note(plain)


_TOO = lazy(r"(?:too|so|very) (?!(?:many|much|few)\b)[a-z]+\b", re.IGNORECASE)


def _as_note(plain: str) -> str:
    """What is no sentence, told as a note; "too far" of the job; empty where it is neither."""
    count = len(words_of(plain))
    if _TOO.match(plain) and count < MOST_NOUN_WORDS:
        return f"It would be {plain}{' for me' if count < FEW_WORDS else ''}"
    if count >= 2 and not re.match(r"\w+ly\b", plain) and _is_note(plain) and _is_plain(plain):
        return f"{IN_SHORT}{plain if plain[:2].isupper() else plain[:1].lower() + plain[1:]}"
    return ""


_BECAUSE = lazy(r"(?:since|because) (?P<rest>(?!of\b)\S.+)", re.IGNORECASE)


def _tells(clause: str) -> bool:
    """Whether what follows "since" has a subject and a verb, and is no date."""
    tags = [tag for _, tag in tag_words(clause)]
    return has_subject(clause) or (
        len(tags) > 2 and tags[0] in ("NNS", "DT") and any(tag.startswith("VB") for tag in tags)
    )


def _is_plain(text: str) -> bool:
    """Whether the small words of a note are English ones."""
    small = re.findall(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])", text)
    small = [word for word in small if word.islower()]
    return not small or sum(is_known_word(word) for word in small) * 2 > len(small)


def _is_note(text: str) -> bool:
    """Whether a fragment without a verb names things, one or several: "own tools, second shift"."""
    return all(is_noun_phrase(part) for part in re.split(r",\s+|\s+and\s+|\s+\+\s+", text) if part)
