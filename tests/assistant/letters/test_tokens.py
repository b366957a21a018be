from assistant.letters.tokens import MOST_TOKENS, tokenize


def test_names_codes_and_sums_are_tokens_with_their_place():
    text = "St. Colman's, L62\n\nBase: £95,000"
    tokens = tokenize(text)
    assert [token.text for token in tokens if token.word != "<gap>"] == [
        "St", ".", "Colman", "'", "s", ",", "L62", "Base", ":", "£", "95", ",", "000",
    ]  # fmt: skip
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_digits_and_runs_are_told_by_their_shape_only():
    assert [(token.word, token.shape) for token in tokenize("IC4 Zürich 2026")] == [
        ("ic0", "XX0"), ("zürich", "Xxx"), ("0000", "00"),
    ]  # fmt: skip


def test_a_long_text_has_a_bounded_number_of_tokens():
    assert len(tokenize("word " * 100_000)) == MOST_TOKENS
