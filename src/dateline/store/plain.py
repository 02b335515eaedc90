"""How does a noun become JSON and come back? One codec for all frozen dataclasses of the model."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Noun = TypeVar("Noun")


def dump(noun: object) -> str:
    """The noun as JSON; the same noun always gives the same characters."""
    return json.dumps(_to_plain(noun), ensure_ascii=False, separators=(",", ":"))


def load(kind: type[Noun], written: str) -> Noun:
    """The noun of this class that `dump` wrote."""
    noun: Noun = _reader(typing.cast(Any, kind))(json.loads(written))
    return noun


def _to_plain(value: Any) -> Any:
    """Dataclasses become arrays of their fields: a case holds millions of spans, and names would triple its size."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_to_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return [_to_plain(getattr(value, name)) for name in _field_names(typing.cast(Any, type(value)))]
    raise TypeError(f"{type(value).__name__} has no place in a case")


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that turns plain JSON values into this type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(a for a in arguments if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda values: tuple(map(item, values))
    if origin is tuple:
        items = [_reader(argument) for argument in arguments]
        return lambda values: tuple(read(value) for read, value in zip(items, values, strict=True))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return _dataclass_reader(kind) if dataclasses.is_dataclass(kind) else lambda value: value


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = [_reader(hints[name]) for name in _field_names(kind)]

    def read(values: Any) -> Any:
        # A field added to a noun since the case was written stands at the end and takes its default.
        return kind(*(reader(value) for reader, value in zip(readers, values, strict=False)))

    return read
