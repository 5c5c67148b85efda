"""How the program says things: times, sides, moves, and what happened."""

from uncramp.domain import events as ev
from uncramp.domain.adapt import Change, ChangeKind
from uncramp.domain.duration import clock_face
from uncramp.domain.plan import Answer, Interval, IntervalKind, Plan
from uncramp.domain.routine import Part, PerDay, Purpose, Side, Source, Status, Tag
from uncramp.i18n import _, plural

_MINUTE = 60


def spoken_time(seconds: int) -> str:
    """A length of time in words: `10 seconds`, `2 minutes`, `2 minutes 35 seconds`."""
    minutes, rest = divmod(seconds, _MINUTE)
    in_minutes = plural("{n} minute", "{n} minutes", minutes)
    in_seconds = plural("{n} second", "{n} seconds", rest)
    if minutes and rest:
        return _("{minutes} {seconds}").format(minutes=in_minutes, seconds=in_seconds)
    return in_minutes if minutes else in_seconds


def short_time(seconds: int) -> str:
    """A length of time in figures: `10 s`, `2 min`, `2:35`."""
    minutes, rest = divmod(seconds, _MINUTE)
    if minutes and rest:
        return clock_face(seconds)
    return _("{n} min").format(n=minutes) if minutes else _("{n} s").format(n=seconds)


def about_how_long(plan: Plan) -> str:
    """How long a plan takes, for a list: to the nearest half minute, short ones in seconds."""
    if not plan.intervals:
        return _("not for you")
    if plan.open_ended or any(branch.open_ended for branch in plan.branches):
        return _("until it stops")
    seconds = plan.needed_seconds
    if seconds < _MINUTE:
        return _("{n} s").format(n=seconds)
    minutes, half = divmod(round(seconds * 2 / _MINUTE), 2)
    return _("{n}½ min").format(n=minutes) if half else _("{n} min").format(n=minutes)


def how_often(per_day: PerDay) -> str:
    times = f"{per_day.least}" if per_day.least == per_day.most else f"{per_day.least}-{per_day.most}"
    return _("{times}× a day").format(times=times)


def side_name(side: Side | None, part: Part) -> str:
    """A side of the body in words: `Left leg`. Nothing where sides don't matter."""
    limb = {Part.HAND: Part.HAND, Part.FOOT: Part.FOOT}.get(part, Part.LEG)
    names = {
        (Side.LEFT, Part.LEG): _("Left leg"),
        (Side.RIGHT, Part.LEG): _("Right leg"),
        (Side.BOTH, Part.LEG): _("Both legs"),
        (Side.AFFECTED, Part.LEG): _("Your cramped leg"),
        (Side.LEFT, Part.FOOT): _("Left foot"),
        (Side.RIGHT, Part.FOOT): _("Right foot"),
        (Side.BOTH, Part.FOOT): _("Both feet"),
        (Side.AFFECTED, Part.FOOT): _("Your cramped foot"),
        (Side.LEFT, Part.HAND): _("Left hand"),
        (Side.RIGHT, Part.HAND): _("Right hand"),
        (Side.BOTH, Part.HAND): _("Both hands"),
        (Side.AFFECTED, Part.HAND): _("Your cramped hand"),
    }
    return names[side, limb] if side else ""


def move_name(interval: Interval, move: str) -> str:
    """A move's name as it is shown: the routine's own word, or the program's for its own intervals."""
    names = {
        IntervalKind.GET_READY: _("get ready"),
        IntervalKind.REST: _("rest"),
        IntervalKind.CHANGE: _("switch sides"),
    }
    return names.get(interval.kind, move)


def purpose_name(purpose: Purpose) -> str:
    return {
        Purpose.FIRST_AID: _("First aid"),
        Purpose.DAILY: _("By day"),
        Purpose.BEDTIME: _("At bedtime"),
        Purpose.BREAK: _("Breaks"),
        Purpose.REST: _("Rest"),
        Purpose.BATH: _("Baths"),
    }[purpose]


def tag_name(tag: Tag) -> str:
    return {
        Tag.CLOT_RISK: _("clot risk"),
        Tag.RECENT_INJURY: _("new injury"),
        Tag.POOR_CIRCULATION: _("poor circulation"),
        Tag.VARICOSE_VEINS: _("varicose veins"),
        Tag.DIABETES: _("diabetes"),
        Tag.REDUCED_SENSATION: _("numbness"),
        Tag.BALANCE_PROBLEM: _("poor balance"),
        Tag.LATE_PREGNANCY: _("late pregnancy"),
        Tag.FROM_WEEK_16: _("pregnant, week 16 or later"),
        Tag.PREGNANT: _("pregnant"),
        Tag.FLAT_FEET: _("flat feet"),
    }[tag]


