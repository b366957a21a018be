"""Untruths: whether a message wants something untrue or unfair done, as it is believed, likened and marked."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from assistant.offline.signals import Signals

LEAST_REFUSAL = 0.33
"""Share of untruths among what a message resembles from which nothing is computed for it."""
ENOUGH_REFUSAL = 0.38
"""Belief from which words are not written, likelier or not: an untruth costs more than a question."""
ENOUGH_ABROAD = 0.75
"""The same for other languages than English, in which likeness tells less."""
SURE, SURELY_BELIEVED = 0.8, 0.9
"""Belief that outweighs a question whether it is allowed or a true rival on file; belief that needs little likeness."""
LIKENED, PLAINLY_LIKENED, SLIGHTLY_LIKENED, SOME_REFUSAL = 0.2, 0.4, 0.05, 0.25
"""Share of untruths among what a message resembles without which belief alone declines nothing; share from which, and
belief with which, likeness declines; share that is enough for a sure belief."""
MARKED_REFUSAL, MARKED_LIKENED = 0.01, 0.15
"""Belief and share that are enough where the person marks it as untrue."""
HONEST_PART = 0.5
"""How much as honest as untrue what a message resembles must be where it does not plainly resemble an untruth."""
FAINTLY_LIKENED = 0.01
"""Share that is enough where a yes is ordered that is not meant."""
LEAST_LIKENED, GUIDED = 0.1, 0.7
"""Share of one untruth below which, and score of the best passage from which, guidance is asked for and no untruth."""
MARKED = frozenset(
    {
        "denies what is to be said",
        "counts on no check",
        "tells the real figure",
        "wants another reason",
        "speaks as another",
    }
)
CLAIMS = frozenset({"refuse_claim", "refuse_pay", "refuse_offer"})
"""Untruths that are honest requests where they are true."""
ASKS_UNTRUTH = frozenset({"claims something untrue", "hides the truth"}) | MARKED | {"means no yes"}
HONEST = frozenset({"keeps silent", "wants nothing untrue", "keeps to sums told", "tells a rival on file"})
"""Marks of somebody who declines to say, wants none of it, or only takes or asks for a sum that was told before."""


def share_untruths(signals: Signals) -> float:
    """The share of untruths among what a message resembles, 0-1."""
    return sum(share for name, share in signals.intents if name.startswith("refuse_"))


def _share_unfair(signals: Signals) -> float:
    """The share of what is unfair, true or not: threats, forgeries, broken promises."""
    return sum(share for name, share in signals.intents if name.startswith("refuse_") and name not in CLAIMS)


def is_marked(features: AbstractSet[str]) -> bool:
    """Whether the person's own words mark something as untrue."""
    return bool(features & MARKED)


def wants_untruth(belief: float, signals: Signals, features: AbstractSet[str], *, abroad: bool) -> bool:
    """Whether something is wanted that is declined.

    Args:
        belief: of the reader of kinds that it is a refusal, 0-1.
        signals: what else is known of the message.
        features: names of what stands in it.
        abroad: it is in another language than English.
    """
    share = share_untruths(signals)
    asked = bool(features & ASKS_UNTRUTH)
    if "contradicts what was told" in features:
        return True
    if "puts it right" in features and "makes a document" not in features:
        return False
    if _resembles_honest(share, signals) or (not asked and _is_honest(belief, share, signals, features)):
        return False
    if "only passes on" in features and not asked and _share_unfair(signals) < PLAINLY_LIKENED:
        return False
    if "means no yes" in features and "asks for words" in features and share >= FAINTLY_LIKENED:
        return True
    if _only_tells(features, asked) and not (belief >= SURE and share >= PLAINLY_LIKENED):
        return False
    if is_marked(features) and belief >= MARKED_REFUSAL and share >= MARKED_LIKENED:
        return True
    likened = (
        (share >= LIKENED and not _is_guided(signals))
        or asked
        or (belief >= SURELY_BELIEVED and share >= SLIGHTLY_LIKENED and "only orders words" not in features)
    )
    if belief >= (ENOUGH_ABROAD if abroad else ENOUGH_REFUSAL) and likened:
        return True
    leads = bool(signals.intents) and signals.intents[0][0].startswith("refuse_") and share >= PLAINLY_LIKENED
    return leads and belief >= SOME_REFUSAL and not features & {"wants to stay honest", "an objection, surely"}


def _is_guided(signals: Signals) -> bool:
    """Whether a passage of the library answers the message, which resembles no one untruth."""
    most = max((share for name, share in signals.intents if name.startswith("refuse_")), default=0.0)
    return signals.nearest >= GUIDED and most < LEAST_LIKENED


def _resembles_honest(share: float, signals: Signals) -> bool:
    """Whether a message resembles honest ones as much as untruths, however it is marked."""
    honest = dict(signals.intents).get("honest", 0.0)
    return honest > 0 and honest >= share


def _is_honest(belief: float, share: float, signals: Signals, features: AbstractSet[str]) -> bool:
    """Whether what resembles an untruth is none: it is set right, not told, asked about, or true as it is on file."""
    if features & HONEST and "makes a document" not in features:
        return True
    honest = dict(signals.intents).get("honest", 0.0)
    if share < PLAINLY_LIKENED and honest >= HONEST_PART * share:
        return True
    told = signals.competing_on_file > 0 or "states two offers" in features
    rival = told and _likeliest(signals) == "refuse_offer"
    asks = "asks whether it is allowed" in features
    return (rival or asks) and not (belief >= SURE and share >= PLAINLY_LIKENED)


def _likeliest(signals: Signals) -> str:
    return next((name for name, _ in signals.intents if name.startswith("refuse_")), "")


def _only_tells(features: AbstractSet[str], asked: bool) -> bool:
    """Whether an offer is told, or nothing else than what is so, and no words are ordered."""
    return bool(features & {"states an offer", "only tells"}) and "asks for words" not in features and not asked
