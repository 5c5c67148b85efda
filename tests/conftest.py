"""What all tests share: no test touches the real home, and time passes only when a test says so."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for everything that is the person's own."""
    home = tmp_path / "uncramp-home"
    home.mkdir()
    monkeypatch.setenv("UNCRAMP_HOME", str(home))
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    return home
