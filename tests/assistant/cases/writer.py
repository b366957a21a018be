"""A process that takes turns in a case until it is killed; prints a turn's number once it is kept."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.cases.case import Case
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.domain.answer import Answer


def take_turns(folder: Path, name: str, writer: str, most: int) -> None:
    """Take `most` turns; each answer names its question, and the case's title names the last one."""
    store = SqliteCaseStore(folder, patience_seconds=60)
    store.create_case(Case(name=name), "now")
    for index in range(most):
        asked = f"{writer} {index}"
        with store.lock(name):
            number = store.begin_turn(name, asked, "now")
            answer = Answer(kind="advice", text=f"{asked} " + "x" * 5000)
            messages = [{"asked": asked}, {"answer": "y" * 5000}]
            store.finish_turn(Case(name=name, title=asked), number, answer, messages, "now")
        sys.stdout.write(f"{asked}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    take_turns(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
