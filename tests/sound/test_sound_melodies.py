"""The tones, measured: quiet, without clicks, and told apart by their pitches and their rhythm."""

import wave
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from uncramp.sound.cues import Cue
from uncramp.sound.melodies import LOUD, MELODIES, RATE, SOFT, Melody

WINDOW = RATE * 30 // 1000


def contour(melody: Melody) -> list[int]:
    """The pitch of each 30 ms, in hertz, by how often the wave goes up through zero; 0 where it is silent."""
    samples = melody.samples(LOUD)
    found = []
    for start in range(0, len(samples) - WINDOW + 1, WINDOW):
        part = samples[start : start + WINDOW]
        ups = [at for at, (one, two) in enumerate(pairwise(part)) if one < 0 <= two]
        loud = max(map(abs, part)) > LOUD * 32_767 / 4
        found.append(round(RATE * (len(ups) - 1) / (ups[-1] - ups[0])) if loud and len(ups) > 2 else 0)
    return found


def test_every_cue_but_that_of_ten_seconds_has_a_tone_and_a_pattern_of_the_bell() -> None:
    assert MELODIES.keys() == {*Cue} - {Cue.SOON}
    assert all(melody.rings[0] == 0 and [*melody.rings] == sorted({*melody.rings}) for melody in MELODIES.values())


@pytest.mark.parametrize("cue", MELODIES)
def test_a_tone_is_quiet_in_reach_of_small_speakers_and_has_no_edge(cue: Cue) -> None:
    melody = MELODIES[cue]
    samples = melody.samples(LOUD)
    assert max(map(abs, samples)) == round(LOUD * 32_767) < 32_767 // 2
    assert max(map(abs, melody.samples(SOFT))) < max(map(abs, samples)) / 2
    assert all(300 <= pitch <= 2000 for pitch in contour(melody) if pitch)
    assert any(contour(melody))
    steps = [abs(one - two) for one, two in pairwise(samples)]
    assert max(abs(samples[0]), abs(samples[-1])) < 40
    assert max(steps[: RATE // 2000], default=0) < max(steps) / 4, "it begins with a click"
    assert max(steps[-RATE // 2000 :]) < max(steps) / 4, "it ends with a click"


def test_no_two_tones_are_alike() -> None:
    """Somewhere they differ by a third at least, or in where they are silent, or one is half as long again."""
    contours = {cue: contour(melody) for cue, melody in MELODIES.items()}
    for one, other in combinations(contours, 2):
        pairs = zip(contours[one], contours[other], strict=False)
        pitches = any(abs(a - b) > min(a, b) / 4 for a, b in pairs)
        lengths = sorted((MELODIES[one].seconds, MELODIES[other].seconds))
        assert pitches or lengths[1] > 1.5 * lengths[0], (one, other)


def test_into_the_move_goes_up_and_back_goes_down() -> None:
    for cue, way in ((Cue.BEGIN, 1), (Cue.TENTH, 1), (Cue.BACK, -1), (Cue.REST, -1), (Cue.ASK, 1), (Cue.DONE, 1)):
        pitches = [pitch for pitch in contour(MELODIES[cue]) if pitch]
        assert (pitches[-1] - pitches[0]) * way > 0, cue


def test_the_file_is_one_that_any_player_takes(tmp_path: Path) -> None:
    path = tmp_path / "done.wav"
    path.write_bytes(MELODIES[Cue.DONE].wave_file(LOUD, silence_ms=500))
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() / RATE == pytest.approx(MELODIES[Cue.DONE].seconds + 0.5, abs=0.001)
        frames = file.readframes(file.getnframes())
    assert int.from_bytes(frames[2000:2002], "little", signed=True) == MELODIES[Cue.DONE].samples(LOUD)[1000]
