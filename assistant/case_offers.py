"""CaseOffers: the offers of a case put on file, corrected, confirmed, taken out and calculated with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.calculators import run_calculator
from assistant.cases.case import Case, RecordedOffer, edit_offer
from assistant.cases.store import CaseStore
from assistant.domain.attachment import Attachment
from assistant.domain.result import ToolResult
from assistant.domain.what_if import WhatIf
from assistant.errors import InputError
from assistant.message import read_message_with
from assistant.reference.tables import ReferenceTables
from assistant.tools.deps import ToolDeps
from assistant.tools.offer import RECORD_OFFER


class CaseOffers:
    """What is done to the offers of a case outside a conversation.

    Args:
        store_of: the store that keeps a case.
        deps_of: what a tool may touch, from a case and the person's words.
        now: the present time as the stores write it.
        today: the present day.
        reference: the dated tables of the calculators.
    """

    def __init__(
        self,
        *,
        store_of: Callable[[str], CaseStore],
        deps_of: Callable[[Case, list[str]], ToolDeps],
        now: Callable[[], str],
        today: Callable[[], date],
        reference: ReferenceTables,
    ) -> None:
        self._store_of, self._deps_of = store_of, deps_of
        self._now, self._today, self._reference = now, today, reference

    def record(self, words: str, case: str, attachments: Sequence[Attachment] = ()) -> ToolResult:
        """Put the offer terms of the words and letters on file, without an answer.

        `data["names"]` of the result names the offers; it is missing when no terms were found.

        Raises:
            InputError: nothing was given, it is too long, or a letter cannot be read.
        """
        message = read_message_with(words, attachments)
        store = self._store_of(case)
        with store.lock(case):
            deps = self._deps_of(store.load_case(case) or Case(name=case), [message.words])
            result = RECORD_OFFER.call({"text": message.words}, deps)
            for name in result.data.get("names", ()):
                deps.case = _note(deps.case, name, message.notes)
            store.save_case(deps.case, self._now())
        return result.model_copy(update={"warnings": (*message.notes, *result.warnings)})

    def confirm(self, case: str, name: str | None = None, edits: Mapping[str, str] | None = None) -> RecordedOffer:
        """The offer with what the person set by hand, marked as read right.

        Args:
            case: name of the conversation.
            name: of the offer; the one being negotiated when None.
            edits: fields such as "signing[0].amount" and what to put there; an empty text takes a term out.

        Raises:
            InputError: no such case or offer, or a value that cannot be used; nothing is changed then.
        """
        return self._change(case, name, lambda found: edit_offer(found, edits or {}))

    def correct(self, case: str, name: str, edits: Mapping[str, str]) -> RecordedOffer:
        """The offer with what the person set by hand; whether it is confirmed stays as it was.

        Raises:
            InputError: no such case or offer, or a value that cannot be used; nothing is changed then.
        """

        def edit(found: RecordedOffer) -> RecordedOffer:
            return edit_offer(found, edits).model_copy(update={"confirmed": found.confirmed})

        return self._change(case, name, edit)

    def remove(self, case: str, name: str) -> None:
        """Take an offer off the file; one that is gone already is no error.

        Raises:
            InputError: there is no such case.
        """
        store = self._store_of(case)
        with store.lock(case):
            kept = _load(store, case)
            offers = tuple(item for item in kept.offers if item.name != name)
            store.save_case(kept.model_copy(update={"offers": offers}), self._now())

    def negotiate(self, case: str, name: str) -> None:
        """Make this the offer that is negotiated; all others are competing then.

        Raises:
            InputError: no such case or offer.
        """
        store = self._store_of(case)
        with store.lock(case):
            kept = _load(store, case)
            mine = _find(kept, name).name
            roles = {item.name: "mine" if item.name == mine else "competing" for item in kept.offers}
            offers = tuple(item.model_copy(update={"role": roles[item.name]}) for item in kept.offers)
            store.save_case(kept.model_copy(update={"offers": offers}), self._now())

    def assume(self, case: str, change: Callable[[WhatIf], WhatIf]) -> None:
        """Keep what the person assumes about the offers; `change` makes it from what was kept before.

        Raises:
            InputError: there is no such case.
        """
        store = self._store_of(case)
        with store.lock(case):
            kept = _load(store, case)
            store.save_case(kept.model_copy(update={"what_if": change(kept.what_if)}), self._now())

    def calculate(self, tool: str, arguments: Mapping[str, Any], case: str) -> ToolResult:
        """Run a calculator, which may name the offers of the case.

        Raises:
            InputError: no such case or calculator, or an argument that cannot be used.
        """
        kept = _load(self._store_of(case), case)
        return run_calculator(tool, dict(arguments), self._today(), self._reference, kept)

    def _change(self, case: str, name: str | None, edit: Callable[[RecordedOffer], RecordedOffer]) -> RecordedOffer:
        store = self._store_of(case)
        with store.lock(case):
            kept = _load(store, case)
            found = _find(kept, name)
            edited = edit(found)
            store.save_case(kept.with_offer(edited, instead_of=found.name), self._now())
        return edited


def _load(store: CaseStore, name: str) -> Case:
    case = store.load_case(name)
    if case is None:
        raise InputError("case", f'"{name}" does not exist; `parley case list` names those that do')
    return case


def _find(case: Case, name: str | None) -> RecordedOffer:
    found = case.find_offer(name)
    if found is None:
        held = ", ".join(item.name for item in case.offers) or "none yet"
        raise InputError("offer", f"{f'{name} is not on file' if name else 'is missing'}; on file: {held}")
    return found


def _note(case: Case, name: str, notes: Sequence[str]) -> Case:
    found = case.find_offer(name)
    if found is None or not notes:
        return case
    noted = found.model_copy(update={"warnings": tuple(dict.fromkeys((*notes, *found.warnings)))})
    return case.with_offer(noted, instead_of=found.name)
