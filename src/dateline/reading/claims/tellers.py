"""Through whom did it reach the report? Finds the outlets and agencies that stand beside a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.language.alternatives import alternatives_of
from dateline.lexicons.media import agencies, is_known_medium
from dateline.lexicons.speakers import speaker_nouns, word_set
from dateline.model.span import Span
from dateline.reading.claims.drafts import Actors, Draft

_MEDIUM = (
    r"(?:news|agency|agencies|newspapers?|daily|weekly|magazine|channel|broadcaster|station|website|site|network|"
    r"television|TV|radio|podcast|paper|newswire|wire|service|outlet|programme|program|media|press)"
)
_KIND = (
    r"(?:local|state|private|pan-Arab|satellite|foreign|official|national|public|semi-official|state-run|state-owned|"
    r"opposition|rebel|pro-\w+|government|independent|online|\w+-language|English|financial|business|sister|leading|"
    r"[A-Z][\w-]+(?:an|ish|ese|i|ch))"
)
_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_NAME = rf"{_DAY}[A-Z](?:[\w'’&-]|\.(?=\w))*"
_NAMED = (
    rf"(?:(?:the|a|an|its|his|her)\s+)?(?:{_KIND}\s+){{0,3}}?(?:{_MEDIUM}\s+){{0,3}}"
    rf"{_NAME}(?:\s+(?:{_NAME}|{_MEDIUM}|(?:state|national|public|military)\s+{_MEDIUM}|of\s+[A-Z]\w+|al|del|de))*"
)
_UNNAMED = rf"(?:(?:the|a|an)\s+)?(?:{_KIND}\s+){{0,3}}{_MEDIUM}(?:\s+{_MEDIUM})?(?!\s+[A-Z])"
TELLER = rf"(?P<teller>{_NAMED}|{_UNNAMED})"
"""A medium as it stands in a sentence; whether it is one, `is_teller` decides."""

_TOLD = re.compile(rf"\s+{TELLER}")
_WRITING = (
    r"(?:interview|statement|letter|message|e-?mail|phone call|conversation|briefing|op-ed|article|recording|video|"
    r"call|post|report|speech)s?"
)
_GIVEN = (
    r"(?:published|broadcast|aired|carried|quoted|posted|released|given|sent|shown|printed|obtained|seen|made|"
    r"to|with|by|for|on|in)"
)
_THROUGH = re.compile(
    rf"(?:\bin an? (?:[\w-]+\s+){{0,3}}?{_WRITING}(?:\s+{_GIVEN}){{1,3}}|"
    r"\b(?:carried|quoted|cited|published|broadcast|aired|printed|relayed|seen|obtained|reported)\s+by|"
    r"\bspeaking (?:to|on|with)|\bin (?:comments|remarks) (?:to|carried by|published by|broadcast by|on)|"
    rf"\bvia|\bthrough|\bon|\bover)\s+{TELLER}"
)
_INTERVIEWER = (
    r"(?:[\w’'-]+\s+){0,4}?(?:journalist|reporter|correspondent|presenter|anchor|anchorman|anchorwoman|host|interviewer|"
    rf"author|writer|film-?maker|blogger|columnist)\s+(?P<asker>{_NAME}(?:\s+{_NAME}){{1,2}})"
)
_TALK = (
    r"(?:[Ii]n an?\s+(?:[\w-]+\s+){0,3}?interview\s+(?:with|to|on|for)|[Ss]peaking\s+(?:to|with|on)|[Tt]alking\s+to)"
)
_AHEAD = re.compile(
    rf"(?:\b[Ii]n an?\s+(?:[\w-]+\s+){{0,3}}?{_WRITING}(?:\s+(?:that\s+was\s+|which\s+was\s+)?{_GIVEN}){{1,3}}|"
    r"\b(?:[Ss]peaking|[Tt]alking)\s+(?:to|on|with)|\b[Ii]n\s+(?:comments|remarks|excerpts)\s+(?:\w+\s+)?(?:to|by|on|for)|"
    rf"\b[Ii]nterviewed\s+by|\b[Qq]uoted\s+by)\s+{TELLER}"
)
_ASKED = re.compile(rf"\b(?:{_TALK}|[Ii]nterviewed\s+by)\s+{_INTERVIEWER}")
"""Before the speaker: "In an interview with Radio Liss, Karo Lindt said", "Speaking to journalist Jana Brandt, …"."""
_WHICH = re.compile(
    rf"\b(?:which|that)\s+{TELLER}\s+(?:printed|carried|published|broadcast|aired|received|obtained|quoted|ran|showed)"
)
_SEEN = re.compile(rf"\b(?:seen|obtained|published|released|reviewed|carried)\s+by\s+{TELLER}")
_ADDRESSED = word_set("told tell tells telling informed to")
_PLATFORMS = word_set("facebook twitter telegram x instagram whatsapp youtube vk tiktok weibo wechat snapchat signal")
_NO_MEDIUM = frozenset({"television", "tv", "radio", "press", "media", "channel", "this newspaper", "news", "post"})
_BODIES = word_set(
    "un nato eu us u.s. u.n. congress parliament senate house council court ministry committee commission assembly "
    "government department police army fbi cia interpol lawmakers parliamentarians union organisation organization "
    "party group security president minister office embassy board conference summit forum league university hospital"
)
_PRINTED = re.compile(r"\A[^\n]{0,70}?\((?P<teller>[A-Z][\w .&'’/-]{1,40})\)\s*(?:[-–—:]|\s+[-–—])", re.M)


def find_via(text: str, draft: Draft, credit: Span | None, stop: int, actors: Actors) -> list[Span]:
    """The tellers named beside a claim's speaker, nearest to the fact first; the report's printed credit comes last.

    `stop`: where the claim's sentence ends. Only media count: a person, a parliament or a crowd that was spoken to
    is no teller.
    """
    found = [*_beside(text, draft, stop, actors), *([credit] if credit else [])]
    once = {_key(t): t for t in reversed(found) if not _is_speaker(t, draft)}
    return [t for t in found if once.get(_key(t)) is t]


def find_occasion(text: str, draft: Draft, begin: int, actors: Actors) -> list[Span]:
    """The interviewer or medium that the words before the speaker name ("In an interview with Radio Liss, X said").

    `begin`: where the claim's sentence begins. What the same speaker says next, he says on the same occasion.
    """
    told = [s.start for s in (draft.source, draft.cue) if s is not None]
    if not told or not begin < min(told):
        return []
    lead = min(told)
    asker = _ASKED.search(text, begin, lead)
    if asker is not None:
        return [Span.cut(text, *asker.span("asker"))]
    return list(_matched(text, _AHEAD.search(text, begin, lead), actors))


def carry_on(drafts: Sequence[Draft], occasions: Sequence[list[Span]], actors: Actors) -> None:
    """Gives the claims right behind one made in an interview, by the same speaker, the same teller.

    drafts: in order of the text; occasions: of each, as `find_occasion` says. Another speaker ends the occasion.
    """
    speaker, via, told_until = None, list[Span](), 0
    for draft, occasion in zip(drafts, occasions, strict=True):
        chain = actors.chain_at(draft.source) if draft.source else None
        if occasion:
            speaker, via = chain, occasion
        elif draft.start < told_until and chain != speaker:
            continue  # told within what he says
        elif chain is None or chain != speaker:
            speaker = None
        elif not draft.via:
            draft.via = list(via)
        told_until = max(told_until, draft.end)


def _beside(text: str, draft: Draft, stop: int, actors: Actors) -> Iterator[Span]:
    """Media in the words around source and cue."""
    if draft.source is not None:
        yield from _matched(text, _SEEN.search(text, draft.source.start, draft.source.end), None)
    if draft.cue is None:
        return
    if draft.cue.text.split()[-1].lower() in _ADDRESSED:
        yield from _matched(text, _TOLD.match(text, draft.cue.end, stop), actors)
    inside_content = [p.start for p in draft.content if p.start >= draft.cue.end and p.text[:1] not in "\"“'‘«"]
    limit = min([stop, draft.cue.end + 160, *inside_content])
    for pattern in (_THROUGH, _WHICH):
        yield from _matched(text, pattern.search(text, draft.cue.end, limit), None)


def _matched(text: str, found: re.Match[str] | None, actors: Actors | None) -> Iterator[Span]:
    """The teller of a match, where it is a medium; with `actors`, an unknown name that is nothing else counts too."""
    if found is None:
        return
    words = found["teller"].rstrip(" .")
    span = Span.cut(text, found.start("teller"), found.start("teller") + len(words))
    if is_teller(span.text) or (actors is not None and _may_be_teller(span, actors)):
        yield span


def _may_be_teller(span: Span, actors: Actors) -> bool:
    """Whether a name that was "told" something, unknown to the lexicons, can be a medium: nobody else's name."""
    words = _bare(span.text).lower().split()
    if not words or words[-1] in _BODIES or words[0] in _BODIES or not any(c.isupper() for c in span.text):
        return False
    chain = actors.chain_at(span)
    return (chain is not None and actors.chains[chain].kind in ("outlet", "organisation")) or span.text.isupper()


