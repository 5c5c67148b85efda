"""What the clock of a session shows, and the words beside it."""

from rich.cells import cell_len

from uncramp.guidance.view import Scene, capital, clock_of
from uncramp.i18n import _
from uncramp.terminal.layout import Room
from uncramp.tui.widgets.time_panel import Time
from uncramp.words.session import pace_words, spoken_time


def time_of(scene: Scene, room: Room, scale: int | None, *, beside: str) -> Time:
    """The time in digits of a scale, or without one in words; `beside` is the headline that stands nowhere else."""
    face, unit, spoken = _counted(scene)
    if room.tiny:
        mark = "×" if scene.times else " s" if unit else ""
        return Time(beside=((f"{face}{mark} {beside}".strip(),),))
    if scale is None:
        parts = filter(None, (spoken, beside, scene.counted))
        return Time(beside=((_fitting(" · ".join(parts), room.columns - 1),),))
    last = (scene.counted, scene.counted.partition(" · ")[0]) if room.small else (scene.next, scene.next_short)
    return Time(face, scale, ((unit,), (beside,), last) if unit else ((beside,), ("",), last))


def counted_face(scene: Scene) -> str:
    """What digits would show; nothing where nothing is counted."""
    return _counted(scene)[0]


def _counted(scene: Scene) -> tuple[str, str, str]:
    """What the digits show, the word beside them, and both in words: the time left, or at one's own pace how often."""
    if scene.times is not None:
        words = pace_words(scene.times)
        if scene.times == 1:
            return "", capital(words), capital(words)
        return str(scene.times), words.partition(" ")[2], words
    face = clock_of(scene.seconds)
    return (face, "", face) if ":" in face else (face, _("seconds"), spoken_time(scene.seconds))


def _fitting(words: str, columns: int) -> str:
    """As many of the parts as fit, from the first on."""
    while cell_len(words) > columns and " · " in words:
        words = words.rpartition(" · ")[0]
    return words
