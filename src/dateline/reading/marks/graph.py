"""What runs the model? OpenVINO where the machine multiplies int8 in one instruction, else onnxruntime."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

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
T = TypeVar("T")
Keep = Callable[[int, Floats, Floats], T]
"""Called with a window's number, its vectors (1, pieces, width) and its scores (1, pieces, layers * states), which are
only good until it returns."""

CPU_FLAGS = Path("/proc/cpuinfo")
INT8_FLAGS = ("avx512_vnni", "avx_vnni")
"""Processors with these multiply int8 at four times the rate of fp32: Intel's since 2019, AMD's since 2022."""


MOST_SIZES_KEPT = 64
"""Of so many windows of different length OpenVINO keeps its preparations. With its own limit of thousands, 600 news
texts took 1.2 GB instead of 0.7, and were marked no faster."""


GROUP = 128
"""Numbers of an input to a product that share a scale, taken anew each time. Groups of 32 are a little more exact and
take a fifth longer, groups of 384 less exact and no faster. Weights with scales fixed beforehand ignore it."""


class Graph(Protocol):
    """The encoder with its tagger. Safe to use from several threads."""

    def run_all(self, windows: Iterable[tuple[Ids, Ids]], keep: Keep[T]) -> list[T]:
        """What `keep` makes of the output of each window, in order. windows: ids and looks, (1, pieces) each."""


def open_graph(files: WeightFiles, threads: int) -> Graph:
    """The model's graph, for so many windows side by side. Raises MissingModel where it cannot be run."""
    fixed = files.path(FIXED)
    if openvino and multiplies_int8() and fixed.exists():
        return OpenVinoGraph(fixed, threads)
    return OnnxGraph(files.path(ENCODER), threads)


def multiplies_int8() -> bool:
    """Whether this machine is known to have int8 products of its own; elsewhere OpenVINO is no gain."""
    try:
        return any(flag in CPU_FLAGS.read_text(encoding="utf-8").split() for flag in INT8_FLAGS)
    except OSError:  # not Linux
        return False


class OpenVinoGraph:
    """OpenVINO, a stream for each window that runs; not bound to cores, for other programs want them too.

    As many windows again wait in the queue, so that no stream stands still while Python is busy with other work.
    """

    def __init__(self, path: Path, threads: int) -> None:
        plan = {
            "NUM_STREAMS": threads,
            "INFERENCE_NUM_THREADS": threads,
            "ENABLE_CPU_PINNING": False,
            "CPU_RUNTIME_CACHE_CAPACITY": MOST_SIZES_KEPT,
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": GROUP,
        }
        try:
            core = openvino.Core()
            self._queue = openvino.AsyncInferQueue(core.compile_model(core.read_model(path), "CPU", plan), 2 * threads)
        except RuntimeError as error:
            raise MissingModel(f"{path}: not a model that this OpenVINO can run ({error})") from error
        self._free = threading.Lock()

    def run_all(self, windows: Iterable[tuple[Ids, Ids]], keep: Keep[T]) -> list[T]:
        """As Graph.run_all."""
        found: dict[int, T] = {}

        def take(request: Any, number: int) -> None:
            hidden, scores = (request.get_output_tensor(n).data for n in (0, 1))
            found[number] = keep(number, hidden, scores)

        with self._free:
            self._queue.set_callback(take)
            for number, (ids, looks) in enumerate(windows):
                self._queue.start_async({"input_ids": ids, "looks": looks}, number)
            self._queue.wait_all()
        return [found[number] for number in range(len(found))]


class OnnxGraph:
    """onnxruntime, windows side by side, each on one core; the scales of int8 activations are taken anew for each."""

    def __init__(self, path: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a class of its own for each fault
            raise MissingModel(f"{path}: not a model that this onnxruntime can run ({error})") from error
        self._threads = threads

    def run_all(self, windows: Iterable[tuple[Ids, Ids]], keep: Keep[T]) -> list[T]:
        """As Graph.run_all."""

        def run(numbered: tuple[int, tuple[Ids, Ids]]) -> T:
            number, (ids, looks) = numbered
            return keep(number, *self._session.run(None, {"input_ids": ids, "looks": looks}))

        with ThreadPoolExecutor(self._threads) as workers:
            return list(workers.map(run, enumerate(windows)))
