"""What the command line reports: a message for the person, and an exit status."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses, a contract with scripts. By a signal n it is 128 + n."""

    DONE = 0
    PROBLEMS = 1
    """Problems were found, or an error stopped the program early."""
    USAGE = 2
    """Bad usage, or something can't be read."""


class CommandError(Exception):
    """A command can't do what was asked; the message says what would be right."""

    def __init__(self, message: str, status: Exit = Exit.USAGE) -> None:
        """Keep the message for standard error, and the exit status."""
        super().__init__(message)
        self.status = status
