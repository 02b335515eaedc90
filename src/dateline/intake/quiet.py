"""How are libraries kept from talking over the closing summary? Their warnings are silenced while they work."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

TALKATIVE = ("pypdf", "charset_normalizer", "feedparser", "warcio", "docx", "PIL")


@contextmanager
def quiet() -> Iterator[None]:
    """Silences warnings and the logs of the decoding libraries; their faults are raised all the same."""
    loggers = [logging.getLogger(name) for name in TALKATIVE]
    before = [logger.level for logger in loggers]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            for logger, level in zip(loggers, before, strict=True):
                logger.setLevel(level)
