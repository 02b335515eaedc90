"""Pages as markup: one article, or several."""

from __future__ import annotations

import html
from itertools import pairwise

import pytest

from dateline.reading.segments import find_segments

from .pages import BODY, FIRST, SECOND, archive, page, post

TITLES = ("Port shelled", "Governor leaves Veshta", "Talks fail again")
POSTS = list(enumerate(TITLES, start=1))
SINGLE = (
    "<html><head><title>Port shelled | The Veshta Observer</title></head><body><header><a href='/'>Home</a></header>"
    "<article><h1>Port shelled</h1><div class='byline'>By Ilse Varga</div>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY * 3)
    + "<aside class='related'><p>Related: <a href='/y'>Another story of the town and its port</a></p></aside>"
    "<p>The port has been closed since Saturday &mdash; and two ships  wait\noutside of the harbour.</p></article>"
    "<footer><p>© 2019 The Veshta Observer. All rights reserved.</p></footer></body></html>"
)


@pytest.mark.parametrize(
    "markup",
    [
        archive(*(post(n, title) for n, title in POSTS)),
        archive(*(post(n, title, tag="div", name="post") for n, title in POSTS)),
        archive(*(post(n, title, tag="div", name=f"box{n}") for n, title in POSTS)),
        archive(*("<div class='row'>" + post(n, title) + "</div>" for n, title in POSTS)),
        archive(*(f"<h2>{title}</h2><p>March {n}, 2019</p><p>{FIRST}</p><p>{SECOND}</p>" for n, title in POSTS)),
    ],
    ids=["articles", "classes", "no class that tells", "wrapped", "headings and dates only"],
)
def test_a_list_page_becomes_its_posts(markup: str) -> None:
    segments = find_segments(page(markup))
    assert tuple(s.title for s in segments) == TITLES
    for segment in segments:
        assert segment.text.startswith(FIRST)
        assert SECOND in segment.text
        assert "Share this" not in segment.text
        assert "quay" not in segment.text
        assert "Posted on" not in segment.text
    for one, following in pairwise(segments):
        assert one.end <= following.start


def test_a_page_with_one_article_and_teasers_is_one_segment() -> None:
    teasers = "".join(f"<article><h3>Teaser {n}</h3><p>{SECOND}</p></article>" for n in range(4))
    (segment,) = find_segments(page(SINGLE.replace("</article><footer>", f"</article><div>{teasers}</div><footer>")))
    assert segment.title == "Port shelled"
    assert segment.text.startswith(FIRST)
    assert "All rights reserved" not in segment.text


def test_an_article_that_a_page_holds_twice_is_read_once() -> None:
    (segment,) = find_segments(page(archive(post(1, "Port shelled"), post(1, "Port shelled"))))
    assert segment.text.count(FIRST) == 1


def test_pieces_lead_back_to_the_markup_through_entities_and_white_space() -> None:
    (segment,) = find_segments(page(SINGLE))
    assert "since Saturday — and two ships wait outside" in segment.text
    for piece in segment.pieces:
        words, source = segment.text[piece.start : piece.end], SINGLE[piece.source_start : piece.source_end]
        assert words == source or " ".join(words.split()) == " ".join(html.unescape(source).split())


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<",
        "<html>",
        "<p>" * 500,
        "<div " * 300,
        "<!-- never closed " * 50,
        "<a title='x" * 200,
        "\x00<b>\x00",
        "<table><tr><td>" * 200,
    ],
    ids=["empty", "a sign", "no body", "unclosed", "open tags", "comments", "quotes", "nul", "cells"],
)
def test_a_broken_page_ends_without_a_fault(markup: str) -> None:
    assert find_segments(page(markup)) == ()


def test_a_page_whose_tags_are_broken_still_gives_its_text() -> None:
    broken = SINGLE.replace("</p>", "").replace("</article>", "").replace("<body>", "<body><div id=x class=>")
    (segment,) = find_segments(page(broken))
    assert FIRST in segment.text
