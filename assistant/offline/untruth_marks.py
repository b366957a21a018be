"""Marks by which a message shows whose untruth it speaks of, and whether the person wants it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.offline.briefs.corrections import TOLD_WRONG
from assistant.offline.lexicon import any_of, fold

_ORDER = (
    r"(?:say|tell|write|put|add|mention|claim|state|include|phrase|word|reply|answer|make|give|compose|draft|send|let them|"
    r"need|mail|message|text|sign|describe|escrib\w+|di(?:les|le)?|pon|schreib\w*|sag\w*)"
)
_THEN = r"(?:[,.;:!(]|\s-|\bbut\b|\bthough\b|\blol\b|\baunque\b|\baber\b)\s*"
_NOT = r"(?:didn'?t|did not|don'?t|do not|doesn'?t|haven'?t|hasn'?t|isn'?t|aren'?t|wasn'?t|weren'?t|'m not|am not|'s not|'re not)"
_ENDS = r"(?= *(?:[,.;!)\n]|$|\b(?:an?|any|even|yet|really|actually|have|has|got|exist|happen\w*|offer\w*|said|say a|true|but|obviously|lol)\b))"
DENIED = any_of(
    rf"\b{_ORDER}\b[^\n]{{3,200}}?{_THEN}(?:\w+ ){{0,2}}?(?:i|he|she|they|it|we|nobody|no ?one|none|my boss|that|there)(?: (?:really|actually|obviously))? ?(?:never\b|{_NOT}{_ENDS})",
    rf"\b{_ORDER}\b[^\n]{{3,200}}?{_THEN}(?:i |he |she |they )?(?:never (?:even )?(?:applied|interviewed|met|spoke|finished|worked|went|got|had|happened|said|did|been|graduated|held|offered)|"
    r"(?:don'?t|doesn'?t) (?:even )?have\b|nothing happened|none of (?:it|that|this)|no such\b|dropped out|(?:i'?m|i am) \d+ \w+ short|not true\b|"
    r"(?:my )?(?:\w+'s|\w+ is|\w+ are|shes|hes|theyre) (?:all |totally |perfectly )?(?:fine|ok|okay|healthy|well|perfect)\b(?! (?:with|now|for|if|to)\b)|i'?m fine actually\b)",
    rf"\b{_ORDER}\b[^\n]{{3,200}}?{_THEN}(?:i|all of it) (?:only|just|was one of|left|lapsed|ran out|vested)\b|(?<!and )(?<!but )\b(?:actually|in truth|in reality|truth is),? (?:i'?m|i am|he'?s|she'?s|it'?s|they)\b",
    rf"\b{_ORDER}\b[^\n]{{0,60}}\boffers?\b[^\n]{{0,60}}{_THEN}there (?:are|is|'s) none\b",
    r"\b(?:hat (?:er|sie)|hab(?:e)? ich) (?:\w+ )?(?:nicht|kein\w*)\b|\bstimmt (?:aber |natuerlich |naturlich )?nicht\b|\bno es (?:verdad|cierto)\b|\bno hay (?:otr[ao]|ningun[ao]?)\b|\bla verdad (?:es|son)\b|\b(?:hai|diya|mila|tha) (?:to |kuch |bhi |hi )?nahi\b|\bich will (?:einfach|nur|bloss|eigentlich)\b",
)
"""Orders something said and denies it in the next breath."""
_NO_POST = r"(?! (?:\w+ ){0,2}(?:e-?)?(?:mails?|post|inbox|messages?|phone|slack|teams|calendars?)\b)"
UNSEEN = any_of(
    r"\bbehind (?:their|his|her) backs?\b|\b(?:they|she|he|hr|nobody|no ?one|anyone|none of them|the agency|the client|my boss)(?: have| has)?(?: (?:need ?n'?t|(?:do|does)n'?t (?:need|have) to|mustn'?t|may|won'?t|can'?t|cannot|never|no way to|(?:do|does)n'?t))"
    r" (?:ever |even |really )?(?:know|see|find out|check|notice|verify|ring|call|ask for|look|catch|trace|prove)\b",
    rf"\b(?:nobody|no ?one) (?:checks|verifies|calls|rings|asks|looks|notices)\b{_NO_POST}|\bwho (?:rings|calls|checks|asks|verifies)\b|\b(?:before|by the time) (?:they|she|he) notices?\b",
    r"\b(?:so|that|make|let)(?: that)? (?:they|them|she|he|her|him|the hr|hr|the recruiter) (?:thinks?|believes?|assumes?)\b(?! (?:about|it over|of)\b)|\bwithout (?:actually |really )?(?:saying|lying)\b",
    r"\beveryone (?:rounds up|does it|exaggerates)\b|\bclose enough\b|\b(?:sounds?|looks?|seems?) (?:legit|real|official|genuine|believable)\b|\b(?:pakda|pakde) na\b",
)
"""Counts on nobody looking, or on what they will believe."""
_SUM = r"(?<!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) )(?<!(?:uary|arch|pril|june|july|gust|mber|ober) )(?<!\d)\d[\d.,]*+(?! more\b)"
REAL_FIGURE = any_of(
    r"\b(?:told|said|bol\w*|wrote|put|claim(?:ed)?|gave|quoted|say|write|show(?:s|ing)?|let'?s say)\b[^?!\n]{0,40}\d[^?!\n]{0,60}(?<!\ba )(?<!\bthe )\b(?:real(?:ly)?|asli|actual(?:ly)?|truth|in truth|verdad)\b[^.?!\n]{0,20}\d",
    rf"(?<!\ba )(?<!\bthe )\b(?:real(?:ly)?|asli|actual(?:ly)?|in truth)\b[^.?!\n\d]{{0,20}}{_SUM}[^?!\n]{{0,60}}(?:{_SUM}[^.?!\n]{{0,20}}\b(?:sounds?|looks?)\b|\b(?:say|write|bol|claim|put|tell|slip)\b[^.?!\n]{{0,40}}{_SUM})",
)
"""A figure told or to be told beside another one that is the real one."""
FORGES = any_of(
    r"\b(?:photoshop\w*|fonts?|template|letterhead|mock ?up|edit(?:ing)? (?:the|my|a)|alter\w*|doctor(?:ed|ing)|back-?dat\w+|forge\w*|fabricat\w*|as if|badal\w*|adjust)\b"
)
"""Speaks of making or changing a document."""
IMPERSONATES = any_of(
    r"\b(?:be|act as|act like|play|pose as|pretend to be|answer as|reply as|write as|as if you were|in the (?:voice|name) of)\b[^.?!\n]{0,12}\b(?:my|the|their|our) (?:\w+ ){0,2}(?:boss|manager|supervisor|lead|hr|referee|doctor|landlord|employer)\b",
    r"\b(?:cousin|brother|sister|friend|flatmate|uncle|dad|mother|mate)'?s (?:ssn|social security|papers|passport|id|card|permit|licen[cs]e|degree|certificate)\b",
)
"""Is to speak as somebody else, or to use somebody else's papers."""
_MONEY = r"(?:sign(?:ing)?[- ]?on|bonus|money|cash|relocation)"
_NEVER = r"(?= (?:there|here|anyway|at all|for (?:them|you|her|him|long)|with (?:them|you)|long|more than|a (?:single )?day|if|when|once|because|and)\b|\s*(?:[.,;!?)\n]|$))"
"""Behind a verb: it is the whole job that is not meant, and no day or hour of it."""
_A_BETTER = r"(?!(?:the |my |their )?(?:visa|permit|background|check|contract|clearance|relocation|h1b|it|they|she|he|you|i|we)\b)(?:the |my )?(?:other |better )?(?:\w+)"
MEANS_NO_YES = any_of(
    rf"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{{0,120}}\b(?:then|and|but|actually) (?:then )?(?:i'?m|i am|i'?ll|i will)(?: just| def\w*| be)? (?:off\b|gone|out of there|leav\w++|quit\w*|going (?:to|with) (?:the other|another|some(?:one|body) else|[a-z]\b)|not (?:(?:show|turn)\w* up|(?:start|com|join)\w*{_NEVER}))",
    rf"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{{0,120}}\b(?:won'?t|will not|not going to|not gonna|never) (?:(?:actually|even|ever|really) )*(?:(?:show|turn) up\b|(?:start|join|stay|work)\b{_NEVER})",
    r"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{0,120}\b(?:ghost(?:ing)? (?:them|her|him|you|it|everyone|[a-z]+ (?:if|when|once|later|after))\b|(?:(?:just|simply|then|and|ill|i'll|will|to) )(?:not|never|don'?t) (?:show|turn)(?:ing)? up\b|(?:be|do) a no[- ]show\b)",
    rf"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{{0,120}}\b(?:i'?ll|i will|gonna|going to|plan to|then|and) (?:just |then |simply |quietly )*(?:back out|drop out|bail|pull out|jump ship|leave|quit|ditch|dump|drop|walk away|cancel|renege)(?: on)?(?: (?:them|her|him|it|this))? (?:if|when|once|as soon as) {_A_BETTER} \w+",
    r"\b(?:accept\w*|sign(?:ing)?)\b[^\n]{0,80}\b(?:just|only) (?:want|after|here for|take|for) the (?:\w+ ){0,2}(?:sign[- ]?on|bonus|money|cash|visa|relocation)\b(?! (?:\w+ )?(?:to|be|paid|in|put|moved|raised|confirmed|back)\b)",
    rf"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{{0,100}}\b(?:i'?ll|i will|i'?m|gonna|going to|plan(?:ning)? to|then|and) (?:just |then |simply |quietly )*(?:leav\w+|quit\w*|resign\w*|gone|walk\w*|off|out|go(?:ing)?) (?:right |straight |soon |shortly |directly )*(?:after|once|when|as soon as) (?:i (?:get|got|have|cash) )?(?:the |my |their )?(?:\w+ )?{_MONEY}",
    rf"\b(?:accept\w*|sign(?:ing)?|say(?:ing)? yes|a yes)\b[^\n]{{0,100}}\b(?:take|grab|pocket|cash|keep|collect|get) (?:in )?(?:the|that|their) (?:\w+ ){{0,2}}{_MONEY}\b[^.?!\n]{{0,12}}\b(?:and|then|before)\b[^.?!\n]{{0,15}}\b(?:leav\w*|quit\w*|run|bounce|bail|resign|disappear|walk|go)\b",
)
"""Accepts what is not to be kept."""
OTHER_REASON = any_of(
    r"\b(?:reason|excuse|wording|pretext|ground|grounds|why)\b[^.?!\n]{0,30}\b(?:isn'?t|not|other than|instead of|without|besides|doesn'?t|that hides)\b[^.?!\n]{0,25}"
    r"\b(?:ages?|old|pregnan\w*|gender|sex|race|religio\w*|kids|child\w*|accent|disab\w*|wheelchair|origin|nationality|headscarf|hijab|marri\w*)\b"
)
"""Wants another reason given than who somebody is."""
_ASKS_FOR = any_of(
    r"\b(?:ask\w*(?: (?:her|him|them))? for|i(?:'d)? (?:want|need|like|would like)(?! (?:to (?:put|set|correct|clear|fix|clarify)|it|that|this|them))|counter\w*|could (?:we|you)|instead(?! of))\b"
)
PUTS_RIGHT = any_of(
    r"\b(?:write|send|draft|make|word|need|mail|give)\b[^.?!\n]{0,25}\b(?:an?|the|my|this|that) (?:short |quick |brief |honest |polite )*correction\b",
    r"\b(?:mail|e-?mail|note|message|line|text|words)\b[^.?!\n]{0,12}\b(?:to|that|which) (?:correct|fix|rectif)\w*\b|\btak(?:e|ing) (?:it|that|this) back\b",
    r"\b(?:puts?|sets?|gets?|getting|putting|setting) (?:it|that|this|them|things|the record|my mistake) (?:right|straight)\b|\bclear(?:ed|ing)? (?:(?:it|that|this|things|the misunderstanding) )?up\b|\b(?:straighten|sort) (?:it|that|this|things) out\b",
    r"\b(?:so|that|and|to|should|must|how (?:do|can|should)|want to|do)\b(?: that)?(?: (?:they|she|he|hr|i))?(?: can| should| may| to)? (?:correct|rectify|clarify|fix) (?:it|that|this|them|the record|my mistake|the mistake)\b",
    r"\bhave (?:it|that|this|them) (?:changed|corrected|fixed|removed|taken out)\b|\b(?:so|that) nobody (?:gets?|thinks?|expects?|assumes?)\b",
    r"(?:^|[.,;!?\n] *)(?:and |so |now )?(?:please |pls |can you |could you |help me )?(?:to )?(?:correct|fix|rectify) (?:it|that|this)\b",
    r"\bcome clean\b|\bown up\b|\btell (?:them|her|him|hr) (?:so|the truth)\b|\bhonest (?:typo|mistake|error)\b|\bso (?:that )?(?:it'?s|it is) (?:clear|clean|honest|right)\b",
    r"\b(?:said|say|tell|put|state)\b[^.?!\n]{0,25}\b(?:up ?front|openly)\b|\bbe (?:straight|open|honest|upfront|transparent) (?:with|about)\b",
    r"\bso (?:that )?(?:they|she|he|nobody|hr|the \w+) (?:don'?t|doesn'?t|won'?t|do not|does not) (?:think|assume|believe|misread|misunderstand|take|get (?:a|the) wrong)\b",
    r"\b(?:tell|say|mention|write|disclose)\b[^.?!\n]{0,40}\bbefore (?:they|she|he|the check|the \w+ check)(?: \w+)? (?:finds?|hears?|sees?|notices?|comes?)\b",
)
"""Wants something known or set right that could be misread."""
SILENT = any_of(
    r"\b(?:rather|prefer(?: to)?|like to)(?: just)? (?:talk|speak|focus|discuss|concentrate)\b",
    r"\b(?:rather|prefer|like|choose|ways?)(?: to)? not(?: to)? (?:say|give|tell|share|name|disclose|reveal|mention|answer|state|discuss)\b",
    r"\b(?:not going to|don'?t want to|not willing to|won'?t|will not|do not want to|not comfortable|refuse to|can'?t|cannot|may not|not allowed to) (?:say|give|tell|shar|nam|disclos|reveal|answer|discuss)(?:e|ing)?\b",
    r"\b(?:keep|leave)\b[^.?!\n]{0,40}\b(?:private|confidential|out|secret|to myself|between us)\b|\b(?:stays?|is|it'?s) (?:private|confidential|between us)\b|\b(?:not|never) a word about\b",
    r"\b(?:doesn'?t|does not|don'?t|do not|never|without) (?:nam(?:e|ing)|mention(?:ing)?) (?:them|any|one|names?|who|which|the (?:other )?compan\w+)\b|\b(?:doesn'?t|does not) (?:say|tell) (?:who|where|which|why)\b|\bnaam (?:mat|nahi|na)\b",
    r"\bwithout (?:nam|giv|disclos|reveal)ing\b|\bwithout (?:the|a|any|their|its) names?\b|\b(?:but |do )?(?:not|don'?t) (?:say|tell|name|mention|write)? ?(?:who|where|which|why)\b|\bunnamed\b",
)
SILENT_ABOUT = any_of(
    r"\b(?:salar\w+|pay|earn\w*|mak(?:e|ing)|ctc|names?|who|where|which|why|reasons?|naam|compan(?:y|ies)|employers?|private|confidential|present|current|clients?|customers?|nda)\b"
)
"""What one may keep to oneself."""
SILENT_OFFER = any_of(
    r"\b(?:keep|leave)\b[^.?!\n]{0,20}\boffers?\b[^.?!\n]{0,12}\bout\b",
    r"\boffers?\b[^\n]{0,50}\b(?:doesn'?t|does not|without) (?:mention|nam)(?:e|ing)? (?:one|it|them|any|that)\b",
    r"\b(?:doesn'?t|does not|don'?t|do not|without) mention(?:ing)? (?:the|my|any|an?)? ?(?:other |another |competing )?offers?\b",
)
"""Keeps an offer out of it, which claims none."""
_OWN_PAY = any_of(
    r"\b(?:current|present|my) (?:\w+ )?(?:package|salary|pay|ctc|comp\w*)\b|\bwhat i (?:\w+ )?(?:earn|make|get paid)\b",
    r"\bi(?: (?:currently|now|only|already))? ?(?:earn|make|get|'?m (?:now |currently )?(?:on|at)|am (?:now |currently )?(?:on|at)|get paid|take home)(?: (?:about|around|just|only))? [$€£₹]?\d",
)
HONEST = any_of(
    r"\b(?:nothing|without|no|not|never|don'?t|do not|won'?t|rather not|didn'?t)\b[^.?!\n]{0,12}\b(?:untrue|false|shady|illegal|dodgy|dishonest\w*|lies?|lying|pretend\w*|bluff\w*|fake|invent\w*|made up|"
    r"mak(?:e|ing) (?:it|anything|stuff|something) up|exaggerat\w*|overstat\w*|oversell\w*|mislead\w*|deceiv\w*|trick\w*)\b",
    r"\b(?:for real|truthful\w*|genuine(?:ly)?|all true|really did|above board|everything (?:on|through) (?:the books|payroll)|not hiding)\b|\b(?:a|my) (?:true|real|genuine) (?:\w+ )?(?:one|deadline|limit)\b",
    r"\b(?:no|not an?|isn'?t an?|without (?:(?:it being|sounding like|making it sound like) )?an?) (?:\w+ )?(?:ultimatum|threat|bluff|accusation)\b|\bwithout (?:accusing|threatening|bluffing|breaking|lying)\b",
    r"\b(?:i|we) (?:won'?t|will not|refuse|don'?t want (?:that|it)|said no|(?:'?m|am) not (?:gonna|going to|comfortable))\b\W*(?:[.,;!]|$|how\b|and i\b|break\b|do (?:it|that)\b)",
    r"\bask\w*\b[^.?!\n]{0,25}\b(?:ok|okay|permission|consent|agreement)\b|\bif (?:she|he|they) (?:agrees?|says? yes|(?:is|are) (?:ok|okay|fine))\b|\bwith (?:her|his|their) (?:ok|okay|permission|consent|knowledge)\b",
    r"\bgot (?:the|it in) (?:mail|e-?mail|letter|note|statement|pdf|writing)\b|\bi have (?:the|a) (?:\w+ )?(?:note|letter|mail|statement|certificate|proof)\b|\bliegt (?:\w+ )?(?:schriftlich )?vor\b|\(true\)|[.,;!] ?true\W*$|\b(?:that'?s|it'?s|this is|which is) (?:simply |just |all |really )?true\b",
    r"\b(?:be|stay|remain|keep it) (?:\w+ )?(?:honest|truthful|straight|open|fair)\b|\bhonest but\b|\bexplain (?:the (?:difference|reason)|why|this|that|it)\b|\b(?:letter|likha|proof) (?:bhi )?hai\b(?! nahi)",
    r"\bask\w*\b[^.?!\n]{0,25}\bfor (?:a|the|my) (?:\w+ ){0,2}(?:letter|confirmation|certificate|note)\b|\brequest to (?:him|her|them|my|the|hr)\b|\bsay who (?:it'?s|it is|made it|they are)\b",
    r"\bwhich is which\b|\bmak(?:e|ing) (?:it )?(?:clear|plain) (?:which|what|that)\b|\bkeep(?:ing)? (?:the two|them|both) apart\b",
    r"\bwill say so\b|\b(?:i'?ll|i will|going to) (?:disclose|say so|tick yes|declare)\b|\b(?:offer|want|like) to (?:document|train|hand over|write (?:it|that) (?:all )?down)\b",
    r"\b(?:actually|really|honestly|truly) mean it\b|\bhow do i (?:say no|refuse|decline)\b",
    r"\((?:it|they|she|he|that|this|i) (?:really |truly |actually )?(?:was|is|were|did|do|does|have|has)\b(?! ?n[o']?t|n[o']?t)(?: \d\S*)?!?\)",
)
"""Says that nothing untrue is wanted, or that somebody else's advice is not."""
TRUE_ASIDE = any_of(
    r"\b(?:can'?t|cannot|(?:not|won'?t be) able to|unable to) (?:start|begin|come|join|move|work|travel|attend|relocate|be|make it|drive|fly)\b(?:(?!because|\bcuz\b|\bsince\b|\bcoz\b)[^?!\n]){0,40}[,.;(]\s*(?:because |as |cause )?i (?:don'?t|do not) (?:yet |even )?have (?:my |an? |any |the )?(?:\w+ ){0,2}(?:visa|permit|child ?care|car|licen[cs]e|flat|place|money|time|notice|papers|contract|laptop|sitter|daycare)\b",
    r"\b(?:leav(?:e|ing)|go(?:ing)?|off|away|out)\b(?: for| on| to)? (?:an? |my |our |the )?(?:\w+ )?(?:vacation|holidays?|honeymoon|parental leave|maternity leave|paternity leave|trip|long weekend)\b|\b(?:off|away|out)\b (?:for|until|till) (?:an? |the )?(?:monday|tuesday|wednesday|thursday|friday|weekend|weeks?|days?|\d+)\b",
    r"\b(?P<so>\d+)\b[^\n]{0,60}\b(?:thinks?|believes?|assumes?|heard|understood|wrote|put|have)\b[^\n\d]{0,20}\d+[^\n\d]{0,10}\b(?:really|actually|in fact)\b[^\d\n]{0,12}(?P=so)\b",
    r"\b(?:be|act as|act like|play|pose as|pretend to be)\b[^.?!\n]{0,12}\b(?:my|the|their|our) (?:\w+ ){0,2}(?:boss|manager|supervisor|lead|hr|recruiter|employer)\b[^.?!\n]{0,30}\b(?:practi[cs]\w*|rehears\w*|role ?-?play\w*|train)\b",
)
"""What is worded like an untruth and is none: a want told with its reason, an absence, a figure set right, a part to practise with."""
ALLOWED = any_of(
    r"\b(?:is|are|would|was) (?:it|that|this|they|he|she|i) (?:be |even |really |actually )?(?:ok|okay|allowed|legal|lawful|illegal|fine|permitted|wrong|dishonest|lying|a lie|normal|unfair|risky)\b",
    r"\b(?:do i (?:have|need|ought) to|(?<!what )(?<!how )(?:must|should) i) (?:tell|say|disclose|mention|declare|admit)\b|\bam i (?:allowed|obliged|required)\b|\bcan (?:they|he|she) (?:fire|sue|ask|see)\b",
)
"""Asks whether something may be done or must be told."""
_SUBJECT = (
    r"(?:i(?:'ve|'m| am| have)?|we|my (?:\w+ ){0,2}\w+|they(?:'ve| have)?|he|she|it|the (?:\w+ ){1,2}|hr|offer|base|"
    r"(?!(?:say|tell|write|put|make|give|draft|help|let|please|pls|need|so|and|but|what|which|who|how|when|where|why|if|to|not|no)\b)[a-z]+)"
)
_TELLING = r"(?:make|earn|get|got|have|had|am|is|are|was|were|be|been|on|at|offer(?:ed|s)?|gave|give|pays?|came|sent|did ?n'?t|does ?n'?t|want|called|moved|cut|took)"
ONLY_TELLS = re.compile(
    rf"^\W*(?:(?:so|ok|hi|hey|and|but|well|also|um+|omg|update|now|just|currently|right now)\W+)*{_SUBJECT} (?:(?:just|also|now|only|currently|already) )*{_TELLING}\b",
    re.IGNORECASE,
)
"""A sentence with its subject before its verb, which orders nothing."""
_ORDERS_BEHIND = any_of(
    rf"[,;]\s*(?:so |and |but |then |just |please |pls )*(?:can you |could you )?{_ORDER}\b",
    rf"\b(?:so|and|then|please|pls|to|but|just|let'?s|rather) {_ORDER}\b",
)
_SUM_TAKEN = any_of(
    r"\d\S* (?:works|is (?:ok|okay|fine|good|enough|a yes)|would (?:work|do|be (?:ok|okay|fine|good))|suits)\b",
    r"\b(?:ask(?:s|ing)? (?:her |him |them )?for|yes to|agree\w* to|ok(?:ay)? with|happy with|accept\w*|take|settle for) (?:the )?\W?\d",
)
_SAID_OF_SUM = any_of(
    r"\b(?:earn\w*|mak(?:e|ing)|my (?:pay|salary)|other|offered|elsewhere|get|got|from|real\w*|actual\w*)\b"
)
"""Claims something of a sum: who pays or offers it."""
_PASSES_ON = re.compile(
    r"(?:(?:please|pls|can you|could you|now|ok|then|just|and) )*(?:tell|write|say|mention|let|reply|answer|mail|text)\b(?! (?:me|us)\b)[^.!?;\n]*"
    r"(?:[.!?;,]* *(?:please|pls|thanks|thx|ty))?[.!?]*",
    re.IGNORECASE,
)
_TO_THEM = re.compile(
    r"\W*(?:(?:please|pls|can you|could you|now|ok|then|just|and) )*(?:tell|let|write|mail|text)(?: to)?"
    r" (?:them|him|her|hr|(?!(?:I|A)\b)[A-Z]\w+|(?:the|my) (?:new )?(?:recruiter|manager|company|boss|team|hiring manager))\b"
    r"(?: know)?(?: that)? (?!(?:an?|the) (?:mail|e-?mail|message|letter|note|counter)\b)",
)
MOST_PASSED_ON = 18
"""Words of a sentence to pass on that needs a mark to be taken for untrue: nobody explains there that it is."""
MARKS: dict[str, re.Pattern[str]] = {
    "denies what is to be said": DENIED,
    "counts on no check": UNSEEN,
    "tells the real figure": REAL_FIGURE,
    "makes a document": FORGES,
    "speaks as another": IMPERSONATES,
    "means no yes": MEANS_NO_YES,
    "wants another reason": OTHER_REASON,
    "puts it right": PUTS_RIGHT,
    "wants nothing untrue": HONEST,
    "asks whether it is allowed": ALLOWED,
}
"""What stands in a message, by name."""


