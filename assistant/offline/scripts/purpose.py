"""Purpose: what a message is for, once it is known what it would carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.dates import ANY_DATE
from assistant.offline.briefs.purposes import ACCEPTED_SUM, likeliest_purpose, plain_purpose
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.talked import points_back
from assistant.offline.scripts.asking import Wanted

CHECK_FIRST = {
    "counter": "Say every line out loud once and cut what is not true for you.",
    "time": "Replace the reason if yours is another one; a real reason is enough.",
    "accept": "Send it only when the written letter shows what you agreed.",
    "agreed": "Sign only when the new letter shows both numbers.",
    "decline": "You owe no reason; keep it short.",
    "withdraw": "Send it as soon as you are sure; it frees other people's time.",
    "silence": "Send it once, then wait two working days.",
    "written": "Send it the same day, while everyone remembers the call.",
    "level": "Add the two pieces of work that fit the next level best.",
    "renege": "Call first if you can, then send this the same day.",
    "letter": "Do not resign before you hold the signed letter.",
    "other": "Fill the brackets, read it aloud once, and cut what is not true.",
    "questions": "Send the questions before you name any number.",
    "correction": "Send it today, before anybody counts on the wrong figure.",
}
"""What to do before a message of a purpose is sent."""
FINAL = frozenset({"accept", "decline", "withdraw", "renege"})
"""Purposes that end the talk: what was asked before is asked no more."""
ANSWERING = frozenset({"counter", "reply"})
"""Purposes that may answer a line of theirs."""
SHORT_NOTES = frozenset({"other", "start", "call", "thanks", "reference"})
"""Purposes whose messages are short notes from the person's own words."""
_THEY_ASK = lexicon.any_of(
    r"\b(?:they|she|he|hr|recruiter|manager|boss|company)\b[^.?!\n]{0,20}\b(?:ask|asks|asked|wants? to know|wonders?|wondered)\b"
    r"[^.?!\n]{0,12}\b(?:why|how come|whether|if|where|when)\b"
)
"""Their question is to be answered, and nothing is asked for."""
_OF_A_START = lexicon.any_of(r"\b(?:start\w*|join\w*|begin\w*|first day|dates?|later|earlier|weeks?|months?)\b")
_TAKES_SUM = lexicon.any_of(ACCEPTED_SUM)
"""A sum is taken, and no other asked for in its place."""
_ONLY_PLAIN = frozenset({"silence", "letter", "decline", "withdraw", "renege", "time", "accept"})
"""Purposes that ask for nothing of the offer: not taken from likeness where something is asked for."""
_EQUITY = lexicon.any_of(r"\b(?:equity|options?|esop|emi|stock|shares?|rsus?|vest\w*|strike)\b")


_SAID_BY_THE_PURPOSE = {
    "no": re.compile(
        r"\b(?:(?:not|n't|no|unable|never|cannot)\b.{0,24}\b(?:tak\w+|join\w*|com(?:e|ing)|accept\w*|go(?:ing)?|start\w*|able|attend\w*|proceed\w*)|say(?:ing)? no|"
        r"declin\w+|turn(?:ing|ed)? (?:it |this |you )?down|withdraw\w*|pull(?:ing)? out|back(?:ing)? out|take my name|decided against)\b",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"^I(?:'m| am|'ll| will)? (?:tak(?:e|ing)|accept(?:ing)?|cho(?:o?se|osing)|go(?:ing)? with|(?:accepted|signed with|took)(?! an?\b| another\b)) (?:the )?[\w&-]+(?: (?:offer|job|one))?\W*$",
        re.IGNORECASE,
    ),
    "yes": re.compile(
        r"^(?:yes\b.*|i(?:'ve| have)? decided(?: (?:to|on) (?:accept|join|sign|take)\b.*)?\W*|i(?:'ll| will)? take it\W*|i(?:'m| am) (?:fine|ok(?:ay)?|good|cool|happy) (?:w|with) (?:that|this|it|all of it)\W*|i(?:'m| am)? (?:accept\w*|in|taking it|happy to accept)\b(?:\s\S+){0,4}|i accept [\w&-]+,? (?:and )?no to (?:\w+ ){0,2}(?:others?|rest))[.!]*$",
        re.IGNORECASE,
    ),
}
_ACCEPTS = re.compile(
    r"I (?:(?:would|will|shall|am|hereby|gladly|happily|do|like to|be|delighted to|happy to|glad to|pleased to)\b ?)*(?:accept\w*|tak(?:e|ing)(?: up)?)\b(?!.*\bif\b).*\b(?:job|offer|role|position|post|place|fellowship|contract)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:I\b|I'|It's a (?:no|yes)|Thanks but|No\b|Yes\b|Not\b|Decline\b|Turn(?:ing)? (?:it |them )?down\b|Reject\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(signed|accepted|said yes|started) (?:there|with them|to them|theirs)\b", re.IGNORECASE)
