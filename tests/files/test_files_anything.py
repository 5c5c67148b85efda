"""Whatever a file holds, reading it as a routine never raises."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from routine_samples import GOOD, read, told

STRANGERS = [
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n    - name: a\n      image: b\n",
    "apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\n",
    "services:\n  web:\n    image: nginx\n    ports: ['80:80']\nx-a: &a {b: c}\ny: {<<: *a}\n",
    "on: [push]\njobs: {test: {steps: [{uses: actions/checkout@v4}, {run: pytest}]}}\n",
    "- hosts: all\n  tasks:\n    - name: t\n      debug: msg={{ x }}\n",
    "openapi: 3.0.0\ninfo: {title: x, version: 1.0.0}\npaths: {}\n",
    "Resources:\n  B: !Ref A\n  C: !Sub '${A}'\n",
    '{"title": "json", "steps": [1, 2.5, null, true, {"a": []}]}',
    "",
    "\n\n\n",
    "---\n...\n",
    "text",
    "42",
    "~",
    "[]",
    "{}",
    "- a\n- - b\n  - c\n",
    "a:\tb\n",
    "\ta: b\n",
    "title: a\n\tpurpose: b\n",
    "a: &a [*a]\n",
    "title: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: q}}}}}}}}}}}}}}}}\n",
    "steps: {name: a}\n",
    "steps:\n  - moves: {a: b}\n    ask: [c]\n    adapt: [d]\n",
    "steps: [[], {}, a, ~, {moves: [[], {}, ~, '']}, {ask: {}}, {adapt: {pregnant: []}}]\n",
    "adapt: a\nsteps: [{adapt: {pregnant: {replace: a}}}, {adapt: {pregnant: {replace: {}}}}]\n",
    "title: " + "9" * 5_000 + "\nsteps: [{repetitions: " + "9" * 5_000 + ", rest: " + "9" * 5_000 + "s}]\n",
    "title: 2026-13-45\nfor: 0x" + "f" * 5_000 + "\n",
    "%PDF-1.4\n%âãÏÓ\n",
    "<html><body>404</body></html>",
    "\x00\x01\x02",
    "key: |\n  block\n key2: bad\n",
    "!!python/object/apply:os.system ['true']\n",
    "? a\n? b\n",
    "\U0001f9b5: \U0001f9b5\n",
]


@pytest.mark.parametrize("text", STRANGERS)
@pytest.mark.parametrize("libyaml", [True, False])
def test_files_of_other_kinds_are_refused_and_never_raise(
    text: str, libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not libyaml:
        monkeypatch.delattr(yaml, "CSafeLoader")
    found = told(text)
    assert found
    assert all(problem.isprintable() for problem in found)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    read(data)


LINES = GOOD.encode().splitlines(keepends=True)
SCRAPS = st.sampled_from(
    [b"", b"\t", b"[", b"{", b"'", b'"', b"\xff", b"\x00", b"- ", b": ", b"&a ", b"*a ", b"0", b"~"]
)


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 30), SCRAPS), max_size=4))
def test_a_good_file_with_some_bytes_changed_never_raises(changes: list[tuple[int, int, bytes]]) -> None:
    data = GOOD.encode()
    for start, length, scrap in changes:
        data = data[:start] + scrap + data[start + length :]
    read(data)


@given(st.permutations(LINES))
def test_a_good_file_with_its_lines_shuffled_never_raises(lines: list[bytes]) -> None:
    read(b"".join(lines))


@given(st.lists(st.sampled_from(range(len(LINES))), max_size=3))
def test_a_good_file_with_some_lines_gone_never_raises(gone: list[int]) -> None:
    read(b"".join(line for nth, line in enumerate(LINES) if nth not in gone))