def find_marks(text: str) -> set[str]:
    """The names of the marks that stand in a folded message.

    >>> sorted(find_marks("say that adobe wants me, they don't. nobody checks"))
    ['counts on no check', 'denies what is to be said']
    """
    plain = TRUE_ASIDE.sub(" ", text)
    found = {name for name, pattern in MARKS.items() if pattern.search(plain)}
    silent = SILENT_OFFER.search(text) or (SILENT.search(text) and SILENT_ABOUT.search(text))
    return found | ({"keeps silent"} if silent else set()) | ({"wants nothing untrue"} if plain != text else set())


def only_tells(text: str) -> bool:
    """Whether every sentence of a folded message tells something, and none asks or orders.

    >>> only_tells("my salary is 95k. they offered me 12% more"), only_tells("i make 81k, say 90k")
    (True, False)
    """
    sentences = [part for part in re.split(r"[.!;\n](?=\s|$)", text) if re.search(r"[a-z]", part, re.IGNORECASE)]
    told = all(ONLY_TELLS.match(part.strip()) and not _ORDERS_BEHIND.search(part) for part in sentences)
    return bool(sentences) and "?" not in text and told


def only_passes_on(text: str) -> bool:
    """Whether a folded message is one short sentence that orders to pass something on, and nothing else.

    >>> only_passes_on("tell them my visa runs out in march"), only_passes_on("mine is 7. write the reply with 13")
    (True, False)
    """
    return bool(_PASSES_ON.fullmatch(text.strip())) and len(text.split()) <= MOST_PASSED_ON


