"""Composing: from the reading, the tool results and the passages to one cited answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from assistant.domain.languages import find_language
from assistant.domain.tax_law import US_TAX_ONLY
from assistant.offline import lexicon
from assistant.offline import passages as library
from assistant.offline.advice import WELL_SUPPORTED, compose_advice
from assistant.offline.algebra.framed import FRAMED
from assistant.offline.before_text import compose_before
from assistant.offline.briefs.reading import read_brief
from assistant.offline.case_words import CASE_LEAD
from assistant.offline.comparing import ask_for_other, compose_comparison
from assistant.offline.composed import Composed, paragraphs
from assistant.offline.courtesy import HELLO, compose_small_talk, say_farewell
from assistant.offline.draft_review import compose_draft_review
from assistant.offline.follow_up import AFTER_NO
from assistant.offline.kinds import share_placed
from assistant.offline.objections import compose_objection
from assistant.offline.offer_text import (
    ask_for_base,
    ask_recruiter,
    read_back,
    tell_also,
    tell_promises,
    tell_warnings,
    tell_what_changed,
    tell_what_was_read,
)
from assistant.offline.outbid import ask_whether_risen
from assistant.offline.pay_text import fine_print, headline, one_year, sum_of_years, year_table
from assistant.offline.raise_asked import names_raise, say_whether
from assistant.offline.reading import Reading
from assistant.offline.refusals import compose_refusal
from assistant.offline.scope import NOT_UNDERSTOOD, NOTHING_ON_IT, PURPOSE, send_elsewhere
from assistant.offline.scripts.abroad import SPEAKER_CHECK
from assistant.offline.scripts.compose import compose_script, compose_wish
from assistant.offline.senseless import find_senseless, say_senseless, tell_left_out
from assistant.offline.signals import LIKELY_OBJECTION, SUPPORTED
from assistant.offline.sources_asked import compose_sources
from assistant.offline.standing import asks_outright, compose_standing
from assistant.offline.sum_text import ask_for_missing, compose_sum, show_asked
from assistant.offline.sums.sum import ReadSum
from assistant.offline.turns import ASKS_PAY, calls_final, chooses_job, read_year
from assistant.offline.unclear import ask_back
from assistant.offline.view import View
from assistant.offline.which_yes import ask_which

IN_ENGLISH = (
    "I read some {0} but answer in plain English only; have a message that goes out in {0} checked by somebody who "
    "speaks it well."
)
NO_TERMS_YET = (
    "I know too little to answer that. Tell me the offer first: the role, the base salary and whatever else is in it "
    "(bonus, stock, sign-on), or paste what the recruiter said; a sentence is enough."
)
TELLS_NOTHING_BACK = frozenset(("refusal", "script", "draft_review", "objection"))
"""Kinds whose answers are no report of what was told before."""
ABOUT = "about"
"""The intent that asks who Parley is."""
RESEMBLES = 0.4
"""Share of an intent from which a message without a known word is taken for it."""
CALLED_FINAL = "They call this final: ask “what do I say?”, and I will word the answer to that."
OPENS_ORDER = lexicon.any_of(
    r"\W*(?:(?:please|pls|can you|could you|now|ok)\W+)*(?:write|draft|word|compose|make|prepare)\b"
)
ASKS_CLAIM = 0.6
"""Likeness with a question about a disputed claim from which a message without terms may ask that."""
OPEN_TERMS = (
    "**Next:** tell me the rest as you hear it (base salary, bonus, stock, sign-on), or ask what this part is worth or "
    "costs."
)


class Render(Protocol):
    """Fills a message template by its path."""

    def __call__(self, name: str, **values: object) -> str:
        """The text of the template with these values."""


def compose(view: View, reading: Reading, render: Render) -> Composed:
    """The answer to the newest message."""
    composers: dict[str, Callable[[], Composed]] = {
        "refusal": lambda: Composed(compose_refusal(view, reading), "refusal"),
        "out_of_scope": lambda: _beyond(view, reading),
        "clarify": lambda: compose_small_talk(view, reading) if reading.small_talk else _unclear(view, reading),
        "offer": lambda: _offer(view, reading),
        "calculation": lambda: _calculation(view, reading),
        "comparison": lambda: _comparison(view, reading),
        "objection": lambda: _objection(view, reading, render),
        "script": lambda: _script(view, reading, render),
        "draft_review": lambda: _review(view, reading, render),
    }
    known = reading.kind not in ("out_of_scope", "clarify") and _is_placed(view)
    if told := send_elsewhere(lexicon.fold(view.texts[-1]), known):
        return Composed(told, "out_of_scope")
    if _is_gibberish(view, reading):
        return Composed(NOT_UNDERSTOOD, "clarify")
    if found := compose_sources(view):
        return found
    if asked_back := ask_back(view, reading) or ask_which(view, reading):
        return Composed(asked_back, "clarify")
    if reading.kind != "refusal" and (asked_back := ask_whether_risen(view.texts[-1], view.offers)):
        return Composed(asked_back, "clarify")
    states = reading.kind in ("offer", "advice", "clarify") and not (reading.wanted or reading.supposed)
    if states and (senseless := find_senseless(view.texts[-1])):
        return Composed(say_senseless(senseless), "clarify")
    tells = reading.kind not in TELLS_NOTHING_BACK or asks_outright(view.texts[-1])
    if tells and (told := compose_standing(view)):
        return Composed(told, "offer")
    composed = composers.get(reading.kind, lambda: compose_advice(view, reading))()
    if (reading.kind, composed.kind) == ("script", "clarify") and _asks_claim(view):
        composed = _advise(view, reading)
    if composed.objection is None and composed.kind in ("advice", "script"):
        composed = replace(composed, objection=_heard(view, reading))
    if composed.kind == "offer" and reading.statements and not reading.is_letter and calls_final(view.texts[-1]):
        composed = replace(composed, objection="final_offer", text=paragraphs(composed.text, CALLED_FINAL))
    language = find_language(lexicon.fold(view.texts[-1]))
    if language is None or SPEAKER_CHECK in composed.text:
        return composed
    return replace(composed, text=f"{composed.text}\n\n{IN_ENGLISH.format(language)}")


def _asks_claim(view: View) -> bool:
    """Whether the message asks about a disputed claim, and orders no words."""
    return view.signals.claimed >= ASKS_CLAIM and not OPENS_ORDER.match(view.texts[-1])


def _beyond(view: View, reading: Reading) -> Composed:
    """That nothing is known of it, and what Parley is for; the library after all where it knows the subject well."""
    if reading.small_talk is None and (_is_known(view) or view.signals.is_near):
        return _advise(view, reading)
    intents = view.signals.intents
    of_parley = reading.small_talk == ABOUT or bool(intents and intents[0][0] == ABOUT)
    return Composed(PURPOSE if of_parley else f"{NOTHING_ON_IT} {PURPOSE}", "out_of_scope")


def _is_gibberish(view: View, reading: Reading) -> bool:
    """Whether no word of the message is known, and it resembles nothing that people write here."""
    read = reading.small_talk or reading.statements or reading.sum or reading.wanted or find_language(view.texts[-1])
    intents = view.signals.intents
    placed = reading.kind != "clarify" and (reading.kind != "script" or bool(reading.brief.asks or reading.brief.to))
    likely = bool(intents) and intents[0][1] >= RESEMBLES and placed
    return not (view.signals.known or read or likely)


def _is_placed(view: View) -> bool:
    """Whether the library covers the message, or it resembles those about what to tell an employer."""
    return view.signals.support >= SUPPORTED or share_placed(view.signals) >= RESEMBLES


def _is_known(view: View) -> bool:
    """Whether the library can answer the message itself."""
    return view.signals.support >= WELL_SUPPORTED


def _advise(view: View, reading: Reading) -> Composed:
    """Advice from what was found with the message's own words."""
    return compose_advice(view, replace(reading, kind="advice", concern=None), view.own_passages, view.query)


