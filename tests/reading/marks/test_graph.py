"""Whichever runtime a machine has, the model makes the same of a window."""

import numpy as np
import pytest

from dateline.errors import MissingModel
from dateline.reading.marks import graph
from dateline.reading.marks.encoder import window_input
from dateline.reading.marks.graph import OnnxGraph, OpenVinoGraph, multiplies_int8, open_graph
from dateline.reading.marks.pieces import cut_texts, load_tokenizer
from dateline.reading.marks.weights_file import ENCODER, FIXED, TOKENIZER, WEIGHTS, find_weights
from dateline.reading.marks.windows import plan_windows

TEXT = "Gunmen killed six guards near Dorvan on Thursday, the governor told Radio Tolva. The rebels denied it."


@pytest.fixture(scope="module")
def window():
    (pieces,) = cut_texts(load_tokenizer(WEIGHTS / TOKENIZER), [TEXT])
    (planned,) = plan_windows(0, len(pieces.ids))
    return window_input(planned, pieces)


def scores(graph, window):
    (found,) = graph.run_all([window], lambda _, __, found: found.copy())
    return found


def test_both_runtimes_score_every_word_alike(window):
    one, other = scores(OpenVinoGraph(WEIGHTS / FIXED, 1), window), scores(OnnxGraph(WEIGHTS / ENCODER, 1), window)
    assert one.shape == other.shape
    assert np.abs(one - other).mean() < 0.1 * np.abs(one).mean()


@pytest.mark.parametrize("runtime", [OpenVinoGraph, OnnxGraph])
def test_windows_side_by_side_come_back_in_order_as_each_alone(runtime, window):
    graph = runtime(WEIGHTS / (FIXED if runtime is OpenVinoGraph else ENCODER), 2)
    shorter = [tuple(part[:, :size] for part in window) for size in range(8, 20)]
    together = graph.run_all(shorter, lambda _, __, found: found.copy())
    for one, found in zip(shorter, together, strict=True):
        np.testing.assert_allclose(scores(graph, one), found, atol=1e-3)


@pytest.mark.parametrize(
    ("flags", "runtime"),
    [
        ("flags : sse2 avx2 avx512_vnni", OpenVinoGraph),
        ("flags : sse2 avx2 avx_vnni", OpenVinoGraph),
        ("flags : sse2 avx2", OnnxGraph),
        (None, OnnxGraph),
    ],
    ids=["a server", "a new laptop", "an older laptop", "a machine that does not say"],
)
def test_openvino_runs_the_model_where_int8_is_fast(flags, runtime, tmp_path, monkeypatch):
    told = tmp_path / "cpuinfo"
    if flags:
        told.write_text(flags, encoding="utf-8")
    monkeypatch.setattr(graph, "CPU_FLAGS", told)
    assert multiplies_int8() is (runtime is OpenVinoGraph)
    assert isinstance(open_graph(find_weights(), 1), runtime)


def test_without_openvino_onnxruntime_runs_the_model(monkeypatch):
    monkeypatch.setattr(graph, "openvino", None)
    assert isinstance(open_graph(find_weights(), 1), OnnxGraph)


@pytest.mark.parametrize("runtime", [OpenVinoGraph, OnnxGraph])
def test_a_file_that_is_no_model_is_named(runtime, tmp_path):
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"not a graph")
    with pytest.raises(MissingModel, match=r"encoder\.onnx: not a model"):
        runtime(path, 1)
