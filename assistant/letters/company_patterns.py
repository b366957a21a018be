"""Company patterns: what a firm's name looks like, and the phrases that point to the employer."""

from __future__ import annotations

import re

from assistant.letters.job_words import ABBREVIATED, JOB_NOUN
from assistant.letters.word_variants import COMPANY_KEYS

SUFFIX = (
    r"(?:S\.A\. de C\.V|S\.A\.S|S\.A\.R\.L|GmbH & Co\.? KGa?A?|[Ii]nc|LLC|L\.L\.C"
    r"|Ltd|Limited|GmbH|AG|AB|SA|S\.A|SAS|SARL|S\.r\.l|SpA|plc|PLC"
    r"|LLP|LP|Corp"
    r"|Corporation|Co|Company|K\.K|KK|BV|B\.V|NV|N\.V|Oy|Oyj|ASA|AS|ApS|A/S"
    r"|Lda|Ltda|S\.L\.U?|S\.L|SL|sp\. ?z ?o\.? ?o|s\.r\.o|a\.s|d\.o\.o|Kft|Zrt|OÜ|UAB|SIA|Ltée|ULC|PLLC|P\.C|Bhd"
    r"|Sdn\.? Bhd|e\.K|UG|KGaA|A\.S|S\.p\.A|Sp\.? z o\.o|S\.A\.S|S\.A\.R\.L|eG|gGmbH|mbH"
    r"|FZ-LLC|FZCO|Pty Ltd|Pte Ltd|Pvt Ltd|Private Limited|Pvt\. Ltd|Pte\. Ltd|Pty\. Ltd|KG|SE|e\.V|GK|Inc)"
    r"\b\.?"
)
WORD = (
    r"(?:St\. [A-Z]\w+(?:'s)?|[A-Z0-9À-Þ][\w'À-ÿ]{0,30}(?:[-.&][\w'À-ÿ]{1,30}){0,4}"
    r"|(?<!\w)[a-z]{1,12}[A-Z]\w{0,30})"
)
BODY = (
    r"(?:Coalition|Centre|Center|Institute|Society|Council|Foundation|Association|Alliance|Campaign|Fund|Partnership"
    r"|Initiative|Federation|League|Agency|Commission)"
)
NAME = (
    rf"(?P<name>(?:{BODY} (?:for|of|on|against) (?:the )?)?{WORD}(?:,? (?:{SUFFIX})| \((?:[A-Z][a-z]+|UK|US"
    rf"|HK)\)(?= {SUFFIX})"
    rf"|[ ](?:&|and|of|de|du|des|la|the|\+)[ ]{WORD}|[ ]{WORD}){{0,5}})"
)
ORGANISATION_WORD = (
    r"(?:Hospital|Clinic|University|College|Bank|Credit Union|Institute|Foundation|Labs|Laborator(?:y|ies)|Technologies"
    r"|Holdings|Partners|Medical Center|Airlines|Airways|Pharma|Pharmaceuticals|Therapeutics|Robotics|Industries"
    r"|Insurance|Biosciences|Biotech|Genomics|Diagnostics|Studios?|Ventures|Instruments|Systems|Analytics|Software"
    r"|Energy|Logistics|Freight|Shipping|Rail|Railways|Group|Capital|Financial|Finance|Health|Healthcare"
    r"|Dynamics|Networks"
    r"|School District|District|County|Council|Trust|Agency|Ministry|Authority|Association|Society|Academy"
    r"|School|Museum|Orchestra|Federation|Cooperative|Co-op|Motors|Automotive|Foods|Retail|Stores|Media|Games"
    r"|Gaming|Pay"
    r"|Payments|Mobility|Aero|Aerospace|Aviation|Power|Electric|Mechanical|Concrete|Construction|Builders|Services"
    r"|Solutions|Consulting|Consultants|Semiconductors?|Devices|Materials|Chemicals|Steel|Mining|Marine|Transport"
    r"|Farms|Brewery|Brewing|Hotels?|Resorts?|Florists|Press|Publishing|Entertainment|Pictures|Outfitters|Dental"
    r"|Mutual|Assurance|Advisors|Advisory|Asset Management|Wealth|Realty|Properties|Staffing|Recruitment|Techlabs|Tech"
    r"|Interactive|Collective|Works|Foundry|Forge|Associates|Brothers|& Sons|Bikes|Cars|Cloud|Bio|AI|Security)"
)
"""What the names of firms and institutions often end in."""
ORGANISATION = re.compile(rf"\b{ORGANISATION_WORD}$")
_NOT_A_FIRM = (
    r"(?:they|he|she|it|who|we|you|i|hr|ta|recruit\w*|compan\w+|manager|hm|boss|team|guys?|some\w*|every\w*|any\w*|founders?"
    r"|ceo|cto|cfo|vp|them|that|which|this|those|employer|start-?up|offers?|place|one|both|people|folks|friend|agency|agent"
    r"|client|school|hospital|bank|clinic|dept|department|office|headhunter|director|owner|lady|dude|mate|bro|sir|wife"
    r"|husband|dad|mom|mum|finally|just|also|then|now|and|but|the|only|already|never|not|yesterday|today|tonight|earlier"
    r"|friday|monday|tuesday|wednesday|thursday|sunday|saturday|what|when|have|has|had|she's|he's|they've|later|still)"
)
AFTER_TITLE = 4.2
BEFORE_TITLE = 4.4
AT_PLACE = 4.6
PHRASES: tuple[tuple[float, str], ...] = (
    (0,
        rf"(?m)^[ \t|*#-]*(?i:company|employer|organi[sz]ation|employing entity|hiring company|firm"
        rf"|business|facility|{COMPANY_KEYS})(?: name)?[*_]*\s*[:|=]\s*[*_]*(?:\n[ \t]*)?{NAME}"),
    (0, rf"(?m)^[ \t]*(?i:company|employer|organi[sz]ation)(?: name)?[ \t]*\n[ \t]*{NAME}"),
    (0, rf"(?i:(?<=[.;,] )company ?[:=]|\bcompany(?: is|'s)(?: called| named)?|\bemployer is|\bthe company:)\s+{NAME}"),
    (1, rf'{NAME},?\s*\((?:the\s+|hereinafter\s+|hereafter\s+)*["\']?(?i:company|employer|firm|we)\b'),
    (1, rf"(?i:\bon behalf of)\s+"
        rf"(?!(?:the )?(?:College|School|Department|Faculty|Board|Office|Division) of){NAME}"),
    (1.5,
        rf"\((?i:hr|recruiter|recruiting|talent(?: acquisition)?|ta|people team|hiring manager)"
        rf"(?:,| at| @| from| -)\s+{NAME}\)"),
    (2, rf"(?i:\b(?:chez|bei(?: der)?|bij|presso|hos))\s+{NAME}"),
    (2, rf"\b[A-Z][a-z]+ (?i:from|at|with|@) {NAME}(?= (?i:here|again|speaking|calling|writing)\b)"),
    (2.2, rf"(?m)(?:^|[.!,:] ?){NAME}(?= here[.!,:])"),
    (0.8, rf"\b(?i:(?:the|our|their|my|end|final) (?:end )?client)(?:,| is| called| -|:)+ {NAME}"),
    (1.2, rf"\b(?i:(?:board of )?(?:trustees|governors|directors|regents|council|senate) of (?:the )?){NAME}"),
    (3.8, rf"(?i:\b(?:cheers|thanks|regards|best|thx)),?\s+[A-Z]\w+ \({NAME}\)"),
    (1,
        rf"{NAME}\s+(?i:is|are|would(?: be)?|am)\s+(?i:(?:very |so |truly |absolutely |both )?(?:pleased|excited"
        rf"|happy|delighted|thrilled|proud|like|love|glad|honou?red)\s+to\s+(?:offer|extend|invite|confirm|make"
        rf"|present|have you|welcome|bring you|hire))"),
    (1,
        rf"{NAME}\s+(?i:hereby (?:offers|extends)|offers you|(?:has |just |finally |have )?(?:offered"
        rf"|extended|gave)|wants me|made me an|came back|is offering|are offering)"),
    (2,
        rf"(?i:\boffer(?: letter| of employment| pending| details| summary| package| call| received"
        rf"| came in| in hand| on the table)?\s+(?:from|at"
        rf"|with|by)(?: the)?)\s+{NAME}"),
    (2, rf"(?i:\b(?:letter|package|numbers?|terms|summary|sheet|breakdown|paperwork|papers|email|mail|call|voicemail"
        rf"|portal|screenshot|recap|pdf|docs?|oferta|offerta"
        rf"|aanbod|proposta|details|in writing|erbjudande|tilbud|angebot) "
        rf"(?:from|de|da|do|från|fra|von|van)(?: the)?)\s+{NAME}"),
    (2,
        rf"(?i:\b(?:employment|position|role|job|gig|offer|internship|opportunity)\s+(?:with|at|here at)(?: the)?)"
        rf"\s+{NAME}"),
    (2, rf"(?i:\bjoin(?:ing)?(?: us at| the team at| our team at)?)\s+(?!(?:us|the|our|on|in|as)\b){NAME}"),
    (2,
        rf"(?i:\b(?:here at|we at|have you at|aboard at|on board at|team at|us at|with us at|oss (?:på|i|hos)|(?:jobba|arbeta|jobbe|arbejde|börja|arbeiten|travailler|trabajar"
        r"|trabalhar|lavorare|werken) (?:på|hos|bei|chez|en|na|no|presso|bij)|uns (?:bei|im team)|nous chez|nosotros en"
        r"|ons bij|noi (?:in|di)|nós na|family at|everyone at"
        rf"|welcome to|career at|career with"
        rf"|employed by|hired by|recruiter (?:from|at)|hr (?:at|from|of)|came in from|heard from|called from"
        rf"|from the team at))\s+{NAME}"),
    (2, rf"(?:@)\s?{NAME}"),
    (4, rf"\b{JOB_NOUN}(?: (?:I{{1,3}}|IV|V))? (?:at|with|@|på|hos|chez|bei(?: der)?|presso|bij) {NAME}"),
    (4.4, rf"(?i:\b(?:offer|contract|role|job|day|hour|hr)\b[^.\n]{{0,20}} (?:via|through)) {NAME}"),
    (4.5, rf"(?m)^[ \t*#-]*\(?[A-Da-d1-4][.):] {NAME}(?=\s*(?::| - |,|\())"),
    (2, rf"(?i:\byour (?:equity|pay|compensation|package|total rewards?|numbers) (?:at|with))\s+{NAME}"),
    (2, rf"(?i:\b(?:this|it'?s|its|i'?m) (?:is )?){WORD} (?i:from) {NAME}(?=\s*[.,!;\n-])"),
    (2,
        rf"(?m)(?:^|[-:.!,] ?){NAME} (?i:is thinking|(?:is |are )?offering"
    rf"|want(?:s)? to (?:move|hire|offer|bring)|want(?:s)? you"
        rf"|can (?:do|offer|go)|(?:is|are) (?:going|moving) (?:with|ahead))\b"),
    (3,
        rf"(?m)^[ \t#*]*(?i:(?:subject: )?(?:(?:re|fwd?|aw|wg|tr): ?)*"
    rf"(?:(?:final |verbal |revised |updated |job |employment )*offer(?: letter"
        rf"| summary| details| of employment)?|proposition d'embauche / job offer|call notes)\s*(?:-|:|\|"
        rf"|/)\s*){NAME}"),
    (2,
        rf"\b(?:start-?up|co|company(?:'s)?|non-?profit|charity|clinic|school|university"
        rf"|contract (?:through|with|via)|firm"
        rf"|agency|place|shop|employer|studio|bank|hospital|org)(?: called| named"
        rf"|,)? ?\(?{NAME}(?=[),.;:!?\s]|$)"),
    (3, rf"(?i:\bit'?s(?: with| at| from)?)\s+{NAME}(?=\s+(?:in [A-Z]|btw|by the way|lol|haha|actually)|[,.!)\n]|$)"),
    (4, rf"{NAME}\s+(?i:called|verbal|offer\b)"),
    (4, rf"(?i:\b(?:as|for|of|,)\s+(?:an? |our |the )?)[\w ,/-]{{3,60}}?\s(?:at|with|here at|@)\s+{NAME}"),
    (AFTER_TITLE, rf"(?i:\b(?:role|title|position|offer|job|post|stelle|poste|puesto|cargo"
    rf"|functie|tjänst|ruolo)\s*:\s*)"
    rf"[^\n,;|\d]{{3,50}},\s+{NAME}(?=\s*[.;]|\s*, ?[$€£\d]|, [A-Z])"),
    (AFTER_TITLE, rf"(?i:\b(?:role|title|position|job|post)\s*:\s*)[^\n,;|\d]{{3,50}},\s+"
    rf"(?P<name>(?:{WORD} (?:(?:&|and|of) )?){{0,4}}(?:{ORGANISATION_WORD}|{SUFFIX}))(?=\s*(?:\n|$))"),
    (4.2, rf"(?m)(?:^|[.!] ?){NAME} (?i:se) (?=\d|offer)"),
    (BEFORE_TITLE, rf"(?m)(?:^|(?<=[.!?] )){NAME},\s+(?=(?i:(?:[\w&]+ ){{0,4}}(?:{JOB_NOUN}|{ABBREVIATED}))\b)"),
    (3.8, rf"(?m)(?:^[ \t]*|\s)[-~] ?[A-Z]\w+(?:,| at| from| @| \|) {NAME}\s*\Z"),
    (4.65, rf"(?m)(?:^[ \t]*|\s)[-~] ?{NAME}\s*\Z"),
    (AT_PLACE, rf"\bat {NAME}(?=\s+(?:in|as|for)\b|[.,;)]|\s*$)"),
    (4.5,
        rf"(?i:\b(?:offer|option) ?#?(?:[a-d]|[1-4]|one|two|three)\s*(?::|-|=|is\b|from\b|at\b|\()\s*"
        rf"(?:from |at )?){NAME}"),
    (AT_PLACE,
        rf"\b{JOB_NOUN}(?: (?:I{{1,3}}|IV|V))?(?:,| -)\s+{NAME}(?=,\s+[A-Z][a-z]+(?: [A-Z][a-z]+)?,?\s+[A-Z]{{2}}\b)"),
    (4.3,
        rf"(?m)(?:^[ \t#*]*|[-,:|] |\bat )(?P<name>(?:{WORD} (?:(?:&|and|of) )?){{1,4}}(?:Hospital|Clinic|University"
        rf"|College|Bank|Credit Union|Institute|Foundation|Labs|Laboratories|Technologies|Holdings|Partners"
        rf"|Medical Center|Airlines|Pharma|Therapeutics|Robotics|Industries|Insurance|Biosciences|Studios|Ventures"
        rf"|Instruments|Systems|Analytics|Software|Energy|Logistics|Group|Capital|Financial|Health|Dynamics|Networks))"
        rf"(?=[ \t]*(?:[,.;:(\n]|$))"),
    (AT_PLACE,
        rf"(?i:{JOB_NOUN}|\b(?:head|director|vp) of \w+(?: \w+)?) (?:at|@) ?"
        rf"(?P<name>(?!(?:the|an?|our|their|my|your|this|that|some|least|home)\b)"
        rf"[a-z][\w&'-]+(?: [a-z][\w&'-]+){{0,2}})"
        rf"(?=\s*(?:[,.;:!?(\n]|$| - ))"),
    (1.5, rf"(?m)^[^\n(]{{0,40}}\({NAME}(?:, [A-Z][^\W\d][\w ]{{1,20}})?\)[ \t]*:"),
    (1.5, rf"(?m)^(?:\[[^\]\n]{{4,30}}\] ?)?(?:(?i:hr|ta|recruiter) [A-Z]\w+|[A-Z]\w+ (?i:hr|ta|from|at"
        rf"|@)) {NAME}[ \t]*:"),
    (2.5, rf"(?i:\b(?:here|writing|calling|reaching out|me)? ?(?:from|at)(?: the)?|@) {NAME}"
        rf"(?= (?i:hr|talent|recruit\w*|people|careers|ta|hiring)\b)"),
    (1, rf"(?m)\A\s*{NAME}(?= (?i:(?:candidate|careers?|offers?|recruiting) portal|careers|portal)\b)"),
    (2, rf"\b(?i:re|about|regarding)(?i: the| their)? {NAME}(?= (?:job|role|position|offer|gig|opening)\b)"),
    (2, rf"(?i:\b(?:habla|soy|aquí|ici|c'est|hier ist|hier spricht|sono|parla|met|sou|fala|aqui é|det är|her er)) "
        rf"[A-ZÀ-Þ]\w+ (?i:de|du|da|do|von|van|di|chez|från|fra|från) (?:la |der )?{NAME}"),
    (1.5, rf"(?i:\b(?:behalf of|equipo de|équipe de|equipe da|team (?:of|at|von|di|van)|(?:the )?(?:board"
        rf"|trustees|council|senate|governors|court|partners"
        rf"|directors|management) (?:of directors )?(?:of|at)|society|société|firma|empresa|azienda|bedrijf))"
        rf"(?: the (?:board|trustees|team|partners) of)? {NAME}"),
    (3.8, rf"(?i:\b(?:(?:co-?)?founder|(?:co)?fondat(?:eur|rice)|ceo|cto|coo|gründer(?:in)?|geschäftsführer(?:in)?"
        rf"|recruiter|talent (?:partner|acquisition|lead|team)|people (?:partner|team|ops|lead)|hr (?:team"
        rf"|manager|partner|bp)"
        rf"|hiring manager))(?i:,? (?:at|of|de|von|da|di|chez|bei)|,| -| @| \|) {NAME}"),
    (3.5, rf"(?i:\b(?:series [a-f]|seed|fintech|scale-?up|start-?up|agency|insurer|retailer|consultancy|ngo|hr"
        rf"|client)) "
        rf"?\({NAME}\)"),
    (2.5, rf"(?i:\b(?:fintech|scale-?up|insurer|retailer|consultancy|ngo|utility|foundry|lab)) (?i:called"
        rf"|named) {NAME}"),
    (1, rf"{NAME} (?i:gostaria de|tem o prazer|quer te|te ofrece|le ofrece|se complace|desea ofrecer"
        rf"|vous propose|te propose"
        rf"|souhaite|a le plaisir|bietet|möchte (?:dir|ihnen)|freut sich|biedt|erbjuder|tilbyr|propone|è lieta"
        rf"|ti offre)\b"),
    (2.3, r"(?:(?i:\b(?:with|at|for|join|joining|by|of|from)(?: the)?)|[.;!]) (?P<name>(?:University|College|Institute|Museum"
        r"|Bank|Department|Ministry|Office|Bureau|City|County|State|Borough|Commission|Church|Museum) of"
        rf"(?: the)? {WORD}(?: (?:(?:and|&|of) )?{WORD}){{0,3}})"),
    (2, rf"(?i:\b(?:poste|stelle|puesto|cargo|vaga|posto|functie|tjänst|stilling)\b[^.\n]{{3,60}} "
        rf"(?:au sein (?:de|d'|du)|au|à la|chez|bei(?: der)?|en|na|no|presso|bij|hos|in der)) (?:la société )?{NAME}"),
    (4.35, rf"(?i:\b(?:for|at|with|from|by|of|to|chez|bei|join))(?: the)? "
        rf"(?P<name>(?:{WORD} (?:(?:&|and|of) )?){{1,4}}{ORGANISATION_WORD})\b"),
    (2.6, rf"(?i:\b(?:congratulations|congrats|greetings|hello|hi|hey|welcome|news) from) {NAME}"),
    (0.5, rf"(?m)^[ \t]*[\U0001F3E2\U0001F3ED\U0001F3EC\U0001F3E6\U0001F3E5\U0001F3EB]\ufe0f?[ \t]*{NAME}[ \t]*$"),
    (3.5, rf"\([A-Z]\w+, {NAME}\)"),
    (2.8, r"(?m)(?:^|[.!,:] )(?i:(?:yo|so|ok|okay|well|hey|and|yay|lol|omg|wow|update|news|guys|finally|hi|hi all),? )*"
        rf"(?P<name>(?!{_NOT_A_FIRM}\b)[a-z][\w&-]{{2,20}}) (?i:(?:(?:has|have|just|finally|actually) )+"
        r"(?:came|come|got) back|came back (?:with|to me|lol)|got back to me|(?:has |just |finally )*(?:offered me"
        r"|made me an? (?:\w+ )?offer|gave me an? (?:\w+ )?offer|sent me an? (?:\w+ )?offer|extended (?:me )?an? offer))\b"),
    (2.5, rf"(?i:\b(?:we|us|company|firm|team|start-?up|employer) (?:just |recently )?(?:got |was |were |is being )?"
        rf"(?:acquired|bought|taken over) by)\s+{NAME}"),
    (2.6, rf"(?m)(?:^|[-:,.] ?){NAME} (?i:initial|opening|first|original|final|revised|verbal)(?i: offer| numbers?)?"
        rf"(?=\s*[:-]\s*[$€£]?\d)"),
    (2.7, rf"(?i:\bstay(?:ing)? (?:at|with)|counter(?:-?offer)? from my (?:current|present) employer,?) {NAME}"
        rf"(?= ?(?:\(|[.,:;]|they|who))"),
    (4.9, rf"\b{JOB_NOUN}(?: (?:I{{1,3}}|IV|V))?, (?P<name>(?:{WORD} (?:(?:&|and|of) )?){{1,3}}{ORGANISATION_WORD})"
        rf"(?=[ \t]*(?:[,.;(\n]|$))"),
    (4.9, rf"(?m)^[^\n]{{0,3}}[A-Z]\w+(?: [A-Z]\w+)?(?:,| \|) (?:VP|SVP|Head|Director|Chief|{JOB_NOUN})[^\n,|]{{0,30}}"
        rf"(?:,| \|) {NAME}[ \t]*\Z"),
    (2.4, rf"(?m)^[ \t*-]*(?i:department|ministry|agency|service)[ \t]*:[ \t]*(?P<name>(?:{WORD} (?:(?:&|and|of) )?)"
        rf"{{1,4}}(?:Agency|Authority|Council|Commission|Service|Services|Institute|Hospital|University|Office|Bureau))"),
    (4.4, rf"(?P<name>(?:{WORD} ){{1,3}}{ORGANISATION_WORD})(?= (?:is|are|has|have|will|would|wants?|can|could"
        rf"|offers?|proposes)\b)"),
    (4.5, rf"(?m)\A\s*(?P<name>(?:{WORD} (?:(?:&|and|of) )?){{1,4}}{ORGANISATION_WORD})(?=[ \t]*(?:[|,(\n]|$))"),
    (4.6, rf"[.;!] (?P<name>(?:{WORD} (?:(?:&|and|of) )?){{1,3}}{ORGANISATION_WORD})(?=\.(?:\s|$))"),
    (3, r"(?P<name>(?:株式会社|有限会社|合同会社)[^\s、。,:()]{1,20}"
        r"|[^\s、。,:()]{1,20}(?:株式会社|有限会社|合同会社))"),
    (5, rf"(?m)^[ \t]*{NAME}\s*\([A-Za-z0-9][^)\n]{{0,40}}\)\s*(?:-|:|,)"),
    (5, rf"(?:^|[:;] ?){NAME}(?=\s+[$€£]?\d)"),
    (5, rf"(?m)(?:^|[,;|]|\bat|\bfrom)[ \t]{{0,4}}{NAME}(?=[ \t]{{0,3}}(?:[,;|.\n:(-]|$))"),
)  # fmt: skip
LEGAL = re.compile(rf"{WORD}(?: (?:&|and|of|de|du|des) {WORD}| {WORD}){{0,4}},? {SUFFIX}")
