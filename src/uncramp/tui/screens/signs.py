"""The warning signs: one key away from everywhere. What the moment calls for stands above them, in the biggest letters."""

from dataclasses import replace

from textual.app import ComposeResult

from uncramp.domain.profile import Profile
from uncramp.files.text import visible
from uncramp.guidance.actions import Alarm, card_of
from uncramp.guidance.afterwards import signs_for
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.terminal.layout import Room, frame_room, stage_room
from uncramp.terminal.letters import HEIGHT, headline, large
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.choices import Chips
from uncramp.tui.widgets.plain_text import BigText, BulletLine, PlainText, cut_behind_whole, wrapped_whole
from uncramp.tui.widgets.stage_layout import line_count
from uncramp.words.call_card import CallCard
from uncramp.words.signs import Reason, SignGroup, emergency_beside, no_diagnosis

LEAVE = Command("leave", "enter,q", "", _("leave"), _("Leave first aid. What to do stays on the terminal."))
WRONG_KEY = Command("take_back", "u", "", _("take back my answer"), _("Take back the answer that led here."))
ANSWER_AGAIN = Command("answer_again", "escape,backspace", "", _("back"), _("Go back to the question."))
HERE = replace(keys.SIGNS, shown="", help=_("Go to the first of the warning signs."))
"""Not in the bar: it would lead to where one is."""

_ONE_ROW, _TWO_ROWS = 14, 20
"""Lines of the page from which the call has one row of block letters, or two."""
_KEYS = 2
"""Lines of the keys in a tiny room."""
_BESIDE = 4
"""Lines of the page beside the block letters: what it may be, the chips, and what is empty."""


