"""The session of this server: built once, in the background, with its progress on the page."""

from __future__ import annotations

import gc
import logging
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import ParleyError
from ui import state
from ui.components.text import escape_label
from ui.limits import Limits
from ui.turns import TurnRunner
from ui.users import require_user

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.session import CoachSession

logger = logging.getLogger(__name__)

MOST_USERS = 500
UNREADABLE = "Your cases cannot be opened on this server right now. Nothing is lost: try again in a moment."
_POLL_SECONDS = 0.1


def build_session(progress: Callable[[int, int, str], None]) -> CoachSession:
    """The real session; its imports take a second and wait until they are needed."""
    from assistant.bootstrap import build_session as build

    return build(progress=progress)


def open_user_session(shared: CoachSession, user: str) -> CoachSession:
    """The session of one of several people."""
    from assistant.bootstrap import open_user_session as open_it

    return open_it(shared, user)


class SessionLoader:
    """Builds the session in a thread of its own, so that every tab can watch and none builds twice."""

    def __init__(self) -> None:
        self.turns = TurnRunner()
        self.session: CoachSession | None = None
        self.failure: Exception | None = None
        self.progress = (0, 0, "Opening the library…")
        self.done = threading.Event()
        self._users: OrderedDict[str, tuple[CoachSession, TurnRunner]] = OrderedDict()
        self._lock = threading.Lock()
        threading.Thread(target=self._load, name="session-loader", daemon=True).start()

    def _load(self) -> None:
        try:
            self.session = build_session(self._report)
        except Exception as error:
            logger.exception("the session could not be built")
            self.failure = error
        finally:
            self.done.set()
        # What is loaded by now stays: the collector need not walk it again.
        gc.freeze()

    def open_for(self, shared: CoachSession, user: str) -> tuple[CoachSession, TurnRunner]:
        """The session and the running turns of a person, the same for all of their tabs."""
        with self._lock:
            if user not in self._users:
                self._users[user] = open_user_session(shared, user), TurnRunner(Limits())
            self._users.move_to_end(user)
            idle = [name for name, (_, turns) in self._users.items() if turns.is_idle() and name != user]
            for name in idle[: max(0, len(self._users) - MOST_USERS)]:
                del self._users[name]
            return self._users[user]

    def _report(self, done: int, total: int, step: str) -> None:
        self.progress = (done, total, step)


@st.cache_resource(show_spinner=False)
def get_loader() -> SessionLoader:
    """The loader of this server."""
    return SessionLoader()


def open_session() -> tuple[CoachSession, TurnRunner]:
    """The session, once it is ready; until then the page shows how far it is.

    On a shared server it is that of the person who is signed in. A session that cannot be built ends the run with
    a sentence and a button to try again.
    """
    user = require_user()
    loader = get_loader()
    place = st.sidebar.empty() if state.is_fresh() else st.empty()
    while not loader.done.wait(_POLL_SECONDS):
        done, total, step = loader.progress
        place.progress(min(done / total, 1.0) if total else 0.0, text=escape_label(step))
    place.empty()
    if loader.session is None:
        _show_failure(loader.failure)
        st.stop()
    assert loader.session is not None  # noqa: S101
    if user is None:
        return loader.session, loader.turns
    try:
        return loader.open_for(loader.session, user.identity)
    except ParleyError:
        logger.exception("the cases of a person could not be opened")
        st.error(UNREADABLE)
        st.button("Try again", type="primary")
        st.stop()


def _show_failure(error: Exception | None) -> None:
    reason = str(error) if isinstance(error, ParleyError) else "Parley could not start."
    st.error(escape_label(f"{reason} Run “parley doctor” in a terminal to see what is missing.", 500))
    st.button("Try again", on_click=get_loader.clear, type="primary")
