"""Sum asked: the calculation the newest message asks for, alone or as the question before it asked again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.domain.answer import Kind
from assistant.offline import lexicon
from assistant.offline.algebra.again import BETWEEN, ask_again, vest_evenly
from assistant.offline.algebra.choose import WORKED_ALONE
from assistant.offline.algebra.framed import FRAMED, FRAMED_INSTEAD, OWN, asks_in_part, read_framed
from assistant.offline.algebra.gathering import SUPPOSES, gather
from assistant.offline.algebra.goals import ADVICE, WORDS_WANTED, asks_plainly
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.terms import read_terms
from assistant.offline.features import is_reported, wants_invention
from assistant.offline.in_force import takes_replaced, tell_in_force
from assistant.offline.kinds import KIND_OF_INTENT
from assistant.offline.other_measures import tells_no_money
from assistant.offline.raise_asked import ask_for_pays, find_raise, names_raise
from assistant.offline.signals import LIKELY_OBJECTION, Signals
from assistant.offline.small_talk import find_small_talk
from assistant.offline.statements import Parts
from assistant.offline.sums.across import changes_one_number
from assistant.offline.sums.catalogue import find_sum
from assistant.offline.sums.currencies import ask_for_rate
from assistant.offline.sums.preferring import asks_yes_or_no
from assistant.offline.sums.sum import NO_CURRENCY, ReadSum, numbers_in
from assistant.offline.supposing import Supposed, without_supposed
from assistant.offline.untruths import LEAST_REFUSAL, share_untruths

_OWN_QUESTION = re.compile(
    r"\W*(?:(?:what|how)(?! (?:about|if)\b)|who|whose|when|where|which|why|can|could|is|are|am|was|do|does|did|should|"
    r"will|would|may|must)\b",
    re.IGNORECASE,
)
"""Opens as a whole question, and not as what is left of the one before."""
MEANT = (FRAMED, FRAMED_INSTEAD, WORKED_ALONE)
"""Sums whose numbers can be told for nothing else."""
SURE_ADVICE = 0.5
"""Share of advice from which a question for a number, such as how long something takes, is one for guidance."""
LEAST_SUM = 0.2
"""Share of a calculation from which the numbers of a message are taken for one without being asked to."""
ADDS_UP = "pay_sheet"
"""The calculation whose numbers are told for it alone and make no offer."""
GIVES_WAY = frozenset({"offer", "advice", "clarify", "out_of_scope"})
"""Kinds that a sum whose numbers are told for it alone goes before."""
WHOLE_PAY = frozenset({"year", "total", "average"})
"""Goals of a question about all that an offer pays."""
TERMS = frozenset({"base", "pay", "salary", "bonus", "sign", "grant", "vest", "second", "third", "fourth", "year"})
"""How the numbers begin that are terms of an offer."""
VESTING = "vesting"
WHOLE = 0.6
"""How little a sum over several messages may be doubted to go before all else."""
_UNDOES = re.compile(
    r"\b(?:without|w/o|forget|never ?mind|nvm|ignore|leave out|original|back to|drop the|no (?:sign|bonus|stock)|"
    r"half|halve[ds]?|doubled?|twice)\b",
    re.IGNORECASE,
)
"""Changes what was told by words and not by a number."""
_AGREE = r"(?:say|says|said|agree|agrees|agreed|accept|accepts|go for it|goes for it|give it|do)"
_IF_THEY_AGREE = re.compile(
    rf",?\s+(?:if|when|once|in case) (?:they|she|he) {_AGREE}(?: to)?(?: yes| it| that)?(?=\W*$)", re.IGNORECASE
)
"""Behind a question about what was asked for: supposes nothing but that it is granted."""
_AFTER_TAX = re.compile(r"\b(?:take[- ]?home|after[- ]?tax\w*|net (?:pay|income|salary))\b", re.IGNORECASE)
"""Asks for what is left after tax, which no sum without a tax tells."""
BRIEF, FEW_WORDS, SHORT = 4, 8, 14
"""Words of a message that closes an account, that asks for its sum in part, and that does so by changing a number."""
BETWEEN_TWO = 2
"""Numbers a calculation asked for plainly must take to go before advice."""
PLAINLY = 3
"""Numbers of a sum asked for outright from which what others said beside them is no objection to answer."""


@dataclass(frozen=True)
class Asked:
    """A calculation and the messages it was read from, as they stand in the end.

    `again`: the newest message asks the question before it once more; `supposes`: the what-if on the offer on file.
    """

    sum: ReadSum | None
    told: list[str]
    again: bool
    supposes: Supposed | None

    @property
    def outright(self) -> bool:
        """Whether a number is asked for plainly."""
        return _asks_outright(self.told)

    @property
    def wants_number(self) -> bool:
        """Whether a number is asked for, and no yes or no."""
        return self.outright and self.supposes is None and not asks_yes_or_no(self.told[-1])

    @property
    def names_raise(self) -> bool:
        """Whether the newest message only names the raise in percent, which the numbers told make: no objection."""
        return self.sum is not None and names_raise(self.told[-1])

    @property
    def features(self) -> Iterator[str]:
        """What it says of the message, by the names in kinds.py."""
        if self.sum is not None and not (self.sum.missing or self.sum.unused) and self.outright:
            yield "asks for a sum outright"
        if self.sum is not None:
            yield "asks for a sum, in part" if self.sum.missing else "asks for a sum"


def read_asked(texts: list[str], signals: Signals, parts: Parts, supposes: Supposed | None) -> Asked:
    """The calculation that the newest text asks for, if any.

    Args:
        texts: what the person wrote, oldest first, folded.
        signals: what else is known.
        parts: the newest text taken apart.
        supposes: the what-if it asks, which gives way to a sum of the person's own that is asked again.
    """
    texts = vest_evenly(without_supposed([*texts[:-1], _IF_THEY_AGREE.sub("", texts[-1])]))
    if tells_no_money(texts[-1]):
        return Asked(None, texts, False, supposes)
    if (raised := find_raise(texts, signals)) is not None:
        return Asked(raised, texts, False, None)
    asked = _read_asked([*tell_in_force(texts, signals)[:-1], texts[-1]], signals, parts, supposes)
    if asked.sum is None:
        return replace(asked, sum=ask_for_pays(texts[-1], signals))
    asked = replace(asked, sum=ask_for_rate(asked.told, asked.sum))
    plain = not (supposes or any(SUPPOSES.search(text) for text in texts[-3:]))
    outdated = asked.sum is not None and (
        takes_replaced(asked.sum.arguments, texts, signals) or (plain and _is_on_file(texts[-1], asked.sum, signals))
    )
    return replace(asked, sum=None, again=False, supposes=supposes) if outdated else asked


def _read_asked(texts: list[str], signals: Signals, parts: Parts, supposes: Supposed | None) -> Asked:
    text = texts[-1]
    whole = _find_whole(texts, signals, parts)
    told, asks_again = ask_again(texts)
    again = _find_again(told, text, signals, parts, supposes=bool(supposes)) if asks_again else None
    if again is not None and (whole is None or _takes_all(again, whole)):
        return Asked(again, told, True, None)
    if whole is not None:
        return Asked(whole, texts, True, None)
    between = BETWEEN.search(text) and not read_terms(text)
    told = texts if asks_again or supposes or between else told
    by_file = supposes and not read_terms(text)
    only_tells = _only_tells(text, parts, signals) and not corrects_file(texts, signals)
    found = None if by_file or only_tells else _find_sum(told, signals, parts)
    return Asked(found, told, False, supposes)


def _find_whole(texts: list[str], signals: Signals, parts: Parts) -> ReadSum | None:
    """The sum of numbers told over several messages, where it is sure and the newest asks for it or changes it."""
    several = len(signals.names_on_file) > 1
    if len(texts) < 2 or parts.is_letter or several or not _could_ask(texts, signals):
        return None
    if _asks_for_guidance(texts, signals) or not _asks_for_whole(texts, changed=True):
        return None
    told = [signals.words_on_file, *texts] if signals.words_on_file else texts
    reading = read_framed(told)
    if reading is None or reading.doubt > WHOLE or not _spans(told, reading.read):
        return None
    if signals.offers_on_file and reading.frame == VESTING and not any(t.dim in OWN for t in read_terms(texts[-1])):
        return None  # the grant on file vests as its own terms say
    if _AFTER_TAX.search(texts[-1]) and not any("tax" in name for name in reading.read.arguments["numbers"]):
        return None
    return _in_currency(reading.read, signals) if _asks_for_whole(texts, changed=reading.changed) else None


def _is_on_file(text: str, found: ReadSum, signals: Signals) -> bool:
    """Whether a message asks what the offer on file pays in all, where the sum holds nothing but terms of an offer."""
    asks = set(Message(text).goals) <= WHOLE_PAY and not any(term.dim in OWN for term in read_terms(text))
    return signals.offers_on_file > 0 and asks and _names(found) <= TERMS


def _names(found: ReadSum) -> set[str]:
    """How the numbers of a sum begin that are no terms counted from the first."""
    own = (name.removeprefix("first_").removeprefix("other_") for name in found.arguments.get("numbers", ("",)))
    return {name.split("_")[0] for name in own}


def _could_ask(texts: list[str], signals: Signals) -> bool:
    """Whether the newest message wants no words, advice or untruth, and undoes nothing that was told."""
    text = texts[-1]
    otherwise = bool(lexicon.SCRIPT.search(text) or WORDS_WANTED.search(text) or _UNDOES.search(text))
    below = any(term.value < 0 for term in read_terms(text))
    advises = bool(ADVICE.search(text)) and not asks_plainly(text)
    untrue = wants_invention(texts, signals) or share_untruths(signals) >= LEAST_REFUSAL
    return not (otherwise or below or advises or untrue)


def _asks_for_whole(texts: list[str], *, changed: bool) -> bool:
    """Whether the newest message asks for a number, if only in passing, or changes one of the sum asked for before."""
    text, words = texts[-1], len(texts[-1].split())
    before = any(asks_plainly(earlier) for earlier in texts[:-1])
    if any(term.dim in OWN for term in read_terms(text)):
        goes_on = before or asks_in_part(texts[-2]) or SUPPOSES.search(text)
        return asks_plainly(text) or bool(changed and goes_on and words <= SHORT)
    if words > FEW_WORDS or is_reported(text):
        return asks_plainly(text)
    closes = words <= BRIEF and not before and find_small_talk(text) is None
    return asks_plainly(text) or asks_in_part(text) or closes


def _takes_all(found: ReadSum, whole: ReadSum) -> bool:
    """Whether a calculation made for its question takes every number of the other."""
    taken = set(numbers_in(found.arguments.get("numbers", found.arguments)))
    return taken.issuperset(numbers_in(whole.arguments["numbers"]))


def _spans(texts: list[str], found: ReadSum) -> bool:
    """Whether a sum takes numbers of more than the newest message."""
    own = {term.value for term in read_terms(texts[-1], thousands=False)}
    return not all(own & {number, number / 1000} for number in numbers_in(found.arguments["numbers"]))


def sums_up(asked: ReadSum | None, kind: Kind, parts: Parts, signals: Signals, *, outright: bool = False) -> bool:
    """Whether a message of that kind is a calculation after all; `outright`: it asks for a number and no yes or no."""
    if asked is None or asked.missing:
        return asked is not None and _is_told_for_it(asked) and kind in GIVES_WAY
    own = (_is_told_for_it(asked) or (outright and _leaves_nothing(asked))) and kind in GIVES_WAY
    return own or _compares_by_sum(asked, kind, parts, signals)


def _find_sum(texts: list[str], signals: Signals, parts: Parts) -> ReadSum | None:
    """The calculation asked for, unless words are to be written or a line of theirs is to be answered."""
    text = texts[-1]
    writes = lexicon.SCRIPT.search(text) and not lexicon.ASKS_FIGURE.search(text)
    if parts.is_letter or writes or wants_invention(texts, signals):
        return None
    score = signals.objections[0][1] if signals.objections else 0.0
    offer = signals.offers_on_file > 0 or parts.states_offer
    plainly = _asks_outright(texts)
    works = plainly or (len(texts) > 1 and asks_plainly(texts[-2]))
    found = find_sum(
        texts, offer=offer, today=signals.today, base=signals.base_on_file, works=works, before=signals.words_on_file
    )
    framed = found is not None and found.sum in MEANT
    if found is not None and not plainly and not framed and _asks_for_advice(text, signals):
        return None
    if found is not None and _asks_for_guidance(texts, signals):
        return None
    found = _in_currency(found, signals)
    if found is None or (found.is_plain and found.sum is not FRAMED):
        return found
    refuse = share_untruths(signals)
    if framed and found.used >= PLAINLY and plainly and refuse < LEAST_REFUSAL:
        return found
    told = is_reported(text) and score >= LIKELY_OBJECTION and not lexicon.COMPUTE.search(text)
    return None if refuse >= LEAST_REFUSAL or (told and not lexicon.ASKS_OWN.search(text)) else found


def _find_again(told: list[str], text: str, signals: Signals, parts: Parts, *, supposes: bool) -> ReadSum | None:
    """The complete sum of the question asked again, which holds the number the newest message names.

    Where the offer on file knows nothing of that number, the sum is that of the words alone, unless the message
    supposes it of the offer.
    """
    found = _find_sum(told, signals, parts)
    new = {term.value for term in read_terms(text)} | {term.value for term in read_terms(text, thousands=False)}
    if found is not None and found.uses_offer and new and not new & set(numbers_in(found.arguments)):
        alone = replace(signals, offers_on_file=0, base_on_file=None)
        found = None if supposes else _find_sum(told, alone, replace(parts, states_offer=False))
    return None if found is None or found.missing or (supposes and found.uses_offer) else found


def _asks_outright(texts: list[str]) -> bool:
    """Whether the newest message asks for a number, or puts another one in the place of one before."""
    if asks_plainly(texts[-1]) or changes_one_number(texts):
        return True
    if len(texts) < 2 or not (asks_plainly(texts[-2]) or asks_in_part(texts[-2])):
        return False
    gathered = gather(texts[-7:])
    return gathered.changed or gathered.goes_on


def corrects_file(texts: list[str], signals: Signals) -> bool:
    """Whether the newest message corrects a number of the offer on file, whose sum is asked for again."""
    return signals.offers_on_file > 0 and not asks_plainly(texts[-1]) and _asks_outright(texts)


def _is_told_for_it(asked: ReadSum) -> bool:
    """Whether the numbers are told for this sum alone, or it lacks one and no other could be meant."""
    return (asked.is_plain and asked.sum.tool == ADDS_UP) or asked.sum in MEANT


def _leaves_nothing(asked: ReadSum) -> bool:
    """Whether a calculation takes several numbers of the message, and all of them."""
    return asked.used >= BETWEEN_TWO and not (asked.unused or asked.uses_offer)


def _compares_by_sum(asked: ReadSum | None, kind: Kind, parts: Parts, signals: Signals) -> bool:
    """Whether a comparison is all told as one sum, and its sides are no two offers to set side by side."""
    if kind != "comparison" or asked is None or asked.missing or asked.uses_offer:
        return False
    sides = len(parts.statements) + signals.offers_on_file
    return asked.tells_by_period or (asked.used >= PLAINLY and (sides < 2 or not _names(asked) <= TERMS))


def _asks_for_advice(text: str, signals: Signals) -> bool:
    """Whether a message with numbers in it resembles a question of the person's own and no calculation."""
    computes = dict(signals.intents).get("calculation", 0.0)
    asks = lexicon.COMPUTE.search(text) or lexicon.ASKS_FIGURE.search(text)
    return not asks and computes < LEAST_SUM and _advice_share(signals) > 1.5 * computes


