from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.evidence import Document, Section
from assistant.retrieval.chunking import (
    MAX_WORDS,
    SAID_SECTION,
    SMALL_WORDS,
    chunk_document,
    chunk_library,
    count_words,
)
from assistant.retrieval.loading import Library

WORD = re.compile(r"\w+")


def build_document(*sections: tuple[tuple[str, ...], str], kind: str = "article") -> Document:
    return Document(
        id="d",
        title="Title",
        kind=kind,  # type: ignore[arg-type]
        sections=tuple(Section(path=path, text=text, fact_sources=()) for path, text in sections),
    )


def words(count: int, word: str = "word") -> str:
    return " ".join(f"{word}{number}" for number in range(count))


def test_every_word_of_the_built_in_library_is_in_a_chunk(builtin_library: Library) -> None:
    for document in builtin_library.documents:
        chunks = chunk_document(document, builtin_library.sources)
        held = Counter(WORD.findall(" ".join(f"{chunk.section} {chunk.text}" for chunk in chunks)))
        source = [part for section in document.sections for part in (*section.path, section.text)]
        wanted = Counter(WORD.findall(" ".join([*(s.text for s in document.sections), *document.said])))
        assert not wanted - held, document.id
        assert set(WORD.findall(" ".join(source))) <= set(held), document.id


def test_no_chunk_of_the_built_in_library_is_too_long(builtin_library: Library) -> None:
    chunks = chunk_library(builtin_library)
    assert max(count_words(chunk.text) for chunk in chunks) <= MAX_WORDS
    assert len({chunk.chunk_id for chunk in chunks}) == len(chunks)
    assert all(len(chunk.content_hash) == 64 for chunk in chunks)


def test_publisher_and_trust_come_from_the_sources_of_the_section(small_library: Library) -> None:
    chunks = {chunk.chunk_id: chunk for chunk in chunk_library(small_library)}
    assert (chunks["vesting#0"].publisher, chunks["vesting#0"].trust) == ("Good Press", "high")
    assert (chunks["vesting#1"].publisher, chunks["vesting#1"].trust) == ("Good Press; Some Blog", "low")


def test_the_wordings_of_an_objection_are_a_chunk_of_their_own(small_library: Library) -> None:
    chunks = [chunk for chunk in chunk_library(small_library) if chunk.kind == "objection"]
    assert [chunk.section for chunk in chunks] == [
        "What it usually means",
        "What to say > With no leverage",
        SAID_SECTION,
    ]
    assert "ceiling for the grade" in chunks[-1].text
    assert {chunk.objection for chunk in chunks} == {"band_limit"}


def test_small_sections_with_one_parent_are_joined_and_both_headings_kept() -> None:
    document = build_document((("A", "One"), words(20)), (("A", "Two"), words(30, "other")))
    (chunk,) = chunk_document(document, {})
    assert chunk.section == "A > One / Two"
    assert "**Two**" in chunk.text


def test_small_sections_of_other_sources_are_not_joined() -> None:
    sections = tuple(Section(path=(name,), text=words(10), fact_sources=(name,)) for name in ("one", "two"))
    assert len(chunk_document(Document(id="d", title="T", sections=sections), {})) == 2


def test_a_table_stays_whole_and_a_long_one_repeats_its_head() -> None:
    head = "| Level | Base |\n| --- | --- |"
    short = f"{head}\n" + "\n".join(f"| L{n} | {n} |" for n in range(10))
    (chunk,) = chunk_document(build_document(((), f"{words(20)}\n\n{short}")), {})
    assert short in chunk.text
    long = f"{head}\n" + "\n".join(f"| L{n} | {words(12)} |" for n in range(40))
    chunks = chunk_document(build_document(((), long)), {})
    assert len(chunks) > 1
    assert all(chunk.text.startswith(head) for chunk in chunks)


def test_a_quoted_script_is_not_cut_when_it_fits() -> None:
    script = "\n".join(f"> {words(20, f'line{n}')}." for n in range(6))
    chunks = chunk_document(build_document((("A",), f"{words(100)}\n\n{script}")), {})
    assert any(script in chunk.text for chunk in chunks)


def test_a_changed_word_changes_the_hash_of_its_chunk_only(small_library: Library) -> None:
    document = next(document for document in small_library.documents if document.id == "vesting")
    first, second = document.sections
    changed = document.model_copy(
        update={"sections": (first, second.model_copy(update={"text": f"{second.text} More."}))}
    )
    before, after = (chunk_document(version, small_library.sources) for version in (document, changed))
    assert [a.content_hash == b.content_hash for a, b in zip(before, after, strict=True)] == [True, False]


TEXT = st.text(alphabet=st.sampled_from("ab c.\n|>-#`*1 "), min_size=1, max_size=3000)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(["article", "own", "objection"]))
def test_any_text_is_cut_within_the_limit_and_without_loss(texts: list[str], kind: str) -> None:
    sections = [((f"H{n}",), text) for n, text in enumerate(texts) if text.strip()]
    if not sections:
        return
    chunks = chunk_document(build_document(*sections, kind=kind), {})
    assert all(count_words(chunk.text) <= MAX_WORDS for chunk in chunks)
    held = Counter(WORD.findall(" ".join(chunk.text for chunk in chunks)))
    assert not Counter(WORD.findall(" ".join(text for _, text in sections))) - held
    assert all(chunk.text.strip() for chunk in chunks)
    assert SMALL_WORDS < MAX_WORDS
