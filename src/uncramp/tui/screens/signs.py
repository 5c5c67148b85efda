"""The warning signs: one key away from everywhere. What the moment calls for stands above them, in the biggest letters."""

from dataclasses import replace

from textual.app import ComposeResult

from uncramp.guidance.actions import Alarm, card_of
from uncramp.guidance.afterwards import pregnancy_counts
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.terminal.layout import Room, frame_room, stage_room
from uncramp.terminal.letters import HEIGHT, headline, large
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.choices import Chips
from uncramp.tui.widgets.plain_text import BigText, BulletLine, PlainText
from uncramp.words.signs import Reason, SignGroup, no_diagnosis, signs_from

LEAVE = Command("leave", "enter,q", "q", _("leave"), _("Leave first aid. What to do stays on the terminal."))
WRONG_KEY = Command("take_back", "u", "", _("wrong key"), _("Take back the answer that led here."))
ANSWER_AGAIN = Command("answer_again", "escape,backspace", "Esc", _("back"), _("Go back to the question."))
CLOSE = replace(keys.CLOSE, shown="q")
"""Enter stands as a chip."""
HERE = replace(keys.SIGNS, words=_("signs"), help=_("Go to the first of the warning signs."))

_ONE_ROW, _TWO_ROWS = 14, 20
"""Lines of the page from which the call has one row of block letters, or two."""
_BESIDE = 4
"""Lines of the page beside the block letters: what it may be, the chips, and what is empty."""


