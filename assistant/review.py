"""Review: the look over a draft, for callers that need no conversation."""

from __future__ import annotations

from assistant.tools.message_facts import read_facts
from assistant.tools.message_review import WHY, Flaw, Review, review_in_case, review_message

__all__ = ["WHY", "Flaw", "Review", "read_facts", "review_in_case", "review_message"]
