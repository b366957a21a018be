"""A real browser on the real page: Debian's Chromium, and a server with a data folder of its own."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from assistant.interfaces.hosting import Hosting
from assistant.interfaces.page import build_command, build_environment

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 60
PATIENCE_MS = 60_000
OFFER = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
IDLE = """
    document.querySelector("[data-test-script-state=notRunning]")
    && !document.querySelector("[data-testid=stExpanderIconSpinner], [data-stale=true]")
"""
SERIOUS = """
    options => axe.run(document, options).then(found => [
        found.passes.length,
        found.violations.filter(one => ["serious", "critical"].includes(one.impact))
            .map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join(" | ")}`),
    ])
"""
"""How many rules hold, and what axe-core finds that is serious or worse."""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that hang on whether the page is light or dark."""
LEAST_RULES = 20
CHART_WORDS = """
    () => [...new Set([...document.querySelectorAll("[data-testid=stVegaLiteChart] svg text")]
        .map(word => getComputedStyle(word).fill))]
"""
"""The colours of the words in charts."""
SCHEME = "getComputedStyle(document.querySelector('.stApp')).colorScheme"
NEEDS_CHROMIUM = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium; apt-get install chromium brings it"
)


@dataclass
class Server:
    """A running page and the folder of its data."""

    port: int
    data: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(10)

    def start_again(self) -> None:
        """Start it on the same data, after it was killed."""
        self.process = start_server(self.data, self.port)
        wait_for(self.url)


@contextmanager
def launch() -> Iterator[sync_api.Browser]:
    """The browser, until the block ends."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Tab:
    """A browser tab with the log of what it asked for and complained about."""

    page: sync_api.Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def free_port() -> int:
    """A port nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(data: Path, port: int, hosting: Hosting | None = None) -> subprocess.Popen[bytes]:
    """The page with an empty or given data folder and the embedded coach."""
    kept = {name: value for name, value in build_environment().items() if not name.startswith(("PARLEY_", "OPENAI_"))}
    environment = {**kept, "PARLEY_DATA_DIR": str(data)}
    command = build_command(port, open_browser=False, hosting=hosting)
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def wait_for(url: str) -> None:
    """Return when the server answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)


@contextmanager
def serve(data: Path, port: int = 0, hosting: Hosting | None = None) -> Iterator[Server]:
    """The page on this data, until the block ends."""
    port = port or free_port()
    server = Server(port, data, start_server(data, port, hosting))
    try:
        wait_for(server.url)
        yield server
    finally:
        server.kill()


@contextmanager
def open_tab(browser: sync_api.Browser) -> Iterator[Tab]:
    """A tab that must not ask anybody but this machine for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    context.set_default_timeout(PATIENCE_MS)
    tab = Tab(context.new_page())
    context.on("request", lambda request: tab.requests.append(request.url))
    tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()
    strangers = [url for url in tab.requests if urlsplit(url).hostname not in ("127.0.0.1", "localhost", None)]
    assert not strangers
    assert not tab.complaints


def send(page: sync_api.Page, text: str) -> None:
    """Type a message and wait until it is answered."""
    page.get_by_test_id("stChatInputTextArea").fill(text)
    page.get_by_test_id("stChatInputTextArea").press("Enter")
    page.locator(".pl-question").last.get_by_text(text).wait_for()
    page.wait_for_function(
        "!document.querySelector('[data-testid=stStatusWidget], [data-testid=stExpanderIconSpinner]')"
    )
    page.wait_for_function(IDLE)


def check_accessible(page: sync_api.Page) -> None:
    """Fail on a serious finding of axe-core on the page as it stands, in light and in dark."""
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page.wait_for_function(IDLE)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{SCHEME} === 'dark'")
    _, in_dark = page.evaluate(SERIOUS, COLOURS)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{SCHEME} !== 'dark'")
    rules, in_light = page.evaluate(SERIOUS, {})
    assert rules >= LEAST_RULES
    assert (in_light, in_dark) == ([], [])
