"""Documents for Word: what is in the Markdown is in the file, and nothing in it points outside."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from assistant.exports.document import render_docx, render_plain_docx
from assistant.letters.office import read_docx

MARKDOWN = """# My *offer*

Base is **$180,000** now,\\
bonus [15 %](http://pay.example/?q=1) ![chart](http://elsewhere.example/p.png) [1]

- first
  - below
    - deeper
      - deepest

1. one

> Hi Dana,
> thanks.

| year | total |
| --- | ---: |
| 1 | $297,000 |

```text
<raw> *words*
  kept
```

[1]: http://elsewhere.example
"""


def test_every_kind_of_block_is_read_back() -> None:
    text = read_docx(render_docx(MARKDOWN, "Offer"), mark_headings=True)
    for words in ("My offer", "Base is $180,000 now,\nbonus 15 % (http://pay.example/?q=1) chart [1]", "- first"):
        assert words in text
    for words in ("- deepest", "- one", "Hi Dana, thanks.", "year | total\n1 | $297,000", "<raw> *words*\n  kept"):
        assert words in text


def test_words_keep_their_stress() -> None:
    document = docx.Document(io.BytesIO(render_docx(MARKDOWN, "Offer")))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.bold] == ["$180,000"]
    assert [run.text for run in runs if run.italic] == ["offer"]
    assert document.core_properties.title == "Offer"


def test_the_file_points_nowhere_outside_and_names_no_author() -> None:
    made = render_docx(MARKDOWN, "Offer")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        relations = [package.read(name).decode() for name in package.namelist() if name.endswith(".rels")]
    assert not any('TargetMode="External"' in text for text in relations)
    assert docx.Document(io.BytesIO(made)).core_properties.author == ""


@pytest.mark.parametrize("text", ["a\x00b\x0bc", "a\ud800b", "a\uffffb", "\r\n", "", "| a |\n| --- |"])
def test_signs_no_xml_may_hold_are_left_out(text: str) -> None:
    for made in (render_docx(text, text), render_plain_docx(text, text)):
        assert "\x00" not in read_docx(made)
