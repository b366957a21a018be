"""Only one module of the page may hand text to Streamlit's own Markdown or HTML."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
DOOR = UI / "components" / "text.py"
MODULES = sorted(path for path in UI.rglob("*.py") if path != DOOR)
# Each of these reads Markdown or HTML in its body, or fetches what it is pointed at.
FORBIDDEN = frozenset(
    [
        "markdown",
        "write",
        "write_stream",
        "html",
        "title",
        "header",
        "subheader",
        "caption",
        "latex",
        "iframe",
        "image",
        "video",
        "audio",
        "logo",
        "metric",
        "toast",
        "help",
        "json",
        "table",
        "badge",
        "segmented_control",
    ]
)
LABELLED = frozenset(
    [
        "button",
        "download_button",
        "link_button",
        "expander",
        "popover",
        "status",
        "checkbox",
        "toggle",
        "selectbox",
        "multiselect",
        "text_input",
        "text_area",
        "number_input",
        "radio",
        "pills",
        "form_submit_button",
        "error",
        "warning",
        "info",
        "success",
        "progress",
        "spinner",
        "tabs",
        "update",
    ]
)


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def is_streamlit(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "st"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(UI).as_posix())
def test_text_goes_through_the_one_door(path: Path) -> None:
    used = {called_name(call) for call in calls(path) if is_streamlit(call)}
    assert not used & FORBIDDEN
    assert "unsafe_allow" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(UI).as_posix())
def test_labels_that_are_not_fixed_words_are_escaped(path: Path) -> None:
    for call in calls(path):
        if called_name(call) not in LABELLED or not (is_streamlit(call) or called_name(call) == "update"):
            continue
        labels = [
            *call.args[:1],
            *(item.value for item in call.keywords if item.arg in ("label", "text", "help")),
        ]
        for label in labels:
            fixed = isinstance(label, ast.Constant | ast.Attribute) or getattr(label, "id", "").isupper()
            escaped = isinstance(label, ast.Call) and getattr(label.func, "id", "") == "escape_label"
            number = called_name(call) == "progress" and label is call.args[0]
            assert fixed or escaped or number, f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(UI).as_posix())
def test_options_drawn_as_pills_are_escaped(path: Path) -> None:
    for call in calls(path):
        if called_name(call) == "pills":
            (shown,) = (item.value for item in call.keywords if item.arg == "format_func")
            assert isinstance(shown, ast.Lambda)
            assert isinstance(shown.body, ast.Call)
            assert getattr(shown.body.func, "id", "") == "escape_label"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(UI).as_posix())
def test_markup_is_made_by_its_own_functions_only(path: Path) -> None:
    if path.name in {"markup.py", "safe_markdown.py"}:
        return
    made = [call for call in calls(path) if getattr(call.func, "id", "") == "Markup"]
    assert all(not call.args for call in made)


def test_the_style_sheet_fetches_nothing() -> None:
    style = (UI / "assets" / "parley.css").read_text(encoding="utf-8").casefold()
    assert not any(word in style for word in ("url(", "@import", "http", "//", "image-set", "expression"))
