"""Graphs over the published weights: the layers of all-MiniLM-L6-v2, as they are or with adapters.

Needs the `onnx` package, so it is used at development time only. No weight is copied: the tensors stay in the
safetensors file, and an adapter adds a product of two thin matrices to a dense layer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

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

    def model(
        self, name: str, inputs: Sequence[onnx.ValueInfoProto], outputs: Mapping[str, Sequence[Any]]
    ) -> onnx.ModelProto:
        """The finished model; `outputs` are float32, each with its shape."""
        results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()]
        graph = helper.make_graph(
            self._nodes, name, list(inputs), results, initializer=list(self._initializers.values())
        )
        opsets = [helper.make_opsetid("", OPSET)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="parley")


class AdaptedBuilder(GraphBuilder):
    """A graph whose dense layers and normalisations are adapted.

    Args:
        weights: the published tensors.
        learnt: "<layer>.A" (in, rank) and "<layer>.B" (rank, out) of adapted dense layers, "<layer>.weight" and
            "<layer>.bias" of normalisations that replace the published ones; float16 or float32.
    """

    def __init__(self, weights: Path, learnt: Mapping[str, Any]) -> None:
        super().__init__(weights)
        self._learnt = learnt

    def learnt(self, name: str) -> str:
        """A learnt array, as float32."""
        if name not in self._initializers:
            self._initializers[name] = numpy_helper.from_array(np.asarray(self._learnt[name], np.float16), name)
            self.node("Cast", name, output=f"{name}.full", to=TensorProto.FLOAT)
        return f"{name}.full"

    def linear(self, rows: str, prefix: str) -> str:
        """`rows` (n, in) through the dense layer and its adapter, where it has one."""
        plain = super().linear(rows, prefix)
        if f"{prefix}.A" not in self._learnt:
            return plain
        thin = self.node("MatMul", rows, self.learnt(f"{prefix}.A"))
        return self.node("Add", plain, self.node("MatMul", thin, self.learnt(f"{prefix}.B")))

    def layer_norm(self, rows: str, prefix: str) -> str:
        """Layer normalisation with the learnt weights, where there are some."""
        if f"{prefix}.weight" not in self._learnt:
            return super().layer_norm(rows, prefix)
        weight, bias = self.learnt(f"{prefix}.weight"), self.learnt(f"{prefix}.bias")
        return self.node("LayerNormalization", rows, weight, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)


def embed_tokens(graph: GraphBuilder) -> str:
    """The rows of all tokens before the layers."""
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


def hide_padding(graph: GraphBuilder) -> str:
    """What keeps the attention off padded places."""
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
    weights = graph.node("Softmax", graph.node("Add", scaled, bias) if bias else scaled, axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", weights, value), perm=[0, 2, 1, 3])
    flat = graph.node("Reshape", mixed, "rows")
    output = graph.linear(flat, f"{prefix}.output.dense")
    return graph.layer_norm(graph.node("Add", output, rows), f"{prefix}.output.LayerNorm")


def add_layer(graph: GraphBuilder, rows: str, bias: str, prefix: str, gelu: str = "none") -> str:
    """A transformer layer; `bias` from `hide_padding` or empty, `gelu` exact ("none") or "tanh"."""
    attended = _attention(graph, rows, bias, f"{prefix}.attention")
    inner = graph.node("Gelu", graph.linear(attended, f"{prefix}.intermediate.dense"), approximate=gelu)
    output = graph.linear(inner, f"{prefix}.output.dense")
    return graph.layer_norm(graph.node("Add", output, attended), f"{prefix}.output.LayerNorm")
