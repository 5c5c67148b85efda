"""The answers that one key gives, each to be clicked, in as many lines as they take."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from uncramp.tui.widgets.clickable import Clickable, Label

_GAP = 3
_LINES = 4


class PickLines(Vertical):
    """Keys with their answers."""

    DEFAULT_CSS = """
    PickLines { height: auto; }
    PickLines Clickable { width: 1fr; color: $foreground; }
    PickLines Clickable.-empty { display: none; }
    """

    def compose(self) -> ComposeResult:
        """As many lines as there can be."""
        for _nth in range(_LINES):
            yield Clickable()

    def show(self, answers: list[tuple[str, str, str]], columns: int) -> None:
        """Show answers: the key as it is shown, its word, and the action that a click runs."""
        lines: list[list[Label]] = [[]]
        left = columns
        for key, word, action in answers:
            said = f" {word}" if word != key else ""
            label = Label(Content.assemble((key, "bold $accent"), said), action)
            if lines[-1] and left < label.words.cell_length:
                lines.append([])
                left = columns
            lines[-1].append(label)
            left -= label.words.cell_length + _GAP
        for nth, row in enumerate(self.query(Clickable)):
            labels = lines[nth] if nth < len(lines) else []
            row.set_class(not labels, "-empty")
            row.lay_out(labels, gap=_GAP)
