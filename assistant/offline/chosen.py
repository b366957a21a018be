"""Chosen: which offer on file a message means, which one the person prefers, and which are out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from assistant.letters.employers import EMPLOYERS
from assistant.letters.told_parts import find_handle, find_told_parts
from assistant.offline import lexicon
from assistant.offline.briefs.grammar import is_known_word
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.outbid import read_rivals_told

_TAKES = re.compile(
    r"\b(?:i(?:'ve|'m|'ll| have| am| will)? (?:just |already |now |finally )*(?:signed|accepted|took|taking|take|chose|choosing|picked|going with|go with|said yes)|signed (?:it|with|the|theirs)|accepted (?:it|theirs|the)|going with)\b(?! (?:if|when|once|unless))",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:the )?others?\b(?! (?:than|hand)\b)", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:her|him)\b", re.IGNORECASE)
REMEMBERED = 128
"""Offers on file whose names are kept: every sentence of an answer asks for them."""
LEAST_FIRST = 3
"""Letters that the first word of a name must go beyond to stand for it."""
_DROPS = (
    r"(?:forget|drop|scratch|ignore|skip|rule out|ruled out|scrap|cross out|not taking|won'?t take|don'?t want|dont want|turned down|"
    r"declined|rejected|said no to|saying no to|withdrew from|withdrawn from|lost|losing|out of)(?: about)?(?: the)?"
)
_DECLINING = r"(?<!not )(?:declin(?:e|ing)|turn(?:ing)? down|reject(?:ing)?|pass(?:ing)? on|say(?:ing)? no|withdraw(?:ing)?|back(?:ing)? out)"
_DECLINED = r"i(?:'ve| have)? (?:already |just )?(?:declined|turned down|rejected|said no to)"
_ACCEPTED = r"i(?:'ve|'m| have| am)? (?:already |just |now )?(?:accepted|signed|took|said yes|taking|going)"
_NO_TO_REST = re.compile(
    r"\b(?:no to|no thanks to|declin\w+|reject\w*|not) (?:all )?(?:the |both )?(?:others?|rest)\b", re.IGNORECASE
)
_CHOOSING = r"\bi(?:'ve|'m|'ll|ve|m| have| am| will)? (?:just |now |finally |already )?(?:cho(?:o?se|osing|sen)|pick(?:ed|ing)?|go(?:ing)? with|went with|decided (?:on|for)|settled on)"
_ACCEPTING = rf"(?<!not )(?:accept(?:ing)?|tak(?:e|ing)|sign(?:ing)?|say(?:ing)? yes|{_CHOOSING})"
"""What a message does, right before whom it does it to: the no that is to be written goes before the yes told beside it."""
_OUT = (
    r"(?:'s)?(?: (?:offer|one|people|guys|thing|deal|hr|recruiter))?,?(?:'s)?(?: (?:is|are|was|were|got|has|have|just|now|definitely|also|sadly|unfortunately|actually|been|all|they|today|then))*"
    r" (?:out\b(?! of \d)|off the table|gone\b|dead\b|done\b|rescind\w*|withdr[ae]w\w*|pulled (?:it|out|back|the|their|my)|pulled\b(?=\W*(?:$|[.,;!]))|revoked|retracted|cancel+ed|"
    r"fell through|falls? (?:through|away)|fallen through|backed out|took (?:it|theirs|their offer|the offer) back|taken back|expired|lapsed|no longer)"
)
_OF_IT = r"(?:'s)?(?: (?:offer|one|people|guys|team|hr|recruiter))?"
_MEANWHILE = r"(?:,? (?:is|are|has|have|just|now|actually|also|then|suddenly|today|since|finally|already|again|all of a sudden))*"
_BACK = (
    r"(?:'s|'re)?(?: (?:came|come|comes|coming|went|got))? back(?= (?:on|in|at|with|up|around|again|after|now)\b|\W*(?:$|[,.;!?]))|"
    r" (?:changed (?:their|its|his|her) minds?|re-?opened|reinstated|reconsidered|reversed|un-?rescinded|on again|"
    r"(?:raised|upped|bumped|improved|increased|sweetened)\b|offers?\b(?=[^.?!\n]{0,16}\d)|(?<=now )(?:offer(?:ed|ing)|at)\b(?=[^.?!\n]{0,16}\d))"
)
"""What an offer that was out does to be open again: it comes back, or is told with a newer figure."""
_UNREAL = "".join(
    rf"(?<!\b{word} )"
    for word in [
        "if",
        "unless",
        "when",
        "once",
        "will",
        "would",
        "could",
        "might",
        "until",
        "hope",
        "wish",
        "case",
        "does",
        "did",
    ]
)
"""Behind none of these: what is only supposed or asked opens nothing."""
_TAKEN_BACK = re.compile(
    rf"{_UNREAL}\b(?:withdr[ae]w\w*|pulled|rescinded|revoked|retracted|cancel+ed|took back|taken back) (?:the|my|their|this) (?:whole |entire |job )*offer\b"
    rf"|(?:^\W*|{_UNREAL}\b(?:the|my|their|this) )(?:job )?offer(?:'s)?(?: (?:is|was|got|has|been|just|now|already|completely))* (?:off\b|out\b(?! of \d)|gone\b|dead\b|withdrawn|rescinded|pulled\b|revoked|retracted|cancel+ed|no longer)",
    re.IGNORECASE,
)
"""What is said of the only offer: "they withdrew the offer"."""
_IF = re.compile(r"\b(?:if|unless|in case|what happens when) (?:\w+ ){0,3}$", re.IGNORECASE)
_LIKES = r"(?:prefer|rather (?:be (?:at|with|in)|have|go with|join|work (?:at|for)|take)|favou?r|leaning (?:to|towards?)|want to join|love|like)(?: the)?"
_BEST = r"(?:is|'s|stays|remains)(?: still)? (?:still )?(?:my|the) (?:\w+ )?(?:pick|choice|favou?rite|preference|one|dream)\b"
_ASIDE = r"[(,]? ?(?:the (?:one|place|job) i (?:\w+ )?(?:want|like|prefer|love)|my (?:favou?rite|first choice|dream|pick|preference))\b"


class _Told(NamedTuple):
    """An offer on file by all that tells what it is called."""

    name: str
    company: str
    words: str


def names_of(item: dict[str, Any], offers: Sequence[dict[str, Any]] = ()) -> set[str]:
    """What an offer on file is called, in lower case: its name, company, letter, and other employers of its own words."""
    place = next((at for at, other in enumerate(offers) if other is item), None)
    return set(_names_of(_told_of(item), tuple(map(_told_of, offers)), place))


def _told_of(item: dict[str, Any]) -> _Told:
    return _Told(str(item["name"]), str(item["offer"].get("company") or ""), str(item.get("words") or ""))


@lru_cache(maxsize=REMEMBERED)
def _names_of(item: _Told, offers: tuple[_Told, ...], place: int | None) -> frozenset[str]:
    """The same of one of several offers, by its place among them."""
    found = {item.name.casefold(), item.company.casefold()}
    others = {other.company.casefold() for at, other in enumerate(offers) if at != place}
    sharing = [(set(other.words.split("\n")), other) for other in offers]
    for line in item.words.split("\n"):
        if handle := _handle_in(line, item, [other for lines, other in sharing if line in lines]):
            found.add(handle.casefold())
    opening = re.split(r"\d", lexicon.fold(item.words), maxsplit=1)[0].casefold()
    found |= {word for word in re.findall(r"[a-z][\w&]+", opening) if word in EMPLOYERS} - others
    shared = [word for other in offers for word in other.name.casefold().split()[:1]]
    firsts = {name.split()[0] for name in found if " " in name}
    found |= {word for word in firsts if len(word) > LEAST_FIRST and not is_known_word(word) and shared.count(word) < 2}
    return frozenset(name for name in found if name)


def _handle_in(line: str, item: _Told, sharing: Sequence[_Told]) -> str | None:
    """What a line of an offer's words calls it; where several offers share the line, what its own part does."""
    parts = find_told_parts(line) if len(sharing) > 1 else []
    if len(parts) != len(sharing) or item not in sharing:
        return find_handle(line)
    part = parts[sharing.index(item)]
    return find_handle(line[part.start : part.end])


