"""Any bytes at all become a tree or problems, with the right positions, and never an exception."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from uncramp.files import document
from uncramp.files.disk import LARGEST
from uncramp.files.document import MappingNode, Node, ScalarNode, SequenceNode, read_document
from uncramp.files.problems import SHOWN, Problems


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds with libyaml and without it."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def read(data: bytes | str) -> tuple[Node | None, list[str]]:
    problems = Problems()
    node = read_document(data.encode() if isinstance(data, str) else data, "x.yaml", problems)
    return node, [str(problem) for problem in problems]


def bare(node: Node | None) -> object:
    """The tree as plain Python, to compare with."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [bare(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {key: bare(entry.value) for key, entry in node.entries.items()}
    return None


def test_scalars_stay_as_they_were_written() -> None:
    node, problems = read("a: 1:30\nb: 010\nc: no\nd: 2026-13-45\ne: ~\nf: '12'\n")
    assert bare(node) == {"a": "1:30", "b": "010", "c": "no", "d": "2026-13-45", "e": "~", "f": "12"}
    assert problems == []


def test_a_scalar_knows_whether_it_was_quoted() -> None:
    node, _ = read("[true, 'true', \"true\"]")
    assert isinstance(node, SequenceNode)
    assert [item.plain for item in node.items if isinstance(item, ScalarNode)] == [True, False, False]


def test_each_node_and_key_has_its_line_and_column_from_1() -> None:
    node, _ = read("a: 1\nsteps:\n  - name: [x, yy]\n")
    assert isinstance(node, MappingNode)
    entry = node.entries["steps"]
    assert (entry.key.line, entry.key.column) == (2, 1)
    assert isinstance(entry.value, SequenceNode)
    step = entry.value.items[0]
    assert isinstance(step, MappingNode)
    assert (step.line, step.column) == (3, 5)
    names = step.entries["name"].value
    assert isinstance(names, SequenceNode)
    assert [(item.line, item.column) for item in names.items] == [(3, 12), (3, 15)]


