import io
import zipfile
import zlib

import docx
import pytest

from assistant.errors import InputError
from assistant.letters import pdf
from assistant.letters.parse import parse_offer
from assistant.letters.text import LARGEST_FILE, read_document
from tests.fakes.documents import make_pdf


def make_docx():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Initech offer of employment"
    document.add_paragraph("We are pleased to offer you the position of Data Engineer.")
    table = document.add_table(2, 2)
    for row, (label, value) in enumerate([("Base salary", "$150,000"), ("Target bonus", "10%")]):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    document.sections[0].footer.paragraphs[0].text = "This offer expires on December 4, 2026"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_pdf_table_row_stays_on_one_line():
    data = make_pdf(
        [
            (0, 72, "Offer of employment"),
            (1, 72, "Base salary"),
            (1, 300, "$150,000"),
            (2, 72, "Target bonus"),
            (2, 300, "10%"),
        ]
    )
    letter = read_document(data, "offer.pdf")
    assert letter.kind == "pdf"
    offer = parse_offer(letter.text).offer
    assert (offer.base_annual, offer.bonus_target_pct) == (150000, 10)


def test_a_pdf_of_pictures_says_so():
    with pytest.raises(InputError, match="pictures"):
        read_document(make_pdf([]), "scan.pdf")


def test_a_damaged_pdf_is_an_error_with_a_way_out():
    with pytest.raises(InputError, match="paste"):
        read_document(b"%PDF-1.7\n" + b"\x00\xffgarbage" * 50, "offer.pdf")


def test_a_protected_pdf_says_so():
    with pytest.raises(InputError, match="password"):
        read_document(make_pdf([(0, 72, "Base salary 150000 and more words here")], password="x"), "offer.pdf")


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0)
    with pytest.raises(InputError, match="longer than"):
        read_document(make_pdf([(0, 72, "Base")]), "offer.pdf")


def test_pages_beyond_the_limit_are_not_read_and_that_is_said(monkeypatch):
    monkeypatch.setattr(pdf, "_SECONDS_OF_PAGES", 600)
    kind, _, notes = pdf.extract_text(make_pdf([(0, 72, "Base salary of 150000")], pages=pdf.MOST_PAGES + 3))
    assert kind == "text"
    assert notes == [f"Only the first {pdf.MOST_PAGES} of {pdf.MOST_PAGES + 3} pages were read."]


def test_pages_beyond_the_time_are_not_read_and_that_is_said(monkeypatch):
    monkeypatch.setattr(pdf, "_SECONDS_OF_PAGES", 0)
    kind, text, notes = pdf.extract_text(make_pdf([(0, 72, "Base salary of 150000")], pages=3))
    assert (kind, text.strip(), notes) == ("text", "Base salary of 150000", ["Only the first 1 of 3 pages were read."])


def test_a_pdf_that_unpacks_to_far_more_than_it_holds_is_refused():
    packed = zlib.compress(b"0 " * 50_000_000, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream endobj\n"
    with pytest.raises(InputError, match=r"paste|Paste"):
        read_document(head + page + stream + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF", "offer.pdf")


@pytest.mark.parametrize(
    "text",
    [
        "\u202eBase salary: $180,000 per year\u2066, bonus 10%",
        "Base salary: \uff04\uff11\uff18\uff10\uff0c\uff10\uff10\uff10 per year, bonus \uff11\uff10\uff05",
        'Offer of employment\nBase salary,"$180,000","=HYPERLINK(""http://x"")"\nBonus,10%,=cmd|calc',
        "../../../../etc/passwd C:\\Windows\\System32 base salary $180,000, bonus 10%",
        "Base sal\u200bary: $180,\u00ad000 a year; bonus: 10\u00a0%\x00",
    ],
    ids=["right to left", "full width", "formula", "paths", "invisible"],
)
def test_odd_characters_neither_hide_nor_run_anything(text):
    offer = parse_offer(read_document(text.encode(), "../../letter.txt").text).offer
    assert (offer.base_annual, offer.bonus_target_pct) == (180000, 10)


def test_a_docx_gives_its_header_table_and_footer():
    letter = read_document(make_docx(), "offer.docx")
    assert "Base salary | $150,000" in letter.text
    draft = parse_offer(letter.text)
    assert (draft.offer.company, draft.offer.base_annual, draft.offer.deadline) == (
        "Initech",
        150000,
        "December 4, 2026",
    )


def test_a_zip_bomb_and_an_archive_are_refused():
    for name, size in (("word/document.xml", 60_000_000), ("photos/a.txt", 10)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(name, b"0" * size)
        with pytest.raises(InputError):
            read_document(out.getvalue(), "offer.docx")


def test_only_the_visible_words_of_a_page_are_read():
    page = (
        b"<html><head><title>t</title><style>p{}</style></head><body><p>Base salary: <b>$150,000</b></p>"
        b"<p style='display: none'>Base salary: $1</p><script>var x = 'Base $2'</script><p hidden>Base $3</p>"
        b"<table><tr><td>Bonus</td><td>10%</td></tr></table></body></html>"
    )
    letter = read_document(page, "offer.html")
    assert letter.kind == "html"
    assert letter.text == "Base salary: $150,000\nBonus | 10%"


def test_tags_nested_too_deep_are_refused_quickly():
    with pytest.raises(InputError, match="nested"):
        read_document(b"<html>" + b"<div>" * 100_000, "offer.html")


def test_a_mail_gives_its_text_part_with_sender_and_subject():
    mail = (
        b"From: Ann <ann@initech.example>\r\nSubject: =?utf-8?q?Your_offer_=E2=82=AC?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"Base salary \xe2\x82\xac90,000\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Base</p>\r\n--x--\r\n"
    )
    letter = read_document(mail, "offer.eml")
    assert letter.kind == "mail"
    assert "Subject: Your offer €" in letter.text
    assert "Base salary €90,000" in letter.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_plain_text_is_read_in_any_usual_encoding(encoding):
    assert (
        read_document("Salary of £72,000 per annum, naïve".encode(encoding), "a.txt").text
        == "Salary of £72,000 per annum, naïve"
    )


def test_null_bytes_are_dropped():
    assert read_document(b"Base\x00 180k and more text", "a.txt").text == "Base 180k and more text"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b"\x89PNG\r\n", "a.pdf", "image"),
        (b"\xd0\xcf\x11\xe0abc", "a.doc", "old Word"),
        (b"hello", "a.pdf", "called .pdf"),
        (b"x" * (LARGEST_FILE + 1), "a.txt", "10 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, name, words):
    with pytest.raises(InputError, match=words):
        read_document(data, name)


def test_a_missing_file_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="opened"):
        read_document(tmp_path / "none.txt")


def test_a_file_is_read_by_its_content_and_name(tmp_path):
    path = tmp_path / "offer.md"
    path.write_text("## Offer\nBase: $150k", encoding="utf-8")
    assert read_document(path).kind == "markdown"
