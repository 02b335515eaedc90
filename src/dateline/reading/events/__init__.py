"""What is said to have happened? Completes the marked events: mode, status, numbers, who, where and when."""

from __future__ import annotations

from dateline.reading.events.find import find_events

__all__ = ["find_events"]
