"""Home: Enter starts help for a cramp; below it everything else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.messages import AboutWanted, GuideWanted, RoutineChosen
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.routine_list import RoutineList
from uncramp.tui.widgets.screen_frame import KeyBar

if TYPE_CHECKING:
    from uncramp.guidance.diary_summary import DiarySummary

_COMPLETE_S = 0.1
"""Seconds after which home is completed: it stands by then, and help waits for nothing."""

_NO_PREVIEW = _("The steps can't be shown now. Enter starts them.")
_NO_DIARY = _("Your diary can't be shown now.")


@dataclass
class _DiarySummarized(Message):
    """A thread has read the diary."""

    summary: "DiarySummary | None"
    """`None` where it can't be read."""


class HomeScreen(FramedScreen[None]):
    """The routines, first aid on top."""

    BINDINGS = keys.bind(
        keys.START, keys.SIGNS, keys.PREVIEW, keys.FIND, keys.DIARY, keys.GUIDE, keys.ABOUT, keys.ALL, keys.LEAVE
    ) + keys.unlisted({"down": "move('down')", "up": "move('up')"})  # while a word is typed
    DEFAULT_CSS = """
    HomeScreen #notices { color: $alert; margin-top: 1; max-height: 5; }
    HomeScreen RoutineList, HomeScreen RoutineList:focus { margin: 1 0 0 0; }
    HomeScreen #diary-line, HomeScreen #diary-line.-empty {
        display: block; height: 1; padding-left: 2; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis;
    }
    HomeScreen.-finding SearchLine { display: block; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("uncramp: help for leg cramps"), context)
        self._line: Input | None = None

    def body(self) -> ComposeResult:
        """What is wrong with the profile, the routines, what the diary comes to."""
        yield PlainText("\n".join(self.context.notices), id="notices")
        yield RoutineList(self.context)
        yield PlainText(id="diary-line")

    def on_screen_resume(self) -> None:
        time = self.context.local_time().strftime("%H:%M")
        self.top.show(_("uncramp: help for leg cramps"), time)
        self.set_timer(_COMPLETE_S, self._complete)

    def _complete(self) -> None:
        """Make the search line, and read the diary."""
        self._search_line()
        self.read_diary()

    def read_diary(self) -> None:
        """Read the diary in a thread: one that another program holds keeps no key waiting."""
        self.run_worker(self._summarize, thread=True, exclusive=True, exit_on_error=False, group="diary")

    def _summarize(self) -> None:
        summary = None
        with self.context.faults.reported(_NO_DIARY):
            # Late: it imports the database.
            from uncramp.guidance.diary_summary import summarize

            summary = summarize(self.context)
        self.post_message(_DiarySummarized(summary))

    @on(_DiarySummarized)
    def _show_diary(self, message: _DiarySummarized) -> None:
        summary = message.summary
        self.query_one("#diary-line", PlainText).show(summary.line if summary else _NO_DIARY)
        if summary:
            self.query_one(RoutineList).show_today(summary.marks, summary.streak)

    def set_context(self, context: Context) -> None:
        """Show what another context holds: the person has changed something about themselves."""
        self.context = context
        self.query_one("#notices", PlainText).show("\n".join(context.notices))
        routines = self.query_one(RoutineList)
        routines.set_context(context)
        routines.refill(self._line.value if self._line else "")

    @on(RoutineList.OptionSelected)
    def _choose(self, event: RoutineList.OptionSelected) -> None:
        if routine := self.query_one(RoutineList).routine(event.option_id):
            self.post_message(RoutineChosen(routine))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self.query_one(RoutineList).refill(event.value.strip())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Esc shows all again while something is looked for, and leaves otherwise."""
        finding = self.has_class("-finding")
        return {"all": finding, "leave": not finding}.get(action, True)

    def action_move(self, way: str) -> None:
        """Move through the list from the line that is typed into."""
        routines = self.query_one(RoutineList)
        (routines.action_cursor_down if way == "down" else routines.action_cursor_up)()

    @on(Input.Submitted)
    def action_start(self) -> None:
        self.query_one(RoutineList).action_select()

    def action_preview(self) -> None:
        marked = self.query_one(RoutineList).highlighted_option
        routine = self.query_one(RoutineList).routine(marked.id if marked else None)
        if routine is None:
            return
        with self.context.faults.reported(_NO_PREVIEW):
            # Late: help waits for none of it.
            from uncramp.tui.screens.preview import open_preview

            open_preview(self, self.context, routine)

    def action_find(self) -> None:
        self.add_class("-finding")
        self._search_line().focus()
        self.refresh_bindings()

    def _search_line(self) -> Input:
        """The line to type in, made when the list stands or when it is first asked for."""
        if self._line is None:
            from uncramp.tui.widgets.line_input import SearchLine

            self._line = SearchLine()
            self.mount(self._line, before=self.query_one(KeyBar))
        return self._line

    def action_all(self) -> None:
        self._search_line().value = ""
        self.remove_class("-finding")
        self.query_one(RoutineList).focus()
        self.refresh_bindings()

    def action_guide(self) -> None:
        self.post_message(GuideWanted())

    def action_diary(self) -> None:
        with self.context.faults.reported(_NO_DIARY) as attempt:
            # Late: it imports the database.
            from uncramp.tui.screens.diary import DiaryScreen

            self.app.push_screen(DiaryScreen(self.context))
        if attempt.failed:
            self.query_one("#diary-line", PlainText).show(_NO_DIARY)

    def action_about(self) -> None:
        self.post_message(AboutWanted())

    def action_leave(self) -> None:
        self.app.exit()
