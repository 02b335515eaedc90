"""What runs the model? OpenVINO where the machine multiplies int8 in one instruction, else onnxruntime."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from dateline.errors import MissingModel
from dateline.reading.marks.weights_file import ENCODER, FIXED, WeightFiles

try:
    import openvino
except ImportError:  # no wheel for this machine
    openvino = None

Ids = NDArray[np.int64]
Floats = NDArray[np.float32]

CPU_FLAGS = Path("/proc/cpuinfo")
INT8_FLAGS = ("avx512_vnni", "avx_vnni")
"""Processors with these multiply int8 at four times the rate of fp32: Intel's since 2019, AMD's since 2022."""


class Graph(Protocol):
    """The encoder with its tagger. Safe to use from several threads."""

    def run(self, ids: Ids, looks: Ids) -> tuple[Floats, Floats]:
        """(1, pieces, width) and (1, pieces, layers * states) of one window, given as (1, pieces) twice."""


def open_graph(files: WeightFiles, threads: int) -> Graph:
    """The model's graph, for so many windows side by side. Raises MissingModel where it cannot be run."""
    fixed = files.path(FIXED)
    if openvino and multiplies_int8() and fixed.exists():
        return OpenVinoGraph(fixed, threads)
    return OnnxGraph(files.path(ENCODER))


def multiplies_int8() -> bool:
    """Whether this machine is known to have int8 products of its own; elsewhere fixed scales are no gain."""
    try:
        return any(flag in CPU_FLAGS.read_text(encoding="utf-8").split() for flag in INT8_FLAGS)
    except OSError:  # not Linux
        return False


class OpenVinoGraph:
    """OpenVINO, a stream for each window that runs; not bound to cores, for other programs want them too."""

    def __init__(self, path: Path, threads: int) -> None:
        plan = {"NUM_STREAMS": threads, "INFERENCE_NUM_THREADS": threads, "ENABLE_CPU_PINNING": False}
        try:
            core = openvino.Core()
            self._model = core.compile_model(core.read_model(path), "CPU", plan)
        except RuntimeError as error:
            raise MissingModel(f"{path}: not a model that this OpenVINO can run ({error})") from error
        self._own = threading.local()

    def run(self, ids: Ids, looks: Ids) -> tuple[Floats, Floats]:
        """As Graph.run."""
        request = self._request()
        request.infer({"input_ids": ids, "looks": looks})
        hidden, scores = (request.get_output_tensor(n).data.astype(np.float32) for n in (0, 1))
        return hidden, scores

    def _request(self) -> Any:
        """Each thread has a request of its own, for a request runs one window at a time."""
        if not hasattr(self._own, "request"):
            self._own.request = self._model.create_infer_request()
        return self._own.request


class OnnxGraph:
    """onnxruntime, one core a window; the scales of int8 activations are taken anew for each."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a class of its own for each fault
            raise MissingModel(f"{path}: not a model that this onnxruntime can run ({error})") from error

    def run(self, ids: Ids, looks: Ids) -> tuple[Floats, Floats]:
        """As Graph.run."""
        hidden, scores = self._session.run(None, {"input_ids": ids, "looks": looks})
        return hidden, scores