"""A yes to another firm, which is not to be taken for one to the reader."""
_SAYS = {"decline": "no", "renege": "no", "withdraw": "no", "accept": "yes"}


def without_purpose(told: Sequence[str], purpose: str) -> list[str]:
    """The sentences a message is to state, without those that only say what its template says."""
    says = _SAYS.get(purpose)
    if says is None:
        return list(told)
    if says == "no":
        told = [_THERE.sub(r"\1 elsewhere", item) for item in told]
    said = [_SAID_BY_THE_PURPOSE[name] for name in ((says, "other") if says == "no" else (says,))]
    return [item for item in told if not (_OWN.match(item) and any(words.search(item) for words in said))]


def of_the_newest(brief: Brief, told: str) -> Brief:
    """The brief with what the newest message asks for, and nothing asked for while the talk went on."""
    newest = read_brief(told)
    asks = tuple(ask for ask in newest.asks if ask.asked is None or ask.asked != newest.unsure)
    if _TAKES_SUM.search(lexicon.fold(told)):
        asks = tuple(ask for ask in asks if ask.form != "amount" or ask.term != "base_salary")
    return replace(brief, asks=asks, promised=newest.promised, agrees_at="")


def take_acceptance(told: list[str]) -> str:
    """The sentence that says yes in the person's own words, taken out of what is to be stated; empty where none does."""
    found = next((item for item in told if _ACCEPTS.match(item)), "")
    if found:
        told.remove(found)
    return "" if _SAID_BY_THE_PURPOSE["no"].search(found) else found


def _asks_besides(brief: Brief) -> bool:
    """Whether a sum is asked for that is none of those by which the letter differs from what was told."""
    told = {item.value for differs in brief.differs for item in read_amounts(differs)}
    return any(
        ask.asked is not None and not {ask.asked.value, ask.asked.value / 1000} & told
        for ask in brief.asks
        if ask.form == "amount"
    )


def _asks_more_than_a_day(wanted: Sequence[Wanted]) -> bool:
    """Whether something is asked for beside a day to start on."""
    words = [item.phrase for item in wanted]
    return len(words) > 1 and not all(_OF_A_START.search(item) or ANY_DATE.search(item) for item in words)


def settle_purpose(purpose: str, told: str, brief: Brief, wanted: Sequence[Wanted]) -> str:
    """The purpose a message can serve with what the person gave for it.

    Args:
        purpose: what the words resemble.
        told: the newest message.
        brief: what was read of the conversation.
        wanted: what is asked for.
    """
    folded = lexicon.fold(told)
    plain = purpose in (plain_purpose(folded), likeliest_purpose(folded)[0])
    if purpose in _ONLY_PLAIN and wanted and not plain and not (purpose == "time" and brief.until):
        purpose = "counter"
    if purpose in ("counter", "written", "letter", "accept") and brief.differs and not _asks_besides(brief):
        return "accept" if purpose == "accept" else "written"
    if purpose == "accept" and points_back(told) and any(item.asked for item in wanted):
        return "counter"
    if purpose == "letter" and len(brief.promised) > 1 and not wanted:
        return "written"
    if purpose == "counter" and not (wanted or brief.rival or brief.agrees_at) and _THEY_ASK.search(folded):
        return "other"
    if purpose == "counter" and brief.questions and not wanted:
        return "questions"
    if purpose == "written" and wanted and not (brief.promised or brief.granted):
        return "counter"
    sums = any(item.asked for item in wanted)
    if (purpose == "start" and (sums or _asks_more_than_a_day(wanted))) or (
        purpose in ("start", "letter") and brief.agrees_at
    ):
        return "counter"
    if (
        purpose == "questions"
        and not plain
        and wanted
        and not (sums or brief.questions or _EQUITY.search(lexicon.fold(told)))
    ):
        return "other"
    return purpose
