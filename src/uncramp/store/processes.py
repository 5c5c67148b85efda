"""Which processes are alive."""

import os


def alive(process: int) -> bool:
    """Whether another process of this number runs. On Windows nobody can tell, and the answer is no."""
    if os.name != "posix" or process <= 0 or process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
