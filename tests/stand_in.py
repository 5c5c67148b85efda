"""Programs that stand in for those of the system, and whether a process still runs."""

import subprocess
from pathlib import Path


def put(folder: Path, name: str, script: str) -> Path:
    """Put a shell script into a folder, to be run by its name; where it is."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def runs(pid: int) -> bool:
    """Whether a process runs: one that is over may still stand in the table, until it is reaped."""
    done = subprocess.run(["/bin/ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return done.stdout[:1] not in ("", "Z")
