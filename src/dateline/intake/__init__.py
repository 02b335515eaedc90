"""What came in? Files, saved pages, archives, feeds, mails and exports become documents."""

from __future__ import annotations

from dateline.intake.documents import read_documents, read_file, read_part, read_parts
from dateline.intake.files import FileEntry, count_files, hash_file, list_files
from dateline.intake.limits import Limits

__all__ = [
    "FileEntry",
    "Limits",
    "count_files",
    "hash_file",
    "list_files",
    "read_documents",
    "read_file",
    "read_part",
    "read_parts",
]
