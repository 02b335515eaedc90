"""Missing and damaged weights."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline.errors import MissingModel
from dateline.reading.marks import load_marker
from dateline.reading.marks.weights_file import (
    ENCODER,
    FIXED,
    HEADS,
    MANIFEST,
    SETTINGS,
    TOKENIZER,
    WEIGHTS,
    find_weights,
)

FILES = (ENCODER, FIXED, HEADS, MANIFEST, SETTINGS, TOKENIZER)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(WEIGHTS / name, tmp_path / name)
    return tmp_path


def test_an_empty_folder_is_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="make train"):
        load_marker(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_each_absent_file_is_a_missing_model(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(MissingModel):
        find_weights(copied)


@pytest.mark.parametrize("name", FILES)
def test_each_damaged_file_is_a_missing_model(copied: Path, name: str) -> None:
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 0x5A
    (copied / name).write_bytes(data)
    with pytest.raises(MissingModel):
        find_weights(copied)


def test_the_version_tells_weights_apart(copied: Path) -> None:
    version = find_weights(copied).version
    assert version == find_weights(WEIGHTS).version
    manifest = (copied / MANIFEST).read_text(encoding="utf-8")
    settings = (copied / SETTINGS).read_text(encoding="utf-8") + "\n"
    (copied / SETTINGS).write_text(settings, encoding="utf-8")
    old, new = find_weights(WEIGHTS), __import__("hashlib").sha256(settings.encode()).hexdigest()
    known = __import__("json").loads(manifest)[SETTINGS]
    (copied / MANIFEST).write_text(manifest.replace(known, new), encoding="utf-8")
    assert find_weights(copied).version != old.version


def test_all_shipped_files_stay_under_sixty_megabytes() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 60_000_000
