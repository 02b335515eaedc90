"""What does an article say of itself? The noun that the metadata step hands back."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.report import Basis, Moment


@dataclass(frozen=True, slots=True)
class Metadata:
    """Outlet, headline, byline, times of writing, agency, dateline and address; None for what is not said.

    language: ISO 639-1 as the container or the page states it, to lean on where the text is too short to tell.
    """

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Moment | None = None
    published_basis: Basis | None = None
    updated: Moment | None = None
    agency: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
