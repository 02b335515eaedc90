"""What do the public sets lack? Short reports composed of invented words: tellers inside tellers in all their forms.

Headline, dateline and one to three sentences, each a form that conflict reports use and polnear never marks:
"X, citing Y, said …", "Y was quoted by X as saying …", "X quoted Y as saying …". Words lie in training/invented/.
"""

from __future__ import annotations

import random
from pathlib import Path

from dateline.reading.marks.layers import CLAIM_LAYERS, INNER_LAYERS
from training.corpora import Place, Unit
from training.nesting import DAYS, OUTLETS, SAYS

INVENTED = Path(__file__).parent / "invented"
REPORTS = 900
PLACES = (
    "DORVAN",
    "VELMONT",
    "PORT SABLE",
    "TIBRIN",
    "Korvat",
    "OSK",
    "San Telvo",
    "BEL HARUN",
    "Ostrava Nova",
    "KWALE",
)
AGENCIES = ("Kestrel Wire", "ACN", "Agence Meridienne", "NTR", "Agencia Cardal", "BNN", "Farda")

# S teller, C cue, X content, in small letters for the inner claim; {x} is a clause, {X} one with a capital.
# A content that holds an inner claim is written as [ ... ].
FORMS = (
    "<S>{T}</S>, [<c>citing</c> <s>{y}</s>], <C>{v}</C>{d} [<x>that {x}</x>]",
    "<S>{T}</S> <C>quoted</C> [<s>{y}</s> <c>as saying</c> <x>that {x}</x>]",
    "<S>{T}</S> <C>quotes</C> [<s>{y}</s> <c>as saying</c> <x>{x}</x>]",
    "[<s>{Y}</s> <c>said</c>{d} <x>that {x}</x>], <S>{t}</S> <C>{v}</C>",
    "[<s>{Y}</s> <c>said</c> <x>{x}</x>], <C>according to</C> <S>{t}</S>",
    "[<x>{X}</x>, <s>{y}</s> <c>said</c>], <S>{t}</S> <C>{v}</C>{d}",
    "<S>{T}</S> <C>{v}</C>{d} [that <s>{y}</s> <c>{w}</c> <x>that {x}</x>]",
    "<S>{T}</S> <C>{v}</C>{d} [<s>{y}</s> <c>{w}</c> <x>{x}</x>]",
    "<C>According to</C> <S>{t}</S>, [<s>{y}</s> <c>{w}</c> <x>that {x}</x>]",
    "<S>{Y}</S> <C>said</C>{d} <X>that {x}</X>",
    "<X>{X}</X>, <S>{y}</S> <C>said</C>{d}",
    "<X>{X}</X>, <C>according to</C> <S>{y}</S>",
    "<S>{Y}</S> <C>told</C> {t} <X>that {x}</X>",
    "<S>{Y}</S> <C>denied</C> <X>that {x}</X>",
    "<S>{Y}</S> <C>claimed</C>{d} <X>that {x}</X>",
    "{X}",
)
CLAIMS_OF_OTHERS = ("said", "claimed", "denied", "had said", "told its reporter", "confirmed", "warned", "believed")


def compose_all(seed: int) -> list[Unit]:
    """REPORTS composed reports."""
    rng = random.Random(seed)
    clauses, sources = _lines("clauses.txt"), _lines("sources.txt")
    return [_report(number, clauses, sources, rng) for number in range(REPORTS)]


def _lines(name: str) -> list[str]:
    lines = (INVENTED / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _report(number: int, clauses: list[str], sources: list[str], rng: random.Random) -> Unit:
    unit = Unit("composed", str(number), "", frozenset((*CLAIM_LAYERS, *INNER_LAYERS)))
    if rng.random() < 0.6:
        unit.text += _capital(rng.choice(clauses)) + rng.choice(("\n\n", "\n"))
    if rng.random() < 0.6:
        agency = f" ({rng.choice(AGENCIES)})" if rng.random() < 0.6 else ""
        unit.text += f"{rng.choice(PLACES)}{agency} {rng.choice('-–—')} "
    for _ in range(rng.randint(1, 3)):
        _say(unit, rng.choice(FORMS), clauses, sources, rng)
    unit.text = unit.text.rstrip()
    return unit


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _say(unit: Unit, form: str, clauses: list[str], sources: list[str], rng: random.Random) -> None:
    """Adds one sentence with its claims to the unit."""
    clause, teller, source = rng.choice(clauses), rng.choice(OUTLETS), rng.choice(sources)
    verbs = {"v": rng.choice(SAYS), "w": rng.choice(CLAIMS_OF_OTHERS), "d": rng.choice(DAYS)}
    names = {"t": teller, "T": _capital(teller), "y": source, "Y": _capital(source), "x": clause, "X": _capital(clause)}
    marked = form.format(**verbs, **names) + "."
    found: dict[str, list[Place]] = {}
    opened: dict[str, int] = {}
    at = 0
    while at < len(marked):
        tag = next((t for t in TAGS if marked.startswith(t, at)), None)
        if tag is None:
            unit.text += marked[at]
            at += 1
            continue
        at += len(tag)
        layer = TAGS[tag]
        if tag in OPENING:
            opened[layer] = len(unit.text)
        else:
            found.setdefault(layer, []).append((layer, opened.pop(layer), len(unit.text)))
    unit.text += rng.choice((" ", " ", "\n\n", "\n"))
    unit.spans |= {place for places in found.values() for place in places}
    for prefix in ("", "inner "):
        for cue in found.get(prefix + "cue", []):
            drawn = [(role, place) for role in ("source", "content") for place in found.get(prefix + role, [])]
            unit.links |= {(role, cue, place) for role, place in drawn}


OPENING = {
    "<S>": "source", "<C>": "cue", "<X>": "content", "[": "content",
    "<s>": "inner source", "<c>": "inner cue", "<x>": "inner content",
}  # fmt: skip
TAGS = OPENING | {tag.replace("<", "</"): layer for tag, layer in OPENING.items() if tag != "["} | {"]": "content"}
