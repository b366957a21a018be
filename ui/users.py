"""Users: who is signed in where the page is shared; on a person's own computer there is nobody to ask for."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import streamlit as st

from assistant.interfaces.hosting import find_provider_fault
from assistant.interfaces.page import HOSTED
from ui import state
from ui.components.markup import tag
from ui.components.text import escape_label, render

BROKEN = "Signing in is not set up right on this server, so nothing is shown. Please tell the person who runs it."
WORDS = (
    "Sign in to see your own conversations and offers. They are kept on this server, apart from those of other people."
)


UNREACHABLE = "The sign-in service does not answer right now. Nothing is lost: try again in a moment."
CAME_BACK = (
    "Back here and still not signed in? Then the sign-in was stopped or refused. "
    "Try once more, or ask the person who runs this server."
)


class User(NamedTuple):
    """A signed-in person: `identity` names their folder and tells nothing about them."""

    identity: str
    name: str


def is_hosted() -> bool:
    """Whether this server was started for several people."""
    return HOSTED in sys.argv


def require_user() -> User | None:
    """The person signed in, or None on a computer of one's own; without a person the page ends at the sign-in."""
    if not is_hosted():
        return None
    claims = _claims()
    user = read_user(claims)
    if user is None:
        _draw_sign_in("is_logged_in" in claims and not claims["is_logged_in"])
        st.stop()
    return user


def read_user(claims: Mapping[str, Any]) -> User | None:
    """The person the claims of the identity provider name for sure, or None."""
    issuer, subject = claims.get("iss"), claims.get("sub")
    named = all(isinstance(item, str) and item for item in (issuer, subject))
    if claims.get("is_logged_in") is not True or not named:
        return None
    identity = sha256(json.dumps([issuer, subject]).encode()).hexdigest()[:32]
    return User(identity, str(claims.get("name") or claims.get("email") or "you"))


def _claims() -> Mapping[str, Any]:
    return dict(st.user)


def _draw_sign_in(possible: bool) -> None:
    render(tag("header", tag("h1", "Parley"), tag("p", WORDS if possible else BROKEN), css="pl-hero"))
    if possible:
        notice = state.take_notice()
        if notice:
            st.error(escape_label(notice, 400))
        st.button("Sign in", type="primary", on_click=_sign_in, key="sign-in")
        render(tag("p", CAME_BACK, css="pl-quiet"))
    else:
        st.button("Sign out", on_click=st.logout, key="sign-out")


def _sign_in() -> None:
    """Go to the provider; one that does not answer would leave the person on a page without a way back."""
    if find_provider_fault(str(st.secrets["auth"]["server_metadata_url"])):
        state.set_notice(UNREACHABLE)
    else:
        st.login()
