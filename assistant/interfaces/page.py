"""The launcher of the web page: every server option is given here, so that no other file can change it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from assistant.environment import CALM
from assistant.errors import InputError
from assistant.interfaces.hosting import Hosting
from assistant.paths import bundle_root

ADDRESS = "127.0.0.1"
HOSTS = (ADDRESS, "localhost")
HOSTED = "--hosted"
"""What tells the page that several people share this server."""
HOSTED_UPLOAD = "5"
"""Megabytes of a file there."""

# Nothing is sent anywhere and nothing of a failure is shown that a person cannot use. The collector
# after each run (postScriptGC) is most of Streamlit's time under load; the page freezes what stays instead.
OPTIONS = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "client.toolbarMode": "minimal",
    "global.developmentMode": "false",
    "runner.postScriptGC": "false",
    "server.address": ADDRESS,
    "server.enableAgentApi": "false",
    "server.enableCORS": "true",
    "server.enableStaticServing": "false",
    "server.enableXsrfProtection": "true",
    "server.fileWatcherType": "none",
    "server.maxMessageSize": "20",
    "server.maxUploadSize": "10",
    "server.showEmailPrompt": "false",
}

THEME = {
    "theme.baseRadius": "0.7rem",
    "theme.buttonRadius": "0.7rem",
    "theme.showSidebarBorder": "true",
    "theme.light.primaryColor": "#1c6653",
    "theme.light.backgroundColor": "#fbfaf7",
    "theme.light.secondaryBackgroundColor": "#f3f1eb",
    "theme.light.textColor": "#1d2421",
    "theme.light.linkColor": "#1c6653",
    "theme.light.borderColor": "#e2dfd7",
    "theme.light.sidebar.backgroundColor": "#f5f3ee",
    "theme.dark.primaryColor": "#2f826c",
    "theme.dark.backgroundColor": "#14181a",
    "theme.dark.secondaryBackgroundColor": "#1d2225",
    "theme.dark.textColor": "#e8ebe9",
    "theme.dark.linkColor": "#7fd0b8",
    "theme.dark.borderColor": "#353b3f",
    "theme.dark.sidebar.backgroundColor": "#181c1f",
}


def run_page(port: int = 8501, open_browser: bool = True, hosting: Hosting | None = None) -> int:
    """Serve the page until it is stopped, to this machine only without `hosting`; gives the server's exit status.

    Raises:
        InputError: the port cannot be used.
    """
    check_port(port)
    with subprocess.Popen(build_command(port, open_browser, hosting), env=build_environment()) as server:  # noqa: S603
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                # The terminal sends the interrupt to the server as well: wait for it to end.
                continue


def check_port(port: int) -> None:
    """Whether the page can be served on this port.

    Raises:
        InputError: it is no port, or another program has it.
    """
    if not 1 <= port <= 65535:
        raise InputError("port", f"{port} is not a port; choose one from 1024 to 65535")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if probe.connect_ex((ADDRESS, port)) == 0:
            raise InputError("port", f"{port} is used by another program; choose another one, such as {port + 1}")


def build_command(port: int, open_browser: bool, hosting: Hosting | None = None) -> list[str]:
    """The command that serves the page."""
    page = bundle_root() / "ui" / "app.py"
    options = {**OPTIONS, **THEME, "server.port": str(port)}
    if not open_browser or hosting is not None:
        options["server.headless"] = "true"
    if hosting is not None:
        options |= {"server.address": hosting.address, "server.maxUploadSize": HOSTED_UPLOAD}
    # A sign-in that is set up for another program must not reach this one.
    options["secrets.files"] = str(hosting.secrets if hosting else page.with_name("no-secrets.toml"))
    flags = [f"--{name}={value}" for name, value in options.items()]
    hosts = HOSTS if hosting is None else (*HOSTS, hosting.host)
    flags += [f"--server.allowedHosts={host}" for host in hosts]
    return [sys.executable, "-m", "streamlit", "run", str(page), *flags, *(["--", HOSTED] if hosting else [])]


def build_environment() -> dict[str, str]:
    """The environment of the server: the folder that holds `ui` comes first on the import path."""
    paths = [str(bundle_root()), str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    return {**CALM, **kept, "PYTHONPATH": os.pathsep.join(dict.fromkeys(filter(None, paths)))}
