"""Samples: the question sets on disk, checked against their schema, and split into dev and test."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from assistant.domain.answer import Kind
from assistant.errors import ParleyError

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)
DATASETS = Path(__file__).resolve().parent / "datasets"
DEV_SHARE = 6
"""Of ten samples without a split of their own, how many go to dev."""


class DatasetError(ParleyError):
    """A question set cannot be used; the message names file and sample."""


class Sample(BaseModel):
    """What every sample has: an id that is unique in its set, and the split it belongs to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    split: Split = "dev"


class TurnSample(Sample):
    """A conversation and what its last answer should be; see datasets/turns.yaml for the fields.

    In `figures` each entry is a tuple of alternatives, an amount or a text such as "20%".
    """

    turns: tuple[str, ...] = Field(min_length=1)
    context: str | None = None
    kind: tuple[Kind, ...] = Field(min_length=1)
    objection: str | None = None
    figures: tuple[tuple[float | str, ...], ...] = ()
    no_figures: tuple[float | str, ...] = ()
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()
    cites: bool | None = None
    about: tuple[str, ...] = ()
    shorter: bool = False

    @field_validator("kind", mode="before")
    @classmethod
    def _as_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @field_validator("figures", mode="before")
    @classmethod
    def _as_alternatives(cls, value: Any) -> Any:
        return [entry if isinstance(entry, list) else [entry] for entry in value] if isinstance(value, list) else value


class RetrievalSample(Sample):
    """A question and the documents that answer it, any of them; `section` is a heading of one of them."""

    text: str
    documents: tuple[str, ...] = Field(min_length=1)
    section: str | None = None
    far: bool


class ObjectionSample(Sample):
    """A message and the objection it reports, or none."""

    text: str
    expected: str | None


class SupportSample(Sample):
    """A question and whether the library holds something that supports an answer."""

    text: str
    answerable: bool


class DraftSample(Sample):
    """A message about to be sent, facts of its case, and all the flaws it has."""

    text: str
    context: str | None
    flaws: tuple[str, ...]


class OfferSample(Sample):
    """A pasted offer and the terms a careful reader finds; see metrics/offer_fields.py."""

    text: str
    expected: dict[str, Any]


class FiledSample(Sample):
    """What a person types and the offers it should put on file; see metrics/filed_offers.py.

    `open_to`: fields that may be read or not.
    """

    turns: tuple[str, ...] = Field(min_length=1)
    offers: tuple[dict[str, Any], ...]
    open_to: tuple[str, ...] = ()


S = TypeVar("S", bound=Sample)


def split_of(set_name: str, sample_id: str) -> Split:
    """The split of a sample that names none: a hash of its id, the same on every machine.

    >>> split_of("turns", "offer-microsoft-terse")
    'test'
    """
    digest = hashlib.sha256(f"{set_name}/{sample_id}".encode()).hexdigest()
    return "dev" if int(digest, 16) % 10 < DEV_SHARE else "test"


def load_samples(set_name: str, schema: type[S], folder: Path = DATASETS) -> list[S]:
    """All samples of a set, in file order.

    A set is `<name>.yaml` with a list under "samples", or a folder `<name>/` with dev.yaml and test.yaml.

    Raises:
        DatasetError: a file is missing or broken, a sample does not fit the schema, or an id stands twice.
    """
    path = folder / f"{set_name}.yaml"
    rows = [(path, row) for row in _read_rows(path)] if path.is_file() else _read_folder(folder / set_name)
    samples, seen = [], set()
    for number, (file, row) in enumerate(rows, start=1):
        sample = _check_row(set_name, schema, file, number, row)
        if sample.id in seen:
            raise DatasetError(f'{file.name}: the id "{sample.id}" stands twice')
        seen.add(sample.id)
        samples.append(sample)
    return samples


def _read_folder(folder: Path) -> list[tuple[Path, Any]]:
    rows: list[tuple[Path, Any]] = []
    for split in SPLITS:
        path = folder / f"{split}.yaml"
        rows += [(path, {**row, "split": split} if isinstance(row, dict) else row) for row in _read_rows(path)]
    return rows


def _read_rows(path: Path) -> list[Any]:
    try:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DatasetError(f"{path.parent.name}/{path.name} cannot be read: {error}") from error
    rows = held.get("samples") if isinstance(held, dict) else held
    if not isinstance(rows, list) or not rows:
        raise DatasetError(f"{path.parent.name}/{path.name} holds no list of samples")
    return rows


def _check_row(set_name: str, schema: type[S], path: Path, number: int, row: Any) -> S:
    name = row.get("id", f"number {number}") if isinstance(row, dict) else f"number {number}"
    try:
        sample = schema.model_validate(row)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"]) or "the sample"
        raise DatasetError(f"{path.name}, {name}: {where}: {problem['msg']}") from error
    if "split" in sample.model_fields_set:
        return sample
    return sample.model_copy(update={"split": split_of(set_name, sample.id)})
