"""How the program speaks of the person's profile."""

from collections.abc import Iterable
from datetime import time

from uncramp.domain.pregnancy import PregnancyStage
from uncramp.domain.profile import ProfileNotice, SoundPreference
from uncramp.i18n import _
from uncramp.paths import people


def notice_words(notice: ProfileNotice) -> str:
    """What the person is told of their profile, and what they can do."""
    return {
        ProfileNotice.NOT_READ: _(
            "Your profile can't be used as it is. To be safe, you get the steps for late pregnancy and clot risk."
        ),
        ProfileNotice.IN_PART: _("Something in your profile can't be used. All else in it counts."),
        ProfileNotice.UNLIKELY: _(
            "The date of your pregnancy is too far ahead. Check it, and the date of this computer. "
            "To be safe, you get the steps for late pregnancy and clot risk."
        ),
        ProfileNotice.PAST_DUE: _(
            "Your due date has passed. Is the baby here? Say so in About you. "
            "Until then you get the steps for late pregnancy, and for the clot risk after birth."
        ),
        ProfileNotice.AFTER_BIRTH: _(
            "Your due date was six weeks ago or more, so you no longer count as pregnant. "
            "The clot risk after birth counts for eight weeks from your due date."
        ),
        ProfileNotice.PREGNANCY_OVER: _(
            "Your due date was eight weeks ago or more. It no longer changes the steps that you get. "
            "You can take it out of your profile."
        ),
        ProfileNotice.CLOT_RISK_OVER: _(
            "The last day of your clot risk has passed, so it no longer counts. "
            "If your risk is still raised, say so in About you. If not, take the day out there."
        ),
    }[notice]


def stage_words(stage: PregnancyStage, week: int) -> str:
    return {
        PregnancyStage.EARLY: _("Week {n}: pregnant."),
        PregnancyStage.FROM_WEEK_16: _("Week {n}: pregnant, from week 16."),
        PregnancyStage.LATE: _("Week {n}: late in pregnancy."),
        PregnancyStage.PAST_DUE: _("Past the due date: late in pregnancy, and clot risk."),
        PregnancyStage.AFTER_BIRTH: _("After birth: clot risk."),
        PregnancyStage.OVER: _("Eight weeks past the due date: it changes nothing."),
        PregnancyStage.UNLIKELY: _("The date can't be right: late in pregnancy, and clot risk."),
    }[stage].format(n=week)


def sound_words(sound: SoundPreference) -> str:
    return {
        SoundPreference.AUTO: _("as usual"),
        SoundPreference.OFF: _("off"),
        SoundPreference.TONES: _("tones"),
        SoundPreference.VOICE: _("voice"),
    }[sound]


def times_words(times: Iterable[time]) -> str:
    return ", ".join(f"{one:%H:%M}" for one in times)


def new_here_words(name: str) -> str:
    """What is told where nothing is kept of a person of this name."""
    known = ", ".join(people())
    new = _("New here: {name}. What you do from now on is kept under this name.").format(name=name)
    return _("{new} Others here: {names}.").format(new=new, names=known) if known else new
