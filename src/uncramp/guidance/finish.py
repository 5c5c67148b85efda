"""The end of a session: what it came to, whether its cramp still goes on, and what the diary asks of it."""

from collections.abc import Callable

from uncramp.domain.diary import CrampEntry
from uncramp.domain.session import URGENT_MS, Session
from uncramp.guidance.afterwards import AfterQuestion, Afterwards
from uncramp.guidance.recording import LiveDiary
from uncramp.i18n import _
from uncramp.words.session import spoken_time


class SessionEnd:
    """A session that is over. Where its cramp is not, the clock of the cramp goes on."""

    def __init__(self, session: Session, diary: LiveDiary, clock: Callable[[], int]) -> None:
        """Sum up a session; `clock` gives milliseconds on the session's clock."""
        self.session = session
        self._diary, self._clock = diary, clock
        self._gone_at: int | None = None
        self.urgent = (session.cramp_ms(0) or 0) >= URGENT_MS
        """Whether the cramp has gone on for so long that urgent help was called for."""
        self.asking: Afterwards | None = None
        """What is asked about the cramp, once it is gone and the diary has it."""

    @property
    def cramping(self) -> bool:
        """Whether the cramp still goes on."""
        cramp = self.session.cramp_began is not None
        return cramp and not self.session.relieved and self._gone_at is None

    @property
    def cramp_began(self) -> int | None:
        """Since when the cramp goes on, for a session that is started again; `None` where it does not."""
        return self.session.cramp_began if self.cramping else None

    @property
    def question(self) -> AfterQuestion | None:
        """What is asked now."""
        return self.asking.question if self.asking else None

    @property
    def told(self) -> bool:
        """Whether anything has been answered that is kept."""
        return self.asking is not None and self.asking.told

    @property
    def seconds(self) -> int:
        """How long the cramp took by now: measured, or as the person has put it right."""
        relief = self.asking.entry.relief if self.asking else None
        return self._cramp_ms() // 1000 if relief is None else relief

    def summary(self) -> tuple[str, str]:
        """What it came to: a headline, and how long it took; of a cramp that is not gone only the question."""
        if self.session.cramp_began is None:
            took = spoken_time(self.session.played_ms // 1000)
            return _("Well done."), _("You kept at it for {time}.").format(time=took)
        if self.cramping:
            return _("Is the cramp gone?"), ""
        return _("It's gone."), _("The cramp took {time}.").format(time=spoken_time(self.seconds))

    def becomes_urgent(self) -> bool:
        """Whether the cramp has just gone on for so long that urgent help is called for: once, and only then."""
        if self.urgent or not self.cramping or self._cramp_ms() < URGENT_MS:
            return False
        self.urgent = True
        return True

    def relieved(self) -> None:
        """The cramp has eased after all."""
        self._gone_at = self._clock()
        self._diary.relieved(self._gone_at)

    def ask(self) -> None:
        """Begin to ask about a cramp that is gone, if the diary has it."""
        if self.session.cramp_began is None or self.cramping:
            return
        self._diary.write()
        entry = self._diary.entry
        if isinstance(entry, CrampEntry):
            self.asking = Afterwards(entry, self._diary.report)

    def _cramp_ms(self) -> int:
        if self.session.relieved:
            return self.session.cramp_ms(0) or 0
        now = self._clock() if self._gone_at is None else self._gone_at
        return now - (self.session.cramp_began or 0)
