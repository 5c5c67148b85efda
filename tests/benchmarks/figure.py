"""What a figure costs: reading it, the first picture, and each frame. Reports, and judges nothing.

    python tests/benchmarks/figure.py [NAME …]

Each number is the processor's time in milliseconds, so that whatever else the machine does counts little; of frames it
is the median, and the least. A second of
motion takes five frames, and those of a round or of a move that comes again are kept: a frame is drawn once.
"""

import sys
from pathlib import Path
from statistics import median
from time import thread_time

from uncramp.figures.figure_file import figure_entry
from uncramp.figures.motion import FRAME, FigureMotion
from uncramp.figures.picture import Look, Picture
from uncramp.paths import shipped_routines

SIZES = ((36, 14, "≤ 3"), (56, 24, "≤ 7"), (80, 30, ""))
"""Columns, rows, and the goal for a frame in milliseconds."""
RUNS = 300


def shown_times(times: list[float]) -> str:
    """The median and the least of some times, in milliseconds."""
    return f"{1_000 * median(times):.2f} ms ({1_000 * min(times):.2f})"


def measure(path: Path) -> None:
    """Print what one figure costs."""
    begun = thread_time()
    figure = figure_entry(path).figure
    read = thread_time() - begun
    if figure is None or not figure.drawn:
        return
    print(f"{figure.name}: read {1_000 * read:.1f} ms")
    motion = FigureMotion.resting(figure).then(next(iter(figure.moves)), 9_000, 0)
    span = motion.arrival or 2_000  # while something moves
    for columns, rows, goal in SIZES:
        begun = thread_time()
        picture = Picture(Look(figure), columns, rows)
        first = picture.draw(motion.at(0))
        ready = thread_time() - begun
        times, redrawn, before = [], 0, first
        for nth in range(1, RUNS):
            begun = thread_time()
            now = picture.draw(motion.at(nth * (FRAME + 1) % span))  # never the same moment: that would be kept
            times.append(thread_time() - begun)
            redrawn += sum(one != other for one, other in zip(before, now, strict=True))
            before = now
        aimed = f" of {goal}" if goal else ""
        shown = (
            f"first {1_000 * ready:.2f}, a frame {shown_times(times)}{aimed}, {redrawn / len(times):.1f} rows changed"
        )
        print(f"  {columns}×{rows}: {shown}")


if __name__ == "__main__":
    folder = shipped_routines() / "figures"
    names = sys.argv[1:] or ["seated-toe-pull", "wall-lean", "heel-raise", "hand-fist"]
    for name in names:
        measure(folder / f"{name}.yaml")
