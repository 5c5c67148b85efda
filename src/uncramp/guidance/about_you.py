"""The questions about a person, in groups, each with the reason why it is asked, and what is said before them."""

from dataclasses import dataclass, replace

from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.questions import Chosen, HasTag, IsPregnant, NumberQuestion, OneOfFew, Typed, WhenDue
from uncramp.i18n import _
from uncramp.words.emergency import emergency_number
from uncramp.words.profile import notice_words, sound_words

_SHOWN = 3
"""How many problems of a broken file are named; the command names all."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading."""

    heading: str
    questions: tuple[Chosen | Typed, ...]


def groups() -> tuple[QuestionGroup, ...]:
    """All questions. Each tag changes what the person is led through; its reason says how."""
    return (
        QuestionGroup(_("Pregnancy"), _pregnancy()),
        QuestionGroup(_("Health"), _risks() + _moving()),
        QuestionGroup(_("Numbers to call"), _numbers()),
        QuestionGroup(_("How it looks and sounds"), _colours_and_sound() + _pictures_and_pace()),
    )


def by_id() -> dict[str, Chosen | Typed]:
    """All questions by their names."""
    return {question.id: question for group in groups() for question in group.questions}


def first_words(loaded: LoadedProfile) -> str:
    """What is said before the questions: what the profile is taken as, or on a first visit what this is."""
    if loaded.problems:
        return _(
            "Your profile can't be used. To be safe it counts as late pregnancy and clot risk. "
            "Check each answer. The old file is kept."
        )
    if loaded.notices:
        return "\n".join(notice_words(notice) for notice in loaded.notices)
    if loaded.profile == Profile():
        return _("All of this is optional. It stays on this machine. It changes what you are led through.")
    return ""


def problem_lines(loaded: LoadedProfile) -> tuple[str, ...]:
    """What is wrong in the file."""
    name = loaded.path.name
    shown = tuple(str(replace(problem, path=name)) for problem in loaded.problems[:_SHOWN])
    if len(loaded.problems) > _SHOWN:
        return (*shown, _("There is more: 'uncramp profile' names it all."))
    return shown


def _pregnancy() -> tuple[Chosen | Typed, ...]:
    return (
        IsPregnant(
            _("Are you pregnant?"),
            _("From week 16 nothing is done flat on your back. Later a towel helps you reach."),
        ),
        WhenDue(
            _("When is the baby due?"),
            _("The steps change with the weeks. Say the date, or the week that you are in now."),
        ),
    )


def _risks() -> tuple[Chosen | Typed, ...]:
    return (
        HasTag(
            Tag.VARICOSE_VEINS,
            _("Do you have varicose veins?"),
            _("No rubbing, no ball and no heat on such veins. Foot moves take their place."),
        ),
        HasTag(
            Tag.CLOT_RISK,
            _("At risk of a blood clot?"),
            _("Say yes after a clot, a birth, surgery or a long trip. Then there is no rub and no heat."),
        ),
        HasTag(
            Tag.DIABETES,
            _("Do you have diabetes?"),
            _("Your feet may not feel a burn or a sore. No heat, no soak, no ball; shoes stay on."),
        ),
        HasTag(
            Tag.REDUCED_SENSATION,
            _("Are your feet or legs numb?"),
            _("You may not feel a burn or a sore. No heat, no soak, no ball; shoes stay on."),
        ),
    )


def _moving() -> tuple[Chosen | Typed, ...]:
    return (
        HasTag(
            Tag.RECENT_INJURY,
            _("Is there a new leg injury?"),
            _("A pop, a bruise or a weak leg is no cramp: see a doctor. Hard moves are left out."),
        ),
        HasTag(
            Tag.BALANCE_PROBLEM,
            _("Is your balance poor?"),
            _("Then you do the moves sitting down, or with a towel."),
        ),
        HasTag(
            Tag.FLAT_FEET,
            _("Do you have flat feet?"),
            _("Then you stand in firm shoes, and raise your heels sitting. Skip what hurts."),
        ),
        OneOfFew(
            "usual_side",
            _("Which side cramps most?"),
            _("Help starts with that side at once. One key still changes it."),
            {None: _("not said"), Side.LEFT: _("left"), Side.RIGHT: _("right")},
        ),
    )


def _numbers() -> tuple[Chosen | Typed, ...]:
    known = emergency_number()
    by_locale = _("{number} (by your system)").format(number=known) if known else _("not known")
    return (
        NumberQuestion(
            "emergency_number",
            _("Emergency number?"),
            _("The warning signs name it. Type your own if the one here is wrong."),
            by_locale,
            _("such as 112"),
        ),
        NumberQuestion(
            "doctor_number",
            _("Your doctor's number?"),
            _("So that you have it at hand on the day you need it."),
            _("not said"),
            _("such as +44 20 7946 0000"),
        ),
        NumberQuestion(
            "midwife_number",
            _("Your midwife's number?"),
            _("So that you have it at hand on the day you need it."),
            _("not said"),
            _("such as +44 20 7946 0000"),
        ),
    )


def _colours_and_sound() -> tuple[Chosen | Typed, ...]:
    return (
        OneOfFew(
            "theme",
            _("Day or night colours?"),
            _("Night is dark and red, to be kind to eyes that were asleep."),
            {Theme.AUTO: _("by the hour"), Theme.DAY: _("day"), Theme.NIGHT: _("night")},
        ),
        OneOfFew(
            "sound",
            _("Should there be sound?"),
            _("A bell marks each change. Left to the hour, it is quiet at night."),
            {value: sound_words(Profile(sound=value)) for value in (None, True, False)},
        ),
    )


def _pictures_and_pace() -> tuple[Chosen | Typed, ...]:
    return (
        OneOfFew(
            "motion",
            _("How much may move?"),
            _("Less is calmer, and better if moving pictures make you dizzy."),
            {MotionPreference.FULL: _("full"), MotionPreference.REDUCED: _("reduced")},
        ),
        OneOfFew(
            "figures",
            _("How are figures drawn?"),
            _("If a figure looks wrong on your screen, try blocks or plain letters."),
            {
                FigurePreference.AUTO: _("what the terminal can draw"),
                FigurePreference.BRAILLE: _("dots"),
                FigurePreference.BLOCKS: _("blocks"),
                FigurePreference.ASCII: _("plain letters"),
            },
        ),
        OneOfFew(
            "get_ready",
            _("Time to get ready?"),
            _("This is the wait before a step by day. In a cramp there is none."),
            {None: _("as the program has it"), 0: _("none")}
            | {n: _("{n} seconds").format(n=n) for n in (5, 10, 15)},
        ),
    )
