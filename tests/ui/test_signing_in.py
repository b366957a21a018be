"""Signing in at a real OpenID Connect provider: two people through a browser, each with cases of their own."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.interfaces.hosting import find_provider_fault, read_hosting
from tests.ui.browser import NEEDS_CHROMIUM, PATIENCE_MS, START_SECONDS, Server, free_port, send, serve, sync_api
from ui.users import CAME_BACK, UNREACHABLE

pytestmark = [
    NEEDS_CHROMIUM,
    pytest.mark.skipif(find_spec("oidc_provider_mock") is None, reason="the provider of the tests is not installed"),
]

SECRETS = """[auth]
redirect_uri = "http://localhost:{page}/oauth2callback"
cookie_secret = "{secret}"
client_id = "parley"
client_secret = "of no account here"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@contextmanager
def provide(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A provider at which anybody is who they say, until the block ends."""
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as provider:
        try:
            deadline = time.monotonic() + START_SECONDS
            while find_provider_fault(f"http://localhost:{port}/.well-known/openid-configuration"):
                assert time.monotonic() < deadline
                time.sleep(0.1)
            yield provider
        finally:
            provider.kill()


@contextmanager
def serve_shared(folder: Path, provider: int) -> Iterator[Server]:
    """The page for several people who sign in at that port."""
    page = free_port()
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(page=page, provider=provider, secret="s" * 32), encoding="utf-8")
    with serve(folder / "data", page, read_hosting(secrets, "127.0.0.1")) as server:
        yield server


@contextmanager
def arrive(browser: sync_api.Browser) -> Iterator[sync_api.Page]:
    """A tab of somebody nobody knows; the provider's own pages go without what they would fetch elsewhere."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE_MS)
    context.route(re.compile("^https:"), lambda route: route.abort())
    yield context.new_page()
    context.close()


def sign_in(page: sync_api.Page, address: str, name: str) -> None:
    """Go through the provider as this person."""
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_placeholder("sub").fill(name)
    page.get_by_role("button", name="Authorize").click()
    page.get_by_text("You have an offer").wait_for()


def words_of(page: sync_api.Page) -> str:
    return page.locator("body").inner_text()


def test_two_people_at_one_browser_sign_in_see_only_their_own_and_sign_out(
    browser: sync_api.Browser, tmp_path: Path
) -> None:
    port = free_port()
    with provide(port) as provider, serve_shared(tmp_path, port) as server, arrive(browser) as page:
        address = server.url.replace("127.0.0.1", "localhost")
        sign_in(page, address, "ann@x.example")
        send(page, "Base $150K and a 10% bonus at Hooli")
        page.get_by_text("$165,000").first.wait_for()
        case = page.url
        page.get_by_role("link", name="Settings and privacy").click()
        page.get_by_text("Signed in as ann@x.example").wait_for()
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("button", name="End session").click()
        page.get_by_role("button", name="Sign in").wait_for()
        assert "Hooli" not in words_of(page)

        sign_in(page, case, "ben@x.example")
        assert "Hooli" not in words_of(page)
        page.goto(case)
        page.get_by_text("That conversation is no longer here").wait_for()
        assert "Hooli" not in words_of(page)

        page.context.clear_cookies()
        sign_in(page, case, "ann@x.example")
        page.get_by_role("radio", name="Hooli").wait_for()

        page.context.clear_cookies()
        page.goto(address)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Deny").click()
        page.get_by_text(CAME_BACK).wait_for()
        provider.kill()
        page.get_by_role("button", name="Sign in").click()
        page.get_by_text(UNREACHABLE).wait_for()
