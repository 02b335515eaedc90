"""What do a page's tags say of its article? JSON-LD, <meta>, <link>, <title> and <html lang>."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.reading.metadata.dates import Stated


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of one page say; None for what they do not."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    dates: Stated = Stated()

    def of_the_site(self) -> Tags:
        """What they say of every article on the page: not its headline, author and dates, which are one article's."""
        return replace(self, title=None, byline=None, dates=Stated())


def read_tags(markup: str) -> Tags:
    """The tags of a page."""
    return Tags()
