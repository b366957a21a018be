"""Lacking: the sum that is asked for with all its numbers but one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.offline.algebra.frames import Frame, is_frame_open, read_ways
from assistant.offline.algebra.message import Message
from assistant.offline.algebra.sensed import Senses


def find_lacking(message: Message, senses: Senses, frames: Sequence[Frame]) -> tuple[Frame, str, float] | None:
    """The sum that is asked for with all its numbers but one, which that is, and how doubtful the others are."""
    found = []
    for frame in frames:
        for sense, words in frame.lacks:
            told = tuple(need for need in frame.needs if need != sense)
            if not is_frame_open(frame, message) or not message.has(words):
                continue
            trial = Frame(frame.name, told, frame.build, frame.takes - {sense}, frame.often)
            best = next(iter(read_ways(message, senses, trial)), None)
            if best is not None:
                seen = senses.as_seen(trial.senses, trial.beside)
                least = min((ways[s] for ways, s in zip(seen, best[1], strict=True)), default=0.0)
                found.append((max(senses.best - best[0], -least), frame.name, sense, frame))
    if not found:
        return None
    doubt, _, sense, frame = min(found, key=lambda item: item[:3])
    return frame, sense, doubt
