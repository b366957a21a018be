"""The list of tools; a new tool is one line here."""

from __future__ import annotations

from assistant.errors import InputError
from assistant.tools.acceleration import ACCELERATION
from assistant.tools.after_tax_pay import AFTER_TAX_PAY
from assistant.tools.case import SHOW_CASE
from assistant.tools.clawback import CLAWBACK
from assistant.tools.company_share import COMPANY_SHARE
from assistant.tools.comparison import COMPARE_OFFERS
from assistant.tools.compensation import TOTAL_COMPENSATION
from assistant.tools.confirmation import CONFIRM_OFFER
from assistant.tools.contingent_raise import CONTINGENT_RAISE
from assistant.tools.contract_rate import CONTRACT_RATE
from assistant.tools.cost_of_living import COST_OF_LIVING
from assistant.tools.counter import COUNTER_PLAN
from assistant.tools.dilution import DILUTION
from assistant.tools.equity_value import EQUITY_VALUE
from assistant.tools.espp import ESPP
from assistant.tools.exit_scenarios import EXIT_SCENARIOS
from assistant.tools.exit_waterfall import EXIT_WATERFALL
from assistant.tools.gross_up import GROSS_UP
from assistant.tools.guidance import SEARCH_GUIDANCE
from assistant.tools.guidance_audit import audit_with
from assistant.tools.headline_compensation import HEADLINE_COMPENSATION
from assistant.tools.hourly_pay import HOURLY_PAY
from assistant.tools.income_tax import INCOME_TAX
from assistant.tools.iso_limit import ISO_LIMIT
from assistant.tools.ladder import COUNTER_LADDER
from assistant.tools.leave_month import LEAVE_MONTH
from assistant.tools.levels import LEVEL_MAP
from assistant.tools.lever_exchange import LEVER_EXCHANGE
from assistant.tools.lever_value import LEVER_VALUE
from assistant.tools.make_whole import MAKE_WHOLE
from assistant.tools.marginal_rate import MARGINAL_RATE
from assistant.tools.market import MARKET_POSITION
from assistant.tools.message_review import REVIEW_MESSAGE
from assistant.tools.names import suggest_name
from assistant.tools.offer import RECORD_OFFER
from assistant.tools.open_calculators import open_with
from assistant.tools.option_exercise import OPTION_EXERCISE
from assistant.tools.option_sale import OPTION_SALE
from assistant.tools.pay_period import PAY_PERIOD
from assistant.tools.pay_sheet import PAY_SHEET
from assistant.tools.percent_change import PERCENT_CHANGE
from assistant.tools.present_value import PRESENT_VALUE
from assistant.tools.promise_diff import PROMISE_DIFF
from assistant.tools.retirement_match import RETIREMENT_MATCH
from assistant.tools.sign_on_gap import SIGN_ON_GAP
from assistant.tools.spec import ToolSpec
from assistant.tools.stock_options import STOCK_OPTIONS
from assistant.tools.supplemental_withholding import SUPPLEMENTAL_WITHHOLDING
from assistant.tools.timeline import TIMELINE
from assistant.tools.vesting import VESTING
from assistant.tools.worked_sum import WORKED_SUM

SPECS: tuple[ToolSpec, ...] = (
    SEARCH_GUIDANCE,
    RECORD_OFFER,
    CONFIRM_OFFER,
    PROMISE_DIFF,
    REVIEW_MESSAGE,
    SHOW_CASE,
    TOTAL_COMPENSATION,
    COMPARE_OFFERS,
    COST_OF_LIVING,
    PRESENT_VALUE,
    HEADLINE_COMPENSATION,
    RETIREMENT_MATCH,
    PAY_PERIOD,
    PAY_SHEET,
    WORKED_SUM,
    PERCENT_CHANGE,
    HOURLY_PAY,
    ESPP,
    CONTRACT_RATE,
    INCOME_TAX,
    MARGINAL_RATE,
    SUPPLEMENTAL_WITHHOLDING,
    AFTER_TAX_PAY,
    VESTING,
    EQUITY_VALUE,
    ACCELERATION,
    COMPANY_SHARE,
    COUNTER_PLAN,
    COUNTER_LADDER,
    LEVER_EXCHANGE,
    LEVER_VALUE,
    SIGN_ON_GAP,
    TIMELINE,
    MARKET_POSITION,
    LEVEL_MAP,
    CLAWBACK,
    CONTINGENT_RAISE,
    GROSS_UP,
    LEAVE_MONTH,
    MAKE_WHOLE,
    STOCK_OPTIONS,
    DILUTION,
    EXIT_WATERFALL,
    EXIT_SCENARIOS,
    OPTION_EXERCISE,
    OPTION_SALE,
    ISO_LIMIT,
)
SPECS = (*SPECS, audit_with(SPECS))
SPECS = (*SPECS, open_with(SPECS))


def find_spec(name: str) -> ToolSpec:
    """The tool of that name.

    Raises:
        InputError: there is none.
    """
    for spec in SPECS:
        if spec.name == name:
            return spec
    known = [spec.name for spec in SPECS if spec.calculates]
    raise InputError("tool", f'"{name}" is not known here; {suggest_name(name, known)}')
