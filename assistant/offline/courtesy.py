"""Courtesy: what is answered to a greeting, to thanks, and to a word that asks nothing."""

from __future__ import annotations

from assistant.offline import lexicon
from assistant.offline.comparing import note_choice
from assistant.offline.composed import Composed
from assistant.offline.reading import Reading
from assistant.offline.view import View

SIGNED = lexicon.any_of(
    r"\b(?:i|we|just|have|ve)\b[^.?!\n]{0,20}\b(?:signed|accepted|sent (?:back )?the signed)\b|\bjust signed\b"
)
HELLO = (
    "Hello. Paste your offer (base, bonus, stock, sign-on) or tell me what the recruiter said, and I will take it from "
    "there."
)


def say_farewell(view: View) -> str:
    """An answer to thanks: with good wishes once the offer is signed."""
    signed = any(SIGNED.search(lexicon.fold(text)) for text in view.texts)
    if signed:
        return "Congratulations, and all the best for the start! Keep the signed letter and every promise in one place."
    return "Glad to help, and good luck. When they answer, paste their words here and we will work out the reply."


def compose_small_talk(view: View, reading: Reading) -> Composed:
    """A word that asks nothing, answered with what may come next."""
    if reading.small_talk == "help":
        text = (
            "I am here, one step at a time. Tell me in a sentence what happened: paste the offer (base, stock, bonus, "
            "sign-on), or what the recruiter said, or the date you must answer by."
        )
    elif reading.small_talk == "confirms" and (confirmed := view.result("confirm_offer")):
        text = (
            f"Good, {confirmed['data']['name']} counts as you confirmed it. **Next:** ask “what should I push on?”, or "
            "say “write the counter” and I will draft it."
        )
    elif reading.small_talk == "confirms":
        text = "Good. Tell me what you need next: the counter, a reply to the recruiter, or what your offer pays."
    elif reading.small_talk == "waits":
        text = "Noted. When they answer, tell me in their words: I will work out what it pays then, and what to say."
    elif reading.small_talk == "notes":
        text = note_choice(view)
    elif reading.small_talk == "thanks":
        text = say_farewell(view)
    else:
        text = HELLO
    return Composed(text, "clarify")
