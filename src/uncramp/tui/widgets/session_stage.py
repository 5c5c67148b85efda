"""The middle of the session screen: what to do now, the time, and the keys that matter most."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize

from uncramp.domain.plan import Answer
from uncramp.domain.session_state import Phase
from uncramp.guidance.context import Context
from uncramp.guidance.view import AnswerChoice, Scene, View, clock_of
from uncramp.i18n import _
from uncramp.terminal.layout import GAP, Room, stage_room
from uncramp.terminal.letters import HEIGHT
from uncramp.tui.widgets.answers import AnswerRow, Answers
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.plain_text import BigText, PlainText
from uncramp.tui.widgets.progress_footer import Chip, ProgressFooter
from uncramp.tui.widgets.time_panel import HALF, Time, TimePanel
from uncramp.words.session import spoken_time


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
    SessionStage.-tiny #words {{ scrollbar-size-vertical: 0; scrollbar-gutter: auto; max-height: 1fr; }}
    SessionStage #figure {{ margin-left: {GAP - 1}; }}
    SessionStage #notice {{ color: $accent; text-style: bold; height: auto; margin-top: 1; }}
    SessionStage #choices, SessionStage #silence, SessionStage TimePanel {{ margin-top: 1; }}
    SessionStage #silence {{ color: $quiet; }}
    SessionStage.-large ProgressFooter {{ margin-top: 1; }}
    SessionStage.-small #notice, SessionStage.-small #silence, SessionStage.-small #choices,
    SessionStage.-small TimePanel {{ margin-top: 0; }}
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._view: View | None = None
        self._helper, self._notices = False, ""
        self._more, self._explained_last = False, ("", "", "")
        self._room = Room(0, 0)
        # Held, not looked up: this is what every tick touches.
        self._say, self._how, self._notice = BigText(id="say"), PlainText(id="how"), PlainText(id="notice")
        self._answers, self._silence = Answers(id="choices"), PlainText(id="silence")
        self._time, self._foot = TimePanel(), ProgressFooter()
        self._figure = FigureView(context, id="figure")
        self._scroll = VerticalScroll(id="words", can_focus=False)
        # Outside what scrolls, so that an answer is always in sight.
        self._at_times = (self._notice, self._answers, self._silence)

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

    def show(self, view: View, *, helper: bool, notice: str) -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own."""
        self._view, self._helper = view, helper
        asking = view.scene is not None and bool(view.scene.choices)
        paused = _("Paused. Space goes on.") if _stands(view) and (asking or self._room.small) else ""
        self._notices = "" if self._room.tiny else "\n".join(filter(None, (notice, paused)))
        if self._room.columns:
            self._draw()

    # The answers.

    @property
    def marked(self) -> Answer | None:
        """The answer that the person has marked; none is at first."""
        row, scene = self._answers.marked, self._scene
        return next((one.answer for one in scene.choices if one.key == row.key), None) if row and scene else None

    def mark(self, way: int) -> None:
        """Mark the next answer, or with -1 the one before."""
        self._answers.mark(way)
        self._draw()

    # What does not all fit.

    @property
    def overflows(self) -> bool:
        """Whether there is more to read than is shown."""
        scene = self._scene
        more = bool(scene and scene.cautions and not scene.choices and self._room_for_words)
        return self._scroll.max_scroll_y > 0 or more

    def read(self, way: int) -> None:
        """Show what stands further down, and behind it the other cautions; further up where `way` is -1."""
        at_end = self._scroll.scroll_offset.y >= self._scroll.max_scroll_y
        if way > 0 and at_end and not self._more:
            self._more = True
            self._draw()
            self.call_after_refresh(self._scroll.scroll_end, animate=False)
        elif way < 0 and self._more and not self._scroll.scroll_offset.y:
            self._more = False
            self._draw()
        else:
            self._scroll.scroll_relative(y=way * max(1, self._scroll.size.height - 1), animate=False)

    @property
    def _scene(self) -> Scene | None:
        return self._view.scene if self._view else None

    @property
    def _room_for_words(self) -> bool:
        room, scene = self._room, self._scene
        return not room.tiny and not (room.small and scene is not None and bool(scene.choices))

    # Drawing.

    def _draw(self) -> None:
        view, room = self._view, self._room
        if view is None or view.scene is None:
            return
        scene = view.scene
        asking = bool(scene.choices)
        self.set_class(asking, "-asking")
        self._figure.show(scene.pictured if room.pictured else None)
        rows = 2 if asking and not room.small else 1
        headed = not room.tiny and not (room.small and asking)
        headline = _("Paused") if _stands(view) and not (asking or room.small) else scene.headline
        self._say.say(headline if headed else "", rows * HEIGHT if room.letters else 0, room.letters or (1,))
        here = (scene.name, scene.say, scene.how)
        if here != self._explained_last:
            self._explained_last, self._more = here, False
        explained = self._explained(scene)
        if explained != self._how.content:
            # From the beginning; the keys that read on are there if they don't all fit.
            self._how.show_styled(explained)
            self._scroll.scroll_home(animate=False)
        self._notice.show("" if room.small and asking else self._notices)
        self._answers.offer(self._answer_rows(scene), room.columns, gap=1 if room.large else 0)
        self._silence.show(_silence(scene) if asking and not room.tiny else "")
        if self._time.is_attached:
            self._mount_what_has_something_to_say()
        self._time.show(self._clock(scene))
        self._foot.show(None if asking else scene.done, self._bar_words(view, scene), self._chips(view, scene), room)

    def _mount_what_has_something_to_say(self) -> None:
        behind: Vertical | PlainText | TimePanel = self._time
        for widget in reversed(self._at_times):
            if widget.words and widget.parent is None:
                self._left.mount(widget, before=behind)
            behind = widget if widget.parent is not None else behind

    @property
    def _left(self) -> Vertical:
        return self.query_one("#left", Vertical)

    def _explained(self, scene: Scene) -> Content:
        """What to do, how, and the one caution that matters most; the others once somebody reads on."""
        room = self._room
        say = Content.styled(scene.say, "bold") if scene.say != scene.headline else Content()
        if not self._room_for_words:
            return say
        how = Content.styled(scene.how, "$quiet")
        if self._helper and scene.partner:
            how = Content.assemble((_("For your helper:"), "bold $accent"), " ", scene.partner)
        shown = (scene.caution, *(scene.cautions if self._more or scene.choices else ()))
        cautions = Content.styled("\n".join(f"▲ {one}" for one in shown if one), "$alert")
        # What is true of this person comes before how it is done: below it might be out of sight.
        parts = (say, cautions, how) if scene.personal else (say, how, cautions)
        return Content("\n\n" if room.large else "\n").join([part for part in parts if part])

    def _answer_rows(self, scene: Scene) -> list[AnswerRow]:
        return [
            AnswerRow(one.key, self._answer_words(one), one.leads_to, f"screen.do('{one.answer}')")
            for one in scene.choices
        ]

    def _answer_words(self, choice: AnswerChoice) -> str:
        """An answer; in one word where there is hardly any room."""
        if not self._room.tiny or choice.key.isdigit():
            return choice.words
        return {Answer.YES: _("yes"), Answer.NO: _("no"), Answer.UNSURE: _("unsure")}[choice.answer]

    def _clock(self, scene: Scene) -> Time:
        room = self._room
        if scene.choices:
            return Time()  # no question hurries anybody: its time stands there in words
        face = clock_of(scene.seconds)
        unit = "" if ":" in face else _("seconds")
        if self._view is not None and _stands(self._view) and not room.small:
            unit = _("Space goes on.")
        if room.tiny:
            move = _("Paused") if self._view is not None and _stands(self._view) else scene.headline
            return Time(beside=(" ".join(filter(None, (face, unit[:1], move))),))
        if room.small:
            return Time(face, HALF, (unit, scene.progress))
        return Time(face, 2 if room.large else 1, (unit, scene.next))

    def _bar_words(self, view: View, scene: Scene) -> str:
        return " · ".join(filter(None, (scene.progress, view.left)))

    def _chips(self, view: View, scene: Scene) -> tuple[Chip, ...]:
        marked = self._answers.marked
        enter = Chip(_("Enter"), marked.words if marked and scene.choices else scene.enter, "screen.press_enter")
        if self._room.tiny and scene.choices:
            # Nothing follows what is skipped. The time is that of no answer, and stands nowhere else.
            short = marked.words if marked else _("go on") if scene.next else _("skip")
            timed = _("{words} {n} s").format(words=short, n=scene.seconds)
            return Chip(_("Enter"), timed, "screen.press_enter"), Chip("!", "", "screen.signs")
        if self._room.tiny:
            return enter, Chip("!", _("warning signs"), "screen.signs")
        space = (_("go on"), "screen.do('go_on')") if _stands(view) else (_("pause"), "screen.do('pause')")
        offered = [Chip("o", view.offer, "screen.do('offer')")] if view.offer else []
        worse = Chip("w", _("worse"), "screen.do('worse')")
        eased = [Chip("g", _("it's stopped"), "screen.do('eased')")] if view.eased else []
        return (enter, *eased, Chip(_("Space"), *space), worse, *offered)


def _stands(view: View) -> bool:
    return view.phase in (Phase.PAUSED, Phase.AWAY)


def _silence(scene: Scene) -> str:
    """What no answer leads to, and when."""
    return _("{what} {time} left.").format(what=f"{scene.of.rstrip('.')}.", time=spoken_time(scene.seconds))
