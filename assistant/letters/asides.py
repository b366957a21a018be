"""Asides: what stands in a letter and is no term of it.

What the person asks for, earns today or read somewhere, figures that were replaced, and orders to a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.domain.lazy_pattern import lazy
from assistant.letters.sentences import Sentence
from assistant.letters.terms import Span

_ASK = lazy(
    r"\b(?:(?:could|can|would|will) (?:you|they|we) (?!(?:please |also )?(?:write|draft|help|review|check"
    r"|read|tell|look|analy|compare|explain|summar|suggest|advise)|be\b|receive|like you)"
    r"|any (?:chance|way|room|flexibility)"
    r"|(?:i|i'm|i am|was|were) (?:was )?(?:hoping|looking|aiming|targeting|expecting|asking)\b"
    r"|(?:i'm|i am|i was) (?:planning|going|about|tempted) to (?:ask|request|counter|propose|say)\b|i (?:asked"
    r"|countered|want|wanted|need|proposed|requested)\b(?! you to (?:feel|be|know|have|own|join|see|come))"
    r"(?! to (?:tell|let|share|say|give|call|reach|send|catch|talk|hear|get (?:this|these|that|it|back)|make sure|confirm|follow|check|pass)\b)"
    r"|i(?:'d| would) (?:like|love|want|prefer|need) (?!to (?:offer|extend|confirm|share|invite|make|have you"
    r"|bring|welcome|send|propose|present|put))"
    r"|should i (?:ask|counter|push|negotiate)"
    r"|my (?:ask|counter(?:offer|-offer)?|target|goal) (?:is|was|of|would)|is (?:there )?(?:it )?(?:any"
    r"|possible)\b|what if|how about|if (?:you|they) could"
    r"|is there a\b|would it be possible|thinking (?:of|about) (?:asking|countering)|push (?:for|to|back)"
    r"|negotiate (?:to|for|up))",
    re.IGNORECASE,
)
_TERMS_FOLLOW = lazy(
    r"\b(?:my|the|this|their|an?) offer(?: is| was| of|:|,)|\bthey(?:'re| are)? offer"
    r"|\b(?:she|he|they|hr|recruiter)(?: then| just| finally)? (?:replied|said|answered|came back|responded|agreed|went to|moved to"
    r"|bumped)\b"
    r"|\b(?:got|gave(?: me)?|received|settled (?:on|at)|landed (?:on|at)|ended up (?:at|with))(?= \W?\d)",
    re.IGNORECASE,
)
_TERM = lazy(
    r"\d[^,;]{0,20}\b(?:base|salary|bonus|rsus?|equity|sign-?on|signing)\b|\b(?:base|salary|bonus|rsus?"
    r"|equity|sign-?on)\b[^,;]{0,20}\d",
    re.IGNORECASE,
)
_CURRENT = lazy(
    r"\b(?:i(?:'m| am)? (?:(?:currently|now|presently|already) )?(?:make|earn|making|earning|get paid"
    r"|being paid)\b"
    r"|i(?:'?m| am) (?:currently |now )?(?:at|on) (?=\W{0,2}\d)|i have (?=\W{0,2}\d[\d.,]*k? (?:now|today|at the moment)\b)|my now\b"
    r"|i get (?=\W{0,2}\d[^.;,\n]{0,20}\b(?:where i am|at my|now|today)\b)"
    r"|currently,? (?:i |i'm |i am )?(?:make|earn|making|earning|on|at|paid|get|getting)\b"
    r"|(?:my )?(?:current|present|existing|previous|prior) (?:total |annual )?(?:base|salary|pay|comp"
    r"|compensation|ctc|package|tc|job|role|employer)\b"
    r"|\b(?:i|i'd|i'll|i would|and) (?:will |would |also )*(?:lose|forfeit|give up|leave"
    r"|walk away from) (?=[^.;]{0,12}\d)"
    r"|my (?:own|unvested|old|existing|remaining|vested) (?:\w+ )?(?:rsus?|stocks?|equity|options?|shares"
    r"|grants?|bonus)\b"
    r"|(?:compared|relative) to (?:my|what i)|(?:now|today) i (?:make|earn))",
    re.IGNORECASE,
)
_CURRENT_ENDS = lazy(
    r"[.;!?\n](?=\s|$)|,? \b(?:but|while|whereas|and they|they|and the offer|the offer|versus|vs|new|so|we (?:shall|will|would|can|are|offer|pay))\b"
    r"|[()]|,(?= (?-i:[A-Z])[\w&'-]+(?: (?-i:[A-Z])[\w&'-]+)? (?:will|shall|would|can|offers?|offered|pays?|gives?|gave|grants?)\b)",
    re.IGNORECASE,
)
_HEARSAY = lazy(
    r"\b(?:levels\.fyi|glassdoor|payscale|on blind|market (?:rate|median|data|range)|median"
    r"|i(?:'ve| have)? (?:read|saw|seen|heard) (?!back|from|the offer|today|yesterday|that they)"
    r"|(?<!day )(?:on )?average"
    r"(?! (?:share|stock|trading|closing)? ?price)"
    r"|people (?:make|earn|get)"
    r"|my (?:friend|colleague|coworker)|salary (?:range|band) for|pay range for|the band (?:is|for)"
    r"|(?:avg|average|top|most|other) (?:guys?|reps?|people|folks|agents?)\b|(?:guys?|reps?|people"
    r"|folks) here (?:made|make|earn)"
    r"|(?:some|other|most) (?:ppl|people|folks|guys) (?:got|get|make|made)\b|\blevels says\b"
    r"|i told (?:her|him|them) (?:about|abt)\b"
    r"|for comparison|comparing (?:it |this |that )?(?:with|to|against)"
    r"|for example|for instance|e\.g\.|hypothetical\w*|our (?:engineers|employees|people|staff))",
    re.IGNORECASE,
)
_PAST = lazy(
    r"\b(?:historically|has paid|have paid|paid out|pays out|last year|in recent years|past payouts?"
    r"|typical(?:ly)?)\b",
    re.IGNORECASE,
)
_REPLACED = lazy(
    r"(?:\bi(?:'ve)? (?:have |just |already |had )?(?:declined|turned down|rejected|passed on)\b[^.;\n]{0,80}|\((?:was|from|previously|originally|formerly|up from|down from|instead of|not)\b[^)]{0,40}\)"
    r"|\b(?:was (?:previously |originally )|previously|originally|formerly|up from|down from|instead of"
    r"|rather than|not the|replac(?:es|ing)|earlier)"
    r"(?: (?:the|an?|was|it|of|at|initial|original|offer(?:ed)?|base|salary"
    r"|stated)){0,4} [^\s,;.()]{0,3}\d[^\s;()]{0,14}(?: (?:k|lakhs?|lpa|thousand|usd|eur|gbp))?"
    r"|\b(?:rising|increasing|stepping up|going up) to [^\s\w]{0,3}\d[\d.,]*k?(?= (?:after|once|upon|following|on (?:completion|passing|confirmation|promotion)|when you|in (?:year|month|your|the second"
    r"|20\d\d)|at (?:month|the end|the start|\d)|from (?:year|month|20\d\d))\b)"
    r"|(?<=[\dk] )(?:rising|increasing|stepping up|going up) to [^\s\w]{0,3}\d[\d.,]*k?"
    r"(?= (?:in|after|from|at|on|once|upon)\b)"
    r"|[^\s\w]{0,2}\d[\d.,]*(?: ?(?:k|m|lakhs?|lpa|%))? ?(?:-{1,2}>|=+>|\u2192) ?(?=(?:[A-Z]{3} ?)?[^\s\w]{0,3}\d)"
    r"|(?:(?<=\d)|(?<=\dk)|(?<=\d%)) from [^\s;()]{0,4}\d[^\s;()]{0,14}(?=[,.;!) ]|$)"
    r"|\(\d{1,2}[./-]\d{1,2}\.?: [^)\n]{3,30}\)"
    r"|\b(?:von|(?:pass|mont|sub|pas|aument|augment|esticar|sal|saliamo|sali)\w*:? (?:de|da|di)|(?:höj|øk|steg)\w* från) (?:[A-Z]{3} ?|[$€£₹] ?)?\d[^\s;()]{0,20}(?: [€$£]| euros?| kr)?"
    r" (?=(?:auf|à|a|para|till|til) (?:[A-Z]{3} ?|[$€£₹] ?)?\d)"
    r"|(?<!where )(?<!range )(?<!ranges )(?<!ranging )(?<!running )(?<!starting )\bfrom [^\s;()]{0,4}\d[^\s;()]{0,14}(?: (?:usd|eur|gbp|chf|cad|k|lakhs?"
    r"|lpa))? ?(?=(?:up )?to\b(?! decide)))",
    re.IGNORECASE,
)
_ORDER = lazy(
    r"\b(?:(?:ignore|disregard) (?:the|all|any|everything|previous|prior|above|these|your)\b"
    r"(?![^.;\n]{0,40}(?:[$€£₹\d]|\b(?:attach\w+|\w*sheet|letter|e-?mail|version|draft|text|pdf|figures?|numbers?)\b))|system ?(?:prompt|message)?:"
    r"|assistant:|you are (?:now )?(?:an? )?(?:ai|assistant|language model|chatgpt)|as an ai"
    r"|new instructions?|record the .{0,40} as|<\|?(?:system|im_start)"
    r"|(?:output|return|report|set|treat) the (?:base|salary|sign|bonus|offer)\b.{0,40}\b(?:as|to)\b"
    r"|\b(?:change|set|update|mark|report|record) the (?:base|salary|sign\S*|bonus|offer|pay|equity) (?:to|as)\b"
    r"|\bai (?:reading|agents?|assistants?|tools?|models?|systems?|screen\w*)\b|disregard the offer|developer mode"
    r"|to the (?:ai|model|assistant|parser))",
    re.IGNORECASE,
)
_LEGEND = lazy(r"\((?:base|salary)(?:/[a-z][a-z0-9 -]{2,12}){2,5}\)", re.IGNORECASE)
"""What the parts of a slashed list mean: names without figures of their own."""
_OLD_LINE = lazy(
    r"(?im)^[ \t*-]*(?:previous(?:ly)?|old|before|was|prior|superseded|original(?:ly)?)(?: (?:offer|terms|package))?[ ]?[:|][^\n]+"
    r"(?=(?:\n[^\n]*){0,3}\n[ \t*-]*(?:new|now|updated|revised|current|after)(?: (?:offer|terms|package))?[ ]?[:|])"
)
"""The line of the terms that the line below replaces."""
_COMMENT = lazy(r"<!--(?:(?!-->).){0,4000}-->", re.DOTALL)
_CLAUSE_END = lazy(r"[,;.!?)](?=\s|$)|$", re.MULTILINE)
_SENTENCE_END = lazy(r"[;!?](?=\s|$)|\b(?:but|while|whereas|they offer(?:ed)?|my offer|the offer)\b|\Z", re.IGNORECASE)


def find_asides(text: str, sentences: Iterable[Sentence]) -> list[Span]:
    """Places whose amounts are no terms of the offer."""
    places: list[Span] = [match.span() for match in _COMMENT.finditer(text)]
    places += [match.span() for match in _OLD_LINE.finditer(text)]
    places += [match.span() for match in _LEGEND.finditer(text)]
    ordered = 0  # up to here a line goes on that gave an order: what follows on it belongs to the order
    for start, end, _ in sentences:
        words = text[start:end]
        if start < ordered or _ORDER.search(words):
            line_end = text.find("\n", end - 1)
            ordered = max(ordered, line_end if line_end >= 0 else len(text))
            places.append((start, end))
            continue
        if ask := _ASK.search(words):
            places.append(_ask_span(words, start, ask))
        places += [(start + m.start(), start + m.end()) for m in _REPLACED.finditer(words)]
        places += _reaching(words, start, _CURRENT, _CURRENT_ENDS)
        places += _reaching(words, start, _HEARSAY, _SENTENCE_END)
        places += _reaching(words, start, _PAST, _CLAUSE_END)
    return places


def _ask_span(words: str, offset: int, ask: re.Match[str]) -> Span:
    """What is asked for: up to where the offer itself is told, and not the terms told before."""
    told_after = _TERMS_FOLLOW.search(words, ask.end())
    told_before = _TERM.search(words, 0, ask.start())
    first = ask.start() if told_before else 0
    return offset + first, offset + (told_after.start() if told_after else len(words))


def find_orders(text: str, sentences: Iterable[Sentence]) -> list[Span]:
    """Sentences that give orders to a program: they are text like any other."""
    return [(start, end) for start, end, _ in sentences if _ORDER.search(text, start, end)]


def _reaching(words: str, offset: int, begin: re.Pattern[str], end: re.Pattern[str]) -> list[Span]:
    places: list[Span] = []
    at = 0
    while found := begin.search(words, at):
        stop = end.search(words, found.end())
        at = max(stop.start() if stop else len(words), found.end())
        places.append((offset + found.start(), offset + at))
    return places
