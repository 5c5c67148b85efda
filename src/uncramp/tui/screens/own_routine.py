"""A routine of the person's own at home: a new one from a line of a sheet, and a file that is opened in their editor."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widgets import Input

from uncramp.faults import CommandError
from uncramp.files.problems import Problem
from uncramp.files.sheet import LONGEST_LINE
from uncramp.files.sheet_file import from_sheet
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.own_routines import editor, keep_sheet, open_in_editor
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import FramedScreen, Page
from uncramp.tui.widgets.line_input import LineInput
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.sheet import not_understood, understood

_LOW = 10
"""Lines below which there is room only for what is typed and what is told."""

KEEP_IT = Command("keep_routine", "enter", "Enter", _("keep"), _("Keep this routine."), first=True)
LEAVE_IT = Command("dismiss(None)", "escape", "Esc", _("back"), _("Go back, and keep nothing."), first=True)
EDIT_AGAIN = Command("dismiss(True)", "e,enter", "Enter", _("edit again"), _("Open the file again."))
LEAVE_FILE = Command("dismiss(False)", "escape,backspace,q", "Esc", _("back"), _("Go back. The file stays."))


class NewRoutineScreen(FramedScreen[str | None]):
    """One line to type, as it stands on a sheet. Closing it gives the name of the routine that was made."""

    BINDINGS = keys.bind(KEEP_IT, LEAVE_IT, keys.SIGNS_FIRST)
    DEFAULT_CSS = """
    NewRoutineScreen #body { height: 1fr; margin-top: 1; scrollbar-size-vertical: 1; }
    NewRoutineScreen #ask { height: 1; margin: 1 0; }
    NewRoutineScreen #ask-mark { width: 2; color: $accent; text-style: bold; }
    NewRoutineScreen #told { color: $accent; }
    NewRoutineScreen.-failed #told { color: $alert; }
    NewRoutineScreen.-low #what { display: none; }
    NewRoutineScreen.-low #body, NewRoutineScreen.-low #ask { margin: 0; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("A routine of your own"), context, short=_("Your own routine"))
        self._line, self._told = LineInput(LONGEST_LINE), PlainText(id="told")

    def body(self) -> ComposeResult:
        with VerticalScroll(id="body", can_focus=False):
            yield PlainText(_("Type one exercise as it stands on your sheet:"), id="what")
            with Horizontal(id="ask"):
                yield PlainText("›", id="ask-mark")
                yield self._line
            yield self._told

    def on_mount(self) -> None:
        self._line.ask("", _("3 x 15 heel drops, each side, twice a day"))
        self._line.focus()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < _LOW, "-low")

    @on(Input.Changed)
    def _say_back(self) -> None:
        """Say what is understood by now; a line that is not whole yet is left alone."""
        made = from_sheet(self._line.value, "")
        self._tell("" if isinstance(made, tuple) else "\n".join(understood(made.line)))

    def _tell(self, words: str, *, failed: bool = False) -> None:
        self._told.show(words)
        self.set_class(failed, "-failed")

    def action_keep_routine(self) -> None:
        made = from_sheet(self._line.value, "")
        if isinstance(made, tuple):
            self._tell("\n".join(not_understood(made)), failed=True)
            return
        try:
            name = keep_sheet(self.context.library, self._line.value, made.line.name)
        except CommandError as error:
            self._tell(str(error), failed=True)
            return
        self.dismiss(name)


class ProblemsPage(Page):
    """What is wrong with a file that was edited, each with its line. Closing it says whether to open the file again."""

    BINDINGS = keys.bind(EDIT_AGAIN, LEAVE_FILE)

    def __init__(self, context: Context, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(_("{name}: not usable yet").format(name=name), context)
        self._problems = problems

    def text(self) -> ComposeResult:
        for problem in self._problems:
            where = _("Line {line}: ").format(line=problem.line) + (f"{problem.key}: " if problem.key else "")
            yield PlainText(visible(where + problem.message), classes="item")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter opens the file again, so that only the others of its keys go back."""
        return action != keys.CLOSE.id and super().check_action(action, parameters)


def edit(screen: FramedScreen[None], name: str, show: Callable[[str], object]) -> None:
    """Open a routine of the person's own in their editor, and read it again.

    What is wrong then stands on a page; where nothing is, `show` is given the name.
    """
    library = screen.context.library
    library.refresh()
    path, command = library.path_of(name), editor()
    if path is None or not command:
        no_editor = _("No editor is set (VISUAL or EDITOR). The file: {path}").format(path=visible(str(path)))
        screen.notify(no_editor if path else _("'{name}' is not there any more.").format(name=name), markup=False)
        return
    try:
        with screen.app.suspend():
            told = open_in_editor(library, command, path)
    except SuspendNotSupported:
        told = _("No editor can be opened here. The file: {path}").format(path=visible(str(path)))
    screen.app.refresh(layout=True)
    if told:
        screen.notify(told, markup=False)
    library.refresh()
    problems = () if library.path_of(name) is None else library.entry_of(name).problems
    if not problems:
        show(name)
    else:
        page = ProblemsPage(screen.context, name, problems)
        screen.app.push_screen(page, lambda again: edit(screen, name, show) if again else None)
