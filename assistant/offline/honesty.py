"""The words by which the coach tells what is honest, what is invented, and what only asks about it."""

from __future__ import annotations

from assistant.offline.lexicon import any_of

HONEST = any_of(
    r"\b(?:not yet in writing|verbal(?:ly)? (?:offer\w*|told)|about to (?:offer|make)|final rounds?|(?:late|last) (?:stage|round)|interview\w* (?:with|at|next)|recruiter call)\b",
    r"\b(?:don'?t|do not|dont|never|not|without|won'?t|no need to|rather not)\b[^.?!\n]{0,18}\b(?:lie|lying|bluff\w*|fake|mak(?:e|ing) (?:it|anything|stuff|something) up|invent\w*)\b",
    r"\bi (?:really |actually )?do have\b|\b(?:it|that|this)(?:'s| is) (?:really |actually |totally )?(?:real|true|legit|genuine)\b",
    r"\(it is\b|\boffers? in (?:hand|writing)\b|\bin hand\b|\bsigned (?:letter|offer)\b|\b(?:a|my) real (?:\w+ )?offer\b",
)
TRUE = any_of(
    r"\b(?:a|the|my|have|got|another|real) written offer\b|\boffer letter in (?:hand|my inbox)\b",
    r"\b(?:can|could|will|would|happy to|glad to|ready to) (?:share|show|send|forward) (?:you |them |her |him )?(?:the|my|it|that|proof)\b",
    r"\b(?:actually|really|honestly|truly) mean it\b|\b(?:not|isn'?t|no|without) (?:a |an )?(?:bluff|threat|empty)\w*\b|\bhonestly (?:will|would|going to)\b",
)
"""Says that what is to be told is so; it counts only where nothing untrue is asked for beside it."""
CLAIM_VERB = r"(?:tell|reply|answer|say|claim|mention|pretend|write|state|put|let them (?:know|think|believe)|convince|bluff|imply|hint|make them think)"
CLAIM = any_of(rf"\b{CLAIM_VERB}\b")
INVENTION = any_of(
    r"\b(?:fake|faking|invent\w*|fabricat\w+|made[- ]?up|make up|making up|bogus|imaginary|fictional|nonexistent|non-existent|"
    r"phantom|pretend\w*|photoshop\w*|forg(?:e|ed|ing)|doctor(?:ed|ing)?|inflat(?:e|ed|ing)|exaggerat\w+)\b"
    r"[^.?!\n]{0,60}\b(?:offers?|letter|salary|pay|comp\w*|base|number|numbers|deadline|experience|degree|payslip|title|equity)\b",
    r"\b(?:offers?|letter|salary|pay|base|payslip|number)\b[^.?!\n]{0,25}\b(?:that (?:doesn'?t|does not) exist|i (?:just )?made up)\b",
    r"\b(?:bluff|lie|lying|lied|mentir\w*|mentira|jhoot\w*)\b",
    r"\b(?:need|make|create|get)\b[^.?!\n]{0,25}\b(?:pay ?slip|pay ?stub|offer letter|certificate|proof)\b[^.?!\n]{0,40}\b(?:shows?|says?|that shows)\b",
    r"\bas if (?:[A-Z]\w+|an?other company|someone|google|meta|openai) (?:gave|offered|made|had)\b",
    r"\bno (?:other|competing) offers?\b[^.?!\n]{0,30}\b(?:but|just)\b[^.?!\n]{0,20}\b(?:say|tell|claim|write|pretend)\b",
    r"\bas if (?:it|they|this|that) (?:came|was|were|is|comes) (?:sent )?(?:from|by)\b|\b(?:impersonat\w+|pretend(?:ing)? to be)\b",
    r"\b(?:secretly|without (?:them|her|him|telling)|hidden|covert\w*)\b[^.?!\n]{0,25}\brecord\w*|\brecord\w*\b[^.?!\n]{0,40}\b(?:secretly|without (?:them|her|him|telling|consent))\b",
    r"\b(?:was|is|were|got)\b[^.?!\n]{0,20}\d[^.?!\n]{0,20}\bbut (?:write|say|put|tell|state|claim)\b[^.?!\n]{0,20}\d",
    rf"\b{CLAIM_VERB}\b[^\n]{{3,160}}?[,.;!(]\s*(?:but |though |although |even though |and )?(?:i (?:actually |really )?(?:didn'?t|did not|don'?t|dont|haven'?t|am not|'m not|dropped|never)\b(?! (?:want|know|think|like|understand|mind|need))|"
    r"(?:it'?s|that'?s|its|thats) (?:not|a lie|false|untrue|made up)|(?:really|actually|in reality|truth is),? (?:it|its|it'?s|my|i|she|he|they)\b|"
    r"(?:she|he|they)(?:'?s|'?re| is| are) (?:totally |perfectly |completely )?(?:fine|ok|okay|healthy|not))",
    rf"\b{CLAIM_VERB}\b[^\n]{{3,200}}\b(?:there (?:isn'?t|is no|are no|is none|aren'?t)|(?:doesn'?t|does not|don'?t) (?:really |actually )?exist|(?:which|that|it)(?: is|'?s)? (?:not|isn'?t) (?:really |actually )?(?:true|real|the case))\b",
    r"\b(?:dile|diles|di|decir|decirles|escribe|pon)\b[^\n]{0,80}\b(?:no es (?:verdad|cierto)|no (?:la )?tengo|es mentira)",
    r"\bmake\b[^.?!\n]{0,40}\boffer\b[^.?!\n]{0,20}\b(?:look|seem|sound|appear)\b",
    rf"\b{CLAIM_VERB}\b[^\n]{{0,120}}\b(?:offers?|salary|base|pay|comp|making|interview\w*|deadline|\d+k?)\b[^\n]{{0,80}}"
    r"(?:\bi (?:really |actually )?(?:don'?t|do not|dont|haven'?t|have not|didn'?t|did not)(?: really| actually)?\b(?! (?:want|know|think|like))|"
    r"\b(?:not|isn'?t|isnt|aren'?t) (?:really |actually )?(?:true|real)\b|\b(?:it'?s|its|really|actually|in reality|even though)\b[^\n]{0,30}"
    r"\b(?:only |just |actually |really )?(?:\d|don'?t|isn'?t|not|no)|\bthere(?:'s| is| was)(?: actually| really)? (?:no|none)\b|"
    r"\bbut i (?:only )?(?:don'?t|have none|have nothing|make|earn))",
    r"\b(?:add|bump|round|pad|boost)\b[^.?!\n]{0,30}\b(?:to|up)\b[^.?!\n]{0,30}\b(?:my|the) (?:\w+ )?(?:other|competing|current|google|meta|amazon|real) "
    r"(?:offer|salary|pay|number)\b[^.?!\n]{0,40}\b(?:when|to (?:tell|show)|so)\b",
)
DENIES_ITSELF = any_of(
    r"\b(?:no|without an?|don'?t have an?|have no) (?:other|competing|second|rival) offers?\b[^\n]{0,80}\b(?:saying|say|telling|tell|claiming|claim|writing|write)\b(?: \w+)?(?: that)? (?!(?:they|we|he|she|you|no|the|not|my|a)\b)[\w&]+(?: [\w&]+)?? (?:has |have )?(?:gave|offered|offers|pays|made|wants|is offering)\b",
    rf"\b{CLAIM_VERB}\b[^\n]{{3,120}}[,;.(] ?(?:but |though |lol )?i (?:won'?t|will not|would ?n'?t|would not) (?:really|actually) \w+\W*$",
    rf"\b{CLAIM_VERB}\b[^\n]{{3,120}}\bmy (?P<matter>[a-z]{{4,}})\b[^\n]{{0,40}}[(,;.] ?(?:but )?(?:there(?:'?s| is) )?no (?P=matter)\W*$",
)
"""Orders something told, and says in the same breath that there is none or that it is not meant."""
ADVICE_ON_LYING = any_of(
    r"\b(?:should i|is it (?:ok|okay|fine|bad|wrong|risky|legal)|can they (?:tell|find|check|verify)|what happens if|would they (?:know|find)|"
    r"do people|risk of|why not|dangers?)\b"
)
CONCEALS = any_of(
    r"\b(?:so (?:that )?|without (?:him|her|them|anyone|anybody|it) |where )(?:he|she|they|nobody|no ?one|it|anyone|anybody|who)?\s?(?:doesn'?t|don'?t|won'?t|can'?t|never|not)?"
    r"\s?(?:hear(?:s|ing)?|notic(?:e|es|ing)|find(?:s|ing)? out|suspect(?:s|ing)?|catch(?:es|ing)? on|wak(?:e|ing) up)\b",
    r"\bplausibl\w+ den\w+|\bdeniab\w+|\bbetween the lines\b|\bwink\b|\bzwischen den zeilen\b|\bentre lineas\b|\bnobody can prove\b",
    r"\bwithout (?:actually |really |ever )?(?:saying|spelling|writing|putting|stating|claiming) (?:it|that|so)\b",
    r"\b(?:not|isn'?t|aren'?t|never|without|w/o)\W+(?:\w+ )?(?:technically|literally|actually) (?:lying|saying|claiming|stating)|\btechnically (?:true|not (?:a lie|lying))",
    r"\breads? (?:like|as if|as though)\b|\bsuggests? (?:the|that|i)\b[^.?!\n]{0,60}\bliterally true\b|\b(?:think|believe|assume)\b[^.?!\n]{0,30}\blet (?:it|them|that)\b",
    r"\b(?:basically|kind of|kinda|half|nearly|almost|practically|as good as) true\b|\bnot (?:really )?(?:a lie|lying) as such\b|\bnobody (?:ever )?(?:checks|verifies)\b",
    r"\b(?:they|he|she|hr|recruiter|manager|interviewer)\b[^.?!\n]{0,30}\b(?:thinks?|thought|believes?|assumes?|assumed|misread)\b[^\n]{0,90}"
    r"\b(?:never (?:said|told|corrected)|didn'?t correct|don'?t correct|keep (?:it|them)|let (?:it|them)|play along|looks? normal|carry on)\b",
    r"\b(?:best|smart|safe|good|right|clever)(?:est)? (?:way|wording|answer)\b[^.?!\n]{0,25}\b(?:no\b(?! to)|none\b|not come back)|\bcome back (?:on|to bite) me\b",
    r"\b(?:if|when) i (?:choose|tick|select|put|say|click|write|mark) (?:the )?[\"'`]?(?:no|yes|none)\b[^\n]{0,90}\b(?:later|then|afterwards|after|baad)\b",
    r"\b(?:record\w*|announce\w*|beep|banner|notif\w*|warn\w*|transcri\w+)\b[^\n]{0,90}\b(?:get (?:a)?round|workaround|bypass|silent(?:ly)?|(?:turn|switch) (?:it |that )?off|disable|hidden)\b",
    r"\b(?:books|on paper|pay ?slip|payroll|declared|officially)\b[^\n]{0,40}\b(?:rest|other half|remainder|balance|difference)\b[^.?!\n]{0,20}\b(?:cash|envelope|hand)\b",
    r"\b(?:real|true|actual) (?:number|figure|amount|value)\b[^\n]{0,200}\b(?:reply|write|say|put|answer|state|claim|quote)\b[^.?!\n]{0,20}\d",
    r"\b(?:got|have|had) (?:neither|none of (?:them|it|those))\b",
    r"\b(?:he|she|they|nobody|no ?one|check|screening|hr)\b (?:can'?t|cant|cannot|won'?t|doesn'?t|doesnt|does not|never|can) (?:even )?(?:check|verify|look|find|prove|miss)\w*\b[^.?!\n]{0,15}\b(?:it|that|this|anyway|up)\b",
    r"\bso (?:that )?it (?:looks|sounds|seems|reads)\b|\bso there'?s no (?:paper|proof|trace)\b|\bback-?dat\w+\b",
)
"""Wants something hidden, hinted at or believed that is not so, however it is excused."""
REALLY = any_of(
    r"\b(?:real(?:ly)?|true|actual(?:ly)?)(?: \w+){0,2}? (?:number|figure|amount|value|pay|salary|one|it'?s|its|is|was)\b[^.?!;\d\n]{0,40}"
    r"(?P<true>[$€£₹]?\d[\d.,]*\d?(?: ?(?:k|lakh|lpa|grand))?)\b"
)
"""What somebody says a figure is in truth, beside another one that they want written."""
