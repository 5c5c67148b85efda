"""Keys of one's own: which clash, what they stand for, and how sentences name them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.own_keys import KEY_ACTIONS, clash, pressed, said, shown, typed, without_clashes

LETTERS = st.dictionaries(st.sampled_from(list(KEY_ACTIONS)), st.sampled_from(string.ascii_lowercase), max_size=8)


def test_the_program_s_own_keys_clash_where_nobody_has_changed_one_only_with_what_waits_for_an_answer() -> None:
    of_program = {name: action.key for name, action in KEY_ACTIONS.items()}
    assert {name for name in of_program if clash(of_program, name)} == {"no", "new_routine"}


@given(LETTERS)
def test_what_is_left_never_clashes_and_nothing_goes_without_a_reason(own: dict[str, str]) -> None:
    good, clashing = without_clashes(own)
    assert not any(clash(good, name) for name in good)
    assert good.keys() | clashing.keys() == own.keys()
    assert all(other in KEY_ACTIONS and other != name for name, other in clashing.items())


@pytest.mark.parametrize(
    ("own", "good"),
    [
        ({"sound": "u", "undo": "z"}, ["sound", "undo"]),  # in whatever order, a key that is given away is free
        ({"undo": "z", "sound": "u"}, ["undo", "sound"]),
        ({"sound": "u"}, []),
        ({"undo": "k", "sound": "k"}, ["undo"]),
        ({"plan": "k", "sound": "k"}, ["plan", "sound"]),  # on two pages that are never one
        ({"diary": "q"}, []),
    ],
)
def test_a_key_may_do_one_thing_on_a_page(own: dict[str, str], good: list[str]) -> None:
    assert list(without_clashes(own)[0]) == good


def test_a_key_stands_for_the_program_s_own_one_where_that_does_it() -> None:
    own = (("diary", "k"), ("stopped", "x"))
    assert pressed(own, "k", {"d": "diary"}) == "d"
    assert pressed(own, "k", {"d": "unsure"}) == "k"
    assert pressed(own, "x", {"g": "eased", "x": None}) == "g"
    assert pressed(own, "x", {"x": "delete"}) == "x"
    assert pressed(own, "d", {"d": "diary"}) == "d"


def test_a_line_that_is_typed_goes_by_the_keys_of_a_session() -> None:
    own = (("about_you", "z"), ("again", "k"))
    assert [typed(own, line) for line in ("k", "z", "a")] == ["a", "z", "a"]


def test_it_is_shown_where_the_program_s_own_key_would_stand() -> None:
    own = (("stopped", "x"), ("guide", "k"))
    assert (shown(own, "g"), shown(own, "g", "guide"), shown(own, "g", "relief")) == ("x", "k", "x")
    assert shown(own, "Enter", "relief") == "Enter"


@pytest.mark.parametrize(
    ("words", "names", "told"),
    [
        ("A cramp? Press a to add it.", ("add_cramp",), "A cramp? Press k to add it."),
        ("Press y or n, or q to leave.", ("yes", "leave"), "Press j or n, or x to leave."),
        ("It is gone. u brings it back.", ("undo",), "It is gone. z brings it back."),
        ("q: your exercise", ("leave",), "x: your exercise"),
        ("If it's back, press r.", ("undo",), "If it's back, press r."),
    ],
)
def test_a_sentence_names_them(words: str, names: tuple[str, ...], told: str) -> None:
    assert said(words, (("add_cramp", "k"), ("yes", "j"), ("leave", "x"), ("undo", "z")), *names) == told
