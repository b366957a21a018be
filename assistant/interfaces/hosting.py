"""Hosting: the sign-in file that lets the page be served to several people, checked before anything starts."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from assistant.errors import InputError

REQUIRED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
CALLBACK = "/oauth2callback"
LOCAL = ("127.0.0.1", "localhost", "::1")
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
"""What a provider must say of itself before anybody can sign in there."""
PROVIDER_SECONDS = 5.0
GET_IT = 'pip install "streamlit[auth]>=1.67,<2"'


class Hosting(NamedTuple):
    """How the page is served to others: the sign-in file, the name people reach it by, the address it listens on."""

    secrets: Path
    host: str
    address: str


def read_hosting(secrets: Path, address: str) -> Hosting:
    """What the sign-in file asks for.

    Args:
        secrets: a TOML file with the section [auth] as Streamlit reads it.
        address: to listen on; a proxy on this machine needs 127.0.0.1 only.

    Raises:
        InputError: the file or a value in it cannot be used, or the package for signing in is missing.
    """
    if find_spec("authlib") is None:
        raise InputError("auth", f"signing in needs one more package; get it with: {GET_IT}")
    auth = _read_section(secrets)
    missing = [name for name in REQUIRED if not isinstance(auth.get(name), str) or not auth[name].strip()]
    if missing:
        raise InputError("auth", f"{secrets} has no {', '.join(missing)} in its section [auth]")
    if len(auth["cookie_secret"]) < SHORTEST_SECRET:
        raise InputError("auth", f"cookie_secret is shorter than {SHORTEST_SECRET} characters; make a random one")
    host = _read_host(auth["redirect_uri"])
    if fault := find_provider_fault(auth["server_metadata_url"]):
        raise InputError("auth", f"nobody could sign in: server_metadata_url {fault}")
    return Hosting(secrets.resolve(), host, address)


def find_provider_fault(metadata: str) -> str:
    """Why nobody can sign in at the provider that describes itself at this address; empty where people can."""
    import httpx

    place = urlsplit(metadata)
    if place.scheme != "https" and place.hostname not in LOCAL:
        return "must begin with https://: whoever is between could sign in as anybody"
    try:
        told = httpx.get(metadata, timeout=PROVIDER_SECONDS).raise_for_status().json()
    except httpx.HTTPStatusError as error:
        return f"answers with status {error.response.status_code}"
    except (httpx.HTTPError, httpx.InvalidURL):
        return "cannot be reached from here"
    except ValueError:
        return "is not the description of a provider, which is JSON"
    missing = [name for name in NEEDED if not isinstance(told, dict) or not told.get(name)]
    return f"describes no provider: it has no {', '.join(missing)}" if missing else ""


def _read_section(secrets: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(secrets.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError("auth", f"{secrets} cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("auth", f"{secrets} is not TOML in UTF-8") from error
    section = found.get("auth")
    if not isinstance(section, dict):
        raise InputError("auth", f"{secrets} has no section [auth]")
    return section


def _read_host(redirect: str) -> str:
    place = urlsplit(redirect)
    host = place.hostname or ""
    if place.path != CALLBACK or not host:
        raise InputError("auth", f"redirect_uri must be the page's address with {CALLBACK} behind it")
    if place.scheme != "https" and host not in LOCAL:
        raise InputError("auth", "redirect_uri must begin with https://: sign-in and letters would travel in the open")
    return host
