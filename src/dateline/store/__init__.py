"""Where is a case kept? One SQLite file, written in transactions."""

from dateline.store.case import SCHEMA_VERSION, Added, Batch, Case, Found, Leaving, Source, open_case

__all__ = ["SCHEMA_VERSION", "Added", "Batch", "Case", "Found", "Leaving", "Source", "open_case"]
