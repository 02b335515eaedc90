"""How do the trained weights get into the package? As an int8 ONNX graph, a file of head matrices, and a manifest."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig

from dateline.reading.marks.encoder import window_input
from dateline.reading.marks.pieces import cut_texts, load_tokenizer
from dateline.reading.marks.weights_file import ENCODER, FIXED, HEADS, MANIFEST, SETTINGS, TOKENIZER, hash_of
from dateline.reading.marks.windows import plan_windows
from training.corpora import read_set
from training.network import MarkingModel
from training.rounding import Feed, even_out, products, round_weights, round_words

NEUTRAL = {"reluctance": {}, "calibration": {}, "thresholds": {}}
CALIBRATED_ON = {"polnear": 50, "re3d": 20, "events": 60, "claims": 30}
"""Training texts by set, of each of which one window is taken to see how wide channels are."""
SEED = 2016
TAGGER = "/tagger/MatMul"
EVENED_FOR_TENSORS = 0.8
"""Share of a channel's width that its weights take over where one scale serves a whole input. Spans that differ from
fp32's, of 12,000 pieces of held-out texts: 3.8 % before, 2.0 % with 0.7 or 0.8 and one matrix kept, 1.3 % with two."""
EVENED_FOR_GROUPS = 0.5
"""The same where groups of 128 have scales of their own: 1.0 % with 0.5, 1.1 % with 0.3, 1.4 % without; 2.2 % with
scales fixed beforehand."""
KEPT = 2
"""Matrices kept in fp32: each costs 4 to 8 % of the speed."""


