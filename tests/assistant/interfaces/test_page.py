"""The launcher: which server is started, and how."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from streamlit import config

from assistant.errors import InputError
from assistant.interfaces.page import OPTIONS, THEME, build_command, build_environment, check_port

SILENT = {
    "browser.gatherUsageStats": "false",
    "client.showErrorLinks": "false",
    "client.showErrorDetails": "none",
    "server.address": "127.0.0.1",
    "server.enableStaticServing": "false",
    "server.enableAgentApi": "false",
}


@pytest.mark.parametrize(("name", "value"), SILENT.items())
def test_nothing_is_sent_and_nothing_outside_this_machine_can_reach_the_page(name: str, value: str) -> None:
    assert f"--{name}={value}" in build_command(8501, open_browser=True)


@pytest.mark.parametrize("name", [*OPTIONS, *THEME])
def test_every_option_is_one_the_server_knows(name: str) -> None:
    assert name in config.get_config_options()


def test_the_command_runs_the_page_of_this_copy() -> None:
    page = Path(build_command(8501, open_browser=True)[4])
    assert page.name == "app.py"
    assert page.is_file()


def test_only_the_names_of_this_machine_are_answered() -> None:
    hosts = [flag for flag in build_command(8501, open_browser=True) if "allowedHosts" in flag]
    assert hosts == ["--server.allowedHosts=127.0.0.1", "--server.allowedHosts=localhost"]


def test_a_browser_is_opened_only_when_wanted() -> None:
    assert "--server.headless=true" in build_command(8501, open_browser=False)
    assert "--server.headless=true" not in build_command(8501, open_browser=True)


def test_the_environment_cannot_change_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    environment = build_environment()
    assert not [name for name in environment if name.startswith("STREAMLIT_")]
    assert environment["PYTHONPATH"]


def test_a_port_in_use_is_named_before_anything_starts() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=str(port)):
            check_port(port)


@pytest.mark.parametrize("port", [0, -1, 70000])
def test_a_number_that_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(InputError):
        check_port(port)
