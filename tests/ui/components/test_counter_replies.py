"""The ladder of replies: every number they may name has an answer."""

from __future__ import annotations

import re

from assistant.domain.result import ToolResult
from ui.components.counter_replies import _compose_ladder

RUNGS = ((190_000, "hold"), (195_000, "counter"), (200_000, "counter"), (205_000, "accept"), (216_000, "accept"))


def test_what_lies_between_two_numbers_has_an_answer_too() -> None:
    table = [{"reply": reply, "zone": zone, "words": zone} for reply, zone in RUNGS]
    shown = _compose_ladder(
        ToolResult(
            tool="counter_ladder",
            text="",
            table=table,
            data={"currency": "USD", "zones": {"counter": 192_000, "accept": 204_000}},
        )
    )
    lines = re.findall(r"<td>([^<]+)</td><td class=\"pl-zone-(\w+)", shown)
    assert lines == [("$190,000", "hold"), ("from $192,000", "counter"), ("from $204,000", "accept")]
