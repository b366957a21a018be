"""The words by which the coach recognises what a message wants; every pattern ignores case."""

from __future__ import annotations

import re
import unicodedata

from assistant.domain.lazy_pattern import lazy

_QUOTES = str.maketrans("’‘“”´`", "''\"\"''")


def fold(text: str) -> str:
    """The text for matching, character for character: accents and curly quotes gone, the length kept."""
    straight = text.translate(_QUOTES)
    if straight.isascii():
        return straight
    return "".join(unicodedata.normalize("NFD", character)[0] for character in straight)


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that finds any of these, in capitals or not."""
    return lazy("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


PAY_WORD = any_of(
    r"\b(?:base|basic|salar(?:y|ies)|pay|comp|compensation|package|ctc|lpa|tc|total comp|bonus(?:es)?|rsus?|stocks?|"
    r"equity|grants?|shares?|options?|strike|vest\w*|sign(?:ing|[- ]?on)|joining bonus|(?:they|she|he|hr) (?:need|want)s? (?:my|an?) (?:answer|decision|reply)\b|deadline\b|relo\w*|"
    r"offer(?:ed|s|ing)?|hourly|per (?:hour|month|year|annum)|an hour|a year|salario|sueldo|gehalt)\b",
    r"/\s?(?:hr|h|yr|mo|year|month|hour)\b",
)

PAY_RATE = any_of(
    r"\b(?:per|an?|each) (?:hour|hr|month|week|year|annum)\b", r"/\s?(?:hr|h|yr|mo|year|month|hour|week)\b",
    r"\b(?:hourly|biweekly|bi-weekly|monthly|weekly|annually|lpa|ctc)\b",
)  # fmt: skip
DOMAIN_WORD = any_of(
    r"\b(?:offer\w*|negotiat\w*|counter\w*|recruit\w*|hiring|hr|salar\w*|wage\w*|pay(?:check|slip|ing)?|comp(?:ensation)?|"
    r"bonus\w*|equity|stock\w*|rsus?|options?|vest\w*|cliff|refresh\w*|sign(?:ing|[- ]?on)|clawback|relocat\w*|level\w*|"
    r"band|deadline|exploding|letter|leverage|employer|ctc|lpa|tc|benefits?|401\(?k|"
    r"raise|start date|resign\w*|notice|remote|visa|h-?1b|accept\w*|declin\w*|severance|non-?compete|"
    r"startup|dilut\w*|strike|409a|83\(?b|espp|sueldo|salario|oferta|package|ask)\b"
)

WISH = any_of(
    r"\b(?:i(?:'d| would)?(?: really)? (?:want|like|hope|need|wish|prefer|expect|aim|ask)\w*)\b",
    r"\bi(?:'m| am) (?:hoping|aiming|looking|targeting|shooting|going)\b",
    r"\b(?:asking|requesting|shooting for|aiming for)\s+(?:for\s+)?(?:a |an |the )?[$€£₹]?\d",
    r"\b(?:accept|sign|take it|join|say yes)\b[^.?!\n]{0,12}\b(?:at|for|if)\b[^.?!\n]{0,20}\d",
    r"\b(?:first|second|main|my) (?:ask|choice)\b|\basks?:|\b(?:ask|target|goal)(?: for me| for this)? (?:is|=|would be|at) [$€£₹]?\d|\b(?:walk(?:ing|s)?[- ]?away|(?:floor|minimum|bottom line)(?: for me)?)(?: point| number)? (?:is |= ?|would be |at |below )+[$€£₹]?\d|\bif not (?:that|possible)\b",
    r"\bneed\s+(?:an? )?(?:extra |another )?[$€£₹]?\d\S*\s+(?:more|extra)\b",
    r"\b(?:my (?:target|goal|number|ask|dream|walk[- ]?away|minimum)|counter (?:at|with|to)|counter(?:ing)?(?: \w+){0,2} (?=[$€£₹]?\d)|ask(?:ing)? (?:for|them)|"
    r"push (?:for|to)|get (?:them |it )?(?:up )?to|(?<!they )(?<!she )(?<!he )(?<!hr )(?<!just )bump (?:it )?(?:up )?to|(?:get|got|have|want|see) (?:it|that|this|me|the \w+) bumped (?:up )?to|raise (?:it )?to|increase (?:it )?to|"
    r"go (?:up )?to|instead of|make (?:it|that))\b",
)

HYPOTHETICAL = any_of(
    r"\bwhat if\b", r"\bif (?:the |my |they |i |we |it )", r"\bsuppose\b", r"\bassum(?:e|ing)\b", r"\bsay the\b",
    r"\bhypothetical\w*", r"\bwith (?:an? )?\$?\d\S* (?:\w+ ){0,3}instead\b", r"\bwhat (?:would|wud)\b", r"\binstead\s*\?*\s*$", r"\bwould it (?:be|make)\b", r"\bwith \d[\d.]*\s?%\s+(?:growth|stock|yearly)",
)  # fmt: skip

NOT_THE_OFFER = any_of(
    r"\bmy (?:wife|husband|partner|spouse|girlfriend|boyfriend|friend|buddy|colleague|coworker|co-worker|brother|sister|cousin|roommate|dad|mom|teammate)\b",
    r"\ba (?:friend|colleague|coworker|buddy) of mine\b",
    r"\bcurrent(?:ly)? (?:is|ctc|salary|pay)\b|\bcurrently:",
    r"\bi (?:currently |now |already )?(?:work|make|earn)\b|\bi'?m (?:currently |now )?(?:at|on|making|earning|paid)\b|\bi am (?:currently |now )?(?:at|on|making|earning|paid)\b",
    r"\bmy (?:current|present|existing|previous|old|last|former) (?:job|salary|pay|base|comp\w*|employer|company|package|ctc|role)\b",
    r"\b(?:levels\.?fyi|glassdoor|the market|median|average for|posted range|they pay (?:people|others)|others (?:get|make|earn))\b",
    r"\b(?:max(?:imum)?|top|ceiling|cap|limit) (?:of|for|in) (?:the|this|that|their|my) (?:range|band|level|grade)\b",
)
"""Pay that is not part of the offer: one's present job, other people's, the market's."""

