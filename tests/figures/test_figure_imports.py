"""Drawing needs the domain and nothing else, so that the plain mode, the command line and the screen can all draw."""

import subprocess
import sys
from pathlib import Path

import uncramp

DRAWING = Path(uncramp.__file__).parent / "drawing"


def test_drawing_knows_the_domain_only() -> None:
    modules = [f"uncramp.drawing.{path.stem}" for path in DRAWING.glob("*.py") if path.stem != "__init__"]
    script = f"import {', '.join(modules)}, sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = set(done.stdout.splitlines())
    assert set(modules) <= found
    assert {name.split(".")[1] for name in found if name.startswith("uncramp.")} == {"domain", "drawing"}
    assert not found & {"textual", "rich", "yaml", "numpy", "PIL"}
