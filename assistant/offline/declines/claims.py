"""Claims: untrue answers about oneself, from a right to work to an invented illness."""

from __future__ import annotations

from assistant.offline.declines.decline import Decline
from assistant.offline.lexicon import any_of

LIMIT = Decline(
    family="limit",
    words=any_of(
        r"\b(?:only|not|never|nothing|can'?t|won'?t)\b[^.?!\n]{0,16}\b(?:sign|accept|join|take it|come|go)\b[^.?!\n]{0,24}\b(?:if|at|for|below|under|less|unless|from)\b[^.?!\n]{0,16}\d",
        r"\bi(?:'ll|'m| will| am| would|'d)? (?:walk\w*|leav\w+|gone|out|pass)\b[^.?!\n]{0,24}\b(?:if|unless|below|under|at)\b[^.?!\n]{0,24}\d",
    ),
    declined='I will not write a limit that is none: they may answer "then we part", and the bluff costs you a job that you '
    "would have taken.",
    topic="Should I say that I will only sign at a certain number?",
    honestly="Ask for the figure you want and say that you would sign at it. That is true, and it leaves open what you would "
    "do below it, which you need not tell.",
    instead="If the base comes to the figure I named, I am ready to sign right away. Can you get there?",
)
CLAIMS: tuple[Decline, ...] = (
    Decline(
        family="claim",
        declined="I will not state what is not true, nor word it so that they believe it: it can be checked by a call, "
        "a record or a background check, and when it is found out the offer is withdrawn or the job ends, even years later.",
        topic="What happens if they find out that I lied?",
        honestly="Say what is true and make the most of it. If something untrue was already said or written, correct "
        "it yourself, early and in two sentences, before a check does.",
        instead="I want to be accurate about this, so here is how it really was, and here is what I can do for the "
        "role.",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:sponsor\w*|visa|opt|cpt|h-?1b|i-?9|work (?:permit|authori[sz]ation|rights?)|authori[sz]ed to work|right to work|"
            r"green card|citizen\w*|residence permit|graduate route|iqama)\b"
        ),
        declined="I will not write a false answer about sponsorship or the right to work: it is a misrepresentation to "
        "the employer, it comes out when the papers are filed, the offer is then withdrawn or you are fired, and a false "
        "statement can harm every later immigration case.",
        topic="The form asks whether I will need visa sponsorship. What do I answer?",
        honestly="Answer the question as it is asked, yes if you will need it later, and add at once what makes it easy: "
        "how long you can work without any filing and what a sponsor would have to do. Have an immigration lawyer, or your "
        "school's adviser, check the wording first.",
        instead="I can start without any sponsorship and am authorized until my present status ends; after that I will "
        "need sponsorship. I am glad to explain the steps. Is that something the company does?",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:convict\w*|arrest\w*|dui|dwi|criminal|felony|misdemeano\w*|sworn|oath|perjury|disciplin\w*|police|record check|"
            r"dbs|caution|court|charged|shoplift\w*|security clearance|foreign contacts)\b"
        ),
        declined="I will not help to leave out on a form what it asks for: a false answer, above all a sworn one, is a "
        "ground to be fired at any time and can be a crime such as perjury, while the record itself is often forgiven.",
        topic="A form asks about a conviction. Must I disclose it?",
        honestly="Read exactly what the form asks and for which years, and ask a lawyer or legal aid whether your record "
        "must be disclosed or can be expunged or sealed. If it must, disclose it with one calm sentence of explanation.",
        instead="In the year stated I was convicted of the offence I have listed. I completed everything that was asked of "
        "me, nothing has happened since, and I am glad to answer questions.",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:degrees?|diploma|bachelor\w*|master'?s?|bsc?|msc?|mba|ph\.?d|graduat\w*|credits|transcript|universit\w*|college|uni|"
            r"certifi\w*|licen[cs]e\w*|charter\w*|cpa|cfa|pmp|coursework|education)\b"
        ),
        declined="I will not word it so that you seem to hold a degree or a licence that you do not: education checks ask "
        "the registrar or the issuing board, and a claim that fails there is a reason to rescind the offer, even if each "
        "word could be defended.",
        topic="I do not have the degree that I put on the form. How do I correct it?",
        honestly="Correct it before the check does: tell the recruiter and the checking firm what you completed, say that "
        "the form left no better choice if that is so, and ask whether your experience can stand in for the rest.",
        instead="I want to correct one entry before the check: I completed the coursework up to my last year but did not "
        "take the degree. I should have said so at once. I hope my experience speaks for me, and I am glad to send my transcript.",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:laid off|let go|redundan\w*|still (?:there|employed|work\w*|at)|notice(?: period)?|out of (?:a )?(?:job|work)|between jobs|"
            r"fired|dismiss\w*|reason for leaving|when (?:you|i) resign|last day|never (?:finished )?(?:the )?probation|current(?:ly)? employ\w*)\b"
        ),
        declined="I will not write as if you were still employed, or give an untrue notice period or reason for leaving: "
        "employers check dates with a call, and a false one is a reason to withdraw the offer.",
        topic="They believe that I still work there. Must I correct it?",
        honestly="Correct it now in one sentence, before the background check does. You owe no details, being available "
        "early is worth something to them, and your case rests on the role and the market and not on whether you have a job.",
        instead="One correction, so that you have it right: my position ended, and I am available to start within two "
        "weeks. I am very interested in the role, and my expectation rests on the market for it.",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:sick|hospital|ill(?:ness)?|mother|mom|father|dad|wife|husband|kid|baby|child|famil\w*|pregnan\w*|funeral|wedding|cancer|emergency|"
            r"rent|landlord|disab\w*|carer)\b"
        ),
        declined="I will not invent an illness, a family matter or an emergency: it is a lie about something people check "
        "with kindness, it needs more lies later, and found out it costs their trust and can cost the offer.",
        topic="how to ask for time to decide or a deadline extension",
        honestly="You do not need a reason. Ask for the days or the term you want in a plain, honest sentence, with the "
        "date by which you will answer.",
        instead="I would like to decide this carefully and can give you a firm answer by the date I name. Could you "
        "extend the deadline until then?",
    ),
    Decline(
        family="claim",
        words=any_of(
            r"\b(?:deadlines?|expires?|by (?:mon|tue|wed|thu|fri|noon|tomorrow)\w*|needs? (?:my|an) answer|hurry|rush)\b"
        ),
        declined="I will not invent a deadline or somebody who waits for you: it is not true, they may answer "
        '"then take it", and found out it costs trust and perhaps the offer.',
        topic="how to ask when they will decide and to hurry a slow company honestly",
        honestly="You may set a date of your own, since that is true: say when you would like to decide and ask whether "
        "they can make it.",
        instead="I would like to decide by the end of next week. Could you tell me whether an updated offer is possible "
        "by then?",
    ),
)