class SignsScreen(Page):
    """All warning signs, under what the moment calls for. `True` takes back the answer that led here."""

    PLACE = _("In the warning signs")
    BINDINGS = keys.bind(LEAVE, WRONG_KEY, ANSWER_AGAIN, keys.CLOSE, HERE)
    DEFAULT_CSS = """
    SignsScreen #means, SignsScreen #whom { color: $foreground; text-style: bold; }
    SignsScreen #warning, SignsScreen #call, SignsScreen #people, SignsScreen #emergency { color: $alert; text-style: bold; }
    SignsScreen #call, SignsScreen.-large #means { margin-bottom: 1; }
    SignsScreen .group { margin-top: 1; text-style: bold; }
    SignsScreen .group.first { margin-top: 0; }
    SignsScreen .now { background: $alert; color: $on-accent; text-style: none; width: auto; max-width: 100%; padding: 0 1; }
    SignsScreen .now:nocolor { text-style: reverse; padding: 0; }
    SignsScreen .today, SignsScreen .pregnant { color: $alert; }
    SignsScreen .visit { color: $quiet; }
    SignsScreen ScrolledText > .remark { padding: 0 1 0 2; text-style: italic; }
    SignsScreen Chips { margin-top: 1; }
    SignsScreen.-low #call { margin-bottom: 0; }
    SignsScreen.-low #text { padding: 0; }
    SignsScreen.-tiny #text { scrollbar-size-vertical: 0; }
    SignsScreen.-low Chips, SignsScreen.-tiny .group { margin-top: 0; }
    """

    def __init__(self, context: Context, alarm: Alarm) -> None:
        # Who only looks needs no chips: the one way out stands in the key bar.
        self.HAS_CHIPS = alarm.reason is not Reason.LOOK
        self.ON_CHIPS = frozenset({keys.CLOSE.id, LEAVE.id} if self.HAS_CHIPS else ())
        super().__init__(_("Warning signs"), context)
        self._alarm = alarm
        if alarm.reason is Reason.URGENT:
            self.came_by_itself(context.clock())
        self._numbers = _known_numbers(context.profile)
        self._card = card_of(alarm, context.profile, context.emergency_number)
        # Held, not looked up: a key may close the page before it is drawn.
        self._means, self._whom = PlainText(id="means"), PlainText(id="whom")
        self._emergency = PlainText(id="emergency")
        self._warning, self._call, self._people = BigText(id="warning"), BigText(id="call"), BigText(id="people")
        self._headings = list[tuple[PlainText, str]]()
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
        yield from (self._means, self._warning, self._call, self._people, self._whom, self._emergency)
        for group in signs_for(self.context, self._alarm.first):
            glyph, kind = _looks(group)
            # Only one thing is to be done: under a call of its own a list of signs is no order.
            kind = "today" if self._card and group.at_once else kind
            heading = PlainText(classes=f"group {kind}{'' if self._card or self._headings else ' first'}")
            self._headings.append((heading, f"{glyph}{self._heading(group)}"))
            yield heading
            for sign in group.lines:
                yield BulletLine(sign.words) if sign.key else PlainText(sign.words, classes="item remark")
        yield PlainText(no_diagnosis(), classes="heading")

    def _heading(self, group: SignGroup) -> str:
        """What a group calls for; under a call of its own without what that has said already."""
        called = self._card and self._card.people
        if called and group.at_once and self._alarm.reason is not Reason.URGENT:
            return _("The emergency number is for these, too:")
        if called and group.urgent and not group.at_once and not group.of_pregnancy:
            return _("Call today for any of these, too:")
        return group.heading_for

    def on_mount(self) -> None:
        self.watch(self._text, "virtual_size", self._when_laid_out, init=False)
        if self._card and self._card.told and self._card.told not in self.context.last_words:
            self.context.last_words.append(self._card.told)
        self._fit()

    def on_resize(self) -> None:
        # Not within the laying out: that would forget that it has to be done again.
        self.call_after_refresh(self._fit)
        self._when_laid_out()

    def _when_laid_out(self) -> None:
        self.call_after_refresh(self._end_whole)

    def _end_whole(self) -> None:
        """Let what is in sight at first end behind a whole sign or sentence, and not behind a heading."""
        text, whom = self._text, self._whom.virtual_region
        lines = text.region.height - text.styles.padding.top
        shown = [one for one in text.children if one.display and not one.has_class("group")]
        # Of those to call each stands on a line of its own.
        each = [lines] if self._whom.display and whom.y < lines < whom.bottom else []
        cut = cut_behind_whole([one.virtual_region.bottom for one in shown] + each, lines)
        if text.styles.padding.bottom != cut:
            text.styles.padding = (text.styles.padding.top, 0, cut, 0)

    def _fit(self) -> None:
        """Say the call in block letters where there is room: with what not to do and whom to call, if those fit, too."""
        card, room = self._card, stage_room(*self.app.size)
        tiny, columns, scales = room.tiny, self._columns(room), room.letters or (1,)
        if self.HAS_CHIPS:
            more = "screen.read_on" if frame_room(*self.app.size).tiny else ""  # else the key bar has it
            self._chips.offer(*self._labels(tiny=tiny, small=room.small), more=more)
        self.update_classes({"-tiny": tiny, "-low": room.small, "-large": room.large})
        for widget, heading in self._headings:
            widget.show(self._whole(heading, columns - 2))
        if card is None:
            return
        # What to do stays in sight while one reads on.
        self.top.show((_("Warning signs"), card.whole_call))
        warning, call, lines = self._in_rows(card, room)
        for words in (self._warning, self._call, self._people):
            words.expect(columns)
        before = card.means if card.warning in f"{warning}{call}" else card.before
        if tiny and self._alarm.reason is Reason.WORSE:
            # The heading right below says when to call.
            widget, heading = self._headings[0]
            before = call = ""
            widget.show(self._whole(f"{card.call} {heading}", columns))
        elif tiny:
            # Where there is hardly any room, each line is full; whom to call is in sight before what it may be.
            whole, first = f"{before} {call}".strip(), "".join(card.people[:1])
            shown = line_count(whole, room.columns) + line_count(self._whole(first, room.columns), room.columns)
            before, call = "", whole if shown <= room.lines - _KEYS else card.whole_call
        self._means.show(before)
        self._warning.say(warning, lines, scales)
        self._call.say(call, lines, scales)
        below = self._lines_below(room, warning, call)
        many = self._in_letters(card.people, columns, below) if lines else 0
        alone = self._number_alone(card.people, columns, below) if lines and not many else ""
        self._people.say("\n".join(card.people[:many]) or alone, room.lines)
        whom = self._whom_in_words(card, many, room)
        # A number that stands there alone is not said twice: below it is whose it is.
        self._whom.show(whom.replace(alone, "", 1).replace(" \n", "\n") if alone else whom)
        # Ten minutes alone are no emergency: the list below is of what can wait for the day.
        beside = card.people and self._alarm.reason is not Reason.URGENT
        self._emergency.show(emergency_beside(self.context.emergency_number) if beside else "")

    def _columns(self, room: Room) -> int:
        """The columns of the text, beside the bar that scrolls it."""
        return room.columns - (0 if room.tiny else 2)

    def _lines_below(self, room: Room, *above: str) -> int:
        """The lines that are left for whom to call, under words in block letters."""
        text = Room(self._columns(room), room.lines)
        taken = sum(len(headline(words, text, 2)) for words in above) + _BESIDE
        return room.lines - taken - (2 * room.large + 1 + (self._alarm.reason is not Reason.URGENT))

    def _in_letters(self, people: tuple[str, ...], columns: int, lines: int) -> int:
        """How many of those to call have room in block letters, each whole in one row, and the others in words below."""
        for many in range(len(people), 0 if self._numbers else len(people) - 1, -1):
            in_one_row = all(large(words, columns, HEIGHT) for words in people[:many])
            if in_one_row and HEIGHT * many + len(people) - many <= lines:
                return many
        return 0

    def _number_alone(self, people: tuple[str, ...], columns: int, lines: int) -> str:
        """The first number, where it has room in block letters and its owner has none: who it is follows in words."""
        number = next(iter(numbers_of(self.context.profile, *people[:1])), "")
        return number if HEIGHT + len(people) <= lines and large(number, columns, HEIGHT) else ""

    def _whom_in_words(self, card: CallCard, many: int, room: Room) -> str:
        """Whom to call, beside the first so many, who stand there in block letters."""
        if many == len(card.people) > 0 or (room.tiny and self._alarm.reason is Reason.WORSE):
            return ""
        if not card.people or not (self._numbers or room.tiny):
            return card.whom
        return "\n".join(self._whole(words, self._columns(room)) for words in card.people[many:])

    def _whole(self, words: str, columns: int) -> str:
        return wrapped_whole(words, columns, self._numbers)

    def _in_rows(self, card: CallCard, room: Room) -> tuple[str, str, int]:
        """What not to do and what to do, and the lines of block letters that each may take: in one row, two, or none."""

        def fits(words: str) -> bool:
            return bool(large(words, self._columns(room), HEIGHT))

        if room.lines < _ONE_ROW:
            return "", card.whole_call, 0
        if fits(card.whole_call) and not (room.large and card.warning):
            return "", card.whole_call, HEIGHT
        if room.lines >= _TWO_ROWS and fits(card.warning) and fits(card.call):
            return card.warning, card.call, HEIGHT
        return "", card.call, HEIGHT if room.lines < _TWO_ROWS else 2 * HEIGHT

    def _labels(self, *, tiny: bool, small: bool) -> list[tuple[str, str, str]]:
        """What Enter does here, and how to take the answer back."""
        back = _("back") if tiny else _("take it back") if small else _("take back my answer")
        take_back = ("u", back, "screen.take_back")
        match self._alarm.reason:
            case Reason.ANSWER:
                return [(_("Enter"), _("leave"), "screen.leave"), take_back]
            case Reason.TICKED:
                return [(_("Enter"), _("back") if tiny else _("go back"), "screen.close"), take_back]
            case Reason.WORSE:
                return [(_("Enter"), _("none is true") if tiny else _("none is true: go on"), "screen.close")]
            case _:
                return [(_("Enter"), _("go on"), "screen.close")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After an answer Enter leaves, and back is the question."""
        can = {
            LEAVE.id: self.answers,
            ANSWER_AGAIN.id: self.answers,
            keys.CLOSE.id: not self.answers,
            WRONG_KEY.id: self.answers or self._alarm.reason is Reason.TICKED,
        }
        return can.get(action, True) and super().check_action(action, parameters)

    def action_signs(self) -> None:
        """They are here already: under what the moment calls for, if that stands above them."""
        for first, _heading in self._headings[:1]:
            self._text.scroll_to_widget(first, top=True, animate=False)

    def action_take_back(self) -> None:
        """The answer was a wrong key: nothing of it is left on the terminal either."""
        if self._card and self._card.told in self.context.last_words:
            self.context.last_words.remove(self._card.told)
        self.dismiss(True)

    action_leave, action_answer_again = Page.action_close, action_take_back


def _known_numbers(profile: Profile) -> tuple[str, ...]:
    return tuple(filter(None, (visible(profile.doctor_number), visible(profile.midwife_number))))


def numbers_of(profile: Profile, *people: str) -> list[str]:
    """The numbers of those of `people`, as they stand on a card, whose number the person has saved."""
    return [one for words in people for one in _known_numbers(profile) if words.endswith(one)]


def _looks(group: SignGroup) -> tuple[str, str]:
    """How a group is told apart from the others, with and without colours: a glyph, and a class."""
    if group.at_once:
        return "", "now"
    if group.of_pregnancy:
        return "◆ ", "pregnant"
    return ("▲ ", "today") if group.urgent else ("", "visit")
