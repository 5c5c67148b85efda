"""The frame of every screen: its size, the top bar with title and note, and the key bar at the bottom."""

from collections.abc import Callable, Iterator

from rich.cells import cell_len
from textual.app import App
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer

from uncramp.domain.own_keys import OwnKeys, shown
from uncramp.terminal.layout import HIGHEST, SIDES, WIDEST, frame_room
from uncramp.tui.theme import Ink, theme_glyph
from uncramp.tui.widgets.choices import Clickable, Label, keyed, taken
from uncramp.tui.widgets.row_widget import Row, RowWidget, one_line, side_by_side

_GAP, _NARROW_GAP = 3, 2
_BETWEEN = " · "
_SAID_S = 4
"""Seconds for which something is said in place of the keys."""
_ALWAYS = ("signs", "keys", "read_on", "back", "close", "leave_about", "topics", "leave_search", "answer_again",
           "dismiss(False)", "drop_answer")  # fmt: skip
"""The commands that no other pushes out: the warning signs, the list of all keys, that there is more below, and the way back."""
_BACK = ("back", "close", "leave_about", "dismiss(False)")
"""The commands of those that lead back by `Esc`, which needs no words."""
_NARROW = 50
"""Columns of a bar below which the warning signs and the list of keys have one word each, or none."""


class ScreenFrame(Vertical):
    """All of a small terminal, the middle of a huge one.

    A tiny one has no bars, but for the keys of a page without chips, and for a while what is said, over the last line.
    """

    DEFAULT_CSS = f"""
    ScreenFrame {{
        width: 100%; height: 100%; max-width: {WIDEST}; max-height: {HIGHEST}; padding: 0 {SIDES // 2};
        layers: default above;
    }}
    ScreenFrame.-tiny {{ padding: 0; }}
    ScreenFrame.-tiny TopBar, ScreenFrame.-tiny KeyBar {{ display: none; }}
    ScreenFrame.-tiny KeyBar.-says {{
        display: block; layer: above; dock: bottom; height: auto; background: $background; text-style: bold;
    }}
    ScreenFrame.-tiny KeyBar.-alone {{ display: block; layer: default; dock: none; }}
    """

    def on_mount(self) -> None:
        """Fit the first picture already, before the first laying out."""
        self.set_class(frame_room(*self.app.size).tiny, "-tiny")

    def on_resize(self) -> None:
        self.on_mount()


class TopBar(RowWidget):
    """At the left where one is, shortened if need be; at the right a note, and the glyph of the theme."""

    DEFAULT_CSS = "TopBar { height: 1; width: 1fr; }"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._where: tuple[str, ...] = (title,)
        self._note = self._notice = ""

    def show(self, where: str | tuple[str, ...], note: str = "", notice: str = "") -> None:
        """Show where one is, from the whole to the part, and a note; a notice, as long as there is one, behind it.

        Where not all has room, the whole goes before the part, and the part before the notice.
        """
        self._where = (where,) if isinstance(where, str) else where
        self._note, self._notice = note, notice
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        glyph = theme_glyph(self.app.theme)
        notes = "  ".join(filter(None, (one_line(self._note), glyph)))
        words = one_line(self._notice)
        notes = notes if cell_len(words) + 1 + cell_len(notes) <= width else glyph
        forms = [_BETWEEN.join(map(one_line, self._where[nth:])) for nth in range(len(self._where))]
        if not words:
            free = width - cell_len(notes) - 1
            title = next((form for form in forms if cell_len(form) <= free), forms[-1])
            yield side_by_side((title, Ink.TITLE), ((notes, Ink.STRONG),), width)
            return
        free = width - cell_len(notes) - 1 - cell_len(words)
        title = next((f"{form}{_BETWEEN}" for form in forms if cell_len(form) + len(_BETWEEN) <= free), "")
        yield (title, Ink.TITLE), *side_by_side((words, Ink.DIGITS), ((notes, Ink.STRONG),), width - cell_len(title))


