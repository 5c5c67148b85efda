"""The frame of every screen: its size, the top bar with title and note, and the key bar at the bottom."""

from collections.abc import Callable, Iterator

from rich.cells import cell_len
from textual.app import App
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from uncramp.domain.own_keys import OwnKeys, shown
from uncramp.i18n import _
from uncramp.terminal.layout import HIGHEST, SIDES, WIDEST, frame_room
from uncramp.tui.theme import Ink, theme_glyph
from uncramp.tui.widgets.choices import Clickable, Label, keyed, taken
from uncramp.tui.widgets.row_widget import Row, RowWidget, one_line, side_by_side

_GAP, _NARROW_GAP = 3, 2
_BETWEEN = " · "
_SAID_S = 4
"""Seconds for which something is said in place of the keys."""
_ALWAYS = ("signs", "keys", "read_on", "close")
"""The commands that no other pushes out, beside what Esc does: the warning signs, all keys, that there is more, the way back."""
_HELP = ("signs", "keys")
"""The commands that have the last row of a tiny terminal to themselves, in words; what else is shown stands above it."""
_NARROW = 50
"""Columns of a bar below which the warning signs and the list of keys have one word each."""


class ScreenFrame(Vertical):
    """All of a small terminal, the middle of a huge one.

    A tiny one has both bars on a page without chips; else none, but for a while what is said, over the last line.
    """

    DEFAULT_CSS = f"""
    ScreenFrame {{
        width: 100%; height: 100%; max-width: {WIDEST}; max-height: {HIGHEST}; padding: 0 {SIDES // 2};
        layers: default above;
    }}
    ScreenFrame.-tiny, ScreenFrame.-tiny Menu > .option-list--option {{ padding: 0; }}
    ScreenFrame.-tiny TopBar, ScreenFrame.-tiny KeyBar, ScreenFrame.-tiny #note {{ display: none; }}
    ScreenFrame.-tiny KeyBar.-says {{
        display: block; layer: above; dock: bottom; height: auto; background: $background; text-style: bold;
    }}
    ScreenFrame.-tiny KeyBar.-alone {{ display: block; layer: default; dock: none; height: auto; }}
    ScreenFrame.-tiny TopBar.-alone {{ display: block; }}
    """

    def on_mount(self) -> None:
        """Fit the first picture already, before the first laying out."""
        self.set_class(frame_room(*self.app.size).tiny, "-tiny")

    on_resize = on_mount


class TopBar(RowWidget):
    """At the left where one is, in fewer words or shortened if need be; at the right a note, and the glyph of the theme."""

    DEFAULT_CSS = "TopBar { height: 1; width: 1fr; }"

    def __init__(self, title: str, short: str = "") -> None:
        super().__init__()
        self._note = self._notice = ""
        self._titles = tuple(filter(None, (title, short)))

    def show(self, where: str | tuple[str, ...], note: str = "", notice: str = "", *, short: str = "") -> None:
        """Show where one is, from the whole to the part, and a note; a notice, as long as there is one, behind it.

        Where not all has room, the part goes, or the whole, or a title to its `short` form; and all before the notice.
        """
        parts = [one_line(part) for part in ((where,) if isinstance(where, str) else where)]
        self._titles = tuple(filter(None, (_BETWEEN.join(parts), *parts, one_line(short))))
        self._note, self._notice = one_line(note), one_line(notice)
        self.repaint()

    def paint(self, width: int) -> Iterator[Row]:
        glyph, words, titles = theme_glyph(self.app.theme), self._notice, self._titles or ("",)
        notes = "  ".join(filter(None, (self._note, glyph)))
        if not words:
            forms = [(title, beside) for beside in (notes, glyph, "") for title in titles]
            room = ((one, cell_len(one[0]) + cell_len(one[1]) + bool(one[1])) for one in forms)
            title, beside = next((one for one, taken_ in room if taken_ <= width), (titles[-1], glyph))
            yield side_by_side((title, Ink.TITLE), ((beside, Ink.STRONG),), width)
            return
        notes = notes if cell_len(words) + 1 + cell_len(notes) <= width else glyph
        free = width - cell_len(notes) - 1 - cell_len(words)
        title = next((f"{form}{_BETWEEN}" for form in titles if cell_len(form) + len(_BETWEEN) <= free), "")
        yield (title, Ink.TITLE), *side_by_side((words, Ink.DIGITS), ((notes, Ink.STRONG),), width - cell_len(title))