def _heard(view: View, reading: Reading) -> str | None:
    """The recruiter's line that the message tells, or that it goes on from."""
    objections = view.signals.objections
    if objections and objections[0][1] >= LIKELY_OBJECTION and not reading.is_letter:
        return objections[0][0]
    return view.signals.last_objection if reading.concern in AFTER_NO or reading.goes_on else None


def _review(view: View, reading: Reading, render: Render) -> Composed:
    """A draft marked flaw by flaw; what to check when there is none to see."""
    if marked := compose_draft_review(view, reading.draft, render, reading.background):
        return Composed(marked, "draft_review")
    points = compose_advice(view, replace(reading, concern="draft_review"))
    intro = "Paste the message itself and I will mark it; until then, these are the points to hold it against."
    return Composed(paragraphs(intro, points.text), "draft_review")


def _unclear(view: View, reading: Reading) -> Composed:
    """A message that could not be placed: an offer if it states one, advice if the library has some."""
    if view.result("total_compensation") is not None:
        return _offer(view, replace(reading, kind="offer"))
    intent, share = view.signals.intents[0] if view.signals.intents else ("", 0.0)
    if intent == "thanks":
        return Composed(say_farewell(view), "clarify")
    if intent == "greeting" and share >= RESEMBLES:
        return Composed(HELLO, "clarify")
    answer = compose_advice(view, replace(reading, kind="advice"), view.passages, view.query)
    return Composed(NO_TERMS_YET, "clarify") if answer.kind == "clarify" and not view.offers else answer


