"""Half a yes: what the person orders to be accepted or refused of an offer, put as the sentences and asks it means."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy
from assistant.offline.briefs.clauses import quotations
from assistant.offline.briefs.prose import in_thousands

_END = r"(?=\s*(?:[,;.!?\n)]|$|\b(?:but|and|then|though|if)\b))"
_THING = r"(?P<{0}>(?:the |their |that |his |her )?(?:[^\s,;.!?]|\.(?=\d)|,(?=\d))+(?: (?!(?:but|and|then|though|if|as|so|because|bc)\b)(?:[^\s,;.!?]|\.(?=\d)|,(?=\d))+){{0,6}}?)"
_BUT_FOR = r",? (?:(?:except|besides|apart from|aside from|other than|minus|save|bar)(?: for)?|but (?:for )?(?=(?:the|my|their|his|her|one|two|that|this)\b)) ?"
_HELD_BACK = lazy(
    r"(?:\b(?:before|until|till|unless|if|when|once|after|whether|not|never|how (?:to|do|can))\b|n't)(?: (?:i|we|to|can|could|even|just|ever|do|will|\w+ly)){0,3} $|"
    r"\b(?:can|could|should|shall|would|might|may|do) (?:i|we)(?: \w+)? $|\b(?:i|we) (?:can|could|would|might|may|can'?t|cannot)(?: \w+)? $",
    re.IGNORECASE,
)
"""Before a yes: it is put off, asked about or hangs on something, and is not ordered."""
_WHOLE = lazy(
    rf"(?:\bi(?:'m| am|m) (?:happy|good|fine|ok)(?: with (?:it|that))?,? (?:so |and |please |pls )*)?\b(?P<say>say) (?:a )?yes to (?P<what>(?:that|this|both|it all|all of (?:it|that|this)|everything)(?:{_BUT_FOR}{_THING.format('without')})?){_END}(?!{_BUT_FOR})",
    re.IGNORECASE,
)
_YES_TO = lazy(rf"\b(?P<say>say) (?:a )?yes to {_THING.format('what')}{_END}", re.IGNORECASE)
_NO_TO = lazy(rf"\b(?:but|and|say) (?:a )?no to {_THING.format('what')}{_END}", re.IGNORECASE)
_NO_THANKS = lazy(
    rf"\b(?:say|write|tell (?:him|her|them)) (?:a )?(?:polite |kind )?no,?[ -]?(?:thanks|thank you),? to {_THING.format('what')}(?P<yes>,? (?:but |and )(?:say )?(?:a )?yes to (?:the |their |this )?(?:job|offer|role|position|rest|post))?{_END}",
    re.IGNORECASE,
)
_WHOLE_JOB = re.compile(
    r"^(?:(?:the|their|that|this|his|her|an?|your) )?(?:[\w&'’-]+ )?(?:job|offer|role|position|post|company|one|them|him|her|it|that|this)$|^[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)?$"
)
_CAN_LIVE = lazy(
    rf"\bi (?:can|could|would|will)(?: \w+)? (?:live|work|be (?:ok|okay|fine|happy)) with {_THING.format('what')},? (?:if|provided|as long as|so long as) (?:they|he|she|you) (?:can |could |would |will )?(?:do|add|give(?: me)?|throw in|offer|include|put in|pay)\b",
    re.IGNORECASE,
)
_SAYS_YES = lazy(r"\b(?P<say>say(?:ing)?) (?:a )?yes\b", re.IGNORECASE)
_TELLS_PART = re.compile(
    r"^(?:the|their) (?!offer|job|role|position|recruiter|company)|\d|\b(?:base|salary|bonus|sign\w*|stock|rsus?|equity|title|level|start|clawback|days?|remote|relo\w*)\b",
    re.IGNORECASE,
)


_TAKES_THEIR_NO = lazy(
    r"\b(?:accept\w*|take|agree to) (?:that|this|it|(?:their|her|his|the) (?:no|lower \w+)\b[^.?!\n]{0,20})[ ,]*\b(?:but|though|and still)\b"
    r"[^.?!\n]{0,20}\b(?:want|would like|'?d like|need|ask|hope|prefer|rather|not)\b"
    r"|\baccept (?:it |the (?:offer|job) |their offer )?(?:once|when|if|as soon as|only|provided)\b",
    re.IGNORECASE,
)
"""A no of theirs that is taken, or a yes that waits for something."""


def with_half_yes(text: str) -> str:
    """The text with orders to accept or refuse a part of the offer put plainly.

    >>> with_half_yes("say yes to the 155k but no to the 2 yr clawback, ask for 1 year")
    'Say i am happy with the 155k. Say i cannot agree to the 2 yr clawback. ask for 1 year'
    >>> with_half_yes("i can live with 95 if they do 10k signing")
    'Say i am fine with 95k. I want 10k signing'
    """
    if any(end - start > 0 and _YES_TO.search(text, start, end) for start, end in quotations(text)):
        return text
    plain = _NO_THANKS.sub(_passed_on, text)
    plain = _WHOLE.sub(
        lambda told: told.group() if _is_held_back(told) else f". Say i am happy with {told['what']}.", plain
    )
    plain = _YES_TO.sub(_accepted, plain)
    plain = _NO_TO.sub(_refused, plain) if _YES_TO.search(text) else plain
    plain = _CAN_LIVE.sub(lambda told: f". Say i am fine with {in_thousands(told['what'], text)}. I want", plain)
    return text if plain == text else _joined(plain)


def _joined(text: str) -> str:
    """The text with one mark where an order was cut out of its sentence."""
    text = re.sub(r"[,\s]+\.(?= Say )", ".", text)
    return re.sub(r"(?<=[:.!?;])\s*[.,;](?=\s|$)", "", text).lstrip(" .,;")


def _accepted(told: re.Match[str]) -> str:
    tells = _TELLS_PART.search(told["what"]) and not _is_held_back(told)
    return f". Say i am happy with {told['what']}." if tells else told.group()


def _passed_on(told: re.Match[str]) -> str:
    return told.group() if _WHOLE_JOB.match(told["what"]) else f". Say i would rather pass on {told['what']}."


def refuses_part(text: str) -> bool:
    """Whether a thanks and no goes to a part of what is offered or of the way there, and not to the job.

    >>> refuses_part("say no thanks to the relocation money"), refuses_part("say no thanks to the job")
    (True, False)
    """
    return any(not _WHOLE_JOB.match(told["what"]) for told in _NO_THANKS.finditer(text))


def takes_the_rest(text: str) -> bool:
    """Whether a yes to the job stands behind the no to a part of it."""
    return any(told["yes"] for told in _NO_THANKS.finditer(text))


def withholds_yes(text: str) -> bool:
    """Whether a yes is named that is not given now, or not to all of it.

    >>> withholds_yes("don't say yes yet"), withholds_yes("say yes to all of it except the title")
    (True, True)
    >>> withholds_yes("say yes to her, i start in May"), withholds_yes("i accept that but want 2 days at home")
    (False, True)
    """
    said = list(_SAYS_YES.finditer(text))
    part = any(told["without"] for told in _WHOLE.finditer(text))
    return part or any(map(_is_held_back, said)) or bool(_TAKES_THEIR_NO.search(text))


def _is_held_back(told: re.Match[str]) -> bool:
    return _HELD_BACK.search(told.string[: told.start("say")]) is not None


def _refused(told: re.Match[str]) -> str:
    return f". Say i cannot agree to {told['what']}." if _TELLS_PART.search(told["what"]) else told.group()
