"""The embedder against an independent forward pass in numpy, from the same weights."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.encoder.weights import SHA256, WEIGHTS_FILE, are_published_weights, find_weights_folder, open_tokenizer
from assistant.retrieval import embedding
from assistant.retrieval.embedding import MiniLmEmbedder, load_embedder

FOLDER = find_weights_folder()
needs_weights = pytest.mark.skipif(FOLDER is None, reason="the weights are not installed")
SENTENCES = ["Is the sign-on bonus negotiable?", "They said the offer expires on Friday, what now"]


@pytest.fixture(scope="module")
def embedder() -> MiniLmEmbedder:
    found = load_embedder()
    assert found is not None
    return found


def read_weights(path: Path) -> Callable[[str], NDArray[np.float32]]:
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + length])

    def get(name: str) -> NDArray[np.float32]:
        first, last = header[name]["data_offsets"]
        values = np.frombuffer(raw[8 + length + first : 8 + length + last], dtype="<f4")
        return values.reshape(header[name]["shape"])

    return get


def forward(get: Callable[[str], NDArray[np.float32]], ids: list[int]) -> NDArray[np.float32]:
    def norm(x, name):
        scaled = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        return scaled * get(f"{name}.weight") + get(f"{name}.bias")

    def dense(x, name):
        return x @ get(f"{name}.weight").T + get(f"{name}.bias")

    gelu = np.vectorize(lambda x: 0.5 * x * (1 + math.erf(x / math.sqrt(2))))
    x = get("embeddings.word_embeddings.weight")[ids]
    x = x + get("embeddings.position_embeddings.weight")[: len(ids)]
    x = norm(x + get("embeddings.token_type_embeddings.weight")[0], "embeddings.LayerNorm")
    for layer in range(6):
        name = f"encoder.layer.{layer}"
        q, k, v = (
            dense(x, f"{name}.attention.self.{part}").reshape(-1, 12, 32).swapaxes(0, 1)
            for part in ("query", "key", "value")
        )
        scores = q @ k.swapaxes(1, 2) / math.sqrt(32)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (weights / weights.sum(-1, keepdims=True) @ v).swapaxes(0, 1).reshape(-1, 384)
        x = norm(dense(mixed, f"{name}.attention.output.dense") + x, f"{name}.attention.output.LayerNorm")
        inner = gelu(dense(x, f"{name}.intermediate.dense"))
        x = norm(dense(inner, f"{name}.output.dense") + x, f"{name}.output.LayerNorm")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


@needs_weights
def test_the_graph_computes_what_the_model_is_defined_to(embedder: MiniLmEmbedder) -> None:
    assert FOLDER is not None
    tokenizer = open_tokenizer(FOLDER)
    get = read_weights(FOLDER / WEIGHTS_FILE)
    expected = np.array([forward(get, tokenizer.encode(text).ids) for text in SENTENCES])
    assert np.abs(embedder.embed(SENTENCES) - expected).max() < 1e-5


@needs_weights
def test_vectors_have_length_one_and_do_not_depend_on_their_batch(embedder: MiniLmEmbedder) -> None:
    texts = [*SENTENCES, "word " * 600, "", "x"]
    together = embedder.embed(texts)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([embedder.embed([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5
    assert embedder.embed([]).shape == (0, 384)


@needs_weights
def test_like_meanings_are_near_and_unlike_ones_far(embedder: MiniLmEmbedder) -> None:
    bonus, sign_on, cake = embedder.embed(
        ["can I negotiate the signing bonus?", "is a sign-on bonus negotiable", "banana bread recipe"]
    )
    assert bonus @ sign_on > 0.6
    assert abs(bonus @ cake) < 0.2


@needs_weights
def test_only_the_first_256_tokens_count(embedder: MiniLmEmbedder) -> None:
    start = "salary " * 300
    long, longer = embedder.embed([start, start + "something else entirely"])
    assert np.allclose(long, longer, atol=1e-6)


@needs_weights
def test_a_rebuilt_graph_gives_the_same_vectors(
    embedder: MiniLmEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("onnx")
    from assistant.retrieval.minilm_graph import build_graph

    assert FOLDER is not None
    rebuilt = tmp_path / "minilm.onnx"
    rebuilt.write_bytes(build_graph(FOLDER / WEIGHTS_FILE).SerializeToString())
    assert rebuilt.stat().st_size < 40_000
    before = embedder.embed(SENTENCES)
    monkeypatch.setattr(embedding, "GRAPH_FILE", rebuilt)
    assert np.array_equal(MiniLmEmbedder(FOLDER).embed(SENTENCES), before)


def test_without_weights_there_is_no_embedder(tmp_path: Path) -> None:
    assert load_embedder(lambda: None) is None
    assert load_embedder(lambda: tmp_path) is None


@needs_weights
def test_weights_with_one_other_byte_are_refused(tmp_path: Path) -> None:
    assert FOLDER is not None
    for name in SHA256:
        shutil.copyfile(FOLDER / name, tmp_path / name)
    assert are_published_weights(tmp_path)
    with (tmp_path / WEIGHTS_FILE).open("r+b") as file:
        file.seek(50_000_000)
        file.write(b"\x00")
        file.seek(50_000_001)
        file.write(b"\x01\x02\x03")
    assert load_embedder(lambda: tmp_path) is None


def test_the_pinned_hashes_are_those_of_the_published_files() -> None:
    assert SHA256["model.safetensors"].startswith("53aa5117")
    assert SHA256["tokenizer.json"].startswith("be50c362")
