"""Tags: a pasted page is read like the words it shows, and every position stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.letters.parse import parse_offer
from assistant.letters.tags import GONE, blank_tags


def shown(text: str) -> str:
    return blank_tags(text).replace(GONE, "")


def test_hidden_parts_and_comments_are_not_shown() -> None:
    page = '<p>Base $90,000</p><!-- base $1 --><div style="display:none">base <div>$2</div></div><p>Bonus 5%</p>'
    assert "$1" not in shown(page)
    assert "$2" not in shown(page)
    assert "Bonus 5%" in shown(page)


def test_cells_of_a_row_stand_apart() -> None:
    assert "Base | $90,000" in shown("<tr><td>Base</td><td>$90,000</td></tr>")


def test_a_text_with_angle_brackets_is_left_as_it_is() -> None:
    for text in ("base < 90k and bonus > 5%", "From: Lena <lena@mail.example>", "a <b> c"):
        assert blank_tags(text) == text


def test_evidence_quotes_the_page_as_it_was_pasted() -> None:
    page = "<p>Offer from <b>Initech</b>: base salary &pound;90,000</p><p>Bonus 5%</p>"
    draft = parse_offer(page)
    assert draft.offer.currency == "GBP"
    assert all(page[e.start : e.end] == e.quote for e in draft.evidence)


@given(st.text(alphabet="<>/pdivtbr !-&;nbspx\n", max_size=80))
def test_the_length_stays_whatever_is_pasted(text: str) -> None:
    assert len(blank_tags(f"<p>{text}</p>")) == len(text) + 7
