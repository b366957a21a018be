"""What each command loads: a heavy library nobody needs yet is seconds a person waits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, sys
from assistant.interfaces.cli import main
try:
    main()
except SystemExit as end:
    status = end.code or 0
else:
    status = 0
sys.stderr.write("\\n" + json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    modules_after("search", "deadline", data_folder=folder)
    return folder


def modules_after(*arguments: str, data_folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env={**os.environ, "PARLEY_DATA_DIR": str(data_folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    status, modules = json.loads(done.stderr.splitlines()[-1])
    assert status == 0, done.stderr
    return set(modules)


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = modules_after("--help", data_folder=tmp_path)
    assert not loaded & {"langchain", "langchain_core", "langgraph", "chromadb", "streamlit", "pandas", "numpy"}


def test_calc_loads_the_rules_only(tmp_path: Path) -> None:
    arguments = ("calc", "total_compensation", "--args", '{"offer": {"base_annual": 100000}}', "--json")
    loaded = modules_after(*arguments, data_folder=tmp_path)
    assert not loaded & {"langchain", "langchain_core", "langgraph", "chromadb", "streamlit", "pandas", "numpy"}


def test_looking_after_cases_loads_no_chat_model_and_no_index(tmp_path: Path) -> None:
    loaded = modules_after("case", "list", "--json", data_folder=tmp_path)
    assert not loaded & {
        "langchain",
        "langchain_core",
        "langgraph",
        "chromadb",
        "streamlit",
        "pandas",
        "docx",
        "icalendar",
    }


def test_offer_parse_loads_no_chat_model_and_no_index(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Offer from Initech: base $120k, 10% bonus", encoding="utf-8")
    loaded = modules_after("offer", "parse", str(letter), "--json", data_folder=tmp_path)
    assert not loaded & {"langchain", "langchain_core", "langgraph", "chromadb", "streamlit", "pandas"}


def test_ask_opens_an_index_that_is_up_to_date_without_its_database(data_folder: Path) -> None:
    loaded = modules_after("ask", "what should I push on?", "--json", data_folder=data_folder)
    assert "langchain" in loaded
    assert not loaded & {"chromadb", "streamlit", "pandas", "langchain_openai", "openai", "onnx", "torch"}


def test_the_first_page_is_drawn_before_what_the_other_pages_need_is_loaded() -> None:
    script = "import json, sys, ui.app, ui.screens.coach; print(json.dumps([*sys.modules]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout))
    assert "ui.screens.coach" in loaded
    assert not loaded & {"ui.screens.counter", "assistant.tools", "assistant.letters", "langchain_core"}