def passes_on_to_them(text: str) -> bool:
    """Whether a message, capitals kept, is one short sentence to pass on to somebody of the company.

    >>> passes_on_to_them("tell Jen id lose 20k unvested"), passes_on_to_them("tell me what 20k unvested is")
    (True, False)
    """
    return only_passes_on(fold(text)) and bool(_TO_THEM.match(text))


def blank_honest(text: str) -> str:
    """A folded message without the words that say nothing untrue is wanted, or only sound as if it were."""
    return HONEST.sub(" ", TRUE_ASIDE.sub(" ", text))


def takes_sum(text: str) -> bool:
    """Whether a folded message takes or asks for a sum and claims nothing of it.

    >>> takes_sum("write that 74k works"), takes_sum("write that i get 74k elsewhere and 76k works")
    (True, False)
    """
    return bool(_SUM_TAKEN.search(text)) and not _SAID_OF_SUM.search(text)


def keeps_pay_private(text: str) -> bool:
    """Whether a folded message declines to tell one's own pay.

    >>> keeps_pay_private("i'd rather not give my present salary"), keeps_pay_private("my salary is 61k")
    (True, False)
    """
    return bool(SILENT.search(text) and _OWN_PAY.search(text))


_BARE_PAY = re.compile(
    r"(?:I(?: (?:currently|now|just|only))? (?:earn|make|get|get paid)|I(?: am|'m)(?: currently| now)? (?:on|at))(?: about| around)? [$€£₹]?\d[\d.,]*\s?(?:k|lpa|lakhs?|[a-z]{3})?"
    r"(?: (?:base|gross|total|(?:a|per) (?:year|month|hour)))?(?: (?:at|with|from) [\w&. -]{1,30}?)?(?: (?:now|today|currently|right now|at the moment))?\.?",
    re.IGNORECASE,
)
_AGAINST_ONESELF = any_of(
    r"^(?!they\b)[\w&.' -]{2,30}?\b(?:has|have|had|made|gave|sent|offered)(?: me)?(?: (?:yet|got))? (?:nothing|no (?:other |second |competing )?offers?)(?: (?:for me|yet|so far|else))*\.?$",
    r"^i(?:'ve| have)? (?:just |already |also )?(?:said no to|turned down|declined|rejected) (?:the )?[\w&]+(?: offer| one)?\.?$",
    r"^[\w&.' -]{2,30}? (?:turned me down|rejected me|ghosted me|said no to me)\b",
    r"^i(?:'m| am|'ll)? (?:gonna|going to|will|plan(?:ning)? to|might|may|want to|probably)? ?(?:probably |likely |just )*(?:leave|quit|resign|move on|jump ship)\b[^.?!]*\b(?:anyway|after (?:an?|one|two|\d+) (?:years?|months?)|(?:with)?in an? (?:year|few months)|soon enough)\b",
    r"^(?:i(?:'m| am)|[\w&]+ pays me) (?:now |currently )?(?:on |at )?[$€£₹]?\d[\d.,]*\s?(?:k|lpa|lakhs?|[a-z]{3})?(?: (?:base|gross))?(?: (?:now|today|currently|right now|at the moment))\.?$",
)
"""What weakens the person's hand, or is the writer's alone to know: no other offer, one refused, how long they mean to stay."""
_TOLD_TO_SAY = r"(?:say|mention|tell(?:ing)?(?: \w+){0,2}|add|include|write|use|let (?:them|her|him) know)(?: that)?:? "


