"""Term: what of an offer can be talked about, in money or not, and how a recruiter names it."""

from __future__ import annotations

from typing import Literal

from assistant.domain.counter import Lever

Term = Literal["level", "start_date", "remote", "early_review", "time_off", "relocation", "more_time"]
"""What is granted or not, without an amount."""

MONEY: tuple[Lever, ...] = ("base_salary", "equity_grant", "sign_on_bonus", "target_bonus")
TERMS: tuple[Term, ...] = ("level", "start_date", "remote", "early_review", "time_off", "relocation", "more_time")

SHORT_NAMES: dict[Lever, str] = {
    "base_salary": "base",
    "equity_grant": "stock grant",
    "sign_on_bonus": "sign-on",
    "target_bonus": "target bonus",
}
TERM_NAMES: dict[Term, str] = {
    "level": "level review",
    "start_date": "start date",
    "remote": "remote work",
    "early_review": "early pay review",
    "time_off": "time off",
    "relocation": "help with moving",
    "more_time": "time to decide",
}
_NAMES: dict[str, str] = {key: name for names in (SHORT_NAMES, TERM_NAMES) for key, name in names.items()}


def name_item(item: Lever | Term) -> str:
    """The short name of a lever or term.

    >>> name_item("sign_on_bonus"), name_item("early_review")
    ('sign-on', 'early pay review')
    """
    return _NAMES[item]
