"""Home: Enter starts help for a cramp; below it everything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.guidance.diary_thread import in_thread
from uncramp.guidance.routines import AIDS, FIRST, as_it_is_now, first_aid
from uncramp.i18n import _
from uncramp.terminal.layout import first_line, frame_room, stage_room
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.messages import AboutWanted, FirstAidWanted, GuideWanted, RoutineChosen
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.choices import Clickable, Label, keyed, taken
from uncramp.tui.widgets.cramp_bar import CrampBar
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.routine_list import ABOUT, RoutineList
from uncramp.tui.widgets.screen_frame import KeyBar
from uncramp.tui.widgets.unconfirmed_line import UnconfirmedLine

if TYPE_CHECKING:
    from uncramp.guidance.diary_summary import DiarySummary
    from uncramp.tui.widgets.line_input import LineInput

_COMPLETE_S = 0.1
"""Seconds after which home is completed: it stands by then, and help waits for nothing."""

_NOTICE_S = 6
"""Seconds for which a notice stands."""

_NO_PREVIEW = _("The steps can't be shown now. Enter starts them.")
_NO_DIARY = _("Your diary can't be shown now.")

_AID_COMMANDS = [
    Command(f"aid('{name}')", key, "", words, _("First aid: {which}.").format(which=words))
    for key, name, words, _short in AIDS
]

_GAP, _NARROW_GAP = 3, 2
_ONLY_TYPED = ("about", "my_plan", "diary", "guide", "find", "leave", "aid", "new_routine", "edit")
"""What a letter or a digit stands for, unless one types: then it is a letter or a digit."""


@dataclass
class _DiarySummarized(Message):
    """A thread has read the diary."""

    summary: "DiarySummary | None"
    """`None` where it can't be read."""
    asked: int
    """Which time it was asked for."""


