"""What a browser tab remembers: every session_state key, and which case is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import streamlit as st

from assistant.domain.attachment import Attachment

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

    from assistant.cases.case import Turn
    from ui.components.answer import Piece

CASE_PARAMETER = "case"
MESSAGE = "message"  # the chat input
CONVERSATION = "conversation"  # what a conversation that is not stored runs under
PRACTICE_MESSAGE = "practice_message"  # the words to the practice recruiter
_FAILURE = "failure"
_REQUEST = "request"
_DRAWN = "drawn"
_NOTICE = "notice"
_UNSAVED = "unsaved"
_DOCUMENT = "document"
_PAGE = "page"
_OPEN = "open"
_REFUSED = "refused"
_PAGES = "pages"
_REVIEWED = "reviewed"
_EDITED = "edited"
_VISIT = "visit"
_OUTDATED = "outdated"
_EARLIER = "earlier"


class Request(NamedTuple):
    """A message to send; without `kept` it is not stored, `replacing` is the last turn it takes the place of."""

    text: str
    attachments: tuple[Attachment, ...] = ()
    kept: bool = True
    replacing: int | None = None


class Failure(NamedTuple):
    """A message that was not answered, and the sentence that says why."""

    case: str | None
    request: Request
    reason: str
    unsaved_possible: bool = False


def current_case() -> str | None:
    """Name of the case on the screen, from the page's address; None on a new conversation."""
    return st.query_params.get(CASE_PARAMETER) or None


def open_case(name: str | None) -> None:
    """Put a case, or a new conversation, on the screen."""
    if name is None:
        st.query_params.pop(CASE_PARAMETER, None)
    else:
        st.query_params[CASE_PARAMETER] = name
    st.session_state[_OPEN] = name
    for key in (_UNSAVED, CONVERSATION, _EARLIER):
        st.session_state.pop(key, None)
    if any(key[0] != name for key in drawn_answers()):
        st.session_state.pop(_DRAWN)
    clear_failure()


def enter_page(name: str) -> None:
    """Keep the case on the screen when a person goes to another page, where the address starts anew."""
    came_from = st.session_state.get(_PAGE, name)
    st.session_state[_PAGE] = name
    st.session_state[_VISIT] = st.session_state.get(_VISIT, 0) + (came_from != name)
    kept = st.session_state.get(_OPEN)
    if kept and came_from != name and current_case() is None:
        st.query_params[CASE_PARAMETER] = kept
    st.session_state[_OPEN] = current_case()


def current_page() -> str:
    """The page on the screen, by the last part of its address."""
    return str(st.session_state.get(_PAGE) or "coach")


def count_visits() -> int:
    """How often this tab went from one page to another."""
    return int(st.session_state.get(_VISIT, 0))


def is_fresh() -> bool:
    """Whether this tab shows a new conversation in which nothing has happened yet."""
    started = any(st.session_state.get(key) for key in (_REQUEST, _FAILURE, _UNSAVED, CONVERSATION))
    return current_case() is None and not started


def send(request: Request) -> None:
    """Have a message sent in the next run of the page."""
    st.session_state[_REQUEST] = request
    st.session_state.pop(_EDITED, None)
    clear_failure()


def take_request() -> Request | None:
    """The message to send now, once."""
    return cast("Request | None", st.session_state.pop(_REQUEST, None))


def prefill(text: str) -> None:
    """Put words into the message field; for callbacks, before the field is drawn."""
    st.session_state[MESSAGE] = text
    clear_failure()


def outdate_panel() -> None:
    """Tell the part of the page that is drawn next that the side panel shows what no longer is."""
    st.session_state[_OUTDATED] = True


def is_panel_outdated() -> bool:
    """Whether the side panel has to be drawn anew, once."""
    return bool(st.session_state.pop(_OUTDATED, False))


def edit_turn(turn: Turn) -> None:
    """Put the words of the last turn into the message field, to take its place when they are sent."""
    prefill(turn.asked)
    st.session_state[_EDITED] = (current_case(), turn.number)


def edited_turn() -> int | None:
    """The number of the turn of this case that is being edited."""
    case, number = st.session_state.get(_EDITED, (None, None))
    return cast("int | None", number) if case is not None and case == current_case() else None


