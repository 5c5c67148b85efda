"""Every dose against the copy of the catalogue's numbers in `doses`."""

import pytest
from doses import ADAPTED, DOSES, NAMES, TIMES, Dose
from shipped import ROUTINES, SOURCES, plan_of

from uncramp.domain.adapt import adapt_steps
from uncramp.domain.duration import parse_duration
from uncramp.domain.plan import Interval, IntervalKind
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Move, Purpose, Sides, Source, Status, Step, Tag


def evidence(sources: tuple[str, ...]) -> set[str]:
    return {_short(SOURCES[name]) for name in sources}


def _short(source: Source) -> str:
    return source.evidence if source.status in (Status.READ, Status.COPY) else str(source.status)


def dose(step: Step) -> Dose:
    return Dose(
        step=step.name,
        moves=", ".join(str(move) for move in step.moves),
        sides=step.sides,
        evidence=" ".join(sorted(evidence(step.sources))),
        repetitions=step.in_sets[0],
        sets=step.sets,
        rest=step.rest,
        change=step.change,
        at_most=step.at_most,
        offer_after=step.offer_after,
        otherwise=step.otherwise,
        optional=step.optional,
    )


def as_read(expected: Dose) -> Dose:
    """The same with times and sources written as `dose` writes them."""
    moves = (one.rsplit(" ", 1) for one in expected.moves.split(", "))
    step = Step(expected.step, moves=tuple(Move(name, parse_duration(length)) for name, length in moves))
    written = dose(step).moves
    return Dose(
        **{
            **vars(expected),
            "moves": written,
            "evidence": " ".join(sorted(expected.evidence.split())),
        }
    )


def test_all_routines_of_the_catalogue_are_there_and_no_others() -> None:
    assert sorted(ROUTINES) == sorted(NAMES) == sorted(DOSES) == sorted(TIMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_dose_is_the_catalogue_s_with_its_sources(name: str) -> None:
    found = [dose(step) for step in ROUTINES[name].steps if step.moves]
    assert found == [as_read(one) for one in DOSES[name]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tag", Tag)
def test_an_adapted_dose_is_in_the_catalogue_too(name: str, tag: Tag) -> None:
    """Words, pictures and sources may differ for a person; numbers only where the table says so."""
    usual = {number(one) for one in DOSES[name]}
    routine, person = ROUTINES[name], Profile(frozenset({tag}))
    choice = routine.choice
    branches = (choice.if_yes, choice.if_no) if choice else ("",)
    adapted = {one.number: one.step for branch in branches for one in adapt_steps(routine, person, branch)[0]}
    others = [dose(step) for step in adapted.values() if step.moves and number(dose(step)) not in usual]
    assert others == [as_read(one) for one in ADAPTED.get((name, tag), ADAPTED.get((name, implied(tag)), ()))]


def number(one: Dose) -> tuple[object, ...]:
    """What in a dose is a number."""
    read = as_read(one)
    return (
        read.moves,
        read.sides,
        read.repetitions,
        read.sets,
        read.rest,
        read.change,
        read.at_most,
        read.optional,
    )


def implied(tag: Tag) -> Tag:
    return Tag.PREGNANT if tag in (Tag.LATE_PREGNANCY, Tag.FROM_WEEK_16) else tag


@pytest.mark.parametrize("name", NAMES)
def test_every_dose_for_anybody_has_a_source_that_there_is(name: str) -> None:
    for step in ROUTINES[name].steps:
        replaced = [one.replace for one in step.adapt if one.replace and one.replace.sources is not None]
        named = [step.sources] * bool(step.moves) + [one.sources or () for one in replaced]
        assert all(named), f"{name}: {step.name} has no source"
        assert {source for sources in named for source in sources} <= SOURCES.keys()


def test_every_dose_without_evidence_says_that_it_is_our_choice() -> None:
    for name, doses in DOSES.items():
        for one, step in zip(doses, (step for step in ROUTINES[name].steps if step.moves), strict=True):
            assert ("our-choice" in step.sources) == ("D" in one.evidence.split()), f"{name}: {step.name}"
            assert evidence(step.sources) - {"S"}, f"{name}: {step.name} is from the articles only"


@pytest.mark.parametrize("name", NAMES)
def test_the_times_add_up(name: str) -> None:
    intervals, expected = plan_of(name).intervals, TIMES[name]
    if name == "cramp-thigh":
        other = plan_of(name).other("cramp-thigh:front")
        assert other is not None
        assert other.seconds == plan_of(name).seconds
    usual = [one for one in intervals if not one.step.optional]
    extra = [one for one in intervals if one.step.optional]
    ready = [one for one in usual if one.kind is IntervalKind.GET_READY]
    assert seconds(ready) == expected.ready
    assert seconds(usual) - seconds(ready) == parse_duration(expected.work)
    assert seconds(extra) == parse_duration(expected.optional)


def seconds(intervals: list[Interval]) -> int:
    return sum(one.seconds or 0 for one in intervals)


def test_what_the_catalogue_says_of_whole_times_holds() -> None:
    whole = {name: parse_duration(times.work) + times.ready for name, times in TIMES.items()}
    assert parse_duration(TIMES["daily-calf"].work) == 300
    assert 13 * 60 <= whole["daily-calf-full"] < 14 * 60
    assert abs(whole["bedtime"] - 150) <= 10
    assert parse_duration(TIMES["desk-break"].work) == 40
    assert 14 * 60 <= whole["foot-bath"] < 15 * 60
    assert whole["self-massage"] == 180


@pytest.mark.parametrize("name", NAMES)
def test_time_to_get_ready_is_for_the_day(name: str) -> None:
    """None in first aid; else 5 seconds, or 10 where the position changes."""
    ready = [one.seconds for one in plan_of(name).intervals if one.kind is IntervalKind.GET_READY]
    if ROUTINES[name].purpose is Purpose.FIRST_AID:
        assert ready == []
    else:
        assert ready
        assert set(ready) <= {5, 10}


def test_a_foot_pump_takes_a_second_and_a_circle_two() -> None:
    for name, routine in ROUTINES.items():
        for step in routine.steps:
            for move in step.moves:
                assert move.name != "pump" or move.seconds == 1, name
                assert move.name not in {"circle", "circle back"} or move.seconds == 2, name


def test_the_temperatures_of_the_foot_bath_are_the_catalogue_s() -> None:
    bath = next(step for step in ROUTINES["foot-bath"].steps if step.name == "Warm, then cool")
    assert "37 °C" in bath.how
    assert "32 °C" in bath.how


def test_the_choice_at_the_start_is_help_itself_and_goes_on_by_itself() -> None:
    question = plan_of("cramp-thigh").intervals[0].question
    assert question is not None
    assert (question.text, question.wait) == ("Front or back of the thigh?", 20)
    assert question.words == ("Front: heel to your buttock", "Back: leg straight, toes up")


def test_sides_are_words_of_the_domain() -> None:
    assert {one.sides for doses in DOSES.values() for one in doses} <= set(Sides)
