"""LangChain's own suites for chat models, run on the embedded coach.

What they skip does not exist here: pictures, sound and PDF as input, JSON mode, recorded network traffic,
settings from the environment, and loading the model from JSON.
"""

from __future__ import annotations

from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_tests.integration_tests import ChatModelIntegrationTests
from langchain_tests.unit_tests import ChatModelUnitTests

from assistant.agent.prompts import Prompts
from assistant.offline.model import CoachModel
from assistant.paths import bundle_root


class EmbeddedCoach:
    """What both suites must know about the model."""

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return CoachModel

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"render": Prompts(bundle_root() / "prompts").render}

    @property
    def model_override_value(self) -> str:
        return "another-name"


class TestUnitSuite(EmbeddedCoach, ChatModelUnitTests):
    pass


class TestIntegrationSuite(EmbeddedCoach, ChatModelIntegrationTests):
    pass
