"""Where did it happen? Names of places found in a report and put on the map: gazetteer, namesakes, precision."""

from __future__ import annotations

from dateline.reading.places.find import find_places
from dateline.reading.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]