OFFER_STATED = any_of(
    r"\b(?:offer(?:ed|s)?(?: (?:is|me|of|from|stands)|:| :)|(?:two|three|2|3|both|several) (?:\w+ )?offers|joining bonus|(?:my|the|an?|their|got (?:an?|the)) offer\b|they (?:gave|offered|are offering)|package (?:is|of|:))",
)
"""Words by which a message tells of an offer, not only of a sum."""

CORRECTION = any_of(
    r"^\W*(?:(?:ah|oh|ok|uh|um|no|hm+)\W+)*(?:actually|sorry|correction|no,|wait|oops|i meant|my bad|typo|update)\b",
    r"\b(?:i meant|should (?:be|have been)|is actually|not \d|it'?s actually|they (?:raised|bumped|increased|moved|upped))\b",
)

WRITE_VERB = r"(?:write|draft|compose|prepare|create|generate|word|phrase|script|type up|put together|whip up|redact\w*|escrib\w*|likh\w*|(?:m')?ecri(?:s|re|vez|ve[sz]?)|redige\w*|schreib\w*|verfass\w*|formulier\w*|escrev\w*|redij\w*)"
MESSAGE_NOUN = (
    r"(?:e-?mails?|mails?|messages?|notes?|texts?|repl(?:y|ies)|responses?|letters?|scripts?|dms?|linkedin|slack|sms|"
    r"counter(?:[- ]?offer)?s?|talking points|call script|pitch|wording|correos?|mensajes?|courriels?|nachricht(?:en)?|mensage(?:m|ns)|respuesta|resposta|reponse|antwort|anschreiben|follow[- ]?ups?|msgs?|voice ?mails?|whats ?app|"
    r"recap|acceptance|one[- ]pager|bullets)"
)
SCRIPT = any_of(
    r"(?:^|[.;!?\n]\s*)(?:please |pls |just )?thank (?:him|her|them|(?:(?:Dr|Mrs?|Ms|Prof|Herr|Frau)\.? )?(?-i:[A-Z])\w+)\b",
    r"(?:^|[.;!?\n]\s*)(?:please |pls |just )?(?:tell|ask) (?!me\b|us\b|for\b)\w+ (?:that|about|if) (?!me\b)",
    rf"\b{WRITE_VERB}\b[^.?!\n]{{0,60}}\b{MESSAGE_NOUN}\b",
    rf"\b{WRITE_VERB}\b\s+(?:me |us |up |out )?(?:it|this|that|one|back|something|sth|smth)\b",
    rf"\b(?:give|need|want|help|show|get|make|do)\b(?: me| us)?\s+(?:with )?(?:an?|the|some|my|this|that)?\s*(?:\w+\s+){{0,2}}{MESSAGE_NOUN}\b",
    r"\b(?:can|could|would|will) (?:you|u)\b[^.?!\n]{0,20}\b(?:write|draft|compose|word|phrase)(?: (?:it|this|that|something|one|me|up))?\s*(?:[?.!]|$|to\b|for\b)",
    rf"\b{MESSAGE_NOUN}\s*,?\s+(?:please|pls|plz)\b",
    r"(?:^|[.!?;]\s+|\n)(?:e-?mail|mail|text|sms|message),? (?:please|pls|plz)\b",
    r"^\W*(?:reply|response|answer) ?: ?[a-z]",
    rf"^\W*(?:an? )?(?:short |quick |polite )?{MESSAGE_NOUN} (?:to|for) (?!me\b|us\b)\w",
    r"(?:^|[.!?;]\s+|\n)(?:please |pls |ok |now |then |can you |could you )*(?:(?:e-?mail|mail|text|message|ping|write(?: to)?) (?-i:[A-Z])[\w'-]+(?! (?:says?|said|from)\b)|(?:tell|ask) (?:(?:Herrn?|Frau|Mr|Ms|Mrs|Dr)\.? )?(?-i:[A-Z])[\w'-]+(?: \w+)? (?:for|that|i|if|to)\b)",
    r"\b(?:can|could|would) (?:you|u) (?:tell|ask|email|message|text) (?:them|her|him|the recruiter)\b",
    r"\b(?:tell|ask|email|message|text) (?:them|her|him|the recruiter) for me\b",
    r"\bwhat words (?:do|should|can) i\b|\btone ?(?::|is|should|warm|firm|neutral|formal|friendly)|\b(?:warm|firm|neutral|formal|casual|friendly|polite) tone\b",
    r"\b(?:want|need|have|trying|like) to (?:politely |nicely |kindly |just )?(?:decline|say no|withdraw|turn (?:it|them|this|him|her) down)\b",
    r"\bmake it (?:a )?(?:shorter|longer|warmer|firmer|friendlier|more \w+|less \w+|phone|call|email|text)",
    r"\bword for word\b|\b(?:exact|literal|actual|right) (?:reply|words|answer|wording|lines?|sentences?)\b",
    r"(?:^|[.,;:!?\n|(–-]\s*|\b(?:please|pls|plz|and|then|so|kindly|just) )(?:write|draft|compose|redact\w*|escrib\w*|schreib\w*|reply|answer|formulate)\s+(?:to |an? |the |my |him\b|her\b|them\b|me\b|casual|back\b|words?\b|it\b|this\b|that\b|so\b|for\b|in\b|as\b|something|two|three|letter|mail|e-?mail|text|message)",
    rf"(?:^|[.,;:!?\n|(]\s*|–\s)(?:(?!their\b|her\b|his\b|got\b|the\b|offer\b)[\w-]+ ){{0,4}}?(?<!offer ){MESSAGE_NOUN}\s+(?:\w+ ){{0,3}}?(?:to|for|asking|requesting|that (?:also|asks|says)|saying|pls|plz|please|w/|with)\b",
    rf"\b(?:make|give|send|get|need|want)\b[^.?!\n]{{0,12}}\b(?:an?|one|two|three|the|some|little|short)\s+(?:[\w-]+\s+){{0,3}}{MESSAGE_NOUN}\b",
    r"\b(?:need|want|give me|find me|some) (?:the |some |a few )?(?:words|wording|lines?)\b|\bwrite (?:the|my|an?) (?:ask|request|no|yes|answer)\b|\bhelp me (?:word|phrase|write|say|ask (?:them |her |him )?for|counter|reply|respond|answer|decline|accept)\b",
    r"\b(?:need|have|want) to (?:voicemail|email|mail|text|message|write|reply to|answer)\b|\b(?:two|2|both|three) versions?\b|\bas (?:an? )?(?:e-?mail|text|phone) (?:and|version)\b",
    r"\b(?:ek|koi) (?:msg|message|mail|email)\b|\b(?:msg|message|mail|email|draft) (?:bana|likh|bhej)\w*|\bbitte auf (?:deutsch|englisch)\b|\b(?:redacta|escribe|escribeme)\b",
    rf"^\s*(?:the )?(?:counter )?{MESSAGE_NOUN}\s+(?:please|pls|for|to|asking|that|saying)\b",
    r"\bschreib\w* (?:mir|sie|bitte|eine?)\b|\b(?:formulier\w*|verfass\w*) (?:mir|sie|bitte|eine?)\b|\b(?:eine? |kurze )+(?:mail|nachricht|e-mail) an\b|\bbitte auf deutsch\b",
    r"\b(?:peux-tu|pouvez-vous|pourrais-tu)?\W*(?:redige[rz]?|ecri[st]|ecrire|ecrivez)\b[^.?!\n]{0,30}\b(?:mail|message|courriel|e-mail|reponse)\b",
    r"\b(?:escreve|escreva|redija|manda|faz|faca)\b[^.?!\n]{0,30}\b(?:mensagem|msg|e-?mail|resposta)\b|\bmsg (?:curta|corta)\b|\b(?:quiero|necesito|hazme|escribeme|mandale)\b[^.?!\n]{0,20}\b(?:mensaje|correo|respuesta|mail)\b",
    r"\b(?:msg|message|mail|email|reply|jawab)\b[^.?!\n]{0,12}\blikh\w*|\blikh(?:o|do| do|na| dijiye)\b",
    r"(?:^|[.;!?\n]\s*|\b(?:please|pls|plz|kindly) )(?:compose|formulate|word|phrase|polish|rephrase|correct) (?:for|the|a|an|this|it|my|me)\b",
    r"\b(?:two|three|2|3) versions\b|\b(?:need|want|give me) (?:one|1|an?) (?:short |generic )?text i can (?:use|send)\b|\b(?:reason|reasons|argument) to (?:give|use|mention)\b",
    r"(?:^|[.,;!?\n]\s*)(?:to|recruiter) ?[:=] ?[a-z]+[.,]|\b(?:mail|e-?mail|text|message|msg|dm|letter|note) (?:asking|telling|saying)\b",
    r"\b\d (?:bullets?|bullet points)\b[^.?!\n]{0,60}\b(?:that|for|to|max)\b|\b\d (?:lines|sentences)(?: max)?,[^.?!\n]{0,40}\bask (?:to|for|if)\b|\b(?:need|have) to tell (?:dr|mr|ms|mrs|prof)?\.? ?\w+ (?:that )?i\b",
    r"\b(?:2nd|second|another) (?:mail|e-?mail|message|msg|text)\b|\bsay(?:ing)? no to \w+ (?:nicely|politely|kindly)\b|\bhow to (?:put|say|phrase|word) (?:that|this|it)\b|\bwhat to (?:text|write|say|send|answer)\b",
    r"\bask for\b[^.?!\n]{3,50}\b(?:w/?out|without) (?:telling|saying|mentioning|naming)\b|\bmake it sendable\b|\brewrite\b",
    r"(?:^|[.;!?\n]\s*)(?:slack |linkedin |chat |teams |whatsapp )?(?:dm|msg|message|text|mail|e-?mail) (?:to|for|para|an|pour|a) \w+",
    r"\b(?:\d|one|two|three|four|five|max(?:imum)?|under \d+) (?:short )?(?:lines?|sentences|words)(?: max\w*| tops| only)?\b(?! of (?:code|credit|business|work))|\bmax\w* \d+ (?:lines|sentences|words)\b",
    r"(?:^|[.;!\n]\s*)ask (?:for|if|whether|them|him|her|hr|to|about)\b(?![^.!\n]*(?:\?|\bwhat\b|\bhow much\b))",
    r"\bthe (?:letter|mail|e-?mail|message|text|note|reply|request) (?:is|goes|should go|would go|will go|must go) to\b|\bi need to (?:write|reply|respond|answer) to\b",
    r"\bwhat (?:do )?i (?:literally |actually |exactly |even )(?:say|write)\b|\bgive me (?:what|something|sth|smth) to (?:say|send|write|reply)\b|\b(?:something|sth|smth) (?:short |nice |polite |warm |firm |quick )?(?:i can|to) (?:send|paste|say|forward|text|write|reply)\b",
    r"\b(?:please |pls |kindly )?(?:provide|give|suggest) (?:me )?(?:an? |the |some )?(?:\w+ ){0,4}(?:way to (?:ask|say|put|word|phrase|tell|reply|answer)|reply|answers?|response|wording|words|lines?) ?(?:to|for|if|$|pls|please|who|that|about|\W)",
    r"(?:^|[.;!?\n^]\s*)(?:\^+ ?)?answer (?:this|that|it|her|him|them|pls|please)\b|\b(?:answer|reply|respond) (?:pls|plz|please)\b|\bwhat do i (?:leave (?:on|as|in|her|him|them)|put|send|text|type|answer|respond|reply|shoot)\b|\b(?:e-?mail|mail|message|msg|text|reply) in (?:english|spanish|german|french|hindi)\b|\bready (?:answers?|lines?|replies)\b|\b(?:mail|email|msg|message) (?:ko|to|for) [a-z]+\b|\bko (?:mail|msg|message|email)\b",
    r"\bwrite (?:me )?(?:the|that|this) (?:thing|one|text|paragraph|blurb|case|pitch|part)\b|\bthe thing (?:she|he|they) can forward\b",
    r"\bwrite(?: something| sth)? back\b|\b(?:quick|short|polite|nice|warm|firm|thank[- ]you|goodbye|formal) (?:note|line|text|reply|msg|message|mail|e-?mail)\b",
)
SAY = any_of(
    r"(?:^|[.!?]\s*)(?:the |some )?(?:words|wording)\s*\??$",
    r"\bwhat (?:exactly )?(?:do|should|can|could|would) i (?:say|write|reply|text|answer|tell|send)\b",
    r"\bhow (?:do|should|can|would) i (?:word|phrase|say|write|tell|ask|put|get (?:it|this|that|them|everything))\b",
)
REWRITE = any_of(
    r"^\s*(?:now |ok |please |pls |can you |could you )*(?:make (?:it|that|this) )?(?:a (?:bit|little) )?(?:much )?"
    r"(shorter|longer|warmer|firmer|friendlier|more (?:assertive|polite|formal|casual|direct|confident)|less \w+)\b",
    r"\b(?:shorten|tighten|soften)\b",
    r"\b(?:back|return|revert) to (?:the |my )?(?:very )?(?:first|previous|last|original|old|earlier)(?: one| version| draft| mail| email)?\b|\bundo\b",
    r"^\W*(?:\w+ ){0,4}?(?:shorter|longer|warmer|firmer|friendlier|softer|simpler|punchier|more (?:assertive|polite|formal|casual|direct|confident|human|concise|friendly)|less (?:formal|stiff|pushy|needy|robotic|corporate|wordy|apologetic))\b",
    r"\bmake (?:it|that|this) (?:a |an |more |less |sound |into |as )",
    r"^\W*(?:now |and |ok |hmm )*(?:as|for|in) (?:an? )?(?:e-?mail|text|phone call|call|whatsapp|slack|linkedin|sms|voicemail)\b",
)


