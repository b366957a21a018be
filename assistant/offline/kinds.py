"""Kinds: which kind of answer a message wants, from what it resembles and what stands in it.

The library's utterances give a share to each intent; features of the words move it. Neither decides alone:
utterances know paraphrases, features know grammar (who speaks, what is asked, which sums are stated).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from assistant.domain.answer import Kind

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
LEAST_SHARE = 0.02
"""What an intent gets that nothing in the message resembles."""
LEAST_REFUSAL = 0.33
"""Share without which nobody is told no, unless the words themselves ask for an untruth."""

PLAIN_REFUSAL = 0.35
"""Share from which words are not written, whatever else the message asks for."""
HIDDEN_REFUSAL = 0.2
"""The same where the words want something hidden."""
PLAIN_ELSEWHERE = 0.4
"""Share from which a message with nothing of a job in it is none of ours, even if it wants words."""
FAR_AFIELD = frozenset({"far from the library", "no word of the trade", "states no offer"})
ORDERS = frozenset(
    {
        "asks for words",
        "asks to change the last words",
        "orders words beside an offer",
        "no objection",
        "asks for a sum",
    }
)
"""What stands in a message that wants more than an answer to the line it retells."""
SCRIPT_PART = 0.3
"""What a share of a request for words counts: many more of them are known than of other messages."""
SCALE = 1.62
BIAS: dict[Kind, float] = {
    "advice": 0.3,
    "clarify": -0.4,
    "comparison": 0.3,
    "draft_review": 0.3,
    "objection": -0.7,
    "offer": 0.3,
    "out_of_scope": -0.8,
    "refusal": 0.7,
}
FITTED: dict[str, dict[Kind, float]] = {
    "an objection, perhaps": {"comparison": -0.3, "refusal": 0.2},
    "an objection, surely": {"advice": 0.4, "clarify": -0.2, "objection": 0.3, "out_of_scope": -0.3, "script": 0.3},
    "an objection, word for word": {"draft_review": -0.2, "objection": 0.4, "script": 0.2},
    "asks for a review": {"script": -0.2},
    "asks for oneself": {
        "calculation": -0.3,
        "clarify": -0.2,
        "draft_review": 0.2,
        "objection": -0.2,
        "out_of_scope": 0.6,
        "refusal": -0.2,
    },
    "asks for words": {
        "advice": -0.7,
        "calculation": -0.3,
        "clarify": -0.3,
        "comparison": -0.4,
        "objection": -0.3,
        "offer": -0.3,
        "out_of_scope": 0.2,
        "refusal": 0.8,
        "script": 1.4,
    },
    "asks something": {
        "advice": 0.7,
        "calculation": 0.6,
        "objection": -0.2,
        "offer": -0.6,
        "refusal": -0.2,
        "script": -0.3,
    },
    "asks who this is": {"clarify": -0.2},
    "claims nothing untrue": {"clarify": -0.2, "comparison": 0.2, "draft_review": 0.2, "offer": 0.2, "refusal": -0.3},
    "claims something untrue": {"objection": -0.2, "refusal": 0.5},
    "compares": {"advice": 0.3, "comparison": -0.3, "offer": -0.2},
    "far from the library": {"comparison": 0.2, "offer": -0.3, "out_of_scope": 0.3},
    "goes on from before": {"clarify": -0.3, "offer": 0.3, "out_of_scope": -0.4, "refusal": -0.2, "script": 0.8},
    "names a concern": {"clarify": 0.2, "comparison": -0.4, "objection": 0.2, "offer": 0.7, "script": -0.4},
    "near the library": {"clarify": -0.2, "offer": 0.4, "out_of_scope": -0.5, "refusal": 0.2},
    "no draft to review": {
        "advice": 0.2,
        "calculation": 0.2,
        "clarify": 0.6,
        "draft_review": -0.8,
        "offer": 0.6,
        "out_of_scope": 0.5,
        "refusal": -1.1,
    },
    "no objection": {"advice": -0.4, "calculation": 0.2, "comparison": 0.4, "draft_review": 0.2, "objection": -0.5},
    "no small talk": {"objection": -0.2, "out_of_scope": -0.3, "refusal": 0.2},
    "no word of the trade": {
        "clarify": 0.3,
        "comparison": -0.4,
        "draft_review": -0.2,
        "objection": 0.3,
        "offer": -0.2,
        "out_of_scope": 0.2,
    },
    "nothing to compare": {
        "advice": -0.2,
        "comparison": 0.2,
        "objection": -0.3,
        "offer": 0.3,
        "out_of_scope": -0.3,
        "refusal": 0.2,
    },
    "nothing to compute": {
        "advice": -0.6,
        "calculation": -1.4,
        "clarify": 0.4,
        "comparison": 0.4,
        "draft_review": 0.4,
        "objection": 0.7,
        "offer": -0.6,
        "out_of_scope": 0.6,
        "refusal": 0.6,
        "script": -0.4,
    },
    "states an offer": {"comparison": 0.3, "objection": 0.2, "offer": -0.2},
    "states an offer and asks nothing": {"comparison": 0.2, "draft_review": -0.2, "objection": 0.3, "refusal": -0.2},
    "states no offer": {
        "advice": 0.3,
        "calculation": 0.6,
        "comparison": -0.2,
        "objection": -0.2,
        "out_of_scope": -0.2,
        "refusal": -0.5,
        "script": 0.2,
    },
    "supposes another number": {"draft_review": 0.2, "refusal": -0.2},
    "tells what they said": {
        "clarify": -0.3,
        "comparison": -0.5,
        "draft_review": 0.9,
        "objection": -0.3,
        "offer": -0.2,
        "out_of_scope": 0.3,
        "script": 0.2,
    },
    "wants to stay honest": {"objection": 0.4, "refusal": -0.3, "script": 0.2},
}
"""What a feature adds to each kind, on the scale of a logarithm: the output of `python -m evals.fit_kinds`."""

CERTAIN: dict[str, dict[Kind, float]] = {
    "asks for words": {"script": 4.0},
    "asks for no words": {"script": -0.8},
    "claims something untrue": {"refusal": 1.5},
    "asks which or whether": {"advice": 2.0, "objection": -1.0, "script": -3.0},
    "hides the truth": {"refusal": 3.5},
    "orders words beside an offer": {"script": 2.5},
    "claims nothing untrue": {"refusal": -1.0},
    "an objection, perhaps": {"objection": 0.8},
    "an objection, surely": {"objection": 1.8},
    "an objection, word for word": {"objection": 1.2},
    "asks about lying": {"advice": 1.5, "refusal": -1.0},
    "asks for a number": {"calculation": 1.5},
    "asks for a sum": {"calculation": 7.0},
    "asks for a sum outright": {"calculation": 4.0},
    "asks for a sum, in part": {"calculation": 3.0},
    "asks to change the last words": {"script": 2.5},
    "asks who this is": {"out_of_scope": 5.0},
    "small talk": {"clarify": 5.0},
    "states an offer and asks nothing": {"offer": 1.5},
    "states two offers": {"comparison": 0.5},
    "supposes another number": {"calculation": 3.0},
    "wants to stay honest": {"refusal": -3.0},
}
"""What features add beyond that where grammar or the conversation is plain; single utterances cannot teach it."""


def kind_of_intent(intent: str) -> Kind:
    """The kind of answer an intent asks for."""
    return "script" if intent.startswith("script_") else KIND_OF_INTENT[intent]


def choose_kind(intents: Iterable[tuple[str, float]], features: Iterable[str]) -> Kind:
    """The kind with most support; the same message always gets the same kind.

    Args:
        intents: what the message resembles, (intent, share 0-1).
        features: names of what stands in the message.
    """
    features = set(features)
    bare = "only orders words" in features and not features & {"claims something untrue", "hides the truth"}
    intents = list(intents) if bare else balance(intents)
    scores = dict(weigh_kinds(intents, sorted(features)))
    refuse = sum(share for intent, share in intents if intent.startswith("refuse_"))
    told = "states an offer" in features and not features & {"asks for words", "claims something untrue"}
    leads = (
        bool(intents)
        and (intents[0][0].startswith("refuse_") or "hides the truth" in features)
        and not features & {"wants to stay honest", "asks for a sum"}
        and not told
    )
    least = HIDDEN_REFUSAL if "hides the truth" in features else PLAIN_REFUSAL
    if leads and not bare and refuse >= least and dict(intents).get("honest", 0.0) < refuse / 2:
        return "refusal"
    if bare or (refuse < LEAST_REFUSAL and not features & {"claims something untrue", "hides the truth"}):
        del scores["refusal"]
    if intents and intents[0][0] == "out_of_scope" and intents[0][1] >= PLAIN_ELSEWHERE and features >= FAR_AFIELD:
        return "out_of_scope"
    if "no objection" in features and "goes on from before" not in features:
        reported = scores.pop("objection")
        if _leading(scores) == "draft_review" and "asks for a review" not in features:
            scores["objection"] = reported
    kind = _leading(scores)
    heard = "an objection, surely" in features or (bool(intents) and intents[0][0] == "objection")
    only_tells = heard and "tells what they said" in features and not features & ORDERS
    return "objection" if kind in ("script", "offer") and only_tells and "objection" in scores else kind


def _leading(scores: Mapping[Kind, float]) -> Kind:
    return max(scores, key=lambda kind: (scores[kind], kind))


def balance(intents: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """The shares as if the library knew no more requests for words than its other messages, strongest first."""
    told = list(intents)
    shares = [(name, share * (SCRIPT_PART if name.startswith("script_") else 1.0)) for name, share in told]
    grown = sum(share for _, share in told) / (sum(share for _, share in shares) or 1.0)
    return sorted(((name, share * grown) for name, share in shares), key=lambda item: (-item[1], item[0]))


def weigh_kinds(intents: Iterable[tuple[str, float]], features: Iterable[str]) -> Mapping[Kind, float]:
    """The support of each kind: the logarithm of its share, moved by the features."""
    scores = {kind: SCALE * share + BIAS.get(kind, 0.0) for kind, share in log_shares(intents).items()}
    for feature in features:
        for table in (FITTED, CERTAIN):
            for kind, weight in table.get(feature, {}).items():
                scores[kind] += weight
    return scores


def log_shares(intents: Iterable[tuple[str, float]]) -> dict[Kind, float]:
    """The logarithm of what the intents of each kind share."""
    shares: dict[Kind, float] = {kind_of_intent(intent): 0.0 for intent in (*KIND_OF_INTENT, "script_")}
    for intent, share in intents:
        shares[kind_of_intent(intent)] += share
    return {kind: math.log(share + LEAST_SHARE) for kind, share in shares.items()}
