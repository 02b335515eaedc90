"""Is this name another language's form of a name? Brings "Mykola" and "Nikolai", "Rivne" and "Rovno" to one form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.language.names import plain, sound_key
from dateline.lexicons import load_yaml

LONGEST_FORM = 3  # words


def read_in_first_form(name: str, class_: str) -> str | None:
    """The name with each form that stands in lexicons/name_forms.yaml as the first form of its line, None where it
    has none. "Mykola Dovlenko" -> "nikolai dovlenko", whatever the romanisation. class_: "person" or "body"; a
    person's name has no forms of towns.
    """
    forms = _forms_of(class_)
    words = plain(name).split()
    read: list[str] = []
    at, changed = 0, False
    while at < len(words):
        length, form = _form_at(words[at : at + LONGEST_FORM], forms)
        changed |= bool(form)
        read.append(form or words[at])
        at += length
    return " ".join(read) if changed else None


def _form_at(words: list[str], forms: Mapping[str, str]) -> tuple[int, str | None]:
    """How many of these words are a form from the first on, and the first form of its line; the longest form counts."""
    for length in range(len(words), 0, -1):
        if form := forms.get(_sound(words[:length])):
            return length, form
    return 1, None


def _sound(words: list[str]) -> str:
    return " ".join(map(sound_key, words))


@cache
def _forms_of(class_: str) -> Mapping[str, str]:
    return _forms("given") if class_ == "person" else {**_forms("given"), **_forms("places")}


def _forms(kind: str) -> Mapping[str, str]:
    """How each form sounds -> the first form of its line. kind: "given" or "places"."""
    lines = [line.split() for line in load_yaml("name_forms.yaml")[kind].splitlines()]
    spelt = [(plain(form.replace("_", " ")), plain(line[0].replace("_", " "))) for line in lines for form in line]
    return {_sound(form.split()): first for form, first in spelt}


def is_known_as_other(a: str, b: str) -> bool:
    """Whether two folded words are names that the lexicon tells apart: "saad", "said"; "jamal", "kamal"."""
    lines = _alike()
    return a in lines and b in lines and lines[a] != lines[b]


@cache
def _alike() -> Mapping[str, int]:
    """Each spelling of a name that is easily taken for another -> its line."""
    lines = load_yaml("name_forms.yaml")["alike"].splitlines()
    return {plain(word): at for at, line in enumerate(lines) for word in line.split()}
