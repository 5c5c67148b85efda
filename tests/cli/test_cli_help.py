"""Help on the command line: every command explains itself, and a slip is answered with what was meant."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.cli.command_parser import CommandParser
from uncramp.cli.main import main
from uncramp.cli.manual import manual
from uncramp.cli.parser import command_names, parser_for
from uncramp.cli.slips import meant
from uncramp.guide.topics import FOLDER, read_guide
from uncramp.paths import shipped_routines
from uncramp.terminal.first_words import is_slip_of_now, without_person

MANUAL = Path(__file__).parents[2] / "src" / "uncramp" / "cli" / "uncramp.1"


def parsers(parser: CommandParser) -> Iterator[CommandParser]:
    yield parser
    for one in parser.commands():
        yield from parsers(one)


ALL = {parser.prog: parser for parser in parsers(parser_for([], whole=True))}


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_a_sentence_explains_its_arguments_and_gives_two_examples_that_parse(name: str) -> None:
    parser = ALL[name]
    assert re.search(r"^[A-Z].*\.$", parser.description or "", re.DOTALL)
    assert all(one.help for one in parser.arguments())
    assert len(parser.examples) >= 2
    assert all(f"  uncramp {example}".rstrip() in parser.format_help() for example in parser.examples)
    for example in parser.examples:
        typed, _person = without_person(shlex.split(example))
        words, told = meant(typed, command_names(), lambda: ("daily-calf", "bedtime"))
        assert not told
        if "--help" not in words:
            parser_for(words).parse_whole(words)


def test_the_page_of_the_guide_names_every_topic() -> None:
    page = " ".join(ALL["uncramp guide"].format_help().split())
    assert all(topic.name in page for topic in read_guide(shipped_routines() / FOLDER).topics)


def error(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("lst", "Did you mean 'uncramp list'?"),
        ("shwo daily-calf", "Did you mean 'uncramp show'?"),
        ("daily-cafl", "Did you mean 'uncramp daily-calf'?"),
        ("daily calf", "  uncramp daily-calf\n"),
        ("calf", "  uncramp cramp-calf\n"),
        ("settings", "Did you mean 'uncramp profile'?"),
        ("version", "Did you mean 'uncramp --version'?"),
        ("help me", "Did you mean 'uncramp now'?"),
        ("help dairy", "Did you mean 'uncramp diary'?"),
        ("qqqqqq", "For a cramp, run: uncramp now"),
        ("{x}", "'uncramp help' names the commands, 'uncramp list' the routines."),
        ("show calf", "There are: cramp-calf, "),
        ("diary lst", "Did you mean list?"),
        ("diary remove last", "Did you mean delete?"),
        ("diary undo", "Did you mean restore?"),
        ("diary list --since last month", "Words that belong together stand in quotes"),
        ("report --since 1/2/2026", "--since: '1/2/2026' can mean more than one day"),
        ("diary add 3am --relief ages", "--relief: 'ages' is not a duration"),
        ("report --pdf", "Did you mean --html?"),
        ("signs --JSON", "Did you mean --json?"),
        ("--list", "Did you mean uncramp list?"),
        ("help nwo", "Did you mean 'uncramp now'?"),
        ("show now", "Did you mean 'cramp-calf'?"),
        ("figure calf", "There are: calf-rub"),
        ("diary edit", "uncramp diary edit: ID is missing: its first word in 'uncramp diary'"),
        ("list --jsn", "there is no '--jsn' here. Did you mean --json?"),
        ("list --verbose", "More: uncramp help list"),
        ("show walk run", "this is too much: 'run'\nShow what a routine does"),
        ("run walk --sound loud", "--sound can't be 'loud'. It can be: auto, off, tones, voice."),
        ("run walk --sound", "--sound needs a word behind it: auto|off|tones|voice"),
        ("report --html --csv", "--csv and --html don't go together."),
        ("figure calf-rub --width w", "--width can't be 'w'. Write a number."),
        ("diary edit x --str 3", "'--str' can be --strength, --strength-after."),
        ("new signs", "'signs' is a command of uncramp."),
        ("new Stairs", "such as stairs."),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(typed: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in error(capsys, *typed.split())


@pytest.mark.usefixtures("instant_clock")
@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("now left foot", "now --side left --for foot"),
        ("now --foot", "now --for foot"),
        ("now --for=Tigh --plain", "now --plain --for thigh"),
        ("now --for hand --side middle", "now --for hand"),
        ("now --stnading", "now --standing"),
        ("now help", "now"),
        ("--now", "now"),
        ("-nwo", "now"),
    ],
)
def test_nothing_that_stands_behind_now_keeps_help_away(
    typed: str, read: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed.split()) == 0
    assert f"'{typed}' was taken for '{read}': help for a cramp." in capsys.readouterr().err


@pytest.mark.usefixtures("instant_clock")
@pytest.mark.parametrize(
    "typed", ["now --for FOOT", "--for foot now", "--plain cramp-foot", "uncramp now --for foot", "run now --for foot"]
)
def test_large_letters_and_options_in_front_are_no_slip(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed.split()) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Foot or toe cramp.")
    assert told.err == ""


def test_what_was_typed_is_shown_without_steering_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in error(capsys, "\x1b[2Jlsit")


@pytest.mark.usefixtures("instant_clock")
@pytest.mark.parametrize("typed", ["nwo", "niw", "noww", "NOW"])
def test_a_slip_of_now_is_help_at_once_and_says_so(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([typed, "--for", "foot"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Foot or toe cramp.")
    assert ("was taken for 'now'" in err) is (typed != "NOW")


@given(st.sampled_from("nowew"), st.integers(0, 3))
def test_one_letter_too_many_is_a_slip_of_now(letter: str, at: int) -> None:
    assert is_slip_of_now("now"[:at] + letter + "now"[at:])


def test_no_command_is_a_slip_of_now_but_itself() -> None:
    assert [name for name in command_names() if is_slip_of_now(name)] == ["now"]
    assert not any(map(is_slip_of_now, ("nowhere", "", "x", "stairs")))


@pytest.mark.usefixtures("instant_clock")
def test_a_routine_by_its_name_alone_is_run(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "routines").mkdir()
    (own_home / "routines" / "mow.yaml").write_text(
        "title: Mow\npurpose: daily\nfor: calf\nsteps: [{name: A, say: Go., moves: [go 5s]}]\n"
    )
    assert main(["mow", "--plain"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Mow.")
    assert not err


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        ("help", "usage: uncramp ["),
        ("help now", "usage: uncramp now ["),
        ("help diary add", "usage: uncramp diary add"),
        ("diary help", "usage: uncramp diary ["),
        ("-help", "usage: uncramp ["),
        ("help walk", "usage: uncramp run ["),
    ],
)
def test_help_of_a_command_is_its_help(arguments: str, usage: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments.split())
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(usage)


def test_the_manual_is_what_the_parser_makes_of_it_and_help_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    page = MANUAL.read_text(encoding="utf-8")
    assert page == manual(), "write it anew: python -m uncramp.cli.manual > src/uncramp/cli/uncramp.1"
    assert all(f'.SS "{name}'.replace("-", "\\-") in page for name in ALL if " " in name)
    with pytest.raises(SystemExit):
        main(["help"])
    assert "man uncramp" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="there is no mandoc here")
def test_mandoc_finds_no_fault_in_the_manual() -> None:
    told = subprocess.run(["mandoc", "-Tlint", "-Wall", MANUAL], capture_output=True, text=True, check=False)  # noqa: S607
    assert (told.stdout, told.returncode) == ("", 0)


def read(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> object:
    assert main([*arguments, "--json"]) == status
    return json.loads(capsys.readouterr().out)


def test_signs_guide_and_figure_have_stable_shapes_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    signs = read(capsys, "signs")
    assert isinstance(signs, dict)
    assert signs.keys() == {"emergency_number", "groups"}
    first = signs["groups"][0]
    assert first.keys() == {"heading", "urgent", "emergency", "of_pregnancy", "signs"}
    assert first["signs"][0] == {"key": "breathing", "words": "Sudden trouble breathing, or coughing up blood."}
    topics = read(capsys, "guide")
    assert isinstance(topics, list)
    assert all(topic.keys() == {"name", "title", "summary"} for topic in topics)
    topic = read(capsys, "guide", "tonight")
    assert isinstance(topic, dict)
    assert topic["markdown"].startswith("# Tonight")
    assert "calf-rub" in str(read(capsys, "figure"))
    figure = read(capsys, "figure", "calf-rub")
    assert isinstance(figure, dict)
    assert figure.keys() == {"name", "title", "shows", "skeleton", "works", "start", "poses", "moves"}
    assert (figure["title"], figure["skeleton"], figure["works"]) == ("Calf rub", "foot", "calf")
    assert figure["start"] in figure["poses"]
    assert all(set(move["poses"]) <= set(figure["poses"]) for move in figure["moves"])


def test_profile_and_check_have_stable_shapes_for_scripts(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "profile.yaml").write_text(
        "tags: [flat_feet]\nclot_risk_until: 2020-01-07\nplan: {legs-up: no}\ntimes: 9:30\n"
    )
    profile = read(capsys, "profile")
    assert isinstance(profile, dict)
    assert (profile["tags"], profile["clot_risk_until"], profile["plan"]) == (
        ["flat_feet"],
        "2020-01-07",
        {"legs-up": 0},
    )
    assert profile["times"] == ["09:30"]
    assert (profile["week"], profile["theme"], profile["exists"]) == (None, "auto", True)
    bad = own_home / "bad.yaml"
    bad.write_text("title: [not text]\n")
    checked = read(capsys, "check", str(bad), status=1)
    assert isinstance(checked, dict)
    assert (checked["files"], checked["unreadable"]) == (1, [])
    assert checked["problems"][0].keys() == {"path", "line", "column", "key", "message"}
