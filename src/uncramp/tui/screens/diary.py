"""The diary: cramps and practice by day, and a calendar of the last weeks."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static

from uncramp.domain.diary import CrampEntry
from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.guidance.diary_browser import DiaryBrowser
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.diary_entry import EntryScreen
from uncramp.tui.screens.diary_pages import NotePage, WorkingPage
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.diary_list import DiaryList
from uncramp.tui.widgets.heat_strip import HeatStrip, Weeks, legend
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.practice import working_headline

_SHORT, _NARROW = 20, 70
"""Lines below which the calendar is away, and columns below which its words stand under it."""

_LOOK_S = 0.25
"""Seconds between two looks at a diary that is slow."""

_ON_AN_ENTRY = {keys.OPEN.id, keys.DELETE.id, "day"}

_NO_DIARY = (_("Your diary can't be shown now. Why is said below."), _("Help for a cramp works all the same."))
_NOTHING_YET = (
    _("Nothing is in your diary yet."),
    _("A cramp that you follow here is kept by itself. So is practice."),
    _("Another cramp? Press {key} to add it."),
    _("All of it stays on this machine."),
)
_NOTHING_IN_SHORT = _("Nothing is in it yet.")


class DiaryScreen(FramedScreen[None]):
    """What happened, day by day; it is read as far as one scrolls."""

    PLACE = _("In the diary")
    BINDINGS = keys.bind(
        keys.OPEN, keys.CONFIRM, keys.ADD, keys.DELETE, keys.BACK, keys.FOR_DOCTOR, keys.UNDO_EDIT, keys.WORKING,
        keys.READ_NOTE, keys.SIGNS_FIRST, keys.OLDER, keys.NEWER,
    )  # fmt: skip
    DEFAULT_CSS = """
    DiaryScreen #top { height: auto; margin-top: 1; }
    DiaryScreen #beside { width: 1fr; height: auto; padding-left: 3; }
    DiaryScreen #day { min-height: 2; max-height: 3; color: $foreground; text-style: bold; }
    DiaryScreen #legend { height: auto; color: $quiet; }
    DiaryScreen #working { color: $foreground; margin-top: 1; }
    DiaryScreen DiaryList { margin: 1 0; }
    DiaryScreen.-short DiaryList { margin: 0; }
    DiaryScreen #empty { height: 1fr; padding: 1 0; color: $foreground; display: none; }
    ScreenFrame.-tiny #empty { padding: 0; }
    DiaryScreen #told { color: $accent; max-height: 4; }
    DiaryScreen.-failed #told { color: $alert; }
    DiaryScreen.-narrow #top { layout: vertical; }
    DiaryScreen.-narrow #beside { width: 1fr; padding: 1 0 0 0; }
    DiaryScreen.-narrow #day { height: auto; }
    DiaryScreen.-narrow #working { display: none; }
    DiaryScreen.-short #top { display: none; }
    DiaryScreen.-nothing #top, DiaryScreen.-nothing DiaryList { display: none; }
    DiaryScreen.-nothing #empty { display: block; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Diary of {name}").format(name=context.who) if context.who else _("Diary"), context)
        self._browser = DiaryBrowser(context.open_diary(), context.local_time)
        # Held, not looked up: a key may come before all of it is in its place.
        self._strip, self._list = HeatStrip(), DiaryList()
        self._weeks: Weeks = ()
        self._wants_page = False
        """Whether the page for the doctor was asked for, and the diary is still being read for it."""

    def body(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield self._strip
            with Vertical(id="beside"):
                yield PlainText(id="day")
                yield Static(legend(), id="legend", markup=False)
                yield PlainText(id="working")
        yield self._list
        yield PlainText(id="empty")
        yield PlainText(id="told")

    def on_mount(self) -> None:
        self._shape(self.app.size.width, self.app.size.height)
        self._browser.read_on()
        self._browser.tell_of_copies()
        self._show()
        self._list.focus()

    def on_unmount(self) -> None:
        self._browser.close()

    def on_resize(self, event: Resize) -> None:
        self._shape(event.size.width, event.size.height)
        if self.has_class("-nothing"):
            self._say_why_empty()

    def _shape(self, columns: int, lines: int) -> None:
        narrow = columns < _NARROW
        self.set_class(narrow, "-narrow")
        self.set_class(lines < _SHORT + (4 if narrow else 0), "-short")

    def _show(self, mark: str | None = None) -> None:
        settled = self._browser.settled()
        self.set_class(not settled, "-nothing")
        self._weeks = self._browser.weeks()
        self.query_one("#legend", Static).update(legend(self._weeks))
        self.query_one("#working", PlainText).show(working_headline(self._browser.working()))
        if not settled:
            self._say_why_empty()
        self._list.show(settled, self._browser.today, mark)
        self._tell()

    def _say_why_empty(self) -> None:
        tiny = frame_room(*self.app.size).tiny
        lines = _NO_DIARY if self._browser.failed else (_NOTHING_IN_SHORT,) if tiny else _NOTHING_YET
        words = "\n\n".join(lines)
        before, between, after = words.partition("{key}")
        key = shown(self.context.profile.keys, keys.ADD.shown, keys.ADD.id) if between else ""
        self.query_one("#empty", PlainText).show_styled(Content.assemble(before, (key, "bold $accent"), after))

    def _tell(self) -> None:
        """Say what there is to say of the last thing that was done, and show what is marked in the calendar."""
        self.query_one("#told", PlainText).show(self.context.said(self._browser.told, "undo"))
        self.set_class(self._browser.failed, "-failed")
        marked = self._list.marked
        self._mark_in_calendar(marked.day if marked else self._browser.today)
        self.refresh_bindings()
        if self._browser.slow:
            self.set_timer(_LOOK_S, self._look_again)

    def _look_again(self) -> None:
        if self._browser.slow:
            self.set_timer(_LOOK_S, self._look_again)
        elif self.is_current and self._wants_page:
            self.action_for_doctor()
        elif self.is_attached:
            self._browser.say_how_it_stands()
            self._changed()

    def _mark_in_calendar(self, day: date) -> None:
        self._strip.show(self._weeks, day)
        self.query_one("#day", PlainText).show(self._browser.day_told(day))

    @on(OptionList.OptionHighlighted)
    def _follow(self) -> None:
        if marked := self._list.marked:
            self._mark_in_calendar(marked.day)
        self.refresh_bindings()

    @on(HeatStrip.DayPicked)
    def _go_to(self, message: HeatStrip.DayPicked) -> None:
        self._list.mark_day(message.day)
        self._mark_in_calendar(message.day)

    @on(DiaryList.EndNear)
    def _read_on(self) -> None:
        if not self._browser.all_read and self._browser.read_on():
            self._list.add(self._browser.settled())

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        if marked := self._list.marked:
            self._browser.say()
            self.app.push_screen(EntryScreen(self.context, self._browser, marked), self._changed)

    def _changed(self, mark: str | None = None) -> None:
        """Something may be another: read it anew, and mark an entry."""
        if self._browser.slow:  # then it is read when it answers
            self._tell()
            return
        told, failed = self._browser.told, self._browser.failed
        self._browser.read_again()
        self._browser.say(self._browser.told or told, failed=self._browser.failed or failed)
        self._show(mark)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        marked = self._list.marked
        if action in _ON_AN_ENTRY:
            return marked is not None
        if action == keys.CONFIRM.id:
            return isinstance(marked, CrampEntry) and marked.unconfirmed
        if action == keys.READ_NOTE.id:
            return isinstance(marked, CrampEntry) and bool(marked.note)
        return action != keys.UNDO_EDIT.id or self._browser.can_undo

    def hint(self, command: str) -> str:
        """An empty diary has room to say what is added."""
        return _("add a cramp") if command == keys.ADD.id and self.has_class("-nothing") else ""

    def action_open_entry(self) -> None:
        self._list.action_select()

    def action_add_cramp(self) -> None:
        self._browser.say()
        self.app.push_screen(EntryScreen(self.context, self._browser, None), self._changed)

    def action_delete(self) -> None:
        if marked := self._list.marked:
            self._browser.delete(marked)
            self._changed()

    def action_confirm(self) -> None:
        marked = self._list.marked
        if isinstance(marked, CrampEntry):
            self._browser.confirm(marked)
            self._changed(marked.id)

    def action_undo(self) -> None:
        self._browser.undo()
        self._changed(self._browser.touched)

    def action_day(self, by: int) -> None:
        self._list.go_to_day(by)

    def action_note(self) -> None:
        marked = self._list.marked
        if isinstance(marked, CrampEntry):
            self.app.push_screen(NotePage(self.context, marked))

    def action_for_doctor(self) -> None:
        from uncramp.tui.screens.doctor import DoctorPage  # late: most visits need no report

        told = self._browser.told_entries()
        self._wants_page = told is None and self._browser.slow
        if told is None:
            self._tell()
        else:
            self._browser.say()
            self.app.push_screen(DoctorPage(self.context, told))

    def action_working(self) -> None:
        self.app.push_screen(WorkingPage(self.context, self._browser.working()))

    def action_back(self) -> None:
        self.dismiss()
