"""Our quick data classes are the standard library's to whoever uses them."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain.value import dataclass, field, replace

Decorator = Callable[..., Any]


def family(decorator: Decorator) -> tuple[Any, Any, Any]:
    """The same three classes, by one decorator or the other."""

    @decorator(frozen=True, slots=True)
    class Step:
        """A step."""

        name: str
        seconds: int = 30
        moves: tuple[str, ...] = ()

        @property
        def minutes(self) -> float:
            return self.seconds / 60

    @decorator(frozen=True, slots=True)
    class Bout(Step):
        """A step with one field more, and another default."""

        side: str = "left"
        seconds: int = 10

    class Rest(Step):
        __slots__ = ()

    return Step, Bout, Rest


OURS, STANDARD = family(dataclass), family(dataclasses.dataclass)
Step, Bout, Rest = OURS


@dataclass(frozen=True, slots=True)
class Placed:
    """One that can be found by name, for pickle."""

    at: int
    word: str = ""


def outcome(make: Callable[[], Any]) -> object:
    """What a call gives, or the kind of its error."""
    try:
        made = make()
    except TypeError as error:
        return type(error)
    return repr(made), [getattr(made, name) for name in made.__match_args__]


PAIRS = st.tuples(st.integers(), st.integers())
values = st.lists(st.one_of(st.text(max_size=3), st.integers(0, 3)), max_size=5)
named = st.dictionaries(st.sampled_from(["name", "seconds", "moves", "side", "strange"]), st.integers(0, 3))


@given(st.integers(0, 2), values, named)
def test_they_are_made_alike_and_refuse_alike(nth: int, given_: list[Any], names: dict[str, Any]) -> None:
    ours, standard = (outcome(partial(cls, *given_, **names)) for cls in (OURS[nth], STANDARD[nth]))
    assert ours == standard


@given(values.filter(lambda one: len(one) in {1, 2, 3}), values.filter(lambda one: len(one) in {1, 2, 3}))
def test_they_are_the_same_and_hash_alike_when_all_fields_are(one: list[Any], other: list[Any]) -> None:
    same = STANDARD[0](*one) == STANDARD[0](*other)
    assert (Step(*one) == Step(*other)) is same
    assert not same or hash(Step(*one)) == hash(Step(*other))


def test_another_class_is_never_the_same() -> None:
    assert Step("a") != Rest("a")
    assert Step("a") != Bout("a", 30)
    assert Step("a") != ("a", 30, ())


@pytest.mark.parametrize("cls", OURS)
def test_nothing_can_be_changed_or_taken_away(cls: Any) -> None:
    one = cls("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.strange = 1
    assert not hasattr(one, "__dict__")
    assert one.name == "a"


def test_the_standard_librarys_tools_take_them() -> None:
    one: Any = Bout("a", 5, side="right")
    assert [field.name for field in dataclasses.fields(one)] == ["name", "seconds", "moves", "side"]
    assert dataclasses.asdict(one) == {"name": "a", "seconds": 5, "moves": (), "side": "right"}
    assert dataclasses.replace(one, name="b") == replace(one, name="b") == Bout("b", 5, side="right")
    assert dataclasses.is_dataclass(one)
    assert {field.name: field.default for field in dataclasses.fields(Step)}["seconds"] == 30


@given(values.filter(lambda one: len(one) in {1, 2, 3}), named)
def test_they_are_replaced_alike(given_: list[Any], names: dict[str, Any]) -> None:
    ours = outcome(lambda: replace(Step(*given_), **names))
    assert ours == outcome(lambda: dataclasses.replace(STANDARD[0](*given_), **names))


def test_the_standard_librarys_are_replaced_too() -> None:
    standard: Any = STANDARD[0]
    assert replace(standard("a"), name="b") == standard("b")


def test_they_are_copied_and_pickled() -> None:
    one = Placed(3, "x")
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301


def test_a_check_of_its_own_is_made_when_all_is_there() -> None:
    @dataclass(frozen=True, slots=True)
    class Share:
        part: float

        def __post_init__(self) -> None:
            if self.part > 1:
                raise ValueError(self.part)

    assert Share(1).part == 1
    with pytest.raises(ValueError, match="2"):
        Share(2)


def test_a_default_can_be_made_anew_for_each() -> None:
    @dataclass(frozen=True, slots=True)
    class Shelf:
        name: str
        books: list[str] = field(default_factory=list)

    one, other = Shelf("a"), Shelf("a")
    one.books.append("x")
    assert (one.books, other.books, Shelf("b", ["y"]).books) == (["x"], [], ["y"])
    assert dataclasses.fields(Shelf)[1].default_factory is list


@given(PAIRS, PAIRS)
def test_those_with_an_order_are_ordered_by_their_fields(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Place:
        line: int
        column: int

    a: Any = Place(*one)
    b: Any = Place(*other)
    assert [a < b, a <= b, a > b, a >= b] == [one < other, one <= other, one > other, one >= other]
    with pytest.raises(TypeError):
        assert a < one


def test_only_frozen_ones_with_slots_are_made() -> None:
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)
