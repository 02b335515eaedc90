"""Do two people bear this name? Tells people of one name apart by the countries that reports say they are of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from dateline.comparing.identities.joiner import Placed
from dateline.language.names import fold
from dateline.lexicons import load_csv
from dateline.model.mention import Chain
from dateline.model.reading import Reading, ReadReport

# "(the Varenian deputy defence minister) Orm Tasker": so many words before a name may say what its bearer is.
WORDS_BEFORE = 4
_CHARACTERS_BEFORE = 60
_CLAUSE = re.compile(r"[.,;:!?()\n]")


def find_namesakes(reports: Sequence[ReadReport]) -> dict[Placed, str]:
    """Chains of people whose country is another one than that of most reports of the name -> "of" the country.

    Only where each report knows one country for the name, and no report two: "the Franco-Velmian writer" is one man.
    """
    told: dict[str, dict[Placed, frozenset[str]]] = defaultdict(dict)
    for read in reports:
        for index, chain in enumerate(read.reading.chains):
            if chain.named and chain.kind == "person" and " " in fold(chain.name):
                told[fold(chain.name)][read.report.id, index] = _countries_of(chain, read.reading)
    return {placed: sense for of_name in told.values() for placed, sense in _senses(of_name).items()}


def _senses(of_name: dict[Placed, frozenset[str]]) -> dict[Placed, str]:
    known = {placed: countries for placed, countries in of_name.items() if countries}
    times = Counter(country for countries in known.values() for country in countries)
    if len(times) < 2 or any(len(countries) > 1 for countries in known.values()):
        return {}
    usual = min(times, key=lambda country: (-times[country], country))
    return {placed: f"of {country}" for placed, (country,) in known.items() if country != usual}


def _countries_of(chain: Chain, reading: Reading) -> frozenset[str]:
    """The countries whose adjectives stand in the mentions that name somebody or right before them."""
    found: set[str] = set()
    for index in chain.mentions:
        span = reading.mentions[index].span
        if fold(chain.name).split()[-1] in fold(span.text).split():
            before = _CLAUSE.split(reading.text[max(0, span.start - _CHARACTERS_BEFORE) : span.start])[-1]
            words = [*before.split()[-WORDS_BEFORE:], *span.text.split()]
            found.update(demonyms()[w] for w in words if w in demonyms())
    return frozenset(found)


@cache
def demonyms() -> dict[str, str]:
    """ "Varenian" -> its country."""
    return {word: row["country"] for row in load_csv("demonyms.csv") for word in row["words"].split("|")}
