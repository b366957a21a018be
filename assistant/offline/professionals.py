"""Professionals: who must look at a legal, tax or immigration question before somebody acts on general facts."""

from __future__ import annotations

import re

from assistant.offline.lexicon import any_of

_IMMIGRATION = any_of(
    r"\b(?:visas?|h-?1b|i-?140|i-?9|f-?1|opt|cpt|j-?1|l-?1|tn|o-?1|e-?verify|green card|perm|priority date|blue card|employment pass|work pass|"
    r"work permits?|closed permit|lmia|pgwp|skilled worker|certificate of sponsorship|residence permit|immigration|deport\w*|"
    r"sponsor(?:ed|ship|s)?|iqama|right to work)\b|\bEP\b"
)
_LAW = any_of(
    r"\b(?:legal(?:ly)?|illegal|lawful|law(?:suit)?|sue[ds]?|court|enforce\w*|binding|non-?competes?|non-?solicit\w*|garden(?:ing)? leave|"
    r"restrictive covenants?|bond|relieving letter|arbitration|breach|discriminat\w*|at[- ]will|unfair dismissal|severance agreement)\b",
    r"\b(?:withdrew|withdrawn|rescinded|revoked|pulled|took back|cancell?ed)\b[^?\n]{0,80}\b(?:resigned|quit|gave notice|accepted|signed)\b",
    r"\b(?:resigned|quit|gave notice|accepted|signed)\b[^?\n]{0,80}\b(?:withdrew|withdrawn|rescinded|revoked|pulled (?:it|the)|took (?:it )?back)\b",
)
_TAX = any_of(
    r"\b(?:tax(?:es|ed|able|ation)?|irs|hmrc|amt|83\(?b\)?|w-?2|1099|ir35|withh(?:eld|olding)|capital gains|double[- ]tax\w*|treaty)\b",
    r"\b(?:california|new york|state|country|uk|india|canada)\b[^?\n]{0,60}\btakes? (?:all|part|some|half|a share)\b",
)
_KNOWN = {
    "law": re.compile(r"lawyer|attorney|solicitor|advocate|legal aid|acas", re.IGNORECASE),
    "tax": re.compile(r"tax advis|accountant|\bCPA\b|tax professional|lawyer", re.IGNORECASE),
}
IMMIGRATION = (
    "**Before you act:** rules and dates change, and a wrong step can cost your status. Have an immigration lawyer or the "
    "authority itself confirm your case before you resign or start."
)
LAW = (
    "**Before you act:** this depends on your papers and your place. Have an employment lawyer or a free advice service "
    "read them; a first talk is short and often free."
)
TAX = "**Before you act:** have a tax adviser or accountant (in the US a CPA) check it for your own case."


def ask_professional(text: str, said: str) -> str:
    """Who should confirm the answer to a folded question before somebody acts on it; empty where nobody need.

    Args:
        text: the question.
        said: the answer so far, which may name that person already.

    >>> "immigration lawyer" in ask_professional("can i start while the new work permit is pending?", "")
    True
    >>> ask_professional("should i ask for more base?", "")
    ''
    """
    if _IMMIGRATION.search(text):
        return IMMIGRATION
    if _LAW.search(text) and not _KNOWN["law"].search(said):
        return LAW
    return TAX if _TAX.search(text) and not _KNOWN["tax"].search(said) else ""