PURPOSES: dict[str, re.Pattern[str]] = {
    "withdraw": any_of(
        r"\b(?:withdraw\w*|get out|pull(?:ing)? out|step(?:ping)? (?:out|away|down)|bow(?:ing)? out|drop(?:ping)? out|cancel\w*)\b[^.?!\n]{0,40}"
        r"\b(?:loop|process|interviews?|candidacy|application|onsite|pipeline|final round|running)\b",
    ),
    "agreed": any_of(
        r"\b(?:they|she|he|recruiter|hr|company)\b[^.?!\n]{0,20}\b(?:said (?:a )?yes|agreed? to (?:everything|all|it|both|my|the)|met (?:me|my|all)|accepted (?:all|my|the)|gave me (?:everything|all)|approved|matched it|came through)\b",
        r"\b(?:got (?:everything|all of it|what i asked)|yes to (?:all|everything|both|it))\b",
    ),
    "time": any_of(
        r"\b(?:i )?need (?:it )?(?:until|till|til)\b|\bextension of\b|\b(?:later|longer) (?:deadline|to decide)\b|\bmas tiempo\b|\baur time\b",
        r"\b(?:more|extra|additional|a (?:few|couple)(?: of)?(?: more)?|some|buy|another)\s+(?:days?|weeks?|time)\b(?! (?:off|of (?:pto|holidays?|vacation|leave)|a week|remote|vacation|holiday))",
        r"\b(?:extend|extension|push (?:back )?(?:the )?deadline|later deadline|(?:until|till|til) (?:next |this |the |end of )*(?:mon|tue|wed|thu|fri|week|month|sat|sun)\w*|"
        r"need time|time to (?:think|decide|consider))\b",
    ),
    "decline": any_of(
        r"\b(?:declin\w*|turn(?:ing)? (?:\w+ ){0,4}down|reject(?:ing)? (?:the|their|this|an?) offer|"
        r"turn(?:ing)? down|(?:to|and|gonna) say(?:ing)? no\b(?! to (?:a|one|the) call)|turn (?:it|them|her|him) down|pass(?:ing)? on (?:the|their|this|it)|withdraw(?:ing)? my|walk(?:ing)? away)\b"
    ),
    "accept": any_of(
        r"\b(?:wanna|want to|going to|gonna|ready to|decided to|happy to) (?:accept|take it)\b",
        r"\b(?:write|draft|send|need|an?|the) acceptance\b|^\W*accept(?:ing)? (?:mail|email|letter|note|message|the offer)|^\W*yes to [a-z]+|\bi accept (?:the |their |your )?\w* ?offer",
        r"\b(?:accept(?:ing|ance)?(?: the| their| this| an?)?(?: \w+)? (?:offer|mail|email|letter|note|message)|"
        r"i(?:'ll| will|'m going to) (?:accept|take it|take the offer|sign)|say yes|acceptance)\b|\bwrite (?:the|my|a) yes\b",
    ),
    "silence": any_of(
        r"\b(?:follow(?:ing)?[- ]?up|ghost\w*|no (?:reply|response|answer)|haven'?t (?:heard|replied|responded)|(?:been|gone?|went|radio|total|complete|still) silen\w+|silence (?:since|from|after)|"
        r"not (?:heard|replied|responded)|(?:and|then|got|with|but) (?:nothing(?! (?:on|about|of|in|for|more|else|wrong|to)\b)|crickets)|crickets|been (?:a|\d+|two|three) (?:week|day)s?|chase|nudge|went quiet|radio silence)\b"
    ),
    "written": any_of(
        r"\b(?:get|put|have|want\w*|need|ask\w*|confirm\w*|see|request\w*|make)\b[^.?!,;()\n]{0,40}\bin writing\b|^\W*in writing",
        r"\b(?:confirm\w*(?: \w+){0,4} (?:call|verbal\w*|promise\w*|agreed|discussed)|verbal(?:ly)? promise\w*|"
        r"put (?:it|that) in the letter|recap|on record|on paper|get (?:it|that|this|them) (?:down )?(?:in writing|written|on paper)|in black and white)\b",
        r"\b(?:contract|letter|offer letter|paperwork|document)\b[^.?!\n]{0,20}\b(?:mentions? (?:none|nothing|no)|doesn'?t (?:say|mention|show|have|include)|does not|says nothing|is missing|has nothing|without (?:it|that|them)|leaves? (?:it )?out|forgot)\b",
        r"\b(?:forgot|third time|still no|hasn'?t sent|haven'?t sent|waiting (?:for|on)|wait for)\b[^.?!\n]{0,30}\b(?:letter|contract|paper|paperwork)\b",
    ),
    "level": any_of(
        r"\b(?:re-?look|look again|second look|re-?consider|re-?visit)\b[^.?!\n]{0,20}\blevel\b|\blevell?ing committee\b|\bif my \W*level\W* |\b(?:wrong|right|correct) \W*level|\blevel (?:to|for|at) [a-z]{0,3}\d|\bone level (?:up|higher)|i'?d say (?:senior|staff|lead|principal)",
        r"\b(?:level(?:ing)? review|re-?level|higher level|up-?level|under-?levell?ed|title bump|level up)\b",
        r"\b(?:consider|slot|bring|place|put|hire|move) me (?:in |for |at |as |to |into )?(?:an? |the )?(?:senior|staff|principal|lead|higher|next|[LE]\d|ic\d|sde ?\d|level)\b",
    ),
    "questions": any_of(
        r"\b(?:equity|options?|esop|emi|cap table|stock)\b[^.?!\n]{0,40}\bquestions?\b|\bquestions? i (?:need|want|should)|\bwhat (?:is|are) missing\b",
        r"\b(?:questions? (?:to ask|for|about)|ask (?:them |the recruiter |him |her )?about (?:the )?"
        r"(?:vesting|equity|strike|cliff|refresh\w*|benefits|details)|missing (?:details|terms|info\w*)|clarif\w+)\b",
        r"\bwhat(?:ever|soever)?(?: else)? (?:i (?:should|need to|must|have to|ought to)|to|should i) (?:be )?(?:ask(?:ing)?|know(?:ing)?|find out)\b|\bthe right questions\b|\bask (?:all |everything )?what matters\b",
    ),
}

