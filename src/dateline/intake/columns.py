"""Which column holds what? The names that exports of news give to an article's text, outlet, date and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dateline.errors import WrongUsage
from dateline.intake.moments import read_moment
from dateline.model.document import Given

Value = object
"""Any value of JSON; numbers stay the strings that they are written as."""


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "source_id": _names("id _id sourceid uuid guid docid documentid articleid storyid newsid itemid recordid uid"),
    "url": _names("url link uri href weburl sourceurl articleurl pageurl canonicalurl permalink originalurl"),
    "outlet": _names(
        "outlet publication publisher newspaper sourcename source newssource outletname publicationname medianame "
        "media medium site sitename website provider journal domain sourcedomain feed channel"
    ),
    "title": _names("title headline heading head articletitle newstitle storytitle subject name"),
    "byline": _names("byline author authors creator dccreator writer writers journalist reporter by"),
    "published": _names(
        "published publishedat datepublished publisheddate publicationdate publishdate publishedon publishtime "
        "pubdate firstpublished firstpublicationdate date datetime articledate dategmt timestamp created createdat "
        "datecreated dct day"
    ),
    "updated": _names(
        "updated updatedat dateupdated dateupdate datemodified modified modifiedat modifiedgmt lastmodified "
        "lastupdated lastmod updateddate"
    ),
    "language": _names("language lang languagecode langcode inlanguage locale"),
    "agency": _names("agency newsagency wire wireservice"),
    "text": _names(
        "text fulltext articletext bodytext maintext articlebody body content contenttext articlecontent article story "
        "storytext newstext newscontent plaintext rawtext paragraphs document transcript"
    ),
    "html": _names("html rawhtml contenthtml bodyhtml articlehtml pagehtml rawpage"),
}
"""What each of our fields is called elsewhere, the surest name first; without case, spaces and underscores."""
ONE_OF_MANY: Final = ("name", "title", "main", "rendered", "text", "value", "content", "$oid", "$date", "#text", "full")
"""Where a nested value keeps its words: NewsAPI's source.name, WordPress's title.rendered, MongoDB's _id.$oid."""
LANGUAGES: Final[Mapping[str, str]] = dict(
    pair.split("=")
    for pair in _names(
        "english=en eng=en arabic=ar ara=ar french=fr fra=fr fre=fr german=de deu=de ger=de spanish=es spa=es "
        "russian=ru rus=ru portuguese=pt por=pt chinese=zh zho=zh turkish=tr tur=tr persian=fa farsi=fa fas=fa per=fa "
        "ukrainian=uk ukr=uk hindi=hi hin=hi urdu=ur urd=ur indonesian=id ind=id japanese=ja jpn=ja korean=ko kor=ko "
        "italian=it ita=it dutch=nl nld=nl dut=nl polish=pl pol=pl hebrew=he heb=he swahili=sw swa=sw bengali=bn "
        "ben=bn greek=el ell=el romanian=ro ron=ro swedish=sv swe=sv amharic=am pashto=ps kurdish=ku kur=ku"
    )
)
MARKUP = re.compile(r"</(p|div|article|section|li|ul|h[1-6]|body|html|table|blockquote)\s*>", re.I)
WORDS_LIMIT = 2000
"""Characters of a field that is no text: a title longer than this is something else."""


def check_fields(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The mapping with our names. Raises WrongUsage when it names a field that there is not."""
    ours = {("source_id" if name == "id" else name): path for name, path in fields.items()}
    if unknown := sorted(set(ours) - set(SYNONYMS)):
        known = ", ".join("id" if name == "source_id" else name for name in SYNONYMS)
        raise WrongUsage(f"no field is called {', '.join(unknown)}; the fields of an article are {known}")
    return ours


def looks_like_header(line: str) -> bool:
    """Whether a line is the head of a table of articles: a column of text and two others that are known."""
    for mark in ("\t", ",", ";", "|"):
        cells = {plain_name(cell.strip("\"' \r")) for cell in line.split(mark)}
        found = [ours for ours, names in SYNONYMS.items() if cells & set(names)]
        if len(found) >= 3 and ("text" in found or "html" in found):
            return True
    return False


@lru_cache(maxsize=4096)
def plain_name(column: str) -> str:
    """A column's name without case, spaces and marks: "Date-Published" and "date_published" are one."""
    return re.sub(r"[\s_:./-]+", "", column).lower()


def look_up(record: Mapping[str, Value], path: str) -> Value:
    """What lies at a dotted path ("meta.dct", "authors.0.name"); None when nothing does."""
    if path in record:
        return record[path]
    value: Value = record
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def in_words(value: Value) -> str | None:
    """A value as words: a string as it is, the names in a list, the name of a nested thing; None when it has none."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := in_words(item))) or None
    if isinstance(value, Mapping):
        return next((words for key in ONE_OF_MANY if (words := in_words(value.get(key)))), None)
    return None


def running_text(value: Value) -> str | None:
    """A value as running text: a list is one of paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(words for item in value if (words := in_words(item))) or None
    return in_words(value)


class Record:
    """One record of an export, with the columns that its export maps.

    What the user maps is looked up at that path only; the rest under every name that is known for it.
    """

    def __init__(self, values: Mapping[str, Value], fields: Mapping[str, str]) -> None:
        self._values, self._fields = values, fields
        self._plain = {plain_name(key): value for key, value in values.items() if in_words(value)}

    def find(self, field: str) -> Value:
        """The value of one of our fields; None when the record has none."""
        if field in self._fields:
            return look_up(self._values, self._fields[field])
        return next((self._plain[name] for name in SYNONYMS[field] if name in self._plain), None)

    def text(self) -> tuple[str | None, bool]:
        """The record's text and whether it is markup: its text if it has one, else its page."""
        if text := running_text(self.find("text")):
            return text, bool(MARKUP.search(text))
        return running_text(self.find("html")), True

    def given(self) -> tuple[Given, str | None]:
        """What the record says of its article, and the date in it that could not be understood, None when all were."""
        said = {field: _short(self.find(field)) for field in SYNONYMS if field not in ("text", "html")}
        dates = {field: read_moment(words) if (words := said[field]) else None for field in ("published", "updated")}
        odd = next((words for field in dates if (words := said[field]) and not dates[field]), None)
        return Given(**{**said, **dates, "language": language_code(said["language"])}), odd


def language_code(words: str | None) -> str | None:
    """ISO 639-1 of "en", "en-GB", "eng" or "English"; None when not known."""
    plain = (words or "").strip().lower()
    return plain[:2] if re.fullmatch(r"[a-z]{2}([-_].*)?", plain) else LANGUAGES.get(plain)


def _short(value: Value) -> str | None:
    words = in_words(value)
    return words.strip()[:WORDS_LIMIT] if words else None
