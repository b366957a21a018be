"""Rehearsal: practices with a recruiter, kept with the case they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import ValidationError

from assistant.cases.case import Case, RecordedOffer
from assistant.cases.store import CaseStore
from assistant.domain.evidence import Chunk, Citation
from assistant.domain.figure import Figure
from assistant.errors import InputError
from assistant.practice.practice import Note, Plan, Practice
from assistant.practice.scorecard import Advice, Scorecard, score_practice
from assistant.practice.temper import TEMPER_NAMES, TEMPERS, TemperName
from assistant.practice.turn import start_practice, stop_practice, take_turn
from assistant.practice.uncounted import list_uncounted
from assistant.retrieval.citing import cite_remarks

if TYPE_CHECKING:
    from assistant.retrieval.guidance import GuidanceLibrary

MEANING = "What it usually means"

__all__ = ["TEMPERS", "TEMPER_NAMES", "Note", "Plan", "Practice", "Rehearsal", "Scorecard", "TemperName"]


class Rehearsal:
    """Starts practices, takes their turns and finds the passages their notes rest on.

    Args:
        store_of: the place where a case is kept.
        guidance: the opened library.
        now: the present time, ISO 8601 in UTC.
    """

    def __init__(self, store_of: Callable[[str], CaseStore], guidance: GuidanceLibrary, now: Callable[[], str]) -> None:
        self._store_of, self._guidance, self._now = store_of, guidance, now

    def start(
        self,
        case: str,
        temper: str = "friendly",
        *,
        seed: int | None = None,
        plan: Plan | None = None,
        offer: str | None = None,
    ) -> Practice:
        """A new practice on a confirmed offer of the case; one that still runs is stopped and kept.

        Args:
            case: name of the conversation.
            temper: of the recruiter, one of TEMPER_NAMES.
            seed: the same seed is the same recruiter; by default another one with every try.
            plan: target and walk-away, if the person set them.
            offer: name of the offer; the one being negotiated when None.

        Raises:
            InputError: no such case, no confirmed offer, or a value that cannot be used.
        """
        if temper not in TEMPERS:
            raise InputError("temper", f'"{temper}" is none; choose one of {", ".join(TEMPER_NAMES)}')
        store = self._store_of(case)
        with store.lock(case):
            kept = _open(store, case)
            recorded = _find_confirmed(kept, offer)
            earlier = store.list_practices(case)
            running = _latest(earlier)
            number = len(earlier) + 1
            practice = start_practice(
                recorded.offer,
                temper,
                number if seed is None else seed,
                plan=plan,
                competing=_competing(kept),
                offer_name=recorded.name,
                number=number,
            )
            if running is not None and running.ended is None:
                self._save(store, case, stop_practice(running))
            self._save(store, case, practice)
        return practice

    def say(self, case: str, text: str) -> Practice:
        """The running practice after one more turn; no text is silence.

        Raises:
            InputError: no practice runs, or the text is too long.
        """
        return self._change(case, lambda practice: take_turn(practice, text))

    def stop(self, case: str) -> Practice:
        """The running practice, ended by the person.

        Raises:
            InputError: no practice runs.
        """
        return self._change(case, stop_practice)

    def list_practices(self, case: str) -> tuple[Practice, ...]:
        """All tries of a case, oldest first."""
        return tuple(_read_all(self._store_of(case).list_practices(case)))

    def find(self, case: str) -> Practice | None:
        """The newest try of a case."""
        return _latest(self._store_of(case).list_practices(case))

    def score(self, practice: Practice) -> Scorecard:
        """The scorecard of a practice that has ended.

        Raises:
            InputError: it has not ended.
        """
        return score_practice(practice)

    def cite(self, notes: Iterable[Note | Advice]) -> tuple[Citation, ...]:
        """The passages that notes rest on, numbered from 1, each quoted sentence once."""
        return cite_remarks(self._guidance, notes)

    def average(self, case: str, offer: str | None = None) -> Figure:
        """Pay of the average year of a confirmed offer, the unit of target and walk-away.

        Raises:
            InputError: no such case, no confirmed offer, or one without a base salary.
        """
        recorded = _find_confirmed(_open(self._store_of(case), case), offer)
        return start_practice(recorded.offer, "friendly", 0).average()

    def list_uncounted(self, case: str, offer: str | None = None) -> tuple[str, ...]:
        """What a confirmed offer promises without an amount, in sentences that say what is missing.

        Raises:
            InputError: no such case or no confirmed offer.
        """
        return list_uncounted(_find_confirmed(_open(self._store_of(case), case), offer).offer)

    def explain(self, objection: str) -> Chunk | None:
        """The passage of the library that says what an objection usually means."""
        hits = self._guidance.objection_passages(objection)
        return next((hit.chunk for hit in hits if hit.chunk.section == MEANING), None)

    def _change(self, case: str, step: Callable[[Practice], Practice]) -> Practice:
        store = self._store_of(case)
        with store.lock(case):
            _open(store, case)
            running = _latest(store.list_practices(case))
            if running is None or running.ended is not None:
                raise InputError("practice", "is not running in this conversation; start one")
            changed = step(running)
            self._save(store, case, changed)
        return changed

    def _save(self, store: CaseStore, case: str, practice: Practice) -> None:
        store.save_practice(case, practice.number, practice.model_dump_json(), self._now())


def _open(store: CaseStore, name: str) -> Case:
    case = store.load_case(name)
    if case is None:
        raise InputError("case", f'"{name}" does not exist; `parley case list` names those that do')
    return case


def _find_confirmed(case: Case, name: str | None) -> RecordedOffer:
    found = case.find_offer(name)
    if found is None:
        raise InputError("offer", "is missing: tell me your offer first, then confirm that I read it right")
    if not found.confirmed:
        raise InputError("offer", f"{found.name} is not confirmed yet: confirm that I read it right, then practise")
    return found


def _competing(case: Case) -> list[Decimal]:
    others = (item.offer.base_annual for item in case.offers if item.role == "competing")
    return [base for base in others if base is not None]


def _read_all(bodies: Iterable[str]) -> Iterable[Practice]:
    """The practices that can be read; one of another version of the rules stays stored and is left out."""
    for body in bodies:
        try:
            yield Practice.model_validate_json(body)
        except ValidationError:
            continue


def _latest(bodies: tuple[str, ...]) -> Practice | None:
    return next(iter(_read_all(reversed(bodies))), None)
