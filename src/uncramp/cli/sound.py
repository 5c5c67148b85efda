"""The command with which one learns what is heard: each tone with its meaning, a sentence, and what plays them."""

import argparse
from collections.abc import Iterator

from uncramp.cli.output import like
from uncramp.clock import is_night
from uncramp.domain.profile import SoundPreference
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.sound.cues import Cue
from uncramp.sound.melodies import LOUD, MELODIES, SOFT, ToneFiles
from uncramp.sound.players import PROGRAMS, Program, found_programs, try_out
from uncramp.sound.session_sound import SoundMemory
from uncramp.sound.tones import Bell, ring_terminal
from uncramp.sound.voice import try_voice
from uncramp.words.profile import sound_words

_BETWEEN_MS = 500
"""The silence behind each sound, in milliseconds: a player plays it, too."""

LEARN = (
    Cue.BEGIN, Cue.HOLD, Cue.BACK, Cue.REST, Cue.CHANGE, Cue.TENTH, Cue.HALFWAY, Cue.COUNT, Cue.ASK, Cue.DONE, Cue.URGENT,
)  # fmt: skip
"""The order in which they are learned."""


def add_to(parser: argparse.ArgumentParser) -> None:
    words = _("only these: {names}").format(names=", ".join(LEARN))
    parser.add_argument("cues", nargs="*", metavar=_("TONE"), help=words)
    parser.add_argument("--list", action="store_true", help=_("only in words: play nothing"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Play each tone beside its meaning, say a sentence, and say what was found.

    Raises:
        CommandError: there is no cue of that name.
    """
    cues = [_cue(name) for name in options.cues] or [*LEARN]
    print(*_when_it_is_heard(context), "", sep="\n")
    night = is_night(context.local_time())
    heard = _Hearing(night=night, silent=options.list)
    print(*heard.first_words(), sep="\n")
    width = max(len(MELODIES[cue].sounds) for cue in cues)
    for cue in cues:
        melody = MELODIES[cue]
        print(f"  {cue:<8} {melody.sounds:<{width}}  {melody.means}", flush=True)
        heard.play(cue)
    if not options.cues:
        print()
        sentence = _("Lean in. Then stand up straight. Ten.")
        name, why = try_voice(sentence, night=night, silent=options.list)
        print(_("Voice: {name}.").format(name=name) if name else _("Voice: none."), why)
        print(_("It says: {sentence}").format(sentence=sentence))
    return Exit.DONE if heard.works else Exit.PROBLEMS


def _cue(name: str) -> Cue:
    if name in LEARN:
        return Cue(name)
    all_of_them = _("There are: {names}").format(names=", ".join(LEARN))
    raise CommandError(like(_("There is no tone '{name}'."), name, LEARN, all_of_them))


def _when_it_is_heard(context: Context) -> Iterator[str]:
    choice, profile = context.sound, context.profile
    if profile.sound is SoundPreference.AUTO:
        choice.chosen = SoundMemory.mine().recall()[1]
    by_day, quiet = (sound_words(choice.mode(profile, quiet=quiet)) for quiet in (False, True))
    words = _("In exercises by day you hear: {mode}. In first aid, and at night: {quiet}.")
    yield words.format(mode=by_day, quiet=quiet)
    yield context.said(_("To change it, press m while a routine runs, or start it with --sound tones."), "sound")


class _Hearing:
    """Plays the tones one by one with the first player that works, else rings the bell."""

    def __init__(self, *, night: bool, silent: bool) -> None:
        self._files, self._silent = ToneFiles(SOFT if night else LOUD, _BETWEEN_MS), silent
        self._told: list[str] = []
        self._bell = Bell(ring_terminal)
        self._program: Program | None = None
        programs = found_programs()
        self.works = True
        if silent:
            self._program = next(iter(programs), None)
        elif programs:
            self._find_one_that_works(programs)
        if self._program is None:
            self.works = silent or ring_terminal()

    def _find_one_that_works(self, programs: list[Program]) -> None:
        try:
            self._files.make_all()
        except NotSavedError as error:
            self._told.append(_("No file can be written for a player: {why}.").format(why=visible(str(error))))
            return
        for program in programs:
            why = self._try(program, Cue.COUNT)
            if not why:
                self._program = program
                return
            self._told.append(_("{name} can't play. It says: {why}").format(name=program.name, why=visible(why)))

    def first_words(self) -> Iterator[str]:
        yield from self._told
        if self._program is not None and self._silent:
            yield _("Player: {name}. It is not tried with --list.").format(name=self._program.name)
            return
        if self._program is not None:
            yield _("Player: {name}.").format(name=self._program.name)
            yield _("Do you hear nothing? See that the sound is on, and loud enough.")
            return
        if not self._told:
            names = ", ".join(name for name, *_options in PROGRAMS)
            yield _("No player was found. One of these will do: {names}.").format(names=names)
        if self.works:
            yield _("The terminal's bell rings in its place. Some terminals are set to be silent.")
        else:
            yield _("There is no terminal here, so no bell can ring. Nothing is heard.")

    def play(self, cue: Cue) -> None:
        if self._silent:
            return
        if self._program is not None:
            self._try(self._program, cue)
        elif self.works:
            self._bell.ring(MELODIES[cue])
            self._bell.wait(_BETWEEN_MS / 1000)

    def _try(self, program: Program, cue: Cue) -> str:
        return try_out(program, self._files.get(cue), MELODIES[cue].seconds + _BETWEEN_MS / 1000)
