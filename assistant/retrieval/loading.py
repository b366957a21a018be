"""Reads the library: articles, objections and the bibliography, with errors that name file and fix."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from assistant.domain.evidence import Document, DocumentKind, Section, Source
from assistant.errors import KnowledgeError

_YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
FENCE = re.compile(r"^ {0,3}(```|~~~)")
SOURCES_LINE = re.compile(r"^Sources:[ \t]*([\w.-]+(?:[ \t]*,[ \t]*[\w.-]+)*)[ \t]*$")

NOTHING = "nothing"
"""Stands in place of a document's id where no document is meant."""
SOMETHING = "something"
"""Stands in place of a document's id for what some document answers, whichever it is."""

T = TypeVar("T")


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


DateText = Annotated[str, BeforeValidator(_as_text)]
Names = tuple[str, ...]


class FrontMatter(BaseModel):
    """The keys on top of a library file; `type` and `said` belong to objections."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str = Field(min_length=1)
    topics: Names = ()
    companies: Names = ()
    sources: Names = ()
    as_of: DateText | None = None


class ObjectionFrontMatter(FrontMatter):
    """The keys on top of an objection."""

    type: str = Field(pattern=r"^[a-z_]+$")
    said: Names = Field(min_length=1)


class SourceEntry(Source):
    """A source as the YAML file writes it: an unquoted date is a date there."""

    url: str | None = None
    date: DateText | None = None


NO_OBJECTION = "none"
"""Name of the messages that report no objection."""
_MAY_REPORT = {"objection", "refused", "script_reply", "script_counter", "expectations"}


@dataclass(frozen=True)
class Library:
    """Every document with the bibliography they cite, in the order of the document ids.

    `utterances` are example messages by what they want; `asked` are questions by (document id, heading) of the
    section that answers them, `disputed` questions by the id of the disputed claim they touch. `heard` are more
    messages that report an objection, by its type; those under NO_OBJECTION report something else.
    `elsewhere` are questions no document answers.
    """

    documents: tuple[Document, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    utterances: Mapping[str, Names] = field(default_factory=dict)
    asked: Mapping[tuple[str, str], Names] = field(default_factory=dict)
    disputed: Mapping[str, Names] = field(default_factory=dict)
    heard: Mapping[str, Names] = field(default_factory=dict)
    elsewhere: Names = ()

    @property
    def fingerprint(self) -> str:
        """sha256 over all documents and sources: equal fingerprints mean equal content."""
        digest = hashlib.sha256()
        for item in (*self.documents, *self.sources.values()):
            digest.update(item.model_dump_json().encode())
        return digest.hexdigest()

    @property
    def objection_lines(self) -> dict[str, Names]:
        """What teaches the objections: how each is said and heard, and what reports none of them."""
        lines: dict[str, list[str]] = {}
        for document in self.documents:
            if document.objection and document.said:
                lines.setdefault(str(document.objection), []).extend(document.said)
        if not lines:
            return {}
        for name, heard in self.heard.items():
            lines.setdefault(name, []).extend(heard)
        for name, wanted in self.utterances.items():
            if name not in _MAY_REPORT:
                lines.setdefault(NO_OBJECTION, []).extend(wanted[::4])
        return {name: tuple(dict.fromkeys(listed)) for name, listed in lines.items()}

    @property
    def intent_lines(self) -> dict[str, Names]:
        """What teaches the intents: the utterances, and of what is heard every third message as an objection."""
        reported = [line for name, lines in self.heard.items() if name != NO_OBJECTION for line in lines[::3]]
        return {**self.utterances, "objection": (*self.utterances.get("objection", ()), *reported)}

    @property
    def topic_lines(self) -> dict[str, Names]:
        """The questions asked of each document, by its id, and under `NOTHING` those no document answers.

        The headings of articles count as questions, and under `SOMETHING` stand whole messages that ask for advice:
        most wordings are a few words, and without longer ones a full sentence would look like `NOTHING` by its shape.
        """
        lines: dict[str, Names] = {NOTHING: (*self.utterances.get("out_of_scope", ()), *self.elsewhere)}
        articles = {document.id for document in self.documents if document.kind == "article"}
        for (document, heading), wordings in self.asked.items():
            own = (heading,) if document in articles else ()
            lines[document] = (*lines.get(document, ()), *own, *wordings)
        advice = self.utterances.get("advice", ())
        return {**lines, SOMETHING: advice} if advice and self.asked else lines

    def with_documents(self, documents: Iterable[Document]) -> Library:
        """The same library with a person's own documents added; of two with one id the later stays."""
        merged = {document.id: document for document in (*self.documents, *documents)}
        return replace(self, documents=tuple(merged[key] for key in sorted(merged)))


