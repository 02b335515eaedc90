"""How do weights become int8 at little loss? Words keep a scale each, and wide channels are evened out beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Floats = NDArray[np.float32]
Feed = dict[str, NDArray[np.int64]]
TOP = 127
"""The largest number of int8 that is used, so that no weight is nearer to 0 on one side."""
LEAST = 1e-12


def rounded(weights: Floats, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """Weights in int8, and the scales by which they are multiplied again: one for all numbers along `axis`."""
    scales = np.maximum(np.abs(weights).max(axis=axis, keepdims=True), LEAST) / TOP
    return np.round(weights / scales).astype(np.int8), scales.astype(np.float32)


def round_words(graph: onnx.GraphProto) -> None:
    """Word vectors in int8 with a scale for each word. One scale for all words, as before, cost 0.8 % of the spans."""
    fused = next((node for node in graph.node if node.op_type == "EmbedLayerNormalization"), None)
    if fused is not None:
        _take_apart(graph, fused)
    table = max(graph.initializer, key=lambda weight: weight.dims[0] if len(weight.dims) > 1 else 0)
    node = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    whole, scales = rounded(numpy_helper.to_array(table), axis=1)
    graph.initializer.remove(table)
    _add(graph, "words_int8", whole)
    _add(graph, "words_scale", scales)
    ids, out = node.input[1], node.output[0]
    fresh = [
        helper.make_node("Gather", ["words_int8", ids], ["words_whole"]),
        helper.make_node("Cast", ["words_whole"], ["words_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", ["words_scale", ids], ["words_scales"]),
        helper.make_node("Mul", ["words_float", "words_scales"], [out]),
    ]
    _replace(graph, node, fresh)


def _take_apart(graph: onnx.GraphProto, fused: onnx.NodeProto) -> None:
    """Puts plain operations in place of the fused first step, which takes fp32 words only."""
    ids, looks, words, places, looks_table, gamma, beta = fused.input[:7]
    epsilon = next(part.f for part in fused.attribute if part.name == "epsilon")
    _add(graph, "first_place", np.array([0], np.int64))
    fresh = [
        helper.make_node("Gather", [words, ids], ["word_vectors"]),
        helper.make_node("Shape", [ids], ["pieces_here"], start=1, end=2),
        helper.make_node("Slice", [places, "first_place", "pieces_here", "first_place"], ["place_vectors"]),
        helper.make_node("Gather", [looks_table, looks], ["look_vectors"]),
        helper.make_node("Add", ["look_vectors", "place_vectors"], ["other_vectors"]),
        helper.make_node("Add", ["word_vectors", "other_vectors"], ["summed_vectors"]),
        helper.make_node(
            "LayerNormalization", ["summed_vectors", gamma, beta], [fused.output[0]], axis=-1, epsilon=epsilon
        ),
    ]
    _replace(graph, fused, fresh)


def products(graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    """The products with a matrix of weights, but for the tagger's, which stays in fp32."""
    weights = {weight.name for weight in graph.initializer}
    return [n for n in graph.node if n.op_type == "MatMul" and n.input[1] in weights and "tagger" not in n.name]


def even_out(model: onnx.ModelProto, feeds: Sequence[Feed], share: float) -> None:
    """Divides wide channels before a product and multiplies its weights by as much (Xiao et al. 2023, SmoothQuant).

    The result is the same but for rounding. share: how much of the width goes over to the weights. Products of the same
    input share one division.
    """
    graph = model.graph
    nodes = products(graph)
    weights = {weight.name: weight for weight in graph.initializer}
    for number, (name, widest) in enumerate(_widest(model, list(dict.fromkeys(n.input[0] for n in nodes)), feeds)):
        alike = [node for node in nodes if node.input[0] == name]
        tables = [numpy_helper.to_array(weights[node.input[1]]) for node in alike]
        heaviest = np.max([np.abs(table).max(axis=1) for table in tables], axis=0)
        width = np.maximum(widest, 1e-5) ** share / np.maximum(heaviest, 1e-5) ** (1 - share)
        width = (width / np.exp(np.log(width).mean())).astype(np.float32)
        for node, table in zip(alike, tables, strict=True):
            weights[node.input[1]].CopyFrom(numpy_helper.from_array(table * width[:, None], node.input[1]))
            node.input[0] = f"evened_{number}"
        _add(graph, f"narrowing_{number}", 1 / width)
        division = helper.make_node("Mul", [name, f"narrowing_{number}"], [f"evened_{number}"], name=f"even_{number}")
        graph.node.insert(_place(graph, alike[0]), division)


def _widest(model: onnx.ModelProto, names: Sequence[str], feeds: Sequence[Feed]) -> list[tuple[str, Floats]]:
    """Of each named value the largest amount in each channel over all windows."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    widest: dict[str, Floats] = {}
    for feed in feeds:
        for name, value in zip(names, session.run(list(names), feed), strict=True):
            widest[name] = np.maximum(widest.get(name, np.float32(0)), np.abs(value[0]).max(axis=0))
    return list(widest.items())


def round_weights(graph: onnx.GraphProto) -> None:
    """Weights of all products in int8, a scale for each channel, to be multiplied again by whoever runs the graph."""
    weights = {weight.name: weight for weight in graph.initializer}
    for node in products(graph):
        name = node.input[1]
        whole, scales = rounded(numpy_helper.to_array(weights[name]), axis=0)
        graph.initializer.remove(weights[name])
        _add(graph, f"{name}_int8", whole)
        _add(graph, f"{name}_scale", scales[0])
        widening = helper.make_node("DequantizeLinear", [f"{name}_int8", f"{name}_scale"], [name], axis=1)
        graph.node.insert(_place(graph, node), widening)


def _add(graph: onnx.GraphProto, name: str, values: NDArray) -> None:
    graph.initializer.append(numpy_helper.from_array(values, name))


def _place(graph: onnx.GraphProto, node: onnx.NodeProto) -> int:
    return next(number for number, other in enumerate(graph.node) if other is node or other == node)


def _replace(graph: onnx.GraphProto, node: onnx.NodeProto, fresh: Sequence[onnx.NodeProto]) -> None:
    place = _place(graph, node)
    graph.node.remove(node)
    for number, one in enumerate(fresh):
        graph.node.insert(place + number, one)
