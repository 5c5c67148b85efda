"""A form: fields that are a choice of few, a text that is typed, or ticks, over a profile or an entry of the diary.

Nothing here asks or saves anything. `answer` says in words what a value has in a field; a change gives the value as it
would be then. What is asked, and in which words, stands in `profile_form` and `diary_form`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from uncramp.domain.diary import CrampEntry, SessionEntry
from uncramp.domain.profile import Profile
from uncramp.i18n import _, plural

FormValue = Profile | CrampEntry | SessionEntry
"""What a form is about."""

Value = TypeVar("Value", bound=FormValue)

SHORT = 60
"""Characters of a short text; a bit more than an answer has, so that one too long is answered in words."""


@dataclass(frozen=True, slots=True)
class Edit(Generic[Value]):
    """What an answer comes to."""

    value: Value | None
    """The changed value; `None` where nothing changes."""
    told: str = ""
    """What the person is told of it; where nothing changes, why not."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field."""

    value: Any
    words: str
    key: str = ""
    """What is pressed or typed for it."""


@dataclass(frozen=True, slots=True)
class FormField(ABC):
    """A question about a value."""

    id: str
    """The attribute of the value, or its tag."""
    words: str
    hint: str = field(default="", kw_only=True)
    """Why it is asked, or how it is answered."""

    @abstractmethod
    def answer(self, value: FormValue) -> str:
        """What the value has here, in words."""


@dataclass(frozen=True, slots=True)
class ChoiceField(FormField):
    """A field with a few answers."""

    choices: tuple[Choice, ...]
    get: Callable[[Any], object] | None = field(default=None, kw_only=True)
    """Reads the answer from the value; without it, the attribute is the answer."""
    put: Callable[[Any, Any], Edit[Any]] | None = field(default=None, kw_only=True)
    """Gives the value with an answer; without it, the attribute is replaced."""
    shown: Callable[[Any], str] | None = field(default=None, kw_only=True)
    """Says the answer where the words of the choices don't, and "" where they do."""

    def answer(self, value: FormValue) -> str:
        if self.shown is not None and (words := self.shown(value)):
            return words
        current = self._current(value)
        return next((one.words for one in self.choices if one.value == current), _("not said"))

    def pick(self, value: Value, key: str) -> Edit[Value]:
        """Take the answer of a key, which is one of the choices'."""
        return self._answered(value, next(one.value for one in self.choices if one.key == key))

    def step(self, value: Value, by: int = 1) -> Edit[Value]:
        """Take the next answer, round and round."""
        answers, current = [one.value for one in self.choices], self._current(value)
        at = answers.index(current) + by if current in answers else 0
        return self._answered(value, answers[at % len(answers)])

    def _current(self, value: FormValue) -> object:
        return getattr(value, self.id) if self.get is None else self.get(value)

    def _answered(self, value: Value, answer: object) -> Edit[Value]:
        return Edit(with_answer(value, self.id, answer)) if self.put is None else self.put(value, answer)


@dataclass(frozen=True, slots=True)
class TextField(FormField):
    """A field whose answer is typed."""

    example: str
    shown: Callable[[Any], str]
    """The answer in words, never empty."""
    text: Callable[[Any], str]
    """The answer as it is typed."""
    put: Callable[[Any, str], Edit[Any]]
    """Checks what was typed; nothing typed takes the answer out."""
    longest: int = field(default=SHORT, kw_only=True)

    def answer(self, value: FormValue) -> str:
        return self.shown(value)

    def typed(self, value: Value, text: str) -> Edit[Value]:
        text = text.strip()
        return Edit(value) if text == self.text(value) else self.put(value, text)


@dataclass(frozen=True, slots=True)
class TickField(FormField):
    """A field with things that are there or not; its attribute holds the names of those that are."""

    choices: tuple[Choice, ...]
    none: Choice | None = field(default=None, kw_only=True)
    """Says that none of them is there: an answer of its own, by which all ticks go."""

    def answer(self, value: FormValue) -> str:
        ticked = self.ticked(value)
        return plural("{n} ticked", "{n} ticked", len(ticked)) if ticked else _("none ticked")

    def ticked(self, value: FormValue) -> tuple[str, ...]:
        return tuple(getattr(value, self.id))

    def pick(self, value: Value, key: str) -> Edit[Value]:
        """Tick the choice of a key, or take its tick away; the key of `none` takes the ticks of all choices away."""
        ticked = self.ticked(value)
        if self.none is not None and key == self.none.key:
            offered = {one.value for one in self.choices}
            return Edit(with_answer(value, self.id, tuple(one for one in ticked if one not in offered)))
        name = next(one.value for one in self.choices if one.key == key)
        kept = tuple(one for one in ticked if one != name)
        return Edit(with_answer(value, self.id, kept if name in ticked else (*ticked, name)))


KeyedField = ChoiceField | TickField
"""A field that keys answer."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading, or under none."""

    heading: str
    fields: tuple[FormField, ...]


def with_answer(value: Value, key: str, answer: object) -> Value:
    """The value with another attribute. Whoever says anything of a cramp says that it was one."""
    changes: dict[str, Any] = {"unconfirmed": False, key: answer} if isinstance(value, CrampEntry) else {key: answer}
    return replace(value, **changes)


def refused(message: str) -> Edit[Any]:
    """No change: a message that elsewhere follows the name of a key stands alone, as a sentence."""
    return Edit(None, message[:1].upper() + message[1:])


def no_and_yes() -> tuple[Choice, ...]:
    return (Choice(False, _("no")), Choice(True, _("yes")))


def one_of_few(key: str, words: str, why: str, answers: Mapping[Any, str]) -> ChoiceField:
    """A key of the profile with a few values, each with its words."""
    choices = tuple(Choice(value, answer) for value, answer in answers.items())
    return ChoiceField(key, words, choices, hint=why)
