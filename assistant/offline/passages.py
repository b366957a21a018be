"""Passages: choosing the sentences of the library that answer a question, and citing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.domain.amounts import read_amounts
from assistant.domain.evidence import Chunk
from assistant.domain.quotes import contains_quote, split_sentences

SHORT_OPENING = 55
"""Words in an opening of more than one sentence."""

_WORD = re.compile(r"[a-z0-9]+")
_STOP = frozenset(
    ["a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "me", "my", "of", "on", "or", "our", "she", "should", "so", "some", "that", "the", "their", "them", "then", "there", "they", "this", "to", "up", "us", "was", "we", "what", "when", "which", "who", "will", "with", "would", "you", "your", "about", "not", "no", "yes", "am", "been", "being", "get", "got", "any", "all"]
)
_QUESTION_TO_ASK = re.compile(r"[\"“][^\"”]{8,}\?[\"”]")
_REFERS_BACK = re.compile(
    r"^(?:that|this|these|those|it|they|he|she|such|both|either|then|so|but|and|another|the other|for example)\b", re.I
)


@dataclass(frozen=True)
class Cited:
    """One or more neighbouring sentences of the library with the number of their passage."""

    number: int
    sentence: str

    @property
    def marked(self) -> str:
        """The sentence as Markdown with its citation behind it."""
        return f"{self.sentence} {cite(self.number, self.sentence)}"


def cite(number: int, quote: str) -> str:
    """A citation marker with the words it rests on."""
    return f'[{number} "{quote.strip().replace(chr(10), " ")}"]'


def has_amount(sentence: str) -> bool:
    """Whether the sentence names a sum of money: in the library these are examples, not advice."""
    return any(item.kind == "money" for item in read_amounts(sentence))


def stems(text: str) -> set[str]:
    """Content words cut to six letters: enough to see that "negotiable" is about negotiating."""
    return {word[:6] for word in _WORD.findall(text.casefold()) if word not in _STOP}


def plain_sentences(passage: Chunk) -> list[str]:
    """The sentences of a passage that stand on their own: no quoted script, no example sums."""
    sentences = []
    for sentence in split_sentences(passage.text):
        bare = sentence.lstrip("> ").strip()
        if len(bare.split()) >= 4 and not sentence.startswith((">", "|", "#")) and not has_amount(bare):
            sentences.append(bare.lstrip("- ").strip())
    return sentences


def pick_lead(passages: Mapping[int, Chunk], query: str, skip: Iterable[str] = ()) -> Cited | None:
    """The opening of the passage that answers the query best: one or two sentences of direct advice."""
    ranked = rank_passages(passages, query, skip)
    return open_passage(ranked[0], passages[ranked[0]]) if ranked else None


def open_passage(number: int, passage: Chunk, most: int = 2) -> Cited | None:
    """The first sentences of a passage: more than one only when they stand side by side and are short."""
    sentences = plain_sentences(passage)
    if not sentences:
        return None
    text = sentences[0]
    for sentence in sentences[1:most]:
        longer = f"{text} {sentence}"
        if len(longer.split()) > SHORT_OPENING or not contains_quote(passage.text, longer):
            break
        text = longer
    return Cited(number, text)


def rank_passages(passages: Mapping[int, Chunk], query: str, skip: Iterable[str] = ()) -> list[int]:
    """Numbers of the usable passages, best first: the search's order, nudged by shared words."""
    wanted, skipped = stems(query), set(skip)

    def score(item: tuple[int, Chunk]) -> float:
        position, passage = item
        heading = len(wanted & stems(f"{passage.title} {passage.section}")) / (len(wanted) or 1)
        body = len(wanted & stems(passage.text)) / (len(wanted) or 1)
        return 1 / (position + 1) + 0.5 * heading + 0.2 * body

    usable = [
        (number, passage)
        for number, passage in passages.items()
        if passage.section not in skipped and passage.section != "How it is said" and plain_sentences(passage)
    ]
    return [number for number, _ in sorted(usable, key=score, reverse=True)]


def pick_reasons(passages: Mapping[int, Chunk], query: str, used: Iterable[Cited | None], limit: int) -> list[Cited]:
    """Further sentences that bear on the query, each from another passage, none that leans on context."""
    wanted = stems(query)
    taken = {item.number for item in used if item is not None}
    reasons: list[Cited] = []
    for number in rank_passages(passages, query):
        if number in taken or len(reasons) == limit:
            continue
        best = _best_sentence(plain_sentences(passages[number])[:4], wanted)
        if best is not None:
            reasons.append(Cited(number, best))
    return reasons


def _best_sentence(sentences: list[str], wanted: set[str]) -> str | None:
    alone = [s for s in sentences if not _REFERS_BACK.match(s) and len(s.split()) <= 40]
    if not alone:
        return None
    # The first sentence of a section is its advice; another one wins only if it is clearly closer.
    return max(alone, key=lambda s: len(wanted & stems(s)) + (1.5 if s == sentences[0] else 0))


def pick_question(passages: Mapping[int, Chunk], query: str) -> Cited | None:
    """A sentence with a question the person can put to the recruiter, from the nearest passages."""
    for number in rank_passages(passages, query)[:4]:
        for sentence in split_sentences(passages[number].text):
            if _QUESTION_TO_ASK.search(sentence) and not sentence.startswith(">") and not has_amount(sentence):
                return Cited(number, sentence.strip())
    return None


def section_texts(passages: Mapping[int, Chunk], source_id: str) -> dict[str, tuple[int, str]]:
    """The sections of one document among the passages: heading path to number and text."""
    return {
        passage.section: (number, passage.text)
        for number, passage in passages.items()
        if passage.source_id == source_id
    }
