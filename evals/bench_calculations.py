"""Bench of the calculations: offer comparisons a second on one core, and the memory they need, in a fresh process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.errors import ParleyError
from assistant.paths import bundle_root
from evals.bench import Measurement

YEARS = 4
SECONDS = 1.0
PEAK = Path("/proc/self/status")
_RUN = "from evals.bench_calculations import main; main()"

OFFERS: tuple[dict[str, Any], ...] = (
    {
        "company": "Acme",
        "base_annual": 180000,
        "bonus_target_pct": 15,
        "signing": [{"year": 1, "amount": 40000}],
        "equity": [{"total_value": 200000, "years": 4, "frequency": "quarterly", "cliff_months": 12}],
    },
    {
        "company": "Beta",
        "base_annual": 165000,
        "bonus_target_pct": 10,
        "signing": [{"year": 1, "amount": 62000}, {"year": 2, "amount": 48000}],
        "equity": [{"total_value": 320000, "years": 4, "schedule": [5, 15, 40, 40], "frequency": "monthly"}],
    },
)
"""Two offers of four years: one even and quarterly, one back-loaded and monthly."""


def measure_calculations() -> list[Measurement]:
    """Comparisons a second and peak memory.

    Raises:
        ParleyError: the measured process failed.
    """
    paths = [str(bundle_root()), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run([sys.executable, "-P", "-c", _RUN], env=environment, capture_output=True, check=False)
    if done.returncode:
        raise ParleyError(f"the calculations failed: {done.stderr.decode('utf-8', 'replace')[-300:]}")
    return [Measurement(name, value, unit) for name, value, unit in json.loads(done.stdout)]


def main() -> None:
    """Measure in this process and print name, value and unit of each measurement as JSON."""
    rules = _count_a_second(_build_rules())
    memory = _peak_memory()
    figures = _count_a_second(_build_figures())
    listed = [
        ("offer comparisons a second, rules alone", rules, ""),
        ("peak memory of the rules", memory, "MB"),
        ("offer comparisons a second, with figures", figures, ""),
        ("peak memory with figures", _peak_memory(), "MB"),
    ]
    print(json.dumps(listed))


def _build_rules() -> Callable[[Decimal], object]:
    """Pay of both offers, each year, cumulative, crossovers, break-even base and growth, net present value."""
    from assistant.domain.comparison import Side, compare_pair
    from assistant.domain.offer import Offer
    from assistant.domain.outlook import Outlook
    from assistant.domain.pay_stream import build_pay_stream
    from assistant.domain.present_value import Discounting

    first, second = (Offer.model_validate(terms) for terms in OFFERS)
    discounting = Discounting(cash_rate=Decimal("0.05"), equity_rate=Decimal("0.12"))
    outlook = Outlook(growth_rate=Decimal("0.08"), raise_rate=Decimal("0.03"))

    def compare(step: Decimal) -> object:
        one = first.model_copy(update={"base_annual": 170000 + step})
        sides = (
            Side("Acme", build_pay_stream(one, YEARS, outlook)),
            Side("Beta", build_pay_stream(second, YEARS, outlook)),
        )
        return compare_pair(*sides, discounting)

    return compare


def _build_figures() -> Callable[[Decimal], object]:
    """The same through the tool: figures with their history, the table and what flips the ranking."""
    from datetime import date

    from assistant.calculators import run_calculator
    from assistant.reference.tables import ReferenceTables

    reference = ReferenceTables(bundle_root() / "knowledge" / "reference")

    def compare(step: Decimal) -> object:
        offers = [{**OFFERS[0], "base_annual": 170000 + step}, OFFERS[1]]
        arguments = {
            "offers": offers,
            "growth_pct": 8,
            "raise_pct": 3,
            "cash_discount_pct": 5,
            "equity_discount_pct": 12,
        }
        return run_calculator("compare_offers", arguments, date(2026, 1, 1), reference)

    return compare


def _count_a_second(compare: Callable[[Decimal], object]) -> float:
    """Different comparisons finished a second, after one to warm up."""
    compare(Decimal(0))
    began, done = time.perf_counter(), 0
    while (seconds := time.perf_counter() - began) < SECONDS:
        done += 1
        compare(Decimal(done))
    return done / seconds


def _peak_memory() -> float | None:
    """The most memory this process has held; None where the system does not tell."""
    if PEAK.exists():
        line = next(line for line in PEAK.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return None
