from assistant.letters.learnt import FIELDS, mark, read_learnt
from assistant.letters.models import judge
from assistant.letters.parse import read_messages

LETTER = """\
Dear Ana,

We are pleased to offer you the position of Data Engineer at Brackenfold Systems Ltd in Leeds.

Title: Data Engineer
Start date: 4 January 2027
Please reply by 30 November 2026.
"""


def _marked():
    (message,) = read_messages(LETTER)
    return mark(*message)


def test_every_token_has_the_clues_of_its_line_and_of_the_patterns():
    marked = _marked()
    clues = {token.text: set(own) for token, own in zip(marked.tokens, marked.clues, strict=True)}
    assert len(marked.tokens) == len(marked.clues)
    assert {"key=start date", "names=start_date", "read-start_date=I"} <= clues["January"] | clues["2027"]
    assert "read-company=B" in clues["Brackenfold"]
    assert "city=B" in clues["Leeds"]


def test_the_model_reads_the_fields_of_a_plain_letter():
    marked = _marked()
    found, backed = read_learnt(marked)
    words = {place.field: marked.text[place.start : place.end] for place in found}
    assert words == {
        "title": "Data Engineer", "company": "Brackenfold Systems Ltd", "location": "Leeds",
        "start_date": "4 January 2027", "deadline": "30 November 2026",
    }  # fmt: skip
    assert all(0 < place.sure <= 1 for place in found)
    assert backed.keys() <= set(FIELDS)
    assert min(backed.values()) > 0.5


def test_no_words_have_no_readings():
    assert judge("fields", []) == ([], [], {})