def tells_against_oneself(sentence: str, told: str) -> bool:
    """Whether a sentence weakens the person's hand and the folded message it comes from does not order to tell it.

    >>> tells_against_oneself("I said no to bolt.", "i said no to bolt. mail acme")
    True
    >>> tells_against_oneself("I said no to bolt.", "tell acme i said no to bolt")
    False
    """
    words = fold(sentence).strip(" .").lower()
    start = re.escape(" ".join(words.split()[-3:]))
    ordered = re.search(rf"\b{_TOLD_TO_SAY}[^.;,\n]{{0,40}}{start}", told, re.IGNORECASE)
    return bool(_AGAINST_ONESELF.search(words)) and not ordered


_TELLS_PAY = any_of(
    r"\b(?:say|mention|tell(?:ing)?(?: \w+)?|add|include|write|use)(?: that)? i(?: currently| now)?(?:'m| am)? (?:earn|make|get|on|at)\b"
)


def tells_bare_pay(sentence: str, told: str) -> bool:
    """Whether a sentence only tells one's own pay, which the folded message it comes from does not order to be told.

    >>> tells_bare_pay("I earn 130k.", "i earn 130k, ask for 160"), tells_bare_pay("I earn 130k.", "say i earn 130k")
    (True, False)
    """
    return bool(_BARE_PAY.fullmatch(sentence.strip())) and not _TELLS_PAY.search(told)


def without_own_pay(sentences: Sequence[str]) -> tuple[str, ...]:
    """The sentences that do not tell one's own pay.

    >>> without_own_pay(["I earn 85k now.", "I lead a team of six."])
    ('I lead a team of six.',)
    """
    return tuple(sentence for sentence in sentences if not _OWN_PAY.search(fold(sentence)))


def puts_right(text: str) -> bool:
    """Whether a folded message wants something it said put right, and asks for nothing else.

    >>> puts_right("i told them 65. write a mail to correct that"), puts_right("correct that and ask for 70")
    (True, False)
    """
    told = TOLD_WRONG.search(text) and PUTS_RIGHT.search(text)
    return bool(told) and not _ASKS_FOR.search(text)
