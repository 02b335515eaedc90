"""Are letters of all kinds read as what they are, and dates only where they are sure?"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.intake.encoding import decode
from dateline.intake.moments import read_moment
from tests.intake.reading import read_bytes

LATIN = "Die Wählerliste für Österreich wurde am Dienstag geprüft, sagte der Bürgermeister von Höfling. " * 3
POLISH = "Gubernator powiedział, że trzech funkcjonariuszy zginęło we wtorek w pobliżu miejscowości Ćmielów. " * 3
RUSSIAN = "Губернатор сообщил, что во вторник у посёлка Велм погибли трое полицейских и двое прохожих. " * 3
GREEK = "Ο κυβερνήτης είπε ότι τρεις αστυνομικοί σκοτώθηκαν την Τρίτη κοντά στην πόλη. " * 3
ARABIC = "قال المحافظ إن ثلاثة من رجال الشرطة قتلوا يوم الثلاثاء قرب البلدة بعد هجوم شنه مسلحون. " * 3
JAPANESE = "知事によると、火曜日に町の近くで武装集団が警察署を襲撃し、少なくとも三人の警官が死亡した。" * 3
CHINESE = "省长办公室说，星期二枪手袭击了镇附近的一个警察哨所，至少三名警察死亡，两名平民受伤。" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (LATIN, "cp1252"), (LATIN, "latin-1"), (POLISH, "cp1250"), (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (GREEK, "cp1253"), (ARABIC, "cp1256"), (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"), (CHINESE, "gb18030"), (CHINESE, "gbk"),
        *((text, name) for text in (LATIN, RUSSIAN, CHINESE) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
        (LATIN, "utf-16-le"), (LATIN, "utf-16-be"), (RUSSIAN, "utf-16-le"), ("Short words.", "utf-16-le"),
    ],
)  # fmt: skip
def test_common_encodings_are_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Взрыв"), ("iso-8859-1", "cp1252", "“quoted”"), ("latin-1", "utf-8", "“quoted”"),
        ("utf-8", "cp1252", "caf\xe9 " * 20), ("shift_jis", "shift_jis", "東京"), ("nonsense", "utf-8", "Взрыв"),
        ("iso-2022-jp", "iso2022_jp", "東京で爆発"), (None, "utf-8", "naïve"), ("koi8-u", "koi8-u", "Їжак"),
    ],
)  # fmt: skip
def test_what_is_declared_counts_unless_it_is_plainly_utf8(declared: str | None, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_one_damaged_byte_does_not_turn_utf8_into_something_else() -> None:
    assert decode((RUSSIAN + "A").encode() + b"\xff" + RUSSIAN.encode()) == RUSSIAN + "A\ufffd" + RUSSIAN


def test_nothing_is_altered_in_decoding() -> None:
    for text in (
        "a\r\nb\rc\n\n",
        "tab\tform\ffeed\x0b",
        "\u2028line\u2029",
        "e\u0301",
        "\ufeffinside \ufeff".lstrip("\ufeff"),
    ):
        assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\0" * 100, b"\x01\x02\x03\x04" * 100, b"\x89PNG\0\0\0\rIHDR" * 30]
)
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    for head in (
        '<meta charset="windows-1251">',
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">',
    ):
        page = f"<html><head>{head}</head><body>Взрыв</body></html>"
        (document,), _ = read_bytes(tmp_path, "a.html", page.encode("cp1251"))
        assert document.text == page


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031/03/04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("20310304T102600Z", "2031-03-04T10:26:00+00:00"),
        ("2031-03-04 10:26", "2031-03-04T10:26"),
        ("2031-03-04T10:26:00.123-0530", "2031-03-04T10:26:00-05:30"),
        ("2031-03-04T10:26:00+03", "2031-03-04T10:26:00+03:00"),
        ("Tue, 04 Mar 2031 10:26:00 GMT", "2031-03-04T10:26:00+00:00"),
        ("4 March 2031", "2031-03-04"),
        ("Tuesday, March 4th, 2031", "2031-03-04"),
        ("04.03.2031", "2031-03-04"),
        ("13/03/2031", "2031-03-13"),
        ("03/13/2031", "2031-03-13"),
        ("05/05/2031", "2031-05-05"),
        ("1930382760", "2031-03-04T09:26:00+00:00"),
        ("1930382760000", "2031-03-04T09:26:00+00:00"),
        ("03/04/2031", None),
        ("2031-02-30", None),
        ("yesterday", None),
        ("2031", None),
        ("31.02.2031", None),
        ("4 Nonsense 2031", None),
        ("", None),
        ("0001-01-01", None),
    ],
)
def test_a_date_is_taken_only_where_it_is_sure(words: str, moment: str | None) -> None:
    assert read_moment(words) == moment
