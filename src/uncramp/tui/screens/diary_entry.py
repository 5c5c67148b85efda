"""An entry of the diary: all of what it says, field by field, to be corrected; or a cramp that is added so."""

from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import OptionList

from uncramp.domain.diary import CrampEntry, DiaryError, Entry
from uncramp.guidance.afterwards import ANSWER_KEYS, pregnancy_counts
from uncramp.guidance.context import Context
from uncramp.guidance.diary_browser import DiaryBrowser
from uncramp.guidance.diary_form import UNSAID, entry_fields, read_start, refusal
from uncramp.guidance.form import ChoiceField, Edit, FieldGroup, FormValue, TextField, TickField, with_answer
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.diary_pages import NotePage, TickSigns
from uncramp.tui.screens.form import FormScreen
from uncramp.tui.widgets.choices import FieldChoices
from uncramp.tui.widgets.form_list import FormList
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.diary import entry_title

_SIDES = 6
_SHORT, _LOW = 16, 9
"""Columns beside the answers; lines below which there are no blank ones, and below which only what went wrong is said."""
_SHOWN = {UNSAID: "-"}
_CHOOSING = (
    keys.NEXT_FIELD, keys.CHANGE, keys.CHANGE_TOO, keys.CHANGE_BACK, keys.UNDO_EDIT, keys.READ_NOTE, keys.BACK,
)  # fmt: skip


