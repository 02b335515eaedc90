"""Who contradicts whom, or himself? Invented reports on an invented war, each with what a careful reader would find."""

from __future__ import annotations

import pytest

from dateline.comparing.contradictions import find_contradictions
from dateline.model.case import Contested, ContestedValue, Contradiction
from tests.comparing.build_reports import Act, Said
from tests.comparing.set_in_case import Case, Relations, Story, case_of


def find(case: Case) -> list[Contradiction]:
    return list(find_contradictions(case.reports, case.placed.claims, case.placed.events, case.incidents, case.actors))


def sides(found: Contradiction) -> list[str]:
    return [" / ".join(e.span.text for e in side.evidence) for side in found.sides]


def of_kind(case: Case, kind: str) -> list[Contradiction]:
    return [c for c in find(case) if c.kind == kind]


DENIALS = [
    (
        "an act denied in so many words",
        "Villagers said that the Ostman Guard had burned three farms near Tovin. The Ostman Guard denied that it had "
        "burned any farms near Tovin.",
        [
            Said("Villagers", "that the Ostman Guard had burned three farms near Tovin"),
            Said("The Ostman Guard", "that it had burned any farms near Tovin"),
        ],
        [("said", "said"), ("denied", "denied")],
        "burned three farms",
        "had burned any farms",
    ),
    (
        "a denial that only points back",
        "According to a leaked memo, Varenia is selling drones to the Karsh League. Varenia denied the claim in June.",
        [Said("a leaked memo", "Varenia is selling drones to the Karsh League"), Said("Varenia", "the claim")],
        [("According to", "said"), ("denied", "denied")],
        "selling drones",
        "Varenia denied the claim in June",
    ),
    (
        "an accusation called a lie",
        "Opposition leaders said Varenia had jailed two poets. Varenia called the accusation a lie.",
        [Said("Opposition leaders", "Varenia had jailed two poets"), Said("Varenia", "the accusation a lie")],
        [("said", "said"), ("called", "said")],
        "jailed two poets",
        "called the accusation a lie",
    ),
    (
        "a story denied by its teller's name",
        "Kelmar radio said a Varenian tanker had sunk two ferries. Varenia dismissed the Kelmar radio report.",
        [Said("Kelmar radio", "a Varenian tanker had sunk two ferries"), Said("Varenia", "the Kelmar radio report")],
        [("said", "said"), ("dismissed", "denied")],
        "sunk two ferries",
        "dismissed the Kelmar radio report",
    ),
    (
        "an accusation told after the denial",
        "The Ostman Guard denied responsibility. The mayor has accused the militia of burning farms at Tovin.",
        [Said("The Ostman Guard", "responsibility"), Said("The mayor", "the militia of burning farms at Tovin")],
        [("denied", "denied"), ("has accused", "alleged")],
        "burning farms",
        "denied responsibility",
    ),
]


@pytest.mark.parametrize(
    ("text", "said", "cues", "one", "other"), [d[1:] for d in DENIALS], ids=[d[0] for d in DENIALS]
)
def test_a_denial_stands_against_what_it_denies(
    text: str, said: list[Said], cues: list[tuple[str, str]], one: str, other: str
) -> None:
    found = of_kind(case_of(Story("r1", text, said, cues=cues)), "denial")
    assert len(found) == 1
    asserted, denied = sides(found[0])
    assert one in asserted and other in denied
    assert other not in asserted and one not in denied


NO_DENIALS = [
    (
        "a prisoner denied bail",
        "Police said the Ostman Guard had burned farms. A judge denied bail to the Ostman Guard leader.",
        [Said("Police", "the Ostman Guard had burned farms"), Said("A judge", "bail to the Ostman Guard leader")],
        [("said", "said"), ("denied", "denied")],
    ),
    (
        "a plan that is rejected",
        "Mediators said Varenia would leave Tovin. Varenia rejected the plan.",
        [Said("Mediators", "Varenia would leave Tovin"), Said("Varenia", "the plan")],
        [("said", "said"), ("rejected", "denied")],
    ),
    (
        "a denial of something else",
        "Villagers said that the Ostman Guard had burned three farms near Tovin. The Ostman Guard denied that its "
        "treasurer had fled to Kelmar with gold.",
        [
            Said("Villagers", "that the Ostman Guard had burned three farms near Tovin"),
            Said("The Ostman Guard", "that its treasurer had fled to Kelmar with gold"),
        ],
        [("said", "said"), ("denied", "denied")],
    ),
    (
        "a denial by somebody who was not blamed",
        "Villagers said that the Ostman Guard had burned three farms. Varenia denied the claim.",
        [Said("Villagers", "that the Ostman Guard had burned three farms"), Said("Varenia", "the claim")],
        [("said", "said"), ("denied", "denied")],
    ),
]