def _asks_for_guidance(texts: list[str], signals: Signals) -> bool:
    """Whether a message behind others is a whole question of its own, and the numbers before it are not its subject."""
    text = texts[-1]
    if len(texts) < 2 or not _OWN_QUESTION.match(text) or not _asks_for_advice(text, signals):
        return False
    return not asks_plainly(text) or _advice_share(signals) >= SURE_ADVICE


def _advice_share(signals: Signals) -> float:
    return sum(share for intent, share in signals.intents if KIND_OF_INTENT.get(intent) == "advice")


def _in_currency(found: ReadSum | None, signals: Signals) -> ReadSum | None:
    """A calculation whose words name no currency is in that of the offer on file."""
    if found is None or "currency" in found.arguments or found.sum.tool in NO_CURRENCY:
        return found
    currency = signals.currency_on_file
    return found if currency in (None, "USD") else replace(found, arguments={**found.arguments, "currency": currency})


def _only_tells(text: str, parts: Parts, signals: Signals) -> bool:
    """Whether a message adds terms to an offer on file and asks nothing of them."""
    return bool(parts.statements) and signals.offers_on_file > 0 and not lexicon.ASKS_AT_ALL.search(text)


def is_only_sum(asked: ReadSum | None, kind: Kind, text: str) -> bool:
    """Whether the amounts of the message belong to a calculation of its own, not to an offer on file."""
    return (
        asked is not None and kind == "calculation" and not asked.uses_offer and not lexicon.OFFER_STATED.search(text)
    )