class KeyBar(Clickable):
    """The screen's keys that can be used now, in the order of their declaration; the list of keys has those that don't fit."""

    DEFAULT_CSS = """
    KeyBar { height: 1; color: $quiet; }
    KeyBar.-empty { display: block; }
    """

    def __init__(self, leave_out: frozenset[str] = frozenset(), own: Callable[[], OwnKeys] = tuple) -> None:
        """Show all but the commands of `leave_out`, which stand elsewhere; `own` gives the person's own keys."""
        super().__init__()
        self._leave_out, self._own = leave_out, own
        self._said: tuple[str, ...] = ()
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()

    def say(self, *words: str) -> None:
        """Say something for a while, in the first words that fit beside the `!`; with none, show the keys again."""
        if self._timer is not None:
            self._timer.stop()
        self._said, self._timer = words, self.set_timer(_SAID_S, self.say) if words else None
        self.set_class(bool(words), "-says")
        self.refresh()

    def render(self) -> Content:
        if self._said:
            return self._what_is_said(self.size.width or self.app.size.width)  # it may have had no place until now
        labels = {id_: label for id_, label in _labels(self.screen, self._own()).items() if id_ not in self._leave_out}
        width = self.size.width
        forms = [(labels, _GAP), (labels, _NARROW_GAP)]
        if width < _NARROW:
            short = labels | {id_: _short(labels[id_]) for id_ in ("signs", "keys") if id_ in labels}
            forms.append((short, _NARROW_GAP))
            if taken([short[id_] for id_ in _ALWAYS if id_ in short], _NARROW_GAP) > width:
                bare = {id_: _bare(short[id_]) for id_ in ("signs", "keys") if id_ in short}
                # The way back says so unless what Enter does would have no room.
                back = {id_: _bare(short[id_]) for id_ in _BACK if id_ in short}
                forms = [(labels | bare, _NARROW_GAP), (labels | bare, 1), (labels | bare | back, 1)]
        shown = [(list(_fitting(dict(form), width, gap)), gap) for form, gap in forms]
        # Closer together, or with fewer words, there may be room for one more.
        most, gap = max(shown, key=lambda one: (taken(*one) <= width, len(one[0])))
        return self.placed(most, gap)

    def _what_is_said(self, width: int) -> Content:
        """The first words that fit, and beside them the warning signs, which nothing ever hides."""
        signs = _labels(self.screen, self._own()).get("signs")
        forms = [signs, _short(signs), _bare(signs)] if signs else []
        besides = [[form] for form in forms] or [[]]
        # Fewer words are better than a sign without one.
        pairs = (
            [Label(Content(words), "app.keys"), *beside]
            for some in (besides[:2], besides[2:])
            for words in self._said
            for beside in some
        )
        alone = [Label(Content(self._said[-1]), "app.keys")]
        fitting = (one for one in pairs if sum(label.words.cell_length for label in one) + _NARROW_GAP <= width)
        if one_row := next(fitting, None):
            return self.placed(one_row, _NARROW_GAP)
        if not frame_room(*self.app.size).tiny:
            return self.placed([*forms[-1:], *alone], _NARROW_GAP)
        lines = [Label(line, "app.keys") for line in Content(self._said[-1]).wrap(width)]
        return self.placed([*lines, *forms[1:2]], _NARROW_GAP, width)


def _labels(screen: Screen[object], own: OwnKeys) -> dict[str, Label]:
    """A label for each command that can be used now, by its id."""
    labels: dict[str, Label] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.id not in labels and binding.show and active.enabled:
            place = "app" if isinstance(active.node, App) else "screen"
            named = binding.key_display or binding.key
            key = shown(own, named, binding.id)
            labels[binding.id] = keyed(key, binding.description, f"{place}.{binding.action}")
    return labels


def _short(label: Label) -> Label:
    """The key with the last of its words: `! signs`."""
    key, *words = label.words.plain.split()
    return Label(Content.assemble((key, "bold $accent"), " ", words[-1]) if words else label.words, label.action)


def _bare(label: Label) -> Label:
    """The key alone."""
    return Label(Content.styled(label.words.plain.split()[0], "bold $accent"), label.action)


def _fitting(labels: dict[str, Label], width: int, gap: int) -> Iterator[Label]:
    """As many labels as fit, in their order; room for the warning signs and the list of all keys is kept."""
    left = width - sum(label.words.cell_length + gap for id_, label in labels.items() if id_ in _ALWAYS) + gap
    for id_, label in labels.items():
        if id_ in _ALWAYS:
            yield label
            continue
        left -= label.words.cell_length + gap
        if left >= 0:
            yield label
