"""Offers in many wordings, a class of wordings a test: what is stated is read, and nothing beside it."""

from __future__ import annotations

import pytest

from assistant.letters.parse import parse_offer, parse_offers
from assistant.letters.rounds import split_rounds


def read(text):
    return parse_offer(text).offer.model_dump(mode="json")


def signing(text):
    return [(part["year"], part["amount"]) for part in read(text)["signing"]]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("a sign-on bonus of $40,000 within thirty (30) days of your start", [(1, 40000)]),
        ("a signing bonus of fifteen thousand dollars ($15,000)", [(1, 15000)]),
        ("a sign-on bonus of $30,000, repayable within twelve (12) months", [(1, 30000)]),
        ("a joining bonus of two thousand pounds (GBP 2,000) after three (3) months", [(1, 2000)]),
        ("a signing bonus of TEN THOUSAND AND 00/100 DOLLARS ($10,000.00)", [(1, 10000)]),
    ],
)
def test_a_number_in_words_and_again_in_brackets_is_one(words, parts):
    assert signing(f"Initech offers you a base salary of 150,000 a year and {words}.") == parts


def test_a_schedule_in_words_and_figures_is_read_once():
    grant = read(
        "You will be granted RSUs valued at $320,000. Twenty-five percent (25%) will vest on the first anniversary and "
        "the remainder in equal quarterly installments over the following thirty-six (36) months. Base salary $200,000."
    )["equity"][0]
    assert (grant["years"], grant["cliff_months"], grant["frequency"]) == (4, 12, "quarterly")
    assert grant["schedule"] == [25, 25, 25, 25]


@pytest.mark.parametrize(
    ("note", "base", "bonus", "equity", "parts"),
    [
        ("Hooli offer 215/20%/600k over 4/50k sign", 215000, 20, 600000, [(1, 50000)]),
        ("offer from Hooli: 205k/10%/400k/4yrs/35k sign", 205000, 10, 400000, [(1, 35000)]),
        ("Offer from Hooli: 190 / 15% / 300k rsu / 20k sign on", 190000, 15, 300000, [(1, 20000)]),
        ("got an offer, 178/12%/240k over 4 at Hooli", 178000, 12, 240000, []),
        ("Hooli offer 142/8%/15k sign, remote", 142000, 8, None, [(1, 15000)]),
        ("my offer: 185/15%/120k/25k (base/bonus/rsu 4y/sign)", 185000, 15, None, []),
    ],
)
def test_the_parts_of_a_slashed_note_keep_their_places(note, base, bonus, equity, parts):
    offer = read(note)
    assert (offer["base_annual"], offer["bonus_target_pct"], signing(note)) == (base, bonus, parts)
    assert [grant["total_value"] for grant in offer["equity"]] == ([equity] if equity else [])


ROUNDS = [
    "1) Aug 4 - initial: 168 base / 180k RSU 4 yrs\n2) Aug 7 - I countered 185 + 40k sign on\n"
    "3) Aug 12 - final: base 178 / RSU 210k / sign-on 15k\n",
    "Round 1: 168 base, 180k RSU over 4\nme: can you do 190 base?\nRound 2: base 178, RSU 210k, 15k sign on\n",
    "Mon: they offered 168 base, RSU 180k over 4\nWed: i asked for 190 base\n"
    "Thu: came back at 178 base, RSU 210k, 15k sign on\n",
    "Initial: 168k base, 180k RSU/4 years\nAfter counter: still 168k base\n"
    "Final: 178k base, 210k RSU, 15k sign-on. Deadline Friday\n",
    "v1: base 168k, RSU 180k over 4 years\nv2: base 178k, RSU 210k, sign-on 15k\n",
]


@pytest.mark.parametrize("note", ROUNDS)
def test_the_last_round_of_a_negotiation_wins_and_what_the_person_asked_counts_for_nothing(note):
    offer = read(f"Offer from Hooli\n{note}")
    assert (offer["base_annual"], signing(f"Offer from Hooli\n{note}")) == (178000, [(1, 15000)])
    assert [(grant["total_value"], grant["years"]) for grant in offer["equity"]] == [(210000, 4)]


def test_lines_without_pay_are_no_rounds():
    assert split_rounds("Monday: interview\nTuesday: call with HR at 10\n") == []
    assert split_rounds("Base: 180k\nBonus: 15%\nSign-on: 20k\n") == []


