"""Whom does the user know already? Reads lists of actors: own ones, FollowTheMoney, Wikidata, UCDP and ACLED."""

from __future__ import annotations

from dateline.intake.actor_lists.files import read_own_actors

__all__ = ["read_own_actors"]
