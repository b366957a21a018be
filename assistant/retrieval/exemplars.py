"""Tells which objection a message reports, by how close it comes to the wordings the library knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from assistant.encoder import reading
from assistant.encoder.mixing import mix
from assistant.retrieval.embedding import Embedder
from assistant.retrieval.intents import REMEMBERED, IntentMatcher
from assistant.retrieval.loading import NO_OBJECTION
from assistant.retrieval.shipped_vectors import ShippedVectors

COEFFICIENTS_FILE = "objections.npz"

MAX_CHARACTERS = 1500
MAX_PARTS = 16
MIN_PART_WORDS = 3
LEAST_SCORE = 0.05
LEAST_SHARE = 0.02
"""Keeps an objection that nothing speaks for from counting because nothing speaks for "none" either."""
QUOTED_WEIGHT, PART_WEIGHT = 0.95, 0.6
"""What a quotation and another part of a message count for beside the whole."""

_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{8,})[\"“”«»]|(?<!\w)'((?:[^'\n]|(?<=\w)'(?=\w)){12,400})'(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SPEECH = re.compile(
    r"\b(?:say|says|said|saying|told (?:me|them)|tells? me|wrote|claim(?:s|ed)?|replied|goes|mentioned"
    r"|ask(?:s|ed)?|promised?|swears|insists?|warned(?: me)?|hinted|emailed(?: back)?|according to \w+)\b"
    r"[\s,:]*(?:that\s+)?",
    re.IGNORECASE,
)

NAMED = 0.9
_NAMED = {
    "internal_equity": re.compile(
        r"\b(?:internal|pay|peer|team) (?:equity|parity|fairness)\b"
        r"|\b(?:equity|parity|fairness) (?:with|among|across|within) (?:the |our |your |my |existing |current )*"
        r"(?:team|peers?|colleagues|employees|staff|others|group|department)\b",
        re.IGNORECASE,
    )
}
"""Terms of the trade one word of which means something else in most messages."""


class ObjectionMatcher:
    """Scores a message against every objection of the library.

    Args:
        wordings: messages by the objection they report; those under "none" report something else.
        embedder: None leaves the comparison of words, which knows no paraphrases.
        shipped: vectors of the wordings, so that none is embedded at the start.
        coefficients: file with the fitted coefficients; without it they are fitted on first use.
    """

    def __init__(
        self,
        wordings: Mapping[str, tuple[str, ...]],
        embedder: Embedder | None,
        shipped: Callable[[], ShippedVectors] = ShippedVectors,
        coefficients: Path | None = None,
    ) -> None:
        self._matcher = IntentMatcher(wordings, embedder, shipped, coefficients)
        self._match = lru_cache(maxsize=REMEMBERED)(self._match_now)

    def match(self, text: str) -> list[tuple[str, float]]:
        """(objection type, score 0-1), best first, ties by name; scores under 0.05 are left out.

        A score is the chance that the message reports this objection and not none: from 0.5 on, answer
        it. Each stands for itself, so two objections in one message can both score high.
        """
        return list(self._match(text))

    def _match_now(self, text: str) -> list[tuple[str, float]]:
        parts, names = split_message(text), self._matcher.intents
        if not parts or not names:
            return []
        shares = self._matcher.share(parts)
        none = shares[:, [names.index(NO_OBJECTION)]] if NO_OBJECTION in names else 0.0
        quoted = quotations(text)
        weights = [1.0, *(QUOTED_WEIGHT if part in quoted else PART_WEIGHT for part in parts[1:])]
        beliefs = (shares / (shares + none + LEAST_SHARE)).T * weights
        best = _named(_mixed(dict(zip(names, beliefs.max(axis=1).tolist(), strict=True)), text), text)
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [(name, round(score, 6)) for name, score in ranked if score >= LEAST_SCORE and name != NO_OBJECTION]

    def save(self, path: Path) -> None:
        """Fit the coefficients and write them."""
        self._matcher.save(path)


def _mixed(beliefs: dict[str, float], text: str) -> dict[str, float]:
    """What the wordings say of each objection together with what the encoder says, where it is installed."""
    read = reading.read(text[:MAX_CHARACTERS])
    if read is None:
        return beliefs
    shares = read.whole("objection")
    none = shares.get(NO_OBJECTION, 0.0) + LEAST_SHARE
    told = {name: share / (share + none) for name, share in shares.items()}
    return {
        name: mix({"told": near, "not": 1 - near}, {"told": told[name], "not": 1 - told[name]})["told"]
        if name in told
        else near
        for name, near in beliefs.items()
    }


def _named(beliefs: dict[str, float], text: str) -> dict[str, float]:
    """The beliefs with what a term of the trade names outright in front."""
    named = {name for name, words in _NAMED.items() if name in beliefs and words.search(text)}
    front = max((NAMED, *beliefs.values()))
    return {
        **{name: belief * front if named else belief for name, belief in beliefs.items()},
        **dict.fromkeys(named, front),
    }


def quotations(text: str) -> list[str]:
    """What stands in quotation marks."""
    return [(match[1] or match[2]).strip(' "“”') for match in _QUOTED.finditer(text)]


def split_message(text: str) -> list[str]:
    """What in a message may hold the objection: the whole, quotations, sentences, and what follows "says".

    >>> split_message('She said "we do not negotiate". What now?')[:2]
    ['She said "we do not negotiate". What now?', 'we do not negotiate']
    """
    text = text[:MAX_CHARACTERS].strip()
    sentences = _SENTENCE.split(text)
    candidates = [text, *quotations(text), *sentences]
    for sentence in sentences:
        if speech := _SPEECH.search(sentence):
            candidates += [sentence[speech.end() :], sentence[: speech.start()]]
    long_enough = [part.strip(' "“”') for part in candidates if len(part.split()) >= MIN_PART_WORDS]
    return list(dict.fromkeys(long_enough or [text] if text else []))[:MAX_PARTS]
