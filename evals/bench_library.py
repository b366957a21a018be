"""Bench of the library: time to index and to search, memory and disk at 1,000, 10,000 and 100,000 passages.

The passages are those of the library with their sentences dealt out anew, so that words keep their frequencies;
the vectors are blends of real ones. Each size runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from assistant.domain.evidence import Chunk
from assistant.errors import ParleyError
from assistant.paths import bundle_root
from evals.bench import Measurement
from evals.metrics.latency import percentile
from evals.samples import RetrievalSample, load_samples

SIZES = (1_000, 10_000, 100_000)
QUERIES = 60
SENTENCES = 5


def measure_library(sizes: tuple[int, ...] = SIZES) -> list[Measurement]:
    """Every measurement of every size.

    Raises:
        ParleyError: a measured process failed.
    """
    return [Measurement(**row) for size in sizes for row in _measure_apart(size)]


def _measure_apart(size: int) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "evals.bench_library", str(size)],
        cwd=bundle_root(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise ParleyError(f"the bench of {size:,} passages failed: {done.stderr[-300:]}")
    rows: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return rows


def deal_passages(size: int, chunks: tuple[Chunk, ...], seed: int = 7) -> list[Chunk]:
    """`size` passages made of the sentences of `chunks`, the same for the same seed."""
    deck = random.Random(seed)
    sentences = [line for chunk in chunks for line in chunk.text.replace("\n", " ").split(". ") if line]
    return [
        chunks[number % len(chunks)].model_copy(
            update={
                "chunk_id": f"bench-{number}",
                "ordinal": number,
                "text": ". ".join(deck.choices(sentences, k=SENTENCES)),
                "content_hash": str(number),
            }
        )
        for number in range(size)
    ]


def _measure(size: int) -> list[dict[str, Any]]:
    import numpy as np

    from assistant.retrieval.chroma_store import open_collection, write_contents
    from assistant.retrieval.chunking import chunk_library
    from assistant.retrieval.embedding import load_embedder
    from assistant.retrieval.loading import load_library
    from assistant.retrieval.retriever import GuidanceRetriever
    from assistant.retrieval.shipped_vectors import load_shipped_vectors
    from assistant.retrieval.snapshot import IndexContents, load_snapshot, save_snapshot

    knowledge = bundle_root() / "knowledge"
    shipped = load_shipped_vectors(knowledge / "vectors.npz")
    embedder = load_embedder()
    space = embedder.fingerprint if embedder else shipped.embedder
    real = np.array(list(shipped.by_hash.values()), dtype=np.float32)
    rng = np.random.default_rng(7)
    blended = real[rng.integers(0, len(real), size)] + real[rng.integers(0, len(real), size)]
    vectors = (blended / np.linalg.norm(blended, axis=1, keepdims=True)).astype(np.float32)
    chunks = tuple(deal_passages(size, chunk_library(load_library(knowledge))))
    contents = IndexContents(chunks, vectors, (space,) * size)
    queries = [sample.text for sample in load_samples("retrieval", RetrievalSample)][:QUERIES]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        began = time.perf_counter()
        with open_collection(folder / "chroma") as collection:
            write_contents(collection, contents)
        save_snapshot(contents, folder / "snapshot.npz")
        stored = time.perf_counter() - began
        disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
        began = time.perf_counter()
        opened = load_snapshot(folder / "snapshot.npz")
        if opened is None:
            raise ParleyError("the stored passages could not be read back")
        retriever = GuidanceRetriever(opened, embedder)
        retriever.find("warm up")
        ready = time.perf_counter() - began
        seconds = []
        for query in queries:
            began = time.perf_counter()
            retriever.find(query)
            seconds.append(time.perf_counter() - began)
    rows = [
        ("stored in Chroma and in the copy", stored, "s"),
        ("opened, keyword index built, first search", ready, "s"),
        ("search p50", percentile(seconds, 0.5), "s"),
        ("search p95", percentile(seconds, 0.95), "s"),
        ("peak memory", _peak_memory(), "MB"),
        ("disk", disk, "MB"),
    ]
    return [{"name": f"{size:>7,} passages: {name}", "value": value, "unit": unit} for name, value, unit in rows]


def _peak_memory() -> float | None:
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]))))