def load_checkpoint(path: Path) -> MarkingModel:
    """The model of a checkpoint."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = MarkingModel(BertConfig.from_dict(saved["config"]))
    model.load_state_dict(saved["weights"])
    return model.eval()


def export_graph(model: MarkingModel, path: Path) -> None:
    """The encoder with its tagger as an fp32 graph, attention fused."""
    example = (
        torch.ones(2, 16, dtype=torch.long),
        torch.ones(2, 16, dtype=torch.long),
        torch.zeros(2, 16, dtype=torch.long),
    )
    axes = {0: "batch", 1: "pieces"}
    names = ["input_ids", "attention_mask", "looks"]
    raw = path.with_suffix(".raw.onnx")
    torch.onnx.export(
        model, example, raw, input_names=names, output_names=["hidden", "scores"],
        dynamic_axes=dict.fromkeys((*names, "hidden", "scores"), axes), opset_version=17, dynamo=False,
    )  # fmt: skip
    options = FusionOptions("bert")
    options.enable_gelu_approximation = options.use_multi_head_attention = True
    width, heads = model.encoder.config.hidden_size, model.encoder.config.num_attention_heads
    fused = optimize_model(
        str(raw), "bert", num_heads=heads, hidden_size=width, optimization_options=options, opt_level=0
    )
    print("fused:", fused.get_fused_operator_statistics())
    drop_mask(fused.model)
    fused.save_model_to_file(str(path))
    raw.unlink()


def drop_mask(graph: onnx.ModelProto) -> None:
    """Takes the mask out: windows run one by one, so nothing is padded, and without a mask attention is faster."""
    for node in graph.graph.node:
        if node.op_type == "MultiHeadAttention":
            del node.input[4:]
        if node.op_type == "EmbedLayerNormalization":
            node.input[7] = ""
    cast = [n for n in graph.graph.node if n.op_type == "Cast" and "attention_mask" in n.input]
    for node in cast:
        graph.graph.node.remove(node)
    for entry in [entry for entry in graph.graph.input if entry.name == "attention_mask"]:
        graph.graph.input.remove(entry)


def quantise(graph: Path, out: Path, windows: Sequence[Feed]) -> None:
    """Weights in int8, one scale per channel, for a runtime that takes the scale of each input anew.

    Two matrices stay as they are: the first layers' ways back from their wide inner vectors, where single pieces
    stand out from all others.
    """
    model = onnx.load(graph)
    round_words(model.graph)
    even_out(model, windows, EVENED_FOR_TENSORS)
    narrowing = [node.name for node in products(model.graph) if _narrows(model.graph, node)]
    quantize_dynamic(
        model, out, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"], nodes_to_exclude=[TAGGER, *narrowing[:KEPT]],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip


def _narrows(graph: onnx.GraphProto, node: onnx.NodeProto) -> bool:
    rows, columns = next(weight.dims for weight in graph.initializer if weight.name == node.input[1])
    return rows > columns


def compress(graph: Path, out: Path, windows: Sequence[Feed]) -> None:
    """Weights in int8, one scale per channel, for a runtime that takes scales of small groups of its input anew."""
    model = onnx.load(graph)
    round_words(model.graph)
    even_out(model, windows, EVENED_FOR_GROUPS)
    round_weights(model.graph)
    onnx.save(model, out)


class Alone(nn.Module):
    """A model for windows that run alone: nothing is padded, so there is no mask."""

    def __init__(self, model: MarkingModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, looks: Tensor) -> tuple[Tensor, Tensor]:
        """(1, pieces, width) and (1, pieces, layers * states)."""
        hidden = self.model.forward_hidden(ids, torch.ones_like(ids), looks)
        return hidden, self.model.tagger(hidden)


def export_plain(model: MarkingModel, path: Path) -> None:
    """The encoder with its tagger as an fp32 graph of plain operations."""
    example = torch.ones(1, 16, dtype=torch.long), torch.zeros(1, 16, dtype=torch.long)
    names = ["input_ids", "looks"]
    axes = {name: {0: "batch", 1: "pieces"} for name in (*names, "hidden", "scores")}
    torch.onnx.export(
        Alone(model), example, path, input_names=names, output_names=["hidden", "scores"], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def calibration_windows(bench: Path, tokenizer: Tokenizer) -> list[Feed]:
    """Windows of training texts as the encoder sees them, from which the width of each channel is taken."""
    rng = random.Random(SEED)
    units = [unit for name, count in CALIBRATED_ON.items() for unit in rng.sample(read_set(bench, name), count)]
    cut = cut_texts(tokenizer, [unit.text for unit in units])
    windows = [rng.choice(plan_windows(n, len(pieces.ids))) for n, pieces in enumerate(cut) if len(pieces.ids)]
    return [dict(zip(("input_ids", "looks"), window_input(w, cut[w.stretch]), strict=True)) for w in windows]


def export_heads(model: MarkingModel, path: Path) -> None:
    """The matrices of the span heads, in half precision."""
    np.savez(path, **{name: value.numpy().astype(np.float16) for name, value in model.spans.state_dict().items()})


def export(model: MarkingModel, base: Path, out: Path, bench: Path | None = None, settings: dict | None = None) -> None:
    """Writes all files of the model to `out`, whole or not at all.

    bench: where given, weights become int8, once for each runtime, channels evened out by its training texts.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=out.parent))
    graph, plain = fresh / "fp32.onnx", fresh / "plain.onnx"
    export_graph(model, graph)
    if bench is None:
        graph.rename(fresh / ENCODER)
    else:
        windows = calibration_windows(bench, load_tokenizer(base / TOKENIZER))
        quantise(graph, fresh / ENCODER, windows)
        export_plain(model, plain)
        compress(plain, fresh / FIXED, windows)
        graph.unlink()
        plain.unlink()
    export_heads(model, fresh / HEADS)
    shutil.copy(base / TOKENIZER, fresh / TOKENIZER)
    (fresh / SETTINGS).write_text(json.dumps(settings or NEUTRAL, indent=1) + "\n", encoding="utf-8")
    seal(fresh)
    install(fresh, out)


def files_of(folder: Path) -> list[str]:
    """The names of a model's files but for its manifest."""
    return [name for name in (ENCODER, FIXED, HEADS, TOKENIZER, SETTINGS) if (folder / name).exists()]


def seal(folder: Path) -> None:
    """Writes the manifest of a folder's files."""
    manifest = {name: hash_of(folder / name) for name in files_of(folder)}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def install(fresh: Path, out: Path) -> None:
    """Puts the files of a folder in place, the manifest last."""
    out.mkdir(parents=True, exist_ok=True)
    for name in (*files_of(fresh), MANIFEST):
        shutil.copy(fresh / name, out / f".{name}")
        (out / f".{name}").replace(out / name)
    shutil.rmtree(fresh)


def install_copy(made: Path, out: Path) -> None:
    """Puts a copy of the files of a folder in place."""
    fresh = Path(tempfile.mkdtemp(dir=made.parent))
    for path in made.iterdir():
        shutil.copy(path, fresh / path.name)
    install(fresh, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path)
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--bench", type=Path, help="make it int8, channels evened out by these training texts")
    options = parser.parse_args()
    settings = json.loads(options.settings.read_text()) if options.settings else None
    export(load_checkpoint(options.checkpoint), options.base, options.out, options.bench, settings)


if __name__ == "__main__":
    main()
