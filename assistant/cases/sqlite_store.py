"""Cases in one SQLite file: a turn is one transaction, and survives a crash of the process."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import ValidationError

from assistant.cases.case import Case, CaseSummary, Rating, Turn
from assistant.cases.store import BUSY, DELETED, LEFT, PATIENCE_SECONDS, join_newest
from assistant.domain.answer import Answer
from assistant.errors import CaseBusy, StoreUnavailable

_FIRST_SCHEMA = """
CREATE TABLE cases (
    name TEXT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, updated TEXT NOT NULL
) STRICT;
CREATE TABLE turns (
    case_name TEXT NOT NULL REFERENCES cases(name) ON DELETE CASCADE,
    number INTEGER NOT NULL, asked TEXT NOT NULL, asked_at TEXT NOT NULL,
    answer TEXT, messages TEXT,
    PRIMARY KEY (case_name, number)
) STRICT;
"""
_PRACTICES = """
CREATE TABLE practices (
    case_name TEXT NOT NULL REFERENCES cases(name) ON DELETE CASCADE,
    number INTEGER NOT NULL, body TEXT NOT NULL, updated TEXT NOT NULL,
    PRIMARY KEY (case_name, number)
) STRICT;
"""
_RATINGS = "ALTER TABLE turns ADD COLUMN rating TEXT;\n"
_MIGRATIONS = (_FIRST_SCHEMA, _PRACTICES, _RATINGS)
"""What leads from each version of the file to the next; the first one starts from an empty file."""
SCHEMA_VERSION = len(_MIGRATIONS)


class SqliteCaseStore:
    """A CaseStore in `folder`/cases.sqlite3.

    Raises:
        StoreUnavailable: the file cannot be opened, is damaged, or was written by a newer Parley.
            It is never written over.
    """

    def __init__(self, folder: Path, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self.path = folder / "cases.sqlite3"
        self._locks = folder / "locks"
        self._patience = patience_seconds
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._locks.mkdir(exist_ok=True)
            if not self.path.exists():
                self.path.touch(mode=0o600)
        except OSError as error:
            raise StoreUnavailable(
                f"The data folder {folder} cannot be written ({error.strerror}). "
                "Set PARLEY_DATA_DIR to a folder of yours."
            ) from error
        with self._lock_file(self._locks / "schema.lock"):
            self._prepare()

    def list_cases(self) -> tuple[CaseSummary, ...]:
        """See CaseStore."""
        query = (
            "SELECT name, title, updated, (SELECT count(*) FROM turns WHERE case_name = name) "
            "FROM cases ORDER BY updated DESC, name"
        )
        with self._connect() as connection:
            return tuple(
                CaseSummary(name=name, title=title, updated=updated, turns=turns)
                for name, title, updated, turns in connection.execute(query)
            )

    def create_case(self, case: Case, now: str) -> None:
        """See CaseStore."""
        with self._open() as connection:
            connection.execute("INSERT OR IGNORE INTO cases VALUES (?, ?, ?, ?)", _row(case, now))

    def load_case(self, name: str) -> Case | None:
        """See CaseStore."""
        with self._connect() as connection:
            row = connection.execute("SELECT body FROM cases WHERE name = ?", (name,)).fetchone()
            return Case.model_validate_json(row[0]) if row else None

    def save_case(self, case: Case, now: str) -> None:
        """See CaseStore."""
        with self._open() as connection:
            _put_case(connection, case, now)

    def insert_case(
        self, case: Case, turns: Sequence[Turn], messages: Mapping[int, list[dict[str, Any]]], now: str
    ) -> bool:
        """See CaseStore."""
        rows = [
            (
                case.name,
                turn.number,
                turn.asked,
                turn.asked_at,
                turn.answer.model_dump_json() if turn.answer else None,
                json.dumps(messages[turn.number]) if turn.number in messages else None,
                turn.rating,
            )
            for turn in turns
        ]
        with self._open() as connection:
            put = connection.execute("INSERT OR IGNORE INTO cases VALUES (?, ?, ?, ?)", _row(case, now))
            if put.rowcount:
                connection.executemany("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        return bool(put.rowcount)

    def delete_case(self, name: str, *, scrub: bool = True) -> None:
        """See CaseStore."""
        with self._open() as connection:
            connection.execute("DELETE FROM cases WHERE name = ?", (name,))
        with suppress(OSError):  # Windows keeps a held file, and removes it on release by itself
            self._lock_path(name).unlink(missing_ok=True)
        if scrub:
            self.scrub()

    def scrub(self) -> None:
        """See CaseStore."""
        with self._connect() as connection:
            try:
                # The copy that VACUUM makes must not touch the disk, where its bytes would outlive it.
                connection.execute("PRAGMA temp_store = MEMORY")
                connection.execute("VACUUM")
                (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.Error as error:
                raise StoreUnavailable(LEFT) from error
        if busy:
            raise StoreUnavailable(LEFT)

    def list_turns(self, name: str) -> tuple[Turn, ...]:
        """See CaseStore."""
        query = "SELECT number, asked, asked_at, answer, rating FROM turns WHERE case_name = ? ORDER BY number"
        with self._connect() as connection:
            return tuple(
                Turn(
                    number=number,
                    asked=asked,
                    asked_at=asked_at,
                    answer=Answer.model_validate_json(answer) if answer else None,
                    rating=rating,
                )
                for number, asked, asked_at, answer, rating in connection.execute(query, (name,))
            )

    def load_messages(self, name: str, most: int | None = None) -> list[dict[str, Any]]:
        """See CaseStore."""
        query = "SELECT messages FROM turns WHERE case_name = ? AND messages IS NOT NULL ORDER BY number DESC"
        with self._connect() as connection:
            return join_newest((json.loads(row) for (row,) in connection.execute(query, (name,))), most)

    def begin_turn(self, name: str, asked: str, now: str, replacing: int | None = None) -> int:
        """See CaseStore."""
        with self._open() as connection:
            if not connection.execute("SELECT 1 FROM cases WHERE name = ?", (name,)).fetchone():
                raise StoreUnavailable(DELETED)
            connection.execute("DELETE FROM turns WHERE case_name = ? AND asked = ? AND answer IS NULL", (name, asked))
            connection.execute(
                "DELETE FROM turns WHERE case_name = ?1 AND number = ?2 "
                "AND number = (SELECT max(number) FROM turns WHERE case_name = ?1)",
                (name, replacing),
            )
            (last,) = connection.execute(
                "SELECT coalesce(max(number), 0) FROM turns WHERE case_name = ?", (name,)
            ).fetchone()
            connection.execute(
                "INSERT INTO turns (case_name, number, asked, asked_at) VALUES (?, ?, ?, ?)",
                (name, last + 1, asked, now),
            )
        return int(last) + 1

    def finish_turn(self, case: Case, number: int, answer: Answer, messages: list[dict[str, Any]], now: str) -> None:
        """See CaseStore."""
        with self._open() as connection:
            kept = connection.execute(
                "UPDATE turns SET answer = ?, messages = ? WHERE case_name = ? AND number = ?",
                (answer.model_dump_json(), json.dumps(messages), case.name, number),
            )
            if not kept.rowcount:
                raise StoreUnavailable(DELETED)
            _put_case(connection, case, now)

    def rate_turn(self, name: str, number: int, rating: Rating | None) -> None:
        """See CaseStore."""
        with self._open() as connection:
            connection.execute("UPDATE turns SET rating = ? WHERE case_name = ? AND number = ?", (rating, name, number))

    def list_practices(self, name: str) -> tuple[str, ...]:
        """See CaseStore."""
        query = "SELECT body FROM practices WHERE case_name = ? ORDER BY number"
        with self._connect() as connection:
            return tuple(body for (body,) in connection.execute(query, (name,)))

    def save_practice(self, name: str, number: int, body: str, now: str) -> None:
        """See CaseStore."""
        with self._open() as connection:
            kept = connection.execute("UPDATE cases SET updated = ? WHERE name = ?", (now, name))
            if not kept.rowcount:
                raise StoreUnavailable(DELETED)
            connection.execute("INSERT OR REPLACE INTO practices VALUES (?, ?, ?, ?)", (name, number, body, now))

    @contextmanager
    def lock(self, name: str) -> Iterator[None]:
        """See CaseStore."""
        with self._lock_file(self._lock_path(name)):
            yield

    def _lock_path(self, name: str) -> Path:
        return self._locks / f"{sha256(name.encode()).hexdigest()[:24]}.lock"

    @contextmanager
    def _lock_file(self, path: Path) -> Iterator[None]:
        lock = FileLock(path, timeout=self._patience)
        try:
            lock.acquire()
        except Timeout as error:
            raise CaseBusy(BUSY) from error
        except OSError as error:
            raise StoreUnavailable(f"The data folder {self.path.parent} cannot be locked ({error}).") from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose block is one writing transaction."""
        with self._connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        """A connection in which each statement stands alone; enough for reading."""
        try:
            connection = sqlite3.connect(self.path, timeout=self._patience, isolation_level=None)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("PRAGMA synchronous = FULL")
                yield connection
            finally:
                connection.close()
        except (sqlite3.Error, ValidationError, JSONDecodeError) as error:
            reason = error if isinstance(error, sqlite3.Error) else "a case in it cannot be read"
            raise StoreUnavailable(
                f"The case file {self.path} cannot be used ({reason}). Nothing in it was changed; "
                "free some space or move it aside, then try again."
            ) from error

    def _prepare(self) -> None:
        """Look before writing: a file that is not ours to write is left as it is."""
        with self._connect() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > SCHEMA_VERSION:
                raise StoreUnavailable(
                    f"The case file {self.path} was written by a newer Parley; update Parley to open it."
                )
            if version == SCHEMA_VERSION:
                return
            connection.execute("PRAGMA journal_mode = WAL")
        with self._open() as connection:
            for migration in _MIGRATIONS[version:]:
                for statement in migration.split(";\n"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _row(case: Case, now: str) -> tuple[str, str, str, str]:
    return case.name, case.title, case.model_dump_json(), now


def _put_case(connection: sqlite3.Connection, case: Case, now: str) -> None:
    connection.execute(
        "INSERT INTO cases VALUES (?, ?, ?, ?) ON CONFLICT(name) DO UPDATE "
        "SET title = excluded.title, body = excluded.body, updated = excluded.updated",
        _row(case, now),
    )
