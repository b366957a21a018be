"""Who a pasted mail is from is written to, and never signs the answer."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.cut import read_people


@pytest.mark.parametrize(
    ("text", "to", "sender"),
    [
        ("From: Nadia\nHi Leo, we offer 185k\nwrite reply asking 195k", "Nadia", "Leo"),
        ("From: Nadia Costa <nadia@acme.com>\nTo: Leo\nHi Leo, we offer 185k\n\nask 195k", "Nadia", "Leo"),
        ("From: Nadia Costa\nSubject: Offer\nWe offer you 185k base.\nask for 195k", "Nadia", ""),
        ("write mail asking 195k, offer 185k.\nFrom: Leo\nTo: Nadia", "Nadia", "Leo"),
        ("write mail asking 195k, offer 185k. From: Leo. To: Nadia", "Nadia", "Leo"),
    ],
)
def test_who_wrote_a_mail_is_not_who_answers_it(text: str, to: str, sender: str) -> None:
    people = read_people(text, ())
    assert (people.to, people.sender) == (to, sender)


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("sign by Nov 30. offer 100k, write to Jo asking 110k", ""),
        ("they want me to sign by Friday Dec 5, write to Jo", ""),
        ("i may sign with Meta, write to Jo", ""),
        ("i have to sign by May 3, write to Jo", ""),
        ("write to Jo, sign it by Christmas", ""),
        ("write to Jo, sign it with Lena", "Lena"),
        ("write to Jo, sign as Xiulan", "Xiulan"),
    ],
)
def test_a_day_or_a_firm_signs_no_message(text: str, sender: str) -> None:
    assert read_people(text, ()).sender == sender
