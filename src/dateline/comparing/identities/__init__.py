"""Which actors of different reports are one, under which name when?"""

from dateline.comparing.identities.chances import Chances
from dateline.comparing.identities.find import Identities, find_identities
from dateline.comparing.identities.initials import full_names, spell_out_credits, tellers_of
from dateline.comparing.identities.outlet_credits import credit_outlets
from dateline.comparing.identities.own_outlets import name_outlets

__all__ = [
    "Chances",
    "Identities",
    "credit_outlets",
    "find_identities",
    "full_names",
    "name_outlets",
    "spell_out_credits",
    "tellers_of",
]
