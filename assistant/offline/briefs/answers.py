"""Answers: what the person asked of them so far and how they answered, in the order it was told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import LABEL
from assistant.offline import lexicon
from assistant.offline.briefs.fluency import is_noun_phrase
from assistant.offline.briefs.mentions import Mention, read_mentions
from assistant.offline.briefs.prose import tidy, to_you
from assistant.offline.briefs.sure_yes import is_of_a_package, is_sure, is_to_all
from assistant.offline.statements import SMALLEST_PAY

_ADVERBS = r"(?:'ve|'d|'s| have| had| has| is| are| did| all| just| even| also| then| already| now| only| finally)*"
_THEIR_VERB = (
    r"(?:said|says?|came|come|comes|went|gave|gives?|agree[ds]?|offer(?:ed|s)?|answer(?:ed|s)?|repl(?:y|ies|ied)|counter(?:ed|s)?"
    r"|refused?|declined?|moved?|threw|added?|bumped|raised|upped|ok(?:ay|'?d|ayed)?|approved?|confirmed|accepted|turned|shot"
    r"|won'?t|wont|can'?t|cant|cannot|couldn'?t|can|do(?:es)?n'?t)"
)
_THEY = rf"(?:they|she|he|hr|recruiter|manager|boss|owner|company)\b{_ADVERBS} {_THEIR_VERB}\b"
_I_ASKED = (
    rf"(?:\b(?:i|we){_ADVERBS} |^\W*(?:(?:then|also|and|but|so|already|again) )*)"
    r"(?:asked|(?<=did )ask|countered|requested|pushed|tried|proposed|suggested|pitched|went back|wanted)\b"
)
_CUT = lazy(
    rf"[.!?;…]+(?=[\s\"')]|$)|,(?=\s)|\n+|\s[-–—]\s|\s(?=(?:and |but |so )?{_THEY})|\s(?=(?:and |but |so |then )?i (?:also )?asked\b)"
    r"|\s(?=but (?:a )?(?:yes|ok(?:ay)?|no) (?:to|on|with)\b)|(?<!said)(?<!says)\s(?=(?:nope|no way|hard no|no dice|no luck|no chance)\b)",
    re.IGNORECASE,
)
IF = lazy(r"\b(?:if|unless|in case)\s*$", re.IGNORECASE)
"""Before what they say: it is only supposed."""
_ENDS = frozenset(".!?;…\n")
ASKED = lazy(_I_ASKED, re.IGNORECASE)
THEIRS = lazy(
    rf"\b{_THEY}|^\W*(?:the |my )?(?:recruiter|hr|manager|boss|owner|company|hiring manager)\s?:|^(?:\w+ )?(?:\w+ )?(?-i:[A-Z])[\w'-]+{_ADVERBS} {_THEIR_VERB}\b|\bended (?:up )?(?:at|with)\b|(?<!what )(?<!as )\bwe (?:agreed|settled|landed|ended)\b",
    re.IGNORECASE,
)
YES = lazy(
    r"\b(?:said|says?) (?:an? |it'?s |that'?s |its )?(?:yes|ok(?:ay)?|sure|fine|yep|yeah|deal|no problem)\b(?: (?:to|with|on|for)\b)?|\bagreed?s?\b(?: (?:to|on|with)\b)?"
    r"|\b(?:ok(?:'?d|ayed)|approved|granted|accepted|threw in|gave in(?: on)?)\b|\b(?:is|are|was|were) (?:ok(?:ay)?|fine|good|cool|happy) with\b"
    r"|^\W*(?:yes|ok(?:ay)?|agreed|sure|approved)\W*$|^\W*(?:but |and )*(?:a )?(?:yes|ok(?:ay)?) (?:to|on|with)\b",
    re.IGNORECASE,
)
NO = lazy(
    r"\b(?:said|says?|is|was|also|still|again) (?:a )?(?:flat |hard |firm |clear )?no\b(?! problem)|\bno (?:way|to|dice|luck|chance|can do)\b|^\W*(?:a |hard |flat |also |again |still )*(?:no|nope|nah)\b\W*(?:again|too|also|either)?\W*$|^\W*nope\b"
    r"|\b(?:refused?|declined|rejected|denied)\b|\b(?:turned|shot) (?:it|that|me) down\b|\b(?:won'?t|wont|can'?t|cant|cannot|couldn'?t|don'?t|doesn'?t) (?:do|move|go|budge|give|change|touch|add|pay|match|offer|negotiate)\b"
    r"|\bnot (?:possible|happening|negotiable|an option)\b|\bimpossible\b|\bfinal\b|\bpolicy\b|\b(?:that'?s|thats|it'?s|its|is) (?:the |their |already the )?(?:very )?(?:top|max(?:imum)?|ceiling|limit|cap|best|end|most)\b|\bno (?:more )?(?:room|budget|money|wiggle room)\b",
    re.IGNORECASE,
)
_BACK = lazy(r"^\W*(?:no|nope|said no|refused|denied|also no|not possible|no way|no luck|no dice)\b", re.IGNORECASE)
_WHOM = re.compile(
    r"^\W*(?:[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+)?|(?:the|my) (?:recruiter|manager|boss|company)|hr) (?=(?:for|about|to|if)\b)"
)
"""Whom something was asked of: "Acme for a car"."""
WHAT = lazy(r"^\W*(?:(?:for|about|to get|them|him|her|if (?:i|they) (?:can|could)) )*", re.IGNORECASE)
GIVEN = lazy(r"\s*(?:,(?=\s)|\+|\bplus\b|\band\b|\bwith\b|&|\balso\b)\s*", re.IGNORECASE)
_NOT_GIVEN = lazy(
    r"^\W*(?:if|since|because|bc|but|so|when|until|unless|though|as|which|i|my|then|not|no|verbally|quickly|already|too)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£¥₹]?\d[\d.,]*\s?(?:k\b|m\b)?", re.IGNORECASE)
_NO_THING = lazy(
    r"\b(?:back|up|down|only|just|final|flat|now|around|about|at|to|for|as|in|and|said|told|them|her|him|would|i'?d|sign|then|base|salary|usd|eur|gbp|(?:an?|per) (?:hour|hr|month|year)|gross|net|brutto)\b",
    re.IGNORECASE,
)
"""Words beside a sum that name nothing else."""
LONGEST = 12
"""Words of the longest thing that is taken as given."""


@dataclass(frozen=True)
class Piece:
    """A few words of what was told, up to a mark or to where somebody else speaks; `opens`: they open a sentence."""

    text: int
    start: int
    end: int
    words: str
    opens: bool


@dataclass(frozen=True)
class Answer:
    """What they said to an ask.

    `asked`: in the person's words, empty where only theirs tell it. `said`: their part of it. `told`: both, as told.
    `yes`: whether they agreed. `sure`: it is plainly theirs and without a condition. `whole`: and to all that was asked.
    `text`: number of the message that tells it, `start`: where in it.
    """

    asked: str
    said: str
    told: str
    yes: bool
    text: int
    start: int
    sure: bool = True
    whole: bool = True


def cut_pieces(texts: Sequence[str]) -> Iterator[Piece]:
    """The pieces of every message, in order."""
    for number, text in enumerate(texts):
        folded, start, opens = lexicon.fold(text), 0, True
        for match in (*_CUT.finditer(folded), None):
            end = match.start() if match else len(text)
            if text[start:end].strip():
                yield Piece(number, start, end, text[start:end].strip(), opens)
                opens = False
            if match:
                opens = opens or bool(_ENDS & set(match.group()))
                start = match.end()


def read_answers(texts: Sequence[str]) -> Iterator[Answer]:
    """How they answered what was asked of them.

    >>> [(item.asked, item.yes) for item in read_answers(["asked for a sign on. no.", "asked for a van, they said ok"])]
    [('a sign on', False), ('a van', True)]
    """
    pending: Piece | None = None
    speaks = False
    for piece in cut_pieces(texts):
        folded = lexicon.fold(piece.words)
        speaks = bool(THEIRS.search(folded)) or (speaks and not piece.opens)
        if ASKED.search(folded) and not THEIRS.search(folded):
            pending, speaks = piece, False
            continue
        beside = pending is not None and (piece.text, piece.start) <= (pending.text + 1, piece.start)
        if IF.search(texts[piece.text][: piece.start]):
            continue
        if not (speaks or (beside and (_BACK.match(folded) or _quoted(piece, texts)))):
            continue
        yes, no = YES.search(folded), NO.search(folded)
        if yes or no:
            yield _answer(texts, piece, pending, yes=no is None)
        if (
            no
            and pending
            and (left := not_refused(folded[no.start() :], ASKED.sub("", pending.words, count=1).strip()))
        ):
            pending = replace(pending, words=left)
            continue
        if yes or no or (pending is not None and find_sums(piece, texts) and find_sums(pending, texts)):
            pending = None  # another sum is an answer to a sum


def not_refused(refusal: str, asked: str) -> str:
    """The parts of what was asked that a refusal does not name; empty where it names none, for it refuses all of it.

    >>> not_refused("no to the base", "for 77k and 5k sign on"), not_refused("no", "for 77k and 5k sign on")
    ('5k sign on', '')
    """
    named = {label.lastgroup for label in LABEL.finditer(refusal)}
    return ", ".join(part for part in GIVEN.split(asked) if named and part_of(part) not in named)


def part_of(words: str) -> str | None:
    """The part of the pay that words ask for; a bare sum is of the base."""
    label = LABEL.search(words)
    return label.lastgroup if label else "base" if read_amounts(words) else None


def reports_exchange(words: str) -> bool:
    """Whether words tell what was asked in the talks, or their yes or no, and are nothing to say to them.

    >>> reports_exchange("they said yes"), reports_exchange("i live in Bonn")
    (True, False)
    """
    pieces = [lexicon.fold(piece.words) for piece in cut_pieces([words])]
    return bool(pieces) and all(
        ASKED.search(folded) or (THEIRS.search(folded) and (YES.search(folded) or NO.search(folded)))
        for folded in pieces
    )


def _quoted(piece: Piece, texts: Sequence[str]) -> bool:
    return texts[piece.text][piece.start : piece.end].strip()[:1] in "'\"“‘"


def _answer(texts: Sequence[str], piece: Piece, pending: Piece | None, *, yes: bool) -> Answer:
    asked = pending or _named_before(texts, piece)
    same = isinstance(asked, Piece) and asked.text == piece.text
    told = texts[piece.text][asked.start : piece.end] if same and isinstance(asked, Piece) else piece.words
    words = _WHOM.sub("", ASKED.sub("", asked.words, count=1).strip()) if isinstance(asked, Piece) else asked
    sure = is_sure(texts, piece.text, piece.start, piece.end)
    whole = sure and is_to_all(piece.words, _behind(piece.words), GIVEN.split(words))
    return Answer(WHAT.sub("", words).strip(), piece.words, told.strip(), yes, piece.text, piece.start, sure, whole)


def _behind(said: str) -> str:
    """The words behind a yes."""
    match = YES.search(lexicon.fold(said))
    return said[match.end() :] if match else ""


def _named_before(texts: Sequence[str], piece: Piece) -> str:
    """The thing told right before a bare answer: "and two remote days. she said yes"."""
    told = [item for item in read_mentions(texts[piece.text]) if item.role == "thing" and item.end <= piece.start]
    return told[-1].words if told else ""


def read_given(texts: Sequence[str]) -> list[str]:
    """What they agreed to beside the pay, as phrases of a list.

    >>> read_given(["they threw in 1 extra week pto", "asked to work from Da Nang 1 week a month and they agreed"])
    ['1 extra week pto', 'that I can work from Da Nang 1 week a month']
    """
    given: list[str] = []
    for answer in read_answers(texts):
        if not (answer.yes and answer.sure):
            continue
        asked = list(_whole(answer.asked)) if answer.whole and not is_sum(answer.asked) else []
        given += [_as_asked(thing, answer.asked) for thing in _things(_behind(answer.said))] or asked
    return list(dict.fromkeys(filter(is_of_a_package, [*given, *_beside_sums(texts)])))


def _as_asked(thing: str, asked: str) -> str:
    """A thing agreed to as it was asked for, where it only points back: "the sign on" of "77k and 5k sign on"."""
    plain = thing.lower().replace("-", " ")
    parts = [part for part in GIVEN.split(WHAT.sub("", asked)) if plain[4:] in part.lower().replace("-", " ")]
    parts = parts if plain.startswith("the ") else []
    return parts[0].strip() if len(parts) == 1 else thing


def _beside_sums(texts: Sequence[str]) -> Iterator[str]:
    """What they named beside a sum: "they said 15,400 and 1 month sign-on"."""
    named = False
    for piece in cut_pieces(texts):
        folded = lexicon.fold(piece.words)
        theirs = THEIRS.search(folded)
        named = (bool(theirs) and bool(find_sums(piece, texts))) or (named and not piece.opens)
        if not named or ASKED.search(folded) or not is_sure(texts, piece.text, piece.start, piece.end):
            continue
        behind = piece.words[theirs.end() :] if theirs else piece.words
        if theirs or re.match(r"\W*(?:and|plus|\+|with|also)\b", piece.words, re.IGNORECASE):
            yield from (item for item in _things(behind) if not (is_sum(item) or YES.search(item)))


def find_sums(piece: Piece, texts: Sequence[str]) -> list[Mention]:
    """The sums of a piece that are offered or asked for."""
    inside = [item for item in read_mentions(texts[piece.text]) if piece.start <= item.start < piece.end]
    return [item for item in inside if item.role in ("got", "want") and _SUM.search(item.words)]


def is_sum(words: str) -> bool:
    """Whether words name a sum and nothing it is for."""
    return bool(_SUM.search(words)) and not _names_thing(words)


def _names_thing(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2,}", _NO_THING.sub("", _SUM.sub("", words))))


def _whole(words: str) -> Iterator[str]:
    """What was asked for as one phrase, else its parts; a sum of pay is none of them."""
    phrase = to_you(tidy(words))
    whole = is_noun_phrase(phrase) and len(phrase.split()) <= LONGEST and not any(map(is_sum, GIVEN.split(words)))
    yield from [phrase] if whole else _things(words)


def _things(words: str) -> Iterator[str]:
    """The parts that name something given, as phrases; what is to be done as what the person can do."""
    if done := re.match(r"\W*to (?P<what>[a-z]+ .+)$", words, re.IGNORECASE):
        yield f"that I can {tidy(done['what'])}"
        return
    for part in GIVEN.split(words):
        phrase = to_you(tidy(re.sub(r"^\W*(?:to|with|on|at|for|me|in) ", "", part)))
        fits = is_noun_phrase(phrase) and len(phrase.split()) <= LONGEST
        if (
            fits
            and _names_thing(phrase)
            and not _NOT_GIVEN.match(phrase)
            and (len(phrase.split()) > 1 or len(phrase) > 3)
        ):
            yield phrase


def has_pay(words: str) -> bool:
    """Whether words name a sum that can be pay, and no days or parts of it.

    >>> has_pay("no to 44 already"), has_pay("no to 2 days at home")
    (True, False)
    """
    return any(not item.unit and item.kind != "percent" and item.value >= SMALLEST_PAY for item in read_amounts(words))
