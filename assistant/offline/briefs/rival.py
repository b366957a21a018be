"""Rival: another offer the person tells of, in one sentence that says nothing they did not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.fluency import is_sentence
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.prose import sentence, tidy
from assistant.offline.elsewhere import tells_elsewhere

_WHO = r"(?P<who>[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)"
_FORMS = (
    re.compile(
        rf"(?:^|[\s,;:(])(?!I |We |They |Company |The |My |But |And |Also ){_WHO} (?:has |have )?(?:gave|given|offered|offers|is offering|would pay|pays) me\b"
    ),
    re.compile(rf"\boffers? (?:from|at|by) {_WHO}"),
    re.compile(rf"\b(?:have|got|holding|with|has) (?:an? |my )?{_WHO} offer\b"),
    re.compile(
        rf"\b(?:other|competing|rival|second|2nd|real|another) (?:\w+ ){{0,2}}offer(?: is| from)?:? {_WHO} (?=[$€£]?\d)"
    ),
)
_DICTATED = re.compile(
    r"\W*(?:and |but |that )?i(?:'ve| have| hold|'ve got| have got)? (?:an?|another) (?:written |signed |other |competing )*offer (?:at|of|for|over|with) [$€£¥₹]?\d",
    re.IGNORECASE,
)
"""The words to send, which leave out the name."""
_HELD = re.compile(r"\b(?:have|got|with|has|holding) (?:an? |my )?(?!The |An? |My |Your )[A-Z][\w&-]+ offer\b")
_MARKED = re.compile(
    r"\b(?:other|another|second|2nd|competing|rival|real|also|better|now have a)\b|\bcompany b\b|\bin writing\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\bin writing\b|\bwritten\b|\bsigned (?:letter|offer)\b", re.IGNORECASE)
_SHARES = re.compile(
    r"\b(?:can|happy to|could|will|willing to) (?:also )?(?:share|show|send|forward) (?:the |their |my )?(?:letter|offer|it)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\b(?:to|for|at|tell) ([A-Z][\w.&-]+)")
_NO_COMPANY = frozenset("they company recruiter he she you i we and but also offer hr the my their".split())
_VERSUS = re.compile(
    r"(?P<a>\d[\d.,]*\s?[kKmM]?)\s?(?P<what>tc|total|base|all[- ]in)?\s?(?:vs\.?|versus|against)\s(?:their|your|the|our)\s(?P<b>\d[\d.,]*\s?[kKmM]?)(?:\s?(?:tc|total|base))?",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(
    r"\bcompany b\b|\b(?:other|another|second|2nd|competing|written) (?:\w+ )?offer\b|\bthe other\b", re.IGNORECASE
)
_SUM_FIRST = re.compile(
    r"(?P<sum>[$€£¥₹]?\d[\d.,]*\d\s?[km]?(?: (?:tc|total|base))?) (?:competing|other|rival|second|2nd|written) (?:\w+ )?offer\b",
    re.IGNORECASE,
)
"""The sum of the other offer right before its name: "my 180k competing offer"."""
_BEHIND = re.compile(
    r"^(?: ?/ ?\d+)?\s*(?:in (?:total|stock|equity)|base(?: salary)?|basic|tc|total(?: comp\w*)?|bonus|target bonus|sign[- ]?on(?: bonus)?|signing(?: bonus)?|rsus?(?: ?/ ?\d+)?(?: over \d years)?|stock|equity|(?:a|per) (?:year|month|hour)|/ ?(?:hr|mo|yr)|lpa|fixed|eur|usd|gbp)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^\s*(?:[+,&/]|and|plus|with)\s*(?:an? )?$", re.IGNORECASE)
_EXPIRES = re.compile(
    r"\b(?:expires?|due|valid (?:until|till)|answer by|deadline(?: is)?)\s+(?P<when>(?:on |by |the )*[\w ]{2,18}?)(?=[,.;)]|$)",
    re.IGNORECASE,
)


def tell_rival(clauses: Sequence[Clause], *, hidden: bool) -> str:
    """One sentence on another offer; its company is left out when it must not be named. Empty when there is none."""
    dictated = next((clause for clause in clauses if clause.role != "said" and _DICTATED.match(clause.words)), None)
    if dictated is not None and (pay := _pay(dictated.words)):
        return f"{_lead('', dictated.words, hidden=True)} at {pay}."
    rivals = [clause for clause in clauses if clause.role == "rival"]
    marked = [clause for clause in rivals if _MARKED.search(clause.words) or _VERSUS.search(clause.words)]
    held = [clause for clause in clauses if clause.role == "reason" and _HELD.search(clause.words)]
    marked = marked or ([] if rivals else held)
    for clause in marked or (rivals[-1:] if len(rivals) > 1 or _has_target(clauses) else []):
        position = clauses.index(clause)
        following = clauses[position + 1].words if position + 1 < len(clauses) else ""
        who = next((found["who"] for form in _FORMS if (found := form.search(clause.words))), "")
        if who.lower() in _NO_COMPANY or who.lower() in GIVEN_NAMES:
            who = ""
        versus = _VERSUS.search(clause.words) or _VERSUS.search(following)
        pay = _pay(_from_the_rival(clause.words))
        if versus is not None:
            return f"{_lead(who, clause.words, hidden=hidden)}, at {versus['a']}{_total(versus['what'])}; yours is at {versus['b']}."
        if not (who or _is_elsewhere(clause.words)):
            continue
        goes_on = (
            clauses[position + 1].role in ("rest", "rival") or re.match(r"[$€£]?\d", following) if following else None
        )
        if not pay and goes_on:
            pay = _pay(following)
        expires = _EXPIRES.search(clause.words)
        until = f", to be answered {say_due(tidy(expires['when']))}" if expires else ""
        shares = " I can share the letter." if _SHARES.search(clause.words) else ""
        return f"{_lead(who, clause.words, hidden=hidden)}{f' at {pay}' if pay else ''}{until}.{shares}"
    apart = len(rivals) > 1 or any(clause.function == "theirs" for clause in clauses)
    told = [] if hidden or not apart else [tidy(clause.words) for clause in rivals if _pay(clause.words)]
    return next((sentence(words) for words in told if is_sentence(words)), "")


def say_due(when: str) -> str:
    """When an answer is due, to stand behind "to be answered".

    >>> say_due("within a week"), say_due("on Friday"), say_due("June 3")
    ('within a week', 'by Friday', 'by June 3')
    """
    if re.match(r"(?:within|in|before|until|till|no later than)\b", when, re.IGNORECASE):
        return when
    return f"by {re.sub(r'^(?:on|by) ', '', when, flags=re.IGNORECASE)}"


def _from_the_rival(words: str) -> str:
    """The words from where the other offer is named on: sums before it are of this one."""
    if own := _SUM_FIRST.search(words):
        return own["sum"]
    starts = [match.start() for pattern in (*_FORMS, _NAMES_IT) for match in pattern.finditer(words)]
    before = [start for start in starts if read_amounts(words[start:])]
    return words[max(before) :] if before else words


def _lead(who: str, words: str, *, hidden: bool) -> str:
    written = bool(_WRITTEN.search(words))
    if hidden or not who:
        return f"I have another {'written ' if written else ''}offer"
    return f"I have {'a written' if written else 'an'} offer from {who}"


def _total(what: str | None) -> str:
    return (
        " in total"
        if (what or "").lower() in ("tc", "total", "all-in", "all in")
        else f" {what.lower()}"
        if what
        else ""
    )


def _is_elsewhere(words: str) -> bool:
    return bool(
        tells_elsewhere(lexicon.fold(words))
        or re.search(
            r"\b(?:2nd|second) offer\b|\bcompany b\b|\bother (?:one|offer)\b|\bthe other is\b", words, re.IGNORECASE
        )
    )


def _pay(words: str) -> str:
    """The sums of a clause as they are written, with the word behind each."""
    sums = [item for item in read_amounts(words) if _is_pay(item)]
    said: list[str] = []
    end = 0
    for item in sums:
        joint = words[end : item.start]
        if said and not (_JOINT.match(joint) or len(joint) <= 2):
            break
        behind = _BEHIND.match(words[item.end :])
        end = item.end + (behind.end() if behind else 0)
        said.append(words[item.start : end].strip())
    return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def _is_pay(item: WrittenAmount) -> bool:
    return item.kind in ("money", "percent") or item.explicit or (not item.unit and item.value >= 20)


def _has_target(clauses: Sequence[Clause]) -> bool:
    """Whether the message goes to a company of its own, so that an offer told beside it is another one."""
    for clause in clauses:
        addressed = [name for name in _ADDRESSES.findall(clause.words) if name.lower() not in GIVEN_NAMES]
        if clause.role == "order" and any(not name.isupper() for name in addressed):
            return True
        if clause.role == "said" and re.match(r"\W*they\b", clause.words, re.IGNORECASE) and read_amounts(clause.words):
            return True
    return False


_IN_HINGLISH = re.compile(
    r"\b(?P<who>[A-Z][\w&]+) (?:se|ka|ki|ne|wale|walo|mein|me)\b(?: \w+){0,2}? (?P<sum>\d+(?:\.\d+)?) ?(?P<unit>lpa|lakhs?|l\b)?(?: \w+){0,2}? (?:letter|offer|offr)\b"
    r"|\b(?P<late>[A-Z][\w&]+) (?:se|ka|ki)\b(?: bhi)?(?: \w+){0,2}? (?:letter|offer)\b(?: \w+){0,3}? (?P<pay>\d+(?:\.\d+)?) ?(?P<of>lpa|lakhs?|l\b)?",
)


def tell_hinglish_rival(text: str, *, hidden: bool) -> str:
    """One sentence on another offer told in Hindi with Latin letters; empty where none is.

    >>> tell_hinglish_rival("Zentrik se 17 ka letter aa chuka hai, TCS ne 14.5 LPA bola", hidden=False)
    'I have an offer from Zentrik at 17 LPA.'
    """
    match = _IN_HINGLISH.search(text)
    if match is None:
        return ""
    who, pay, unit = match["who"] or match["late"], match["sum"] or match["pay"], match["unit"] or match["of"]
    yearly = unit or re.search(r"\d ?(?:lpa|lakhs?)\b", text, re.IGNORECASE)
    return f"{_lead(who, match.group(), hidden=hidden)} at {pay}{' LPA' if yearly else ''}."
