"""Background: what the person told around a draft or a line of theirs, in the words they told it with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.bare_sums import in_full
from assistant.offline import background_patterns as patterns
from assistant.offline import lexicon
from assistant.offline.briefs.agreed import FRIENDS_SAY
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import blank_quotations, quotations
from assistant.offline.briefs.gathered import gather_brief
from assistant.offline.briefs.prose import tidy
from assistant.offline.elsewhere import tells_elsewhere

LONGEST_QUOTE = 160
RECENT = 4
"""One more than the messages in which their line is told."""
LEAST_BARE = 15
"""The smallest bare number that is a pay, in thousands, in lakhs or by the hour."""
_SCALES = (1, 1000, 100_000, 10_000_000)
"""What a bare number may leave out: thousands, lakhs, crores."""


@dataclass(frozen=True)
class Background:
    """What the person told.

    `brief` is what they want, as for a message. In their own words: `wanted` is the base pay they last wanted,
    `promised` the one they were told before a letter came with another, `posted` the range of a posting or of the
    market; `preference`, `would_take` and `alone` are sentences: that they would rather join this employer, what they
    would accept, and that nobody else has made them an offer. `last_word` is what the company said last, with its sum,
    `conceded` the sum they moved to and `within_reach` the one they are quoted to be able to pay; `asked` are the
    sums the person told to have asked for; `first_date` is the day to answer by that was told
    first, as in "the 20th". `told` are the sums told in full, `percent` is the one told last, `earns` the present pay,
    and `currency` that of the sums.
    """

    brief: Brief = field(default_factory=Brief)
    wanted: str = ""
    promised: str = ""
    posted: str = ""
    preference: str = ""
    would_take: str = ""
    alone: str = ""
    last_word: str = ""
    conceded: str = ""
    within_reach: str = ""
    asked: tuple[str, ...] = ()
    first_date: str = ""
    told: tuple[Decimal, ...] = ()
    percent: Decimal | None = None
    earns: Decimal | None = None
    currency: str | None = None


def read_background(texts: Sequence[str], draft: str = "", companies: Collection[str] = ()) -> Background:
    """What was told in a conversation.

    Args:
        texts: what the person wrote, oldest first.
        draft: a message of theirs in it, which tells nothing.
        companies: names of companies, which are no persons.
    """
    own = [kept for text in texts if (kept := text.replace(draft, "\n").strip() if draft else text)]
    if not own:
        return Background()
    brief = gather_brief(own, companies=companies)
    told = [blank_quotations(text) for text in own]
    amounts = [item for text in own for item in read_amounts(text)]
    sums = tuple(item.value for item in amounts if item.kind == "money")
    one_firm = not _names_several(own, companies)
    return Background(
        brief=brief,
        wanted=_find_wanted(brief if draft else Brief(), told, own),
        promised=_find_promised(told) if one_firm else "",
        posted=next((found for text in reversed(own) for found in _posted_ranges(text)), ""),
        preference=_find_preference(told, draft, companies),
        would_take=_newest(told, patterns.TAKES),
        alone=_newest(told, lexicon.NO_OTHER_OFFER),
        last_word=_newest(own, patterns.THEY_SAID),
        conceded=next(_moves(own), "") if one_firm else "",
        within_reach=next(_quoted_sums(own), "") if one_firm else "",
        asked=tuple(_sums_asked(told)),
        first_date=next(_answer_days(told[:-1]), "") if one_firm else "",
        told=sums,
        percent=next((value for text in own[:-RECENT:-1] for value in _percents(text)), None),
        earns=_find_earned(told, sums),
        currency=next((item.currency for item in amounts if item.currency), None),
    )


def find_sum(text: str, quote: str) -> str:
    """A sum as another text writes it, whatever scale either leaves out; empty where it is not there.

    >>> find_sum("could we do 58k", "58.000"), find_sum("could we do 58k", "57.500")
    ('58k', '')
    """
    told = next(iter(read_amounts(quote)), None)
    amounts = (item for item in read_amounts(text) if item.kind != "percent") if told else ()
    return next((item.quote for item in amounts if told and _is_same(item.value, told.value)), "")


def _is_same(value: Decimal, other: Decimal) -> bool:
    return any(value * scale == other or other * scale == value for scale in _SCALES)


def _find_wanted(brief: Brief, texts: Sequence[str], whole: Sequence[str]) -> str:
    """The words of the base pay wanted: behind a wish, or as it is asked for where that is newer.

    Never what they earn, would take or were told.

    Args:
        brief: what they want, as for a message; empty where that is told beside a line of the recruiter.
        texts: what they wrote, without what others are quoted with.
        whole: the same with it.
    """
    folded = [lexicon.fold(text) for text in whole]
    apart = [match["sum"] for text in folded for match in patterns.CURRENT_PAY.finditer(text)]
    apart += _sums_in_reach(whole)
    apart += [match.group() for text in folded for match in patterns.TAKES_SUM.finditer(text)]
    floors = [match.group() for text in folded for match in patterns.FLOOR_SUM.finditer(text)]
    wished = next(((at, words) for at, words in _wishes(texts) if not _is_among(words, apart)), None)
    asked = next(((at, words) for at, words in _asked(brief, texts) if not _is_among(words, [*apart, *floors])), None)
    if wished and asked and asked[0] > wished[0] and _is_near(wished[1], asked[1]):
        return asked[1]
    return (wished or asked or (0, ""))[1]


def _is_near(words: str, other: str) -> bool:
    """Whether two sums are of the same size, whatever scale either leaves out."""
    first, second = (next(iter(read_amounts(quote)), None) for quote in (words, other))
    if first is None or second is None:
        return False
    return any(first.value / 2 <= second.value * scale <= first.value * 2 for scale in (1, 1000, Decimal("0.001")))


def _is_among(words: str, others: Sequence[str]) -> bool:
    return any(find_sum(other, words) for other in others)


def _wishes(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The sums behind a wish with the place of their text, newest first."""
    for at in reversed(range(len(texts))):
        for match in reversed(list(patterns.WISH.finditer(texts[at]))):
            words = (match["sum"] or match["to"] or match["before"]).strip()
            if any(item.explicit or item.value >= LEAST_BARE for item in read_amounts(words)):
                yield at, words