def test_the_line_of_the_old_terms_is_not_read():
    text = "Your offer from Hooli\nPrevious: Base $151,000, Equity $120,000\nNew: Base $158,000, Equity $140,000\n"
    assert (read(text)["base_annual"], [g["total_value"] for g in read(text)["equity"]]) == (158000, [140000])


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("so hooli finally came back lol. data analyst, chicago, 95k base + 10% bonus", "hooli"),
        ("ok initech got back to me: 120k base, 8% bonus", "initech"),
        ("they finally came back lol. data analyst, 95k base + 10% bonus", None),
        ("we got acquired by Initech and got new offers. base 205,000, bonus 18 %, RSU 180,000", "Initech"),
        ("the offer summary from Initech says base $194,000, bonus 15%", "Initech"),
        ("Fwd: Offer - Kestrel Bio\n\n$162k salary, 10% bonus", "Kestrel Bio"),
        ("Kul att du vill jobba med oss på Norrsken Audio. Erbjudandet: månadslön 58 500 kr", "Norrsken Audio"),
        ("it was Palantir... jk, it's Brightwater Analytics lol. offer: 155 base, 30k sign on",
         "Brightwater Analytics"),
        ("Docs come from Carta/Rippling. Offer: Head of Product, Initech Robotics, CAD 155,000 salary, 10% bonus",
         "Initech Robotics"),
        ("Job: Pflegekraft, Klinikum Traunblick, Linz.\nSie zahlen 3.420 € brutto im Monat. Angebot bis Freitag",
         "Klinikum Traunblick"),
        ("Basic SGD 11,200 per month with 13th month AWS guaranteed. Offer for Quant Developer.", None),
        ("Oferta: Analista de riesgos. Sueldo bruto mensual 2.350 EUR, bono anual 10%.", None),
    ],
)  # fmt: skip
def test_the_employer_is_found_however_it_is_told_and_no_other_name_is(text, company):
    assert read(text)["company"] == company


def test_who_signs_a_letter_is_no_employer():
    text = (
        "We are pleased to confirm our offer. Your salary is £31,000 a year.\n\nYours sincerely\nHelen Marsh\n"
        "HR Business Partner\nKingsmere Logistics Limited\n"
    )
    assert read(text)["company"] == "Kingsmere Logistics Limited"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dear Ms Adeyemi,\n\nOffer of employment - Associate, Model Validation\n\nYour salary is £88,000 a year.",
         "Associate, Model Validation"),
        ("Software Engineer, ML Infra - L4 - Sunnyvale, CA\nBase: $194,000\nTarget bonus: 15%",
         "Software Engineer, ML Infra"),
        ("Staff Engineer, Austin TX\nBase: $194,000\nTarget bonus: 15%", "Staff Engineer"),
        ("got offered journeyman electrician at Castellan Electric, 38.50 an hr", "journeyman electrician"),
        ("notre proposition pour le poste d'Ingénieure logiciel embarqué chez Ardoise : 52 000 € brut annuel",
         "Ingénieure logiciel embarqué"),
        ("Make it official: Senior iOS Engineer at Plumbob, base 172k, 10% bonus. Theo (CEO)", "Senior iOS Engineer"),
        ("wir bieten Ihnen die Stelle als Softwarearchitektin an. Bruttojahresgehalt 84.000 EUR",
         "Softwarearchitektin"),
        ("Vi vill erbjuda dig anställning som Backendutvecklare. Lön: 49 000 kr/mån", "Backendutvecklare"),
    ],
)  # fmt: skip
def test_the_post_is_read_with_what_it_is_about(text, title):
    assert read(text)["title"] == title


