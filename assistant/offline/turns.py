"""Turns: what a short message asks once offers are on file, where its words alone would not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.chosen import rules_out
from assistant.offline.concerns import REFUSED
from assistant.offline.present_job import STAY_OR_GO, find_present
from assistant.offline.signals import LIKELY_OBJECTION, SURE_OBJECTION, Signals
from assistant.offline.statements import Parts
from assistant.offline.supposing import Supposed

SHORT = 22
"""Words of the longest message that is read so."""
OTHER_MEASURE = lexicon.any_of(
    r"\b(?:a|per|each|every|an) (?:month|mo|week|wk|day|hour|hr|paycheck|share)\b|\b(?:monthly|weekly|hourly|daily)\b|\b(?:net|after[- ]tax|take[- ]home|in hand|percent|break[- ]?even|cross(?:es|over)?)\b|%"
)
"""Asks for the gap in another measure than pay a year."""
COMPARED: frozenset[Kind] = frozenset({"calculation", "comparison", "clarify", "offer"})
"""Kinds of a message that may ask which offer pays more."""
TWO = 2
_HOW_MUCH = lexicon.any_of(r"\bhow (?:much|many)\b|\bby what\b")
LEAST_SUM = 12
"""A bare number beyond this is more than a count of years or offers."""
FEW = 12
"""Words of the longest question about a no to come."""
COMPARES = lexicon.any_of(
    r"\b(?:which|who|what)(?: one| offer| job| company)?(?: of (?:the|them|these|those) ?\w*(?: \w+)?)? (?:is|are|has|have|pays?|wins?|gives?|leads?|comes?|would|should|do)\b"
    r"[^?.\n]{0,30}\b(?:better|best|more|most|bigger|biggest|higher|highest|ahead|first|on top|win|lead|take|pick|choose|go (?:for|with))\b",
    r"\bwho(?:'s| is) (?:now |still )?(?:ahead|better|best|higher|highest|on top|winning|first)\b",
    r"\bwhich (?:one|of (?:the|them|these|those)|offer|job)\b|\b(?:a|b|\w+) wins\b|\bwhich wins\b|\bside by side\b",
    r"\b(?:difference|diff|gap|delta) between\b|\bhow (?:much|far) (?:more|better|less|apart|ahead)\b|\bpays more\b|\bmore money\b|\bcompar\w+\b|\bstack up\b|\bbetter deal\b",
    r"\brank\b|\b(?:in|put \w+ in) order\b|\bline (?:\w+ )?up\b|\b(?:gap|difference|diff)\b[^?.\n]{0,30}\b(?:years?|yrs?|months?)\b|\bperm\w* (?:or|vs) contract\b"
    r"|\bcontract (?:or|vs) perm\w*|^\W*(?:(?:so|ok|and)\W+)*which\W*$|\b(?:and|,) which\W*$|\b(?:for )?(?:both|each|all (?:three|3|of them)|the two)\W*$",
)
ASKS_PAY = lexicon.any_of(
    r"\b(?:year|yr) ?(?:one|two|three|four|five|[1-6])\b|\b(?:first|second|third|fourth|1st|2nd|3rd|4th|next) (?:year|yr)\b|"
    r"\b(?:total|tc|altogether|all in|per year|a year|yearly|annual\w*|per annum|my (?:pay|base|salary|offer) (?:right )?now)\b"
)
CHOOSES = lexicon.any_of(
    r"\b(?:is|are|'s) (?:still |definitely )*(?:my|the) (?:\w+ )?(?:pick|first choice|favou?rite|preference|dream job)\b",
    r"\bi(?:'d| would)? (?:still |really |honestly |much )*(?:prefer(?! (?:to|not|that|if)\b)|rather (?:go|have|join)|like \w+ (?:better|more))\b",
    r"\b(?:forget|drop|scratch|ignore|rule out) (?:about )?(?:offer )?(?:the )?(?:[a-d]\b|\w+ (?:one|offer))",
    r"\b(?:is|are) (?:out|off the table)\b",
)
PLAIN_QUESTION = lexicon.any_of(
    r"^\W*(?:hi|hey|hello|so|ok|um+|quick question)?[\s,:-]*(?:should|shall|do|does|is it better to|am i supposed to|can|may|must) (?:i|we)?\b[^?\n]{0,90}\b(?:or|before or after)\b",
    r"^\W*(?:is|are) (?:\w+ ){1,3}(?:days?|weeks?|months?|enough|ok|okay)\b[^?\n]{0,30}\b(?:enough|too (?:long|short|late)|or)\b",
    r"\b(?:is|was|isn'?t|are|can|could) (?:that|this|it|they|he|she|the company|my employer)\b[^?.!\n]{0,12}\b(?:legal|lawful|illegal|allowed|enforceable)\b",
    r"\bworth (?:pushing|negotiating|asking|fighting|raising)\b",
)
"""Asks to be told which or whether, and nothing else."""
ASKS_TO_WRITE = lexicon.any_of(
    r"\b(?:write|draft\w*|word(?:ing)?|phrase|compose|script|msg|message|text (?:for|to)|please|pls)\b"
)
NEWS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|oh|also)\W+)*(?:they|she|he|(?:the )?(?:recruiter|hr|manager|company|boss)|i (?:already |also |still |just )?(?:have|got|had|signed|started)|i've|there(?:'s| is))\b",
    re.IGNORECASE,
)
"""Begins to tell what others did or what one has."""
_MESSAGE = re.compile(rf"\b{lexicon.MESSAGE_NOUN}\b", re.IGNORECASE)
_DAYS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2} (?:days?|weeks?|months?|interviews?|rounds?)\b", re.IGNORECASE
)
EXPLAINS = lexicon.any_of(
    r"\bexplain\b(?! (?:how|why|(?:the|that|this|your) (?:math|sum|calc\w*|number|figure|total)))|\beli5\b|\blike (?:i'?m|i am) (?:\w+ )?(?:five|5|six|ten|12|twelve|stupid|a child|an idiot)\b",
    r"\bwhat (?:do|does|is|are|was)\b[^?.!\n]{0,40}\bmean(?:t|s)?\b|\bmeaning of\b|\bin (?:plain|simple|normal|everyday|easy|lay\w*'?s?) (?:english|words?|terms?|language)\b",
    r"(?<!\w)[\"'“‘][a-z][^\"'”’\n]{3,40}[\"'”’](?!\w)[^\n]{0,90}\bwhat(?:'?s| is| are| on earth is| the \w+ is)? (?:that|this|it|those|these)\b\W*(?:$|[?])",
)
"""Asks what a word means."""
_FINAL = lexicon.any_of(
    r"\bfinal\b(?! (?:round|interview|year|stage|exam|month|step|semester|decision))|\b(?:the|their|her|his) (?:very )?last (?:word|offer)\b|\btake it or leave it\b"
    r"|\b(?:best|max(?:imum)?|most|all) (?:that )?(?:they|she|he|we) can (?:do|offer|go|give|pay)\b|\bas (?:far|high) as (?:they|she|he|we) (?:can|will|could) go\b|\bno (?:more|further) room\b"
)
_YEARS = {
    "one": 1, "first": 1, "1st": 1, "two": 2, "second": 2, "2nd": 2, "three": 3, "third": 3, "3rd": 3, "four": 4,
    "fourth": 4, "4th": 4, "five": 5,
}  # fmt: skip
_YEAR = re.compile(
    r"\b(?:year|yr) ?#?(?P<a>one|two|three|four|five|[1-6])\b|\b(?P<b>first|second|third|fourth|1st|2nd|3rd|4th) (?:year|yr)\b",
    re.IGNORECASE,
)


def settle_kind(kind: Kind, texts: Sequence[str], signals: Signals, parts: Parts, supposed: Supposed | None) -> Kind:
    """The kind of a short message about offers on file: it compares them, supposes another number, or asks what one pays.

    Args:
        kind: what its words resemble.
        texts: what the person wrote, oldest first, folded.
        signals: what else is known of it.
        parts: the message taken apart.
        supposed: the what-if it asks, if any.
    """
    text = texts[-1]
    score = signals.objections[0][1] if signals.objections else 0.0
    if kind == "objection" and parts.granted:
        return "offer"
    if kind == "calculation" and score >= LIKELY_OBJECTION and not (supposed or lexicon.ASKS_AT_ALL.search(text)):
        return "objection"  # a line of theirs with a number in it, and no question
    if len(text.split()) > SHORT or not signals.offers_on_file or kind == "refusal" or score >= SURE_OBJECTION:
        return kind
    if lexicon.SCRIPT.search(text) or parts.is_letter:
        return kind
    if signals.offers_on_file > 1 and not parts.statements and not supposed and compares(texts):
        return "comparison"
    if supposed:
        return "calculation"
    if "?" in text or len(text.split()) <= 4:
        return "calculation" if ASKS_PAY.search(text) and not parts.statements and kind != "objection" else kind
    return kind


def compares_file(
    kind: Kind, texts: Sequence[str], signals: Signals, parts: Parts, *, told_apart: bool = False
) -> bool:
    """Whether a message asks which of several offers on file pays more, and tells no sums of its own to reckon with.

    `told_apart`: a sum of the words already tells two jobs apart, so that none is set beside the offer as the present.
    """
    text = texts[-1]
    payable = [item["offer"] for item in signals.offers if item["offer"].get("base_annual") is not None]
    goes = bool(payable) and not told_apart and bool(STAY_OR_GO.search(text))
    present = goes and _has_present(texts, payable[0])
    asks = kind in COMPARED or (kind == "advice" and present)
    if len(payable) + present < TWO or not asks or parts.is_letter or parts.wishes:
        return False
    if lexicon.SCRIPT.search(text) or OTHER_MEASURE.search(text) or not (present or compares(texts)):
        return False
    if parts.statements:
        return all(item.name in signals.names_on_file for item in parts.statements)
    return not any(item.kind == "money" or (item.value > LEAST_SUM and not item.unit) for item in read_amounts(text))


def chooses_job(texts: Sequence[str]) -> bool:
    """Whether a message of a conversation asks which job to take, and for no one number.

    >>> chooses_job(["50k here, 60k there", "stay or go?"]), chooses_job(["50k here, 60k there", "how much more is it"])
    (True, False)
    """
    text = texts[-1]
    asks = STAY_OR_GO.search(text) or COMPARES.search(text)
    return len(texts) > 1 and bool(asks) and not _HOW_MUCH.search(text)


def _has_present(texts: Sequence[str], offer: Mapping[str, Any]) -> bool:
    """Whether a present job was told that can be set beside the offer."""
    found = find_present(texts)
    return found is not None and found.beside(offer) is not None


def asks_meaning(text: str) -> bool:
    """Whether a message asks what a word of its own means, and for no sum.

    >>> asks_meaning("it says 'twelve month cliff'. what is that?"), asks_meaning("explain how you get to 93k")
    (True, False)
    """
    amounts = any(item.kind == "money" for item in read_amounts(text))
    return not amounts and len(text.split()) <= 2 * SHORT and bool(EXPLAINS.search(text))


def only_tells_news(texts: Sequence[str], written: Sequence[int]) -> bool:
    """Whether the newest message only tells what happened, orders no words and names no sum, and changes no message.

    >>> (
    ...     only_tells_news(["offer: 46k", "they want to know by monday"], ()),
    ...     only_tells_news(["offer: 46k, write it"], ()),
    ... )
    (True, False)
    """
    text = texts[-1]
    orders = (ASKS_TO_WRITE, lexicon.SCRIPT, lexicon.SAY, lexicon.REWRITE, lexicon.WISH, _MESSAGE)
    told = bool(NEWS.match(text)) and "?" not in text and not read_amounts(_DAYS.sub("", text))
    return told and len(texts) - 2 not in written and not any(pattern.search(text) for pattern in orders)


def asks_if_refused(text: str) -> bool:
    """Whether a few words ask what to do once they say no, and order no other message.

    >>> asks_if_refused("and if she says no?"), asks_if_refused("write it again in case they say no")
    (True, False)
    """
    return len(text.split()) <= FEW and bool(REFUSED.search(text)) and not lexicon.SCRIPT.search(text)


def calls_final(text: str) -> bool:
    """Whether a message says that what they offer is their last word.

    >>> calls_final("they came back: 178, final"), calls_final("final round is on friday")
    (True, False)
    """
    return bool(_FINAL.search(lexicon.fold(text)))


def only_chooses(texts: Sequence[str], signals: Signals) -> bool:
    """Whether a message says which offer the person wants or rules out, and asks nothing."""
    text = texts[-1]
    asks = "?" in text or lexicon.SCRIPT.search(text) or lexicon.ASKS_AT_ALL.search(text)
    return (
        signals.offers_on_file > 0
        and len(text.split()) <= SHORT
        and not asks
        and (bool(CHOOSES.search(text)) or rules_out(texts, signals.offers))
    )


def compares(texts: Sequence[str]) -> bool:
    """Whether the newest message sets offers against each other, or goes on from one that did."""
    text = texts[-1]
    if COMPARES.search(text):
        return True
    goes_on = re.match(r"^\W*(?:and|or|what about|how about|then)\b", text, re.IGNORECASE) and ASKS_PAY.search(text)
    return bool(goes_on and len(texts) > 1 and COMPARES.search(texts[-2]))


def read_year(text: str) -> int | None:
    """The one service year a message asks about, or None.

    >>> read_year("and year two?"), read_year("what is it per year")
    (2, None)
    """
    years = read_years(text)
    return years.pop() if len(years) == 1 else None


def read_years(text: str) -> set[int]:
    """The service years a message names.

    >>> sorted(read_years("how far does it drop from year 1 to the second year"))
    [1, 2]
    """
    found = {match["a"] or match["b"] for match in _YEAR.finditer(text.lower())}
    return {_YEARS.get(word) or int(word) for word in found}
