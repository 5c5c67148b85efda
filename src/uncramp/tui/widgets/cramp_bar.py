"""Home's bar: the key of first aid, as large as fits. It can be clicked."""

from textual.events import Click

from uncramp.terminal.layout import stage_room
from uncramp.terminal.letters import in_bar
from uncramp.tui.widgets.plain_text import PlainText


class CrampBar(PlainText):
    """What stands on the terminal since the first paint, drawn by the same rules. Calm where Enter does something else."""

    DEFAULT_CSS = """
    CrampBar { background: $bar; color: $on-bar; text-wrap: nowrap; }
    CrampBar:nocolor { text-style: reverse; }
    CrampBar.-calm { background: $panel; color: $accent; text-style: none; }
    """

    def say(self, words: str, key: str, *, small: bool = False) -> None:
        """Say what it is about, and the key for it; on one line where it is to be `small`."""
        room = stage_room(*self.app.size)
        self.show("\n".join(in_bar(words, key, room.columns, 0 if small else room.lines)))

    async def on_click(self, event: Click) -> None:
        """Start first aid; not from a screen that another has covered since: it would start twice."""
        event.stop()
        if self.screen is self.app.screen:
            await self.run_action("app.first_aid")