def _objection(view: View, reading: Reading, render: Render) -> Composed:
    """What their line means and the words against it; with the person's wish in them where one is told."""
    text = compose_objection(view, reading)
    sums = any(ask.form == "amount" for ask in read_brief(view.texts[-1]).asks)
    wish = compose_wish(view, reading, render) if text and (sums or CASE_LEAD not in text) else ""
    if wish:
        meaning, _, rest = text.partition("\n\n")
        text = paragraphs(meaning, "**To send, with your wish in it:**", wish, rest)
    return (
        Composed(text, "objection", reading.objection)
        if text
        else compose_advice(view, replace(reading, kind="advice"))
    )


def _offer(view: View, reading: Reading) -> Composed:
    pay = view.result("total_compensation")
    if len(view.all_results("total_compensation")) > 1 and (compared := compose_comparison(view, reading)):
        return replace(compared, text=paragraphs(compared.text, read_back(view)))
    if pay is None and not view.offers and not tell_warnings(view):
        return _not_an_offer(view, reading)
    if pay is None:
        refused = any(name == "total_compensation" for name, _ in view.errors)
        noted = view.result("record_offer") is not None and not refused
        text = paragraphs(
            tell_what_was_read(view), tell_also(view), _warn(view, reading), OPEN_TERMS if noted else ask_for_base(view)
        )
        return Composed(text, "offer" if view.offers else "clarify")
    lead = library.pick_lead(view.topic_passages, view.topic_query)
    promises = tell_promises(view)
    return Composed(
        paragraphs(
            headline(pay),
            year_table(pay),
            _warn(view, reading),
            tell_what_changed(view),
            promises,
            read_back(view),
            tell_also(view),
            fine_print(pay),
            "" if promises else ask_recruiter(view),
            lead.marked if lead else "",
            "**Next:** tell me what matters most to you (base, stock, sign-on), or ask “what should I push on?”",
        ),
        "offer",
    )


def _warn(view: View, reading: Reading) -> str:
    """What the words of the offer warn of, and what of them makes no sense."""
    warned = tell_warnings(view)
    left_out = "" if reading.is_letter else tell_left_out(view.texts[-1], warned)
    return f"{warned or '**Watch out:**'} {left_out}" if left_out else warned


def _not_an_offer(view: View, reading: Reading) -> Composed:
    """A message with a sum that states no offer: a recruiter's line after all, or a question."""
    if reading.is_letter:
        text = (
            "I read the whole text and found no terms of an offer in it. Paste the part that names the pay: base, "
            "bonus, stock, sign-on."
        )
        return Composed(text, "clarify")
    objections = view.signals.objections
    if objections and objections[0][1] >= LIKELY_OBJECTION:
        told = replace(reading, kind="objection", objection=objections[0][0])
        return Composed(compose_objection(view, told), "objection", told.objection)
    return compose_advice(view, replace(reading, kind="advice"), view.passages, view.query)


NOT_PLACED = "I could not put these numbers together. Say in one sentence what each of them is"
"""What a sum that cannot be worked out says, whatever its formula lacks."""


