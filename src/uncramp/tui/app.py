"""The Textual application: which screen follows which. It decides nothing about a session."""

import gc
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual import on
from textual.driver import Driver
from textual.screen import Screen

from uncramp.clock import is_night
from uncramp.domain.plan import Plan
from uncramp.domain.profile import SoundPreference, Theme
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.context import Context, no_page, profile_path, today
from uncramp.guidance.diary_thread import in_thread
from uncramp.guidance.routines import FIRST, as_it_is_now, first_aid
from uncramp.i18n import _
from uncramp.paths import shipped_routines
from uncramp.terminal.first_words import FIRST_AID
from uncramp.tui import keys, signals
from uncramp.tui import textual_workarounds as upstream
from uncramp.tui.base_app import BaseApp
from uncramp.tui.messages import AboutWanted, Done, FirstAidWanted, GuideWanted, Over, PlayAgain, RoutineChosen
from uncramp.tui.screens.page import FramedScreen, Page
from uncramp.tui.theme import DAY, LIGHT, NIGHT, next_theme

if TYPE_CHECKING:  # it brings the database, and home waits for none of it
    from uncramp.guidance.resume import CutOff
    from uncramp.tui.screens.resume import ResumeScreen

INTERRUPTED = 130
_SETTLE_S = 1.0
"""Seconds after which the first screen stands, and nobody is kept waiting."""

_SCREENS = ("session", "signs", "finish", "why", "stop", "key_list")
_HELP = ("enter", "c")
"""Keys that start first aid while home's first words stand there."""
_WORDS = _("For more, run: uncramp now")
_TOLD_S = 30.0
"""Seconds for which it stands what is wrong with a routine that was to be started."""
_WORDS_S = 600.0
"""Seconds for which words stand that stand in for a routine."""


