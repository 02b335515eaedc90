"""Who: which words name actors, and which of them stand for one?"""

from dateline.reading.actors.find import Actors, find_actors

__all__ = ["Actors", "find_actors"]
