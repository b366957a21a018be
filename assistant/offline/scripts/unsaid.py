"""Unsaid: what the person told for the message and the message does not say, so that nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.asides import without_asides
from assistant.offline.briefs.asked_change import find_changes
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.clauses import Clause, blank_quotations, cut_clauses
from assistant.offline.briefs.dates import ANY_DATE
from assistant.offline.briefs.for_another import as_the_sender
from assistant.offline.briefs.ladder import cut_ladder
from assistant.offline.briefs.roles import Function
from assistant.offline.briefs.secrets import hidden_words, read_secrets, touches
from assistant.offline.briefs.typed import in_plain_words
from assistant.offline.untruth_marks import keeps_pay_private, tells_against_oneself, tells_bare_pay, without_own_pay

MOST_UNSAID = 3
THOUSAND = 1000
FEW_TELLING = 2
"""Telling words from which a clause says something of its own."""
LEAST_SAID = 0.5
"""Part of its telling words by which a clause counts as said."""
_MEANT: frozenset[Function] = frozenset({"ask", "say", "reason", "promise", "rival", "loss"})
_ORDERS = lexicon.any_of(
    r"^\W*(?:but |and |also |pls |please )*(?:say|add|write) (?:something|sth|a line|a word|it)\b|\b(?:don'?t|dont|do not) touch\b|^\W*(?:a )?(?:light|soft|gentle) (?:touch|tone)\b",
    r"^\W*(?:and |also |pls |please )*ask(?:ing)? (?:them |him |her )?to (?:add|put|confirm|include) (?:all|both|these|those|it|them|the (?:two|three|four))\b",
    r"^\W*(?:the |my |our )?(?:recruiter|hr|manager|boss|they|she|he)(?: \w+)?(?: (?:wrote|said|says|asked|replied))?\W*$|^\W*(?:and |also |pls |please )*ask(?:ing)? (?:them |him |her )?(?:to see (?:all|both)|for (?:a )?written confirmation|(?:til|till|until)\b)|^\W*(?:i )?took (?:another|a different) (?:job|role|offer|one)\W*$|^\W*(?:thank|thanking) (?:them|him|her) and (?:say|saying)\b",
    r"^\W*(?:two|2|both|three) offers?\b|^\W*(?:the )?letter attached|^\W*(?:shorter|longer|warmer|firmer)\b|^\W*(?:honest |real )?reasons?(?: honest(?:ly)?)?\W*$|^\W*start with (?:the|a) (?:yes|no|first)\b|^\W*i think L?\w+:?$|^\W*(?:i )?need (?:some |the )?questions\b",
)
"""Tells the writer how to go about it, or only that there are papers: no content of its own."""
_DAYS_ONLY = re.compile(r"\b(?:asking|ask|need|want|until|till|til)\b", re.IGNORECASE)
"""Asks for a day, which the message tells as a date of its own."""
_COMMON = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "and",
        "any",
        "are",
        "ask",
        "back",
        "because",
        "been",
        "before",
        "but",
        "can",
        "could",
        "did",
        "does",
        "for",
        "from",
        "get",
        "give",
        "going",
        "had",
        "has",
        "have",
        "her",
        "him",
        "his",
        "how",
        "i'd",
        "i'll",
        "i'm",
        "into",
        "it's",
        "its",
        "just",
        "know",
        "like",
        "lol",
        "make",
        "mail",
        "message",
        "more",
        "need",
        "new",
        "not",
        "now",
        "offer",
        "only",
        "or",
        "our",
        "out",
        "over",
        "please",
        "really",
        "reply",
        "same",
        "say",
        "she",
        "should",
        "some",
        "still",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "want",
        "was",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "write",
        "you",
        "your",
    ]
)


def keep_unsaid(brief: Brief, told: str) -> Brief:
    """The brief without sentences that tell one's own pay where it is kept private, and without bare ones anywhere."""
    folded = lexicon.fold(told)
    is_private = keeps_pay_private(folded)

    def kept(sentences: Sequence[str]) -> tuple[str, ...]:
        own = without_own_pay(sentences) if is_private else sentences
        return tuple(sentence for sentence in own if not _is_kept(sentence, folded))

    return replace(
        brief,
        rival="" if _is_kept(brief.rival, folded) else brief.rival,
        reasons=kept(brief.reasons),
        raw_reasons=kept(brief.raw_reasons),
        notes=kept(brief.notes),
        tells=kept(brief.tells),
        losses=kept(brief.losses),
    )


def _is_kept(sentence: str, folded: str) -> bool:
    """Whether a sentence is not for the other side unless it is ordered to be told."""
    return tells_bare_pay(sentence, folded) or tells_against_oneself(sentence, folded)


def tell_unsaid(told: str, said: str, kept_back: Sequence[str] = ()) -> str:
    """The clauses meant for the message that it does not say, in the person's words; empty when all is said.

    Args:
        told: the newest message of the person.
        said: the message written from it.
        kept_back: names that it leaves out.
    """
    told = in_plain_words(without_asides(cut_ladder(as_the_sender(told))[0]))
    clauses = list(cut_clauses(told))
    secrets = read_secrets(blank_quotations(told), clauses) | hidden_words(clauses)
    words = set(_telling(said))
    for change in find_changes(told, read_amounts(told)):
        words |= set(_telling(told[change.start : change.end]))  # its sum stands there instead
    if keeps_pay_private(lexicon.fold(told)):
        clauses = [clause for clause in clauses if without_own_pay([clause.words])]
    left = [
        clause.words.strip(" ,;.-(")
        for clause in clauses
        if clause.function in _MEANT
        and not (touches(clause.words, secrets) or _is_said(clause, words) or (kept_back and clause.role == "rival"))
        and not any(name.casefold() in clause.words.casefold() for name in kept_back)
    ]
    if not left:
        return ""
    quoted = ", ".join(f"“{item}”" for item in left[:MOST_UNSAID])
    return f"**You also told me** {quoted}. It is not in the text above; say “add …” and I put it in."


def said_otherwise(brief: Brief) -> str:
    """What the person told that the message says in other words: a percentage by the sum it comes to."""
    changes = [ask.change for ask in brief.asks if ask.change is not None and ask.worked is not None]
    return " ".join(f"{change.percent.normalize():f}" for change in changes if change.percent is not None)


def _is_said(clause: Clause, words: set[str]) -> bool:
    own = _telling(ANY_DATE.sub(" ", clause.words) if _DAYS_ONLY.search(clause.words) else clause.words)
    if _ORDERS.search(lexicon.fold(clause.words)):
        return True
    named = re.search(r"[A-Z][a-z]|\d", clause.words)
    return (
        (len(own) < FEW_TELLING and not named) or not own or sum(word in words for word in own) >= LEAST_SAID * len(own)
    )


def _telling(text: str) -> list[str]:
    folded = lexicon.fold(text).lower()
    folded = re.sub(
        r"(\d[\d.]*)\s?m\b",
        lambda sum_told: (
            f"{Decimal(sum_told[1].rstrip('.')) * 1_000_000:f}" if sum_told[1].count(".") < 2 else sum_told.group()
        ),
        folded,
    )
    found = re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}", folded)
    return [_number(word) if word[0].isdigit() else word[:5] for word in found if word not in _COMMON]


def _number(written: str) -> str:
    """A number as it compares: 175, 175k and 175,000 are the same, 41.5 and 41,500 too."""
    plain = written.replace(",", "")
    if plain.count(".") > 1:
        return plain
    value = Decimal(plain) * (1000 if Decimal(plain) < THOUSAND else 1)
    return f"{value.normalize():f}"
