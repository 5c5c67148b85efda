"""What is heard on the screen, who turns it on, and what is remembered. There is no player here: the bell rings."""

from pathlib import Path

import pytest
from recording_stage import GONE, recorded

from app_driver import DAY, NIGHT, AppDriver
from uncramp.domain.profile import Profile, SoundPreference
from uncramp.sound.cues import Cue, Moment
from uncramp.sound.session_sound import SessionSound
from uncramp.sound.speech import Speech
from uncramp.tui.app import UncrampApp

FIRST = "Sound is on. m: voice, then off."


@pytest.fixture
def rung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the bell has rung."""
    monkeypatch.setenv("PATH", str(tmp_path))
    bells: list[int] = []
    monkeypatch.setattr(UncrampApp, "bell", lambda _app: bells.append(1))
    return bells


def driver(profile: Profile | None = None, *, night: bool = False) -> AppDriver:
    made = AppDriver(NIGHT if night else DAY, profile=profile)
    made.context.sound.asked = None
    return made


async def test_an_exercise_by_day_sounds_and_says_so_the_first_time_ever(rung: list[int], own_home: Path) -> None:
    async with driver().running("daily-calf") as hand:
        await hand.until(lambda: bool(rung) and FIRST in hand.words())
    assert (own_home / "sound").read_text() == "told\n"
    async with driver().running("daily-calf") as hand:
        heard = len(rung)
        await hand.until(lambda: len(rung) > heard)
        assert FIRST not in hand.words()


@pytest.mark.parametrize(("name", "night"), [("daily-calf", True), ("cramp-calf", False), ("cramp-calf", True)])
@pytest.mark.usefixtures("rung")
async def test_first_aid_and_night_load_nothing_of_it_until_m_asks_for_it_there(
    name: str, own_home: Path, *, night: bool
) -> None:
    async with driver(Profile(sound=SoundPreference.TONES), night=night).running(name) as hand:
        await hand.pass_time(7)
        assert hand.play._sound is None
        await hand.press("m")
        assert "Sound: tones." in hand.words()
        await hand.press("m")
        assert "Sound: voice." in hand.words()
        await hand.press("m")
        assert "Sound: off." in hand.words()
    assert not (own_home / "sound").exists()
    assert hand.context.sound.chosen is None


async def test_m_is_remembered_by_day_in_an_exercise_and_the_next_one_begins_so(
    rung: list[int], own_home: Path
) -> None:
    async with driver().running("daily-calf") as hand:
        await hand.until(lambda: bool(rung))
        await hand.press("m")
        await hand.press("m")
        assert "Sound: off." in hand.words()
        await hand.until(lambda: (own_home / "sound").read_text() == "off\n")
        heard = len(rung)
        await hand.pass_time(20)
        assert len(rung) == heard
    async with driver().running("daily-calf") as hand:
        await hand.until(lambda: hand.play._sound is not None)
        assert hand.play._sound is not None
        assert hand.play._sound.mode is SoundPreference.OFF


async def test_what_is_heard_is_seen_halfway_too(rung: list[int]) -> None:
    made = driver(Profile(sound_at_night=True))
    async with made.running("cramp-calf") as hand:
        await hand.until(lambda: bool(rung))
        await hand.press("enter")
        await hand.press("n")
        await hand.pass_time(31)
        assert "Halfway." in hand.words()


async def test_by_voice_m_says_what_to_do_at_once_and_the_end_asks_aloud_once_and_again_goes_on_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speech, said, urgent = Speech(lambda _alarm: "Call."), list[str](), list[Moment]()

    def hear(sound: SessionSound, moment: Moment) -> None:
        utterance = speech.say(moment) if sound.mode is SoundPreference.VOICE else None
        said.extend([utterance.words] if utterance else [])
        urgent.extend([moment] if moment.cue is Cue.URGENT else [])

    monkeypatch.setattr(SessionSound, "_tell", hear)
    with recorded(driver(night=True)) as hand:
        async with hand.running("cramp-calf", size=(100, 40)):
            await hand.pass_time(12)
            await hand.press("m", "m")
            assert said[-1].startswith("Toes up. Your cramped leg. 18 seconds left. Pull your toes")
            await hand.press(*GONE)
            assert said[-1] == (
                "It's stopped. How strong was it? 1 is hardly any pain, 10 the worst. For 10 press 0. Enter: skip this."
            )
            await hand.press("7")
            assert said[-1].startswith("Which leg was it? 1: left. 2: right. 3: both.")
            await hand.press("2")
            assert said[-1].startswith("Any of these? When the cramp started, or now. 0: None of these. 1: ")
            many = len(said)
            await hand.press("1")
            assert len(urgent) == 1
            await hand.press("q", "enter")
            assert said[many + 1 :] == ["What you said is kept. You can add more later, in your diary."]
            await hand.press("a")
            assert hand.app.context.sound_at_start(hand.play.session.plan) is SoundPreference.VOICE
