"""What a run of the program works with, for screen and lines alike: the command line makes one and hands it on."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from uncramp.clock import is_night, local_time
from uncramp.domain.own_keys import said
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile, SoundPreference, Theme
from uncramp.domain.routine import Routine, Side, Source
from uncramp.domain.store_problem import PATIENCE_MS
from uncramp.faults import Faults
from uncramp.files.library import Library
from uncramp.files.profile import LoadedProfile, load_profile
from uncramp.guidance.recording import LiveDiary
from uncramp.guidance.routines import plan_for
from uncramp.i18n import _
from uncramp.paths import config_folder
from uncramp.terminal.first_paint import FirstPaint
from uncramp.words.emergency import emergency_number
from uncramp.words.profile import new_here_words, notice_words

if TYPE_CHECKING:
    from uncramp.store.diary import DiaryStore


def profile_path() -> Path:
    """The profile file, which need not be there."""
    return config_folder() / "profile.yaml"


def my_profile() -> LoadedProfile:
    """The person's profile as it is true today. Never raises and never waits, whatever the file is."""
    return load_profile(profile_path(), today())


def today() -> date:
    return local_time().date()


def no_page() -> str:
    return _("A page of uncramp can't be shown. All else goes on.")


_ROUND = (SoundPreference.OFF, SoundPreference.TONES, SoundPreference.VOICE)
"""What `m` goes through."""


@dataclass(slots=True)
class SoundChoice:
    """What the person has asked for in this run of the program. The profile holds it beyond that."""

    asked: SoundPreference | None = None
    """By `--sound`; `None` without it."""
    chosen: SoundPreference | None = None
    """By `m`, in exercises by day."""
    held: SoundPreference | None = None
    """By `m`, in first aid and at night, as long as it is not left."""

    def mode(self, profile: Profile, *, quiet: bool, in_lines: bool = False) -> SoundPreference:
        """What is heard from the start of a session on: never `AUTO`.

        Args:
            profile: the person's.
            quiet: whether it is first aid, or night: then only what was asked for now is heard.
            in_lines: whether it is played line by line: a screen reader may speak, so `auto` is silent, and a voice only for who asks now.
        """
        if self.held is not None:
            return self.held
        if self.asked not in (None, SoundPreference.AUTO):
            return self.asked
        if quiet and not profile.sound_at_night:
            return SoundPreference.OFF
        wish = profile.sound if self.chosen is None else self.chosen
        if in_lines and wish in (SoundPreference.AUTO, SoundPreference.VOICE):
            return SoundPreference.OFF
        return SoundPreference.TONES if wish is SoundPreference.AUTO else wish


def no_sound() -> str:
    """What is said where what is heard has broken."""
    return _("Sound can't be used. All else goes on.")


def next_mode(mode: SoundPreference) -> SoundPreference:
    """What `m` leads to."""
    return _ROUND[(_ROUND.index(mode) + 1) % len(_ROUND)]


def is_quiet(plan: Plan, local_time: datetime) -> bool:
    """Whether only what was asked for now is heard, and no change is remembered: in first aid, and at night."""
    return plan.measures_cramp or is_night(local_time)


@dataclass(frozen=True, slots=True)
class Context:
    """The library, the person, the clocks, the diary, and what broke on the way."""

    library: Library
    person: LoadedProfile
    """The profile to go by, and what is wrong with its file."""
    clock: Callable[[], int]
    """Milliseconds on a clock that never stops and never jumps."""
    local_time: Callable[[], datetime]
    emergency_number: str = ""
    """The number to call where the person is, "" where it is not known."""
    faults: Faults = field(default_factory=Faults)
    """Collects what breaks of all that serves only convenience; reported at the end."""
    diary: LiveDiary = field(default_factory=lambda: LiveDiary(Faults()))
    """Listens to what is played. By default nothing is kept."""
    first_paint: FirstPaint = field(default_factory=FirstPaint)
    """What stands on the terminal since before all else was loaded. By default nothing."""
    sound: SoundChoice = field(default_factory=lambda: SoundChoice(SoundPreference.OFF))
    """What is to be heard. By default nothing, until it is asked for."""
    who: str = ""
    """The name of the person, as it can be shown; "" for the one who needs none."""
    new_here: bool = False
    """Whether nothing is kept of a person of this name yet."""
    last_words: list[str] = field(default_factory=list)
    """What to do about warning signs that were shown: said on the terminal when the screen is gone."""

    @property
    def profile(self) -> Profile:
        return self.person.profile

    @property
    def home_title(self) -> str:
        """The title of home, with whose it is."""
        if self.who:
            return _("uncramp for {name}: help for leg cramps").format(name=self.who)
        return _("uncramp: help for leg cramps")

    @property
    def home_name(self) -> str:
        """The title of home where it has little room."""
        return _("uncramp for {name}").format(name=self.who) if self.who else _("uncramp")

    def said(self, words: str, *names: str) -> str:
        """A sentence with the person's own keys for these actions."""
        return said(words, self.profile.keys, *names)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person has to know of their profile, and what is wrong in its file."""
        return (*self.brief_notices, *map(str, self.person.problems))

    @property
    def brief_notices(self) -> tuple[str, ...]:
        """The same without what is wrong, for where About you is one key away."""
        new = [new_here_words(self.who)] if self.new_here else []  # the name may be a slip
        return (*new, *map(notice_words, self.person.notices))

    def plan(self, routine: Routine, side: Side | None = None) -> Plan:
        return plan_for(self.library, routine, self.profile, side)

    def theme_wanted(self, plan: Plan | None, *, aid: bool = False) -> Theme:
        """The colours for a plan, or for home; `AUTO` for those of the day, which go by the terminal's background.

        `aid` says that first aid is played, whatever came before it.
        """
        wished = self.profile.theme
        aid = aid or plan is None or plan.measures_cramp  # home's first key is help, too
        return Theme.NIGHT if wished is Theme.AUTO and aid and is_night(self.local_time()) else wished

    def sound_at_start(self, plan: Plan, *, in_lines: bool = False) -> SoundPreference:
        """What is heard from the start of a session on."""
        return self.sound.mode(self.profile, quiet=is_quiet(plan, self.local_time()), in_lines=in_lines)

    def open_diary(self, patience_ms: int = PATIENCE_MS) -> "DiaryStore":
        """The person's diary, to be closed again. Nothing is read or made by this. It has patience with another that writes."""
        from uncramp.store.diary import my_diary  # late: help for a cramp begins without it

        return my_diary(patience_ms, self.local_time)

    def reloaded(self) -> "Context":
        """The same, with the person as the profile's file has it by now."""
        person = my_profile()
        self.sound.chosen = None
        new = self.new_here and not person.there
        return replace(
            self, person=person, new_here=new, emergency_number=emergency_number(person.profile.emergency_number)
        )

    @contextmanager
    def opening(self, tell: Callable[[str], object], broken: str = "") -> Iterator[None]:
        """Open a page that help does not need: where it is broken, tell so, in words of its own or not, and report it."""
        with self.faults.reported(broken or no_page()) as attempt:
            yield
        if attempt.failed:
            tell(broken or no_page())

    def sources(self) -> Mapping[str, Source]:
        """The sources by id; a file of them that can't be read is reported afterwards."""
        with self.faults.reported(_("The sources can't be read.")):
            return self.library.sources
        return {}
