"""Invented pages for the tests: an archive stripped of its tags, and pages as markup."""

from __future__ import annotations

from dateline.model.document import Document, Given, Medium

FIRST = "Shells fell on the port of Veshta on Monday, killing four people, the governor's office said in a statement."
SECOND = "Residents who fled the quarter said that the shelling had gone on until the evening and hit a bakery."
THIRD = "“We heard nine explosions,” said Mira Oldan, a nurse. “Nobody came to help until the morning.”"
BODY = (FIRST, SECOND, THIRD)


def plain(text: str, **given: str) -> Document:
    return Document("veshta.txt", None, Medium.TEXT, text, "0" * 64, Given(**given))


def page(markup: str, **given: str) -> Document:
    return Document("veshta.html", None, Medium.HTML, markup, "0" * 64, Given(**given))


def record(text: str, **given: str) -> Document:
    return Document("articles.jsonl", "3", Medium.RECORD, text, "0" * 64, Given(**given))


STRIPPED_ARCHIVE = "\n\n".join(
    [
        "Posted tagged ‘Veshta’",
        "Port of Veshta shelled for the second time this week",
        "March 4, 2019",
        "Port of Veshta shelled for the second time this week – governor",
        "Published time: 3 Mar, 2019 10:26 Edited time: 3 Mar, 2019 12:33",
        "Source: Port of Veshta shelled for the second time this week – governor — Harran Dispatch",
        *BODY,
        "Read more",
        "A burnt-out lorry near the quay © Tomas Irel",
        "READ MORE: Harran Brigade denies it shelled the port",
        "The port has been closed since Saturday, and two ships wait outside of the harbour.",
        "Talks on Veshta fail again",
        "March 2, 2019",
        "by Ilse Varga",
        "March 2, 2019 – 7:59 am",
        "via The Harran Ledger » Talks on Veshta fail again.",
        "The two sides left the hotel in Lorn without a statement on Saturday, after nine hours of talks.",
        "A delegate who asked not to be named said that the question of the port had not even come up.",
        "Older posts",
        "Comments are closed.",
    ]
)


def post(number: int, title: str, *, tag: str = "article", name: str = "hentry") -> str:
    return f"""<{tag} class="{name}"><h2><a href="https://veshta.example/2019/03/0{number}/post/">{title}</a></h2>
<p class="meta">Posted on <time datetime="2019-03-0{number}T10:00:00+02:00">March {number}, 2019</time> by
<span class="author">Ilse Varga</span></p>
<p>{FIRST}</p><figure><figcaption>The quay (Example Wire/File)</figcaption></figure><p>{SECOND}</p>
<p>The ministry &amp; the governor&#8217;s office gave no toll for attack number {number}.</p>
<div class="share-buttons"><p>Share this on a network that you like</p></div></{tag}>"""


def archive(*posts: str) -> str:
    return (
        '<html lang="en"><head><title>Tag: Veshta</title>'
        '<meta property="og:site_name" content="The Veshta Observer"></head>'
        '<body><nav><a href="/">Home</a></nav><main><h1>Tag: Veshta</h1>' + "".join(posts) + "</main>"
        '<aside><h3>Recent posts</h3><ul><li><a href="/x">Something else entirely</a></li></ul></aside></body></html>'
    )