def is_named(item: dict[str, Any], text: str, offers: Sequence[dict[str, Any]] = ()) -> bool:
    """Whether the text names this offer."""
    return any(re.search(_pattern(name), text, re.IGNORECASE) for name in names_of(item, offers))


def _pattern(name: str) -> str:
    """The words for a name; the letter A alone, and a number, only as written in a list."""
    letter = re.fullmatch(r"offer ([a-d1-4])", name)
    if letter is None:
        return rf"(?<!\w){re.escape(name)}(?!\w)"
    alone = letter[1].upper() if letter[1] in "a1234" else f"[{letter[1]}{letter[1].upper()}]"
    return rf"\boffer {letter[1]}\b|(?-i:(?<!['’])\b{alone}\b)(?!['/&](?!s\b))"


def find_preferred(offers: Sequence[dict[str, Any]], texts: Sequence[str]) -> dict[str, Any] | None:
    """The offer the person last said to like best, or None."""
    for text in reversed(texts):
        for item in offers:
            called = "|".join(_pattern(name) for name in names_of(item, offers))
            likes = rf"\b{_LIKES} (?:{called})(?! (?:less|least))|(?:{called}) (?:{_BEST}|{_ASIDE})"
            if re.search(likes, lexicon.fold(text), re.IGNORECASE):
                return item
    return None


