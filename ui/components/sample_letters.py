"""Two letters to look around with; the companies do not exist."""

from __future__ import annotations

SAMPLE_LETTERS = (
    """Dear Sam,

we are delighted to offer you the position of Senior Machine Learning Engineer (level L5) at Northwind Robotics,
based in Seattle, WA.

Your annual base salary will be $182,000. You are eligible for a target bonus of 15% of your base salary.
You will receive a signing bonus of $40,000 with your first paycheck.
We will recommend to the board a grant of restricted stock units worth $220,000, vesting over four years with a
one-year cliff and quarterly after that.

Your start date is March 2, 2027. Please let us know by December 4, 2026.

Dana Reyes, Recruiting
""",
    """Hi Sam,

great talking to you! Larkspur AI would like to offer you the role of Founding ML Engineer.

- Base: $190,000
- Bonus: 10% target
- RSUs: $320,000 over four years, vesting quarterly with a one-year cliff
- Options: 45,000 stock options (0.45% of the company, fully diluted) with a strike price of $1.80, vesting over
  four years with a one-year cliff

Please decide by December 11.

Jo
""",
)
