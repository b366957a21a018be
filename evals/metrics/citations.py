"""Citations: each marker leads to a source, and each quote stands in its source word for word."""

from __future__ import annotations

import re

from evals.conversations import Conversation, Exchange
from evals.metrics.score import Score, passed

MARKER = re.compile(r"\[(\d{1,3})\](?!\()")


def score_citations(exchange: Exchange) -> Score:
    """1 when markers and citations belong to each other one to one and all quotes are verbatim.

    Cannot be scored for an answer with neither.
    """
    answer = exchange.answer
    marked = {int(number) for number in MARKER.findall(answer.text)}
    cited = [citation.n for citation in answer.citations]
    if not marked and not cited:
        return Score(exchange.name, None, "nothing is cited")
    problems = [f"[{number}] leads to no citation" for number in sorted(marked - set(cited))]
    problems += [f"citation {number} has no marker in the answer" for number in sorted(set(cited) - marked)]
    problems += [f"citation {number} is given twice" for number in sorted(set(cited)) if cited.count(number) > 1]
    for citation in answer.citations:
        passage = exchange.passages.get(citation.chunk_id)
        if passage is None:
            problems.append(f"the passage {citation.chunk_id} of [{citation.n}] does not exist")
        elif not citation.quote.strip() or citation.quote not in passage:
            problems.append(f'the quote of [{citation.n}] does not stand in its passage: "{citation.quote[:80]}"')
    return passed(exchange.name, problems)


def score_cited(conversation: Conversation) -> Score:
    """1 when an answer that must cite does, and one that must not does not."""
    sample, answer = conversation.sample, conversation.last
    if sample.cites is None:
        return Score(sample.id, None, "may cite or not")
    if answer is None:
        return passed(sample.id, [f"broke off: {conversation.error}"])
    does = bool(answer.citations) and bool(MARKER.search(answer.text))
    return passed(sample.id, [] if does is sample.cites else ["cites nothing" if sample.cites else "cites something"])
