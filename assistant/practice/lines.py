"""Lines: the words of the practice recruiters, without a number of their own."""

from __future__ import annotations

from assistant.practice.temper import TemperName
from assistant.practice.term import Term

OPENINGS: dict[TemperName, tuple[str, ...]] = {
    "friendly": (
        "Hi, I am so glad we got here. The team really wants you. Here is the offer: {terms}. How does that sound?",
        "Good to hear your voice. Everybody was happy after your interviews, so here it is: {terms}. Thoughts?",
    ),
    "by_the_book": (
        "Hello, I would like to take you through the offer. It is {terms}. Please tell me if anything is unclear.",
        "Thank you for your time. The offer that was approved is {terms}. Do you have questions about it?",
    ),
    "hurried": (
        "Hi, quick call: the offer is out. It is {terms}. Can we close this today?",
        "Glad I caught you, I have five minutes. We can offer {terms}. Are you in?",
    ),
    "hardball": (
        "So, the offer is {terms}. I think that is strong.",
        "Here is what we decided: {terms}. We do not see a reason to go beyond that.",
    ),
}
"""The first words; `{terms}` is what is offered."""

OPENING_OBJECTIONS: dict[TemperName, str] = {"hurried": "exploding_deadline", "hardball": "current_salary"}
"""What a temper adds to its first words."""

OBJECTIONS: dict[str, tuple[str, ...]] = {
    "final_offer": (
        "This is our final offer. There is nothing more I can change.",
        "I have to be clear: this is the best and final offer we can make.",
    ),
    "already_best": (
        "We already gave you our best offer at the start.",
        "We came in with the strongest package we could put together for you.",
    ),
    "band_limit": (
        "The salary band for this level does not allow more than that.",
        "That is above the top of the pay range for this level.",
    ),
    "no_negotiation_policy": (
        "Our offers are standardised, and we do not negotiate them with individual candidates.",
        "Our policy is that everybody gets the same offer. We do not negotiate salaries.",
    ),
    "cant_beat_competing": (
        "We will not be able to match the other offer you have.",
        "If they pay you that, we cannot beat that other offer.",
    ),
    "current_salary": (
        "By the way, what is your current salary? We ask everybody.",
        "Before we go on: how much are you making in your present job?",
    ),
    "expectations": (
        "What number do you have in mind? Tell me your salary expectation.",
        "What compensation are you looking for exactly?",
    ),
    "verbal_commit": (
        "If I get this approved for you, will you accept the offer?",
        "Before I go and ask for it: if I get you that number, will you sign?",
    ),
    "exploding_deadline": (
        "I need your decision by the end of the day tomorrow.",
        "The offer expires tomorrow evening, so I need your answer by then.",
    ),
    "internal_equity": (
        "That would put you above people who are already on the team at the same level.",
        "We have to be fair to our existing employees in the same role, and that would pay you more than them.",
    ),
    "equity_fixed": (
        "The equity is fixed by a formula for your level, and nobody can change the grant.",
        "The equity is standard for this level. It is not negotiable.",
    ),
    "budget_gone": (
        "There is no budget left for this position.",
        "The budget for this role has been used up. Finance will not release any more money.",
    ),
    "no_signing_bonus": (
        "We do not offer signing bonuses.",
        "A sign-on bonus is not something we do at this company.",
    ),
    "revisit_at_review": (
        "Let us revisit your salary at the review after six months.",
        "Prove yourself first, and we can look at your pay again at your first review.",
    ),
    "level_locked": (
        "The hiring committee decided on the level after your interviews, and it cannot be changed.",
        "The panel settled your level in the interviews, and they will not reopen it.",
    ),
    "geo_pay": (
        "Your salary is adjusted for the location you work from.",
        "Pay depends on where you live, and the rate for your area is lower.",
    ),
    "bonus_guaranteed": (
        "Remember that the bonus always pays out in full, so you can count it as salary.",
        "Everybody gets their full bonus every year. You can treat it as guaranteed pay.",
    ),
    "bonus_not_written": (
        "We do not put that in the offer letter. You will have to trust us.",
        "That is not something we write into offer letters, but you have my word.",
    ),
    "startup_equity_hype": (
        "Our stock options will be worth a lot when we go public. That is where the real money is.",
        "Think of the upside: when we are acquired, these options could make you rich.",
    ),
    "proof_of_offer": (
        "Can you send me a copy of the other offer letter?",
        "I would need to see proof of that other offer in writing.",
    ),
    "hike_cap": (
        "Our policy allows only a maximum percentage hike on your current salary.",
        "HR does not approve a hike above the standard percentage over your current pay.",
    ),
    "paper_money": (
        "The stock in that other offer is only paper money. It may never be worth anything.",
        "Those shares elsewhere are just paper money, not real cash.",
    ),
    "pressure_alternatives": (
        "We have other strong candidates who are ready to accept.",
        "I should tell you that another candidate is waiting and would take this offer.",
    ),
    "intimidation": (
        "If you keep pushing like this, leadership could rescind the offer.",
        "Careful. Pushing further might make leadership reconsider the offer altogether.",
    ),
    "accept_before_we_can": (
        "Please accept the offer first. We can discuss the details after you have signed.",
        "You would have to accept first, and then we can talk about that.",
    ),
}
"""How each objection of the library sounds when it is said."""

