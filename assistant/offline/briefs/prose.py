"""Prose: a chatty fragment of the person's made fit to stand in a message, in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FILLER = re.compile(
    r"(?:^|(?<=[\s,.;(]))(?:lol|lmao|haha+|hehe|tbh|imo|imho|ngl|btw|fyi|pls|plz|please|um+|uh+|er+|idk|rn|omg|ugh|yaar|bro|"
    r"like,|you know|u know(?: what i mean)?|i guess|i think|kinda|sort of|literally|honestly|basically|actually|af|"
    r"so yeah|or whatever(?: they have| you have)?|oh no make that|okay so|ok so)(?=$|[\s,.;!?)])",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\u2B50]+")
_WORDS: tuple[tuple[str, str], ...] = (
    (r"sign(?:ing)? on(?= bonus|\s*$|\s*[,.;)]| on\b)", "sign-on"), (r"(?<!would )(?<!d )(?<!we )(?<!i )like(?= [$€£¥₹]?\d)", "about"), (r"in stead(?= of)", "instead"), (r"theres", "there is"), (r"w/out|w/o", "without"), (r"w/", "with "), (r"b/c|bc|cuz|coz|cos", "because"), (r"bf", "before"),
    (r"&|and", "and"), (r"\+/-", "about"),
    (r"i'm|im", "I am"), (r"i've|ive", "I have"), (r"i'll", "I will"), (r"i'd|id(?= (?:like|love|want|be|say|go|take|get|have|need|prefer|accept))", "I would"),
    (r"i", "I"), (r"u", "you"), (r"ur", "your"), (r"youre", "you are"), (r"ya", "you"),
    (r"dont", "don't"), (r"doesnt", "doesn't"), (r"didnt", "didn't"), (r"cant", "can't"), (r"wont", "won't"), (r"isnt", "isn't"),
    (r"havent", "haven't"), (r"hasnt", "hasn't"), (r"wasnt", "wasn't"), (r"thats", "that's"), (r"theyre", "they are"),
    (r"v(?= (?:keen|happy|excited|interested|much|good|nice|glad|grateful|pleased)\b)", "very"), (r"gonna", "going to"), (r"wanna", "want to"), (r"gotta", "have to"), (r"thru", "through"), (r"tho", "though"),
    (r"yoe", "years of experience"), (r"yrs", "years"), (r"yr", "year"), (r"mos|mths", "months"), (r"mth", "month"), (r"wks", "weeks"),
    (r"wk", "week"), (r"hrs", "hours"), (r"ppl", "people"), (r"exp", "experience"), (r"mgr", "manager"), (r"mgmt", "management"),
    (r"sr", "senior"), (r"jr", "junior"), (r"dept", "department"), (r"co\.?(?= gave| offered)", "company"), (r"rec", "recruiter"),
    (r"certs", "certifications"), (r"cert", "certification"), (r"rev(?= lift| growth| increase)", "revenue"), (r"info", "information"),
    (r"til", "until"), (r"till", "until"), (r"tmrw|tmr", "tomorrow"), (r"thx|ty", "thanks"), (r"approx", "about"), (r"incl", "including"),
    (r"relo", "relocation"), (r"cz|cause(?= (?:i|my|the|we|our|it)\b)", "because"), (r"em|'em", "them"), (r"smth|sth", "something"), (r"abt|bout", "about"), (r"prob(?= )", "probably"),
    (r"def(?= )", "definitely"), (r"asst", "assistant"), (r"n(?= [a-z])", "and"), (r"its(?= (?:a|an|the|my|not|about|too|been|just|only|rotating|here|there|in|done|ready|signed|fixed|written|\d+)\b)", "it's"), (r"gotten", "received"),
    (r"wouldnt", "wouldn't"), (r"couldnt", "couldn't"), (r"shouldnt", "shouldn't"), (r"arent", "aren't"), (r"werent", "weren't"), (r"gig", "job"),
    (r"mon", "Monday"), (r"tue|tues", "Tuesday"), (r"wed", "Wednesday"), (r"thu|thur|thurs", "Thursday"), (r"fri", "Friday"),
    (r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)", "\\1"),
    (r"(january|february|april|june|july|august|september|october|november|december)", "\\1"),
    (r"(?<=\d )(march|may)", "\\1"), (r"march(?= \d)", "March"), (r"in march", "in March"), (r"may(?= \d)", "May"), (r"august(?= \d)", "August"), (r"jan", "January"), (r"feb", "February"), (r"apr", "April"), (r"jun", "June"), (r"jul", "July"), (r"aug", "August"),
    (r"sept?", "September"), (r"oct", "October"), (r"nov", "November"), (r"dec", "December"),
    (r"(ml|ai|llm|nlp|gpu|aws|gcp|sql|phd|hr|uk|us|usa|eu|cto|ceo|vp|rsu|rsus|qa|api|sre|ux|ui|mba|msc|bsc)", "\\1"),
)  # fmt: skip
_REPLACED = tuple(
    (re.compile(rf"(?<![\w$€£'/.-])(?:{words})(?![\w'/])" if words[-1] not in "/&" else rf"(?<![\w]){words}", re.IGNORECASE), new)
    for words, new in _WORDS
)  # fmt: skip
_CAPITALS = {"phd": "PhD", "rsus": "RSUs", "msc": "MSc", "bsc": "BSc"}
_PUNCTUATION = re.compile(r"\s+([,.;:?!])(?!\d)")
_REPEATED = re.compile(r"([,.;:?!])(?:\s*\1)+")
_SPOKEN = ((" comma ", ", "), (" period ", ". "), (" full stop ", ". "), (" question mark", "?"), (" new line ", "\n"))
_TO_YOU = (
    (r"they(?:'re| are)", "you are"), (r"they've", "you have"), (r"they'll", "you will"), (r"they'd", "you would"), (r"they", "you"),
    (r"them", "you"), (r"their", "your"), (r"theirs", "yours"),
)  # fmt: skip
_TO_YOU_WORDS = tuple((re.compile(rf"\b{words}\b", re.IGNORECASE), new) for words, new in _TO_YOU)
_TO_THEM = re.compile(
    r"\b(told|tell|ask(?:ed)?|sent|send|wrote|write|gave|give|show(?:ed)?|thank(?:ed)?|with|for) them\b", re.IGNORECASE
)
_ENDS = " \t\n,.;:!?-–—/|\"'“”‘’"


def dictated(text: str) -> str:
    """The text with spoken punctuation written as signs; unchanged unless several such words stand in it.

    >>> dictated("write to her period ask for a comma b")
    'write to her. ask for a, b'
    """
    lowered = text.lower()
    if sum(lowered.count(words) for words, _ in _SPOKEN) < 2:
        return text
    for words, sign in _SPOKEN:
        text = re.sub(re.escape(words.rstrip()) + r"(?=\s|$)", sign.rstrip() or sign, text, flags=re.IGNORECASE)
    return text


_STAMMERED = re.compile(
    r"\b(?<!sign )(?<!signing )(i|we|the|an?|to|and|my|of|in|it|is|they|so|but|for|you|she|he|with|on|at|are|was|would|could)((?:[ ,.-]+\1)+)(?= )",
    re.IGNORECASE,
)


def once_said(text: str) -> str:
    """The text without small words said twice in a row.

    >>> once_said("and I I have my masters")
    'and I have my masters'
    """
    return _STAMMERED.sub(r"\1", text)


_SPACED = re.compile(r"(?<![\d.,])(\d{1,3}) (\d{3})(?![\d.,]?\d)")
_SPACED_ZEROS = re.compile(r"(?<![\d.,])(\d{1,3}) 000(?![\d.,]?\d)")
_SPACED_MONEY = re.compile(
    r"\d{1,3} \d{3} ?(?:€|(?:pln|zl|sek|nok|dkk|czk|eur|huf|chf|kr|kc|ft|lei|ron|uah|rub)\b)", re.IGNORECASE
)


def joined(text: str) -> str:
    """The text with thousands parted by a space joined, where one such number is plainly a sum.

    >>> joined("they give 17 000 pln, i ask 19 500")
    'they give 17,000 pln, i ask 19,500'
    """
    text = _SPACED.sub(r"\1,\2", text) if _SPACED_MONEY.search(text) else text
    return _SPACED_ZEROS.sub(r"\1,000", text)


def joined_alike(texts: Sequence[str]) -> list[str]:
    """The texts of one person, thousands parted by a space joined in all of them where one tells a sum so.

    >>> joined_alike(["on me propose 2 350 € par mois", "je voudrais 2 550"])
    ['on me propose 2,350 € par mois', 'je voudrais 2,550']
    """
    if not any(_SPACED_MONEY.search(text) for text in texts):
        return list(texts)
    return [_SPACED.sub(r"\1,\2", text) for text in texts]


_BARE = re.compile(
    r"(?<![\w.,$€£¥₹%/+-])(?P<number>\d{2,3})(?![\w.,]*\d)(?!\s?(?:k\b|%|percent|lpa|lakh|an? (?:hour|month|day)|/|per\b|st\b|th\b|nd\b|rd\b|days?\b|weeks?\b|months?\b|years?\b|hours?\b|people\b|shares\b|options\b|rsus?\b|remote\b|\d))",
    re.IGNORECASE,
)
_NOT_A_YEAR = re.compile(
    r"\d\s?(?:/|per |an? )\s?(?:hr|hour|h\b)|\d[\d,. ]{3,}\s?(?:[a-z]{3} )?(?:/|per |an? )\s?(?:month|mo\b)|\d\s?(?:lpa|lakhs?|crore)\b|\b(?:hourly|monthly)\b|\blpa\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:vacation|holidays?|leave|pto|days?|weeks?|hours?|annual leave)\b(?: days?)?(?: (?:went|goes|was|is|cut|down|up|from|of|to|at))* \d{2}(?: to \d{2})?\b",
    re.IGNORECASE,
)
"""Days or hours and their number, wherever that number comes again."""
LEAST_THOUSANDS = 20


def in_thousands(words: str, whole: str) -> str:
    """The words with bare sums of a yearly salary, such as 84, written as 84k.

    Args:
        words: a fragment that names what is offered or wanted.
        whole: the whole message: where it tells pay by the hour or month, bare sums stay.

    >>> in_thousands("we agree on 93", "they are at 86, I would sign if we agree on 93")
    'we agree on 93k'
    """
    if _NOT_A_YEAR.search(whole):
        return words
    counted = {number for match in _COUNTS.finditer(whole) for number in re.findall(r"\d+", match.group())}
    return _BARE.sub(
        lambda match: (
            f"{match.group()}k"
            if int(match["number"]) >= LEAST_THOUSANDS and match["number"] not in counted
            else match.group()
        ),
        words,
    )


def tidy(fragment: str) -> str:
    """The fragment without filler, its short forms written out, no capital or full stop added.

    >>> tidy("i led 12 ppl & shipped it lol, 8 yoe")
    'I led 12 people and shipped it, 8 years of experience'
    """
    text = _EMOJI.sub("", fragment)
    text = _FILLER.sub(" ", text)
    for pattern, new in _REPLACED:
        text = pattern.sub(lambda match, new=new: _replace(match, new), text)  # type: ignore[misc]
    text = _REPEATED.sub(r"\1", _PUNCTUATION.sub(r"\1", " ".join(text.split())))
    text = re.sub(r",\s*(?=[.;:?!])", "", text)
    return _balanced(text.strip(_ENDS))


def _replace(match: re.Match[str], new: str) -> str:
    if new != "\\1":
        return new
    word = match[1]
    if word.lower() in _CAPITALS:
        return _CAPITALS[word.lower()]
    if len(word) <= 4 and word.lower() not in ("june", "july"):
        return word.upper() if word.islower() and word.lower() not in ("us",) else word
    return word.capitalize()


_OPENING_QUOTE, _CLOSING_QUOTE = (
    re.compile(r"(?<![\w'])'(?=[^\W\d_])(?!em\b|til\b|cause\b)"),
    re.compile(r"(?<=\w)'(?!\w)"),
)


def _balanced(text: str) -> str:
    """The text without brackets and opening quotation marks that have no partner."""
    for opened, closed in ("()", "[]"):
        if text.count(opened) != text.count(closed):
            text = text.replace(opened, "").replace(closed, "")
    opening = _OPENING_QUOTE.findall(text)
    return text if len(opening) <= len(_CLOSING_QUOTE.findall(text)) else _OPENING_QUOTE.sub("", text)


def to_you(text: str) -> str:
    """The text with the company spoken to instead of about: "the tool they use" becomes "the tool you use"."""
    text = _TO_THEM.sub(r"\1 you", text)
    things = re.search(r"\bthey\b", text, re.IGNORECASE)  # then "them" are others
    for pattern, new in _TO_YOU_WORDS:
        if not (things and new == "you" and "them" in pattern.pattern):
            text = pattern.sub(new, text)
    return text


_SHORT = (
    (re.compile(r"\b(they|you|she|he|we|it)d\b(?=\s)", re.IGNORECASE), r"\1 would"),
    (re.compile(r"\b(they|you|we)re\b", re.IGNORECASE), r"\1 are"),
    (re.compile(r"\b(they|you|she|he|we|it)ll\b(?=\s)", re.IGNORECASE), r"\1 will"),
    (re.compile(r"\bid (?=(?:\w+ )?(?:like|love|want|need|ask|prefer|rather|take|settle|be|also|really|go|say|sign|accept|hope|leave|quit|join|start|move)\b)", re.IGNORECASE), "I would "),
    (re.compile(r"(?<!\bam )(?<!\bis )(?<!\bwas )(?<!\bfell )\bill (?=(?:be|have|do|sign|start|take|come|send|bring|join|need|pay|stay|wait|get|give|go|also|still|call|let|keep|make|see|accept|docusign)\b)", re.IGNORECASE), "I will "),
    (re.compile(r"\bcan u\b", re.IGNORECASE), "can you"),
    (re.compile(r"\bim\b", re.IGNORECASE), "I'm"),
)  # fmt: skip


def spell_out(words: str) -> str:
    """The words with short forms that lack their apostrophe written out: "id like", "theyd", "ill be"."""
    for pattern, full in _SHORT:
        words = pattern.sub(full, words)
    return words.replace("’", "'")


def sentence(fragment: str, end: str = ".") -> str:
    """The fragment as a sentence: a capital in front and an end sign."""
    text = fragment.strip()
    if not text:
        return ""
    first = text[:1].upper() + text[1:]
    return first if first.endswith((".", "!", "?")) else first + end


def listed(parts: list[str], joint: str = "and") -> str:
    """The parts as one list: a, b and c."""
    *most, last = parts or [""]
    return f"{', '.join(most)} {joint} {last}" if most else last
