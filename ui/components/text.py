"""The one door to the page for text of chat models, documents and people.

Streamlit's own Markdown fetches remote pictures and reads directives, formulas and emoji names, so no
other module of the page may hand it text: bodies go through `render_*`, labels through `escape_label`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import streamlit as st

from ui.components.markup import Markup, tag
from ui.components.safe_markdown import CiteLink, to_markup

STYLE_SHEET = Path(__file__).parent.parent / "assets" / "parley.css"
# The page's only scripts: fixed words, no text of anybody in them but the letters of the moment.
_SCROLL = """<script>
// {}
setTimeout(() => {{
  const places = document.querySelectorAll("{}");
  if (places.length) places[places.length - 1].scrollIntoView({{block: "start"}});
}}, 200);
</script>"""
_CLOSE_PANEL = """<script>
// a panel left open would cover a narrow page
setTimeout(() => {
  const open = "[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button";
  if (window.innerWidth < 768) document.querySelector(open)?.click();
}, 200);
</script>"""
_WORD_JOINER = "\u2060"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
# A label is also the name a screen reader reads out, backslashes and all: what acts at the beginning of a line only is
# left alone elsewhere.
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#!|~$&^])")
_BEGINS_A_LIST = re.compile(r"\A(\d*)([-+=.)])")
# Streamlit looks for these in the parsed text, where a backslash no longer helps.
_FOUND_LATE = re.compile(r"(:)(?=[\w+/-])|(?<=\b)(https?|ftp|www|mailto|xmpp)(?=[.:])|(@)", re.IGNORECASE)


def render(markup: Markup) -> None:
    """Put Markup on the page.

    Raises:
        TypeError: a plain string was given, which could hold anything.
    """
    if not isinstance(markup, Markup):
        raise TypeError("only Markup may be put on the page; use render_text for text")
    if markup:
        st.html(markup)


def render_text(markdown: str, *, links: Collection[str] = (), cite: CiteLink | None = None) -> None:
    """Put the safe subset of a Markdown text on the page; see `to_markup` for the arguments."""
    render(tag("div", to_markup(markdown, links=links, cite=cite), css="pl-prose"))


def render_style() -> None:
    """Put the page's own style sheet on the page."""
    st.html(STYLE_SHEET)


def show_last_question(moment: str) -> None:
    """Bring the last question to the top of the window, once for each `moment`.

    A person reads an answer from its beginning, and the page would stay where it was.
    """
    _scroll_to(".pl-question", moment)


def show_scorecard(moment: str) -> None:
    """Bring the scorecard to the top of the window, once for each `moment`."""
    _scroll_to(".pl-score", moment)


def show_top(moment: str) -> None:
    """Bring the top of the page into the window, once for each `moment`."""
    _scroll_to("[data-testid=stMainBlockContainer]", moment)


def close_panel_on_phone() -> None:
    """Close the side panel when the page is loaded on a narrow screen, which it would cover."""
    st.html(_CLOSE_PANEL, unsafe_allow_javascript=True)


def _scroll_to(place: str, moment: str) -> None:
    st.html(_SCROLL.format(re.sub(r"[^\w -]", "", moment), place), unsafe_allow_javascript=True)


def escape_label(text: str, longest: int = 80) -> str:
    r"""One line of text for a label, a tooltip or a message box, shown as it stands.

    Streamlit reads Markdown in all of these. Directives, emoji names and addresses are found after
    Markdown's own escapes are gone; an invisible word joiner keeps those apart.

    >>> escape_label("a *b* $5")
    'a \\*b\\* \\$5'
    """
    line = " ".join(_UNSEEN.sub(" ", text).split())
    if len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    line = _FOUND_LATE.sub(lambda found: found[0] + _WORD_JOINER, line)
    return _BEGINS_A_LIST.sub(r"\1\\\2", _PUNCTUATION.sub(r"\\\1", line))


def make_key(text: str) -> str:
    """A text as the key of a container, which becomes a class name on the page.

    >>> make_key("term Acme, Inc. 5")
    'term-Acme--Inc--5'
    """
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in text)
