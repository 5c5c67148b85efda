"""The form about a day: which routines are in it, and how often."""

from datetime import date
from pathlib import Path

from uncramp.domain.profile import Profile
from uncramp.files.library import Library
from uncramp.guidance.form import ChoiceField
from uncramp.guidance.profile_form import plan_groups, plan_words

SHIPPED = Path(__file__).parents[2] / "routines"
OWN = "title: Heel drops\npurpose: daily\nfor: calf\nper_day: 2\nsteps:\n  - name: Lower\n    say: Lower.\n    moves: [down 3s]\n"


def fields(own: Path | None = None) -> dict[str, ChoiceField]:
    groups = plan_groups(Library(SHIPPED, own), date(2026, 11, 23))
    return {one.id: one for group in groups for one in group.fields if isinstance(one, ChoiceField)}


def test_each_routine_for_a_day_is_asked_about_and_says_what_is_usual() -> None:
    found = fields()
    assert "cramp-calf" not in found
    said = {name: found[name].answer(Profile()) for name in ("daily-calf", "legs-up", "bedtime", "walk")}
    assert said == {"daily-calf": "3 a day", "legs-up": "2 a day", "bedtime": "1 a day", "walk": "not in it"}


def test_a_choice_is_kept_and_what_is_usual_is_not() -> None:
    walk = fields()["walk"]
    once = walk.step(Profile()).value
    assert once is not None
    assert once.plan == (("walk", 1),)
    back = walk.step(once, -1).value
    assert back is not None
    assert back.plan == ()


def test_an_own_file_says_what_is_usual_for_it(tmp_path: Path) -> None:
    (tmp_path / "heel-drops.yaml").write_text(OWN, encoding="utf-8")
    drops = fields(tmp_path)["heel-drops"]
    assert drops.answer(Profile()) == "2 a day"
    assert drops.hint == "Its file says: 2× a day."
    assert drops.answer(Profile(plan=(("heel-drops", 0),))) == "not in it"


def test_what_was_chosen_is_said_in_one_line() -> None:
    assert plan_words(Profile(plan=(("walk", 2), ("legs-up", 0)))) == "walk 2× a day, no legs-up"
    assert plan_words(Profile()) == ""
