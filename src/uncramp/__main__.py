"""`python -m uncramp`, and the `uncramp` command."""

import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    from uncramp import first_paint

    first_paint.paint(sys.argv[1:])
    try:
        from uncramp.ladder import (
            climb,
        )  # late: the first instruction stands before anything else is imported

        status = climb(sys.argv[1:])
    finally:
        first_paint.leave()
    sys.exit(status)


if __name__ == "__main__":
    run()
