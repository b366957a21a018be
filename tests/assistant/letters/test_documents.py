"""The letters of the question set as PDF and Word files: the terms are those of the pasted text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.letters.parse import parse_offer
from assistant.letters.text import read_document
from evals.metrics.offer_fields import FieldScore, score_offers
from tests.fakes.documents import print_letter, type_letter

DATASET = Path(__file__).parents[3] / "evals" / "datasets" / "offers" / "dev.yaml"
HANDS = ("bo-", "b2-", "own")
EACH = 3


def letters() -> list[dict[str, Any]]:
    """Letters of whole sentences that a plain PDF font can print; chats and pages are pasted, not printed."""
    samples = yaml.safe_load(DATASET.read_text(encoding="utf-8"))
    chosen = [sample for sample in samples if sample["id"].startswith(HANDS) and len(sample["text"]) > 500]
    return [sample for sample in chosen if is_printable(sample["text"])][::EACH]


def is_printable(text: str) -> bool:
    try:
        return bool(text.encode("cp1252")) and "<" not in text and ">" not in text
    except UnicodeEncodeError:
        return False


def score(make: Callable[[str], bytes] | None, name: str = "") -> FieldScore:
    read = []
    for sample in letters():
        text = read_document(make(sample["text"]), name).text if make else sample["text"]
        draft = parse_offer(text)
        found = draft.offer.model_dump(mode="json") | {"is_offer": draft.is_offer}
        read.append((sample["id"], sample["expected"], found))
    return score_offers(read)


@pytest.mark.parametrize(("make", "name"), [(print_letter, "offer.pdf"), (type_letter, "offer.docx")])
def test_a_letter_reads_the_same_from_a_file_as_from_its_text(make: Callable[[str], bytes], name: str) -> None:
    pasted, opened = score(None), score(make, name)
    assert len(letters()) > 8
    assert opened.precision >= pasted.precision - 0.01, opened.wrong
    assert opened.recall >= pasted.recall - 0.02, opened.missed
