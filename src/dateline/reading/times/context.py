"""What has been said so far? The ground on which the next time of a text stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dateline.reading.times.values import Days

# A finite verb or a governed infinitive tells whether the clause looks ahead or back. "will be closed" is one cue, so
# that "closed" is not read as past.
_FUTURE_CUE = (
    r"(?:will|shall|won't|cannot|may|might|can|could|should|must|would|'ll|'d)(?: not)?(?: be| have been| have)?(?: [a-z]+ly)?(?: [a-z]+)?"
    r"|(?:is|are|was|were|be|been|being|'s|'re)?(?: [a-z]+ly)? ?(?:due|set|scheduled|expected|slated|planned|supposed|bound|poised|about|likely|ready|going|certain|sure|called on|invited|ordered|asked|urged|authorized|prepared|tentatively scheduled)"
    r"(?: for| to)(?: be)?(?: [a-z]+)?"
    r"|(?:plans?|planning|planned|agree[sd]?|decide[sd]?|vow(?:s|ed)?|promise[sd]?|pledge[sd]?|threaten(?:s|ed)?|wants?|wanted|hope[sd]?|hoping|"
    r"expect(?:s|ed)?|intend(?:s|ed)?|prepar(?:es|ed|ing)|vot(?:es|ed)|call(?:s|ed)|refuse[sd]?|seek(?:s|ing)?|wait(?:s|ing|ed)?) to (?:be )?[a-z]+"
    r"|(?:is|are) to (?:be )?[a-z]+|(?:plans?|planned|planning) (?:a|an|the|for|new|more)|(?:is|are|be) (?:expected|scheduled|due|set|planned|slated) (?:in|on|by|at|for)"
    r"|(?:upcoming|forthcoming|deadline|expires?|begins?|starts?|opens?|ends?|effective|payable|deferred|postponed|scheduled|due)"
)
_PAST_CUE = (
    r"had(?: [a-z]+ly)? been(?: [a-z]+ly)? (?:due|set|scheduled|expected|planned|supposed|slated|going|about) to(?: be)? [a-z]+|(?:had|has|have|'ve)(?: not)?(?: been)?(?: [a-z]+)?|(?:was|were|did|said|told|went|came|took|made|saw|got|gave|left|"
    r"began|fell|rose|met|held|shot|fought|found|led|lost|won|struck|hit|wrote|kept|ran|sent|set|spoke|sold|bought|brought|"
    r"broke|blew|flew|became|grew|drew|threw|knew|stood|sat|put|cut|quit|heard|built|spent|paid|thought|caught|died|ended|"
    r"late|closed|(?!united|armed|indeed|need|speed|seed|feed|exceed|proceed|succeed|breed|hundred|so-called|planned (?:a|an|the|for|new|more)\b)[a-z]{2,}ed)"
)
_CUES = re.compile(rf"(?<![\w'])(?:(?P<future>{_FUTURE_CUE})|(?P<past>{_PAST_CUE}))(?![\w])|(?P<clitic>'ll\b)")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n\s*\n")
_REACH = 160  # characters looked at on each side for a verb: about one clause


@dataclass(slots=True)
class Context:
    """The text, its day of publication, and the time spoken of last."""

    text: str
    folded: str
    published: date | None
    narrative: bool
    last_days: Days | None = None
    last_grain: str | None = None
    last_value: str | None = None
    last_end: int = -1000
    last_year: int | None = None
    doubtful_year: int | None = None
    last_day: date | None = None
    year_said_at: int = -1
    quarter: Days | None = None
    tenses: dict[int, str | None] = field(default_factory=dict)

    def anchor(self) -> date | None:
        """The day that "two days later" counts from: the last day spoken of, else the day of publication."""
        return self.last_days[0] if self.last_days else self.published

    def tense_at(self, start: int, end: int) -> str | None:
        """'future' or 'past' as the nearest verb of the sentence says; None without one."""
        if start not in self.tenses:
            self.tenses[start] = self._read_tense(start, end)
        return self.tenses[start]

    def _read_tense(self, start: int, end: int) -> str | None:
        low = max(0, start - _REACH)
        stops = list(_SENTENCE_END.finditer(self.text, low, start))
        before = [*_CUES.finditer(self.folded, stops[-1].end() if stops else low, start)]
        if before:
            return "past" if before[-1].lastgroup == "past" else "future"
        stop = _SENTENCE_END.search(self.text, end, end + _REACH)
        after = _CUES.search(self.folded, end, stop.start() if stop else min(len(self.text), end + _REACH))
        if after:
            return "past" if after.lastgroup == "past" else "future"
        return None
