"""A case becomes a table where the library for it is installed."""

import sys
from types import SimpleNamespace

import pytest

from dateline.errors import DatelineError
from dateline.model.case import Contents
from dateline.store import frames
from tests.store.cases import conclusions, invented_report

CONTENTS = Contents((invented_report(),), conclusions())


def test_a_missing_library_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(DatelineError, match="pip install"):
        frames.to_polars(CONTENTS, "incidents")


def test_the_rows_of_a_kind_are_handed_to_the_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=list))
    (incident,) = frames.to_pandas(CONTENTS, "incidents")
    assert (incident["id"], incident["standing"]) == ("i1", "single-origin")


def test_an_unknown_kind_is_told_the_known_ones(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=list))
    with pytest.raises(KeyError, match="incidents"):
        frames.to_pandas(CONTENTS, "weather")
