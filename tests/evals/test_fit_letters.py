import random

from assistant.crf import Model
from assistant.letters import models
from assistant.letters.mentions import read_page
from assistant.letters.tokens import tokenize
from evals import fit_letters
from evals.offer_spans import find_spans, tag_tokens
from evals.offer_sums import tag_sums
from evals.offer_variants import build_pools, make_company, vary

SAMPLE = {
    "id": "a-1",
    "text": "Offer from Brightmoor Labs Ltd: Data Engineer in Leeds, base £60,000, sign-on £5,000. Brightmoor Labs",
    "expected": {
        "is_offer": True, "company": "Brightmoor Labs Ltd", "title": "Data Engineer", "location": "Leeds",
        "base_annual": 60000, "currency": "GBP", "signing": [{"year": 1, "amount": 5000}],
    },
}  # fmt: skip
OTHER = {
    "id": "b-1",
    "text": "Quillstone Health offers you Care Manager in Dublin, base 70k.",
    "expected": {"company": "Quillstone Health", "title": "Care Manager", "location": "Dublin", "base_annual": 70000},
}


def test_values_are_found_whatever_their_spaces_and_capitals():
    assert find_spans("work at brightmoor\nlabs, ltd.", "Brightmoor Labs Ltd", "company") == [(8, 28)]
    assert find_spans("they want me at goog", "Google", "company") == [(16, 20)]


def test_tokens_of_a_value_are_tagged_and_no_others():
    tokens = tokenize(SAMPLE["text"])
    tags = dict(
        zip([token.text for token in tokens], tag_tokens(SAMPLE["text"], tokens, SAMPLE["expected"]), strict=True)
    )
    assert (tags["Data"], tags["Engineer"], tags["Leeds"], tags["base"]) == (
        "B-title", "I-title", "B-location", "O",
    )  # fmt: skip


def test_amounts_are_tagged_by_what_is_expected():
    assert tag_sums(read_page(SAMPLE["text"]), SAMPLE["expected"]) == ["base", "sign_on"]


def test_a_variant_has_other_names_in_text_and_expectation():
    pools = build_pools([SAMPLE, OTHER])
    variant = vary(SAMPLE, pools, random.Random(1))
    assert variant["expected"]["company"] != SAMPLE["expected"]["company"]
    assert "Brightmoor" not in variant["text"]
    assert find_spans(variant["text"], variant["expected"]["company"], "company")
    assert variant == vary(SAMPLE, pools, random.Random(1))


def test_made_names_are_nobodys():
    known = ["Brightmoor Labs Ltd", "Quillstone Health"]
    assert make_company(known, random.Random(2)) not in known


def test_words_of_one_hand_are_not_known():
    letters = [{"id": f"{hand}-{n}", "text": f"we offer {hand}word"} for hand in ("a", "b") for n in range(3)]
    assert fit_letters.count_words(letters) == {"offer": 6, "we": 6}


def test_models_are_fitted_written_and_used(tmp_path, monkeypatch):
    fresh = {name: Model("assistant.letters", f"{name}.crf") for name in fit_letters.MODELS}
    monkeypatch.setattr(models, "_MODELS", fresh)
    fit_letters.fit([SAMPLE, OTHER], [SAMPLE], tmp_path)
    fit_letters.use(tmp_path)
    counts = fit_letters.score([SAMPLE])
    assert counts.precision == 1
    assert counts.right > 4
