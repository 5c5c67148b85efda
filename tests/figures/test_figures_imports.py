"""Figures need no toolkit, so that the plain mode, the command line and the screen can all draw."""

import subprocess
import sys
from pathlib import Path

import uncramp

DRAWING = Path(uncramp.__file__).parent / "figures"


def test_figures_need_no_toolkit() -> None:
    modules = [f"uncramp.figures.{path.stem}" for path in DRAWING.glob("*.py") if path.stem != "__init__"]
    script = f"import {', '.join(modules)}, sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = set(done.stdout.splitlines())
    assert set(modules) <= found
    assert not found & {"textual", "rich", "numpy", "PIL"}