def _sum(view: View, reading: Reading, asked: ReadSum) -> Composed:
    """A calculation asked in words: its figure, what is missing, or what its tool says is wrong."""
    text = lexicon.fold(view.texts[-1])
    computes = asked.sum is FRAMED or lexicon.COMPUTE.search(text) or names_raise(text)
    if asked.missing and _is_known(view) and not computes:
        return _advise(view, reading)
    if asked.missing:
        return Composed(ask_for_missing(asked), "clarify")
    if worked := compose_sum(view, asked):
        compares = asked.sum.tool == "compare_offers" or (asked.tells_apart and chooses_job(view.texts))
        worked = paragraphs(say_whether(text, view.all_results(asked.sum.tool)[-1]["figures"]), worked)
        return Composed(worked, "comparison" if compares else "calculation")
    problem = next((message for name, message in view.errors if name == asked.sum.tool), NOT_PLACED)
    problem = NOT_PLACED if problem.startswith("steps:") else problem
    if US_TAX_ONLY in problem:
        said = problem[problem.index(US_TAX_ONLY) :]
        return Composed(f"{said[:1].upper()}{said[1:].rstrip('.')}.", "clarify")
    return Composed(f"I cannot work that out yet: {problem.rstrip('.')}.", "clarify")


def _calculation(view: View, reading: Reading) -> Composed:
    if reading.before is not None and (told := compose_before(view, reading.before)):
        return told
    pay = view.result("total_compensation")
    if reading.sum is not None and not (pay and reading.sum.uses_offer):
        return _sum(view, reading, reading.sum)
    if pay is None:
        asks_pay = lexicon.COMPUTE.search(view.texts[-1]) or ASKS_PAY.search(view.texts[-1])
        if view.offers and asks_pay:
            return Composed(ask_for_base(view), "clarify")
        return _not_an_offer(view, reading)
    if reading.supposed and not (
        reading.changes or reading.terms or reading.growth_pct or reading.years or reading.sum
    ):
        unread = (
            "I could not tell which number changes in that. Name the part and its new amount, such as “what if the "
            "base were …”, or a change of the share price in percent. As it stands:"
        )
        return Composed(paragraphs(unread, headline(pay), year_table(pay)), "calculation")
    what_if = _describe_changes(reading)
    year = read_year(lexicon.fold(view.texts[-1]))
    alone = not (reading.statements or reading.supposed or (reading.sum and reading.sum.used))
    if year is not None and year <= len(pay["table"]) and (year > 1 or alone):
        return Composed(paragraphs(what_if + one_year(pay, year), fine_print(pay)), "calculation")
    asked = show_asked(pay, reading.sum.sum) if reading.sum else ""
    text = paragraphs(what_if + headline(pay), asked, year_table(pay), sum_of_years(pay), fine_print(pay))
    return Composed(text, "calculation")


def _describe_changes(reading: Reading) -> str:
    if reading.growth_pct and not reading.grows_yearly:
        moves = "rises" if reading.growth_pct > 0 else "falls"
        return f"If the share price {moves} by {abs(reading.growth_pct).normalize():f} % once and then stays there: "
    return "With that change: " if reading.changes or reading.terms or reading.growth_pct else ""


def _comparison(view: View, reading: Reading) -> Composed:
    if compared := compose_comparison(view, reading):
        return compared
    if reading.statements:
        return _offer(view, replace(reading, kind="offer"))
    named = view.signals.support >= SUPPORTED and library.is_about(view.own_passages, view.query)
    if not view.offers and (named or _is_known(view)):
        return _advise(view, reading)
    return Composed(ask_for_other(view, reading), "clarify")


def _script(view: View, reading: Reading, render: Render) -> Composed:
    text = compose_script(view, reading, render)
    if text is None and (objection := _heard(view, reading)):
        return _objection(view, replace(reading, kind="objection", objection=objection), render)
    if text is None:
        problem = next((message for name, message in view.errors if name == "counter_plan"), "")
        ask = (
            "I can write it as soon as I know two things: what did they offer (base, stock, sign-on, bonus), and what "
            "would you like instead?"
        )
        return Composed(paragraphs(problem and f"I cannot write it yet: {problem}.", "" if problem else ask), "clarify")
    return Composed(text, "script", reading.objection)