def find_taken(offers: Sequence[dict[str, Any]], texts: Sequence[str]) -> dict[str, Any] | None:
    """The offer the person says to have accepted: the only one named in that message; None where none is."""
    for text in reversed(texts):
        if not _TAKES.search(lexicon.fold(text)):
            continue
        named = [item for item in offers if is_named(item, lexicon.fold(text), offers)]
        if len(named) == 1:
            return named[0]
    return None


def find_open(offers: Sequence[dict[str, Any]], texts: Sequence[str]) -> list[dict[str, Any]]:
    """The offers that the person has not ruled out."""
    return [item for item in offers if _is_open(item, [lexicon.fold(text) for text in texts], offers)]


def _is_open(item: dict[str, Any], texts: Sequence[str], offers: Sequence[dict[str, Any]]) -> bool:
    """Whether what was told last of an offer leaves it open: one that is out may come back, by name or as "they"."""
    called = "|".join(_pattern(name) for name in names_of(item, offers))
    out = re.compile(rf"\b{_DROPS} (?:{called})|(?:{called}){_OUT}", re.IGNORECASE)
    back = re.compile(
        rf"{_UNREAL}(?:(?:{called}){_OF_IT}{_MEANWHILE}(?:{_BACK})|\bnew offer from (?:{called}))", re.IGNORECASE
    )
    they = re.compile(rf"{_UNREAL}\b(?:they|it|she|he|but|and){_OF_IT}{_MEANWHILE}(?:{_BACK})", re.IGNORECASE)
    is_open, just_out = True, False
    cues = (out, _TAKEN_BACK) if len(offers) == 1 else (out,)
    for text in texts:
        left = max(
            (match.end() for cue in cues for match in cue.finditer(text) if not _IF.search(text[: match.start()])),
            default=0,
        )
        meant = they if left or just_out else back
        came = max((match.end() for each in (back, meant) for match in each.finditer(text)), default=0)
        is_open = came > left if left or came else is_open
        just_out = bool(left) and not is_open
    return is_open


def rules_out(texts: Sequence[str], offers: Sequence[dict[str, Any]]) -> bool:
    """Whether the newest message is the one that tells of an offer that it is out."""
    return len(find_open(offers, texts)) < len(find_open(offers, texts[:-1]))


def find_mine(
    offers: Sequence[dict[str, Any]], texts: Sequence[str], named: Sequence[str] = ()
) -> dict[str, Any] | None:
    """The offer the newest message is about: the one it names alone, else the preferred one, else that being negotiated.

    Args:
        offers: what is on file, as plain JSON.
        texts: what the person wrote, oldest first.
        named: companies the library found in the newest message, lower case.
    """
    text = lexicon.fold(texts[-1]) if texts else ""
    meant = [
        item
        for item in offers
        if str(item["offer"].get("company") or "").casefold() in named or is_named(item, text, offers)
    ]
    passed_on = {rival.name for rival in read_rivals_told(text, offers)}
    meant = [item for item in meant if item["name"] not in passed_on]  # what is told of it goes to another one
    if len(meant) == 1:
        return meant[0]
    addressed = [item for item in meant if _is_addressed(item, text, offers)]
    if len(addressed) == 1:
        return addressed[0]
    for verbs in (_DECLINING, _ACCEPTING):
        ordered = [item for item in meant if _is_behind(verbs, item, text, offers)]
        if len(ordered) == 1:
            return ordered[0]
    open_ones = find_open(offers, texts)
    if _OTHER.search(text) and (taken := find_taken(offers, texts)):
        left = [item for item in open_ones if item is not taken]
        if len(left) == 1:
            return left[0]
    if not meant and len(offers) > 1 and (told := _told_of_person(offers, texts)):
        return told
    preferred = find_preferred(open_ones, texts)
    return preferred or next((item for item in open_ones if item["role"] == "mine"), None)


