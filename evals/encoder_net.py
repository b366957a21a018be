"""The encoder as it is fitted: the upper layers of the published model with adapters, and a head for every task.

Runs on jax, at development time only. The lower layers stay as they are, so what they say of a text is computed once.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=2")

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax.sharding import Mesh, NamedSharding, PartitionSpec

from assistant.encoder.graph import HEADS, LAYER_NORM_EPSILON, LAYERS, WIDTH, read_safetensors_header
from assistant.encoder.pieces import FEATURES
from assistant.encoder.reader_graph import ADAPTED, LOWER_LAYERS, NORMALISED
from evals.encoder_items import Item

jax.config.update("jax_default_prng_impl", "rbg")

RANK = 32
RATE, EPOCHS = 1e-3, 5
FURTHER_RATE, FURTHER_EPOCHS = 2e-4, 1
"""When it goes on from what it knows."""
DROPPED = 0.1
TOKENS = 1536
"""Pieces of a batch."""
LENGTHS = (16, 32, 48, 64, 96, 128, 192, 256)
Weights = Callable[[str], Any]
Params = Any


def read_weights(path: Path) -> Weights:
    """A tensor of a safetensors file by its name."""
    begin, header = read_safetensors_header(path)
    raw = path.read_bytes()

    def get(name: str) -> Any:
        first, last = header[name]["data_offsets"]
        values = np.frombuffer(raw[begin + first : begin + last], dtype="<f4")
        return jnp.asarray(values.reshape(header[name]["shape"]))

    return get


class Net:
    """The network and how it learns.

    Args:
        get: the published tensors.
        words: labels of every word task.
        texts: labels of every text task.
    """

    def __init__(self, get: Weights, words: Mapping[str, Sequence[str]], texts: Mapping[str, Sequence[str]]) -> None:
        mesh = Mesh(np.array(jax.devices()), ("batch",))
        self._get, self._words, self._texts = get, dict(words), dict(texts)
        self._everywhere = NamedSharding(mesh, PartitionSpec())
        self._shared = NamedSharding(mesh, PartitionSpec("batch"))
        self._first = {**dict(_places(words)), **dict(_places(texts))}

    def fit(
        self, items: Sequence[Item], tell: Callable[[str], Any], known: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """What was learnt, by the names `reader_graph` knows, from texts seen EPOCHS times.

        Args:
            items: what to learn from.
            tell: is told of every epoch.
            known: what was learnt before, to go on from.
        """
        self._look(items)
        rate, epochs = (FURTHER_RATE, FURTHER_EPOCHS) if known else (RATE, EPOCHS)
        start = {name: jnp.asarray(value, jnp.float32) for name, value in known.items()} if known else self._start()
        params = jax.device_put(start, self._everywhere)
        steps = epochs * sum(1 for _ in _batches(items, random.Random(0)))
        schedule = optax.warmup_cosine_decay_schedule(0, rate, steps // 20, steps, rate * 0.02)
        groups = {name: "norm" if name.split(".")[-2] == "LayerNorm" else "rest" for name in params}
        rates = {
            "norm": optax.adamw(lambda step: schedule(step) * 0.2, weight_decay=0),
            "rest": optax.adamw(schedule, weight_decay=0.01),
        }
        optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(rates, groups))
        state = jax.device_put(optimizer.init(params), self._everywhere)

        def move(params: Params, state: Any, batch: Any, key: Any) -> Any:
            loss, slope = jax.value_and_grad(self._loss)(params, batch, key)
            change, state = optimizer.update(slope, state, params)
            return optax.apply_updates(params, change), state, loss

        step = jax.jit(move)
        number = 0
        for epoch in range(epochs):
            losses = []
            for group in _batches(items, random.Random(epoch)):
                key = jax.random.fold_in(jax.random.PRNGKey(0), number)
                params, state, loss = step(params, state, self._batch(group), key)
                losses.append(float(loss))
                number += 1
            tell(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.3f}\n")
        return {name: np.asarray(value) for name, value in params.items()}

    def _start(self) -> dict[str, Any]:
        key = jax.random.PRNGKey(0)
        params: dict[str, Any] = {"features.in.table": jnp.zeros((len(FEATURES), WIDTH))}
        for layer in range(LOWER_LAYERS, LAYERS):
            for name in ADAPTED:
                prefix = f"encoder.layer.{layer}.{name}"
                wide, narrow = self._get(f"{prefix}.weight").shape[::-1]
                key, own = jax.random.split(key)
                params[f"{prefix}.A"] = jax.random.normal(own, (wide, RANK)) / np.sqrt(wide)
                params[f"{prefix}.B"] = jnp.zeros((RANK, narrow))
            for name in NORMALISED:
                for kind in ("weight", "bias"):
                    params[f"encoder.layer.{layer}.{name}.{kind}"] = self._get(f"encoder.layer.{layer}.{name}.{kind}")
        for head, tasks, wide in (("words", self._words, WIDTH), ("texts", self._texts, 2 * WIDTH)):
            key, own = jax.random.split(key)
            count = sum(map(len, tasks.values()))
            params[f"head.{head}.A"] = jax.random.normal(own, (wide, count)) * 0.02
            params[f"head.{head}.bias"] = jnp.zeros(count)
        return params

    def _dense(self, params: Params, rows: Any, prefix: str) -> Any:
        plain = rows @ self._get(f"{prefix}.weight").T + self._get(f"{prefix}.bias")
        return plain + (rows @ params[f"{prefix}.A"]) @ params[f"{prefix}.B"] if f"{prefix}.A" in params else plain

    def _norm(self, params: Params, rows: Any, prefix: str) -> Any:
        weight, bias = (
            params.get(f"{prefix}.{kind}") if f"{prefix}.{kind}" in params else self._get(f"{prefix}.{kind}")
            for kind in ("weight", "bias")
        )
        mean, spread = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
        return (rows - mean) / jnp.sqrt(spread + LAYER_NORM_EPSILON) * weight + bias

    def _layer(self, params: Params, rows: Any, bias: Any, layer: int, keys: Any) -> Any:
        prefix = f"encoder.layer.{layer}"
        texts, length, _ = rows.shape

        def parted(name: str) -> Any:
            own = self._dense(params, rows, f"{prefix}.attention.self.{name}")
            return own.reshape(texts, length, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

        scores = parted("query") @ parted("key").transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS)
        mixed = (jax.nn.softmax(scores + bias, -1) @ parted("value")).transpose(0, 2, 1, 3).reshape(rows.shape)
        attended = _drop(self._dense(params, mixed, f"{prefix}.attention.output.dense"), keys and keys[0])
        rows = self._norm(params, rows + attended, f"{prefix}.attention.output.LayerNorm")
        inner = jax.nn.gelu(self._dense(params, rows, f"{prefix}.intermediate.dense"), approximate=True)
        outer = _drop(self._dense(params, inner, f"{prefix}.output.dense"), keys and keys[1])
        return self._norm(params, rows + outer, f"{prefix}.output.LayerNorm")

    def _weigh(self, params: Params, states: Any, mask: Any, features: Any, asked: Any, key: Any) -> tuple[Any, Any]:
        rows = states + features @ params["features.in.table"]
        bias = (1 - mask)[:, None, None, :] * -1e9
        keys = jax.random.split(key, 2 * LAYERS + 2)
        for layer in range(LOWER_LAYERS, LAYERS):
            rows = self._layer(params, rows, bias, layer, (keys[2 * layer], keys[2 * layer + 1]))
        whole = jnp.concatenate([rows[:, 0], (rows * asked[:, :, None]).sum(1)], -1)
        return tuple(
            _drop(own, keys[-place]) @ params[f"head.{head}.A"] + params[f"head.{head}.bias"]
            for place, (head, own) in enumerate((("words", rows), ("texts", whole)), 1)
        )

    def _loss(self, params: Params, batch: Any, key: Any) -> Any:
        states, mask, features, asked, word_labels, text_labels = batch
        words, texts = self._weigh(params, states, mask, features, asked, key)
        total = 0.0
        for number, (task, labels) in enumerate(self._words.items()):
            own = words[..., self._first[task] : self._first[task] + len(labels)]
            wanted = word_labels[:, number]
            losses = optax.softmax_cross_entropy_with_integer_labels(own, jnp.maximum(wanted, 0)) * (wanted >= 0)
            total += losses.sum() / jnp.maximum((wanted >= 0).sum(), 20)
        for task, labels in self._texts.items():
            columns = slice(self._first[task], self._first[task] + len(labels))
            told = text_labels[:, columns].sum(-1) > 0
            losses = optax.softmax_cross_entropy(texts[:, columns], text_labels[:, columns]) * told
            total += losses.sum() / jnp.maximum(told.sum(), 4)
        return total

    def _look(self, items: Sequence[Item]) -> None:
        """Compute once what the layers say that stay as they are."""

        def see(ids: Any, mask: Any) -> Any:
            rows = (
                self._get("embeddings.word_embeddings.weight")[ids]
                + self._get("embeddings.position_embeddings.weight")[: ids.shape[1]]
                + self._get("embeddings.token_type_embeddings.weight")[0]
            )
            rows = self._norm({}, rows, "embeddings.LayerNorm")
            for layer in range(LOWER_LAYERS):
                rows = self._layer({}, rows, (1 - mask)[:, None, None, :] * -1e9, layer, None)
            return rows

        lower = jax.jit(see)
        for group in _batches(items, random.Random(0)):
            count, length = _shape(group)
            ids, mask = np.zeros((count, length), np.int32), np.zeros((count, length), np.float32)
            for row, item in enumerate(group):
                ids[row, : len(item.part.ids)], mask[row, : len(item.part.ids)] = item.part.ids, 1
            states = np.asarray(lower(jax.device_put(ids, self._shared), jax.device_put(mask, self._shared)))
            for row, item in enumerate(group):
                item.state = states[row, : len(item.part.ids)].astype(np.float16)

    def _batch(self, group: Sequence[Item]) -> Any:
        count, length = _shape(group)
        states, mask = np.zeros((count, length, WIDTH), np.float32), np.zeros((count, length), np.float32)
        features, asked = np.zeros((count, length, len(FEATURES)), np.float32), np.zeros((count, length), np.float32)
        words = np.full((count, len(self._words), length), -1, np.int32)
        texts = np.zeros((count, sum(map(len, self._texts.values()))), np.float32)
        for row, item in enumerate(group):
            own = len(item.part.ids)
            states[row, :own], mask[row, :own] = item.state, 1
            for place, known in enumerate(item.part.features):
                features[row, place, list(known)] = 1
            asked[row, :own] = features[row, :own, FEATURES.index("asked")]
            if not asked[row].any():
                asked[row, :own] = 1
            for task, told in item.words.items():
                for place, label in told:
                    words[row, list(self._words).index(task), place] = label
            for task, labels in item.texts.items():
                texts[row, [self._first[task] + label for label in labels]] = 1 / len(labels)
        asked[len(group) :] = 1
        asked /= asked.sum(1, keepdims=True)
        return tuple(jax.device_put(each, self._shared) for each in (states, mask, features, asked, words, texts))


def _places(tasks: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    first = 0
    for task, labels in tasks.items():
        yield task, first
        first += len(labels)


def _drop(rows: Any, key: Any) -> Any:
    return (
        rows if key is None else jnp.where(jax.random.bernoulli(key, 1 - DROPPED, rows.shape), rows / (1 - DROPPED), 0)
    )


def _shape(group: Sequence[Item]) -> tuple[int, int]:
    longest = max(len(item.part.ids) for item in group)
    length = next(each for each in LENGTHS if longest <= each)
    return max(2, TOKENS // length // 2 * 2), length


def _batches(items: Sequence[Item], chance: random.Random) -> Iterator[list[Item]]:
    by_length: defaultdict[int, list[Item]] = defaultdict(list)
    for item in items:
        by_length[_shape([item])[1]].append(item)
    groups = []
    for own in by_length.values():
        chance.shuffle(own)
        count, _ = _shape(own)
        groups += [own[at : at + count] for at in range(0, len(own), count)]
    chance.shuffle(groups)
    yield from groups
