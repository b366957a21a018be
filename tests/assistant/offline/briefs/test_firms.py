from __future__ import annotations

import pytest

from assistant.offline.briefs.people import employer_of
from assistant.offline.briefs.reading import read_brief


@pytest.mark.parametrize(
    ("told", "to", "company"),
    [
        ("Mail to Mirador's talent partner Lucía. they offer 68k, i want 74k", "Lucía", "Mirador"),
        ("email to Bexhill's Dr Rossi: i want 70k", "Dr Rossi", "Bexhill"),
        ("write an apology to Birchall's HR, Edwin, i withdraw", "Edwin", "Birchall"),
        ("my offer from Linnet Media (Sasha) expires mon. ask sasha for till friday", "Sasha", "Linnet Media"),
        ("moving to Calgary for this (Prairie Wind, Dana hr). ask for 5k", "Dana", "Prairie Wind"),
        ("Draft to Dr Rossi of Bexhill: can they put me to manager", "Dr Rossi", "Bexhill"),
    ],
)
def test_a_firm_before_a_name_is_the_employer_and_the_name_is_greeted(told: str, to: str, company: str) -> None:
    brief = read_brief(told)

    assert (brief.to, brief.company) == (to, company)


def test_a_firm_that_must_not_be_known_is_the_other_one() -> None:
    brief = read_brief(
        "Mail to Mirador's talent partner Lucía. they offer 68k, Halden Trust gave 75k in writing. "
        "Mirador must not know its Halden. ask for 74k"
    )

    assert brief.company == "Mirador"
    assert "Halden Trust" in brief.rivals


def test_a_city_is_no_employer() -> None:
    assert not employer_of("Claire", "write to Claire from Leeds")


def test_a_firm_one_is_interviewing_with_is_not_written_to() -> None:
    brief = read_brief("i am in the final round at Corvid. write for time till friday")

    assert (brief.company, brief.rivals) == ("", frozenset({"Corvid"}))
