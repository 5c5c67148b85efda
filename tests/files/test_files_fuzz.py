"""Shipped files, mutated: whatever comes of them, reading gives a routine or problems with their places, in time.

Run longer with `pytest tests/files/test_files_fuzz.py --fuzz-examples 100000`.
"""

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uncramp.domain.routine import Routine
from uncramp.files.library import Library
from uncramp.files.problems import Problems
from uncramp.files.profile import read_profile
from uncramp.files.routine import read_routine
from uncramp.files.sources import read_sources
from uncramp.files.text import Names
from uncramp.paths import shipped_routines

FOLDER = shipped_routines()
NAMES: Names = Library(FOLDER).known
FILES = {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.yaml"))}
LONGEST_S = 5.0
"""How long reading one file may take, in seconds, also on a loaded machine; it takes milliseconds."""

SCRAPS = st.one_of(
    st.sampled_from(
        [
            b"", b"\t", b"\n", b"[", b"]", b"{", b"}", b"'", b'"', b": ", b"- ", b"? ", b"| ", b"> ", b"&a ", b"*a ", b"!!x ",
            b"\x00", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\x85", b"---\n", b"...\n", b"%YAML 9\n",
            b"~", b"1:30", b"0x" + b"f" * 99, b"9" * 400, b"[" * 2_000, b"{a: " * 500, b"2026-13-45", b"yes", b"1e999", b"-0s",
            b"steps:\n", b"moves: ", b"adapt: ", b"ask: ", b"repetitions: ", b"until: relief\n", b"sides: ",
        ]
    ),
    st.binary(max_size=20),
    st.text(max_size=10).map(lambda text: text.encode("utf-8", "replace")),
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A shipped file with parts cut out, doubled, moved or written over."""
    name = draw(st.sampled_from(sorted(FILES)))
    data = FILES[name]
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 200)))
        part, scrap = data[start:end], draw(SCRAPS)
        data = draw(
            st.sampled_from(
                [
                    data[:start] + scrap + data[end:],
                    data[:start] + data[end:],
                    data[:end] + part + data[end:],
                    data[:start] + data[end:] + part,
                    data[:start],
                ]
            )
        )
    return name, data


def read(name: str, data: bytes) -> tuple[object, Problems]:
    """What a file gives, read as what it was."""
    problems = Problems()
    if name == "sources.yaml":
        return read_sources(data, path=name, problems=problems), problems
    return read_routine(data, name=name[:-5], path=name, names=NAMES, problems=problems), problems


def hold(name: str, data: bytes) -> None:
    began = time.monotonic()
    found, problems = read(name, data)
    assert time.monotonic() - began < LONGEST_S
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\xc2\x85") + data.count(b"\xe2\x80") + 2
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert not {unicodedata.category(one) for one in str(problem)} & {"Cc", "Cf", "Cs"}, "it can't steer a terminal"
    if name != "sources.yaml":
        assert isinstance(found, Routine) != bool(list(problems)), "a routine, or what is wrong with it"


def test_whatever_becomes_of_a_shipped_file_reading_it_gives_a_routine_or_problems(
    request: pytest.FixtureRequest,
) -> None:
    examples: int = request.config.getoption("fuzz_examples")

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(mutated())
    def fuzz(file: tuple[str, bytes]) -> None:
        hold(*file)

    fuzz()


def test_whatever_a_profile_is_reading_it_gives_a_profile_or_problems(request: pytest.FixtureRequest) -> None:
    examples: int = request.config.getoption("fuzz_examples")
    words = b"tags: [pregnant]\ndue_date: 2027-01-01\nusual_side: left\nemergency_number: '112'\nsound: on\n"

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.integers(0, len(words)), st.integers(0, 30), SCRAPS), max_size=4))
    def fuzz(changes: list[tuple[int, int, bytes]]) -> None:
        data = words
        for start, length, scrap in changes:
            data = data[:start] + scrap + data[start + length :]
        problems = Problems()
        profile = read_profile(data, path="profile.yaml", problems=problems)
        assert (profile is None) == bool(list(problems))

    fuzz()