def _asked(brief: Brief, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The sum the brief asks for as base pay, where it stands in the texts, newest first."""
    asks = (ask for ask in brief.asks if ask.form == "amount" and ask.term == "base_salary" and not ask.second_choice)
    asked = next((ask.asked.value for ask in asks if ask.asked is not None and not ask.on_top), None)
    for at in reversed(range(len(texts))) if asked is not None else ():
        yield from ((at, item.quote) for item in _of_value(texts[at], asked or Decimal(0)))


def _of_value(text: str, value: Decimal) -> Iterator[WrittenAmount]:
    """The amounts of a text that are this one, whatever scale they leave out."""
    amounts = (item for item in read_amounts(text) if item.kind != "percent")
    return (item for item in amounts if any(item.value * scale == value for scale in _SCALES))


def _sums_in_reach(texts: Sequence[str]) -> list[str]:
    """The sums they say they can or may pay, or are supposed to."""
    found = [match["sum"].strip() for text in map(lexicon.fold, texts) for match in patterns.CAN_PAY.finditer(text)]
    return found + list(_quoted_sums(texts))


def _quoted_sums(texts: Sequence[str]) -> Iterator[str]:
    """The sums they are quoted to be able to pay, the newest text first."""
    for text in map(lexicon.fold, reversed(texts)):
        for start, end in quotations(text):
            found = (*patterns.CAN_PAY_MYSELF.finditer(text[start:end]), *patterns.CAN_PAY.finditer(text[start:end]))
            if not _is_of_others(text[:start]):
                yield from (match["sum"].strip() for match in found)


def _moves(texts: Sequence[str]) -> Iterator[str]:
    """The sums they moved to and that nobody told before, the newest text first."""
    for at in reversed(range(len(texts))):
        told = " ".join(texts[:at])
        for sentence in reversed(patterns.SENTENCE_END.split(lexicon.fold(texts[at]))):
            for match in patterns.MOVED.finditer(sentence):
                if _is_sure(sentence, match) and not find_sum(told, match["sum"]):
                    yield match["sum"].strip()


def _is_sure(sentence: str, match: re.Match[str]) -> bool:
    """Whether words are told of this employer as what happened."""
    before, behind = sentence[: match.end()], sentence[match.end() :]
    return not (_is_of_others(before) or patterns.SUPPOSED.search(before) or patterns.ON_CONDITION.match(behind))


def _is_of_others(words: str) -> bool:
    """Whether words name friends, or a firm or a person that may be another one."""
    return bool(FRIENDS_SAY.search(words) or patterns.NAMES_SOMEBODY.search(words))


def _names_several(texts: Sequence[str], companies: Collection[str]) -> bool:
    """Whether more than one firm is told of, so that "they" may be either."""
    return len(set(companies)) > 1 or any(tells_elsewhere(lexicon.fold(text)) for text in texts)


def _sums_asked(texts: Sequence[str]) -> Iterator[str]:
    """The sums the person told to have asked for."""
    for text in texts:
        yield from ((match["sum"] or match["own"]).strip() for match in patterns.ASKED_SUM.finditer(lexicon.fold(text)))


def _answer_days(texts: Sequence[str]) -> Iterator[str]:
    """The days to answer by, oldest first."""
    for text in texts:
        for sentence in re.split(r"[,.?!;]\s|\n", text):
            match = patterns.ANSWER_BY.search(sentence)
            if match and not (patterns.OTHER_DAY.search(sentence) or _is_of_others(sentence[: match.start()])):
                yield tidy(match["date"])


def _find_preference(texts: Sequence[str], draft: str, companies: Collection[str]) -> str:
    """The sentence that prefers this employer, which names no firm and no sum."""
    found = _newest(texts, patterns.PREFERS, draft)
    named = any(name.casefold() in found.casefold() for name in companies if name)
    return "" if named or re.search(r"\d", found) or patterns.NAMES_SOMEBODY.search(found) else found


def _find_promised(texts: Sequence[str]) -> str:
    """The pay they told before a letter with another one of its size came."""
    letter = next((match["sum"] for text in texts if (match := patterns.LETTER_SAYS.search(text))), "")
    for sentence in (part for text in texts for part in patterns.SENTENCE_END.split(text)) if letter else ():
        for match in patterns.PROMISED.finditer(sentence):
            fits = _is_near(match["sum"], letter) and not find_sum(letter, match["sum"])
            if fits and _is_sure(sentence, match):
                return match["sum"].strip()
    return ""


def _percents(text: str) -> Iterator[Decimal]:
    """The percents of a text, newest first, that are of no part of the offer."""
    for item in reversed(read_amounts(text)):
        if item.kind == "percent" and not patterns.PART.search(text[max(0, item.start - 14) : item.end + 14]):
            yield item.value


def _find_earned(texts: Sequence[str], sums: Sequence[Decimal]) -> Decimal | None:
    """The present pay, in full where it is told in thousands beside other sums."""
    quote = _last_sum(texts, patterns.CURRENT_PAY)
    found = next(iter(read_amounts(in_full(quote, sums))), None)
    return found.value if found and found.kind == "money" else None


def _last_sum(texts: Sequence[str], pattern: re.Pattern[str]) -> str:
    """The sum in the newest words of that kind."""
    found = (match["sum"].strip() for text in reversed(texts) for match in pattern.finditer(lexicon.fold(text)))
    return next(found, "")


def _posted_ranges(text: str) -> Iterator[str]:
    """The ranges that a posting or the market is told to have."""
    for sentence in patterns.SENTENCE_END.split(text):
        if patterns.POSTED.search(sentence) and (
            patterns.SEEN.search(sentence) or not patterns.THEIRS.search(sentence)
        ):
            yield from (match.group().strip() for match in patterns.RANGE.finditer(sentence))
            yield from (f"up to {match['sum']}" for match in patterns.UP_TO.finditer(sentence))


def _newest(texts: Sequence[str], pattern: re.Pattern[str], draft: str = "") -> str:
    """The newest sentence with these words, which names nobody that the draft names."""
    named = {name for name in _names(draft) if name.capitalize() in draft}
    for text in reversed(texts):
        for sentence in patterns.SENTENCE_END.split(text):
            match = pattern.search(lexicon.fold(sentence))
            if match and not named & set(_names(sentence[match.start() :])):
                return _around(sentence, match)
    return ""


def _names(text: str) -> Iterator[str]:
    return (name.casefold() for name in patterns.NAME.findall(text))


def _around(sentence: str, match: re.Match[str]) -> str:
    """The words of a sentence between the commas around a match, so far as they say something by themselves."""
    start = sentence.rfind(", ", 0, match.start()) + 1
    end = next((found.start() for found in patterns.ASIDE.finditer(sentence, match.end())), len(sentence))
    words = sentence[start:end].strip(" .;,")
    return words if len(words) <= LONGEST_QUOTE else ""
