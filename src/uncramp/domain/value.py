"""The standard library's frozen data classes, made in a twentieth of the time.

`dataclasses` writes and compiles six methods for each class. That takes half a millisecond a class, and the first screen
needs some fifty of them: a tenth of the whole start, in the night. Here all classes share six methods that are written
once. `@dataclass(frozen=True, slots=True)` from here is the same to whoever uses it: to a type checker it is the standard
one, and `dataclasses.replace`, `fields` and `asdict` take its values.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def dataclass(*, frozen, slots, order=False):
        """As `dataclasses.dataclass`, for values that never change."""
        if not (frozen and slots):
            raise TypeError("only frozen data classes with slots are made here")
        return _ordered_value if order else _value

    def field(*, default_factory):
        """As `dataclasses.field`, for a default that is made anew for each value."""
        return _Factory(default_factory)

    def replace(of, /, **changes):
        """As `dataclasses.replace`, in a third of the time: a plan is made by little else."""
        shape = getattr(of, "_shape", None)
        if shape is None:  # one of the standard library's
            import dataclasses

            return dataclasses.replace(of, **changes)
        if not changes.keys() <= shape.places.keys():
            raise TypeError(f"{type(of).__qualname__} has none of {[*changes.keys() - shape.places.keys()]}")
        values = [*shape.get(of)]
        for name, value in changes.items():
            values[shape.places[name]] = value
        return type(of)(*values)


class _Factory:
    """Makes a default."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


class _Shape:
    """What the shared methods know of a class."""

    __slots__ = ("after", "defaults", "get", "names", "places", "setters")

    def __init__(self, cls: type, names: tuple[str, ...], defaults: dict[str, Any]) -> None:
        self.names, self.defaults = names, defaults
        self.get = _getter(names)
        self.places = {name: nth for nth, name in enumerate(names)}
        self.setters = tuple(getattr(cls, name).__set__ for name in names)
        self.after = getattr(cls, "__post_init__", None)


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives all values as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda of: tuple(getattr(of, name) for name in names)


class _Fields:
    """`__dataclass_fields__`, made by the standard library where somebody asks for it."""

    def __get__(self, of: object, cls: Any) -> dict[str, Any]:
        import dataclasses

        shape = cls._shape
        fields = [(name, object, *_standard_default(shape, name)) for name in shape.names]
        return {one.name: one for one in dataclasses.fields(dataclasses.make_dataclass(cls.__name__, fields))}


def _standard_default(shape: _Shape, name: str) -> Iterator[Any]:
    import dataclasses

    if name in shape.defaults:
        default = shape.defaults[name]
        if isinstance(default, _Factory):
            yield dataclasses.field(default_factory=default.make)
        else:
            yield dataclasses.field(default=default)


_FIELDS = _Fields()


def _value(cls: type) -> type:
    return _made(cls, _METHODS)


def _ordered_value(cls: type) -> type:
    return _made(cls, _METHODS | _ORDER)


def _made(cls: type, methods: dict[str, Any]) -> type:
    """The class anew, with slots for its fields: they can't be given to one that exists."""
    above: _Shape | None = getattr(cls, "_shape", None)
    inherited = above.names if above else ()
    own = tuple(name for name in cls.__annotations__ if name not in inherited)
    body = dict(cls.__dict__)
    defaults = (above.defaults if above else {}) | {
        name: body.pop(name) for name in cls.__annotations__ if name in body
    }
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    shared = {name: method for name, method in methods.items() if name not in body}
    body |= shared | {
        "__qualname__": cls.__qualname__,
        "__slots__": own,
        "__match_args__": inherited + own,
        "__dataclass_fields__": _FIELDS,
    }
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made._shape = _Shape(made, inherited + own, defaults)  # type: ignore[attr-defined]
    return made


# The methods that all of them share.


def _init(self: Any, *given: Any, **named: Any) -> None:
    shape = self._shape
    if named or len(given) != len(shape.names):
        given = tuple(_in_order(type(self), shape, given, named))
    for put, value in zip(shape.setters, given, strict=True):
        put(self, value)
    if shape.after is not None:
        shape.after(self)


def _in_order(cls: type, shape: _Shape, given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
    values, defaults = list(given), shape.defaults
    missing = []
    for name in shape.names[len(given) :]:
        if name in named:
            values.append(named.pop(name))
        elif name in defaults:
            default = defaults[name]
            values.append(default.make() if type(default) is _Factory else default)
        else:
            missing.append(name)
    if missing or named or len(values) > len(shape.names):
        fields = f"{cls.__qualname__}({', '.join(shape.names)})"
        raise TypeError(f"{fields}: {len(given)} by place, missing {missing}, unknown or twice {[*named]}")
    return values


def _repr(self: Any) -> str:
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shape.names)
    return f"{type(self).__qualname__}({said})"


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    get = self._shape.get
    return get(self) == get(other)


def _hash(self: Any) -> int:
    return hash(self._shape.get(self))


def _set(self: Any, name: str, value: object) -> None:  # noqa: ARG001
    _refuse(f"cannot assign to field {name!r}")


def _delete(self: Any, name: str) -> None:  # noqa: ARG001
    _refuse(f"cannot delete field {name!r}")


def _refuse(why: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(why)


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), self._shape.get(self)


def _compared(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def method(self: Any, other: Any) -> Any:
        return (
            compare(self._shape.get(self), other._shape.get(other))
            if type(other) is type(self)
            else NotImplemented
        )

    return method


_METHODS = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__reduce__": _reduce,
}
_ORDER = {f"__{one.__name__}__": _compared(one) for one in (lt, le, gt, ge)}
