"""Makes the page for the doctor from the diary, with or without what the person has said of themselves."""

from dataclasses import replace

from textual.app import ComposeResult

from uncramp.domain.diary import Entry
from uncramp.domain.report import AboutMe
from uncramp.files.disk import NotSavedError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.report.page import about_words
from uncramp.report.write import about_me, write_page
from uncramp.tui import keys
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import PlainText

BACK = replace(keys.BACK, help=_("Go back to your diary."))


class DoctorPage(Page, inherit_bindings=False):
    """What the page is, how to make it, and where it was written."""

    # Not all of a page's: Enter makes this one.
    BINDINGS = keys.bind(keys.MAKE_PAGE, keys.MAKE_ABOUT_ME, BACK, keys.MORE, keys.READ_BACK, keys.SIGNS)
    DEFAULT_CSS = "DoctorPage #made { color: $accent; margin-top: 1; }"

    def __init__(self, context: Context, entries: list[Entry]) -> None:
        """Make the page from `entries`, the whole diary."""
        super().__init__(_("For your doctor or midwife"), context)
        self._entries = entries

    def text(self) -> ComposeResult:
        me = about_me(self.context)
        yield PlainText(_("One page from your diary, to print or to show."), classes="heading first")
        yield PlainText(
            _("The warning signs come first. Then: how often, how long, and what eased it."), classes="item"
        )
        yield PlainText(_("Enter or 1  Make it."), classes="item heading")
        yield PlainText(_("2  Make it, and add what you said about you:"), classes="item heading")
        words = _("your profile can't be read, so it says nothing")
        if me is not None:
            words = _("nothing said yet: a at home asks you") if me == AboutMe(()) else about_words(me)
        yield PlainText(visible(words), classes="item indented")
        yield PlainText("", id="made")
        typed = _("You can also type: uncramp report --about-me")
        yield PlainText(typed, classes="quiet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where the profile can't be read, there is nothing to add."""
        can = action != keys.MAKE_ABOUT_ME.id or about_me(self.context) is not None
        return can and super().check_action(action, parameters)

    def action_back(self) -> None:
        self.dismiss(False)

    def action_make_page(self) -> None:
        self._make(None)

    def action_make_about_me(self) -> None:
        self._make(about_me(self.context))

    def _make(self, me: AboutMe | None) -> None:
        try:
            path = write_page(self.context, self._entries, me)
        except NotSavedError as error:
            told = visible(str(error))
        else:
            told = _("Written: {path}. Only you can read it. Open it in your browser to print it.").format(
                path=visible(str(path))
            )
        made = self.query_one("#made", PlainText)
        made.show(told)
        self.call_after_refresh(made.scroll_visible, animate=False)
