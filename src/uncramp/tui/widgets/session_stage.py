"""The middle of the session screen: what to do now, the time, and the keys that matter most."""

from dataclasses import replace

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize

from uncramp.domain.own_keys import shown
from uncramp.domain.plan import Answer
from uncramp.domain.session_state import Phase
from uncramp.guidance.answers import AnswerChoice
from uncramp.guidance.context import Context
from uncramp.guidance.view import Scene, View
from uncramp.i18n import _
from uncramp.terminal.layout import Room, frame_room, stage_room
from uncramp.tui.widgets.answers import AnswerRow, Answers, Size, lines_of
from uncramp.tui.widgets.choices import helping
from uncramp.tui.widgets.figure_view import FigureView
from uncramp.tui.widgets.plain_text import BigText, PlainText, counted, wrapped_whole
from uncramp.tui.widgets.progress_footer import Chip, ProgressFooter, rows_of
from uncramp.tui.widgets.stage_layout import (
    Letters,
    Space,
    Words,
    by_sentence,
    clocks,
    counted_face,
    first_sentence,
    height,
    joined,
    letters_of,
    line_count,
    time_of,
    warnings,
)
from uncramp.tui.widgets.time_panel import Time, TimePanel
from uncramp.words.session import short_time, spoken_time


class SessionStage(Vertical):
    """Shows one view after the other. The instruction and the time never go, whatever the room.

    It is made of few widgets: each takes a millisecond at the start, and the person waits.
    """

    DEFAULT_CSS = """
    SessionStage { width: 1fr; height: 1fr; }
    SessionStage #say { margin-top: 1; }
    SessionStage.-large #say { margin: 1 0; }
    SessionStage #middle, SessionStage #left, SessionStage #words { height: 1fr; width: 1fr; }
    SessionStage #words { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    SessionStage.-asking #words { height: auto; }
    SessionStage #how { padding-right: 1; }
    SessionStage.-small #words { scrollbar-size-vertical: 0; scrollbar-gutter: auto; }
    SessionStage.-small #how { padding-right: 0; }
    SessionStage #choices, SessionStage #silence, SessionStage.-large ProgressFooter { margin-top: 1; }
    SessionStage #silence { color: $quiet; }
    SessionStage.-close #silence, SessionStage.-tight #choices, SessionStage.-tight #silence, SessionStage.-tiny #say { margin: 0; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._own = context.profile.keys
        self._view: View | None = None
        self._scene: Scene | None = None
        self._helper = self._more = self._later = False
        self._notice = ""
        self._explained_last = ("", "", "")
        self._free: int | None = None
        self._room = Room(0, 0)
        self._barless = False
        """Whether the terminal has no room for a key bar: what helps stands beside Enter."""
        # Held, not looked up: this is what every tick touches.
        self._say, self._how = BigText(id="say"), PlainText(id="how")
        self._answers, self._silence = Answers(id="choices"), PlainText(id="silence")
        self._time, self._foot = TimePanel(), ProgressFooter()
        self._figure = FigureView(context, id="figure")
        self._scroll = VerticalScroll(id="words", can_focus=False)

    def compose(self) -> ComposeResult:
        """Words and time beside the figure. What they show at first is known by now, so that they are styled but once."""
        self._fit(stage_room(*self.app.size))
        yield self._say
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                with self._scroll:
                    yield self._how
                # Outside what scrolls, so that an answer is always in sight.
                yield from (self._answers, self._silence, self._time)
            yield self._figure
        yield self._foot

    def on_resize(self, event: Resize) -> None:
        if event.size != (self._room.columns, self._room.lines):
            self._fit(Room(*event.size))

    def _fit(self, room: Room) -> None:
        self._room, self._barless = room, frame_room(*self.app.size).tiny
        self.update_classes({"-tiny": room.tiny, "-small": room.small, "-large": room.large})
        self._figure.styles.width = room.figure_columns
        self._say.expect(room.columns)
        self._draw()

    def show(self, view: View, *, helper: bool, notice: str = "") -> None:
        """Show a view. `helper` shows the words for a helper in place of the person's own.

        A `notice` stands above the instruction where the terminal has no top bar for it; a question has no room for one.
        """
        self._view, self._scene, self._helper, self._notice = view, view.scene, helper, notice
        if self._room.columns:
            self._draw()

    # The answers.

    @property
    def marked(self) -> AnswerRow | None:
        return self._answers.marked

    def mark(self, way: int) -> None:
        self._answers.mark(way)
        self._draw()

    # What does not all fit.

    @property
    def overflows(self) -> bool:
        """Whether there is more to read than is shown."""
        return self._later or self._more or self._scroll.max_scroll_y > 0

    @property
    def reads_first(self) -> bool:
        """Whether a question has words out of sight that nobody has read yet: no answer is marked before."""
        return bool(self._scene and self._scene.choices) and self.marked is None and self._more_below

    @property
    def _more_below(self) -> bool:
        return (self._later and not self._more) or self._scroll.scroll_offset.y < self._scroll.max_scroll_y

    def read(self, way: int) -> None:
        """Show what stands further down, and what was left for later; further up where `way` is -1."""
        if way > 0 and self._later and not self._more:
            self._more = True
            self._draw()
            self.call_after_refresh(self._page, way)
        elif way < 0 and self._more and not self._scroll.scroll_offset.y:
            self._more = False
            self._draw()
        else:
            self._page(way)
        if self._room.tiny:
            self.call_after_refresh(self._draw)  # its keys say which way there is more

    def _page(self, way: int) -> None:
        self._scroll.scroll_relative(y=way * max(1, self._scroll.size.height - 1), animate=False)

    # Drawing.

    def _draw(self) -> None:
        view, scene, room = self._view, self._scene, self._room
        if view is None or scene is None:
            return
        here = (scene.name, scene.say, scene.how)
        if here != self._explained_last:
            self._explained_last, self._more = here, False
        self.set_class(bool(scene.choices), "-asking")
        self._figure.show(scene.pictured if room.pictured else None)
        if scene.choices:
            self._ask(view, scene)
            self._time.show(Time())
        else:
            self._instruct(view, scene)
            self._answers.offer((), room.columns)
            self._silence.show("")

    def _instruct(self, view: View, scene: Scene) -> None:
        """In order of importance: the instruction, its caution, the time, the move in large letters, and how."""
        room, paused = self._room, _stands(view)
        wide = room.word_columns if room.pictured and scene.pictured else self._columns
        gap, around = (1, 2) if room.large else (0, 1)
        headline = _("Paused") if paused else scene.headline
        say, how = self._told(scene, wide, paused=paused)
        caution, others = warnings(scene.caution), warnings(*scene.cautions)
        bar = 3 if room.large else 0 if room.small else 1

        plain = 0 if room.small else 1 + around
        usual, chips = self._chips(view, scene), self._chips(view, scene, more=True)
        noted = Words(self._notice if self._barless else "", "bold $accent")
        if noted.words:
            # The keys, the time and the move beside it stay; of the instruction what has room.
            left = room.lines - 1 - rows_of(usual, room) - noted.lines(wide)
            shorter = (say, say._replace(words=first_sentence(scene.say)))
            say = next((one for one in shorter if one.lines(wide) <= left), Words(""))
        taken = bar + plain + noted.lines(wide) + say.lines(wide) + 1
        space = Space(room.lines - taken - rows_of(usual, room))
        if room.tiny and height([*caution, how, *others], wide, gap) > space.left:
            space = Space(room.lines - taken - rows_of(chips, room))
        else:
            chips = usual
        shown = [*caution, say] if scene.personal else [say, *caution]
        if not (cautioned := space.take(height(caution, wide, gap))):
            # What is to be minded of this act is not parted from it.
            both = say._replace(words=f"{first_sentence(scene.say)} {first_sentence(scene.caution)}")
            shown = [both if scene.personal and space.take(both.lines(wide) - say.lines(wide)) else say]
        above = not room.tiny and space.take(1)
        scale = space.best([(lines - 1, scale) for lines, scale in clocks(room) if counted_face(scene)], None)
        ways = letters_of(headline, room.columns, room.letters, 1)
        letters = space.best([(lines + 1 if room.small else lines - 1, way) for lines, way in ways], Letters())
        below = not room.tiny and space.take(1)
        told = space.best(how.beginnings(wide, gap), "")
        # In a roomy terminal the how stands before the caution.
        shown.insert(len(shown) if scene.personal or room.small else 1, how._replace(words=told))
        self._later = told != how.words or bool(others) or bool(caution and not cautioned)
        self._say.say(headline if letters.lines or not room.small else "", letters.lines, (letters.scale,))
        time, aside = time_of(scene, room, scale, beside="" if letters.lines or not room.small else headline), ""
        if not room.small and not time.has_room(wide - 1):
            time, aside = replace(time, beside=time.beside[:2]), scene.next_short or scene.next
        self._time.show(time, above=int(above), below=int(below))
        shown = [noted, *shown]
        parts = [noted, say, how, *caution, *others] if self._more else shown
        self._say_words(parts, gap, height(shown, wide, gap) + space.left)
        words = " · ".join(filter(None, (scene.counted, view.left, aside)))
        self._foot.show(scene.done, words, chips if self._later else usual, room)

    def _ask(self, view: View, scene: Scene) -> None:
        """In order of importance: what is asked, what is to be minded, what Enter does, why, the answers larger."""
        room, wide = self._room, self._columns
        gap, around = (1, 2) if room.large else (0, 1)
        rows = [
            AnswerRow(self._key(one.key), self._answer_words(one), one.leads_to, f"screen.do('{one.answer}')")
            for one in scene.choices
        ]
        asked, how = self._asked(scene), Words(scene.how, "$quiet")
        minded, skipped = warnings(scene.caution, *scene.cautions), warnings(*scene.skipped, style="$quiet")
        close = lines_of(rows, room.columns, Size.CLOSE)
        plain = 0 if room.small else 1 + around
        chips = self._asking_chips(view, scene)
        space = Space(room.lines - asked.lines(wide) - close - plain - 3 * room.large - rows_of(chips, room))
        must_read = not space.take(height(minded, wide, gap))
        if room.tiny and must_read:
            chips = self._asking_chips(view, scene, more=True)
            space.take(rows_of(chips, room) - 1)
        roomy = self._asking_chips(view, scene, more=must_read, roomy=True)
        if room.tiny and space.take(rows_of(roomy, room) - rows_of(chips, room)):
            chips = roomy
        # Above the answers; in a roomier terminal below them, and above what Enter does, too.
        apart = not room.tiny and space.take(1 if room.small else 3)
        ways = () if room.small else letters_of(scene.headline, room.columns, (1,), 2)
        letters = space.best([(lines - 1, way) for lines, way in ways], Letters())
        short, full = self._silences(scene)
        silent = short if space.take(line_count(short, room.columns)) else ""
        left_out = space.take(height(skipped, wide, gap))
        told = space.best(how.beginnings(wide, gap), "")
        sizes = [] if room.tiny else [Size.LARGE, Size.APART] if not room.small else [Size.APART]
        size = space.best([(lines_of(rows, room.columns, size) - close, size) for size in sizes], Size.CLOSE)
        if space.take(line_count(full, room.columns) - line_count(silent, room.columns)):
            silent = full
        now = next((lines for lines, way in ways if way == letters), 1)
        larger = () if room.small else letters_of(scene.headline, room.columns, room.letters, 2)
        letters = space.best([(lines - now, way) for lines, way in larger if way.scale > 1], letters)
        why = how._replace(words=told)
        first_minded = scene.personal or room.small
        shown = [asked, *([] if must_read else minded), why] if first_minded else [asked, why, *minded]
        shown += skipped if left_out else []
        self._later = must_read
        self._say.say("" if room.small else scene.headline, letters.lines, (letters.scale,))
        self.set_class(not apart, "-tight")
        self.set_class(room.small and not (apart and space.take(1)), "-close")
        self._answers.offer(rows, room.columns, size)
        self._silence.show(wrapped_whole(silent, room.columns, counted(silent)))
        parts = [asked, *minded, *skipped] if self._more else shown
        self._say_words(parts, gap, height(shown, wide, gap) + max(0, space.left))
        self._foot.show(None, "", chips, room)

    def _say_words(self, parts: list[Words], gap: int, lines: int) -> None:
        content = joined(parts, gap)
        if not content.is_same(self._how.shown):
            # From the beginning; the keys that read on are there if they don't all fit.
            self._how.show_styled(content)
            self._scroll.scroll_home(animate=False)
        if lines != self._free:
            self._free = lines
            self._scroll.styles.max_height = max(1, lines)

    @property
    def _columns(self) -> int:
        """The columns of the words without a figure; in all but a small room a bar that scrolls them stands beside them."""
        return self._room.columns - (0 if self._room.small else 2)

    def _told(self, scene: Scene, wide: int, *, paused: bool) -> tuple[Words, Words]:
        """What to do and how; nothing is ordered while it stands still."""
        words = "" if scene.say == scene.headline and not self._room.small else scene.say
        say = Words(by_sentence(words, wide), "" if paused else "bold")
        if self._helper and scene.partner:
            return say, Words(_("For your helper: {words}").format(words=scene.partner))
        return say, Words(scene.how, "$quiet")

    def _asked(self, scene: Scene) -> Words:
        """What is asked; where no large letters stand above it with the name of what is asked about."""
        name, say = scene.headline, scene.say
        if self._room.small and name.endswith("?") and "?" not in say and name[:-1] not in say:
            say = f"{name} {say}"
        return Words(by_sentence(say, self._columns), "bold")

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

    def _silences(self, scene: Scene) -> tuple[str, str]:
        """When no answer is taken as one, in few words, and with what it leads to. Nothing follows what is skipped."""
        if self._room.tiny:
            few = _("Goes on in {time}.") if scene.next else _("Skips in {time}.")
            few = few.format(time=short_time(scene.seconds))
            return few, few
        time = spoken_time(scene.seconds)
        whole = _("{what} in {time}.").format(what=scene.of.rstrip("."), time=time)
        return _("{time} left.").format(time=time), whole

    def _chips(self, view: View, scene: Scene, *, more: bool = False) -> tuple[Chip, ...]:
        enter = Chip(_("Enter"), scene.enter, "screen.press_enter")
        stands = _stands(view)
        words, action = (_("go on"), "screen.do('go_on')") if stands else (_("pause"), "screen.do('pause')")
        space = Chip(_("Space"), words, action)
        if self._room.tiny:
            helps = self._help_chips(more=more and not stands)
            return (enter, space, *helps[:1]) if stands or not self._barless else (enter, *helps)
        offered = [Chip(self._key("o"), view.offer, "screen.do('offer')")] if view.offer else []
        worse = Chip(self._key("w"), _("worse"), "screen.do('worse')")
        eased = [Chip(self._key("g"), _("it's stopped"), "screen.do('eased')")] if view.eased else []
        return (enter, *eased, space, worse, *offered)

    def _asking_chips(self, view: View, scene: Scene, *, more: bool = False, roomy: bool = False) -> tuple[Chip, ...]:
        """What Enter does; in a tiny room with the other keys, in two lines where there is room."""
        marked = self._answers.marked
        if not self._room.tiny:
            enter, *others = self._chips(view, scene)
            return (enter._replace(words=marked.words if marked else self._enter(scene)), *others)
        few = _("go on") if scene.next else _("skip")
        words = marked.words if marked else _("no answer") if roomy else few
        enter = Chip(_("Enter"), words, "screen.press_enter")
        helps = self._help_chips(more=more)
        return (enter, *(helps if roomy else helps[:-1]))

    def _enter(self, scene: Scene) -> str:
        """What Enter gives; in a narrow room without the name of what it leads to."""
        taken = cell_len(_("Enter")) + 3
        return scene.enter if taken + cell_len(scene.enter) <= self._room.columns else scene.enter_short

    def _help_chips(self, *, more: bool) -> list[Chip]:
        """The keys that a terminal without a key bar has; with which way there is `more` to read."""
        if not self._barless:
            return []
        read = ("↓", "screen.page_on") if self._more_below or not self._more else ("↑", "screen.page_back")
        keys = helping(self._room.columns, *([read] if more else []))
        return [Chip(self._key(key), words, action) for key, words, action in keys]


def _stands(view: View) -> bool:
    return view.phase in (Phase.PAUSED, Phase.AWAY)