class EntryScreen(FormScreen[str | None]):
    """The fields of an entry. Closing it gives the entry's id, or `None` where none was added."""

    PLACE = _("In this entry")
    BINDINGS = keys.bind(keys.KEEP, keys.DROP, *_CHOOSING, keys.SIGNS_FIRST) + keys.answering(
        "pick", ANSWER_KEYS, (UNSAID,)
    )
    CHOOSING = frozenset({"pick", *(command.id for command in _CHOOSING)})
    DEFAULT_CSS = """
    EntryScreen FormList { height: 100fr; min-height: 2; max-height: 14; margin: 1 0; }
    EntryScreen #fill { height: 1fr; }
    EntryScreen #ask, EntryScreen FieldChoices { padding: 0 1; }
    EntryScreen #told { max-height: 4; padding: 0 1; margin-top: 1; }
    EntryScreen.-short FormList, EntryScreen.-short #told { margin: 0; }
    EntryScreen.-short #fill, EntryScreen.-low #told { display: none; }
    EntryScreen.-low FieldChoices { max-height: 2; padding: 0; }
    EntryScreen.-low #ask { padding: 0; }
    EntryScreen.-low.-failed #told { display: block; max-height: 2; }
    EntryScreen.-low.-failed FormList { min-height: 1; }
    """

    def __init__(self, context: Context, browser: DiaryBrowser, entry: Entry | None) -> None:
        pregnancy = pregnancy_counts(context.profile, browser.now().date())
        super().__init__("", context, (FieldGroup("", entry_fields(entry, browser.now, pregnancy=pregnancy)),))
        self._browser = browser
        self._entry = entry
        self._adding = entry is None

    def body(self) -> ComposeResult:
        yield FormList(self._groups)
        yield FieldChoices()
        yield from self._line_and_told()
        yield PlainText(" ", id="fill")

    def on_mount(self) -> None:
        self._list.action_first()
        self._list.focus()
        if self._adding:
            self._browser.say(_("When was it? All but this can be skipped."))
            self._arrive()
        self._show()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < _SHORT, "-short")
        self.set_class(event.size.height < _LOW, "-low")
        self._show_picks()

    @property
    def _value(self) -> FormValue | None:
        return self._entry

    def _show(self) -> None:
        self._list.show(self._entry)
        self.top.show(entry_title(self._entry, self._browser.today), short=entry_title(self._entry))
        self._show_picks()
        self._tell(self.context.said(self._browser.told, "undo"), failed=self._browser.failed)
        self.refresh_bindings()

    def _show_picks(self) -> None:
        field, answers = self._marked, list[tuple[str, str, str]]()
        if isinstance(field, ChoiceField):
            answers = [(_SHOWN.get(one.key, one.key), one.words, f"screen.pick('{one.key}')") for one in field.choices]
        elif isinstance(field, TickField) and self._adding:  # else Enter does it
            answers = [(_("Space"), _("tick them"), "screen.change")]
        tiny = frame_room(*self.app.size).tiny
        columns, rows = self.app.size.width - (0 if tiny else _SIDES), 2 if self.has_class("-low") else 4
        self.query_one(FieldChoices).offer([] if self._typing else answers, columns, rows)
        # A question and its answers need the row, as does what is wrong; what is marked says which page it is.
        self.top.display = not tiny or (self._typing and not self._browser.failed)

    @on(OptionList.OptionHighlighted)
    def _follow(self) -> None:
        self._show_picks()
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        if not isinstance(self._marked, ChoiceField):
            self.action_change()

    def _change(self, edit: Edit[Entry]) -> bool:
        if edit.value is None:
            self._browser.say(edit.told, failed=True)
        done = edit.value is not None and self._entry is not None and self._browser.change(self._entry, edit.value)
        if done:
            self._entry = edit.value
        self._show()
        return done

    def _go_on(self) -> None:
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

    def _set_typing(self, *, typing: bool) -> None:
        super()._set_typing(typing=typing)
        self._show_picks()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not super().check_action(action, parameters):
            return False
        if action == "pick":
            field = self._marked if self.is_mounted else None
            return isinstance(field, ChoiceField) and parameters[0] in [one.key for one in field.choices]
        if action in (keys.NEXT_FIELD.id, keys.CHANGE_TOO.id):
            return self._adding
        if action == keys.CHANGE.id:
            return not self._adding
        if action == keys.READ_NOTE.id:
            return isinstance(self._entry, CrampEntry) and bool(self._entry.note)
        return action != keys.UNDO_EDIT.id or self._browser.can_undo

    def action_pick(self, key: str) -> None:
        """Answer with a key; then comes the next, while a cramp is added."""
        field = self._marked
        if isinstance(field, ChoiceField) and self._entry is not None and key in [one.key for one in field.choices]:
            changed = self._change(field.pick(self._entry, key))
            if changed and self._adding:
                self._go_on()

    def action_go_on(self) -> None:
        if isinstance(self._marked, TextField):
            self._type(self._marked)
        else:
            self._go_on()

    def action_change(self) -> None:
        field, entry = self._marked, self._entry
        if isinstance(field, TickField) and entry is not None:
            self.app.push_screen(TickSigns(self.context, field.choices, field.ticked(entry)), self._take_ticks)
        else:
            super().action_change()

    action_change_too = action_change

    def _step(self, field: ChoiceField, by: int) -> None:
        if self._entry is not None:
            self._change(field.step(self._entry, by))

    def _take_ticks(self, ticked: tuple[str, ...] | None) -> None:
        field, entry = self._marked, self._entry
        if ticked is not None and field is not None and entry is not None:
            self._change(Edit(with_answer(entry, field.id, ticked)))
            if self._adding:
                self._go_on()

    def _keep(self, field: TextField, text: str) -> None:
        entry = self._entry
        if self._begin(text) if entry is None else self._change(field.typed(entry, text)):
            self._set_typing(typing=False)
            self._go_on()

    def _begin(self, text: str) -> bool:
        try:
            if text.strip():
                self._entry = self._browser.add_cramp(read_start(text, self._browser.now()))
            else:
                self._browser.say(_("Say when it began. All else can be skipped."), failed=True)
        except DiaryError as error:
            self._browser.say(refusal(error), failed=True)
        self._show()
        return self._entry is not None

    def action_drop_answer(self) -> None:
        """Leave the line; a cramp that has no time yet is not added."""
        super().action_drop_answer()
        if self._entry is None:
            self._browser.say()
            self.dismiss(None)

    def action_undo(self) -> None:
        """As it was before; an entry that was added is gone then."""
        self._browser.undo()
        if self._entry is not None:
            self._entry = self._browser.current(self._entry)
        if self._entry is None:
            self.dismiss(None)
        else:
            self._show()

    def action_note(self) -> None:
        if isinstance(self._entry, CrampEntry):
            self.app.push_screen(NotePage(self.context, self._entry))

    def action_back(self) -> None:
        self.dismiss(self._entry.id if self._entry else None)
