"""Clause patterns: the words at which a message divides, and those by which a clause shows what it does."""

from __future__ import annotations

import re
from typing import Literal

from assistant.domain.abbreviations import NOT_BEHIND_A_TITLE
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon

Role = Literal["order", "ask", "reason", "said", "rival", "loss", "style", "rest"]

CUT = lazy(
    NOT_BEHIND_A_TITLE
    + r"(?:(?<=[.!?])\s+(?=[^\d])|(?<=[a-z]{2}[.!?])\s+|(?<=['\"”)][.!?])\s+)|\s{18,}|(?<=[a-z)])\.\.+\s*|\n+|\s*;\s*|\s+[–—-]+>?\s+(?!\d)|\s*\|\|?\s*|\s*//\s*|\s*←\s*|\s*…\s*"
    r"|,?\s+(?=(?:my |the |main |only |and my )*reasons?\b(?: is| are| being| for|:| =| =))"
    r"|,?\s+(?=(?:because|bc|b/c|cuz|given that|on account of|due to|on the grounds)\b)"
    r"|,?\s+(?=(?:since|as) (?:i|i'm|im|my|we|our|the role|the job|the scope)\b)"
    r"|,\s+(?=(?:i|i'd|i'm|im|ive|i've|my|we|they|she|he|they're|the offer|it'?s|write|draft|please|pls|can you|could you|can they|could they|would they|reply|answer|tell)\b)"
    r"|,?\s+(?=(?:and|but|so|then) (?:i|i'd|i'm|im|my|they|she|he|can you|could you|please|pls|write)\b)"
    r"|\s*\(\s*|\s*\)[\s.,]*"
    r"|,?\s+(?=(?:evidence|arguments?|why|justification|background|proof|facts?|grund|begrundung|raison|motivo|razon) ?[:=])"
    r"|,\s+(?=[\w ]{3,24}? quot(?:ed|es?)\b)"
    r"|,?\s+(?=(?:kyunki|weil|parce que|porque|car (?:je|j')|da ich|pois)\b)"
    r"|,?\s+(?=(?:(?:and |but )?(?:you |u )?(?:can|may) say|(?:and |but )?(?<!n't )(?<!not )(?<!dont )(?<!they )(?<!you )(?<!she )(?<!he )mention(?: that)?) (?!(?:it|this|so)\b))",
    re.IGNORECASE,
)
REASON_MARK = lazy(
    r"^\W*(?:and |but |so )*(?:(?:my |the |main |only |and )*reasons? for [^:.]{1,30}:|(?:my |the |main |only |and )*reasons?(?: (?:is|are|being|for (?:\w+ ){1,4}?(?:is|are)?|to \w+(?: \w+)? (?:is|are)))?\s*[:=]?\s*(?:that |is |are |= ?)?"
    r"|because(?: of)?|bc|b/c|cuz|coz|given(?: that)?|on account of|due to|on the grounds (?:that|of)|(?:since|as)(?= (?:i|i'm|im|my|we|our|the)\b)"
    r"|justif(?:y|ied)(?: it)? (?:with|by)|based on|citing|begrundung|porque|kyunki|grund|raison|motivo|razon|weil|parce que|pois|evidence|arguments?(?=\s*[:=])|why(?=\s*[:=])|background|proof|facts?(?=\s*[:=])|reasons? to (?:give|use|say|mention)|(?:you |u )?(?:can|may) say(?: that)?|mention(?:ing)?(?: that| my)?)(?:\b|(?<=:))[:\s]*",
    re.IGNORECASE,
)
_ACHIEVED = lazy(
    r"^\W*(?:and |also |plus |where |then |who )*(?:i |i(?='ll|'d)|i'?ve |i have |i am |i'?m |im |we )?(?:also |already |just |personally |currently |once )*"
    r"(?:led|lead|built|build|wrote|shipped|ship|ran|run|mentor(?:ed|ing)?|saved|designed|published|managed?|own(?:ed)?|founded|grew|cut|reduced|raised|launched|"
    r"delivered|created|trained|taught|teach|migrated|scaled|authored|hold|bring|brought|speak|maintain(?:ed)?|won|patented|certified|chartered|licensed|"
    r"fixed|solved|know (?:their|your|the|this)|closed|replaced|sold|opened|hired|rebuilt|rewrote|automated|introduced|improved|increased|doubled|tripled|organi[sz]ed|headed|supervised|coached|handled|passed|earned|got (?:an? |the )?\d|got an? |"
    r"did (?:the |my |a )|worked (?:on|as|at|with)|have (?:\d+|a |an |my |the |two|three|five|ten|over|more|already|years|led|built|done|worked|experience)|"
    r"(?:will|'ll|would|'d|will be|would be|'ll be|'d be) (?:also )?(?:be |being )?(?:the |only |sole |first |opening|running|leading|taking over|managing|building|owning|covering|handling|responsible|training|bringing)|"
    r"(?:only|first) one|got (?:my|a|the) (?:phd|msc|cert\w*|patent|license|chartered|promo\w*))\b",
    re.IGNORECASE,
)
_CREDENTIAL = lazy(
    r"\b(?:\d+\+? ?(?:yoe|years?|yrs?)(?:'|’)?(?: of)? ?(?:\w+ ){0,3}(?:experience|exp|in|as|of|at|with|doing|on|relevant|postdoc|hana|java|python|security|teaching|nursing|total)\b|"
    r"\d+\+? ?yoe|\d+ ?(?:years|yrs)(?=\s*(?:,|$|in|as|of|and|\+))|ph\.?d|certif\w+|\bcerts?\b|chartered|licen[sc]ed?|patents?|publications?|papers? (?:at|in)|"
    r"(?:posting|posted|advert\w*|job ad|listing|jd)\b[^.]{0,30}\d|levels\.?fyi|glassdoor|market (?:rate|data|median|range)|median|salary survey|benchmark\w*|"
    r"quot(?:ed|es?)\b[^.]{0,30}\d|range (?:was|is|said|says)|two recruiters|notice (?:period )?[^.]{0,12}\d|\d[^.]{0,12} notice\b|bilingual|fluent|security clearance|clearance|open[- ]source|speaks? \w+)",
    re.IGNORECASE,
)
_VESTING_TIME = lazy(
    r"\b(?:rsus?|stock|shares?|equity|options?|grant|units?|esops?)\b[^.!?\n]{0,40}?\b(?:over|across|in|for|vest\w*)\b[^.,;!?\n]{0,20}?"
    r"\b(?:\d+|two|three|four|five)[- ]?(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_SAID = lazy(
    r"\b(?:recruit\w+|they|he|she|hr|hm|manager|company|cto|ceo|founder|boss|letter|contract|lady|guy|rec|agency|director|vp|chair|dean|professor|owner)\b[^.?!\n]{0,30}?"
    r"\b(?:said|says|say|told|tells|wrote|writes|texted|mailed|emailed|replied|answered|promised?|mentions?|mentioned|claims?|insists?|forgot|wants?|asks?|asked|offer(?:s|ed)?|gave|give|gives|pays?|called|"
    r"agreed|confirmed|is saying|have me at|got me at|are at|came (?:back|in)|budged?|refused|won'?t|can'?t|don'?t|doesn'?t|have|has)\b|^\W*(?:they|unfortunately)\b",
    re.IGNORECASE,
)
_MESSAGE_FROM = lazy(
    r"^\W*(?:an? |the |her |his |their )?(?:e-?mail|mail|message|msg|text|letter|dm|note) (?:from|says|said|reads)\b",
    re.IGNORECASE,
)
_TOLD = lazy(
    r"^\W*(?:and |but |so |well |ok )*(?:my |the |a )?(?:[\w-]+ ){0,5}?(?:said|told me|told us|promised(?: me)?|agreed|assured(?: me)?|mentioned|swore|confirmed|wrote|texted|says|answered|replied)\b(?! (?:them|him|her) )",
    re.IGNORECASE,
)
_LOSS = lazy(
    r"\b(?:los(?:e|es|ing)|forfeit\w*|walk(?:ing)? (?:away )?from|leav(?:e|ing) (?:\S+ ){0,4}(?:behind|on the table)|give up|giving up|unvested|miss out on|won'?t get my|pay back|repay|owe)\b",
    re.IGNORECASE,
)
_RIVAL = lazy(
    r"\b(?:(?:other|another|second|2nd|competing|rival|better|counter|real|written|verbal) (?:\w+ ){0,2}offers?|offers? (?:from|at|by) (?!them|her|him|you)|"
    r"(?:gave|offered|offers|giving|offering|pays|would pay) me|(?:got|have|holding) (?:an |one |1 )?(?:\w+ )?offer (?:from|at|for|of)|also (?:have|got)|"
    r"the other (?:one|is|place|company|pays|gives)|elsewhere)\b",
    re.IGNORECASE,
)
_STYLE = lazy(
    r"\b(?:short(?:er)?|brief|firm|warm|polite|friendly|formal|informal|casual|tone|lines?|sentences?|seconds?|words|not too|no (?:anger|threat|drama|burning)|keep (?:it|the door|my voice)|"
    r"without (?:sounding|lying|being|acting|looking)|don'?t (?:sound|mention|say|name|want to (?:sound|say|lie|seem|look))|dont (?:sound|mention|say|name|want to (?:sound|say|lie|seem|look))|sound(?:s|ing)? (?:like|too|desperate|needy)|"
    r"make it|simple|nothing fancy|hates? long|isn'?t needy|corporate|respectful|professional|english|auf deutsch|sie-form|version|word for word|literal words)\b",
    re.IGNORECASE,
)
_MINE_NOW = lazy(
    r"^\W*my (?:present|current|existing|old) (?:contract|job|employer)\b.*\bnotice\b|^\W*my notice\b", re.IGNORECASE
)
_FEELING = lazy(
    r"\b(?:i (?:freeze|feel|hate|love|adore|am scared|'?m scared|am nervous|'?m nervous|panic|like (?:him|her|them)|cried|can'?t sleep|want to cry|am bad at)|im (?:scared|nervous|bad at)|awkward|awful|greedy|"
    r"(?:is|it'?s) (?:ok|too much|rude)\b|wasted|what if|should i|do i|is it|help me|how do|how should)\b",
    re.IGNORECASE,
)
_THEY_WANT = lazy(
    r"^\W*(?:and |but |so |well |now |ok )*(?:my |the |this |their )?(?:they|she|he|hr|hm|recruiter|manager|boss|founder|company|director|team|agency)(?: \w+)?(?:'re|'s| are| is| would|'d)? (?:\w+ )?(?:want\w*|need\w*|ask\w*|lik(?:e|ing|es)|request\w*|insist\w*|offer\w*|giv\w+)\b",
    re.IGNORECASE,
)
"""What they want is nothing the person asks for."""
ORDER = lazy(
    rf"\b{lexicon.WRITE_VERB}\b|\b{lexicon.MESSAGE_NOUN}\b.{{0,30}}\b(?:to|for|asking|that|pls|plz|please|requesting|saying)\b|"
    rf"\b(?:need|want|give me|make(?: me)?|get me|send me|do)\b.{{0,25}}\b(?:{lexicon.MESSAGE_NOUN}|words?)\b|^\W*(?:reply|answer|say|tell|ask|mail|email|text|message|respond)\b|"
    r"\b(?:pls|plz|please)\b|\bwhat (?:do|should|can|would) i (?:say|send|write|reply|answer|text)|\bmsg bana\w*|\bbitte auf|\bhow (?:do|can|should) i (?:say|write|word|put|ask|tell|phrase|reply|respond|answer)",
    re.IGNORECASE,
)
ASK = lazy(
    r"(?:\bi(?:'d| would|d)? (?:really |also |just )?)?\b(?:want|need|like|get|asking|ask|telling|tell|expect|urge|remind) (?!me\b|us\b|you\b|u\b|to\b|an?\b|for\b|more\b|my\b|i\b|it\b|something\b|time\b|words?\b|help\b)(?:the [\w-]+|[\w.&'-]+)(?: (?:hr|recruiting|team|people))?(?:,? \([^()]{2,40}\))?\s+to (?!(?:say|know|think|hear|like|be mad|hate)\b)"
    r"|\b(?:won'?t|will not|wouldn'?t|not|never|can'?t|cannot) (?:\w+ ){0,3}?(?:under|below|for less than|less than|lower than)\s+(?=[$€£¥₹]?\s?[\d.])|\b(?:nothing|not a (?:cent|dollar|penny)) (?:under|below|less than)\s+(?=[$€£¥₹]?\s?[\d.])|\bat least\s+(?=[$€£¥₹]?\s?\d)"
    r"|(?:\b(?:asking|ask|asks) )?\b(?:if|whether) (?:they|you|she|he|we) (?:can|could|would) (?:get|go|come|move|reach|stretch|match|do|make)(?: it| up| me)*(?: to)? (?=[$€£¥₹]?\s?\d)|"
    r"\bwhat (?:i|we)(?:'d| would|d)? (?:\w+ )?(?:like|want|need|ask for|hope for)(?: \w+){0,4}? is:?\s*|\bmy (?:minimum|floor|number|target|goal|expectation|ask)(?: for [^.,;]{1,40}?)? (?:is|=|would be)\s*"
    r"|\bi(?:'d| would|d) (?:rather|prefer)(?: have| take| get)?\s+|\b(?:hoping|aiming) for\s*|\b(?:e-?mail|mail|text|write(?: to)?|message|msg|ping|dm) [\w'-]+ for (?=an?\b|[$€£¥₹]?\d)"
    r"|\bmujhe\s+|\bich (?:mochte|hatte gern|wunsche mir|will|brauche)\s*|\bje (?:voudrais|souhaite|veux)\s*|\b(?:eu )?(?:queria|quero|gostaria de)\s*|\b(?:quisiera|me gustaria|querria)\s*"
    r"|\b(?:can|could|may) i (?=(?:keep|have|get|start|work|use|bring|take|move|come|leave|do)\b)"
    r"|\b(?:i|we)?\s*(?:wish|hope|intend|plan|aim) to (?:request|ask (?:them |you )?for|obtain|get|negotiate|secure)\s+|\bwould appreciate\s+|\bwould like\s+(?=[$€£¥₹]?\s?\d)|\bi (?:had )?wanted\s+(?=[$€£¥₹]?\s?\d)|\b(?:propose|proposing)\s+(?=(?:a|an|the|\d|[$€£])\b)"
    r"|\b(?:asking|ask|asked|request(?:ing)?|apply) (?:(?:them|him|her|hr|you|the \w+|recruiter|formally|politely) )?(?:for|to|if|about|whether)\b\s*"
    r"|\b(?:(?:i|we)(?:'d| would|d)? (?:really |just |actually |also |still )?(?:ask|want|need|expect|hope for|go for)|(?:i|we)(?:'d| would|d) (?:really |just |also )?(?:like|love|prefer))\b:?(?: to (?:ask|see|have|get|be|request|propose)(?: them| him| her)?(?: for| placed| to(?= \w)| if)?| it(?= to)| to)?\s*"
    r"|\bi(?:'d| would|d) (?:rather |just )?(?:say|take)\b(?! (?:it|that|the (?:job|offer))\b)(?![^.!?\n]{0,30}\bif\b)\s*"
    r"|\b(?:i am|i'm|im) (?:asking|aiming|hoping|looking|going|targeting|shooting)(?: for| to(?: get| have)?)?\s*|\b(?:request|ask|asks|wish|target|goal|my number|counter)\s*(?::|=| is| are)\s*|\bcounter(?:[- ]?offer)?\s*[,;-]?\s+(?:with |at |of |for )?(?=[$€£¥₹]?\d)|"
    r"\b(?:counter|come back)(?:ing)? (?:at|with|for|to)\s*|\bpush(?:ing)? (?:for\s+|(?:to|at)\s+(?=[$€£¥₹]?\d))|\brequesting\s*|\b(?:asking|ask|asked)\s+(?=[$€£¥₹]?\d)|\b(?:want|need|get|to get)\b (?=(?:step|level|a|an|the|more|to|until|til|till|extra)\b|[$€£¥₹]?[\d.])|"
    r"\b(?:can they|could they|would they|if they (?:can|could|would)|can you ask(?: them)? (?:to|if|for)|that (?:they|asks?|requests?)(?: (?:for|to|if))?|asks? if)\b\s*|\bich hatte gern\b\s*|\bquiero\b\s*|\bpedir(?:les)?\b\s*",
    re.IGNORECASE,
)


def read_role(words: str) -> Role:
    """What a clause does; the plainest sign decides."""
    if REASON_MARK.match(words):
        return "reason"
    if _MESSAGE_FROM.match(words) or _TOLD.match(words):
        return "said"
    if ORDER.search(words):
        return "order"
    if _RIVAL.search(words):
        return "rival"
    if ASK.search(words) and not _FEELING.search(words) and not _THEY_WANT.match(words):
        return "ask"
    if _LOSS.search(words):
        return "loss"
    if _FEELING.search(words):
        return "rest"
    if _SAID.search(words) and not _MINE_NOW.match(words):
        return "said"
    if _MINE_NOW.match(words) or _ACHIEVED.search(words) or _CREDENTIAL.search(_VESTING_TIME.sub(" ", words)):
        return "reason"
    return "style" if _STYLE.search(words) else "rest"
