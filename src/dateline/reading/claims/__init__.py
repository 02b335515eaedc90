"""Who says so: which claims does a report make on whose word?"""

from dateline.reading.claims.find import find_claims

__all__ = ["find_claims"]
