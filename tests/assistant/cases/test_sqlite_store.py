from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from assistant.cases.case import Case
from assistant.cases.sqlite_store import SCHEMA_VERSION, SqliteCaseStore
from assistant.domain.answer import Answer
from assistant.errors import CaseBusy, StoreUnavailable

ROOT = Path(__file__).resolve().parents[3]
CANARY = "canary-7f3a"


def start_writer(folder: Path, writer: str, most: int = 100_000) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.assistant.cases.writer", str(folder), "a", writer, str(most)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def fill(folder: Path, text: str = "words") -> SqliteCaseStore:
    store = SqliteCaseStore(folder)
    store.create_case(Case(name="a", title=text), "now")
    number = store.begin_turn("a", text, "now")
    store.finish_turn(Case(name="a", title=text), number, Answer(kind="advice", text=text), [{"m": text}], "now")
    return store


def test_a_killed_process_loses_no_turn_it_has_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20261121)
    acknowledged: list[str] = []
    for round_number in range(10):
        process = start_writer(tmp_path, f"w{round_number}")
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        acknowledged += process.stdout.read().split("\n")[:-1]
        process.wait()
        process.stdout.close()
    store = SqliteCaseStore(tmp_path)
    turns = store.list_turns("a")
    answered = [turn for turn in turns if turn.answer is not None]
    assert acknowledged and set(acknowledged) <= {turn.asked for turn in answered}
    assert [turn.number for turn in turns] == list(range(1, len(turns) + 1))
    assert all(turn.answer and turn.answer.text.startswith(f"{turn.asked} ") for turn in answered)
    assert len(store.load_messages("a")) == 2 * len(answered)
    case = store.load_case("a")
    assert case is not None and case.title == answered[-1].asked
    with store.lock("a"):
        pass


def test_two_processes_share_a_case_without_losing_turns(tmp_path: Path) -> None:
    processes = [start_writer(tmp_path, writer, most=15) for writer in ("left", "right")]
    outputs = [process.communicate(timeout=60)[0].split("\n")[:-1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    turns = SqliteCaseStore(tmp_path).list_turns("a")
    assert [turn.number for turn in turns] == list(range(1, 31))
    for writer, output in zip(("left", "right"), outputs, strict=True):
        assert [turn.asked for turn in turns if turn.asked.startswith(writer)] == output


def test_two_windows_are_two_writers(tmp_path: Path) -> None:
    first, second = SqliteCaseStore(tmp_path), SqliteCaseStore(tmp_path, patience_seconds=0.1)
    with first.lock("a"), pytest.raises(CaseBusy, match="another window"), second.lock("a"):
        pass


def test_a_restart_finds_everything_again(tmp_path: Path) -> None:
    fill(tmp_path)
    store = SqliteCaseStore(tmp_path)
    assert [case.name for case in store.list_cases()] == ["a"]
    assert store.load_messages("a") == [{"m": "words"}]


def test_a_file_of_the_first_version_is_taken_over_with_all_it_holds(tmp_path: Path) -> None:
    store = fill(tmp_path)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DROP TABLE practices")
        connection.execute("ALTER TABLE turns DROP COLUMN rating")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    opened = SqliteCaseStore(tmp_path)
    assert opened.load_messages("a") == [{"m": "words"}]
    assert opened.list_practices("a") == ()
    opened.save_practice("a", 1, "{}", "later")
    opened.rate_turn("a", 1, "good")
    assert SqliteCaseStore(tmp_path).list_practices("a") == ("{}",)
    assert SqliteCaseStore(tmp_path).list_turns("a")[0].rating == "good"


def test_a_deleted_case_leaves_no_bytes_behind(tmp_path: Path) -> None:
    store = fill(tmp_path, CANARY)
    for index in range(20):
        store.begin_turn("a", f"{CANARY} {index} " + "z" * 3000, "now")
    store.save_practice("a", 1, CANARY * 50, "now")
    assert any(CANARY.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    store.delete_case("a")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_a_file_of_a_newer_parley_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE later (x)")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="newer Parley; update Parley"):
        SqliteCaseStore(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 500])
def test_a_damaged_file_is_refused_untouched(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "cases.sqlite3"
    path.write_bytes(damage)
    with pytest.raises(StoreUnavailable, match=r"cannot be used .* Nothing in it was changed"):
        SqliteCaseStore(tmp_path)
    assert path.read_bytes() == damage


def test_a_case_that_cannot_be_read_is_no_crash(tmp_path: Path) -> None:
    store = fill(tmp_path)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute('UPDATE cases SET body = \'{"name": 5, "secret": 1}\'')
        connection.execute("UPDATE turns SET answer = 'torn', messages = '[torn'")
        connection.commit()
    for read in (store.load_case, store.list_turns, store.load_messages):
        with pytest.raises(StoreUnavailable, match="a case in it cannot be read"):
            read("a")


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("mine", encoding="utf-8")
    for folder in (path, path / "below"):
        with pytest.raises(StoreUnavailable, match="Set PARLEY_DATA_DIR to a folder of yours"):
            SqliteCaseStore(folder)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_a_folder_nobody_can_write_to_is_refused() -> None:
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        SqliteCaseStore(Path("/proc/parley"))


def test_a_file_that_is_locked_by_another_program_is_waited_for_then_refused(tmp_path: Path) -> None:
    fill(tmp_path)
    store = SqliteCaseStore(tmp_path, patience_seconds=0.1)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="database is locked"):
            store.save_case(Case(name="a"), "now")
    assert store.load_case("a") == Case(name="a", title="words")


def test_a_locks_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    store = fill(tmp_path)
    (tmp_path / "locks").rename(tmp_path / "moved")
    (tmp_path / "locks").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="cannot be locked"), store.lock("a"):
        pass


def test_a_failed_write_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    store = fill(tmp_path)
    with pytest.raises(TypeError):
        store.finish_turn(Case(name="a", title="new"), 1, Answer(kind="advice", text="x"), [{"m": object()}], "now")
    assert store.load_case("a") == Case(name="a", title="words")


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_the_person_can_read_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = fill(folder)
    assert folder.stat().st_mode & 0o077 == 0
    assert store.path.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    fill(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o755