EQUITY_ONLY = any_of(
    r"\b(?:emi|esop|vsop|stock|share|growth)? ?options\b|\b\d(?:\.\d+)? ?% (?:of (?:the )?company|equity)|\bequity\b[^.]{0,20}\d ?%"
)
SAID_BY_THEM = any_of(
    r"\b(?:recruit\w+|they|he|she|hr|hm|hiring manager|the company|manager|rec|agency|director|cto|owner|dean|prof(?:essor)?|lady|guy|team lead|talent (?:partner|acquisition|team)|vp|boss|"
    r"rep|founder|ceo|people team|comp team)\b[^.?!\n]{0,30}\b(?:said|says|say|told|tells|tell|claim\w*|insist\w*|ask\w*|"
    r"replied|responded|wrote|writes|keeps?|just|came back|emailed|texted|is saying|are saying|wants?|mentioned|bola|bol\w*)\b",
    r"\bunfortunately\b",
    r"\b(?:hr|recruit\w+|chef\w*|personal\w+|manager\w*|reclutador\w*|drh|sie|er|ella|me|ils?|elle)\b[^.?!\n]{0,25}\b(?:puch\w*|pooch\w*|pucha|sagt\w*|meint\w*|fragt\w*|schrieb\w*|pregunt\w*|"
    r"pergunt\w*|demand\w*|m'a dit|dijo|dice)\b|\b(?:she|he|they) (?:say|call|ask|want|tell)(?: me)?\b",
    r"\b(?:her|his|their|the|exact) (?:\w+ )?words\b|\b(?:recruiter|manager|she|he|agent|hr)\b[^.?!\n]{0,20}\b(?:got|went|was|sounded) (?:\w+ )?(?:short|cold|hurt|angry|upset|annoyed|snappy)\b",
    r"\bwe (?:are|'re) (?:not able|unable|not in a position)\b|\bwe (?:can'?t|cannot|don'?t|do not|won'?t|couldn'?t|never)\b",
    r"\b(?:bc|because|since|cuz) (?:i|my)\b[^.?!\n]{0,40}\bthey (?:pay|offer|give|cut)\b",
    r"\b(?:says?|said|claims?|insists?|bol\w*|kah\w+|dicen?|dijo|me dij\w+)\b[^.?!\n]{0,15}\b(?:its?|that|they|we|there|the|no|que|ki)\b",
    r"\b(?:she|he|they) (?:was|were|went|goes|is|got)\b[^.?!\n]{0,10}\b(?:like|all|cold|quiet)\b",
    r"\b(?:i (?:was|got|have been|'ve been) told|was told|been told|being told|apparently)\b",
    r"\bhow (?:do|should|can|would) i (?:respond|reply|answer|react|handle|push back|counter)\b",
    r"\b(?:e-?mail|mail|message|text|letter) from [^:\n]{2,40}:",
    r"^\s*(?:recruiter|hr|hm|them|they|she|he|cto|ceo|founder|manager|boss|agency|director)\s*:",
)