@pytest.mark.parametrize(("text", "said", "cues"), [d[1:] for d in NO_DENIALS], ids=[d[0] for d in NO_DENIALS])
def test_what_denies_nothing_is_no_denial(text: str, said: list[Said], cues: list[tuple[str, str]]) -> None:
    assert of_kind(case_of(Story("r1", text, said, cues=cues)), "denial") == []


def test_a_denial_answers_what_another_report_asserts_of_the_same_incident() -> None:
    accusing = Story(
        "r1",
        "Men in uniforms of the Ostman Guard took the teachers away, a charity said.",
        [Said("a charity", "Men in uniforms of the Ostman Guard took the teachers away")],
        [Act("took", mode="abduct", actor="Ostman Guard")],
        [("said", "said")],
    )
    denying = Story(
        "r2",
        "The Ostman Guard denied having seized anybody.",
        [Said("The Ostman Guard", "having seized anybody")],
        [Act("seized", mode="abduct", status="negated", actor="The Ostman Guard")],
        [("denied", "denied")],
    )
    found = of_kind(case_of(accusing, denying, incidents=[[("r1", 0), ("r2", 0)]]), "denial")
    assert len(found) == 1
    assert "took the teachers away" in sides(found[0])[0]


def test_a_contested_attribute_is_a_contradiction_with_a_side_for_each_value() -> None:
    one = Story("r1", "The Karsh League shelled the mill in Tovin, killing four.", acts=[Act("shelled")])
    other = Story("r2", "Varenian guns shelled the mill in Tovin, killing four.", acts=[Act("shelled")])
    bare = case_of(one, other)
    events = [e.id for e in bare.placed.events]
    contested = Contested(
        "actor", (ContestedValue("Karsh", (events[0],), 1), ContestedValue("Varenia", (events[1],), 1))
    )
    found = find(case_of(one, other, incidents=[[("r1", 0), ("r2", 0)]], contested=[contested]))
    assert [c.kind for c in found] == ["between-sources"]
    assert [s.events for s in found[0].sides] == [(events[0],), (events[1],)]
    assert "who did it" in found[0].why


def test_different_acts_that_were_taken_for_one_incident_contradict_nothing() -> None:
    one = Story("r1", "The Karsh League stormed a bakery.", acts=[Act("stormed")])
    other = Story("r2", "Varenian police raided a harbour office in Kelmar.", acts=[Act("raided")])
    events = [e.id for e in case_of(one, other).placed.events]
    contested = Contested(
        "actor", (ContestedValue("Karsh", (events[0],), 1), ContestedValue("Varenia", (events[1],), 1))
    )
    assert find(case_of(one, other, incidents=[[("r1", 0), ("r2", 0)]], contested=[contested])) == []


def test_a_report_that_sets_two_accounts_against_each_other_is_believed() -> None:
    story = Story(
        "r1",
        "General Orm said no Varenian soldier had crossed the Lisk river. The general's remarks are at odds with "
        "pictures from the Kelmar Institute that show Varenian tanks beyond the Lisk.",
        [Said("General Orm", "no Varenian soldier had crossed the Lisk river")],
        cues=[("said", "said")],
    )
    found = of_kind(case_of(story), "between-sources")
    assert len(found) == 1
    assert "no Varenian soldier" in sides(found[0])[0]
    assert "pictures from the Kelmar Institute" in sides(found[0])[1]


def test_one_teller_says_that_it_was_and_another_that_it_was_not() -> None:
    story = Story(
        "r1",
        "The ministry said that no bridge was damaged. Residents said that two bridges were destroyed.",
        [Said("The ministry", "that no bridge was damaged"), Said("Residents", "that two bridges were destroyed")],
        cues=[("said", "said"), ("said", "said")],
    )
    found = of_kind(case_of(story), "between-sources")
    assert len(found) == 1
    assert sides(found[0]) == ["that two bridges were destroyed", "that no bridge was damaged"]


@pytest.mark.parametrize(
    "second",
    [
        "Residents said that two bridges could be damaged",
        "Residents said that two barns were damaged",
        "Residents said that nobody knew which bridge was damaged if any",
    ],
)
def test_a_possible_or_another_damage_is_no_opposite(second: str) -> None:
    story = Story(
        "r1",
        f"The ministry said that no bridge was damaged. {second}.",
        [Said("The ministry", "that no bridge was damaged"), Said("Residents", second.removeprefix("Residents said "))],
        cues=[("said", "said"), ("said", "said")],
    )
    assert find(case_of(story)) == []


