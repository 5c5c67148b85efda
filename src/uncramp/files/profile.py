"""The profile file: its keys, and reading it."""

from uncramp.domain.profile import Figures, Motion, Profile, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.disk import LARGEST
from uncramp.files.document import read_document
from uncramp.files.fields import Count, Duration, OneOf, one_of
from uncramp.files.location import File, Place
from uncramp.files.names import Names
from uncramp.files.nodes import Scalar
from uncramp.files.personal import Day, PhoneNumber, Tags
from uncramp.files.problems import Problems
from uncramp.files.records import Key, Record, Values
from uncramp.files.rules import Excludes, Needs

PROFILE = Record(
    "a profile",
    (
        Key("tags", Tags(), "What is true of you."),
        Key("due_date", Day(), "The day the baby is due."),
        Key("week", Count(1, 42), "The week of pregnancy on the day in 'week_on'."),
        Key("week_on", Day(), "The day on which it was that week."),
        Key(
            "usual_side",
            OneOf({side.value: side for side in (Side.LEFT, Side.RIGHT)}),
            "The side that usually cramps.",
        ),
        Key("emergency_number", PhoneNumber(), "Whom to call in an emergency."),
        Key("doctor_number", PhoneNumber(), "Your doctor's phone number."),
        Key("midwife_number", PhoneNumber(), "Your midwife's phone number."),
        Key("get_ready", Duration(0, 60), "Time to get ready before a step by day."),
        Key("theme", one_of(Theme), "The colours."),
        Key("sound", OneOf({"on": True, "off": False}), "Whether there is sound."),
        Key("motion", one_of(Motion), "How much may move on the screen."),
        Key("figures", one_of(Figures), "What figures are drawn with."),
    ),
    (
        Excludes("due_date", "week", "they may contradict each other; keep the due date if you know it"),
        Needs(
            "week", "week_on", "the day on which it was that week, so that it can move on with the calendar"
        ),
        Needs("week_on", "week", "the week that it was on that day"),
    ),
    elsewhere={tag.value: f"'{tag.value}' is a tag: write tags: [{tag.value}]" for tag in Tag},
)


def read_profile(data: bytes, *, path: str, problems: Problems) -> Profile | None:
    """Read a profile file.

    Args:
        data: the file's bytes, whatever they are.
        path: how messages call the file.
        problems: takes in everything that is wrong, in one pass.

    Returns:
        What the person wrote, or `None` if anything is wrong with it. Nothing is raised for any bytes.
    """
    before = problems.count
    values = read_values(data, path, problems)
    return Profile(**values) if problems.count == before else None


def read_value(key: str, text: str) -> tuple[object | None, str]:
    """Read what somebody typed for one key, as if it stood in the file: the value, or what is wrong with it."""
    problems = Problems()
    field = next(one.field for one in PROFILE.keys if one.name == key)
    value = field.read(Scalar(text, plain=True, line=1, column=1), Place(File("", "", Names(), problems)))
    return value, "".join(problem.message for problem in problems)


def read_values(data: bytes, path: str, problems: Problems) -> Values:
    """What can be read of a profile file, by key."""
    if _only_comments(data):
        return {}
    node = read_document(data, path, problems)
    place = Place(File(path, "", Names(), problems))
    return PROFILE.read(node, place) if node is not None else {}


def _only_comments(data: bytes) -> bool:
    """Whether somebody meant to say nothing. A file with nothing in it at all may have lost what it held."""
    try:
        lines = [line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").decode().splitlines()]
    except UnicodeDecodeError:
        return False
    return len(data) <= LARGEST and any(lines) and all(line.startswith("#") for line in lines if line)
