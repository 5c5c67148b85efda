"""Two pictures side by side, numbered, for whoever sees no motion: where a move begins, and where it leads."""

from dataclasses import dataclass
from functools import cached_property

from uncramp.figures.forms import Form, Row, arrow_head, arrow_shaft
from uncramp.figures.motion import FigureMotion, MotionFrame
from uncramp.figures.picture import Look, Picture
from uncramp.figures.shapes import Box, Shaft, Tone, bounds
from uncramp.figures.stance import Stance

LEAST = (15, 12)
"""The least columns and rows of one panel. With less there is one picture, of where the move leads."""
GAP = 2
_ROUND = 0.04
"""How much is seen of a wall or a bed beside the person, in the figure's own measure: all else of it is cut off."""
_LABEL, _BLANK = (Tone.HELD, None), (None, None)


@dataclass(frozen=True)
class PanelLook(Look):
    """A look at some frames of a figure, as large as the person in them allows."""

    frames: tuple[MotionFrame, ...] = ()

    @cached_property
    def _stances(self) -> tuple[Stance, ...]:
        return tuple(frame.stance for frame in self.frames)

    @cached_property
    def bounds(self) -> Box:
        """What is round the person, what moves and what is held; of a straight arrow its head, for its shaft may be cut short."""
        layers = [layer for frame in self.frames for layer in self.foreground(frame)]
        every = ((layer, shape) for layer in layers for shape in layer.shapes)
        straight = 2  # one shaft, and its head
        shapes = (shape for layer, shape in every if not (len(layer.shapes) == straight and isinstance(shape, Shaft)))
        left, bottom, right, top = bounds(shapes)
        behind = [shape for layer in self.background for shape in layer.shapes]
        return left - _ROUND, bounds(behind)[1] if behind else bottom, right + _ROUND, top


def panel_rows(
    look: Look, columns: int, rows: int, form: Form, motion: FigureMotion, *, brief: bool = False
) -> tuple[Row, ...]:
    """A move in a room of so many cells: two panels, or one picture where there is nothing to tell apart, or no room.

    Of a brief move they are said to go to and fro: the next one leads back.
    """
    frames, wide = motion.stills(), (columns - GAP) // 2
    if len(frames) == 1 or wide < LEAST[0] or rows <= LEAST[1]:
        return Picture(look, columns, rows, form).draw(frames[-1])
    both = PanelLook(look.figure, look.side, look.pregnant, frames)
    picture = Picture(both, wide, rows - 1, form)
    between, rest = (" " * GAP, _BLANK), (" " * (columns - GAP - 2 * wide), _BLANK)
    drawn = zip(*map(picture.draw, frames), strict=True)
    body = (((*left, between, *right, rest) if rest[0] else (*left, between, *right)) for left, right in drawn)
    return (*body, _numbers(columns, wide, form, to_and_fro=brief or motion.action.cycle))


def _numbers(columns: int, wide: int, form: Form, *, to_and_fro: bool) -> Row:
    """The line below two panels: from 1 to 2, and back again where the move goes on and on."""
    first, last = wide // 2, wide + GAP + wide // 2
    shaft = list(arrow_shaft(level=True, form=form) * (last - first - 3))
    shaft[-1] = arrow_head(1, 0, form)
    if to_and_fro:
        shaft[0] = arrow_head(-1, 0, form)
    line = f"1 {''.join(shaft)} 2"
    return (" " * first, _BLANK), (line, _LABEL), (" " * (columns - first - len(line)), _BLANK)
