"""What Textual reads from the environment as it is imported, so this imports nothing of it."""

import os


def prepare() -> None:
    """Set the environment right, before the first import of Textual."""
    # The kitty protocol's report-all-keys flag upsets some terminals.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # An empty NO_COLOR asks for nothing; Textual takes it as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
