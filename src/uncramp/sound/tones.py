"""Cues as tones; by the terminal's bell where nothing plays them."""

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from uncramp.sound.bell import Bell
from uncramp.sound.cues import Cue, Moment
from uncramp.sound.melodies import LOUD, MELODIES, SOFT
from uncramp.sound.players import Players, Program, found_programs


class Tones:
    """Plays the weightiest cue of each moment."""

    def __init__(
        self, ring: Callable[[], object], *, night: bool, programs: Callable[[], Iterable[Program]] = found_programs
    ) -> None:
        """Find the players, and start none.

        Args:
            ring: rings the terminal's bell once.
            night: whether it is night, and all is softer.
            programs: finds the players.
        """
        self._bell = Bell(ring)
        self._last = Cue.DONE
        self._players = Players(programs(), lambda: self._bell.ring(MELODIES[self._last]))
        self._files = ToneFiles(SOFT if night else LOUD)

    def hear(self, moment: Moment) -> None:
        """Play the cue; nothing waits for it. After the first all other files are made."""
        cue = moment.cue
        if cue is None or cue not in MELODIES:
            return
        self._bell.stop()
        self._last = cue
        if self._players.program is None or not self._plays(cue):
            self._bell.ring(MELODIES[cue])

    def _plays(self, cue: Cue) -> bool:
        with suppress(OSError):  # a disk that is full, and takes no file: then the bell rings
            plays = self._players.play(self._files.get(cue), MELODIES[cue].seconds)
            self._files.make_all()
            return plays
        return False

    def end(self, *, at_once: bool) -> None:
        """End what plays: at once, or when it has been heard."""
        if not at_once:
            self._players.wait()
            self._bell.wait()
        self._bell.stop()
        self._players.end()
        self._files.remove()


class ToneFiles:
    """The tones as files, each made once, in a folder that nobody else can look into."""

    def __init__(self, loudness: float) -> None:
        self._loudness = loudness
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._made: dict[Cue, Path] = {}

    def get(self, cue: Cue) -> Path:
        """The file of a cue.

        Raises:
            OSError: it can't be written.
        """
        if cue not in self._made:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="uncramp-sound-", ignore_cleanup_errors=True)
            path = Path(self._folder.name, f"{cue}.wav")
            MELODIES[cue].write(path, self._loudness)
            self._made[cue] = path
        return self._made[cue]

    def make_all(self) -> None:
        """Make what will be wanted later, so that nothing comes late then."""
        for cue in MELODIES.keys() - self._made.keys():
            self.get(cue)

    def remove(self) -> None:
        """Leave nothing behind."""
        if self._folder is not None:
            self._folder.cleanup()
