"""Which verbs report what somebody says, and how do they present it?"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

# reporting_verbs.csv was written for this project from knowledge of English news; the modalities are those of
# model/claim.py. introduces_speech: whether the verb stands beside a direct quotation ("he quipped").


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying, thinking, blaming, promising … with its modality (see model/claim.py)."""

    verb: str
    forms: tuple[str, ...]
    modality: str
    introduces_speech: bool


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Every form of every reporting verb, in lower case, with its verb; particles belong to the form ("called on")."""
    with resources.files("dateline.lexicons").joinpath("reporting_verbs.csv").open(encoding="utf-8") as file:
        rows = [_verb_of(row) for row in csv.DictReader(file)]
    return {form: verb for verb in reversed(rows) for form in verb.forms}


def _verb_of(row: dict[str, str]) -> ReportingVerb:
    forms = (row["verb"], row["past"], row["participle"], row["present"], row["gerund"])
    return ReportingVerb(row["verb"], tuple(dict.fromkeys(forms)), row["modality"], row["introduces_speech"] == "yes")


@cache
def speech_forms() -> frozenset[str]:
    """Forms that can stand beside a direct quotation ("said", "points out"), gerunds included."""
    return frozenset(form for form, verb in reporting_verbs().items() if verb.introduces_speech)


@cache
def frames_of(form: str) -> frozenset[str]:
    """What may stand behind a form when it tells something: "clause", "that", "someone clause", "to", "someone to",
    "thing", "of", "for"; nothing for what is no reporting verb or only tells beside a quotation."""
    verb = reporting_verbs().get(form)
    return frozenset(frame for frame, verbs in _frames().items() if verb and verb.verb.replace(" ", "-") in verbs)


@cache
def telling_forms() -> frozenset[str]:
    """The finite forms and participles of the verbs that have a frame."""
    known = frozenset(verb for verbs in _frames().values() for verb in verbs)
    return frozenset(f for f, v in reporting_verbs().items() if v.verb.replace(" ", "-") in known)


@cache
def _frames() -> dict[str, frozenset[str]]:
    text = resources.files("dateline.lexicons").joinpath("reporting_verbs_frames.yaml").read_text("utf-8")
    return {frame: frozenset(line.split()) for frame, line in yaml.safe_load(text).items()}


_WORD = re.compile(r"[a-z'’-]+")
_CUE_NOUNS = {
    "denial": "denied", "threat": "threatened", "warning": "threatened", "ultimatum": "threatened",
    "promise": "promised", "pledge": "promised", "vow": "threatened", "allegation": "alleged", "allegations": "alleged",
    "accusation": "alleged", "accusations": "alleged", "claims": "alleged", "prediction": "predicted",
    "forecast": "predicted", "expectations": "predicted", "confirmation": "confirmed", "admission": "confirmed",
    "confession": "confirmed", "demand": "requested", "request": "requested", "call": "requested",
    "calls": "requested", "appeal": "requested", "alleged": "alleged", "suspected": "alleged", "so-called": "alleged",
    "believed": "alleged", "reportedly": "alleged", "allegedly": "alleged", "purportedly": "alleged",
    "likely": "predicted", "unlikely": "predicted", "confident": "predicted", "responsibility": "confirmed",
}  # fmt: skip
_NEGATION = re.compile(r"\b(?:not|never|no|n't|n’t|neither)\b|n['’]t\b", re.IGNORECASE)


@cache
def modality_of(cue: str) -> str:
    """How words that introduce a claim present it: "denied" for "has denied", "said" when nothing says otherwise.

    The last reporting verb decides ("warned, saying" is a statement), a noun only where there is no verb.
    """
    words = _WORD.findall(cue.lower())
    verbs = reporting_verbs()
    modality = None
    for at, word in enumerate(words):
        pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else ""
        verb = verbs.get(pair) or verbs.get(word)
        if verb is not None:
            modality = verb.modality if modality in (None, "said") else modality
    if modality is None or modality == "said":
        modality = next((_CUE_NOUNS[w] for w in words if w in _CUE_NOUNS), modality or "said")
    if modality == "confirmed" and _NEGATION.search(cue):
        return "said"
    return modality
