"""How does a paragraph stay itself in a long text?

A teacher marks each paragraph alone; the pupil learns the same marks where paragraphs of all sets stand together.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from dateline.reading.marks import Marker
from dateline.reading.marks.decoding import Found, find_spans, log_probabilities
from dateline.reading.marks.encoder import Encoded
from dateline.reading.marks.heads import sigmoid
from dateline.reading.marks.layers import (
    CLAIM_LAYERS,
    EVENT_LAYERS,
    INNER_LAYERS,
    LAYER_NUMBER,
    LAYERS,
    LINK_NUMBER,
    ROLE_LAYERS,
    STATES,
)
from dateline.reading.marks.pieces import CASES, Pieces
from training.composing import AGENCIES, INVENTED, PLACES
from training.corpora import PUT_IN, Unit
from training.encoding import IGNORED, PARAGRAPHS, Sample, encode, join, slice_words, states
from training.mixing import WINDOW

READ = {"gva_incidents": 0.9, "muc4": 0.12, "ecbplus": 0.12}
"""Sets of which the texts alone are read, and the share of them that is taken."""
UNTAUGHT = {"events", "cameo_ner"}
"""Sets whose triggers or fillers people marked: nothing is added to them."""
SURE, UNSURE, SURE_KIND = 0.6, 0.3, 0.6
"""The teacher's links count from SURE on, and as absent below UNSURE; its types from SURE_KIND on."""
EVENT_NUMBERS = frozenset(LAYER_NUMBER[layer] for layer in EVENT_LAYERS)
CLAIM_NUMBERS = [LAYER_NUMBER[layer] for layer in (*CLAIM_LAYERS, *INNER_LAYERS)]
SPACE, LINE, EMPTY_LINE = 1, 2, 3
"""The gaps before a word, as in pieces.py."""


