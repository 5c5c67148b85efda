"""The README is true: its example checks clean, and its commands and keys exist."""

import re
from pathlib import Path

import pytest

from uncramp.cli.main import main
from uncramp.domain.routine import Tag

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_of_the_format_checks_clean_and_plans(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "stairs.yaml"
    path.write_text(example, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert main(["show", str(path)]) == 0


def test_every_command_that_it_names_exists(capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"`uncramp ([a-z-]+)", README))
    assert named >= {"now", "run", "list", "show", "check", "signs", "new", "copy", "guide", "profile"}
    with pytest.raises(SystemExit):
        main(["--help"])
    offered = capsys.readouterr().out
    for command in named - {path.stem for path in (ROOT / "routines").glob("*.yaml")}:
        assert re.search(rf"^ +{command} ", offered, re.MULTILINE), command


def test_it_names_every_tag_that_a_routine_can_adapt_to() -> None:
    assert all(f"`{tag}`" in README for tag in Tag)


def test_it_does_what_continuous_integration_runs() -> None:
    for mark in ("start", "tests"):
        assert re.search(rf"<!-- {mark} -->\n```sh\n.+\n```", README)
