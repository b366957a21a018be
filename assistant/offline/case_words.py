"""Case words: sentences against a line of the recruiter that carry the numbers and facts of the case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from string import Formatter
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.domain.bare_sums import in_full
from assistant.domain.money import render_money
from assistant.offline import lexicon
from assistant.offline.background import find_sum
from assistant.offline.background_patterns import SENTENCE_END
from assistant.offline.briefs.prose import tidy
from assistant.offline.reading import Reading
from assistant.offline.scripts.rivalry import tell_other_offer
from assistant.offline.view import View

CASE_LEAD = "**With your facts in it:**"
_REQUEST = (
    "Thank you for moving to {conceded}.",
    "Thank you for the {extra}.",
    "My request was {requested}.",
    "{reason}",
)
_RANGE = ("The range I have seen for this work is {posted}.",)
CASE_WORDS: dict[str, tuple[str, ...]] = {
    "accept_before_we_can": ("Could you send me {promised} in writing before I sign?",),
    "already_best": (
        *_REQUEST,
        *_RANGE,
        "Which part of the package could still bring us closer to {asked}?",
    ),
    "band_limit": (
        *_REQUEST,
        *_RANGE,
        "If the base stops here, could the letter name a pay review with {asked} as its target?",
    ),
    "bonus_not_written": ("Could you confirm {promised} in writing before I sign, with the date and the conditions?",),
    "budget_gone": (*_REQUEST, "Could the letter say that we look at {asked} when the next budget opens?"),
    "cant_beat_competing": ("{rival} Which part of the difference could you close?",),
    "current_salary": ("What I am looking for in this role is {asked}.", *_RANGE),
    "equity_fixed": (
        "My request was {stock}.",
        "{reason}",
        "If the grant cannot move from {stock_offered}, could part of that come as base or as a sign-on bonus?",
    ),
    "expectations": ("What I am looking for is {asked}.", *_RANGE, "{named_early}"),
    "exploding_deadline": ("I understood that I had until {date} to answer; could that date still stand?",),
    "final_offer": (
        "Thank you for moving to {conceded}; could you put it in the letter?",
        "Thank you for the {extra}; could you put it in the letter?",
        "{reason}",
        "Could we agree in writing on a pay review with {asked} as its target?",
    ),
    "geo_pay": ("{cut} less would make the base {after}; if the work stays the same, could we meet part of the way?",),
    "hike_cap": (
        "For this role I have {asked} in mind, whatever I earn today.",
        *_RANGE,
        "Who could approve {asked} as an exception?",
    ),
    "internal_equity": (
        *_REQUEST,
        "Which level would {asked} belong to, and what would you need to see for it?",
    ),
    "level_locked": ("{reason}", "My request was {requested}."),
    "no_negotiation_policy": (
        "{reason}",
        "Could the letter name a review date, with {asked} as the amount we look at then?",
    ),
    "no_signing_bonus": (
        "My request was {sign_on}.",
        "{loss}",
        "Could part of that come as base, as relocation support, or as a later start date?",
    ),
    "paper_money": ("{loss}", "Could a sign-on bonus make up for part of it?"),
    "pressure_alternatives": ("I understood that I had until {date} to answer; could that date still stand?",),
    "proof_of_offer": ("{confidential}", "{spoken}"),
    "revisit_at_review": (
        "Could we put in writing when that review takes place, with {asked} as the amount we look at?",
    ),
    "startup_equity_hype": (
        "Could we put in writing that the base goes to {round} once the round closes?",
        "The cash part I asked for is {asked_now}; could we look at it apart from the stock?",
    ),
    "verbal_commit": (
        "Once {offered} is in writing with the other terms, I will read it and give you a clear answer.",
    ),
}
"""By objection, sentences with places for facts; one is said where all its facts are told."""
_NAMED_EARLY = lexicon.any_of(
    r"\b(?:what|as|like) you (?:asked|said|wanted|told|named)\b|\byou (?:asked for|said|named|wanted)\b"
)
_CONFIDENTIAL = lexicon.any_of(r"\bconfidential\w*\b|\bnda\b|\bnot allowed to (?:share|show|forward)\b")
_SPOKEN = lexicon.any_of(
    r"\b(?:only |just )?verbal(?:ly)?\b|\bnothing in writing\b|\bno letter\b|\bby phone\b|\bon the phone\b"
)
_ROUND = lexicon.any_of(
    r"\b(?:close|closing|raise|raising|after) (?:the |our |a |next )*(?:series )?(?:a|b|c|seed|round|funding|raise)\b|\bseries [abc]\b|\bnext round\b"
)
_THEY_PROMISED = lexicon.any_of(
    r"\b(?:they|she|he|hr|recruiter|hm|manager|boss|owner|founder|director)\b[^.?!\n]{0,30}"
    r"\b(?:promised?|said|told|agreed|offered|confirmed|assured|mentioned|guaranteed|gave)\b|\bi was (?:promised|told)\b"
)
_WISHED = lexicon.any_of(
    r"\bi(?:'d| would|d)? (?:\w+ )?(?:want\w*|need\w*|like|asked|hop\w+|said|told|wish\w*)\b|\bif\b|\b(?:would|could|might|maybe)\b"
)
_OWN = re.compile(r"(?:I|My|We|Our)\b")
_EVIDENCE = re.compile(
    r"^(?:I|My)\b.*\b(?:years?|degree|masters?|ph\.?d|licen[sc]\w*|certif\w*|charter\w*|managed?|led|ran|built|shipped|taught|teach|coach\w*|train\w*|internship|months|"
    r"speciali\w+|qualifi\w+|publish\w*|patents?|experience|unvested|repay|forfeit|los(?:e|ing)|leav(?:e|ing)|walking away)\b",
    re.IGNORECASE,
)
_NO_EVIDENCE = re.compile(
    r"\b(?:you|your|me|would|they|we|probation)\b|^I bring (?!(?:a|an|my|the|over|more)\b|\d)|^I (?:know|stay|hear|heard|guess)\b",
    re.IGNORECASE,
)
"""Words of theirs, of third persons and of hearsay, which are no evidence of the person's own."""
_ASIDE = re.compile(r",? (?:but|and (?:the|it|they|now|then))\b.*|[,;] .*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an|my)\s+", re.IGNORECASE)


