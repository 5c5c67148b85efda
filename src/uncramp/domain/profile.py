"""Who a plan is for: what is true of the person, and what they prefer."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from uncramp.domain.own_keys import OwnKeys
from uncramp.domain.pregnancy import Pregnancy, PregnancyStage
from uncramp.domain.routine import Side, Tag

_IMPLIED = {
    Tag.LATE_PREGNANCY: (Tag.FROM_WEEK_16, Tag.PREGNANT),
    Tag.FROM_WEEK_16: (Tag.PREGNANT,),
}


class Theme(StrEnum):
    """Which colours: `auto` goes by the hour and, by day, by the terminal's background."""

    AUTO = "auto"
    DAY = "day"
    NIGHT = "night"
    LIGHT = "light"


class MotionPreference(StrEnum):
    FULL = "full"
    REDUCED = "reduced"


class SoundPreference(StrEnum):
    AUTO = "auto"
    """Tones in exercises by day, nothing in first aid and at night."""
    OFF = "off"
    TONES = "tones"
    VOICE = "voice"


class FigurePreference(StrEnum):
    """What figures are drawn with: `auto` goes by the terminal."""

    AUTO = "auto"
    BRAILLE = "braille"
    BLOCKS = "blocks"
    ASCII = "ascii"


class ProfileNotice(StrEnum):
    NOT_READ = "not_read"
    """It can't be used as it is; the safer side was taken."""
    IN_PART = "in_part"
    """A preference in it can't be read, or a key is not known; all else counts."""
    UNLIKELY = "unlikely"
    """The due date, or the week's date, is too far ahead; the safer side was taken."""
    PAST_DUE = "past_due"
    """Taken as pregnant and as after birth, since it is not known which."""
    AFTER_BIRTH = "after_birth"
    """Pregnancy has turned into the clot risk after birth."""
    PREGNANCY_OVER = "pregnancy_over"
    """Pregnancy and the clot risk after birth no longer count."""
    CLOT_RISK_OVER = "clot_risk_over"
    """The last day of a clot risk that was said for a while has passed."""


_NOTICES = {
    PregnancyStage.UNLIKELY: ProfileNotice.UNLIKELY,
    PregnancyStage.PAST_DUE: ProfileNotice.PAST_DUE,
    PregnancyStage.AFTER_BIRTH: ProfileNotice.AFTER_BIRTH,
    PregnancyStage.OVER: ProfileNotice.PREGNANCY_OVER,
}

CLOT_RISK_LASTS = timedelta(weeks=6)
"""How long the risk of a clot stays raised after a birth (E21, RCOG). For a plaster cast and long travel our choice."""

CLOT_RISK_AFTER_SURGERY = timedelta(days=90)
"""The same after surgery or a stay in hospital (NHS, Cambridge University Hospitals: up to 90 days)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's tags and preferences. The empty profile changes nothing."""

    tags: frozenset[Tag] = frozenset()
    """What the person has said; none of it is ever taken away by the calendar."""
    usual_side: Side | None = None
    get_ready: int | None = None
    """Seconds to get ready before a step by day; `None` leaves the program's own."""
    emergency_number: str = ""
    doctor_number: str = ""
    midwife_number: str = ""
    due_date: date | None = None
    week: int | None = None
    """The week of pregnancy on the day `week_on`; a due date says it better."""
    week_on: date | None = None
    clot_risk_until: date | None = None
    """The last day of a risk of a clot that was said for a while. The tag in `tags` is for good."""
    theme: Theme = Theme.AUTO
    sound: SoundPreference = SoundPreference.AUTO
    sound_at_night: bool = False
    """Whether `sound` counts at night, and in first aid, too."""
    motion: MotionPreference = MotionPreference.FULL
    figures: FigurePreference = FigurePreference.AUTO
    plan: tuple[tuple[str, int], ...] = ()
    """What the person has chosen to do each day: routines by name, and how often; 0 takes one out of the plan."""
    keys: OwnKeys = ()
    times: tuple[time, ...] = ()
    """The times of day at which the person exercises; none where they have not said."""
    derived: frozenset[Tag] = frozenset()
    """What follows from the dates on one day: see `on`. Never written to a file."""

    @property
    def pregnancy(self) -> Pregnancy | None:
        """The pregnancy that was written down, if any, whenever it was."""
        if self.due_date is not None:
            return Pregnancy.due(self.due_date)
        if self.week is not None and self.week_on is not None:
            return Pregnancy(self.week, self.week_on)
        return None

    def on(self, today: date) -> "Profile":
        """The profile as it is true on a day: the week of pregnancy moves on, and the risk of a clot lapses."""
        derived = self.pregnancy.stage(today).tags if self.pregnancy else frozenset[Tag]()
        if self.clot_risk_for_now(today):
            derived |= {Tag.CLOT_RISK}
        return replace(self, derived=derived)

    def clot_risk_for_now(self, today: date) -> bool:
        """Whether the risk of a clot that was said for a while holds on a day: its last day belongs to it."""
        return self.clot_risk_until is not None and today <= self.clot_risk_until

    def notices(self, today: date) -> tuple[ProfileNotice, ...]:
        """What the person should be told of what follows from it on a day."""
        found = []
        if self.pregnancy and (notice := _NOTICES.get(self.pregnancy.stage(today))):
            found.append(notice)
        if self.clot_risk_until is not None and Tag.CLOT_RISK not in self.on(today).all_tags():
            found.append(ProfileNotice.CLOT_RISK_OVER)
        return tuple(found)

    def all_tags(self) -> tuple[Tag, ...]:
        """Every tag, the implied ones too (late pregnancy is pregnancy), the weightiest first.

        Where it is not known how far a pregnancy is, the safer half of it counts.
        """
        tags = self.tags | self.derived
        if Tag.PREGNANT in tags and self.pregnancy is None:
            tags |= {Tag.FROM_WEEK_16}
        implied = {other for tag in tags for other in _IMPLIED.get(tag, ())}
        return tuple(tag for tag in Tag if tag in tags or tag in implied)
