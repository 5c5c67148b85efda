"""Makes the page for the doctor from the diary, with or without what the person has said of themselves."""

from contextlib import suppress
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content

from uncramp.domain.own_keys import shown
from uncramp.domain.report import AboutMe
from uncramp.domain.told import ToldEntries
from uncramp.files.disk import NotSavedError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.report.page import about_words
from uncramp.report.write import about_me, page_path, write_page
from uncramp.tui import keys
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import PlainText

BACK = replace(keys.BACK, help=_("Go back to your diary."))


class DoctorPage(Page, inherit_bindings=False):
    """What the page is, how to make it, and where it was written."""

    # Not all of a page's: Enter makes this one.
    BINDINGS = keys.bind(keys.MAKE_PAGE, keys.MAKE_ABOUT_ME, BACK, keys.MORE, keys.MORE_ABOVE, keys.SIGNS)
    DEFAULT_CSS = """
    DoctorPage #where.-made { color: $accent; }
    DoctorPage .apart { margin-top: 1; }
    """

    def __init__(self, context: Context, told: ToldEntries) -> None:
        """Make the page from all that is told of the diary."""
        super().__init__(_("For your doctor or midwife"), context, short=_("For your doctor"))
        self._told_entries = told

    def text(self) -> ComposeResult:
        me = about_me(self.context)
        yield _choice(_("Enter"), _("Make a page to print or to show."), "first")
        if me == AboutMe(()):
            words = _("It can say more about you. Nothing is said yet: go home, and press {key}.")
            yield PlainText(words.format(key=shown(self.context.profile.keys, "a", "about")), classes="item")
        elif me is not None:
            words = _("The same, and what you said about you: {words}.").format(words=about_words(me))
            yield _choice("2", visible(words))
        else:
            yield PlainText(_("Your profile can't be read, so nothing about you is added."), classes="item")
        yield PlainText(
            _("The warning signs come first. Then: how often, how long, and what eased it."), classes="item apart"
        )
        where = ""
        with suppress(NotSavedError):
            path = visible(str(page_path(self.context)))
            where = _("It goes into the file {path}. Only you can read it.").format(path=path)
        yield PlainText(where, id="where", classes="item apart")
        typed = _("In a shell: uncramp report, or uncramp report --about-me.")
        yield PlainText(typed, classes="quiet apart")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is said of the person, or the profile can't be read, there is nothing to add."""
        can = action != keys.MAKE_ABOUT_ME.id or about_me(self.context) not in (None, AboutMe(()))
        return can and super().check_action(action, parameters)

    def action_back(self) -> None:
        self.dismiss(False)

    def action_make_page(self) -> None:
        self._make(None)

    def action_make_about_me(self) -> None:
        self._make(about_me(self.context))

    def _make(self, me: AboutMe | None) -> None:
        try:
            path = write_page(self.context, self._told_entries, me)
        except NotSavedError as error:
            told = visible(str(error))
        else:
            told = _("Written: {path}. Only you can read it. Open it in your browser to print it.").format(
                path=visible(str(path))
            )
        where = self.query_one("#where", PlainText)
        where.show(told)
        where.add_class("-made")
        self.call_after_refresh(where.scroll_visible, animate=False)


def _choice(key: str, words: str, place: str = "") -> PlainText:
    """What a key does here, the key marked as such."""
    line = PlainText(classes=f"item {place}")
    line.show_styled(Content.assemble((key, "bold $accent"), f"  {words}"))
    return line
