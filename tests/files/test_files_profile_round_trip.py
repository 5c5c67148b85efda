"""Whatever profile is saved over whatever file is read back as it was."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profile_samples import COMMENTED

from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, SoundPreference, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.problems import Problems
from uncramp.files.profile import read_profile
from uncramp.files.profile_saving import save_profile

numbers = st.sampled_from(["", "112", "000", "+44 20 7946 0000", "(030) 1-2/3"])
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
pregnancies: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"due_date": days}),
    st.fixed_dictionaries({"week": st.integers(1, 42), "week_on": days}),
)
profiles = st.builds(
    lambda pregnancy, rest: replace(rest, **pregnancy),
    pregnancies,
    st.builds(
        Profile,
        tags=st.frozensets(st.sampled_from(Tag)),
        usual_side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
        get_ready=st.none() | st.integers(0, 60),
        emergency_number=numbers,
        doctor_number=numbers | st.just("020 7946 ext. 12"),
        midwife_number=numbers | st.just("+49 30 x1"),
        clot_risk_until=st.none() | days,
        theme=st.sampled_from(Theme),
        sound=st.sampled_from(SoundPreference),
        sound_at_night=st.booleans(),
        motion=st.sampled_from(MotionPreference),
        figures=st.sampled_from(FigurePreference),
        keys=st.sampled_from([(), (("undo", "z"), ("yes", "j"), ("leave", "k"))]),
        times=st.sets(st.times().map(lambda one: one.replace(second=0, microsecond=0)), max_size=6).map(
            lambda found: tuple(sorted(found))
        ),
    ),
)
starts = st.sampled_from(
    [
        COMMENTED,
        "",
        "# a",
        "{}",
        "{sound: on} # a\n",
        COMMENTED.replace("\n", "\r\n"),
        "---\nsound: on\n...\n",
        "tags:\n- diabetes\n\n# a\nsound: on",
        "? theme\n: day # a\n",
        "  theme: day\n  # a\n  sound: on\n",
        "theme: |\n  day\n  \n# a\nsound: on\n",
        'doctor_number: "020\n  30" # a\n# b\n',
    ]
)


@given(starts, st.lists(profiles, min_size=1, max_size=3))
def test_whatever_is_saved_is_read_back_and_no_comment_is_lost_unsaid(
    tmp_path_factory: pytest.TempPathFactory, start: str, changes: list[Profile]
) -> None:
    path = tmp_path_factory.getbasetemp() / "saved.yaml"
    path.write_bytes(start.encode())
    for profile in changes:
        before = path.read_bytes().decode().count("#")
        saved = save_profile(path, profile)
        assert read_profile(path.read_bytes(), path="", problems=Problems()) == profile
        assert path.read_text().count("#") + len(saved.lost_comments) >= before or saved.kept
