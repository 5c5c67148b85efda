"""`python -m uncramp`, and the `uncramp` command."""

import sys


def run() -> None:
    """Run the command line and leave with its exit status."""
    from uncramp.cli import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
