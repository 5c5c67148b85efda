"""It has moved to `uncramp.tui.keys`."""

from uncramp.tui.keys import KeyRepeat

__all__ = ["KeyRepeat"]
