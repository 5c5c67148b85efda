"""The form about a person: its fields in groups, each with the reason why it is asked.

A field that has to know which day it is (see `profile_dates`) is made for one day.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from uncramp.domain.day_plan import day_plan
from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, ProfileNotice, SoundPreference, Theme
from uncramp.domain.routine import BUILT_IN, Purpose, Routine, Side, Tag
from uncramp.files.library import Library
from uncramp.files.profile import LoadedProfile, read_value
from uncramp.guidance.form import (
    Choice,
    ChoiceField,
    Edit,
    FieldGroup,
    FormField,
    TextField,
    no_and_yes,
    one_of_few,
    refused,
    with_answer,
)
from uncramp.guidance.profile_dates import clot_fields, pregnancy_fields
from uncramp.guidance.routines import in_order
from uncramp.i18n import _, plural
from uncramp.words.emergency import locale_number
from uncramp.words.practice import times_a_day
from uncramp.words.profile import notice_words, sound_words, times_words
from uncramp.words.session import how_often, purpose_name

_SHOWN = 3
"""How many problems of a broken file are named; the command names all."""


def profile_groups(today: date) -> tuple[FieldGroup, ...]:
    """All fields, for one day. Each tag changes what the person is led through; its reason says how."""
    return (
        FieldGroup(_("Pregnancy"), pregnancy_fields(today)),
        FieldGroup(_("Health"), clot_fields(today) + _risks() + _moving()),
        FieldGroup(_("Numbers to call"), _numbers()),
        FieldGroup(_("How it looks and sounds"), colours_and_sound() + pictures_and_pace()),
        FieldGroup(_("Your day"), (_times(),)),
    )


def first_words(loaded: LoadedProfile) -> str:
    """What is said before the questions: what the profile is taken as, or on a first visit what this is."""
    if ProfileNotice.NOT_READ in loaded.notices:
        return _(
            "Your profile can't be used. To be safe it counts as late pregnancy and clot risk. "
            "Check each answer. The old file is kept."
        )
    if loaded.notices:
        return "\n".join(notice_words(notice) for notice in loaded.notices)
    if loaded.profile == Profile():
        return _("All of this is optional. It stays on this machine. It changes the steps that you get.")
    return ""


def problem_lines(loaded: LoadedProfile) -> tuple[str, ...]:
    shown = tuple(str(replace(problem, path=loaded.path.name)) for problem in loaded.problems[:_SHOWN])
    more = _("There is more: 'uncramp profile' names it all.")
    return (*shown, more) if len(loaded.problems) > _SHOWN else shown


def _risks() -> tuple[FormField, ...]:
    return (
        _tag(
            Tag.POOR_CIRCULATION,
            _("Do you have poor circulation in your legs?"),
            _("Say yes if a doctor told you so. Then there is no heat, and your legs stay level."),
        ),
        _tag(
            Tag.VARICOSE_VEINS,
            _("Do you have varicose veins?"),
            _("No rubbing, no ball and no heat on such veins. Foot moves take their place."),
        ),
        _tag(
            Tag.DIABETES,
            _("Do you have diabetes?"),
            _("Your feet may not feel a burn or a sore. No heat, no soak, no ball. Stand and walk in shoes."),
        ),
        _tag(
            Tag.REDUCED_SENSATION,
            _("Are your feet or legs numb?"),
            _("You may not feel a burn or a sore. No heat, no soak, no ball. Stand and walk in shoes."),
        ),
    )


def _moving() -> tuple[FormField, ...]:
    return (
        _tag(
            Tag.RECENT_INJURY,
            _("Do you have a new injury?"),
            _("A pop, a bruise or weakness isn't a cramp: see a doctor today. Hard moves are left out."),
        ),
        _tag(
            Tag.BALANCE_PROBLEM,
            _("Is your balance poor?"),
            _("Then you sit for the moves. You walk with a stick, a frame or a helper."),
        ),
        _tag(Tag.FLAT_FEET, _("Do you have flat feet?"), _("Then you stand in firm shoes. Skip what hurts.")),
        one_of_few(
            "usual_side",
            _("Which side cramps most?"),
            _("Help starts with that side at once. One key still changes it."),
            {None: _("not said"), Side.LEFT: _("left"), Side.RIGHT: _("right")},
        ),
    )


def _numbers() -> tuple[FormField, ...]:
    known = locale_number()
    by_locale = _("{number} (by your system)").format(number=known) if known else _("not known")
    name_it = _("The warning signs name it. Type your own if the one here is wrong.")
    at_hand = _("So that you have it at hand on the day you need it.")
    unsaid, example = _("not said"), _("such as +44 20 7946 0000")
    return (
        _typed("emergency_number", _("Emergency number?"), name_it, by_locale, _("such as 112")),
        _typed("doctor_number", _("Your doctor's number?"), at_hand, unsaid, example),
        _typed("midwife_number", _("Your midwife's or maternity unit's number?"), at_hand, unsaid, example),
    )


# Tags: yes or no.


def _tag(tag: Tag, words: str, why: str) -> ChoiceField:
    return ChoiceField(
        tag.value,
        words,
        no_and_yes(),
        get=lambda person: tag in person.all_tags(),
        put=lambda person, yes: Edit(replace(person, tags=person.tags | {tag} if yes else person.tags - {tag})),
        hint=why,
    )


# What is typed.


def _typed(
    key: str, words: str, why: str, otherwise: str, example: str, *, said: Callable[[Any], str] = str
) -> TextField:
    """A value of the profile, which `said` puts into words; `otherwise` stands there where the person has said none."""

    def text(person: Profile) -> str:
        return said(getattr(person, key))

    put = partial(_put_typed, key)
    return TextField(key, words, example, lambda person: text(person) or otherwise, text, put, hint=why)


def _times() -> TextField:
    words, why = _("At what times do you exercise?"), _("'uncramp calendar' puts your plan at these times.")
    return _typed("times", words, why, _("not said"), _("such as 8:00, 20:30"), said=times_words)


def _put_typed(key: str, person: Profile, typed: str) -> Edit[Profile]:
    """The profile with what was typed for a key, read as its file is; where nothing was, as it is of itself."""
    value, problem = read_value(key, typed) if typed else (getattr(Profile(), key), "")
    return refused(problem) if value is None else Edit(with_answer(person, key, value))


def colours_and_sound() -> tuple[FormField, ...]:
    return (
        one_of_few(
            "theme",
            _("Which colours?"),
            _("Night is dark and red, to be kind to eyes that were asleep. Light is dark words on a light ground."),
            {
                Theme.AUTO: _("day or night, by the clock"),
                Theme.DAY: _("day"),
                Theme.NIGHT: _("night"),
                Theme.LIGHT: _("light"),
            },
        ),
        one_of_few(
            "sound",
            _("Should there be sound?"),
            _(
                "Tones mark each move, or a voice says it. As usual: tones for exercises by day. You can change it as you go."
            ),
            {sound: sound_words(sound) for sound in SoundPreference},
        ),
        one_of_few(
            "sound_at_night",
            _("Sound at night and in a cramp, too?"),
            _("Somebody may sleep beside you. If you say no, you can still turn it on for that time."),
            {False: _("no"), True: _("yes")},
        ),
    )


def pictures_and_pace() -> tuple[FormField, ...]:
    get_ready = {None: _("as usual"), 0: _("none")}
    get_ready |= {n: _("{n} seconds").format(n=n) for n in (5, 10, 15)}
    return (
        one_of_few(
            "motion",
            _("How much movement on the screen?"),
            _("Less is calmer, and better if moving pictures make you dizzy."),
            {MotionPreference.FULL: _("full"), MotionPreference.REDUCED: _("reduced")},
        ),
        one_of_few(
            "figures",
            _("How are figures drawn?"),
            _("If a figure looks wrong on your screen, try blocks or plain letters."),
            {
                FigurePreference.AUTO: _("as your terminal can"),
                FigurePreference.BRAILLE: _("dots"),
                FigurePreference.BLOCKS: _("blocks"),
                FigurePreference.ASCII: _("plain letters"),
            },
        ),
        replace(
            one_of_few(
                "get_ready",
                _("Time to get ready?"),
                _("This is the wait before a step by day. In a cramp there is none."),
                get_ready,
            ),
            shown=lambda person: (
                "" if person.get_ready in get_ready else plural("{n} second", "{n} seconds", person.get_ready)
            ),
        ),
    )


_MOST = 4
"""How often a day can be chosen; a file may say more."""


def plan_groups(library: Library, today: date) -> tuple[FieldGroup, ...]:
    """A question for each routine that can be done on a day. All routines are read for it."""
    found = [(entry, one) for entry, one in in_order(library.entries()) if one.purpose is not Purpose.FIRST_AID]
    own = [one for entry, one in found if entry.origin != BUILT_IN]
    usual = {name: dose.least for dose in day_plan(own, (), today) for name in dose.routines[:1]}
    groups: dict[Purpose, list[ChoiceField]] = {}
    for _entry, routine in found:
        groups.setdefault(routine.purpose, []).append(_field(routine, usual.get(routine.name, 0)))
    return tuple(FieldGroup(purpose_name(purpose), tuple(fields)) for purpose, fields in groups.items())


def plan_words(profile: Profile) -> str:
    """What a person has chosen, in one line; nothing where they chose nothing."""
    chosen = (
        _("{name} {times}× a day").format(name=name, times=times) if times else _("no {name}").format(name=name)
        for name, times in profile.plan
    )
    return ", ".join(chosen)


def _field(routine: Routine, usual: int) -> ChoiceField:
    choices = [Choice(0, _("not in it"))]
    choices += [Choice(times, times_a_day(times)) for times in range(1, max(_MOST, usual) + 1)]
    said = how_often(routine.per_day) if routine.per_day else ""
    hint = [routine.about, _("Its file says: {times}.").format(times=said) if said else ""]
    return ChoiceField(
        routine.name,
        routine.title,
        tuple(choices),
        get=lambda profile: dict(profile.plan).get(routine.name, usual),
        put=partial(_put, routine.name, usual),
        hint=" ".join(filter(None, hint)),
    )


def _put(name: str, usual: int, profile: Profile, times: int) -> Edit[Profile]:
    """The profile with another choice; what is as usual is not kept."""
    chosen = dict(profile.plan) | {name: times}
    if times == usual:
        del chosen[name]
    return Edit(replace(profile, plan=tuple(chosen.items())))
