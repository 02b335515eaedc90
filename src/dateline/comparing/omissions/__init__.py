"""Which outlets of the case reported an incident, and which detail does each leave out?"""

from dateline.comparing.omissions.find import find_omissions

__all__ = ["find_omissions"]
