"""Conceded: of a message that tells what was asked for and how they answered, only what is offered in the end.

What the person asked for or named, what they refused, what is only supposed and what others get states no term; a sum
of theirs that nothing names is of the part that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.letters.patterns import LABEL
from assistant.offline import lexicon
from assistant.offline.briefs.answers import (
    ASKED,
    GIVEN,
    IF,
    NO,
    THEIRS,
    WHAT,
    YES,
    Piece,
    cut_pieces,
    not_refused,
    part_of,
)
from assistant.offline.briefs.clauses import blank_quotations
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.moved_to import as_move
from assistant.offline.briefs.sure_yes import is_sure, is_to_all
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.statements import SMALLEST_PAY

_PARTS = ("base", "bonus", "sign_on", "equity", "relocation")
_JOINT = lazy(
    r"\s(?=but\b)|\s(?=(?:and|so|then) (?:[\w']+ ){0,4}?(?:they|she|he|hr|recruiter|manager|boss)\b)|\s(?=(?:and|but|so|then) (?:i )?got\b)|\s(?=(?:after|once|when|since|because|bc|cause|cos) (?:i|we) (?:\w+ )?(?:asked|pushed|countered|requested|said|told)\b)",
    re.IGNORECASE,
)
_TAIL = lazy(r"(?:^|\s)(?:after|once|when|since|because|bc|cause|cos|and|but|so)\s*$", re.IGNORECASE)
"""A joining word that belongs to the next piece."""
_NAMED = lazy(
    r"\btold (?:them|her|him|hr|the \w+|my (?:recruiter|manager|boss)|(?-i:[A-Z])\w+|\w+(?= [$€£₹]?\d))(?!\w)|\bi (?:just |only |then )?(?:said|threw|named|mentioned|wrote|gave them|offered)\b",
    re.IGNORECASE,
)
"""Tells what the person said to them."""
_TO_PARLEY = lazy(
    r"^\W*(?:no|nope|nah|wait|sorry|hey|actually|but)\b|\bnot [$€£₹]?\d|\b(?:told|said to) (?:you|u)\b|\b(?:wrong|typo|misread)\b",
    re.IGNORECASE,
)
"""Puts right what Parley took for something else: "no, i said 125"."""
_FOR_DETAILS = lazy(
    r"[^:\d]{0,20}\b(?:details?|info\w*|breakdown|letter|numbers|specifics|clarif\w+)\b[^:\d]{0,20}[:=]", re.IGNORECASE
)
_OF_MINE = lazy(
    r"\bi(?:'ll|'d|'m| will| would| can| could| am| might| may)\b|\b(?:should i|thinking|tempted|willing to take|happy with)\b",
    re.IGNORECASE,
)
"""What the person would do or thinks of."""
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
    rf"|\b(?:offered|gave|give|paid|pays?|hired|promised) (?:{OTHER_PEOPLE}|another (?:\w+ )?(?:candidate|person|hire|guy|engineer)|the (?:last|other|previous) \w+)\b[^.;,\n\d]{{0,20}}\d"
    rf"|\b{OTHER_PEOPLE}(?:'?s (?:salary|pay|base|offer)\b|\b)[^.;,\n\d]{{0,25}}\b(?:got|gets?|had|ha[sv]e|took|takes?|accept\w*|ma[dk]es?|earn\w*|is|are|was|were|signed|joined|started|settled)\b[^.;,\n\d]{{0,20}}\d"
    r"|\b(?:my|a) (?:\w+ )?(?:wife|husband|partner|spouse|friend|buddy|mate|cousin|brother|sister|roommate|colleague|coworker)s?(?: of mine)?(?: (?:at|from|in|who|over) (?:[\w&-]+ ){0,2}?[\w&-]+)??"
    r" (?:\w+ )?(?:gets?|got|makes?|made|earns?|is|are|has|had|joined|works?|took|takes|sa(?:id|ys?)|thinks?|told|started|signed|was|pays?|paid|accepted|reckons?)\b(?![^.;\n]*\boffer(?:s|ed|ing)?\b)",
    re.IGNORECASE,
)
"""Retells what other firms pay, or what somebody close gets or says."""
_DOES = lazy(
    r"\bgot (?:it|that|both|everything|all of it)\b|\b(?:did|do|doing|gave|give|giving)(?: me)?(?= (?:the|that|my)\b)",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(r"\W*but (?:not|no)\b", re.IGNORECASE)
_THINKING = lazy(
    r"\b(?:let (?:me|us) (?:check|see|ask|think)|(?:will|'ll|gonna|going to) (?:check|see|ask|think|look|try|get back|come back)|check(?:ing)? (?:with|on)|get(?:ting)? back to)\b",
    re.IGNORECASE,
)
"""A yes that only says that they will see."""
_UNSURE = lazy(
    r"\b(?:might|may|maybe|perhaps|probably|possibly|supposedly|hop(?:e|ing)|i (?:think|guess|bet|feel)|expect\w*)\b[^.;\n]*$",
    re.IGNORECASE,
)
_HARDLY = lazy(
    r"\s*(?:base |in stock |sign[- ]?on )?(?:would be|will be|is|was|'s|might be|seems?)? ?(?:quite |really |very |way |a bit |far )*(?:a stretch|too (?:much|high)|hard|difficult|tough|tricky|unlikely|put\b|sit\b|exceed|break|set\b|out of (?:reach|range)|impossible|above (?:the|their))\b",
    re.IGNORECASE,
)
"""Behind a sum that they will hardly give."""
_WISHED = lazy(
    r"\b(?:asking(?: (?:for|them for|if they can do))?|ask (?:for|them for|her for|him for)|counter(?:ing)? (?:at|with)|i(?:'d| would)? (?:want|like|need|prefer)|i'm (?:hoping|aiming) for)\b",
    re.IGNORECASE,
)
"""Asks for something in a message before, which they may have answered since."""
_TAKEN_BACK = lazy(
    r"\b(?:withdr[ea]w\w*|took (?:back|away|out)|taken (?:back|away|out)|removed?|cancell?ed|pulled|scrapped|dropped|cut|killed|revoked|rescinded|no (?:more|longer)(?: an?y?)?)"
    r" (?:the |their |my |that |all |any )?(?:[$€£₹]?\d[\d.,]*k?%? )?(?:of )?",
    re.IGNORECASE,
)
_GONE = lazy(
    r" (?:is|was|are|got|has been|'s) (?:now )?(?:gone|off the table|withdrawn|removed|cancell?ed|dropped|scrapped|out(?=\W*$))\b",
    re.IGNORECASE,
)
"""Takes back a part that was offered."""
_ENDS = re.compile(
    r"\W*$|\s*[.,;!?)]|\s+(?:entirely|completely|altogether|now|again|too|that|which|they|she|he|it was|from (?:the|my|their) offer|because|bc|since|after|but|and|so|yesterday|today)\b",
    re.IGNORECASE,
)
"""Behind a part that is taken back whole, and not something of it such as its cap."""
_WAS = lazy(r"\b(?:from|was|were|instead of|not|than|originally|previously)\s+[$€£₹]?$", re.IGNORECASE)
_SHARE_MOST = 60
"""A bare number up to this behind a share that was asked for is a share, too."""


_MORE = re.compile(r"(?P<sum>[$€£₹]?\d[\d.,]*k?\s?%?) (?:more|extra|on top|higher)", re.IGNORECASE)
"""An ask for so much more of what nothing names: the base."""
_LEAST, _MOST = Decimal("0.1"), Decimal(3)
"""What part of a sum asked for its answer is."""
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
    kept, last = "", 0
    asked, differs, own = "", False, False
    for piece in _pieces(texts):
        newest = piece.text == len(texts) - 1
        if IF.search(texts[piece.text][: piece.start]):
            last = 0
            continue
        own_words = blank_quotations(texts[piece.text])[piece.start : piece.end]
        if (ask := _read_ask(own_words, newest=newest)) is not None:
            if newest and _is_of_another(ask, names):
                return ""
            asked = ask if newest or read_amounts(ask) else ""
            differs, own, last = differs or newest, newest, 0
            continue
        asked = asked if own or _answers(piece.words) or not newest else ""
        wished = asked
        stated, asked = _stated(piece, asked, texts)
        if newest:
            stated = as_move(stated, wished, kept)
            own = own or bool(asked)
            differs = differs or (stated != piece.words and not _is_wish(piece, texts))
            between = texts[-1][last : piece.start] if last else ". " if piece.opens else ", "
            kept += (between if kept else "") + stated if stated else ""
            last = piece.end if stated else 0
    return kept if differs else None


def tells_answer(text: str) -> bool:
    """Whether a message tells what they said to something, beside what it tells as asked."""
    return any(_answers(piece.words) for piece in _pieces([text]) if _read_ask(piece.words) is None)


def states_pay(conceded: str) -> bool:
    """Whether words state a sum of pay, or a share of a part they name; days and other percents are none."""
    sums = [item for item in read_amounts(conceded) if _can_be_pay(item) or not item.value]
    return any(item.kind != "percent" or LABEL.search(conceded) for item in sums)


def only_tells_ask(text: str) -> bool:
    """Whether a message tells what the person asked them for, and nothing else.

    >>> only_tells_ask("i asked for 190"), only_tells_ask("i asked for 190. is that too much?")
    (True, False)
    """
    return "?" not in text and all(_read_ask(piece.words) is not None for piece in _pieces([text]))


def retells_others(text: str) -> bool:
    """Whether a message retells what other firms or people get, which is no offer of the person's."""
    return bool(_OTHERS.search(lexicon.fold(text)))


