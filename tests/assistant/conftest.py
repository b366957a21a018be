"""Sessions with everything real behind them, except the network; the library is opened once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from assistant.agent.build import build_agent
from assistant.agent.run import ChatModelGraph
from assistant.bootstrap import build_guidance, build_reference
from assistant.cases.memory_store import MemoryCaseStore
from assistant.cases.store import CaseStore
from assistant.domain.status import Status
from assistant.offline.model import MODEL_NAME, CoachModel
from assistant.paths import bundle_root
from assistant.reference.claims import load_claims
from assistant.retrieval.guidance import GuidanceLibrary
from assistant.session import CoachSession
from tests.fakes.graph import PROMPTS

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
STATUS = Status(
    chat_model=MODEL_NAME,
    search_mode="hybrid",
    passages=1,
    data_folder="data",
    store="memory",
    outgoing=(),
    notes=(),
    checks=(),
)
OpenSession = Callable[..., CoachSession]


@pytest.fixture(scope="session")
def guidance(tmp_path_factory: pytest.TempPathFactory) -> GuidanceLibrary:
    library, _ = build_guidance(bundle_root() / "knowledge", tmp_path_factory.mktemp("data"))
    return library


@pytest.fixture(scope="session")
def embedded() -> ChatModelGraph:
    return ChatModelGraph(MODEL_NAME, build_agent(CoachModel(render=PROMPTS.render), PROMPTS))


@pytest.fixture(scope="session")
def open_session(guidance: GuidanceLibrary, embedded: ChatModelGraph) -> OpenSession:
    def open_session(store: CaseStore | None = None, chosen: ChatModelGraph | None = None) -> CoachSession:
        return CoachSession(
            guidance=guidance,
            claims=load_claims(bundle_root() / "knowledge" / "claims.yaml"),
            reference=build_reference(),
            store=store or MemoryCaseStore(),
            chosen=chosen or embedded,
            embedded=embedded,
            clock=lambda: NOW,
            describe=lambda: STATUS,
        )

    return open_session
