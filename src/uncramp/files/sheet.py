"""A line of an exercise sheet, as it is written there: `3 x 15 heel drops, 3 s down, 1 s up, each side, rest 60 s`.

Patterns are looked for one kind after the other, and what one of them explains is blanked out. What is left is the name
of the exercise, or words that are kept as they are; a number, or a word of a dose, that nothing explains is refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter

from uncramp.domain.duration import write_duration
from uncramp.domain.routine import Move, PerDay, Repetitions, Sides, Weekday
from uncramp.files import sheet_patterns as patterns
from uncramp.files.sheet_line import SheetLine, SheetProblem, Taken
from uncramp.files.sheet_patterns import A_WEEK, days_in, numbers_in, plain_text, seconds_in
from uncramp.files.text import closest, hidden
from uncramp.i18n import _


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONGEST_LINE = 300
_MOST_WORDS = 6
"""Words of a name: a sentence of 12 has room for two times then."""
_STILL_S = 10
"""Seconds from which a hold is the exercise itself, and not the top of a movement."""
_JOINING = _words("of for and then do perform complete repeat to the a an at in on with by")
"""Words that join others, and say nothing at the edge of a phrase."""
_STAYS = frozenset({"hold", "pause", "squeeze", "tense", "tighten", "stretch"})
_EASES = frozenset({"relax", "release", "ease off", "let go"})
_OTHER_FORMS = {"holds": "hold", "holding": "hold", "held": "hold", "lowering": "lower", "stretches": "stretch"}
_OTHER_FORMS |= {"eccentric": "lower", "concentric": "rise"}
_DOSE = _words("twice once daily each both hold rest times second seconds minute minutes week weekly affected")
_FILLS = _words("exercise exercises this routine total continue work up programme")
"""Words that say nothing where they stand alone."""
_TWICE = _(
    "Something else was said before. Give each exercise a line of its own. Is it a number of sets? Write 'sets' too."
)
_LIST_MARK = re.compile(r"^(?:[•*·-]|\d{1,2}[.)]) (?=\S)")
_SHORT_WORDS = _words("top end toe toes leg arm hip mat bed box bar up use slow easy gym")
"""Words of up to three letters that stand alone and are no abbreviation."""
_MOST_A_DAY, _MOST_SETS, _LONGEST_NAME = 6, 50, 40
_LONGEST_REST_S, _LONGEST_CHANGE_S, _LONGEST_MOVE_S = 3_600, 600, 7_200
"""What a routine file takes."""
_FEW = 5
"""Sets, at most, that a sheet names behind the repetitions: 15 x 3."""


@dataclass(slots=True)
class _SheetDose:
    moves: list[tuple[int, Move]] = field(default_factory=list)
    repetitions: Repetitions | None = None
    sets: int | None = None
    rest: int | None = None
    relax: int | None = None
    change: int | None = None
    sides: Sides | None = None
    per_day: PerDay | None = None
    days: tuple[Weekday, ...] | None = None
    bedtime: bool = False
    once: bool = False
    """Whether a time of the day is named, which means once."""


def read_sheet_line(text: str, name: str = "") -> SheetLine | tuple[SheetProblem, ...]:
    """The exercise that a line describes, or all that was not understood of it.

    `name` is what the exercise is called where the line itself does not say so.
    """
    text = _LIST_MARK.sub("", " ".join(text.split()))
    if any(hidden(char) for char in text):
        return (SheetProblem("", _("There is a hidden character in it. Type the line by hand.")),)
    if len(text) > LONGEST_LINE:
        longest = _("It is too long: {n} characters at most. Give each exercise a line of its own.")
        return (SheetProblem("", longest.format(n=LONGEST_LINE)),)
    return _SheetReader(text).read(name)


def _says_something(words: str) -> bool:
    """Whether there is a word in it, and not only abbreviations, which may be a part of the dose: `R`, `prn`, `ea`."""
    return any(len(word) > 3 or word in _SHORT_WORDS or not word.isascii() for word in words.casefold().split())  # noqa: PLR2004 - letters


class _SheetReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._left = plain_text(text)
        self._found = _SheetDose()
        self._taken: list[Taken] = []
        self._problems: list[SheetProblem] = []
        self._both = ""

    def read(self, name: str) -> SheetLine | tuple[SheetProblem, ...]:
        for pattern, hint in patterns.REFUSALS:
            self._each(pattern, partial(self._refuse, hint=hint))
        for pattern, take in self._rules():
            self._each(pattern, take)
        called, more = self._words(name)
        line = None if self._problems else self._line(called, more)
        return tuple(dict.fromkeys(self._problems)) if line is None else line

    def _rules(self) -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], object]]]:
        """The patterns in the order of their search: a later one would misread what an earlier one takes."""
        yield patterns.PER_DAY, self._per_day
        yield patterns.MORNING_AND_EVENING, self._per_day
        yield patterns.AT_BED, self._at_bed
        yield patterns.DAYS_A_WEEK, self._a_week
        yield patterns.EVERY_OTHER_DAY, lambda match: self._on_days(match, A_WEEK[3], said=True)
        yield patterns.WEEKENDS, lambda match: self._on_days(match, tuple(Weekday)[5:])
        yield patterns.WEEKDAYS, lambda match: self._on_days(match, A_WEEK[5])
        yield patterns.DAY_NAMES, lambda match: self._on_days(match, days_in(match[0]))
        yield patterns.EACH_SET, partial(self._set, "sides", Sides.EACH_SET)
        yield patterns.ALTERNATING, partial(self._set, "sides", Sides.ALTERNATING)
        yield patterns.EACH_SIDE, partial(self._set, "sides", Sides.EACH)
        yield patterns.BOTH_SIDES, partial(self._set, "sides", Sides.EACH)
        yield patterns.ON_BOTH, partial(self._set, "sides", Sides.BOTH)
        yield patterns.SORE_SIDE, partial(self._set, "sides", Sides.AFFECTED)
        yield patterns.BOTH_LEGS, self._both_legs
        yield (
            patterns.ONE_SIDE,
            lambda match: self._set("sides", Sides.LEFT if match["left"] or match["abbr"] else Sides.RIGHT, match),
        )
        yield patterns.NO_REST, partial(self._set, "rest", 0)
        yield patterns.REST, self._rest
        yield patterns.TIMES_OF_TIME, lambda match: self._number("sets" if match["sets"] else "repetitions", match)
        yield patterns.MOVE_THEN_TIME, self._move
        yield patterns.TIME_THEN_MOVE, self._move
        yield patterns.LONE_TIME, self._lone_time
        yield patterns.LADDER, self._ladder
        yield patterns.LABELLED_SETS, partial(self._number, "sets")
        yield patterns.LABELLED_REPS, partial(self._number, "repetitions")
        yield patterns.AGAIN, partial(self._number, "sets")
        yield patterns.REPS_BY_SETS, self._sets_and_reps
        yield patterns.SETS_BY_REPS, self._sets_and_reps
        yield patterns.SETS, partial(self._number, "sets")
        yield patterns.REPS, partial(self._number, "repetitions")
        yield patterns.LEADING_NUMBER, partial(self._number, "repetitions")

    # What a pattern does with what it matches.

    def _each(self, pattern: re.Pattern[str], take: Callable[[re.Match[str]], object]) -> None:
        """Let all matches be taken, and blank them out, unless `take` says `False`."""
        at = 0
        while match := pattern.search(self._left, at):
            start = match.start("verb") if pattern is patterns.MOVE_THEN_TIME else match.start()
            end = at = match.end()
            if take(match) is not False:
                at -= 1  # a blank begins the next phrase
                self._left = f"{self._left[:start]}{'|' * (end - start)}{self._left[end:]}"

    def _written(self, match: re.Match[str]) -> str:
        return self._text[match.start() : match.end()].strip(" ,;.")

    def _refuse(self, what: str | re.Match[str], hint: str) -> None:
        self._problems.append(SheetProblem(what if isinstance(what, str) else self._written(what), hint))

    def _set(self, key: str, value: object, match: re.Match[str]) -> None:
        """Keep a value; a second one that says something else is refused."""
        if getattr(self._found, key) not in (None, value):
            self._refuse(match, _TWICE)
            return
        setattr(self._found, key, value)

    def _one_of(
        self, numbers: tuple[int, ...], match: re.Match[str], *, time: bool = False, longer: bool = False
    ) -> int:
        """The number to take of a range: the smaller dose, and the longer rest."""
        number = max(numbers) if longer else min(numbers)
        if numbers[0] > numbers[-1]:
            self._refuse(match, _("A range goes up. Are these two things? Put a comma between them."))
        elif not number:
            self._refuse(match, _("None of it is nothing to do. Write 1 or more."))
        if len(set(numbers)) > 1:
            self._taken.append(Taken(self._written(match), write_duration(number) if time else str(number)))
        return number

    def _number(self, key: str, match: re.Match[str]) -> None:
        groups = match.groupdict()
        numbers = numbers_in(groups["n"] or groups.get("n2") or groups.get("word") or "")
        self._set(key, self._one_of(numbers, match), match)

    def _per_day(self, match: re.Match[str]) -> None:
        if match.re is patterns.MORNING_AND_EVENING:
            self._set("per_day", PerDay(*(3, 3) if "noon" in match[0] else (2, 2)), match)
        elif match["every"]:
            self._found.once = True
        else:
            latin = re.sub("[. ]", "", match["latin"] or "")
            numbers = (patterns.LATIN[latin],) if latin else numbers_in(match["n"] or match["n2"])
            if 1 <= numbers[0] <= numbers[-1] <= _MOST_A_DAY:
                self._set("per_day", PerDay(min(numbers), max(numbers)), match)
                if match["least"]:
                    self._taken.append(Taken(self._written(match), str(min(numbers))))
            else:
                self._refuse(match, _("A day has room for 1 to 6 times."))

    def _at_bed(self, match: re.Match[str]) -> None:
        self._found.once = True
        self._found.bedtime = self._found.bedtime or match["bed"] is not None

    def _a_week(self, match: re.Match[str]) -> None:
        times = self._one_of(numbers_in(match["n"]), match)
        if times not in A_WEEK:
            self._refuse(match, _("A week has seven days: for more, say how often a day."))
            return
        self._on_days(match, A_WEEK[times], said=True)

    def _on_days(self, match: re.Match[str], days: tuple[Weekday, ...], *, said: bool = False) -> None:
        if said and days:
            self._taken.append(Taken(self._written(match), ", ".join(day.value.capitalize() for day in days)))
        self._set("days", days, match)

    def _both_legs(self, match: re.Match[str]) -> None:
        self._both = self._written(match)

    def _rest(self, match: re.Match[str]) -> None:
        between = " ".join(match[name] or "" for name in "abcd")
        key = "relax" if re.search("rep|hold|stretch", between) else "rest"
        key = "change" if re.search("side|leg", between) else key
        seconds = seconds_in(match["time"] or match["time2"] or match["time3"])
        if not seconds or not 1 <= max(seconds) <= (_LONGEST_CHANGE_S if key == "change" else _LONGEST_REST_S):
            self._refuse(match, _("Write the rest as in 'rest 60 s' or 'rest 2 min'."))
            return
        self._set(key, self._one_of(seconds, match, time=True, longer=True), match)

    def _lone_time(self, match: re.Match[str]) -> None:
        if self._found.moves:
            self._refuse(match, _("What is this time for? Write a word beside it, such as 'hold' or 'rest'."))
            return
        self._timed("", match["time"], match)

    def _ladder(self, match: re.Match[str]) -> None:
        self._set("repetitions", tuple(map(int, re.findall(r"\d+", match["ladder"]))), match)
        if match["sets"]:
            self._set("sets", self._one_of(numbers_in(match["sets"]), match), match)

    def _move(self, match: re.Match[str]) -> bool:
        before = self._left[: match.start("verb")]
        if match.re is patterns.MOVE_THEN_TIME and re.search(rf"(?:{patterns.DURATION})[ -]?(?:of |to )?$", before):
            return False  # the time before it is its own
        name = " ".join(match["verb"].split())
        self._timed(_OTHER_FORMS.get(name, name), match["time"], match)
        return True

    def _timed(self, name: str, time: str, match: re.Match[str]) -> None:
        seconds = seconds_in(time)
        if not seconds or not 1 <= min(seconds) <= _LONGEST_MOVE_S:
            self._refuse(match, _("Write a time as in 'hold 30 s' or 'walk 2 min'."))
            return
        if "count" in time:
            self._taken.append(Taken(self._written(match), write_duration(min(seconds))))
        self._found.moves.append((match.start(), Move(name, self._one_of(seconds, match, time=True))))

    def _sets_and_reps(self, match: re.Match[str]) -> None:
        sets, reps = numbers_in(match["sets"]), numbers_in(match["reps"])
        named = re.search(r"set|series|rep|round|time", match[0])
        if self._found.sets and self._found.repetitions:
            self._refuse(match, _TWICE)
            return
        if match.re is patterns.SETS_BY_REPS and not named and min(sets) > _FEW >= max(reps):
            sets, reps = reps, sets
            self._taken.append(Taken(self._written(match), _("{n} sets of {m}").format(n=min(sets), m=min(reps))))
        for key, numbers in (("sets", sets), ("repetitions", reps)):
            self._set(key, self._one_of(numbers, match), match)

    # What is left.

    def _words(self, name: str) -> tuple[str, tuple[str, ...]]:
        chunks = [
            chunk
            for match in re.finditer(r"[^|,;:.()\[\]!?]+", self._left.replace(" - ", " | "))
            if any(map(str.isalnum, chunk := self._trimmed(match)))
            and not _FILLS.issuperset(chunk.casefold().split())
            and self._free(chunk)
        ]
        nth = next((nth for nth, chunk in enumerate(chunks) if patterns.EXERCISE.search(chunk.casefold())), 0)
        if not chunks and name:
            return name, ()
        if not chunks:
            if not self._problems:
                self._refuse("", _("What is the exercise called? Write it, too, such as 'heel drops'."))
            return "", ()
        called = chunks.pop(nth)
        for chunk in chunks:
            self._misspelt(chunk)
        too_long = len(called.split()) > _MOST_WORDS or len(called) > _LONGEST_NAME
        if too_long and name:
            return name, (called, *chunks)
        if too_long:
            self._refuse(called, _("The name is too long: 6 words at most, and a comma before the rest."))
        return called[:1].upper() + called[1:], tuple(chunks)

    def _trimmed(self, match: re.Match[str]) -> str:
        """The words as they were written, without those that only join."""
        words = [word.strip(" -:&/+*~<>='\"") for word in self._text[match.start() : match.end()].split()]
        words = [word for word in words if word]
        while words and words[0].casefold() in _JOINING:
            words.pop(0)
        while words and words[-1].casefold() in _JOINING:
            words.pop()
        return " ".join(words)

    def _free(self, chunk: str) -> bool:
        """Whether words have nothing of a dose in them; those that have are refused."""
        plain = patterns.KEPT.sub(" ", plain_text(chunk))
        if re.search(r"\d$", plain):
            self._refuse(chunk, _("What does this number count? Write it, too, such as '20 times' or '30 s'."))
        elif patterns.DOSE_WORDS.search(plain) or any(map(str.isnumeric, plain)) or not _says_something(chunk):
            self._refuse(chunk, _("These words were not understood. Say it in another way, or leave it out."))
        else:
            return True
        return False

    def _misspelt(self, chunk: str) -> None:
        """Refuse words that look like those of a dose, and are none."""
        for word in chunk.casefold().split():
            meant = closest(word, [one for one in _DOSE if one[0] == word[0]], 0.8)  # `reach` is no `each`
            if len(word) > 3 and word not in _DOSE and meant:  # noqa: PLR2004 - short ones are alike
                self._refuse(chunk, _("Did you mean '{word}'?").format(word=meant))
                return

    # All together.

    def _line(self, name: str, more: tuple[str, ...]) -> SheetLine | None:
        """The exercise; nothing where something is missing."""
        found = self._found
        low = name.casefold()
        # What the move is called whose time has no word of its own.
        still = "hold" if patterns.STILL.search(low) else low
        moves = [replace(move, name=move.name or still) for _at, move in sorted(found.moves, key=itemgetter(0))]
        repetitions, sets, rest = found.repetitions or 1, found.sets or 1, found.rest or 0
        if not moves and found.repetitions is None and found.sets is None:
            self._refuse("", _("How often, or how long? Write it, too, such as '3 x 15' or 'hold 30 s'."))
            return None
        if isinstance(repetitions, tuple) and sets not in (1, len(repetitions)):
            self._refuse(", ".join(map(str, repetitions)), _("Give a number for each set."))
            return None
        counted: list[Move] = []
        if not self._whole(moves, low):
            moves, counted = counted, moves
        if found.relax is not None and moves and repetitions != 1:
            moves.append(Move("relax", found.relax))
        elif found.relax is not None and repetitions == 1:
            rest = found.relax
        elif found.relax is not None:
            self._refuse(
                _("rest"), _("A rest after each time needs the time of a move, too, such as 'up 2 s, down 3 s'.")
            )
            return None
        if rest and sets == 1 and not isinstance(repetitions, tuple):
            if moves and 1 < repetitions <= _MOST_SETS:
                sets, repetitions = repetitions, 1
            else:
                self._refuse(_("rest"), _("A rest comes between sets. Say how many sets, such as '3 x 10'."))
                return None
        return SheetLine(
            name=name,
            moves=tuple(moves),
            repetitions=repetitions,
            sets=len(repetitions) if isinstance(repetitions, tuple) else sets,
            counted=tuple(counted),
            rest=rest,
            change=found.change,
            sides=self._sides(" ".join((name, *more)).casefold()),
            per_day=found.per_day or (PerDay(1, 1) if found.once or found.days is not None else None),
            days=found.days or (),
            bedtime=found.bedtime,
            more=more,
            taken=tuple(self._taken),
        )

    def _whole(self, moves: list[Move], name: str) -> bool:
        """Whether the times make up a whole repetition: if a way up or down has none, no clock can lead it."""
        names = {move.name for move in moves}
        if len(names - _STAYS - _EASES) > 1 or any(not move.name for _at, move in self._found.moves):
            return True
        still = patterns.STILL.search(name) or any(move.seconds >= _STILL_S for move in moves)
        eases = names & _EASES or self._found.relax is not None
        return bool(names <= _STAYS | _EASES and (still or eases))

    def _sides(self, name: str) -> Sides:
        """Which side: what is not said plainly is said back."""
        sides = self._found.sides
        if sides is None and self._both:
            together = patterns.MOVING.search(name) is not None
            sides = Sides.BOTH if together else Sides.EACH
            self._taken.append(Taken(self._both, _("both at once") if together else _("one after the other")))
        elif sides is None and (one := patterns.ONE_LEG.search(name)):
            sides = Sides.EACH
            self._taken.append(Taken(one[0], _("each leg, one after the other")))
        elif sides is None and patterns.TWO_LEGS.search(name):
            sides = Sides.BOTH
        return sides or Sides.NONE
