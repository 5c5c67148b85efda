"""How the program says what of today's practice is done."""

from uncramp.domain.practice import Progress
from uncramp.i18n import _, plural

DONE, OPEN = "✓", " "
"""What stands before something that is done for today, and before what is not."""


def progress_mark(progress: Progress) -> str:
    """A glyph for whether something is left to do."""
    return OPEN if progress.left else DONE


def progress_words(progress: Progress) -> str:
    """How much of one aim is done today; nothing where it is a matter of once, and is not done."""
    done, least = progress.done, progress.dose.least
    if least == 1:
        return _("done") if done else ""
    if done > least:
        return plural("{n} done", "{n} done", done)
    if progress.left == 1 and least > 1 and progress.dose.last_at_bedtime:
        return _("{done} of {least} done, the last before bed").format(done=done, least=least)
    return _("{done} of {least} done").format(done=done, least=least)
