"""Weights lose little by becoming int8."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="training has packages of its own")
runtime = pytest.importorskip("onnxruntime")
rounding = pytest.importorskip("training.rounding")

WIDTH, WORDS = 8, 500


@pytest.fixture
def model():
    """Words' vectors through one product; one channel is a hundred times as wide as the others."""
    rng = np.random.default_rng(3)
    words = rng.normal(size=(WORDS, WIDTH)).astype(np.float32)
    words[:, 2] *= 100
    nodes = [
        onnx.helper.make_node("Gather", ["words", "input_ids"], ["vectors"]),
        onnx.helper.make_node("MatMul", ["vectors", "weights"], ["scores"], name="product"),
    ]
    graph = onnx.helper.make_graph(
        nodes,
        "small",
        [onnx.helper.make_tensor_value_info("input_ids", onnx.TensorProto.INT64, [1, None])],
        [onnx.helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, [1, None, WIDTH])],
        [
            onnx.numpy_helper.from_array(words, "words"),
            onnx.numpy_helper.from_array(rng.normal(size=(WIDTH, WIDTH)).astype(np.float32), "weights"),
        ],
    )
    return onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=9)


FEED = {"input_ids": np.arange(40)[None]}


def scores(model):
    session = runtime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, FEED)[0]


def test_evening_out_changes_nothing_but_the_width_of_channels(model):
    before = scores(model)
    rounding.even_out(model, [FEED], 0.8)
    np.testing.assert_allclose(scores(model), before, rtol=1e-3, atol=1e-3)
    assert sum(node.op_type == "Mul" for node in model.graph.node) == 1


def test_rounded_words_and_weights_score_nearly_alike(model):
    before = scores(model)
    rounding.round_words(model.graph)
    rounding.round_weights(model.graph)
    assert {w.name for w in model.graph.initializer if w.data_type == onnx.TensorProto.INT8} == {
        "words_int8",
        "weights_int8",
    }
    assert np.abs(scores(model) - before).mean() < 0.02 * np.abs(before).mean()


def test_a_small_word_keeps_its_own_scale():
    whole, scales = rounding.rounded(np.array([[100.0, -50.0], [0.1, 0.05]], np.float32), axis=1)
    np.testing.assert_allclose(whole * scales, [[100, -50], [0.1, 0.05]], rtol=0.01)
