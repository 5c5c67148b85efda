"""An entry of the diary: all of what it says, field by field, to be corrected; or a cramp that is added so."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import OptionList

from uncramp.domain.diary import CrampEntry, DiaryError, Entry
from uncramp.domain.times import parse_moment
from uncramp.guidance.context import Context
from uncramp.guidance.diary_browser import DiaryBrowser, refusal
from uncramp.guidance.diary_questions import (
    UNSAID,
    CheckField,
    ChoiceField,
    Question,
    TextField,
    questions_for,
)
from uncramp.i18n import _
from uncramp.tui import diary_keys as dk
from uncramp.tui import keys
from uncramp.tui.key_repeat import KeyRepeat
from uncramp.tui.screens.diary_pages import NotePage
from uncramp.tui.screens.diary_signs import TickSigns
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.answer_line import AnswerLine
from uncramp.tui.widgets.field_list import FieldList
from uncramp.tui.widgets.pick_lines import PickLines
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.words.diary import entry_title
from uncramp.words.signs import Reason

_SIDES = 6
_SHORT, _LOW = 16, 9
"""Columns beside the answers; lines below which there are no blank ones, and below which only what went wrong is said."""
_SHOWN = {UNSAID: "-"}

_TYPING = {dk.KEEP.id, dk.DROP.id}
_CHOOSING = {dk.ON.id, dk.CHANGE.id, dk.CHANGE_BACK.id, dk.UNDO.id, dk.READ_NOTE.id, dk.BACK.id}


class EntryScreen(Screen[str | None]):
    """The fields of an entry. Closing it gives the entry's id, or `None` where none was added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bind(
            dk.KEEP, dk.DROP, dk.ON, dk.CHANGE, dk.CHANGE_BACK, dk.UNDO, dk.READ_NOTE, dk.BACK, dk.SIGNS
        ),
        *dk.pick_keys(),
    ]
    DEFAULT_CSS = """
    EntryScreen FieldList, EntryScreen FieldList:focus { height: 100fr; max-height: 12; margin: 1 0; }
    EntryScreen #fill { height: 1fr; }
    EntryScreen #ask { height: 1; display: none; padding: 0 1; }
    EntryScreen #ask-mark { width: 2; color: $accent; text-style: bold; }
    EntryScreen PickLines { padding: 0 1; }
    EntryScreen #told { color: $accent; max-height: 4; padding: 0 1; margin-top: 1; }
    EntryScreen.-failed #told { color: $alert; }
    EntryScreen.-typing #ask { display: block; }
    EntryScreen.-short FieldList, EntryScreen.-short FieldList:focus, EntryScreen.-short #told { margin: 0; }
    EntryScreen.-short #fill, EntryScreen.-low #told { display: none; }
    EntryScreen.-low.-failed #told { display: block; max-height: 2; }
    """

    def __init__(self, context: Context, desk: DiaryBrowser, entry: Entry | None) -> None:
        """Show an entry, or add a cramp where there is none."""
        super().__init__()
        self.context = context
        self._desk = desk
        self._entry = entry
        self._adding = entry is None
        self._questions = {question.id: question for question in questions_for(entry)}
        self._held = KeyRepeat()
        self._typing = False

    def compose(self) -> ComposeResult:
        """The fields, what answers the one that is marked, what is told, the keys."""
        with ScreenFrame():
            yield TopBar("")
            yield FieldList(tuple(self._questions.values()))
            yield PickLines()
            with Horizontal(id="ask"):
                yield PlainText("›", id="ask-mark")
                yield AnswerLine()
            yield PlainText(id="told")
            yield PlainText(" ", id="fill")
            yield KeyBar()

    def on_mount(self) -> None:
        """Mark the first field; of a new cramp, ask when it was."""
        self._list.action_first()
        self._list.focus()
        if self._adding:
            self._desk.say(_("When was it? All but this can be skipped."))
            self._arrive()
        self._show()

    def on_resize(self, event: Resize) -> None:
        """Leave room for the fields."""
        self.set_class(event.size.height < _SHORT, "-short")
        self.set_class(event.size.height < _LOW, "-low")
        self._show_picks()

    @property
    def _list(self) -> FieldList:
        return self.query_one(FieldList)

    @property
    def _marked(self) -> Question | None:
        option = self._list.highlighted_option
        return self._questions[option.id] if option and option.id else None

    def _show(self) -> None:
        """Show what the entry says now."""
        self._list.show(self._questions.values(), self._entry)
        self.query_one(TopBar).show(entry_title(self._entry, self._desk.today))
        self._show_picks()
        self._tell()

    def _tell(self) -> None:
        self.query_one("#told", PlainText).show(self._desk.told)
        self.set_class(self._desk.failed, "-failed")
        self.refresh_bindings()

    def _show_picks(self) -> None:
        """The keys that answer what is marked."""
        question, answers = self._marked, list[tuple[str, str, str]]()
        if isinstance(question, ChoiceField):
            answers = [
                (_SHOWN.get(key, key), word, f"screen.pick('{key}')")
                for key, (_value, word) in question.choices.items()
            ]
        elif isinstance(question, CheckField):
            answers = [(_("space"), _("tick them"), "screen.change")]
        self.query_one(PickLines).show([] if self._typing else answers, self.app.size.width - _SIDES)

    @on(OptionList.OptionHighlighted)
    def _follow(self) -> None:
        self._show_picks()
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        if not isinstance(self._marked, ChoiceField):
            self.action_change()

    def _change(self, after: Entry) -> bool:
        """Save the entry as it is to be."""
        if self._entry is None or not self._desk.change(self._entry, after):
            self._show()
            return False
        self._entry = after
        self._show()
        return True

    def _go_on(self) -> None:
        """Go on to the next field; a new cramp is done after the last."""
        last = self._list.highlighted == self._list.option_count - 1
        if last and self._adding:
            self.action_back()
        elif not last:
            self._list.action_cursor_down()
            self._arrive()

    def _arrive(self) -> None:
        """While a cramp is added, what is typed can be typed at once."""
        if self._adding and isinstance(self._marked, TextField):
            self._type(self._marked)

    def _type(self, question: TextField) -> None:
        """Open the line."""
        line = self.query_one(AnswerLine)
        line.max_length = question.longest
        text = question.text(getattr(self._entry, question.id)) if self._entry else ""
        self._set_typing(typing=True)
        line.ask(text, question.example)

    def _set_typing(self, *, typing: bool) -> None:
        """Go to the line, or back to the list; the other one takes no keys and no clicks."""
        self._typing = typing
        self.set_class(typing, "-typing")
        self._list.disabled = False
        (self.query_one(AnswerLine) if typing else self._list).focus()
        self._list.disabled = typing
        self._show_picks()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each command where it has a meaning."""
        if action in _TYPING:
            return self._typing
        if action in _CHOOSING and self._typing:
            return False
        if action == "pick":
            question = self._marked if self.is_mounted else None
            return (
                not self._typing and isinstance(question, ChoiceField) and parameters[0] in question.choices
            )
        if action == dk.READ_NOTE.id:
            return isinstance(self._entry, CrampEntry) and bool(self._entry.note)
        return action != dk.UNDO.id or self._desk.can_undo

    def action_pick(self, key: str) -> None:
        """Answer with a key; then comes the next, while a cramp is added."""
        question = self._marked
        if isinstance(question, ChoiceField) and self._entry is not None:
            changed = self._change(question.pick(self._entry, key))
            if changed and self._adding:
                self._go_on()

    def action_go_on(self) -> None:
        """The next field; what is typed is typed."""
        if self._held.repeats(self.context.clock()):
            return
        if isinstance(self._marked, TextField):
            self._type(self._marked)
        else:
            self._go_on()

    def action_change(self) -> None:
        """Change what is marked."""
        question, entry = self._marked, self._entry
        if isinstance(question, TextField):
            self._type(question)
        elif isinstance(question, ChoiceField) and entry is not None:
            self._change(question.step(entry, 1))
        elif isinstance(question, CheckField) and isinstance(entry, CrampEntry):
            self.app.push_screen(TickSigns(entry.signs, self.context.emergency_number), self._take_ticks)

    def action_change_back(self) -> None:
        """The answer before."""
        if isinstance(self._marked, ChoiceField) and self._entry is not None:
            self._change(self._marked.step(self._entry, -1))

    def _take_ticks(self, ticked: tuple[str, ...] | None) -> None:
        entry = self._entry
        if ticked is not None and isinstance(entry, CrampEntry):
            self._change(CheckField.take(entry, ticked))
            if self._adding:
                self._go_on()

    def action_keep_answer(self) -> None:
        """Take in what was typed; what is wrong with it is said below, and it can be typed again."""
        question = self._marked
        if not isinstance(question, TextField) or self._held.repeats(self.context.clock()):
            return
        try:
            kept = self._keep(question, self.query_one(AnswerLine).value)
        except DiaryError as error:
            self._desk.say(refusal(error), failed=True)
            self._tell()
            return
        if kept:
            self._set_typing(typing=False)
            self._go_on()

    def _keep(self, question: TextField, text: str) -> bool:
        if self._entry is not None:
            return self._change(question.typed(self._entry, text, self._desk.now()))
        if not text.strip():
            self._desk.say(_("Say when it began. All else can be skipped."), failed=True)
        else:
            now = self._desk.now()
            self._entry = self._desk.add_cramp(parse_moment(text, now, lambda local: local.astimezone()))
        self._show()
        return self._entry is not None

    def action_drop_answer(self) -> None:
        """Leave the line; a cramp that has no time yet is not added."""
        self._set_typing(typing=False)
        if self._entry is None:
            self._desk.say()
            self.dismiss(None)

    def action_undo(self) -> None:
        """As it was before; an entry that was added is gone then."""
        self._desk.undo()
        if self._entry is not None:
            self._entry = self._desk.current(self._entry)
        if self._entry is None:
            self.dismiss(None)
        else:
            self._show()

    def action_note(self) -> None:
        """The whole note."""
        if isinstance(self._entry, CrampEntry):
            self.app.push_screen(NotePage(self._entry))

    def action_signs(self) -> None:
        """The warning signs, over this."""
        self.app.push_screen(SignsScreen(Reason.LOOK, self.context.emergency_number))

    def action_back(self) -> None:
        """Back to the days."""
        self.dismiss(self._entry.id if self._entry else None)
