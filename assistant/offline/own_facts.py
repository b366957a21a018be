"""Own facts: the sentences and table rows of a person's own documents that answer a question.

An article of the library opens with its advice and its sums are examples; a person's document does neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.domain.evidence import Chunk
from assistant.offline.passages import Cited, Closeness, plain_sentences

MOST_FACTS = 3
MOST_ROWS = 8
NEAR_BEST = 0.6
"""Share of the best fact's closeness from which another one answers too."""
_RULE = re.compile(r"^\|[\s:|-]+\|$")


def pick_facts(passages: Mapping[int, Chunk], query: str, number: int) -> list[Cited]:
    """What that passage says to the query, the nearest first; every row of a table that is as near as the best."""
    closeness = Closeness.of(passages, query).without(passages[number].title)
    told = [Cited(number, sentence) for sentence in plain_sentences(passages[number], figures=True)]
    facts = [*told, *(Cited(number, row, shown) for row, shown in read_rows(passages[number].text))]
    near = {fact: closeness.share(fact.shown or fact.sentence) for fact in facts}
    best = max(near.values(), default=0.0)
    if best == 0:
        return told[:MOST_FACTS]
    rows = [fact for fact in facts if fact.shown and near[fact] == best]
    if rows:
        return rows[:MOST_ROWS]
    chosen = [fact for fact in told if near[fact] >= NEAR_BEST * best]
    return sorted(chosen, key=lambda fact: -near[fact])[:MOST_FACTS]


def read_rows(text: str) -> Iterator[tuple[str, str]]:
    r"""Each row of the tables of a Markdown text as it stands, and told with the heads of its columns.

    >>> list(read_rows("| Grade | Units |\n|---|---|\n| B1 | 120 |"))
    [('| B1 | 120 |', 'Grade: B1; Units: 120.')]
    """
    heads: list[str] = []
    last: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if not line.startswith("|"):
            heads, last = [], []
            continue
        if _RULE.match(line):
            heads = last
            continue
        last = [cell.strip() for cell in line.strip("|").split("|")]
        if heads:
            cells = zip(heads, last, strict=False)
            yield line, "; ".join(f"{head}: {cell}" if head else cell for head, cell in cells if cell) + "."


def tell_facts(facts: list[Cited]) -> str:
    """The facts as they are shown: sentences in a row, rows of a table as a list."""
    if any(fact.shown for fact in facts) and len(facts) > 1:
        return "\n".join(f"- {fact.marked}" for fact in facts)
    return " ".join(fact.marked for fact in facts)