def compose_case_words(view: View, reading: Reading, *, holds_offer: bool) -> str:
    """What their percent makes of the pay, and the sentences that the case has facts for as words to say."""
    said = say_case_words(view, reading, holds_offer=holds_offer)
    words = f"{CASE_LEAD}\n\n> {said}" if said else ""
    return "\n\n".join(part for part in (_tell_percent(view, reading), words) if part)


def say_case_words(view: View, reading: Reading, *, holds_offer: bool) -> str:
    """The sentences against their line that the case has facts for; empty where it has none.

    Args:
        view: the turn.
        reading: what the message tells.
        holds_offer: whether the person holds another offer.
    """
    facts = _facts(view, reading, holds_offer=holds_offer)
    said = [words for line in CASE_WORDS.get(reading.objection or "", ()) if (words := _fill(line, facts))]
    telling = any(character.isdigit() for line in said for character in line) or facts["reason"]
    return " ".join(said if telling else [line for line in said if line in (facts["confidential"], facts["spoken"])])


def _fill(line: str, facts: Mapping[str, str]) -> str:
    """The sentence with its facts, empty where one of them is not told."""
    names = [name for _, name, _, _ in Formatter().parse(line) if name]
    return line.format_map(facts) if all(facts.get(name) for name in names) else ""


def _facts(view: View, reading: Reading, *, holds_offer: bool) -> dict[str, str]:
    """What the person told, by its place in a sentence."""
    told, brief = reading.background, reading.background.brief
    newest = lexicon.fold(" ".join(view.texts[-2:]))
    base = (view.mine or {}).get("offer", {}).get("base_annual")
    sums = [*([Decimal(str(base))] if base else []), *told.told]
    rival = _named_rival(view, tell_other_offer(view, brief)) if holds_offer else ""
    reason = next((item for item in brief.told_reasons if _EVIDENCE.search(item) and not _NO_EVIDENCE.search(item)), "")
    after = view.result("percent_change")
    early = bool(told.posted and _NAMED_EARLY.search(newest))
    asked, conceded = "" if early else in_full(told.wanted, sums), in_full(told.conceded, sums)
    beside = bool(conceded) and not _is_near(conceded, [asked, *map(str, sums)])
    round_closes = asked if _ROUND.search(newest) else ""
    return {
        "asked": "" if asked == conceded else asked,
        "asked_now": "" if round_closes else asked,
        "conceded": "" if beside else conceded,
        "extra": conceded if beside and re.search(r"[$€£¥₹k]", told.conceded) else "",
        "offered": conceded or in_full(told.within_reach, sums),
        "requested": asked if asked != conceded and any(map(partial(find_sum, quote=told.wanted), told.asked)) else "",
        "posted": _range_in_full(told.posted, sums),
        "reason": reason,
        "loss": next((_as_loss(loss) for loss in brief.losses), reason),
        "promised": _promise(brief.promised, view.texts),
        "sign_on": _asked_of(reading, "sign_on_bonus"),
        "stock": _asked_of(reading, "equity_grant"),
        "date": told.first_date,
        "rival": rival,
        "confidential": CONFIDENTIAL if _CONFIDENTIAL.search(newest) else "",
        "spoken": SPOKEN if _SPOKEN.search(newest) else "",
        "round": round_closes,
        "named_early": NAMED_EARLY if early else "",
        "cut": f"{told.percent.normalize():f}%" if told.percent is not None else "",
        "after": _after(after),
    }


