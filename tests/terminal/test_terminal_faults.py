"""The fault table: whatever is broken, help is there, and afterwards words say what is broken and how to mend it.

A row is a fault. Each runs the real program in a real pseudo-terminal, sees the first instruction and a clock, the plain
steps or constant words, stops it, and reads what is told. See `faults.py` for what the rows are made of.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from faults import (
    BOMB,
    DEAF,
    DEEP,
    HANGS,
    INSTALL,
    LINES,
    MUTE,
    SAFER,
    SET_BACK,
    WORDS,
    Fault,
    Setup,
    after,
    apart,
    both,
    breaking,
    clock_of,
    damaged,
    diary,
    env,
    folder,
    link,
    locked,
    locked_database,
    missing,
    module,
    no_figure,
    no_folder,
    own,
    pipe,
    profile,
    sparse,
    sql,
    thousands,
    without_rights,
)

from uncramp.store.database import APPLICATION

MEND = re.compile("To mend it|Please report|a new one is begun|kept as|kept in|Get the newer uncramp|Write it down")
NOT_READ = "Your profile can't be used as it is."
IN_PLACE = "Your own routine can't be used; the built-in one was used in its place:"
ON = "The screen can't be used. It went on line by line."
MISSING = f"To mend it, install uncramp again: {INSTALL}"
STOPPED = "The reason: RuntimeError: it [bold]stopped"
STOPS = "raise RuntimeError('it [bold]stopped')\n"
ASKS = "uncramp.guidance.view", "next_refresh_ms", "a[0].question"
"""The screen breaks as soon as a question is asked."""
GOES_ON = "seconds left. Your cramped leg. 1 of up to 5."
GONE = (("g", "Enter alone: no answer."),)
WHY = (("i", "aaos-hold"), ("", "Enter back"), ("\x1b", "it's stopped"))
GOOD = "tags: []\n"
UNOPENED = ("Your diary can't be opened or written: ", "To mend it, see that the file or folder is there")


def safer(name: str, setup: Setup, *told: str) -> Fault:
    """Of whom nothing is known is led on the safer side."""
    return Fault(name, setup, (NOT_READ, *told), says=SAFER)


def shadow(name: str, setup: Setup, *told: str) -> Fault:
    """An own routine in the place of the built-in one."""
    return Fault(f"own routine: {name}", setup, (IN_PLACE, *told))


PERSON = [
    Fault("no HOME", env(UNCRAMP_HOME="", HOME="")),
    Fault("HOME is nowhere", env(UNCRAMP_HOME="", HOME="/nowhere/at/all")),
    Fault("HOME is a file", both(env(UNCRAMP_HOME=""), lambda place: place.env.update(HOME=str(place.write("file", "")))), UNOPENED),
    Fault("HOME may not be written", both(env(UNCRAMP_HOME=""), lambda place: place.env.update(HOME=str(place.home)), without_rights(mode=0o555)), UNOPENED),
    Fault("the folder may not be written", without_rights(mode=0o555), UNOPENED),
    safer("the folder may not be read", without_rights(), "you have no permission"),
    safer("the folder is a file", no_folder(lambda path: path.write_text("")), "is not a folder"),
    safer("the folder is a pipe", no_folder(os.mkfifo), "is not a folder"),
    safer("the folder is a link that leads nowhere", no_folder(lambda path: path.symlink_to("/gone")), "leads nowhere"),
    safer("profile: a pipe", pipe("profile.yaml"), "this is a pipe"),
    safer("profile: a device", link("profile.yaml", "/dev/zero"), "this is a device"),
    safer("profile: a link to itself", link("profile.yaml", "profile.yaml"), "profile.yaml:1:1:"),
    safer("profile: a link that leads nowhere", link("profile.yaml", "gone"), "this link leads nowhere"),
    safer("profile: broken", profile("tags: [pregnat"), "profile.yaml:1:7:"),
    safer("profile: with a mistake", profile("tags: [pregnat]"), "profile.yaml:1:8: tag 1:"),
    safer("profile: empty", profile(""), "profile.yaml:1:1:"),
    safer("profile: binary", profile(bytes(range(256))), "profile.yaml:1:1:"),
    safer("profile: huge", profile("#\n" * 200_000), "profile.yaml:1:1:"),
    Fault("profile: of a newer version", profile("version: 9\n"), ("All else in it counts", "profile.yaml:1:1: version: unknown key")),
    Fault("profile: a wrong preference", profile("tags: [flat_feet]\ntheme: pink\n"), ("All else in it counts", "profile.yaml:2:8: theme: 'pink'")),
    Fault("profile: a sound that there is not", profile("tags: [flat_feet]\nsound: loud\n"), ("All else in it counts", "profile.yaml:2:8: sound: 'loud'")),
    safer("profile: may not be read", both(profile(""), without_rights("profile.yaml")), "you have no permission"),
    Fault("profile: may only be read", both(profile(GOOD), without_rights("profile.yaml", 0o444))),
    Fault("profile: locked", both(profile(GOOD), locked("profile.yaml"))),
]  # fmt: skip

DIARY_FULL = "The disk is full: your diary, "
NEW_ONE = "and a new one is begun."
LATER = "It goes into your diary as soon as that works."
FOREIGN = ("The diary's file was something else.", NEW_ONE)
SIDE = "diary/diary-waiting-1-abc.jsonl"
STRAY = "Part of what was kept beside your diary could not be read."
HOME_FULL = "mount -t tmpfs -o size=4k tmpfs $UNCRAMP_HOME && echo >$UNCRAMP_HOME/full"
KEPT_FULL = "mount -t tmpfs -o size=256k tmpfs $UNCRAMP_HOME && $UNCRAMP diary add yesterday\\ 3:10 >/dev/null && cat /dev/zero >$UNCRAMP_HOME/full 2>/dev/null || test -s $UNCRAMP_HOME/full"
REST_SHUT = "for at in /tmp /var/tmp; do mount --bind $at $at && mount -o remount,bind,ro $at || exit; done"

DIARY = [
    Fault("diary: empty", diary("")),
    Fault("diary: binary", diary(bytes(range(256)) * 9), ("Your diary could not be read.", NEW_ONE)),
    Fault("diary: huge", sparse("diary/diary.db", 2**34), ("Your diary could not be read.", NEW_ONE)),
    Fault("diary: of another program", sql("CREATE TABLE a (b)"), FOREIGN),
    Fault("diary: of a newer version", sql(f"PRAGMA application_id = {APPLICATION}", "PRAGMA user_version = 99", "CREATE TABLE a (b)"), ("A newer uncramp wrote your diary", "Get the newer uncramp", LATER)),
    Fault("diary: locked", locked_database, ("Another program uses your diary", "To mend it, close the other program.", LATER)),
    Fault("diary: its disk hangs", module("sitecustomize", HANGS), ("What happened is kept in", LATER)),
    Fault("diary: another computer's lies beside it", sql(f"PRAGMA application_id = {APPLICATION}", "CREATE TABLE a (b)", name="diary (conflicted copy).db")),
    Fault("diary: may only be read", both(diary(""), without_rights("diary/diary.db", 0o444))),
    Fault("diary: may not be read", both(diary(""), without_rights("diary/diary.db"))),
    Fault("diary: a pipe", pipe("diary/diary.db"), FOREIGN),
    Fault("diary: a device", link("diary/diary.db", "/dev/zero"), FOREIGN),
    Fault("diary: a terminal", link("diary/diary.db", "/dev/tty"), FOREIGN),
    Fault("diary: a folder", folder("diary/diary.db"), FOREIGN),
    Fault("diary: a link that leads nowhere", link("diary/diary.db", "/gone/at all"), (*UNOPENED, LATER)),
    *(Fault(f"diary: beside it is a pipe, {ending}", pipe(f"diary/diary.db-{ending}"), FOREIGN) for ending in ("wal", "shm", "journal")),
    Fault("diary: its folder is a file", lambda place: place.write("diary", ""), (*UNOPENED, LATER)),
    Fault("diary: its folder is a pipe", pipe("diary"), (*UNOPENED, LATER)),
    Fault("diary: its folder is a link that leads nowhere", link("diary", "/gone"), (*UNOPENED, LATER)),
    Fault("diary: its folder may only be read", both(folder("diary"), without_rights("diary", 0o555))),
    Fault("diary: what is kept beside it is a pipe", pipe(SIDE)),
    Fault("diary: what is kept beside it is binary", lambda place: place.write(SIDE, bytes(range(256))), (STRAY,)),
    Fault("diary: what is kept beside it is huge", sparse(SIDE, 2**33), (STRAY,)),
    Fault("diary: the disk is full", script=apart(HOME_FULL), told=(DIARY_FULL, "delete what you don't need", LATER), needs=apart(HOME_FULL, "true")),
    Fault("diary: the disk is full, and it has one", script=apart(KEPT_FULL), told=(DIARY_FULL, "delete what you don't need", LATER), needs=apart(KEPT_FULL, "true")),
    Fault("diary: nothing can be written anywhere", script=apart(f"{REST_SHUT}; {HOME_FULL}"), told=(DIARY_FULL, "could not be written anywhere", "Write it down for yourself."), needs=apart(f"{REST_SHUT}; {HOME_FULL}", "true")),
    Fault("diary: no file may grow", script="ulimit -f 0; $UNCRAMP now", told=("A file can't get that large here: your diary, ", "ulimit -f", "could not be written anywhere")),
]  # fmt: skip

OWN = [
    shadow("broken", own("title: ["), "cramp-calf.yaml:2:1:"),
    shadow("names a figure that is not there", own(no_figure()), "there is no figure 'nobody'"),
    shadow("a pipe", pipe("routines/cramp-calf.yaml"), "this is a pipe"),
    shadow("a folder", folder("routines/cramp-calf.yaml"), "this is a folder"),
    shadow("may not be read", both(own("title: a"), without_rights("routines/cramp-calf.yaml")), "you have no permission"),
    shadow("nested 100,000 deep", own(DEEP), "cramp-calf.yaml:1:"),
    shadow("a bomb of aliases", own(BOMB), "cramp-calf.yaml:1:4:"),
    shadow("escape sequences", own('title: "\\e[2J\\e]0;x\\a"\n'), "cramp-calf.yaml:1:"),
    shadow("raw escape sequences", own("title: \x1b[2J\x1b]0;x\x07\n"), "cramp-calf.yaml:1:"),
    shadow("markup", own("title: '[/x] [bold'\n'[red]': x\n"), "cramp-calf.yaml:2:1: [red]:"),
    shadow("right to left", own("title: \u202eevil\u202d\n\u202ey: x\n"), "cramp-calf.yaml:"),
    shadow("a line of a megabyte", own("title: " + "x" * 2**20), "cramp-calf.yaml:1:1:"),
    Fault("own routines: no folder that may be read", both(own("title: a"), without_rights("routines")), ("routines:1:1: you have no permission",)),
    Fault("own routines: thousands, some hostile", thousands({"deep": DEEP, "bomb": BOMB, "\x1b[2J": "x", "\u202e": "x"})),
]  # fmt: skip

PROGRAM = [
    Fault("the built-in routines are missing", damaged("routines", None), ("cramp-calf.yaml is missing", MISSING), WORDS, status=1),
    Fault("the built-in routines are empty", both(damaged("routines", None), lambda place: (place.modules / "uncramp/routines").mkdir()), ("cramp-calf.yaml is missing", MISSING), WORDS, status=1),
    Fault("a built-in routine is missing", damaged("routines/cramp-calf.yaml", None), ("cramp-calf.yaml is missing", MISSING), WORDS, status=1),
    Fault("a built-in routine is empty", damaged("routines/cramp-calf.yaml", ""), ("cramp-calf.yaml is missing or damaged", MISSING), WORDS, status=1),
    Fault("a built-in routine is damaged", damaged("routines/cramp-calf.yaml"), ("cramp-calf.yaml is missing or damaged", "cramp-calf.yaml:1:1:", MISSING), WORDS, status=1),
    Fault("the sources are missing", damaged("routines/sources.yaml", None), keys=WHY),
    Fault("a figure is missing", damaged("routines/figures/seated-toe-pull.yaml", None)),
    Fault("the figures are missing", damaged("routines/figures", None)),
    Fault("PyYAML is missing", missing("yaml"), ("No routine can be used.", MISSING), WORDS, status=1),
    Fault("PyYAML is missing, with a profile", both(missing("yaml"), profile(GOOD)), ("Your profile can't be read.", "No routine can be used.", MISSING), WORDS, status=1),
    Fault("PyYAML is missing, with an own routine", both(missing("yaml"), own("title: a")), ("No routine can be used.", MISSING), WORDS, status=1),
    Fault("PyYAML fails, with a profile", both(module("yaml", STOPS), profile(GOOD)), ("Your profile can't be read.", "No routine can be used.", STOPPED), WORDS, status=1),
    Fault("platformdirs is missing, and so Textual", both(missing("platformdirs"), env(UNCRAMP_HOME="")), ("Your profile can't be read.", "Your own routines can't be found.", ON, MISSING), LINES, SAFER, status=1),
    Fault("Textual is missing", missing("textual"), (ON, MISSING), LINES, status=1),
    Fault("Textual is damaged", module("textual", "("), (ON, MISSING), LINES, status=1),
    Fault("Textual fails on import", module("textual", STOPS), (ON, STOPPED), LINES, status=1),
    Fault("the screen fails at its start", breaking("uncramp.tui.environment", "prepare", "True"), (ON, STOPPED), LINES, status=1),
    Fault("the screen breaks in the middle", breaking(*ASKS), (ON, STOPPED), status=1, keys=GONE, leave="q\n"),
    Fault("what reads keys breaks", module("sitecustomize", DEAF), (ON, "Keys can't be read."), GOES_ON, status=1),
    *(Fault(f"what writes to the screen breaks at the write {n}", module("sitecustomize", MUTE.format(n)), (ON, STOPPED), GOES_ON, status=1) for n in (0, 1, 2, 20)),
    Fault("the screen and the lines break", both(missing("textual"), damaged("plain/narrator.py")), (ON, "uncramp can't lead you line by line.", MISSING), WORDS, status=1),
    Fault("the clock fails", breaking("uncramp.clock", "session_clock", "True"), (ON, STOPPED), WORDS, status=1),
    Fault("the clock is set back a year", module("sitecustomize", SET_BACK)),
    *(Fault(f"the clock says {year}", module("sitecustomize", clock_of(year)), (f"The clock of this computer says {year}-02-03", "What happened is kept in", "To mend it, set the clock.")) for year in (1969, 1970, 2200)),
    *(Fault(f"{part} is damaged", damaged(part), ("Something in uncramp is broken.", MISSING), WORDS, status=1) for part in ("cli/main.py", "cli/play.py", "domain/session.py", "files/library.py", "terminal/tty.py", "terminal/first_paint.py")),
    *(Fault(f"{part} is damaged: all else goes on", damaged(part), ("A page of uncramp can't be shown.", MISSING), keys=(("", after(3)),)) for part in ("tui/screens/why.py", "tui/screens/key_list.py", "tui/screens/finish.py", "guidance/afterwards.py")),
    Fault("signs.py is damaged", damaged("words/signs.py"), (ON, "uncramp can't lead you line by line.", MISSING), WORDS, status=1),
    *(Fault(f"{part} is damaged, beneath everything", damaged(part), ("uncramp is damaged", MISSING), "Press your heel down.", status=1, leave="") for part in ("terminal/first_words.py", "faults.py", "i18n.py")),
    Fault("the last resort is damaged, too", both(damaged("cli/main.py"), damaged("cli/fallback.py")), ("uncramp is damaged", MISSING), "Press your heel down.", status=1, leave=""),
]  # fmt: skip

NOT_WAITED = f"{sys.executable} -c 'import os; [os.set_blocking(n, False) for n in (0, 1, 2)]';"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
TERMINALS = [
    *(Fault(f"TERM is {name}", env(TERM=name)) for name in ("nothing-known", "linux", "vt100")),
    Fault("TERM is unset", env(TERM=""), rung=LINES),
    Fault("TERM is dumb", env(TERM="dumb"), rung=LINES),
    Fault("NO_COLOR", env(NO_COLOR="1")),
    Fault("COLUMNS and LINES are no numbers", env(COLUMNS="wide", LINES="-3")),
    Fault("COLUMNS and LINES are of another window", env(COLUMNS="20", LINES="6"), rung="Stand, hold on"),
    Fault("COLUMNS and LINES are absurd", env(COLUMNS="9999", LINES="9999"), columns=0, lines=0),
    Fault("locale: C", env(LC_ALL="C")),
    Fault("locale: one that is not there", env(LC_ALL="xx_XX.UTF-8")),
    Fault("locale: ASCII", env(**ASCII)),
    Fault("locale: ASCII, line by line", env(**ASCII, TERM="dumb"), rung=LINES),
    Fault("locale: Latin-1", env(PYTHONIOENCODING="latin-1")),
    Fault("window: 20 by 6", says="Pull your toes\ntoward your shin.", rung="s Toes up", columns=20, lines=6),
    Fault("window: of no size", columns=0, lines=0),
    Fault("a terminal that is not waited for", script=f"{NOT_WAITED} $UNCRAMP now"),
    Fault("a terminal that is not waited for, line by line", script=f"{NOT_WAITED} $UNCRAMP now --plain", rung=LINES),
    Fault("the folder that one is in is gone", script="mkdir $UNCRAMP_HOME/x; cd $UNCRAMP_HOME/x; rmdir $UNCRAMP_HOME/x; $UNCRAMP now"),
    Fault("window: of no size, line by line", env(TERM="dumb"), rung=LINES, columns=0, lines=0),
]  # fmt: skip

CTRL_C = "\x03"
SENT = [
    *(Fault(f"sent: a reply, the rest of which is late: {reply[2:]}", keys=((reply[:4], after(1)), (reply[4:], after(1)))) for reply in ("\x1b[?64;1;22;52c", "\x1bP1+r54=71\x1b\\")),
    Fault("sent: an unfinished paste", keys=(("\x1b[200~q!?", after(1)),), leave=CTRL_C, status=130),
    Fault("sent: a key that is held", keys=(("g", "Is one leg swollen"), *[("g", "Is one leg swollen")] * 9), leave="q"),
]  # fmt: skip
FULL = "Can't write to standard output: No space left on device."
STREAMS = [
    Fault("standard input: closed", script="$UNCRAMP now <&-", rung=LINES, leave=CTRL_C, status=130),
    Fault("standard input: from nowhere", script="$UNCRAMP now </dev/null", rung=LINES, leave=CTRL_C, status=130),
    Fault("standard input: an empty pipe", script=": | $UNCRAMP now", rung=LINES, leave=CTRL_C, status=130),
    Fault("standard output: closed", script="$UNCRAMP now >&-", rung=LINES),
    Fault("standard output: a pipe", script="$UNCRAMP now | cat", rung=LINES),
    Fault("standard output: a full disk", script="$UNCRAMP now >/dev/full", told=(FULL,), rung=LINES, status=1),
    Fault("standard output: too large a file", script="ulimit -f 0; $UNCRAMP now >$UNCRAMP_HOME/out", told=("Can't write to standard output: File too large.",), rung=LINES, status=1),
    Fault("standard error: closed", profile(""), (NOT_READ,), LINES, SAFER, script="$UNCRAMP now 2>&-"),
    Fault("standard error: a full disk", profile(""), (NOT_READ,), LINES, SAFER, script="$UNCRAMP now 2>/dev/full"),
    Fault("standard error: a pipe", profile(""), (NOT_READ,), LINES, SAFER, script="$UNCRAMP now 2>&1 | cat"),
    Fault("both closed", script="$UNCRAMP now >&- 2>&-", says="", rung="", leave="", status=1),
    Fault("both on a full disk", script="$UNCRAMP now >/dev/full 2>&1", says="", rung="", leave="", status=1),
    Fault("no terminal at all", script="setsid -w $UNCRAMP now </dev/null 2>&1 | head -3", rung=LINES, leave="", needs="setsid true"),
    Fault("a reader that has had enough", script="$UNCRAMP now 2>&1 | head -3", rung=LINES, leave=""),
    Fault("a reader that has had enough, and no input", script="$UNCRAMP now </dev/null 2>&1 | head -3", rung=LINES, leave=""),
]  # fmt: skip


@pytest.mark.parametrize("fault", [*PERSON, *DIARY, *OWN, *PROGRAM, *TERMINALS, *SENT, *STREAMS], ids=str)
def test_help_is_there_and_what_is_broken_is_told(fault: Fault, tmp_path: Path) -> None:
    if fault.needs and subprocess.run(["/bin/sh", "-c", fault.needs], capture_output=True, check=False).returncode:
        pytest.skip(f"this machine does not do: {fault.needs}")
    with fault.started(tmp_path) as term:
        term.wait_for(fault.says)
        term.wait_for(fault.rung)
        for keys, then in fault.keys:
            term.send(keys)
            term.wait_for(then)
        if fault.written:
            term.wait_until((tmp_path / "home" / fault.written).exists)
        term.send(fault.leaving)
        status = term.wait_for_end()
        told = term.told()
        assert [words for words in fault.told if words not in told] == [], told
        assert not fault.told or MEND.search(told), told
        assert status == fault.status, told
        assert b"Traceback" not in term.raw
        assert term.clean()
