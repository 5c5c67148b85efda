"""Finding what a command is about: the library, the person, a routine by name or path."""

import os
from collections.abc import Collection
from pathlib import Path

from uncramp.domain.routine import Routine
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import UnreadableError, is_yaml
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError
from uncramp.files.text import NEAR, closest, shorten, visible, with_parts
from uncramp.guidance.routines import FIRST
from uncramp.i18n import _


def is_path(routine: str) -> bool:
    return is_yaml(routine) or os.sep in routine or "/" in routine


def routine_of(books: Library, wanted: str) -> Routine:
    """A routine by name or path.

    Raises:
        CommandError: there is none, or it has problems; the message has them all.
    """
    try:
        return books.read_path(Path(wanted)) if is_path(wanted) else books.get(wanted)
    except UnreadableError as error:
        raise CommandError(str(error)) from error
    except RoutineBrokenError as error:
        raise CommandError(str(error), Exit.PROBLEMS) from error
    except RoutineNotFoundError as error:
        raise CommandError(not_found(wanted, books.names())) from error


def not_found(wanted: str, names: Collection[str], *, figure: bool = False) -> str:
    """What is said of a name that no routine has, or no figure."""
    if figure:
        return like(_("There is no figure '{name}'."), wanted, names, _("'uncramp figure' names them all."))
    meant = _("Did you mean '{other}'?").format(other=FIRST) if wanted.lower() == "now" else ""
    return like(_("There is no routine '{name}'."), wanted, names, meant or _("'uncramp list' names them all."))


def like(told: str, wanted: str, names: Collection[str], otherwise: str) -> str:
    """What is `told` of a name that nothing has, with the `names` that may be meant."""
    told = told.format(name=visible(shorten(wanted)))
    if other := closest(wanted, names, NEAR):
        more = _("Did you mean '{other}'?").format(other=other)
    elif parts := with_parts(wanted.lower().split(), names):
        more = _("There are: {names}").format(names=", ".join(parts))
    else:
        more = otherwise
    return f"{told} {more}"