class SignsScreen(Page):
    """All warning signs, under what the moment calls for. `True` takes back the answer that led here."""

    BINDINGS = keys.bind(LEAVE, WRONG_KEY, ANSWER_AGAIN, CLOSE, HERE)
    DEFAULT_CSS = """
    SignsScreen #means { color: $foreground; text-style: bold; }
    SignsScreen #warning, SignsScreen #call, SignsScreen #people { color: $alert; }
    SignsScreen.-large #means, SignsScreen.-large #call { margin-bottom: 1; }
    SignsScreen #whom { color: $foreground; text-style: bold; }
    SignsScreen .group { margin-top: 1; text-style: bold; }
    SignsScreen .group.first { margin-top: 0; }
    SignsScreen .now { background: $alert; color: $on-accent; text-style: none; width: auto; max-width: 100%; padding: 0 1; }
    SignsScreen .now:nocolor { text-style: reverse; padding: 0; }
    SignsScreen .today { color: $alert; }
    SignsScreen .pregnant { color: $alert; }
    SignsScreen .visit { color: $quiet; }
    SignsScreen Chips { margin-top: 1; }
    SignsScreen.-low #text { padding-top: 0; }
    SignsScreen.-low Chips { margin-top: 0; }
    """

    def __init__(self, context: Context, alarm: Alarm) -> None:
        super().__init__(_("Warning signs"), context)
        self._alarm = alarm
        self._card = card_of(alarm, context.profile, context.emergency_number)
        # Held, not looked up: a key may close the page before it is drawn.
        self._means, self._whom = PlainText(id="means"), PlainText(id="whom")
        self._warning, self._call, self._people = BigText(id="warning"), BigText(id="call"), BigText(id="people")
        self._chips = Chips()

    def body(self) -> ComposeResult:
        """All that can be read; below it, always in sight, what Enter does."""
        yield from super().body()
        yield self._chips

    @property
    def answers(self) -> bool:
        """An answer that led here is taken back: it would end the session."""
        return self._alarm.reason is Reason.ANSWER

    def text(self) -> ComposeResult:
        """What to do now, and the signs."""
        yield from (self._means, self._warning, self._call, self._people, self._whom)
        first = "" if self._card else " first"
        pregnant = pregnancy_counts(self.context.profile, self.context.local_time().date())
        for group in signs_from(self._alarm.first, self.context.emergency_number, pregnant=pregnant):
            glyph, kind = _looks(group)
            # Only one thing is to be done: under a call of its own a list of signs is no order.
            kind = "today" if self._card and group.at_once else kind
            yield PlainText(f"{glyph}{group.heading_for}", classes=f"group {kind}{first}")
            first = ""
            for sign in group.signs:
                yield BulletLine(sign)
        yield PlainText(no_diagnosis(), classes="heading")

    def on_mount(self) -> None:
        super().on_mount()
        if self._card and self._card.told and self._card.told not in self.context.last_words:
            self.context.last_words.append(self._card.told)
        self._fit()

    def on_resize(self) -> None:
        super().on_resize()
        # Not within the laying out: that would forget that it has to be done again.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Say the call in block letters where there is room: with what not to do and whom to call, if those fit, too."""
        card, room = self._card, stage_room(*self.app.size)
        tiny = frame_room(*self.app.size).tiny
        self._chips.offer(self._labels(tiny=tiny), short=tiny)
        self.update_classes({"-low": room.small, "-large": room.large})
        if card is None:
            return
        # What to do stays in sight while one reads on.
        self.top.show(_("{title} · {now}").format(title=_("Warning signs"), now=card.whole_call))
        warning, call, lines = self._in_rows(room)
        for words in (self._warning, self._call, self._people):
            words.expect(room.columns - 1)
        before = card.means if card.warning in f"{warning}{call}" else card.before
        # Where there is hardly any room, what to do comes first.
        self._means.show("" if tiny else before)
        self._warning.say(warning, lines, room.letters or (1,))
        self._call.say(call, lines, room.letters or (1,))
        people, whole = self._in_letters(room, warning, call) if lines else ("", False)
        self._people.say(people, room.lines)
        whom = "" if whole else card.whom
        self._whom.show(f"{whom}\n{before}" if tiny else whom)

    def _in_letters(self, room: Room, *above: str) -> tuple[str, bool]:
        """Whom to call, as many as have room in block letters under others; whether these are all."""
        people = self._card.people if self._card else ()
        text = Room(room.columns - 1, room.lines)
        left = room.lines - _BESIDE - sum(len(headline(words, text, 2)) for words in above)
        for many in range(len(people), 0, -1):
            words, whole = "\n".join(people[:many]), many == len(people)
            # Under those who are not all there stands the sentence that names all.
            if large(words, text.columns, left - (not whole) - (2 if room.large else 0)):
                return words, whole
        return "", False

    def _in_rows(self, room: Room) -> tuple[str, str, int]:
        """What not to do and what to do, and the lines of block letters that each may take: in one row, two, or none."""
        card = self._card
        if card is None:
            return "", "", 0

        def fits(words: str) -> bool:
            return bool(large(words, room.columns - 1, HEIGHT))

        if room.lines < _ONE_ROW:
            return "", card.whole_call, 0
        if fits(card.whole_call) and not (room.large and card.warning):
            return "", card.whole_call, HEIGHT
        if room.lines >= _TWO_ROWS and fits(card.warning) and fits(card.call):
            return card.warning, card.call, HEIGHT
        return "", card.call, HEIGHT if room.lines < _TWO_ROWS else 2 * HEIGHT

    def _labels(self, *, tiny: bool) -> list[tuple[str, str, str]]:
        """What Enter does here, and how to take the answer back."""
        undo = _("undo") if tiny else _("wrong key")
        enter, take_back = _("Enter"), ("u", undo, "screen.take_back")
        match self._alarm.reason:
            case Reason.ANSWER:
                return [(enter, _("leave"), "screen.leave"), take_back]
            case Reason.TICKED:
                return [(enter, _("go back"), "screen.close"), take_back]
            case Reason.WORSE:
                words = _("go on") if tiny else _("none is true: go on")
                return [(enter, words, "screen.close")]
            case Reason.URGENT:
                return [(enter, _("go on"), "screen.close")]
            case _:
                return [(enter, _("back"), "screen.close")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After an answer Enter leaves, and back is the question."""
        answered = self._alarm.reason is Reason.ANSWER
        can = {
            LEAVE.id: answered,
            ANSWER_AGAIN.id: answered,
            keys.CLOSE.id: not answered,
            WRONG_KEY.id: answered or self._alarm.reason is Reason.TICKED,
        }
        return can.get(action, True) and super().check_action(action, parameters)

    def action_signs(self) -> None:
        """They are here already: under what the moment calls for, if that stands above them."""
        for text, first in zip(self.query("#text"), self.query(".group"), strict=False):
            text.scroll_to_widget(first, top=True, animate=False)

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_take_back(self) -> None:
        """The answer was a wrong key: nothing of it is left on the terminal either."""
        if self._card and self._card.told in self.context.last_words:
            self.context.last_words.remove(self._card.told)
        self.dismiss(True)

    action_answer_again = action_take_back


def _looks(group: SignGroup) -> tuple[str, str]:
    """How a group is told apart from the others, with and without colours: a glyph, and a class."""
    if group.at_once:
        return "", "now"
    if group.of_pregnancy:
        return "◆ ", "pregnant"
    return ("▲ ", "today") if group.urgent else ("", "visit")
