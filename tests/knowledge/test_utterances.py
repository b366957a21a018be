"""Example messages of the intents: every intent served, no message claimed twice, none copied from the objections."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
INTENTS = [
    "refuse_offer",
    "refuse_pay",
    "refuse_claim",
    "refuse_forge",
    "refuse_threat",
    "refuse_record",
    "refuse_secrets",
    "refuse_tax",
    "refuse_renege",
    "refuse_bias",
    "no_offer",
    "fear",
    "judging",
    "push",
    "refused",
    "advice",
    "objection",
    "offer",
    "correction",
    "calculation",
    "comparison",
    "script_counter",
    "script_time",
    "script_accept",
    "script_decline",
    "script_silence",
    "script_written",
    "script_level",
    "script_questions",
    "script_other",
    "script_reply",
    "script_start",
    "script_thanks",
    "script_withdraw",
    "script_letter",
    "script_call",
    "script_renege",
    "script_packet",
    "script_reference",
    "honest",
    "rewrite",
    "review",
    "out_of_scope",
    "about",
    "thanks",
    "greeting",
    "help",
]
LONGEST_SHARED_RUN = 10

UTTERANCES: dict[str, list[str]] = yaml.safe_load((KNOWLEDGE / "utterances.yaml").read_text(encoding="utf-8"))


def fold(message: str) -> str:
    """The message as two spellings of it are held equal: case and spacing aside."""
    return " ".join(message.casefold().split())


def runs(message: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many consecutive words, punctuation aside."""
    words = re.findall(r"\w+", message.casefold().replace("'", "").replace("’", ""))
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def said_runs() -> set[tuple[str, ...]]:
    """The runs that would be one word too long to share with the objection library."""
    found: set[tuple[str, ...]] = set()
    for path in sorted((KNOWLEDGE / "objections").glob("*.md")):
        front_matter = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
        for line in front_matter["said"]:
            found |= runs(line, LONGEST_SHARED_RUN + 1)
    return found


def test_the_intents_are_the_known_ones() -> None:
    assert sorted(UTTERANCES) == sorted(INTENTS)


@pytest.mark.parametrize("intent", INTENTS)
def test_each_intent_has_enough_messages_of_a_usable_length(intent: str) -> None:
    messages = UTTERANCES[intent]
    assert len(messages) >= 20
    assert all(isinstance(message, str) and message.strip() for message in messages)
    assert [message for message in messages if len(message) > 600] == []


def test_no_message_stands_twice() -> None:
    counts = Counter(fold(message) for messages in UTTERANCES.values() for message in messages)
    assert [message for message, count in counts.items() if count > 1] == []


def test_no_message_is_taken_from_the_objections() -> None:
    taken = said_runs()
    assert taken, "the objection files carry no lines to compare with"
    copied = [
        message
        for messages in UTTERANCES.values()
        for message in messages
        if runs(message, LONGEST_SHARED_RUN + 1) & taken
    ]
    assert copied == []
