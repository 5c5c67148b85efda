"""The questions of the form about a person that have to know which day it is: pregnancy, and the risk of a clot."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto
from functools import partial

from uncramp.domain.dates import DateError, calendar_days, normalized, read_days
from uncramp.domain.pregnancy import FULL_TERM, PREGNANCY_TAGS, PregnancyStage, parse_week
from uncramp.domain.profile import CLOT_RISK_AFTER_SURGERY, CLOT_RISK_LASTS, Profile
from uncramp.domain.routine import Tag
from uncramp.files.profile import Weeks, read_value
from uncramp.guidance.form import Choice, ChoiceField, Edit, FormField, TextField, no_and_yes, refused
from uncramp.i18n import _, plural
from uncramp.words.diary import day_words

_NOON = 12
_A_YEAR = timedelta(days=365)
"""How far ahead a day of the clot risk may lie, such as that of surgery to come. Our choice."""


def pregnancy_fields(today: date) -> tuple[FormField, ...]:
    return (
        ChoiceField(
            Tag.PREGNANT.value,
            _("Are you pregnant?"),
            no_and_yes(),
            get=lambda person: Tag.PREGNANT in person.all_tags(),
            put=partial(_put_pregnant, today),
            shown=lambda person: _("yes, late") if Tag.LATE_PREGNANCY in person.tags else "",
            hint=_("From week 16 nothing is done flat on your back. Later a towel helps you reach."),
        ),
        TextField(
            "due_date",
            _("When is the baby due?"),
            _("2027-03-01, or the week: 24, 30+2"),
            partial(_due_words, today),
            partial(_due_text, today),
            partial(_put_due, today),
            hint=_("The steps change with the weeks. Say the date, or the week that you are in now."),
        ),
    )


def clot_fields(today: date) -> tuple[FormField, ...]:
    answers = {ClotRisk.NO: _("no"), ClotRisk.FOR_GOOD: _("yes, always"), ClotRisk.FOR_NOW: _("yes, for a while")}
    return (
        ChoiceField(
            Tag.CLOT_RISK.value,
            _("At risk of a blood clot?"),
            tuple(Choice(value, words) for value, words in answers.items()),
            get=partial(_clot_risk, today),
            put=partial(_put_clot_risk, today),
            shown=partial(_clot_risk_words, today),
            hint=_(
                "Always: a clot before, clots in the family, cancer, the pill or HRT. "
                "For a while: a birth, surgery, a plaster cast, a long trip. Then there is no rub and no heat."
            ),
        ),
        TextField(
            "clot_risk_until",
            _("Clot risk for a while: since when?"),
            _("2026-11-26, or surgery 2026-11-26"),
            partial(_until_words, today),
            _until_text,
            partial(_put_until, today),
            hint=_(
                "It counts for six weeks from that day, then ends by itself. After surgery or a hospital stay, "
                "type surgery first: 90 days. With a cast, say the day it comes off."
            ),
        ),
    )


def _in_words(day: date) -> str:
    return day_words(day, date.min)  # with its year


# The risk of a clot: for good, or until a day; and by the due date.


class ClotRisk(Enum):
    """What a person says of their risk of a clot."""

    NO = auto()
    FOR_GOOD = auto()
    """As the tag `clot_risk`: a clot before, clots in the family, cancer, the pill or HRT (the list of UCLH)."""
    FOR_NOW = auto()
    """As the key `clot_risk_until`: a birth, surgery, a plaster cast, a long trip."""


def _clot_risk(today: date, person: Profile) -> ClotRisk:
    if Tag.CLOT_RISK in person.tags:
        return ClotRisk.FOR_GOOD
    return ClotRisk.FOR_NOW if person.clot_risk_for_now(today) else ClotRisk.NO


def _clot_risk_words(today: date, person: Profile) -> str:
    """The answer in full where it has a day, or comes from the due date."""
    said = _clot_risk(today, person)
    if said is ClotRisk.FOR_NOW and person.clot_risk_until:
        return _("yes, until {day}").format(day=_in_words(person.clot_risk_until))
    return _("yes, by your due date") if said is ClotRisk.NO and _by_due_date(today, person) else ""


def _by_due_date(today: date, person: Profile) -> bool:
    stage = _stage(person, today)
    return stage is not None and Tag.CLOT_RISK in stage.tags


def _put_clot_risk(today: date, person: Profile, said: ClotRisk) -> Edit[Profile]:
    """What the due date says stays. Until the day is said, it counts as if it was today, to be on the safer side."""
    without = replace(person, tags=person.tags - {Tag.CLOT_RISK}, clot_risk_until=None)
    if said is ClotRisk.FOR_GOOD:
        return Edit(replace(without, tags=without.tags | {Tag.CLOT_RISK}))
    if said is ClotRisk.FOR_NOW:
        until = today + CLOT_RISK_LASTS
        told = _("It counts until {day}, as if it was today. Below, say which day it was.")
        return Edit(replace(without, clot_risk_until=until), told.format(day=_in_words(until)))
    by_date = _("This follows from your due date. Change the date to change this.")
    return Edit(without, by_date if _by_due_date(today, person) else "")


def _until_words(today: date, person: Profile) -> str:
    if person.clot_risk_until is None:
        return _("not said")
    words = _("until {day}") if person.clot_risk_for_now(today) else _("{day}, over")
    return words.format(day=_in_words(person.clot_risk_until))


def _until_text(person: Profile) -> str:
    return f"{_('until')} {person.clot_risk_until.isoformat()}" if person.clot_risk_until else ""


def _put_until(today: date, person: Profile, text: str) -> Edit[Profile]:
    """Take in the day on which it happened, from which the last day follows, or the last day itself."""
    if not text:
        return Edit(replace(person, clot_risk_until=None))
    lasts = {"": CLOT_RISK_LASTS, _("surgery"): CLOT_RISK_AFTER_SURGERY, _("until"): timedelta()}
    first, _space, rest = text.partition(" ")
    word, typed = (first.lower(), rest.strip()) if first.lower() in lasts else ("", text)
    day, problem = read_value("clot_risk_until", typed) if typed else (None, _("Write the day, such as 2026-11-26."))
    day = day or _past_day(typed, today)
    if not isinstance(day, date):
        return refused(problem)
    until = day + lasts[word]
    if Tag.CLOT_RISK in person.tags:
        return refused(_("You said yes, always. Change that answer first, then say the day."))
    if day > today + _A_YEAR:
        return refused(_("That is more than a year ahead. Check the year."))
    if until < today:
        return refused(_("Then it ended on {day}. Check the year, or say no.").format(day=_in_words(until)))
    told = _("Your clot risk counts until {day}, then ends by itself.").format(day=_in_words(until))
    return Edit(replace(person, clot_risk_until=until), told)


# Pregnancy: said outright, or by a due date.


def _put_pregnant(today: date, person: Profile, yes: bool) -> Edit[Profile]:
    """With a no the date goes, but after a late pregnancy the clot risk stays for six weeks."""
    if yes:
        told = _("Now say when the baby is due. From week 16 on, more is changed for you.")
        return Edit(replace(person, tags=person.tags | {Tag.PREGNANT}), told)
    left = replace(person, tags=person.tags - PREGNANCY_TAGS)
    if _stage(person, today) is not PregnancyStage.AFTER_BIRTH:
        # Six weeks past the due date, it says no more than the clot risk.
        left = replace(left, due_date=None, week=None, week_on=None)
    if Tag.LATE_PREGNANCY not in person.all_tags():
        return Edit(left, _("Was there a birth in the last 6 weeks? Then say yes to the clot risk too."))
    if Tag.CLOT_RISK in left.tags:
        return Edit(left, _("Clot risk stays yes. It is highest in the 6 weeks after a birth."))
    until = max(today + CLOT_RISK_LASTS, left.clot_risk_until or today)
    told = _("Clot risk is now yes until {day}: it is highest in the 6 weeks after a birth. Say no if there was none.")
    return Edit(replace(left, clot_risk_until=until), told.format(day=_in_words(until)))


def _due_words(today: date, person: Profile) -> str:
    pregnancy = person.pregnancy
    if pregnancy is None:
        return _("not said")
    when = {
        PregnancyStage.PAST_DUE: _("past the due date"),
        PregnancyStage.AFTER_BIRTH: _("over"),
        PregnancyStage.OVER: _("over"),
        PregnancyStage.UNLIKELY: _("too far ahead"),
    }.get(pregnancy.stage(today), _("week {n} today").format(n=max(0, pregnancy.week_on(today))))
    if person.due_date is None:
        return when
    return _("{day}, {when}").format(day=_in_words(person.due_date), when=when)


def _due_text(today: date, person: Profile) -> str:
    if person.due_date is not None:
        return person.due_date.isoformat()
    if person.pregnancy is None:
        return ""
    week, days = max(0, person.pregnancy.week_on(today)), person.pregnancy.days_on(today)
    return f"{week}+{days}" if days else str(week)


def _put_due(today: date, person: Profile, text: str) -> Edit[Profile]:
    """Take in a date or a week; it then says whether the person is pregnant, and no tag does."""
    none = replace(person, due_date=None, week=None, week_on=None)
    if not text:
        still = Tag.PREGNANT in person.all_tags()
        return Edit(replace(none, tags=person.tags | {Tag.PREGNANT}) if still else none)
    by_date = replace(none, tags=person.tags - PREGNANCY_TAGS)
    if parse_week(text) is not None:
        value, problem = read_value("week", text)
        if not isinstance(value, Weeks):
            return refused(problem)
        return Edit(replace(by_date, week=value.weeks, week_on=today - timedelta(value.days)))
    value, problem = read_value("due_date", text)
    value = value or _next_day(text, today)
    if not isinstance(value, date):
        return refused(_("{problem}. Or write the week, such as 24 or 30+2").format(problem=problem))
    said = replace(by_date, due_date=value)
    if _stage(said, today) is PregnancyStage.UNLIKELY:
        weeks = plural("{n} week", "{n} weeks", FULL_TERM)
        return Edit(None, _("That is more than {weeks} ahead. Check the year.").format(weeks=weeks))
    return Edit(said)


def _next_day(text: str, today: date) -> date | None:
    """The next day of this date, where its year was left out."""
    for year in (today.year, today.year + 1):
        with suppress(DateError):
            found = calendar_days(f"{text}{'' if text.endswith('.') else ' '}{year}")
            if len(found) == 1 and found[0] >= today:
                return found[0]
    return None


def _past_day(text: str, today: date) -> date | None:
    """A day by its distance from today, or by a date without its year."""
    with suppress(DateError):
        days = read_days(normalized(text), today, _NOON)
        found = days.by_hour(_NOON) if days else ()
        return found[0] if len(found) == 1 else None
    return None


def _stage(person: Profile, today: date) -> PregnancyStage | None:
    return person.pregnancy.stage(today) if person.pregnancy else None
