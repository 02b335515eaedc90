"""Who says that who says what? Sets attributions of real texts inside another teller's sentence.

The public sets never mark an attribution inside another one's content. Wrapping a sentence that holds a marked
attribution ("…, the ministry said" -> "Radio Velm reported that …, the ministry said") gives such texts in number.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.reading.marks.layers import CLAIM_LAYERS, INNER_LAYERS
from training.corpora import Place, Unit

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘'])")
DECAPITALISED = re.compile(
    r"(?:The|A|An|He|She|It|They|We|In|On|At|For|As|After|Before|While|When|If|His|Her|Its|Their|This|That|These|Those|"
    r"Some|Many|Most|Several|Two|Three|One|More|Police|Officials|According|But|And)\b"
)
LONGEST_PARAGRAPH = 900

OUTLETS = (
    "Radio Velm", "the Telmar Post", "state television", "state media", "a local newspaper", "the Morava Herald",
    "Kestrel Wire", "the Norland news agency", "the daily Al-Sadaa", "the state-run news agency", "Channel Six",
    "the Ostrava Courier", "Agencia Cardal", "La Voz del Sur", "the monitoring group",
    "the website Frontline Today", "local media", "Azur TV", "a police report", "the Harbour Times",
    "the broadcaster TVK", "Dar al-Hayat", "the Sarrat Observer", "NTR", "an internal memo seen by the newspaper",
    "a regional governor", "a senior Western diplomat", "the party's spokesman", "his lawyer",
    "a United Nations report", "the Kwale Standard", "the magazine Blickfeld", "Pravo Dnes", "Le Matin du Nord",
    "the semi-official Farda agency", "a rebel commander", "the army", "two officials familiar with the talks",
    "the private station Omid TV", "an aide", "the Baltic News Network", "her brother", "a human rights group",
)  # fmt: skip
"""Invented outlets and described tellers."""
SAYS = (
    "reported", "said", "reports", "says", "wrote", "has reported", "announced", "confirmed", "claimed", "noted",
    "added",
)  # fmt: skip
DAYS = (
    "", "", "", " on Monday", " Tuesday", " on Wednesday", " late Thursday", " Friday", " on Saturday", " earlier",
    " on its website",
)  # fmt: skip


def wrap_all(units: list[Unit], seed: int) -> list[Unit]:
    """One wrapped paragraph for each paragraph of the units that holds a whole attribution in one sentence."""
    rng = random.Random(seed)
    return [
        wrapped for unit in units for start, end in _paragraphs(unit.text) for wrapped in _wrap(unit, start, end, rng)
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        if found.end() - found.start() <= LONGEST_PARAGRAPH:
            yield found.span()


def _wrap(unit: Unit, start: int, end: int, rng: random.Random) -> Iterator[Unit]:
    """Zero or one units: the paragraph [start, end) with one of its sentences told by one more teller."""
    if any(s < start < e or s < end < e for _, s, e in unit.spans):
        return
    cuts = [start, *(start + m.end() for m in SENTENCE_END.finditer(unit.text[start:end])), end]
    whole = [(a, b) for a, b in pairwise(cuts) if _fits(unit, a, b)]
    if whole:
        a, b = rng.choice(whole)
        b -= len(unit.text[a:b]) - len(unit.text[a:b].rstrip())
        yield _told(unit, (start, end), (a, b), rng)


def _fits(unit: Unit, a: int, b: int) -> bool:
    """Whether the sentence holds an attribution and cuts none."""
    inside = {place for place in unit.spans if a <= place[1] and place[2] <= b}
    cues = {cue for _, cue, _ in unit.links if cue in inside}
    cut = any((cue in inside) != (other in inside) for _, cue, other in unit.links)
    return bool(cues) and not cut and b - a > 30 and not any(s < a < e or s < b < e for _, s, e in unit.spans)


def _told(unit: Unit, paragraph: tuple[int, int], sentence: tuple[int, int], rng: random.Random) -> Unit:
    """The paragraph with the sentence as the content of a new, outer attribution."""
    (start, end), (a, b) = paragraph, sentence
    before, said, after = unit.text[start:a], unit.text[a:b], unit.text[b:end]
    stop = said[-1] if said[-1] in ".!?" else ""
    bare = said[: len(said) - len(stop)]
    parts = _template(bare, rng)
    text, spans, shift = before, {}, 0
    for words, role in parts:
        if role == "content":
            shift = len(text) + len(words) - len(bare) - (a - start)
        if role:
            spans[role] = (role, len(text), len(text) + len(words))
        text += words
    text += stop or "."
    late = len(text) - (b - start)
    moved: dict[Place, Place] = {}
    for place in unit.spans:
        layer, first, last = place[0], place[1] - start, place[2] - start
        if a <= place[1] and place[2] <= b:
            # a final mark of punctuation that belonged to the inner content may now lie outside the outer one
            moved[place] = ("inner " + layer, first + shift, min(last + shift, spans["content"][2]))
        elif start <= place[1] and place[2] <= a:
            moved[place] = (layer, first, last)
        elif b <= place[1] and place[2] <= end:
            moved[place] = (layer, first + late, last + late)
    links = {(n, moved[c], moved[o]) for n, c, o in unit.links if c in moved and o in moved}
    links |= {(role, spans["cue"], spans[role]) for role in ("source", "content")}
    layers = frozenset((*CLAIM_LAYERS, *INNER_LAYERS))
    return Unit("nested", f"{unit.id}@{a}", text + after, layers, {*moved.values(), *spans.values()}, links)


def _template(said: str, rng: random.Random) -> list[tuple[str, str | None]]:
    """The sentence with its new teller: (words, role) in order."""
    teller, verb, day = rng.choice(OUTLETS), rng.choice(SAYS), rng.choice(DAYS)
    capital = teller[0].upper() + teller[1:]
    lowered = said[0].lower() + said[1:] if DECAPITALISED.match(said) else said
    choice = rng.random()
    if choice < 0.3:
        return [(capital, "source"), (" ", None), (verb, "cue"), (day + " ", None), ("that " + lowered, "content")]
    if choice < 0.4:
        return [(capital, "source"), (" ", None), (verb, "cue"), (f"{day}: " if day else " ", None), (said, "content")]
    if choice < 0.5:
        return [("According to", "cue"), (" ", None), (teller, "source"), (", ", None), (lowered, "content")]
    if choice < 0.65:
        return [(said, "content"), (", ", None), ("according to", "cue"), (" ", None), (teller, "source")]
    if choice < 0.7:
        return [(said, "content"), (", ", None), (verb, "cue"), (" ", None), (teller, "source"), (day, None)]
    return [(said, "content"), (", ", None), (teller, "source"), (" ", None), (verb, "cue"), (day, None)]
