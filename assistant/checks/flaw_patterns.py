"""Flaw patterns: the words by which the flaws of a draft show."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy


def _any(*parts: str) -> re.Pattern[str]:
    return lazy("|".join(parts), re.IGNORECASE)


WARMTH = _any(
    r"\bth(?:ank|x|anks)", r"\bappreciat", r"\bexcit", r"\bthrilled", r"\bdelight", r"\bglad\b", r"\bhappy\b",
    r"\blov(?:e|ed|ing)\b", r"\bkeen\b", r"\blook(?:ing)? forward", r"\bcan'?t wait", r"\bstoked", r"\bpumped",
    r"\benthusias", r"\beager", r"\benjoy", r"\bhonou?red", r"\bgrateful", r"\bpleas(?:ed|ure)", r"\bfirst choice",
    r"\bwhere i(?:'d)? (?:want|would like|like) to be\b", r"\btop (?:pick|choice)\b", r"\brather (?:join|come|work)\b", r"\bi want to (?:join|work|come|be)\b",
    r"\bdream (?:job|role|team|place)\b", r"\bover the moon\b",
    r"\bgreat (?:to|news|team|call|talking|meeting)", r"\bwonderful", r"\bnice (?:to|talking|meeting)",
)  # fmt: skip
LEAVES = r"(?:walk|declin|reject|leav|pass\b|withdraw|mov(?:e|ing) on|out\b|gone\b|off the (?:market|table)|elsewhere|turn\w* (?:it|you|this) down)"
ULTIMATUM = _any(
    rf"\b(?:or|otherwise|else|after (?:which|that)|from then on)\b,? (?:i(?:'m|'ll|'d)?|we)\b[^.!?\n]{{0,25}}\b(?:{LEAVES}|tak(?:e|ing)|go(?:ing)?\b"
    r"|accept\w*|sign(?:ing)?\b|look(?:ing)?\b|not )[^.!?\n]*",
    rf"\bif (?:you|this|that|it|they|we)\b[^.!?\n]{{0,12}}(?:n't|not|unable)\b[^.!?\n]*\bi(?:'ll|'d"
    rf"|'m)?\b[^.!?\n]{{0,30}}"
    rf"\b(?:{LEAVES}|tak(?:e|ing) (?:the|my|an)|go(?:ing)? (?:with|to)|(?:won't|will not|can't"
    rf"|cannot) (?:be able|join|sign|accept))"
    r"[^.!?\n]*",
    rf"\bi(?:'ll| will| would|'d| am|'m)\b[^.!?\n]{{0,25}}\b{LEAVES}[^.!?\n]*\b(?:unless|if (?:you|this"
    rf"|it)\b[^.!?\n]{{0,12}}(?:n't|not))"
    r"[^.!?\n]*",
    rf"\bif not\b,? i\b[^.!?\n]{{0,25}}\b{LEAVES}[^.!?\n]*",
    r"\bunless\b[^.!?\n]*\bi (?:won't|will not|can't|cannot|will have to)[^.!?\n]*",
    r"\btake it or leave it\b", r"\bnon-?negotiable\b[^.!?\n]*", r"\b(?:my|this is my"
    r"|that's my) final (?:number|offer|demand)\b",
    r"\b(?:the (?:absolute )?(?:minimum|least)|nothing (?:less|below)) (?:that )?(?:i'd|i would|i will|i'll|i can) "
    r"(?:consider|accept|take|sign)\b[^.!?\n]*",
    r"\bi (?:won'?t|will not|refuse to|am not going to|'m not going to) (?:accept|sign|join|settle|work)\b[^.!?\n]*",
    r"\byou have (?:until|till|one day|\d+ (?:hours|days))\b[^.!?\n]*",
    r"\b(?:last|final) chance\b",
    r"\bi (?:will|can|could|would) only (?:be able to |be willing to )?(?:sign|accept|join|start|come)\b (?:at|for|if|with|on)\b[^.!?\n]*",
    r"\bor (?:else )?(?:you (?:can|may|could|should|will have to|'ll have to) |feel free to |please |just )*(?:go(?: and)? )?(?:find|look for|get|hire"
    r"|pick|choose|call|ask|give (?:it|this|the \w+) to) (?:some(?:body|one)|another|anybody|a different|the next|your next|plan b)\b[^.!?\n]*",
    r"\bor (?:forget it|else\b|no deal|nothing|we(?:'re| are) done|bye)\b",
    r"\byou(?:'d| would|'ll| will)? (?:have to|need to|must) (?:beat|match|top) [^.!?\n]*\bor\b[^.!?\n]*",
)  # fmt: skip
OTHER_OFFER = _any(
    r"\b(?:another|other|competing|second|third|rival|multiple|several|two|three|better) (?:\w+ ){0,2}offers?\b",
    r"\b(?!Your|This|That|The|It\b)(?-i:[A-Z])\w+'s (?:\w+ ){0,2}(?:offer|letter|number|package)\b",
    r"\b(?!They\b|You\b|We\b|This\b|It\b|That\b|I\b)(?-i:[A-Z])\w+ (?:has |have |had |just |also |already )*(?:released|made|extended|sent|issued|given|rolled out|put)"
    r"\b[^.!?\n]{0,25}\b(?:offer|contract|letter|\d)",
    r"\boffers? from (?!you\b)(?-i:[A-Z])\w+", r"\b(?!You\b|They\b|We\b|She\b|He\b|The\b|Your\b|This\b|That\b|I\b|As\b)(?-i:[A-Z])\w+ (?:has |have "
    r"|just |also )*(?:offered"
    r"|is offering|are offering)\b",
    r"\b(?:a|another|the other|one|some) (?:competing |rival |other )?(?:company|companies|firm|employer"
    r"|startup)\b[^.!?\n]{0,40}"
    r"\b(?:offer|has me|have me|at \$?\d|will pay|ready to pay|willing to pay|pays|paying|(?:put|gave|came)\b[^.!?\n]{0,15}\d)",
    r"\boffers?\b[^.!?\n]{0,30}\bfrom (?:another|a different|the other|a second)\b",
    r"\boffer\b[^.!?\n]{0,15}\d[^.!?\n]{0,15}\bfrom (?!you|the|this|them\b|him\b|her\b|my (?:current|present|old))\w+",
    r"\b(?:got|have|holding|sitting on)\b[^.!?\n]{0,15}\d[^.!?\n]{0,15}\bfrom (?:an? |another |(?-i:[A-Z][a-z]))",
    r"\b(?!(?:you|they|we|she|he|it|that|this|who|then|recruiter|manager|hr|team|base|salary|number)\b)\w+ came (?:back|in) (?:with|at) \W?\d",
    r"\b(?!They\b|You\b|We\b|This\b|It\b|That\b)(?-i:[A-Z])\w+ (?:has|have|had) me (?:at|down)\b",
    r"\b(?:the )?other (?:place|one|company|firm|shop|studio|bank|lab|letter|team|employer)\b[^.!?\n]{0,30}\b(?:at|is|has|pays|came"
    r"|gave|offers?|says)\b",
    r"\bcompetitor (?:offer|is|has)", r"\bsomeone else (?:is |has )?offer",
    r"\b(?!You\b|They\b|We\b|She\b|He\b|It\b|That\b|This\b)(?-i:[A-Z])\w+ (?:is|are|was|were) (?:giving|paying"
    r"|at \$?\d)",
    r"\b(?!You\b|They\b|We\b)(?-i:[A-Z])\w+ (?:gave|would give|will give|pays|will pay) (?:me|\$?\d)",
)  # fmt: skip
CURRENT_PAY = _any(
    r"\b(?:i|i'm|i am|im)\b (?:currently |now |presently |already |only )*(?:mak(?:e|ing)|earn(?:ing)?"
    r"|get(?:ting)?(?: paid)?|on|at|paid)"
    r"(?: (?:around|about|roughly|only|just))? ?[^\w\s]{0,2}\d(?:(?!\b(?:so|and|but|which|while)\b)[^.,;!?\n])*",
    r"\bmy (?:current|present|existing|previous|last|old) (?:\w+ )?(?:salary|base|pay|package|comp(?:ensation)?"
    r"|ctc|tc|income|wage)"
    r"(?: (?:is|was|of|at))?[^.;!?\n]{0,12}\d(?:(?!\b(?:so|and|but|which|while)\b)[^.,;!?\n])*",
    r"\b(?:current|present) (?:salary|ctc|pay|base|comp)(?: (?:is|was|of|at|:))+ ?\W{0,2}\d(?:(?!\b(?:so|and"
    r"|but|which|while)\b)[^.,;!?\n])*",
    r"\b(?:currently|right now|today) (?:i'm |i am )?(?:make|making|earn|earning|at|on) ?\W{0,2}\d(?:(?!\b(?:so"
    r"|and|but|which|while)\b)[^.,;!?\n])*",
    r"\b(?:i|i'm|i am|im)\b (?:currently |now )*being paid ?\W{0,2}\d(?:(?!\b(?:so|and|but|which|while)\b)[^.,;!?\n])*",
)  # fmt: skip
NEED = _any(
    r"\b(?:my |the |a )?rent\b[^.;!?\n]{0,40}", r"\bmortgage\b", r"\b(?:student )?(?:loans?|debts?)\b(?: to pay)?",
    r"\bbills\b", r"\b(?:two|three|my|our|the|young|small|\d) (?:kids?|child(?:ren)?|baby)\b", r"\bnew baby\b",
    r"\bmy (?:wife|husband|partner|fiance\w*|parents?|mother|father|family)\b(?! (?:and i )?(?:discuss|talk"
    r"|decid|agree|support))"
    r"[^.;!?\n]{0,40}",
    r"\bpregnan\w+", r"\bwedding\b", r"\bday ?care|child ?care\b", r"\bbought a (?:house|home|flat|car|apartment)\b",
    r"\b(?:personal|living|monthly|high) (?:expenses|costs)\b", r"\bcan(?:'t"
    r"|not) afford\b[^.;!?\n]*", r"\bmake ends meet\b",
    r"\bfamily to (?:support|feed)\b", r"\bmedical (?:bills"
    r"|costs)\b", r"\beverything is (?:so )?expensive\b", r"\binflation\b",
    r"\b(?:i )?(?:really )?need the money\b",
    r"\b(?:barely|hardly|just about|only just) (?:get|getting|scrape|scraping|manage|live) (?:by|through|on)\b|\b(?:won't|doesn't|does not) stretch\b|\bbroker fees?\b",
    r"\b(?:flats?|apartments?|places|rooms) (?:in|near|around|there|here)\b[^.;!?\n]{0,40}\d",
    r"\b(?:one|two|three|1|2|3|a)[- ]?bed(?:room)?s?\b[^.;!?\n]{0,40}", r"\bcar (?:note|payments?|loan)\b",
    r"\b(?:much|anything|nothing|little|hardly any\w*|not a lot|no money)\b[^.;!?\n]{0,12}\bleft\b",
    r"\b(?:groceries|utilities|gas|petrol|heating|tuition|insurance) (?:is|are|cost|went|and)\b[^.;!?\n]{0,40}",
    r"\b(?:father|mother|husband|wife|partner|dad|mum|mom)\b[^.;!?\n]{0,15}\b(?:retired|unemployed|sick|ill|lost|out of work|not working|not earning)\b",
    r"\b(?:marriage|wedding|all (?:the )?expenses?)\b[^.;!?\n]{0,30}",
    r"\b(?:aluguel|alquiler|loyer|miete|hypothe\w+|hipoteca|mutuo|cr[ée]dito?|pr[eê]t|kredit|beb[eêé]|b[ée]b[ée]|kinder?"
    r"|kita|hij[oa]s?|filh[oa]s?|enfants?|gu?arder[ií]a|creche|crèche|emi|huur|kinderopvang)\b",
)  # fmt: skip
APOLOGY = _any(
    r"\b(?:so |really |very |i'm |i am )*sorry\b[^.;!?\n]*", r"\bapologi[sz]e?\b[^.;!?\n]*|\bapologies\b[^.;!?\n]*",
    r"\b(?:i )?(?:feel|felt) (?:really |so |very |a bit |kind of )*(?:bad|guilty|awkward|terrible|greedy"
    r"|uncomfortable)\b[^.,;!?\n]*",
    r"\b(?:i )?hate to (?:ask|bother|be)\b[^.,;!?\n]*", r"\bnot (?:be|sound|seem|come across as"
    r"|trying to be) (?:too )?(?:greedy|difficult|pushy"
    r"|ungrateful|rude|demanding)\b[^.;!?\n]*", r"\b(?:don't|do not) want to (?:be|seem|sound|come across as"
    r"|appear) (?:\w+ )?"
    r"(?:greedy|difficult|pushy|ungrateful|rude|demanding|a bother)\b[^.;!?\n]*",
    r"\b(?:i )?hope (?:this|it|that)(?: is|'s)(?: not|n't) (?:too much|a problem|inappropriate|rude"
    r"|asking)\b[^.;!?\n]*",
    r"\bif it(?:'s| is) not too much trouble\b", r"\b(?:to|i'm) bother(?:ing)? you\b[^.;!?\n]*",
    r"\b(?:(?:totally|completely|absolutely|perfectly) )?(?:fine|ok(?:ay)?|no worries"
    r"|no problem)(?: with me)? if (?:not|it's not"
    r"|you can't|that's not)\b[^.;!?\n]*",
    r"\bi know (?:this|it|that)(?: is|'s) (?:a lot|too much|asking a lot|probably|inappropriate)\b[^.;!?\n]*",
    r"\bforgive me\b[^.;!?\n]*", r"\bif (?:this|it) is inappropriate\b",
)  # fmt: skip
AGGRESSIVE = _any(
    r"\binsult\w*[^.;!?\n]*", r"\blow-?ball\w*", r"\b(?:a|total"
    r"|complete) joke\b", r"\bridiculous\w*", r"\blaughable\b", r"\bembarrassing\b",
    r"\bdisrespect\w*", r"\bunacceptable\b", r"\bwaste of (?:my )?time\b"
    r"|\bwasting my time\b", r"\byou (?:people|guys)(?: clearly)?\b[^.;!?\n]*",
    r"\bpathetic\b", r"\bstingy\b"
    r"|\bcheap(?:skate)?\b", r"\bwake up\b", r"\bi deserve\b[^.;!?\n]*", r"\bi (?:strongly )?demand\b[^.;!?\n]*",
    r"\bfix (?:it|this)\b", r"\bget it done\b", r"\bmake it happen\b", r"\bslap in the face\b", r"\bshame\b"
    r"|\bshameful\b",
    r"\ba real company\b", r"\bserious companies\b", r"\bclearly (?:don't|do not) (?:understand|know"
    r"|value)[^.;!?\n]*", r"\bwhat a\b",
    r"\byou (?:must|have to|need to) (?:pay|give|raise|match|increase|do better)[^.;!?\n]*",
    r"\bi expect (?:you|an?|at least|nothing)\b[^.;!?\n]*", r"\bexploit\w*", r"\bscam\b", r"\bgreedy company\b",
    r"\bi expect \W{0,2}\d[^.;!?\n]*|\bseriously\?|\bsomething serious\b",
    r"\b(?:you|they|someone|somebody) (?:have |has |just |clearly )*(?:lied|are lying|is lying)\b[^.;!?\n]*|\bliars?\b|\brubbish\b|\bbullshit\b|\bcrap\b"
    r"|\bmess(?:ing|ed)? me (?:around|about)\b[^.;!?\n]*|\bsort (?:it|this) out\b|\bbait and switch\b",
)  # fmt: skip
SHOUTED = lazy(r"\b(?:DEMAND|MUST|NEED|NOW|FAIR|DESERVE|NEVER|UNACCEPTABLE|RIDICULOUS|INSULT\w*|JOKE)\b")
LATE = _any(
    r"\b(?:late|slow|delay\w*|missed|missing your|earlier repl|typos?|english|long (?:mail|email|message|silence)"
    r"|radio silence|time to (?:reply|respond|answer)|responding|get(?:ting)? back|reschedul\w*|sp[äa]te|verp?sp[äa]tung"
    r"|tardanza|retard|demora|ritardo|won't be|not be joining|to decline|to hear)\b",
)
KEEPS_PAY_PRIVATE = _any(
    r"\b(?:rather|prefer|choose|going to)\b[^.!?\n]{0,30}\b(?:not|leave (?:that|it) out|keep|private|skip)\b",
    r"\bdon'?t (?:want to )?(?:share|talk about|discuss|go into|mention|say)\b|\bnot (?:share|talk about|mention)\b",
)
OWN_LEVER = _any(
    r"\b(?:under budget|relocat\w+|moving compan\w+|school fees|childcare (?:benefit|allowance|budget|support)|housing allowance"
    r"|allowance|(?:for|cover\w*|of) (?:my )?(?:\w+ )?depend[ae]nts?|visa for|parental leave|instead of|rather than)\b"
)
ONLY_TALKS = _any(
    r"\b(?:interview\w*|screen(?:ing)?|process|final (?:round|conversation|talk)|first call|in talks)\b(?![^.!?\n]*\boffer"
    r"(?:ed|s|ing)?\b(?! came| arrived| yet))",
    r"\bno (?:other )?offers?\b",
)
AS_AGREED = _any(
    r"\bas (?:we )?agreed\b|\bwe agreed\b|\b(?:missing|isn'?t in|not in|lacks?|forgot\w*)\b[^.!?\n]{0,40}"
    r"|\bversion with\b|\bcorrect(?:ed)? (?:letter|contract|version)\b|\bfrom your mail\b"
)
KNOWS_THE_LIMIT = _any(
    r"\bunderstand\b[^.!?\n]{0,40}\b(?:final|band|top of|budget|fixed|limit|ceiling|cap|maximum|max|as far as|as high as|can'?t|cannot|not possible|no room|won'?t)\b",
    r"\b(?:if|since|as) the (?:base|salary|pay|band|budget)\b[^.!?\n]{0,20}\b(?:can'?t|cannot|can not|is (?:fixed|final|capped))\b",
)
"""An answer to a refusal: what it asks for instead needs no reason of its own."""
DECLINES = _any(
    r"\b(?:will not|won't|not) be (?:taking|joining|accepting|coming|able to (?:accept|take|join)|moving forward)\b",
    r"\bdecided (?:to (?:decline|take another|go with|stay|pass)|on another|against)\b",
    r"\b(?:have to|must|need to|want to|would like to) (?:decline|turn (?:it|this|you|the offer) down|pass on)\b",
    r"\baccepted (?:another|a different) (?:offer|job|position|role)\b|\bwithdraw(?:ing)? (?:my|from)\b",
)
ASK = _any(
    r"\b(?:could|can|would|will|may|might) (?:you|we|it|i|the|this|that|there|u)\b", r"\bi(?:'d| would) (?:like"
    r"|love|ask|want|need|hope|prefer|propose)\b",
    r"\bi(?:'m| am|m)? (?:was )?(?:need|want|request|hoping|looking|asking|expecting|ask for"
    r"|propos)", r"\bi was (?:hoping|wondering|thinking)",
    r"\b(?:any|some) (?:chance|way|room|flexibility|wiggle|movement)\b", r"\bis there (?:any|a"
    r"|some)\b", r"\bpossible\b", r"\bplease (?:let me|consider|go|raise|add|adjust|match|send)",
    r"\bdo (?=[$€£₹]?\d)", r"\bmatch\b", r"\b(?:should|needs? to|has to|must) be\b", r"\bhow about\b"
    r"|\bwhat about\b", r"\bget me to\b", r"\bi thought maybe\b", r"\bgive me\b", r"\bwould help\b",
    r"\bhope (?:you|we|that)\b|\bconsider\b|\bcome back with\b|\brequests?\b|\bmy (?:asks?|requirements?"
    r"|numbers?|expectations?) (?:is|are)\b",
    r"\bi (?:believe|think|feel)\b[^.!?\n]{0,40}\b(?:fair|right|reasonable|competitive)\b|\bworkable\b"
    r"|\bbe comfortable\b|\bany way\b|\bmax(?:imum)?\b|\bi expect\b|\brevis(?:e|it)\b",
)  # fmt: skip
VAGUE = _any(
    r"\b(?:any|some|a little|a bit of) (?:flexibility|wiggle room|room|leeway|movement|chance (?:of|for) more"
    r"|way to (?:improve|increase|raise|do more))\b[^.;!?\n]*",
    r"\b(?:a bit|a little|slightly|somewhat|much|even)? ?(?:more|better|higher|closer)(?: competitive"
    r"| attractive| generous)?\b[^.;!?\n]*",
    r"\bdo (?:any |a (?:bit|little) )?better\b[^.;!?\n]*", r"\b(?:improve|increase|raise|sweeten|bump|enhance"
    r"|adjust|revisit|reconsider)\b[^.;!?\n]{0,40}"
    r"(?:offer|package|salary|base|pay|compensation|comp|number|stock|equity)\b[^.;!?\n]*",
    r"\bwhat you can do\b", r"\bcome up\b", r"\bnegotiable\b", r"\bnegotiate\b[^.;!?\n]*",
    r"\b(?:bump|push|move|nudge|raise|pump) (?:it|that|this|things|the number)\b[^.;!?\n]*"
    r"|\bsomething (?:serious|better|higher|more|closer)\b",
    r"\b(?:the )?(?:max(?:imum)?|highest|most|best) (?:that )?you(?: guys)? can\b[^.;!?\n]*"
    r"|\bwhat can you (?:do|offer|give)\b|\bhow high can\b[^.;!?\n]*",
    r"\b(?:revise|renegotiate|reopen|revisit|change (?:it|the terms))\b[^.;!?\n]*",
)  # fmt: skip
PAY_WORD = _any(
    r"\b(?:offer|package|salary|base|pay|compensation|comp|number|stock|equity|rsus?|sign-?on|bonus|money|side|terms|give)\b",
    r"\bmax(?:imum)?\b",
)
REASON = _any(
    r"\b(?:cause|cuz|cos|coz|bc) (?:i|my|you|the|it|ur)\b|\bbecause\b|\bsince\b|\bgiven\b|\bbased on\b|\bdue to\b|\bconsidering\b|\bin (?:light|view) of\b"
    r"|\bas (?:i|my|the|you)\b|\bso that\b|\bwhich (?:fits|reflects|matches)\b",
    r"\bmarket\b|\blevels\.?(?:fyi)?\b|\bblind\b|\bglassdoor\b|\bdata\b|\bresearch\b|\bcomparable\b|\bsimilar\b"
    r"|\bpeers?\b|\bband\b|\brange\b|\bpays?\b|\baverage\b|\bmedian\b",
    r"\bexperience\b|\bscope\b|\bskills?\b|\bvalue\b|\bresponsib\w+|\bimpact\b|\bled\b|\bbuilt\b|\bexpertise\b"
    r"|\byears\b",
    r"\bcompeting\b|\b(?:other|another|written) (?:\w+ )?offer\b|\bunvested\b|\bleav(?:e|ing)\b|\blos(?:e"
    r"|ing)\b|\bforfeit|\bbehind\b|\brelocat|\bmov(?:e|ing)\b|\bcost of living\b",
    r"\bworthwhile\b|\bin line with\b|\breflect\b|\bfair\b|\bhelp\b|\bgap\b|\banyone with\b|\bblind says\b",
    r"\bbackground\b|\btrack record\b|\bseniority\b|\bwith my\b|\bother offers\b|\breason\b|\bbenchmarks?\b"
    r"|\bpostings?\b|\bper (?:our|the|market)\b",
)  # fmt: skip
FOLLOW_UP = _any(
    r"\bcheck(?:ing)? in\b",
    r"\bfollow(?:ing)?[- ]?up\b",
    r"\bany (?:news"
    r"|update)\b",
    r"\bmy (?:note|mail|email|message) (?:from|of|on)\b",
)
ACCEPT = _any(
    r"\bi(?:'m| am|'d be| would be)? (?:very |so |really )?(?:happy|glad|delighted|thrilled|pleased|excited"
    r"|honou?red) to accept\b[^.!?\n]*",
    r"\bi(?:'m| am) accepting\b[^.!?\n]*", r"\bi (?:hereby |gladly |happily "
    r"|officially )?accept\b[^.!?\n]*", r"\bi'?ll take it\b", r"\bcount me in\b", r"\bwhere do i sign\b",
    r"\bsign me up\b",
    r"\bi'm in\b", r"\b(?:it's|we have) a deal\b", r"\bconsider it (?:done"
    r"|accepted)\b", r"\bof course i (?:accept|will join)\b",
)  # fmt: skip
_BINDS = r"accept\w*|sign(?:ing)?\b|tak(?:e|ing) (?:it|the|what)"
_NOT_THERE = r"(?![^.!?\n]{0,15}\b(?:there|elsewhere|others?|another|theirs?|them|with)\b)"
_TAKES = rf"(?:{_BINDS}|join(?:ing)?\b){_NOT_THERE}"
HOPES = lazy(r"\b(?:hoping|asking|looking|aiming|wishing|hoped) (?:for|at|to)\b(?: \w+){0,3}\W{0,3}$", re.IGNORECASE)
"""Ends the words before a sum that is wished for."""
FALLBACK = _any(
    rf"\botherwise\b[^.!?\n]{{0,40}}\bi(?:'?ll|'d| will| would| am|'m|m)?\b(?:(?!\bnot\b)[^.!?\n]){{0,25}}\b(?:{_BINDS}){_NOT_THERE}[^.!?\n]*",
    rf"\b(?:if not|either way|in any case|even if|regardless|if (?:it|that|this)(?:'s| is)? (?:a no|not|too much|n't)"
    rf"|if (?:you|they) (?:can't|cannot|cant|say no))\b[^.!?\n]{{0,40}}\bi(?:'?ll|'d| will| would| am|'m|m)?\b(?:(?!\bnot\b)[^.!?\n]){{0,25}}\b{_TAKES}[^.!?\n]*",
    rf"\bi(?:'?ll| will| would|'d|'m| am)?\b (?:\w+ ){{0,3}}{_TAKES}[^.!?\n]{{0,20}}\b(?:anyway|anyhow|either way|regardless|no matter what|in any case)\b",
    r"\b(?:would|'d|could|will|am|'m|be|is) (?:\w+ ){0,3}(?:happy|fine|ok|okay|good|content|satisfied)\b (?:also |too |as well )?(?:with|at)"
    r" \W?\d[\d.,]*\s?k?\b(?: (?:as well|too|also))?",
    r"\d[\d.,]*\s?k? (?:would|will|is) (?:\w+ ){0,2}(?:also|still|equally) (?:be |\w+ )?(?:fine|ok|okay|good|great|enough|work|do)\b[^.!?\n]*",
    r"\d[\d.,]*\s?k? (?:also|still) (?:works|would work|is fine)\b",
    r"\b(?:settle for|live with|go (?:as low as|down to))\b [^.!?\n]{0,12}\d[\d.,]*\s?k?",
    r"\b(?:the )?(?:current|original|present|first) (?:offer|number) (?:is|would be|works)\b[^.!?\n]{0,10}\b(?:fine|ok|okay|good)\b[^.!?\n]{0,10}\b(?:too|also|as well|anyway)\b",
)  # fmt: skip
"""A yes in advance to less than what is asked for."""
AT_ONCE = _any(
    r"\bright away\b", r"\bimmediately\b", r"\bno need\b", r"\bon the spot\b", r"\bwhere do i sign\b", r"\byes!+",
    r"\bright now\b|\bnow itself\b|\bno (?:more )?questions\b",
    r"\bsend (?:me )?(?:over )?(?:the )?(?:paperwork|contract|papers)\b", r"\bwithout (?:thinking"
    r"|hesitation)\b", r"\bdon't need (?:any )?time\b", r"\bi'll take it\b",
)  # fmt: skip
CONDITION = _any(
    r"\bif\b",
    r"\bthen\b",
    r"\bonce\b",
    r"\bwith that\b",
    r"\bprovided\b",
    r"\bas soon as\b",
    r"\bready to\b",
    r"\bas (?:we )?agreed\b",
)
ACCEPTED = _any(
    r"\bi(?:'ve| have)? (?:already |just |since )?(?:signed|accepted)\b", r"\b(?:already|now that i(?:'ve"
    r"| have)?) (?:signed|accepted)\b",
    r"\bafter (?:signing|accepting)\b", r"\bsigned (?:the|my) (?:letter|offer|contract)\b",
)  # fmt: skip
COMMITS = _any(
    r"\b(?:resign\w*|hand(?:ing)? in my notice|(?:give|giving|send|sending) (?:in )?my notice|no need to|whatever the"
    r"|(?:treat|take|consider) (?:this|it)\b|withdr[ae]w\w*|cancel+ed (?:my|the) (?:other|remaining)|in advance|never ?mind"
    r"|don'?t need (?:any )?time|where do i sign|when (?:do )?i start|don'?t (?:even )?care about|tell me when|no (?:more )?questions)\b",
    r"^\W*(?:omg|wow|yes|yess+)\b[^.?]*[.!]*$",
)
WANTS = _any(
    r"\bdo (?=[$€£₹]?\d)|\b(?:need|want|expect|demand|give me|get me|pay me|raise|ask|unless|go(?:es)? (?:up )?to|match|under|below|less than|instead of)\b"
)
ACCEPTED_TOLD = _any(
    r"\b(?:accepted|signed) (?:by|on|in|over|last|the|it|an?|my)\b|\boffer letter signed\b|\bsaid yes\b"
    r"|\b(?:contract|letter|offer) (?:is |was |already )*(?:signed|accepted)\b"
)
SAID_UNTRUE = re.compile(
    r"\b(?:i )?made (?:it |this |that )?up\b(?! (?:my|for|of))|\b(?:is|was|lol|\() ?(?:invented|fake)\b|\b(?:not|isn'?t) (?:really |actually )?(?:true|real)\b"
    r"|\b(?:don'?t|do not) (?:really |actually |even )*have (?:one|it)\b(?! (?:in writing|yet))|\b(?:doesn'?t|does not) (?:really |actually )?exist\b",
    re.IGNORECASE,
)
"""Says of what a draft claims that it is not so."""
NO_OTHER_OFFER = _any(
    r"\bkeine? (?:ander\w+|weiter\w+) angebote?\b|\bpas d'autres? offres?\b|\b(?:sin|no (?:tengo|hay)) (?:otras?|más) ofertas?\b"
    r"|\bsem outr[ao]s? (?:propostas?|ofertas?)\b|\bgeen ander\w* aanbod\b|\bnessun'altra offerta\b|\bkoi (?:aur|doosra) offer nahi\b",
    r"\bno (?:other|competing|second)\b[^.;\n]{0,20}\boffers?\b", r"\b(?:don't|do not|does not|doesn't"
    r"|dont) have (?:an?|any|another)(?: other| competing)? offers?\b",
    r"\bno offer (?:yet|from)\b", r"\bno offers?(?= ?(?:[.;,]|$))", r"\bonly (?:had )?(?:a )?(?:first|phone|final)? ?(?:interview|call|round"
    r"|screen)", r"\bstill interviewing\b",
    r"\bonly\b[^.;\n]{0,20}\b(?:calls?|interviews?|screens?|chats?|rounds?|conversations?)\b", r"\b(?:made|making) (?:it|that) up\b", r"\bnot (?:true"
    r"|real)\b", r"\bjust this (?:one )?offer\b", r"\bonly (?:this"
    r"|one) offer\b", r"\bexpired\b", r"\bturned (?:it|them) down\b",
    r"\b(?:call|interview|screen|chat)s? only\b|\bjust (?:a |one )?(?:call|chat|interview)\b",
    r"\bonly (?:have |got )?(?:this|one|the)(?: one)? offer\b|\bnothing in writing from\b|\bno other (?:company"
    r"|companies|offers|process\w*|interviews?|employers?|options?)\b|\bno offers? (?:from )?(?:elsewhere|anywhere|else)\b",
    r"\bnothing else (?:running|going on|on the table|in hand)\b|\bno competing\b|\bnot interviewing\b",
    r"\b(?:first|phone|final|one|two|second)(?: \w+)? (?:interviews?|screens?|rounds?)\b(?![^.;\n]*\boffer(?:ed|s)?\b)",
)  # fmt: skip
LEVERS: dict[str, re.Pattern[str]] = {
    name: lazy(pattern, re.IGNORECASE)
    for name, pattern in {
        "base": r"\bbase\b|\bsalary\b|\bfixed\b|\b(?:grund)?gehalt\b|\bfijo\b|\bsueldo\b|\bsal[aá]rio\b|\bsalaire\b",
        "equity": r"\brsus?\b|\bequity\b|\bstock\b|\bshares\b|\boptions\b|\bgrant\b",
        "sign-on": r"\bsign(?:ing)?[- ]?(?:on)?(?: bonus)?\b(?! (?:off|the|it))|\bjoining bonus\b",
        "bonus": r"(?<!sign-on )(?<!signing )(?<!joining )(?<!sign on )\bbonus\b",
        "relocation": r"\breloc\w+|\bmoving (?:costs|budget)\b|\bthe move\b",
        "time off": r"\bpto\b|\bvacation\b|\bholidays?\b|\bdays off\b|\bdays of leave\b|\bannual leave\b|\bweeks? (?:off|of leave)\b"
        r"|\brtt\b|\b\d+ (?:vacation )?days\b(?= (?:instead|rather|of (?:holiday|vacation)))"
        r"|\b(?:mon|tues|wednes|thurs|fri)days? off\b|\burlaub\w*|\bvacaciones\b|\bférias\b|\bcongés\b",
        "remote work": r"\bremote\b|\b(?:work(?:ing)? from|days? (?:at|from)) home\b|\bhybrid\b|\bwfh\b|\bin the office\b"
        r"|\bhome ?office\b(?! budget)|\bteletrabajo\b|\bremoto\b|\btélétravail\b",
        "title or level": r"\btitle\b|\blevel\b(?!s)|\bgrade\b|\b[LE]\d\b",
        "start date": r"\bstart(?: date| in| on)\b",
        "equipment": r"\blaptop\b|\bmacbook\b|\bequipment\b|\bhome office\b|\bmonitor\b|\bphone plan\b",
        "housing": r"\bhousing\b|\baccommodation\b|\brent (?:support|allowance)\b",
        "travel": r"\btickets?\b|\bflights?\b|\bbusiness class\b",
        "schooling": r"\bschool(?:ing)?\b|\btuition\b",
        "insurance": r"\binsurance\b|\b(?:health|medical|dental) (?:cover|plan|care)\b|\bseguro médico\b|\bplano de saúde\b|\bmutuelle\b",
        "severance": r"\bseverance\b|\bnotice period\b|\bnon-?compete\b",
        "parking and car": r"\bparking\b|\bcar\b|\b(?:firmen|dienst)wagen\b",
        "learning": r"\blearning\b|\bconference\b|\bweiterbildung\w*|\bformaci[oó]n\b|\btraining budget\b|\beducation\b",
        "visa": r"\bvisa\b|\bgreen card\b",
        "review": r"\b(?:early|six[- ]month|6[- ]month) review\b|\breview (?:after|in|at) (?:\d|three|six)",
        "health and perks": r"\bgym\b|\bchildcare\b|\bmeal\w*\b|\bwellness\b",
        "hours": r"\bfour-day\b|\b4-day\b|\bflexible hours\b",
    }.items()
}
