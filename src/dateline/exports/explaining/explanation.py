"""What is an explanation? Plain sentences under headings, with the words of the reports that they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.exports.known import Quote


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the words that it rests on. about: the id of what it speaks of, to be explained in turn."""

    text: str
    quotes: tuple[Quote, ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences that answer one question."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the case says what it says of one thing. kind: incident, actor, contradiction, passage, followup, event,
    claim or report; summary: the answer in a sentence or two."""

    kind: str
    id: str
    title: str
    summary: str
    sections: tuple[Section, ...]


def sections(*made: Section | None) -> tuple[Section, ...]:
    """Those that have anything to say."""
    return tuple(section for section in made if section is not None and section.lines)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "3 reports" """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(names: list[str] | tuple[str, ...], *, most: int = 6) -> str:
    """ "Echo, Herald and 2 more" """
    each = list(dict.fromkeys(names))
    if len(each) > most:
        each = [*each[: most - 1], f"{len(each) - most + 1} more"]
    return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)
