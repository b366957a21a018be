"""Conceded: of a message that tells what was asked for and how they answered, only what is offered in the end.

What the person asked for or named, what they refused, what is only supposed and what others get states no term; a sum
of theirs that nothing names is of the part that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import LABEL
from assistant.offline import lexicon
from assistant.offline.briefs.answers import ASKED, NO, THEIRS, WHAT, YES, Piece, cut_pieces
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.sure_yes import is_sure
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.statements import SMALLEST_PAY

_PARTS = ("base", "bonus", "sign_on", "equity", "relocation")
_JOINT = lazy(
    r"\s(?=but\b)|\s(?=(?:after|once|when|since|because|bc|cause|cos) (?:i|we) (?:\w+ )?(?:asked|pushed|countered|requested|said|told)\b)",
    re.IGNORECASE,
)
_TAIL = lazy(r"(?:^|\s)(?:after|once|when|since|because|bc|cause|cos|and|but|so)\s*$", re.IGNORECASE)
"""A joining word that belongs to the next piece."""
_NAMED = lazy(
    r"\btold (?:them|her|him|hr|the \w+|(?-i:[A-Z])\w+|\w+(?= [$€£₹]?\d))(?!\w)|\bi (?:just |only |then )?(?:said|threw|named|mentioned|wrote|gave them|offered|told)\b",
    re.IGNORECASE,
)
"""Tells what the person said to them."""
_ASKED_WHOM = lazy(
    r"^(?:(?:for|about|to get|to|if (?:i|they) (?:can|could)|(?:make|put) (?:it|the|this)|them|him|her|hr|(?:the|my) (?:recruiter|manager|boss))\b ?)+",
    re.IGNORECASE,
)
_TO = re.compile(r"^\W*(?P<to>[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+)?) (?:for|to|if|about)\b")
OTHER_PEOPLE = (
    r"(?:others|(?:other|most|some|many|more) (?:people|candidates|hires|folks|juniors|seniors|applicants|ones)|(?:every|some|any)(?:one|body)(?: else)?|"
    r"people|colleagues?|coworkers?|teammates?|peers|(?:last|previous|prior|former|other|next|new) (?:guy|girl|person|hire|candidate|engineer|dev|developer|"
    r"employee|woman|man|lady|dude|analyst|designer|nurse|teacher|manager)|(?:last|previous|prior|former) one(?= (?:got|gets|had|took|accepted|was|made|earned|makes)))"
)
_SOME_FIRM = r"(?:(?:an)?other|some|most|many|competing|rival|different|similar|bigger|their competitors?|competitor) ?(?:compan(?:y|ies)|firms?|employers?|places?|startups?|agenc(?:y|ies)|teams?)?"
_OTHERS = lazy(
    rf"\b(?:said|says?|told (?:me|us)|thinks?|claims?|heard|mentioned|reckons?)(?: that)?(?: [a-z]+)? {_SOME_FIRM} (?:would |might |can |could )?(?:pays?|offers?|gives?|gets?|has|have|paid|offered|gave)\b(?! me\b)"
    rf"|\b{OTHER_PEOPLE}(?:'?s (?:salary|pay|base|offer)\b|\b)[^.;,\n\d]{{0,25}}\b(?:got|gets?|had|ha[sv]e|took|takes?|accept\w*|ma[dk]es?|earn\w*|is|are|was|were|signed|joined|started|settled)\b[^.;,\n\d]{{0,20}}\d"
    r"|\b(?:my|a) (?:\w+ )?(?:wife|husband|partner|spouse|friend|buddy|mate|cousin|brother|sister|roommate|colleague|coworker)s?\b",
    re.IGNORECASE,
)
"""Retells what other firms pay, or what somebody close gets or says."""
_THINKING = lazy(
    r"\b(?:let (?:me|us) (?:check|see|ask|think)|(?:will|'ll|gonna|going to) (?:check|see|ask|think|look|try|get back|come back)|check(?:ing)? (?:with|on)|get(?:ting)? back to)\b",
    re.IGNORECASE,
)
"""A yes that only says that they will see."""
_UNSURE = lazy(
    r"\b(?:might|may|maybe|perhaps|probably|possibly|supposedly|hop(?:e|ing)|i (?:think|guess|bet|feel)|expect\w*)\b[^.;\n]*$",
    re.IGNORECASE,
)
_WAS = lazy(r"\b(?:from|was|were|instead of|not|than|originally|previously)\s+[$€£₹]?$", re.IGNORECASE)
_SHARE_MOST = 60
"""A bare number up to this behind a share that was asked for is a share, too."""


LONGEST = 60
"""Words of the longest message that is read so."""


def read_conceded(texts: Sequence[str], names: Sequence[str] = ()) -> str | None:
    """What the newest message states of the offer; None where it tells of no ask, refusal, guess or other people.

    Args:
        texts: what the person wrote, oldest first: what was asked may stand in the message before.
        names: what the offers on file are called, so that what was asked of another firm states nothing of them.

    >>> read_conceded(["asked for a sign on of 20k, they said yes, but only 10k"])
    'they said yes, but only sign on 10k'
    >>> (
    ...     read_conceded(["asked for 15k sign on, they said yes"]),
    ...     read_conceded(["they said no to 15k sign on but gave 8k"]),
    ... )
    ('15k sign on', 'but gave sign on 8k')
    >>> read_conceded(["they said another company pays 140k"]), read_conceded(["now 140k and 10% bonus"])
    ('', None)
    """
    texts = texts[-2:]
    if len(texts[-1].split()) > LONGEST or sum(_is_named(name, texts[-1]) for name in names) > 1:
        return None
    kept: list[str] = []
    asked, differs = "", False
    for piece in _pieces(texts):
        newest = piece.text == len(texts) - 1
        if (ask := _read_ask(piece.words)) is not None:
            if newest and _is_of_another(ask, names):
                return ""
            asked, differs = ask, differs or newest
        elif newest:
            stated, asked = _stated(piece, asked, texts)
            differs = differs or (stated != piece.words and not _is_wish(piece, texts))
            kept += [stated] if stated else []
    return ", ".join(kept) if differs else None


def only_tells_ask(text: str) -> bool:
    """Whether a message tells what the person asked them for, and nothing else.

    >>> only_tells_ask("i asked for 190"), only_tells_ask("i asked for 190. is that too much?")
    (True, False)
    """
    return "?" not in text and all(_read_ask(piece.words) is not None for piece in _pieces([text]))


def says_yes(text: str) -> bool:
    """Whether a message tells a yes of theirs and no refusal beside it."""
    folded = lexicon.fold(text)
    return bool(YES.search(folded)) and not NO.search(folded)


def _is_named(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _pieces(texts: Sequence[str]) -> Iterator[Piece]:
    """The pieces of the messages, cut before "but" and before why they moved, too."""
    for piece in cut_pieces(texts):
        start, text = piece.start, texts[piece.text]
        for match in (*_JOINT.finditer(lexicon.fold(text), piece.start, piece.end), None):
            end = match.start() if match else piece.end
            if words := _TAIL.sub("", text[start:end]).strip():
                yield replace(piece, start=start, end=end, words=words)
            start = end


def _read_ask(words: str) -> str | None:
    """What a piece tells as asked of them or said to them; None where it tells something else."""
    folded = lexicon.fold(words)
    match = ASKED.search(folded) or _NAMED.search(folded)
    if match is None or THEIRS.search(folded) or tells_elsewhere(folded):
        return None
    return words[match.end() :].strip()


def _is_of_another(words: str, names: Sequence[str]) -> bool:
    """Whether something was asked of a firm that no offer on file is called by."""
    to = _TO.match(words)
    firms = [name.lower() for name in names if not name.startswith(("my offer", "other offer", "offer "))]
    if to is None or to["to"].split()[0].lower() in GIVEN_NAMES or not firms:
        return False
    return not any(to["to"].lower() in name or name in to["to"].lower() for name in firms)


def _stated(piece: Piece, asked: str, texts: Sequence[str]) -> tuple[str, str]:
    """What a piece states of the offer, and what is still without an answer then."""
    words, folded = piece.words, lexicon.fold(piece.words)
    sums = [item for item in read_amounts(words) if _can_be_pay(item)]
    if sums and (
        _is_wish(piece, texts) or _OTHERS.search(folded) or all(_UNSURE.search(folded[: item.start]) for item in sums)
    ):
        return "", asked
    refused = NO.search(folded) if THEIRS.search(folded) or asked else None
    if sums and refused and refused.start() < sums[0].start and not YES.search(folded):
        return "", words[refused.end() :] if LABEL.search(words, refused.end()) else asked
    if asked and sums:
        return _with_part(words, sums, asked), ""
    if asked and refused is None and YES.search(folded) and _is_sure(piece, texts):
        return WHAT.sub("", _ASKED_WHOM.sub("", _without_whom(asked))).strip(), ""
    return words, "" if refused else asked


def _is_wish(piece: Piece, texts: Sequence[str]) -> bool:
    """Whether a piece wishes or asks Parley."""
    folded = lexicon.fold(piece.words)
    asks = texts[piece.text][piece.end : piece.end + 1] == "?"
    return asks or bool(lexicon.WISH.search(folded) and not THEIRS.search(folded))


def _is_sure(piece: Piece, texts: Sequence[str]) -> bool:
    thinks = _THINKING.search(lexicon.fold(texts[piece.text]), piece.start)
    return thinks is None and is_sure(texts, piece.text, piece.start, piece.end)


def _without_whom(words: str) -> str:
    to = _TO.match(words)
    return words[to.end("to") :].strip() if to else words


def _can_be_pay(item: WrittenAmount) -> bool:
    return not item.unit and (item.explicit or item.kind == "percent" or item.value >= SMALLEST_PAY / 2)


def _with_part(words: str, sums: Sequence[WrittenAmount], asked: str) -> str:
    """The words with the part that was asked for named before their only sum, and in its measure."""
    new = [item for item in sums if not _WAS.search(words[: item.start])]
    parts = [match for match in LABEL.finditer(asked) if match.lastgroup in _PARTS]
    if len(new) != 1 or LABEL.search(words) or len({match.lastgroup for match in parts}) != 1:
        return words
    item, shares = new[0], [amount for amount in read_amounts(asked) if amount.kind == "percent"]
    share = "%" if shares and item.kind == "plain" and not item.explicit and item.value <= _SHARE_MOST else ""
    return f"{words[: item.start]}{parts[0].group()} {item.quote}{share}{words[item.end :]}"
