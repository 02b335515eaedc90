"""How would Airwars and the Admiralty code grade an incident?"""

from dateline.comparing.gradings.find import find_gradings

__all__ = ["find_gradings"]
