"""Which form do other people and programs want? Writes a case out."""

from dateline.exports.jsonl import export_jsonl

FORMATS = {"jsonl": export_jsonl}
"""Writers by the name that `dateline export --format` takes: (contents, folder) -> files written."""

__all__ = ["FORMATS", "export_jsonl"]