@pytest.mark.parametrize(
    ("pay", "annual"),
    [
        ("Salary £31,200, rising to £33,500 on completion of the first year", 31200),
        ("£90,000 a year (monthly £7,500)", 90000),
        ("Monthly package AED 38,000 (basic 19,000 + housing 12,000 + transport 7,000)", 228000),
        ("base compensation of $8,333.34 paid semi-monthly", 200000.16),
        ("package: $168,000 base, paid twice a month", 168000),
        ("10,500 kr more per month than I make now, so salary 58 500 kr/mån", 702000),
        ("we increased your offer from 71,500 to 74,000 EUR", 74000),
        ("Sueldo bruto mensual $14.500.000 COP, bono anual 10%", 174000000),
        ("the assistant manager job, £13.40ph 35hrs", 27872),
        ("3.100 € brutos/mes x 14, 5% variable", 43400),
    ],
)
def test_pay_is_what_is_paid_a_year_now(pay, annual):
    assert read(f"Offer from Initech. They offered me this: {pay}.")["base_annual"] == annual


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("15% bonus (10% personal / 5% company)", "bonus_target_pct", 15),
        ("STI target 20%, stretch 30%", "bonus_target_pct", 20),
        ("10% bonus, night differential 12%", "bonus_target_pct", 10),
        ("prime de nuit 14 %", "bonus_target_pct", None),
        ("premia roczna: do 10%", "bonus_target_pct", None),
        ("5% variable, teletrabajo 100%", "bonus_target_pct", 5),
        ("annual bonus: n/a, schooling 40k per child", "bonus_target_amount", None),
        ("clerkship bonus $50,000", "bonus_target_amount", None),
        ("sign on: none but retention of $10k at 18 months", "signing", []),
        ("sign on: none but retention of $10k at 18 months", "retention_bonus", 10000),
        ("relocation: none", "relocation", None),
        ("$10k relocation, $5k CME", "relocation", {"amount": 10000, "text": "$10k relocation"}),
        ("recruitment incentive: $10,000 relocation grant", "signing", []),
        ("annual bonus: target of 2 months' base salary, i.e. $25,000", "bonus_target_amount", 25000),
        ("performance bonus: paid in June; the target amount is $19,800", "bonus_target_amount", 19800),
        ("a bonus of around eight to twelve percent", "bonus_range_pct", [8, 12]),
        ("on completing one year a loyalty (retention) bonus of $10,000", "retention_bonus", 10000),
        (
            "we will also pay you $6,000 on the completion of two years of service as a retention bonus",
            "retention_bonus",
            6000,
        ),
        ("we'd cover $5k of your move", "relocation", {"amount": 5000, "text": "$5k of your move"}),
        ("moving cost support: $20,000", "relocation", {"amount": 20000, "text": "moving cost support: $20,000"}),
        ("classification: Professional 5", "level", "Professional 5"),
        ("start in Manchester (M2 3AE)", "level", None),
        ("can my start date be after aug 11?", "start_date", None),
        ("10k extra if I start before March 2", "start_date", None),
    ],
)
def test_what_only_looks_like_a_term_is_none(words, field, value):
    assert read(f"Offer from Initech: base salary $150,000.\n- {words}\n")[field] == value


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("sign on year 1 $29,000, year 2 $21,500", [(1, 29000), (2, 21500)]),
        ("15k sign-on, 10k at start and 5k at your 6-month mark", [(1, 15000)]),
        ("6,000 sign on, half at day 90 and other half after a year and a day", [(1, 3000), (2, 3000)]),
        ("sign on is 90k total: 60k first paycheck, 30k month 13", [(1, 60000), (2, 30000)]),
        (
            "\nSign-on, year 1 (paid monthly) | $112,000\nSign-on, year 2 (paid monthly) | $78,500",
            [(1, 112000), (2, 78500)],
        ),
        ("a $3,000 welcome bonus in your first pay and $2,500 a year into courses", [(1, 3000)]),
    ],
)
def test_a_sign_on_is_paid_in_the_years_told(words, parts):
    assert signing(f"Offer from Initech: base 150k; {words}") == parts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("62 RSUs at $214, answer in 5 business days", {"shares": 62, "share_price": 214}),
        ("RSU: 1000 @ 85 = 85k over 3 years", {"shares": 1000, "share_price": 85, "total_value": 85000, "years": 3}),
        ("0.6% (4 yrs, 1yr cliff)", {"percent": 0.6, "years": 4, "cliff_months": 12}),
        ("1 500 BSPCE (strike 3,10 €) vesting 4 ans cliff 1 an",
         {"shares": 1500, "strike": 3.1, "years": 4, "cliff_months": 12}),
        ("25,000 stock options, 25% cliff at 12 months, then 1/36 of remaining monthly",
         {"shares": 25000, "years": 4, "cliff_months": 12, "frequency": "monthly"}),
        ("62,000 options instead of 48,000, strike $1.14", {"kind": "option", "shares": 62000, "strike": 1.14}),
        ("RSUs: $240,000 over 4 years, 25% vesting on every anniversary", {"years": 4, "schedule": [25, 25, 25, 25]}),
        ("RSUs of $360,000: twenty-five percent will vest on the first anniversary of your start and the rest in equal "
         "quarterly installments over the following three years",
         {"years": 4, "cliff_months": 12, "schedule": [25, 25, 25, 25]}),
        ("RSU $100k, vest is 25% per yr, cliff one year, then quarterly",
         {"total_value": 100000, "years": 4, "frequency": "quarterly"}),
    ],
)  # fmt: skip
def test_a_grant_is_counted_priced_and_vested_as_told(words, expected):
    grants = read(f"Offer from Initech: base salary $150,000.\n- {words}\n")["equity"]
    assert [{name: grant[name] for name in expected} for grant in grants] == [expected]


