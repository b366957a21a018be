"""What states an offer is told from what only looks like one."""

from __future__ import annotations

import pytest

from assistant.letters.parse import parse_offer

PAYSLIP = """PAY STATEMENT   Period 19
Employer: Dunmore Freight LLC
Job: Software Engineer II
Regular   62.50   80.00   5,000.00   YTD 95,000.00
Net pay   3,441.19
Direct deposit to account ending 0099
"""


@pytest.mark.parametrize(
    "text",
    [
        PAYSLIP,
        "Dear Mr. Tanabe, we are pleased to invite you to the final round for ML Engineer (annual salary band "
        "JPY 9,000,000 to 12,000,000). An offer, if any, follows within two weeks.",
        "SIGN-ON POLICY, version 3.1. This policy says when we pay any. They shall not exceed $50,000. "
        "Employees who resign within 12 months repay.",
        "As the terms of our letter (Network Engineer, $94,000 a year) were not met we cannot proceed with an offer.",
        "Offer of Mortgage: we offer you a loan of $560,000. Rate 5.84%, monthly repayment $3,300. Open till 18 Dec.",
    ],
)
def test_papers_with_pay_and_a_post_that_offer_no_job_are_no_offers(text):
    assert not parse_offer(text).is_offer


@pytest.mark.parametrize(
    "text",
    [
        "hi! you got the tutor job if you want it. 14,32 EUR per hour, from 1 december. come by till thursday",
        "I'm able to renew our offer as it was: Reliability Engineer, Aberdeen, £63,000. Please answer by 27 November.",
        "So: Store Manager, Naas. We are putting you at €49,500. Is that acceptable to you? Start on 4th January.",
    ],
)
def test_an_offer_in_a_few_friendly_words_is_one(text):
    assert parse_offer(text).is_offer


@pytest.mark.parametrize(
    "text",
    [
        "We are pleased to offer you the role of Data Engineer at Harbor Analytics. Base salary: $172,000, bonus 10%. "
        "If the check is not satisfactory we will not proceed with the offer.",
        "It is our pleasure to confirm your appointment as Data Scientist at Meridian Health. Your annual salary will "
        "be $148,000, payable by direct deposit, subject to standard deductions. Your signing bonus is $12,000.",
        "Verbal offer from Tesla: 165k base, 10% bonus. recruiter said they went with someone else first",
    ],
)
def test_a_real_offer_may_name_refusals_and_payroll(text):
    assert parse_offer(text).is_offer


def test_in_a_forwarded_thread_with_heads_of_one_line_the_newest_terms_win():
    thread = (
        "Fixed: 29 LPA (earlier 26.5 LPA)\nJoining: 2.5 lakhs\n\nFrom: F. Qureshi  Sent: 11 Nov 2026\nKindly see if "
        "fixed can be increased.\n\nFrom: S. Deshmukh  Sent: 10 Nov 2026\nVaxora is glad to offer you 26.5 LPA fixed."
    )
    assert parse_offer(thread).offer.base_annual == 2_900_000
