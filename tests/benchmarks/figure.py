"""What a figure costs: reading it, the first picture, and each frame. Reports, and judges nothing.

    python tests/benchmarks/figure.py [NAME …]

Each number is the least of many runs, in milliseconds, so that whatever else the machine does counts little. A second of
motion takes five frames, and those of a round or of a move that comes again are kept: a frame is drawn once.
"""

import sys
from pathlib import Path
from time import perf_counter

from uncramp.figures.figure_file import figure_entry
from uncramp.figures.motion import FRAME, FigureMotion
from uncramp.figures.picture import Look, Picture
from uncramp.paths import shipped_routines

SIZES = ((30, 12), (60, 24), (80, 30))
RUNS = 300


def least(times: list[float]) -> float:
    """The least of some times, in milliseconds."""
    return 1_000 * min(times)


def measure(path: Path) -> None:
    """Print what one figure costs."""
    begun = perf_counter()
    figure = figure_entry(path).figure
    read = perf_counter() - begun
    if figure is None or not figure.drawn:
        return
    print(f"{figure.name}: read {1_000 * read:.1f} ms")
    motion = FigureMotion.resting(figure).then(next(iter(figure.moves)), 2_000, 0)
    for columns, rows in SIZES:
        begun = perf_counter()
        picture = Picture(Look(figure), columns, rows)
        first = picture.draw(motion.at(0))
        ready = perf_counter() - begun
        times, redrawn, before = [], 0, first
        for nth in range(RUNS):
            begun = perf_counter()
            now = picture.draw(motion.at(nth * (FRAME + 1) % 2_000))  # never the same moment: that would be kept
            times.append(perf_counter() - begun)
            redrawn += sum(one != other for one, other in zip(before, now, strict=True))
            before = now
        shown = f"first {1_000 * ready:.2f}, a frame {least(times):.2f} ms, {redrawn / RUNS:.1f} rows changed"
        print(f"  {columns}×{rows}: {shown}")


if __name__ == "__main__":
    folder = shipped_routines() / "figures"
    names = sys.argv[1:] or ["seated-toe-pull", "heel-raise", "hand-fist"]
    for name in names:
        measure(folder / f"{name}.yaml")
