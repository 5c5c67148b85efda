"""Leads a person through a routine (home, now, run), whatever breaks.

On the screen; where that breaks, line by line from where it was; where that breaks too, in constant words. What serves
only convenience (a profile, routines of the person's own) is read under `Faults.reported`: help needs none of it.
"""

import gc
import sys
import textwrap
from argparse import Namespace
from contextlib import suppress

from uncramp.cli.output import routine_of
from uncramp.domain.plan import Plan
from uncramp.domain.profile import SoundPreference, Theme
from uncramp.domain.routine import Purpose, Routine, Side
from uncramp.domain.session import Session
from uncramp.faults import CommandError, Exit
from uncramp.files.library import RoutineBrokenError, RoutineNotFoundError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.routines import FIRST
from uncramp.i18n import _
from uncramp.paths import shipped_routines
from uncramp.terminal.first_words import FIRST_AID
from uncramp.terminal.input_filter import CTRL_C, ESCAPE, Pasted
from uncramp.terminal.tty import Restoring, can_draw, let_lines_be_typed, settings_now, size_now


def home(_options: Namespace, context: Context) -> int:
    """Show home, or the list where there is no terminal. Enter typed while the first words stand is first aid."""
    _note_profile(context)
    return Runner(context, None).run()


def now(options: Namespace, context: Context) -> int:
    _note_profile(context)
    name = _name(context, options.part, standing=options.standing)
    return _play(options, context, _first_aid(context, name, _side(options)), name)


def run(options: Namespace, context: Context) -> int:
    _note_profile(context)
    routine = routine_of(context.library, options.routine)
    plan = context.plan(routine, _side(options))
    return _play(options, context, plan, routine.name if routine.name in FIRST_AID else "")


def _side(options: Namespace) -> Side | None:
    return Side(options.side) if options.side else None


def _play(options: Namespace, context: Context, plan: Plan | None, name: str) -> int:
    context.sound.asked = SoundPreference(options.sound) if options.sound else None
    return Runner(context, plan, name, plain=options.plain, auto=options.auto).run()


class Runner:
    """Leads a person through one plan, or from home on. What takes over goes on with the session where it broke off."""

    def __init__(
        self, context: Context, plan: Plan | None, name: str = "", *, plain: bool = False, auto: bool = False
    ) -> None:
        """Play a plan; `None` is home, or with a name a routine that can't be had: it has constant words in its place.

        The name is that of a first-aid routine, "" for any other.
        """
        self._context, self._paint, self._plain = context, context.first_paint, plain
        self._plan, self._name, self._auto = plan, name, auto
        self._began = self._paint.began
        self._session: Session | None = None
        self._first: Session | None = None
        """The first session of all, also when it has been left."""

    def run(self) -> int:
        """Lead the person, whatever breaks; the exit status is 1 where something broke, also if help went on."""
        status = self._lead()
        if self._paint.ended_by:
            status = 128 + self._paint.ended_by
            self._keep_what_began()
        _say_last_words(self._context)
        _note_folders(self._context)
        return status

    def _keep_what_began(self) -> None:
        """Keep the cramp that the first words were for, where a signal came before the diary heard of its session."""
        unheard = self._first is None or not (self._first.phase.over or self._context.diary.entry)
        if self._plan is not None and self._plan.measures_cramp and self._began is not None and unheard:
            session, now = Session(self._plan, cramp_began=self._began), self._context.clock()
            self._context.diary.on_events(session, session.start(now), now)

    def _lead(self) -> int:
        if self._plan is None and self._name:
            return self._in_words()
        broke = False
        if can_draw() and not self._plain:
            with self._context.faults.reported(_("The screen can't be used. It went on line by line.")):
                return self._on_screen()
            broke = True
            self._heed_early_enter()
        if self._paint.ended_by:  # nobody is there any more
            return Exit.PROBLEMS
        self._paint.leave()
        status = self._in_lines(broke=broke)
        return max(status, Exit.PROBLEMS) if broke else status

    def _on_screen(self) -> int:
        from uncramp.tui.environment import prepare

        with Restoring(self._paint.settings or settings_now(), self._paint.heed):
            prepare()
            if self._plan is not None and self._context.theme_wanted(self._plan) is Theme.AUTO:
                self._paint.ask_background()  # it answers while the next line takes its time
            from uncramp.tui.run import run_app

            typed = self._heed_early_enter()
            if self._plan is None and self._name:
                return self._in_words()
            if self._paint.ended_by:
                return Exit.DONE
            return run_app(self._context, self._plan, self._hold, typed, auto=self._auto)

    def _heed_early_enter(self) -> list[str]:
        """Turn to first aid if Enter was typed while home's first words stood there.

        Returns:
            What else was typed, for home. With Enter nothing is left: a second one would say that the cramp is gone.

        Raises:
            KeyboardInterrupt: Ctrl-C was typed, which is a key in a raw terminal.
        """
        if self._plan is not None or self._session is not None:
            return []
        typed = self._paint.typed() if self._paint.on_screen else []
        keys = "".join(piece for piece in typed if not isinstance(piece, Pasted) and piece[0] != ESCAPE)
        if CTRL_C in keys:
            raise KeyboardInterrupt
        if "\r" in keys or "\n" in keys:
            self._plan, self._name = _first_aid(self._context, FIRST, None), FIRST
            return []
        return typed

    def _hold(self, session: Session | None) -> None:
        """Hold on to the session that is being played; `None` when it has been left."""
        self._session, self._first = session, self._first or session

    def _in_lines(self, *, broke: bool) -> int:
        let_lines_be_typed()
        gc.enable()  # it waited for the first picture, which does not come
        # Where the reader has gone, or nothing can be written, no words help.
        passing = (BrokenPipeError, CommandError)
        with self._context.faults.reported(_("uncramp can't lead you line by line."), passing=passing):
            return self._line_by_line(broke=broke)
        return self._in_words() if self._name else Exit.PROBLEMS

    def _line_by_line(self, *, broke: bool) -> int:
        if self._plan is None and self._session is None:
            if self._name:
                return self._in_words()
            from uncramp.cli.routines import print_list

            print_list(self._context)
            print("", _("For a cramp, run: uncramp now"), sep="\n", flush=True)
            return Exit.DONE
        from uncramp.plain.console import Out, Signals, standard_console
        from uncramp.plain.play import lead_on, play_plain

        if not broke and not (sys.stdin is not None and sys.stdin.isatty()):
            self._context.diary.keep_nothing()
        signals = Signals()
        out = Out(self._context.faults, signals)
        with signals.caught():
            if broke:
                out.say(_("The screen can't be used. It goes on here, line by line."))
            with standard_console(self._context, out.say, signals) as console:
                if self._session is not None:
                    lead_on(self._session, console, self._hold)
                elif self._plan is not None:
                    play_plain(self._plan, console, cramp_began=self._began, in_hand=self._hold, auto=self._auto)
        return out.status

    def _in_words(self) -> int:
        from uncramp.cli.fallback import show

        self._paint.leave()
        began = self._began if self._session is None else self._session.cramp_began
        show(self._name, self._context.emergency_number, began=began)
        return Exit.PROBLEMS


