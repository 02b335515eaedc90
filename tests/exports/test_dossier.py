"""A dossier opens offline, and every link lands on its words."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.exports.dossier import write_dossier
from dateline.exports.dossier.ledger import draw_ledger
from dateline.exports.dossier.words import Found, cut
from dateline.exports.known import Known
from dateline.model.actor import ActorRelation, Evidence
from dateline.model.case import CasePlace, Contents, Telling
from dateline.model.span import Span
from tests.store.cases import DAY, conclusions, invented_report, words

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def contents() -> Contents:
    """The invented case, with a second actor that is related to the first, and a place on the map."""
    found = conclusions()
    (gunmen,) = found.actors
    relation = ActorRelation("rival", "a2", DAY, None, (Evidence("r1", words("Gunmen killed")),))
    actors = (
        replace(gunmen, kind="group", relations=(relation,)),
        replace(gunmen, id="a2", name="Korda <Herald>", kind="outlet", chains=()),
    )
    places = (CasePlace("p1", "Velm", None, "SY", 35.9, 36.6, "town"),)
    return Contents((invented_report(),), replace(found, actors=actors, places=places))


class Links(HTMLParser):
    """Collects what a page points at, and the ids that can be pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.ids.add(value)
            if name == "href" and tag == "a":
                self.targets.append(value)
            if name == "src" or (name == "href" and tag == "link"):
                self.fetched.append(value)


def read_links(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text("utf-8"))
    return links


@pytest.fixture
def dossier(tmp_path):
    write_dossier(contents(), tmp_path)
    return tmp_path


def test_every_link_leads_to_a_page_and_its_place_in_it(dossier):
    checked = 0
    for page in dossier.rglob("*.html"):
        for target in read_links(page).targets:
            path, _, fragment = target.partition("#")
            other = (page.parent / path).resolve() if path else page
            assert other.exists(), f"{page.name} links to {target}"
            if re.match(r"w\d", fragment):
                assert fragment in read_links(other).ids, f"{page.name} links to {target}"
                checked += 1
    assert checked >= 3


def test_nothing_is_fetched_from_a_network(dossier):
    for page in dossier.rglob("*.html"):
        for target in read_links(page).fetched:
            assert target.startswith("data:") or (page.parent / target).exists(), f"{page.name} fetches {target}"
    for name in ("dossier.css", "dossier.js"):
        assert "http" not in (dossier / name).read_text("utf-8")


def test_names_cannot_smuggle_in_markup(dossier):
    assert "<Herald>" not in (dossier / "actors.html").read_text("utf-8")


def test_an_incident_s_page_draws_through_whose_hands_it_came(dossier):
    page = (dossier / "incidents" / "i1.html").read_text("utf-8")
    assert 'class="picture ledger"' in page
    assert re.search(r'class="box origin hue0"[^>]*>.*?<text[^>]*class="name">Echo</text>', page, re.S)


def test_an_incident_s_page_says_what_each_outlet_leaves_out(dossier):
    page = (dossier / "incidents" / "i1.html").read_text("utf-8")
    assert "not covered (2 reports of other things in these days)" in page
    assert "at least three" in page


def test_every_incident_says_why_on_its_page(dossier):
    for page in (dossier / "incidents").glob("*.html"):
        text = page.read_text("utf-8")
        assert "Why these tellings are one" in text
        assert "Why it is " in text


def test_the_list_of_incidents_bears_what_it_is_filtered_and_sorted_by(dossier):
    page = (dossier / "incidents.html").read_text("utf-8")
    (entry,) = re.findall(r"<li (data-[^>]*)>", page)
    for wanted in ('standing="single-origin"', 'type="ASSAULT"', 'begin="2031-05-06"', 'deaths="3"', "Gunmen"):
        assert wanted in entry


def test_the_ledger_joins_outlets_that_share_a_teller():
    chains = [("Echo", ("Wire", "Orm Tasker"), "Orm Tasker"), ("Mail", ("Wire", "Orm Tasker"), "Orm Tasker")]
    told = tuple(Telling("r1", outlet, chain, origin, "") for outlet, chain, origin in chains)
    case = contents()
    drawn = draw_ledger(Known(case), replace(case.comparison.incidents[0], tellings=told))
    assert drawn is not None
    names = re.findall(r'class="name">([^<]*)<', drawn)
    assert sorted(names) == ["Echo", "Mail", "Orm Tasker", "Wire"]
    assert drawn.count('class="hand hue0"') == 3


def test_an_older_dossier_leaves_no_pages_behind(dossier):
    (dossier / "incidents" / "old.html").write_text("gone")
    write_dossier(contents(), dossier)
    assert not (dossier / "incidents" / "old.html").exists()


def test_a_text_is_cut_at_every_border_and_loses_nothing():
    text = "One two\n\nthree four"
    found = [Found(Span.cut(text, 0, 7), "content", "a"), Found(Span.cut(text, 4, 7), "trigger", "b")]
    paragraphs = cut(text, found, [Span.cut(text, 9, 14)])
    assert [[bit.text for bit in paragraph] for paragraph in paragraphs] == [["One ", "two"], ["three", " four"]]
    assert paragraphs[0][1].kinds == "content trigger"
    assert paragraphs[0][1].note == "a; b"
    assert paragraphs[1][0].anchors == ("w9-14",)


def open_in_browser(page: str, profile: Path, *options: str) -> str:
    """What a real browser makes of the page."""
    assert CHROMIUM
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={profile}"]
    command = [CHROMIUM, *flags, *options, page]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=dict(os.environ))
    return run.stdout


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium (apt-get install chromium)")
def test_a_real_browser_draws_the_pictures_and_highlights_the_words(dossier, tmp_path):
    overview = open_in_browser((dossier / "index.html").as_uri(), tmp_path / "p1", "--dump-dom")
    for picture in ("map", "timeline", "graph"):
        assert re.search(rf'<svg [^>]*class="picture {picture}"', overview)
    many = open_in_browser((dossier / "incidents.html").as_uri() + "#q=volcano", tmp_path / "p3", "--dump-dom")
    assert "Nothing fits" in many
    report = next((dossier / "reports").glob("*.html")).as_uri()
    shown = open_in_browser(f"{report}#w7-13", tmp_path / "p2", "--dump-dom")
    assert re.findall(r'<span [^>]*class="[^"]*\bhit\b[^"]*"[^>]*>([^<]*)</span>', shown) == ["killed"]
