"""Which function reads which way of saying when? One resolver for each rule of the grammar."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.times import absolute, clock, quantities, relative
from dateline.reading.times.answers import Resolver

RESOLVERS: Mapping[str, Resolver] = {
    "iso_date": absolute.iso_date,
    "numeric_date": absolute.numeric_date,
    "clock": clock.clock,
    "part_of_date": clock.part_of_date,
    "day_and_part": clock.day_and_part,
    "month_day": absolute.month_day,
    "day_month": absolute.month_day,
    "shared_month": absolute.shared_month,
    "day_of_that_month": absolute.day_of_that_month,
    "month": absolute.month,
    "day_again": absolute.day_again,
    "every": quantities.every,
    "weekdays_plural": quantities.weekdays_plural,
    "rate": quantities.rate,
    "quarter": absolute.quarter,
    "quarter_short": absolute.quarter_short,
    "that_quarter": relative.that_quarter,
    "year_ago_alone": relative.year_ago_alone,
    "season": absolute.season,
    "feast": absolute.feast,
    "decade": absolute.decade,
    "century": absolute.century,
    "era_year": absolute.era_year,
    "quantity": quantities.quantity,
    "vague_span": quantities.vague_span,
    "deictic": relative.deictic,
    "unit_before": relative.unit_before,
    "the_unit": relative.the_unit,
    "year_end": relative.year_end,
    "fiscal_year": absolute.fiscal_year,
    "weekday": relative.weekday,
    "day_word": relative.day_word,
    "overnight": relative.overnight,
    "present": relative.present,
    "past": relative.past,
    "future": relative.future,
    "regular": quantities.regular,
    "recent": relative.recent,
    "year": absolute.year,
    "span_year": absolute.span_year,
    "month_alone": absolute.month_alone,
    "bare_units": quantities.bare_units,
}
