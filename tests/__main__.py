"""Everything that must hold, one after the other: ruff, mypy, the import contract, pytest.

Run with: uv run python -m tests [--lint] [pytest arguments]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINT = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main(arguments: list[str]) -> int:
    """Run the steps until one fails; gives its exit status."""
    steps = list(LINT)
    if "--lint" not in arguments:
        steps.append(("pytest", "-n", "auto", "--dist", "loadfile", *arguments))
    for step in steps:
        print(f"== {' '.join(step)}", flush=True)  # noqa: T201
        status = subprocess.run([Path(sys.executable).parent / step[0], *step[1:]], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
