"""Other states: income tax of every state through the optional package taxsim-py, imported when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from assistant.domain.household import ZERO, Household
from assistant.domain.tax_law import StateIncomeTax
from assistant.errors import InputError

PACKAGE = "taxsim_py"
BY = "TAXSIM (package taxsim-py)"
HOW_TO_GET = "pip install 'parley-coach[state-tax]'"
LAST_YEAR = 2025
"""The newest year whose law the package holds."""
EVERY_COUNTY = frozenset({"MD", "IN"})
"""States all of whose counties tax their residents' income."""
_LOCAL_TAX = {
    "AL": "some cities and counties, such as Birmingham, tax wages",
    "DE": "Wilmington taxes its residents' wages",
    "IN": "every county taxes its residents' income",
    "KY": "most counties and many cities, such as Louisville, tax wages",
    "MD": "every county and Baltimore tax their residents' income",
    "MI": "Detroit, Grand Rapids and some twenty other cities tax their residents' income",
    "MO": "Kansas City and St. Louis tax their residents' earnings",
    "OH": "most cities and many school districts tax their residents' income",
    "OR": "Portland and its counties tax high incomes",
    "PA": "nearly every municipality taxes its residents' earnings, Philadelphia most of all",
}

_FIPS = {
    "AL": 1, "AK": 2, "AZ": 4, "AR": 5, "CA": 6, "CO": 8, "CT": 9, "DE": 10, "DC": 11, "FL": 12, "GA": 13, "HI": 15,
    "ID": 16, "IL": 17, "IN": 18, "IA": 19, "KS": 20, "KY": 21, "LA": 22, "ME": 23, "MD": 24, "MA": 25, "MI": 26,
    "MN": 27, "MS": 28, "MO": 29, "MT": 30, "NE": 31, "NV": 32, "NH": 33, "NJ": 34, "NM": 35, "NY": 36, "NC": 37,
    "ND": 38, "OH": 39, "OK": 40, "OR": 41, "PA": 42, "RI": 44, "SC": 45, "SD": 46, "TN": 47, "TX": 48, "UT": 49,
    "VT": 50, "VA": 51, "WA": 53, "WV": 54, "WI": 55, "WY": 56,
}  # fmt: skip
STATES = frozenset(_FIPS)
"""Two-letter codes of the states and the District of Columbia."""

_MARITAL = {"single": 1, "head_of_household": 1, "married_joint": 2, "married_separate": 6}


def is_installed() -> bool:
    """Whether the optional package is there."""
    return find_spec(PACKAGE) is not None


def describe_local_tax(code: str) -> str:
    """What the package leaves out for a state: the income taxes of its counties, cities and school districts.

    >>> describe_local_tax("AL")
    'Local income taxes of AL are left out: some cities and counties, such as Birmingham, tax wages.'
    """
    known = _LOCAL_TAX.get(code, "where a county, city or school district has one, it comes on top")
    return f"Local income taxes of {code} are left out: {known}."


def build_state_rule(code: str, year: int) -> StateIncomeTax:
    """Income tax of a state as a function of the household.

    Args:
        code: two-letter code of a state.
        year: year whose law applies, LAST_YEAR or before.

    Raises:
        InputError: the package is not installed; the message says how to get it.
    """
    if not is_installed():
        raise InputError("state", f"{code} income tax needs an extra package: {HOW_TO_GET}")
    # The package's own numbers for states would be read by default: FIPS must be asked for.
    calculate = cast("Callable[..., dict[str, Any]]", import_module(PACKAGE).calculate_row)

    def rule(household: Household) -> Decimal:
        result = calculate(_describe(household, code, year), year=year, state_id_type="fips")
        return max(ZERO, Decimal(str(result["siitax"])))

    return rule


def _describe(household: Household, code: str, year: int) -> dict[str, Any]:
    taken_out = household.pretax + household.cafeteria
    # It knows no head of household without a dependent.
    children = max(household.children, 1 if household.filing_status == "head_of_household" else 0)
    return {
        "year": year,
        "state": _FIPS[code],
        "mstat": _MARITAL[household.filing_status],
        "page": 40,
        "sage": 40 if household.filing_status == "married_joint" else 0,
        "depx": children,
        "dep17": household.children,
        "pwages": float(household.wages - taken_out),
        "swages": float(household.spouse_wages),
        "otherprop": float(household.other_income),
        "mortgage": float(household.itemized_deductions),
        "proptax": float(household.property_tax),
    }