class KeyBar(Clickable):
    """The screen's keys that can be used now, in the order of their declaration; the list of keys has those that don't fit."""

    DEFAULT_CSS = """
    KeyBar { height: 1; color: $quiet; }
    KeyBar.-empty { display: block; }
    """

    def __init__(self, leave_out: frozenset[str], own: Callable[[], OwnKeys], hint: Callable[[str], str]) -> None:
        """Show all but the commands of `leave_out`, which stand elsewhere.

        `own` gives the person's own keys, and `hint` what a command does just now, "" for what it always does.
        """
        super().__init__()
        self._leave_out, self._own, self._hint = leave_out, own, hint
        self.only_helps = False
        """Whether a tiny terminal has room for nothing but the row of what helps."""
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
        width = self.size.width or self.app.size.width  # it may have had no place until now
        if self._said:
            return self._what_is_said(width)
        rows, whole = self._rows(width, hinted=True)
        # A key that has no room with what it does just now has it with what it does always.
        return self.placed_in_rows(rows if whole else self._rows(width, hinted=False)[0])

    def _rows(self, width: int, *, hinted: bool) -> tuple[list[tuple[list[Label], int]], bool]:
        """The labels of each row and the columns between them, and whether the most important one is there.

        In a tiny terminal the page's own keys are in one row, and under it what helps, in words: no row says `!` alone.
        On the page of the signs that row is away, since what they say needs it more: a `?` stands beside its other keys.
        """
        labels = {id_: one for id_, one in self._labels(hinted=hinted).items() if id_ not in self._leave_out}
        forms, gaps = [labels], (_GAP, _NARROW_GAP)
        if frame_room(*self.app.size).tiny:
            helping = {id_: _short(labels.pop(id_)) for id_ in _HELP if id_ in labels}
            if "signs" not in helping:
                labels, helping = labels | {id_: _bare(one) for id_, one in helping.items()}, {}
            forms, gaps = [{} if self.only_helps else labels, helping], (_NARROW_GAP, 1)
        elif width < _NARROW and taken(list(labels.values()), _NARROW_GAP) > width:
            labels |= {id_: _short(labels[id_]) for id_ in _HELP if id_ in labels}
            gaps = (_NARROW_GAP, _NARROW_GAP)
        rows = [_roomiest(form, gaps, width) for form in forms if form]
        return rows, rows[0][0][:1] == list(next(filter(None, forms)).values())[:1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Two rows in a tiny terminal, whichever keys a page has just now; what is said takes what it needs."""
        if not frame_room(*self.app.size).tiny or self.only_helps:
            return 1
        if self._said:
            return self._what_is_said(width).plain.count("\n") + 1
        return 2 if "signs" in self._labels() else 1

    def _what_is_said(self, width: int) -> Content:
        """The first words that fit, and beside them the warning signs, which nothing ever hides."""
        signs, tiny = self._labels().get("signs"), frame_room(*self.app.size).tiny
        named, bare = ([[signs], [_short(signs)]], [[_bare(signs)]]) if signs else ([[]], [[]])
        said = [Label(Content(words), "app.keys") for words in self._said]
        # Fewer words are better than a sign without one, and in a tiny terminal a second row is.
        pairs = [
            [words, *beside] for some in ((named,) if tiny else (named, bare)) for words in said for beside in some
        ]
        for pair in pairs:
            if sum(label.words.cell_length for label in pair) + _NARROW_GAP <= width:
                return self.placed(pair, _NARROW_GAP)
        if not tiny:
            return self.placed([*bare[0], said[-1]], _NARROW_GAP)
        lines = [Label(line, "app.keys") for line in said[-1].words.wrap(width)]
        return self.placed([*lines, *named[-1]], _NARROW_GAP, width)

    def _labels(self, *, hinted: bool = True) -> dict[str, Label]:
        """A label for each command that can be used now, by its id; what Enter does comes first.

        Each has the words for what it does just now, where it is to be `hinted`, or else those for what it does always.
        """
        labels, enter, own = dict[str, Label](), dict[str, Label](), self._own()
        typing = isinstance(self.screen.focused, Input)
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.id and binding.id not in labels | enter and binding.show and active.enabled:
                place = "app" if isinstance(active.node, App) else "screen"
                named = binding.key_display or binding.key
                # Where one types, a character that is no key there has another one.
                if typing and binding.key.startswith("f") and binding.key[1:].isdigit():
                    named = binding.key.upper()
                words = (hinted and self._hint(binding.id)) or binding.description
                label = keyed(shown(own, named, binding.id), words, f"{place}.{binding.action}")
                (enter if named == _("Enter") else labels)[binding.id] = label
        return enter | labels


def _roomiest(labels: dict[str, Label], gaps: tuple[int, ...], width: int) -> tuple[list[Label], int]:
    """As many labels as fit, closer together if more of them do.

    Where the first one does not, the way back, whose key is the same everywhere, makes way with its words, and that there
    is more with all of it: the bar that scrolls says so, too.
    """
    bare = {id_: _bare(label) if _is_of_esc(label) else label for id_, label in labels.items()}
    first, found = next(iter(labels), ""), []
    dropped = {"read_on"} - {first}
    without = [{id_: one for id_, one in form.items() if id_ not in dropped} for form in (labels, bare)]
    for form in (labels, bare, *without):
        shown = [(list(_fitting(form, width, gap)), gap) for gap in gaps]
        most = max(shown, key=lambda one: (taken(*one) <= width, len(one[0])))
        found.append(most)
        if most[0][:1] == list(form.values())[:1] and taken(*most) <= width:
            return most
    return next((one for one in found if taken(*one) <= width), found[-1])


def _short(label: Label) -> Label:
    key, *words = label.words.plain.split()
    return Label(Content.assemble((key, "bold $accent"), " ", words[-1]) if words else label.words, label.action)


def _is_of_esc(label: Label) -> bool:
    return label.words.plain.startswith(_("Esc"))


def _bare(label: Label) -> Label:
    return Label(Content.styled(label.words.plain.split()[0], "bold $accent"), label.action)


def _fitting(labels: dict[str, Label], width: int, gap: int) -> Iterator[Label]:
    """As many labels as fit, in their order; room for the warning signs and the list of all keys is kept."""
    kept = {id_: label for id_, label in labels.items() if id_ in _ALWAYS or _is_of_esc(label)}
    left = width - taken(list(kept.values()), gap)
    for id_, label in labels.items():
        if id_ not in kept:
            left -= label.words.cell_length + gap
        if id_ in kept or left >= 0:
            yield label
