"""The Counter page through a browser: written, mended, kept, and readable on a phone."""

from __future__ import annotations

import re

from tests.ui.test_end_to_end import IDLE, OFFER, Server, Tab, browser, pytestmark, server, sync_api, tab

__all__ = ["browser", "pytestmark", "server", "tab"]


def test_a_counter_is_opened_from_the_coach_mended_and_kept_in_every_tab(server: Server, tab: Tab) -> None:
    page, expect = tab.page, sync_api.expect
    page.goto(server.url)
    field = page.get_by_test_id("stChatInputTextArea")
    for words in (OFFER, "write the counter email, I want 198k base"):
        page.wait_for_function(IDLE)
        field.fill(words)
        field.press("Enter")
        page.get_by_text("Show the math").last.wait_for()
    page.get_by_role("link", name="Open in mail").wait_for()
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
    page.get_by_role("button", name="Take the rewrite").click()
    page.get_by_role("button", name="Take the rewrite").wait_for(state="detached")
    expect(message).not_to_have_value(re.compile("or I walk"))
    page.wait_for_function(IDLE)
    mended = message.input_value()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word (.docx)").first.click()
    assert download.value.suggested_filename == "counter.docx"

    other = page.context.new_page()
    other.set_viewport_size({"width": 390, "height": 844})
    other.goto(page.url)
    other.get_by_text("When they answer").wait_for()
    other.wait_for_function(IDLE)
    expect(other.get_by_label("Your message")).to_have_value(mended)
    expect(other.get_by_label("Your walk-away")).to_have_value("185,000")
    overflow = other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
