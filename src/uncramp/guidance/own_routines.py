"""Writing files of the person's own: a starter, an exercise from a sheet, a copy. None is ever written over another."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TypeAlias

from uncramp.domain.routine import Tag
from uncramp.faults import CommandError, Exit
from uncramp.figures.figure_file import figure_entry
from uncramp.files.disk import NotSavedError, why_unreadable, write_whole
from uncramp.files.library import FIGURES, Library, list_folder
from uncramp.files.routine import routine_schema
from uncramp.files.text import shorten, visible, well_named
from uncramp.i18n import _
from uncramp.paths import own_routines, shipped_routines
from uncramp.words.session import tag_name

_LONGEST_STEM = 50
"""Characters of a name before a number that tells it from others."""
_MODELINE = "# yaml-language-server: $schema="
STARTER = """\
# A routine of your own. Change it, then try:
#   uncramp check {name}
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
    moves:
      - rise 2s
      - hold 1s
      - lower 2s: Slowly down.   # a move may have words of its own
    repetitions: 10
    sets: 2
    rest: 30s                    # between sets
    sources: [our-choice]        # ids from sources.yaml; leave the line out if you have none
    adapt:                       # what changes for whom, always with the reason
      balance_problem: {{skip: true, why: You may fall.}}
"""


def new_path(library: Library, name: str) -> Path:
    """Where a new routine of the person's own is to be.

    Raises:
        CommandError: one of this name is there already, or it can't be a name.
    """
    if name in library.shipped_names():
        built_in = _("'{name}' is a built-in routine. 'uncramp copy {name}' copies it, to change it.")
        raise CommandError(built_in.format(name=name))
    return _free_path(name, own_routines())


def write_new(library: Library, path: Path, text: str, kind: str = "routine") -> None:
    """Write a routine or a figure, with the line that leads an editor to what it can hold.

    Raises:
        CommandError: it can't be written.
    """
    schema = f"{kind}.schema.json"
    try:
        write_whole(path, f"{_MODELINE}{schema}\n{text}".encode())
        keep_schema(library, path.parent / schema)
    except NotSavedError as error:
        raise CommandError(visible(str(error)), Exit.PROBLEMS) from error


def copy_shipped(library: Library, name: str, *, figure: bool) -> Path:
    """Copy a shipped routine or figure into the person's own, and say where to.

    Raises:
        CommandError: one of this name is there already, or it can't be read or written.
    """
    shipped = shipped_routines() / FIGURES if figure else shipped_routines()
    path = _free_path(name, own_routines() / FIGURES if figure else own_routines())
    source = shipped / f"{name}.yaml"
    try:
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    except OSError as error:
        raise CommandError(f"{source}: {why_unreadable(source, error)}") from error
    body = [line for line in lines if not line.startswith(_MODELINE)]
    write_new(library, path, "".join(body), "figure" if figure else "routine")
    return path


def _free_path(name: str, folder: Path) -> Path:
    if not well_named(name):
        no_name = _("'{name}' can't be the name of a routine: use small letters, digits and '-', such as {other}.")
        raise CommandError(no_name.format(name=visible(shorten(name)), other=_name_after(name)))
    path = list_folder(folder, required=False).files.get(name, folder / f"{name}.yaml")
    if path.exists() or path.is_symlink():
        raise CommandError(_("{path} is there already. Nothing was written.").format(path=visible(str(path))))
    return path


def _name_after(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.casefold()))[:_LONGEST_STEM] or "my-routine"


def keep_schema(library: Library, path: Path) -> None:
    """Have the schema of this version, with the names of now, beside the person's files, where an editor finds it.

    Raises:
        NotSavedError: it can't be written.
    """
    from uncramp.figures.figure_file import figure_schema  # late: they read figures
    from uncramp.guidance.own_routines import schema_for_person, written

    try:
        library.refresh()
        of_routine = path.name.startswith("routine")
        wanted = (schema_for_person(library) if of_routine else written(figure_schema())).encode()
        there = path.read_bytes() if path.exists() else b""
    except OSError:
        return  # an editor helps less then; the file itself is whole
    if there != wanted:
        write_whole(path, wanted)


def keep_sheet(library: Library, written: str, called: str) -> str:
    """Write the routine of a line of a sheet, under a name after its exercise that is free; gives that name.

    Raises:
        CommandError: it can't be written.
    """
    from uncramp.files.sheet_file import SheetRoutine, from_sheet  # late: most runs read no sheet

    word = _name_after(called)
    taken = {*library.shipped_names(), *list_folder(own_routines(), required=False).files}
    name = next(name for nth in count(1) if (name := word if nth == 1 else f"{word}-{nth}") not in taken)
    made = from_sheet(written, name)
    if not isinstance(made, SheetRoutine):
        raise CommandError("\n".join(problem.hint for problem in made))
    write_new(library, new_path(library, name), made.text)
    return name


def editor() -> list[str]:
    """The person's editor as a command, by `VISUAL` or `EDITOR`; nothing where none is set."""
    wished = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(wished, posix=os.name == "posix")
    except ValueError:
        return []


def open_in_editor(library: Library, command: list[str], path: Path) -> str:
    """Run an editor until it is closed; gives what went wrong, in words, or nothing."""
    with suppress(NotSavedError):
        keep_schema(library, path.parent / "routine.schema.json")
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - the person's own editor
    except OSError:
        return _("The editor '{command}' can't be started.").format(command=visible(command[0]))
    return _("The editor ended with an error ({status}).").format(status=status) if status else ""


_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | float | bool | None"
_Offered = Mapping[str, Mapping[str, str]]
"""Names with what each is, by kind."""


def written(schema: Mapping[str, object]) -> str:
    """A schema in the 2020-12 dialect, as its file holds it."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def schema_for_person(library: Library) -> str:
    """The schema of a routine, with the names of the person's figures, sources and routines. All of them are read for it."""
    figures = {name: figure_entry(path).figure for name, path in library.figure_paths.items()}
    offered = {
        "figure": {name: figure.shows for name, figure in figures.items() if figure},
        "source": {name: f"{source.name}: {source.says}" for name, source in library.sources.items()},
        "routine": {entry.name: entry.routine.title for entry in library.entries() if entry.routine},
    }
    whole = _offering(json.loads(json.dumps(routine_schema())), offered)
    return written(whole if isinstance(whole, dict) else {})


def _offering(schema: _Json, offered: _Offered) -> _Json:
    """The schema with names beside each pattern for a name: a name that is not among them may have been added since."""
    if isinstance(schema, list):
        return [_offering(one, offered) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if names := offered.get(str(schema.get("$comment"))):
        more, pattern = schema.copy(), {}
        for key in more.keys() - {"description"}:
            pattern[key] = more.pop(key)
        return more | {"anyOf": [{"enum": [*names], "enumDescriptions": [*names.values()]}, pattern]}
    if schema.get("enum") == list(Tag):
        return schema | {"enumDescriptions": [tag_name(tag) for tag in Tag]}
    return {key: _offering(value, offered) for key, value in schema.items()}
