"""Everything in a case explains itself, in plain sentences with their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.comparing.compare import compare
from dateline.exports.explaining import Explanation, Speakers, explain_actor, explain_incident, find_matches
from dateline.exports.known import Known, kind_in_words
from dateline.exports.weights import weight
from dateline.model.case import Contents, Contradiction, Followup, Range, Side
from dateline.model.span import Span
from tests.comparing.build_reports import Act, Said, read, redate

TUESDAY = ("Tuesday", "2031-05-06")
ECHO = read(
    "echo", "Orsk Rangers shelled Kelmar on Tuesday, killing nine people, General Orm Tasker said.",
    [Act("shelled", mode="heavy-weapons", actor="Orsk Rangers", recipient="Kelmar", place="Kelmar", when=TUESDAY,
         killed=("nine people", 9, 9))],
    [Said("General Orm Tasker", "Orsk Rangers shelled Kelmar on Tuesday, killing nine people")],
    outlet="Merrow Echo", published="2031-05-06",
)  # fmt: skip
HERALD = read(
    "herald", "The Dune Army shelled Kelmar on Tuesday.",
    [Act("shelled", mode="heavy-weapons", actor="Dune Army", place="Kelmar", when=TUESDAY)],
    outlet="Kelmar Herald", published="2031-05-07",
)  # fmt: skip
THREAT = read(
    "threat", "General Orm Tasker threatened to shell Tovin unless the dam is opened.",
    [Act("threatened", "THREATEN", "violence", actor="General Orm Tasker", recipient="Tovin")],
    [Said("General Orm Tasker", "to shell Tovin unless the dam is opened")],
    outlet="Merrow Echo", published="2031-05-09",
)  # fmt: skip


@pytest.fixture(scope="module")
def known() -> Known:
    reports, found = compare([ECHO, HERALD, THREAT], redate=redate)
    threat = next(event for event in found.events if event.report == "threat")
    claims = [claim for claim in found.claims if claim.report in ("echo", "threat")]
    sides = tuple(Side((claim.id,), (), ()) for claim in claims)
    found = replace(
        found,
        followups=(Followup(threat.id, (date(2031, 5, 9), date(2031, 5, 12)), "not-seen", (), "None tells of it."),),
        contradictions=(*found.contradictions, Contradiction("c0ffee", "same-speaker", "Tasker on Kelmar", sides)),
    )
    return Known(Contents(reports, found))


def text_of(explanation: Explanation) -> str:
    lines = (line.text for section in explanation.sections for line in section.lines)
    return "\n".join([explanation.title, explanation.summary, *lines])


def test_a_title_names_nobody_who_is_no_actor() -> None:
    text = "Shells from Tovin hit Kelmar on Tuesday. His gunners fired at noon. The Guild protested at Tovin."
    acts = [
        Act("hit", mode="heavy-weapons", actor="Tovin", place="Kelmar", when=TUESDAY),
        Act("fired", mode="firearms", actor="His gunners"),
        Act("protested", "PROTEST", place="Tovin"),
    ]
    reports, found = compare([read("post", text, acts, outlet="Post", published="2031-05-06")], redate=redate)
    found = replace(found, actors=tuple(replace(actor, kind="organisation") for actor in found.actors))
    titles = [Known(Contents(reports, found)).title(incident) for incident in found.incidents]
    assert not [title for title in titles if "by Tovin" in title or "His gunners" in title]


def headings(explanation: Explanation) -> list[str]:
    return [section.heading for section in explanation.sections]


def only(known: Known, what: str) -> Explanation:
    (match,) = find_matches(known, what)
    return match.explain()


def test_an_incident_says_whose_word_it_is_and_what_is_in_dispute(known):
    said = only(known, "shelling kelmar")
    assert said.kind == "incident"
    assert "In dispute: who did it" in headings(said)
    assert "Merrow Echo ← General Orm Tasker" in text_of(said)
    assert "Admiralty code: F2" in text_of(said)


def test_an_incident_says_what_an_outlet_leaves_out_and_what_nobody_says(known):
    said = text_of(only(known, "shelling kelmar"))
    assert "The number of killed: told by Merrow Echo (“nine people”); left out by Kelmar Herald." in said
    assert "No telling counts" not in said


def test_an_incident_says_which_number_counts_and_what_other_rules_would_give(known):
    said = text_of(only(known, "shelling kelmar"))
    assert "Killed: 9, best 9 by the rule acled (of the figures not overtaken" in said
    assert "By other rules: ucdp 9, airwars only the range, latest 9." in said
    assert "In the range: 9 killed, on the word of General Orm Tasker (Merrow Echo, as of 6 May 2031)." in said


def test_every_quotation_reads_what_stands_in_its_report(known):
    explanations = [match.explain() for what in ("shelling", "Tasker", "c0ffee") for match in find_matches(known, what)]
    quotes = [q for said in explanations for section in said.sections for line in section.lines for q in line.quotes]
    assert quotes
    for quote in quotes:
        text = known.reports[quote.report].report.text
        assert text[quote.start : quote.end] == quote.words
        assert (quote.before + quote.words + quote.after).strip("…") in text


def test_an_id_or_the_start_of_one_is_enough(known):
    incident = known.contents.comparison.incidents[0]
    assert only(known, incident.id).id == incident.id
    assert any(match.id == incident.id for match in find_matches(known, incident.id[:5]))


def test_everything_that_has_an_id_explains_itself(known):
    found = known.contents.comparison
    ids = [noun.id for nouns in (found.incidents, found.actors, found.claims, found.events, found.contradictions)
           for noun in nouns]  # fmt: skip
    for identifier in [*ids, *(told.report.id for told in known.contents.reports)]:
        for match in find_matches(known, identifier):
            assert match.explain().title


def test_several_matches_are_all_found_the_weightiest_first(known):
    kinds = [match.kind for match in find_matches(known, "t")]
    assert kinds[0] == "incident"
    assert len(kinds) > 1


def test_nothing_is_found_for_words_that_nobody_says(known):
    assert find_matches(known, "volcano") == []


def test_a_threat_says_its_deadline_its_condition_and_what_became_of_it(known):
    tasker = next(actor for actor in known.actors.values() if "Tasker" in actor.name)
    said = text_of(explain_actor(known, tasker))
    assert "Threat (9 May 2031), for 9 May 2031 to 12 May 2031" in said
    assert "“unless the dam is opened”" in said
    assert "not-seen. None tells of it." in said


def test_a_speaker_s_statements_are_sorted_by_topic_and_reversals_stand_apart(known):
    tasker = next(actor for actor in known.actors.values() if "Tasker" in actor.name)
    ledger = Speakers(known).of(tasker)
    assert ledger.statements == 2
    assert any(topic.incident for topic in ledger.topics)
    assert [contradiction.id for contradiction in ledger.reversals] == ["c0ffee"]


def test_speakers_with_names_come_first(known):
    assert "Tasker" in Speakers(known).all()[0].actor.name


def test_what_only_one_outlet_reports_leaves_nothing_out(known):
    threat = next(incident for incident in known.incidents_by_id.values() if incident.type == "THREATEN")
    assert "What each outlet leaves out" not in headings(explain_incident(known, threat))


def test_what_many_tell_and_dispute_weighs_more_than_what_one_says(known):
    shelling, threat = sorted(known.incidents_by_id.values(), key=weight, reverse=True)
    assert (shelling.type, threat.type) == ("ASSAULT", "THREATEN")


def test_the_dead_of_years_do_not_push_a_summary_up(known):
    shelling = next(incident for incident in known.incidents_by_id.values() if incident.type == "ASSAULT")
    summary = replace(shelling, begin=date(2027, 1, 1), killed=Range(6000, 6000, 6000))
    assert weight(summary) < weight(shelling)


@pytest.mark.parametrize(
    ("type_", "mode", "words"),
    [("ASSAULT", "heavy-weapons", "Shelling"), ("ASSAULT", None, "Attack"), ("AGREE", "unheard-of", "Agreement")],
)
def test_kinds_are_told_in_words_of_headlines(type_, mode, words):
    assert kind_in_words(type_, mode) == words


def test_a_side_that_says_it_was_not_they_is_quoted_with_its_denial():
    text = "Orm Tasker denied that his army was responsible. The council says the Dune Army shelled Kelmar on Tuesday."
    shelled = Act("shelled", mode="heavy-weapons", actor="Dune Army", place="Kelmar", when=TUESDAY)
    report = read("denial", text, [shelled], [Said("Orm Tasker", "that his army was responsible")])
    (said,) = report.reading.claims
    cue = Span.cut(text, text.index("denied"), text.index("denied") + len("denied"))
    report = replace(report, reading=replace(report.reading, claims=(replace(said, cue=cue, modality="denied"),)))
    reports, found = compare([report], redate=redate)
    quote = Known(Contents(reports, found)).dispute_quote("actor", "not Dune Army", found.events[0])
    assert (quote.words, quote.after) == ("denied", " that his army was responsible")
