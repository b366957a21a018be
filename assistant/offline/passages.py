"""Passages: choosing the sentences of the library that answer a question, and citing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.amounts import read_amounts
from assistant.domain.evidence import Chunk
from assistant.domain.quotes import contains_quote, split_sentences

LONGEST_QUOTE = 80
"""Words after which a mark without its other half is taken for a slip."""
SHORT_OPENING = 55
"""Words in an opening of more than one sentence."""

_WORD = re.compile(r"[a-z0-9]+")
_HEADING_JOINT = re.compile(r" > | / ")
_STOP_WORDS = """
a an and are as at be but by can could did do does for from had has have he her him his how i if in into is it
its just me my of on or our she should so some that the their them then there they this to up us was we what
when which who will with would you your about not no yes am been being get got any all
"""
_STOP = frozenset(_STOP_WORDS.split())
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ings?|ed|(?<=s)es|(?<![su])s)$")
_QUESTION_TO_ASK = re.compile(r"[\"“][^\"”]{8,}\?[\"”]")
_ASKING = re.compile(r"\b(?:ask|question|try)\b", re.IGNORECASE)
_REFERS_BACK = re.compile(
    r"^(?:that|this|these|those|it|they|he|she|such|both|either|then|so|but|and|also|another|the other|for example|"
    r"use this|first|second|third|finally)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cited:
    """Neighbouring sentences of the library with the number of their passage; `shown` tells a table's row in words."""

    number: int
    sentence: str
    shown: str = ""

    @property
    def marked(self) -> str:
        """The sentence as Markdown with its citation behind it."""
        return f"{self.shown or self.sentence} {cite(self.number, self.sentence)}"


NO_ADVICE = ("How it is said", "What to say", "What to ask next", "Example")
OBJECTION_WEIGHT = 0.45
MORE_WORDS = 130
"""Words of the lead's passage that may follow it: a section is one answer, and half of it is seldom enough."""
MOST_MORE = 6
LEAST_SAID = 7
_SAID = re.compile(r"(?:(?<=[.!?:,] )|^)[\"“](?P<words>[^\"”]{30,420}[.?!])[\"”]", re.MULTILINE)
_EXAMPLE = re.compile(r"\d|\b(?:Hi|Hello|Dear) [A-Z]")
"""Figures, days and names of an example, which are nobody's own."""
REMEMBERED = 4096
"""Texts of the library, which are the same in every conversation, and some of those of people."""
ORDER = 2.0
"""What the search's order counts for beside the shared words."""
WORDS = 0.15
"""What the words that heading and text share with the query count for beside how near the search found a passage."""
RELEVANT = 0.2
"""Share of the query's weight a passage must hold to give a further reason."""
NEAR_ENOUGH = 0.78
"""Share of the nearest passage's score from which another one bears on the same question."""
MOST = 0.6
CLEARLY = 0.2
"""By how much a sentence must hold more of the query than a section's opening to be preferred to it."""


def cite(number: int, quote: str) -> str:
    """A citation marker with the words it rests on."""
    return f'[{number} "{quote.strip().replace(chr(10), " ")}"]'


@lru_cache(maxsize=16_384)
def has_amount(sentence: str) -> bool:
    """Whether the sentence names a sum of money: in the library these are examples, not advice."""
    return any(item.kind == "money" for item in read_amounts(sentence))


