"""The page's entry point: look, navigation, and nothing else.

Started by `parley ui` (see `assistant/interfaces/page.py`), which passes every server option.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import streamlit as st

from ui import state
from ui.components.text import close_panel_on_phone, render_style, show_top
from ui.loading import get_loader
from ui.users import is_hosted, require_user

ICON = Path(__file__).parent / "assets" / "icon.png"


def main() -> None:
    """Draw the page that is chosen."""
    st.set_page_config(page_title="Parley", page_icon=str(ICON), layout="centered")
    render_style()
    close_panel_on_phone()
    if is_hosted():
        get_loader()  # the library is opened while a person signs in
    require_user()
    pages = [
        st.Page(_open("coach"), title="Coach", url_path="coach", default=True),
        st.Page(_open("offers"), title="Offers", url_path="offers"),
        st.Page(_open("counter"), title="Counter", url_path="counter"),
        st.Page(_open("practice"), title="Practice", url_path="practice"),
        st.Page(_open("library"), title="Library", url_path="library"),
        st.Page(_open("settings"), title="Settings and privacy", url_path="settings"),
    ]
    state.set_pages(pages)
    page = st.navigation(pages, position="top")
    state.enter_page(page.url_path)
    if page.url_path:  # the Coach, whose address is empty, shows the last question instead
        show_top(f"visit {state.count_visits()}")
    page.run()


def _open(name: str) -> Callable[[], None]:
    """A page that is imported when it is shown: the first one does not wait for the others."""

    def show() -> None:
        import_module(f"ui.screens.{name}").show()

    return show


if __name__ == "__main__":
    main()