def test_a_strike_in_another_currency_marks_its_grant():
    grant = read("Offer: 36,000 NIS gross per month in Haifa. 6,500 options, strike $3.20, 4 years")["equity"][0]
    assert (grant["strike"], grant["currency"]) == (3.2, "USD")


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("Zusage bis Ende Jänner.", "deadline", "Ende Jänner"),
        ("Lapses if not executed by December 19, 2025", "deadline", "December 19, 2025"),
        ("return the enclosed copy by 12 noon on 28 November 2025.", "deadline", "12 noon on 28 November 2025"),
        ("me: when do you need my answer?\nrecruiter: this Fri if possible", "deadline", "this Fri"),
        ("this offer will lapse at 5pm AWST on 20 December 2025.", "deadline", "5pm AWST on 20 December 2025"),
        ("Looking forward to hearing from you by the 22nd!", "deadline", "the 22nd"),
        ("Dienstbeginn wäre der 1. März 2027.", "start_date", "1. März 2027"),
        ("wants me monday", "start_date", "monday"),
        ("Beginn 1.3., 30 Tage Urlaub", "start_date", "1.3"),
    ],
)
def test_days_are_read_in_the_words_of_the_letter(words, field, value):
    assert read(f"Offer from Initech: base salary 50.000 EUR, bonus 10%.\n{words}")[field] == value


def test_a_date_at_the_end_of_a_sentence_is_no_amount():
    assert signing("Offer: Jahresgehalt 75.000 EUR, Antrittsbonus 3.000 EUR, Start 15.05.2026.") == [(1, 3000)]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("based at 30 Gresham Street, London.", "London"),
        ("Lakehead Hospital, Thunder Bay, Ontario.", "Thunder Bay, Ontario"),
        ("Boston or remote.", "Boston or remote"),
        ("Location: Hybrid (Boulder)", "Boulder"),
        ("Ostrava Bay Fisheries Ltd offers you the job, based in Aberdeen.", "Aberdeen"),
    ],
)
def test_the_place_is_where_the_work_is(words, place):
    assert read(f"We are pleased to offer you a base salary of $100,000 and a 10% bonus.\n{words}")["location"] == place


def test_a_table_pasted_with_tabs_is_read_row_by_row_even_where_a_cell_breaks():
    offer = read(
        "Status\tAwaiting response\nJob title\tPlatform\nEngineer\nEntity\tTamarisk Payments Ltd\n"
        "Basic salary\t£ 74,250.00\nper annum\nBonus scheme\tOn target\n\t12.5 %\nAnnual award\tn/a (sales plan)\n"
        "Respond by\t15/08/2025 23:59\n"
    )
    assert (offer["company"], offer["title"]) == ("Tamarisk Payments Ltd", "Platform Engineer")
    assert (offer["base_annual"], offer["bonus_target_pct"]) == (74250, 12.5)


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("(a) 150k base + 20% bonus or (b) 130k base + 10% bonus + 0.3% equity at Hooli, my offer", [150000, 130000]),
        ("2 offers, the first is from Meta: 187k base, 15% bonus. The other is a startup paying 170k base, 5% bonus",
         [187000, 170000]),
        ("Offer options\nCompany A (Nordlys Energy): NOK 890 000 base, bonus 8 %\n"
         "Company B (Fjordtech): NOK 930 000 base, bonus 5 %", [890000, 930000]),
        ("Offer 1: Initech 150k base, 10% bonus\nOffer 2: Hooli 160k base, 12% bonus", [150000, 160000]),
    ],
)  # fmt: skip
def test_several_offers_of_a_paste_keep_their_own_terms(text, bases):
    assert [draft.offer.base_annual for draft in parse_offers(text)] == bases
