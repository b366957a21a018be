"""Command line of the evals, `parley eval`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import ParleyError
from evals.report import render_regressions, render_reports, reports_to_json
from evals.runner import BASELINE, check_names, find_regressions, load_baseline, run_set, save_baseline
from evals.samples import SPLITS, Split
from evals.sets import SETS, Subject

TODAY = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
"""The day on which every eval takes place, so that dates in answers do not change from run to run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evals; 0 when nothing fell below the baseline, 1 when something did, 2 for a bad request."""
    options = _parser().parse_args(arguments)
    try:
        return _run_bench(options.bench) if options.bench else _run_sets(options)
    except ParleyError as error:
        sys.stderr.write(f"parley eval: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="parley eval", description="Measure Parley on its own question sets.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(SETS)}; all of them by default")
    parser.add_argument("--split", choices=[*SPLITS, "all"], default="all", help="test is for reporting, not for work")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show up to N failures a metric (dev only)")
    parser.add_argument("--baseline", type=Path, default=BASELINE, metavar="FILE", help="compare with another file")
    parser.add_argument("--save-baseline", action="store_true", help="keep these values as the new baseline")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument(
        "--bench",
        nargs="?",
        const="start",
        choices=["start", "calculations", "library", "page", "all"],
        help="measure instead: start, answers and memory (default), calculations a second, large libraries, "
        "many people on the page, or all",
    )
    return parser


def _run_sets(options: argparse.Namespace) -> int:
    splits: tuple[Split, ...] = SPLITS if options.split == "all" else (options.split,)
    names = check_names(options.sets)
    baseline = load_baseline(options.baseline)
    with open_subject() as subject:
        reports = [report for name in names for report in run_set(subject, name, splits)]
    regressions = find_regressions(reports, baseline)
    if options.json:
        print(json.dumps(reports_to_json(reports, regressions, options.show), ensure_ascii=False))
    else:
        print(render_reports(reports, baseline, options.show))
        if regressions:
            print(f"\nBelow the baseline:\n{render_regressions(regressions)}")
    if options.save_baseline:
        save_baseline(reports, datetime.now(UTC).date(), options.baseline)
        return 0
    return 1 if regressions else 0


def _run_bench(what: str) -> int:
    from evals.bench import Measurement, measure, render_measurements
    from evals.bench_calculations import measure_calculations
    from evals.bench_library import measure_library
    from evals.bench_page import measure_page

    benches: dict[str, Callable[[], list[Measurement]]] = {
        "start": measure,
        "calculations": measure_calculations,
        "library": measure_library,
        "page": measure_page,
    }
    chosen = benches.values() if what == "all" else [benches[what]]
    print(render_measurements([item for bench in chosen for item in bench()]))
    return 0


@contextmanager
def open_subject() -> Iterator[Subject]:
    """The embedded coach on the built-in library, in a data folder of its own: nobody's documents count."""
    from assistant.bootstrap import build_session
    from assistant.paths import bundle_root
    from assistant.retrieval.chunking import chunk_library
    from assistant.retrieval.loading import load_library
    from assistant.settings import Settings

    chunks = chunk_library(load_library(bundle_root() / "knowledge"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Subject(build_session(settings=Settings(data_folder=Path(folder)), clock=lambda: TODAY), chunks)
