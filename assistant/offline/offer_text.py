"""Offer text: what an answer tells of an offer just told: what was read, what changed, what to ask and to watch."""

from __future__ import annotations

from assistant.domain.offer import Offer
from assistant.domain.offer_words import describe_terms
from assistant.offline.also_told import list_also_told
from assistant.offline.in_force import tell_in_force
from assistant.offline.view import View


def tell_what_was_read(view: View) -> str:
    """The terms put on file, or that there are none."""
    recorded = view.result("record_offer")
    if recorded is None or not recorded["data"].get("offers"):
        return "I could not read any offer terms in that."
    item = recorded["data"]["offers"][-1]
    known = {"company": "company", "level": "level", "title": "title", "location": "location"}
    found = [f"{name}: {item['offer'][key]}" for key, name in known.items() if item["offer"].get(key)]
    terms = "; ".join(_terms(Offer.model_validate(item["offer"])))
    about = "; ".join(found) or item["name"]
    return f"Noted ({about}): {terms}." if terms else f"I have put this offer on file ({about})."


def tell_promises(view: View) -> str:
    """What the letter leaves out, changes or hedges of what was said before, and the question that settles it."""
    held = view.result("promise_diff")
    if held is None or not held["data"]["lines"]:
        return ""
    lines = "\n".join(f"- {line}" for line in held["data"]["lines"][:6])
    ask = next(iter(held["data"]["questions"]), "")
    return f"**Against what was said before:**\n\n{lines}\n\n**Ask:** “{ask}”" if ask else ""


def read_back(view: View) -> str:
    """The terms as they were read in this turn, for the person to confirm; empty once that is done."""
    told = {name for result in view.all_results("record_offer") for name in result["data"].get("names", ())}
    waiting = [item for item in view.offers if not item.get("confirmed") and item["name"] in told]
    if not waiting:
        return ""
    lines = [
        f"{item['name']}: {'; '.join(terms)}"
        if len(view.offers) > 1 or item["offer"].get("company")
        else "; ".join(terms)
        for item in waiting
        if (terms := _terms(Offer.model_validate(item["offer"])))
    ]
    return f"**I read** {'. '.join(lines)}. **Is that right?** Say yes, or correct it in a sentence." if lines else ""


def _terms(offer: Offer) -> list[str]:
    """The terms of the pay and the days that belong to them, as the words put these."""
    days = (("Deadline", offer.deadline), ("Start", offer.start_date))
    return [*describe_terms(offer), *(f"{name} {words}" for name, words in days if words)]


def tell_also(view: View) -> str:
    """What the person told beside the pay of the one offer on file, in their words."""
    if len(view.offers) != 1:
        return ""
    told = list_also_told(tell_in_force(view.texts, view.signals), Offer.model_validate(view.offers[0]["offer"]))
    return f"**Also told:** {'; '.join(told)}." if told else ""


def ask_for_base(view: View) -> str:
    """What must be told before the offer can be summed up."""
    if any(name == "total_compensation" for name, _ in view.errors):
        return next(message for name, message in view.errors if name == "total_compensation")
    name = next((item["name"] for item in view.offers if item["offer"].get("base_annual") is None), "the offer")
    return f"What {name} pays in a year hangs on the base salary. What is it, per year or per month?"


def tell_warnings(view: View) -> str:
    """What the words of the offer warn of: sums that do not fit, conditions, clawbacks."""
    found = dict.fromkeys(line for result in view.all_results("record_offer") for line in result["warnings"])
    return "**Watch out:** " + " ".join(list(found)[:3]) if found else ""


def tell_what_changed(view: View) -> str:
    """Which terms replaced earlier ones."""
    recorded = view.result("record_offer")
    if recorded is None:
        return ""
    changed = {
        change["field"] for item in recorded["data"].get("offers", []) for change in item["history"]
        if change["words"] and change["words"] in view.texts[-1]
    }  # fmt: skip
    names = {"base_annual": "base", "signing": "sign-on", "equity": "stock", "bonus_target_pct": "bonus"}
    listed = sorted(names.get(name, name.replace("_", " ")) for name in changed)
    return (
        f"I replaced the {', '.join(listed)} you gave before; the earlier value stays in the history." if listed else ""
    )


def ask_recruiter(view: View) -> str:
    """What to ask the recruiter about what is missing."""
    asked = sorted((view.mine or {}).get("questions", ()), key=lambda question: "currency" in question)
    questions = asked[:3]
    return "**Ask the recruiter:** " + " ".join(questions) if questions else ""
