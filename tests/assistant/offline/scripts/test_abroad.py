"""Messages in other languages: whole templates of our own, the person's sentences, and a speaker to check them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.cases.memory_store import MemoryCaseStore
from assistant.offline.scripts.abroad import SPEAKER_CHECK, message_language
from assistant.session import CoachSession


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Schreib mir eine Mail an Frau Brandt. Angebot 68.000 €, ich möchte 74.000 €. "
         "Grund: ich habe die Migration geleitet.",
         ("Sehr geehrte Frau Brandt", "74.000 €", "Ich habe die Migration geleitet.", "Mit freundlichen Grüßen")),
        ("escríbeme un correo para Inés de RH: me ofrecen 38.000 € y quiero 42.000 € porque tengo 6 años con SAP",
         ("Buenos días, Inés", "42.000 €", "porque tengo 6 años con SAP", "Un cordial saludo")),
        ("Peux-tu rédiger un mail pour Mme Lefort ? Ils proposent 48 000 €, je voudrais 53 000 €.",
         ("Bonjour Madame Lefort", "53 000 €", "Cordialement")),
        ("preciso de mais tempo pra responder a proposta da Thaís (RH). queria até sexta dia 10. msg curta de whatsapp",
         ("Olá, Thaís", "até sexta dia 10")),
    ],
)  # fmt: skip
def test_the_message_is_in_the_language_of_the_request(
    text: str, parts: tuple[str, ...], open_session: Callable[..., CoachSession]
) -> None:
    answer = open_session(MemoryCaseStore()).ask(text)
    assert answer.kind == "script"
    assert all(part in answer.text for part in parts), answer.text
    assert SPEAKER_CHECK in answer.text


@pytest.mark.parametrize(
    ("text", "language"),
    [("write to Ann in Spanish", "Spanish"), ("ek msg likh do english mein", None), ("write to Ann", None)],
)
def test_english_is_the_rule_and_another_language_is_asked_for(text: str, language: str | None) -> None:
    assert message_language(text) == language
