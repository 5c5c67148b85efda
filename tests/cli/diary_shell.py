"""Types `uncramp diary` for tests, and says what was printed."""

import json

import pytest

from uncramp.cli.main import main

Shown = tuple[int, str, str]


class Shell:
    """Types commands, and says what was printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> Shown:
        try:
            status = main(["diary", *words])
        except SystemExit as end:  # argparse
            status = int(end.code or 0)
        out, err = self._capsys.readouterr()
        return status, out, err

    def json(self, *words: str) -> object:
        status, out, err = self(*words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    def rows(self, *words: str) -> list[dict[str, object]]:
        found = self.json("list", *words)
        assert isinstance(found, list)
        return found

    def add(self, *words: str) -> str:
        found = self.json("add", *words)
        assert isinstance(found, dict)
        return str(found["id"])


CRAMP = ("2026-01-22T00:40+01:00", "--relief", "1m30s", "--side", "left", "--part", "calf", "--strength", "7",
         "--strength-after", "2", "--state", "asleep", "--step", "Pull", "--step", "Walk", "--ended-in", "Pull",
         "--sign", "leg_swollen", "--note", "after a long walk")  # fmt: skip
