"""Evals: starts the measuring program that travels with Parley, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from assistant.errors import InputError
from assistant.paths import bundle_root


def run_evals(args: Sequence[str]) -> int:
    """Run `python -m evals` with these arguments and give its exit status.

    Raises:
        InputError: this installation came without the evals.
    """
    root = bundle_root()
    if not (root / "evals" / "__main__.py").is_file():
        raise InputError("eval", f"the question sets are not installed: {root / 'evals'} is missing")
    paths = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    # -P: a folder named evals where the person stands must not take the place of ours.
    command = [sys.executable, "-P", "-m", "evals", *args]
    # The command is this interpreter, and the arguments go to a parser that opens no program.
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}, check=False).returncode  # noqa: S603
