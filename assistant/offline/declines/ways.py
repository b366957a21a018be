"""Ways: all that is declined besides claims about oneself, from an invented offer to a hidden wage."""

from __future__ import annotations

from assistant.offline.declines.decline import Decline
from assistant.offline.lexicon import any_of

WAYS: tuple[Decline, ...] = (
    Decline(
        family="offer",
        declined="I will not claim another offer that is not there, or make a real one look bigger: it is not true, "
        "recruiters ask for the letter and verify it, and a bluff that is found out can end with this offer withdrawn.",
        topic="bluff with an invented competing offer, and what to say instead of bluffing",
        honestly="Use what is true: market data for the role, the value of your work, or a real process you are in, "
        "said as it stands. If a real offer exists, quote it at its true figure, or first ask that company for more "
        "and quote the new letter once you hold it.",
        instead="I am very interested in this role, and based on the market for this scope I was aiming for a higher "
        "package. Which parts have room to move?",
    ),
    Decline(
        family="offer",
        words=any_of(
            r"\b(?:as good as|verbal\w*|on the phone|about to|next week|final round|will be confirmed|not (?:yet )?in writing|"
            r"hasn'?t (?:come|arrived)|waiting for the letter|two days early)\b"
        ),
        declined="I will not present an offer that you do not hold yet as one that you do: a recruiter can ask for the "
        "letter, and if it does not come, your word is worth nothing and this offer is at risk.",
        topic="May I mention a verbal offer or a final round as leverage?",
        honestly="A real process is leverage as it stands. Say that you expect a decision and by when, call a verbal "
        "offer verbal, and ask for time until it is confirmed in writing.",
        instead="I expect a written answer from another company shortly and want to decide properly. Could I have "
        "until then to give you mine?",
    ),
    Decline(
        family="pay",
        declined="I will not misstate your current pay or make a payslip that shows another figure: pay is verified "
        "with payslips, tax forms or a call, and a false figure is a reason to withdraw the offer or to dismiss you later.",
        topic="Can I avoid saying what I earn now?",
        honestly="You may decline to name your pay at all, which is honest, and turn the talk to the range and the "
        "market. If you do name it, give the true figure with what you expect beside it.",
        instead="I prefer to keep my current pay private and to focus on this role. What range is budgeted for this "
        "level? From the market data I have, I expect a figure in its upper half.",
    ),
    Decline(
        family="pay",
        words=any_of(
            r"\b(?:unvested|forfeit\w*|leav(?:e|ing) behind|leave on the table|walk(?:ing)? away from|make[- ]?whole|buy ?(?:me )?out|"
            r"los(?:e|ing) by (?:leaving|going)|lose if i (?:leave|go)|retention bonus|bonus i'?d lose)\b"
        ),
        declined="I will not overstate what you leave behind: a make-whole is paid on proof, such as a statement of "
        "the broker or a letter about the bonus, and a false figure is fraud that can end with the offer withdrawn or "
        "the money claimed back.",
        topic="They ask what I would lose by leaving. Which figure do I give?",
        honestly="Give the true amount with the statement behind it, ask for it to be replaced in full, and ask for a "
        "larger sign-on on other grounds, such as the market or the bonus date you miss.",
        instead="By leaving I would give up the unvested amount shown on my statement, which I can share. I would ask "
        "for a sign-on that makes that whole, and for a base at the market for this level.",
    ),
    Decline(
        family="forge",
        declined="I will not make or change a document, or write or speak as somebody else: it is forgery, issuers verify "
        "letters and payslips, and a fake ends the offer and can be prosecuted as fraud.",
        topic="What happens with a forged letter, payslip or reference?",
        honestly="Ask for the real paper: the company, HR or the school can issue or confirm it in writing, often within "
        "days. Until it is there, say that it is on its way or that you would rather not share documents.",
        instead="I do not have that document yet and have asked for it. I will send it as soon as I hold it in writing; "
        "until then, what else would help you to make the case?",
    ),
    Decline(
        family="forge",
        words=any_of(
            r"\b(?:offer|their|company'?s?|bank'?s?) (?:offer )?(?:letter|pdf|contract|mail|e-?mail)\b|\bverbal\w*|\bmock ?up\b|\bas good as\b"
        ),
        declined="I will not draw up a letter in another company's name, even if the offer is expected: it is a forgery "
        "until they issue it, one call verifies it, and then both offers are at risk for fraud.",
        topic="What happens with a forged letter, payslip or reference?",
        honestly="A verbal or expected offer can be mentioned as exactly that. Ask them to confirm it in writing or by a "
        "short e-mail now, and ask here for time until then.",
        instead="I have a verbal offer elsewhere that is due to be confirmed in writing soon. You are my preference; could "
        "I have until then, and is there room in your package meanwhile?",
    ),
    Decline(
        family="forge",
        words=any_of(
            r"\b(?:references?|referee|reference call|ex-?manager|former (?:manager|boss)|recommend\w*|testimonial)\b"
        ),
        declined="I will not write or play a reference that is not real: referees are called through the company's own "
        "number, and a fake one is fraud that ends the offer.",
        topic="What happens with a forged letter, payslip or reference?",
        honestly="Ask for a real reference from somebody who knows your work: a former manager, a colleague, a client or a "
        "teacher. You can offer them notes on what you did together, and they write and sign it.",
        instead="For a reference I suggest a former colleague who worked with me closely and is glad to speak with you; "
        "may I send you the contact?",
    ),
    Decline(
        family="threat",
        declined="I will not write a threat or use somebody's private affairs as pressure: that can be blackmail or "
        "extortion in law, and it ends trust and the talk.",
        topic="What if I hint at consequences to get more money?",
        honestly="Ask on the merits: your results, the market for the role, and a true limit if you have one. If there is "
        "real wrongdoing, take it to a lawyer or the authority, apart from your pay.",
        instead="I would like to stay and to make this work. Given what I have delivered and the market for this scope, I "
        "am asking for a better package; if it cannot move, I would rather know now and decide.",
    ),
    Decline(
        family="threat",
        words=any_of(
            r"\b(?:go(?:es)? down|break\w*|crash\w*|bugs?|passwords?|passcodes?|hand-?over|outage|server|stops? working|only (?:one|person|guy)|"
            r"sabotage|deploy\w*|release|stuff could|accidents?|system|database)\b"
        ),
        declined="I will not hint that something may break or stop if you are not paid: that is a veiled threat of "
        "sabotage, however politely it is put, and it can get you fired, make you liable for the damage and be "
        "extortion in law.",
        topic="What if I hint at consequences to get more money?",
        honestly="Turn the same fact into value: document what you carry, what it saves and what it would cost to replace, "
        "offer to train a second person, and ask for the raise with the market figure beside it.",
        instead="I own a system the team depends on, and I would like my pay to reflect that responsibility. Here is what "
        "it delivers and the market for the role; I also want to document it so that we do not rest on one person. Can "
        "we agree on a figure and a date?",
    ),
    Decline(
        family="record",
        declined="I will not help to record a talk in secret or to get around the announcement: in many places, California "
        "among them, everyone in a call must consent, so it can be illegal, and a secret recording destroys trust.",
        topic="Can I record the call with the recruiter?",
        honestly="Ask for permission to record, or take notes and send a written recap by e-mail the same day and ask them "
        "to confirm it. That gives you better proof than a recording.",
        instead="Thank you for the call. To be sure I understood it, here is my summary of what was said, the bonus "
        "included; please confirm it by e-mail or correct me if I got any of it wrong.",
    ),
    Decline(
        family="data",
        declined="I will not use pay data or messages that you may not see for this purpose: they are confidential, using "
        "such access is a breach of policy and of your colleagues' privacy, and it can get you fired whatever the "
        "numbers show.",
        topic="May I use pay data or messages that I can see through my access?",
        honestly="Build the case on what you may use: published ranges, market surveys, what colleagues tell you "
        "themselves, and your results. You can ask HR or your manager for the band of your level and where you stand in "
        "it, or for a pay equity review.",
        instead="I would like to understand how my pay sits in the range for my level. Could you share the band, and what "
        "would move me to the middle of it? From public market data I believe I am at its low end.",
        words=any_of(
            r"\b(?:work ?day|hris|bamboo ?hr|payroll|salary (?:sheet|file|table|list|spreadsheet)|comp(?:ensation)? (?:export|sheet|review|folder)|"
            r"every(?:one|body)'?s (?:pay|salar\w+)|who earns|(?:still )?(?:have|got|had|has) (?:\w+ )?(?:access|rights|login)|outlook|inbox|mails? of|"
            r"read (?:my|his|her|their) (?:boss|mails?|messages)|admin\w*|password|keylogger|personnel|calibration|screenshot\w* the offers|"
            r"pay ?slips? (?:of|out)|printer|unlock(?:ed)?|hidden comments|token|shared drive)\b"
        ),
    ),
    Decline(
        family="secrets",
        declined="I will not help to offer confidential data, code or client lists, not even as a hint: they are your "
        "employer's property and may be a trade secret, so you and the new firm could be sued, and it can cost you "
        "both jobs.",
        topic="May I bring code, data or client lists to the new employer?",
        honestly="Sell what is yours: your experience, your skills, your track record and your knowledge of the market, "
        "with results you may speak of. If they ask for more, that is a warning about them.",
        instead="I cannot bring anything confidential, and I would protect your information in the same way. What I bring "
        "is my experience and a track record in this market, and I am asking for a package that reflects those results.",
    ),
    Decline(
        family="tax",
        declined="I will not help to hide pay from the tax office or to put it in writing: that is tax evasion and illegal "
        "for both sides, brokers and employers report, and what is found costs the tax, a penalty and perhaps the job.",
        topic="Can I hide stock, a bonus or a side income from the tax office?",
        honestly="Declare it in full, and ask a tax adviser or accountant for the lawful ways to pay less. Or ask the "
        "employer for a higher gross amount that leaves you the net you need.",
        instead="How will this payment be reported and taxed? I would like everything through payroll, and a gross amount "
        "that reflects the tax. Could the package include help from a tax adviser?",
    ),
    Decline(
        family="tax",
        words=any_of(
            r"\b(?:cash|books|envelope|off the record|on paper|pay ?slip|nomina|schwarz|bar|in (?:the|my) hand|under the table|minijob|en mano)\b"
        ),
        declined="I will not put a cash part outside the books into writing: paying wages that are not declared is tax "
        "fraud for both of you, and illegal pay gives you no contract to enforce, no pension, no sick pay and no "
        "proof of income.",
        topic="My employer offers part of the wage in cash, off the books",
        honestly="Ask for the whole wage on the books, in the contract and through payroll, with a gross figure that gives "
        "you the net you want. An accountant or the tax office (HMRC, the IRS) can say what that costs the employer.",
        instead="I would like the full wage declared and on the payslip, so that it counts for both of us. To come out at "
        "the same net I would need a higher gross; can we put that figure into the contract?",
    ),
    Decline(
        family="tax",
        words=any_of(
            r"\b(?:ir35|inside|outside|self[- ]?employed|umbrella|substitut\w*|contractor|1099|sole trader|two (?:other )?clients|freelance\w*|"
            r"independent|scheinselbst\w*)\b"
        ),
        declined="I will not word a statement about clients or a substitute that you do not have: it is a false statement "
        "for a tax status, the tax office (HMRC in the UK) looks at how you really work, and a deliberate untruth brings "
        "the tax, interest and a penalty, with a liability that can fall on you.",
        topic="May I say that I have other clients, so that the contract is outside IR35?",
        honestly="Describe the real terms and have an accountant or tax adviser assess them. If the work is inside the "
        "rules, ask for a higher day rate that makes up for it, or for genuine changes, such as a real right to send a "
        "substitute, written into the contract and lived.",
        instead="On the real terms this engagement looks inside the rules, so I would need an uplift of the day rate to "
        "compensate. Alternatively, could we agree on genuine changes to how the work is done and have the status assessed again?",
    ),
    Decline(
        family="tax",
        words=any_of(
            r"\b(?:live in|lives? in|resid\w*|wohnsitz|address|which state|state tax|canton|183 days|really in|new jersey|texas|florida|dubai)\b"
        ),
        declined="I will not state a home or place of work that is not yours: payroll taxes where you really live and work, "
        "a false address is tax evasion, and the employer can be liable and dismiss you for it.",
        topic="Can I hide stock, a bonus or a side income from the tax office?",
        honestly="Give the true address and ask what can be arranged lawfully: another start date, a real move, or a gross "
        "amount that makes up for the tax. A tax adviser can work out which place taxes what.",
        instead="I live and will work at the address I gave you. Because the tax there is higher, could we look at the base "
        "or a one-time payment to even it out?",
    ),
    Decline(
        family="renege",
        declined="I will not help to sign what you do not mean to do, to take the money and run, or to hide a second job: "
        "repayment clauses and payroll records catch it, and it costs you trust, the job and perhaps a claim in court.",
        topic="May I take the sign-on and leave, or keep two jobs in secret?",
        honestly="Be honest about your plans and use the lawful tools: more time to choose, a later start date, a shorter "
        "repayment clause, or written permission for the side job.",
        instead="I want to give you an answer that I can keep. Could I have until the date I named to decide, or start "
        "later?",
    ),
    Decline(
        family="bias",
        declined="I will not help to pay or treat anyone less because of who they are, or to word it so that it does not "
        "show: in most places that is unlawful discrimination, and messages like this one are the evidence.",
        topic="Is it legal to offer someone less because of who they are?",
        honestly="Base the offer on the role and the same range for everyone, write down the criteria, and ask an "
        "employment lawyer before you change or withdraw an offer.",
        instead="Here is the range for this level and the criteria by which we set the offer; they are the same for "
        "everyone.",
    ),
)
