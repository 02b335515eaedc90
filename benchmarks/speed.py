"""How fast is reading, and where does the time go?

python -m benchmarks.speed ../shared/bench/polnear/dev.jsonl [--steps] [--beside-spacy]

Words are split on white space. Loading is not counted: one text is read before the clock starts. Machines are noisy:
compare figures of one run only.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline import Reader

RUNS = 3
"""Of so many runs, taken in turn, the fastest counts: it was disturbed least."""
SPACY_PARTS = {
    "tagger": [f"T{n}" for n in range(50)],
    "parser": [f"d{n}" for n in range(45)],
    "ner": [f"E{n}" for n in range(18)],
}
"""The parts of spaCy's small English pipeline that share one tok2vec, with as many labels as it has."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, help="JSON Lines with a field text")
    parser.add_argument("--steps", action="store_true", help="profile the steps of reading as well")
    parser.add_argument(
        "--beside-spacy",
        action="store_true",
        help="measure spaCy's small English pipeline (tok2vec, tagger, parser, ner; random weights) in turn with it",
    )
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.texts.read_text("utf-8").splitlines()]
    words = sum(len(text.split()) for text in texts)
    started = time.perf_counter()
    reader = Reader()
    reader.read(texts[0])
    print(f"{len(texts)} texts, {words:,} words; loading {time.perf_counter() - started:.1f} s")
    readers: dict[str, Callable[[Sequence[str]], object]] = {
        "Dateline": lambda texts: reader.read_many([(text, None) for text in texts])
    }
    if options.beside_spacy:
        pipe = _spacy(texts[:1])
        readers["spaCy, one process"] = lambda texts: list(pipe(texts))
        readers["spaCy, two processes"] = lambda texts: list(pipe(texts, n_process=2, batch_size=10))
    seconds = _fastest(readers, texts)
    for name, needed in seconds.items():
        print(f"{name}: {words / needed:,.0f} words a second, {seconds['Dateline'] / needed:.2f} of Dateline's speed")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    if options.steps:
        _print_steps(reader, texts)


def _fastest(readers: dict[str, Callable[[Sequence[str]], object]], texts: Sequence[str]) -> dict[str, float]:
    """Seconds of the fastest of RUNS runs of each."""
    seconds = dict.fromkeys(readers, float("inf"))
    for _ in range(RUNS):
        for name, read in readers.items():
            started = time.perf_counter()
            read(texts)
            seconds[name] = min(seconds[name], time.perf_counter() - started)
    return seconds


def _spacy(some: Sequence[str]) -> Callable[..., Iterator[object]]:
    """Runs spaCy's small English pipeline with weights as they are before training: for speed only."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listens = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    for name, labels in SPACY_PARTS.items():
        part = nlp.add_pipe(name, config={"model": {"tok2vec": listens}})
        for label in labels:
            part.add_label(label)
    nlp.initialize()
    list(nlp.pipe(some))
    return nlp.pipe


def _print_steps(reader: Reader, texts: list[str]) -> None:
    """Share of the time of each step, by its cumulative time in a profile (which slows pure Python down).

    The model runs beside the steps, in threads that a profile does not see: what is left of the time is waiting for it.
    """
    profile = cProfile.Profile()
    profile.runcall(reader.read_many, [(text, None) for text in texts])
    stats = pstats.Stats(profile)
    total = stats.total_tt
    for (_, _, name), (_, _, _, cumulative, _) in sorted(stats.stats.items(), key=lambda s: -s[1][3]):
        if name.startswith("find_"):
            print(f"{name:20} {cumulative / total:6.1%}")


if __name__ == "__main__":
    main()
