"""Which tellings were judged to be one happening? The noun that the incidents step hands to the standings step."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.case import RelatedReport


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events judged to be one happening.

    events: ids of the tellings that say it happened (or will), in report order.
    counter: ids of the tellings that say it did not.
    about: ids of the inquiries, charges and condemnations that are about it; they count for none of its facts.
    reasons: plain sentences that say why these tellings are one.
    related: other reports that are likely about it.
    """

    events: tuple[str, ...]
    counter: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    related: tuple[RelatedReport, ...] = ()
