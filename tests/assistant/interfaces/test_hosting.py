"""Serving several people: refused unless signing in is set up right, and closed to everything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.errors import InputError
from assistant.interfaces import hosting
from assistant.interfaces.hosting import Hosting, find_provider_fault, read_hosting
from assistant.interfaces.page import HOSTED, build_command
from tests.fakes.command_line import Parley

SECRET = "x" * 32
GOOD = f"""[auth]
redirect_uri = "https://parley.example.org/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "id"
client_secret = "secret"
server_metadata_url = "https://id.example.org/.well-known/openid-configuration"
"""
METADATA = "https://id.example.org/.well-known/openid-configuration"
PROVIDER = {name: f"https://id.example.org/{name}" for name in hosting.NEEDED}


@pytest.fixture(autouse=True)
def with_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosting, "find_spec", lambda name: name)
    answer_with(monkeypatch, json=PROVIDER)


def answer_with(monkeypatch: pytest.MonkeyPatch, status: int = 200, **body: Any) -> None:
    """Has every address answer so."""

    def get(url: str, timeout: float) -> httpx.Response:
        return httpx.Response(status, request=httpx.Request("GET", url), **body)

    monkeypatch.setattr(httpx, "get", get)


def write(folder: Path, text: str) -> Path:
    path = folder / "secrets.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_complete_file_names_the_host(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    assert read_hosting(path, "0.0.0.0") == Hosting(path.resolve(), "parley.example.org", "0.0.0.0")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("[auth]", "[other]", r"no section \[auth\]"),
        ("[auth]", "[auth", "is not TOML"),
        ('client_id = "id"', "", "no client_id"),
        ('client_secret = "secret"', 'client_secret = " "', "no client_secret"),
        (SECRET, "short", "cookie_secret is shorter than 32"),
        ("/oauth2callback", "/elsewhere", "with /oauth2callback behind it"),
        ("https://parley", "http://parley", "must begin with https://"),
    ],
)
def test_a_file_that_would_leave_the_door_open_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_hosting(write(tmp_path, GOOD.replace(before, after)), "127.0.0.1")


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (404, {"text": "no such page"}, "answers with status 404"),
        (302, {"text": ""}, "answers with status 302"),
        (200, {"text": "<html>Sign in</html>"}, "is not the description"),
        (200, {"json": ["issuer"]}, "has no issuer"),
        (200, {"json": {**PROVIDER, "token_endpoint": ""}}, "has no token_endpoint"),
    ],
)
def test_a_provider_nobody_could_sign_in_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, body: dict[str, Any], told: str
) -> None:
    answer_with(monkeypatch, status, **body)
    with pytest.raises(InputError, match=f"server_metadata_url .*{told}"):
        read_hosting(write(tmp_path, GOOD), "127.0.0.1")


def test_a_provider_that_does_not_answer_or_could_be_played_by_another_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find_provider_fault(METADATA) == ""
    assert "must begin with https" in find_provider_fault(METADATA.replace("https", "http"))

    def fail(url: str, timeout: float) -> httpx.Response:
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(httpx, "get", fail)
    assert find_provider_fault(METADATA) == "cannot be reached from here"


def test_a_trial_on_this_machine_needs_no_encryption(tmp_path: Path) -> None:
    text = GOOD.replace("https://parley.example.org/", "http://localhost:8501/")
    assert read_hosting(write(tmp_path, text), "127.0.0.1").host == "localhost"


def test_a_missing_file_and_a_missing_package_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_hosting(tmp_path / "nowhere.toml", "127.0.0.1")
    monkeypatch.setattr(hosting, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="pip install"):
        read_hosting(write(tmp_path, GOOD), "127.0.0.1")


def test_the_shared_server_knows_that_it_is_shared_and_answers_to_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    command = build_command(8501, True, read_hosting(path, "0.0.0.0"))
    assert command[-2:] == ["--", HOSTED]
    for flag in (
        f"--secrets.files={path.resolve()}",
        "--server.address=0.0.0.0",
        "--server.allowedHosts=parley.example.org",
        "--server.maxUploadSize=5",
        "--server.headless=true",
        "--server.enableXsrfProtection=true",
    ):
        assert flag in command
    assert len([flag for flag in command if flag.startswith("--server.maxUploadSize")]) == 1


def test_ones_own_page_takes_over_no_sign_in_of_another_program() -> None:
    command = build_command(8501, True)
    (secrets,) = [flag for flag in command if flag.startswith("--secrets.files=")]
    assert not Path(secrets.partition("=")[2]).exists()
    assert HOSTED not in command


def test_others_are_never_served_without_signing_in(parley: Parley) -> None:
    result = parley("ui", "--address", "0.0.0.0")
    assert (result.status, "give --auth as well" in result.err) == (2, True)
