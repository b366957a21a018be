"""Kinds: which kind of answer a message wants, as learnt from conversations labelled by hand.

The model is a maximum-entropy classifier, fitted by `python -m evals.fit_kinds`: words of the message and of the one
before, what the message resembles, and what stands in it by grammar. None of them decides alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import get_args

from pycrfsuite import ItemSequence

from assistant.crf import Model
from assistant.domain.answer import Kind
from assistant.domain.languages import find_language
from assistant.encoder import reading
from assistant.encoder.mixing import mix
from assistant.offline.signals import POSSIBLE_OBJECTION, SURE_OBJECTION, Signals
from assistant.offline.untruths import ENOUGH_REFUSAL, wants_untruth

KIND_OF_INTENT: dict[str, Kind] = {
    "refuse_offer": "refusal",
    "refuse_pay": "refusal",
    "refuse_claim": "refusal",
    "refuse_forge": "refusal",
    "refuse_threat": "refusal",
    "refuse_record": "refusal",
    "refuse_secrets": "refusal",
    "refuse_tax": "refusal",
    "refuse_renege": "refusal",
    "refuse_bias": "refusal",
    "honest": "advice",
    "no_offer": "advice",
    "fear": "advice",
    "judging": "advice",
    "push": "advice",
    "refused": "advice",
    "advice": "advice",
    "objection": "objection",
    "offer": "offer",
    "correction": "offer",
    "calculation": "calculation",
    "comparison": "comparison",
    "rewrite": "script",
    "review": "draft_review",
    "out_of_scope": "out_of_scope",
    "about": "out_of_scope",
    "thanks": "clarify",
    "greeting": "clarify",
    "help": "clarify",
}
_MODEL = Model("assistant.offline", "kinds.crf")
KINDS: tuple[Kind, ...] = get_args(Kind)
PLAINLY_PLACED = 0.6
"""Share of messages to an employer, and of questions what is honest towards one, from which nothing is out of scope."""
PLAIN: dict[str, tuple[Kind, float]] = {
    "orders words beside an offer": ("script", 200.0),
    "only orders words": ("script", 20.0),
    "orders words in another language": ("script", 20.0),
    "states an offer and asks nothing": ("offer", 5.0),
    "asks who this is": ("out_of_scope", 150.0),
    "small talk": ("clarify", 150.0),
}
"""What grammar so plain that few labelled messages hold it multiplies a belief with."""
LEAST_SHARE = 0.02
"""What an intent gets that nothing in the message resembles."""
MOST_WORDS = 150
WORDS_BEFORE = 80
EDGE = 3
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*|\?|!")
_LENGTHS = (4, 8, 16, 40)


def kind_of_intent(intent: str) -> Kind:
    """The kind of answer an intent asks for."""
    return "script" if intent.startswith("script_") else KIND_OF_INTENT[intent]


def share_placed(signals: Signals) -> float:
    """The share of messages to an employer, and of questions what is honest, among what a message resembles, 0-1."""
    return sum(share for name, share in signals.intents if name == "honest" or name.startswith("script_"))


def choose_kind(texts: Sequence[str], signals: Signals, features: Iterable[str]) -> Kind:
    """The kind the newest message most likely wants; the same conversation always gets the same kind.

    Args:
        texts: what the person wrote, oldest first.
        signals: what else is known of the newest message.
        features: names of what stands in it.
    """
    features = set(features)
    beliefs = weigh_kinds(texts, signals, sorted(features))
    if wants_untruth(beliefs["refusal"], signals, features, abroad=find_language(texts[-1]) is not None):
        return "refusal"
    if beliefs["refusal"] >= ENOUGH_REFUSAL or share_placed(signals) >= PLAINLY_PLACED:
        beliefs["out_of_scope"] = 0.0
    for feature, (kind, weight) in PLAIN.items():
        if feature in features:
            beliefs[kind] *= weight
    del beliefs["refusal"]
    return max(beliefs, key=lambda kind: (beliefs[kind], kind))


def weigh_kinds(texts: Sequence[str], signals: Signals, features: Iterable[str]) -> dict[Kind, float]:
    """The belief in each kind, 0-1."""
    (weighed,) = _MODEL.weigh(ItemSequence([describe_turn(texts, signals, features)]), 1)
    read = reading.read_turns(texts)
    if read is not None:
        weighed = mix(weighed, read.whole("kind"))
    return {kind: weighed.get(kind, 0.0) for kind in KINDS}


def describe_turn(texts: Sequence[str], signals: Signals, features: Iterable[str]) -> dict[str, float]:
    """What the classifier sees of a turn, by name."""
    words = cut_words(texts[-1])[:MOST_WORDS]
    seen = {f"w={word}": 1.0 for word in words}
    seen |= {f"b={first} {second}": 1.0 for first, second in pairwise(words)}
    seen |= {f"^{place}={word}": 1.0 for place, word in enumerate(words[:EDGE])}
    seen |= {f"${place}={word}": 1.0 for place, word in enumerate(reversed(words[-EDGE:]), 1)}
    if len(words) > 1:
        seen |= {f"^^={words[0]} {words[1]}": 1.0, f"$$={words[-2]} {words[-1]}": 1.0}
    before = cut_words(texts[-2])[:WORDS_BEFORE] if len(texts) > 1 else []
    seen |= {f"p={word}": 0.5 for word in before}
    seen[f"turns={min(len(texts), 4)}"] = 1.0
    seen[f"len={sum(len(words) >= length for length in _LENGTHS)}"] = 1.0
    seen[f"numbers={min(Counter(words)['0'], 4)}"] = 1.0
    seen |= {f"h={feature}": 1.5 for feature in features}
    seen |= {f"i={name}": math.log((share + LEAST_SHARE) / LEAST_SHARE) for name, share in signals.intents}
    return seen | _describe_signals(signals)


def _describe_signals(signals: Signals) -> dict[str, float]:
    score = signals.objections[0][1] if signals.objections else 0.0
    seen = {"support": signals.support, "objection": score, f"offers={min(signals.offers_on_file, 2)}": 1.0}
    seen[f"told before={bool(signals.last_objection)}"] = 1.0
    seen |= {f"objection>{least}": 1.0 for least in (POSSIBLE_OBJECTION, SURE_OBJECTION) if score >= least}
    return seen


def cut_words(text: str) -> list[str]:
    """The words and marks that tell what is wanted, every number alike.

    >>> cut_words("what's 95k a year?")
    ['whats', '0', 'k', 'a', 'year', '?']
    """
    plain = text.lower().replace("'", "").replace("’", "")
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(plain)]