@lru_cache(maxsize=REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """Content words cut to their first letters: enough to see that "negotiable" is about negotiating.

    >>> sorted(stems("vesting bonuses")) == sorted(stems("the bonus vests"))
    True
    """
    return frozenset({_ENDING.sub("", word)[:6] for word in _WORD.findall(text.casefold()) if word not in _STOP})


def plain_sentences(passage: Chunk, figures: bool = False) -> list[str]:
    """The sentences of a passage that stand on their own: no headings or quoted words, sums only with `figures`.

    In a person's own document sums are facts, and what somebody is quoted with is told whole.
    """
    headings = {passage.title, *_HEADING_JOINT.split(passage.section)}
    own = passage.kind == "own"
    sentences = _plain_sentences(passage.text, figures or own, own)
    return [sentence for sentence in sentences if sentence.strip("*# ") not in headings]


@lru_cache(maxsize=REMEMBERED)
def _plain_sentences(text: str, figures: bool, quotes: bool) -> tuple[str, ...]:
    sentences, open_quotes = [], 0
    for sentence in _keep_quotes(text) if quotes else split_sentences(text):
        inside = open_quotes % 2 == 1
        open_quotes += _count_marks(sentence)
        bare = sentence.lstrip("> ").strip()
        whole = not inside and open_quotes % 2 == 0 and not bare.endswith(":")
        said = bare.startswith(('"', "“"))
        if (
            whole
            and not said
            and len(bare.split()) >= 4
            and not sentence.startswith((">", "|", "#"))
            and (figures or not has_amount(bare))
        ):
            sentences.append(bare.lstrip("- ").strip())
    return tuple(sentences)


def _keep_quotes(text: str) -> list[str]:
    """The sentences of a text, those inside one pair of quotation marks together."""
    kept: list[str] = []
    for sentence in split_sentences(text):
        if kept and _count_marks(kept[-1]) % 2 == 1 and len(kept[-1].split()) < LONGEST_QUOTE:
            kept[-1] = f"{kept[-1]} {sentence}"
        else:
            kept.append(sentence)
    return kept


def _count_marks(text: str) -> int:
    return sum(map(text.count, '"“”'))


def pick_lead(
    passages: Mapping[int, Chunk], query: str, figures: bool = False, nearness: Mapping[int, float] | None = None
) -> Cited | None:
    """The opening of the passage that answers the query best: one or two sentences of direct advice.

    Where a later sentence of that passage is clearly closer to the query, it is the answer instead.
    """
    ranked = rank_passages(passages, query, nearness)
    if not ranked:
        return None
    number = ranked[0]
    opening = open_passage(number, passages[number], figures=figures)
    closeness = Closeness.of(passages, query)
    best = max(plain_sentences(passages[number], figures), key=closeness.share, default="")
    heading = f"{passages[number].title} {passages[number].section}"
    if opening and closeness.share(best) > closeness.share(f"{heading} {opening.sentence}") + CLEARLY:
        return Cited(number, best)
    return opening


def is_about(passages: Mapping[int, Chunk], query: str) -> bool:
    """Whether a heading of the passages holds most of what the query asks."""
    closeness = Closeness.of(passages, query)
    return any(closeness.share(f"{item.title} {item.section}") >= MOST for item in passages.values())


def open_passage(number: int, passage: Chunk, most: int = 2, figures: bool = False) -> Cited | None:
    """The first sentences of a passage: more than one only when they stand side by side and are short."""
    sentences = plain_sentences(passage, figures)
    if not sentences:
        return None
    text = sentences[0]
    for sentence in sentences[1:most]:
        longer = f"{text} {sentence}"
        if len(longer.split()) > SHORT_OPENING or not contains_quote(passage.text, longer):
            break
        text = longer
    return Cited(number, text)


@dataclass(frozen=True)
class Closeness:
    """How much of a query a text holds; words that few of the passages use count for more."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, passages: Mapping[int, Chunk], query: str) -> Closeness:
        """The closeness to a query among these passages."""
        held = [stems(f"{passage.title} {passage.section} {passage.text}") for passage in passages.values()]
        return cls({word: 1 / (1 + sum(word in words for words in held)) for word in stems(query)})

    def without(self, text: str) -> Closeness:
        """The closeness to what the query asks beside these words, where that is anything."""
        left = {word: weight for word, weight in self.weights.items() if word not in stems(text)}
        return Closeness(left) if left else self

    def share(self, text: str) -> float:
        """The share, 0 to 1, of the query's weight that the text holds."""
        total = sum(self.weights.values())
        words = stems(text)
        return sum(weight for word, weight in self.weights.items() if word in words) / total if total else 0.0


def rank_passages(passages: Mapping[int, Chunk], query: str, nearness: Mapping[int, float] | None = None) -> list[int]:
    """Numbers of the usable passages, best first: how near the search found each, nudged by shared words.

    Where `nearness` is not known, the order of the search stands for it. An objection's parts answer a recruiter's
    line; a question of the person's own is for the articles.
    """
    closeness = Closeness.of(passages, query)
    positions: dict[str, int] = {}
    scores: dict[int, float] = {}
    for number, passage in passages.items():
        position = positions[passage.kind] = positions.get(passage.kind, 0) + 1
        if passage.section.startswith(NO_ADVICE) or not plain_sentences(passage):
            continue
        heading = closeness.share(f"{passage.title} {passage.section}")
        body = closeness.share(passage.text)
        weight = OBJECTION_WEIGHT if passage.kind == "objection" else 1.0
        near = ORDER / (1 + position)
        if nearness is not None and passage.kind != "objection":
            near = nearness.get(number, 0.0)
        scores[number] = weight * (near + WORDS * (heading + body))
    return sorted(scores, key=lambda number: (-scores[number], number))


def pick_said(passages: Mapping[int, Chunk], lead: Cited) -> Cited | None:
    """The words that the lead's own passage suggests saying, where it has any without example sums."""
    for match in _SAID.finditer(passages[lead.number].text):
        words = match["words"]
        if len(words.split()) >= LEAST_SAID and not _EXAMPLE.search(words) and not has_amount(words):
            return Cited(lead.number, words)
    return None


def pick_more(passages: Mapping[int, Chunk], lead: Cited, most: int = MOST_MORE, figures: bool = False) -> list[Cited]:
    """What the lead's own passage says next, up to so many sentences that make sense behind it."""
    more: list[Cited] = []
    words = 0
    for sentence in plain_sentences(passages[lead.number], figures):
        if sentence in lead.sentence or lead.sentence in sentence:
            continue
        words += len(sentence.split())
        if len(more) == most or words > MORE_WORDS:
            break
        more.append(Cited(lead.number, sentence))
    return more


def head(number: int, passages: Mapping[int, Chunk]) -> str:
    """The heading of a passage, which says what its sentences are about; the title where it stands under none."""
    return passages[number].section.split(" > ")[-1].strip() or passages[number].title


def pick_reasons(
    passages: Mapping[int, Chunk],
    query: str,
    used: Iterable[Cited | None],
    limit: int,
    trusted: int = 0,
    nearness: Mapping[int, float] | None = None,
) -> list[Cited]:
    """Further sentences that bear on the query, each from another passage, none that leans on context.

    The first `trusted` articles, in the order of the search, need share no words with the query. Where `nearness`
    is known, a passage far behind the nearest one is left out: it would only be beside the point.
    """
    closeness = Closeness.of(passages, query)
    taken = {item.number for item in used if item is not None}
    first = [number for number, passage in passages.items() if passage.kind != "objection"][:trusted]
    reasons: list[Cited] = []
    for number in sorted(rank_passages(passages, query, nearness), key=lambda number: number not in first):
        passage = passages[number]
        relevant = closeness.share(f"{passage.title} {passage.section} {passage.text}") >= RELEVANT
        near = nearness is None or nearness.get(number, 0.0) >= NEAR_ENOUGH
        if number in taken or len(reasons) == limit or not near or not (relevant or number in first):
            continue
        opening, best = open_passage(number, passage), _best_sentence(plain_sentences(passage)[:4], closeness)
        if best is not None:
            reasons.append(opening if opening and best in opening.sentence else Cited(number, best))
    return reasons


def _best_sentence(sentences: list[str], closeness: Closeness) -> str | None:
    alone = [s for s in sentences if not _REFERS_BACK.match(s) and len(s.split()) <= 40]
    if not alone:
        return None
    # The first sentence of a section is its advice; another one wins only if it is clearly closer.
    return max(alone, key=lambda s: closeness.share(s) + (CLEARLY if s == sentences[0] else 0))


def pick_question(
    passages: Mapping[int, Chunk], query: str, told: str, nearness: Mapping[int, float] | None = None
) -> Cited | None:
    """A sentence with a question the person can put to the recruiter, from the nearest passages, not `told` already."""
    for number in rank_passages(passages, query, nearness)[:4]:
        near = nearness is None or nearness.get(number, 0.0) >= NEAR_ENOUGH
        for sentence in map(str.strip, split_sentences(passages[number].text)):
            asks = near and _QUESTION_TO_ASK.search(sentence) and _ASKING.search(sentence)
            if asks and sentence not in told and not sentence.startswith(">") and not has_amount(sentence):
                return Cited(number, sentence)
    return None