class HomeScreen(FramedScreen[None]):
    """First aid on top, and the routines. Nothing is marked at first: Enter starts first aid until something is."""

    PLACE = _("At home")
    BINDINGS = (
        keys.bind(keys.SIGNS_FIRST, keys.ABOUT, keys.MY_PLAN, keys.DIARY, keys.GUIDE, keys.FIND, keys.LEAVE, keys.NEW)
        + keys.bind(keys.START, keys.START_MARKED, keys.PREVIEW, keys.EDIT, keys.ALL, keys.UNMARK)
        + keys.bind(keys.WAS_ONE, keys.WAS_NONE, keys.LATER, keys.UNDO_ANSWER)
        + keys.bind(*_AID_COMMANDS, keys.MARK_ROUTINE, keys.MARK_ROUTINE_BEFORE)
        + keys.unlisted({"escape,backspace": "say_how_to_leave"})
        + keys.unlisted({"tab": "move('down')", "shift+tab": "move('up')"})
    )
    DEFAULT_CSS = """
    HomeScreen CrampBar { margin-top: 1; }
    HomeScreen #aids { padding-left: 2; }
    HomeScreen #notices { color: $alert; margin-top: 1; max-height: 5; padding-left: 2; }
    HomeScreen #foot { height: 1; margin-top: 1; padding-left: 2; color: $quiet; text-overflow: ellipsis; }
    HomeScreen #find { display: none; background: $panel; background-tint: $panel 0%; }
    HomeScreen.-finding #find { display: block; }
    HomeScreen.-small CrampBar, HomeScreen.-small #notices { margin: 0; }
    HomeScreen.-small RoutineList { margin: 0; }
    HomeScreen.-small RoutineList > .option-list--option { padding: 0; }
    HomeScreen.-small #aids, HomeScreen.-small #notices, HomeScreen.-small #foot { margin: 0; padding-left: 0; }
    HomeScreen.-small UnconfirmedLine { margin: 0; padding-left: 0; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.home_title, context, short=context.home_name)
        # Its bar, which stands there since the first paint, is its title in a tiny terminal.
        self.top.remove_class("-alone")
        self.key_bar.only_helps = True
        self._line: LineInput | None = None
        # Held, not looked up: they are there before the screen is.
        self._bar, self._aids, self._foot = CrampBar(), Clickable(id="aids"), Clickable(id="foot")
        self._told = PlainText(id="notices")
        self._unsure = UnconfirmedLine(context)
        self._list = RoutineList(context)
        self._diary_words = self._notice = self._notice_action = ""
        self._asked = 0
        self._notice_timer: Timer | None = None

    def body(self) -> ComposeResult:
        self._fit()
        yield from (self._bar, self._aids)
        yield from (self._told, self._unsure, self._list, self._foot)

    def on_mount(self) -> None:
        self.watch(self._list, "highlighted", self._follow, init=False)

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Lay out for the size of the terminal, where the first paint has its bar."""
        self.set_class(first_line(*self.app.size) < 2, "-small")  # noqa: PLR2004 - a bar, and a blank line
        width = self._width
        labels = [keyed(key, words, f"screen.aid('{name}')") for key, name, words, _short in AIDS]
        if taken(labels, _NARROW_GAP) > width:
            labels = [keyed(key, short, f"screen.aid('{name}')") for key, name, _words, short in AIDS]
        self._aids.lay_out(labels, _GAP if taken(labels, _GAP) <= width else _NARROW_GAP, width)
        self._follow()

    @property
    def _width(self) -> int:
        return stage_room(*self.app.size).columns - (0 if self.has_class("-small") else 2)

    @property
    def _marked(self) -> bool:
        return self._list.highlighted is not None

    @property
    def _finding(self) -> bool:
        return self.has_class("-finding")

    def _follow(self) -> None:
        """Say which key is first aid as it stands, and what the others do."""
        self._unsure.ask(self._width, room=not self._finding and not frame_room(*self.app.size).tiny)
        self._bar.set_class(self._marked or self._finding, "-calm")
        # What is marked has to stay in sight, and what Enter does to it.
        self._aids.display = not (self._finding or (self._marked and frame_room(*self.app.size).tiny))
        self._told.show("\n".join(self._notices()) if self._aids.display else "")
        if self._finding:
            self._bar.say(_("Cramp?"), _("Esc, Enter"), small=True)
        else:
            self._bar.say(_("Cramp?"), self._key(keys.FIRST_AID) if self._marked else "")
        labels = list(self._foot_labels())
        while len(labels) > 1 and taken(labels, _NARROW_GAP) > self._width:
            labels.pop()
        self._foot.lay_out(labels, _GAP if taken(labels, _GAP) <= self._width else _NARROW_GAP)
        self.refresh_bindings()

    def _notices(self) -> Iterator[str]:
        """What the person has to know of their profile, and where it is mended; only that where there is little room."""
        person, brief = self.context.person, self.has_class("-small")
        if not (brief and person.notices):
            yield from self.context.brief_notices
        if person.problems or (brief and person.notices):
            words = _("Profile: press {key}") if brief else _("Press {key} to see what is wrong.")
            yield words.format(key=self._key(keys.ABOUT))

    def _key(self, command: Command) -> str:
        return shown(self.context.profile.keys, command.keys, command.id)

    def _foot_labels(self) -> Iterator[Label]:
        """What stands above the key bar: a notice, what can be done with what is marked, or what the diary comes to."""
        if self._notice:
            yield Label(Content(self._notice), self._notice_action)
        elif self._marked or self._finding:
            useful = [(_("Enter"), keys.START_MARKED), (_("Space"), keys.PREVIEW), (_("Esc"), keys.UNMARK)]
            if self._list.own_is_marked:
                useful.append((self._key(keys.EDIT), keys.EDIT))
            if self._finding:
                useful = [*(useful[:1] if self._marked else ()), (_("Esc"), keys.ALL)]
            yield from (keyed(key, command.words, f"screen.{command.id}") for key, command in useful)
        elif frame_room(*self.app.size).tiny:
            return  # more of the list is in sight
        else:
            if self._diary_words:
                yield Label(Content(self._diary_words), "screen.diary")
            if not self.has_class("-small"):
                yield keyed("↑↓", keys.MARK_ROUTINE.words, "screen.move('down')")
                yield keyed(shown(self.context.profile.keys, _("/"), keys.FIND.id), keys.FIND.words, "screen.find")
                yield keyed(self._key(keys.NEW), keys.NEW.words, f"screen.{keys.NEW.id}")

    def on_screen_resume(self) -> None:
        time = self.context.local_time().strftime("%H:%M")
        self.top.show(self.context.home_title, time, short=self.context.home_name)
        self.set_timer(_COMPLETE_S, self._complete)

    def _complete(self) -> None:
        self._search_line()
        self._list.look_again()
        self.read_diary()

    def read_diary(self) -> None:
        """Read the diary in a thread: one that another program holds keeps no key waiting."""
        self._asked += 1
        in_thread(partial(self._summarize, self._asked))

    def _summarize(self, asked: int) -> None:
        summary = None
        with self.context.faults.reported(_NO_DIARY):
            # Late: it imports the database.
            from uncramp.guidance.diary_summary import summarize

            summary = summarize(self.context)
        self.post_message(_DiarySummarized(summary, asked))

    @on(_DiarySummarized)
    def _show_diary(self, message: _DiarySummarized) -> None:
        if message.asked != self._asked:  # a slow disk has answered late
            return
        summary = message.summary
        self._diary_words = summary.line if summary else _NO_DIARY
        if summary:
            self._list.show_today(summary.marks, summary.streak)
            self._unsure.take(summary.unconfirmed)
        self._follow()

    # What was left, and may have been a cramp.

    def action_was_cramp(self, yes: bool) -> None:
        self._unsure.answer(yes=yes)

    def action_undo(self) -> None:
        self._unsure.undo()

    def action_later(self) -> None:
        self._unsure.put_off()
        self._follow()

    @on(UnconfirmedLine.Answered)
    def _say_what_was_answered(self, message: UnconfirmedLine.Answered) -> None:
        self._say(message.told, "screen.undo")
        self.read_diary()

    def set_context(self, context: Context) -> None:
        """Show what another context holds: the person has changed something about themselves."""
        self.context = context
        self._list.set_context(context)
        self._list.refill(self._line.value if self._line else "")

    @on(RoutineList.OptionSelected)
    def _choose(self, event: RoutineList.OptionSelected) -> None:
        if event.option_id == ABOUT:
            self.action_about()
        elif self._list.folds(event.option_id):
            self._list.unfold()
        elif routine := self._list.routine(event.option_id):
            self.post_message(RoutineChosen(routine))

    @on(RoutineChosen)
    def _unmark_what_starts(self) -> None:
        """The next Enter here is first aid again. What starts may have been changed since it was listed."""
        self._list.look_again()
        if not self._finding:
            self._list.unmark()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list.refill(event.value.strip())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Esc shows all again while something is looked for; then it unmarks; and it never leaves."""
        finding, marked = self._finding, self._marked
        can = {
            "all": finding,
            "start": not marked,
            "start_marked": marked,
            "unmark": marked and not finding,
            "preview": not finding,
            "was_cramp": self._unsure.can_answer,
            "later": self._unsure.asks and not marked,
            "undo": self._unsure.can_undo and not finding,
            "new_routine": not finding and not self._unsure.can_answer,
            "edit": not finding and self._list.own_is_marked,
        }
        if action == "say_how_to_leave":
            return not finding and not marked
        return can.get(action, not (finding and action in _ONLY_TYPED))

    def action_move(self, way: str) -> None:
        """Move through the list, also from the line that is typed into."""
        (self._list.action_cursor_down if way == "down" else self._list.action_cursor_up)()
        self._say("")  # what can be done with what is marked stands there now

    @on(Input.Submitted)
    def action_start(self) -> None:
        """Start what is marked, or first aid; while nothing is found, nothing."""
        if self._marked:
            self._list.action_select()
        elif not self._finding:
            self.action_aid(FIRST)

    action_start_marked = action_start

    def action_aid(self, name: str) -> None:
        self.post_message(FirstAidWanted(name))

    def action_preview(self) -> None:
        name = self._list.marked_id if self._marked else FIRST
        if name is None or (self._marked and self._list.routine(name) is None):
            return
        routine, told = as_it_is_now(self.context.library, name)
        if routine is None and not self._marked:
            routine = first_aid(self.context.library, FIRST)
        if routine is None:
            self._list.look_again()
            self.notify(told, markup=False)
            return
        with self.context.faults.reported(_NO_PREVIEW):
            # Late: help waits for none of it.
            from uncramp.tui.screens.preview import open_preview

            open_preview(self, self.context, routine)

    def action_unmark(self) -> None:
        self._list.unmark()

    def action_say_how_to_leave(self) -> None:
        self._say(self.context.said(_("q leaves uncramp."), "leave"))

    def _say(self, words: str, action: str = "screen.leave") -> None:
        """Show a notice for a while, or none any more; a click on it runs an action."""
        self._notice_action = action
        if self._notice_timer is not None:
            self._notice_timer.stop()
        self._notice, self._notice_timer = words, self.set_timer(_NOTICE_S, lambda: self._say("")) if words else None
        self._follow()

    def on_app_focus(self) -> None:
        """Somebody comes back, maybe from their editor."""
        self._list.look_again()

    def action_find(self) -> None:
        self.add_class("-finding")
        self._search_line().take_keys()
        self._list.look_again()
        self._list.refill("")
        self._follow()

    def _search_line(self) -> "LineInput":
        """The line to type in, made when the list stands or when it is first asked for."""
        if self._line is None:
            from uncramp.tui.widgets.line_input import LineInput

            self._line = LineInput(id="find")
            self._line.ask("", _("Type a word: calf, hand, bed ..."))
            self.mount(self._line, before=self.query_one(KeyBar))
        return self._line

    def action_all(self) -> None:
        self._search_line().value = ""
        self.remove_class("-finding")
        self._list.focus()
        self._list.refill()
        self._follow()

    def action_guide(self) -> None:
        self.post_message(GuideWanted())

    def action_diary(self) -> None:
        with self.context.opening(self._say, _NO_DIARY):
            from uncramp.tui.screens.diary import DiaryScreen  # late: it imports the database

            self.app.push_screen(DiaryScreen(self.context))

    def action_about(self) -> None:
        self.post_message(AboutWanted())

    def action_my_plan(self) -> None:
        self.post_message(AboutWanted(plan=True))

    def action_new_routine(self) -> None:
        with self.context.opening(self._say):
            from uncramp.tui.screens.own_routine import NewRoutineScreen  # late: help waits for none of it

            self.app.push_screen(NewRoutineScreen(self.context), self._show_new)

    def _show_new(self, name: str | None) -> None:
        if name is not None:
            self._list.show_own(name)
            self._say(_("'{name}' is yours now. Enter starts it, e edits it.").format(name=name), "screen.edit")

    def action_edit(self) -> None:
        if (name := self._list.marked_id) is None:
            return
        with self.context.opening(self._say):
            from uncramp.tui.screens.own_routine import edit

            edit(self, name, self._list.show_own)
            self._list.look_again()

    def action_leave(self) -> None:
        self.app.exit()