OFFER_QUOTED = lazy(r"^\s*[\"“‘'].{8,}|.*?(?<!\w)[\"“‘'][^\"”’']{14,}[\"”’']", re.DOTALL)


COMPARE = any_of(
    r"\b(?:compare|comparison|which (?:one|offer|is better|should|of (?:the|these))|better (?:offer|deal)|versus|\bvs\b|"
    r"(?:choose|decide|pick) between|side by side|stack up)\b"
)

ASKS_YEARS = any_of(
    r"\b(?:need|want|give me|show me|what(?:'?s| is| are| does| do| would)?|how much|which|tell me|compute|calculate)\b[^.?!\n]{0,40}\b(?:each (?:year|yr)|(?:year|yr|y) ?(?:\d|one|two|three|four)\b|every year|(?:first|second|third|fourth|last) (?:year|yr)|average|avg|totals?|tc|(?:4|four) (?:years?|yrs?)|in a year|per year|a year)\b",
    r"\b(?:totals?|tc|average|avg|(?:year|yr) ?(?:\d|one|two|three|four)|first year|each year)\b[^.?!\n]{0,30}(?:\?|\bplease\b|\bpls\b)",
    r"\bwhat does (?:y|yr|year) ?\d\b",
)
"""Asks what a stated offer pays in its years."""
ASKS_FIGURE = any_of(r"\b(?:what|which) (?:number|figure|amount|sum) (?:is|would|does|do)\b")
"""Words by which a message asks for a figure only, whatever else it names."""
OTHERWISE = any_of(r"\bwhat if\b|\binstead\b")
"""Words by which a stated term is another one than that on file."""
ASKS_AT_ALL = any_of(
    r"\?|\b(?:how|what|which|who|whats|calc\w*|comput\w*|work out|tell me|give me|figure out|should|can i|do i|kitn\w+|combien|cuanto|wie ?viel|quanto)\b"
)
"""Words without which a message only tells something."""
ASKS_OWN = any_of(
    r"\bkitn\w+ (?:banega|hoga|milega|hua|hai|banta)\b",
    r"\bwhat(?:'?s| is| are| wo?u?ld| will| do| does| did)? (?:my|i|me|that|it|the new|mine)\b",
)
"""A question of the person's own behind what they report."""

