"""How does a case become a table in polars or pandas?"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from dateline.errors import DatelineError
from dateline.model.case import Contents
from dateline.model.rows import rows_of


def to_polars(contents: Contents, kind: str) -> Any:
    """The rows of one kind (model/rows.py) as a polars DataFrame. Errors: DatelineError where polars is missing."""
    return _module("polars").DataFrame(list(rows_of(contents, kind)), infer_schema_length=None)


def to_pandas(contents: Contents, kind: str) -> Any:
    """The rows of one kind (model/rows.py) as a pandas DataFrame. Errors: DatelineError where pandas is missing."""
    return _module("pandas").DataFrame(list(rows_of(contents, kind)))


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise DatelineError(f"{name} is not installed (pip install 'dateline[frames]')") from error
