from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.checks.competing_offers import CHECK, check_competing_offers

SENTENCES = yaml.safe_load((Path(__file__).parent / "competing_offer_sentences.yaml").read_text(encoding="utf-8"))
OBJECTIONS = sorted((Path(__file__).resolve().parents[3] / "knowledge" / "objections").glob("*.md"))


@pytest.mark.parametrize("sample", SENTENCES, ids=[f"{s['on_file']} {s['text'][:50]}" for s in SENTENCES])
def test_a_claim_is_told_from_advice_thanks_and_denials(sample: dict[str, Any]) -> None:
    findings = check_competing_offers(sample["text"], sample["on_file"])
    assert bool(findings) is sample["invented"]
    assert all(finding.check == CHECK for finding in findings)


def scripts_of(path: Path, *, with_offer: bool) -> list[str]:
    scripts = re.findall(r"^### (.*)\n((?:>.*\n)+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [script for head, script in scripts if head.startswith("With another offer") == with_offer]


@pytest.mark.parametrize("path", OBJECTIONS, ids=lambda path: path.stem)
def test_the_scripts_of_the_library_are_told_apart(path: Path) -> None:
    assert not [found for script in scripts_of(path, with_offer=False) for found in check_competing_offers(script, 1)]
    for script in scripts_of(path, with_offer=True):
        assert check_competing_offers(script, 1)
        assert not check_competing_offers(script, 2)
        assert not check_competing_offers(f"### With another offer in hand\n{script}", 1)


def test_a_sentence_with_two_claims_is_reported_once() -> None:
    text = "Yours is strong. I have another offer, and my other offer pays more. Tell me by Friday."
    (finding,) = check_competing_offers(text, 1)
    assert finding.quote == "I have another offer, and my other offer pays more."


def test_a_long_answer_is_read_in_no_time() -> None:
    began = time.perf_counter()
    check_competing_offers("I have another very long list of things I have and you have two of my " * 3000, 1)
    assert time.perf_counter() - began < 5
