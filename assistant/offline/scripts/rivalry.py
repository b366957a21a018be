"""Rivalry: which offer the message goes to, and the other one in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.encoder.reading import is_installed
from assistant.letters.employers import EMPLOYERS
from assistant.offline import lexicon
from assistant.offline.briefs.brief import Brief
from assistant.offline.briefs.by_company import find_by_company
from assistant.offline.briefs.by_mentions import TALK
from assistant.offline.briefs.clauses import cut_clauses
from assistant.offline.briefs.given_names import GIVEN_NAMES
from assistant.offline.briefs.mentions import read_mentions
from assistant.offline.briefs.prose import sentence
from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.rival import say_due
from assistant.offline.briefs.secrets import read_secrets, touches
from assistant.offline.chosen import find_act, is_declined_before
from assistant.offline.elsewhere import tells_elsewhere
from assistant.offline.outbid import read_rivals_told
from assistant.offline.scripts.purpose import FINAL
from assistant.offline.scripts.terms import company_named, list_terms, told_now
from assistant.offline.view import View

_GOES_TO = re.compile(
    r"\b(?:[Ww]rite|[Mm]ail|[Ee]-?mail|[Mm]essage|[Cc]ounter|[Rr]eply|[Pp]refer|[Nn]ote)(?: \w+)? ?(?:to )?(?P<company>[A-Z][\w&-]+)(?= (?:recruiter|HR|people|that|to|and|,)|[.,;:])"
)


def addressed_company(view: View) -> str:
    """The company the message goes to, where the person says so outright."""
    names = (match["company"] for match in _GOES_TO.finditer(view.texts[-1]))
    return next((name for name in names if name.lower() not in GIVEN_NAMES and not name.isupper()), "")


def purpose_toward(view: View, purpose: str) -> str:
    """The purpose of a message toward the company it goes to, where it accepts one offer and declines another."""
    act = find_act(view.mine, view.texts[-1], view.offers) if view.mine and purpose in FINAL else ""
    if purpose == "decline" and view.mine and is_declined_before(view.mine, view.texts[-1], view.offers):
        return "counter"
    return act or purpose


def find_whom(view: View, brief: Brief) -> str:
    """Whom the message goes to: whom its order names, else the contact told for the company, never that of another one."""
    if len(view.offers) < 2 or view.mine is None:
        return brief.to
    names = {id(item): str(item["offer"].get("company") or item["name"]) for item in view.offers}
    own = names.pop(id(view.mine))
    firms = {word for name in (own, *names.values()) for word in (name.casefold(), *name.casefold().split()[:1])}
    if brief.to.casefold() in firms - GIVEN_NAMES:
        brief = replace(brief, to="")
    ordered = read_brief(view.texts[-1], companies=(own, *names.values())).to
    contact = find_by_company(own, view.texts, list(names.values()))
    foreign = {find_by_company(name, view.texts, [own]) for name in names.values()}
    return ordered or contact or ("" if brief.to in foreign else brief.to)


def holds_the_rival(view: View, brief: Brief) -> bool:
    """Whether the offer at hand is another firm's than the one the message goes to, whose pay nobody read."""
    own = str((view.mine or {}).get("offer", {}).get("company") or "").casefold()
    goes_to = find_firm(view, brief).casefold()
    if not own or not goes_to or own.split()[0] in goes_to or goes_to.split()[0] in own:
        return False
    return own in brief.rival.casefold() or _is_ordered_for(goes_to, view.texts[-1])


def find_firm(view: View, brief: Brief) -> str:
    """The firm the message goes to: the one it is addressed to outright, else as it was read, else a firm that is greeted."""
    greeted = brief.to if brief.to.casefold() in {*EMPLOYERS} - GIVEN_NAMES else ""
    return addressed_company(view) or brief.company or greeted


def _is_ordered_for(firm: str, text: str) -> bool:
    """Whether the order to write names the firm, as opposed to one that is only told of.

    >>> (
    ...     _is_ordered_for("amd", "write to Kim at AMD asking for 152k"),
    ...     _is_ordered_for("amd", "AMD pays less. write to Kim"),
    ... )
    (True, False)
    """
    order = rf"\b(?:write|draft|e-?mail|mail|message|counter|reply|note|letter|tell|ask)\b[^.;\n]{{0,40}}?(?<![\w&]){re.escape(firm)}(?!\w)"
    return re.search(order, lexicon.fold(text), re.IGNORECASE) is not None


def _is_misread(other: dict[str, Any], texts: Sequence[str]) -> bool:
    """Whether an offer on file was read from words that tell of no other offer: from what the person asks for or gives up."""
    telling = [text for text in texts if told_now(other, lexicon.fold(text))]
    if any(TALK.search(text[: item.start]) for text in telling for item in read_amounts(text)):
        return True
    return (
        is_installed()
        and bool(telling)
        and not any(
            tells_elsewhere(lexicon.fold(text))
            or any(item.role == "rival" for item in cut_clauses(text))
            or any(item.role == "riv" for item in read_mentions(text))
            for text in telling
        )
    )


