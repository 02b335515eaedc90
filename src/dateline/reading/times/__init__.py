"""When? Time expressions of a text as intervals with precision, against the report's date and dateline."""

from __future__ import annotations

from dateline.reading.times.find import find_times

__all__ = ["find_times"]
