"""uncramp: a guided first-aid and exercise timer for leg cramps."""

__version__ = "0.1.0"
