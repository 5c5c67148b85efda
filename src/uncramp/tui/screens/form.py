"""What the screens with a form share: the list of fields, one line to type in, and what is told of an answer."""

from abc import abstractmethod
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from uncramp.guidance.context import Context
from uncramp.guidance.form import ChoiceField, FieldGroup, FormField, FormValue, TextField, TickField
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.page import FramedScreen, Result
from uncramp.tui.widgets.form_list import FormList
from uncramp.tui.widgets.line_input import LineInput
from uncramp.tui.widgets.plain_text import PlainText

_TYPING = ("keep_answer", "drop_answer")


class FormScreen(FramedScreen[Result]):
    """Fields to be answered. While an answer is typed, the list takes no keys and no clicks."""

    CHOOSING: ClassVar[frozenset[str]] = frozenset()
    """The commands that mean nothing while an answer is typed."""
    ONCE = frozenset({"left", "right"})  # they change an answer

    DEFAULT_CSS = """
    FormScreen #ask { height: 1; display: none; }
    FormScreen #ask-mark { width: 2; color: $accent; text-style: bold; }
    FormScreen #told { color: $accent; }
    FormScreen.-failed #told { color: $alert; }
    FormScreen.-typing #ask { display: block; }
    """

    def __init__(self, title: str, context: Context, groups: tuple[FieldGroup, ...]) -> None:
        super().__init__(title, context)
        self._groups = groups
        self._fields = {one.id: one for group in groups for one in group.fields}
        self._typing = False

    def _line_and_told(self) -> ComposeResult:
        with Horizontal(id="ask"):
            yield PlainText("›", id="ask-mark")
            yield LineInput()
        yield PlainText(id="told")

    @property
    def _list(self) -> FormList:
        return self.query_one(FormList)

    @property
    def _marked(self) -> FormField | None:
        option = self._list.highlighted_option
        return self._fields[option.id] if option and option.id else None

    def _tell(self, words: str = "", *, failed: bool = False) -> None:
        self.query_one("#told", PlainText).show(words)
        self.set_class(bool(words), "-told")
        self.set_class(failed, "-failed")

    def _type(self, field: TextField) -> None:
        self._set_typing(typing=True)
        line = self.query_one(LineInput)
        line.max_length = field.longest
        line.ask(field.text(self._value) if self._value else "", field.example)

    def _set_typing(self, *, typing: bool) -> None:
        self._typing = typing
        self.set_class(typing, "-typing")
        self._list.disabled = False
        if typing:
            self.query_one(LineInput).take_keys()
        else:
            self._list.focus()
        self._list.disabled = typing
        self.refresh_bindings()

    @property
    @abstractmethod
    def _value(self) -> FormValue | None:
        """What the form is about, as it is now."""

    def hint(self, command: str) -> str:
        """What Enter changes the marked answer to."""
        field, value = self._marked if self.is_mounted else None, self._value
        if command == keys.KEEP.id and frame_room(*self.app.size).small:
            return _("keep")
        if command != keys.CHANGE.id or field is None:
            return ""
        if isinstance(field, ChoiceField) and value is not None:
            after = field.step(value).value
            answer = field.answer(after) if after is not None else ""
            if answer in ("", field.answer(value)):  # the same answer may have two reasons, such as a due date
                return ""
            return answer if frame_room(*self.app.size).small else _("change to: {answer}").format(answer=answer)
        if isinstance(field, TickField):
            return _("tick")
        return _("type") if frame_room(*self.app.size).small else _("type it")

    @abstractmethod
    def _keep(self, field: TextField, text: str) -> None:
        """Take in what was typed; where something is wrong with it, say so and leave the line open."""

    @abstractmethod
    def _step(self, field: ChoiceField, by: int) -> None:
        """Change an answer to the next one, or to the one before."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in _TYPING:
            return self._typing
        return not (self._typing and action in self.CHOOSING)

    def action_change(self) -> None:
        """Change what is marked: to the next answer, or to what is typed."""
        field = self._marked
        if isinstance(field, TextField):
            self._type(field)
        elif isinstance(field, ChoiceField):
            self._step(field, 1)

    def action_change_back(self) -> None:
        field = self._marked
        if isinstance(field, ChoiceField):
            self._step(field, -1)

    def action_keep_answer(self) -> None:
        """Take in what was typed; what is wrong with it is said below, and it can be typed again."""
        field = self._marked
        if isinstance(field, TextField):
            self._keep(field, self.query_one(LineInput).value)

    def action_drop_answer(self) -> None:
        self._set_typing(typing=False)
