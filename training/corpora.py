"""What do the people's annotations say? One reader per data set, all in one form."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.reading.marks.layers import CLAIM_LAYERS, EVENT_LAYERS, INNER_LAYERS

Place = tuple[str, int, int]
"""(layer, start, end): a span by its layer and its code points."""


@dataclass(slots=True)
class Unit:
    """An annotated text. `layers` are those that the annotators looked for; in others, silence says nothing.

    links: (name of the link, cue or trigger, what it draws). events: trigger -> (type, mode, status); without a status,
    neither mode nor status is known.
    """

    corpus: str
    id: str
    text: str
    layers: frozenset[str]
    spans: set[Place] = field(default_factory=set)
    links: set[tuple[str, Place, Place]] = field(default_factory=set)
    events: dict[Place, tuple[str, str | None, str | None]] = field(default_factory=dict)


def _records(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_polnear(path: Path) -> Iterator[Unit]:
    """Attributions of US news; never one inside another, so that the inner layers stay open."""
    for record in _records(path):
        unit = Unit("polnear", record["id"], record["text"], frozenset(CLAIM_LAYERS))
        by_id = {span["id"]: (span["label"].lower(), span["start"], span["end"]) for span in record["spans"]}
        unit.spans = {place for place in by_id.values() if place[0] in CLAIM_LAYERS}
        for relation in record["relations"]:
            roles = {role.lower(): [by_id[i] for i in ids] for role, ids in relation["args"].items()}
            for cue in roles.get("cue", [])[:1]:
                unit.links |= {(role, cue, place) for role in ("source", "content") for place in roles.get(role, [])}
        yield unit


def read_claims(path: Path) -> Iterator[Unit]:
    """Claims of conflict reports, with tellers inside tellers."""
    for record in _records(path):
        unit = Unit("claims", record["id"], record["text"], frozenset((*CLAIM_LAYERS, *INNER_LAYERS)))
        for claim in record["claims"]:
            prefix = "" if claim["inside"] is None else "inner "
            places = {
                role: [(prefix + role, s["start"], s["end"]) for s in spans]
                for role, spans in (
                    ("source", [claim["source"]] if claim["source"] else []),
                    ("cue", [claim["cue"]] if claim["cue"] else []),
                    ("content", [_with_that(record["text"], span) for span in claim["content"]]),
                )
            }
            unit.spans |= {place for spans in places.values() for place in spans}
            for cue in places["cue"]:
                unit.links |= {(role, cue, place) for role in ("source", "content") for place in places[role]}
        yield unit


def _with_that(text: str, span: dict) -> dict:
    """The span with a leading "that", as polnear marks it: one convention for both sets."""
    start = span["start"]
    return span | {"start": start - 5} if text[max(0, start - 5) : start].lower() == "that " else span


COUNTED = ("killed", "injured")


def read_events(path: Path) -> Iterator[Unit]:
    """PLOVER events with the words of their roles."""
    for record in _records(path):
        unit = Unit("events", record["id"], record["text"], frozenset(EVENT_LAYERS))
        for event in record["events"]:
            trigger = ("trigger", event["trigger"]["start"], event["trigger"]["end"])
            unit.spans.add(trigger)
            unit.events[trigger] = (event["type"], event.get("mode"), event["status"])
            for role in ("actor", "recipient", "place", "date", "weapon", *COUNTED):
                for span in event.get(role) or []:
                    place = ("count" if role in COUNTED else role, span["start"], span["end"])
                    unit.spans.add(place)
                    unit.links.add((role, trigger, place))
        yield unit


RE3D = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
    "Nationality": "nationality",
    "Weapon": "weapon mention",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Money": "money",
    "Quantity": "quantity",
    "Temporal": "time",
    "DocumentReference": "document",
}
CROSSNER = {
    "person": "person",
    "politician": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "country": "location",
    "location": "location",
}
WIKIGOLD = {"PER": "person", "ORG": "organisation", "LOC": "location"}
CAMEO = {"S": "actor", "T": "recipient"}


def _labelled(name: str, labels: dict[str, str], layers: frozenset[str]) -> Callable[[Path], Iterator[Unit]]:
    def read(path: Path) -> Iterator[Unit]:
        for record in _records(path):
            places = {(labels[s["label"]], s["start"], s["end"]) for s in record["spans"] if s["label"] in labels}
            unit = Unit(name, record["id"], record["text"], layers, places)
            yield unit
            if record.get("meta", {}).get("tokenised"):
                yield untokenised(unit)

    return read


read_re3d = _labelled("re3d", RE3D, frozenset(RE3D.values()))
read_crossner = _labelled("crossner_politics", CROSSNER, frozenset(CROSSNER.values()))
read_wikigold = _labelled("wikigold", WIKIGOLD, frozenset(WIKIGOLD.values()))
read_cameo_ner = _labelled("cameo_ner", CAMEO, frozenset(CAMEO.values()))

# Spaces that a tokeniser put in: before , . ; : ! ? ) % 's n't and after ( $ and opening quotes.
PUT_IN = re.compile(r" (?=[,.;:!?)\]%]|'(?:s|re|ve|ll|d|m)?(?: |$)|n't)|(?<=[(\[$]) ")


def untokenised(unit: Unit) -> Unit:
    """The same unit as it stood in print, the spaces of the tokeniser taken out again."""
    gone = [found.start() for found in PUT_IN.finditer(unit.text)]
    text = PUT_IN.sub("", unit.text)
    moved = {
        place: (place[0], place[1] - bisect_left(gone, place[1]), place[2] - bisect_left(gone, place[2]))
        for place in unit.spans
    }
    links = {(name, moved[head], moved[tail]) for name, head, tail in unit.links}
    events = {moved[trigger]: kinds for trigger, kinds in unit.events.items()}
    return Unit(unit.corpus, unit.id + "+", text, unit.layers, set(moved.values()), links, events)


PLOVER_OF = {
    "conflict.attack": "ASSAULT",
    "conflict.demonstrate": "PROTEST",
    "conflict.yield": "RETREAT",
    "contact.collaborate": "CONSULT",
    "contact.commandorder": "REQUEST",
    "contact.commitmentpromiseexpressintent": "AGREE",
    "contact.discussion": "CONSULT",
    "contact.negotiate": "CONSULT",
    "contact.requestadvise": "REQUEST",
    "contact.requestcommand": "REQUEST",
    "contact.threatencoerce": "THREATEN",
    "justice.arrestjaildetain": "COERCE",
    "justice.chargeindict": "ACCUSE",
    "justice.convict": "SANCTION",
    "justice.initiatejudicialprocess": "ACCUSE",
    "justice.investigate": "ACCUSE",
    "justice.investigatecrime": "ACCUSE",
    "life.injure": "ASSAULT",
}
"""The first two parts of AIDA's and KAIROS's names, where a PLOVER type means the same; others have none, or several
(deaths by accident, journeys, money)."""
ROLE_OF_ARGUMENT = dict.fromkeys(
    ("attacker", "demonstrator", "yielder", "surrenderer", "retreater", "communicator", "participant", "jailer",
     "prosecutor", "investigator", "injurer"), "actor",
) | dict.fromkeys(("target", "recipient", "detainee", "defendant", "victim"), "recipient") | {
    "place": "place", "instrument": "weapon", "explosivedevice": "weapon",
}  # fmt: skip

ARGUMENT_NUMBER = re.compile(r"^evt\d+arg\d+")


def read_single_events(path: Path) -> Iterator[Unit]:
    """RAMS and WikiEvents: an event here and there, of which alone something is known; no layer is marked through."""
    for record in _records(path):
        unit = Unit("single events", record["id"], record["text"], frozenset())
        by_id = {span["id"]: (span["start"], span["end"]) for span in record["spans"]}
        for event in record["events"]:
            kind = PLOVER_OF.get(".".join(event["type"].lower().split(".")[:2]))
            if kind is None:
                continue
            trigger = ("trigger", *event["trigger"])
            unit.spans.add(trigger)
            unit.events[trigger] = (kind, None, None)
            # WikiEvents marks heads of phrases alone, which is no phrase to learn
            for argument in event["args"] if record["meta"].get("tokenised") else ():
                role = ROLE_OF_ARGUMENT.get(ARGUMENT_NUMBER.sub("", argument["role"]).lower())
                if role is not None and argument["entity"] in by_id:
                    place = (role, *by_id[argument["entity"]])
                    unit.spans.add(place)
                    unit.links.add((role, trigger, place))
        if unit.events:
            yield untokenised(unit) if record["meta"].get("tokenised") else unit


def read_told_events(bench: Path) -> list[Unit]:
    """Texts of RAMS and WikiEvents, of which only these parts are at hand; nothing is scored on them."""
    return [unit for name in ("rams", "wikievents") for unit in read_single_events(bench / name / "dev.jsonl")]


READERS: dict[str, Callable[[Path], Iterator[Unit]]] = {
    "polnear": read_polnear,
    "claims": read_claims,
    "events": read_events,
    "re3d": read_re3d,
    "crossner_politics": read_crossner,
    "wikigold": read_wikigold,
    "cameo_ner": read_cameo_ner,
}


def read_set(bench: Path, name: str, part: str = "train") -> list[Unit]:
    """All units of one part of one set."""
    return list(READERS[name](bench / name / f"{part}.jsonl"))
