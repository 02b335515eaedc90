"""Whose arms did it, and what a sentence leaves open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.comparing.placed import Who, place_findings
from dateline.comparing.standings.arms import are_alternatives, nation_behind
from dateline.model.mention import Chain, Mention
from dateline.model.reading import ReadReport
from tests.comparing.build_reports import Act, read, span


def report(text: str, *acts: Act) -> ReadReport:
    """A report that knows Varenia by its adjective."""
    made = read("r", text, acts)
    reading, index = made.reading, len(made.reading.chains)
    chain = Chain("Varenian", "country", True, ("Varenian",), (len(reading.mentions),))
    mention = Mention(span(text, "Varenian"), "nationality", index)
    return ReadReport(
        made.report, replace(reading, chains=(*reading.chains, chain), mentions=(*reading.mentions, mention))
    )


@pytest.mark.parametrize(
    ("text", "trigger", "recipient", "whose"),
    [
        ("A Varenian air strike hit the quay", "air strike", None, "Varenian"),
        ("A Varenian plane struck the quay", "struck", None, "Varenian"),
        ("A Varenian air raid near Tovin killed the harbour master", "killed", None, "Varenian"),
        ("Varenian artillery fired on the quay", "fired", None, "Varenian"),
        ("No Varenian plane attacked the quay", "attacked", None, None),
        ("A Varenian plane was hit over the quay", "hit", None, None),
        ("A Varenian plane shot down over the quay", "shot", None, None),
        ("Fishermen attacked a Varenian helicopter", "attacked", "a Varenian helicopter", None),
        ("A Varenian attack shook the quay", "attack", None, None),
        ("Varenian porters fought on the quay", "fought", None, None),
    ],
)
def test_an_adjective_before_arms_of_states_says_whose_they_are(
    text: str, trigger: str, recipient: str | None, whose: str | None
) -> None:
    made = report(text, Act(trigger, recipient=recipient))
    who = Who({("r", index): chain.name for index, chain in enumerate(made.reading.chains)}, lambda _: None)
    (event,) = place_findings([made], who).events
    assert nation_behind(event, made, who) == whose


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("It was unclear whether the quay burnt in a Varenian raid or in a shelling by Red Dawn", True),
        ("The quay burnt in a Varenian raid or in a shelling by Red Dawn", False),
        ("It was unclear whether the quay burnt in a Varenian raid and a shelling by Red Dawn", False),
        ("It was unclear whether the quay burnt in a Varenian raid. A shelling by Red Dawn or two followed", False),
    ],
)
def test_a_question_with_or_leaves_open_which_of_two_acts_it_was(text: str, is_open: bool) -> None:
    made = report(text, Act("raid"), Act("shelling"))
    first, second = place_findings([made], Who({}, lambda _: None)).events
    assert are_alternatives(first, second, made) is is_open
