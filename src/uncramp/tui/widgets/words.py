"""Words on a screen that may hold anything: they are shown as text, and drawn anew only when they change."""

from textual.content import Content
from textual.widgets import Static


class Words(Static):
    """Text without markup. Empty words take no room."""

    DEFAULT_CSS = """
    Words { height: auto; }
    Words.-empty { display: none; }
    """

    def __init__(self, words: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Show `words`."""
        super().__init__(Content(words), markup=False, id=id, classes=classes)
        self._words = words
        self.set_class(not words, "-empty", update=False)

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words

    def show(self, words: str) -> None:
        """Show other words, if they are other ones."""
        if words != self._words:
            old, self._words = self._words, words
            same_room = len(old) == len(words) and "\n" not in old + words
            self.update(Content(words), layout=not same_room)  # laying out is the dear part of a tick
            self.set_class(not words, "-empty", update=self.is_attached)

    def show_styled(self, content: Content) -> None:
        """Show other words that have styles of their own."""
        if content != self.content:
            self._words = content.plain
            self.update(content)
            self.set_class(not content.plain, "-empty", update=self.is_attached)