def read_unmarked(bench: Path, seed: int) -> list[Unit]:
    """Texts of the training parts without their annotation, as they would stand in print."""
    rng = random.Random(seed)
    units = []
    for name, share in READ.items():
        with (bench / name / "train.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if rng.random() < share:
                    units.append(Unit(name, record["id"], _printed(name, record["text"], rng), frozenset()))
    return units


def _printed(name: str, text: str, rng: random.Random) -> str:
    """muc4's hard line breaks and ecbplus's split tokens are no part of the news."""
    if name == "muc4" and rng.random() < 0.7:
        return re.sub(r"(?<!\n)\n(?!\n)\s*", " ", text)
    if name == "ecbplus":
        whole = PUT_IN.sub("", re.sub(r"`` ?| ?''", '"', text)).replace(" - ", "-")
        return re.sub(r"\n", lambda _: rng.choice(("\n\n", "\n\n", " ")), whole)
    return text


def teach(marker: Marker, samples: list[Sample], *, claims: bool) -> list[Sample]:
    """The samples with soft targets: people's where they marked, the teacher's elsewhere, paragraph by paragraph.

    claims: whether the teacher's claims count too where people marked none. Triggers that the teacher finds are
    added with their fillers, where no people marked events.
    """
    cuts = [_paragraphs(sample) for sample in samples]
    parts = [_part(sample, a, b) for sample, cut in zip(samples, cuts, strict=True) for a, b in pairwise(cut)]
    encoded = iter(marker.encoder.encode(parts))
    return [
        _taught(marker, sample, cut, [next(encoded) for _ in cut[1:]], claims)
        for sample, cut in zip(samples, cuts, strict=True)
    ]


def _paragraphs(sample: Sample) -> list[int]:
    """The words at which paragraphs begin, and the end."""
    begins = [word for word, look in enumerate(sample.looks) if word and look // CASES == EMPTY_LINE]
    return [0, *begins, len(sample.pieces)]


def _part(sample: Sample, a: int, b: int) -> Pieces:
    """Words [a, b) as a text of their own."""
    pieces, looks = sample.pieces[a:b], sample.looks[a:b]
    looks = [EMPTY_LINE * CASES + looks[0] % CASES, *looks[1:]]
    first = np.cumsum([0, *map(len, pieces[:-1])]).astype(np.int32)
    each = [at for word, look in zip(pieces, looks, strict=True) for at in (look, *[look % CASES] * (len(word) - 1))]
    none = np.zeros(b - a, np.int32)
    return Pieces(np.array([p for word in pieces for p in word], np.int32), np.array(each, np.int32), first, none, none)


def _taught(marker: Marker, sample: Sample, cut: list[int], encoded: list[Encoded], claims: bool) -> Sample:
    shape = (-1, len(LAYERS), len(STATES))
    soft = np.concatenate([np.exp(log_probabilities(one.scores)) for one in encoded]).reshape(shape).astype(np.float16)
    if not claims:
        soft[:, CLAIM_NUMBERS] = 0
    known = states(sample)
    marked = known != IGNORED
    soft[marked] = np.eye(len(STATES), dtype=np.float16)[known[marked]]
    paragraph = [number for number, (a, b) in enumerate(pairwise(cut)) for _ in range(a, b)]
    taught = replace(sample, soft=soft, paragraph=[n % PARAGRAPHS for n in paragraph])
    if sample.corpus not in UNTAUGHT:
        taught.spans, taught.links, taught.events = list(sample.spans), list(sample.links), dict(sample.events)
        taught.doubtful = set()
        for start, one in zip(cut, encoded, strict=False):
            _add_events(marker, taught, start, one)
    return taught


def _add_events(marker: Marker, sample: Sample, start: int, encoded: Encoded) -> None:
    """What the teacher finds in one paragraph: triggers with classes, fillers, sure links and doubtful ones."""
    spans = [span for span in find_spans([encoded.scores], marker.reluctance)[0] if span.layer in EVENT_NUMBERS]
    triggers = [span for span in spans if span.layer == LAYER_NUMBER["trigger"]]
    if not triggers:
        return
    number: dict[Found, int] = {}
    given = {span: i for i, span in enumerate(sample.spans)}
    for span in spans:
        place = (span.layer, start + span.first, start + span.last)
        if place not in given:
            given[place] = len(sample.spans)
            sample.spans.append(place)
        number[span] = given[place]
    classes = marker.heads.trigger_classes(encoded.hidden, triggers)
    for row, trigger in enumerate(triggers):
        if number[trigger] not in sample.events and classes.types[row].max() >= SURE_KIND:
            best = (int(table[row].argmax()) for table in (classes.types, classes.modes, classes.statuses))
            kind, mode, status = best
            sample.events[number[trigger]] = (kind, mode, status)
    drawing = marker.heads.drawing(encoded.hidden, triggers)
    for role, layers in ROLE_LAYERS.items():
        tails = [span for span in spans if span.layer in {LAYER_NUMBER[layer] for layer in layers}]
        if not tails:
            continue
        chances = sigmoid(marker.heads.link_scores(role, drawing, marker.heads.drawn(encoded.hidden, tails)))
        for (row, column), chance in np.ndenumerate(chances):
            link = (LINK_NUMBER[role], number[triggers[row]], number[tails[column]])
            if link in sample.links:
                continue
            if chance >= SURE:
                sample.links.append(link)
            elif chance >= UNSURE:
                sample.doubtful.add(link)


def datelines(tokenizer: Tokenizer, count: int, seed: int) -> list[Sample]:
    """Openings of dispatches, and headlines, of which nothing is taught."""
    rng = random.Random(seed)
    months = ("Jan. ", "January ", "March ", "April ", "July ", "Sept. ", "November ", "Dec ")
    lines = (INVENTED / "clauses.txt").read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line[:1] not in "#"]
    units = []
    for number in range(count):
        day = f", {rng.choice(months)}{rng.randint(1, 30)}" if rng.random() < 0.6 else ""
        agency = f" ({rng.choice(AGENCIES)})" if rng.random() < 0.6 else ""
        text = f"{rng.choice(PLACES).upper()}{day}{agency} {rng.choice('-–—')}"
        if rng.random() < 0.3:
            text = rng.choice(heads).capitalize() + "\n\n" + text
        units.append(Unit("openings", str(number), text, frozenset()))
    samples = encode(tokenizer, units)
    shape = (len(LAYERS), len(STATES))
    return [
        replace(s, soft=np.zeros((len(s.pieces), *shape), np.float16), paragraph=[0] * len(s.pieces)) for s in samples
    ]


def together(short: list[Sample], texts: list[Sample], openings: list[Sample], rng: random.Random) -> Iterator[Sample]:
    """Short texts in windows of their own, one to about eight at a time: some with a dispatch's opening, some among
    paragraphs of other texts."""
    rest = rng.sample(short, len(short))
    while rest:
        room = rng.choice((rng.randint(30, WINDOW), WINDOW))
        pile = [rest.pop()]
        if rng.random() > 0.15:
            while rest and sum(s.size() for s in pile) + rest[-1].size() <= room:
                pile.append(rest.pop())
        if texts and rng.random() < 0.35:
            pile = _among(pile, rng.choice(texts), rng)
        gaps = [EMPTY_LINE, *(rng.choice((EMPTY_LINE, EMPTY_LINE, EMPTY_LINE, LINE, SPACE)) for _ in pile[1:])]
        if rng.random() < 0.2:
            pile, gaps = [rng.choice(openings), *pile], [EMPTY_LINE, SPACE, *gaps[1:]]
        yield join(pile, gaps)


def _among(pile: list[Sample], text: Sample, rng: random.Random) -> list[Sample]:
    """Some of the pile between paragraphs of another text, within a window."""
    cut = _paragraphs(text)
    middle = rng.choice(cut)
    pile = pile[: rng.randint(1, 3)]
    room = WINDOW - sum(s.size() for s in pile)
    before = max((a for a in cut if a <= middle and middle - a < room // 2), default=middle, key=lambda a: middle - a)
    after = max((b for b in cut if b >= middle and b - middle < room // 2), default=middle)
    found = [slice_words(text, list(range(before, middle)))] if before < middle else []
    found += pile
    return found + ([slice_words(text, list(range(middle, after)))] if middle < after else [])
