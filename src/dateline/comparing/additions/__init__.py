"""What do a few more reports change in a case that was compared? Only what they touch is compared again."""

from dateline.comparing.additions.compared import Addition, Compared
from dateline.comparing.additions.kept import Kept, pack, unpack
from dateline.comparing.additions.left import left_by
from dateline.comparing.additions.traces import Traces

__all__ = ["Addition", "Compared", "Kept", "Traces", "left_by", "pack", "unpack"]
