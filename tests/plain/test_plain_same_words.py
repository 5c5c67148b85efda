"""All that the screen says, plain says: both play the same plan, and what was said is compared.

What to do and the time are said no later. How, the caution and the other routine may come a little later.
"""

import re
from collections.abc import Iterator

import pytest
from plain_stage import NIGHT, Stage
from textual.binding import Binding

from app_driver import AppDriver
from uncramp.domain.plan import IntervalKind
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.guidance import actions
from uncramp.guidance.view import Scene, View
from uncramp.plain import keys
from uncramp.plain.pages import nothing_lines, signs_lines, why_lines
from uncramp.tui.keys import MARK_BEFORE, MARK_NEXT, TICK
from uncramp.tui.screens import finish
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.widgets.screen_frame import TopBar
from uncramp.tui.widgets.session_stage import SessionStage as ScreenStage
from uncramp.words.signs import Reason, no_diagnosis, warning_signs, what_now, whom_to_call

LATER = 20_000.0
"""Seconds after which nobody plays any more."""

GONE = [(35.0, "enter"), (40.0, "n"), (230.0, "y")]
"""Relief, no clot, and the warm pack."""
TYPED = {"enter": ""}


class Shown:
    """What the screen has shown, and when first."""

    def __init__(self) -> None:
        self.words: dict[str, float] = {}
        self.waiting: set[str] = set()
        """What may be said later: how, and the caution."""
        self.moves: list[tuple[float, str]] = []
        self._last: tuple[str, ...] = ()

    def note(self, seconds: float, *words: str) -> None:
        for one in filter(None, words):
            self.words.setdefault(one, seconds)

    def look(self, seconds: float, view: View) -> None:
        self.note(seconds, *_shown(view))
        if (scene := view.scene) is not None:
            self.waiting |= {scene.how, scene.caution, view.offer}
            here = (scene.name, scene.move, scene.progress)
            if here != self._last and not scene.choices and not _uncounted(scene):
                self.moves.append((seconds, scene.move))
            self._last = here


def _shown(view: View) -> Iterator[str]:
    yield view.title
    if view.scene is not None:
        yield from _scene(view.scene)


def _scene(scene: Scene) -> Iterator[str]:
    yield from [scene.say] if scene.choices else [scene.say, scene.enter]
    yield from [] if _uncounted(scene) else scene.progress.split(" · ")
    yield from (choice.words for choice in scene.choices)
    if scene.choices:
        yield scene.of
    if not scene.next.endswith(("second", "seconds", "minute", "minutes")):  # a move, said as it begins
        yield scene.next


def _uncounted(scene: Scene) -> bool:
    """Whether it is one of very many brief repetitions that only the screen counts: all but first, fifths and last."""
    found = re.search(r"(\d+) of 50", scene.progress)
    return found is not None and found[1] not in ("1", "50") and (int(found[1]) % 5 > 0 or scene.move == "upright")


async def on_screen(
    name: str, profile: Profile, script: list[tuple[float, str]], monkeypatch: pytest.MonkeyPatch
) -> tuple[Shown, list[str]]:
    """Play on the screen: what was shown, and the words at the end."""
    hand, shown = AppDriver(NIGHT, profile=profile), Shown()
    show, show_top = ScreenStage.show, TopBar.show

    def look(stage: ScreenStage, view: View, *, helper: bool, notice: str = "") -> None:
        shown.look((hand.now - 50_000) / 1000, view)
        show(stage, view, helper=helper, notice=notice)

    def note(bar: TopBar, title: str, note: str = "", notice: str = "") -> None:
        shown.note((hand.now - 50_000) / 1000, notice)
        show_top(bar, title, note, notice)

    monkeypatch.setattr(ScreenStage, "show", look)
    monkeypatch.setattr(TopBar, "show", note)
    async with hand.running(name):
        for seconds, key in script:
            await hand.pass_time(seconds - 0.4 - (hand.now - 50_000) / 1000)
            await hand.press(key)
        while isinstance(hand.screen, SessionScreen):
            await hand.pass_time(30)
        assert isinstance(hand.screen, FinishScreen)
        return shown, [words for words in hand.screen._words() if words]


