"""Commands that give a person a routine file of their own: a new one, or a copy of a shipped one."""

from pathlib import Path

from uncramp.cli.find import library, not_found
from uncramp.errors import CommandError, Exit
from uncramp.files.atomic import NotSavedError, write_whole
from uncramp.files.names import well_named
from uncramp.files.text import shorten, visible
from uncramp.i18n import _
from uncramp.paths import own_routines, shipped_routines

_MODELINE = "# yaml-language-server: $schema="
_STARTER = """\
{modeline}
# A routine of your own. Change it, then try:
#   uncramp check {path}
#   uncramp show {name}
#   uncramp run {name}

title: My routine                # what it is called in lists
purpose: daily                   # first-aid, daily, bedtime, break, rest or bath
for: calf                        # calf, foot, thigh, hand or leg
about: One line for the list.
position: Standing at a wall     # where the position changes, you get more time

cautions:
  - It should pull, not hurt.

steps:
  # A step has a list of timed moves: one repetition. Times read 30s, 2m, 1m30s or 1:30.
  - name: Calf stretch
    say: Lean to the wall. Back knee straight.       # 12 words or fewer
    how: One foot forward, both hands on the wall. Lean until the calf of the back leg pulls.
    sides: each                  # affected, each, alternating, both or none
    moves: [hold 30s]
    repetitions: 2               # on each side
    change: 10s                  # time to change sides

  - name: Heel raises
    say: Rise on both feet. Slowly down again.
    moves: [rise 2s, hold 1s, lower 2s]
    repetitions: 10
    sets: 2
    rest: 30s                    # between sets
    sources: [our-choice]        # ids from sources.yaml; leave the line out if you have none
    adapt:                       # what changes for whom, always with the reason
      balance_problem: {{skip: true, why: You may fall.}}
"""


def new(name: str) -> int:
    """Write a starter file that checks clean into the person's own routines."""
    if name in library().shipped_names():
        raise CommandError(
            _("'{name}' is a built-in routine. 'uncramp copy {name}' copies it, to change it.").format(
                name=name
            )
        )
    path = _free_path(name)
    _write(path, _STARTER.format(modeline=_modeline(), path=path, name=name))
    print(_("Made {path}").format(path=visible(str(path))))
    print(
        _("Change it as you like. 'uncramp check' finds what is wrong, 'uncramp run {name}' runs it.").format(
            name=name
        )
    )
    return Exit.DONE


def copy(name: str) -> int:
    """Copy a shipped routine into the person's own, where it takes the place of the shipped one."""
    shipped = shipped_routines() / f"{name}.yaml"
    if not well_named(name) or name not in library().shipped_names():
        raise CommandError(not_found(name, library().shipped_names()))
    path = _free_path(name)
    try:
        lines = shipped.read_text(encoding="utf-8").splitlines(keepends=True)
    except OSError as error:
        raise CommandError(f"{shipped}: {error.strerror}") from error
    body = [line for line in lines if not line.startswith(_MODELINE)]
    _write(path, "".join([_modeline(), "\n", *body]))
    print(_("Copied to {path}").format(path=visible(str(path))))
    print(_("It now takes the place of the built-in one. Delete the file to have that back."))
    return Exit.DONE


def _free_path(name: str) -> Path:
    if not well_named(name):
        shown = visible(shorten(name))
        raise CommandError(
            _("'{name}' can't be the name of a routine: use small letters, digits and '-'.").format(
                name=shown
            )
        )
    path = own_routines() / f"{name}.yaml"
    if path.exists() or path.is_symlink():
        raise CommandError(_("{path} is there already. Nothing was written.").format(path=visible(str(path))))
    return path


def _modeline() -> str:
    """Leads an editor to the schema, wherever the program is installed."""
    return _MODELINE + (shipped_routines() / "routine.schema.json").as_uri()


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except NotSavedError as error:
        raise CommandError(visible(str(error)), Exit.PROBLEMS) from error
