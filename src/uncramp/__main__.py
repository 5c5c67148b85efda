"""`python -m uncramp`, and the `uncramp` command: the first words at once, then the command line; whatever breaks, help."""

import gc
import sys

HELP = (
    "Pull your toes toward your shin. Slowly.",
    "No wall? Hold a chair. Press your heel down.",
    "If the pain stays or gets worse, stop, and call a doctor.",
)
"""All that can be said where even the constant words are damaged. A test holds it equal to the routines'."""
_MEND = "To mend it, install uncramp again: pip install --force-reinstall uncramp"


def run() -> None:
    """Run the command line and leave with its exit status."""
    arguments = sys.argv[1:]
    try:
        status = _run(arguments)
    except KeyboardInterrupt:
        status = 130
    except Exception as error:  # noqa: BLE001 - beneath everything else
        status = _help(arguments, error)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    from uncramp.terminal.first_paint import FirstPaint

    paint = FirstPaint()
    try:
        try:
            paint.paint(arguments)
        except Exception:  # noqa: BLE001 - whatever keeps the first words away, the program may still help
            paint.leave()
        gc.disable()  # until the first picture: nothing is garbage yet, and looking costs a tenth of the time
        # Late: the first words stand before anything else is imported.
        from uncramp.cli.main import run as run_command

        return run_command(arguments, paint)
    finally:
        paint.leave()


def _help(arguments: list[str], error: Exception) -> int:
    """Help where the command line can't even be imported."""
    try:
        from uncramp.cli.fallback import stand_in_for

        return stand_in_for(arguments, error)
    except Exception:  # noqa: BLE001 - the constant words are damaged, too
        if not arguments or "now" in arguments or arguments[0].startswith("--as"):
            print(*HELP, sep="\n", flush=True)
        print(f"uncramp is damaged: {type(error).__name__}: {error}", _MEND, sep="\n", file=sys.stderr)
        return 1


if __name__ == "__main__":
    run()
