"""Why does the case say so? Plain sentences with the words that they rest on, for the terminal and the dossier."""

from dateline.exports.explaining.actors import explain_actor, explain_speaker
from dateline.exports.explaining.explanation import Explanation, Line, Section
from dateline.exports.explaining.finding import Match, find_matches
from dateline.exports.explaining.incidents import explain_incident
from dateline.exports.explaining.speakers import Ledger, Speakers

__all__ = [
    "Explanation",
    "Ledger",
    "Line",
    "Match",
    "Section",
    "Speakers",
    "explain_actor",
    "explain_incident",
    "explain_speaker",
    "find_matches",
]
