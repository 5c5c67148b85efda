"""Home's bar: the key of first aid, as large as fits. It can be clicked."""

from textual.events import Click

from uncramp.i18n import _
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

    def say(self, words: str, key: str = "", *, small: bool = False) -> None:
        """Say what it is about and its key, by default Enter; on one line where it is to be `small`.

        Another key is a single letter, which reads as one behind a word. The lines stay as many, unless there are few.
        """
        room = stage_room(*self.app.size)
        usual = in_bar(words, _("Enter"), room.columns, room.lines)
        if small or (key and room.small):
            rows = in_bar(words, key if small else _("Press {key}").format(key=key), room.columns, 0)
        elif key:
            rows = in_bar(words, _("Press {key}").format(key=key), room.columns, room.lines)
            blank, left = " " * room.columns, len(usual) - len(rows)
            rows = [*[blank] * (left // 2), *rows, *[blank] * (left - left // 2)]
        else:
            rows = usual
        self.show("\n".join(rows))

    async def on_click(self, event: Click) -> None:
        """Start first aid; not from a screen that another has covered since: it would start twice."""
        event.stop()
        if self.screen is self.app.screen:
            await self.run_action("app.first_aid")
