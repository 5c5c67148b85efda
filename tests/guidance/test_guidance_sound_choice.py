"""What is heard from the start of a session on, and what m leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.profile import Profile, SoundPreference
from uncramp.guidance.context import SoundChoice, next_mode

AUTO, OFF, TONES, VOICE = SoundPreference


@pytest.mark.parametrize(
    ("wish", "by_day", "quiet"),
    [(AUTO, TONES, OFF), (OFF, OFF, OFF), (TONES, TONES, OFF), (VOICE, VOICE, OFF)],
)
def test_in_first_aid_and_at_night_the_profile_counts_only_where_it_says_so(
    wish: SoundPreference, by_day: SoundPreference, quiet: SoundPreference
) -> None:
    choice = SoundChoice()
    assert choice.mode(Profile(sound=wish), quiet=False) is by_day
    assert choice.mode(Profile(sound=wish), quiet=True) is quiet
    assert choice.mode(Profile(sound=wish, sound_at_night=True), quiet=True) is by_day


@given(asked=st.sampled_from([OFF, TONES, VOICE]), wish=st.sampled_from(SoundPreference), quiet=st.booleans())
def test_what_is_asked_for_on_the_command_line_wins(
    asked: SoundPreference, wish: SoundPreference, *, quiet: bool
) -> None:
    assert SoundChoice(asked).mode(Profile(sound=wish), quiet=quiet, in_lines=True) is asked


@given(wish=st.sampled_from(SoundPreference), chosen=st.sampled_from([OFF, TONES, VOICE]))
def test_what_m_has_chosen_by_day_is_heard_by_day_alone(wish: SoundPreference, chosen: SoundPreference) -> None:
    choice = SoundChoice(AUTO, chosen)
    assert choice.mode(Profile(sound=wish), quiet=False) is chosen
    assert choice.mode(Profile(sound=wish), quiet=True) is OFF


def test_lines_are_silent_beside_a_screen_reader_unless_asked() -> None:
    assert SoundChoice().mode(Profile(), quiet=False, in_lines=True) is OFF
    assert SoundChoice().mode(Profile(sound=VOICE), quiet=False, in_lines=True) is OFF
    assert SoundChoice(asked=VOICE).mode(Profile(), quiet=False, in_lines=True) is VOICE


def test_m_goes_round() -> None:
    assert [next_mode(mode) for mode in (OFF, TONES, VOICE)] == [TONES, VOICE, OFF]
