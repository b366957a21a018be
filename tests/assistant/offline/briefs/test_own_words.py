"""Own words: a clause that says more than a sum is asked as it was told, and nothing asked is lost."""

from __future__ import annotations

from decimal import Decimal

from assistant.domain.amounts import read_amounts
from assistant.offline.briefs.ask import Ask, Money
from assistant.offline.briefs.clauses import Clause
from assistant.offline.briefs.mentions import Mention
from assistant.offline.briefs.own_words import in_own_words


def clause(text: str, words: str) -> Clause:
    start = text.index(words)
    return Clause("ask", start, start + len(words), words, "ask")


def mention(text: str, role: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(role, words, start, start + len(words))  # type: ignore[arg-type]


def base(value: int) -> Ask:
    return Ask("amount", "base_salary", Money(Decimal(value), "GBP"))


def read(text: str, asks: list[Ask], *asking: str, mentions: tuple[Mention, ...] = ()) -> list[Ask]:
    return in_own_words(
        asks,
        text,
        [clause(text, words) for words in asking],
        read_amounts(text),
        mentions,
        lambda item: Money(item.value, "GBP"),
    )


def test_a_plain_sum_stays_a_sum() -> None:
    text = "write to Ann. i want £41,000"
    assert read(text, [base(41000)], "i want £41,000") == [base(41000)]


def test_a_sum_with_more_to_it_is_told_in_the_persons_words() -> None:
    text = "id like them to put me on £41,000, top of the scale"
    (ask,) = read(text, [base(41000)], text)
    assert ask.term == "base_salary"
    assert ask.words == "I would like you to put me on £41,000, top of the scale."


def test_what_could_not_be_read_is_asked_all_the_same() -> None:
    text = "could they pay for the boat licence"
    assert read(text, [Ask("unread", words="the boat licence")], text) == [
        Ask("question", words="Could you pay for the boat licence?")
    ]


def test_what_stands_outside_the_asking_clauses_is_no_ask_unless_it_is_wanted() -> None:
    text = "the last man had the lodge. can i have a van"
    stray = Ask("thing", words="the lodge")
    asks = read(text, [stray], "can i have a van")
    assert asks == [Ask("question", words="Could I have a van?")]
    wanted = read(text, [stray], "can i have a van", mentions=(mention(text, "thing", "the lodge"),))
    assert stray in wanted


def test_the_least_that_would_do_is_not_told() -> None:
    text = "i want £41,000 for the year. not under £38,000"
    asks = read(text, [base(41000)], text, mentions=(mention(text, "min", "£38,000"),))
    assert [ask.asked for ask in asks] == [Money(Decimal(41000), "GBP")]
    assert all("38" not in ask.words for ask in asks)


def test_another_language_is_left_as_it_was_read() -> None:
    text = "ich möchte 45.000 Euro und bitte einen Dienstwagen für die Arbeit"
    asks = [base(45000), Ask("thing", words="Dienstwagen")]
    assert read(text, asks, text) == asks
