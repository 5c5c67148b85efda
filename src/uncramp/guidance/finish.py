"""The end of a session: what it came to, whether its cramp still goes on, and what the diary asks of it."""

from uncramp.clock import is_night
from uncramp.domain.diary import CrampEntry, is_practice
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.session import URGENT_MS, Session
from uncramp.domain.session_state import RETURN_MS
from uncramp.guidance.actions import Alarm, card_of, whom_of
from uncramp.guidance.afterwards import AfterQuestion, Afterwards, pregnancy_counts
from uncramp.guidance.context import Context
from uncramp.guidance.diary_form import after_fields
from uncramp.i18n import _
from uncramp.words.call_card import CallCard
from uncramp.words.session import spoken_time
from uncramp.words.signs import Reason, signs_to_tick


def after_ten_minutes(profile: Profile, *, passed: bool) -> str:
    """Whom to call about a cramp that goes on at the end of its routine: now that ten minutes have passed, or once they have."""
    if passed:
        return _("10 minutes, and still cramping? Call {whom} today.").format(whom=whom_of(profile))
    return _("Still cramping after 10 minutes? Call {whom} today.").format(whom=whom_of(profile))


def praise(plan: Plan, played_ms: int) -> str:
    """What the end of an exercise begins with; what was skipped to its end, and so is no practice, is not praised."""
    return _("Well done.") if is_practice(played_ms // 1000, plan.needed_seconds) else _("That was all.")


def kept_words() -> str:
    """That what was answered is in the diary, where there is room for more."""
    return _("What you said is kept. You can add more later, in your diary.")


class SessionEnd:
    """A session that is over. Where its cramp is not, the clock of the cramp goes on."""

    def __init__(self, session: Session, context: Context) -> None:
        self.session = session
        self._context = context
        self._stopped_at: int | None = None
        self.urgent = (session.pain_ms(0) or 0) >= URGENT_MS
        """Whether the pain has gone on for so long that the person was told to call."""
        self.asking: Afterwards | None = None
        """What is asked about the cramp, once it has stopped and the diary has it."""
        self._spoken: int | None = None
        """The number of the question that was spoken last, 0 that there is none."""

    @property
    def cramping(self) -> bool:
        cramp = self.session.cramp_began is not None
        return cramp and not self.session.relieved and self._stopped_at is None

    @property
    def may_return(self) -> bool:
        """Whether the cramp has stopped so short a while ago that it would be the same one if it was back."""
        stopped_at = self._relieved_at
        return stopped_at is not None and self._context.clock() - stopped_at <= RETURN_MS

    def undo(self) -> Session | None:
        """The session as it was before the key that has ended it; `None` where it ended by the clock."""
        if not self.session.can_undo:
            return None
        now = self._context.clock()
        self._context.diary.on_events(self.session, self.session.undo(now), now)
        return self.session

    def again(self) -> Session:
        """The plan once more; a cramp that has not stopped keeps its clock."""
        session = self.session
        return Session(session.plan, auto=session.auto) if self._stopped_at is not None else session.again()

    def returned(self) -> Session:
        """The plan once more, for the same cramp: it is back."""
        now = self._context.clock()
        stopped_at = self._relieved_at
        return self.session.returned(now, now if stopped_at is None else stopped_at)

    @property
    def _relieved_at(self) -> int | None:
        return self.session.relieved_at if self._stopped_at is None else self._stopped_at

    @property
    def question(self) -> AfterQuestion | None:
        return self.asking.question if self.asking else None

    @property
    def told(self) -> bool:
        return self.asking is not None and self.asking.told

    def spoken(self) -> list[str]:
        """What a voice has to say now, a phrase each: that the cramp has stopped, and each question once."""
        if self.session.cramp_began is None or self.cramping:
            return []  # of that the session has spoken
        question = self.question
        before, self._spoken = self._spoken, question.number if question else 0
        if before == self._spoken:
            return []
        if question is None:
            return [kept_words() if self.told else _("It's stopped.")]
        return [*([_("It's stopped.")] if before is None else []), *question.spoken()]

    @property
    def seconds(self) -> int:
        return self._cramp_ms() // 1000

    @property
    def practised(self) -> bool:
        return is_practice(self.session.played_ms // 1000, self.session.plan.needed_seconds)

    def summary(self) -> tuple[str, str]:
        """What it came to: a headline, and how long it took; of a cramp that goes on only the question."""
        if self.session.cramp_began is None:
            took = spoken_time(self.session.played_ms // 1000)
            return praise(self.session.plan, self.session.played_ms), _("You did {time}.").format(time=took)
        if self.cramping:
            return _("Has the cramp stopped?"), ""
        return _("It's stopped."), _("The cramp lasted {time}.").format(time=spoken_time(self.seconds))

    @property
    def card(self) -> CallCard | None:
        """What the most urgent of the signs calls for that the person has ticked."""
        ticked = self.asking.entry.signs if self.asking else ()
        first = next((key for key in signs_to_tick() if key in ticked), "")
        context = self._context
        return card_of(Alarm(Reason.TICKED, ticked=first), context.profile, context.emergency_number) if first else None

    def becomes_urgent(self) -> bool:
        """Whether the pain has just gone on for so long that the person is to call: once, and only then."""
        eased = (self.session.cramp_ms(0) or 0) - (self.session.pain_ms(0) or 0)
        if self.urgent or not self.cramping or self._cramp_ms() - eased < URGENT_MS:
            return False
        self.urgent = True
        return True

    def relieved(self) -> None:
        """The cramp has eased after all."""
        self._stopped_at = self._context.clock()
        self._context.diary.relieved(self._stopped_at)

    def ask(self) -> None:
        """Begin to ask about a cramp that has stopped, if the diary has it."""
        if self.session.cramp_began is None or self.cramping:
            return
        diary, now = self._context.diary, self._context.local_time()
        entry = diary.entry
        if isinstance(entry, CrampEntry):
            pregnancy = pregnancy_counts(self._context.profile, now.date())
            fields = after_fields(entry, night=is_night(now), pregnancy=pregnancy)
            self.asking = Afterwards(entry, fields, diary.report)

    def _cramp_ms(self) -> int:
        if self.session.relieved:
            return self.session.cramp_ms(0) or 0
        now = self._context.clock() if self._stopped_at is None else self._stopped_at
        return now - (self.session.cramp_began or 0)
