"""From files to a case: resumed, idempotent, honest about what could not be read."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

import dateline
from dateline import pipeline
from dateline.exports import export_jsonl
from dateline.reading import read
from dateline.reading.marks import Marker
from dateline.store import Case

ARTICLE = (
    "Gunmen killed three guards at a depot in Brenik on Sunday, the mayor, Sigrun Dahl, said.\n\n"
    "“They came in two cars,” Dahl told Meridia Press Agency. Nobody has claimed responsibility."
)


@pytest.fixture
def folder(tmp_path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(3):
        (reports / f"{number}.txt").write_text(ARTICLE.replace("three", ("three", "four", "five")[number]), "utf-8")
    return reports


def build(folder, case, **options):
    return dateline.build_case([folder], case=case, **options)


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_is(folder, tmp_path):
    case = tmp_path / "case.db"
    assert build(folder, case).unchanged == 0
    assert build(folder, case).unchanged == 3
    (folder / "0.txt").write_text(ARTICLE.replace("three", "nine"), "utf-8")
    again = build(folder, case)
    assert (again.unchanged, again.reports) == (2, 3)
    with dateline.open_case(case) as opened:
        assert any("nine guards" in read.report.text for read in opened.reports())
        assert not any("three guards" in read.report.text for read in opened.reports())


def test_another_list_of_outlets_draws_the_conclusions_anew(folder, tmp_path):
    outlets = tmp_path / "outlets.csv"
    outlets.write_text("name,owner\nMeridia Press Agency,Meridian government\n", "utf-8")
    written = []
    for given in (None, outlets, outlets):
        build(folder, tmp_path / "case.db", outlets=given)
        with dateline.open_case(tmp_path / "case.db") as case:
            written.append(case.meta("lists"))
    assert written[0] != written[1] == written[2]


def test_a_case_keeps_the_letters_that_its_reader_gave_to_sources(folder, tmp_path):
    outlets = tmp_path / "outlets.csv"
    outlets.write_text("name,aliases,reliability\nMeridia Press Agency,MPA,c\n", "utf-8")
    build(folder, tmp_path / "case.db", outlets=outlets)
    with dateline.open_case(tmp_path / "case.db") as case:
        assert case.contents().reliability == (("Meridia Press Agency", "C"), ("MPA", "C"))


def test_the_same_reports_give_the_same_bytes(folder, tmp_path):
    written = []
    for name in ("one", "two"):
        build(folder, tmp_path / f"{name}.db")
        with dateline.open_case(tmp_path / f"{name}.db") as case:
            written.append([path.read_bytes() for path in export_jsonl(case.contents(), tmp_path / name)])
    assert written[0] == written[1]


def test_reading_half_and_then_the_rest_gives_what_reading_all_at_once_gives(folder, tmp_path):
    dateline.build_case([folder / "2.txt"], case=tmp_path / "case.db")
    build(folder, tmp_path / "case.db")
    build(folder, tmp_path / "fresh.db")
    with dateline.open_case(tmp_path / "case.db") as opened, dateline.open_case(tmp_path / "fresh.db") as fresh:
        assert opened.contents() == fresh.contents()
        assert opened.digest() == fresh.digest()


def test_a_run_that_is_killed_while_it_writes_conclusions_keeps_the_earlier_ones(folder, tmp_path, monkeypatch):
    case = tmp_path / "case.db"
    build(folder, case)
    with dateline.open_case(case) as opened:
        before = opened.comparison()
    (folder / "new.txt").write_text(ARTICLE.replace("three", "nine"), "utf-8")

    def killed(self):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Case, "_digest_of_all_reports", killed)  # when all is written
        with pytest.raises(KeyboardInterrupt):
            build(folder, case)
    with dateline.open_case(case) as opened:
        assert opened.comparison() == before
        assert not opened.is_compared()
    assert build(folder, case).unchanged == 4
    with dateline.open_case(case) as opened:
        assert opened.is_compared()
        assert opened.report_count() == 4


def test_a_run_that_is_killed_leaves_a_case_that_opens_and_goes_on(folder, tmp_path, monkeypatch):
    case = tmp_path / "case.db"
    monkeypatch.setattr(pipeline, "REPORTS_AT_ONCE", 1)
    reads = iter(range(100))

    def killed_at_the_third(self, reports):
        if next(reads) == 2:
            raise KeyboardInterrupt
        return original(self, reports)

    original = pipeline.Reader.read_reports
    monkeypatch.setattr(pipeline.Reader, "read_reports", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        build(folder, case)
    with dateline.open_case(case) as opened:
        assert 0 < opened.report_count() < 3
        assert not opened.is_compared()
    resumed = build(folder, case)
    assert resumed.reports == 3
    build(folder, tmp_path / "fresh.db")
    with dateline.open_case(case) as opened, dateline.open_case(tmp_path / "fresh.db") as fresh:
        assert opened.contents() == fresh.contents()


def test_a_run_that_is_killed_within_an_export_reads_only_the_rest(tmp_path, monkeypatch):
    export = tmp_path / "export.jsonl"
    records = [{"id": str(n), "text": ARTICLE.replace("three", word)} for n, word in enumerate(("two", "six", "ten"))]
    export.write_text("\n".join(map(json.dumps, records)), "utf-8")
    monkeypatch.setattr(pipeline, "REPORTS_AT_ONCE", 1)
    seen = []

    def killed_at_the_second(self, reports):
        seen.extend(report.source_id for report in reports)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return original(self, reports)

    original = pipeline.Reader.read_reports
    monkeypatch.setattr(pipeline.Reader, "read_reports", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        build(export, tmp_path / "case.db")
    assert build(export, tmp_path / "case.db").reports == 3
    assert seen == ["0", "1", "1", "2"]


def test_the_same_words_are_given_to_the_model_once(folder, tmp_path, monkeypatch):
    given: list[str] = []

    def watched(self, texts):
        given.extend(texts)
        return original(self, texts)

    original = Marker.mark_many
    monkeypatch.setattr(Marker, "mark_many", watched)
    (folder / "reprint.txt").write_text(ARTICLE, "utf-8")
    build(folder, tmp_path / "case.db")
    assert len(given) == len(set(given)) == 3


def test_reports_are_read_again_by_changed_steps_without_the_model(folder, tmp_path, monkeypatch):
    case = tmp_path / "case.db"
    build(folder, case)
    with dateline.open_case(case) as opened:
        before = opened.contents()
    monkeypatch.setattr(read, "STEPS_VERSION", "another")
    monkeypatch.setattr(Marker, "mark_many", lambda self, texts: pytest.fail(f"marked again: {texts}"))
    assert build(folder, case).unchanged == 0
    with dateline.open_case(case) as opened:
        assert opened.contents() == before


def test_a_broken_file_is_listed_and_the_rest_is_read(folder, tmp_path):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00\x00 this is no document")
    (folder / "empty.txt").write_bytes(b"")
    summary = build(folder, tmp_path / "case.db")
    assert summary.reports == 3
    assert {Path(p.file).name for p in summary.problems} == {"broken.pdf", "empty.txt"}
    assert all(p.reason and p.remedy for p in summary.problems)


def test_a_report_that_reading_stumbles_over_does_not_stop_the_rest(folder, tmp_path, monkeypatch):
    def stumble(self, reports):
        if any("four guards" in report.text for report in reports):
            raise RecursionError("too deep")
        return original(self, reports)

    original = pipeline.Reader.read_reports
    monkeypatch.setattr(pipeline.Reader, "read_reports", stumble)
    summary = build(folder, tmp_path / "case.db")
    assert (summary.reports, summary.not_read) == (3, 1)
    assert [(Path(p.file).name, p.stage) for p in summary.problems] == [("1.txt", "reading")]


def test_a_document_that_segmenting_stumbles_over_does_not_stop_the_rest(folder, tmp_path, monkeypatch):
    def stumble(document):
        if document.file.endswith("1.txt"):
            raise IndexError("no such line")
        return original(document)

    original = pipeline.find_reports
    monkeypatch.setattr(pipeline, "find_reports", stumble)
    summary = build(folder, tmp_path / "case.db")
    assert summary.reports == 2
    assert [p.stage for p in summary.problems] == ["segments"]


def test_progress_reaches_its_end(folder, tmp_path):
    told = []
    build(folder, tmp_path / "case.db", progress=lambda *step: told.append(step))
    reading = [(done, total) for stage, done, total in told if stage == "reading"]
    assert reading[0][0] == 0
    assert reading[-1][0] == reading[-1][1] > 0
    assert reading == sorted(reading)


def test_an_empty_folder_gives_an_empty_case(tmp_path):
    (tmp_path / "nothing").mkdir()
    summary = build(tmp_path / "nothing", tmp_path / "case.db")
    assert (summary.files, summary.reports, summary.incidents) == (0, 0, 0)


def test_a_report_in_another_language_is_kept_and_not_read(folder, tmp_path):
    french = (
        "Quatre hommes armés ont attaqué dimanche un dépôt près de Brenik, a déclaré le maire de la ville à la presse."
    )
    (folder / "fr.txt").write_text(f"{french} Trois gardes ont été tués et deux autres blessés.", "utf-8")
    summary = build(folder, tmp_path / "case.db")
    assert (summary.reports, summary.not_read) == (4, 1)


class TestVerify:
    """`dateline verify` holds a case against its sources."""

    @pytest.fixture
    def case(self, folder, tmp_path):
        build(folder, tmp_path / "case.db")
        return tmp_path / "case.db"

    def faults(self, case) -> list[str]:
        with dateline.open_case(case) as opened:
            return [fault.fault for fault in dateline.verify_case(opened).faults]

    def test_nothing_is_wrong_with_a_fresh_case(self, case):
        with dateline.open_case(case) as opened:
            verified = dateline.verify_case(opened)
        assert verified.faults == ()
        assert verified.reports == 3
        assert verified.spans > 30

    def test_a_changed_byte_of_a_source_is_found(self, case, folder):
        path = folder / "1.txt"
        path.write_bytes(path.read_bytes().replace(b"Sunday", b"Monday"))
        assert any("SHA-256" in fault for fault in self.faults(case))

    def test_a_source_that_is_gone_is_found(self, case, folder):
        shutil.move(folder / "1.txt", folder.parent / "elsewhere.txt")
        assert any("gone" in fault for fault in self.faults(case))

    def test_a_changed_span_is_found(self, case):
        with sqlite3.connect(case) as other:
            (identifier, reading) = other.execute("SELECT id, reading FROM reports LIMIT 1").fetchone()
            changed = json.loads(reading)
            changed[2][0][1] -= 1  # the end of the first sentence
            other.execute("UPDATE reports SET reading = ? WHERE id = ?", (json.dumps(changed), identifier))
        faults = self.faults(case)
        assert any("do not read" in fault for fault in faults)
        assert any("changed after they were written" in fault for fault in faults)

    def test_a_span_moved_to_other_words_is_found(self, case):
        with sqlite3.connect(case) as other:
            (noun,) = other.execute("SELECT noun FROM concluded WHERE kind = 'claims' LIMIT 1").fetchone()
            other.execute("UPDATE concluded SET noun = ? WHERE noun = ?", (noun.replace('"said"', '"Said"'), noun))
        assert self.faults(case)

    def test_a_changed_number_of_the_casualty_ledger_is_found(self, case):
        with sqlite3.connect(case) as other:
            rows = other.execute("SELECT place, noun FROM concluded WHERE kind = 'incidents'").fetchall()
            place, incident = next((place, noun) for place, noun in rows if '"killed",3,3' in noun)
            changed = incident.replace('"three"', '"seven"')
            other.execute("UPDATE concluded SET noun = ? WHERE kind = 'incidents' AND place = ?", (changed, place))
        assert any("do not read 'seven'" in fault for fault in self.faults(case))
