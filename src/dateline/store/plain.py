"""How does a noun become JSON and come back? One codec for all frozen dataclasses of the model."""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from dateline.model.span import Span

Noun = TypeVar("Noun")

# Longer words seldom come twice, and comparing keeps all of a case in memory.
LONGEST_SHARED = 40
# Spans and numbers that are kept at hand to be shared: those of a report stand close together.
MOST_SHARED = 16384


def dump(noun: object) -> str:
    """The noun as JSON; the same noun always gives the same characters."""
    return _encode(noun)


def load(kind: type[Noun], written: str) -> Noun:
    """The noun of this class that `dump` wrote."""
    noun: Noun = _reader(typing.cast(Any, kind))(json.loads(written))
    return noun


def place_of(kind: type, field: str) -> int:
    """Where a field stands in the JSON array that is made of a noun of this class."""
    return _field_names(typing.cast(Any, kind)).index(field)


def _plainer(value: Any) -> Any:
    """What JSON's own encoder, which goes through arrays and words by itself, is to write for anything else."""
    return _writer(typing.cast(Any, type(value)))(value)


# None of our nouns holds itself.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plainer).encode


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """Dataclasses become arrays of their fields: a case holds millions of spans, and names would triple its size."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, date):
        return date.isoformat
    if dataclasses.is_dataclass(kind):
        names = _field_names(typing.cast(Any, kind))
        fields = attrgetter(*names)
        return fields if len(names) > 1 else lambda value: (fields(value),)
    raise TypeError(f"{kind.__name__} has no place in a case")


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that turns plain JSON values into this type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(a for a in arguments if a is not type(None)))
        return _as_it_is if inner is _as_it_is else lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return tuple if item is _as_it_is else lambda values: tuple([item(value) for value in values])
    if origin is tuple:
        items = [_reader(argument) for argument in arguments]
        return lambda values: tuple([read(value) for read, value in zip(items, values, strict=True)])
    return _reader_of_one(kind)


def _reader_of_one(kind: Any) -> Callable[[Any], Any]:
    """What comes again and again (names, spans, days, probabilities) is one object wherever it stands."""
    if kind is Span:
        return lambda values: _span(*values)
    if kind is str:
        return _shared
    if kind is date:
        return _day
    if kind is float:
        return _number
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _dataclass_reader(kind) if dataclasses.is_dataclass(kind) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _shared(text: str) -> str:
    return sys.intern(text) if len(text) <= LONGEST_SHARED else text


# Python makes a new object of every number read above 256; most of a case's millions lie in the first pages of a text.
_OFFSETS = tuple(range(MOST_SHARED))


@lru_cache(maxsize=MOST_SHARED)
def _span(start: int, end: int, text: str) -> Span:
    if end < MOST_SHARED:
        return Span(_OFFSETS[start], _OFFSETS[end], _shared(text))
    return Span(start, end, _shared(text))


@lru_cache(maxsize=MOST_SHARED)
def _day(written: str) -> date:
    return date.fromisoformat(written)


@lru_cache(maxsize=MOST_SHARED, typed=True)
def _number(value: float) -> float:
    return value


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = [(at, _reader(hints[name])) for at, name in enumerate(_field_names(kind))]
    readers = [(at, reader) for at, reader in readers if reader is not _as_it_is]

    def read(values: Any) -> Any:
        # A field added to a noun since the case was written stands at the end and takes its default.
        given = len(values)
        for at, reader in readers:
            if at < given and values[at] is not None:
                values[at] = reader(values[at])
        return kind(*values)

    return read
