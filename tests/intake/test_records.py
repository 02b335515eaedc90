"""Which articles are in an export, and what does it say of them?"""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from dateline.errors import WrongUsage
from dateline.intake import Limits, read_documents, read_part
from dateline.model.document import Given, Medium
from tests.intake import samples
from tests.intake.reading import read_bytes, write

WORDS = "Two boats sank off Korda."


def test_known_columns_become_what_is_given(tmp_path: Path) -> None:
    for name in ("export.jsonl", "export.json", "export.csv"):
        documents, _ = read_bytes(tmp_path, name, samples.SAMPLES[name])
        assert documents[0].given == Given(
            source_id="k-1", url="https://korda.example/1", outlet="Korda Herald", title="Clash number 1",
            byline="Ama Testwell", published="2031-03-01T10:00:00+02:00", language="en",
        )  # fmt: skip
        assert documents[0].medium is Medium.RECORD
        assert documents[0].text == samples.RECORDS[0]["text"]


@pytest.mark.parametrize(
    ("record", "given"),
    [
        ({"headline": "Boats sink", "author": ["A. Ree", "B. Ree"]},
         Given(title="Boats sink", byline="A. Ree, B. Ree")),
        ({"source": {"id": None, "name": "Lake Post"}, "publishedAt": "2031-03-04T10:26:00Z"},
         Given(outlet="Lake Post", published="2031-03-04T10:26:00+00:00")),
        ({"publication": "Lake Post", "date": "March 4, 2031"}, Given(outlet="Lake Post", published="2031-03-04")),
        ({"_id": {"$oid": "5f"}, "language": "English"}, Given(source_id="5f", language="en")),
        ({"id": 12345678901234567890123}, Given(source_id="12345678901234567890123")),
        ({"Pub Date": "Tue, 04 Mar 2031 10:26:00 +0300"}, Given(published="2031-03-04T10:26:00+03:00")),
        ({"title": {"rendered": "Boats sink"}, "modified": "2031-03-05T08:00"},
         Given(title="Boats sink", updated="2031-03-05T08:00")),
        ({"published": None, "outlet": ""}, Given()),
        ({"agency": "Tidewire", "link": "https://lake.example/a"}, Given(agency="Tidewire", url="https://lake.example/a")),
    ],
)  # fmt: skip
def test_other_names_of_columns_are_known(tmp_path: Path, record: dict[str, object], given: Given) -> None:
    (document,), problems = read_bytes(tmp_path, "a.jsonl", json.dumps({**record, "body": WORDS}))
    assert (document.text, document.given, problems) == (WORDS, given, [])


def test_a_field_of_another_form_is_found_by_its_path(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": "not this",
        "meta": {"dct": "2031-03-04", "body": [{"p": WORDS}]},
        "pub.name": "Lake Post",
    }
    fields = {"published": "meta.dct", "text": "meta.body.0.p", "outlet": "pub.name"}
    (document,), _ = read_bytes(tmp_path, "a.jsonl", json.dumps(record), fields)
    assert document.text == WORDS
    assert document.given == Given(source_id="7", outlet="Lake Post", published="2031-03-04")
    assert read_part(document.file, document.part, fields=fields) == document


def test_a_field_that_there_is_not_is_wrong_usage_at_once() -> None:
    with pytest.raises(WrongUsage, match="no field is called pubished"):
        read_documents(["a"], fields={"pubished": "x"}, problems=lambda _: None)


def test_a_record_without_text_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        {"id": 1, "text": WORDS},
        {"id": 2, "title": "No text"},
        {"id": 3, "text": " \n"},
        {"id": 4, "text": WORDS},
    ]
    documents, problems = read_bytes(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines)))
    assert [(d.part, d.given.source_id) for d in documents] == [("1", "1"), ("4", "4")]
    assert [p.part for p in problems] == ["2", "3"]
    assert "--map text=" in problems[0].remedy


@pytest.mark.parametrize(
    "bad",
    ["{", '{"id": 2, "text": "cut', "nonsense", '{"a":' * 5000, "[1, 2]", '"words"', "[" * 100_000, "\0\0\0\0", "null"],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, bad: str) -> None:
    good = json.dumps({"text": WORDS})
    documents, problems = read_bytes(tmp_path, "a.jsonl", f"{good}\n{bad}\n{good}\n")
    assert [d.part for d in documents] == ["1", "3"]
    assert [p.part for p in problems] == ["2"]


def test_a_bad_first_line_does_not_hide_the_others(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "a.jsonl", b'{"id": 1, "te\n' + samples.json_lines())
    assert ([d.part for d in documents], [p.part for p in problems]) == (["2", "3", "4", "5"], ["1"])