def stop_editing() -> None:
    """Leave the last turn as it is."""
    st.session_state.pop(_EDITED, None)
    st.session_state[MESSAGE] = ""


def set_failure(failure: Failure) -> None:
    """Keep a message that was not answered."""
    st.session_state[_FAILURE] = failure


def find_failure(case: str | None) -> Failure | None:
    """The message of this case that was not answered, if any."""
    failure = cast("Failure | None", st.session_state.get(_FAILURE))
    return failure if failure is not None and failure.case == case else None


def clear_failure() -> None:
    """Forget the message that was not answered."""
    st.session_state.pop(_FAILURE, None)


def set_notice(sentence: str) -> None:
    """Keep a sentence for the next run of the page to show."""
    st.session_state[_NOTICE] = sentence


def take_notice() -> str:
    """The sentence to show, once; empty without any."""
    return str(st.session_state.pop(_NOTICE, ""))


def unsaved_turns() -> tuple[Turn, ...]:
    """The turns of this tab's conversation that is not stored."""
    return cast("tuple[Turn, ...]", st.session_state.get(_UNSAVED, ()))


def add_unsaved_turn(turn: Turn) -> None:
    """Keep a turn for as long as the tab lives."""
    st.session_state[_UNSAVED] = (*unsaved_turns(), turn)


def drawn_answers() -> dict[Any, tuple[Piece, ...]]:
    """The turns on the page made into markup, by case, number and words; a stored answer never changes."""
    return cast("dict[Any, tuple[Piece, ...]]", st.session_state.get(_DRAWN, {}))


def keep_drawn(answers: dict[Any, tuple[Piece, ...]]) -> None:
    """Keep the markup of what is on the page now, and no more."""
    st.session_state[_DRAWN] = answers


def show_earlier(place: str) -> None:
    """Have all of a conversation drawn, until another one is opened."""
    st.session_state[_EARLIER] = place


def shows_earlier(place: str) -> bool:
    """Whether all of this conversation is to be drawn."""
    return bool(st.session_state.get(_EARLIER) == place)


def forget_case(name: str) -> None:
    """Drop all this tab holds of a deleted case."""
    if current_case() == name:
        open_case(None)


def opened_document() -> str | None:
    """The document of the library this tab has opened."""
    return cast("str | None", st.session_state.get(_DOCUMENT))


def open_document(source_id: str | None) -> None:
    """Open a document of the library, or close it."""
    st.session_state[_DOCUMENT] = source_id


def set_refusal(key: str, written: str, sentence: str) -> None:
    """Keep why what a person wrote into a field was not taken, and what they wrote."""
    st.session_state.setdefault(_REFUSED, {})[key] = (written, sentence)


def find_refusal(key: str) -> tuple[str, str] | None:
    """What was written into a field and why it was not taken, or None."""
    return cast("tuple[str, str] | None", st.session_state.get(_REFUSED, {}).get(key))


def clear_refusal(key: str) -> None:
    """Forget what was not taken from a field."""
    st.session_state.get(_REFUSED, {}).pop(key, None)


def set_pages(pages: Sequence[Page]) -> None:
    """Keep the pages by the last part of their address, so that one can lead to another."""
    st.session_state[_PAGES] = {page.url_path or page.title.casefold(): page for page in pages}


def find_page(name: str) -> Page | None:
    """The page of that name, or None where this run has no navigation."""
    return cast("Page | None", st.session_state.get(_PAGES, {}).get(name))


def go_to(name: str) -> None:
    """Leave for another page with the case that is on the screen; outside callbacks only."""
    page = find_page(name)
    if page is not None:
        st.switch_page(page, query_params={CASE_PARAMETER: case} if (case := current_case()) else None)


def find_reviewed(key: object) -> Any:
    """What a text was found to be when it was last looked over under this key, or None."""
    known, found = st.session_state.get(_REVIEWED, (None, None))
    return found if known == key else None


def set_reviewed(key: object, found: Any) -> None:
    """Keep how a text was found; the one before is forgotten."""
    st.session_state[_REVIEWED] = (key, found)
