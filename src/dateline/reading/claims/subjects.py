"""Can these words be the subject of a telling, and is that a verb at all? Tells "officials report" from "a report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.lexicons.reporting_verbs import frames_of, reporting_verbs, telling_forms
from dateline.lexicons.speakers import word_set

SELF = word_set("he she they it i we you")
_NO_SUBJECT = word_set(
    "to it's there if when while as because after before in on at for with by from and or but of not is was were are "
    "be been has have had who which that what where how why"
)
_DETERMINERS = word_set("the a an his her its their our my your this that these those some any no")
_PREPOSITIONS = word_set("of for in on at by from with about against into over under between through")
_BROKEN = re.compile(
    r"\b(?:is|was|were|are|be|been|who|which|that|when|if|because|while|to|not|and|but|has|have|had|would|will|could|"
    r"can|may|might|must|should|did|does|do|said|killed|it)$",
    re.I,
)

_NOUNS = word_set(
    "promise pledge demand report estimate hope fear boast claim vow warn order object urge complaint blame suspect "
    "request answer comment remark post"
)


def is_noun(source: str, cue: str) -> bool:
    """Whether what looks like a verb is the noun of the words before: "his oft-stated promise", "two reports"."""
    last, subject = cue.split()[-1].lower(), source.split()[-1]
    bare = last.removesuffix("s")
    if bare not in _NOUNS or " " in cue:
        return False
    if last == bare:  # "officers report", "his official pledge"
        return not subject.endswith("s") or subject.endswith(("'s", "’s"))
    return source.split()[0].lower() not in _DETERMINERS and not subject[0].isupper()


def is_subject(words: str) -> bool:
    """Whether words can be all of a subject: they hold no verb, conjunction or preposition where none can stand."""
    tokens = words.lower().split()
    if tokens[0] in _NO_SUBJECT or _BROKEN.search(words):
        return False
    if tokens[-1] in _DETERMINERS | _PREPOSITIONS or tokens[-1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "his promise to leave"
    return not any(
        t in _NEVER_INSIDE or t.endswith(("n't", "n’t", "'d", "’d", "'ve", "’ve")) for t in tokens
    ) and not any(t in SELF for t in tokens[1:])


_NEVER_INSIDE = word_set(
    "who which that is was were are has have had if what because whether after before though although when while so "
    "having should would could do does did cannot can not neither nor really certainly only just how why where"
)


def thinks(cue: str) -> bool:
    """Whether a speaker's pronoun with this verb only says what he thinks: "he said he hoped"."""
    verb = reporting_verbs().get(cue.split()[-1].lower())
    return verb is not None and verb.verb in _THOUGHTS


_THOUGHTS = word_set("want believe expect hope fear suspect predict insist think know understand doubt agree remember")


_ADJECTIVES = word_set("alleged suspected")
_QUANTIFIERS = word_set("all some many several few two three four five six seven eight nine ten other more")
_BEGIN_CLAUSE = word_set(
    "that the a an his her its their this these those he she they it we you there to of no some all such another one"
)


def describes(source: str, cue: str, rest: Sequence[str]) -> bool:
    """Whether what looks like a verb is an adjective, a passive or a noun: "three suspected smugglers", "a man
    revealed to be his uncle", "unconfirmed reports say"."""
    last, behind = cue.split()[-1].lower(), rest[0].lower() if rest else ""
    if behind in telling_forms() and last.endswith("s") and last.removesuffix("s") in _NOUNS:
        return True
    counted = source.split()[-1].lower() in _QUANTIFIERS or source.split()[-1].isdigit()
    if last in _ADJECTIVES and " " not in cue and behind not in _BEGIN_CLAUSE and (counted or behind == rest[0]):
        return True
    return [w.lower() for w in rest[:2]] in (["to", "be"], ["to", "have"]) and frames_of(last).isdisjoint({"to"})
