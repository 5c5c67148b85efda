"""The list of steps of a routine file: a step, several steps in rounds, or the steps of another routine."""

from dataclasses import replace

from uncramp.domain.routine import Rounds, Step, UsedRoutine
from uncramp.domain.use import guarding, taken_from
from uncramp.files.adaptation import WHEN
from uncramp.files.counts import Count
from uncramp.files.document import MappingNode, Node, ScalarNode
from uncramp.files.fields import Duration, Field, ListOf, Location, Reference, Schema
from uncramp.files.records import Group, KeySpec, Record
from uncramp.files.steps import STEP_KEYS, StepField

_EXAMPLE = "a '- ' before each step"
_NOT_IN_ROUNDS = {
    "ask": "a question is asked before the rounds: put it above 'rounds'",
    "optional": "rounds are done as a whole: take it out",
    "when": "all steps of the rounds belong to one branch: put it beside 'rounds'",
    "rounds": "rounds can't have rounds in them: write these steps out, or give them 'sets'",
    "use": "put it above or below the rounds, or write its steps here",
}


class _InRounds(Field[Step]):
    def read(self, node: Node, location: Location) -> Step | None:
        entries = node.entries if isinstance(node, MappingNode) else {}
        for key in _NOT_IN_ROUNDS.keys() & entries.keys():
            location.key(key).problem(entries[key].key, f"is not for a step in rounds: {_NOT_IN_ROUNDS[key]}")
            return None
        step = StepField().read(node, location)
        if step is not None and step.until_relief:
            location.key("until").problem(entries["until"].key, "in rounds no step goes on until relief: take it out")
            return None
        return step

    def schema(self) -> Schema:
        return StepField().schema(in_rounds=True)


_ELSEWHERE = {
    key: f"'{key}' belongs to one of the steps, not to all: write it under 'steps'"
    for key in STEP_KEYS - {"rest", "when"}
}
ROUNDS = Record(
    "rounds",
    (
        KeySpec("rounds", Count(1, 50), "How often the steps are done, one after the other.", required=True),
        KeySpec("rest", Duration(0, 3_600), "The time between two rounds."),
        KeySpec("steps", ListOf(_InRounds(), 30, example=_EXAMPLE), "What one round is, in order.", required=True),
        WHEN,
    ),
    elsewhere=_ELSEWHERE,
)
USE = Record(
    "a use",
    (KeySpec("use", Reference("routine"), "The routine whose steps are done here.", required=True), WHEN),
    elsewhere={key: f"'{key}' is said by the routine that is used: take it out" for key in STEP_KEYS - {"when"}},
)


class StepsField(Field[tuple[Step, ...]]):
    """All steps of a routine, flat; a question that guards rounds, or a use, guards all steps of it."""

    most = 100

    def read(self, node: Node, location: Location) -> tuple[Step, ...] | None:
        parts = ListOf(_Entry(), self.most, example=_EXAMPLE).read(node, location)
        if parts is None:
            return None
        lengths = [len(part) for part in parts]
        return tuple(
            guarding(step, lengths[nth + 1 :]) if step.used is None else step
            for nth, part in enumerate(parts)
            for step in part
        )

    def schema(self) -> Schema:
        return ListOf(_Entry(), self.most).schema()


class _Entry(Field[tuple[Step, ...]]):
    def read(self, node: Node, location: Location) -> tuple[Step, ...] | None:
        keys = node.entries if isinstance(node, MappingNode) else {}
        if "rounds" in keys or "steps" in keys:  # `round`, and what else people write, is told there
            return self._rounds(node, location)
        if "use" in keys or "include" in keys:
            return self._use(node, location)
        if isinstance(node, ScalarNode) and (name := node.text.strip()) in (location.file.names.routines or ()):
            location.problem(node, f"is no step, but a routine: write '- use: {name}'")
            return None
        step = StepField().read(node, location)
        return None if step is None else (step,)

    def _rounds(self, node: Node, location: Location) -> tuple[Step, ...] | None:
        values = Group(ROUNDS, dict).read(node, location)
        if values is None:
            return None
        rounds, when = Rounds(values["rounds"], values.get("rest", 0), _nth(location)), values.get("when", "")
        return tuple(replace(step, rounds=rounds, when=when) for step in values["steps"])

    def _use(self, node: Node, location: Location) -> tuple[Step, ...] | None:
        values = Group(USE, dict).read(node, location)
        if values is None:
            return None
        found = location.file.names.steps_of
        if found is None:  # not followed: a stand-in says that there is one
            return (Step(values["use"], used=UsedRoutine(values["use"], "")),)
        routine = found(values["use"])
        assert isinstance(node, MappingNode)  # noqa: S101 - it was read as one
        if isinstance(routine, str):
            location.key("use").problem(node.entries["use"].value, routine)
            return None
        return tuple(replace(step, when=values.get("when", "")) for step in taken_from(routine, _nth(location)))

    def schema(self) -> Schema:
        return {"anyOf": [StepField().schema(), ROUNDS.schema(), USE.schema()]}


def _nth(location: Location) -> int:
    """Which entry of the list it is, from 1."""
    return location.way[-1] + 1 if location.way and isinstance(location.way[-1], int) else 1