def load_library(folder: Path) -> Library:
    """Reads `articles/*.md`, `objections/*.md` and `sources.yaml` below `folder`.

    Raises:
        KnowledgeError: a file does not follow the format; the message names it and the fix.
    """
    sources = load_sources(folder / "sources.yaml")
    documents: dict[str, Document] = {}
    for kind in ("articles", "objections"):
        for path in sorted((folder / kind).glob("*.md")):
            document = load_document(path, sources, "objection" if kind == "objections" else "article")
            if document.id in documents:
                raise KnowledgeError(f"{path}: the id {document.id} is taken by another file: choose another")
            documents[document.id] = document
    if not documents:
        raise KnowledgeError(f"{folder}: no document in articles/ or objections/: reinstall the program")
    utterances = load_utterances(folder / "utterances.yaml")
    ordered = tuple(documents[key] for key in sorted(documents))
    said = {(document.id, document.sections[0].path[-1]): document.said for document in ordered if document.said}
    asked = said | load_asked(folder / "asked", documents)
    heard = load_utterances(folder / "heard.yaml")
    elsewhere = load_utterances(folder / "elsewhere.yaml").get(NOTHING, ())
    return Library(ordered, sources, utterances, asked, load_disputed(folder / "claims.yaml"), heard, elsewhere)


def load_disputed(path: Path) -> dict[str, Names]:
    """How people ask about each disputed claim, by its id; none without the file."""
    entries = _read_yaml(_read(path), path) if path.exists() else []
    return {entry["id"]: (entry["topic"], *entry.get("asked", ())) for entry in entries}


def load_asked(folder: Path, documents: Mapping[str, Document]) -> dict[tuple[str, str], Names]:
    """How people ask for each section, from `<document id>.yaml` files; none when there is no such folder.

    Raises:
        KnowledgeError: a file names no document, or a heading the document does not have.
    """
    asked: dict[tuple[str, str], Names] = {}
    for path in sorted(folder.glob("*.yaml")):
        document = documents.get(path.stem)
        if document is None:
            raise KnowledgeError(f"{path}: there is no document {path.stem}: rename the file or remove it")
        headings = {section.path[-1] for section in document.sections if section.path}
        for heading, wordings in _check(TypeAdapter(dict[str, Names]), _read_yaml(_read(path), path), path).items():
            if heading not in headings:
                raise KnowledgeError(f"{path}: {document.id} has no heading {heading!r}: write it as the document does")
            asked[document.id, heading] = wordings
    return asked


def load_utterances(path: Path) -> dict[str, Names]:
    """Example messages by intent; none when the library has no such file.

    Raises:
        KnowledgeError: the file is no mapping from intents to messages.
    """
    return _check(TypeAdapter(dict[str, Names]), _read_yaml(_read(path), path), path) if path.exists() else {}


def load_sources(path: Path) -> dict[str, Source]:
    """The bibliography by id, in the order of the file.

    Raises:
        KnowledgeError: the file is missing, not a list, or an entry is wrong or doubled.
    """
    entries = _check(TypeAdapter(list[SourceEntry]), _read_yaml(_read(path), path), path)
    sources = {entry.id: Source(**entry.model_dump()) for entry in entries}
    if len(sources) < len(entries):
        raise KnowledgeError(f"{path}: two sources share an id: give each its own")
    return sources