def test_a_byte_order_mark_and_crlf_change_nothing() -> None:
    node, problems = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert bare(node) == {"a": "1", "b": "2"}
    assert problems == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "x.yaml:1:1: the file is empty"),
        ("# only a comment\n", "x.yaml:1:1: the file is empty"),
        (b"a: 1\nb: caf\xe9\n", "x.yaml:2:7: byte 0xE9 is not UTF-8: save it as UTF-8"),
        ("a: 1".encode("utf-16"), "x.yaml:1:1: this looks like UTF-16 or UTF-32: save it as UTF-8"),
        ("a: 1".encode("utf-16-be"), "x.yaml:1:1: this looks like UTF-16 or UTF-32: save it as UTF-8"),
        ("a: x\x1b[31m\n", "x.yaml:1:5: hidden character U+001B: take it out"),
        ("a: 1\nb: x\u202ey\n", "x.yaml:2:5: hidden character U+202E: take it out"),
        ("a: 1\rb\n", "x.yaml:1:5: hidden character U+000D: take it out"),
        ("a: x\u2028y\n", "x.yaml:1:5: hidden character U+2028: take it out"),
        ("a: x\x85y\n", "x.yaml:1:5: hidden character U+0085: take it out"),
        ("a: x\ufeffy\n", "x.yaml:1:5: hidden character U+FEFF: take it out"),
        ("a: x\uffffy\n", "x.yaml:1:5: hidden character U+FFFF: take it out"),
        ("# \x07\na: 1", "x.yaml:1:3: hidden character U+0007: take it out"),
        ('s:\n  - a: "x\\e[31m"\n', "x.yaml:2:10: s, item 1, a: hidden character U+001B: take it out"),
        ('a: "ab\n  c\\0d"\n', "x.yaml:2:4: a: hidden character U+0000: take it out"),
        ('a: "\\\\e \\u202e"\n', "x.yaml:1:9: a: hidden character U+202E: take it out"),
        (
            "a: e" + "\u0301" * 9 + "\n",
            "x.yaml:1:13: more than 8 combining marks on one letter: take some out",
        ),
        ("a: &x b\n", "x.yaml:1:4: a: '&x' is a YAML anchor: take it out"),
        ("a:\n  - *x\n", "x.yaml:2:5: a, item 1: '*x' is a YAML alias: write out what it stands for"),
        ("a: !foo b\n", "x.yaml:1:4: a: '!foo' is a YAML tag: take it out, or put the text in quotes"),
        (
            "!!python/object/apply:os.system [x]",
            ("x.yaml:1:1: '!!python/object/apply:os.system' is a YAML tag: take it out, or put the text in quotes"),
        ),
        ("a: 1\n[b, c]: 2\n", "x.yaml:2:1: a key must be one word or text"),
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: a: 'a' is here twice, first on line 1: keep one"),
        ("s:\n- n: 1\n  n: 2\n", "x.yaml:3:3: s, item 1, n: 'n' is here twice, first on line 2: keep one"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document begins here: keep one to a file"),
        (
            "[" * 17 + "]" * 17,
            "x.yaml:1:17: " + ", ".join(["item 1"] * 16) + ": nested more than 16 deep: this is no file of ours",
        ),
        ("[" + "a," * 20_001 + "]", "x.yaml:1:40000: more than 20,000 items: this is no file of ours"),
        (b"#" * (LARGEST + 1), "x.yaml:1:1: the file is over 256 KB: a file here is a few KB"),
        ("a: [b\n", "x.yaml:1:4: this list needs ',' between its items and ']' at its end"),
        (
            "a: [\n",
            "x.yaml:2:1: something is missing here: is a ',' too many, or a bracket before this not closed, or closed twice?",
        ),
        (
            "a: ]\n",
            "x.yaml:1:4: something is missing here: is a ',' too many, or a bracket before this not closed, or closed twice?",
        ),
        ("a: {b: c\n", "x.yaml:1:4: this needs ',' between its keys and '}' at its end"),
        ("a: 'b\n", "x.yaml:1:4: the text that opens here has no closing quote"),
        ("a: b: c\n", "x.yaml:1:5: a ': ' that belongs to no key: put text with a ': ' in it in quotes"),
        (
            "a: 1\nb\nc: 2\n",
            "x.yaml:2:1: this line has no ': ' between key and value: write it, or indent what goes on more",
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            "x.yaml:3:2: this does not line up with the line above, where 'b' begins in column 3",
        ),
        ("- a\nb: c\n", "x.yaml:2:1: this does not line up: each list item begins with '- ' in one column"),
        ("a: b\nc: d\0\0\0\n", "x.yaml:2:5: from here on it is no text: save it as text, in UTF-8"),
        (
            "a: [b,, c]\n",
            "x.yaml:1:7: something is missing here: is a ',' too many, or a bracket before this not closed, or closed twice?",
        ),
        ("a: !!set {b}\n", "x.yaml:1:4: a: '!!set' is a YAML tag: take it out, or put the text in quotes"),
        ("a: @b\n", "x.yaml:1:4: text can't begin with this character: put it in quotes"),
        ("a:\n  b: %c\n", "x.yaml:2:6: text can't begin with this character: put it in quotes"),
    ],
)
def test_each_mistake_is_told_in_plain_words_where_it_stands(data: bytes | str, told: str) -> None:
    assert read(data)[1] == [told]


def test_a_tab_as_indentation_is_called_that() -> None:
    assert all("a tab can't" in problem and "spaces" in problem for problem in read("a:\n\tb: c\n")[1])
    assert read("a:\n\tb: c\n")[1]


def test_of_a_flood_of_escapes_only_what_is_shown_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def look(_text: str, offset: int) -> tuple[int, int]:
        looked.append(offset)
        return 1, 1

    monkeypatch.setattr(document, "position", look)
    problems = read('a: "' + "\\e" * 3_000 + '"\n')[1]
    assert problems[-1].endswith("and 2800 more problems")
    assert len(looked) <= SHOWN + 1


