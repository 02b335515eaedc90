"""Which function reads which way of saying when? One resolver for each rule of the grammar."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.times import clock, dates, periods, quantities, relative
from dateline.reading.times.answers import Resolver

RESOLVERS: Mapping[str, Resolver] = {
    "iso_date": dates.iso_date,
    "numeric_date": dates.numeric_date,
    "famous_day": dates.famous_day,
    "clock": clock.clock,
    "part_of_date": clock.part_of_date,
    "day_and_part": clock.day_and_part,
    "month_day": dates.month_day,
    "day_month": dates.month_day,
    "shared_month": dates.shared_month,
    "day_of_that_month": dates.day_of_that_month,
    "month": dates.month,
    "day_again": dates.day_again,
    "every": quantities.every,
    "weekdays_plural": quantities.weekdays_plural,
    "rate": quantities.rate,
    "quarter": periods.quarter,
    "quarter_short": periods.quarter_short,
    "that_quarter": relative.that_quarter,
    "year_ago_alone": relative.year_ago_alone,
    "season": periods.season,
    "feast": periods.feast,
    "decade": periods.decade,
    "century": periods.century,
    "era_year": periods.era_year,
    "quantity": quantities.quantity,
    "vague_span": quantities.vague_span,
    "deictic": relative.deictic,
    "before_last": relative.before_last,
    "unit_before": relative.unit_before,
    "the_unit": relative.the_unit,
    "week_of": clock.week_of,
    "year_end": relative.year_end,
    "fiscal_year": periods.fiscal_year,
    "weekday": relative.weekday,
    "day_word": relative.day_word,
    "overnight": relative.overnight,
    "present": relative.present,
    "past": relative.past,
    "future": relative.future,
    "regular": quantities.regular,
    "recent": relative.recent,
    "year": periods.year,
    "span_year": periods.span_year,
    "month_alone": dates.month_alone,
    "bare_units": quantities.bare_units,
}