MOVED: dict[TemperName, tuple[str, ...]] = {
    "friendly": (
        "Good point. I can do {moves}.",
        "You made that easy for me: {moves}.",
        "I spoke up for you: {moves}.",
    ),
    "by_the_book": (
        "I checked, and {moves} is within what I may approve.",
        "With that reason I could get {moves} approved.",
    ),
    "hurried": ("Fine, {moves}. Can we close?", "All right: {moves}."),
    "hardball": ("I can stretch to {moves}, and that was not easy.", "As an exception: {moves}."),
}
"""A concession; `{moves}` names the new amounts."""

MET: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("That works on our side: {moves}. Shall I send the letter?",),
    "by_the_book": ("Approved: {moves}. I will prepare the letter if you agree.",),
    "hurried": ("Done: {moves}. Do I have your yes?",),
    "hardball": ("You have it: {moves}. Now I expect an answer.",),
}
"""Everything that was asked for is granted."""

REST = "More than that is hard. "
NO_REASON: dict[TemperName, tuple[str, ...]] = {
    "friendly": (
        "I would love to help, but what can I tell the people who approve it?",
        "I hear you. What is that number based on?",
    ),
    "by_the_book": (
        "I would need a reason that I can put into the form.",
        "What is the basis for that figure? The form asks for one.",
    ),
    "hurried": ("Why that number? I have to write something down.", "Okay, and the reason is?"),
    "hardball": ("And why should we pay that?", "That is a number. Where does it come from?"),
}
"""Answers an ask without a reason."""

HINT = "There may be more room in the {lever}."
CLOSED_HERE = "I do not see any room in the {lever}."
APPROVER: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("My director signs off on pay. A short reason and a clear number from you is all she needs.",),
    "by_the_book": (
        "The compensation committee approves it. They look for market data, scope, or pay you would leave behind.",
    ),
    "hurried": ("My manager approves it. Give me one number and one reason, and I will ask at once.",),
    "hardball": ("The director decides. A request without evidence does not reach that desk.",),
}
TERM_AGREED: dict[Term, str] = {
    "level": "I can ask for a level review before you start.",
    "start_date": "The start date can move to what suits you.",
    "remote": "Working remotely can be arranged.",
    "early_review": "We can agree on an early pay review after six months.",
    "time_off": "A few more days off can be added.",
    "relocation": "We can help with the cost of moving.",
    "more_time": "Take a few more days to decide, that is no problem.",
}
TERM_REFUSED: dict[Term, str] = {
    "level": "",
    "start_date": "The start date is set by the project, I am afraid.",
    "remote": "The role is tied to the office.",
    "early_review": "Reviews happen once a year for everybody.",
    "time_off": "Time off is the same for everybody here.",
    "relocation": "Help with moving is not part of this role.",
    "more_time": "",
}
"""Where it is empty, an objection says it."""
TERM_ASKS_APPROVER = "For the {term} I would need somebody above me to agree."

SILENCE_MOVES: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("… All right, let me see. I could do {moves}.",),
    "hurried": ("… Are you there? Look, I can add something: {moves}.",),
    "by_the_book": ("… {moves}.",),
    "hardball": ("… {moves}.",),
}
SILENCE: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("Take your time. What are you thinking about?",),
    "by_the_book": ("I will wait. Is there something you would like me to look into?",),
    "hurried": ("Hello? I need to move on, what do you say?",),
    "hardball": ("I can be silent, too. So?",),
}
RECORDED_PAY = "Thank you, I will note that. Then our offer is already a good step up for you."
LOW = "Then we want the same thing: the offer already covers that."
LISTENS: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("Thank you for telling me. Is there anything in the offer you would like to change?",),
    "by_the_book": ("Noted. Is there a concrete request I should pass on?",),
    "hurried": ("Okay. So is it a yes, or do you need something?",),
    "hardball": ("I hear you. What exactly do you want?",),
}
WRITES = "I will put that into the letter."
ACCEPTED: dict[TemperName, str] = {
    "friendly": "Wonderful, welcome! The letter is on its way.",
    "by_the_book": "Thank you. You will receive the letter for signature.",
    "hurried": "Great, done. The letter comes within the hour.",
    "hardball": "Good. You will get the letter.",
}
DECLINED = "I am sorry to hear that. Thank you for being clear, and all the best."
WITHDRAWN = "I do not think we can work like this. We are withdrawing the offer."
LEFT_OPEN = "I will leave it there. The offer stands as I described it; send me your yes or no."
AFTER_FINAL = "As I said, that was final. Is it a yes or a no?"
RANGE_PLACES = (
    "You are near the top of the range for the level.",
    "You are somewhere in the middle of the range for the level.",
    "You are in the lower part of the range for the level.",
)