def status_name(status: Status) -> str:
    return {
        Status.READ: _("We read it at the publisher."),
        Status.COPY: _("We read it in a copy."),
        Status.CHOICE: _("No source: our own choice."),
        Status.ARTICLE: _("Only an article says so."),
    }[status]


def source_words(source: Source) -> str:
    """A source: who says what, and how far that was verified."""
    return f"{source.name} ({source.publisher}). {source.says} {status_name(source.status)}"


def counts_of(interval: Interval) -> list[str]:
    """Which round, set and repetition of its step an interval is, where there is more than one."""
    counts = []
    step = interval.step
    if interval.round and step.rounds and step.rounds.times > 1:
        counts.append(_("round {n} of {many}").format(n=interval.round, many=step.rounds.times))
    if interval.set and len(step.in_sets) > 1:
        counts.append(_("set {n} of {many}").format(n=interval.set, many=len(step.in_sets)))
    if interval.repetition and interval.repetitions > 1:
        counts.append(_("{n} of {many}").format(n=interval.repetition, many=interval.repetitions))
    return counts


def pace_words(times: int) -> str:
    """How often, at one's own pace; without a number that it is one's own."""
    return plural("{n} time", "{n} times", times) if times > 1 else _("at your own pace")


def swap_words(old_title: str, why: str) -> str:
    """Why another routine is played, and in the place of which; the reason first, for what is cut at its end."""
    return _("{why} (Instead of {title}.)").format(title=old_title, why=why).strip()


def change_sentence(change: Change) -> str:
    """What an adaptation did, with its reason."""
    whole = {
        ChangeKind.SKIPPED: _("Skipped “{name}”. {why}"),
        ChangeKind.REPLACED: _("Changed: {name}. {why}"),
        ChangeKind.CAUTION: _("Take care: {name}. {why} {caution}"),
    }[change.kind]
    return whole.format(name=change.name, why=change.why, caution=change.caution).strip()


def goes_on_by_itself() -> str:
    return _("It goes on by itself. Optional steps are left out.")


def act_name(act: ev.Act) -> str:
    """What a person did, in the words of its key where it has some."""
    return {
        ev.Act.NEXT: _("done, next"),
        ev.Act.BACK: _("back"),
        ev.Act.RELIEF: _("it's stopped"),
        ev.Act.RETURN: _("it's back"),
        ev.Act.ANSWER: _("your answer"),
        ev.Act.OFFER: _("another way"),
        ev.Act.SIDE: _("the side"),
        ev.Act.MORE: _("more time"),
        ev.Act.STOP: _("stop"),
    }[act]


def happened(event: ev.Event, plan: Plan) -> str:
    """What happened, in a short sentence for the screen; nothing where the screen shows it anyway."""
    said = ""
    match event:
        case ev.Halfway():
            said = _("Halfway.")
        case ev.Relief(cramp_ms=cramp_ms):
            said = _("Good. The cramp lasted {time}.").format(time=spoken_time(cramp_ms // 1000))
        case ev.CameBack():
            said = _("The same cramp: its clock goes on.")
        case ev.StepLeftOut(name=name, answer=answer, optional=False):
            left_out = _("Skipped “{name}”. No answer.") if answer is Answer.NONE else _("Skipped “{name}”.")
            said = left_out.format(name=name)
        case ev.MoreTime(seconds=seconds):
            said = _("{time} more.").format(time=spoken_time(seconds))
        case ev.SideChanged(side=side):
            name = side_name(side or plan.side, plan.part).lower()
            said = _("Now the {side}.").format(side=name) if name else _("The sides are switched.")
        case ev.Undone(act=act):
            said = _("Taken back: {act}.").format(act=act_name(act))
        case ev.Switched(routine=name) if ":" not in name:  # another branch of the same routine is no news
            said = _("Now: {title}.").format(title=plan.title)
        case ev.WentAway(gap_ms=gap_ms):
            said = _("You were away for {time}. You are where you were.").format(time=rough_time(gap_ms))
    return said


def rough_time(ms: int) -> str:
    """A length of time as one would say it: seconds, minutes or hours, whole ones."""
    minutes = ms // 1000 // _MINUTE
    if minutes >= _MINUTE:
        return plural("{n} hour", "{n} hours", minutes // _MINUTE)
    return spoken_time(minutes * _MINUTE or ms // 1000)
