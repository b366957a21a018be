"""A letter is held against what is on file, in the person's own words only."""

from __future__ import annotations

import pytest

from assistant.errors import InputError
from assistant.tools.promise_diff import PROMISE_DIFF
from tests.assistant.tools.fakes import build_deps, recorded

SAID = "Globex told me 185k base, 30k sign-on, and they sponsor my visa"
LETTER = "Globex Inc. is pleased to offer you a position. Your annual base salary will be $180,000."
ON_FILE = recorded("Globex", words=SAID, company="Globex", base_annual=185_000)


def test_the_letter_is_held_against_the_words_on_file() -> None:
    result = PROMISE_DIFF.call({"letter": LETTER}, build_deps(ON_FILE, words=[LETTER]))
    assert result.data["lines"] == [
        "not in the letter: sign-on bonus, 30,000 in year 1",
        "not in the letter: visa sponsorship",
        "changed: base salary, 185,000 before, 180,000 now",
    ]
    assert len(result.data["questions"]) == 3
    assert result.text.startswith("2 missing, 1 changed")


def test_what_was_said_can_be_given_instead() -> None:
    result = PROMISE_DIFF.call({"letter": LETTER, "promised": SAID}, build_deps(words=[LETTER, SAID]))
    assert len(result.data["lines"]) == 3


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"letter": "We offer $900,000."}, "letter"),
        ({"letter": LETTER, "promised": "They promised me a car."}, "promised"),
        ({"letter": LETTER.replace("Globex", "Initech")}, "promised"),
    ],
)
def test_words_from_elsewhere_and_other_offers_are_refused(arguments: dict[str, str], field: str) -> None:
    deps = build_deps(ON_FILE, words=[LETTER, LETTER.replace("Globex", "Initech")])
    with pytest.raises(InputError) as refused:
        PROMISE_DIFF.call(arguments, deps)
    assert refused.value.field == field
