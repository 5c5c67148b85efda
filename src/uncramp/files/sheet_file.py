"""A line of an exercise sheet as a routine file with comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import PerDay, Purpose, Sides
from uncramp.files.problems import Problems
from uncramp.files.routine import read_routine
from uncramp.files.sheet import read_sheet_line
from uncramp.files.sheet_line import SheetLine, SheetProblem
from uncramp.files.text import Names

_PARTS = {
    "foot": r"foot|feet|toe|arch|plantar|sole",
    "calf": r"calf|calves|heel|ankle|soleus|gastroc|achilles",
    "thigh": r"thigh|quad|hamstring",
    "hand": r"hand|wrist|finger|thumb",
}
_PURPOSES = "first-aid, daily, bedtime, break, rest or bath"
_SIDES = "affected, each, each-set, alternating, left, right, both or none"
_CHANGE_S = 5
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 '()/.-]*")
_NOT_PLAIN = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


@dataclass(frozen=True, slots=True)
class SheetRoutine:
    line: SheetLine
    text: str
    """The routine file, without a first line for editors."""


def from_sheet(written: str, name: str) -> SheetRoutine | tuple[SheetProblem, ...]:
    """The routine file of a line as it stands on a sheet, which checks clean, or all that is wrong with the line.

    `name` is that of the file; the exercise is called so where the line does not say what it is. Without one, the routine
    is called as its exercise.
    """
    title = name.replace("-", " ").capitalize()
    line = read_sheet_line(written, title if any(char.isalpha() for char in title) else "")
    if isinstance(line, tuple):
        return line
    text = _text(line, " ".join(written.split()), title or line.name)
    problems = Problems()
    read_routine(text.encode(), name=name or "routine", path=name, names=Names(), problems=problems)
    found = [problem.message for problem in problems]
    return tuple(SheetProblem("", f"{message[:1].upper()}{message[1:]}.") for message in found) or SheetRoutine(
        line, text
    )


def _text(line: SheetLine, written: str, title: str) -> str:
    steps = [
        f"  - name: {_scalar(line.name)}",
        _row("say", _scalar(_say(line)), "12 words or fewer"),
        *(["    how: " + _scalar(" ".join(map(_sentence, line.more)))] if line.more else ()),
        *_dose(line),
    ]
    day = [_row("per_day", _per_day(line.per_day), "how often a day", indent="")] if line.per_day else []
    if line.days:
        day.append(_row("days", f"[{', '.join(line.days)}]", "on these days", indent=""))
    named = f"{line.name} {title}".casefold()
    part = next((part for part, pattern in _PARTS.items() if re.search(pattern, named)), "leg")
    head = [
        _row("title", _scalar(title), "what it is called in lists", indent=""),
        _row("purpose", Purpose.BEDTIME if line.bedtime else Purpose.DAILY, _PURPOSES, indent=""),
        _row("for", part, "calf, foot, thigh, hand or leg", indent=""),
        *day,
    ]
    taken = [f"#   {one.written}: taken as {one.took}" for one in line.taken]
    notes = ["# These words say more than one thing. Change here what you do:", *taken] if taken else []
    return "\n".join([f"# As it stands on the sheet: {written}", *notes, "", *head, "", "steps:", *steps, ""])


def _dose(line: SheetLine) -> Iterator[str]:
    if line.sides is not Sides.NONE:
        yield _row("sides", line.sides, _SIDES)
    if line.moves:
        yield _row("moves", f"[{', '.join(_scalar(str(move)) for move in line.moves)}]", "one repetition")
    else:
        yield _row("until", "done", "at your own pace: Enter when a set is done")
    if isinstance(line.repetitions, tuple):
        yield _row("repetitions", f"[{', '.join(map(str, line.repetitions))}]", "one number for each set")
    else:
        if line.repetitions > 1 or not line.moves:
            yield _row("repetitions", str(line.repetitions), "in each set")
        if line.sets > 1:
            yield _row("sets", str(line.sets))
    if line.rest:
        yield _row("rest", write_duration(line.rest), "between sets; none after the last")
    if line.sides.changes:
        change = _CHANGE_S if line.change is None else line.change
        yield _row("change", write_duration(change), "to change sides")


def _say(line: SheetLine) -> str:
    counted = ", ".join(f"{one.name} {one.seconds} second{'s' * (one.seconds > 1)}" for one in line.counted)
    return " ".join(filter(None, (_sentence(line.name), _sentence(counted))))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _per_day(per_day: PerDay) -> str:
    return str(per_day.least) if per_day.least == per_day.most else f"{per_day.least}-{per_day.most}"


def _row(key: str, value: str, comment: str = "", indent: str = "    ") -> str:
    written = f"{indent}{key}: {value}"
    return f"{written:<44} # {comment}" if comment else written


def _scalar(text: str) -> str:
    """A text as YAML writes it: in quotes where it would be read as something else."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
