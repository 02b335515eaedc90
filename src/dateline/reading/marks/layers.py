"""What can be marked? The names of all layers of spans, of what belongs together, and of what a trigger may be."""

from __future__ import annotations

from typing import Final

from dateline.model.event import MODES, PLOVER_TYPES, ROLES, STATUSES
from dateline.model.mention import MENTION_TYPES

CLAIM_LAYERS: Final = ("source", "cue", "content")
"""An attribution that stands inside no other one."""
INNER_LAYERS: Final = ("inner source", "inner cue", "inner content")
"""An attribution that stands inside another one's content."""
EVENT_LAYERS: Final = ("trigger", "actor", "recipient", "place", "date", "weapon", "count")
"""count: how many were killed or injured."""
MENTION_LAYERS: Final = {("weapon mention" if kind == "weapon" else kind): kind for kind in MENTION_TYPES}
"""Layer -> mention type; weapons are also a role of events, in a layer of its own."""
LAYERS: Final = (*CLAIM_LAYERS, *INNER_LAYERS, *EVENT_LAYERS, *MENTION_LAYERS)
"""Every layer is tagged on its own, so that spans of different layers may overlap."""

STATES: Final = ("O", "B", "I", "L", "U")
"""outside, begins, inside, last, unit: the state of a word in one layer."""

LINKS: Final = ("source", "content", *ROLES)
"""What a cue (the first two) or a trigger (the roles) draws to itself."""
ROLE_LAYERS: Final = {
    "actor": ("actor", "recipient"),
    "recipient": ("actor", "recipient"),
    "place": ("place",),
    "date": ("date",),
    "weapon": ("weapon",),
    "killed": ("count",),
    "injured": ("count",),
}
"""The layers whose spans may fill a role: who acts in one event may suffer in the next."""

TYPES: Final = PLOVER_TYPES
KINDS_OF_MODE: Final = ("", *(f"{kind}:{mode}" for kind, modes in MODES.items() for mode in modes))
"""Modes with the type that they belong to; the first stands for none."""
STATUS_NAMES: Final = STATUSES

LAYER_NUMBER: Final = {name: number for number, name in enumerate(LAYERS)}
LINK_NUMBER: Final = {name: number for number, name in enumerate(LINKS)}

DISTANCE_STEPS: Final = (1, 2, 3, 4, 6, 9, 13, 20, 30, 50, 90)
"""Words between two spans, up to which a step of nearness counts; as many steps again for the other side."""
FARTHEST_WORDS: Final = {"source": 50, "content": 50} | dict.fromkeys(ROLES, 100)
"""Words between two spans beyond which they are not joined: further away the scores mean little, since the model was
trained on windows. On held-out polnear texts 40 to 50 words gave 0.91 right sources of given cues, no limit 0.74."""
DISTANCES: Final = 2 * (len(DISTANCE_STEPS) + 1)