def says_yes(text: str) -> bool:
    """Whether a message tells a yes of theirs and no refusal beside it."""
    folded = lexicon.fold(text)
    return bool(YES.search(folded) or _DOES.search(folded)) and not NO.search(folded)


def _is_named(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _pieces(texts: Sequence[str]) -> Iterator[Piece]:
    """The pieces of the messages, cut before "but" and before why they moved, too."""
    for piece in cut_pieces(texts):
        start, text = piece.start, texts[piece.text]
        for match in (*_JOINT.finditer(lexicon.fold(text), piece.start, piece.end), None):
            end = match.start() if match else piece.end
            if words := _TAIL.sub("", text[start:end]).strip():
                at = text.index(words, start)
                yield replace(piece, start=at, end=at + len(words), words=words)
            start = end


def _read_ask(words: str, *, newest: bool = True) -> str | None:
    """What a piece tells as asked of them or said to them; None where it tells something else.

    What a message before the newest only wished for or had written counts, too.
    """
    folded = lexicon.fold(words)
    named = None if _TO_PARLEY.search(folded) or " offer" in folded else _NAMED.search(folded)
    match = ASKED.search(folded) or named or (None if newest else _WISHED.search(folded))
    if match is None or _FOR_DETAILS.match(folded, match.end()) or THEIRS.search(folded) or tells_elsewhere(folded):
        return None
    return words[match.end() :].strip()


def _answers(words: str) -> bool:
    """Whether a piece tells what they said, or is a bare yes or no."""
    folded = lexicon.fold(words)
    return any(pattern.search(folded) for pattern in (THEIRS, YES, NO, _DOES))


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
    if part := _taken_back(folded):
        return f"{part} 0", asked
    sums = [item for item in read_amounts(words) if _can_be_pay(item)]
    if sums and (_is_wish(piece, texts) or _OTHERS.search(folded) or all(_is_unsure(folded, item) for item in sums)):
        return "", asked
    refused = NO.search(folded) if THEIRS.search(folded) or asked else None
    if sums and refused and refused.start() < sums[0].start and not YES.search(folded):
        return "", words[refused.end() :] if LABEL.search(words, refused.end()) else asked
    if asked and sums and not YES.search(folded) and _only_repeats(sums, asked):
        return "", asked
    if asked and sums:
        return _with_part(words, sums, asked), ""
    if asked and refused is None and (granted := _granted(piece, asked, texts)):
        return granted, ""
    return words, not_refused(words[refused.start() :], asked) if refused else asked


def _only_repeats(sums: Sequence[WrittenAmount], asked: str) -> bool:
    """Whether the sums of a piece are those that were asked for."""
    return {item.value for item in sums} <= {item.value for item in read_amounts(asked)}


def _taken_back(folded: str) -> str:
    """The part of the offer that a piece says they took back; empty where it says no such thing."""
    match = _TAKEN_BACK.search(folded)
    label = LABEL.match(folded, match.end()) if match else None
    gone = _GONE.search(folded)
    if gone:
        label = next((each for each in LABEL.finditer(folded, 0, gone.start()) if each.end() == gone.start()), None)
    whole = label and label.lastgroup in _PARTS[1:] and (gone or _ENDS.match(folded, label.end()))
    return label.group() if label and whole else ""


def _is_unsure(folded: str, item: WrittenAmount) -> bool:
    return bool(_UNSURE.search(folded[: item.start]) or _HARDLY.match(folded, item.end))


def _is_wish(piece: Piece, texts: Sequence[str]) -> bool:
    """Whether a piece wishes or asks Parley."""
    folded = lexicon.fold(piece.words)
    asks = texts[piece.text][piece.end : piece.end + 1] == "?"
    own = lexicon.WISH.search(folded) or _OF_MINE.search(folded)
    return asks or bool(own and not THEIRS.search(folded))


def _granted(piece: Piece, asked: str, texts: Sequence[str]) -> str:
    """What was asked for and got a plain yes: all of it, or the parts that the yes names; empty where it got none."""
    folded, text = lexicon.fold(piece.words), lexicon.fold(texts[piece.text])
    yes = YES.search(folded) or _DOES.search(folded)
    if yes is None or _THINKING.search(text, piece.start):
        return ""
    whole = WHAT.sub("", _ASKED_WHOM.sub("", _without_whom(asked))).strip()
    parts, behind = GIVEN.split(whole), piece.words[yes.end() :]
    sure = is_sure(texts, piece.text, piece.start, piece.end)
    if is_to_all(piece.words, behind, parts):
        more = _MORE.fullmatch(whole)
        return (f"raised the base by {more['sum']}" if more else whole) if sure else ""
    named = {label.lastgroup for label in LABEL.finditer(piece.words)}
    kept = [part for part in parts if part_of(part) in named]
    return ", ".join(kept) if sure or _BUT_NOT.match(text, piece.end) else ""


def _without_whom(words: str) -> str:
    to = _TO.match(words)
    return words[to.end("to") :].strip() if to else words


def _can_be_pay(item: WrittenAmount) -> bool:
    return not item.unit and (item.explicit or item.kind == "percent" or item.value >= SMALLEST_PAY / 2)


def _is_alike(item: WrittenAmount, asked: str) -> bool:
    """Whether a sum can answer the sum that was asked for: it is neither far below nor far above it."""
    sums = [one.value for one in read_amounts(asked) if _can_be_pay(one)]
    ratios = [item.value * scale / one for one in sums if one for scale in (1, 1000, Decimal("0.001"))]
    return not sums or any(_LEAST <= ratio <= _MOST for ratio in ratios)


def _with_part(words: str, sums: Sequence[WrittenAmount], asked: str) -> str:
    """The words with the part that was asked for named before their only sum, and in its measure."""
    new = [item for item in sums if not _WAS.search(words[: item.start])]
    parts = [match for match in LABEL.finditer(asked) if match.lastgroup in _PARTS]
    if len(new) != 1 or LABEL.search(words) or len({match.lastgroup for match in parts}) != 1:
        return words
    if not _is_alike(new[0], asked):
        return words
    item, shares = new[0], [amount for amount in read_amounts(asked) if amount.kind == "percent"]
    share = "%" if shares and item.kind == "plain" and not item.explicit and item.value <= _SHARE_MOST else ""
    return f"{words[: item.start]}{parts[0].group()} {item.quote}{share}{words[item.end :]}"
