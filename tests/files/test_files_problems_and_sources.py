"""Problems come sorted, capped and safe to print; sources are read by the same means."""

from uncramp.domain.routine import Source, Status
from uncramp.files.problems import SHOWN, Problem, Problems
from uncramp.files.sources import read_sources


def test_a_problem_reads_path_line_column_key_message() -> None:
    assert str(Problem("a.yaml", 3, 5, "step 1, say", "is missing.")) == "a.yaml:3:5: step 1, say: is missing."
    assert str(Problem("a.yaml", 1, 1, "", "the file is empty")) == "a.yaml:1:1: the file is empty"


def test_nothing_in_a_problem_can_steer_a_terminal() -> None:
    problem = Problem("a\x1b[2J\n.yaml", 1, 1, "k\u202e\x9b", "m\r\t\u2028\udc80\ufeff")
    assert str(problem) == r"a\x1b[2J\n.yaml:1:1: k\u202e\x9b: m\r\t\u2028\udc80\ufeff"


def test_problems_come_in_order_of_position() -> None:
    problems = Problems()
    for line, column in ((9, 1), (2, 7), (10, 1), (2, 3)):
        problems.add("x", line, column, "m")
    assert [(problem.line, problem.column) for problem in problems] == [(2, 3), (2, 7), (9, 1), (10, 1)]
    assert len(problems) == 4


def test_past_the_limit_problems_are_only_counted() -> None:
    problems = Problems()
    for line in range(5_000):
        problems.add("x", line + 1, 1, "m")
    told = list(problems)
    assert len(told) == SHOWN + 1
    assert told[-1].message == "and 4800 more problems"


def test_without_problems_there_is_nothing() -> None:
    assert not Problems()
    assert list(Problems()) == []


def test_sources_are_read_by_id_and_what_is_wrong_is_told() -> None:
    problems = Problems()
    text = """\
aaos-hold: {name: A, publisher: P, says: Hold., status: V, evidence: E7, where: page 3}
our-choice: {name: O, says: Ours., status: D}
Bad Id: {name: O, says: Ours., status: D}
no-status: {name: O, says: Ours.}
wrong: {name: O, says: Ours., status: W, url: x}
"""
    found = read_sources(text.encode(), path="s.yaml", problems=problems)
    assert found == {
        "aaos-hold": Source("aaos-hold", "A", "P", "Hold.", Status.READ, "E7", "page 3"),
        "our-choice": Source("our-choice", "O", "", "Ours.", Status.CHOICE),
    }
    assert [(problem.line, problem.key) for problem in problems] == [
        (3, "Bad Id"),
        (4, "no-status, status"),
        (5, "wrong, status"),
        (5, "wrong, url"),
    ]


def test_a_file_of_sources_that_is_no_group_is_a_problem() -> None:
    for text in (b"[a]", b"text", b"", b"*a"):
        problems = Problems()
        assert read_sources(text, path="s.yaml", problems=problems) == {}
        assert len(problems) == 1
