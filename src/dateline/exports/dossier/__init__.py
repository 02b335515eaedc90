"""How does a person look at a case? A folder of pages that opens without a network and can be printed."""

from dateline.exports.dossier.write import write_dossier

__all__ = ["write_dossier"]
