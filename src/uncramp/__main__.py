"""`python -m uncramp`, and the `uncramp` command."""

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    from uncramp import bytecode, first_paint

    first_paint.paint(sys.argv[1:])
    gc.disable()  # nothing is garbage while the program is put together, and looking costs a tenth of that time
    bytecode.keep(first_paint.__spec__.cached if first_paint.__spec__ else None)
    try:
        # Late: the first instruction stands before anything else is imported.
        from uncramp.ladder import climb, keep_python_quiet

        keep_python_quiet()
        status = climb(sys.argv[1:])
    finally:
        first_paint.leave()
    sys.exit(status)


if __name__ == "__main__":
    run()
