"""Where Python keeps what it has compiled, if it can't keep it beside the program.

Some installers leave no compiled files, and a folder that the person may not write to stays without them for ever: each
start would compile the whole toolkit anew, which takes seconds.
"""

import os
import sys


def keep(beside: str | None) -> None:
    """Let Python keep compiled files in the person's cache folder, if it could not keep this one.

    Args:
        beside: where the compiled file of a module is that has just been imported.
    """
    if beside is None or os.path.exists(beside) or sys.dont_write_bytecode or sys.pycache_prefix:  # noqa: PTH110 - pathlib is not loaded yet
        return
    from uncramp.paths import cache_folder

    folder = cache_folder() / "bytecode"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return
    if os.access(folder, os.W_OK):
        sys.pycache_prefix = str(folder)
