import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.amounts import read_amounts
from assistant.domain.characters import fold_characters


def only(text):
    amounts = read_amounts(text)
    assert len(amounts) == 1, amounts
    return amounts[0]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$180K", "180000", "USD"),
        ("180k", "180000", None),
        ("1.2M", "1200000", None),
        ("$1.2 million", "1200000", "USD"),
        ("297,000", "297000", None),
        ("1 297 000", "1297000", None),
        ("€95.000,50", "95000.50", "EUR"),
        ("€3.000", "3000", "EUR"),
        ("CHF 120'000", "120000", "CHF"),
        ("₹25,00,000", "2500000", "INR"),
        ("18 LPA", "1800000", "INR"),
        ("2.5 lakhs", "250000", "INR"),
        ("1.2 crore", "12000000", "INR"),
        ("USD 180000", "180000", "USD"),
        ("180 000 EUR", "180000", "EUR"),
        ("180\u202f000 €", "180000", "EUR"),
        ("１８０ｋ", "180000", None),
        ("S$15,000", "15000", "SGD"),
        ("$105,000 CAD", "105000", "CAD"),
        ("62 500 €", "62500", "EUR"),
        ("$4.125", "4.125", "USD"),
        ("forty thousand", "40000", None),
        ("a hundred and eighty k", "180000", None),
        ("one ninety five", "195", None),
        ("half a million", "500000", None),
        ("eighteen lakhs", "1800000", "INR"),
        ("1 150 Kc", "1150", "CZK"),
        ("58.500", "58500", None),
        ("8,2 millones", "8200000", None),
        ("3 millones de euros", "3000000", "EUR"),
        ("38,500 pesos", "38500", None),
        ("24 reais", "24", "BRL"),
        ("OMR 360", "360", "OMR"),
    ],
)
def test_amounts_are_read_in_every_usual_spelling(text, value, currency):
    amount = only(text)
    assert (amount.value, amount.currency, amount.quote) == (Decimal(value), currency, text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2 850 brut mensuel", ["2850"]),
        ("i have now 6 300, they offer 7 200 zl", ["6300", "7200"]),
        ("bruto 4.150, 13,92 maanden", ["4150", "13.92"]),
        ("1.950.000 al mes, el dolar a 1.240", ["1950000", "1240"]),
        ("offer 145k CAD. 0.73 usd", ["145000", "0.73"]),
        ("I'd try 165k", ["165000"]),
        ("ot after 40 x1.5", ["40", "1.5"]),
        ("band 155 to 205k", ["155000", "205000"]),
        ("inflation is 5.5%\non 54000 what do I get", ["5.5", "54000"]),
        ("april to november 31 weeks", ["31"]),
        ("on a 4 yr schedule 16 months back", ["4", "16"]),
        ("no 59 a day", ["59"]),
        ("cada 4 a 2,500 pesos", ["4", "2500"]),
        ("rate of 1.125, then 1.5", ["1.125", "1.5"]),
        ("trinkgeld 18 am tag", ["18"]),
    ],
)
def test_numbers_beside_each_other_keep_their_own_size(text, values):
    assert [amount.value for amount in read_amounts(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15%", "15"),
        ("15 percent", "15"),
        ("0.05 %", "0.05"),
        ("50 bps", "0.5"),
        ("12,5 %", "12.5"),
        ("fifteen percent", "15"),
    ],
)
def test_percentages_are_whole_numbers(text, value):
    amount = only(text)
    assert (amount.kind, amount.value) == ("percent", Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01", "Dec 1, 2026", "12/01/2026", "1 February 2027", "15.01.2027", "in 2026", "5pm", "5:00 p.m.",
        "(415) 555-0134", "+1 (312) 555-0188", "CA 94103", "1450 Market Street", "401(k)", "401k", "83(b)", "409A",
        "I-9", "W-2", "H-1B", "1. Base", "L62", "E5", "SDE-2", "[1]", "[2, 3]", "5/15/40/40", "1/48",
        "https://a.example/123?x=500", "jo80000@mail.example", "Q4 FY26",
    ],
)  # fmt: skip
def test_other_numbers_are_no_amounts(text):
    assert read_amounts(f"see {text} there" if not text.startswith("1.") else text) == []


@pytest.mark.parametrize(
    "text",
    ["I am 57 with a degree", "im 31 and new here", "I'm 52, offered more", "he's 45 now", "turning 60 this year"],
)
def test_what_a_person_is_is_an_age_and_no_amount(text):
    assert read_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I am at 57 now", 57),
        ("the offer is 85", 85),
        ("I'm 95k base", 95_000),
        ("I am 30 days away", 30),
        ("I make 57", 57),
    ],
)
def test_what_a_person_is_at_or_makes_is_an_amount(text, value):
    assert only(text).value == value


@pytest.mark.parametrize(("text", "unit"), [("4-year", "year"), ("12 months", "month"), ("forty hours", "hour")])
def test_durations_are_plain_numbers_with_their_unit(text, unit):
    amount = only(text)
    assert (amount.kind, amount.unit, amount.explicit) == ("plain", unit, False)


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("180-200k", "180000", "200000", "money"),
        ("180\u2011200k", "180000", "200000", "money"),
        ("$180K to $200K", "180000", "200000", "money"),
        ("€70k-€80k", "70000", "80000", "money"),
        ("between 185k and 200k", "185000", "200000", "money"),
        ("10-15%", "10", "15", "percent"),
    ],
)
def test_ends_of_a_range_know_each_other_and_share_their_marks(text, low, high, kind):
    first, second = read_amounts(text)
    assert (first.value, second.value, first.kind) == (Decimal(low), Decimal(high), kind)
    assert (first.partner, second.partner) == (1, 0)
    assert first.currency == second.currency


def test_a_change_is_no_range():
    assert [amount.partner for amount in read_amounts("base went up from 180 to 190")] == [None, None]


def test_precision_is_the_step_of_the_last_written_digit():
    assert [int(a.precision) for a in read_amounts("$297K, $297,000 and 1.2M")] == [1000, 1, 100000]


def test_a_minus_sign_is_kept_and_a_bullet_is_not_one():
    assert only("Bonus: -$5,000").value == -5000
    assert only("- $5,000").value == 5000
    assert only("-$5,000 sign on").value == 5000


@given(st.text(max_size=300))
def test_any_text_is_read_and_quotes_stand_in_it(text):
    for amount in read_amounts(text):
        assert amount.quote == text[amount.start : amount.end]
        assert amount.value.is_finite()


@given(st.text(alphabet="0123456789.,'- kKmM%$€₹/() lakhpercentUSD\n", max_size=200))
def test_texts_full_of_numbers_are_read_without_overlaps(text):
    end = 0
    for amount in read_amounts(text):
        assert amount.start >= end
        end = amount.end


@given(st.text(max_size=200))
def test_folding_keeps_every_position(text):
    assert len(fold_characters(text)) == len(text)


@pytest.mark.parametrize("unit", ["1", "123 ", "1/2/", "1,", "a.b@", "+1 2 ", "one ", "$", " ", "(1", "-", "Aaa Bbb "])
def test_time_grows_with_the_length_only(unit):
    def seconds(length):
        start = time.perf_counter()
        read_amounts(unit * (length // len(unit)))
        return time.perf_counter() - start

    short, long = max(seconds(20_000), 0.01), seconds(160_000)
    assert long < 40 * short
