"""Does the sentence look ahead or back? The nearest verb says whether "Saturday" is the coming one or the last."""

from __future__ import annotations

import re

# "will be closed" is one cue, so that "closed" is not read as past.
_FUTURE_CUE = r"""
    (?:will|shall|won't|cannot|may|might|can|could|should|must|would|'ll|'d)
        (?:[ ]not)? (?:[ ](?:be|have[ ]been|have))? (?:[ ][a-z]+ly)? (?:[ ][a-z]+)?
  | (?:is|are|was|were|be|been|being|'s|'re)? (?:[ ][a-z]+ly)? [ ]?
        (?:due|set|scheduled|expected|slated|planned|supposed|bound|poised|about|likely|ready|going|certain|sure|invited
          |ordered|asked|urged|authorized|prepared|called[ ]on) [ ](?:for|to) (?:[ ]be)? (?:[ ][a-z]+)?
  | (?:plans?|planning|planned|agree[sd]?|decide[sd]?|vow(?:s|ed)?|promise[sd]?|pledge[sd]?|threaten(?:s|ed)?|wants?
        |wanted|hope[sd]?|hoping|expect(?:s|ed)?|intend(?:s|ed)?|prepar(?:es|ed|ing)|vot(?:es|ed)|call(?:s|ed)|refuse[sd]?
        |seek(?:s|ing)?|wait(?:s|ing|ed)?) [ ]to[ ] (?:be[ ])? [a-z]+
  | (?:is|are)[ ]to[ ](?:be[ ])?[a-z]+ | to[ ]be[ ][a-z]+
  | (?:(?:has|have)[ ])?(?:plans?|planned|planning|scheduled) [ ] (?:a|an|the|for|new|more)
  | (?:is|are|be) [ ] (?:expected|scheduled|due|set|planned|slated) [ ] (?:in|on|by|at|for)
  | (?:extended|postponed|delayed|adjourned|deferred|remanded|suspended|given|gave|rescheduled|demand(?:s|ed|ing)?)
        (?:[ ][a-z]+){0,6}? [ ] (?:until|till|to|through|by|before)
  | (?:takes?|comes?|goes|go|enters?) [ ] (?:effect|into[ ](?:effect|force))
  | (?:is|are) [ ] (?:starting|beginning|opening|reopening|closing|leaving|arriving|returning|resuming|ending)
  | (?:resumes?|upcoming|forthcoming|deadline|expires?|begins?|starts?|opens?|ends?|effective|payable|deferred|postponed
        |scheduled|due)
"""
# Regular past forms end in "ed"; the words that merely look so are listed. "had been due to" was not kept.
_PAST_CUE = r"""
    had(?:[ ][a-z]+ly)? [ ]been (?:[ ][a-z]+ly)? [ ]
        (?:due|set|scheduled|expected|planned|supposed|slated|going|about) [ ]to (?:[ ]be)? [ ][a-z]+
  | (?:had|has|have|'ve) (?:[ ]not)? (?:[ ]been)? (?:[ ][a-z]+)?
  | was|were|did|said|told|went|came|took|made|saw|got|gave|left|began|fell|rose|met|held|shot|fought|found|led|lost|won
  | struck|hit|wrote|kept|ran|sent|set|spoke|sold|bought|brought|broke|blew|flew|became|grew|drew|threw|knew|stood|sat
  | put|cut|quit|heard|built|spent|paid|thought|caught|late
  | (?!(?:united|armed|indeed|need|speed|seed|feed|exceed|proceed|succeed|breed|hundred)\b
        | planned[ ](?:a|an|the|for|new|more)\b) [a-z]{2,}ed
"""
_CUES = re.compile(
    rf"(?<![\w'])(?:(?P<future>{_FUTURE_CUE})|(?P<past>{_PAST_CUE}))(?!\w)|(?P<clitic>'ll\b)", re.VERBOSE
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n\s*\n")
_REACH = 160  # characters looked at on each side for a verb: about one clause


def read_tense(text: str, folded: str, start: int, end: int) -> str | None:
    """'future' or 'past' as the last verb before the words says, else the first after them; None without a verb."""
    before = _cues_before(text, folded, start)
    if before:
        return _tense_of(before[-1])
    stop = _SENTENCE_END.search(text, end, end + _REACH)
    after = _CUES.search(folded, end, stop.start() if stop else min(len(text), end + _REACH))
    return _tense_of(after) if after else None


def has_verb_before(text: str, folded: str, start: int) -> bool:
    """Whether a verb that tells a tense stands before the words in their sentence."""
    return bool(_cues_before(text, folded, start))


def says_will(text: str, folded: str, start: int) -> bool:
    """Whether the last verb before the words is "will", which looks ahead from the day of publication."""
    before = _cues_before(text, folded, start)
    return bool(before) and before[-1].group().lstrip().startswith(("will", "'ll", "won't"))


def _cues_before(text: str, folded: str, start: int) -> list[re.Match[str]]:
    low = max(0, start - _REACH)
    stops = list(_SENTENCE_END.finditer(text, low, start))
    return [*_CUES.finditer(folded, stops[-1].end() if stops else low, start)]


def _tense_of(cue: re.Match[str]) -> str:
    return "past" if cue.lastgroup == "past" else "future"
