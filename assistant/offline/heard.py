"""Heard: what kind of answer the newest message of a conversation wants."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.domain.answer import Kind
from assistant.letters.corrected import corrects_number
from assistant.offline import lexicon
from assistant.offline.also_told import only_tells_more
from assistant.offline.before import Before, find_before
from assistant.offline.briefs.clauses import orders_words
from assistant.offline.briefs.conceded import only_tells_ask
from assistant.offline.briefs.edits import edits_message
from assistant.offline.briefs.ledger import Ledger
from assistant.offline.briefs.pasted import is_only_received
from assistant.offline.briefs.purposes import orders_yes
from assistant.offline.briefs.put_right import revises_ask
from assistant.offline.drafts import find_shown, orders_look
from assistant.offline.features import (
    asks_for_words,
    is_reported,
    read_features,
    wants_invention,
)
from assistant.offline.file_asked import asks_for_file, kind_by_case
from assistant.offline.follow_up import (
    find_follow_up,
)
from assistant.offline.hearsay import READ_AS_OWN, is_hearsay
from assistant.offline.kinds import choose_kind
from assistant.offline.outbid import passes_sum_on, tells_rival
from assistant.offline.raise_asked import names_raise
from assistant.offline.signals import FAR, LIKELY_OBJECTION, POSSIBLE_OBJECTION, Signals
from assistant.offline.small_talk import SmallTalk, find_small_talk
from assistant.offline.statements import (
    Parts,
)
from assistant.offline.sum_asked import Asked, read_asked, sums_up
from assistant.offline.sums.sum import ReadSum
from assistant.offline.supposing import Supposed, read_supposed
from assistant.offline.turns import (
    asks_if_refused,
    asks_meaning,
    compares_file,
    only_chooses,
    only_tells_news,
    settle_kind,
)
from assistant.offline.untruth_marks import find_marks, passes_on_to_them
from assistant.offline.untruths import is_marked

ANSWERED_BY_FILE: frozenset[Kind] = frozenset({"calculation", "comparison", "offer", "advice", "clarify"})
"""Kinds of a message that may ask how an offer on file changed."""
_ORDERS_IT = re.compile(
    r"\b(?:write|word|draft) (?:it|that|this)(?: up)?(?: for me)?(?: please| pls)?\W*$", re.IGNORECASE
)
_ASKS_HOW = re.compile(
    r"\W*(?:(?:so|ok|and|but|hi|hey|also|well)\W+)*how (?:do|should|can|could|would) (?:i|we|you) "
    r"(?:\w+ )?(?:ask|go about asking)"
    r"\b(?![^?\n]*\b(?:writ\w+|e-?mail|mail|text|message|letter|word\w*|phrase|say|draft|call)\b)"
    r"[^?\d\n]*\?*\W*",
    re.IGNORECASE,
)
"""Asks how one asks for something, which is a question, and orders no words."""
_SAYS_OF_ONESELF = lexicon.any_of(
    r"^\W*(?:(?:please|pls|just|ok|and|now)\W+)*(?:say|mention|add)(?: that)? "
    r"(?:i'?d|i would) (?:leave|quit|join|sign|start|accept|come|take|stay|move|switch)\b[^?]*$"
)
"""Orders to say what one would do."""
NO_WORDS: frozenset[Kind] = frozenset({"offer", "calculation", "clarify", "advice", "out_of_scope"})
"""Kinds that a sentence to pass on to them is none of."""
YES_TAKEN_FOR: frozenset[Kind] = NO_WORDS | {"objection"}
"""Kinds that an order to accept is taken for."""
RIVAL_TAKEN_FOR: frozenset[Kind] = NO_WORDS | {"comparison"}
"""Kinds that an order to tell another offer is taken for."""
LOOKED_OVER: frozenset[Kind] = frozenset({"script", "offer", "objection", "calculation", "comparison", "advice"})
"""Kinds that a message is taken for whose draft is to be looked over."""
WAITING: frozenset[Kind] = frozenset({"objection", "advice", "clarify", "offer"})
"""Kinds that a message is taken for which only tells what was asked of them."""
_ASKS_WHY = lexicon.any_of(r"^\W*(?:(?:and|but|so|ok)\W+)*(?:why|how come)\b")
"""Asks for a reason, and orders no words."""
_WANTS_WORDS = lexicon.any_of(r"\b(?:words|reply)\s*\?|\bwhat (?:do i|should i|can i|to) (?:say|reply|answer|write)\b")
"""Asks for words against what is quoted, whatever numbers stand in it."""
_ALL_OR_EACH = lexicon.any_of(
    r"\b(?:all|both|everything|together|at once)\b[^.?!\n]{0,24}\bor\b[^.?!\n]{0,12}"
    r"\b(?:one (?:after|by|at)|separate\w*|each|step by step|in turn)\b"
)
"""Asks whether to ask for all at once."""
FEW_CONFIRMING = 2
FEW_WORDS = 10


@dataclass(frozen=True)
class Heard:
    """A conversation before it is understood.

    `written` is all the person wrote, oldest first, `spoken` the same without the middle of long letters, `texts` that
    folded; `parts` are those of the newest message, `told` the same as they are filed.
    """

    written: list[str]
    spoken: list[str]
    texts: list[str]
    parts: Parts
    told: Parts
    signals: Signals

    @property
    def newest(self) -> str:
        """The newest message, folded."""
        return self.texts[-1]


@dataclass(frozen=True)
class Meant:
    """What kind of answer a message wants, the sum or the change it asks about, and the line told before it."""

    kind: Kind
    sum: ReadSum | None = None
    supposes: Supposed | None = None
    before: Before | None = None
    objection: str | None = None
    small_talk: SmallTalk | None = None


def read_meant(heard: Heard, ledger: Ledger) -> Meant:
    """What kind of answer the newest message wants, settled step by step."""
    texts, signals, written = heard.texts, heard.signals, heard.written[-1]
    question = read_asked(texts, signals, heard.parts, read_supposed(texts))
    meant = Meant(_first_kind(heard, question), question.sum, question.supposes)
    meant = _less_hearsay(_by_case(_against_file(meant, heard, question), heard), heard)
    kind = _settle_script(_by_plain_words(meant.kind, heard), texts, signals)
    kind = "out_of_scope" if kind == "script" and _is_beyond(heard) else kind
    kind, objection = find_follow_up(kind, heard.newest, signals, ledger)
    meant = replace(meant, kind=kind, objection=objection)
    untrue = wants_invention(texts, signals) or (kind == "refusal" and is_marked(find_marks(heard.newest)))
    edits = edits_message(texts, signals.written) or revises_ask(texts, signals.written)
    if edits and not untrue and kind != "draft_review":
        meant = replace(meant, kind="script", objection=None, supposes=None)
    if meant.kind in LOOKED_OVER | {"draft_review"} and is_only_received(written) and not heard.parts.statements:
        meant = replace(meant, kind="objection" if signals.objections else "advice")
    looked_over = meant.kind in LOOKED_OVER and (orders_look(written) or find_shown(heard.written))
    kind, talk = _settle_small_talk("draft_review" if looked_over else meant.kind, written, texts, signals, heard.parts)
    return replace(meant, kind=kind, small_talk=talk)


def _first_kind(heard: Heard, question: Asked) -> Kind:
    """The likeliest kind, set right by what the conversation is about."""
    texts, signals, parts, asked = heard.texts, heard.signals, heard.parts, question.sum
    kind = choose_kind(texts, signals, [*read_features(texts, signals, parts), *question.features])
    if kind == "comparison" and asked is None and not (parts.statements or _is_known(heard.newest, signals)):
        kind = "out_of_scope"
    settled = settle_kind(kind, texts, signals, parts, question.supposes)
    if question.names_raise:
        return "calculation"
    corrects = kind == "calculation" and asked is not None and not asked.missing and question.outright
    return kind if corrects and settled == "objection" else settled


def _against_file(meant: Meant, heard: Heard, question: Asked) -> Meant:
    """What is meant where the file tells it: how an offer changed, which is better, what a sum comes to."""
    texts, signals, parts, asked = heard.texts, heard.signals, heard.parts, meant.sum
    may_change = meant.kind in ANSWERED_BY_FILE and not (meant.supposes or parts.statements)
    if before := (find_before(texts, signals) if may_change else None):
        return replace(meant, kind="calculation", sum=None, before=before)
    apart = asked is not None and asked.tells_apart
    if not meant.supposes and compares_file(meant.kind, texts, signals, parts, told_apart=apart):
        return replace(meant, kind="comparison", sum=None)
    if sums_up(asked, meant.kind, parts, signals, outright=question.wants_number) or (
        question.again and meant.kind != "refusal"
    ):
        return replace(meant, kind="calculation")
    return meant


def _by_case(meant: Meant, heard: Heard) -> Meant:
    """What is meant where the case itself answers: what is on file, by when to answer, what has room."""
    if meant.kind not in ANSWERED_BY_FILE and not asks_for_file(heard.texts, heard.signals.offers_on_file):
        return meant
    kind = kind_by_case(heard.texts, heard.signals.offers_on_file, heard.parts.statements)
    return replace(meant, kind=kind, sum=None, before=None) if kind else meant


def _less_hearsay(meant: Meant, heard: Heard) -> Meant:
    """What is meant, which is advice where the pay that is told was only read or heard of."""
    own = heard.parts.is_letter or names_raise(heard.newest)
    if meant.kind in READ_AS_OWN and not own and is_hearsay(heard.newest, heard.signals):
        return replace(meant, kind="advice", sum=None)
    return meant


def _by_plain_words(kind: Kind, heard: Heard) -> Kind:
    """The kind as plain words tell it: what an offer pays, what a word means, an order to write."""
    text, parts, written = heard.newest, heard.parts, heard.written[-1]
    if kind == "offer" and parts.states_offer and not parts.is_letter and _asks_what_it_pays(text):
        kind = "calculation"
    asks = asks_meaning(text) or lexicon.WHAT_FIRST.search(text)
    if kind in ("calculation", "comparison", "offer", "clarify") and asks and not parts.is_letter:
        kind = "advice"
    ordered = kind == "offer" and not (parts.is_letter or corrects_number(written)) and orders_words(written)
    ordered = ordered or (kind in NO_WORDS and passes_on_to_them(written))
    ordered = ordered or (kind in NO_WORDS and _SAYS_OF_ONESELF.search(text) is not None)
    told = tells_rival(text, heard.signals.offers) or (heard.signals.offers_on_file > 0 and passes_sum_on(text))
    ordered = ordered or (kind in RIVAL_TAKEN_FOR and told)
    ordered = ordered or (kind == "out_of_scope" and _ORDERS_IT.search(text) is not None)
    ordered = ordered or (kind in YES_TAKEN_FOR and len(heard.texts) > 1 and orders_yes(text))
    if kind == "calculation" and _WANTS_WORDS.search(text) and is_reported(text) and heard.signals.objections:
        return "objection" if heard.signals.objections[0][1] >= POSSIBLE_OBJECTION else "script"
    asks_how = _ALL_OR_EACH.search(text) or _ASKS_HOW.fullmatch(text)
    return "script" if ordered else "advice" if kind == "script" and asks_how else kind


def _settle_small_talk(
    kind: Kind, written: str, texts: list[str], signals: Signals, parts: Parts
) -> tuple[Kind, SmallTalk | None]:
    """The kind, and the small talk that a message is: thanks, a choice, a yes to what was read, an ask still open."""
    text = texts[-1]
    small_talk = find_small_talk(text)
    if _only_states(text, parts, kind) or _adds_to_file(text, signals, kind):
        kind = "offer"
    if small_talk is None and not parts.statements and only_chooses(texts, signals):
        kind, small_talk = "clarify", "notes"
    if small_talk is None and signals.offers_on_file and kind in WAITING and only_tells_ask(written):
        kind, small_talk = "clarify", "waits"
    if small_talk == "confirms" and (signals.offers_on_file or len(text.split()) <= FEW_CONFIRMING):
        kind = "clarify"
    return kind, small_talk


def _settle_script(kind: Kind, texts: list[str], signals: Signals) -> Kind:
    """The kind; no words are written where only news is told after some were."""
    later = signals.written and asks_if_refused(texts[-1])
    news = only_tells_news(texts, signals.written)
    if kind == "script" and news and signals.sure_of_objection:
        return "objection"
    return "advice" if kind == "script" and len(texts) > 1 and (later or news or _ASKS_WHY.match(texts[-1])) else kind


def _is_beyond(heard: Heard) -> bool:
    """Whether a message that stands alone orders no words and is about what the library hardly covers."""
    alone = len(heard.texts) == 1 and not heard.signals.offers_on_file and not heard.parts.statements
    return alone and heard.signals.support < FAR and not asks_for_words(heard.newest)


def _asks_what_it_pays(text: str) -> bool:
    """Whether the words beside a stated offer ask for its years, their average or its total."""
    return bool(lexicon.ASKS_YEARS.search(text))


def _only_states(text: str, parts: Parts, kind: Kind) -> bool:
    """Whether a few words state a term and nothing else, whatever they resemble."""
    short = len(text.split()) <= FEW_WORDS and bool(parts.statements) and kind in ("advice", "clarify", "script")
    return short and not (lexicon.ASKS_AT_ALL.search(text) or lexicon.SCRIPT.search(text))


def _adds_to_file(text: str, signals: Signals, kind: Kind) -> bool:
    """Whether a few words tell more of the offer on file, such as its vacation, whatever they resemble."""
    objected = bool(signals.objections) and signals.objections[0][1] >= LIKELY_OBJECTION
    placed = kind in ("advice", "clarify", "calculation") and signals.offers_on_file > 0
    return placed and not objected and only_tells_more(text)


def _is_known(text: str, signals: Signals) -> bool:
    """Whether offers are on file or the words are about work and pay."""
    return signals.offers_on_file > 0 or bool(lexicon.DOMAIN_WORD.search(text))
