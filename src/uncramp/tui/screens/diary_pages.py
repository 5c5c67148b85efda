"""Pages of the diary: a whole note, whether practice is working, and the warning signs to be ticked."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from uncramp.domain.diary import CrampEntry
from uncramp.domain.practice import Working
from uncramp.files.text import visible
from uncramp.guidance.afterwards import ANSWER_KEYS
from uncramp.guidance.context import Context
from uncramp.guidance.diary_form import NONE_OF_THESE
from uncramp.guidance.form import Choice
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui import keys
from uncramp.tui.screens.page import FramedScreen, Page
from uncramp.tui.widgets.form_list import TickList
from uncramp.tui.widgets.plain_text import PlainText
from uncramp.words.diary import when_words
from uncramp.words.practice import what_counts, working_lines
from uncramp.words.signs import known_signs


class NotePage(Page):
    """All of a note, in its own lines."""

    def __init__(self, context: Context, cramp: CrampEntry) -> None:
        when = when_words(cramp, context.local_time().date())
        super().__init__(_("Note, {when}").format(when=when), context, short=_("Note"))
        self._note = "\n".join(visible(line) for line in cramp.note.splitlines())

    def text(self) -> ComposeResult:
        yield PlainText(self._note, classes="item")


class WorkingPage(Page):
    """Cramps before practice and since, in words."""

    def __init__(self, context: Context, working: Working) -> None:
        super().__init__(_("Does practice help?"), context, short=_("Practice"))
        self._working = working

    def text(self) -> ComposeResult:
        first, *lines = *working_lines(self._working), what_counts()
        yield PlainText(first, classes="heading first")
        for line in lines:
            yield PlainText("\n" + line, classes="item")


class TickSigns(FramedScreen[tuple[str, ...] | None]):
    """The signs. Closing it gives those that are ticked, or `None` for as it was."""

    BINDINGS = keys.bind(keys.TICK, keys.KEEP_TICKS, keys.DROP_TICKS, keys.SIGNS_FIRST) + keys.answering(
        "tick_key", ANSWER_KEYS
    )
    DEFAULT_CSS = """
    TickSigns TickList { margin: 1 0; }
    TickSigns #urgent { color: $alert; margin-top: 1; }
    TickSigns ScreenFrame.-tiny #urgent { display: none; }
    TickSigns.-short #urgent, TickSigns.-short TickList { margin: 0; }
    """

    def __init__(self, context: Context, signs: tuple[Choice, ...], ticked: tuple[str, ...]) -> None:
        """Begin with what is ticked, signs among it that are no longer offered, or that this program has no words for."""
        super().__init__(_("Warning signs: which were there?"), context, short=_("Signs: any there?"))
        offered, known = {one.value for one in signs}, known_signs()
        others = [one for one in ticked if one not in offered]
        more = (Choice(one, known[one].words if one in known else one) for one in others)
        self._signs = (Choice(None, _("None of these"), NONE_OF_THESE), *signs, *more)
        self._ticked = set(ticked)

    def body(self) -> ComposeResult:
        yield PlainText(_("Is one of these true now? Press ! and call."), id="urgent")
        yield TickList()

    def on_mount(self) -> None:
        self._show()
        self.query_one(TickList).focus()

    def on_resize(self) -> None:
        self.set_class(frame_room(*self.app.size).small, "-short")

    def _show(self) -> None:
        self.query_one(TickList).show(self._signs, tuple(self._ticked))

    @on(OptionList.OptionSelected)
    def _tick(self) -> None:
        if marked := self.query_one(TickList).marked:
            self._take(marked)

    def _take(self, choice: Choice) -> None:
        if choice.value is None:
            self.dismiss(())
            return
        self._ticked ^= {choice.value}
        self._show()

    def action_tick(self) -> None:
        self.query_one(TickList).action_select()

    def action_tick_key(self, key: str) -> None:
        if choice := self.query_one(TickList).with_key(key):
            self._take(choice)

    def action_keep_ticks(self) -> None:
        self.dismiss(tuple(one.value for one in self._signs if one.value in self._ticked))
