"""Shapes: whether what goes into a message as ask, reason, title, company or greeting has the shape of one.

What has not is left out: a message that says less is better than one that says nonsense in the person's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import read_amounts
from assistant.domain.lazy_pattern import lazy
from assistant.letters.employers import EMPLOYERS
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.grammar import FINITE, is_known_word, tag_words

NO_REPLY = re.compile(r"no (?:reply|answer|response|word|news)\b", re.IGNORECASE)
"""Tells that they are silent, and names nothing to ask for."""
_JOBS = lazy(
    r"^(?:[\w&/+'’.-]+ ){0,5}(?:lead|manager|engineer|developer|dev|analyst|designer|scientist|nurse|officer|director|supervisor|technician|"
    r"consultant|accountant|teacher|assistant|specialist|coordinator|administrator|architect|planner|trainer|chef|foreman|clerk|"
    r"driver|operator|representative|associate|intern|researcher|postdoc|therapist|hygienist|pilot|electrician|plumber|buyer|editor|writer|controller|head of [\w ]{3,20})s?$",
    re.IGNORECASE,
)
_DETERMINED = lazy(r"^(?:an?|the|my|our|your|this|that|some|both|all|one|two|three|\d+)\b", re.IGNORECASE)
_REFLEXIVE = lazy(r"\b(?:myself|yourself|himself|herself|themselves)\b(?! as\b)", re.IGNORECASE)
_QUANTIFIED = lazy(
    r"^(?:both|all|each|every|any|either|some|only|just|also|the|an?|my|their|this|that|same)\s+", re.IGNORECASE
)
_ONLY_A_LEVEL = lazy(r"^(?:R\d|[A-Z]\d{1,2}|\d[\w.]*)$")
_NO_COMPANY = frozenset(
    "they they've they're they'd they'll theyve theyre we i i've i'm i'd he she it you my the a an this that there here them him her "
    "school company agency clinic hospital bank firm startup university college council office shop store restaurant salon "
    "practice studio foundation employer place team recruiter manager boss owner offer base salary".split()
)
_WAYS = frozenset(("linkedin", "whatsapp", "slack", "zoom", "teams", "telegram", "signal", "email", "indeed"))
_FAMILY = lazy(
    r"^(?:and |but |also )?(?:my|our) (?:\w+ )?(?:wife|husband|partner|mum|mom|mother|dad|father|parents|friend|mate|brother|sister|uncle|aunt|mentor|colleague|"
    r"girlfriend|boyfriend|gf|bf|roommate|neighbou?r|cousin|son|daughter)s? (?:\w+ly )?(?:says?|said|thinks?|thought|told|tells|believes?|reckons?|keeps?|wants? me|asked|asks|feels?)\b",
    re.IGNORECASE,
)
_TO_THE_COACH = lazy(
    r"^(?:for context: )?(?:i(?:'m| am) )?(?:calling|phoning|ringing|meeting|speaking (?:to|with)) (?:the|my|him|her|them|you|hr)\b"
    r"|^i(?:'m| am| feel| get|'ve| have)? (?:so |really |very |a bit |just |kind of )*(?:nervous|scared|afraid|anxious|worried|confused|bad at|never (?:negotiated|done)|not (?:good|sure)|terrified|awkward|shy|rambling|panicking|stressed|guilty|greedy|feel (?:bad|guilty|awkward|greedy))\b"
    r"|^i (?:have|got) (?:the|an?|this|my) (?:[\w-]+ ){0,4}offer\W*$"
    r"|^i (?:have|got|hold) (?:an? )?[a-z][\w&-]+ offer\b.{0,12}$"
    r"|^i would be (?:my|the|their|your) (?:\w+ )?(?:boss|manager|lead|supervisor|director|recruiter)\b"
    r"|\b(?:never negotiated|never done this|no idea|idk)\b"
    r"|^i (?:have|had|got) (?:a|the|another) (?:call|meeting|chat|phone call|interview|zoom)\b"
    r"|^(?:it|that|this)(?:'s| is| was) (?:not certain|not sure|too (?:long|short|formal|pushy|much)|fine|ok|good|great|nice|enough|perfect)\b",
    re.IGNORECASE,
)
"""Said to the coach about the talk itself, and to nobody else."""


_THE_JOB = lazy(
    r"^(?:the|this|your|that) (?:job|role|position|offer|company|team)\b(?! (?:title|description|ad|letter|to)\b)",
    re.IGNORECASE,
)
_NO_LEVERAGE = lazy(
    r"\b(?:but|have|got|with) (?:i have |i've |got )?(?:no|zero) (?:other |competing )?offers?\b|\bno offers? yet\b",
    re.IGNORECASE,
)


def is_job_title(words: str) -> bool:
    """Whether words name a post and nothing else.

    >>> is_job_title("Credit risk lead"), is_job_title("the senior title")
    (True, False)
    """
    return bool(_JOBS.match(words.strip(" .,"))) and not _DETERMINED.match(words)


_UNTIL = lazy(r"(?:until|till|til)\b", re.IGNORECASE)
"""A day alone, which is no thing: the message for more time says it."""
_SAYS_NOTHING = lazy(
    r"(?:(?:that|it|this)(?:'s| is) (?:fair|fine|ok|okay|reasonable|right|good|all)\b|(?:radio )?silence\W*$|(?:i would like )?(?:you|them|it|this) (?:more|most|best)\W*$|nothing (?:else|more)\b)",
    re.IGNORECASE,
)
"""Judges what is asked, or tells how things stand, and asks for nothing."""
_ONE_ONLY = lazy(
    r"(?:i would like )?(?:only |just )?(?:one|a single|1|two|2) (?:\w+ )?(?:asks?|things?|requests?|points?)(?: only| max\w*)?\W*",
    re.IGNORECASE,
)
"""How many asks there are to be, which is none itself."""


def is_askable(ask: Ask, text: str, to: str = "") -> bool:
    """Whether an ask in words can be one: no post or bare noun that is a sentence of its own, nothing the other side cannot do.

    >>> is_askable(Ask("action", words="send myself on Monday"), "send myself on Monday")
    False
    """
    if ask.form == "amount" or not ask.words:
        return True
    if (
        _SAYS_NOTHING.match(ask.words)
        or _ONE_ONLY.fullmatch(ask.words)
        or (ask.form == "thing" and _UNTIL.match(ask.words))
    ):
        return False
    if to and ask.form == "thing" and ask.words.split()[0].casefold() == to.rsplit(maxsplit=1)[-1].casefold():
        return False
    if ask.form == "action" and _REFLEXIVE.search(ask.words):
        return False
    alone = re.search(
        rf"(?:^|[.!?\n]\s*)(?:as |for )?(?:an? |the )?{re.escape(ask.words)}\s*(?:[.!?\n]|$)", text, re.IGNORECASE
    )
    if alone and is_job_title(ask.words):
        return False
    return not (
        ask.form in ("thing", "action") and re.fullmatch(r"(?:the|a|an|my|this|that) [\w-]+", ask.words) and alone
    )


_ONLY_A_SUM = lazy(
    r"(?:(?:i|we|i'll|would|could|can|will|sign|accept|agree|meet|settle|today|tomorrow|now|right|away|this|week|you|like|want|ask|asked|asking|for|to|at|be|get|have|make|change|it|you|open|opening|start|with|thinking|was|happy|hoping|hope|number|is|my|the|a|base|salary|pay|about|around|please|me|them|move|go|up|of|in|mind|[$€£¥₹]?\d[\d.,]*(?:k|m|lakh|lpa)?)\b[\s.,?$€£₹]*)+",
    re.IGNORECASE,
)


_MAKES_IT = lazy(
    r"could you (?:make|change|put|bump|raise|lower) (?:it|that|this|the (?:number|ask|sum))(?: to| at)? [$€£¥₹]?\d",
    re.IGNORECASE,
)


_VERB_AND_SUM = lazy(r"(?P<verb>[^\W\d_]{4,}) (?P<sum>[$€£¥₹]?\d[\d.,]*\s?(?:k\b|€)?)", re.IGNORECASE)


def plain_sum(ask: Ask) -> Ask:
    """The ask; a sum stands without a sentence that names nothing else: "I was thinking 212k", "möchte 72.000"."""
    if ask.form == "thing" and (told := _VERB_AND_SUM.fullmatch(ask.words)) and not is_known_word(told["verb"]):
        item = next(iter(read_amounts(told["sum"])), None)
        bare = item is not None and item.kind == "plain" and not item.explicit and item.value < 1000
        return ask if item is None or bare else Ask("amount", "base_salary", Money(item.value, item.currency))
    plain = _ONLY_A_SUM.fullmatch(ask.words) or _MAKES_IT.match(ask.words)
    sums = [item for item in read_amounts(ask.words) if not item.unit] if plain and ask.form == "question" else []
    tiny = len(sums) == 1 and sums[0].kind == "plain" and not sums[0].explicit and sums[0].value < LEAST_PAY
    if len(sums) == 1 and not tiny:
        bare = sums[0].kind == "plain" and not sums[0].explicit and 20 <= sums[0].value < 1000
        return Ask("amount", "base_salary", Money(sums[0].value * (1000 if bare else 1), sums[0].currency))
    return replace(ask, words="") if ask.form == "amount" and plain else ask


_WOULD_BE_NICE = lazy(
    r"(?:i would like to ask for )?(?P<what>[^.?!]+?),? would (?:be (?:nice|great|good|fair|cool|lovely|ideal)|help)\W*$",
    re.IGNORECASE,
)


LEAST_PAY = 20
"""Below it a bare number is no pay by the year."""
_ONLY_ORDERS = lazy(
    r"(?:i would like to ask for )?(?:to )?(?:reply|answer|say|write|tell|respond|note|mention|put)(?: \w+)?(?: that)?\b",
    re.IGNORECASE,
)
"""Tells the writer what to do with the sum that follows."""


_THAT_I = lazy(r"that (?P<what>(?P<day>(?:earliest|latest|soonest) I can\b)?.*\b(?:I|my|you|your)\b.*)", re.IGNORECASE)
"""A whole sentence that is to be told: "that the earliest I can do is July"."""
_KEEN = lazy(r"(?:still |very )?(?:interested|keen|happy|excited|all good|looks good),? (?:and |but )?", re.IGNORECASE)
_THAN_THE_SUM = lazy(
    r"\b(?:rather|prefer|sooner)\b[^.;!?\n]* (?:than|to|over|instead of) (?:the |your |their |that )[$€£₹]?\d",
    re.IGNORECASE,
)
"""The sum is what would be given up."""


def by_form(ask: Ask) -> Ask:
    """The ask as what it is: "call me back" is something to do, "the job but not …" nothing that reads as a request."""
    ask = replace(ask, words=re.sub(r"\s*[(\[]?[$€£¥₹]?\s*$", "", ask.words)) if ask.words else ask
    if ask.form == "amount" and _THAN_THE_SUM.search(ask.words):
        return Ask("question", words=ask.words)
    if ask.form == "amount" and _ONLY_ORDERS.match(ask.words):
        return replace(ask, words="")
    if (told := _THAT_I.match(ask.words)) and ask.form in ("thing", "unread"):
        said = told["what"]
        said = f"The {said}" if told["day"] else f"{said[:1].upper()}{said[1:]}"
        return Ask("question", words=f"{said.rstrip('.')}.")
    if opened := _KEEN.match(ask.words):
        rest = ask.words[opened.end() :]
        wants = re.sub(r"^(?:i )?(?:want|like|need) to ", "I would like to ", rest, flags=re.IGNORECASE)
        return Ask("question", words=f"{wants}.") if wants != rest else replace(ask, words=rest)
    if wished := _WOULD_BE_NICE.match(ask.words):
        return replace(ask, form="thing", words=wished["what"]) if ask.form == "question" else replace(ask, words="")
    if ask.form == "thing" and _THE_JOB.match(ask.words):
        return replace(ask, form="unread")
    does = ask.form == "thing" and re.match(r"(?!let\b)[a-z]+ (?:me|us|it|them)\b", ask.words)
    return replace(ask, form="action") if does else ask


def each_sum_once(asks: Sequence[Ask]) -> list[Ask]:
    """The asks without a sum that only repeats the number of a thing asked for: "a travel budget of 20,000"."""
    plain = {ask.asked for ask in asks if ask.form == "amount" and not ask.words}
    asks = [ask for ask in dict.fromkeys(asks) if not (ask.form == "amount" and ask.words and ask.asked in plain)]
    more = {f"{ask.asked.value.normalize():f} more" for ask in asks if ask.asked is not None and ask.on_top}
    asks = [ask for ask in asks if not (ask.form == "thing" and ask.words.startswith(tuple(more)))] if more else asks
    base = {ask.asked.value for ask in asks if ask.asked is not None and ask.term == "base_salary"}
    asks = [ask for ask in asks if ask.form != "thing" or not base & _sums_in(ask.words)]
    numbers = {number for ask in asks if ask.words for number in re.findall(r"\d[\d,]*\d", ask.words)}
    return [
        ask
        for ask in asks
        if ask.asked is None or ask.term == "base_salary" or f"{ask.asked.value:,.0f}" not in numbers
    ]


def _sums_in(words: str) -> set[Decimal]:
    """The amounts of a thing asked for, which is none where it only says the sum again: "48k to Professor Lee"."""
    return {item.value for item in read_amounts(words) if item.explicit}


def repeats_an_ask(reason: str, asks: Sequence[Ask]) -> bool:
    """Whether a reason names nothing but what is asked for: "One reason is step 4"."""
    told = re.sub(r"^(?:One|The) reason is ", "", reason).strip(" .").casefold()
    return told != reason.strip(" .").casefold() and any(told in ask.words.casefold() for ask in asks if ask.words)


_NO_NEWS = lazy(
    r"^\W*(?:thanks?|thx|thank you|good|ok(?:ay)?|great)\W*$|^\W*confirm (?:what|that|this|everything|all|it)\b|\bwait(?:ing)? for (?:you|them)\b",
    re.IGNORECASE,
)
"""Words to the writer, or for another firm."""


def is_for_them(reason: str) -> bool:
    """Whether a reason is one for the other side to hear, not what family said or how the person feels about asking.

    >>> is_for_them("My wife says 17 is a stretch."), is_for_them("My wife works in Leeds.")
    (False, True)
    """
    folded = lexicon.fold(reason)
    said = (
        _NO_NEWS.search(folded) or _FAMILY.search(folded) or _TO_THE_COACH.search(folded) or _NO_LEVERAGE.search(folded)
    )
    return not said and _balanced(reason) and is_english(reason)


def is_english(words: str) -> bool:
    """Whether most small words of a sentence are English ones.

    >>> is_english("One reason is ich bringe zwei Polierteams mit."), is_english("I run the after school club.")
    (False, True)
    """
    small = re.findall(r"(?<![^\W\d_])[a-zà-öø-ÿ]{2,}(?![^\W\d_])", re.sub(r"^(?:One|The) reason is ", "", words))
    return not small or sum(is_known_word(word) for word in small) * 2 > len(small)


def _balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count("[") == words.count("]")


def fit_title(title: str, person: str = "") -> str:
    """The title as it stands in "for the … role"; empty where it is no title of a post.

    >>> fit_title("both data engineer"), fit_title("R1"), fit_title("Coach Delgado", "Coach Delgado")
    ('data engineer', '', '')
    """
    words = _QUANTIFIED.sub("", title.strip())
    if not words or _ONLY_A_LEVEL.match(words) or not re.search(r"[^\W\d_]{2,}", words):
        return ""
    if person and person.rsplit(maxsplit=1)[-1].casefold() in words.casefold().split():
        return ""
    return "" if any(tag in FINITE for _, tag in tag_words(words)[:1]) else words


def fit_company(company: str, people: Collection[str] = (), told: str = "") -> str:
    """The company as it stands in "the offer at …"; empty where the word is no name of one.

    >>> fit_company("They've"), fit_company("Kev", ["Kev"]), fit_company("kestrel rail"), fit_company("Tcs")
    ('', '', 'Kestrel Rail', 'TCS')
    """
    company = re.sub(r"^the (?=[A-Z])", "", company)
    person = next(iter(people), "")
    if person and re.search(rf"{re.escape(company)} (?:[\w-]+,? ){{0,3}}?{re.escape(person)}\b", told, re.IGNORECASE):
        company = re.sub(r"['’]s$", "", company)
    plain = company.strip().casefold().replace("’", "'")
    if (
        re.search(rf"\b(?:thru|through|via|on|over|by|per|in) (?:a )?{re.escape(plain)}\b", told.casefold())
        and plain in _WAYS
    ):
        return ""
    if (
        plain in _NO_COMPANY
        or (_ONLY_A_LEVEL.match(company.strip()) and plain not in EMPLOYERS)
        or any(plain == person.casefold() for person in people if person)
        or (len(plain.split()) == 2 and plain.split()[0] in {person.casefold() for person in people})
    ):
        return ""
    if any(plain == person.casefold().split()[-1] for person in people if person):
        return ""
    return EMPLOYERS.get(
        plain,
        re.sub(r"\b(?!(?:of|and|the|for|de|la)\b)[a-z]", lambda first: first.group().upper(), company)
        if company.islower()
        else company,
    )
