"""About you: what is true of the person, and what they prefer; and their plan of the day. Each question says why it is asked."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Resize
from textual.widgets import OptionList

from uncramp.domain.profile import Profile
from uncramp.guidance.context import Context, profile_path
from uncramp.guidance.draft import Draft
from uncramp.guidance.form import ChoiceField, FieldGroup, FormField, FormValue, TextField
from uncramp.guidance.profile_form import first_words, plan_groups, problem_lines, profile_groups
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.form import FormScreen
from uncramp.tui.widgets.form_list import FormList
from uncramp.tui.widgets.plain_text import PlainText

_WIDE = 108
"""Columns from which the reason stands beside the questions."""
_SHORT = 18
"""Lines below which there are no blank ones, and what is told takes the place of the reason."""
_LOW = 10
"""Lines below which the reason is away."""

KEEP = replace(keys.KEEP, words=_("keep"), help=_("Keep what you typed."))
_CHOOSING = (keys.CHANGE, keys.CHANGE_BACK, keys.UNDO_EDIT, keys.BACK)


class AboutScreen(FormScreen[bool]):
    """The questions, and the reason for the one that is marked. Closing it says whether the profile has changed."""

    PLACE = _("In About you")
    BINDINGS = keys.bind(KEEP, keys.DROP, *_CHOOSING, keys.SIGNS_FIRST)
    CHOOSING = frozenset(command.id for command in _CHOOSING)
    DEFAULT_CSS = """
    AboutScreen #body { height: 1fr; padding: 1 0; }
    AboutScreen #questions { height: 1fr; min-height: 3; }
    AboutScreen #panel { height: auto; padding: 1 1 0 1; }
    AboutScreen #why-heading { color: $quiet; text-style: bold; }
    AboutScreen #why { min-height: 2; color: $foreground; }
    AboutScreen #told { max-height: 6; }
    AboutScreen.-wide #body { layout: horizontal; }
    AboutScreen.-wide #questions { width: 1fr; }
    AboutScreen.-wide #panel { width: 36; padding: 0 0 0 2; }
    AboutScreen.-wide #told { max-height: 20; margin-top: 1; }
    AboutScreen.-short #body { padding: 0; }
    AboutScreen.-short #panel { padding: 0 1; border-top: solid $track; }
    AboutScreen.-short #told { max-height: 5; }
    AboutScreen.-low #panel { padding: 0; border-top: none; }
    AboutScreen.-low.-told #questions, AboutScreen.-low.-typing #questions { min-height: 1; }
    AboutScreen.-short #why-heading, AboutScreen.-short.-told #why, AboutScreen.-low #why { display: none; }
    """

    HEADING: ClassVar[str] = _("About you")
    WHY: ClassVar[str] = _("Why it is asked")

    def __init__(self, context: Context) -> None:
        draft = Draft(profile_path(), context.local_time().date())
        super().__init__(self.HEADING, context, self._questions(context, draft.today))
        self._draft = draft
        self._hello = self._first_words()
        self._warned = False
        self._told_of: FormField | None = None

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield FormList(self._groups, id="questions")
            with Vertical(id="panel"):
                yield PlainText(self.WHY, id="why-heading")
                yield PlainText(id="why")
                yield from self._line_and_told()

    def on_mount(self) -> None:
        self._show()
        self._list.action_first()
        self._list.focus()
        if self.app.size.height >= _SHORT:
            self._tell("\n".join(problem_lines(self._draft.loaded)), failed=True)

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= _WIDE, "-wide")
        self.set_class(event.size.height < _SHORT, "-short")
        self.set_class(event.size.height < _LOW, "-low")

    def _questions(self, _context: Context, today: date) -> tuple[FieldGroup, ...]:
        return profile_groups(today)

    def _first_words(self) -> str:
        nothing_set = not self._draft.loaded.problems and self._draft.profile == Profile()
        return first_words(self._draft.loaded) if nothing_set else ""

    def _show(self) -> None:
        draft = self._draft
        urgent = bool(draft.loaded.problems or draft.loaded.notices)
        self._list.show_top(first_words(draft.loaded) if urgent else self._hello, urgent=urgent)
        self._list.show(draft.profile)
        saved = _("Not saved!") if draft.unsaved else _("Saved.") if draft.changed else ""
        self.top.show(self.HEADING, saved)
        self.refresh_bindings()

    def _tell(self, words: str = "", *, failed: bool = False) -> None:
        """Say something of the field that is marked; it stays until another one is."""
        super()._tell(words, failed=failed)
        self.top.display = not (words and frame_room(*self.app.size).tiny)  # what is told needs the row
        self._told_of = self._marked

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        if field := self._marked:
            self.query_one("#why", PlainText).show(field.hint)
        if not self._draft.unsaved and field is not self._told_of:
            self._tell()
        self.refresh_bindings()  # what Enter does is another thing now

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_change()

    def _set_typing(self, *, typing: bool) -> None:
        super()._set_typing(typing=typing)
        self._tell()

    @property
    def _value(self) -> FormValue:
        return self._draft.profile

    def _step(self, field: ChoiceField, by: int) -> None:
        self._draft.edit(lambda person: field.step(person, by))
        self._changed()

    def _changed(self) -> None:
        """The draft may be another one: show it, and what there is to say of it."""
        self._warned = False
        self._show()
        self._tell("\n".join(self._draft.told), failed=self._draft.unsaved)

    def _keep(self, field: TextField, text: str) -> None:
        if text.strip() == field.text(self._draft.profile):
            self._set_typing(typing=False)
            return
        edit = self._draft.edit(lambda person: field.typed(person, text))
        if edit.value is None and edit.told:
            self._show()
            self._tell(edit.told, failed=True)
            return
        self._set_typing(typing=False)
        self._changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return super().check_action(action, parameters) and (action != keys.UNDO_EDIT.id or self._draft.can_undo)

    def action_undo(self) -> None:
        self._draft.undo()
        self._changed()

    def action_back(self) -> None:
        """Go back; what is not saved yet is tried again, and given up only when asked twice."""
        if self._draft.unsaved and not self._warned:
            self._draft.told = ()
            self._draft.save()
        if self._draft.unsaved and not self._warned:
            self._draft.told = (_("Press Esc again to leave without it."), *self._draft.told)
            self._changed()
            self._warned = True
            return
        self.dismiss(self._draft.changed)


class MyPlanScreen(AboutScreen):
    """The person's day: each routine, and how often it is in their plan."""

    PLACE = _("In your plan")
    HEADING = _("My plan")
    WHY = _("What it is")

    def _questions(self, context: Context, today: date) -> tuple[FieldGroup, ...]:
        return plan_groups(context.library, today)

    def _first_words(self) -> str:
        return _("Home shows your plan under Today. ←→ changes how often.")
