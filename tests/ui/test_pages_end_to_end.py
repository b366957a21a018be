"""The pages through a browser: one leads to the next, what is written is kept in every tab, all can be read."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from docx import Document
from icalendar import Calendar

from tests.ui.browser import (
    IDLE,
    NEEDS_CHROMIUM,
    OFFER,
    Server,
    Tab,
    check_accessible,
    send,
    sync_api,
)

pytestmark = NEEDS_CHROMIUM

WIDE_TABLES = """
    [...document.querySelectorAll(".pl-table")].filter(one => one.scrollWidth > one.clientWidth + 1)
        .map(one => one.textContent)
"""
"""Tables of which a part lies past the edge, folded ones as well."""


def test_the_side_panel_leads_from_the_terms_to_the_counter(server: Server, tab: Tab) -> None:
    page = tab.page
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    send(page, OFFER)
    page.get_by_role("button", name="Check the terms").click()
    page.get_by_role("button", name="Confirm Microsoft").click()
    page.get_by_role("button", name="Plan my counter").click()
    page.get_by_role("button", name="Write my message").click()
    page.get_by_text("You ask for").wait_for()
    page.get_by_role("button", name="Practise the call").wait_for()
    assert page.get_by_role("heading", name="Counter").is_visible()


def test_an_edited_message_is_edited_in_every_tab(server: Server, tab: Tab) -> None:
    page = tab.page
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    send(page, "Base $150K and a 10% bonus at Hooli")
    page.get_by_text("$165,000").first.wait_for()
    page.get_by_role("button", name="Edit my message").click()
    page.get_by_text("takes the place of this one").wait_for()
    field = page.get_by_test_id("stChatInputTextArea")
    sync_api.expect(field).to_have_value("Base $150K and a 10% bonus at Hooli")
    field.fill("Base $160K and a 10% bonus at Hooli")
    field.press("Enter")
    page.get_by_text("$176,000").first.wait_for()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_text("$176,000").first.wait_for()
    sync_api.expect(other.locator(".pl-question")).to_have_count(1)


def test_earlier_messages_are_shown_where_they_were_asked_for(server: Server, tab: Tab) -> None:
    page = tab.page
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    for number in range(6):
        send(page, f"thanks, that is the {number}th")
    more = page.get_by_role("button", name="Show the 3 earlier messages")
    more.scroll_into_view_if_needed()
    more.click()
    more.wait_for(state="detached")
    page.wait_for_timeout(500)
    sync_api.expect(page.locator(".pl-question")).to_have_count(6)
    sync_api.expect(page.locator(".pl-question").nth(3)).to_be_in_viewport()


def test_one_conversation_and_then_everything_is_deleted_for_good(server: Server, tab: Tab) -> None:
    page = tab.page
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    send(page, "The recruiter says the canarybird band does not allow more")
    page.get_by_role("button", name="Rename or delete").click()
    page.get_by_role("button", name="Delete…").click()
    page.get_by_role("button", name="Delete for good").click()
    page.get_by_text("You have an offer").wait_for()
    sync_api.expect(page.get_by_text("canarybird")).to_have_count(0)
    assert not _is_kept(server, b"canarybird")
    send(page, "The recruiter says the larkcanary band does not allow more")
    page.goto(f"{server.url}/settings")
    page.get_by_role("button", name="Delete everything…").click()
    page.get_by_role("button", name="Delete everything for good").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Delete everything for good").click()
    page.get_by_role("button", name="Delete everything for good").wait_for(state="detached")
    page.wait_for_function(IDLE)
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    sync_api.expect(page.get_by_text("larkcanary")).to_have_count(0)
    assert not _is_kept(server, b"larkcanary")


def _is_kept(server: Server, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in server.data.rglob("*") if path.is_file())


def test_empty_pages_and_the_library_can_be_read_by_everybody(server: Server, tab: Tab) -> None:
    page = tab.page
    for place, words in (
        ("", "You have an offer"),
        ("offers", "See what is really"),
        ("practice", "a confirmed offer"),
    ):
        page.goto(f"{server.url}/{place}")
        page.get_by_text(words).wait_for()
        check_accessible(page)
    page.goto(f"{server.url}/library")
    page.get_by_label("Search the library").fill("sign-on clawback")
    page.get_by_label("Search the library").press("Enter")
    page.get_by_text("Trust:").or_(page.get_by_text("trust: ")).first.wait_for()
    page.get_by_text("Where the sources disagree").click()
    check_accessible(page)


def test_a_counter_is_copied_opened_from_the_coach_mended_and_kept_in_every_tab(server: Server, tab: Tab) -> None:
    page, expect = tab.page, sync_api.expect
    page.goto(server.url)
    field = page.get_by_test_id("stChatInputTextArea")
    for words in (f"{OFFER}, they want an answer by 15 December", "write the counter email, I want 198k base"):
        page.wait_for_function(IDLE)
        field.fill(words)
        field.press("Enter")
        page.get_by_text("Show the math").last.wait_for()
    page.get_by_role("link", name="Open in mail").wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_test_id("stCode").first.get_by_role("button", name="Copy to clipboard").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Microsoft" in copied
    assert "[1]" not in copied
    assert words_of_docx(*download(page, "Word (.docx)")) == ("message.docx", words_in(copied))
    assert press_mail_link(page) == words_in(copied)
    page.get_by_role("button", name="Open in Counter").click()
    page.get_by_text("What a trade is worth").wait_for()
    assert "/counter" in page.url
    message = page.get_by_label("Your message")
    expect(message).to_have_value(re.compile(r"\$198,000"))

    page.get_by_label("Your walk-away").fill("185k")
    page.get_by_label("Your walk-away").press("Tab")
    page.get_by_text("below it, say no").wait_for()
    message.fill("I want 200k base or I walk. You offered 170k.")
    message.press("Tab")
    page.get_by_role("button", name="Take the rewrite").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Take the rewrite").click()
    page.get_by_role("button", name="Take the rewrite").wait_for(state="detached")
    expect(message).not_to_have_value(re.compile("or I walk"))
    page.wait_for_function(IDLE)
    mended = message.input_value()
    titled = ["My", "offer", *words_in(mended)]
    assert words_of_docx(*download(page, "Word (.docx)")) == ("counter.docx", titled)
    name, data = download(page, "Markdown (.md)")
    assert (name, words_in(data.decode())) == ("counter.md", titled)
    assert press_mail_link(page) == titled
    name, data = download(page, "Deadline (.ics)")
    days = [event.start for event in Calendar.from_ical(data).events]
    assert (name, [(day.month, day.day) for day in days]) == ("deadline.ics", [(12, 15)])

    other = page.context.new_page()
    other.set_viewport_size({"width": 390, "height": 844})
    other.goto(page.url)
    other.get_by_text("When they answer").wait_for()
    other.wait_for_function(IDLE)
    expect(other.get_by_label("Your message")).to_have_value(mended)
    expect(other.get_by_label("Your walk-away")).to_have_value("185,000")
    overflow = other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    assert other.evaluate(WIDE_TABLES) == []


def download(page: sync_api.Page, label: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that the first button of this label gives."""
    with page.expect_download() as given:
        page.get_by_role("button", name=label).first.click()
    return given.value.suggested_filename, Path(given.value.path()).read_bytes()


def words_of_docx(name: str, data: bytes) -> tuple[str, list[str]]:
    return name, words_in("\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs))


def press_mail_link(page: sync_api.Page) -> list[str]:
    """The words of the mail that the first link opens, which leaves the page where it is."""
    link, address = page.get_by_role("link", name="Open in mail").first, page.url
    link.click()
    assert page.url == address
    kind, _, fields = str(link.get_attribute("href")).partition("?subject=")
    assert kind == "mailto:"
    subject, _, body = fields.partition("&body=")
    return words_in(f"{unquote(subject)} {unquote(body)}")


def words_in(text: str) -> list[str]:
    return re.findall(r"[\w$%]+", text.lstrip("# ").removeprefix("Subject: "))
