"""How the program says what of today's practice is done, and whether practice works."""

from collections.abc import Iterator

from uncramp.domain.practice import LEAST_CRAMPS, LEAST_DAYS, LEAST_PRACTICE, Progress, Verdict, Working
from uncramp.domain.statistics import Rate, Ratio
from uncramp.i18n import _, plural

_TEN = 10
_MOST = 100


def times_a_day(times: int) -> str:
    return plural("{n} a day", "{n} a day", times)


def progress_words(progress: Progress) -> tuple[str, str]:
    """How often one aim is for today, or how much of it is done: in a word or two, and in full, "" while nothing is."""
    done, least = progress.done, progress.dose.least
    if not done:
        return times_a_day(least), ""
    if least == 1:
        return _("done"), _("done")
    if done > least:
        return (many := plural("{n} done", "{n} done", done)), many
    short, words = _("{done} of {least}"), _("{done} of {least} done")
    if progress.left == 1 and progress.dose.last_at_bedtime:
        words = _("{done} of {least} done, the last before bed")
    return short.format(done=done, least=least), words.format(done=done, least=least)


def working_headline(working: Working) -> str:
    return {
        Verdict.NO_PRACTICE: _("You have not begun to practise yet."),
        Verdict.NO_BEFORE: _("We can't tell if practice helps: there are too few days from before you began."),
        Verdict.TOO_EARLY: _("It is too early to say if practice helps."),
        Verdict.FEWER: _("There are fewer cramps since you began to practise."),
        Verdict.MORE: _("There are more cramps since you began to practise."),
        Verdict.UNCLEAR: _("No clear change so far. It may be chance."),
    }[working.verdict]


def what_counts() -> str:
    return _("A day counts on which you did at least half of a routine, your own too. First aid is no practice.")


def needed_words() -> str:
    return _(
        "It takes {days} days before practice, {days} days since, {practice} days of practice and {cramps} cramps in all."
    ).format(days=LEAST_DAYS, practice=LEAST_PRACTICE, cramps=LEAST_CRAMPS)


def working_lines(working: Working) -> Iterator[str]:
    """The answer with the numbers that it stands on, a sentence or two a line."""
    yield working_headline(working)
    if working.verdict is Verdict.NO_PRACTICE:
        return
    if working.verdict is not Verdict.NO_BEFORE:
        yield _("Before: {rate}").format(rate=rate_words(working.before))
    yield _("Since then: {rate}").format(rate=rate_words(working.since))
    yield plural("You practised on {n} day.", "You practised on {n} days.", working.practised)
    if working.left_out:
        yield plural(
            "{n} day is left out: the diary is empty there.",
            "{n} days are left out: the diary is empty there.",
            working.left_out,
        )
    if working.ratio is not None:
        yield range_words(working.ratio)
        yield _("This can have other causes. Cramps come in bunches, so the true range may be wider.")
    elif working.verdict is Verdict.TOO_EARLY:
        yield needed_words()


def rate_words(rate: Rate) -> str:
    """How many cramps in how many days, and how many that is a week."""
    cramps = plural("{n} cramp", "{n} cramps", rate.events)
    days = plural("{n} day", "{n} days", rate.days)
    if rate.days < LEAST_DAYS:  # too few for a rate
        return _("{cramps} in {days}.").format(cramps=cramps, days=days)
    return _("{cramps} in {days}, {weekly} a week.").format(cramps=cramps, days=days, weekly=f"{rate.per_week:.1f}")


def range_words(ratio: Ratio) -> str:
    """A ratio and its range as numbers of cramps that one can picture."""
    if ratio.ratio is None or ratio.high is None:
        return _("There were no cramps before, so there is no number for how much it changed.")
    now, low, high = (_in_ten(one) for one in (ratio.ratio, ratio.low, ratio.high))
    return _("For every 10 cramps before, you now have {now}. The true number may be from {low} to {high}.").format(
        now=now, low=low, high=high
    )


def _in_ten(ratio: float) -> str:
    """How many there are now for each 10 before, rounded to what so few cramps can show."""
    many = ratio * _TEN
    if many > _MOST:
        return _("over {n}").format(n=_MOST)
    if many >= _TEN / 2 and round(many) != _TEN:
        return f"{many:.0f}"
    near = f"{many:.1f}".removesuffix(".0")
    if near != str(_TEN) or many == _TEN:
        return near
    return _("just over 10") if many > _TEN else _("just under 10")  # it matters on which side of no change it lies
