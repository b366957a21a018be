"""Part names: what the numbers of a recipe are called where it is shown."""

from __future__ import annotations

NAMES = {
    "now": "pay_now", "hours": "worked_hours", "hours2": "other_hours", "days": "days_worked", "dweek": "days_a_week",
    "shifth": "shift_hours", "sal": "salaries_a_year", "bpct": "bonus_pct", "bmonths": "bonus_months",
    "attain": "paid_pct", "sign": "sign_on", "sign2": "second_sign_on", "stock": "stock_a_year", "refresh": "refresher",
    "years": "vest_years", "vest": "vested_pct", "price": "share_price", "price2": "later_price", "fmv": "fair_value",
    "exit": "exit_value", "prefs": "paid_first", "pref": "preferred_price", "mult": "times", "own": "owned_pct",
    "fd": "all_shares", "dilute": "dilution_pct", "chance": "chance_pct", "leave": "leave_month",
    "served": "time_served", "term": "months_bound", "owe": "owed_pct", "left": "time_left",
    "notice2": "other_notice", "tax": "tax_pct", "net": "net_wanted", "pens": "pension_pct", "match": "match_pct",
    "upto": "match_limit_pct", "put": "put_in_pct", "paidin": "paid_in", "disc": "discount_pct", "cap": "most",
    "rise": "raise_pct", "fall": "fall_pct", "infl": "inflation_pct", "rate": "rate_pct", "wait": "waiting_time",
    "gap": "difference", "ask": "asked", "over": "above_pct", "walk": "walk_away", "mid": "middle", "tc": "total_told",
    "ote": "target_earnings", "comm": "commission_pct", "overpct": "threshold_pct", "plus": "premium",
    "ontop": "on_top_pct", "othours": "overtime_hours", "otafter": "plain_hours", "unitcost": "cost_each",
    "fx": "exchange_rate", "idx1": "index_here", "idx2": "index_there", "fte": "part_time_pct",
    "unpaid": "unpaid_time", "off": "days_off", "part": "share_of_weeks", "yn": "year", "often": "every_so_often",
    "low": "low_end", "high": "high_end", "horizon": "years_counted", "open": "opening_offer", "freq": "payments",
    "monthdays": "month_days", "more": "longer",
}  # fmt: skip
"""Parts whose name says too little; all others are called by it."""
_PERCENT = "_pct"


def name_of(part: str, *, percent: bool) -> str:
    """The name of a number by its part; a percent's ends in `_pct`.

    >>> name_of("sign", percent=False), name_of("fte", percent=False), name_of("plus", percent=True)
    ('sign_on', 'part_time', 'premium_pct')
    """
    plain = NAMES.get(part, part).removesuffix(_PERCENT)
    return f"{plain}{_PERCENT}" if percent else plain
