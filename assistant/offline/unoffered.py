"""Unoffered: the words of a message whose sums no offer states, left out of what it tells of offers.

What the person earns or earned, what others get and the market pays, what is asked for or only supposed, what a move
costs, what keeps them where they are, and firms that have made no offer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.amounts import read_amounts
from assistant.domain.quotes import LEFT_OUT
from assistant.letters.employers import EMPLOYERS
from assistant.offline import lexicon
from assistant.offline.briefs.mentions import Mention, read_mentions

_CUT = re.compile(
    r"(?<=[.!?;])\s+|\n+|,(?=\s)|\s[-–—|/]\s|\s(?=\()|(?<=\))\s|\s(?=(?:and|but|so|then|now|while|whereas|vs\.?|versus|since|because)\s)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;]\s*$|\n")
_PEOPLE = (
    r"(?:wife|husband|partner|spouse|girlfriend|boyfriend|friends?|buddy|mate|colleagues?|coworkers?|co-workers?|brother|sister|cousin|"
    r"(?:room|flat|house|class|team)mates?|neighbou?rs?|gf|bf|fianc\w+|mother|father|dad|mom|mum|uncle|aunt|nephew|niece|grand(?:ma|pa|mother|father|parents)|(?<=my )(?:bro|sis|son|daughter|parents?|ex)|peers?)"
)
_OF_OTHERS = lexicon.any_of(
    rf"\b{_PEOPLE}\b(?!'?s? (?:said|says|told|emailed|called) (?:they|the|to)\b)",
    r"\b(?:the )?(?:last|previous|prior) (?:guy|girl|person|hire|one|engineer|dev|employee)\b|\bothers\b|\b(?:levels(?:\.?fyi)?(?= (?:say|show|has|put|is|for))|levels\.fyi|glassdoor|payscale|reddit|blind)\b|\bpeople (?:there|here|like|at|in|get|make|earn)\b",
)
_SUPPOSED = lexicon.any_of(
    r"^\W*(?:and |but |so |or )?(?:what )?if\b(?! (?:i (?:take|accept|sign|join|leave|move|decide)|it (?:helps|matters)))",
    r"\b(?:would|could|might|may)\b [^.\n]{0,40}\b(?:be crazy|be (?:too )?(?:much|greedy|rude)|if i (?:ask|push|counter))",
    r"\bthey (?:might|may|could) (?:add|go|do|give|offer)\b|\b(?:suppos(?:e|ing)|assum(?:e|ing)|imagine|hypothetical\w*)\b",
)
_ASKED = lexicon.any_of(
    r"\b(?:can|could|should|may|do|would) i (?:\w+ ){0,2}?(?:ask|get|counter|push|request|negotiate|say)\b",
    r"\b(?:i )?(?:plan(?:ning)?|going|gonna|about|tempted|want|trying) to (?:ask|counter|push|request|say)\b|\bask(?:ing)? (?:for|them|her|him)\b",
    r"\bi (?:asked|countered|requested|wanted|want|need|pushed for|had asked|thought|was thinking|was hoping|hoped)\b|^\W*(?:was |were )?(?:hoping|asked|countered|wanted) (?:for|at)?\b",
    r"\btold (?:them|him|her|the recruiter|hr)\b|\bi (?:said|told|gave|named)\b|^\W*me:|\bwhat i want\b|\bi was (?:thinking|hoping|aiming)\b",
    r"\bmy (?:floor|minimum|min|target|ask|number|walk-?away|goal)\b|\bi(?:'d| would) (?:like|want|love|need|be happy)\b",
)
_LIKED = lexicon.any_of(
    r"\b(?:the )?(?:one|job|place) i (?:\w+ )?(?:want|like|prefer)\b|\bi want to\b(?! (?:ask|counter|push|get))"
)
_KNOWN = "|".join(re.escape(name) for name in sorted(EMPLOYERS, key=len, reverse=True) if len(name) > 2)
_EARNED = lexicon.any_of(
    rf"\b(?:i(?:'m|m| am| was)|(?:i )?used to (?:be|work)|currently|presently) (?:(?:currently|now|still|already|right now) )?(?:at|on|for|with|making|earning|paid)\b(?: (?:(?:{_KNOWN})\b|(?-i:[A-Z])[\w&'-]+))?|\b(?:i|we) (?:(?:currently|now|already|only|still) )?(?:make|earn|made|earned|get paid)\b",
    r"\b(?:my )?(?:current|present|existing|old|previous|last|prior|former)\b(?! (?:offer|number|ask|round|letter|week|month|name|monday|tuesday|wednesday|thursday|friday))(?: (?:job|salary|pay|ctc|comp|tc|role|base|employer|package|place|company|one|total))?(?= ?[:=]? ?(?:is |was |of |paid |pays )?[^.,;]{0,14}\d)",
    r"\bcurrently\b(?! (?:it|they|the|he|she|we|at the offer)\w*\b)|^\W*(?:\w+ )?(?:making|earning)\b|\b(?:pay|salary|base|now) now\b|\bnow (?:at|on|in|with|i(?:'m| am)? (?:at|on|get|make|earn|have))\b|\bpay (?:right )?now\b",
    r"\b(?:moving|relocating|switching|coming) from (?!\W?\d)|\b(?:where|there) i (?:had|have|got|get|made|make)\b|\bused to (?:make|earn|get)\b|\btoday i (?:make|earn|get|have)\b|\bjob i have\b|\b(?:staying|if i stay)\b|\bmy (?:last |latest )?pay ?(?:slip|check|stub)\b",
)
_PAYS_ME = lexicon.any_of(
    r"(?:\b[\w&'-]+ )?\b(?:currently |already |now )?pays me(?: (?:currently|already|now|at))?(?= (?:\w+ )?\W?\d)"
)
"""Of the present job, where another offers."""
_LOST = lexicon.any_of(
    r"\bunvested\b|\bforfeit\w*\b|\bi(?:'d|'ll| would| will)? (?:lose|give up|leave behind|walk away from)\b|\bleaving \W?\d|\bleft on the table\b",
)
_MARKET = lexicon.any_of(
    r"\b(?:median|average|avg|market|posting|posted|advert\w*|job ad|listing|budget(?:ed)?|(?:the|their|pay|salary) band|band (?:is|for|of|tops|goes|max)|range|cap of|bracket)\b",
)
_COST = lexicon.any_of(
    r"\b(?:rents?|mortgage|daycare|childcare|nursery|tuition|commute|premiums?|insurance|loans?|debt|bills|cost of living|groceries)\b"
)
_KEPT = lexicon.any_of(
    r"\b(?:my )?(?:boss|manager|employer|current (?:company|job|place))\b[^.\n]{0,40}\b(?:match|counter\w*|rais\w+|bump\w*|keep|retain)\b|\bto (?:keep me(?! (?:whole|happy|interested))|make me stay|stay)\b|\bif i stay\b|\bstaying\b",
)
_NONE_YET = lexicon.any_of(
    r"\bno (?:numbers?|offer|letter) (?:yet |so far )?from\b|\bhas ?n[o']?t (?:sent|given|made)\b|\bstill (?:waiting|interviewing|talking)\b|\b(?:interviewing|talking|chatting) (?:at|with|to)\b|\brejected me\b|\bhinted\b|\bnot an offer\b|\bno offer yet\b",
    r"\b(?:do|have|did)(?:n'?t| not) (?:even |really |actually |yet )*(?:have |got |get |hold )?(?:an? |any |the )?(?:\w+ )?(?:offer|letter|numbers?) (?:yet|so far|from|at|with)\b",
    r"\bwould be (?:so |really |very |super )?(?:nice|great|good|cool|awesome|amazing|sweet|lovely|ideal|perfect|a dream)\b",
)
_PAY_AT_LARGE = lexicon.any_of(
    r"^\W*(?:and |but |so |though )*(?:they|it|she|he)(?:'d|'ll| would| will| usually| typically| normally| generally| could| can)* pays?\b"
)
"""What is told of a firm, right behind the word that it has made no offer."""
_WITHDRAWN = lexicon.any_of(
    r"^(?!.*\b(?:if|be|get|gets|being|can|could|would|will|might|may|never|not|\w+n't|when|until|unless|afraid|scared|worr\w+|risk\w*|fear\w*)\b)"
    r".*\b(?:rescinded|withdrew|withdrawn|revoked|retracted|cancel+ed|took back|taken back|pulled (?=(?:the |their |its |my |his |her )?(?:\w+ )?(?:offer|\W?\d))|fell through|off the table|backed out)\b"
    r"(?![^.;\n]*\b(?:sign\w*|bonus|stock|rsus?|equity|relo\w*)\b)"
)
_UNTRUE = lexicon.any_of(
    r"\bi (?:only |just |actually |kinda |sort of )*(?:lied|bluffed|pretended|exaggerated)"
    r"(?: (?:to|with) (?!you\b|u\b)\w+| that\b| about\b| when\b| and (?:said|told|claimed)\b| (?=(?:\w+ ){1,3}(?:gave|gives?|offer(?:s|ed)?|said|ha[sd]|pa(?:ys?|id))\b))",
    r"\bi (?:only |just |actually |kinda |sort of )*(?:made up|invented|faked)\b|\b(?:was|is) (?:a lie|made[- ]up|not true|invented)\b",
)
"""Tells what was told to others and is not so; a lie alone is what the next words put right."""
_TRUTH = lexicon.any_of(
    r"^\W*(?:and |but |so |now |actually |really |in (?:fact|truth|reality) )*(?:it'?s|it is|the (?:real|true|actual) \w+ (?:is|was)) (?:\w+ ){0,2}?\W?\d"
)
"""Begins with what is so in truth, where the words before were not."""
_OF_A_STEP = lexicon.any_of(
    r"^(?!.*\boffer)\W*(?:and |but |so )*(?:the )?(?:step|grade|level|band|tier|spine point|scale point) ?#?\w{1,3} (?:is|are|pays?|would be|comes to|starts at)\b"
    r"[^.;\n]*\b(?:schedules?|scales?|tables?|grids?|charts?|published|posted)\b"
)
_PLACED = lexicon.any_of(
    r"\b(?:(?:put|plac|start|hir|slot|bring)\w* me|i(?:'m|m| am|'d be| would be|'ll be| will be| start| get)) (?:in |on |at )+(?:the )?"
    r"((?:step|grade|level|band|tier|spine point|scale point) ?#?\w{1,3})\b"
)
"""Names the step of a scale that the person is offered."""
_WHOLE_BESIDE_ASKS = (_UNTRUE, _OF_A_STEP, _OF_OTHERS, _SUPPOSED, _KEPT, _NONE_YET, _WITHDRAWN)
_WHOLE = (*_WHOLE_BESIDE_ASKS, _ASKED)
"""Says of a whole clause that its sums are none, whatever stands behind."""
_UP_TO_OFFER = (_EARNED, _LOST, _MARKET, _COST)
"""Says so up to where the clause tells an offer."""
_FIRM = r"(?:(?-i:[A-Z])[\w&'.-]+|they|she|he|hr|hm|recruiters?|(?:the |a )?(?:new |other )?(?:place|company|firm|startup|bank|employer|agency|owner|manager|team|school|hospital))"
_TOLD = lexicon.any_of(
    rf"\b(?:{_FIRM})\b ?(?:'re|'ve|'s|re| are| is| have| has| just| now| also| finally| only| then| verbally| would|'d| can| will|'ll)* ?(?:offer(?:ed|s|ing)?|g[ai]ves?|giving|sa(?:id|ys?)|came|come|comes|pa(?:id|ys?|ying)|at|propos\w+|sent|wants? me|went|moved|do|doing|landed)\b",
    r"\boffer(?:ed|s|ing)?\b(?! (?:yet|i\b))|\bnew (?:one|job|place|pay|role|salary|base|company|number|offer|gig)\b|\bnew(?= \W?\d)|\bgot(?= (?:an? |the )?(?:\w+ )?(?:offer|\W?\d))|\b(?:verbal|letter|contract|package)\b|\b(?:we|they) landed\b|\bended up (?:at|with)\b|\bright now (?:its|it's|base)\b|\bit'?s (?:at |now )?\W?\d\S*(?: \w+)? now\b",
    rf"(?<![\w@])(?:{_KNOWN})(?:'s)?:? (?!on |at |for |where )(?=(?:\w+ )?[$€£₹]?\d)",
    r"(?<!^)\b(?-i:[A-Z])[\w&'-]+:? (?=[$€£₹]?\d{2})",
)
_CONDITION = lexicon.any_of(
    r"\bif i (?:\w+ )?(?:decide|move|leave|stay|sign|accept|join|say yes|take (?:it|this|the \w+))\b[^.;,\n\d]*(?:$|[.;,\n])"
)
_OF_SELF = lexicon.any_of(r"\b(?:i|i'?m|my|mine|now|today|current\w*|at the moment|right now)\b")
_IN_LAKHS = lexicon.any_of(r"\b(?:lpa|lakhs?|lacs?|crores?)\b")
"""The measure in which the other sums of a message may be told."""
_OWN_ROLES = frozenset({"mine", "lost", "min"})
MOST_CHARACTERS = 1200


class _Piece(NamedTuple):
    start: int
    end: int
    opens: bool


def keep_offered(text: str, *, asks: bool = False) -> str:
    """The words without those whose sums are of no offer; the text itself where there are none.

    `asks`: what was asked of them is kept, as what they answered to it tells a term.

    >>> keep_offered("current 110k + 10% bonus. new 125k"), keep_offered("i make 95k, they said 120")
    ('… new 125k', '… they said 120')
    """
    folded = lexicon.fold(text)
    places = (
        list(_find_unoffered(text, folded, asks=asks))
        if len(text) <= MOST_CHARACTERS and len(folded) == len(text)
        else []
    )
    kept, at = "", 0
    for start, end in places:
        between = text[at:start].strip(" ,")
        kept += f"{between} {LEFT_OUT} " if between else "" if kept.endswith(f"{LEFT_OUT} ") else f"{LEFT_OUT} "
        at = end
    told = (kept + text[at:].lstrip(" ,")).strip() if places else text
    return text if _IN_LAKHS.search(text) and not _IN_LAKHS.search(told) else told


def tells_condition(text: str) -> bool:
    """Whether the only thing that is supposed is what the person does, and no sum."""
    folded = lexicon.fold(text)
    return bool(_CONDITION.search(folded)) and not lexicon.HYPOTHETICAL.search(_CONDITION.sub(" ", folded))


def _find_unoffered(text: str, folded: str, *, asks: bool) -> Iterator[tuple[int, int]]:
    """The places of such words, in order."""
    sums = [item for item in read_amounts(text) if not item.unit]
    mentions = read_mentions(text)
    placed = {step.casefold() for step in _PLACED.findall(folded)}
    paid_now = len(_PAYS_ME.findall(folded)) == 1 and "offer" in _PAYS_ME.sub("", folded).casefold()
    up_to = (*_UP_TO_OFFER, _PAYS_ME) if paid_now else _UP_TO_OFFER
    out = held = none_yet = untrue = False
    opened_at = 0
    for piece in _cut(text):
        words = folded[piece.start : piece.end]
        opened = words.lstrip().startswith("(")
        inside = [item for item in sums if piece.start <= item.start < piece.end]
        before = out
        if piece.opens and not opened:
            out = none_yet = False
            opened_at = piece.start
        whole: tuple[re.Pattern[str], ...] = _WHOLE if not asks else _WHOLE_BESIDE_ASKS
        if any(step in words.casefold() for step in placed):
            whole = tuple(cue for cue in whole if cue is not _OF_A_STEP)
        start, end = _unoffered_part(words, whole, up_to)
        own = bool(inside) and bool(_OF_SELF.search(words)) and _all_own(mentions, piece)
        at_large = none_yet and bool(_PAY_AT_LARGE.search(words))
        untrue = untrue or bool(_UNTRUE.search(words))
        goes_on = (out or own) and not (_TOLD.search(words) or (untrue and _TRUTH.search(words)))
        if not end and (at_large or goes_on):
            end = len(words)
        none_yet = none_yet or bool(_NONE_YET.search(words))
        out = end == len(words)
        holds = any(piece.start + start <= item.start < piece.start + end for item in inside)
        if holds or (end and _NONE_YET.search(words)):
            over = (
                holds
                and bool(_WITHDRAWN.search(words))
                and not any(opened_at <= item.start < piece.start for item in sums)
            )
            yield opened_at if over else piece.start + start, piece.start + end
        if opened and words.rstrip().endswith(")"):
            out = held if held else before


def _cut(text: str) -> list[_Piece]:
    """The clauses, each with whether it opens a sentence."""
    edges = [
        0,
        *(match.end() if match.group().strip() == "," else match.start() for match in _CUT.finditer(text)),
        len(text),
    ]
    pieces: list[_Piece] = []
    for start, end in pairwise(edges):
        if text[start:end].strip():
            pieces.append(_Piece(start, end, not pieces or bool(_SENTENCE.search(text[: start + 1].rstrip() + " "))))
    return pieces


def _unoffered_part(words: str, whole: Sequence[re.Pattern[str]], up_to: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """Where in a clause sums are of no offer; an empty place where nothing in it says so."""
    if not _LIKED.search(words) and any(cue.search(words) for cue in whole):
        return 0, len(words)
    cues = [match for cue in up_to if (match := cue.search(words))]
    if not cues:
        return 0, 0
    first = min(cues, key=lambda match: match.start())
    told = _TOLD.search(words, first.end())
    before = _TOLD.search(words, 0, first.start())
    return first.start() if before else 0, told.start() if told else len(words)


def _all_own(mentions: Sequence[Mention], piece: _Piece) -> bool:
    """Whether the model takes every sum of a clause for the person's own pay, loss or least."""
    roles = [item.role for item in mentions if piece.start <= item.start < piece.end and re.search(r"\d", item.words)]
    return bool(roles) and all(role in _OWN_ROLES for role in roles)
