"""Personal data: everything a person put in, taken out as one file or removed for good."""

from __future__ import annotations

import io
import zipfile

from pydantic import BaseModel, ConfigDict

from assistant.casebook import CaseBook
from assistant.domain.evidence import Document
from assistant.library import OnProgress, PersonalLibrary


class RemovedData(BaseModel):
    """How much was removed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cases: int
    turns: int
    offers: int
    documents: int


class PersonalData:
    """The kept cases and the person's own documents together."""

    def __init__(self, casebook: CaseBook, library: PersonalLibrary) -> None:
        self._casebook, self._library = casebook, library

    def export(self) -> bytes:
        """A ZIP file: cases.json, to import again, and each own document as Markdown."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("cases.json", self._casebook.render_all())
            for entry in self._library.list_documents(own_only=True):
                document = self._library.open_document(entry.source_id)
                archive.writestr(f"documents/{document.id}.md", _render_document(document))
        return file.getvalue()

    def delete(self, progress: OnProgress | None = None) -> RemovedData:
        """Remove every case and every own document, with what the search index held of them.

        Raises:
            CaseBusy: a turn of a case does not end; what came before it is gone.
            StoreUnavailable: something could not be removed, or old copies may still be in a file.
        """
        removed = self._casebook.delete_all()
        documents = self._library.list_documents(own_only=True)
        for entry in documents:
            self._library.remove_document(entry.source_id)
        if documents:
            # A database keeps the bytes of what was taken out of it; a new one never had them.
            self._library.rebuild(progress)
        return RemovedData(
            cases=len(removed),
            turns=sum(item.turns for item in removed),
            offers=sum(item.offers for item in removed),
            documents=len(documents),
        )


def _render_document(document: Document) -> str:
    parts = [f"# {document.title}"]
    for section in document.sections:
        parts += [f"## {' > '.join(section.path)}"] if section.path else []
        parts.append(section.text)
    return "\n\n".join(parts) + "\n"
