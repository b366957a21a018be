"""Tables of answers open in a spreadsheet as they were, and run nothing there."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from assistant.exports.table import render_table

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.integers() | st.none()


@given(st.lists(st.dictionaries(st.sampled_from("abc"), CELLS, min_size=1), min_size=1, max_size=5))
def test_no_words_start_like_a_formula_and_no_row_is_lost(rows):
    read = list(csv.reader(io.StringIO(render_table(rows))))
    assert len(read) == len(rows) + 1
    words = [cell for row in read for cell in row if not cell.lstrip("-").isdigit()]
    assert not [cell for cell in words if cell.startswith(("=", "+", "-", "@"))]


def test_columns_stand_in_order_of_appearance_and_gaps_stay_empty():
    assert render_table([{"year": 1}, {"year": 2, "total": 3.5}]) == "year,total\r\n1,\r\n2,3.5\r\n"
