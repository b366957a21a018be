"""What the encoder learns from: every labelled message, conversation and letter, as texts with marked places."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from assistant.domain.answer import Kind
from assistant.letters.learnt import mark, runs
from assistant.letters.parse import read_messages, read_whole
from assistant.offline import lexicon
from assistant.offline.algebra.terms import read_terms
from assistant.offline.kinds import kind_of_intent
from assistant.paths import bundle_root
from assistant.retrieval.loading import NO_OBJECTION, NOTHING, load_library
from evals import fit_kinds, fit_letters, fit_mentions, fit_roles, fit_senses
from evals.offer_spans import tag_tokens
from evals.offer_sums import tag_sums
from evals.samples import ObjectionSample, SupportSample, load_samples

ASKED_EVERY = 4
"""Of so many questions of the sections one is learnt from, so that they do not outweigh those that have no answer."""
UTTERANCES = 0.35
"""The share of the library's utterances that is learnt from."""
SUPPORTED: dict[str, bool] = {"advice": True, "objection": True, "out_of_scope": False}
"""Kinds of messages that the library can support, or cannot."""
REPORTING = frozenset({"objection", "advice", "script"})
"""Kinds of messages that may report an objection though none is labelled."""
ANSWERED: dict[str, tuple[str, ...]] = {"reply": ("script", "objection")}
"""Kinds of answers to requests for words by their purpose, where they are others than a script."""
Span = tuple[int, int, str]


