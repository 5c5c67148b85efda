"""`python -m uncramp`, and the `uncramp` command."""

import gc
import sys

HELP = (
    "Pull your toes toward your shin. Slowly.",
    "No wall? Hold a chair. Press your heel down.",
    "If the pain stays or gets worse, stop, and call a doctor.",
)
"""All that can be said where even what catches all else is damaged. A test holds it equal to the routines'."""
_MEND = "To mend it, install uncramp again: pip install --force-reinstall uncramp"


def run() -> None:
    """Run the command line and leave with its exit status."""
    try:
        status = _run()
    except Exception as error:  # noqa: BLE001 - beneath the ladder itself
        if sys.argv[1:2] in ([], ["now"]):
            print(*HELP, sep="\n", flush=True)
        print(f"uncramp is damaged: {type(error).__name__}: {error}", _MEND, sep="\n", file=sys.stderr)
        status = 1
    sys.exit(status)


def _run() -> int:
    from uncramp.terminal import first_paint

    try:
        first_paint.paint(sys.argv[1:])
        gc.disable()  # until the first picture: nothing is garbage yet, and looking costs a tenth of the time
        # Late: the first instruction stands before anything else is imported.
        from uncramp.cli.ladder import climb, keep_python_quiet

        keep_python_quiet()
        return climb(sys.argv[1:])
    finally:
        first_paint.leave()


if __name__ == "__main__":
    run()
