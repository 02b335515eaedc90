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


def test_both_runtimes_score_every_word_alike(window):
    (_, one), (_, other) = OpenVinoGraph(WEIGHTS / FIXED, 1).run(*window), OnnxGraph(WEIGHTS / ENCODER).run(*window)
    assert one.shape == other.shape
    assert np.abs(one - other).mean() < 0.1 * np.abs(one).mean()


def test_a_window_is_read_alike_by_one_stream_and_by_two(window):
    (_, alone), (_, beside) = (OpenVinoGraph(WEIGHTS / FIXED, streams).run(*window) for streams in (1, 2))
    np.testing.assert_allclose(alone, beside, atol=1e-3)


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


@pytest.mark.parametrize("runtime", [lambda path: OpenVinoGraph(path, 1), OnnxGraph], ids=["OpenVINO", "onnxruntime"])
def test_a_file_that_is_no_model_is_named(runtime, tmp_path):
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"not a graph")
    with pytest.raises(MissingModel, match=r"encoder\.onnx: not a model"):
        runtime(path)
