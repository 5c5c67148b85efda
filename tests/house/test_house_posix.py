"""No name of POSIX stands outside one module, but where the code has asked first whether it is there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import uncramp

SOURCE = Path(uncramp.__file__).parent
HOME = "terminal/tty.py"
MODULES = {"termios", "tty", "fcntl", "pty", "resource", "pwd", "grp", "syslog"}
NAMES = {
    "os": {"fork", "getuid", "geteuid", "getgid", "getpgrp", "tcgetpgrp", "tcsetpgrp", "statvfs", "mkfifo", "killpg", "setsid", "fchmod", "fchown", "chown", "uname", "openpty", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY"},
    "signal": {"SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGSTOP", "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGPIPE", "SIGWINCH", "SIGCHLD", "SIGTTIN", "SIGTTOU", "SIGRTMIN", "alarm", "setitimer", "pthread_sigmask"},
    "select": {"select", "epoll", "poll", "kqueue"},
    "time": {"tzset", "clock_gettime", "clock_gettime_ns", "CLOCK_BOOTTIME", "CLOCK_MONOTONIC"},
}  # fmt: skip
ASKS = ("sys.platform", "os.name", "hasattr(")
"""What a function asks before it uses such a name."""


def unguarded(path: Path) -> Iterator[str]:
    """The names of POSIX in a file, outside functions that ask what they run on."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    asking = [node for node in functions if any(one in ast.unparse(node) for one in ASKS)]
    guarded = {id(inner) for node in asking for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in guarded:
            continue
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names if alias.name in MODULES)
            case ast.ImportFrom(module=str() as module):
                yield from [module] if module in MODULES else []
                yield from (alias.name for alias in node.names if alias.name in NAMES.get(module, ()))
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in NAMES.get(module, ()):
                yield f"{module}.{name}"
            case _:
                pass


def test_no_name_of_posix_stands_outside_its_module() -> None:
    found = {f"{path.relative_to(SOURCE)}: {name}" for path in SOURCE.rglob("*.py") for name in unguarded(path)}
    assert sorted(one for one in found if not one.startswith(HOME)) == []
    assert any(one.startswith(HOME) for one in found)