@pytest.mark.parametrize(
    ("name", "tags", "script"),
    [
        ("cramp-calf", (), []),
        ("cramp-calf", (), GONE),
        ("cramp-calf", (Tag.VARICOSE_VEINS, Tag.DIABETES), [(85.0, "o"), (95.0, "enter")]),
        ("cramp-thigh", (), [(3.0, "y")]),
        ("daily-calf", (), []),
        ("bedtime", (), []),
        ("bedtime", (Tag.LATE_PREGNANCY, Tag.FLAT_FEET), []),
    ],
)
async def test_what_the_screen_shows_is_said_by_then(
    name: str, tags: tuple[Tag, ...], script: list[tuple[float, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(frozenset(tags))
    shown, at_the_end = await on_screen(name, profile, script, monkeypatch)
    stage = Stage([*((at, TYPED.get(key, key)) for at, key in script), (LATER, "")], when=NIGHT)
    stage.play(name, profile)

    said = [(at, line.casefold()) for at, line in zip(stage.at, stage.said, strict=True)]
    late = {
        words: when
        for words, when in shown.words.items()
        if not any(words.casefold().rstrip(".") in line for at, line in said if at <= when)
    }
    assert not late
    whole = "\n".join(line for _at, line in said)
    why = "\n".join(line.casefold() for line in _all_why(stage, name, profile))
    for words in filter(None, shown.waiting):
        for one in re.split(r"(?<=[.!]) ", words.casefold()):
            assert one.rstrip(".") in whole or one.rstrip(".") in why
    moves = {(at, line.split(".")[0]) for at, line in said}
    assert [one for one in shown.moves if one not in moves] == []
    headline, *_ = at_the_end
    assert headline in stage.said


def _all_why(stage: Stage, name: str, profile: Profile) -> Iterator[str]:
    """All that can be read of each step on `i`, for those that are left before their how has been said."""
    plan = stage.plan(name, profile)
    for one in (plan, *(other for _name, other in plan.others)):
        for interval in one.intervals:
            yield from why_lines(one, interval.step, {})


def test_what_the_screens_session_can_do_can_be_typed_by_its_letter_or_scrolls_by_itself() -> None:
    names = {"enter": "", "space": " ", "exclamation_mark": "!", "plus": "+", "equals_sign": "=",
             "question_mark": "?", "f1": "?", "escape": "b", "backspace": "b", "left": "<", "right": ">"}  # fmt: skip
    for action in actions.SESSION:
        if action is not actions.WHERE:  # on the screen one looks
            assert {names.get(key, key) for key in action.keys.split(",")} <= set(action.typed), action
    bound = {binding.id for binding in SessionScreen.BINDINGS if isinstance(binding, Binding) and binding.id}
    clicks = {"click_on", "click_back"}  # as on and back
    assert bound - actions.BY_ID.keys() - clicks == {"read_on", "read_back", "mark(1)", "mark(-1)"}
    assert actions.BY_ID.keys() - bound == {"where", "keys"}  # "?" is the app's, as everywhere


OF_THE_SCREEN = (TICK, MARK_NEXT, MARK_BEFORE, actions.GIVE_MARKED)
"""Lines mark nothing: each answer is typed by its number."""


def test_what_can_be_done_after_a_cramp_can_be_typed() -> None:
    for action in finish.ASKING:
        if action not in OF_THE_SCREEN:
            assert action in keys.ASKING


def test_every_warning_sign_is_said_under_what_the_moment_calls_for() -> None:
    for reason in Reason:
        said = "\n".join(signs_lines(Stage().console.context, actions.Alarm(reason)))
        assert what_now(reason, whom_to_call()) in said
        assert no_diagnosis() in said
        for group in warning_signs("112"):
            assert group.heading in said
            assert all(sign in said for sign in group.signs)


def test_a_routine_that_is_not_for_the_person_says_why() -> None:
    stage = Stage()
    person = Profile(frozenset({Tag.CLOT_RISK, Tag.RECENT_INJURY, Tag.BALANCE_PROBLEM}))
    empty = [plan for name in stage.library.names() if not (plan := stage.plan(name, person)).intervals]
    assert empty, "this person is led round at least one routine"
    said = list(nothing_lines(empty[0]))
    assert "This routine is not for you." in said
    assert any(empty[0].changes[0].why in line for line in said)


def test_the_plain_mode_knows_no_sort_of_interval_that_it_leaves_out() -> None:
    """Each sort that the shipped routines have comes up in what is played above."""
    stage = Stage()
    names = ("cramp-calf", "cramp-thigh", "daily-calf", "bedtime")
    sorts = {one.kind for name in names for one in stage.plan(name).intervals}
    every = {one.kind for name in stage.library.names() for one in stage.plan(name).intervals}
    assert sorts | {IntervalKind.REST, IntervalKind.OWN_PACE} >= every  # these two have tests of their own
