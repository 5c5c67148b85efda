"""What to do now: the biggest words on the screen."""

from uncramp.tui.widgets.words import Words


class Say(Words):
    """The instruction."""

    DEFAULT_CSS = """
    Say { width: 1fr; height: auto; color: $foreground; text-style: bold; }
    """
