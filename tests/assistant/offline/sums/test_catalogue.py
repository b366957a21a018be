"""Each kind of calculation from plain words: the tool, its arguments, what is missing, what is none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from assistant.offline.sums.catalogue import CATALOGUE, find_sum
from assistant.offline.sums.sum import ON_FILE, ReadSum
from assistant.tools.specs import SPECS
from evals.samples import TurnSample, load_samples

TODAY = date(2026, 11, 25)
ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("4800 rsus, 4 year, 1 yr cliff then monthly. if i leave after 18 months how many do i keep", "vesting",
     {"shares": 4800, "leave_month": 18, "cliff_months": 12}),
    ("rest quarterly after 25% at year 1, 180k grant over 4 years, I leave after 30 months, what have I got",
     "worked_sum",
     {"numbers": {"grant": 180000, "gone_months": 30, "vest_years": 4, "share_pct": 25}}),
    ("signing bonus was 30k with 12 month prorated clawback, leaving after 7 months, what do I owe", "clawback",
     {"sign_on_bonus": 30000, "repay_months": 12, "leave_month": 7, "rule": "pro_rata"}),
    ("I would lose 410 unvested rsus at $87 and a 25k bonus, what do I ask them to make up", "make_whole",
     {"tranches": [{"month": 1, "shares": 410, "share_price": 87}], "bonus": {"amount": 25000}}),
    ("20,000 vested options, strike 1.85, latest 409A is 4.10. cost to exercise?", "option_exercise",
     {"shares": 20000, "strike": 1.85, "fair_market_value": 4.1}),
    ("exercised 2,000 ISOs at $5 when fmv was $20, sold at $45 18 months later at the long term rate of 15%, gain?",
     "option_sale", {"shares": 2000, "strike": 5, "sale_price": 45, "held_long": True, "capital_gains_pct": 15}),
    ("0.2%, diluted by a quarter. I give up 50k a year for 4 years. what exit breaks even?", "dilution",
     {"ownership_pct": 0.2, "rounds": [25], "cash_given_up": 50000, "years_given_up": 4}),
    ("I hold 0.4%, two more rounds, first dilutes 20%, second 15%. what's left?", "dilution",
     {"ownership_pct": 0.4, "rounds": [20, 15]}),
    ("0.3%. 60% chance it's worth nothing, 30% it's sold for 100M, 10% for 500M. expected value?", "exit_scenarios",
     {"ownership_pct": 0.3}),
    ("company sells for $60M, investors have 35M of preferences. I own 0.5%. what do I get?", "exit_waterfall",
     {"exit_value": 60000000, "preferences_total": 35000000, "ownership_pct": 0.5}),
    ("0.08% of a company valued at 250 million over 4 years, what is it a year?", "company_share",
     {"percent": 0.08, "company_value": 250000000, "years": 4}),
    ("how does the 100k rule split 60,000 ISOs at $8 that become exercisable each year over four years?", "iso_limit",
     {}),
    ("6000 unvested RSUs, double trigger with 50% acceleration, how many speed up?", "acceleration",
     {"unvested_shares": 6000, "accelerated_pct": 50, "trigger": "double"}),
    ("grant 200k over 4 years even, price drops 35% on day one. what's it worth?", "total_compensation",
     {"price_change_pct": -35}),
    ("contract pays £400 a day for 210 days, the perm offer is 70k. whats the gap?", "pay_sheet",
     {"against": 70000, "currency": "GBP"}),
    ("what's 47.50 an hour annually, 40 hrs 52 weeks", "pay_period",
     {"amount": 47.5, "period": "hour", "hours_per_week": 40}),
    ("it is 0.6 FTE, full time salary £52,000. what am I paid?", "pay_period",
     {"amount": 52000, "full_time_share": 0.6, "currency": "GBP"}),
    ("32 hrs a week for 60k. what's the same hourly pay at 40 hrs", "pay_period",
     {"amount": 60000, "hours_per_week": 32, "new_hours_per_week": 40}),
    ("salary is 104k, count 260 workdays. what are 10 more vacation days worth", "worked_sum",
     {"numbers": {"working_days": 260, "pay": 104000, "days": 10}}),
    ("CTC 28 lakh = 2.8 lakh variable + 1.2 lakh employer PF + rest fixed. monthly fixed?", "worked_sum",
     {"numbers": {"package": 2800000, "included": 280000, "other_included": 120000}}),
    ("How much is 85,000 EUR in dollars at 1.08?", "pay_period",
     {"amount": 85000, "exchange_rate": 1.08, "to_currency": "USD"}),
    ("32.40 an hour, 40 hours plus 6 hours overtime at 1.5x every week. annual?", "hourly_pay",
     {"hourly_rate": 32.4, "overtime_hours": 6}),
    ("1099 at $85 an hour vs a 140k salary, what is equal?", "contract_rate", {"hourly_rate": 85, "salary": 140000}),
    ("match is 50% up to 6% of pay, I make 135k, annual match?", "retirement_match",
     {"salary": 135000, "tiers": [{"match_pct": 50, "upto_pct": 6}]}),
    ("ESPP 15% off with look-back, 40 at the start, 50 at the end, I contributed 6,800. gain?", "espp",
     {"contribution_amount": 6800, "lookback": True, "start_price": 40, "end_price": 50}),
    ("cost of living index 58 vs 83. I'm on £46k, what do I need there?", "cost_of_living",
     {"salary": 46000, "index_from": 58, "index_to": 83}),
    ("how much FICA comes out of 90k", "income_tax", {"wages": 90000}),
    ("single, texas, 142k salary in 2026. take home for the year?", "income_tax",
     {"wages": 142000, "state": "TX"}),
    ("what gross do i ask so 12k lands in my pocket, my combined tax rate is 38%", "worked_sum",
     {"numbers": {"net": 12000, "tax_pct": 38}}),
    ("90 shares vest at $210 each and 40% is withheld in total. how many are left?", "supplemental_withholding",
     {"shares": 90, "share_price": 210, "withheld_pct": [40]}),
    ("I earn 130k, single. of a 10k raise how much do I keep after tax", "marginal_rate",
     {"wages": 130000, "added": 10000}),
    ("how big a sign-on equals 6k more base for 4 years with a 10% bonus?", "lever_exchange",
     {"amount": 6000, "lever": "base_salary", "stay_years": 4, "bonus_pct": 10}),
    ("my number is 250k TC. they do 15% bonus and 40k/yr stock. what base gets me there", "sign_on_gap",
     {"wanted_total": 250000}),
    ("range is 120k-160k, they offer 128k. where does that sit in the range?", "market_position",
     {"amount": 128000, "band_low": 120000, "band_high": 160000}),
    ("p25 is 98k, p50 is 112k, p75 is 131k and mine's 121.5k. what percentile am i at", "market_position",
     {"amount": 121500}),
    ("what is Google L5 equivalent to at Microsoft?", "level_map", {"company": "Google", "level": "L5"}),
    ("offer from 4 June 2026, 7 business days to answer. when is the deadline?", "timeline",
     {"offer_date": "2026-06-04", "business_days": 7}),
    ("a 60k bonus paid in exactly two years, worth today if I discount at 8% a year?", "present_value",
     {"discount_pct": 8, "amounts": [0, 60000]}),
    ("8k raise promised after 6 months, a 50% chance. over 2 years what is it worth?", "contingent_raise",
     {"raise_amount": 8000, "from_month": 6, "chance_pct": 50}),
    ("bhai current ctc 18.5 lpa hai, naya offer 24 lpa. kitna % hike hua?", "percent_change",
     {"amount": 1850000, "new_amount": 2400000}),
    ("got 4.5% raise, inflation here was 6%. whats my real raise", "percent_change",
     {"change_pct": 4.5, "inflation_pct": 6}),
    ("My new offer is 88k but I make 95k now. What percent less is it?", "percent_change",
     {"amount": 95000, "new_amount": 88000}),
    ("A: 158k base with 45k sign-on. B: 170k base. who's ahead after 4 years?", "compare_offers", {"years": 4}),
    ("160k initial over 4 years and a 60k refresher at the start of year 2. how much stock vests in year 3",
     "total_compensation",
     {"offer": {"base_annual": 0, "equity": [{"total_value": 160000, "years": 4}],
                "refreshers": [{"total_value": 60000, "after_year": 1, "yearly": False, "years": 4}]}}),
    ("base 90k, OTE 180k, the team hit 70% of quota. realistic pay?", "total_compensation",
     {"on_target_pay": 180000, "bonus_payout_pct": 70}),
    ("they're at 142k, i'd be happy with 151. if they split the difference what do i say", "counter_ladder",
     {"offered": 142000, "target": 151000}),
    ("over 3 years, what does each extra dollar count most in, base, sign-on or stock?",
     "lever_value", {"stay_years": 3}),
    ("which of the numbers in your guides don't come out when you recompute them?", "guidance_audit",
     {"verdict": "does_not_reproduce"}),
]  # fmt: skip
ON_AN_OFFER = [
    ("if I counter for 12% more base, what number is that?", "counter_plan", {"uplift_pct": 12}),
    ("what do I take home in year one from this offer after tax?", "after_tax_pay", {}),
    ("if I leave after 18 months, what will I have received in total?", "leave_month", {"month": 18}),
    ("I need 220k in the first year. how big must the sign on be?", "sign_on_gap", {"wanted_total": 220000}),
    ("the package is 'worth 300k': 160k base, 15% bonus, 240k rsu over 4, 56k sign on. do I really get that?",
     "headline_compensation", {"quoted": 300000}),
    ("stock grows 12% a year, what does it come to?", "equity_value", {"growth_pct": 12}),
    ("180k base + 400k rsus over 4 yrs. if the shares halve what's my yearly total", "total_compensation",
     {"price_change_pct": -50}),
]  # fmt: skip


def ask(*texts: str, offer: bool = False) -> ReadSum | None:
    return find_sum(texts, offer=offer, today=TODAY)


@pytest.mark.parametrize(("text", "tool", "arguments"), ASKED, ids=[f"{tool}-{text[:20]}" for text, tool, _ in ASKED])
def test_plain_words_reach_the_tool_with_its_arguments(text: str, tool: str, arguments: dict[str, Any]) -> None:
    read = ask(text)
    assert read is not None
    assert (read.sum.tool, read.missing) == (tool, ())
    assert {name: read.arguments.get(name) for name in arguments} == arguments


@pytest.mark.parametrize(("text", "tool", "arguments"), ON_AN_OFFER, ids=[tool for _, tool, _ in ON_AN_OFFER])
def test_what_an_offer_is_needed_for_uses_the_one_on_file(text: str, tool: str, arguments: dict[str, Any]) -> None:
    read = ask(text, offer=True)
    assert read is not None
    assert (read.sum.tool, read.arguments.get("offer")) == (tool, ON_FILE)
    assert {name: read.arguments.get(name) for name in arguments} == arguments


def test_every_calculation_of_the_engine_is_in_the_catalogue_and_tested_here() -> None:
    engine = {spec.name for spec in SPECS if spec.calculates and spec.name != "worked_sum"}
    assert engine <= {item.tool for item in CATALOGUE}
    tested = {tool for _, tool, _ in ASKED} | {tool for _, tool, _ in ON_AN_OFFER}
    assert engine - tested <= {"stock_options", "gross_up"}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("i have 12,000 options at a $2 strike. what are they worth today", "409A"),
        ("startup gives me 0.3%. how many dollars is that", "value of the company"),
        ("signing bonus has a 1 year prorated clawback, I'm leaving after 5 months. what do I pay back?", "amount"),
        ("i leave after 8 months, sign on was 20k, its prorated. how much goes back to them", "how many months"),
        ("they'll bump it 6%. so what would I be on then?", "amount before"),
        ("how much will I pay to exercise my options? I've got 6,000 of them", "strike"),
        ("What's my yearly 401k match? I earn 88k.", "match"),
    ],
)
def test_what_is_missing_is_asked_for(text: str, asks: str) -> None:
    read = ask(text)
    assert read is not None
    assert asks in " ".join(read.missing)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("I make 118,000. what's a 7% raise?", "and 9%?", {"change_pct": 9}),
        ("signing bonus was 30k with 12 month prorated clawback, leaving after 7 months, what do I owe",
         "what if it's 10 months instead", {"leave_month": 10}),
        ("cost to exercise 7,500 options, strike $3.20, fair market value $9.20?", "and at a value of $12?",
         {"strike": 3.2, "fair_market_value": 12}),
        ("4800 rsus, 4 year, 1 yr cliff then monthly. if i leave after 18 months how many do i keep?",
         "and if i hold out till month 35?", {"shares": 4800, "leave_month": 35}),
    ],
)  # fmt: skip
def test_a_follow_up_changes_one_number(before: str, after: str, changed: dict[str, Any]) -> None:
    first, second = ask(before), ask(before, after)
    assert first is not None
    assert second is not None
    assert second.arguments == {**first.arguments, **changed}


def test_two_jobs_are_two_calls() -> None:
    read = ask("one pays 72k for 37.5 hours, the other 81k but 45 hours. which is better per hour?")
    assert read is not None
    hours = [each["hours_per_week"] for each in (read.arguments, *read.more)]
    assert hours == [37.5, 45]


@pytest.mark.parametrize(
    "text",
    [
        "should I negotiate a 150k offer?",
        "they said the max raise is 10% by policy",
        "base 180k, rsu 200k over 4 years, bonus 15%, signing 40k",
        "is 165k a good offer for a senior engineer in Austin?",
        "the recruiter wants an answer in 3 days and I am nervous",
        "how long do companies usually give you to decide, a week?",
        "do people get 20% more when they counter?",
    ],
)
def test_advice_offers_and_objections_are_no_sums(text: str) -> None:
    read = ask(text)
    assert read is None or read.missing or read.sum.on_offer


def test_a_sum_that_leaves_out_what_is_told_gives_way() -> None:
    read = ask("base 165k, sign on 25k, 10% target bonus, 120k rsus over 4 yrs evenly. whats my yr 1 total", offer=True)
    assert read is not None
    assert (read.sum.tool, read.unused) == ("total_compensation", 0)


def test_no_argument_is_made_of_numbers_that_nobody_wrote() -> None:
    """A quick look over a fifth of the set: arguments are plain JSON."""
    for sample in load_samples("calculations", TurnSample)[::5]:
        read = find_sum(sample.turns, offer=sample.context is not None, today=TODAY)
        if read is not None:
            json.dumps([read.arguments, *read.more])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("hourly pay of -20 an hour for 40 hours, yearly?", "-20 an hour"),
        ("sign on 20k, clawback over -12 months, leaving after 5 months, what do i owe?", "-12 months"),
    ],
)
def test_a_number_that_must_not_be_negative_is_named(text: str, named: str) -> None:
    found = find_sum([text], offer=False, today=None)
    assert found is not None and named in " ".join(found.missing)