def load_document(path: Path, sources: Mapping[str, Source], kind: DocumentKind = "article") -> Document:
    """Reads one article or objection.

    Raises:
        KnowledgeError: front matter, a source id or a section does not follow the format.
    """
    header_text, body = _split_front_matter(_read(path), path)
    values = _read_yaml(header_text, path)
    is_objection = kind == "objection"
    header: FrontMatter = (
        _check(TypeAdapter(ObjectionFrontMatter), values, path)
        if is_objection
        else _check(TypeAdapter(FrontMatter), values, path)
    )
    _check_sources(header.sources, sources, path)
    sections = tuple(_read_sections(body, header.sources, sources, path))
    if not sections:
        raise KnowledgeError(f"{path}: no text below the front matter: add a section")
    return Document(
        **{name: getattr(header, name) for name in ("id", "title", "sources", "as_of")},
        kind=kind,
        sections=sections,
        topics=tuple(topic.lower() for topic in header.topics),
        companies=tuple(company.lower() for company in header.companies),
        objection=header.type if isinstance(header, ObjectionFrontMatter) else None,
        said=(header.title.strip('"“”'), *header.said) if isinstance(header, ObjectionFrontMatter) else (),
    )


def _read_sections(body: str, default: Names, sources: Mapping[str, Source], path: Path) -> Iterable[Section]:
    inherited: dict[int, Names] = {}
    parts = list(split_by_heading(body))
    paths = [headings for _, headings, _ in parts]
    for depth, headings, lines in parts:
        for outer in [level for level in inherited if level >= depth]:
            del inherited[outer]
        named = [match[1] for line in lines if (match := SOURCES_LINE.match(line))]
        facts = inherited[max(inherited)] if inherited else default
        if named:
            facts = tuple(part.strip() for group in named for part in group.split(","))
            _check_sources(facts, sources, path)
        inherited[depth] = facts
        text = "\n".join(line for line in lines if not SOURCES_LINE.match(line)).strip()
        if text:
            yield Section(path=headings, text=text, fact_sources=facts)
        elif headings and not any(other[:-1] == headings for other in paths):
            raise KnowledgeError(f"{path}: nothing below the heading {headings[-1]!r}: add text or remove it")


def split_by_heading(body: str) -> Iterable[tuple[int, tuple[str, ...], list[str]]]:
    """The parts of a Markdown text: depth of the heading (0 before the first), heading path, lines below."""
    stack: list[tuple[int, str]] = []
    lines: list[str] = []
    fence: str | None = None
    for line in body.splitlines():
        if mark := FENCE.match(line):
            fence = mark[1] if fence is None else (None if mark[1] == fence else fence)
        heading = HEADING.match(line) if fence is None else None
        if heading is None:
            lines.append(line)
            continue
        yield stack[-1][0] if stack else 0, tuple(text for _, text in stack), lines
        lines = []
        depth = len(heading[1])
        stack = [*(entry for entry in stack if entry[0] < depth), (depth, heading[2])]
    yield stack[-1][0] if stack else 0, tuple(text for _, text in stack), lines


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}): reinstall the program") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: is not UTF-8 text: save it as UTF-8") from error


def _split_front_matter(text: str, path: Path) -> tuple[str, str]:
    match = FRONT_MATTER.match(text)
    if match is None:
        raise KnowledgeError(f"{path}: has no front matter: start the file with id, title … between two ---")
    return match[1], text[match.end() :]


def _read_yaml(text: str, path: Path) -> Any:
    try:
        return yaml.load(text, Loader=_YamlLoader)  # noqa: S506 - the safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: is not valid YAML: {str(error).splitlines()[0]}") from error


def _check(adapter: TypeAdapter[T], values: Any, path: Path) -> T:
    try:
        return adapter.validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise KnowledgeError(f"{path}: {place}: {first['msg']}") from error


def _check_sources(names: Names, sources: Mapping[str, Source], path: Path) -> None:
    unknown = [name for name in names if name not in sources]
    if unknown:
        raise KnowledgeError(f"{path}: no source {', '.join(unknown)} in sources.yaml: add it there or correct the id")
