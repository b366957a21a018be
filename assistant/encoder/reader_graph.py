"""Builds `reader.onnx`: the published model with adapted upper layers and a head for every task.

Needs the `onnx` package, so it is used at development time only, at the end of `python -m evals.fit_encoder`. The graph
takes a text of `input_ids` (1, tokens) int64, `features` (1, tokens, features) and `asked` (1, tokens), shares that add
up to one, and gives `words` (tokens, labels) and `texts` (1, labels) before the softmax.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from assistant.encoder.graph import LAYERS, AdaptedBuilder, add_layer, embed_tokens
from assistant.encoder.pieces import FEATURES

LOWER_LAYERS = 3
"""Layers that stay as they were published."""
ADAPTED = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
    "intermediate.dense", "output.dense",
)  # fmt: skip
NORMALISED = ("attention.output.LayerNorm", "output.LayerNorm")


def build_reader(
    weights: Path, learnt: Mapping[str, Any], words: Mapping[str, list[str]], texts: Mapping[str, list[str]]
) -> onnx.ModelProto:
    """The reader over the tensors of `weights`, a safetensors file.

    Args:
        weights: the published tensors.
        learnt: the arrays by the names of `AdaptedBuilder`, "features.in.table" and the two heads.
        words: labels of every word task, in the order of the columns.
        texts: labels of every text task.
    """
    graph = AdaptedBuilder(weights, learnt)
    rows = embed_tokens(graph)
    for layer in range(LOWER_LAYERS):
        rows = add_layer(graph, rows, "", f"encoder.layer.{layer}", "tanh")
    flat = graph.node("Reshape", "features", graph.constant("flat", [-1, len(FEATURES)]))
    rows = graph.node("Add", rows, graph.node("MatMul", flat, graph.learnt("features.in.table")))
    for layer in range(LOWER_LAYERS, LAYERS):
        rows = add_layer(graph, rows, "", f"encoder.layer.{layer}", "tanh")
    _add_head(graph, rows, "words")
    first = graph.node("Slice", rows, graph.constant("from", [0]), graph.constant("to", [1]))
    whole = graph.node("Concat", first, graph.node("MatMul", "asked", rows), axis=1)
    _add_head(graph, whole, "texts")
    model = graph.model(
        "reader",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["texts", "tokens"]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["texts", "tokens", len(FEATURES)]),
            helper.make_tensor_value_info("asked", TensorProto.FLOAT, ["texts", "tokens"]),
        ],
        {"words": ["tokens", _count(words)], "texts": ["texts", _count(texts)]},
    )
    helper.set_model_props(model, {"labels": json.dumps({**_columns(words), **_columns(texts)})})
    return model


def read_learnt(graph: bytes) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """What `build_reader` was given for a graph: the learnt arrays by their names, and the labels of every task."""
    model = onnx.load_model_from_string(graph)
    learnt = {
        tensor.name: onnx.numpy_helper.to_array(tensor)
        for tensor in model.graph.initializer
        if tensor.data_type == TensorProto.FLOAT16
    }
    (told,) = (entry.value for entry in model.metadata_props if entry.key == "labels")
    return learnt, {task: names for task, (_, names) in json.loads(told).items()}


def _add_head(graph: AdaptedBuilder, rows: str, name: str) -> None:
    weighed = graph.node("MatMul", rows, graph.learnt(f"head.{name}.A"))
    graph.node("Add", weighed, graph.learnt(f"head.{name}.bias"), output=name)


def _count(tasks: Mapping[str, list[str]]) -> int:
    return sum(map(len, tasks.values()))


def _columns(tasks: Mapping[str, list[str]]) -> dict[str, tuple[int, list[str]]]:
    starts = np.cumsum([0, *map(len, tasks.values())]).tolist()
    return {task: (first, list(labels)) for first, (task, labels) in zip(starts, tasks.items(), strict=False)}
