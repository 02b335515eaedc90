"""Which actors of different reports are one, under which name when?"""

from dateline.comparing.identities.find import Identities, find_identities
from dateline.comparing.identities.initials import spell_out_credits

__all__ = ["Identities", "find_identities", "spell_out_credits"]