def test_half_characters_become_the_replacement_mark(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.jsonl", r'{"id": "\udc00", "text": "Two \ud800 boats \ud83d\ude00"}')
    assert document.text == "Two \ufffd boats \U0001f600"
    assert document.given.source_id == "\ufffd"


def test_of_equal_keys_the_last_one_counts(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.jsonl", '{"text": "First.", "text": "Last."}')
    assert document.text == "Last."


@pytest.mark.parametrize("key", ["html", "raw_html", "content"])
def test_markup_in_a_record_is_a_page(tmp_path: Path, key: str) -> None:
    (document,), _ = read_bytes(tmp_path, "a.jsonl", json.dumps({key: "<p>Two boats sank.</p>"}))
    assert document.medium is Medium.HTML


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}', ["articles.1", "articles.2"]),
        ('{\n "response": {\n "docs": [\n {"body": "One."}]}}', ["response.docs.1"]),
        ('{\n "id": 4,\n "text": "One."\n}', [None]),
        ('[{"text": "On[e \\" ]}"}, {"text": "Two."}]', ["1", "2"]),
        ("[]", []),
    ],
)
def test_records_are_found_in_what_wraps_them(tmp_path: Path, text: str, parts: list[str | None]) -> None:
    documents, _ = read_bytes(tmp_path, "a.json", text)
    assert [d.part for d in documents] == parts
    assert [read_part(d.file, d.part) for d in documents] == documents


def test_a_bad_record_in_a_list_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "a.json", '[{"text": "One."}, {"text": no}, {"text": "Three."}]')
    assert ([d.part for d in documents], [p.part for p in problems]) == (["1", "3"], ["2"])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_exports_in_other_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    for name in ("a.jsonl", "a.json", "a.csv"):
        data = {"a.jsonl": samples.json_lines, "a.json": samples.json_list, "a.csv": samples.table}[name]()
        documents, problems = read_bytes(tmp_path, name, data.decode().encode(encoding))
        assert (len(documents), problems) == (4, [])
        assert documents[0].text == samples.RECORDS[0]["text"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_is_told_by_its_header(tmp_path: Path, mark: str) -> None:
    documents, _ = read_bytes(tmp_path, "nameless", samples.table(mark))
    assert [d.given.source_id for d in documents] == ["k-1", "k-2", "k-3", "k-4"]


def test_a_cell_may_hold_lines_and_marks(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.csv", 'id,text\n1,"Two boats, ""sank"".\r\n\nNobody died."\n')
    assert document.text == 'Two boats, "sank".\r\n\nNobody died.'


def test_a_table_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    rows = "id;outlet;text\n" + "".join(
        f"{n};Вечерний Велм;Губернатор сообщил, что {n} полицейских погибли вчера вечером у реки\n" for n in range(20)
    )
    documents, problems = read_bytes(tmp_path, "a.csv", rows.encode("cp1251"))
    assert (len(documents), problems) == (20, [])
    assert documents[3].given.outlet == "Вечерний Велм"


def test_a_table_without_text_says_what_columns_it_has(tmp_path: Path) -> None:
    documents, (problem,) = read_bytes(tmp_path, "a.csv", "nr,was\n1,2\n3,4\n")
    assert not documents
    assert "nr, was" in problem.reason


def test_a_giant_cell_is_a_problem(tmp_path: Path) -> None:
    data = 'id,text\n1,"' + "x" * 5000 + '"\n2,Two boats sank.\n'
    documents, problems = read_bytes(tmp_path, "a.csv", data, limits=Limits(document_bytes=2000))
    assert problems
    assert all(len(d.text) <= 2000 for d in documents)


def test_an_unclear_date_is_left_open_and_said_once(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": WORDS, "date": f"0{n}/04/2031"}) for n in (1, 2, 3))
    documents, problems = read_bytes(tmp_path, "a.jsonl", lines)
    assert [d.given.published for d in documents] == [None, None, None]
    assert [p.part for p in problems] == ["1"]


def test_a_million_bad_rows_are_not_a_million_problems(tmp_path: Path) -> None:
    _, problems = read_bytes(tmp_path, "a.jsonl", '{"id": 1}\n' * 300)
    assert len(problems) == 200
    assert "many more" in problems[-1].reason


@pytest.mark.parametrize("name", ["big.jsonl", "big.json", "big.csv"])
def test_a_big_export_is_never_held_whole(tmp_path: Path, name: str) -> None:
    line = json.dumps({"id": 1, "text": WORDS * 400})
    body = {"big.jsonl": line + "\n", "big.json": line + ",", "big.csv": f'1,"{WORDS * 400}"\n'}[name] * 1_000
    head, tail = {"big.jsonl": ("", ""), "big.json": ("[", line + "]"), "big.csv": ("id,text\n", "")}[name]
    path = write(tmp_path, name, head + body + tail)
    tracemalloc.start()
    count = sum(1 for _ in read_documents([str(path)], problems=lambda _: None, limits=Limits(document_bytes=20_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count >= 1_000
    assert peak < path.stat().st_size / 5
