"""The list of tools; a new tool is one line here."""

from __future__ import annotations

from assistant.errors import InputError
from assistant.tools.case import SHOW_CASE
from assistant.tools.compensation import TOTAL_COMPENSATION
from assistant.tools.counter import COUNTER_PLAN
from assistant.tools.guidance import SEARCH_GUIDANCE
from assistant.tools.offer import RECORD_OFFER
from assistant.tools.spec import ToolSpec

SPECS: tuple[ToolSpec, ...] = (SEARCH_GUIDANCE, RECORD_OFFER, SHOW_CASE, TOTAL_COMPENSATION, COUNTER_PLAN)


def find_spec(name: str) -> ToolSpec:
    """The tool of that name.

    Raises:
        InputError: there is none.
    """
    for spec in SPECS:
        if spec.name == name:
            return spec
    raise InputError("tool", f'"{name}" is unknown; the tools are {", ".join(spec.name for spec in SPECS)}')
