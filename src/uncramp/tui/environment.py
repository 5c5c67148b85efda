"""What Textual reads from the environment as it is imported, so this imports nothing of it."""

import os
import sys


def prepare() -> None:
    """Set the environment right, before the first import of Textual."""
    # The kitty protocol's report-all-keys flag upsets some terminals.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # An empty NO_COLOR asks for nothing; Textual takes it as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    _import_asyncio_without_tls()


def _import_asyncio_without_tls() -> None:
    """Import asyncio as where Python was built without TLS.

    Nothing here ever goes to a network, and the libraries for it would take a thirtieth of the whole start. Whoever
    imports `ssl` later gets it.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment] # Python's own way to say that there is none
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
