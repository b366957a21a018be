"""Sources asked: where the last answer comes from."""

from __future__ import annotations

from assistant.offline import lexicon
from assistant.offline.composed import Composed, paragraphs
from assistant.offline.passages import cite
from assistant.offline.thread import ASKS_SOURCE
from assistant.offline.view import View

MOST_NAMED = 4
LEADS_IN = "My last answer rests on these passages:"
OPENS = "A number opens the passage with the words marked; the library lists each publisher's address, date and trust."


def compose_sources(view: View) -> Composed | None:
    """The passages that the last answer cited with who publishes them; None where nothing of the kind is asked."""
    if not (view.last_citations and ASKS_SOURCE.search(lexicon.fold(view.texts[-1]))):
        return None
    cited = {item["chunk_id"]: item for item in reversed(view.last_citations)}
    numbers = {passage.chunk_id: number for number, passage in view.passages.items()}
    lines = []
    for chunk_id, item in list(reversed(cited.items()))[:MOST_NAMED]:
        marker = f" {cite(numbers[chunk_id], item['quote'])}" if chunk_id in numbers else ""
        heading = item["section"].split(" > ")[-1] or item["title"]
        lines.append(f"- **{heading}** in “{item['title']}”, after {item['publisher']}.{marker}")
    return Composed(paragraphs(LEADS_IN, "\n".join(lines), OPENS), "advice")
