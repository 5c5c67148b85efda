"""The form about a person: its fields in groups, each with the reason why it is asked.

A field that has to know which day it is (the due date, and what follows from it) is made for one day.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from uncramp.domain.pregnancy import FULL_TERM, PregnancyStage
from uncramp.domain.profile import FigurePreference, MotionPreference, Profile, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.profile import LoadedProfile, read_value
from uncramp.guidance.form import Choice, ChoiceField, Edit, FieldGroup, FormField, TextField, refused, with_answer
from uncramp.i18n import _, plural
from uncramp.words.emergency import locale_number
from uncramp.words.profile import notice_words, sound_words

_SHOWN = 3
"""How many problems of a broken file are named; the command names all."""

_OF_PREGNANCY = frozenset({Tag.PREGNANT, Tag.FROM_WEEK_16, Tag.LATE_PREGNANCY})
_LONGEST_WEEK = 2
"""Digits in a week of pregnancy; whatever is longer is meant as a date."""


def profile_groups(today: date) -> tuple[FieldGroup, ...]:
    """All fields, for one day. Each tag changes what the person is led through; its reason says how."""
    return (
        FieldGroup(_("Pregnancy"), _pregnancy(today)),
        FieldGroup(_("Health"), _risks() + _moving()),
        FieldGroup(_("Numbers to call"), _numbers()),
        FieldGroup(_("How it looks and sounds"), _colours_and_sound() + _pictures_and_pace()),
    )


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
    shown = tuple(str(replace(problem, path=loaded.path.name)) for problem in loaded.problems[:_SHOWN])
    more = _("There is more: 'uncramp profile' names it all.")
    return (*shown, more) if len(loaded.problems) > _SHOWN else shown


def _pregnancy(today: date) -> tuple[FormField, ...]:
    return (
        ChoiceField(
            Tag.PREGNANT.value,
            _("Are you pregnant?"),
            _no_and_yes(),
            get=lambda person: Tag.PREGNANT in person.all_tags(),
            put=partial(_put_pregnant, today),
            shown=lambda person: _("yes, late") if Tag.LATE_PREGNANCY in person.tags else "",
            hint=_("From week 16 nothing is done flat on your back. Later a towel helps you reach."),
        ),
        TextField(
            "due_date",
            _("When is the baby due?"),
            _("2027-03-01, or the week: 24"),
            partial(_due_words, today),
            partial(_due_text, today),
            partial(_put_due, today),
            hint=_("The steps change with the weeks. Say the date, or the week that you are in now."),
        ),
    )


def _risks() -> tuple[FormField, ...]:
    return (
        _tag(
            Tag.VARICOSE_VEINS,
            _("Do you have varicose veins?"),
            _("No rubbing, no ball and no heat on such veins. Foot moves take their place."),
        ),
        _tag(
            Tag.CLOT_RISK,
            _("At risk of a blood clot?"),
            _("Say yes after a clot, a birth, surgery or a long trip. Then there is no rub and no heat."),
        ),
        _tag(
            Tag.DIABETES,
            _("Do you have diabetes?"),
            _("Your feet may not feel a burn or a sore. No heat, no soak, no ball; shoes stay on."),
        ),
        _tag(
            Tag.REDUCED_SENSATION,
            _("Are your feet or legs numb?"),
            _("You may not feel a burn or a sore. No heat, no soak, no ball; shoes stay on."),
        ),
    )


def _moving() -> tuple[FormField, ...]:
    return (
        _tag(
            Tag.RECENT_INJURY,
            _("Is there a new leg injury?"),
            _("A pop, a bruise or a weak leg is no cramp: see a doctor. Hard moves are left out."),
        ),
        _tag(
            Tag.BALANCE_PROBLEM,
            _("Is your balance poor?"),
            _("Then you do the moves sitting down, or with a towel."),
        ),
        _tag(
            Tag.FLAT_FEET,
            _("Do you have flat feet?"),
            _("Then you stand in firm shoes, and raise your heels sitting. Skip what hurts."),
        ),
        _one_of_few(
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
        _number("emergency_number", _("Emergency number?"), name_it, by_locale, _("such as 112")),
        _number("doctor_number", _("Your doctor's number?"), at_hand, unsaid, example),
        _number("midwife_number", _("Your midwife's number?"), at_hand, unsaid, example),
    )


def _colours_and_sound() -> tuple[FormField, ...]:
    return (
        _one_of_few(
            "theme",
            _("Day or night colours?"),
            _("Night is dark and red, to be kind to eyes that were asleep."),
            {Theme.AUTO: _("by the hour"), Theme.DAY: _("day"), Theme.NIGHT: _("night")},
        ),
        _one_of_few(
            "sound",
            _("Should there be sound?"),
            _("A bell marks each change. Left to the hour, it is quiet at night."),
            {value: sound_words(Profile(sound=value)) for value in (None, True, False)},
        ),
    )


def _pictures_and_pace() -> tuple[FormField, ...]:
    get_ready = {None: _("as the program has it"), 0: _("none")}
    get_ready |= {n: _("{n} seconds").format(n=n) for n in (5, 10, 15)}
    return (
        _one_of_few(
            "motion",
            _("How much may move?"),
            _("Less is calmer, and better if moving pictures make you dizzy."),
            {MotionPreference.FULL: _("full"), MotionPreference.REDUCED: _("reduced")},
        ),
        _one_of_few(
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
        replace(
            _one_of_few(
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


def _no_and_yes() -> tuple[Choice, ...]:
    return (Choice(False, _("no")), Choice(True, _("yes")))


def _one_of_few(key: str, words: str, why: str, answers: Mapping[Any, str]) -> ChoiceField:
    """A key of the profile with a few values, each with its words."""
    choices = tuple(Choice(value, answer) for value, answer in answers.items())
    return ChoiceField(key, words, choices, hint=why)


# Tags: yes or no, or yes by the calendar.


def _tag(tag: Tag, words: str, why: str) -> ChoiceField:
    return ChoiceField(
        tag.value,
        words,
        _no_and_yes(),
        get=lambda person: tag in person.all_tags(),
        put=partial(_put_tag, tag),
        shown=lambda person: _("yes, by your due date") if tag in person.derived - person.tags else "",
        hint=why,
    )


def _put_tag(tag: Tag, person: Profile, yes: bool) -> Edit[Profile]:
    """What the calendar derives stays."""
    told = ""
    if tag in person.derived:
        told = _("This follows from your due date. Change the date to change this.")
        if tag not in person.tags:
            return Edit(None, told)
    return Edit(replace(person, tags=person.tags | {tag} if yes else person.tags - {tag}), told)


# Pregnancy: said outright, or by a due date.


def _put_pregnant(today: date, person: Profile, yes: bool) -> Edit[Profile]:
    """With a no the date goes, but after a late pregnancy the clot risk stays."""
    if yes:
        told = _("Now say when the baby is due. From week 16 on, more is changed for you.")
        return Edit(replace(person, tags=person.tags | {Tag.PREGNANT}), told)
    left = replace(person, tags=person.tags - _OF_PREGNANCY)
    if _stage(person, today) is not PregnancyStage.AFTER_BIRTH:
        # After birth the date says no more than the clot risk.
        left = replace(left, due_date=None, week=None, week_on=None)
    if Tag.LATE_PREGNANCY not in person.all_tags():
        return Edit(left, _("Was there a birth in the last 6 weeks? Then say yes to the clot risk too."))
    told = _("Clot risk is now yes: it is highest in the 6 weeks after a birth. Say no if there was none.")
    return Edit(replace(left, tags=left.tags | {Tag.CLOT_RISK}), told)


def _due_words(today: date, person: Profile) -> str:
    """What was said, and what it means today."""
    pregnancy = person.pregnancy
    if pregnancy is None:
        return _("not said")
    when = {
        PregnancyStage.PAST_DUE: _("past the due date"),
        PregnancyStage.AFTER_BIRTH: _("over"),
        PregnancyStage.UNLIKELY: _("too far ahead"),
    }.get(pregnancy.stage(today), _("week {n} today").format(n=max(0, pregnancy.week_on(today))))
    if person.due_date is None:
        return when
    return _("{day}, {when}").format(day=person.due_date.isoformat(), when=when)


def _due_text(today: date, person: Profile) -> str:
    """The date, or the week that it is today."""
    if person.due_date is not None:
        return person.due_date.isoformat()
    return str(max(0, person.pregnancy.week_on(today))) if person.pregnancy else ""


def _put_due(today: date, person: Profile, text: str) -> Edit[Profile]:
    """Take in a date or a week; it then says whether the person is pregnant, and no tag does."""
    none = replace(person, due_date=None, week=None, week_on=None)
    if not text:
        still = Tag.PREGNANT in person.all_tags()
        return Edit(replace(none, tags=person.tags | {Tag.PREGNANT}) if still else none)
    by_date = replace(none, tags=person.tags - _OF_PREGNANCY)
    as_week = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WEEK
    value, problem = read_value("week" if as_week else "due_date", text)
    if isinstance(value, int):
        return Edit(replace(by_date, week=value, week_on=today))
    if not isinstance(value, date):
        return refused(problem)
    said = replace(by_date, due_date=value)
    if _stage(said, today) is PregnancyStage.UNLIKELY:
        weeks = plural("{n} week", "{n} weeks", FULL_TERM)
        return Edit(None, _("That is more than {weeks} ahead. Check the year.").format(weeks=weeks))
    return Edit(said)


def _stage(person: Profile, today: date) -> PregnancyStage | None:
    return person.pregnancy.stage(today) if person.pregnancy else None


# Phone numbers.


def _number(key: str, words: str, why: str, otherwise: str, example: str) -> TextField:
    """A phone number; `otherwise` stands there where the person has said none."""

    def text(person: Profile) -> str:
        return str(getattr(person, key))

    def put(person: Profile, typed: str) -> Edit[Profile]:
        value, problem = read_value(key, typed) if typed else ("", "")
        return refused(problem) if value is None else Edit(with_answer(person, key, value))

    return TextField(key, words, example, lambda person: text(person) or otherwise, text, put, hint=why)
