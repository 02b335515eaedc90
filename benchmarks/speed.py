"""How fast is reading, and where does the time go?

python -m benchmarks.speed ../shared/bench/polnear/dev.jsonl [--steps]

Words are split on white space. The model's loading is not counted, its running is. Machines are noisy: compare figures
of one run only.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import time
from pathlib import Path

from dateline import Reader


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, help="JSON Lines with a field text")
    parser.add_argument("--steps", action="store_true", help="profile the steps of reading as well")
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.texts.read_text("utf-8").splitlines()]
    words = sum(len(text.split()) for text in texts)
    started = time.perf_counter()
    reader = Reader()
    loaded = time.perf_counter()
    reader.read_many([(text, None) for text in texts])
    done = time.perf_counter()
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} texts, {words:,} words: {words / (done - loaded):,.0f} words a second")
    print(f"loading {loaded - started:.1f} s, peak memory {peak_mb:,.0f} MB")
    if options.steps:
        _print_steps(reader, texts)


def _print_steps(reader: Reader, texts: list[str]) -> None:
    """Share of the time of each step, by its cumulative time in a profile (which slows pure Python down)."""
    profile = cProfile.Profile()
    profile.runcall(reader.read_many, [(text, None) for text in texts])
    stats = pstats.Stats(profile)
    total = stats.total_tt
    for (_, _, name), (_, _, _, cumulative, _) in sorted(stats.stats.items(), key=lambda s: -s[1][3]):
        if name.startswith("find_") or name == "mark_many":
            print(f"{name:20} {cumulative / total:6.1%}")


if __name__ == "__main__":
    main()
