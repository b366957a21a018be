"""Turns in progress: each runs in a thread of its own, so that a refresh or a closed tab loses nothing.

A page that is drawn again finds the turn of its case here and goes on showing its progress.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.errors import CaseBusy, ParleyError, TurnStopped

if TYPE_CHECKING:
    from assistant.domain.answer import Answer
    from ui.limits import Limits
    from ui.state import Request

logger = logging.getLogger(__name__)

Work = Callable[[Callable[[str], None]], "Answer"]


ENDING = "Ending the answer you stopped…"
_LOOK_SECONDS = 0.2


class RunningTurn:
    """One message being answered: its steps so far, then its answer or its failure.

    Args:
        request: the message.
        work: answers it.
        after: the stopped turn of the same conversation, which may hold its case for a moment longer.
    """

    def __init__(self, request: Request, work: Work, after: RunningTurn | None = None) -> None:
        self.request = request
        self.steps: list[str] = []
        self.answer: Answer | None = None
        self.failure: Exception | None = None
        self.done = threading.Event()
        self.is_stopped = False
        self._work, self._after = work, after

    def run(self) -> None:
        """Do the work; nothing is raised."""
        try:
            self._wait_for_the_stopped()
            self.answer = self._work(self._note)
        except Exception as error:
            self.failure = error
            if not isinstance(error, ParleyError):
                # Kind and place only: the words of an error may hold what the person wrote.
                frame = traceback.extract_tb(error.__traceback__)[-1]
                logger.error("a turn ended with %s at %s:%s", type(error).__name__, frame.name, frame.lineno)
        finally:
            self.done.set()

    def stop(self) -> None:
        """Give the turn up: it ends at its next step and keeps no answer."""
        self.is_stopped = True

    def _wait_for_the_stopped(self) -> None:
        while self._after is not None and not self._after.done.is_set():
            self._note(ENDING)
            self._after.done.wait(_LOOK_SECONDS)

    def _note(self, step: str) -> None:
        if self.is_stopped:
            raise TurnStopped("You stopped this answer.")
        self.steps.append(step)


class TurnRunner:
    """The running turns of all tabs of a person, by conversation; without limits on one's own computer."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits
        self._turns: dict[str, RunningTurn] = {}
        self._stopped: dict[str, RunningTurn] = {}
        self._lock = threading.Lock()

    def admit(self, request: Request) -> None:
        """Count a message that is about to be sent.

        Raises:
            LimitReached: it is more than one person may send.
        """
        if self._limits is not None:
            with self._lock:
                self._limits.admit(request)

    def is_idle(self) -> bool:
        """Whether no turn runs, or ended without being taken note of."""
        with self._lock:
            return not self._turns and all(turn.done.is_set() for turn in self._stopped.values())

    def start(self, conversation: str, request: Request, work: Work) -> RunningTurn:
        """Start a turn.

        Raises:
            CaseBusy: the last message of the conversation is still being answered.
        """
        with self._lock:
            running = self._turns.get(conversation)
            if running is not None and not running.done.is_set() and not running.is_stopped:
                raise CaseBusy("Your last message is still being answered. Send this one when that is done.")
            after = running or self._stopped.pop(conversation, None)
            turn = self._turns[conversation] = RunningTurn(request, work, after)
        threading.Thread(target=turn.run, name="turn", daemon=True).start()
        return turn

    def find(self, conversation: str) -> RunningTurn | None:
        """The turn of a conversation that runs, or ended and was not yet taken note of."""
        with self._lock:
            return self._turns.get(conversation)

    def forget(self, conversation: str, turn: RunningTurn) -> None:
        """Take note that a turn has ended."""
        with self._lock:
            if self._turns.get(conversation) is turn:
                del self._turns[conversation]
                if not turn.done.is_set():
                    self._stopped[conversation] = turn
