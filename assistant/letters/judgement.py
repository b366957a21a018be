"""Judgement: whether a text is a job offer to the reader at all."""

from __future__ import annotations

import math
import re

from assistant.encoder import reading
from assistant.encoder.mixing import LEAST
from assistant.letters.asides import find_orders
from assistant.letters.mentions import Page
from assistant.letters.offer_clues import describe_text, weigh_offer
from assistant.letters.offer_wordings import (
    ADVERT,
    APPLIED,
    GENERAL,
    HAS_OFFER,
    HYPOTHETICAL,
    LEARNING,
    NEWS,
    NEWSLETTER,
    NOT_YET,
    OF_MINE,
    OF_OTHERS,
    OFFER_WORD,
    OFFERED_JOB,
    OTHER_DEAL,
    OTHER_PAPER,
    PAY_WORD,
    RAISE,
    REFUSED,
    ROUND_AHEAD,
    SORRY,
    SUPPOSED,
    SURVEY,
    TO_YOU,
)
from assistant.letters.terms import Terms

_PAY_FIELDS = (
    "base_annual", "base_range", "bonus_target_pct", "bonus_target_amount", "bonus_max_pct",
        "bonus_range_pct",
    "signing", "retention_bonus",
)  # fmt: skip


SEVERAL_TERMS = 2
"""Terms of pay of a text that may be an offer whatever it says besides."""
FEWEST_SPACES = 40
"""Texts with fewer are notes, which the rule judges."""


MODEL, ENCODER, LETTER, NOTE, BY_RULE = 0.47, 0.1, -0.5, 0.3, 2.5
"""What the odds of the fitted model and of the encoder count, where a letter and a note start from, and what the rule
counts for a note, of which the model knows little: fitted on 200 texts of three hands that neither had seen."""
MOST_DOUBT = 5.0
"""Of the odds of the model, what counts at most against a note: it is sure of too much in a few words."""
SURE_WITH_RULE = 0.4
"""What the fitted model needs with the rule, and against it, where the encoder is not installed."""
SURE_ALONE = 0.7
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("to-you", TO_YOU), ("offer", OFFER_WORD), ("advert", ADVERT), ("news", NEWS), ("refused", REFUSED), ("refused", SORRY),
    ("not-yet", NOT_YET), ("applied", APPLIED), ("round", ROUND_AHEAD), ("learning", LEARNING),
    ("letter", NEWSLETTER), ("deal", OTHER_DEAL), ("general", GENERAL), ("if", HYPOTHETICAL),
    ("supposed", SUPPOSED), ("others", OF_OTHERS), ("mine", OF_MINE), ("raise", RAISE), ("survey", SURVEY), ("paper", OTHER_PAPER),
    ("job", OFFERED_JOB), ("has", HAS_OFFER), ("pay", PAY_WORD),
)  # fmt: skip


def count_pay_terms(terms: Terms) -> int:
    """How many terms of pay were read; all grants count as one."""
    return sum(name in terms.values for name in _PAY_FIELDS) + bool(terms.grants)


def judge_offer(page: Page, terms: Terms) -> bool:
    """Whether the text states an offer made to the reader: by the fitted model, which the rule is a clue of, and the encoder.

    A text that says that it is none is none, and a note without an amount is judged by the rule.
    """
    if is_ruled_out(page.text, terms):
        return False
    is_short = page.text.count(" ") < FEWEST_SPACES
    if is_short and not any(mention.amount.kind == "money" for mention in page.mentions):
        return judge_note(page, terms)
    by_rule = judge_note(page, terms)
    by_model = weigh_offer(describe_offer(page, terms))
    read = reading.read(_without_orders(page))
    if read is None:
        return by_model >= (SURE_WITH_RULE if by_rule else SURE_ALONE)
    start, model = LETTER, _odds(by_model)
    if is_short:
        start, model = NOTE + BY_RULE * by_rule, max(model, -MOST_DOUBT)
    return start + MODEL * model + ENCODER * _odds(read.whole("offer")["True"]) >= 0


def _without_orders(page: Page) -> str:
    """The text as the encoder reads it; orders to whoever reads it by machine say nothing of what it is."""
    text = page.read_as
    for start, end in find_orders(text, page.sentences):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _odds(chance: float) -> float:
    """The logarithm of the odds; nobody is certain."""
    bounded = min(max(chance, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))


def describe_offer(page: Page, terms: Terms) -> list[str]:
    """The clues of a text of which the model judges whether it states an offer."""
    signs = [name for name, wording in _SIGNS if wording.search(page.text)]
    return describe_text(page, terms, judge_note(page, terms), signs)


