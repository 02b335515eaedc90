"""Which number stands? min, best and max of a toll by a rule that the reader can name and change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from dateline.comparing.standings.stale import current
from dateline.comparing.standings.tolls import Toll, without_limited, without_partial
from dateline.errors import WrongUsage
from dateline.model.case import Estimate, Range

Rule = Callable[[Sequence[Toll]], int | None]


def acled(tolls: Sequence[Toll]) -> int:
    """Of the figures not overtaken by later ones, the one that most origins give; of several such the lowest (ACLED:
    the most conservative estimate)."""
    supported = Counter(low for low, _ in {(toll.low, toll.origin) for toll in current(without_limited(tolls))})
    return min(supported, key=lambda low: (-supported[low], low))


def ucdp(tolls: Sequence[Toll]) -> int:
    """The middle one of the origins' figures not overtaken by later ones, the lower of two middle ones (UCDP's best
    estimate lies between low and high)."""
    figures = sorted(low for low, _ in {(toll.low, toll.origin) for toll in current(without_limited(tolls))})
    return figures[(len(figures) - 1) // 2]


def airwars(_tolls: Sequence[Toll]) -> None:
    """None: Airwars gives a range from the lowest to the highest figure and picks no number."""
    return


def latest(tolls: Sequence[Toll]) -> int:
    """The figure of the report published last; of several on one day, and where no day is known, the highest."""
    return max(tolls, key=lambda toll: (toll.day or date.min, toll.low)).low


RULES: dict[str, Rule] = {"acled": acled, "ucdp": ucdp, "airwars": airwars, "latest": latest}


def find_range(tolls: Sequence[Toll], rule: str) -> Range | None:
    """All figures between min and max, stale ones included; best by the rule; None where no report gives a figure.

    max is None where the highest figure is open above ("at least 30", "dozens").

    Raises WrongUsage for an unknown rule.
    """
    if rule not in RULES:
        raise WrongUsage(f"no rule for tolls is called {rule!r}; there are {', '.join(RULES)}")
    if not tolls:
        return None
    tolls = without_partial(tolls)
    return Range(min(toll.low for toll in tolls), RULES[rule](tolls), _highest(tolls), rule)


def find_estimates(quantity: str, tolls: Sequence[Toll]) -> tuple[Estimate, ...]:
    """What each rule would make of the same figures: how much the number depends on the rule."""
    standing = without_partial(tolls)
    return tuple(Estimate(quantity, name, pick(standing)) for name, pick in RULES.items()) if standing else ()


def _highest(tolls: Sequence[Toll]) -> int | None:
    """The highest figure; None where it is one without an upper end ("at least 30", "dozens") and no later report gives
    it as a full count."""
    highest = max(toll.high if toll.high is not None else toll.low for toll in tolls)
    open_on = [t.day for t in tolls if (t.high is None or t.hedged) and not t.partial and t.low == highest]
    closed_on = [t.day for t in tolls if t.high == highest and not t.hedged]
    if not open_on:
        return highest
    known = [day for day in open_on if day is not None]
    settled = len(known) == len(open_on) and any(day is not None and day > max(known) for day in closed_on)
    return highest if settled else None
