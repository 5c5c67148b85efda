"""What a row of the fault table is, and how it is made true: a broken file, a missing part, an odd terminal."""

import fcntl
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from real_terminal import Terminal, terminal

import uncramp
from uncramp.paths import shipped_routines

FIRST = "Pull your toes toward your shin."
SAFER = "Loop a towel round your foot."
SCREEN, LINES, WORDS = "cramp 0:0", "Toes up. 30 seconds.", "Enter: it's stopped."
"""By what one sees on which rung of the ladder help is: a clock on the screen, plain lines, constant words."""

INSTALL = "pip install --force-reinstall uncramp"
# Hostile files: too deep, and one that grows as it is read. And a clock that is set back a year.
DEEP = "title: " + "[" * 100_000
ALIASES = pairwise("abcdefghij")
BOMB = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in ALIASES)
SET_BACK = (
    "from datetime import datetime, timedelta\nimport itertools, uncramp.clock\ncalls = itertools.count()\n"
    "def local_time():\n    return datetime.now().astimezone() - timedelta(days=365 * min(1, next(calls)))\n"
    "uncramp.clock.local_time = local_time\n"
)


def after(seconds: int) -> re.Pattern[str]:
    """What the clock of a session shows that has gone on for so long, or longer; up to nine seconds."""
    return re.compile(rf"cramp (?!0:0[0-{seconds - 1}])\d")


def clock_of(year: int) -> str:
    """A clock that is set to another year."""
    return (
        "from datetime import datetime\nimport uncramp.clock\n"
        f"uncramp.clock.local_time = lambda: datetime.now().astimezone().replace(year={year}, month=2, day=3)\n"
    )


# A disk that answers no more, as a network's.
HANGS = "import sqlite3, threading\ndef hang(*a, **k):\n    threading.Event().wait()\nsqlite3.connect = hang\n"
# The threads of the toolkit's that read and write, broken.
DEAF = (
    "from textual.drivers.linux_driver import LinuxDriver\n"
    "def broken(self):\n    raise RuntimeError('it [bold]stopped')\n"
    "LinuxDriver.run_input_thread = broken\n"
)
MUTE = (
    "LEFT = {}\n"
    "from textual.drivers._writer_thread import WriterThread\n"
    "begin = WriterThread.__init__\n"
    "class Breaking:\n"
    "    def __init__(self, file):\n        self.write, self.fileno, self.left = file.write, file.fileno, LEFT\n"
    "    def flush(self):\n"
    "        self.left -= 1\n"
    "        if self.left < 0:\n            raise RuntimeError('it [bold]stopped')\n"
    "WriterThread.__init__ = lambda self, file: begin(self, Breaking(file))\n"
)

SOURCE = Path(uncramp.__file__).parent
SHIPPED = shipped_routines()


class Closes(Protocol):
    """Something that holds on to something else."""

    def close(self) -> None: ...


class Place:
    """A test's own folder: the person's things, stand-ins for modules, and a copy of the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        """What `UNCRAMP_HOME` names."""
        self.modules = folder / "modules"
        """Comes before everything else in Python's path."""
        self.env: dict[str, str] = {}
        self.kept: Closes | None = None
        """A file to be kept open."""
        self.home.mkdir()
        self.modules.mkdir()

    def write(self, name: str, data: str | bytes) -> Path:
        """A file of the person's."""
        path = self.home / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def module(self, name: str, code: str) -> None:
        """A module that takes the place of the real one, or `sitecustomize`, which runs before everything."""
        path = self.modules / f"{name}.py"
        path.write_text(code)

    def copy(self) -> Path:
        """A copy of the whole program, to be damaged; routines within."""
        copied = self.modules / "uncramp"
        if not copied.exists():
            shutil.copytree(SOURCE, copied)
            shutil.copytree(SHIPPED, copied / "routines")
        return copied


Setup = Callable[[Place], object]


@dataclass(frozen=True)
class Fault:
    """One row: what is broken, and what the person sees and is told."""

    name: str
    setup: Setup = field(default=lambda _place: None)
    told: tuple[str, ...] = ()
    """Words that are told afterwards."""
    rung: str = SCREEN
    says: str = FIRST
    status: int = 0
    keys: tuple[tuple[str, str | re.Pattern[str]], ...] = ()
    """What is typed once help is there, before it is stopped, each with what is seen then."""
    script: str = ""
    written: str = ""
    """A file of the person's that is waited for before it is stopped."""
    leave: str | None = None
    """What is typed to stop it; "" where it ends by itself; by default that it's stopped, and then to leave: a first aid
    that was only looked at is not kept."""
    columns: int = 80
    lines: int = 24
    needs: str = ""
    """A command that has to succeed where it can be tried."""

    def __str__(self) -> str:
        return self.name

    @property
    def leaving(self) -> str:
        """What is typed to stop it."""
        if self.leave is not None:
            return self.leave
        return "gq" if self.rung == SCREEN else "g\nq\n"

    @contextmanager
    def started(self, folder: Path) -> Iterator[Terminal]:
        place = Place(folder)
        self.setup(place)
        path = os.pathsep.join(map(str, (place.modules, SOURCE.parent)))
        env = {"UNCRAMP_HOME": str(place.home), "PYTHONPATH": path, "TZ": night()} | place.env
        try:
            with terminal("now", script=self.script, columns=self.columns, lines=self.lines, **env) as started:
                yield started
        finally:
            if place.kept is not None:
                place.kept.close()


