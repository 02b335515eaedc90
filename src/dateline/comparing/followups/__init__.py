"""Which threats and vows were followed by the act?"""

from dateline.comparing.followups.find import find_followups

__all__ = ["find_followups"]
