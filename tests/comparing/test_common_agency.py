"""Reports that name one agency as where they have an incident from: a weaker kind of copy."""

from __future__ import annotations

import pytest

from dateline.comparing.compare import compare
from dateline.model.case import Copies
from tests.comparing.build_reports import Act, Said, read, redate

BLAST = "a bomb exploded in Kelmar on Tuesday and Ida Marsh, 41, and 12 others died"
AGAIN = "Ida Marsh, 41, and 12 others were killed in Kelmar on Tuesday as a bomb went off"
OTHER = "of the bomb of Kelmar on Tuesday Mayor Tasker spoke in the council, whose 30 members rose"


def quotes(first: str, second: str, *, agencies: tuple[str, str], days: tuple[str, str]) -> list[Copies]:
    reports = [
        read(
            name,
            f"A witness told {agency} that {words}.",
            [Act("bomb", place="Kelmar", when=("Tuesday", "2031-05-06"))],
            [Said("A witness", words, (agency,))],
            outlet=f"Paper {name}",
            published=day,
        )
        for name, words, agency, day in zip("ab", (first, second), agencies, days, strict=True)
    ]
    return [copies for copies in compare(reports, redate=redate)[1].copies if copies.why.startswith("Both have it")]


@pytest.mark.parametrize(
    ("second", "agencies", "days", "found"),
    [
        (AGAIN, ("Reuters", "Reuters"), ("2031-05-06", "2031-05-07"), 1),
        (AGAIN, ("AFP", "Agence France-Presse"), ("2031-05-06", "2031-05-06"), 1),
        (AGAIN, ("Reuters", "AFP"), ("2031-05-06", "2031-05-06"), 0),
        (AGAIN, ("Reuters", "Reuters"), ("2031-05-06", "2031-05-12"), 0),
        (OTHER, ("Reuters", "Reuters"), ("2031-05-06", "2031-05-06"), 0),
    ],
    ids=["one agency", "one agency by two names", "two agencies", "days apart", "other facts"],
)
def test_two_reports_have_it_from_one_agency(
    second: str, agencies: tuple[str, str], days: tuple[str, str], found: int
) -> None:
    assert len(quotes(BLAST, second, agencies=agencies, days=days)) == found


def test_the_agency_is_the_origin_and_the_tellings_are_the_evidence() -> None:
    days = ("2031-05-06", "2031-05-06")
    (copies,) = quotes(BLAST, AGAIN, agencies=("Reuters", "Reuters"), days=days)
    assert (copies.kind, copies.origin, copies.reports) == ("quote", "Reuters", ("a", "b"))
    assert "bomb" in copies.spans[0].span.text
