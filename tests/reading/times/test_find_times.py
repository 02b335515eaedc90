"""When? Invented sentences and the days that they mean, read on a Thursday unless the table says otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from dateline.model.time import Time
from dateline.reading.times import find_times

MONDAY = date(2016, 8, 1)
THURSDAY = date(2016, 8, 4)
SUNDAY = date(2016, 8, 7)
NEW_YEAR = date(2015, 1, 2)  # a Friday

Row = tuple[str, str, str, str | None, str | None, str | None]  # text, words, type, value, begin, end


def the_time(text: str, words: str, published: date | None) -> Time:
    """The one time of the text that stands on these words."""
    found = [time for time in find_times(text, published) if time.span.text == words]
    assert len(found) == 1, find_times(text, published)
    assert text[found[0].span.start : found[0].span.end] == words
    return found[0]


def facts(time: Time) -> tuple[str, str | None, str | None, str | None]:
    fields = time.to_dict()
    return time.type, time.value, fields["begin"], fields["end_date"]  # type: ignore[return-value]


NAMED: list[Row] = [
    ("He died on 15 March, 2016.", "15 March, 2016", "DATE", "2016-03-15", "2016-03-15", "2016-03-15"),
    ("He died on March 15th.", "March 15th", "DATE", "2016-03-15", "2016-03-15", "2016-03-15"),
    ("Dated Sept. 11, 2001, it says", "Sept. 11, 2001", "DATE", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("The form of 2016-03-15 says", "2016-03-15", "DATE", "2016-03-15", "2016-03-15", "2016-03-15"),
    ("Filed 15/03/2016 in Varno", "15/03/2016", "DATE", "2016-03-15", "2016-03-15", "2016-03-15"),
    ("Tuesday, 2 August: rain", "Tuesday, 2 August", "DATE", "2016-08-02", "2016-08-02", "2016-08-02"),
    ("It fell in June 2014.", "June 2014", "DATE", "2014-06", "2014-06-01", "2014-06-30"),
    ("In mid-November of 2014 it fell.", "mid-November of 2014", "DATE", "2014-11", "2014-11-01", "2014-11-30"),
    ("It began in spring 2015.", "spring 2015", "DATE", "2015-SP", "2015-03-01", "2015-05-31"),
    ("In the third quarter of 2015", "the third quarter of 2015", "DATE", "2015-Q3", "2015-07-01", "2015-09-30"),
    ("In Q3 2015 sales rose", "Q3 2015", "DATE", "2015-Q3", "2015-07-01", "2015-09-30"),
    ("In the second half of 2015", "the second half of 2015", "DATE", "2015-H2", "2015-07-01", "2015-12-31"),
    ("The war of 2011 ended.", "2011", "DATE", "2011", "2011-01-01", "2011-12-31"),
    ("Since nineteen ninety-six he", "nineteen ninety-six", "DATE", "1996", "1996-01-01", "1996-12-31"),
    ("Down from fiscal 2015, it said", "fiscal 2015", "DATE", "2015", "2015-01-01", "2015-12-31"),
    ("Built in the 1980s, it fell", "the 1980s", "DATE", "198", "1980-01-01", "1989-12-31"),
    ("Built in the mid-90s, it fell", "the mid-90s", "DATE", "199", "1990-01-01", "1999-12-31"),
    ("A 19th century fort", "19th century", "DATE", "18", "1800-01-01", "1899-12-31"),
    ("On Christmas 2013 it fell", "Christmas 2013", "DATE", "2013-12-25", "2013-12-25", "2013-12-25"),
    ("On Good Friday he rode", "Good Friday", "DATE", "2016-03-25", "2016-03-25", "2016-03-25"),
    ("In the week of March 6 he rode", "the week of March 6", "DATE", "2016-W09", "2016-02-29", "2016-03-06"),
]

FROM_PUBLICATION: list[Row] = [
    ("Shells hit it on Thursday.", "Thursday", "DATE", "2016-08-04", "2016-08-04", "2016-08-04"),
    ("Shells hit it late Thursday.", "late Thursday", "DATE", "2016-08-04", "2016-08-04", "2016-08-04"),
    ("Shells hit it on Tuesday.", "Tuesday", "DATE", "2016-08-02", "2016-08-02", "2016-08-02"),
    ("Friday's shelling killed two.", "Friday", "DATE", "2016-07-29", "2016-07-29", "2016-07-29"),
    ("The court will sit on Saturday.", "Saturday", "DATE", "2016-08-06", "2016-08-06", "2016-08-06"),
    ("On Saturday, the court will sit.", "Saturday", "DATE", "2016-08-06", "2016-08-06", "2016-08-06"),
    ("The truce is set to start Saturday.", "Saturday", "DATE", "2016-08-06", "2016-08-06", "2016-08-06"),
    ("The pull-out, to begin on Saturday,", "Saturday", "DATE", "2016-08-06", "2016-08-06", "2016-08-06"),
    ("The order is due to lapse on Sunday.", "Sunday", "DATE", "2016-08-07", "2016-08-07", "2016-08-07"),
    ("It gave them until Saturday.", "Saturday", "DATE", "2016-08-06", "2016-08-06", "2016-08-06"),
    ("She plans to visit on Monday.", "Monday", "DATE", "2016-08-08", "2016-08-08", "2016-08-08"),
    ("They meet next Friday.", "next Friday", "DATE", "2016-08-12", "2016-08-12", "2016-08-12"),
    ("It burned last Friday.", "last Friday", "DATE", "2016-07-29", "2016-07-29", "2016-07-29"),
    ("The coming Friday is free.", "The coming Friday", "DATE", "2016-08-05", "2016-08-05", "2016-08-05"),
    ("It burned on Monday night.", "Monday night", "TIME", "2016-08-01TNI", "2016-08-01", "2016-08-01"),
    ("It burned overnight.", "overnight", "TIME", "2016-08-03TNI", "2016-08-03", "2016-08-04"),
    ("It burned last night.", "last night", "TIME", "2016-08-03TNI", "2016-08-03", "2016-08-03"),
    ("It burned this morning.", "this morning", "TIME", "2016-08-04TMO", "2016-08-04", "2016-08-04"),
    ("It ends tonight.", "tonight", "TIME", "2016-08-04TNI", "2016-08-04", "2016-08-04"),
    ("It burned yesterday.", "yesterday", "DATE", "2016-08-03", "2016-08-03", "2016-08-03"),
    ("It ends tomorrow.", "tomorrow", "DATE", "2016-08-05", "2016-08-05", "2016-08-05"),
    ("Earlier this week it burned.", "Earlier this week", "DATE", "2016-W31", "2016-08-01", "2016-08-07"),
    ("Last week it burned.", "Last week", "DATE", "2016-W30", "2016-07-25", "2016-07-31"),
    ("It burned last November.", "last November", "DATE", "2015-11", "2015-11-01", "2015-11-30"),
    ("It burned last year.", "last year", "DATE", "2015", "2015-01-01", "2015-12-31"),
    ("It ends next month.", "next month", "DATE", "2016-09", "2016-09-01", "2016-09-30"),
    ("It burned over the weekend.", "the weekend", "DATE", "2016-W30-WE", "2016-07-30", "2016-07-31"),
    ("It burned in early August.", "early August", "DATE", "2016-08", "2016-08-01", "2016-08-31"),
    ("It ends by the end of September.", "the end of September", "DATE", "2016-09", "2016-09-01", "2016-09-30"),
    ("It ends by the end of the year.", "the end of the year", "DATE", "2016", "2016-01-01", "2016-12-31"),
    ("It fell in November.", "November", "DATE", "2015-11", "2015-11-01", "2015-11-30"),
    ("It burned last summer.", "last summer", "DATE", "2015-SU", "2015-06-01", "2015-08-31"),
    ("It burned two weeks ago.", "two weeks ago", "DATE", "2016-W29", "2016-07-18", "2016-07-24"),
    ("It burned three months ago.", "three months ago", "DATE", "2016-05", "2016-05-01", "2016-05-31"),
    ("It burned 10 years ago.", "10 years ago", "DATE", "2006", "2006-01-01", "2006-12-31"),
    ("The year before last it fell.", "The year before last", "DATE", "2014", "2014-01-01", "2014-12-31"),
]

CLOCKS: list[Row] = [
    ("It fell at 10:26 GMT.", "10:26 GMT", "TIME", "2016-08-04T10:26", "2016-08-04", "2016-08-04"),
    ("It fell at 3 a.m. and burned.", "3 a.m.", "TIME", "2016-08-04T03:00", "2016-08-04", "2016-08-04"),
    ("It fell at 0300 local time.", "0300 local time", "TIME", "2016-08-04T03:00", "2016-08-04", "2016-08-04"),
    ("It fell at 10 p.m. Wednesday.", "10 p.m. Wednesday", "TIME", "2016-08-03T22:00", "2016-08-03", "2016-08-03"),
    ("It fell at 6 a.m. on Monday.", "6 a.m.", "TIME", "2016-08-01T06:00", "2016-08-01", "2016-08-01"),
    ("It demands an answer by noon on Tuesday.", "noon", "TIME", "2016-08-09T12:00", "2016-08-09", "2016-08-09"),
    ("It fell at noon Monday.", "noon Monday", "TIME", "2016-08-01T12:00", "2016-08-01", "2016-08-01"),
    (
        "On the morning of 31 May 2015",
        "the morning of 31 May 2015",
        "TIME",
        "2015-05-31TMO",
        "2015-05-31",
        "2015-05-31",
    ),
]

SPANS_AND_SETS: list[Row] = [
    ("Leave within the next 48 hours!", "the next 48 hours", "DURATION", "PT48H", "2016-08-04", "2016-08-06"),
    ("In the past two weeks", "the past two weeks", "DURATION", "P2W", "2016-07-21", "2016-08-04"),
    ("Fighting for several days", "several days", "DURATION", "PXD", None, None),
    ("A three-year war", "three-year", "DURATION", "P3Y", None, None),
    ("After two and a half years", "two and a half years", "DURATION", "P2Y6M", None, None),
    ("It took more than four hours", "more than four hours", "DURATION", "PT4H", None, None),
    ("In recent days", "recent days", "DATE", "PAST_REF", None, None),
    ("In recent weeks", "recent weeks", "DATE", "PAST_REF", None, None),
    ("It is now quiet", "now", "DATE", "PRESENT_REF", None, None),
    ("It is currently quiet", "currently", "DATE", "PRESENT_REF", None, None),
    ("In the near future", "the near future", "DATE", "FUTURE_REF", None, None),
    ("They meet every Friday", "every Friday", "SET", "XXXX-WXX-5", None, None),
    ("They meet daily", "daily", "SET", "XXXX-XX-XX", None, None),
    ("They meet twice a week", "twice a week", "SET", "P1W", None, None),
    ("They meet annually", "annually", "SET", "XXXX", None, None),
    ("They meet every two weeks", "every two weeks", "SET", "P2W", None, None),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "begin", "end"), NAMED)
def test_a_named_date_is_its_days(
    text: str, words: str, kind: str, value: str | None, begin: str | None, end: str | None
) -> None:
    assert facts(the_time(text, words, THURSDAY)) == (kind, value, begin, end)


@pytest.mark.parametrize(("text", "words", "kind", "value", "begin", "end"), FROM_PUBLICATION)
def test_a_relative_time_counts_from_the_day_of_publication(
    text: str, words: str, kind: str, value: str | None, begin: str | None, end: str | None
) -> None:
    time = the_time(text, words, THURSDAY)
    assert facts(time) == (kind, value, begin, end)
    assert time.relative


@pytest.mark.parametrize("text", [row[0] for row in FROM_PUBLICATION])
def test_a_relative_time_stays_open_without_a_date_of_publication(text: str) -> None:
    assert [(time.value, time.begin, time.end_date) for time in find_times(text, None)] == [(None, None, None)]


@pytest.mark.parametrize(("text", "words", "kind", "value", "begin", "end"), CLOCKS)
def test_an_hour_belongs_to_its_day(
    text: str, words: str, kind: str, value: str | None, begin: str | None, end: str | None
) -> None:
    assert facts(the_time(text, words, THURSDAY)) == (kind, value, begin, end)


@pytest.mark.parametrize(("text", "words", "kind", "value", "begin", "end"), SPANS_AND_SETS)
def test_durations_sets_and_vague_references_have_their_values(
    text: str, words: str, kind: str, value: str | None, begin: str | None, end: str | None
) -> None:
    assert facts(the_time(text, words, THURSDAY)) == (kind, value, begin, end)


@pytest.mark.parametrize(
    ("published", "text", "words", "value"),
    [
        (MONDAY, "It burned on Sunday.", "Sunday", "2016-07-31"),
        (MONDAY, "It burned on Monday.", "Monday", "2016-08-01"),
        (MONDAY, "It will open on Sunday.", "Sunday", "2016-08-07"),
        (SUNDAY, "They meet next Friday.", "next Friday", "2016-08-12"),
        (SUNDAY, "It burned over the weekend.", "the weekend", "2016-W31-WE"),
        (NEW_YEAR, "It burned on Wednesday.", "Wednesday", "2014-12-31"),
        (NEW_YEAR, "It burned on Dec. 30 in Varno.", "Dec. 30", "2014-12-30"),
        (NEW_YEAR, "It burned last December.", "last December", "2014-12"),
        (NEW_YEAR, "It burned last month.", "last month", "2014-12"),
        (date(2014, 12, 30), "It will open on Jan 3.", "Jan 3", "2015-01-03"),
        (date(2014, 10, 14), "It burned on Oct 13.", "Oct 13", "2014-10-13"),
        (date(2014, 11, 2), "The trial is due in January.", "January", "2015-01"),
    ],
)
def test_days_cross_weeks_and_years(published: date, text: str, words: str, value: str) -> None:
    assert the_time(text, words, published).value == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It burned on Tuesday. A day earlier, he had left.", "A day earlier", "2016-08-01"),
        ("It burned on Tuesday. The previous day he left.", "The previous day", "2016-08-01"),
        ("It burned on Tuesday. The following day he left.", "The following day", "2016-08-03"),
        ("It burned on July 5, 2014. Two days later he left.", "Two days later", "2014-07-07"),
        ("It burned on July 5, 2014. He left the same day.", "the same day", "2014-07-05"),
        ("It burned on July 5, 2014. Earlier the same day he left.", "Earlier the same day", "2014-07-05"),
        ("It burned on July 5, 2014. The following Friday he left.", "The following Friday", "2014-07-11"),
        ("It burned on July 5, 2014. That month he left.", "That month", "2014-07"),
        ("It burned on July 5, 2014. He left the next year.", "the next year", "2015"),
        ("It burned on July 5, 2014. He left the day before.", "the day before", "2014-07-04"),
    ],
)
def test_a_time_may_count_from_the_time_spoken_of_before(text: str, words: str, value: str) -> None:
    assert the_time(text, words, THURSDAY).value == value


def test_a_named_date_anchors_later_ones_without_a_date_of_publication() -> None:
    assert the_time("It burned on 3 May 2014. Two days later he left.", "Two days later", None).value == "2014-05-05"


def test_a_ruling_of_wednesday_was_given_though_the_verb_looks_ahead() -> None:
    assert the_time("They will appeal Wednesday's ruling.", "Wednesday", THURSDAY).value == "2016-08-03"
    assert the_time("They will observe Sunday's vote.", "Sunday", THURSDAY).value == "2016-08-07"


def test_what_was_said_on_monday_about_wednesday_is_the_wednesday_after() -> None:
    text = "The army said on Monday it would open the road on Wednesday."
    assert the_time(text, "Wednesday", THURSDAY).value == "2016-08-03"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from 3 to 5 May.", ["2016-05-03", "2016-05-05"]),
        ("It lasted from May 3-5, 2014.", ["2014-05-03", "2014-05-05"]),
        ("It came on May 3, 4 and 5.", ["2016-05-03", "2016-05-04", "2016-05-05"]),
        ("Between 2011 and 2014 it grew.", ["2011", "2014"]),
        ("In the 2014-15 season it grew.", ["2014", "2015"]),
        ("In the 2009-10 fiscal year it grew.", ["2009", "2010"]),
        ("Between June and August 2013 it grew.", ["2013-06", "2013-08"]),
        ("From November 15 to February 15, 2013 it grew.", ["2012-11-15", "2013-02-15"]),
        ("It lasted from Monday to Friday.", ["2016-08-01", "2016-08-05"]),
    ],
)
def test_both_ends_of_a_span_are_times(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, THURSDAY)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Theresa Maybrook may come.",
        "They march on Varno.",
        "The March on Varno began.",
        "About 2,015 people fled.",
        "He lives at 1985 Mill St. in Varno.",
        "Few came, June said.",
        "Some 2015 people fled.",
        "He flew on Flight 1990.",
        "A three-year-old girl was hurt.",
        "He is 30 years old.",
        "The fall of Varno",
        "Second Lieutenant Oru fell.",
        "It costs $2000.",
        "Two thirds of it, three-quarters of that.",
        "The former mayor spoke.",
        "",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert find_times(text, THURSDAY) == ()


def test_a_history_takes_the_year_from_what_it_told_before() -> None:
    text = "The revolt began in June 1873. On July 4 Varno fell. On 12 December it was retaken. In January peace came."
    assert [time.value for time in find_times(text, None)] == ["1873-06", "1873-07-04", "1873-12-12", "1874-01"]


def test_a_history_with_a_date_of_publication_is_still_a_history() -> None:
    years = " ".join(f"In {year} the league of Varno met." for year in range(1861, 1871))
    assert find_times(f"{years} On July 4 it broke up.", THURSDAY)[-1].value == "1870-07-04"


def test_a_year_named_in_passing_does_not_move_a_history() -> None:
    text = "On 4 May 1873 Varno fell. A 1999 inquiry found why. On 6 May it was retaken."
    assert [time.value for time in find_times(text, None)] == ["1873-05-04", "1999", "1873-05-06"]


def test_years_before_our_era_have_no_days() -> None:
    times = find_times("The war of 264 to 241 BC ended.", None)
    assert [(time.value, time.begin) for time in times] == [("BC0264", None), ("BC0241", None)]


@pytest.mark.parametrize(
    ("published", "dateline", "value"),
    [
        (None, "VARNO, Oct 13, 2016 (Kite News)", "2016-10-13"),
        (date(2016, 10, 14), "VARNO, Oct 13 (Kite News)", "2016-10-13"),
        (date(2016, 10, 14), "VARNO (Kite News)", "2016-10-13"),
        (None, "VARNO, Oct 13 (Kite News)", None),
    ],
)
def test_a_dateline_with_a_date_is_the_dispatchs_day(published: date | None, dateline: str, value: str | None) -> None:
    (time,) = find_times("It burned on Thursday.", published, dateline=dateline)
    assert time.value == value


def test_the_local_day_of_the_dispatch_counts() -> None:
    early = datetime(2016, 8, 5, 1, 30, tzinfo=timezone(timedelta(hours=5)))
    assert find_times("It burned today.", early)[0].value == "2016-08-05"
    assert find_times("It burned today.", early.astimezone(UTC))[0].value == "2016-08-04"


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("10:26 GMT", "hour"),
        ("yesterday", "day"),
        ("last week", "week"),
        ("last month", "month"),
        ("last summer", "season"),
        ("last year", "year"),
        ("the 1980s", "decade"),
        ("several days", None),
    ],
)
def test_the_words_say_how_finely(words: str, precision: str | None) -> None:
    assert the_time(f"It burned at {words}.", words, THURSDAY).precision == precision


def test_times_stand_in_text_order_and_never_overlap() -> None:
    text = " ".join(row[0] for row in NAMED + FROM_PUBLICATION + CLOCKS + SPANS_AND_SETS)
    spans = [time.span for time in find_times(text, THURSDAY)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_a_new_date_of_publication_resolves_everything_anew() -> None:
    text = "It burned on Tuesday. A day earlier, he had left."
    assert [time.value for time in find_times(text, date(2015, 1, 2))] == ["2014-12-30", "2014-12-29"]
    assert find_times(text, THURSDAY) == find_times(text, THURSDAY)


@pytest.mark.parametrize(
    "text",
    ["1/1/1 99:99 32 May 0000", "the 0th century", "May 99", "9" * 5000, "1." * 5000, "June" + " " * 5000 + "2014"],
)
def test_nonsense_does_no_harm(text: str) -> None:
    assert all(time.begin is None or time.end_date is not None for time in find_times(text, THURSDAY))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Truce between the hill clans and Ostrand starting Saturday", "Saturday", "2016-08-06"),
        ("Curfew in Varno beginning on Sunday", "Sunday", "2016-08-07"),
        ("Ostrand announced a lull in the bombing from Friday.", "Friday", "2016-08-05"),
        ("The rebels declared a ceasefire as of Monday.", "Monday", "2016-08-08"),
        ("The curfew in Velm takes effect on Tuesday.", "Tuesday", "2016-08-09"),
        ("The truce comes into force on Wednesday.", "Wednesday", "2016-08-10"),
        ("The crossing at Idra is reopening on Monday.", "Monday", "2016-08-08"),
        ("He agreed last Friday that the siege will end on Saturday.", "Saturday", "2016-08-06"),
        ("Truce to start Saturday The clans agreed that it will begin on Saturday.", "Saturday", "2016-08-06"),
        ("Police blocked the roads beginning Monday.", "Monday", "2016-08-01"),
        ("Shots broke the ceasefire from Monday on.", "Monday", "2016-08-01"),
    ],
)
def test_what_begins_on_a_weekday_begins_on_the_coming_one(text: str, words: str, value: str) -> None:
    days = [time for time in find_times(text, THURSDAY) if time.span.text == words]
    assert [time.value for time in days] == [value] * len(days)
    assert days