def _key(teller: Span) -> str:
    return _bare(teller.text).lower()


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words.strip(), flags=re.I)


def _is_speaker(teller: Span, draft: Draft) -> bool:
    """Whether the medium itself speaks."""
    return draft.source is not None and _key(draft.source).startswith(_key(teller))


def is_teller(words: str) -> bool:
    """Whether words name a medium: a known agency or outlet, or a name with a noun for one ("Radio Tolva").

    Platforms that carry everybody's words ("on Telegram") and a bare "television" or "the press" are none.
    """
    bare = _bare(words).lower()
    if bare in _PLATFORMS or bare in _NO_MEDIUM:
        return False
    if is_known_medium(bare) or is_known_medium(re.sub(r"\s+(?:news )?(?:agency|newspaper|channel|tv)$", "", bare)):
        return True
    nouns = {w.strip("'’s.,") for w in re.split(r"[\s-]+", bare)} | {w.strip(".,") for w in bare.split()}
    return bool(nouns & (_MEDIA | speaker_nouns("outlet"))) and not bare.startswith("its ")


_MEDIA = word_set(
    "agency agencies media newspapers newspaper press television tv radio channel channels broadcaster canal wire "
    "daily weekly magazine website podcast site newswire diario gazeta zeitung novosti akhbar"
)


