"""Offer wordings: what texts that state an offer say, and what those say that only look like one."""

from __future__ import annotations

import re

from assistant.domain.lazy_pattern import lazy

TO_YOU = lazy(
    r"\b(?:(?:pleased|happy|excited|delighted|thrilled|glad|like|love|proud|chuffed|stoked)"
    r" (?:to have you|to|for you to)"
    r" ?(?:formally "
    r"|officially |formal(?:ly)? )?(?:offer|extend|confirm|share|invite|join|present|make you)"
    r"|offer(?:ed|ing)? (?:you|me|of employment|letter(?!s))|extend(?:ed|ing)? (?:you|me|an offer)|(?:my|the"
    r"|your|verbal|written|formal|our|real|official|final|job|this|an?|got|initial|revised|main|received"
    r"|updated) (?:\w+ )?offer\b"
    r"|offer (?:from|at|with|details|summary|pending|is|expires|came|package|letter|approved)|(?:they"
    r"|company|who)(?:'re| are| is)? (?:giving|gave|offered|offering|paying)|gives? me|wants? me\b"
    r"|offered me|offered\b|wir freuen uns|anzubieten|arbeitsvertrag|jobangebot|proposition d.embauche"
    r"|oferta de (?:trabajo|empleo)|unser angebot|anbei .{0,20}angebot|biete(?:n|t)? (?:wir|ich) (?:ihnen|dir|euch)|tilbyr deg|tilbyder dig"
    r"|bietet (?:dir|ihnen)|wie (?:am telefon )?besprochen"
    r"|vous proposer|vous offr\w+|te ofre\w+|notre offre|wij bieden|bieden (?:we|wij) je|erbjud\w+|tilbud"
    r"|segue (?:a|nossa) proposta|nossa proposta|proposta (?:de|da|do|di)\b|(?:a|la|una) (?:nostra )?proposta\b"
    r"|(?:plaisir|ravie?s?|heureu(?:x|se)) de (?:te|vous) (?:proposer|confirmer|offrir|faire)|proposition d.engagement"
    r"|votre rémunération|(?:tu|ton) (?:offre|salaire)|la oferta|propuesta|es tuyo|es tuya|(?:te|le) ofrecemos"
    r"|complac\w+ (?:en )?ofrecer\w*|temos o prazer|satisfação que|tem(?:os)? (?:o )?gosto em|abbiamo il piacere"
    r"|siamo lieti|ihr (?:vertrags)?angebot|ihnen die (?:stelle|position)|dir die (?:stelle|position)"
    r"|(?:jou|u|je) (?:een|de) (?:functie|baan|contract)|genoegen u|glädjen|glada att|gleden|glæde\w* (?:at|os)"
    r"|oferujemy|przedstawi\w+ ofert\w+|内定|採用(?:通知|条件)|オファー"
    r"|nuestra oferta|offre d'emploi|^(?:job )?(?:oferta|offerta|aanbod|proposta)\b|welcome (?:to the team|aboard)"
    r"|terms of (?:your )?employment|your (?:formal )?(?:employment|job) (?:agreement|contract|offer)|your (?:starting |annual |gross |base |monthly )*(?:salary"
    r"|compensation|base|pay)\b|you(?:'ll| will| would|'d) (?:be paid|receive|get|earn|be eligible)"
    r"|(?:love|like|glad|thrilled|excited|keen) to have you (?:as|join|on|with|here)\b"
    r"|terms (?:we|you|they) (?:discussed|agreed|offered)|contract(?:'s| has| is)? (?:come|came) through"
    r"|they want you|want you!|want(?:s)? you to (?:start|join)"
    r"|(?:delighted|happy|thrilled|glad|excited|pleased) to have you\b|your new (?:role|position|job|title)"
    r"|you(?:'ll| will) be our|appoint(?:ed|ing)? you (?:to|as)|(?:approved|confirmed) your appointment"
    r"|we want you|the numbers|got (?=\W?\d)|you(?:'ve| have)? got the (?:\w+ ){0,3}(?:job|role|post|position|place|spot)"
    r"|(?:we(?:'d| would| can| could| will|'ll)|we are|we're) (?:do|put(?:ting)? you (?:at|on)) |renew our offer|(?:is|would) that (?:be )?(?:acceptable|ok(?:ay)?|alright) (?:to|for|with) you"
    r"|if (?:it's a yes|you say yes|that works for you|you accept)|say yes\b|send (?:you )?the contract (?:tonight|today|tomorrow|over|on))",
    re.IGNORECASE,
)
OFFER_WORD = lazy(r"\boffer(?:s|ed|ing)?\b|\bcongrat", re.IGNORECASE)
ADVERT = lazy(
    r"\b(?:apply (?:now|with|today|here|via|by|online|through)|to apply|submit (?:your|a) (?:cv|resume"
    r"|application)|equal opportunity employer|about the role|who you are|what you(?:'ll| will) do"
    r"|we are (?:hiring|looking for|seeking)|we're hiring|(?:salary|pay|compensation|base) (?:range|band)"
    r"s? (?:for|of) this (?:position|role|job)|responsibilities|qualifications|minimum requirements"
    r"|preferred skills)\b",
    re.IGNORECASE,
)
NEWS = lazy(
    r"\b(?:said (?:on|in|it|that)|announced|reported|according to|shares (?:rose|fell)|quarterly (?:results"
    r"|earnings)|revenue (?:rose|fell|grew)|layoffs?|lay off|spokes(?:man|woman|person)|regulators?|"
    r"chief executive's|the company's (?:employees|workers)|survey|analysts? expect)\b",
    re.IGNORECASE,
)
REFUSED = lazy(
    r"\b(?:went|going|gone|go|decided to go|chosen to proceed) with (?:another|a different|an internal|someone)\b"
    r"|\b(?:made|make|making|extended|given?) (?:an|the|our) offer to (?:another|a different|an internal|someone)\b"
    r"|\b(?:decided|chosen|chose) not to (?:make|extend|offer|proceed|move)|\bnot to make you an offer"
    r"|\bkeep your (?:details|cv|resume|profile|application) on file"
    r"|(?:move|moving|go|going) (?:forward|ahead|on) with (?:an)?other|position has been filled"
    r"|rescind(?:ed|ing)? (?:the|your|our) offer|(?:cannot|can't|could not|unable to|not able to|will not|won't) (?:proceed|go ahead|move forward) with (?:an|the|your|our|any) (?:job )?offer"
    r"|\b(?:(?:decided|chose|chosen|your decision) not to (?:join|accept|take)|declin(?:ed|ing) (?:our|the|this|your) offer|(?:have )?closed the offer|turned (?:us|it|our offer) down)"
    r"|\b(?:propos\w+|decided|intend\w*|going|regret\w*) to end your employment|\bwithout prejudice and subject to contract|\baccept(?:ed|ance of)? your resignation",
    re.IGNORECASE,
)
SORRY = lazy(
    r"\b(?:unfortunately|regret)\b[^.]{0,120}\b(?:not|other candidates|unable|rescind|withdraw|another candidate)\b",
    re.IGNORECASE,
)
"""What refuses the person, or only a part of what was asked for."""
NOT_YET = lazy(
    r"\bhop(?:e|ing) to (?:send|extend|make|get|share) (?:you )?an? (?:\w+ )?offer|\b(?:could|may|might"
    r"|should be able to) (?:send|extend|make)"
    r" (?:you )?an? offer|\bnothing is (?:approved|official|final)|can'?t give you anything official"
    r"|\boffer to follow\b|\binvite you (?:to|for) (?:an? )?(?:\w+ ){0,2}(?:interview|screening|assessment|call|chat|conversation)\b"
    r"|\b(?:see|have|meet) you (?:for|at) (?:an?|the|our) (?:\w+ ){0,2}(?:interview|stage|round|screening)\b"
    r"|\bbefore (?:we|i) (?:can )?(?:make|extend|send)[^.]{0,12} offer|\bin the (?:right )?zone\b|\bif all goes well\b"
    r"|\bonce (?:the|your|an) offer is (?:approved|ready)|\bnot (?:an|a formal) offer\b(?! letter)|\b(?:do not|don'?t|not to) (?:treat|take|regard|consider) (?:it|this|that) (?:as|for) an offer"
    r"|\b(?:don'?t|do not|without) (?:yet )?have (?:the )?approval yet|\ban offer,? (?:if any|may|might|could|would) (?:follow|come|be made)?"
    r"|\binvite you (?:to|for) (?:the|our|an?) (?:\w+ ){0,2}(?:round|on-?site|panel|interviews?|test|case study|presentation)\b|\bwould (?:you )?(?:be )?(?:interested|open to|want to hear|wanna hear)\b[^.]{0,40}\b(?:chat|hearing|learning more|quick call)\b",
    re.IGNORECASE,
)
APPLIED = lazy(r"\bthank you for (?:your interest in|applying (?:to|for))\b", re.IGNORECASE)
"""How a refusal or an invitation begins, and an offer only where it says so."""
ROUND_AHEAD = lazy(
    r"\b(?:have|got) (?:an?|the|my) (?:\w+ )?(?:round|interview|on-?site)s? (?:with|at|next|tomorrow|this|on)\b",
    re.IGNORECASE,
)
LEARNING = lazy(
    r"\bnot interviewing\b|\bjust (?:trying to understand|curious|wondering how)\b|\bbefore i start applying\b"
    r"|\bquestion about \w+ in general\b",
    re.IGNORECASE,
)
NEWSLETTER = lazy(
    r"\b(?:newsletter|unsubscribe|edition|issue (?:no\.? ?)?\d+|you (?:get|are receiving|received) this (?:mail"
    r"|email)|to advertise"
    r"|\d+ min(?:ute)? read|claps|in this post|my course|sponsored|manage preferences|your weekly|share this|subscribe"
    r"|survey|median|respondents|answers|subscribers?|next month:|highlights)\b",
    re.IGNORECASE,
)
OTHER_PAPER = lazy(
    r"\b(?:net pay|gross to date|ytd|year[- ]to[- ]date|pay (?:period|statement|slip)|payslip|earnings statement|deductions)\b"
    r"|\b(?:this|the) policy\b|\bpolicy (?:no|number|owner|version)|\b(?:version \d+\.\d|rev(?:\.|ision)? \d+)|\bhandbook\b|\bchapter \d|\b(?:hiring )?managers may\b|\b(?:an?|the|any|every|each) employee who\b|\ball offer letters\b|\bemployees? (?:who|may|must|shall|are eligible)\b|\bshall not exceed\b|\beffective (?:date|from|\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)"
    r"|\b(?:mid|end|full)-?year (?:review|appraisal)|\bself-?assessment|\bmanager comment|\bobjectives\b|\bremains? unchanged\b|\bprobation(?:ary period)? (?:is |has been )?(?:passed|completed|confirmed)"
    r"|\bcompleted your probation|\badd your own (?:numbers|salary|data)|\bsamples?\b|\bpercentile|\blast updated\b|\bdirect deposit\b|\baccount ending\b|\binvoice\b|\bhead ?count plan|\bcost cent(?:er|re)\b",
    re.IGNORECASE,
)
"""What stands in payslips, policies, reviews, tables and bills, several of it in one."""
PAY_WORD = lazy(r"\b(?:salary|base|bonus target|wage|hourly|ctc)\b", re.IGNORECASE)
OTHER_DEAL = lazy(
    r"\b(?:month lease|lease (?:at|term|agreement)|tenan(?:t|cy)|landlord|down payment|\d% down|the seller|per night"
    r"|mortgage\b|on the house|apr\b|your loan|loan of\b|security deposit|monthly rent\b|a lease\b|per month rent|bid for\b|remodel|the landlord|grant agreement|research council"
    r"|your loan|loan offer|interest rate|credit card|gift card|the apartment)\b",
    re.IGNORECASE,
)
GENERAL = lazy(
    r"\b(?:what is|what's|what are|how (?:much|do|does|is|are|many|should|to)|explain|is it (?:normal|worth"
    r"|better|true)|difference between|which is|why (?:do|is|are)|define|tell me about|calculate|compute"
    r"|convert)\b",
    re.IGNORECASE,
)
HYPOTHETICAL = lazy(
    r"\A\W*(?:if|say|suppose|imagine|assume|when) (?:that )?(?:a|an|some|one|any|someone|somebody)\b"
    r"|\b(?:in general|hypothetical\w*|do people usually|generally speaking)\b",
    re.IGNORECASE,
)
SUPPOSED = lazy(
    r"\A[^.!?\n]{0,40}\b(?:suppose|imagine|assume|assuming|let'?s say|hypothetical\w*|pretend)\b"
    r"|\bif (?:an?|some|any|another) (?:\w+ )?(?:company|employer|start-?up|recruiter|firm|place|person"
    r"|candidate|engineer"
    r"|guy|offer)\b"
    r"|\b(?:fictional|fictitious|made[- ]up|imaginary|hypothetical) (?:\w+ )?(?:offers?|case|example|numbers"
    r"|company|package)"
    r"|\A\W*(?:example|sample|template|exercise)\b|\bin theory\b|\[(?:amount|title|company|name|salary)\]",
    re.IGNORECASE,
)
OF_OTHERS = lazy(
    r"\b(?:an?|my|our|his|her|one of my) (?:best |old |close |former )?(?:friend|co-?worker|colleague|buddy"
    r"|mate|roommate|flatmate"
    r"|classmate|neighbou?r|cousin|acquaintance|teammate)s?(?: of mine| from \w+| at \w+)?\b[^.!?\n]{0,60}"
    r"\b(?:offer(?:ed)?|got|gets?|makes?|took|signed|landed)\b"
    r"|\b(?:heard|rumou?rs?|word is|apparently)\b[^.!?\n]{0,60}\b(?:makes?|gets?|pays?|earns?|got)\b",
    re.IGNORECASE,
)
OF_MINE = lazy(
    r"\b(?:my (?:own )?(?:\w+ )?offer|offer(?:ed|ing|s)? (?:me|you)|i (?:just |finally )?(?:got|have"
    r"|received) (?:an|my|the) (?:\w+ )?offer"
    r"|i (?:just |only |also )?got (?=[$€£]?\d)|gave me|they want me|wants me)\b",
    re.IGNORECASE,
)
RAISE = lazy(
    r"\b(?:salary|base|pay|compensation) (?:will |has |is |was )?(?:be |been |being )?(?:increas\w+|rais\w+"
    r"|adjust\w+|reviewed)\b",
    re.IGNORECASE,
)
SURVEY = lazy(
    r"\b(?:median|percentile|p(?:25|50|75|90)\b|quartile|on average|sample size|n ?= ?\d|respondents|survey|benchmark"
    r"|data points|salary guide|salary report|compensation report|year over year|yoy)\b",
    re.IGNORECASE,
)
OFFERED_JOB = lazy(
    r"\b(?:pleased|happy|excited|delighted|thrilled|chuffed|stoked) to (?:offer|extend)\b"
    r"|(?:proud|glad|like|love) to offer you\b|offer of employment"
    r"|\bformal offer\b",
    re.IGNORECASE,
)
HAS_OFFER = lazy(
    r"\b(?:(?:got|have|received) (?:an|my|the) offer|accept (?:the|this|our) offer|your (?:annual "
    r"|total )?ctc"
    r"|offer letter|offer(?:ed|ing) (?:me|you)|offer from)\b",
    re.IGNORECASE,
)