BREAK = ("The Young Oaks", "split-from", "the Karsh League")


def test_two_years_for_one_break_are_both_kept() -> None:
    first = Story(
        "r1",
        "The Young Oaks split from the Karsh League in 2031, Varenia said.",
        [Said("Varenia", "The Young Oaks")],
        cues=[("said", "said")],
    )
    second = Story(
        "r2", "The Young Oaks broke with the Karsh League in 2033, Varenia said.",
        [Said("Varenia", "the Karsh League"), Said("The Young Oaks", "2033")],
        cues=[("said", "said"), ("broke", "said")],
    )  # fmt: skip
    told = Relations(
        [
            (*BREAK, "2031-01-01", "r1", "split from the Karsh League in 2031"),
            (*BREAK, "2033-01-01", "r2", "broke with the Karsh League in 2033"),
        ]
    )
    found = of_kind(case_of(first, second, relations=told), "between-sources")
    assert [sides(c) for c in found] == [["split from the Karsh League in 2031", "broke with the Karsh League in 2033"]]


REVERSALS = [
    ("talks", "We will never negotiate with the Karsh League", "We must negotiate with the Karsh League now"),
    ("violence", "We would not attack Lorrian villages", "There is no choice but to attack the Lorrians"),
    ("presence", "Our troops will stay in Upper Tovin", "We will withdraw from Upper Tovin this spring"),
    ("support", "We will support the Harbour Treaty", "We shall never accept the Harbour Treaty"),
]


@pytest.mark.parametrize(("kind", "then", "now"), REVERSALS)
def test_the_opposite_of_what_he_said_before_is_a_reversal(kind: str, then: str, now: str) -> None:
    found = of_kind(_spoken(then, "2041-05-02", now, "2041-06-11"), "same-speaker")
    assert len(found) == 1
    assert sorted(sides(found[0])) == sorted([f"“{then}”", f"“{now}”"])
    assert "2041-05-02" in found[0].why and "2041-06-11" in found[0].why
    assert kind in found[0].topic


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("We will never negotiate with the Karsh League", "We must negotiate with Varenia now"),
        ("We will never negotiate with the Karsh League", "We will never negotiate with the Karsh League again"),
        ("We will not attack the Lorrians", "We will attack the Lorrians if they cross the Lisk"),
        ("We did not attack the Lorrians", "We will attack the Lorrians"),
        ("We will not attack in Lorria", "We will attack smugglers in Lorria"),
    ],
    ids=["another target", "the same again", "a condition", "a past act", "only one place in common"],
)
def test_what_can_both_be_meant_is_no_reversal(then: str, now: str) -> None:
    assert of_kind(_spoken(then, "2041-05-02", now, "2041-06-11"), "same-speaker") == []


def test_no_one_contradicts_himself_within_one_statement() -> None:
    pair = ("We will not attack the Lorrians", "We will attack the Lorrians")
    assert of_kind(_spoken(pair[0], "2041-05-02", pair[1], "2041-05-02"), "same-speaker") == []


def test_an_earlier_message_in_the_same_report_can_be_contradicted() -> None:
    story = Story(
        "r1",
        "General Orm urged his men to attack Lorrian villages. In a previous message, the general, Orm, had declared "
        "that he would not harm the Lorrians.",
        [
            Said("General Orm", "his men to attack Lorrian villages"),
            Said("General Orm", "that he would not harm the Lorrians"),
        ],
        cues=[("urged", "requested"), ("had declared", "said")],
    )
    found = of_kind(case_of(story), "same-speaker")
    assert len(found) == 1
    assert "as said earlier" in found[0].why


def test_the_order_and_the_ids_are_the_same_every_time() -> None:
    case = case_of(Story("r1", DENIALS[0][1], DENIALS[0][2], cues=DENIALS[0][3]))
    assert find(case) == find(case)
    assert find(case)[0].id.startswith("c")


def _spoken(then: str, on: str, now: str, later: str) -> Case:
    """Two reports, each with one quotation of General Orm."""
    return case_of(
        *(
            Story(
                name,
                f"“{words}”, General Orm said.",
                [Said("General Orm", f"“{words}”", kind="direct")],
                cues=[("said", "said")],
                published=day,
            )
            for name, words, day in (("r1", then, on), ("r2", now, later))
        )
    )
