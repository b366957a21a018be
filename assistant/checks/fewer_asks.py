"""Fewer asks: a list of wishes cut down to those that carry most, in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks import flaw_patterns as words
from assistant.checks.draft_lines import Part

MOST_KEPT = 3
_ORDER = ("base", "equity", "sign-on", "bonus", "title or level", "relocation", "housing")
_AND = r"(?:and|und|y|et|e|en)"
_BREAK = re.compile(rf"\s*;\s*|,\s+(?:{_AND} )?|\s+{_AND}\s+", re.IGNORECASE)


def cut_asks(asks: Sequence[Part]) -> dict[int, str]:
    """What takes the place of each ask, by its start: itself, some of its items, or nothing."""
    lines: dict[int, str] = {}
    left = MOST_KEPT
    ranked = sorted(asks, key=lambda part: (_rank(part.text), part.start))
    keep = {part.start for part in ranked[:MOST_KEPT]} if len(asks) > 1 else {asks[0].start}
    for part in asks:
        if part.start not in keep or left < 1:
            lines[part.start] = ""
            continue
        lines[part.start], used = _cut_items(part.text, left if part is asks[-1] or len(asks) == 1 else 1 + (left > 2))
        left -= used
    return lines


def _rank(text: str) -> int:
    found = [_ORDER.index(name) for name in _ORDER if words.LEVERS[name].search(text)]
    return min(found, default=len(_ORDER))


def _cut_items(text: str, most: int) -> tuple[str, int]:
    """A sentence with its best items only, and how many these are."""
    head, colon, body = text.rpartition(": ") if ": " in text else ("", "", text)
    joints = [match for match in _BREAK.finditer(body) if ";" in match[0]] if body.count(";") > 1 else []
    joints = joints or list(_BREAK.finditer(body))
    starts, ends = [0, *(m.end() for m in joints)], [*(m.start() for m in joints), len(body)]
    items = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    named = [n for n, item in enumerate(items) if any(p.search(item) for p in words.LEVERS.values())]
    if len(named) <= most:
        return text, len(named) or 1
    best = sorted(sorted(named, key=lambda n: (_rank(items[n]), n))[:most])
    lead = body[: starts[named[0]]] if named[0] else ""
    kept = [items[n].strip(" .;,?!") for n in best]
    if named[0] == 0 and best[0] != 0:
        opening = re.match(r"(?:\W*\w+ ){0,6}?(?:like|do|ask for|want|need|love|at|see)\s", items[0])
        lead = opening.group() if opening else ""
    word = next(iter(re.findall(rf"[ ,]({_AND}) ", body)), "and")
    joined = kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} {word} {kept[-1]}"
    end = re.search(r"[.!?]+$", text)
    mark = "?" if re.match(r"\W*(?:can|could|would|will)\b", head or body, re.IGNORECASE) else "."
    return f"{head}{colon}{lead}{joined}{end.group() if end and mark == '.' else mark}", len(best)