def _without_lower_base(other: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The other offer without a base that is lower than the one it would be held against."""
    base, other_base = own.get("base_annual"), other.get("base_annual")
    if base is None or other_base is None or own.get("currency") != other.get("currency"):
        return other
    return {**other, "base_annual": None} if other_base < base else other


_SPOKEN_OFFER = lexicon.any_of(
    r"\b(?:verbal|oral|spoken) offer\b|\boffer(?:ed)?\b[^.?!\n]{0,25}\b(?:verbally|orally)\b"
)
"""An offer that stands nowhere yet."""


def tell_other_offer(view: View, brief: Brief) -> str:
    """The other offer in one sentence: as the person tells it, else as it is on file, without what is kept back."""
    every = "rival" in brief.hides
    kept_back = [name for name in rival_names(view, brief) if every or touches(name, brief.secrets)]
    return _unnamed(_tell_other_offer(view, brief), kept_back)


def rival_names(view: View, brief: Brief) -> list[str]:
    """What the other firms are called that the message may have to leave unnamed."""
    others = (str(item["offer"].get("company") or "") for item in view.competing if view.mine)
    goes_to = find_firm(view, brief).casefold().split()[:1]
    return [name for name in dict.fromkeys((*brief.rivals, *others)) if name and name.casefold().split()[:1] != goes_to]


def _unnamed(told: str, names: Sequence[str]) -> str:
    """A sentence on another offer that no longer says whose it is.

    >>> _unnamed("I have an offer from Globex at 108k.", ["Globex"]), _unnamed("Globex pays 80k.", ["Globex"])
    ('I have another offer at 108k.', 'I have another offer.')
    """
    for name in map(re.escape, names):
        offer = rf"\b(?:an|another|the|my)(?P<kind> (?:other|written|signed|competing))? offer (?:from|at|by|with|of) {name}(?!\w)"
        told = re.sub(offer, lambda match: f"another{match['kind'] or ''} offer", told, flags=re.IGNORECASE)
        told = re.sub(r"\banother other\b", "another", told)
    said = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told, re.IGNORECASE) for name in names)
    return "I have another offer." if said else told


def _tell_other_offer(view: View, brief: Brief) -> str:
    if holds_the_rival(view, brief):
        return brief.rival
    other = view.competing[0]["offer"] if view.competing else {}
    terms = list_terms(_without_lower_base(other, (view.mine or {}).get("offer", {})))
    own = (brief.company or company_named(view)).casefold()
    if own and own.split()[0] in brief.rival.casefold():
        # What the person tells of is the offer being negotiated itself, never leverage against it.
        brief = replace(brief, rival="")
    if _is_contradicted(brief.rival, other):
        brief = replace(brief, rival="")
    if "rival_pay" in brief.hides and (brief.rival or view.competing):
        return "I have another offer."
    if brief.rival:
        return brief.rival
    passed_on = [*read_rivals_told(view.texts[-1], view.offers)]
    if told := [sentence(item.words) for item in passed_on if item.verdict == "other"]:
        return " ".join(told)
    if not view.competing or not (passed_on or not _is_misread(other, view.texts)):
        return ""
    if other.get("deadline"):
        terms.append(f"to be answered {say_due(other['deadline'])}")
    company = other.get("company")
    newest = view.texts[-1]
    hidden = touches(str(company), read_secrets(newest, list(cut_clauses(newest))))
    spoken = any(_SPOKEN_OFFER.search(text) for text in view.texts)
    named = f"I have {'a verbal' if spoken else 'an'} offer from {company}"
    lead = named if company and not hidden else f"I have another {'verbal ' if spoken else ''}offer"
    return f"{lead}: {', '.join(terms)}." if terms else f"{lead}."


def _is_contradicted(told: str, offer: dict[str, Any]) -> bool:
    """Whether what is told of another firm's offer names sums of which none is on file for it."""
    company, base = str(offer.get("company") or "").casefold(), offer.get("base_annual")
    sums = {amount.value for amount in read_amounts(told) if amount.kind == "money"}
    if not (company and base and sums) or company not in told.casefold():
        return False
    return not sums & {amount.value for amount in read_amounts(" ".join(list_terms(offer)))} - {Decimal(0)}


def say_grounds(view: View, brief: Brief) -> str:
    """The request in the terms of a compensation desk."""
    grounds = []
    if tell_other_offer(view, brief):
        grounds.append("a competing offer")
    if brief.losses:
        grounds.append("pay lost at the present employer (make-whole)")
    if brief.told_reasons:
        grounds.append("the evidence below (market exception or level)")
    return "; ".join(grounds)
