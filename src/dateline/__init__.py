"""Dateline turns a pile of news reports into a corroborated record of events, and keeps who says so."""

from __future__ import annotations

__version__ = "0.1.0"
