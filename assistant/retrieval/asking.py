"""Asking: the sentence of a longer message that asks, and the section of a document that answers it best."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.domain.evidence import Chunk
    from assistant.retrieval.fusion import Scores

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_ASKS = re.compile(
    r"(?:(?:and|so|but|also|or)\s+)?(?:how|what|whats|when|where|who|whose|which|why|am|is|are|was|were|do|does|did|can|"
    r"could|will|would|should|may|might|must|has|have)\b",
    re.IGNORECASE,
)
MOST_ASKING = 2
WHOLE_SHARE = 0.5
"""What the whole message counts for beside the sentence that asks, which may only say "it"."""
STRENGTH, STEEPNESS = 0.7, 1.5
FAR, NEAR = 0.2, 0.5
"""Likeness of the best section from which the asking sentence starts to tell, and from which it tells fully."""


def find_asking(text: str) -> str:
    r"""The last sentences that end in a question mark or open like a question; empty where none does.

    Where all do, the last line of several asks, and a single line is not parted.

    >>> find_asking("I joined a startup. Someone named an 83(b). How long do I have?")
    'How long do I have?'
    >>> find_asking("How long do I have?"), find_asking("Is it taxed in Ohio?\nwhat about Texas")
    ('', 'what about Texas')
    """
    sentences = [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
    asking = [part for part in sentences if part.endswith("?") or _ASKS.match(part)][-MOST_ASKING:]
    if len(asking) < len(sentences):
        return " ".join(asking)
    return sentences[-1] if "\n" in text.strip() else ""


def prefer_answering(
    fused: Mapping[int, float], chunks: Sequence[Chunk], near_asking: Scores, near_whole: Scores
) -> dict[int, float]:
    """The scores with those of one document dealt out anew: its best score goes to the section that answers best.

    The order of the documents stays; what the message tells about beside its question decides on that.

    Args:
        fused: score by row.
        chunks: the passages, by row.
        near_asking: (rows,) likeness with the sentence that asks.
        near_whole: (rows,) likeness with the whole message.
    """
    near = WHOLE_SHARE * near_whole + (1 - WHOLE_SHARE) * near_asking
    rows: dict[str, list[int]] = {}
    for row in fused:
        rows.setdefault(chunks[row].source_id, []).append(row)
    dealt: dict[int, float] = {}
    for held in rows.values():
        best, top = max(fused[row] for row in held), max(float(near[row]) for row in held)
        if best <= 0 or top <= 0:
            dealt.update((row, fused[row]) for row in held)
            continue
        share = STRENGTH * min(max((top - FAR) / (NEAR - FAR), 0.0), 1.0)
        fit = {
            row: (1 - share) * fused[row] / best + share * max(float(near[row]) / top, 0.0) ** STEEPNESS for row in held
        }
        highest = max(fit.values())
        dealt.update((row, best * value / highest) for row, value in fit.items())
    return dealt
