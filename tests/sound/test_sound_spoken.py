"""What is given to a speaker: nothing that it would read wrongly, and nothing that it would take for an order."""

import re
import shutil
import subprocess
import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound_stage import LIBRARY

from uncramp.sound.spoken import RATE, length_ms, phrases, spoken


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Hold for 30 s.", "Hold for 30 seconds."),
        ("1 min", "1 minute"),
        ("3×10", "3 times 10"),
        ("A pillow or two (15 to 30 cm).", "A pillow or two, 15 to 30 centimetres."),
        ("10–15 min", "10 to 15 minutes"),
        ("37 °C", "37 degrees Celsius"),
        ("2.5 kg", "2.5 kilograms"),
        ("Set 1 of 2 · left leg", "Set 1 of 2 left leg"),
        ("Sit up – slowly", "Sit up slowly"),
        ("Don't lock your knees", "Don't lock your knees"),
        ("in 12 steps", "in 12 steps"),
    ],
)
def test_units_and_signs_are_words(written: str, heard: str) -> None:
    assert spoken(written) == heard


def test_numbers_to_call_are_said_digit_by_digit_and_times_are_not() -> None:
    said = spoken("10 minutes, and still cramping. Call your doctor (+49 30 1234) or 112.", calls=True)
    assert said == "10 minutes, and still cramping. Call your doctor, 4 9 3 0 1 2 3 4 or 1 1 2."


@given(st.text(max_size=900))
def test_no_text_is_an_option_an_order_or_markup(text: str) -> None:
    said = spoken(text)
    assert re.fullmatch(r"[\w\s.,:;?!'%-]*", said)
    assert not said.startswith("-")
    assert " -" not in said
    assert said.isprintable()
    assert len(said) <= 600


@given(st.text(alphabet="ab ,.;:?", max_size=200))
def test_phrases_are_short_and_leave_no_word_out(text: str) -> None:
    parts = phrases(text)
    assert " ".join(parts).split() == text.split()
    assert all(len(part.split()) <= 12 for part in parts)


def shipped_phrases() -> list[str]:
    steps = [step for name in LIBRARY.names() for step in LIBRARY.get(name).steps]
    texts = [text for step in steps for text in (step.name, step.say, step.how)]
    return sorted({spoken(part) for text in texts for part in phrases(text)} - {""})


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
def test_a_real_speaker_hardly_ever_takes_longer_than_is_thought(tmp_path: Path) -> None:
    late = []
    parts = shipped_phrases()[::12]
    for part in parts:
        file = tmp_path / "said.wav"
        command = ["espeak-ng", "-v", "en", "-s", str(RATE), "-w", str(file), "--stdin"]
        subprocess.run(command, input=part.encode(), check=True)
        with wave.open(str(file)) as sound:
            frames = sound.readframes(sound.getnframes()).rstrip(b"\0")
            samples = memoryview(frames[: len(frames) // 2 * 2]).cast("h")
            heard = max(at for at, one in enumerate(samples) if abs(one) > 300) / sound.getframerate()
        late += [part] if heard * 1000 > length_ms(part) else []
    assert len(late) <= len(parts) // 50, late
