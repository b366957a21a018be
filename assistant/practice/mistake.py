"""Mistake: the eight named mistakes, what each one looks like, why it costs, and the passage that says so.

The eight are the categories of the ACE scheme (Shea et al., EMNLP 2024), re-scoped from one price to a whole package:
walk-away and target are amounts of the average year, an opening may lie on any lever, and a first number is a mistake
only where it helps the other side.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

MistakeName = Literal[
    "walk_away", "target", "ice", "first_number", "opening", "counter", "rationale", "closing",
]  # fmt: skip
MISTAKE_NAMES: tuple[MistakeName, ...] = get_args(MistakeName)
MistakeKind = Literal[
    "no_walk_away", "told_walk_away", "below_walk_away", "left_above_walk_away",
    "no_target", "ask_below_target", "settled_below_target",
    "cold_start", "apologetic", "hostile",
    "told_current_pay", "range_given", "low_number",
    "vague", "timid", "beyond_reason", "wrong_figure",
    "repeated", "big_drop", "too_many_asks", "reopened",
    "no_reason", "need_based", "untrue_offer",
    "on_the_spot", "ultimatum", "not_in_writing", "left_open",
]  # fmt: skip

TITLES: dict[MistakeName, str] = {
    "walk_away": "Walk-away",
    "target": "Target",
    "ice": "Breaking the ice",
    "first_number": "First number",
    "opening": "Opening ask",
    "counter": "Counter",
    "rationale": "Reason",
    "closing": "Closing",
}


class MistakeRule(NamedTuple):
    """A kind of mistake: its name, a title, why it costs, and where the library says so, word for word."""

    name: MistakeName
    title: str
    why: str
    source_id: str
    section: str
    quote: str


RULES: dict[MistakeKind, MistakeRule] = {
    "no_walk_away": MistakeRule(
        "walk_away", "No walk-away set",
        "Without a line drawn beforehand a tired yes is easy, and nobody can tell later whether it was a good one.",
        "choosing-your-asks", "How do I set a target, an opening number and a walk-away?",
        "Write down three numbers before you counter: the target, the opening ask and the walk-away.",
    ),
    "told_walk_away": MistakeRule(
        "walk_away", "Told them how low you would go",
        "The lowest figure you name is the one you will be paid.",
        "who-decides", "Is the recruiter on my side?",
        "Do not confide that you would take less, or that you have stopped looking, since that travels upstairs.",
    ),
    "below_walk_away": MistakeRule(
        "walk_away", "Said yes below your walk-away",
        "You had decided beforehand that this package is worse for you than staying or searching on.",
        "choosing-your-asks", "How do I set a target, an opening number and a walk-away?",
        "The walk-away is the package below which you would rather keep your present job or search on.",
    ),
    "left_above_walk_away": MistakeRule(
        "walk_away", "Left although the package was above your walk-away",
        "The offer was better than the line you had drawn, and the talk was not over yet.",
        "walking-away", "How do I know it is time to walk away?",
        "It is time to go when the best final version is below the line you wrote down beforehand.",
    ),
    "no_target": MistakeRule(
        "target", "No target set",
        "Without a target there is nothing to open above, and any first yes feels like enough.",
        "choosing-your-asks", "How do I set a target, an opening number and a walk-away?",
        "Write down three numbers before you counter: the target, the opening ask and the walk-away.",
    ),
    "ask_below_target": MistakeRule(
        "target", "Asked for less than your own target",
        "If everything you ask for is granted, you still end below your target.",
        "choosing-your-asks", "How do I set a target, an opening number and a walk-away?",
        "The opening ask lies somewhat above the target, still inside what you can explain with a straight face.",
    ),
    "settled_below_target": MistakeRule(
        "target", "Said yes below your target before it was final",
        "They had not said that this was the end, so one more step was open to you.",
        "second-round", "They met me halfway. Should I push again?",
        "Push once more if your target is still above their figure and you have an answer ready, otherwise take it.",
    ),
    "cold_start": MistakeRule(
        "ice", "No word of thanks or interest",
        "Someone who sounds glad to come is easier to fight for. One sentence is enough, and it costs nothing.",
        "counter-email", "What tone should I use?",
        "One thank-you is enough, and no apology is needed, since countering is normal.",
    ),
    "apologetic": MistakeRule(
        "ice", "Apologised for asking",
        "An apology says that the request is wrong, and invites a no.",
        "counter-email", "What tone should I use?",
        "One thank-you is enough, and no apology is needed, since countering is normal.",
    ),
    "hostile": MistakeRule(
        "ice", "Hard words",
        "Hard words are remembered longer than the number, and conduct is what offers are lost through.",
        "will-they-withdraw", "What makes companies pull an offer?",
        "Offers are lost through conduct far more often than through a number.",
    ),
    "told_current_pay": MistakeRule(
        "first_number", "Told them your present pay",
        "The new pay is now measured as a raise on the old one instead of by the role.",
        "salary-expectations", "Should I tell them my current salary?",
        "The next offer tends to land a little above whatever you earn now, even when the job is worth far more.",
    ),
    "range_given": MistakeRule(
        "first_number", "Named a range",
        "They hear the lower end. Your upper end is gone before anybody answered.",
        "numbers-with-evidence", "Should I name one figure or a range?",
        "The common error is a range that begins below your wish, because the lower end may be heard as acceptable.",
    ),
    "low_number": MistakeRule(
        "first_number", "Named a number at or below their offer",
        "They already pay that. A number helps you only when it is above what is on the table.",
        "salary-expectations", "What do I say when asked for my salary expectations?",
        "A figure from you at that stage is a guess about their budget, and a low guess becomes the ceiling.",
    ),
    "vague": MistakeRule(
        "opening", "Asked for more without a number",
        "Nobody can approve “more”. The answer is a small gesture or the question what you want.",
        "counter-email", "How do I structure a counter-offer e-mail?",
        "Put the figure in dollars, because \"a bit more\" gives the approver nothing to approve.",
    ),
    "timid": MistakeRule(
        "opening", "Opened low",
        "Your first figure is the most you can get. This one leaves no room to come down.",
        "numbers-with-evidence", "How much more should I ask for?",
        "Ask for the highest figure you can explain in one sentence without blushing.",
    ),
    "beyond_reason": MistakeRule(
        "opening", "Opened beyond what can be explained",
        "A figure far from anything you can show makes the next one less believable, too.",
        "numbers-with-evidence", "How much more should I ask for?",
        "In a real offer a number without a reason costs trust.",
    ),
    "wrong_figure": MistakeRule(
        "opening", "A figure that is not the one in the offer",
        "A wrong number costs trust in all the others.",
        "counter-email", "What should I not write in a counter?",
        "Check last that no placeholder is left and that every number matches the letter.",
    ),
    "repeated": MistakeRule(
        "counter", "The same ask again, with nothing new",
        "They have just said no to it. Another part of the package, or a new fact, gives them something to say yes to.",
        "second-round", "They said no. What is my next move?",
        "Do not repeat the old request with more force, and do not show that you are hurt.",
    ),
    "big_drop": MistakeRule(
        "counter", "Came down more than half the way at once",
        "They moved little or not at all, and you gave most of the distance away.",
        "numbers-with-evidence", "They say my number is unrealistic",
        "Ask what they compare it with before you lower it.",
    ),
    "too_many_asks": MistakeRule(
        "counter", "Too many asks at once",
        "With a long list they grant the cheapest item and call it done.",
        "choosing-your-asks", "How many things should I ask for?",
        "Ask for one main change and at most one or two smaller ones.",
    ),
    "reopened": MistakeRule(
        "counter", "Asked for more of what was just granted",
        "They gave you what you asked for. More of the same breaks your own word.",
        "second-round", "They said yes to everything. Do I ask for more?",
        "Do not ask for more of the same; thank them, check the letter and sign.",
    ),
    "no_reason": MistakeRule(
        "rationale", "No reason beside the number",
        "The recruiter has nothing to pass on to the person who approves it.",
        "counter-email", "How do I structure a counter-offer e-mail?",
        "Give the reason right after the figure: market data, scope, or a loss you can count.",
    ),
    "need_based": MistakeRule(
        "rationale", "Your costs as the reason",
        "What you need is private and no reason to an approver; what the work is worth is.",
        "counter-email", "What should I not write in a counter?",
        "Rent, loans and a partner's wishes explain why you want money and not why the job is worth it.",
    ),
    "untrue_offer": MistakeRule(
        "rationale", "Another offer made bigger than it is",
        "One question for the letter ends the talk, and sometimes the offer.",
        "competing-offers", "What if I do not have one: can I bluff?",
        "Never invent a competing offer, and never inflate a real one.",
    ),
    "on_the_spot": MistakeRule(
        "closing", "Said yes before asking for anything",
        "The first version often has room in it, and a yes ends the talk.",
        "first-48-hours", "Should I accept the offer on the spot?",
        "A yes ends the negotiation, because every later request comes from someone who has already agreed.",
    ),
    "ultimatum": MistakeRule(
        "closing", "An ultimatum",
        "A threat makes them defend the no instead of helping, and you may have to act on it.",
        "counter-email", "What should I not write in a counter?",
        "An ultimatum such as \"this or I walk\" invites a no, and is only honest if you would really leave.",
    ),
    "not_in_writing": MistakeRule(
        "closing", "Said yes without asking for it in writing",
        "What was given in this talk stands nowhere yet.",
        "accepting-an-offer", "When is the right moment to accept?",
        "Accept when the written letter matches what was agreed and you have stopped wanting to change it.",
    ),
    "left_open": MistakeRule(
        "closing", "No clear end",
        "After a final offer they wait for a yes or a no. More talk only costs goodwill.",
        "walking-away", "What do I say when I stop asking?",
        "Say clearly that the negotiation is over, so that the other side can relax.",
    ),
}  # fmt: skip

MoveKind = Literal[
    "warm", "specific", "reason", "data", "trade", "commit", "approver", "room", "silence", "in_writing", "other_lever",
]  # fmt: skip
GOOD: dict[MoveKind, str] = {
    "warm": "You showed that you want the job.",
    "specific": "You named an amount they can approve.",
    "reason": "You gave a reason that can be passed on.",
    "data": "You brought evidence.",
    "trade": "You offered a second way to say yes.",
    "commit": "You said what would make you sign.",
    "approver": "You asked who decides and what they need.",
    "room": "You asked where the room is.",
    "silence": "You let the silence work.",
    "in_writing": "You asked for it in writing.",
    "other_lever": "You moved on to another part instead of pushing the closed one.",
}
"""What was done well."""
