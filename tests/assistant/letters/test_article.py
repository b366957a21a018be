import io

import docx
import pytest

from assistant.errors import InputError
from assistant.letters.article import read_article

PAGE = """<html><head><title>Offers - Blog</title>
<meta property="article:published_time" content="2024-05-02"></head><body>
<nav><a href="/">Home</a> <a href="/jobs">Jobs</a></nav><article><h1>How offers move</h1>
<p>When a company makes an offer, ask for the letter first. Nobody minds when you take a day or two for it.</p>
<h2>By level</h2><table><tr><th>Level</th><th>Base</th></tr><tr><td>61</td><td>150</td></tr></table>
<p>These figures come from readers, and they describe the usual ranges of the year in which they came.</p></article>
<aside>Subscribe now and get a course</aside><footer>Privacy policy</footer></body></html>"""


def test_a_saved_page_gives_its_main_text_title_and_date():
    article = read_article(PAGE.encode(), "page.html")
    assert (article.title, article.dated) == ("How offers move", "2024-05-02")
    assert "## By level" in article.text
    assert "| 61 | 150 |" in article.text
    assert "Subscribe" not in article.text
    assert "Jobs" not in article.text


def test_a_word_document_keeps_its_headings_and_tables():
    document = docx.Document()
    document.add_heading("Pay at our firm", 0)
    document.add_heading("Sign-on", 1)
    document.add_paragraph("It is paid with the first salary.")
    document.add_paragraph("half at the start", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Level 3", "120,000"
    out = io.BytesIO()
    document.save(out)
    text = read_article(out.getvalue(), "pay.docx").text
    lines = [line for line in text.splitlines() if line]
    assert lines == [
        "# Pay at our firm",
        "## Sign-on",
        "It is paid with the first salary.",
        "- half at the start",
        "Level 3 | 120,000",
    ]


def test_a_page_without_words_is_refused():
    with pytest.raises(InputError, match="no text"):
        read_article(b"<html><body><img src='x.png'></body></html>", "page.html")


def test_a_page_nested_without_end_is_refused_before_it_is_read():
    with pytest.raises(InputError, match="nested"):
        read_article(b"<html>" + b"<div>" * 5000 + b"text", "page.html")


SHORT_PAGE = (
    "<html><head><title>Zephyr offers 2026</title></head><body><nav>Home | Blog</nav><h1>Zephyr offers</h1>"
    "<h2>Vesting at Zephyr</h2><p>Zephyr vests 10/20/30/40.</p>"
    "<table><tr><th>Level</th><th>Base</th></tr><tr><td>Z4</td><td>$171,000</td></tr></table>"
    "<footer>Cookie settings</footer></body></html>"
)


def test_a_short_page_keeps_its_headings_and_tables_and_loses_what_stands_around_them() -> None:
    read = read_article(SHORT_PAGE.encode(), "page.html")
    assert "## Vesting at Zephyr" in read.text
    assert "Level | Base" in read.text
    assert "Z4 | $171,000" in read.text
    assert "Blog" not in read.text
    assert "Cookie" not in read.text


def test_a_page_that_names_only_its_year_is_dated_by_the_year() -> None:
    assert read_article(SHORT_PAGE.encode(), "page.html").dated == "2026"
