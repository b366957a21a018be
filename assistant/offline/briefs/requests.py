"""Requests: what a person asks for, in their own words, made one sentence to the company.

Nothing is taken apart here: a wish such as "id want them to start me on step 4" keeps its words and changes its voice.
"""

from __future__ import annotations

import re

from assistant.domain.languages import find_language
from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.fluency import is_action
from assistant.offline.briefs.grammar import FINITE, has_subject, is_known_word, tag_alone, tag_words
from assistant.offline.briefs.hinglish import is_hinglish
from assistant.offline.briefs.indirect import ask_directly
from assistant.offline.briefs.prose import sentence, spell_out, tidy, to_you
from assistant.offline.briefs.shapes import is_english
from assistant.offline.briefs.wording import VERB

MOST_WORDS = 45
FEW_WORDS = 3
"""Small words from which it shows whether they are English."""
_FOR_IT = "I would like to ask for "
"""What opens a request for a thing."""
_ELSE = lazy(
    r"^(?:or|otherwise|else|alternatively|(?:if (?:that's|that is|it's|not)(?: not)? ?(?:impossible|possible)?)|failing that|plan b)\b(?:,? (?:failing that|else|at least|if not|maybe|even|then|instead))*[,:]?\s*",
    re.IGNORECASE,
)
_LED_IN = lazy(
    r"^(?:for|to|at|around|on) (?=(?:about |around )?(?:[$€£¥₹]?\d|an?\b|the\b|another\b|more\b|[A-Z]{1,3}\d))",
    re.IGNORECASE,
)
_OPENING = lazy(
    r"^(?:[^\w$€£¥₹+%]+|(?:and|but|so|also|plus|then|just|only|ok|okay|yes|yeah|well|honestly|basically|really|maybe|please|kindly|abeg|now|um|uh|oh|right|first|second|secondly|finally|ideally|anyway|saying|(?:say|write|mention|add)(?: that)?(?= (?:i|id|i'd|im|i'm|ill|i'll|ive|i've)\b)|that(?= (?:i|we|you|they|the|it|my)\b))\b[\s,:]*|what i(?:'d| would|'m| am|'ll| will)?(?: \w+){0,4} is,? |(?:i'?m thinking|i was thinking|i am thinking|i think|i thought),? (?=(?:can|could|would|maybe|if)\b))+",
    re.IGNORECASE,
)
_LABEL = lazy(
    r"^(?:(?:(?:my |the |our )?(?:asks?|wants?|wanted|asking|target|number|requests?|goal|wish(?:es)?|aim|counter|needs?)(?: (?:from|to|for) (?:them|you|him|her))?|me|mine)\s*(?:(?:is|are|would be)\b|[:=]|-+>|=>|→|➡|[–—-]\s|(?=[$€£¥₹]?\d))+|(?:[\w-]+ ){0,2}[\w-]+: (?!//))\s*",
    re.IGNORECASE,
)
_THIRD = r"(?:you|they|she|he|hr|it|(?:the |my |our )(?:company|firm|recruiter|manager|boss|school|clinic|hospital|team|owner|agency|board|committee|principal|director))"
_AUX = r"(?:am|can|could|would|will|may|might|is|are|was|were|do|does|did|has|have|should|shall)"
_QUESTION = lazy(rf"^(?P<aux>{_AUX})(?:n't)? (?P<subject>\S+) (?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
_PERSON = lazy(r"^(?:they|she|he|hr|u|ye|yous|youse|y'?all)$", re.IGNORECASE)
_WH = lazy(
    r"^(?P<wh>how (?:much|many|long|often|soon|big)(?: \w+)?|what|when|where|why|who|which|how)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_REPORTED = lazy(
    r"^(?:to )?(?:(?:i(?:'d| would|'ll| will| am|'m)?|we) )?(?:like to |want to |wanna |going to |have to |need to |just |only |will |would like to )*"
    r"(?P<verb>ask(?:ing)?|see(?:ing)?|find(?:ing)? out|check(?:ing)?|request(?:ing)?|know(?:ing)?|wonder(?:ing)?|push(?:ing)?|press(?:ing)?|go(?:ing)?|try(?:ing)?|look(?:ing)?|hop(?:e|ing)|aim(?:ing)?|shoot(?:ing)?|hold(?:ing)? out|angl(?:e|ing)|get(?:ting)?|tell(?:ing)?|propos(?:e|ing)|suggest(?:ing)?|after)"
    r"(?: (?:them|him|her|you|hr|us|it|(?:the |my )?(?:recruiter|manager|boss|company)|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?= (?:for|if|whether|to|about|that|how|what|when|where|why|who|which)\b))?"
    r" (?P<how>for|if|whether|to|about|that|at)\b (?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SO_THEN = lazy(
    r",? (?:i'd|i would|i will|i'll|then i) (?:sign|accept|take|join|say yes|be happy|come|start)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WH_TO = lazy(
    r"^(?P<wh>where|when|how|what|who|which \w+|how (?:much|many) \w+) to (?P<rest>\w.*)$", re.IGNORECASE | re.DOTALL
)
_DIRECT = lazy(
    rf"^(?:to )?(?:(?:i|we)?(?: |(?='))?(?:'d |would |will |'ll )?(?:(?:like|love|want|need|wish|have) to )?)?(?:ask(?:ing)?|find(?:ing)? out|know(?:ing)?|check(?:ing)?|see(?:ing)?)(?: (?:them|him|her|you|hr|(?-i:[A-Z][\w'’-]+)))? (?P<rest>(?:how|what|when|where|why|who|which|{_AUX})\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_REPORT = frozenset(("get", "getting", "go", "going", "hope", "hoping", "look", "looking", "after", "try", "trying"))
"""Verbs that report a wish only before "for"."""
_REQUESTED = lazy(
    r"^(?:to )?(?:request(?:ing)?|propos(?:e|ing)|ask(?:ing)?|want(?:ing)?|need(?:ing)?) (?P<rest>(?:an?|the|my|one|two|three|four|five|some|more|extra|\d|[$€£¥₹]).*)$",
    re.IGNORECASE | re.DOTALL,
)
_WANTS = lazy(
    r"^(?:(?:i|we)(?: do| really| just| only| still| also|'m| am| would| will|'d|'ll)* (?:want|wanna|need|gotta have|have to have|require|must have)(?:ing)?|want(?:ing)?|wanna|(?:would )?need(?:ing)?|gimme)\b(?: is| are)? ?(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_GOES_FOR = lazy(
    r"^(?:i\b|we\b|(?=was\b|hoping\b|hope\b|looking\b|aiming\b|expecting\b))(?:'m| am|'d| would| ?was| were|'ve been|'ll| will)?(?: be| just| only| really| still| also| like| gonna| going to| want to| think i(?: should| could)?)* "
    r"(?:ask(?:ing)? for|after|goin(?:g)? for|go for|aiming (?:for|at)|hop(?:e|ing) for|looking (?:for|at)|shooting for|should get|expect(?:ing)?)\b (?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = lazy(r"^(?:i|we|i'd|i'll|i'm|i've|we'd|my|our)\b", re.IGNORECASE)
_YOU_DO = lazy(
    r"^(?:for )?you(?: to|'d| would| could| can| should| will|'ll)* (?P<rest>(?!are\b|have\b|said\b|were\b|gave\b|offer(?:ed)?\b)\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
_GET_THEM = lazy(
    r"^(?:to )?(?:i'd like to |i want to )?get(?:ting)? (?:him|her|you|hr|(?-i:[A-Z][\w'-]+)) to (?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TO_DO = lazy(r"^to (?P<rest>\w.*)$", re.IGNORECASE | re.DOTALL)
_MINE = lazy(
    r"^(?:start|begin|work|keep|have|get|stay|leave|take|bring|use|move|be|go|come|do|join|finish|know|see|carry|hold|live|split|drop|sit|defer|delay|wait|talk|speak|meet|visit|skip|swap|lead|own|run|report)\b",
    re.IGNORECASE,
)
_FOR_ME = lazy(
    r"^(?:start|move|take|get|have|keep|split|drop|swap|delay|defer|use|bring) (?:me|us|it|this|that|the \w+)\b"
)
_FOR_FOR = re.compile(r"^(?:for|ask|asking|politely)\b ?(?:ask )?(?:for )?", re.IGNORECASE)
_ARROWS = re.compile(r"^\s*[-=–>→]+>?\s*|\s*(?:[-=]+>|→)\s*$|\s+[-–]\s*$")
_IS_WHAT = lazy(r"^(?P<what>.{2,60}?) (?:is|was|would be) (?:what|all|where) (?:i|we)\b.*$", re.IGNORECASE | re.DOTALL)
_AND_ASKS = re.compile(rf",? and (?=(?:if|whether|when|how|what|who|where|which|{_AUX})\b)|\?\s+", re.IGNORECASE)
_FEELS = frozenset(("prefer", "love", "like", "appreciate", "enjoy"))
_NO_NOUN = frozenset(("MD", "VBZ", "VBP", "VBD"))


def to_request(words: str) -> str:
    """A clause that tells what is wanted as a sentence to the company; empty where its grammar is not plain.

    >>> to_request("i want them to start me on step 4"), to_request("ask if theyd cover the course, about 4k")
    ('I would like you to start me on step 4.', 'Would you cover the course, about 4k?')
    >>> to_request("can it be moved to the 16th"), to_request("per diem at $95")
    ('Could it be moved to the 16th?', 'I would like to ask for per diem at $95.')
    """
    text = to_you(tidy(_ARROWS.sub(" ", spell_out(" ".join(words.split())))))
    for _ in range(2):
        text = _LABEL.sub("", _OPENING.sub("", text)).strip()
    if other := _ELSE.match(text):
        return _instead(text[other.end() :])
    return _turn(_LED_IN.sub("", text))


def thing_of(request: str) -> str:
    """The thing that a request asks for; empty where it is worded otherwise.

    >>> thing_of("I would like to ask for a van."), thing_of("Could you cover the course?")
    ('a van', '')
    """
    return request.removeprefix(_FOR_IT).rstrip(".") if request.startswith(_FOR_IT) else ""


def _turn(text: str) -> str:
    parts = [part for part in _AND_ASKS.split(text) if part]
    if len(parts) > 1 and all(map(_asks, parts)):
        return " ".join(filter(None, map(_turn_one, parts)))
    return _turn_one(text)


def _asks(part: str) -> bool:
    return bool(
        _DIRECT.match(part)
        or _WH.match(part)
        or _QUESTION.match(part)
        or re.match(r"(?:ask\w* |see |know )?(?:if|whether) ", part, re.IGNORECASE)
    )


def _turn_one(text: str) -> str:
    if not text or len(text.split()) > MOST_WORDS or _is_foreign(text):
        return ""
    return _tell_fixed(text) or _ask(text) or _tell(text) or _do(text) or _name(text)


def _is_foreign(text: str) -> bool:
    if find_language(text) or is_hinglish(text):
        return True
    small = re.findall(r"(?<![^\W\d_])[a-z]{2,}", text)
    unknown = len(small) > 1 and not any(map(is_known_word, small))
    return unknown or (len(small) >= FEW_WORDS and not is_english(text))


def _instead(text: str) -> str:
    """A second choice: "or 29 with tools"."""
    whole = _turn(text)
    if thing := thing_of(whole):
        return f"If that is not possible, {thing} would also help."
    return (
        f"If that is not possible: {whole[:1].lower()}{whole[1:]}"
        if whole and not whole.startswith("I ")
        else f"If that is not possible, {whole}"
        if whole
        else ""
    )


def _ask(text: str) -> str:
    """What is asked or reported to be asked."""
    if bare := re.match(r"(?:if|whether) (?P<rest>\S.*)$", text, re.IGNORECASE | re.DOTALL):
        return _if(_SO_THEN.sub("", bare["rest"]))
    if direct := _DIRECT.match(text):
        return _ask(direct["rest"])
    if reported := _REPORTED.match(text):
        how, rest, verb = reported["how"].lower(), reported["rest"].strip(), reported["verb"].lower()
        if how in ("for", "at") or (verb not in _NO_REPORT):
            return _report(how, rest)
    if (asked := _QUESTION.match(text)) and _can_be_subject(asked["subject"]):
        aux = asked["aux"].lower()
        aux = {"can": "could", "will": "would", "may": "could", "might": "could"}.get(aux, aux)
        subject = "I" if asked["subject"] == "i" else asked["subject"]
        if _PERSON.match(subject):
            aux, subject = {"does": "do", "is": "are", "was": "were", "has": "have"}.get(aux, aux), "you"
        return sentence(f"{aux} {subject} {asked['rest']}", "?")
    if asked := _WH.match(text):
        return _wh(text)
    return ""


def _can_be_subject(word: str) -> bool:
    plain = word.lower()
    return not plain.endswith("ing") and tag_alone(plain) not in ("VB", "VBP", "VBD", "VBZ", "RB", "IN", "TO", "MD")


def _report(how: str, rest: str) -> str:
    if how in ("for", "at"):
        return (_do(rest) if re.match(r"(?:you|me) ", rest, re.IGNORECASE) else "") or sentence(
            f"{_FOR_IT}{re.sub(_FOR_FOR, '', rest)}"
        )
    if how in ("if", "whether"):
        return _if(rest)
    if how == "about":
        return sentence(f"I would like to ask about {rest}")
    if how == "to":
        return _do(rest)
    return _tell(rest) or sentence(f"I would like to ask that {rest}")


def _if(rest: str) -> str:
    rest = re.sub(
        r"^you (?=(?!(?:are|were|have|had|did|do)\b)(?:get|go|come|cover|pay|match|move|bring|add|give|make|throw|meet|bump|raise|let|put)\b)",
        "you could ",
        rest,
    )
    would = re.match(
        r"(?P<who>you|they|she|he|it|I|we|there) (?P<aux>would|could|can|will|might|may) (?P<rest>\S.*)$",
        rest,
        re.IGNORECASE | re.DOTALL,
    )
    if would:
        who = "you" if _PERSON.match(would["who"]) else would["who"]
        aux = "Would" if would["aux"].lower() in ("would", "will") else "Could"
        return sentence(f"{aux} {who} {would['rest']}", "?")
    return ask_directly(rest) or sentence(f"I would like to know whether {rest}")


def _wh(text: str) -> str:
    told = _WH.match(text)
    if told is None:
        return ""
    if to_do := _WH_TO.match(text):
        return sentence(f"{to_do['wh']} should I {to_do['rest']}", "?")
    subject = told["wh"].lower() in ("who", "what", "which") and tag_alone((told["rest"].split() or [""])[0]) in (
        "VBZ",
        "VBD",
        "VBP",
    )
    if (
        subject
        or re.match(
            rf"(?:\s+\S+){{0,3}}?\s+(?:{_AUX})\s+(?:i|you|we|they|it|the|my|your|there|\w+s)\b",
            told["rest"],
            re.IGNORECASE,
        )
        or not has_subject(told["rest"])
    ):
        return sentence(text, "?")
    return ask_directly(text) or sentence(f"Could you tell me {text[:1].lower()}{text[1:]}", "?")


def _tell_fixed(text: str) -> str:
    """Wishes with the thing in front or without its subject: "eighteen is what i want", "should be Senior"."""
    if is_what := _IS_WHAT.match(text):
        return _name(is_what["what"])
    if re.match(r"(?:should|could|would|must|needs? to|has to|ought to) be\b", text, re.IGNORECASE):
        return sentence(f"It {text[:1].lower()}{text[1:]}")
    return ""


def _tell(text: str) -> str:
    """A first person's own sentence, "want" made "would like"."""
    if wants := _WANTS.match(text):
        return _like(wants["rest"])
    if about := re.match(r"about (?P<rest>\S.*)$", text, re.IGNORECASE | re.DOTALL):
        return sentence(f"I would like to ask about {about['rest']}")
    if goes := _GOES_FOR.match(text):
        return _name(goes["rest"])
    if requested := _REQUESTED.match(text):
        return _name(requested["rest"])
    if _FIRST.match(text) and has_subject(text):
        return sentence(text)
    return ""


def _like(rest: str) -> str:
    if re.match(r"(?:until|by) ", rest, re.IGNORECASE):
        return sentence(f"I would need {rest}")
    if re.match(r"to know\b", rest, re.IGNORECASE):
        asked = re.sub(r"^to know(?: if| whether)?[ :,]*", "", rest, flags=re.IGNORECASE)
        return _ask(asked) or _if(asked)
    return sentence(f"I would like {rest}")


def _do(text: str) -> str:
    """What they or the person are to do: "Could you …?" or "I would like to …"."""
    if got := _GET_THEM.match(text):
        return sentence(f"Could you {got['rest']}", "?") if is_action(got["rest"]) else ""
    if told := re.match(r"(?:tell|ask) (?:you|her|him|[A-Z][\w'-]+) (?:that )?(?P<rest>\S.*)$", text, re.IGNORECASE):
        return _turn(told["rest"])
    to_do = _TO_DO.match(text)
    you = _YOU_DO.match(text)
    if you and is_action(you["rest"]):
        return sentence(f"Could you {you['rest']}", "?")
    plain = to_do["rest"] if to_do else text
    first = plain.split()[0].lower()
    if tag_alone(first) not in ("VB", "VBP") and not (to_do or _MINE.match(plain) or VERB.match(plain)):
        return ""
    if not to_do and (len(plain.split()) < 2 or tag_words(plain)[1][1] in FINITE):
        return ""
    if first in _FEELS:
        return sentence(f"I would {plain}")
    if not is_action(plain) and not (to_do and len(plain.split()) > 1):
        return ""
    if _MINE.match(plain) and not _FOR_ME.match(plain):
        return sentence(f"I would like to {plain}")
    return sentence(f"Could you {plain}", "?")


def _name(text: str) -> str:
    """A thing to be asked for; a whole sentence stays one."""
    if has_subject(text) and not re.match(r"[$€£¥₹]?\d", text):
        return (
            sentence(text)
            if _FIRST.match(text) or re.match(r"(?:the|it|this|that|a|an|my)\b", text, re.IGNORECASE)
            else ""
        )
    tags = [tag for _, tag in tag_words(text)]
    if not tags or any(tag in _NO_NOUN for tag in tags[:2]):
        return ""
    return sentence(f"{_FOR_IT}{re.sub(_FOR_FOR, '', _small(text))}")


def _small(text: str) -> str:
    """The text as it stands inside a sentence: "The top band" becomes "the top band"."""
    first = text.split(maxsplit=1)[0]
    return (
        text[:1].lower() + text[1:]
        if first.istitle() and tag_alone(first.lower()) in ("DT", "CD", "IN", "PRP$")
        else text
    )
