"""The Coach through a browser: what to do next, an edited message in two tabs, and everything deleted for good."""

from __future__ import annotations

from tests.ui.test_end_to_end import IDLE, OFFER, Server, Tab, browser, pytestmark, send, server, sync_api, tab

__all__ = ["browser", "pytestmark", "server", "tab"]


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


def test_everything_is_deleted_for_good(server: Server, tab: Tab) -> None:
    page = tab.page
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    send(page, "The recruiter says the larkcanary band does not allow more")
    page.goto(f"{server.url}/settings")
    page.get_by_role("button", name="Delete everything…").click()
    page.get_by_role("button", name="Delete everything for good").click()
    page.get_by_role("button", name="Delete everything for good").wait_for(state="detached")
    page.wait_for_function(IDLE)
    page.goto(server.url)
    page.get_by_text("You have an offer").wait_for()
    sync_api.expect(page.get_by_text("larkcanary")).to_have_count(0)
    assert not any(b"larkcanary" in path.read_bytes() for path in server.data.rglob("*") if path.is_file())
