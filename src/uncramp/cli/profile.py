"""The command that prints the profile."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from uncramp.cli.output import not_found, print_json, print_lines, tell
from uncramp.domain.own_keys import said
from uncramp.domain.profile import Profile
from uncramp.faults import Exit
from uncramp.files.profile import LoadedProfile
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.profile_form import plan_words, profile_groups
from uncramp.i18n import _
from uncramp.paths import people, person
from uncramp.words.emergency import country, locale_number
from uncramp.words.profile import notice_words, stage_words
from uncramp.words.session import spoken_time, tag_name


def show_profile(options: Namespace, context: Context) -> int:
    """Print what is known of the person and where it stands; on standard error, what is wrong in the file."""
    loaded = context.person
    day = context.local_time().date()
    if options.json:
        print_json(_profile_data(loaded, day))
    else:
        print_lines(_profile_lines(loaded, day))
    names = context.library.names()
    tell(*loaded.problems, *(not_found(name, names) for name, _times in loaded.profile.plan if name not in names))
    return Exit.PROBLEMS if loaded.problems else Exit.DONE


def _profile_data(loaded: LoadedProfile, day: date) -> dict[str, object]:
    """The profile as `uncramp profile --json` prints it: a contract with scripts."""
    mine = loaded.profile
    return {
        "path": str(loaded.path),
        "person": person() or None,
        "people": list(people()),
        "exists": loaded.there,
        "tags": list(mine.all_tags()),
        "week": mine.pregnancy.week_on(day) if mine.pregnancy else None,
        "due_date": _day(mine.due_date),
        "clot_risk_until": _day(mine.clot_risk_until),
        "usual_side": mine.usual_side,
        "get_ready": mine.get_ready,
        "emergency_number": mine.emergency_number or None,
        "doctor_number": mine.doctor_number or None,
        "midwife_number": mine.midwife_number or None,
        "theme": mine.theme,
        "sound": mine.sound,
        "sound_at_night": mine.sound_at_night,
        "motion": mine.motion,
        "figures": mine.figures,
        "plan": dict(mine.plan),
        "keys": dict(mine.keys),
        "times": [f"{one:%H:%M}" for one in mine.times],
        "notices": [notice_words(notice) for notice in loaded.notices],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _profile_lines(loaded: LoadedProfile, day: date) -> Iterator[str]:
    yield _("Your profile: {path}").format(path=visible(str(loaded.path)))
    if not loaded.there:
        yield _("There is no such file yet, so nothing is changed for you. To change that, start uncramp and press a.")
    yield from (f"! {notice_words(notice)}" for notice in loaded.notices)
    if names := ", ".join(people()):
        yield _("People here: {names}. Each has a profile of their own: uncramp --as NAME").format(names=names)
    yield ""
    person = loaded.profile
    tags = person.all_tags()
    yield _("What changes your routines:") if tags else _("Nothing changes your routines.")
    yield from (f"  {tag_name(tag)}" for tag in tags)
    yield from _dates(person, day)
    yield from _preferences(person, day)
    yield from _numbers(person)


def _dates(person: Profile, day: date) -> Iterator[str]:
    if person.clot_risk_until is not None:
        until = _("Clot risk until: {day}") if person.clot_risk_for_now(day) else _("Clot risk until: {day}, over")
        yield until.format(day=person.clot_risk_until.isoformat())
    if person.due_date is not None:
        yield _("Due date: {day}").format(day=person.due_date.isoformat())
    elif person.week is not None and person.week_on is not None:
        written = person.week_on.isoformat()
        yield _("Week of pregnancy: {week} on {day}").format(week=person.week, day=written)
    if person.pregnancy is not None:
        yield "  " + stage_words(person.pregnancy.stage(day), person.pregnancy.week_on(day))


def _preferences(person: Profile, day: date) -> Iterator[str]:
    answers = {field.id: field.answer(person) for group in profile_groups(day) for field in group.fields}
    yield _("Side that usually cramps: {side}").format(side=answers["usual_side"])
    ready = _("as usual") if person.get_ready is None else spoken_time(person.get_ready)
    yield _("Time to get ready: {time}").format(time=ready)
    yield _("Colours: {theme}").format(theme=answers["theme"])
    if plan := plan_words(person):
        yield _("Your plan: {plan}").format(plan=plan)
    if person.times:
        yield _("Your times: {times}").format(times=answers["times"])
    sound = _("Sound: {sound}, at night and in first aid, too") if person.sound_at_night else _("Sound: {sound}")
    yield sound.format(sound=answers["sound"])
    yield _("Motion: {motion}").format(motion=answers["motion"])
    yield _("Figures: {figures}").format(figures=answers["figures"])
    if person.keys:
        yield _("Your own keys: {keys}").format(keys=", ".join(f"{name}: {key}" for name, key in person.keys))


def _numbers(person: Profile) -> Iterator[str]:
    if person.emergency_number:
        yield _("Emergency number: {number}").format(number=person.emergency_number)
    elif number := locale_number():
        by_locale = _(
            "Emergency number: {number}, since your system is set to {country}. Is it wrong? Start uncramp and press a."
        )
        yield said(by_locale, person.keys, "about_you").format(number=number, country=country())
    else:
        words = _("Emergency number: not known. To write it down, start uncramp and press a.")
        yield said(words, person.keys, "about_you")
    if person.doctor_number:
        yield _("Doctor: {number}").format(number=person.doctor_number)
    if person.midwife_number:
        yield _("Midwife or maternity unit: {number}").format(number=person.midwife_number)