CONFIDENTIAL = "The letter is confidential, so I cannot forward it; I can give you its terms in writing."
SPOKEN = "That offer has been told to me and is not in writing yet."
NAMED_EARLY = "When I named my number I did not know that range yet; could we look at the offer against it?"


def _named_rival(view: View, rival: str) -> str:
    """The sentence on the other offer, where it is not of another company than the one their line names."""
    newest = view.texts[-1].casefold()
    companies = [str(item["offer"].get("company") or "") for item in view.offers]
    named = [name for name in companies if name and name.casefold() in newest]
    other = any(name and name in rival and name not in named for name in companies)
    return "" if "offer" not in rival or (named and other) else rival


def _is_near(quote: str, others: list[str]) -> bool:
    """Whether a sum is of the size of one of the others, and so pay of the same kind."""
    values = [item.value for other in (quote, *others) for item in read_amounts(other)[:1]]
    return any(values[0] / 2 <= value <= values[0] * 2 for value in values[1:])


def _range_in_full(posted: str, sums: list[Decimal]) -> str:
    last = re.split(r"\s?(?:-|–|—|to)\s?", posted)[-1]
    return posted.removesuffix(last) + in_full(last, sums) if posted else ""


def _as_loss(loss: str) -> str:
    """A loss as a sentence: "Leaving a bonus behind." is one of theirs who leaves."""
    return (
        loss
        if _OWN.match(loss)
        else f"I would be {loss[:1].lower()}{loss[1:]}"
        if loss.split(maxsplit=1)[0].endswith("ing")
        else ""
    )


def _promise(promised: tuple[str, ...], texts: list[str]) -> str:
    """The first promise with a number that is told of them, without what is told behind it."""
    found = next((item for item in promised if re.search(r"\d", item) and _is_theirs(item, texts)), "")
    words = _ARTICLE.sub("", tidy(_ASIDE.sub("", found)), count=1)
    return f"the {words}" if re.match(r"\W?\d", words) else ""


def _is_theirs(promise: str, texts: list[str]) -> bool:
    """Whether a sentence with the number of a promise tells that they made it, and wishes nothing."""
    number = re.search(r"\d[\d.,]*", promise)
    sentences = [part for text in texts for part in SENTENCE_END.split(lexicon.fold(text))]
    told = [part for part in sentences if number and re.search(rf"(?<!\d){re.escape(number.group())}(?!\d)", part)]
    return any(_THEY_PROMISED.search(part) for part in told) and not any(map(_WISHED.search, told))


def _asked_of(reading: Reading, term: str) -> str:
    """The sum asked of a part of the offer, with the name of the part."""
    asks = (ask for ask in reading.background.brief.asks if ask.form == "amount" and ask.term == term)
    names = {"sign_on_bonus": "a sign-on bonus of", "equity_grant": "a stock grant of"}
    return next((f"{names[term]} {ask.asked.said}" for ask in asks if ask.asked is not None), "")


def _after(result: Mapping[str, Any] | None) -> str:
    """The amount after the change that was worked out in this turn."""
    figure = next(iter(result["figures"]), None) if result else None
    return render_money(Decimal(str(figure["value"])), figure["unit"]) if figure else ""


def _tell_percent(view: View, reading: Reading) -> str:
    """What their percent makes of the pay it is taken of."""
    result, percent = view.result("percent_change"), reading.background.percent
    if result is None or percent is None:
        return ""
    inputs = result["figures"][0]["inputs"]
    before = render_money(Decimal(str(inputs["amount"])), result["figures"][0]["unit"])
    way = "more" if inputs["change_pct"] > 0 else "less"
    return f"**In numbers:** {abs(percent).normalize():f}% {way} than {before} is **{_after(result)}**."
