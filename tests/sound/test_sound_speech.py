"""What is said, and when: over in time, in the words of the screen, and enough to follow with the eyes shut."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound_stage import LIBRARY, Does, moments, plan_of

from uncramp.domain import events as ev
from uncramp.domain.own_keys import OwnKeys
from uncramp.domain.plan import Answer, IntervalKind, Plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.domain.session import Session
from uncramp.guidance.view import view_of
from uncramp.sound.cues import moment_of
from uncramp.sound.speech import LONGEST_READY_S, Speech, Utterance, Weight, time_to_listen
from uncramp.sound.spoken import spoken
from uncramp.words.session import happened, spoken_time

CARD = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."
ROUTINES = sorted(LIBRARY.names())


def said(plan: Plan, does: Does | None = None, own: OwnKeys = ()) -> list[Utterance]:
    speech = Speech(lambda _alarm: CARD, own)
    return [one for moment in moments(plan, does) if (one := speech.say(moment)) is not None]


def words(plan: Plan, does: Does | None = None) -> list[tuple[float, str]]:
    return [(one.at / 1000, one.words) for one in said(plan, does)]


@settings(max_examples=40)
@given(
    name=st.sampled_from(ROUTINES),
    tags=st.frozensets(st.sampled_from(Tag), max_size=2),
    listens=st.booleans(),
    answer=st.sampled_from([None, Answer.YES, Answer.NO]),
    every=st.integers(5, 70),
)
def test_all_that_is_said_is_over_before_the_next_in_every_routine(
    name: str, tags: frozenset[Tag], answer: Answer | None, every: int, *, listens: bool
) -> None:
    """Whatever is answered. Only what a person does cuts a sentence off."""
    plan = plan_of(name, Profile(tags))
    plan = time_to_listen(plan) if listens else plan
    keys = range(3, 900, every)
    does = {} if answer is None else {at: lambda session, now: session.answer(now, answer) for at in keys}
    utterances = said(plan, does)
    by_key = {at * 1000 for at in does}
    answered = {one.now for one in moments(plan, does) if any(isinstance(event, ev.Answered) for event in one.events)}
    for one, after in pairwise(utterances):
        cut = (
            after.weight is not Weight.CLOCK
            or one.weight is Weight.CARD
            or any(at <= after.at < at + 1_000 for at in by_key)
            or any(one.at <= at <= after.at for at in answered)
        )
        assert cut or one.at + one.length <= after.at, (one, after)
        assert one.latest is None or one.latest >= one.at


def readable(session: Session, events: list[ev.Event], now: int) -> Iterator[str]:
    """What stands on the screen at one moment, its clock in words; what does not fit is one key away."""
    yield from (happened(event, session.plan) for event in events)
    yield from session.plan.cautions
    view = view_of(session, now)
    if (scene := view.scene) is not None:
        yield from (scene.name, scene.headline, scene.say, scene.how, scene.move, scene.next, scene.of, scene.caution)
        yield scene.progress.replace(" ·", ",")
        yield from (f"{one.key}: {one.words}" for one in scene.choices)
        yield from (f"Enter: {scene.enter}", f"o: {view.offer}")
        yield f"{spoken_time(scene.seconds)} left"


@pytest.mark.parametrize("name", ["daily-calf", "daily-calf-full", "cramp-calf", "foot-bath", "legs-up"])
def test_nothing_is_said_that_cannot_also_be_read(name: str) -> None:
    session, speech, now = Session(plan_of(name)), Speech(lambda _alarm: CARD), 0
    events = session.start(now)
    while not session.phase.over:
        if events and (utterance := speech.say(moment_of(session, events, now))):
            there = [spoken(one).casefold() for one in readable(session, events, now)]
            for phrase in utterance.shown:
                heard = spoken(phrase).rstrip(".").casefold()
                assert any(heard in one for one in there), (heard, there)
        now += 500
        events = session.tick(now)


def test_the_daily_calf_routine_can_be_done_by_ear() -> None:
    heard = words(time_to_listen(plan_of("daily-calf")))
    start, text = heard[0]
    assert start == 0
    assert "hands on it at chest height, feet flat" in text
    moves = [text for _at, text in heard[1:-1]]
    assert moves[:4] == ["Lean in. 1 of 50.", "Upright.", "Lean in.", "Upright."]
    assert [text for text in moves if "of 50" in text] == [f"Lean in. {n} of 50." for n in (1, 10, 20, 30, 40, 50)]
    assert len(moves) == 100
    assert moves[-1] == "Upright. Then you are done."
    assert heard[-1][1] == "Well done."


def test_what_is_true_of_the_person_is_said_before_how_and_other_cautions_after_it() -> None:
    for name, tags, first, then in (
        ("bedtime", {Tag.LATE_PREGNANCY}, "Lean only a little.", "Sit on the edge of the bed."),
        ("daily-calf", set[Tag](), "Stand at arm's length from a wall", "You should feel a stretch, not pain."),
    ):
        heard = " ".join(text for _at, text in words(time_to_listen(plan_of(name, Profile(frozenset(tags))))))
        assert heard.index(first) < heard.index(then)


def test_of_moves_that_pass_too_fast_the_first_and_each_tenth_are_said() -> None:
    heard = [text for _at, text in words(time_to_listen(plan_of("foot-exercises")))]
    assert [text for text in heard if "of 30" in text][:4] == [
        "Feet up and down. 1 of 30.",
        "Feet up and down. 10 of 30.",
        "Feet up and down. 20 of 30.",
        "30 of 30.",
    ]


def test_a_cramp_is_told_what_to_do_first_then_how_then_the_keys() -> None:
    (at, first), (soon, second), (_ease, third), *_rest = words(plan_of("cramp-calf"))
    assert at == 0
    assert first.startswith("Pull your toes toward your shin. Slowly. Toes up. Your cramped leg. 30 seconds.")
    assert "Take your toes, or a towel round the foot." in first
    assert soon == 20
    assert second.startswith("10 seconds left. Next: ease off, 10 seconds. It may hurt at first, then ease.")
    assert third.endswith("Enter: it's stopped. O: Stand, hold on, heel down.")


def test_a_voice_names_the_keys_of_one_s_own() -> None:
    own = (("worse", "k"), ("try_other", "j"), ("yes", "z"), ("not_sure", "x"))
    heard = [one.words for one in said(plan_of("cramp-calf", Profile(keys=own)), own=own)]
    for words in ("J: Stand, hold on, heel down.", "getting worse, press k.", "Z: Yes.", "N: No.", "X: Not sure.",
                  "Z: It's stopped. N: Not yet."):  # fmt: skip
        assert any(words in one for one in heard), words


def test_side_halfway_rest_and_what_comes_next_are_said() -> None:
    heard = [text for _at, text in words(time_to_listen(plan_of("daily-calf-full")))]
    assert "Halfway." in heard
    assert "10 seconds left. Next: switch sides, 10 seconds." in heard
    assert "Switch sides. Right leg. 10 seconds. Next: hold, 30 seconds." in heard
    assert "Rest. 30 seconds. Set 2 of 2. Next: rise, 2 seconds." in heard


def test_whom_to_call_is_said_at_once_and_its_numbers_digit_by_digit() -> None:
    speech = Speech(lambda _alarm: "This may be a blood clot. Call your doctor (030 1234) today.")
    yes = {245: lambda session, now: session.answer(now, Answer.YES)}
    cards = [
        one for moment in moments(plan_of("cramp-calf"), yes) if (one := speech.say(moment)) and one.latest is None
    ]
    card = next(one for one in cards if one.weight is Weight.CARD)
    assert card.at == 245_000
    assert card.words == "This may be a blood clot. Call your doctor, 0 3 0 1 2 3 4 today."


def test_what_the_person_does_is_answered() -> None:
    does: Does = {
        8: Session.pause,
        12: Session.resume,
        20: Session.more_time,
        40: Session.other_side,
        45: Session.undo,
        50: Session.relief,
    }
    heard = dict(words(plan_of("cramp-calf"), does))
    assert heard[8] == "Paused."
    assert heard[12].startswith("Going on. Toes up. 22 seconds left.")
    assert "Take your toes" in heard[12], "it was cut off"
    assert heard[20].startswith("10 seconds more.")
    assert heard[40].startswith("Now the left leg.")
    assert heard[45].startswith("Taken back: ")
    assert heard[50].startswith("Good. The cramp lasted 50 seconds. Is one leg swollen")


def test_time_to_listen_changes_nothing_but_how_long_one_gets_ready() -> None:
    for name in ROUTINES:
        plan = plan_of(name)
        longer = time_to_listen(plan)
        for one, other in zip(plan.intervals, longer.intervals, strict=True):
            if one.kind is not IntervalKind.GET_READY:
                assert one == other
            else:
                assert (one.seconds or 0) <= (other.seconds or 0) <= max(one.seconds or 0, LONGEST_READY_S)
    assert time_to_listen(plan_of("cramp-calf")) == plan_of("cramp-calf")