COMPUTE = any_of(
    r"\b(?:total|tc|sum)\b[^.?!\n]{0,40}\b(?:if|after|over|stay|by)\b",
    r"\bwhat (?:do|would|will|did) i (?:make|earn|get|take home|be paid)\b",
    r"\b(?:per|a|each) (?:year|yr|month) (?:is|does|would)|what that(?:'?s| is) (?:per|a)|whats? that (?:per|a)\b",
    r"\b(?:how much|calculate|compute|work out|figure out|break ?down|what(?:'s| is| are| would| will)(?: my| the| be)*"
    r"[^.?!\n]{0,40}\b(?:tc|total|worth|year \d|first year|per year|a year|annual\w*|average|amount|value|take home|add up|comp\w*)|"
    r"total comp\w*|year[- ]by[- ]year|tc\?|what do(?:es)? (?:it|that|this) (?:come|add) (?:to|up))\b",
)
PARTS_SUMS = any_of(r"[,;+]", r"\b(?:and|plus|with)\b")
MORE_BEHIND = lazy(r"\s*(?:(?:in|of)\s+)?(?:[a-z-]+\s+)?(?:more|extra|additional|higher|on top)\b", re.IGNORECASE)
TOTAL_BEFORE = any_of(r"(?:\b(?:at|to|is|was|were|be|of)|=)\s*[$€£]?$")
"""Before an amount: it is the new total, even where "on top of that" follows."""
MORE_BEFORE = any_of(r"\b(?:extra|additional|another|by)\s*(?:an?\s+)?$", r"\+$")
"""Beside an amount: it goes on top of what is offered and is not the new total; a plus apart from it joins two sums."""
GROWTH = lazy(
    r"(?:(?:stock|shares?|equity|price|rsus?|it)\b[^.?!\n%]{0,40}?\b(?:grow\w*|go(?:es)? up|rises?|up|gain\w*|appreciat\w*|increas\w*|(?P<down>fall\w*|drops?|down|declin\w*|loses?))\b[^.?!\n%]{0,25}?"
    r"(?P<a>\d+(?:\.\d+)?)\s?(?:%|percent))|(?:(?P<b>-?\d+(?:\.\d+)?)\s?(?:%|percent)\s+(?:a year |yearly |annual |per year )?(?P<down2>drop|decline|fall|loss)?\s*(?:stock |share |price |equity )*(?:growth|appreciation|gains?|drop|decline|fall|loss))",
    re.IGNORECASE,
)
YEARLY = any_of(
    r"\b(?:a|per|each|every) (?:year|yr|annum)\b|\b(?:yearly|annual\w*|yoy|cagr|growth)\b|/\s?(?:yr|year)\b"
)
YEARS = lazy(
    r"\b(?:over|for|next|first|across|stay|in|after)\s+(?:only\s+)?(?:the\s+)?(?:next\s+|first\s+)?(\d{1,2}|two|three|four|five)\s+(?:years?|yrs?)\b",
    re.IGNORECASE,
)