@cache
def _agency_credit() -> re.Pattern[str]:
    """A known agency at the head ("IANS, 8 Aug", "BAKU rtr |") or as the last words ("— Reuters", "(AFP)")."""
    known = agencies()
    names = {str(n) for n in known} | {str(s) for v in known.values() if isinstance(v, list) for s in v}
    one = alternatives_of(names)
    return re.compile(rf"(?:[—–(][ \t]*|\n[ \t]*[-—–]?[ \t]*)(?P<teller>{one})\)?\.?\s*\Z|(?P<head>{one}),\s")


def find_credit(text: str) -> Span | None:
    """The agency credited at the head of a report ("DORVAN, March 3 (Kestrel Wire) -") or as its last words."""
    body = text.find("\n\n") + 2 if "\n\n" in text[:200] else 0
    for start in dict.fromkeys((0, body)):
        found = re.compile(_PRINTED.pattern.removeprefix(r"\A")).match(text, start, start + 130)
        if found and found["teller"].lower() not in ("own report", "file", "photo", "updated", "video"):
            return Span.cut(text, *found.span("teller"))
        head = _agency_credit().match(text, start, start + 80)
        if head and head["head"]:
            return Span.cut(text, *head.span("head"))
    last = _agency_credit().search(text, max(0, len(text) - 60))
    return Span.cut(text, *last.span("teller")) if last and last["teller"] else None
