"""It has moved to `uncramp.plain.keys`."""

from uncramp.plain.keys import useless

__all__ = ["useless"]
