"""Secrets: what the person says must stay out of the message, told by its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.clauses import Clause

_NOT = r"(?:don'?t|dont|do not|never|not|without|w/?o|w/out|no need to|must not|should not|shouldn'?t|can'?t|rather not|pls no)"
_HELD_BACK = lazy(
    rf"\b{_NOT}\s+(?:\w+ ){{0,2}}?(?:say|saying|mention|mentioning|bring(?:ing)? up|tell|telling|name|naming|write|include|including|reveal\w*|talk\w* about|state|disclos\w*|put(?: in)?|touch|use|reference)\s+(?P<what>(?:(?! (?:and|or) (?:don|do not|also))[^.!?\n;(])+)"
    rf"|\b{_NOT} want (?:them|her|him|hr|anyone|anybody|people|the \w+) to (?:know|hear|learn|find out|notice)(?: about| of| that)? (?P<unknown>(?!(?:that|it|this|about it)\b)[^.!?\n;]+)"
    r"|\bkeep (?!(?:it|this|that|everything|all)\b)(?P<private>[^.!?,\n;]{2,40}?) (?:a )?(?:secret|private|confidential|anonymous|hidden|unnamed|to (?:yourself|myself|ourselves))\b"
    r"|\bleave (?P<left>[^.!?\n;]{2,60}?) out\b|\bkeep (?P<kept>[^.!?\n;]{2,60}?) out\b|(?<!there is )(?<!there's )(?<!theres )(?<!says )\bnothing about (?P<about>(?![^.!?\n;]*\b(?:in|on) (?:the|their|my|that) (?:\w+ )?(?:pdf|letter|contract|offer|document|paper\w*|draft|mail|e-?mail)\b)[^.!?\n;]+)|\b(?:drop|remove|delete|skip|cut|lose|take out|get rid of) (?:the |that |this |my |any )?(?:part|bit|line|sentence|thing|stuff|paragraph|mention)?s? ?(?:about|with|on|of|where) (?P<dropped>[^.!?\n;]+)|\b(?:not that|no (?:words?|details?|specifics|mention|info\w*|talk) (?:of|about|on)) (?P<that>[^.!?\n;]+)"
    r"|\b(?:because of|due to|cause of|bc of) (?P<instead>[^.!?\n;,]{3,40}?),? but (?:just |only |pls |please )?(?:say|call it|put|write)(?: just| only| it'?s| that it'?s)* (?:for )?(?:personal|private|family) (?:reasons?|matters?)",
    re.IGNORECASE,
)
_PRIVATE = lazy(
    r"\b(?:(?:but )?(?:obviously |just |pls |please )?not (?:in|for) the (?:e-?mail|mail|message|text|letter)|(?:that'?s|thats|it'?s|its|this is) (?:private|confidential|between us|my business|none of (?:their|her|his) business)"
    r"|(?:but |and )?(?:don'?t|dont|do not|never) (?:say|mention|tell|write|include) (?:that|it|this)\b|\bi (?:don'?t|dont|do not|rather not) want (?:them|her|him|hr|anyone|anybody|people|the \w+) to (?:know|hear|learn|find out|notice)(?:(?: about| of)? (?:that|it|this)\b|\W*$)|mas nao (?:fala|diz|menciona)\w* isso|pero no (?:lo )?(?:digas|menciones)|aber (?:das )?nicht (?:sagen|erwahnen)|keep (?:that|it|this) (?:private|out|to myself))",
    re.IGNORECASE,
)
_CONFIDES = lazy(
    r"^\W*(?:and |but |so )?(?:secretly|privately|confidentially|between us|off the record|for your eyes only|only you should know)\b",
    re.IGNORECASE,
)
"""Opens what is told to the writer alone."""
_LEAST = lazy(
    r"[,;]?\s*\b(?:and |but )?(?:min(?:imum)? (?:for me )?(?:is |= ?|: ?)[$€£₹]?\d[\d.,]*\d?k?|(?:my|our) (?:\w+ )?(?:min(?:imum)?|floor|walk[- ]?away|bottom line|lowest|limit|reservation)\b(?! (?:notice|days?|weeks?))[^.!?\n;,\d]{0,24}[$€£₹]?\d[\d.,]*\d?k?"
    r"|(?:secretly|privately|between us|between you and me|confidentially|off the record|honestly between us),? (?:i'?d|i would|i'?ll|i could|i can|i need)(?: \w+){0,3} [$€£₹]?\d[\d.,]*k?(?: (?:to|for|because|so) [^.!?,;\n]*?(?=\s+but\b|[.!?,;\n]|$))?"
    r"|if (?:they|she|he|hr|it'?s|the (?:company|recruiter|manager|boss)) (?:says? |is )?(?:a )?no\b[^.!?\n]{0,24}?\bi(?:'?d| would|'?ll| could| can) (?:still )?(?:take|accept|settle for|go (?:with|for|to)|do|be (?:ok|okay|fine|happy) with) [$€£₹]?\d[\d.,]*k?)",
    re.IGNORECASE,
)
"""Tells the writer alone how low the person would go."""
_KEEPS = lazy(
    rf"\b{_NOT}\b|\b(?:secret\w*|private\w*|hide|hidden|between us|confidential\w*|keep|leave|out|nothing|no|nicht|kein\w*|"
    r"sin|sem|sans|pas|nahi|mat|niet|zonder)\b",
    re.IGNORECASE,
)
_EXCEPT = lazy(r"\b(?:but|just|only|say|because|cuz|since)\b.*$", re.IGNORECASE)
_COMMON = frozenset(
    "that this they them their there have what when where which with from about anything anybody anyone everything money name names company make today reason reasons going being "
    "just only also into your mine where last place because would could should other offer offers email mail message text letter please still want ask asked like team time".split()
)

_FIRMS = r"(?:compan(?:y|ies)|firms?|employers?|offers?|process(?:es)?|interviews?|place|team)"
_ONE_MATTER = {
    "=lost a job": lazy(
        r"\b(?:lay-?\s?offs?|laid[- ]off|let go|redundan\w+|sacked|fired|made redundant|lost my job|severance|retrench\w+|unemploy\w+|out of work|between jobs)\b",
        re.IGNORECASE,
    ),
    "=another firm": lazy(
        rf"\b(?:another|(?:the |my |an? )?(?:other|second|competing|rival|different|outside))(?: \w+)? {_FIRMS}\b|\binterviewing elsewhere\b|\bwaiting (?:on|for|to hear from) (?:another|other|someone else)\b",
        re.IGNORECASE,
    ),
    "=a child": lazy(
        r"\b(?:pregnan\w*|expecting|due in|maternity|paternity|having a (?:baby|child)|newborn|baby)\b", re.IGNORECASE
    ),
    "=health": lazy(
        r"\b(?:surger\w+|surgical|operation|health|illness|sick(?:ness)?|medical\w*|doctors?|hospital|mri|ct scan|biops\w+|ivf|scan results?|test results?|treatment|chemo\w*|diagnos\w+|cancer|depress\w+|burn(?:ed|t)?[- ]?out|therapy)\b",
        re.IGNORECASE,
    ),
    "=a divorce": lazy(r"\b(?:divorc\w+|separat(?:ed|ion|ing) from|custody|break-?\s?up|broke up)\b", re.IGNORECASE),
}
"""What is one matter in other words: "dont mention the layoff" keeps "I got laid off" back."""

_NAME_ALONE = lazy(
    r"\b(?:nam(?:e|es|ing)|who|which|where|by|pays?|numbers?|figures?|amounts?|sums?|base|salary)\b", re.IGNORECASE
)
"""Keeps back what a matter is called or pays, and not the matter."""


def _matters(text: str) -> frozenset[str]:
    return frozenset(name for name, matter in _ONE_MATTER.items() if matter.search(text))


def read_secrets(text: str, clauses: Sequence[Clause], *, back: bool = True) -> frozenset[str]:
    """The telling words of what must not be said, lower case.

    Args:
        text: the person's words.
        clauses: the same words in clauses: what "not in the mail" points back at is the clause before it.
        back: whether such clauses count too.
    """
    folded = lexicon.fold(text)
    words: set[str] = set()
    for match in _HELD_BACK.finditer(folded):
        what = next((part for part in match.groups() if part), "")
        kept = _EXCEPT.sub("", what)
        named = _NAME_ALONE.search(match.group())
        words |= {*_telling(kept), *(() if named else _matters(kept))}
    for number, clause in enumerate(clauses if back else ()):
        plain = lexicon.fold(clause.words)
        if _CONFIDES.match(plain):
            words |= set(_telling(plain))
        private = _PRIVATE.search(plain)
        if private is None:
            continue
        before = plain[: private.start()]
        at = number - 1
        while not list(_telling(before)) and at >= 0:
            before = lexicon.fold(clauses[at].words)
            at -= 1
        words |= {*_telling(before), *_matters(before)}
        if at >= 0 and re.match(r"^\W*(?:that|thats|that's|so)\b", before, re.IGNORECASE):
            words |= set(_telling(lexicon.fold(clauses[at].words)))
    return frozenset(words)


def without_least(text: str) -> str:
    """The text without what only the writer may know of how low the person would go.

    >>> without_least("ask for 77k, my floor is 73k")
    'ask for 77k'
    """
    return _LEAST.sub("", text)


def tells_least(words: str) -> bool:
    """Whether words tell how low the person would go."""
    return bool(_LEAST.search(lexicon.fold(words)))


def hidden_words(clauses: Sequence[Clause]) -> frozenset[str]:
    """The telling words of clauses that are told in confidence."""
    return frozenset(
        word
        for clause in clauses
        if clause.function == "secret" and clause.role == "rest"
        for word in _telling(lexicon.fold(clause.words))
    )


def holds_back(folded: str) -> bool:
    """Whether the words say at all that something is to be kept back."""
    return bool(_KEEPS.search(folded))


def telling_words(words: str) -> frozenset[str]:
    """The words that tell what is meant, lower case."""
    return frozenset(_telling(lexicon.fold(words)))


def _telling(words: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_][\w'-]{2,}", words.lower()):
        if (len(word) > 3 and word not in _COMMON) or word in (
            "mom",
            "dad",
            "kid",
            "kids",
            "dog",
            "dogs",
            "ill",
            "gf",
            "bf",
        ):
            yield word.removesuffix("'s")


def touches(words: str, secrets: Collection[str]) -> bool:
    """Whether words say any of the secrets.

    >>> touches("my dogs travel with me", {"dogs"}), touches("I move in May", {"dogs"})
    (True, False)
    >>> touches("I got laid off", {"=lost a job"})
    True
    """
    said = {word.removesuffix("'s") for word in re.findall(r"[^\W\d_][\w'-]+", lexicon.fold(words).lower())}
    return bool((said | _matters(words)) & set(secrets))
