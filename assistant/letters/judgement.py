"""Judgement: whether a text is a job offer to the reader at all."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from assistant.domain.lazy_pattern import lazy
from assistant.encoder import reading
from assistant.encoder.mixing import LEAST
from assistant.letters.asides import find_orders
from assistant.letters.mentions import Page
from assistant.letters.offer_clues import describe_text, weigh_offer
from assistant.letters.terms import Terms

_TO_YOU = lazy(
    r"\b(?:(?:pleased|happy|excited|delighted|thrilled|glad|like|love|proud|chuffed|stoked)"
    r" (?:to have you|to|for you to)"
    r" ?(?:formally "
    r"|officially |formal(?:ly)? )?(?:offer|extend|confirm|share|invite|join|present|make you)"
    r"|offer(?:ed|ing)? (?:you|me|of employment|letter)|extend(?:ed|ing)? (?:you|me|an offer)|(?:my|the"
    r"|your|verbal|written|formal|our|real|official|final|job|this|an?|got|initial|revised|main|received"
    r"|updated) (?:\w+ )?offer\b"
    r"|offer (?:from|at|with|details|summary|pending|is|expires|came|package|letter|approved)|(?:they"
    r"|company|who)(?:'re| are| is)? (?:giving|gave|offered|offering|paying)|gives? me|wants? me\b"
    r"|offered me|offered\b|wir freuen uns|anzubieten|arbeitsvertrag|jobangebot|proposition d.embauche"
    r"|oferta de (?:trabajo|empleo)|unser angebot|anbei .{0,20}angebot|biete(?:n|t)? (?:wir|ich) (?:ihnen|dir|euch)|tilbyr deg|tilbyder dig"
    r"|bietet (?:dir|ihnen)|wie (?:am telefon )?besprochen"
    r"|vous proposer|vous offr\w+|te ofre\w+|notre offre|wij bieden|bieden (?:we|wij) je|erbjud\w+|tilbud"
    r"|segue (?:a|nossa) proposta|nossa proposta|proposta (?:de|da|do|di)\b|(?:a|la|una) (?:nostra )?proposta\b"
    r"|(?:plaisir|ravie?s?|heureu(?:x|se)) de (?:te|vous) (?:proposer|confirmer|offrir|faire)|proposition d.engagement"
    r"|votre rémunération|(?:tu|ton) (?:offre|salaire)|la oferta|propuesta|es tuyo|es tuya|(?:te|le) ofrecemos"
    r"|complac\w+ (?:en )?ofrecer\w*|temos o prazer|satisfação que|tem(?:os)? (?:o )?gosto em|abbiamo il piacere"
    r"|siamo lieti|ihr (?:vertrags)?angebot|ihnen die (?:stelle|position)|dir die (?:stelle|position)"
    r"|(?:jou|u|je) (?:een|de) (?:functie|baan|contract)|genoegen u|glädjen|glada att|gleden|glæde\w* (?:at|os)"
    r"|oferujemy|przedstawi\w+ ofert\w+|内定|採用(?:通知|条件)|オファー"
    r"|nuestra oferta|offre d'emploi|^(?:job )?(?:oferta|offerta|aanbod|proposta)\b|welcome (?:to the team|aboard)"
    r"|terms of (?:your )?employment|your (?:starting |annual |gross |base |monthly )*(?:salary"
    r"|compensation|base|pay)\b|you(?:'ll| will| would|'d) (?:be paid|receive|get|earn|be eligible)"
    r"|(?:love|like|glad|thrilled|excited|keen) to have you (?:as|join|on|with|here)\b"
    r"|terms (?:we|you|they) (?:discussed|agreed|offered)|contract(?:'s| has| is)? (?:come|came) through"
    r"|they want you|want you!|want(?:s)? you to (?:start|join)"
    r"|(?:delighted|happy|thrilled|glad|excited|pleased) to have you\b|your new (?:role|position|job|title)"
    r"|you(?:'ll| will) be our|appoint(?:ed|ing)? you (?:to|as)|(?:approved|confirmed) your appointment"
    r"|we want you|the numbers|got (?=\W?\d))",
    re.IGNORECASE,
)
_OFFER_WORD = lazy(r"\boffer(?:s|ed|ing)?\b|\bcongrat", re.IGNORECASE)
_ADVERT = lazy(
    r"\b(?:apply (?:now|with|today|here|via|by|online|through)|to apply|submit (?:your|a) (?:cv|resume"
    r"|application)|equal opportunity employer|about the role|who you are|what you(?:'ll| will) do"
    r"|we are (?:hiring|looking for|seeking)|we're hiring|(?:salary|pay|compensation|base) (?:range|band)"
    r"s? (?:for|of) this (?:position|role|job)|responsibilities|qualifications|minimum requirements"
    r"|preferred skills)\b",
    re.IGNORECASE,
)
_NEWS = lazy(
    r"\b(?:said (?:on|in|it|that)|announced|reported|according to|shares (?:rose|fell)|quarterly (?:results"
    r"|earnings)|revenue (?:rose|fell|grew)|layoffs?|lay off|spokes(?:man|woman|person)|regulators?|"
    r"chief executive's|the company's (?:employees|workers)|survey|analysts? expect)\b",
    re.IGNORECASE,
)
_REFUSED = lazy(
    r"\b(?:went|going|gone|go|decided to go|chosen to proceed) with (?:another|a different|an internal|someone)\b"
    r"|\b(?:made|make|making|extended|given?) (?:an|the|our) offer to (?:another|a different|an internal|someone)\b"
    r"|\b(?:decided|chosen|chose) not to (?:make|extend|offer|proceed|move)|\bnot to make you an offer"
    r"|\bkeep your (?:details|cv|resume|profile|application) on file"
    r"|\b(?:unfortunately|regret)\b[^.]{0,120}\b(?:not|other candidates|unable|rescind|withdraw"
    r"|another candidate)\b|(?:move|moving|go|going) (?:forward|ahead|on) with (?:an)?other|position has been filled"
    r"|rescind(?:ed|ing)? (?:the|your|our) offer",
    re.IGNORECASE,
)
_NOT_YET = lazy(
    r"\bhop(?:e|ing) to (?:send|extend|make|get|share) (?:you )?an? (?:\w+ )?offer|\b(?:could|may|might"
    r"|should be able to) (?:send|extend|make)"
    r" (?:you )?an? offer|\bnothing is (?:approved|official|final)|can'?t give you anything official"
    r"|\boffer to follow\b|\binvite you (?:to|for) (?:an? )?(?:\w+ ){0,2}(?:interview|screening|assessment|call|chat|conversation)\b"
    r"|\b(?:see|have|meet) you (?:for|at) (?:an?|the|our) (?:\w+ ){0,2}(?:interview|stage|round|screening)\b"
    r"|\bbefore (?:we|i) (?:can )?(?:make|extend|send)[^.]{0,12} offer|\bin the (?:right )?zone\b|\bif all goes well\b"
    r"|\bonce (?:the|your|an) offer is (?:approved|ready)|\bnot (?:an|a formal) offer\b",
    re.IGNORECASE,
)
_APPLIED = lazy(r"\bthank you for (?:your interest in|applying (?:to|for))\b", re.IGNORECASE)
"""How a refusal or an invitation begins, and an offer only where it says so."""
_ROUND_AHEAD = lazy(
    r"\b(?:have|got) (?:an?|the|my) (?:\w+ )?(?:round|interview|on-?site)s? (?:with|at|next|tomorrow|this|on)\b",
    re.IGNORECASE,
)
_LEARNING = lazy(
    r"\bnot interviewing\b|\bjust (?:trying to understand|curious|wondering how)\b|\bbefore i start applying\b"
    r"|\bquestion about \w+ in general\b",
    re.IGNORECASE,
)
_NEWSLETTER = lazy(
    r"\b(?:newsletter|unsubscribe|edition|issue (?:no\.? ?)?\d+|you (?:get|are receiving|received) this (?:mail"
    r"|email)|to advertise"
    r"|\d+ min(?:ute)? read|claps|in this post|my course|sponsored|manage preferences|your weekly|share this|subscribe"
    r"|survey|median|respondents|answers|subscribers?|next month:|highlights)\b",
    re.IGNORECASE,
)
_PAY_WORD = lazy(r"\b(?:salary|base|bonus target|wage|hourly|ctc)\b", re.IGNORECASE)
_OTHER_DEAL = lazy(
    r"\b(?:month lease|lease (?:at|term|agreement)|tenan(?:t|cy)|landlord|down payment|\d% down|the seller|per night"
    r"|mortgage rate|on the house|apr\b|your loan|loan offer|interest rate|credit card|gift card|the apartment)\b",
    re.IGNORECASE,
)
_GENERAL = lazy(
    r"\b(?:what is|what's|what are|how (?:much|do|does|is|are|many|should|to)|explain|is it (?:normal|worth"
    r"|better|true)|difference between|which is|why (?:do|is|are)|define|tell me about|calculate|compute"
    r"|convert)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = lazy(
    r"\A\W*(?:if|say|suppose|imagine|assume|when) (?:that )?(?:a|an|some|one|any|someone|somebody)\b"
    r"|\b(?:in general|hypothetical\w*|do people usually|generally speaking)\b",
    re.IGNORECASE,
)
_SUPPOSED = lazy(
    r"\A[^.!?\n]{0,40}\b(?:suppose|imagine|assume|assuming|let'?s say|hypothetical\w*|pretend)\b"
    r"|\bif (?:an?|some|any|another) (?:\w+ )?(?:company|employer|start-?up|recruiter|firm|place|person"
    r"|candidate|engineer"
    r"|guy|offer)\b"
    r"|\b(?:fictional|fictitious|made[- ]up|imaginary|hypothetical) (?:\w+ )?(?:offers?|case|example|numbers"
    r"|company|package)"
    r"|\A\W*(?:example|sample|template|exercise)\b|\bin theory\b|\[(?:amount|title|company|name|salary)\]",
    re.IGNORECASE,
)
_OF_OTHERS = lazy(
    r"\b(?:an?|my|our|his|her|one of my) (?:best |old |close |former )?(?:friend|co-?worker|colleague|buddy"
    r"|mate|roommate|flatmate"
    r"|classmate|neighbou?r|cousin|acquaintance|teammate)s?(?: of mine| from \w+| at \w+)?\b[^.!?\n]{0,60}"
    r"\b(?:offer(?:ed)?|got|gets?|makes?|took|signed|landed)\b"
    r"|\b(?:heard|rumou?rs?|word is|apparently)\b[^.!?\n]{0,60}\b(?:makes?|gets?|pays?|earns?|got)\b",
    re.IGNORECASE,
)
_OF_MINE = lazy(
    r"\b(?:my (?:own )?(?:\w+ )?offer|offer(?:ed|ing|s)? (?:me|you)|i (?:just |finally )?(?:got|have"
    r"|received) (?:an|my|the) (?:\w+ )?offer"
    r"|i (?:just |only |also )?got (?=[$€£]?\d)|gave me|they want me|wants me)\b",
    re.IGNORECASE,
)
_RAISE = lazy(
    r"\b(?:salary|base|pay|compensation) (?:will |has |is |was )?(?:be |been |being )?(?:increas\w+|rais\w+"
    r"|adjust\w+|reviewed)\b",
    re.IGNORECASE,
)
_SURVEY = lazy(
    r"\b(?:median|percentile|p(?:25|50|75|90)\b|quartile|on average|sample size|n ?= ?\d|respondents|survey|benchmark"
    r"|data points|salary guide|salary report|compensation report|year over year|yoy)\b",
    re.IGNORECASE,
)
_OFFERED_JOB = lazy(
    r"\b(?:pleased|happy|excited|delighted|thrilled|chuffed|stoked) to (?:offer|extend)\b"
    r"|(?:proud|glad|like|love) to offer you\b|offer of employment"
    r"|\bformal offer\b",
    re.IGNORECASE,
)
_HAS_OFFER = lazy(
    r"\b(?:(?:got|have|received) (?:an|my|the) offer|accept (?:the|this|our) offer|your (?:annual "
    r"|total )?ctc"
    r"|offer letter|offer(?:ed|ing) (?:me|you)|offer from)\b",
    re.IGNORECASE,
)
_PAY_FIELDS = (
    "base_annual", "base_range", "bonus_target_pct", "bonus_target_amount", "bonus_max_pct",
        "bonus_range_pct",
    "signing", "retention_bonus",
)  # fmt: skip


FEWEST_SPACES = 40
"""Texts with fewer are notes, which the rule judges."""


class _Needed(NamedTuple):
    """What the fitted model counts beside the encoder, and the odds both need with the rule and against it."""

    model_counts: float
    with_rule: float
    alone: float


NOTE, LETTER = _Needed(0.8, -3.0, 2.0), _Needed(2.0, -2.5, 1.5)
"""Found by a hand that neither had seen, with a wide range that does as well; a note gives the model little to go by."""
SURE_WITH_RULE = 0.4
"""What the fitted model needs with the rule, and against it, where the encoder is not installed."""
SURE_ALONE = 0.7
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("to-you", _TO_YOU), ("offer", _OFFER_WORD), ("advert", _ADVERT), ("news", _NEWS), ("refused", _REFUSED),
    ("not-yet", _NOT_YET), ("applied", _APPLIED), ("round", _ROUND_AHEAD), ("learning", _LEARNING),
    ("letter", _NEWSLETTER), ("deal", _OTHER_DEAL), ("general", _GENERAL), ("if", _HYPOTHETICAL),
    ("supposed", _SUPPOSED), ("others", _OF_OTHERS), ("mine", _OF_MINE), ("raise", _RAISE), ("survey", _SURVEY),
    ("job", _OFFERED_JOB), ("has", _HAS_OFFER), ("pay", _PAY_WORD),
)  # fmt: skip


def count_pay_terms(terms: Terms) -> int:
    """How many terms of pay were read; all grants count as one."""
    return sum(name in terms.values for name in _PAY_FIELDS) + bool(terms.grants)


def judge_offer(page: Page, terms: Terms) -> bool:
    """Whether the text states an offer made to the reader: by the encoder, the fitted model and the rule together.

    Without the encoder a short note is judged by the rule, a longer text by the model. Where no pay is read, and
    for the set phrases of an offer letter, the rule has the word.
    """
    by_rule = judge_note(page, terms)
    read = reading.read(_without_orders(page))
    is_short = page.text.count(" ") < FEWEST_SPACES
    if (read is None and is_short) or not any(mention.amount.kind == "money" for mention in page.mentions):
        return by_rule
    if read is not None and (not count_pay_terms(terms) or (by_rule and _OFFERED_JOB.search(page.text))):
        return by_rule
    by_model = weigh_offer(describe_offer(page, terms))
    if read is None:
        return by_model >= (SURE_WITH_RULE if by_rule else SURE_ALONE)
    needed = NOTE if is_short else LETTER
    odds = _odds(read.whole("offer")["True"]) + needed.model_counts * _odds(by_model)
    return odds >= (needed.with_rule if by_rule else needed.alone)


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


def judge_note(page: Page, terms: Terms) -> bool:
    """Whether a note states an offer made to the reader, by the wordings it has.

    It needs a term of pay. A letter or note that speaks of the offer needs one; a bare list of terms
    needs two; advertisements, news, refusals and general questions are none.
    """
    fields = count_pay_terms(terms)
    to_you = bool(_TO_YOU.search(page.text))
    if _REFUSED.search(page.text) or (_OTHER_DEAL.search(page.text) and not _PAY_WORD.search(page.text)):
        return False
    if _is_ahead(page.text) or _LEARNING.search(page.text) or _is_newsletter(page.text):
        return False
    if _is_of_nobody(page.text, terms):
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
    if _HYPOTHETICAL.search(page.text) and not personal and "company" not in terms.values:
        return False
    if (_ADVERT.search(page.text) or len(_NEWS.findall(page.text)) > (1 if to_you else 0)) and not personal:
        return False
    if _is_question(page) and not _OFFER_WORD.search(page.text) and fields < 3:
        return False
    sizes = {"base_annual", "base_range", "signing", "retention_bonus", "bonus_target_amount"}
    has_size = bool(terms.grants) or bool(sizes & terms.values.keys())
    if has_size and any(mention.instead_of for mention in page.mentions):
        return True
    if to_you or _OFFER_WORD.search(page.text):
        return has_size or fields > 1
    return (fields >= 2 and has_size) or (has_size and _is_about_a_job(terms))


def _is_ahead(text: str) -> bool:
    """Whether an offer may follow, after a round of interviews or an approval, and none is made."""
    applied = _APPLIED.search(text) and not _OFFERED_JOB.search(text)
    round_ahead = _ROUND_AHEAD.search(text) and not _OFFER_WORD.search(text)
    return bool(_NOT_YET.search(text) or applied or round_ahead)


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
    if _SUPPOSED.search(text):
        return True
    if _OF_OTHERS.search(text) and not _OF_MINE.search(text):
        return True
    if len({word.lower() for word in _SURVEY.findall(text)}) > 1 and not _OF_MINE.search(text):
        return True
    if "deadline" in terms.values or _OFFER_WORD.search(text) or _OFFERED_JOB.search(text):
        return False
    return bool(_RAISE.search(text))


def _is_newsletter(text: str) -> bool:
    return len({word.lower() for word in _NEWSLETTER.findall(text)}) > 2


def _speaks_of_an_offer(page: Page, terms: Terms) -> bool:
    """Whether a text without a readable term still tells of an offer made to the reader."""
    if _OFFERED_JOB.search(page.text) and "title" in terms.values:
        return True
    in_figures = any(mention.amount.kind == "money" for mention in page.mentions)
    return in_figures and bool(_HAS_OFFER.search(page.text)) and not _is_question(page)


def _is_question(page: Page) -> bool:
    """Whether every sentence with a figure asks, or the text opens with a general question."""
    stated = [page.sentences[index] for index in page.by_sentence]
    asked = [page.text[place.start : place.end].rstrip() for place in stated]
    opening = page.text[page.sentences[0].start : page.sentences[0].end].strip() if page.sentences else ""
    general = bool(_GENERAL.search(opening)) and (opening.endswith("?") or bool(_GENERAL.match(opening)))
    return general or (bool(asked) and all(words.endswith("?") for words in asked))
