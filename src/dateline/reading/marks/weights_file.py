"""Where are the model's weights, and are they whole?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import MissingModel

WEIGHTS = Path(__file__).parent / "weights"
ENCODER, FIXED, HEADS, TOKENIZER, SETTINGS, MANIFEST = (
    "encoder.onnx",
    "encoder-fixed.onnx",
    "heads.npz",
    "tokenizer.json",
    "settings.json",
    "manifest.json",
)
"""FIXED is the encoder once more as OpenVINO wants it, int8 weights with their scales; a model in the making may lack
it."""
REMEDY = "install Dateline again, or rebuild the weights with `make train`"


@dataclass(frozen=True, slots=True)
class WeightFiles:
    """The checked files of one model. version: a short hash of all of them."""

    folder: Path
    version: str

    def path(self, name: str) -> Path:
        return self.folder / name


def find_weights(folder: Path = WEIGHTS) -> WeightFiles:
    """The model's files, each checked against the manifest. Raises MissingModel where one is absent or damaged."""
    try:
        manifest: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise MissingModel(f"{folder}: the marking model's weights are missing ({REMEDY})") from error
    for name in {ENCODER, HEADS, TOKENIZER, SETTINGS} | set(manifest):
        if hash_of(folder / name) != manifest.get(name):
            raise MissingModel(f"{folder / name}: missing or damaged ({REMEDY})")
    return WeightFiles(folder, version_of(manifest))


def hash_of(path: Path) -> str | None:
    """SHA-256 of a file in hex; None where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def version_of(manifest: dict[str, str]) -> str:
    """Twelve hex digits that change with any of the files."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()[:12]