REVIEW = any_of(
    r"\b(?:review|check|proofread|critique|feedback on|look over|improve|fix|edit|thoughts on)\b[^.?!\n]{0,40}\b(?:my|this|the)\b[^.?!\n]{0,25}"
    r"\b(?:draft|e-?mail|mail|message|reply|counter|letter|text|response)\b",
    r"\b(?:is|does) (?:this|my) (?:draft|e-?mail|mail|message|reply|counter)\b[^.?!\n]{0,30}\b(?:ok|okay|good|fine|sound|work|too)\b",
)

AGAINST_PROMISE = any_of(
    r"\b(?:the|a|my|their|this|formal|official|written|final|revised) (?:(?:formal|official|written|revised|offer) )*letter\b",
    r"\b(?:match\w*|same as|differ\w*|compare\w*|everything|all)\b[^.?!\n]{0,40}\b(?:promised|agreed|told|said|discussed|talked)\b",
)
"""A letter has come, or is to be held against what was said."""
_FIRST = r"\bwhat (?:should|can|could|do|would|shall) (?:i|you|we) (?:bring up|raise|mention|start with|open with|lead with|tackle|discuss|address|ask(?: for)?|negotiate|push)(?: \w+){0,3}? first\b"
WHAT_FIRST = any_of(_FIRST)
"""Asks which part of the offer to speak of first."""
PUSH = any_of(
    _FIRST,
    r"\bworth (?:pushing|negotiating|asking|fighting|raising)\b",
    r"\bwhat (?:should|can|could|do|would) i (?:push|ask|negotiate|counter|go for|request|focus)\w*\b",
    r"\b(?:what|which)\b[^.?!\n]{0,40}\b(?:push|negotiat\w*|lever\w*|ask for|move|room|wiggle)\b",
    r"\bwhere\b[^.?!\n]{0,25}\b(?:room|push|flex\w*|give|wiggle|slack)\b",
    r"\b(?:kya|kitna|kitne)\b[^.?!\n]{0,30}\b(?:maang\w*|mang\w*|negotiate)\b|\bmaang (?:sakt\w+|lu|loon)\b|\bpuedo pedir (?:mas)?\b",
    r"\bhow (?:much|high|far)\b[^.?!\n]{0,30}\b(?:ask|counter|push|negotiate|go)\b",
)
JUDGE = any_of(
    r"\b(?:is|are|was|seems?|looks?|sounds?)\b[^.?!\n]{0,40}\b(?:good|fair|decent|low|lowball\w*|ok|okay|reasonable|competitive|"
    r"too (?:low|little)|below market|under ?paid|market rate|worth it|high enough)\b",
    r"\b(?:low ?ball\w*|am i (?:being )?(?:under ?paid|screwed|ripped off)|good (?:offer|deal|enough)|fair (?:offer|pay|market))\b",
    r"\bkais[aei] (?:hai|h)\b|\b(?:accha|achha|theek|thik|sahi) (?:hai|h)\b|\b(?:es|esta) (?:buena|bien|baja)\b",
    r"\b(?:how(?:'s| is) (?:this|my|the) offer|what do you think|thoughts on (?:this|my|the) (?:offer|package)|rate (?:this|my))\b",
)
OWN_QUESTION = any_of(
    r"^\W*(?:hi|hey|hello|so|ok|um+|quick question)?[\s,:-]*(?:should|shall|can|could|may|must|does|is|are|am|will|would|what|which|when|why|"
    r"how|how much|where)\b",
    r"(?:^|[-,;:.?!]\s*)(?:do|does|will|would|can|are|is) (?:they|you|amazon|google|microsoft|meta|apple|companies|recruiters|people|most|it)\b",
    r"\b(?:when|should|can|could|may|do|must|how|how do|when do|what do|where do) i\b(?! (?:say|answer|reply|respond|react|handle|tell (?:them|him|her)|push back))",
)
NEGATED = any_of(
    r"\b(?:not|don'?t|dont|do not|didn'?t|never|haven'?t|hasn'?t|isn'?t|without|before|no(?:t)? (?:going|ready|decided))\b[^.?!\n]{0,25}"
    r"\b(?:accept\w*|declin\w*|sign|take it|turn\w* (?:it )?down|reject\w*|say(?:ing)? (?:yes|no))\b"
)
CONDITIONAL = any_of(
    r"\b(?:accept|sign|take it|say yes|join)\b(?! (?:mail|e-?mail|letter|note|message))[^.?!\n]{0,40}\b(?:if|at|for|once|when|provided|only)\b",
    r"\bif (?:they|you|he|she|it)\b[^.?!\n]{0,60}\b(?:accept|sign|take it|say yes|join)\b",
    r"\bshould i (?:accept|decline|sign|take|turn)\b|\b(?:what do i do|what now|what should i do)\b",
)
"""A yes or no that hangs on something, or is only asked about."""
NO_OTHER_OFFER = any_of(
    r"\b(?:no|don'?t have|dont have|haven'?t got|without)\b[^.?!\n]{0,12}\b(?:an?y? ?)?(?:other|another|competing|second)\b[^.?!\n]{0,10}\boffers?\b",
    r"\bonly (?:have |got )?(?:this|one|the one) offer\b|\b(?:i|we) (?:don'?t|do not) (?:have|hold) (?:one|any|anything else)\b(?=\W*(?:$|[.!?,;\n]|yet|right now))",
)
BARE_COUNTER = any_of(r"\b(?:counter|negotiate|ask for more|push)\b")
ASKS = any_of(r"\b(?:help|advice|advise|thoughts|what should|how (?:do|should|can)|tips|tell me)\b")
FOLLOW_ON = any_of(r"^\W*(?:and |but |ok |so )*(?:what if|and if|what then|then what|what about|how about|and then)\b")

