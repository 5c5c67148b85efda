"""How each cue sounds: its notes, its meaning in words, its pattern on a bell, and the file that a player plays."""

import math
import shutil
import sys
import wave
from array import array
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zlib import crc32

from uncramp.files.disk import write_whole
from uncramp.i18n import _
from uncramp.paths import cache_folder
from uncramp.sound.cues import Cue

RATE = 11_025
"""Samples a second: enough for the overtone of the highest note."""

LOUD, SOFT = 0.25, 0.08
"""The highest sample, of 1, by day and at night."""

_RISE_MS, _FALL_MS = 8, 35
"""How long a note takes to come and to go: a sudden edge would click."""

_OVERTONE = 0.25
"""How much of the octave sounds with a note: small speakers bring it better than the note itself."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note; 0 Hz is silence."""

    hertz: int
    ms: int
    to: int = 0
    """The pitch that it glides to; 0 for one that stays."""


@dataclass(frozen=True, slots=True)
class Melody:
    """The sound of one cue."""

    notes: tuple[Note, ...]
    rings: tuple[int, ...]
    """When the bell rings in its place, in milliseconds from its beginning."""
    sounds: str
    """How it sounds, in words."""
    means: str
    """What to do, in words."""

    @property
    def seconds(self) -> float:
        return sum(note.ms for note in self.notes) / 1000

    def samples(self, loudness: float) -> "array[int]":
        """It as 16-bit samples, the highest of them `loudness` of what fits."""
        made = [sample for note in self.notes for sample in _of_note(note)]
        highest = max(map(abs, made))
        return array("h", (round(sample / highest * loudness * 32_767) for sample in made))

    def wave_file(self, loudness: float, silence_ms: int = 0) -> bytes:
        """It as a wave file, with so much silence behind it."""
        samples = self.samples(loudness)
        samples.extend([0] * (RATE * silence_ms // 1000))
        if sys.byteorder == "big":
            samples.byteswap()
        made = BytesIO()
        with wave.open(made, "wb") as file:
            file.setparams((1, 2, RATE, len(samples), "NONE", ""))
            file.writeframes(samples.tobytes())
        return made.getvalue()


def _of_note(note: Note) -> list[float]:
    many = RATE * note.ms // 1000
    rise, fall = RATE * _RISE_MS // 1000, RATE * _FALL_MS // 1000
    step = math.tau * note.hertz / RATE
    more = math.tau * ((note.to or note.hertz) - note.hertz) / RATE / many
    made, phase = [], 0.0
    for nth in range(many):
        phase += step + more * nth
        sample = math.sin(phase) + _OVERTONE * math.sin(2 * phase)
        if nth < rise or many - nth < fall:
            edge = min(nth / rise, (many - nth) / fall, 1.0)
            sample *= 0.5 - 0.5 * math.cos(math.pi * edge)
        made.append(sample)
    return made


_FOLDER = "tones-"

_GAP = Note(0, 60)

MELODIES = {
    Cue.BEGIN: Melody((Note(587, 90), Note(880, 150)), (0,), _("two notes, up"), _("Go into the move.")),
    Cue.HOLD: Melody((Note(740, 320),), (0, 500), _("one long note"), _("Hold, or do the next part of the move.")),
    Cue.BACK: Melody((Note(880, 90), Note(587, 150)), (0, 160), _("two notes, down"), _("Let go, or come back.")),
    Cue.TENTH: Melody(
        (Note(587, 90), Note(880, 110), _GAP, Note(1175, 70), _GAP, Note(1175, 90)),
        (0, 300, 460),
        _("up, and two high ones"),
        _("Go in. It is the 10th, 20th and so on."),
    ),
    Cue.REST: Melody(
        (Note(523, 420, to=349),), (0, 400, 800), _("one note that sinks"), _("Rest, or get ready for what comes next.")
    ),
    Cue.CHANGE: Melody(
        (Note(494, 90), Note(988, 90), Note(494, 90), Note(988, 130)),
        (0, 160, 320, 480),
        _("low, high, low, high"),
        _("Change sides."),
    ),
    Cue.HALFWAY: Melody(
        (Note(784, 70), Note(0, 90), Note(784, 70)), (0, 320), _("the same note twice"), _("Half of it is done.")
    ),
    Cue.COUNT: Melody((Note(1319, 60),), (0,), _("one tick a second"), _("Three, two, one: it ends.")),
    Cue.ASK: Melody((Note(392, 380, to=784),), (0, 160, 600), _("one note that rises"), _("A question: look.")),
    Cue.DONE: Melody(
        (Note(523, 120), Note(659, 120), Note(784, 120), Note(1047, 320)),
        (0, 200, 400, 1000),
        _("four notes, up"),
        _("All done."),
    ),
    Cue.URGENT: Melody(
        (Note(1047, 160), Note(698, 160), Note(1047, 160), Note(698, 160), Note(1047, 160), Note(698, 200)),
        (0, 160, 320, 800, 960, 1120),
        _("high, low, three times"),
        _("Warning signs: look at once."),
    ),
}
"""All cues that have a tone; ten seconds left are said by a voice alone."""


class ToneFiles:
    """The tones as files, each written once: the next start finds them."""

    def __init__(self, loudness: float, silence_ms: int = 0) -> None:
        """Look for no file yet; a player is busy with the silence behind a tone, too."""
        self._loudness, self._silence_ms = loudness, silence_ms
        notes = {cue: melody.notes for cue, melody in MELODIES.items()}
        made_of = repr((notes, RATE, _RISE_MS, _FALL_MS, _OVERTONE)).encode()
        self._tones = cache_folder() / f"{_FOLDER}{crc32(made_of):08x}"
        """Of these very tones: a version that has others finds none of them here."""
        self._folder = self._tones / f"{loudness * 100:.0f}-{silence_ms}"
        self._there: dict[Cue, Path] = {}
        """What was seen to be there: asking the system again would give other threads their turn before a cue."""

    def get(self, cue: Cue) -> Path:
        """The file of a cue.

        Raises:
            NotSavedError: it can't be written.
        """
        if cue not in self._there:
            path = self._folder / f"{cue}.wav"
            if not path.is_file():
                write_whole(path, MELODIES[cue].wave_file(self._loudness, self._silence_ms))
            self._there[cue] = path
        return self._there[cue]

    def make_all(self) -> None:
        """Make what will be wanted later, so that nothing comes late then, and remove what other versions have left.

        Raises:
            NotSavedError: it can't be written.
        """
        for cue in MELODIES:
            self.get(cue)
        for folder in self._tones.parent.glob(f"{_FOLDER}*"):
            if folder != self._tones:
                shutil.rmtree(folder, ignore_errors=True)
