"""The two themes. Every pair of colours that carries words has a contrast of at least 7:1; a test holds it."""

from textual.theme import Theme


def _theme(
    name: str,
    *,
    ground: str,
    panel: str,
    words: str,
    quiet: str,
    accent: str,
    alert: str,
    track: str,
    scenery: str,
) -> Theme:
    return Theme(
        name=name,
        primary=accent,
        accent=accent,
        warning=alert,
        error=alert,
        foreground=words,
        background=ground,
        surface=ground,
        panel=panel,
        dark=True,
        variables={
            "quiet": quiet,
            "alert": alert,
            "track": track,
            "scenery": scenery,
            "on-accent": ground,
        },
    )


DAY = _theme(
    "uncramp-day",
    ground="#10161a",
    panel="#1a242a",
    words="#f2f5f3",
    quiet="#b4c2c4",
    accent="#7fdcc0",
    alert="#ffb38a",
    track="#37474f",
    scenery="#7d8f93",
)

NIGHT = _theme(
    "uncramp-night",
    ground="#000000",
    panel="#140202",
    words="#ff8674",
    quiet="#ff6c58",
    accent="#ff7a66",
    alert="#ffa08c",
    track="#5a140e",
    scenery="#a8443a",
)

THEMES = (DAY, NIGHT)


def theme_glyph(name: str) -> str:
    """A moon by night, a sun by day."""
    return "☾" if name == NIGHT.name else "☀"