@dataclass
class Labelled:
    """A text with what is known of it.

    Attributes:
        text: a message, a letter, or the messages of a conversation in lines.
        newest: where the message begins that is asked about.
        marked: word task -> places and labels; every word outside them is none of the task's.
        numbers: word task -> places and labels of the words that have one; nothing is said of others.
        kinds: text task -> the labels that are right.
        hand: who wrote it.
    """

    text: str
    newest: int = 0
    marked: dict[str, list[Span]] = field(default_factory=dict)
    numbers: dict[str, list[Span]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hand: str = ""


def load() -> list[Labelled]:
    """All of it, in a fixed order."""
    return [*_mentions(), *_clauses(), *_senses(), *_kinds(), *_utterances(), *_objections(), *_support(), *_letters()]


def _mentions() -> Iterator[Labelled]:
    for purpose, message in fit_mentions.read_messages(fit_mentions.DATA.read_text(encoding="utf-8")):
        text, spans = fit_mentions.take_tags(message)
        kinds: dict[str, tuple[str, ...]] = {"purpose": (purpose,)} if purpose else {}
        terms = fit_mentions.take_terms(message)
        yield Labelled(text, marked={"mention": spans}, numbers={"term": terms}, kinds=kinds, hand="mentions")


def _clauses() -> Iterator[Labelled]:
    for path, hand in ((fit_roles.DATA, "clauses"), (fit_roles.TAGGED, "tagged")):
        for row in fit_roles.read_rows(path):
            text, spans = fit_roles.join_parts(row["parts"])
            told = Labelled(text, marked={"clause": spans}, kinds={"purpose": (row["purpose"],)}, hand=hand)
            if hand == "tagged":
                told.hand = row["hand"]
                told.kinds["kind"] = ANSWERED.get(row["purpose"], ("script",))
                _, told.marked["mention"] = fit_mentions.take_tags(fit_roles.join_words(row["parts"]))
            yield told


def _senses() -> Iterator[Labelled]:
    for row in yaml.safe_load(fit_senses.DATA.read_text(encoding="utf-8")):
        plain, spans = fit_senses.take_labels(row["text"])
        text = lexicon.fold(plain)
        numbers = [
            (term.start, term.end, fit_senses.label_of(term, spans)) for term in read_terms(text, thousands=False)
        ]
        if numbers:
            hand, newest = row["id"].split("-")[0], text.rfind("\n") + 1
            kinds = {"kind": _kinds_of_sum(row["sum"])} if newest and "sum" in row else {}
            yield Labelled(text, newest, numbers={"sense": numbers}, kinds=kinds, hand=hand)


def _kinds_of_sum(formula: str) -> tuple[str, ...]:
    """What answers a conversation that ends in a sum; where it tells two jobs apart, a comparison may as well."""
    return ("calculation", "comparison") if "[difference" in formula and formula.count("]!") > 1 else ("calculation",)


def _kinds() -> Iterator[Labelled]:
    for sample in fit_kinds.load():
        yield _conversation(sample.turns, sample.kind, sample.id.split("-")[0], sample.objection)


def _conversation(turns: Sequence[str], kinds: Sequence[Kind], hand: str, objection: str | None = None) -> Labelled:
    lines = [turn.replace("\n", " ") for turn in turns]
    text = "\n".join(lines)
    known: dict[str, tuple[str, ...]] = {"kind": tuple(kinds)}
    told = sorted({str(SUPPORTED[kind]) for kind in kinds if kind in SUPPORTED})
    if len(lines) == 1 and told:
        known["support"] = tuple(told)
    if objection is not None or not REPORTING.intersection(kinds):
        known["objection"] = (objection or NO_OBJECTION,)
    return Labelled(text, len(text) - len(lines[-1]), kinds=known, hand=hand)


def _utterances() -> Iterator[Labelled]:
    chance = random.Random(1)
    told: Mapping[str, list[str]] = yaml.safe_load((bundle_root() / "knowledge" / "utterances.yaml").read_text("utf-8"))
    for intent, lines in told.items():
        if intent not in fit_kinds.GO_ON:
            for line in lines:
                if chance.random() < UTTERANCES:
                    yield _conversation([line], [kind_of_intent(intent)], "utterances")


def _objections() -> Iterator[Labelled]:
    """What a message reports: an objection, or none of them."""
    told = [
        (name, line)
        for name, lines in load_library(bundle_root() / "knowledge").objection_lines.items()
        for line in lines
    ]
    for sample in load_samples("objections", ObjectionSample):
        if sample.split == "dev":
            told.append((sample.expected or NO_OBJECTION, sample.text))
    for name, line in told:
        yield Labelled(line.replace("\n", " "), kinds={"objection": (name,)}, hand="heard")


def _support() -> Iterator[Labelled]:
    """Questions the library answers or does not."""
    for sample in load_samples("retrieval_support", SupportSample):
        if sample.split == "dev":
            yield Labelled(sample.text, kinds={"support": (str(sample.answerable),)}, hand=sample.id.split("-")[0])
    library = load_library(bundle_root() / "knowledge")
    asked = [line for lines in library.asked.values() for line in lines]
    told = [(line, True) for line in asked[::ASKED_EVERY]] + [(line, False) for line in library.topic_lines[NOTHING]]
    for line, answerable in told:
        yield Labelled(line, kinds={"support": (str(answerable),)}, hand="asked")


def _letters() -> Iterator[Labelled]:
    for sample in (letter for part in fit_letters.load() for letter in part):
        hand, is_offer = fit_letters.hand_of(sample), sample["expected"].get("is_offer", True)
        page, _ = read_whole(sample["text"])
        whole = Labelled(page.flow, kinds={"offer": (str(is_offer),)}, hand=hand)
        messages = [_letter(sample, own, terms) for own, terms in read_messages(sample["text"])] if is_offer else []
        if len(messages) == 1 and messages[0].text == whole.text:
            messages[0].kinds = whole.kinds
        else:
            yield whole
        for message in messages:
            message.hand = hand
            yield message


def _letter(sample: Mapping[str, Any], page: Any, terms: Any) -> Labelled:
    marked = mark(page, terms)
    tags = tag_tokens(marked.text, marked.tokens, sample["expected"])
    fields = [
        (marked.tokens[first].start, marked.tokens[last].end, name) for name, first, last in runs(tags)
    ]  # fmt: skip
    sums = [
        (mention.amount.start, mention.amount.end, role)
        for mention, role in zip(page.mentions, tag_sums(page, sample["expected"]), strict=True)
    ]
    return Labelled(marked.text, marked={"field": fields}, numbers={"sum": sums})