class UncrampApp(BaseApp):
    """Home, or one plan at once."""

    TITLE = "uncramp"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # a mouse press while widgets are removed crashes (Textual #6643)
    BINDINGS = keys.bind(keys.KEYS, keys.FIRST_AID, keys.THEME, keys.QUIT, keys.SUSPEND)
    CSS = """
    Screen { background: $background; color: $foreground; align: center middle; scrollbar-size-vertical: 1; }
    StopScreen { background: $background 70%; align: center bottom; }
    * {
        scrollbar-color: $track; scrollbar-color-hover: $quiet; scrollbar-color-active: $quiet;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-corner-color: $background;
    }
    Toast { width: 100%; max-width: 80; margin: 0; padding: 0 1; background: $panel; color: $foreground; }
    Toast.-information { border-left: outer $accent; }
    """

    def __init__(
        self,
        context: Context,
        plan: Plan | None = None,
        *,
        driver: type[Driver] | None = None,
        painted: bool = False,
        cramp_began: int | None = None,
        in_hand: Callable[[Session | None], None] = lambda _session: None,
        typed: Sequence[str] = (),
        auto: bool = False,
    ) -> None:
        """Start with `plan`, or at home without one.

        Args:
            context: what the screens work with.
            plan: what to play at once.
            driver: what draws, if not Textual's own choice.
            painted: whether first words stand on the terminal.
            cramp_began: when the first instruction stood on the terminal, in milliseconds on the context's clock.
            in_hand: is told each session that begins, and `None` as it is left, so that it can go on elsewhere.
            typed: keys that were typed before, in the pieces of `InputFilter`.
            auto: whether sessions go on by themselves.
        """
        upstream.draw_only_what_changed()
        super().__init__(context, driver)
        self._cramp_began = cramp_began
        self._in_hand = in_hand
        self._plan = plan
        self._typed = typed
        self._auto = auto
        self._first_words_of_home = plan is None and painted
        """Whether "Cramp? Enter" still stands on the terminal, painted before there was a screen."""
        self._offer: ResumeScreen | None = None
        self._about: Screen[Any] | None = None
        self.choose_colours(self._theme_wanted())

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is the one that is wanted: no empty one flashes up before it."""
        if self._plan is not None:
            screen = self._play(self._plan, self._cramp_began)
            if isinstance(screen, FramedScreen):
                screen.came_by_itself(self.context.clock())  # an Enter may have been the shell's
            return screen
        from uncramp.tui.screens.home import HomeScreen

        return HomeScreen(self.context)

    def _theme_wanted(self, *, aid: bool = False) -> str:
        wanted = self.context.theme_wanted(self._plan, aid=aid)
        if wanted is Theme.AUTO and self.context.first_paint.light:
            wanted = Theme.LIGHT
        return {Theme.NIGHT: NIGHT, Theme.LIGHT: LIGHT}.get(wanted, DAY).name

    def on_mount(self) -> None:
        signals.leave_cleanly_on_signals(self._end_by)
        signals.leave_when_hung_up(self._end_by)
        signals.redraw_after_suspend(self, self._hush)
        self.set_timer(_SETTLE_S, self._settle)
        if self._plan is None:
            in_thread(self._look_for_cut_off)
            self.call_after_refresh(self._home_stands)

        if ended_by := self.context.first_paint.ended_by:
            self._end_by(ended_by)

    def _hush(self) -> None:
        """Nothing is heard of a program that stands still in the shell."""
        for screen in self.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.hush()

    def _end_by(self, number: int) -> None:
        self.context.first_paint.ended_by = number
        self.exit(return_code=128 + number)

    def takes_at_once(self, key: str) -> bool:
        """Home's own keys for first aid count from its first words on."""
        if self._first_words_of_home and key in _HELP:
            self._begin_first_aid(FIRST)
            return True
        return False

    def _home_stands(self) -> None:
        self._first_words_of_home = False
        upstream.type_again(self, self._typed)

    # First aid, from wherever the person is.

    def action_first_aid(self) -> None:
        """Go back to the first aid that is under way, or begin it. An exercise is stopped for it."""
        framed = (screen for screen in reversed(self.screen_stack) if isinstance(screen, FramedScreen))
        played = next((screen for screen in framed if screen.holds_session), None)
        if isinstance(played, FramedScreen) and played.is_first_aid:
            while self.screen is not played:
                self.screen.dismiss(isinstance(self.screen, Page) and self.screen.answers)
        else:
            self._begin_first_aid(FIRST, instead_of=played)

    @on(FirstAidWanted)
    def _first_aid_wanted(self, message: FirstAidWanted) -> None:
        self._begin_first_aid(message.name)

    def _begin_first_aid(self, name: str, instead_of: "FramedScreen[Any] | None" = None) -> None:
        """Begin it over the page that is open, or in place of a session; where no routine can be read, say its words."""
        self._first_words_of_home = False
        self.context.library.refresh()
        routine = first_aid(self.context.library, name)
        if routine is None:
            self.notify(f"{FIRST_AID[name].say} {_WORDS}", markup=False, timeout=_WORDS_S)
            return
        if self._about in self.screen_stack:
            self._take_the_person(changed=True)
        offer = self._offer if self._offer in self.screen_stack else None
        below = instead_of or offer
        while below is not None and self.screen is not below:
            self.pop_screen()
        if offer is not None:
            offer.dismiss(offer.of_first_aid)
            if offer.of_first_aid:
                return
        if instead_of is None:
            self.push_screen(self._play(self.context.plan(routine)))
        elif not instead_of.goes_on_as_first_aid():
            self.context.diary.end_session()
            self.theme = self._theme_wanted(aid=True)
            aid = self._play(self.context.plan(routine))
            if instead_of.waits():
                self.push_screen(aid)
                words = _("Your exercise waits. Press q to go back to it."), _("q: your exercise")
                self.call_after_refresh(self.say_at_the_foot, *(self.context.said(one, "leave") for one in words))
            else:
                self._replace(aid)

    def _look_for_cut_off(self) -> None:
        found = self.context.diary.cut_off(self.context.library, self.context.profile)
        if found is not None:
            self.call_later(self._offer_to_go_on, found)

    def _offer_to_go_on(self, found: "CutOff") -> None:
        """What was cut off comes before home, unless the person has begun something. Nothing comes before first aid."""
        context = self.context
        if len(self.screen_stack) > 1:
            return
        from uncramp.tui.screens.resume import ResumeScreen  # late: hardly anything is ever cut off

        def answered(wanted: bool | None) -> None:
            if not wanted:
                context.diary.dismiss(found.entry)
                return
            if not context.diary.go_on(found.entry):
                self.notify(_("It goes on in another terminal."), markup=False)
                return
            self.push_screen(self._session_screen(found.session(context.local_time(), context.clock())))

        offer = self._offer = ResumeScreen(context, found)
        offer.came_by_itself(context.clock())
        self.push_screen(offer, answered)

    def _settle(self) -> None:
        """What can wait until the first screen stands: the screens that follow, and the garbage.

        The screens that a session leads to are loaded, so that none of them comes late, or not at all because the disk
        has gone. And garbage is looked for again: none of what the start has put together will ever be any.
        """
        for screen in _SCREENS:
            with self.context.faults.reported(no_page()):  # a page that nobody has asked for
                import_module(f"uncramp.tui.screens.{screen}")
        gc.freeze()
        gc.enable()

    def _play(self, plan: Plan, cramp_began: int | None = None) -> Screen[Any]:
        if not plan.intervals:
            from uncramp.tui.screens.why import NothingScreen

            return NothingScreen(self.context, plan)
        return self._session_screen(Session(self._as_heard(plan), cramp_began=cramp_began, auto=self._auto))

    def _as_heard(self, plan: Plan) -> Plan:
        """The plan with time to listen, where a voice says how the steps of an exercise are done."""
        if plan.measures_cramp or self.context.sound_at_start(plan) is not SoundPreference.VOICE:
            return plan
        from uncramp.sound.speech import time_to_listen  # late: only for who hears a voice

        return time_to_listen(plan)

    def _session_screen(self, session: Session) -> Screen[Any]:
        from uncramp.tui.screens.session import SessionScreen

        self._in_hand(session)
        return SessionScreen(self.context, session)

    @on(RoutineChosen)
    def _start(self, message: RoutineChosen) -> None:
        """Start a routine as its file says now; one that is broken by now is not started as it was before."""
        routine, told = as_it_is_now(self.context.library, message.routine.name)
        if routine is not None:
            self.push_screen(self._play(self.context.plan(routine)))
        else:
            self.notify(told, markup=False, timeout=_TOLD_S)

    @on(AboutWanted)
    def _ask_about_the_person(self, message: AboutWanted) -> None:
        with self._opening():
            from uncramp.tui.screens.about import AboutScreen, MyPlanScreen

            self._about = MyPlanScreen(self.context) if message.plan else AboutScreen(self.context)
            self.push_screen(self._about, self._take_the_person)

    def _take_the_person(self, changed: bool | None) -> None:
        """From here on everything goes by what the person has said; who has said nothing is not asked again."""
        if not self.context.person.there and not changed:
            from uncramp.guidance.draft import keep_asked

            keep_asked(profile_path(), today())
        elif not changed:
            return
        self.context = self.context.reloaded()
        self.theme = self._theme_wanted()
        from uncramp.tui.screens.home import HomeScreen

        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.set_context(self.context)

    @on(GuideWanted)
    def _read_the_guide(self) -> None:
        with self._opening():
            from uncramp.guide.topics import FOLDER, read_guide
            from uncramp.tui.screens.guide import GuideScreen

            guide = read_guide(shipped_routines() / FOLDER, self.context.emergency_number)
            self.push_screen(GuideScreen(self.context, guide))

    def _opening(self) -> AbstractContextManager[None]:
        """The context in which a page is opened; one that is broken is said in a corner."""
        return self.context.opening(partial(self.notify, markup=False))

    @on(Over)
    def _over(self, message: Over) -> None:
        if message.session.phase is Phase.FINISHED:
            with self.context.faults.reported(no_page()):
                from uncramp.tui.screens.finish import FinishScreen

                finish = FinishScreen(self.context, message.session, message.sound)
                if message.by_itself:
                    finish.came_by_itself(self.context.clock())
                self._replace(finish)
                return
        self._leave()

    @on(PlayAgain)
    def _again(self, message: PlayAgain) -> None:
        self._replace(self._session_screen(message.session))

    def _replace(self, screen: Screen[Any]) -> None:
        """Put a screen in place of the one on top; the first one of all has to stay below."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    @on(Done)
    def _leave(self) -> None:
        from uncramp.tui.screens.session import SessionScreen

        self.context.diary.end_session()
        self.context.sound.held = None
        self._in_hand(None)
        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(below, SessionScreen) and below.waits():
            if below.entry is not None:
                self.context.diary.go_on(below.entry)
            self._in_hand(below.session)
            self.pop_screen()
        elif self._plan is None:
            self.pop_screen()
        else:
            self.exit()

    def action_keys(self) -> None:
        from uncramp.tui.screens.session import SessionScreen

        below = self.screen
        session = below if isinstance(below, SessionScreen) else None
        with self.context.opening(session.say) if session else self._opening():
            from uncramp.tui.screens.key_list import KeyListScreen

            if session:
                session.open_page(KeyListScreen(self.context, below))
            elif not isinstance(below, KeyListScreen):
                self.push_screen(KeyListScreen(self.context, below))

    def action_theme(self) -> None:
        self.theme = next_theme(self.theme, night=is_night(self.context.local_time()))

    def action_quit_now(self) -> None:
        """Leave; but who has just drawn the mouse over words wants to copy them."""
        if self._dragged:
            self._dragged = False
            again = _("Ctrl-C again leaves.")
            self.say_at_the_foot(_("To copy, hold Shift and drag.") + " " + again, again, _("Ctrl-C leaves."))
            return
        self.context.diary.end_session()
        self.exit(return_code=INTERRUPTED)
