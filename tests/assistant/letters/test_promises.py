"""A letter held against what was said before: what is missing, changed or hedged is named, the rest left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.promise_words import name_term, summarise, write_question
from assistant.letters.promises import compare_letters

CASES: list[tuple[str, str, str, dict[str, str]]] = [
    (
        "call notes against a letter",
        "call w/ recruiter: 185 base, 15% target bonus, 30k signing, 200k RSU over 4 yrs no cliff. start jan 11. "
        "they'd sponsor my h1b",
        "Dear Sam, Globex Inc. is pleased to offer you the position of Engineer. Your annual base salary will be "
        "$185,000, with a target bonus of 15% of base. You will be granted RSUs with a value of $200,000 vesting over "
        "four years with a one-year cliff. Your start date is January 11, 2027.",
        {"signing": "missing", "visa sponsorship": "missing", "equity[0].cliff_months": "changed",
         "base_annual": "kept", "bonus_target_pct": "kept", "equity[0].total_value": "kept", "start_date": "kept"},
    ),
    (
        "a sign-on that now has to be paid back",
        "Hi Ana, confirming: base $150,000 and a $25,000 sign-on bonus, paid with your first pay slip.",
        "Base salary: $150,000 per year\nSign-on bonus: $25,000, repayable pro rata if you leave within 12 months\n",
        {"signing": "now_conditional", "base_annual": "kept"},
    ),
    (
        "a target that became a maximum",
        "Your package: base 120,000 EUR, target bonus 20%.",
        "Your gross annual base salary is EUR 120,000. You may receive a discretionary bonus of up to 20%.",
        {"bonus_target_pct": "now_conditional", "base_annual": "kept"},
    ),
    (
        "one letter in percent, the other in money",
        "Base is $200,000 with a 15% target bonus.",
        "Base salary of $200,000 a year. Your target annual bonus is $30,000.",
        {"bonus_target_pct": "kept", "base_annual": "kept"},
    ),
    (
        "a grant per year and the same grant in all",
        "We can do 160k base and RSUs of $50k per year over 4 years.",
        "Base salary $160,000. RSU grant of $200,000 vesting over 4 years.",
        {"equity[0].total_value": "kept"},
    ),
    (
        "a day in figures and the same day in words, an instalment and a review that went missing",
        "call notes: base 118k, sign on 12k (8k now, 4k after a year), relo 10k, review after 6 months, answer by 3/20",
        "Wren & Co LLC offers you the position of Tax Manager. Base salary: $118,000 per year. Sign-on bonus: $8,000. "
        "Relocation assistance up to $7,500 against receipts. Please sign by March 20, 2026.",
        {"signing": "changed", "relocation": "changed", "deadline": "kept", "base_annual": "kept"},
    ),
    (
        "a German letter and its second version",
        "Holm GmbH, Data Scientist, Köln. Jahresgehalt 72.000 EUR, Bonus 8 %, Start 01.05.2026.",
        "Holm GmbH, Data Scientist, Köln. Jahresgehalt 75.000 EUR, Bonus bis zu 8 %, Antrittsbonus 3.000 EUR, "
        "Start 15.05.2026.",
        {"base_annual": "changed", "start_date": "changed", "bonus_target_pct": "now_conditional", "signing": "new"},
    ),
    (
        "a phone call against a formal letter",
        "Hi Lou, as I said: $152k base, 15% bonus, 25k sign-on with no clawback, $120k RSUs over 4 years. "
        "Start April 6.",
        "Belfry Systems, Inc. is pleased to offer you employment as Platform Engineer. Your annual base salary will be "
        "$150,000. You may be eligible for a discretionary bonus. You will receive a sign-on bonus of $25,000. Subject "
        "to Board approval, you will be granted RSUs with a value of $120,000 vesting over four (4) years. Start date: "
        "April 6, 2026.",
        {"base_annual": "changed", "bonus_target_pct": "missing", "signing": "kept", "start_date": "kept",
         "equity[0].years": "kept", "no repayment": "missing"},
    ),
    (
        "a revised letter that lowers the base and adds a non-compete",
        "Offer: base salary $175,000, fully remote, four weeks of vacation.",
        "Revised offer. Base salary $170,000. You will work from our Denver office. You agree to a non-compete "
        "covenant for twelve months.",
        {"base_annual": "changed", "remote work": "missing", "paid time off": "missing", "condition": "new"},
    ),
    (
        "a review that was promised on the phone",
        "So the base is 140k. And Mike said we'd have a salary review after six months.",
        "Your base salary will be $140,000 per year. We are an at-will employer.",
        {"pay review": "missing", "base_annual": "kept"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("promised", "letter", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_every_term_is_held_against_what_was_said(promised: str, letter: str, expected: dict[str, str]) -> None:
    found = {item.field: item.standing for item in compare_letters(promised, letter)}
    assert {field: found.get(field) for field in expected} == expected


def test_a_letter_held_against_itself_keeps_every_term() -> None:
    for _, promised, letter, _ in CASES:
        for text in (promised, letter):
            assert {item.standing for item in compare_letters(text, text)} <= {"kept"}


def test_the_worst_comes_first_and_each_change_quotes_both_sides() -> None:
    changes = compare_letters(*CASES[0][1:3])
    assert changes[0].standing == "missing"
    cliff = next(item for item in changes if item.field == "equity[0].cliff_months")
    assert "no cliff" in cliff.before_quote
    assert "one-year cliff" in cliff.after_quote


def test_what_is_missing_or_changed_comes_with_a_question_to_send() -> None:
    questions = {item.field: write_question(item) for item in compare_letters(*CASES[0][1:3])}
    assert "sign-on bonus of 30,000 in year 1" in questions["signing"]
    assert "12" in questions["equity[0].cliff_months"]
    assert questions["base_annual"] == ""


def test_terms_are_named_as_people_name_them() -> None:
    assert name_term("equity[1].total_value") == "equity grant of grant 2"
    assert summarise(compare_letters("base 100k, sign-on 5k", "base 100k")).startswith("1 missing")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(promised: str, letter: str) -> None:
    compare_letters(promised, letter)
