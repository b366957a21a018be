from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.answer import Position
from assistant.errors import KnowledgeError
from assistant.paths import bundle_root
from assistant.reference.claims import Claim, find_disputed, load_claims


def claim(name: str, about: tuple[str, ...], companies: tuple[str, ...] = ()) -> Claim:
    positions = (Position(says="yes", source_ids=("a",)), Position(says="no", source_ids=("b",)))
    return Claim(
        id=name, topic=name, about=about, companies=companies, positions=positions, ask="?", verdict="disputed"
    )


VESTING = claim("vesting", ("vest", "schedule", "5/15/40/40"), ("amazon",))
CAP = claim("cap", ("sign-on", "cap", "limit"))
LEVERAGE = claim("leverage", ("competing", "other offer", "leverage"))
CLAIMS = (VESTING, CAP, LEVERAGE)


def topics(text: str, *companies: str) -> list[str]:
    return [disputed.topic for disputed in find_disputed(CLAIMS, text, companies)]


def test_a_claim_is_touched_by_two_of_its_words() -> None:
    assert topics("Is there a CAP on the sign-on?") == ["cap"]
    assert topics("Is there a cap?") == []
    assert topics("capital signs limitless") == []


def test_a_claim_about_one_employer_waits_for_that_employer() -> None:
    assert topics("what is the vest schedule") == []
    assert topics("what is the vest schedule", "amazon") == ["vesting"]
    assert topics("what is the vest schedule", "google") == []


def test_the_most_touched_come_first_and_two_are_enough() -> None:
    text = "with a competing other offer as leverage, is the sign-on cap a limit, and does 5/15/40/40 vest?"
    assert topics(text) == ["cap", "leverage"]
    assert topics(text, "amazon") == ["cap", "leverage"]
    assert topics("vest schedule 5/15/40/40, sign-on cap", "amazon") == ["vesting", "cap"]


def test_both_sides_and_the_settling_question_are_given() -> None:
    (disputed,) = find_disputed(CLAIMS, "cap on sign-on", ())
    assert (disputed.positions, disputed.ask) == (CAP.positions, CAP.ask)


def test_our_own_sum_is_a_side_of_its_own() -> None:
    refuted = CAP.model_copy(update={"positions": CAP.positions[:1], "recomputation": "20% of 100 is 20."})
    (disputed,) = find_disputed((refuted,), "cap on sign-on", ())
    assert [position.says for position in disputed.positions] == ["yes", "20% of 100 is 20."]
    assert disputed.positions[1].source_ids == ("parley-own",)


def test_an_answer_touches_what_its_passages_speak_of() -> None:
    cap = CAP.model_copy(update={"passages": {"bonus": ("How large?",), "objection-cap": ()}})
    asked = "how much can I get"

    def found(*cited: tuple[str, str], near: float = 0.35) -> list[str]:
        return [item.topic for item in find_disputed((cap, LEVERAGE), asked, (), {"cap": near}, cited)]

    assert found(("bonus", "Why? / How large?")) == found(("objection-cap", "What to say")) == ["cap"]
    assert found(("bonus", "When?")) == found(("other", "How large?")) == found() == []
    assert found(("bonus", "How large?"), near=0.2) == []  # a passage cited beside the point


def test_what_is_nearly_asked_goes_before_what_is_only_cited() -> None:
    cap = CAP.model_copy(update={"passages": {"bonus": ()}})
    near = {"cap": 0.4, "leverage": 0.8}
    found = find_disputed((cap, LEVERAGE), "is it true", (), near, [("bonus", "How large?")])
    assert [item.topic for item in found] == ["leverage", "cap"]


def test_the_claims_of_the_library_can_be_read() -> None:
    claims = load_claims(bundle_root() / "knowledge" / "claims.yaml")
    assert len({item.id for item in claims}) == len(claims) > 10
    assert all(len(item.about) >= 2 for item in claims)


@pytest.mark.parametrize(
    "text", ["- {id: x}", "- 5", "", "{", "- {id: a, topic: t, about: [x], positions: [], ask: q, verdict: maybe}"]
)
def test_a_file_of_another_format_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"^claims\.yaml: "):
        load_claims(path)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    with pytest.raises(KnowledgeError, match=r"^claims\.yaml: "):
        load_claims(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match=r"^claims\.yaml: "):
        load_claims(path)


def test_likeness_finds_a_paraphrase_and_keeps_mere_words_out() -> None:
    claims = load_claims(bundle_root() / "knowledge" / "claims.yaml")
    asked = "who goes first with the salary figure"
    assert find_disputed(claims, "is it me or them who goes first", (), {"first-number": 0.75})[0].topic
    assert find_disputed(claims, "should I ask for more", (), {"ask-for-rsus": 0.1}) == ()
    assert find_disputed(claims, asked, (), {}) == find_disputed(claims, asked, ())


@pytest.mark.parametrize(
    ("text", "near", "shown"),
    [
        ("can i sell the equity at some point", 0.58, False),
        ("do i pay tax on my shares", 0.6, False),
        ("should i ask for more shares, the equity kind", 0.58, True),
        ("ask for shares?", 0.66, True),
        ("hint at it or say it", 0.76, True),
        ("how do i put it politely", 0.7, False),
    ],
)
def test_one_word_of_a_claim_in_a_question_about_something_else_does_not_touch_it(
    text: str, near: float, *, shown: bool
) -> None:
    stock = claim("stock", ("equity", "shares"))
    assert bool(find_disputed((stock,), text, (), {"stock": near})) == shown


def test_a_passage_cited_beside_another_answer_touches_a_claim_only_where_the_question_is_like_it() -> None:
    cap = CAP.model_copy(update={"passages": {"bonus": ()}})
    cited = [("other", "Why?"), ("bonus", "How large?")]
    assert find_disputed((cap,), "is it true", (), {"cap": 0.45}, cited) == ()
    assert find_disputed((cap,), "is it true", (), {"cap": 0.55}, cited)