def _say_last_words(context: Context) -> None:
    """Leave on the terminal what the warning signs called for: the screen that showed it is gone, and the leg is not."""
    columns = size_now()[0]
    # Where the screen was drawn. A terminal that is gone takes no words.
    with suppress(OSError, ValueError):
        for words in context.last_words:
            print(textwrap.fill(words, columns - 1), file=sys.stderr, flush=True)


def _note_profile(context: Context) -> None:
    context.faults.note(*context.notices)
    if context.person.problems:
        path = visible(str(context.person.path))
        context.faults.note(_("To mend it, correct your profile, or delete it: {path}").format(path=path))


def _note_folders(context: Context) -> None:
    for folder in context.library.folders:
        if folder.listing.problem is not None:
            mend = _("To mend it, see that the folder is there, and that you may read it.")
            context.faults.note(str(folder.listing.problem), mend)


def _name(context: Context, part: str, *, standing: bool) -> str:
    name = f"cramp-{part}"
    if not standing:
        return name
    if f"{name}-standing" in FIRST_AID or f"{name}-standing" in context.library.names():
        return f"{name}-standing"
    context.faults.note(_("There is no standing routine for that; the other one was used."))
    return name


def _first_aid(context: Context, name: str, side: Side | None) -> Plan | None:
    """The plan of the person's own routine or the built-in one; `None` where neither can be read."""
    with context.faults.reported(_("No routine can be used. Constant words stood in for it.")):
        routine = _own_or_built_in(context, name) or _built_in(context, name)
        return context.plan(routine, side) if routine else None
    return None


def _own_or_built_in(context: Context, name: str) -> Routine | None:
    """The person's own routine or the built-in one, unless it is broken or no first aid."""
    instead = _("Your own routine can't be used; the built-in one was used in its place:")
    own = any(name in folder.listing.files for folder in context.library.folders[1:])
    message = instead if own else _("The file of the built-in routine can't be read.")
    # Without the parser nothing can be read, the built-in routine neither.
    passing = (RoutineBrokenError, RoutineNotFoundError, ImportError)
    routine = None
    try:
        with context.faults.reported(message, passing=passing):
            routine = context.library.get(name)
    except RoutineBrokenError as error:
        if own:
            mend = _("To mend it, correct the file, or delete it. 'uncramp check' shows what is wrong.")
            context.faults.note(instead, *map(str, error.problems), mend)
    except RoutineNotFoundError:
        return None
    if routine is None or routine.purpose is Purpose.FIRST_AID:
        return routine
    # Whatever the person has called so: it is no help now.
    no_aid = _("Your own '{name}' is not for first aid; the built-in one was used in its place.")
    context.faults.note(no_aid.format(name=name))
    return None


def _built_in(context: Context, name: str) -> Routine | None:
    """The built-in routine out of its file, unless that is missing or damaged."""
    try:
        return context.library.shipped_copy(name)
    except (RoutineBrokenError, RoutineNotFoundError) as error:
        problems = error.problems if isinstance(error, RoutineBrokenError) else ()
        file = shipped_routines() / f"{name}.yaml"
        missing = _("{file} is missing or damaged. Constant words stood in for it.").format(file=file)
        again = _("To mend it, install uncramp again: pip install --force-reinstall uncramp")
        context.faults.note(missing, *map(str, problems), again)
        return None
