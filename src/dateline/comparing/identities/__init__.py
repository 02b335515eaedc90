"""Which actors of different reports are one, under which name when?"""

from dateline.comparing.identities.find import Identities, find_identities

__all__ = ["Identities", "find_identities"]