def night() -> str:
    """A time zone in which it is three at night: there one key stops a first aid at once."""
    return f"XXX{(time.gmtime().tm_hour - 3 + 12) % 24 - 12:+}"


# What is broken.


def profile(data: str | bytes) -> Setup:
    return lambda place: place.write("profile.yaml", data)


def own(data: str | bytes, name: str = "cramp-calf") -> Setup:
    return lambda place: place.write(f"routines/{name}.yaml", data)


def env(**variables: str) -> Setup:
    return lambda place: place.env.update(variables)


def module(name: str, code: str) -> Setup:
    return lambda place: place.module(name, code)


def missing(name: str) -> Setup:
    """A module that is not installed."""
    return module(name, f"raise ModuleNotFoundError('No module named {name!r}', name={name!r})\n")


def damaged(path: str, data: str | None = "(") -> Setup:
    """A file of the program's that is damaged, or gone."""

    def damage(place: Place) -> None:
        file = place.copy() / path
        if data is not None:
            file.write_text(data)
        elif file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink()

    return damage


def both(*setups: Setup) -> Setup:
    return lambda place: [setup(place) for setup in setups]


def without_rights(name: str = "", mode: int = 0) -> Setup:
    """A file or folder of the person's whose rights are taken away; itself by default."""

    def take(place: Place) -> None:
        path = place.home / name
        path.chmod(mode)

    return take


def pipe(name: str) -> Setup:
    def make(place: Place) -> None:
        path = place.home / name
        path.parent.mkdir(exist_ok=True)
        os.mkfifo(path)

    return make


def link(name: str, to: str) -> Setup:
    def make(place: Place) -> None:
        path = place.home / name
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(to)

    return make


def folder(name: str) -> Setup:
    return lambda place: (place.home / name).mkdir(parents=True)


def diary(data: str | bytes) -> Setup:
    return lambda place: place.write("diary/diary.db", data)


def sparse(name: str, size: int) -> Setup:
    """A file of zeros that takes no room on the disk."""
    return lambda place: os.truncate(place.write(name, ""), size)


def sql(*statements: str, name: str = "diary.db") -> Setup:
    """A database in the place of the diary, or beside it."""

    def make(place: Place) -> None:
        with closing(sqlite3.connect(place.write(f"diary/{name}", ""))) as database:
            for statement in statements:
                database.execute(statement)

    return make


def locked_database(place: Place) -> None:
    """A database that another program writes into, as long as the test runs."""
    place.kept = database = sqlite3.connect(place.write("diary/diary.db", ""), isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN EXCLUSIVE")


def apart(up: str, then: str = "$UNCRAMP now") -> str:
    """A script that sets something up where nobody else sees it, and then runs the program."""
    return f"exec unshare -Urm sh -c '{up}; exec {then}'"


def locked(name: str) -> Setup:
    """Locked by another program, as long as the test runs."""

    def lock(place: Place) -> None:
        place.kept = (place.home / name).open()
        fcntl.flock(place.kept, fcntl.LOCK_EX)

    return lock


def thousands(hostile: dict[str, str]) -> Setup:
    """Thousands of own routines, and some more by name."""
    good = (SHIPPED / "cramp-hand.yaml").read_text()

    def write(place: Place) -> None:
        for name, text in ({f"good-{nth}": good for nth in range(3_000)} | hostile).items():
            place.write(f"routines/{name}.yaml", text)

    return write


def no_figure() -> str:
    """The calf's routine with a figure that is not there."""
    return (SHIPPED / "cramp-calf.yaml").read_text().replace("figure: seated-toe-pull", "figure: nobody")


def no_folder(make: Callable[[Path], object]) -> Setup:
    """Something else where the folder of everything should be."""

    def take(place: Place) -> None:
        place.home.rmdir()
        make(place.home)

    return take


def breaking(where: str, name: str, when: str) -> Setup:
    """A function of the program's that raises from the moment on at which `when` (of its arguments `a`) holds."""
    return module(
        "sitecustomize",
        f"import {where} as module\n"
        f"real = module.{name}\n"
        "def broken(*a):\n"
        f"    if {when}:\n"
        "        raise RuntimeError('it [bold]stopped')\n"
        "    return real(*a)\n"
        f"module.{name} = broken\n",
    )
