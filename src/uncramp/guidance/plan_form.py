"""The form about a person's day: which routines are in their plan, and how often."""

from dataclasses import replace
from datetime import date
from functools import partial

from uncramp.domain.day_plan import day_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import BUILT_IN, Purpose, Routine
from uncramp.files.library import Library
from uncramp.guidance.form import Choice, ChoiceField, Edit, FieldGroup
from uncramp.guidance.routines import in_order
from uncramp.i18n import _
from uncramp.words.practice import times_a_day
from uncramp.words.session import how_often, purpose_name

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
