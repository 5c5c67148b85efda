"""Figures for the tests: small ones, written as a person would."""

from functools import cache

from textual.widget import Widget

from uncramp.figures.figure import Figure
from uncramp.figures.figure_file import figure_entry, read_figure
from uncramp.files.problems import Problems
from uncramp.paths import shipped_routines

SITTING = """\
title: Toe pull
shows: A person pulls.
skeleton: body
works: calf
scenery:
  - {what: floor}
  - {what: stool, at: [0.12, 0.25]}
  - {what: ball, at: [0.9, 0.05], name: ball}
poses:
  rest:
    pin: {hip: [0.12, 0.33]}
    lean: 10
    near_ankle: -20
    reach: {near_heel: [0.53, 0.02], far_heel: [0.3, 0], near_hand: near_thigh 0.8, far_hand: near_thigh 0.9}
    far_sole: 0
  pulled:
    like: rest
    lean: 44
    back: 30
    near_ankle: 20
    reach: {near_hand: near_toes, far_hand: near_toes}
    things: {ball: [0.8, 0.05]}
  open:
    like: pulled
    reach: {near_hand: free}
    near_shoulder: 40
moves:
  pull: pulled
  ease: rest
  slowly pull: {to: pulled, over: 5s}
  pump: {cycle: [pulled, rest], every: 1s}
  wave: {cycle: [pulled, open, rest], every: 1.5s}
"""

HAND = """\
title: Fist
shows: A hand.
skeleton: hand
works: hand
poses:
  open: {pin: {near_wrist: [0, 0]}, near_fingers: 0}
  closed: {like: open, near_knuckles: 90, near_fingers: 100, near_tips: 60}
moves: {fist: closed, open: open}
"""

FOOT = """\
title: Toes
shows: A foot.
skeleton: foot
works: arch
poses:
  flat: {pin: {heel: [0, 0]}, sole: 0}
  up: {like: flat, toes: 40}
moves: {up: up, down: flat}
"""

FRONT = """\
title: Shake
shows: A person.
skeleton: front
poses:
  still: {pin: {hip: [0, 0.53]}}
  out: {like: still, near_shoulder: 30, far_shoulder: 30, near_wrist: -30}
moves: {shake: {cycle: [out, still], every: 0.4s}}
"""

CLOSE_UP = SITTING.replace("works:", "view: [near_knee, near_toes]\nworks:")

LYING = """\
title: Heel to the buttock
shows: A person on the side.
skeleton: lying
works: front-thigh
poses:
  rest: {pin: {hip: [0, 0.35]}, lean: 90}
  bent: {like: rest, near_knee: 140, near_ankle: -50, reach: {near_hand: near_ball}}
moves: {heel up: bent, ease off: rest}
"""

SOLE = """\
title: Rub
shows: A sole and a hand.
skeleton: sole
works: arch
poses:
  toes: {pin: {heel: [0, 0], hand_fingertips: arch 0.9}, hand_arm: 200}
  heel: {like: toes, pin: {hand_fingertips: arch 0.1}}
moves: {rub: {cycle: [heel, toes], every: 3s}}
"""

ALL = {
    "body": SITTING,
    "hand": HAND,
    "foot": FOOT,
    "sole": SOLE,
    "front": FRONT,
    "lying": LYING,
    "close-up": CLOSE_UP,
}


def read(text: str, name: str = "sample") -> tuple[Figure | None, list[str]]:
    """The figure of a text, and all that is wrong with it."""
    problems = Problems()
    figure = read_figure(text.encode(), name=name, path="f.yaml", problems=problems)
    return figure, [str(problem).removeprefix("f.yaml:") for problem in problems]


def painted(view: Widget) -> int:
    """How many cells of a figure in a session have anything in them: a full one is a space on another ground."""
    segments = [segment for y in range(view.size.height) for segment in view.render_line(y)]
    ground = segments[0].style.bgcolor if segments and segments[0].style else None
    blank = [one.text.count(" ") if one.style and one.style.bgcolor == ground else 0 for one in segments]
    return sum(len(one.text) - spaces for one, spaces in zip(segments, blank, strict=True))


def quarters(words: str) -> int:
    """How many characters are quarters of a cell, which only figures are drawn with."""
    return sum(char in "▖▗▘▙▚▛▜▝▞▟▌▐" for char in words)


def good(text: str) -> Figure:
    """The figure of a text that nothing is wrong with."""
    figure, problems = read(text)
    assert figure is not None, problems
    return figure


@cache
def shipped_figures() -> dict[str, Figure]:
    """The figures that are shipped, by name; each is read once for all tests."""
    paths = sorted((shipped_routines() / "figures").glob("*.yaml"))
    return {path.stem: figure for path in paths if (figure := figure_entry(path).figure) is not None}
