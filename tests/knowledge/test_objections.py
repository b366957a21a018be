"""Format of the objection library: every type once, every section filled, every script safe to say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.domain.evidence import Document
from assistant.retrieval.loading import load_document, load_sources

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FILES = sorted((KNOWLEDGE / "objections").glob("*.md"))
TYPES = [
    "final_offer",
    "already_best",
    "band_limit",
    "no_negotiation_policy",
    "cant_beat_competing",
    "current_salary",
    "expectations",
    "verbal_commit",
    "exploding_deadline",
    "internal_equity",
    "equity_fixed",
    "budget_gone",
    "no_signing_bonus",
    "revisit_at_review",
    "level_locked",
    "geo_pay",
    "bonus_guaranteed",
    "bonus_not_written",
    "startup_equity_hype",
    "proof_of_offer",
    "hike_cap",
    "paper_money",
    "pressure_alternatives",
    "intimidation",
    "accept_before_we_can",
]
SAY = "What to say"
WITH_OFFER = (SAY, "With another offer in hand")
WITH_DATA = (SAY, "With market data or a strong case")
WITH_NOTHING = (SAY, "With no leverage")
OUTLINE = [
    ("What it usually means",),
    ("Is it true?",),
    WITH_OFFER,
    WITH_DATA,
    WITH_NOTHING,
    ("What to ask next",),
    ("What not to do",),
    ("When to stop",),
]
SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
MONEY_OR_SHARE = re.compile(r"[$€£₹¥%]|\d|\b(?:usd|eur|gbp|inr|lakhs?|crores?|percent|thousand)\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"[\[\]{}<>]|\bX\b|_{2,}")
ULTIMATUM = re.compile(
    r"\botherwise I\b|\bor else\b|\bor I(?:'ll| will)\b|\bwalk away\b|\bhave to decline\b|\bmust decline\b"
    r"|\bonly accept if\b|\bwill not accept\b|\bminimum\b",
    re.IGNORECASE,
)
CLAIMS_AN_OFFER = re.compile(
    r"\bI (?:do |also |already )*(?:have|hold|received|am (?:also )?(?:weighing|comparing)) "
    r"(?:\w+ ){0,6}offers?\b"
    r"|\bmy other offer\b",
    re.IGNORECASE,
)
NOT_CONTENT = {
    "this",
    "that",
    "what",
    "with",
    "your",
    "would",
    "only",
    "then",
    "first",
    "more",
    "give",
    "gave",
}


@pytest.fixture(scope="module")
def objections() -> dict[str, Document]:
    """Every objection by its file name."""
    sources = load_sources(KNOWLEDGE / "sources.yaml")
    return {path.stem: load_document(path, sources, "objection") for path in FILES}


def texts(document: Document) -> dict[tuple[str, ...], str]:
    return {section.path: section.text for section in document.sections}


def script(text: str) -> str:
    return " ".join(line.removeprefix(">").strip() for line in text.splitlines() if line.startswith(">"))


def reason(text: str) -> str:
    return " ".join(line for line in text.splitlines() if line and not line.startswith(">"))


def scripts(document: Document) -> dict[tuple[str, ...], str]:
    return {path: script(text) for path, text in texts(document).items() if path[0] == SAY}


def bullets(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- ")]


def plain(wording: str) -> str:
    return " ".join(re.findall(r"\w+", wording.casefold()))


def content_words(text: str) -> set[str]:
    return {word for word in plain(text).split() if len(word) > 3} - NOT_CONTENT


def test_every_type_of_the_contract_has_exactly_one_file(objections: dict[str, Document]) -> None:
    assert Counter(document.objection for document in objections.values()) == Counter(TYPES)


def test_the_type_names_the_file_and_the_id(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        assert document.objection == stem.replace("-", "_")
        assert document.id == f"objection-{stem}"


def test_each_objection_is_dated_and_cites_known_sources(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        assert document.sources, stem
        assert document.as_of is not None, stem
        assert "objection" in document.topics, stem


def test_every_section_is_there_in_order_and_filled(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        assert [section.path for section in document.sections] == OUTLINE, stem
        assert all(len(section.text.split()) >= 12 for section in document.sections), stem


def test_each_objection_knows_many_different_wordings(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        assert len({plain(wording) for wording in document.said}) == len(document.said) >= 12, stem


def test_no_two_objections_share_a_wording(objections: dict[str, Document]) -> None:
    seen = Counter(plain(wording) for document in objections.values() for wording in document.said)
    assert [wording for wording, count in seen.items() if count > 1] == []


def test_half_of_the_wordings_avoid_the_words_of_the_title(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        title = content_words(document.title)
        wordings = document.said[1:]  # the first one is the title itself
        free = [wording for wording in wordings if not title & content_words(wording)]
        assert len(free) * 2 >= len(wordings), stem


def test_wordings_of_one_objection_do_not_repeat_one_template(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        openings = Counter(" ".join(plain(wording).split()[:3]) for wording in document.said)
        assert max(openings.values()) <= 2, stem


def test_each_case_gives_short_words_to_say_and_one_reason(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        for path in (WITH_OFFER, WITH_DATA, WITH_NOTHING):
            text = texts(document)[path]
            assert 1 <= len(SENTENCE_END.findall(script(text))) <= 3, (stem, path)
            assert len(SENTENCE_END.findall(reason(text))) == 1, (stem, path)


def test_scripts_hold_no_figure_and_no_placeholder(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        for path, words in scripts(document).items():
            assert not MONEY_OR_SHARE.search(words), (stem, path)
            assert not PLACEHOLDER.search(words), (stem, path)


def test_scripts_set_no_ultimatum(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        for path, words in scripts(document).items():
            assert not ULTIMATUM.search(words), (stem, path)


def test_only_the_case_with_another_offer_mentions_one(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        said = scripts(document)
        assert re.search(r"\boffers?\b", said[WITH_OFFER]), stem
        assert not CLAIMS_AN_OFFER.search(said[WITH_DATA]), stem
        assert not CLAIMS_AN_OFFER.search(said[WITH_NOTHING]), stem


def test_questions_to_ask_next_are_one_to_three(objections: dict[str, Document]) -> None:
    for stem, document in objections.items():
        asked = bullets(texts(document)["What to ask next",])
        assert 1 <= len(asked) <= 3, stem
        assert all("?" in question for question in asked), stem


def test_no_advice_depends_on_a_word_outside_its_sentence(objections: dict[str, Document]) -> None:
    dangling = re.compile(r"(?:^|[.?!]\s+)(?:It|They|These|Those|Both)\b")
    for stem, document in objections.items():
        for path, text in texts(document).items():
            if path[0] != SAY:
                assert not dangling.search(text), (stem, path)
