"""The casualty ledger: every number is somebody's claim, and says whether it makes the range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.comparing.compare import compare
from dateline.model.case import Incident, Range
from dateline.model.reading import ReadReport
from dateline.model.span import NumberSpan, Span
from tests.comparing.build_reports import Act, Said, read, redate

TUESDAY = ("Tuesday", "2031-05-06")


def only(*reports: ReadReport, rule: str = "acled") -> Incident:
    (incident,) = compare(reports, redate=redate, rule=rule)[1].incidents
    return incident


def bomb(outlet: str, text: str, killed: tuple[str, int, int | None] | None, **other: object) -> ReadReport:
    """A report of the bomb of Kelmar. other: published, injured, recipient."""
    published = str(other.pop("published", "2031-05-06"))
    act = Act("bomb", place="Kelmar", when=TUESDAY, killed=killed, **other)  # type: ignore[arg-type]
    return read(outlet, text, [act], outlet=outlet, published=published)


FIRST = bomb("Echo", "On Tuesday a bomb killed at least nine Varenian soldiers in Kelmar.", ("at least nine", 9, None))
LATER = bomb("Post", "Tuesday's bomb in Kelmar has killed fourteen.", ("fourteen", 14, 14), published="2031-05-08")


def test_a_number_is_a_claim_with_its_words_its_day_its_teller_and_whom_it_counts() -> None:
    (figure,) = only(FIRST).figures
    assert (figure.quantity, figure.low, figure.high) == ("killed", 9, None)
    assert (figure.words.report, figure.words.span.text) == ("Echo", "at least nine")
    assert (figure.whom, figure.group) == ("Varenian soldiers", "soldiers")
    assert (str(figure.as_of), figure.origin, figure.counted, figure.why) == ("2031-05-06", "Echo", True, "")


def test_a_stale_number_stays_in_the_range_and_is_marked() -> None:
    incident = only(FIRST, LATER)
    assert [(f.low, f.counted, f.why) for f in incident.figures] == [
        (9, True, "stale: 14 on 2031-05-08"),
        (14, True, ""),
    ]
    assert (incident.killed, incident.standing) == (Range(9, 14, 14), "corroborated")


def test_the_ledger_says_what_each_rule_would_make_of_it() -> None:
    incident = only(FIRST, LATER)
    assert [(e.quantity, e.rule, e.best) for e in incident.estimates] == [
        ("killed", "acled", 14),
        ("killed", "ucdp", 14),
        ("killed", "airwars", None),
        ("killed", "latest", 14),
    ]


def test_a_figure_without_an_upper_end_leaves_the_range_open() -> None:
    assert only(FIRST).killed == Range(9, 9, None)


def test_a_part_of_another_number_does_not_make_the_range() -> None:
    text = "On Tuesday a bomb killed nine people in Kelmar. Four of them were porters."
    report = bomb("Echo", text, ("nine", 9, 9))
    (event,) = report.reading.events
    four = NumberSpan(text.index("Four"), text.index("Four") + 4, "Four", 4, 4)
    incident = only(_with_killed(report, (*event.killed, four)))
    assert incident.killed == Range(9, 9, 9)
    assert [(f.low, f.counted, f.why) for f in incident.figures] == [
        (9, True, ""),
        (4, False, "part of the 9 that the report gives"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("A bomb in Kelmar on Tuesday killed a boy. The 7-year-old was playing.", ("a boy", "The 7-year-old"), 1),
        ("A bomb in Kelmar on Tuesday killed Orm Tasker. The porter was 40.", ("Orm Tasker", "The porter"), 1),
        ("A bomb in Kelmar on Tuesday killed a man. Then a woman died.", ("a man", "a woman"), 2),
        ("A bomb in Kelmar on Tuesday killed Orm Tasker. Anna Vell died too.", ("Orm Tasker", "Anna Vell"), 2),
        ("A bomb in Kelmar on Tuesday killed a clerk and his son.", ("a clerk", "his son"), 2),
        ("A bomb in Kelmar on Tuesday killed his wife. Her son died too.", ("his wife", "Her son"), 2),
    ],
)
def test_persons_told_one_by_one_are_counted_once_each(text: str, words: tuple[str, str], count: int) -> None:
    killed = tuple(NumberSpan(text.index(w), text.index(w) + len(w), w, 1, 1) for w in words)
    incident = only(_with_killed(bomb("Echo", text, None), killed))
    assert incident.killed is not None
    assert incident.killed.best == count


def test_the_doer_who_killed_himself_is_one_more() -> None:
    text = "On Tuesday a guard with a bomb in Kelmar killed three people, then killed himself."
    assert only(bomb("Echo", text, ("three", 3, 3))).killed == Range(4, 4, 4)


def test_who_was_hurt_and_died_later_is_not_injured() -> None:
    hurt = bomb("Echo", "On Tuesday a bomb hurt a porter in Kelmar.", None, injured=("a porter", 1, 1))
    dead = bomb(
        "Post", "A porter hit by Tuesday's bomb in Kelmar has died.", ("A porter", 1, 1), published="2031-05-07"
    )
    incident = only(hurt, dead)
    assert (incident.killed, incident.injured) == (Range(1, 1, 1), None)
    assert [f.why for f in incident.figures if f.quantity == "injured"] == ["died since, by another report"]


def test_who_was_shot_and_is_not_dead_is_hurt() -> None:
    text = "Five people were shot in Kelmar on Tuesday. One of them died."
    act = Act("shot", place="Kelmar", when=TUESDAY, recipient="Five people", killed=("One", 1, 1))
    incident = only(read("Echo", text, [act], outlet="Echo", published="2031-05-06"))
    assert (incident.killed, incident.injured) == (Range(1, 1, 1), Range(4, 4, 4))
    (figure,) = (f for f in incident.figures if f.quantity == "injured")
    assert (figure.words.span.text, figure.why) == ("Five people", "told as hit, not among the dead")


def test_a_triple_shooting_hit_three() -> None:
    text = "One man was killed in a triple shooting in Kelmar on Tuesday."
    act = Act("shooting", place="Kelmar", when=TUESDAY, killed=("One", 1, 1))
    incident = only(read("Echo", text, [act], outlet="Echo", published="2031-05-06"))
    assert (incident.killed, incident.injured) == (Range(1, 1, 1), Range(2, 2, 2))
    (figure,) = (f for f in incident.figures if f.quantity == "injured")
    assert figure.words.span.text == "triple shooting"


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday a shooting in Kelmar killed two people. All three victims died.",
        "On Tuesday a shooting in Kelmar killed two people. Police charged three victims.",
        "On Tuesday a shooting in Kelmar killed two people. He is one of all three victims killed by gunfire.",
    ],
)
def test_who_is_dead_or_accused_was_not_only_hit(text: str) -> None:
    act = Act("shooting", place="Kelmar", when=TUESDAY, recipient="three victims", killed=("two people", 2, 2))
    assert only(read("Echo", text, [act], outlet="Echo", published="2031-05-06")).injured is None


def test_who_was_hurt_beside_several_dead_is_none_of_them_without_a_sign() -> None:
    text = "A bomb in Kelmar on Tuesday killed his wife and two sons and hurt a neighbour."
    report = bomb("Echo", text, ("his wife", 1, 1), injured=("a neighbour", 1, 1))
    sons = NumberSpan(text.index("two"), text.index("two") + 3, "two", 2, 2)
    incident = only(_with_killed(report, (*report.reading.events[0].killed, sons)))
    assert (incident.killed, incident.injured) == (Range(3, 3, 3), Range(1, 1, 1))


def test_a_number_of_the_dead_counts_no_injured() -> None:
    text = "A blast in Kelmar on Tuesday hurt a clerk. Police found two women, all shot dead."
    act = Act("blast", place="Kelmar", when=TUESDAY, injured=("two women", 2, 2))
    incident = only(read("Echo", text, [act], outlet="Echo", published="2031-05-06"))
    assert [f.why for f in incident.figures if f.quantity == "injured"] == ["counts the dead"]


def test_who_shot_himself_and_is_said_to_live_is_hurt() -> None:
    text = "A clerk shot himself in the stomach in Kelmar on Tuesday. He is going to be okay."
    act = Act("shot", place="Kelmar", when=TUESDAY, actor="A clerk", recipient="himself")
    incident = only(read("Echo", text, [act], outlet="Echo", published="2031-05-06"))
    assert (incident.killed, incident.injured) == (None, Range(1, 1, 1))


def _with_killed(report: ReadReport, killed: tuple[NumberSpan, ...]) -> ReadReport:
    (event,) = report.reading.events
    assert all(isinstance(number, Span) for number in killed)
    return ReadReport(report.report, replace(report.reading, events=(replace(event, killed=killed),)))


def test_a_total_that_the_report_overtakes_itself_stays_in_the_range() -> None:
    text = "A bomb killed seven people in Kelmar on Tuesday. By nightfall there were 15 dead."
    report = bomb("Echo", text, ("seven", 7, 7))
    later = NumberSpan(text.index("15"), text.index("15") + 2, "15", 15, 15)
    incident = only(_with_killed(report, (*report.reading.events[0].killed, later)))
    assert incident.killed == Range(7, 15, 15)
    assert [f.why for f in incident.figures] == ["stale: 15 in the same report", ""]


def test_two_speakers_of_one_event_have_a_number_each() -> None:
    text = "A bomb went off in Kelmar on Tuesday. Doctors of the Harbour Guild count nine dead. Red Dawn gave fourteen."
    claims = [Said("the Harbour Guild", "nine dead"), Said("Red Dawn", "gave fourteen")]
    report = read("Echo", text, [Act("bomb", place="Kelmar", when=TUESDAY)], claims, outlet="Echo")
    words = (("nine", 9), ("fourteen", 14))
    killed = tuple(NumberSpan(text.index(w), text.index(w) + len(w), w, n, n) for w, n in words)
    incident = only(_with_killed(report, killed))
    assert [(f.low, f.origin) for f in incident.figures] == [(9, "the Harbour Guild"), (14, "Red Dawn")]
    assert incident.killed == Range(9, 9, 14)


def test_a_number_of_children_does_not_outvote_a_number_of_all() -> None:
    some = bomb("Echo", "On Tuesday a bomb killed three children in Kelmar.", ("three", 3, 3))
    all_of_them = bomb("Post", "Five people died on Tuesday by a bomb in Kelmar.", ("Five", 5, 5))
    assert only(some, all_of_them).killed == Range(3, 5, 5)


def test_what_sums_up_several_happenings_does_not_count_beside_a_toll() -> None:
    text = (
        "A bomb killed two porters in Kelmar on Tuesday. Forty have died in separate attacks in the past three months."
    )
    report = bomb("Echo", text, ("two", 2, 2))
    forty = NumberSpan(text.index("Forty"), text.index("Forty") + 5, "Forty", 40, 40)
    incident = only(_with_killed(report, (*report.reading.events[0].killed, forty)))
    assert incident.killed == Range(2, 2, 2)
    assert incident.figures[1].why == "sums up several happenings"


def test_an_attempted_murder_killed_nobody() -> None:
    text = "On Tuesday Orm Tasker survived an attempted murder in Kelmar; killings are rare there."
    act = Act("murder", place="Kelmar", when=TUESDAY, recipient="Orm Tasker")
    assert only(read("Echo", text, [act], outlet="Echo", published="2031-05-06")).killed is None


def shot(text: str, *, outlet: str = "Echo", published: str = "2031-05-06", **act: object) -> ReadReport:
    """A report of shots in Kelmar. act: recipient, killed, injured."""
    told = Act("shot", place="Kelmar", when=TUESDAY, **act)  # type: ignore[arg-type]
    return read(outlet, text, [told], outlet=outlet, published=published)


def test_a_deadly_act_killed_at_least_one() -> None:
    incident = only(shot("On Tuesday somebody was fatally shot in Kelmar."))
    assert (incident.killed, [f.why for f in incident.figures]) == (
        Range(1, 1, 1),
        ["told as deadly, without saying who died"],
    )


def test_who_was_shot_where_nobody_died_is_hurt() -> None:
    incident = only(shot("A porter was shot in Kelmar on Tuesday. Two men ran.", recipient="A porter"))
    assert (incident.killed, incident.injured) == (None, Range(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The clerk of a corner shop was shot in Kelmar on Tuesday.", "The clerk of a corner shop"),
        ("A porter shot himself in the foot in Kelmar on Tuesday.", "himself"),
        ("Raiders shot at least one person in Kelmar on Tuesday.", "at least one person"),
    ],
)
def test_one_person_who_was_shot_is_hurt_however_he_is_called(text: str, recipient: str) -> None:
    injured = only(shot(text, recipient=recipient)).injured
    assert injured is not None
    assert injured.best == 1


def test_who_was_taken_to_hospital_after_shots_is_hurt() -> None:
    text = "Shots were shot in Kelmar on Tuesday. Two porters were taken by boat to Kelmar Hospital."
    assert only(shot(text)).injured == Range(2, 2, 2)


@pytest.mark.parametrize(
    ("words", "dead"), [("homicide", 1), ("double homicide", 2), ("triple murder", 3), ("murder-suicide", 2)]
)
def test_the_name_of_an_act_tells_how_many_it_killed_at_least(words: str, dead: int) -> None:
    trigger = words.split()[-1]
    act = Act(trigger, place="Kelmar", when=TUESDAY)
    text = f"Guards look into Tuesday's {words} in Kelmar."
    killed = only(read("Echo", text, [act], outlet="Echo", published="2031-05-06")).killed
    assert killed is not None
    assert killed.min == dead


def test_a_woman_and_her_children_are_counted_together() -> None:
    text = "Raiders shot a woman and her two children in Kelmar on Tuesday."
    acts = [
        Act("shot", place="Kelmar", when=TUESDAY, recipient="a woman"),
        Act("shot", place="Kelmar", when=TUESDAY, recipient="her two children"),
    ]
    assert only(read("Echo", text, acts, outlet="Echo", published="2031-05-06")).injured == Range(3, 3, 3)


BEHIND = [
    (
        "A man was shot dead in Kelmar on Tuesday. It rained. It was the second raid this month; Four died then.",
        "Four",
        1,
    ),
    ("A man was shot dead in Kelmar on Tuesday. He was 30. Guards came. Four people died in May.", "Four", 1),
    ("A man was shot dead in Kelmar on Tuesday. He was 30. Guards came. Two others died later.", "Two", 2),
    ("Nine men were shot dead in Kelmar on Tuesday. It rained. Guards came. A boy died in another raid.", "A boy", 9),
]


@pytest.mark.parametrize(("text", "behind", "best"), BEHIND)
def test_a_number_far_behind_the_beginning_counts_others(text: str, behind: str, best: int) -> None:
    first, low = ("Nine", 9) if text.startswith("Nine") else ("A man", 1)
    report = shot(text, killed=(first, low, low))
    (event,) = report.reading.events
    at, count = text.index(behind), {"Four": 4, "Two": 2, "A boy": 1}[behind]
    more = NumberSpan(at, at + len(behind), behind, count, count)
    incident = only(_with_killed(report, (*event.killed, more)))
    assert incident.killed is not None
    assert incident.killed.best == best


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        (
            "A boy is held, who shot another boy in Kelmar on Tuesday. Orm Tasker died.",
            ("another boy", "Orm Tasker"),
            1,
        ),
        ("Men shot his sister, Anna Vell, in Kelmar on Tuesday.", ("his sister", "Anna Vell"), 1),
        ("Men shot a toddler in Kelmar on Tuesday. The woman died too.", ("a toddler", "The woman"), 2),
    ],
)
def test_grown_ups_and_children_are_two_and_a_name_beside_is_one(text: str, words: tuple[str, str], count: int) -> None:
    killed = tuple(NumberSpan(text.index(w), text.index(w) + len(w), w, 1, 1) for w in words)
    incident = only(_with_killed(shot(text), killed))
    assert incident.killed is not None
    assert incident.killed.best == count


def test_a_doer_who_was_killed_is_one_more() -> None:
    text = "On Tuesday a raider with a bomb in Kelmar killed three people before guards shot him dead."
    assert only(bomb("Echo", text, ("three", 3, 3))).killed == Range(4, 4, 4)


def test_single_victims_do_not_count_against_their_reports_number() -> None:
    text = "Two people were shot dead in Kelmar on Tuesday. Her daughter died, Orm Tasker said."
    report = shot(text, killed=("Two", 2, 2))
    (event,) = report.reading.events
    at = text.index("Her daughter")
    one = NumberSpan(at, at + 12, "Her daughter", 1, 1)
    assert only(_with_killed(report, (*event.killed, one))).killed == Range(2, 2, 2)


def test_at_least_beside_the_same_number_leaves_the_range_open() -> None:
    text = "Bomb kills nine in Kelmar. On Tuesday a bomb killed at least nine people."
    report = bomb("Echo", text, ("nine", 9, 9))
    at = text.index("at least nine")
    hedged = NumberSpan(at, at + 13, "at least nine", 9, None)
    closed = only(_with_killed(report, (*report.reading.events[0].killed, hedged)))
    assert closed.killed == Range(9, 9, None)
