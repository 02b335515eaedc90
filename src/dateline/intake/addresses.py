"""What stands at the address that the user named? The only use that Dateline makes of the network."""

from __future__ import annotations

import io
import urllib.request
from importlib.metadata import PackageNotFoundError, version
from urllib.error import HTTPError, URLError

from dateline.errors import UnreadableDocument
from dateline.intake.limits import Limits, in_words


def is_address(path: str) -> bool:
    """Whether the user named a page on the web."""
    return path.lower().startswith(("http://", "https://"))


def fetch(address: str, limits: Limits) -> tuple[io.BytesIO, str, str | None]:
    """The page's bytes, the address that it was found at in the end, and the declared encoding.

    Raises UnreadableDocument when it is not there, too large or too slow.
    """
    request = urllib.request.Request(address, headers={"User-Agent": _agent(), "Accept": "text/html, */*;q=0.5"})
    save_it = "open it in a browser, save the page and name the file"
    try:
        with _opener().open(request, timeout=limits.address_seconds) as answer:
            data = answer.read(limits.address_bytes + 1)
            found_at, charset = str(answer.url), answer.headers.get_content_charset()
    except HTTPError as fault:
        raise UnreadableDocument(address, f"the site answers {fault.code} {fault.reason}", save_it) from None
    except (URLError, OSError, ValueError) as fault:
        reason = f"cannot be fetched ({getattr(fault, 'reason', None) or fault})"
        raise UnreadableDocument(address, reason[:200], f"check the address and the connection, or {save_it}") from None
    if len(data) > limits.address_bytes:
        raise UnreadableDocument(address, f"larger than {in_words(limits.address_bytes)}", save_it)
    return io.BytesIO(data), found_at, charset


def _opener() -> urllib.request.OpenerDirector:
    """An opener for web pages alone: a redirect to ftp: or file: leads nowhere."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _agent() -> str:
    try:
        number = version("dateline")
    except PackageNotFoundError:
        number = "0"
    return f"Dateline/{number} (reads one page that its user named)"
