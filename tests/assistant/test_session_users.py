"""Several people on one server: one library, and cases that never meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.bootstrap import ON_A_SERVER, open_user_session
from assistant.errors import InputError, StoreUnavailable
from assistant.session import CoachSession
from assistant.settings import Settings

ANN, BEN = "a" * 32, "b" * 32


@pytest.fixture
def open_as(open_session: Callable[..., CoachSession], tmp_path: Path) -> Callable[[str], CoachSession]:
    shared = open_session()
    return lambda user: open_user_session(shared, user, Settings(data_folder=tmp_path))


def test_one_persons_cases_are_not_anothers(open_as: Callable[[str], CoachSession], tmp_path: Path) -> None:
    ann, ben = open_as(ANN), open_as(BEN)
    ann.ask("Acme offers 180k base", "mine")
    ben.ask("Initech offers 150k base", "mine")
    assert ann.load_case("mine").offers[0].offer.base_annual == 180_000
    assert [case.title for case in ben.list_cases()] == ["Initech offers 150k base"]
    ben.personal_data.delete()
    assert open_as(ANN).load_case("mine").offers[0].offer.base_annual == 180_000
    assert sorted(path.name for path in (tmp_path / "users").iterdir()) == [ANN, BEN]


def test_nobody_changes_the_library_they_share(open_as: Callable[[str], CoachSession]) -> None:
    ann = open_as(ANN)
    assert ann.search("exploding deadline", 1).hits
    assert ann.library.list_documents(own_only=True) == []
    for change in (lambda: ann.library.add_document("a.md", b"# A\n\ntext"), ann.library.rebuild):
        with pytest.raises(StoreUnavailable, match="shared with other people"):
            change()


def test_a_person_is_told_that_a_server_keeps_their_words_and_no_path_of_it(
    open_as: Callable[[str], CoachSession], tmp_path: Path
) -> None:
    status = open_as(ANN).describe()
    assert status.hosted
    assert ON_A_SERVER in status.outgoing
    assert str(tmp_path) not in status.model_dump_json()


@pytest.mark.parametrize("user", ["", "../x", "A" * 32, "a" * 31, f"{'a' * 31}/", "a" * 65])
def test_a_name_that_could_lead_elsewhere_is_refused(open_as: Callable[[str], CoachSession], user: str) -> None:
    with pytest.raises(InputError):
        open_as(user)
