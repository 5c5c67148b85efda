"""Lines as they stand on exercise sheets: what is read has the dose that is written, and what is not read is refused."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.routine import PerDay, Repetitions, Routine, Sides, Step
from uncramp.files.problems import Problems
from uncramp.files.routine import read_routine
from uncramp.files.sheet import read_sheet_line
from uncramp.files.sheet_file import SheetRoutine, from_sheet
from uncramp.files.sheet_line import SheetLine
from uncramp.files.text import Names


def read(text: str) -> SheetLine:
    line = read_sheet_line(text)
    assert isinstance(line, SheetLine), [f"{one.words}: {one.hint}" for one in line]
    return line


def routine_of(text: str) -> Routine:
    """The routine in the file that a line becomes, which has to check clean."""
    made, problems = from_sheet(text, "sheet"), Problems()
    assert isinstance(made, SheetRoutine)
    routine = read_routine(made.text.encode(), name="sheet", path="sheet", names=Names(), problems=problems)
    assert list(problems) == []
    assert routine is not None
    return routine


def step_of(text: str) -> Step:
    (step,) = routine_of(text).steps
    return step


@dataclass
class Dose:
    """What a line comes to in its file."""

    name: str
    moves: str = ""
    repetitions: Repetitions = 1
    sets: int = 1
    rest: int = 0
    sides: Sides = Sides.NONE
    a_day: tuple[int, int] | None = None
    days: str = ""
    say: str = ""


EACH, ONCE, TWICE = Sides.EACH, (1, 1), (2, 2)
LINES = {
    "3 x 15 heel drops, 3 s down, 1 s up, each side, rest 60 s, twice a day": Dose(
        "Heel drops", "down 3s, up 1s", 15, 3, 60, EACH, TWICE
    ),
    "10 reps x 3 sets calf raises, hold 2 seconds, 3x/week": Dose(
        "Calf raises", "", 10, 3, a_day=ONCE, days="mon wed fri", say="Calf raises. Hold 2 seconds."
    ),
    "calf stretch, hold 30 sec, 3 times, both legs, 2x daily": Dose("Calf stretch", "hold 30s", 3, 1, 0, EACH, TWICE),
    "heel raises 15-12-10, rest 1 min between sets": Dose("Heel raises", "", (15, 12, 10), 1, 60),
    "Wall stretch: hold 30 seconds, left leg only, repeat 3 times": Dose(
        "Wall stretch", "hold 30s", 3, sides=Sides.LEFT
    ),
    "Single leg heel raise 3x10 Mon Wed Fri": Dose(
        "Single leg heel raise", "", 10, 3, sides=EACH, a_day=ONCE, days="mon wed fri"
    ),
    "Repeat 10 Times, Hold 5 Seconds, Complete 2 Sets, Perform 2 Time(s) a Day, calf stretch": Dose(
        "Calf stretch", "hold 5s", 10, 2, a_day=TWICE
    ),
    "3 sets of 30-second holds, single-leg balance": Dose("Single-leg balance", "hold 30s", 1, 3, sides=EACH),
    "Heel raise, lower over the course of a 5 second count, 3 x 15, minimum once per day": Dose(
        "Heel raise", "", 15, 3, a_day=ONCE, say="Heel raise. Lower 5 seconds."
    ),
    "gastroc stretch 3x30sec bid": Dose("Gastroc stretch", "hold 30s", 3, a_day=TWICE),
    "Heel slides x 15 TDS": Dose("Heel slides", "", 15, a_day=(3, 3)),
    "Strengthening calf 3x8reps x1/day": Dose("Strengthening calf", "", 8, 3, a_day=ONCE),
    "Calf Stretch (Straight Knee). Hold this position for 30 seconds. Target Repetitions = 5": Dose(
        "Calf Stretch", "hold 30s", 5
    ),
    "Double-leg heel raise. Perform this exercise up to 15 times, rest for 1 minute. Repeat routine 2 to 3 times": Dose(
        "Double-leg heel raise", "", 15, 2, 60, Sides.BOTH
    ),
    "Straight-leg raise (sitting): hold for a slow count to 10, repeat at least 10 times with each leg": Dose(
        "Straight-leg raise", "hold 10s", 10, sides=EACH
    ),
    "Leg cross. Hold for 10 seconds, then relax. Switch legs and repeat. Do four sets": Dose(
        "Leg cross", "hold 10s", 1, 4, sides=EACH
    ),
    "Walk 10 minutes, daily": Dose("Walk", "walk 10m", a_day=ONCE),
    "10 heel raises, hold for a count of 5, daily": Dose(
        "Heel raises", "", 10, a_day=ONCE, say="Heel raises. Hold 5 seconds."
    ),
    "Heel drop, knee straight: 3 × 15 repetitions, 2 × daily, 7 days/week": Dose("Heel drop", "", 15, 3, a_day=TWICE),
    "Repeat 3 sets of 15 on each leg heel lowering over a step": Dose(
        "Heel lowering over a step", "", 15, 3, sides=EACH
    ),
    "Sit to stand x 10, twice daily": Dose("Sit to stand", "", 10, a_day=TWICE),
    "hold 10 s, relax 10 s, 3 times, calf stretch, each leg, before bed": Dose(
        "Calf stretch", "hold 10s, relax 10s", 3, sides=EACH, a_day=ONCE
    ),
    "marching on the spot for 60 seconds": Dose("Marching on the spot", "marching on the spot 1m"),
    "3 x 30 s calf stretch, rest 10 s": Dose("Calf stretch", "hold 30s", 1, 3, 10),
    "Quad sets 2 x 10, hold 5 s": Dose("Quad sets", "", 10, 2, say="Quad sets. Hold 5 seconds."),
    "Heel raises both feet 3 x 12, rest 60 sec": Dose("Heel raises", "", 12, 3, 60, Sides.BOTH),
    "Sets: 3 Reps: 15 heel raises": Dose("Heel raises", "", 15, 3),
    "Reps: 15 Sets: 3 Hold: 30s calf stretch": Dose("Calf stretch", "hold 30s", 15, 3),
    'Hold 30" calf stretch x 3 L/R': Dose("Calf stretch", "hold 30s", 3, sides=EACH),
    "Stretch calf 3 x 1 min each leg, 2-3 times a day": Dose("Stretch calf", "hold 1m", 3, sides=EACH, a_day=(2, 3)),
    "up 2 s, hold 1 s, down 3 s heel raises 3 x 12 single leg, rest 2 mins": Dose(
        "Heel raises", "up 2s, hold 1s, down 3s", 12, 3, 120, EACH
    ),
    "Seated heel raises 20 reps, every other day": Dose("Seated heel raises", "", 20, a_day=ONCE, days="mon wed fri"),
    "heel raise 3x15, 2 s up, 2 s down, rest 90 seconds between sets, right side": Dose(
        "Heel raise", "up 2s, down 2s", 15, 3, 90, Sides.RIGHT
    ),
    "3 s down 1 s up heel drops 3x15": Dose("Heel drops", "down 3s, up 1s", 15, 3),
    "down 3 s up 1 s heel drops 3x15": Dose("Heel drops", "down 3s, up 1s", 15, 3),
    "hold 30 s rest 10 s x 3 calf stretch": Dose("Calf stretch", "hold 30s", 1, 3, 10),
    "Towel pull, keeping your knee straight, holding for 30 seconds. Repeat 3 times for each foot": Dose(
        "Towel pull", "hold 30s", 3, sides=EACH
    ),
    "calf stretch 30s x3 each side with 15 sec rest, morning and evening": Dose(
        "Calf stretch", "hold 30s", 1, 3, 15, EACH, TWICE
    ),
    "Hold for 20-30 seconds, 3-5 reps, soleus stretch, affected leg, 3 times per day": Dose(
        "Soleus stretch", "hold 20s", 3, sides=Sides.AFFECTED, a_day=(3, 3)
    ),
    "Heel raises. Hold this position for two seconds. Repeat ten times. three sets": Dose(
        "Heel raises", "", 10, 3, say="Heel raises. Hold 2 seconds."
    ),
    "2 x 10 heel raises (3 seconds up, 3 seconds down), each leg, every night": Dose(
        "Heel raises", "up 3s, down 3s", 10, 2, sides=EACH, a_day=ONCE
    ),
    "Alternating marching 20 reps": Dose("Marching", "", 20, sides=Sides.ALTERNATING),
    "balance on one leg 30 sec x 3": Dose("Balance on one leg", "hold 30s", 3, sides=EACH),
    "half squats 2 sets 8-12 reps": Dose("Half squats", "", 8, 2),
    "Hold 10 sec, repeat x 5, 5 times a day, knee to chest": Dose("Knee to chest", "hold 10s", 5, a_day=(5, 5)),
    "10 x 10 second holds quad sets": Dose("Quad sets", "hold 10s", 10),
    "3 x 15 heel drops, 3 s down": Dose("Heel drops", "", 15, 3, say="Heel drops. Down 3 seconds."),
    "3 s to lower, 2 s to raise, heel drops 3x15": Dose("Heel drops", "lower 3s, raise 2s", 15, 3),
    "heel raises 2 x 10, switch legs after each set, Mon-Fri": Dose(
        "Heel raises", "", 10, 2, sides=Sides.EACH_SET, a_day=ONCE, days="mon tue wed thu fri"
    ),
    "1. Push up onto the balls of your feet, repeat 15 times, 3 rounds, at least twice a day": Dose(
        "Sheet", "", 15, 3, a_day=TWICE
    ),
    "Hold 30-60 seconds, switch sides and repeat 2X per side, calf stretch": Dose(
        "Calf stretch", "hold 30s", 2, sides=EACH
    ),
    "Calf raises 3x15 – rest 60 secs – 3 x per week": Dose(
        "Calf raises", "", 15, 3, 60, a_day=ONCE, days="mon wed fri"
    ),
    "2 sets of 1 minute wall stretch, right and left": Dose("Wall stretch", "hold 1m", 1, 2, sides=EACH),
    "3 x 12 R heel raises": Dose("Heel raises", "", 12, 3, sides=Sides.RIGHT),
    "2 x 9 left calf stretch 20 s": Dose("Calf stretch", "hold 20s", 9, 2, sides=Sides.LEFT),
    "Calf press 2x12 R": Dose("Calf press", "", 12, 2, sides=Sides.RIGHT),
    "soleus stretch 3x40s (LLE) t.i.d.": Dose("Soleus stretch", "hold 40s", 3, sides=Sides.LEFT, a_day=(3, 3)),
    "toe curls 2 x 20 L & R": Dose("Toe curls", "", 20, 2, sides=EACH),
    "calf stretch 25 s left, then right": Dose("Calf stretch", "hold 25s", sides=EACH),
    "ankle pumps 20 reps ea side qhs": Dose("Ankle pumps", "", 20, sides=EACH, a_day=ONCE),
    "heel raises 2*12, 4 s eccentric": Dose("Heel raises", "", 12, 2, say="Heel raises. Lower 4 seconds."),
    "towel stretch 45 s at weekends": Dose("Towel stretch", "hold 45s", a_day=ONCE, days="sat sun"),
    "towel stretch 20 s, 4 reps, a.m. & p.m.": Dose("Towel stretch", "hold 20s", 4, a_day=TWICE),
    "calf stretch 50 s, reach forward, after waking": Dose("Calf stretch", "hold 50s"),
    "wall press ２ｘ１２": Dose("Wall press", "", 12, 2),
    "小腿 2x12": Dose("小腿", "", 12, 2),
    "3 x 15-12-10 calf press, rest 1 min 30 s": Dose("Calf press", "", (15, 12, 10), 1, 90),
}


@pytest.mark.parametrize(("text", "dose"), LINES.items(), ids=LINES)
def test_a_line_becomes_a_file_with_its_dose(text: str, dose: Dose) -> None:
    step, routine = step_of(text), routine_of(text)
    assert step.name == dose.name
    assert ", ".join(map(str, step.moves)) == dose.moves
    assert step.until_done == (not dose.moves)
    assert (step.repetitions, step.sets, step.rest) == (dose.repetitions, dose.sets, dose.rest)
    assert step.sides is dose.sides
    assert routine.per_day == (PerDay(*dose.a_day) if dose.a_day else None)
    assert " ".join(sorted(routine.days)) == " ".join(sorted(dose.days.split()))
    assert not dose.say or step.say == dose.say


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("heel raises, tiwce a day, 3 x 10", "tiwce a day"),
        ("heel raises 3 x 10 eahc side", "eahc side"),
        ("heel raises 3 x 10, tiwce", "tiwce"),
        ("Heel drop 3 x 15, 5 kg", "5 kg"),
        ("walk 500 m", "500 m"),
        ("Calf raise 3 x 12 for 6 weeks", "for 6 weeks"),
        ("Calf raise tempo 3-1-3 3x12", "tempo 3-1-3"),
        ("3 x 15 heel drops, down 3 secs, hold, up", "hold"),
        ("20 ankle circles each direction", "ankle circles each direction"),
        ("15 heel raises, 10 calf stretches", "10"),
        ("Do 3 sets a day of 10 ankle pumps", "10 ankle pumps"),
        ("squat 3×12 @ 60%", "@ 60%"),
        ("calf stretch, hold 30", "hold 30"),
        ("calf stretch, hold 30 s, 10 times a day", "10 times a day"),
        ("calf stretch 30 s, 20 s", "20 s"),
        ("Heel drop 3 x 15 (knee straight) and 3 x 15 (knee bent)", "3 x 15"),
        ("Ankle pumps 20 reps every hour", "every hour"),
        ("Heel raise up to 15 times, rest 1 minute. Repeat 2 to 3 times", "Repeat 2 to 3 times"),
        ("1. Heel raises 3 x 8 @ RPE 7", "@ RPE 7"),
        ("heel raises 3 x 10, left leg, right leg", "right leg"),
        ("heel raises as many as you can", "as many as you can"),
        ("heel raises 0 x 12", "0 x 12"),
        ("heel raises 2 x 0", "2 x 0"),
        ("calf stretch 35 s, x2 - 1/day", "x2 - 1/day"),
        ("calf stretch 25-15 s", "25-15 s"),
        ("toe curls 2 x 12, left leg first", "left leg first"),
        ("toe curls 2 x 12 prn", "prn"),
        ("toe curls 2 x 12 ea", "ea"),
        ("toe curls 2 x 12 r 45 s", "r"),
        ("heel raises 2 x 12, rest 20 s between reps", "rest"),
        ("calf stretch 2x40\u2032", "40\u2032"),
        ("heel raises \u2154 x 12", "heel raises \u2154"),
        ("heel raises 24", "heel raises 24"),
        ("heel raises AMRAP 45 s", "AMRAP"),
        ("heel raises 10 times, rest 30 s", "rest"),
        ("heel raises", ""),
        ("3 x 10", ""),
        ("", ""),
        ("heel raises 3 x 10\u202e", ""),
        ("heel raises 3 x 10 " + "slowly " * 50, ""),
    ],
)
def test_what_is_not_understood_is_named_with_what_would_be_right(text: str, words: str) -> None:
    problems = read_sheet_line(text)
    assert isinstance(problems, tuple)
    assert words in [problem.words for problem in problems]
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("text", "written", "took"),
    [
        ("Calf raises 10 to 15 repetitions", "10 to 15 repetitions", "10"),
        ("calf stretch, hold 15-30 s", "hold 15-30 s", "15s"),
        ("heel raises 3 x 10, rest 1-2 minutes", "rest 1-2 minutes", "2m"),
        ("Toe curls 15 x 3", "15 x 3", "3 sets of 15"),
        ("heel raises 3 x 10, twice a week", "twice a week", "Mon, Thu"),
        ("heel raises 2 x 12, rest 40 s to 70 s", "rest 40 s to 70 s", "1m10s"),
        ("calf stretch, hold 45s-1min", "hold 45s-1min", "45s"),
        ("calf stretch 30 s, both legs", "both legs", "one after the other"),
    ],
)
def test_of_words_that_say_two_things_it_is_kept_which_one_was_taken(text: str, written: str, took: str) -> None:
    line = read(text)
    assert [(one.written, one.took) for one in line.taken] == [(written, took)]
    made = from_sheet(text, "sheet")
    assert isinstance(made, SheetRoutine)
    assert f"{written}: taken as {took}" in made.text


NAMES = ["heel raises", "calf stretch", "sit to stand", "Zehenstand: tief", "toe #1 lift", "ankle 'pump'"]
SIDES = ["each side", "left leg", "both sides", ""]


@given(
    st.sampled_from(NAMES),
    st.tuples(st.integers(2, 30), st.integers(2, 30), st.integers(2, 20), st.integers(1, 90)),
    st.sampled_from(SIDES),
    st.permutations(range(5)),
)
def test_what_is_accepted_checks_clean_and_says_the_dose(
    name: str, dose: tuple[int, int, int, int], side: str, order: list[int]
) -> None:
    sets, reps, down, rest = dose
    parts = [name, f"{sets} sets of {reps}", f"down {down} s, up 1 s", f"rest {rest} s", side]
    text = ", ".join(part for nth in order if (part := parts[nth]))
    if isinstance(from_sheet(text, "sheet"), tuple):
        assert "#1" in name or 2 * (sets * reps * (down + 1) + rest * (sets - 1)) > 14_000
        return
    step = step_of(text)
    assert [move.seconds for move in step.moves] == [down, 1]
    assert (step.repetitions, step.sets, step.rest) == (reps, sets, rest)


DOSES = (
    "{s}x{n}",
    "{s} × {n}",
    "{s} sets of {n}",
    "{n} reps x {s} sets",
    "{s}*{n}",
    "Sets: {s}, Reps: {n}",
    "{s} series of {n}",
)
SAID_SIDES = {
    "": "none", "ea side": "each", "left & right": "each", "L/R": "each", "R": "right", "(L)": "left", "rt": "right", "LLE": "left",
    "l": "left", "each leg": "each", "right side": "right", "alternating": "alternating",
}  # fmt: skip
SAID_DAYS = {"": 0, "bid": 2, "t.i.d.": 3, "2x/day": 2, "3x/d": 3, "a.m. and p.m.": 2, "once daily": 1, "every day": 1}
RESTS = {
    "": 0,
    "rest 45s": 45,
    "w/ 45s rest": 45,
    "rest 20s-45s": 45,
    "20 - 45s between sets": 45,
    "pause 45s between sets": 45,
    "45s rest": 45,
}


@given(
    st.tuples(st.sampled_from(["heel raises", "toe curls", "wall press"]), st.integers(2, 5), st.integers(6, 20)),
    st.sampled_from(DOSES),
    st.tuples(st.sampled_from(list(SAID_SIDES)), st.sampled_from(list(SAID_DAYS)), st.sampled_from(list(RESTS))),
    st.permutations(range(5)),
    st.sampled_from([", ", " ", "; ", " - ", ". "]),
)
def test_however_a_sheet_says_it_the_dose_is_that_or_refused(
    what: tuple[str, int, int], dose: str, said: tuple[str, str, str], order: list[int], between: str
) -> None:
    name, sets, reps = what
    parts = [name, dose.format(s=sets, n=reps), *said]
    line = read_sheet_line(between.join(part for nth in order if (part := parts[nth])))
    if isinstance(line, SheetLine):
        side, day, rest = said
        assert (line.sets, line.repetitions, line.moves) == (sets, reps, ())
        assert (line.sides, line.rest) == (SAID_SIDES[side], RESTS[rest])
        assert (line.per_day.least if line.per_day else 0) == SAID_DAYS[day]


WORDS = "3 10 x 30 s sec min each side left hold rest heel raises calf stretch twice a day sets of reps , . - to week up down"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_words_are_refused_or_become_a_file_that_checks_clean(text: str) -> None:
    made = from_sheet(text, "sheet")
    assert made
    if isinstance(made, SheetRoutine):
        assert routine_of(text).title == "Sheet"


def test_a_word_that_is_not_understood_again_and_again_is_said_once() -> None:
    problems = read_sheet_line("heel raises" + " 3 x 4," * 40)
    assert isinstance(problems, tuple)
    assert len(problems) == 1