def test_lines_may_end_as_on_old_macs() -> None:
    assert read(b"a: b\rc:\r  - d\r")[0] == read("a: b\nc:\n  - d\n")[0]


def test_a_tab_within_text_is_a_space() -> None:
    assert bare(read('a: x\ty\nb: "p\\tq"\n')[0]) == {"a": "x y", "b": "p q"}


def test_joiners_and_accents_are_welcome() -> None:
    family = "👩\u200d👩\u200d👧 می\u200cخواهم é e\u0301"
    node, problems = read(f"a: {family}\n")
    assert bare(node) == {"a": family}
    assert problems == []


def test_the_first_of_two_equal_keys_counts() -> None:
    assert bare(read("a: 1\na: {b: [c]}\nd: 2\n")[0]) == {"a": "1", "d": "2"}


def test_reading_goes_on_behind_a_refused_key_alias_or_tag() -> None:
    node, problems = read("? {x: [y]}\n: {z: 1}\n*k : 1\nb: *q\nc: !t d\ne: f\n")
    assert bare(node) == {"b": None, "c": "d", "e": "f"}
    assert len(problems) == 4


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        "{" * 100_000,
        "[" * 100 + "]" * 100,
        "a: '" + "x" * 250_000,
        "&a " * 80_000,
        "!t " * 80_000,
        "9" * 5_000,
        "a: 0x" + "f" * 200_000,
        "\0" * 1_000,
        b"\x00" * 1_000,
        b"\xff" * 1_000,
        b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "\x1b" * 250_000,
        "a\u0301" * 80_000,
        'a: "\\ud800"\n',
        'a: "\\ud83d\\ude00"\n',
        '"\\U00110000"',
        '"\\xZZ"',
        b'a: "\xed\xa0\x80"\n',
        "%YAML 1.1\n%YAML 1.1\n--- a",
        "%YAML " + "9" * 5_000 + ".1\n--- a",
        "%TAG ! tag:x,2000:\n--- !a b",
        "--- !<tag:x> a",
        "!!binary a",
        "!!int x",
        "a: |9\n x",
        "a: |-+\n x",
        "<<: *a",
        "<<: {a: 1}",
        "... \n...\n",
        "---\n---\n",
        "a: *",
        "a: &",
        "`",
        "- a\n -b\n- : c",
        BOMB,
        "2026-13-45",
        "\ufeff\ufeffa: 1",
        "a: 1\n\u2028b: 2",
    ],
)
def test_hostile_files_never_raise_and_leave_nothing_hidden(data: bytes | str) -> None:
    node, problems = read(data)
    assert not isinstance(node, ScalarNode) or "\x1b" not in node.text
    assert len(problems) <= 201
    assert all(problem.isprintable() for problem in problems)


def texts(node: Node | None) -> list[str]:
    if isinstance(node, ScalarNode):
        return [node.text]
    if isinstance(node, SequenceNode):
        return [text for item in node.items for text in texts(item)]
    if isinstance(node, MappingNode):
        return [text for key, entry in node.entries.items() for text in [key, *texts(entry.value)]]
    return []


YAMLISH = st.text(st.sampled_from("ab:- \n\t'\"[]{},&*!|>%@#?\\0eN\x1b\u202e\ufeff\x85é\u0301\ud800"), max_size=60)


@given(st.binary(max_size=200))
def test_random_bytes_never_raise(data: bytes) -> None:
    read(data)


@given(YAMLISH)
def test_text_full_of_yaml_signs_never_raises_and_decodes_to_nothing_hidden(text: str) -> None:
    node, problems = read(text.encode("utf-8", "surrogatepass"))
    assert node is not None or problems
    for found in texts(node):
        assert all(char.isprintable() or char == "\n" for char in found)
