"""Details: small things a message needs for its purpose, read from the person's words; empty where nothing is said."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.dates import ANY_DATE, DATE
from assistant.offline.briefs.fluency import is_noun_phrase, is_sentence, words_of
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.people import is_titled
from assistant.offline.briefs.prose import in_thousands, listed, sentence, tidy
from assistant.offline.briefs.shapes import NO_REPLY
from assistant.offline.scripts.asking import Wanted

PROMOTES = re.compile(
    r"\b(?:my (?:own |current |present )?(?:company|employer|firm|org|boss|manager|bosses|team)|they|we)\b[^.?!\n]{0,40}\b(?:is |are )?promot(?:es?|ed|ing) me\b|\bmy (?:boss|manager|director|employer|company|firm)\b[^.?!\n]{0,20}\b(?:wants? to|will|would|is going to|offers? to) (?:move|bump|make|promote|raise) me\b|\binternal (?:promotion|move|transfer)\b|\bmy promotion\b",
    re.IGNORECASE,
)
"""The message is to the person's own employer."""
_OF_A_PERSON = re.compile(r"(?:I|we|they|he|she|you|but)\b", re.IGNORECASE)
_ASKED_ABOUT = re.compile(r"^.*\basked (?:\w+ )?(?:about|for) |[.?]$", re.IGNORECASE)
_ASKED_NAMES = {
    "base_salary": "the base salary",
    "equity_grant": "the stock grant",
    "sign_on_bonus": "the sign-on bonus",
    "total": "the package",
}
_START = re.compile(
    r"\b(?:start(?:ing|s)?|beginning|begin|commencing)(?: date)?(?: is| on| planned(?: for| on)?| from| in|:)* (?P<when>[^.,;)\n]{3,24})",
    re.IGNORECASE,
)
_YES_TO = re.compile(
    r"\b(?:yes to|agreed (?:to|on)|gave me|okayed|(?:taking|take|accept(?:ing)?|sign(?:ing)?)(?: it| the (?:job|offer))? (?:at|for)) "
    r"(?P<sum>[$€£¥₹]?\d[\d.,]*\d ?k?)",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(
    r"k?(?: [a-z]{3})? (?:as |for |of )?(?:a |the |in )?(?:sign\w*[- ]?on|signing|joining|bonus|rsus?|stock|equity|relo\w*|more)\b",
    re.IGNORECASE,
)
"""Behind a sum that is no pay by itself."""
_PERIOD = re.compile(
    r"(?: ?(?:eur|usd|gbp|chf|pln))?(?: (?:gross|net|brutto))? ?(?:/ ?|a |an |per )(?:month|mo|hour|hr|year|yr|week|day)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:L|E|IC|SDE ?|M|T|P)\d\b")
_LEVEL_OFFERED = re.compile(
    r"\b(?:came back|gave me|offered|offer is|got|at|as|put me at|instead of|not) (?:an? |at |as |with )?(?P<level>(?:L|E|IC|SDE ?|M|T|P)\d)\b"
)
_TRADES = re.compile(
    r"\bi(?:'d| would|d) (?:rather|prefer|sooner)\b|\btrade\b|\bless (?:cash|base|salary)\b", re.IGNORECASE
)
_WANTS_ANSWER = re.compile(
    rf"\b(?:by|until|before|revert by|answer by)(?: eod| end of day| cob| close of business)? (?P<day>{DATE})",
    re.IGNORECASE,
)
_SIGNS_LATER = re.compile(r"\bsign (?:it )?(?:when|once|as soon as|after)\b", re.IGNORECASE)
_THANKS = re.compile(r"\bthank (?:her|him|them|you) (?:also |too )?for (?P<what>[^.,;\n]{4,70})", re.IGNORECASE)
_SAY = re.compile(
    r"\bsay (?:it'?s |its |just |only |that it'?s )?['\"“‘](?P<words>[^'\"”’\n]{3,60})['\"”’]", re.IGNORECASE
)
_KILLS = re.compile(
    r"\b(?P<what>(?:the|my) [^.,;\n]{3,40}?) (?:kills (?:it|me)|is (?:the problem|too (?:much|long|far))|makes it (?:hard|impossible|too hard))",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\b(?:offered|offer(?: is|ed me)?|gave me|came with)\D{0,12}(?P<sum>\d[\d.,]*k?)", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:told (?:them|her|him)|i (?:said|named|asked(?: for)?)|wanted)\D{0,8}(?P<sum>\d[\d.,]*k?)", re.IGNORECASE
)
_DETERMINED = re.compile(r"^(?:a|an|the|my|our|some|no|personal)\b|^[A-Z]", re.IGNORECASE)


def read_details(told: str, brief: Brief, wanted: list[Wanted]) -> dict[str, Any]:
    """What the templates need beside the brief.

    Args:
        told: the newest message.
        brief: what was read of the conversation.
        wanted: what is asked for.
    """
    folded = lexicon.fold(told)
    firsts = [item for item in wanted if not item.second_choice]
    several = bool(brief.rivals)
    agreed = _agreed_with(brief.company, folded) if several else _agreed(told, folded, brief)
    return {
        "formal": brief.style.formal
        or "." in brief.to
        or is_titled(brief.to)
        or brief.to.startswith(("Sir", "Ma'am", "Mr", "Ms", "Mrs", "Miss", "Dr", "Prof", "Frau", "Herr", "Mme")),
        "short": brief.style.limit is not None,
        "firsts": firsts,
        "about_equity": bool(re.search(r"\b(?:equity|options?|esop|emi|stock)\b", folded, re.IGNORECASE)),
        "asks_pay": any(item.asked for item in wanted),
        "granted": brief.granted,
        "granted_lead": "being open about " if re.fullmatch(r"[$€£¥₹]?[\d.,]+ ?k?", brief.granted) else "offering ",
        "asked_before": listed([words for ask in brief.asks if (words := _asked(ask)) and not NO_REPLY.match(words)]),
        "beside_rate": [
            term
            for term in brief.terms
            if not several and not _OF_A_PERSON.match(term) and not (agreed and agreed in term)
        ],
        "promotes": bool(PROMOTES.search(folded)),
        "asked": list(brief.questions),
        "starts": "" if not agreed and any("start" in term.lower() for term in brief.terms) else _starts(folded),
        "agreed_rate": agreed,
        "signs_later": bool(_SIGNS_LATER.search(folded)),
        "thanks_for": _thanks(told),
        "cause": _cause(told),
        "pay_gap": _gap(folded),
        "applied": bool(re.search(r"\b(?:application|applied)\b", folded, re.IGNORECASE)),
        "promised_day": _promised_day(brief),
        "level_wanted": _level_wanted(folded),
        "trades": bool(_TRADES.search(folded)) and len(firsts) > 1,
        "answer_by": _answer_by(told),
    }


def _asked(ask: Ask) -> str:
    """What was asked for, as what a question was about; empty where it is no sum and no thing."""
    if ask.form == "amount" and ask.asked is not None and ask.term in _ASKED_NAMES:
        return f"{_ASKED_NAMES[ask.term]} ({ask.asked.said})"
    return _ASKED_ABOUT.sub("", ask.words) if ask.form in ("thing", "question") and _is_about(ask) else ""


def _is_about(ask: Ask) -> bool:
    return ask.form == "thing" or bool(_ASKED_ABOUT.match(ask.words))


def _agreed(told: str, folded: str, brief: Brief) -> str:
    """The sum a yes is said to: named with it, or the only one of theirs in the message; empty where none is."""
    yes = [(found, _OF_A_PART.match(folded, found.end())) for found in _YES_TO.finditer(folded)]
    match = next((found for found, of_a_part in yes if not of_a_part), None)
    got = [item for item in read_mentions(told) if item.role == "got" and re.search(r"\d", item.words)]
    sums = [item for item in got if any(each.kind in ("money", "plain") for each in read_amounts(item.words))]
    pay = [item for item in sums if not _OF_A_PART.match(folded, item.end)]
    if match is None and (len(pay) != 1 or (len(sums) > 1 and not yes)):
        return ""
    told = match["sum"] if match else pay[0].words
    if any(told in differs for differs in brief.differs):
        return ""  # what is to be put right
    period = _PERIOD.match(folded, folded.find(lexicon.fold(told)) + len(told))
    return f"{in_thousands(told, folded)}{period.group().rstrip() if period else ''}"


def _agreed_with(company: str, folded: str) -> str:
    """The sum told beside the company that the yes goes to, where other firms are told of too; empty where none is."""
    if not company:
        return ""
    first = re.escape(lexicon.fold(company.split(maxsplit=1)[0]))
    match = re.search(rf"\b{first}\b[^.;,\d]{{0,24}}(?P<sum>[$€£¥₹]?\d[\d.,]*\d ?k?)", folded, re.IGNORECASE)
    return in_thousands(match["sum"], folded) if match else ""


def _level_wanted(folded: str) -> str:
    """The one level the person names beside the one offered."""
    offered = {match["level"].upper() for match in _LEVEL_OFFERED.finditer(folded)}
    named = dict.fromkeys(match.group().upper() for match in _LEVEL.finditer(folded))
    wanted = [level for level in named if level not in offered]
    return wanted[0] if offered and len(wanted) == 1 else ""


def _answer_by(told: str) -> str:
    """The day by which they want an answer, where their words name one."""
    match = _WANTS_ANSWER.search(lexicon.fold(told))
    return tidy(match["day"]) if match else ""


def _starts(folded: str) -> str:
    match = _START.search(folded)
    date = ANY_DATE.search(match["when"]) if match else None
    if date is None:
        return ""
    day = tidy(date.group())
    on = "on " if re.search(r"\d|day", day) else "in "
    return f"I start {on}{day}."


def _thanks(told: str) -> str:
    match = _THANKS.search(told)
    what = tidy(re.sub(r"\s(?:she|he|they|you) \w+.*$", "", match["what"])) if match else ""
    return f"Thank you also for {what}." if is_noun_phrase(what) else ""


def _cause(told: str) -> str:
    """The reason in the words the person puts in quotes, as a noun phrase."""
    if match := _SAY.search(told):
        words = tidy(match["words"])
        if is_noun_phrase(words):
            plural = words_of(words)[-1].endswith("s")
            return words if _DETERMINED.match(words) or plural else f"a {words}"
    return ""


def say_no_reason(told: str) -> str:
    """What speaks against the offer, as a sentence; empty when nothing is told.

    >>> say_no_reason("say no to her, the commute of 2 hours kills it")
    'The commute of 2 hours would be too much for me.'
    """
    match = _KILLS.search(told)
    words = tidy(match["what"]) if match else ""
    whole = f"{words} would be too much for me"
    return sentence(whole) if words and is_noun_phrase(words) and is_sentence(whole) else ""


def _gap(folded: str) -> str:
    offered, named = _OFFERED.search(folded), _NAMED.search(folded)
    if not (offered and named):
        return ""
    return f"{_thousands(offered['sum'])} against the {_thousands(named['sum'])} I named"


def _thousands(written: str) -> str:
    amount = next(iter(read_amounts(written)), None)
    return (
        f"{written.rstrip('.,')}k" if amount and not amount.explicit and amount.value < 1000 else written.rstrip(".,")
    )


def _promised_day(brief: Brief) -> str:
    day = next((match.group() for item in brief.promised if (match := ANY_DATE.search(item))), "")
    return tidy(day)


def with_trade(wanted: list[Wanted], details: dict[str, Any]) -> dict[str, Any]:
    """The details, with one sentence for a package that is wanted in other parts than it is offered."""
    if not details["trades"]:
        return details
    parts = [f"{item.name} of {item.asked}" if item.asked else item.phrase for item in wanted]
    asking = f"Instead of the present split, I would prefer a {listed(parts)}."
    return {**details, "asking": asking, "fallback": "", "firsts": [], "wanted": wanted}
