"""The page's entry point: look, navigation, and nothing else.

Started by `parley ui` (see `assistant/interfaces/page.py`), which passes every server option.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui import state
from ui.components.text import close_panel_on_phone, render_style, show_top
from ui.screens import coach, counter, library, offers, practice, settings
from ui.users import require_user

ICON = Path(__file__).parent / "assets" / "icon.png"


def main() -> None:
    """Draw the page that is chosen."""
    st.set_page_config(page_title="Parley", page_icon=str(ICON), layout="centered")
    render_style()
    close_panel_on_phone()
    require_user()
    pages = [
        st.Page(coach.show, title="Coach", url_path="coach", default=True),
        st.Page(offers.show, title="Offers", url_path="offers"),
        st.Page(counter.show, title="Counter", url_path="counter"),
        st.Page(practice.show, title="Practice", url_path="practice"),
        st.Page(library.show, title="Library", url_path="library"),
        st.Page(settings.show, title="Settings and privacy", url_path="settings"),
    ]
    state.set_pages(pages)
    page = st.navigation(pages, position="top")
    state.enter_page(page.url_path)
    if page.url_path:  # the Coach, whose address is empty, shows the last question instead
        show_top(f"visit {state.count_visits()}")
    page.run()


if __name__ == "__main__":
    main()
