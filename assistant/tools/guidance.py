"""The tool search_guidance."""

from __future__ import annotations

from pydantic import Field

from assistant.domain.evidence import Hit
from assistant.domain.result import ToolResult
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "search_guidance"
PASSAGES = 8
POSSIBLE_OBJECTION = 0.35


class SearchGuidanceArguments(ToolArguments):
    """Arguments of search_guidance."""

    query: str = Field(min_length=1, max_length=2000, description="what to look for, in a few words")
    objection: str | None = Field(
        default=None, max_length=40, description="objection type whose whole document is wanted, e.g. band_limit"
    )
    company: str | None = Field(default=None, max_length=80, description="the employer it is about, if any")


def run_search_guidance(arguments: SearchGuidanceArguments, deps: ToolDeps) -> ToolResult:
    """Search the library; an objection it may be brings its whole document along, first.

    Objections are looked for in the person's newest words: those are what the recruiter's line stands in.
    """
    named = (arguments.company.casefold(),) if arguments.company else ()
    companies = tuple(dict.fromkeys((*named, *deps.guidance.companies_in(arguments.query))))
    found = deps.guidance.find(arguments.query, PASSAGES, companies or _find_on_file(deps))
    said = deps.words[-1] if deps.words else arguments.query
    objections = deps.guidance.match_objections(said)
    possible = objections[0][0] if objections and objections[0][1] >= POSSIBLE_OBJECTION else None
    hits = list(found.hits)
    wanted = arguments.objection or possible
    if wanted:
        about = deps.guidance.objection_passages(wanted)
        known = {hit.chunk.chunk_id for hit in about}
        hits = [*about, *(hit for hit in hits if hit.chunk.chunk_id not in known)]
    return ToolResult(
        tool=NAME,
        text=render_passages(hits) if hits else "Nothing in the library is about this.",
        data={
            "query": arguments.query,
            "today": deps.today.isoformat(),
            "companies": list(companies),
            "slips": deps.guidance.find_slips(said),
            "about": wanted,
            "support": found.support,
            "known": deps.guidance.know_share(said),
            "claimed": max(deps.guidance.match_disputed(said).values(), default=0.0),
            "intents": [[name, share] for name, share in deps.guidance.match_intents(said)],
            "objections": [[name, score] for name, score in objections[:3]],
            "passages": [
                hit.chunk.model_dump(mode="json", exclude={"content_hash"}) | {"score": hit.score} for hit in hits
            ],
        },
    )


def _find_on_file(deps: ToolDeps) -> tuple[str, ...]:
    """The company of the one offer on file; none where several are, or nobody can say whom a question is about."""
    companies = {offer.offer.company for offer in deps.case.offers}
    only = companies.pop() if len(companies) == 1 else None
    return deps.guidance.companies_in(only) if only else ()


def render_passages(hits: list[Hit]) -> str:
    """Passages as the chat model reads them; the numbers are put in when they are sent."""
    return "\n\n".join(
        f"<{hit.chunk.chunk_id}> {hit.chunk.title} > {hit.chunk.section} ({hit.chunk.publisher})\n{hit.chunk.text}"
        for hit in hits
    )


SEARCH_GUIDANCE = ToolSpec(
    name=NAME,
    description=(
        "Passages of the guidance library about a question, each with a number to cite. "
        "Use it for every piece of advice; advice without a passage is not given."
    ),
    arguments=SearchGuidanceArguments,
    run=run_search_guidance,
    status="looking up the guidance…",
)
