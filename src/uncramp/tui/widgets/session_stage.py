"""The middle of the session screen: what to do now, the time, and the keys that matter most."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize

from uncramp.domain.own_keys import shown
from uncramp.domain.plan import Answer
from uncramp.domain.session_state import Phase
from uncramp.guidance.context import Context
from uncramp.guidance.view import AnswerChoice, Scene, View, capital, clock_of
from uncramp.i18n import _
from uncramp.terminal.layout import GAP, Room, stage_room
from uncramp.terminal.letters import HEIGHT, large
from uncramp.tui.widgets.answers import AnswerRow, Answers
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.plain_text import BigText, PlainText, counted, wrapped_whole
from uncramp.tui.widgets.progress_footer import Chip, ProgressFooter, rows_of
from uncramp.tui.widgets.time_panel import HALF, HALF_HEIGHT, Time, TimePanel
from uncramp.words.session import pace_words, spoken_time

_BELOW_TINY = 3
"""Lines that the time, Enter and the other keys take in a tiny room."""


class SessionStage(Vertical):
    """Shows one view after the other. The instruction and the time never go, whatever the room.

    It is made of few widgets: each takes a millisecond at the start, and the person waits.
    """

    DEFAULT_CSS = f"""
    SessionStage {{ width: 1fr; height: 1fr; }}
    SessionStage #say {{ margin: 1 0 0 0; max-height: 70%; }}
    SessionStage.-large #say {{ margin: 1 0; }}
    SessionStage.-small #say {{ margin: 0; }}
    SessionStage #middle, SessionStage #left {{ height: 1fr; width: 1fr; }}
    SessionStage #words {{
        width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }}
    SessionStage.-asking #words {{ height: auto; max-height: 60%; }}
    SessionStage #how {{ padding-right: 1; }}
    SessionStage.-small #words {{ scrollbar-size-vertical: 0; scrollbar-gutter: auto; max-height: 1fr; }}
    SessionStage.-small #how {{ padding-right: 0; }}
    SessionStage #figure {{ margin-left: {GAP - 2}; }}
    SessionStage #choices, SessionStage #silence, SessionStage TimePanel {{ margin-top: 1; }}
    SessionStage #silence {{ color: $quiet; }}
    SessionStage TimePanel {{ margin-right: 1; }}
    SessionStage.-large ProgressFooter {{ margin-top: 1; }}
    SessionStage.-covered #figure, SessionStage.-covered #choices, SessionStage.-covered #silence,
    SessionStage.-covered TimePanel, SessionStage.-covered ProgressFooter {{ visibility: hidden; }}
    SessionStage.-small #silence, SessionStage.-small #choices, SessionStage.-small TimePanel {{ margin: 0; }}
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._own = context.profile.keys
        self._view: View | None = None
        self._helper = self._more = self._cut = self._covered = False
        self._free: int | None
        self._explained_last, self._free = ("", "", ""), None
        self._room = Room(0, 0)
        # Held, not looked up: this is what every tick touches.
        self._say, self._how = BigText(id="say"), PlainText(id="how")
        self._answers, self._silence = Answers(id="choices"), PlainText(id="silence")
        self._time, self._foot = TimePanel(), ProgressFooter()
        self._figure = FigureView(context, id="figure")
        self._scroll = VerticalScroll(id="words", can_focus=False)
        # Outside what scrolls, so that an answer is always in sight.
        self._at_times = (self._answers, self._silence)

    def compose(self) -> ComposeResult:
        """Words and time beside the figure. What they show at first is known by now, so that they are styled but once."""
        self._fit(stage_room(*self.app.size))
        yield self._say
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                with self._scroll:
                    yield self._how
                yield from (widget for widget in self._at_times if widget.words)
                yield self._time
            yield self._figure
        yield self._foot

    def on_resize(self, event: Resize) -> None:
        if event.size != (self._room.columns, self._room.lines):
            self._fit(Room(*event.size))

    def _fit(self, room: Room) -> None:
        self._room = room
        self.update_classes({"-tiny": room.tiny, "-small": room.small, "-large": room.large})
        self._figure.styles.width = room.figure_columns
        self._say.expect(room.columns)
        self._draw()

    def show(self, view: View, *, helper: bool) -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own."""
        self._view, self._helper = view, helper
        if self._room.columns:
            self._draw()

    def cover(self, *, covered: bool) -> None:
        """Leave in sight what stands whole above a question that lies over the lower part."""
        self._covered = covered
        self.set_class(covered, "-covered")
        self._draw()

    # The answers.

    @property
    def marked(self) -> Answer | None:
        row, scene = self._answers.marked, self._scene
        return (
            next((one.answer for one in scene.choices if self._key(one.key) == row.key), None)
            if row and scene
            else None
        )

    def mark(self, way: int) -> None:
        self._answers.mark(way)
        self._draw()

    # What does not all fit.

    @property
    def overflows(self) -> bool:
        """Whether there is more to read than is shown."""
        scene = self._scene
        return self._scroll.max_scroll_y > 0 or bool(scene and scene.cautions and not scene.choices)

    @property
    def reads_first(self) -> bool:
        """Whether a question has words out of sight that nobody has read yet: no answer is marked before."""
        return bool(self._scene and self._scene.choices) and self.marked is None and not self._at_end

    @property
    def _at_end(self) -> bool:
        return self._scroll.scroll_offset.y >= self._scroll.max_scroll_y

    def read(self, way: int) -> None:
        """Show what stands further down, and behind it the other cautions; further up where `way` is -1."""
        if way > 0 and self._at_end and not self._more:
            self._more = True
            self._draw()
            self.call_after_refresh(self._scroll.scroll_end, animate=False)
        elif way < 0 and self._more and not self._scroll.scroll_offset.y:
            self._more = False
            self._draw()
        else:
            self._scroll.scroll_relative(y=way * max(1, self._scroll.size.height - 1), animate=False)
        if self._room.tiny:
            self.call_after_refresh(self._draw)  # its keys say which way there is more

    @property
    def _scene(self) -> Scene | None:
        return self._view.scene if self._view else None

    # Drawing.

    def _draw(self) -> None:
        view, room = self._view, self._room
        if view is None or view.scene is None:
            return
        scene = view.scene
        asking = bool(scene.choices)
        self.set_class(asking, "-asking")
        self._figure.show(scene.pictured if room.pictured else None)
        here = (scene.name, scene.say, scene.how)
        if here != self._explained_last:
            self._explained_last, self._more = here, False
        self._answers.offer(self._answer_rows(scene), room.columns, gap=1 if room.large else 0)
        must, explained = self._explained(scene)
        if self._covered:
            explained = self._beside_cover(scene)
        if not explained.is_same(self._how.shown):
            # From the beginning; the keys that read on are there if they don't all fit.
            self._how.show_styled(explained)
            self._scroll.scroll_home(animate=False)
        headline = _("Paused") if _stands(view) and not (asking or room.small) else scene.headline
        rows, digits = (2 if asking and not room.small else 1), True
        if room.small:
            rows, digits = (0, False) if asking or room.tiny else self._shares(headline, must)
        self._say.say(headline if rows or not room.small else "", max(0, rows) * HEIGHT if room.letters else 0,
                      room.letters or (1,))  # fmt: skip
        silence = self._silence_words(scene, must[0]) if asking and not room.tiny else ""
        self._silence.show(wrapped_whole(silence, room.columns, counted(silence)))
        free = self._lines_for_words(view, scene, explained)
        if free != self._free:
            self._free = free
            self._scroll.styles.max_height = free
        if self._time.is_attached:
            self._mount_what_has_something_to_say()
        self._time.show(self._clock(scene, digits=digits, headed=bool(rows)))
        words = "" if asking else self._bar_words(view, scene)
        self._foot.show(None if asking else scene.done, words, self._chips(view, scene), room)

    def _small_question(self, scene: Scene) -> str:
        """What is asked where no large letters say it: in a tiny room by its name alone where the cautions then fit."""
        name, lines = scene.headline, self._room.lines - 1 - self._answers.lines
        if not name.endswith("?"):
            return scene.say
        full = scene.say if "?" in scene.say or name[:-1] in scene.say else f"{name} {scene.say}"
        cautions = _warnings(scene.caution, *scene.cautions)
        fits = [_lines(_joined(Content(one), cautions), self._room.columns) <= lines for one in (full, name)]
        return name if self._room.tiny and fits == [False, True] else full

    def _shares(self, headline: str, must: tuple[Content, ...]) -> tuple[int, bool]:
        """What a small room has beside the words that must be seen: lines for the headline, and digits or a line for the time.

        Gives rows of large letters, -1 for ordinary ones, 0 for none; and whether there are digits.
        """
        room = self._room
        letters = len(large(headline, room.columns, HEIGHT)) if room.letters else 0
        shares = [*([(1, letters, True), (1, letters, False)] if letters else []), (-1, 1, True), (-1, 1, False)]
        for words in must:
            free = room.lines - 1 - _lines(words, room.columns)
            # A caution that is not the person's own takes no letters away.
            for rows, lines, digits in shares if words is must[-1] else shares[:2]:
                if lines + (HALF_HEIGHT if digits else 1) <= free:
                    return rows, digits
        return 0, False

    def _lines_for_words(self, view: View, scene: Scene, explained: Content) -> int | None:
        """The most lines that the words may take in a small room, so that nothing else is pushed out; `None` for no limit.

        A tiny room with too few lines has keys that read on, which may take a line themselves.
        """
        room, asking = self._room, bool(scene.choices)
        self._cut = False
        if not (room.tiny or (room.small and asking)):
            return None
        others = self._answers.lines + _lines(Content(self._silence.words), room.columns) if asking else 1
        free = room.lines - others - rows_of(self._chips(view, scene), room)
        self._cut = room.tiny and _lines(explained, room.columns) > free
        return max(1, room.lines - others - rows_of(self._chips(view, scene), room)) if self._cut else max(1, free)

    def _mount_what_has_something_to_say(self) -> None:
        behind: Vertical | PlainText | TimePanel = self._time
        for widget in reversed(self._at_times):
            if widget.words and widget.parent is None:
                self._left.mount(widget, before=behind)
            behind = widget if widget.parent is not None else behind

    @property
    def _left(self) -> Vertical:
        return self.query_one("#left", Vertical)

    def _explained(self, scene: Scene) -> tuple[tuple[Content, ...], Content]:
        """What to do, how, and the one caution that matters most; the others once somebody reads on.

        Before it what of that must be in sight in a small room: the most of it first.
        """
        room, asking = self._room, bool(scene.choices)
        words = self._small_question(scene) if asking and room.small else scene.say
        say = Content.styled(words, "bold") if words != scene.headline or asking else Content()
        how = Content() if asking and room.small else Content.styled(scene.how, "$quiet")
        helped = self._helper and bool(scene.partner)
        if helped:
            how = Content.assemble((_("For your helper:"), "bold $accent"), " ", scene.partner)
        first, others = _warnings(scene.caution), _warnings(*scene.cautions)
        must: tuple[Content, ...] = (_joined(say, first),)
        if asking:
            must = (_joined(say, first, others),)
            parts = [say, first, others, how] if scene.personal or room.small else [say, how, first, others]
        elif scene.personal:
            parts = [first, say, how]  # what is true of this person comes before the act
        else:
            must = (*must, say)
            # "Left out: Rub the calf" cut in its middle would say the opposite.
            whole = not room.tiny or _lines(must[0], room.columns) <= room.lines - _BELOW_TINY
            parts = [say, first, how] if room.small and whole and not helped else [say, how, first]
        if self._more and not asking:
            parts.append(others)
        return must, _joined(*parts, gap=2 if room.large else 1)

    def _beside_cover(self, scene: Scene) -> Content:
        """What has room above a question that covers the rest."""
        if self._room.small:
            return Content(_("Paused")) if self._room.tiny else Content()
        return Content.styled(scene.say, "bold")

    def _answer_rows(self, scene: Scene) -> list[AnswerRow]:
        return [
            AnswerRow(self._key(one.key), self._answer_words(one), one.leads_to, f"screen.do('{one.answer}')")
            for one in scene.choices
        ]

    def _key(self, key: str) -> str:
        """A key as it is shown: the person's own, where they have one for it."""
        return shown(self._own, key)

    def _answer_words(self, choice: AnswerChoice) -> str:
        """An answer; in one word where there is hardly any room, or as its words have it before a colon."""
        if not self._room.tiny:
            return choice.words
        if choice.key.isdigit():
            return choice.words.partition(":")[0]
        return {Answer.YES: _("yes"), Answer.NO: _("no"), Answer.UNSURE: _("unsure")}[choice.answer]

    def _silence_words(self, scene: Scene, words: Content) -> str:
        """What no answer leads to, and when; in a small room no longer than leaves the words in sight."""
        time = spoken_time(scene.seconds)
        full = _("{what} {time} left.").format(what=f"{scene.of.rstrip('.')}.", time=time)
        room = self._room
        taken = 1 + self._answers.lines + _lines(words, room.columns)
        if not room.small or _lines(Content(full), room.columns) <= room.lines - taken:
            return full
        short = _("{time} left, then it goes on.") if scene.next else _("{time} left, then we skip it.")
        return short.format(time=time)

    def _clock(self, scene: Scene, *, digits: bool, headed: bool) -> Time:
        room = self._room
        if scene.choices:
            return Time()  # no question hurries anybody: its time stands there in words
        paused = self._view is not None and _stands(self._view)
        face, unit, spoken = _counted(scene)
        if room.tiny:
            mark = "×" if scene.times else " s" if unit else ""
            counted = f"{face}{mark} " if face else ""
            return Time(beside=((_("Paused. Press Space.") if paused else counted + scene.headline,),))
        if not digits:
            spoken_parts = (spoken, _("Paused") if paused else "", scene.progress if headed else scene.headline)
            return Time(beside=((_fitting(" · ".join(filter(None, spoken_parts)), room.columns - 1),),))
        if paused and not room.small:
            unit = _("Space goes on.")
        if room.small:
            return Time(face, HALF, ((unit,), (scene.progress,)))
        return Time(face, 2 if room.large else 1, ((unit,), (scene.next, scene.next_short)))

    def _bar_words(self, view: View, scene: Scene) -> str:
        return " · ".join(filter(None, (scene.progress, view.left)))

    def _chips(self, view: View, scene: Scene) -> tuple[Chip, ...]:
        marked = self._answers.marked
        enter = Chip(_("Enter"), marked.words if marked and scene.choices else scene.enter, "screen.press_enter")
        if self._room.tiny and scene.choices:
            # Nothing follows what is skipped. The time is that of no answer, and stands nowhere else.
            short = marked.words if marked else _("go on") if scene.next else _("skip")
            timed = _("{words} {n} s").format(words=short, n=scene.seconds)
            return (
                Chip(_("Enter"), timed, "screen.press_enter"),
                *self._more_chip(""),
                Chip(self._key("!"), "", "screen.signs"),
            )
        if self._room.tiny:
            return enter, *self._more_chip(_("more")), Chip(self._key("!"), _("signs") if self._cut else _("warning signs"),
                                                           "screen.signs")  # fmt: skip
        space = (_("go on"), "screen.do('go_on')") if _stands(view) else (_("pause"), "screen.do('pause')")
        offered = [Chip(self._key("o"), view.offer, "screen.do('offer')")] if view.offer else []
        worse = Chip(self._key("w"), _("worse"), "screen.do('worse')")
        eased = [Chip(self._key("g"), _("it's stopped"), "screen.do('eased')")] if view.eased else []
        return (enter, *eased, Chip(_("Space"), *space), worse, *offered)

    def _more_chip(self, words: str) -> tuple[Chip, ...]:
        """Which way there is more to read, where a tiny room has no key bar that says it."""
        if not self._cut:
            return ()
        down = self._more_below
        return (Chip("↓" if down else "↑", words, "screen.page_on" if down else "screen.page_back"),)

    @property
    def _more_below(self) -> bool:
        scene = self._scene
        others = scene is not None and bool(scene.cautions) and not scene.choices and not self._more
        return others or not self._scroll.max_scroll_y or not self._at_end


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


def _lines(words: Content, columns: int) -> int:
    return len(words.wrap(columns)) if words else 0


def _warnings(*cautions: str) -> Content:
    return Content.styled("\n".join(f"▲ {one}" for one in cautions if one), "$alert")


def _joined(*parts: Content, gap: int = 1) -> Content:
    return Content("\n" * gap).join([part for part in parts if part])


def _stands(view: View) -> bool:
    return view.phase in (Phase.PAUSED, Phase.AWAY)
