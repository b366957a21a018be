"""What is kept back in one wording is not told in another."""

from __future__ import annotations

import pytest

from assistant.offline.briefs.reading import read_brief
from assistant.offline.briefs.secrets import read_secrets, touches


@pytest.mark.parametrize(
    ("told", "secret"),
    [
        ("i got laid off. offered 80k. write to Ed asking 84k, dont mention layoff", "laid off"),
        ("i was made redundant in may. ask Ed for 84k, don't tell them i was fired", "redundant"),
        ("im pregnant, need a later start. write to Ed, dont mention the baby", "pregnant"),
        (
            "waiting on another company. ask Jo for more time, dont mention the other company",
            "another company",
        ),
        ("my surgery is in may so i need june 1. write to Ed, leave my health out", "surgery"),
    ],
)
def test_the_same_matter_in_other_words_is_kept_back(told: str, secret: str) -> None:
    brief = read_brief(told)
    assert not any(secret in item.lower() for item in (*brief.tells, *brief.reasons, brief.rival))


def test_a_name_alone_kept_back_leaves_the_matter() -> None:
    secrets = read_secrets("mention that i have another offer but dont name the other company", ())
    assert not touches("I have another offer", secrets)


def test_a_reason_is_kept_back_where_only_a_personal_one_is_to_be_named() -> None:
    secrets = read_secrets("need june 1 because of surgery but say just personal reasons", ())
    assert touches("The reason is an operation", secrets)


@pytest.mark.parametrize(
    "told",
    [
        "my mri result comes friday and i don't want them to know about that. ask for time till monday",
        "accepted last week but my kid is ill. write that i take it back, no details on the kid",
    ],
)
def test_what_they_must_not_know_of_is_not_told(told: str) -> None:
    brief = read_brief(told)

    assert not any("mri" in words or "kid" in words for words in (*brief.reasons, *brief.tells))


@pytest.mark.parametrize(
    "told",
    [
        "ask for 108, keep the other companys name out",
        "i promised denholm to keep it quiet. ask for 108",
        "they asked me to keep their name confidential",
    ],
)
def test_a_name_that_stays_out_is_kept_back(told: str) -> None:
    assert "rival" in read_brief(told).hides