LEVER_WORDS: dict[str, re.Pattern[str]] = {
    "base_salary": any_of(r"\b(?:base|basic|salary|fixed(?: pay)?)\b"),
    "equity_grant": any_of(
        r"\b(?:rsus?|stocks?|equity|(?<!own )(?<!research )(?<!travel )(?<!project )(?<!teaching )grant(?! (?:money|funding|from|that|me|us)\b)|shares)\b"
    ),
    "sign_on_bonus": any_of(
        r"\b(?:signing(?:[- ]?on)?(?: bonus)?|joining bonus)\b",
        r"(?<!would )(?<!will )(?<!'ll )(?<!'d )\bsign(?:[- ]?on(?: bonus)?| bonus)\b",
        r"(?<!would )(?<!will )(?<!'ll )(?<!'d )(?<!to )(?<!can )(?<!could )(?<!\bi )(?<!gladly )(?<!happily )(?<!only )(?<!just )(?<!\bid )(?<!\bill )\bsign\b(?! (?:if|at|once|when|today|it|the|my|this)\b)",
    ),
    "target_bonus": any_of(r"\b(?:annual bonus|target bonus|yearly bonus)\b"),
}
OWN_CASE = any_of(
    r"\b(?:levels\.?fyi|glassdoor|blind|market (?:data|rate|median)|median|percentile|benchmark\w*|posted range|salary data|"
    r"phd|patent\w*|publication\w*|years of experience|\d+ ?(?:yoe|years? exp\w*))\b"
)
"""The person has named data or a case of their own."""
CLAUSE_END = any_of(
    r"(?<=[.!?;])\s+|\n+",
    r",?\s+(?:but|and|so|then)\s+(?=i\b|i'|can\b|could\b|my\b)",
    r",\s+(?=(?:they|the offer|it'?s|he|she|recruiter|offer(?:ed)?|currently|right now|write|draft|please|pls|help|ask|can (?:you|u)|could you|how (?:do|should|can)|now (?:write|help|ask)|counter)\b)",
    r",\s+(?=(?:i|i'd|i'm|my|and i|but i)\s)",
    r"\s+(?=they (?:offered|gave|are offering)\b)|\s+\((?=(?:the |their |my )?(?:offer|they|currently|now|from)\b)",
)
