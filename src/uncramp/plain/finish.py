"""The end of a session, in words: what it came to, and what to do from here."""

from collections.abc import Iterator
from dataclasses import dataclass

from uncramp.domain.diary import CrampEntry
from uncramp.domain.session import URGENT_MS, Session
from uncramp.i18n import _
from uncramp.plain import keys
from uncramp.plain.after import After
from uncramp.plain.answers import useless
from uncramp.plain.desk import LOOK_MS, Desk
from uncramp.plain.pages import signs_lines
from uncramp.words.session import spoken_time
from uncramp.words.signs import Reason


@dataclass(frozen=True, slots=True)
class StartAgain:
    """The person wants to do it again; `cramp_began` where the cramp still goes on."""

    cramp_began: int | None


class Finish:
    """The routine is over. Where the cramp is not, its clock goes on as long as somebody is there."""

    def __init__(self, session: Session, desk: Desk) -> None:
        """Sum up a finished session."""
        self._session, self._desk = session, desk
        self._gone_at: int | None = None
        self._urgent = (session.cramp_ms(0) or 0) >= URGENT_MS
        self._after: After | None = None

    def run(self) -> StartAgain | None:
        """Say it, and hear what the person wants then; with nobody there, end."""
        self._say(self._words())
        self._ask_about_it()
        self._say(self._prompt())
        while self._desk.typed.somebody:
            typed = self._desk.typed.line(LOOK_MS)
            self._look()
            if typed is None:
                continue
            line = keys.line_of(typed)
            if self._after is not None and self._after.hear(line, typed):
                self._say(self._prompt())
                continue
            key = keys.find(line, self._useful())
            if key in (keys.DONE, keys.LEAVE_NOW):
                break
            if key is keys.AGAIN:
                return StartAgain(self._session.cramp_began if self._cramping else None)
            self._answer(key, line, typed)
        return None

    @property
    def _cramping(self) -> bool:
        cramp = self._session.cramp_began is not None
        return cramp and not self._session.relieved and self._gone_at is None

    def _cramp_ms(self) -> int:
        if self._after is not None:
            return self._after.seconds * 1000
        if self._session.relieved:
            return self._session.cramp_ms(0) or 0
        now = self._desk.clock() if self._gone_at is None else self._gone_at
        return now - (self._session.cramp_began or 0)

    def _useful(self) -> tuple[keys.TypedKey, ...]:
        if self._after is not None and self._after.asking:
            return self._after.useful()
        undo = self._after.useful() if self._after is not None else ()
        finish = tuple(key for key in keys.FINISH if self._cramping or key not in (keys.GONE, keys.WHERE))
        return (*finish, *(key for key in undo if key is keys.UNDO_ANSWER))

    def _ask_about_it(self) -> None:
        """Ask somebody who is there about a cramp that is gone, if the diary has it."""
        if self._session.cramp_began is None or self._cramping or not self._desk.typed.somebody:
            return
        self._desk.diary.write()
        entry = self._desk.diary.entry
        if isinstance(entry, CrampEntry):
            self._after = After(entry, self._desk)

    def _answer(self, key: keys.TypedKey | None, line: str, typed: str) -> None:
        if key is keys.GONE:
            self._gone_at = self._desk.clock()
            self._desk.diary.relieved(self._gone_at)
            self._say(self._words())
            self._ask_about_it()
            self._say(self._prompt())
        elif key is keys.WHERE:
            time = spoken_time(self._cramp_ms() // 1000)
            self._say([_("The cramp has gone on for {time}.").format(time=time)])
            self._say(self._prompt())
        elif key is keys.SIGNS:
            self._say(signs_lines(Reason.LOOK, self._desk.emergency_number))
            self._say(self._prompt())
        elif key is keys.KEYS:
            self._say(keys.key_lines(self._useful()))
        else:
            self._say([useless(line, typed)])

    def _look(self) -> None:
        if self._cramping and not self._urgent and self._cramp_ms() >= URGENT_MS:
            self._urgent = True
            self._say(signs_lines(Reason.URGENT, self._desk.emergency_number))
            self._say(self._prompt())

    def _say(self, lines: Iterator[str] | list[str]) -> None:
        for line in lines:
            self._desk.write(line)

    def _words(self) -> Iterator[str]:
        session = self._session
        if session.cramp_began is None:
            took = spoken_time(session.played_ms // 1000)
            yield _("Well done.")
            yield _("You kept at it for {time}.").format(time=took)
            yield from ([session.plan.label] if session.plan.label else [])
        elif self._cramping:
            yield _("Is the cramp gone?")
        else:
            yield _("It's gone.")
            yield _("The cramp took {time}.").format(time=spoken_time(self._cramp_ms() // 1000))
            yield _("The muscle may be sore for up to a day.")

    def _prompt(self) -> Iterator[str]:
        """What can be typed; with nobody to type, what can be run."""
        if self._after is not None:
            yield from self._after.ask()
            if self._after.asking:
                return
        somebody = self._desk.typed.somebody
        if somebody and not self._cramping:
            yield _("Enter ends this. To do it again, type r, then Enter.")
        if not self._cramping:
            return
        if somebody:
            yield _(
                "If it is, type g. If not, type r to start again, or ! for the warning signs. Then Enter."
            )
        else:
            yield _("If it is not, run this again, or run 'uncramp signs' for the warning signs.")
        if not self._urgent:
            yield _("After 10 minutes, get urgent help.")