def _told_of_person(offers: Sequence[dict[str, Any]], texts: Sequence[str]) -> dict[str, Any] | None:
    """The offer of the person that "her" or "him" means: the only one named beside a person in the message before."""
    if len(texts) < 2 or not _PERSON.search(texts[-1]):
        return None
    before = lexicon.fold(texts[-2])
    named = [item for item in offers if is_named(item, before, offers)]
    persons = [item for item in read_mentions(texts[-2]) if item.role in ("to", "who")]
    return named[0] if len(named) == 1 and persons else None


def find_chosen(offers: Sequence[dict[str, Any]], text: str) -> dict[str, Any] | None:
    """The one of several offers that a message says was chosen; None where none is."""
    named = [item for item in offers if _is_behind(_CHOOSING, item, lexicon.fold(text), offers)]
    return named[0] if len(offers) > 1 and len(named) == 1 else None


def find_act(item: dict[str, Any], text: str, offers: Sequence[dict[str, Any]]) -> str:
    """What a message that accepts one offer and declines another does to this one: "accept", "decline", else empty."""
    folded = lexicon.fold(text)
    acts = {
        act: [one for one in offers if _is_behind(verbs, one, folded, offers)]
        for act, verbs in (("accept", _ACCEPTING), ("decline", _DECLINING))
    }
    if acts["accept"] == [item] and not acts["decline"] and _NO_TO_REST.search(folded):
        return "accept"
    taken = [one for one in offers if _is_behind(_ACCEPTED, one, folded, offers)]
    if taken and item not in taken and is_named(item, folded, offers):
        return "decline"
    both = all(len(found) == 1 for found in acts.values()) and acts["accept"][0] is not acts["decline"][0]
    return next((act for act, found in acts.items() if item is found[0]), "") if both else ""


def is_declined_before(item: dict[str, Any], text: str, offers: Sequence[dict[str, Any]]) -> bool:
    """Whether a message only tells that another offer than this one was declined already."""
    folded = lexicon.fold(text)
    others = [one for one in offers if one is not item and _is_behind(_DECLINED, one, folded, offers)]
    return bool(others) and not any(_is_behind(verbs, item, folded, offers) for verbs in (_DECLINED, _DECLINING))


def _is_behind(verbs: str, item: dict[str, Any], text: str, offers: Sequence[dict[str, Any]]) -> bool:
    """Whether the name of an offer stands right behind one of the verbs: "decline orion", "turn down the orion offer"."""
    called = "|".join(_pattern(name) for name in names_of(item, offers))
    return bool(
        re.search(rf"\b{verbs}(?: (?:to|the|their|offer|job|role|from|at|with))* (?:{called})", text, re.IGNORECASE)
    )


def _is_addressed(item: dict[str, Any], text: str, offers: Sequence[dict[str, Any]]) -> bool:
    """Whether the words are to go to this company: "write to X", "tell X about Y", "mail to Jo at X"."""
    called = "|".join(_pattern(name) for name in names_of(item, offers))
    to = rf"\b(?:write|writing|mail|e-?mail|message|text|reply|answer|tell|ask|counter|push|negotiate)\b(?: (?!about\b|regarding|that\b|than\b|of\b|because)\w+){{0,4}}? (?:to |at |with )?(?:{called})"
    at = rf"\b(?:recruiter|hr|manager|boss|contact|person|guy|lady|head|director|owner)(?: \w+)? (?:at|from|of|for) (?:{called})"
    return bool(re.search(to, text, re.IGNORECASE) or re.search(at, text, re.IGNORECASE))