def is_ruled_out(text: str, terms: Terms) -> bool:
    """Whether a text says in so many words that it is no offer: a refusal, a round to come, a payslip, a newsletter.

    What offers a job, or tells several terms of pay, may name refusals and rounds beside them.
    """
    if OFFERED_JOB.search(text):
        return False
    told = count_pay_terms(terms) < SEVERAL_TERMS and (REFUSED.search(text) or _is_ahead(text))
    marks = {found.group().lower() for found in OTHER_PAPER.finditer(text)}
    paper = not TO_YOU.search(text) and len(marks) > 1 + (count_pay_terms(terms) >= SEVERAL_TERMS)
    return bool(told) or bool(paper) or bool(LEARNING.search(text)) or is_newsletter(text)


def judge_note(page: Page, terms: Terms) -> bool:
    """Whether a note states an offer made to the reader, by the wordings it has.

    It needs a term of pay. A letter or note that speaks of the offer needs one; a bare list of terms
    needs two; advertisements, news, refusals and general questions are none.
    """
    fields = count_pay_terms(terms)
    to_you = bool(TO_YOU.search(page.text))
    offers = OFFERED_JOB.search(page.text) or count_pay_terms(terms) >= SEVERAL_TERMS
    if is_ruled_out(page.text, terms) or _is_of_nobody(page.text, terms) or (SORRY.search(page.text) and not offers):
        return False
    if OTHER_DEAL.search(page.text) and not (PAY_WORD.search(page.text) or OFFERED_JOB.search(page.text)):
        return False
    if not fields:
        return _speaks_of_an_offer(page, terms)
    personal = bool(
        re.search(
            r"\b(?:offer(?:ed|ing)? (?:you|me)|extend (?:you|an offer)|my offer|got an offer)\b",
            page.text,
            re.IGNORECASE,
        )
    )
    if HYPOTHETICAL.search(page.text) and not personal and "company" not in terms.values:
        return False
    dated = fields > SEVERAL_TERMS and bool({"deadline", "start_date"} & terms.values.keys())
    if (ADVERT.search(page.text) or len(NEWS.findall(page.text)) > (1 if to_you else 0)) and not (personal or dated):
        return False
    if _is_question(page) and not OFFER_WORD.search(page.text) and fields < 3:
        return False
    sizes = {"base_annual", "base_range", "signing", "retention_bonus", "bonus_target_amount"}
    has_size = bool(terms.grants) or bool(sizes & terms.values.keys())
    if has_size and any(mention.instead_of for mention in page.mentions):
        return True
    if to_you or OFFER_WORD.search(page.text):
        return has_size or fields > 1
    return (fields >= 2 and has_size) or (has_size and _is_about_a_job(terms))


def _is_ahead(text: str) -> bool:
    """Whether an offer may follow, after a round of interviews or an approval, and none is made."""
    applied = APPLIED.search(text) and not OFFERED_JOB.search(text)
    round_ahead = ROUND_AHEAD.search(text) and not OFFER_WORD.search(text)
    return bool(NOT_YET.search(text) or applied or round_ahead)


def _is_about_a_job(terms: Terms) -> bool:
    """Whether a single sum stands among the facts of a post: its name and employer, or two facts and a day."""
    told = [name for name in ("company", "title", "location", "level") if name in terms.values]
    days = [name for name in ("start_date", "deadline") if name in terms.values]
    return (
        {"company", "title"} <= set(told)
        or {"title", "location"} <= set(told)
        or (bool(told) and len(told) + len(days) > 2)
    )


def _is_of_nobody(text: str, terms: Terms) -> bool:
    """Whether the terms are supposed, of somebody else, of a survey, or of a raise in the job a person has."""
    if SUPPOSED.search(text):
        return True
    if OF_OTHERS.search(text) and not OF_MINE.search(text):
        return True
    if len({word.lower() for word in SURVEY.findall(text)}) > 1 and not OF_MINE.search(text):
        return True
    if "deadline" in terms.values or OFFER_WORD.search(text) or OFFERED_JOB.search(text):
        return False
    return bool(RAISE.search(text))


def is_newsletter(text: str) -> bool:
    """Whether a text is sent to many, whatever the items say that it tells."""
    return len({word.lower() for word in NEWSLETTER.findall(text)}) > 2


def _speaks_of_an_offer(page: Page, terms: Terms) -> bool:
    """Whether a text without a readable term still tells of an offer made to the reader."""
    if OFFERED_JOB.search(page.text) and "title" in terms.values:
        return True
    in_figures = any(mention.amount.kind == "money" for mention in page.mentions)
    return in_figures and bool(HAS_OFFER.search(page.text)) and not _is_question(page)


def _is_question(page: Page) -> bool:
    """Whether every sentence with a figure asks, or the text opens with a general question."""
    stated = [page.sentences[index] for index in page.by_sentence]
    asked = [page.text[place.start : place.end].rstrip() for place in stated]
    opening = page.text[page.sentences[0].start : page.sentences[0].end].strip() if page.sentences else ""
    general = bool(GENERAL.search(opening)) and (opening.endswith("?") or bool(GENERAL.match(opening)))
    return general or (bool(asked) and all(words.endswith("?") for words in asked))
