"""Why a step is as it is: cautions, what was changed for the person, and the sources; and why a routine is not for them."""

from textual.app import ComposeResult

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Step
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui.messages import Done
from uncramp.tui.screens.page import Page
from uncramp.tui.widgets.plain_text import BulletLine, PlainText
from uncramp.words.session import change_sentence, status_name


class WhyScreen(Page):
    """One step, explained."""

    def __init__(self, context: Context, plan: Plan, step: Step) -> None:
        super().__init__(step.name, context)
        self._plan, self._step = plan, step

    def text(self) -> ComposeResult:
        step, plan = self._step, self._plan
        yield PlainText(step.how, classes="item")
        if plan.label:
            yield PlainText(_("What the evidence says"), classes="heading")
            yield PlainText(plan.label, classes="item")
        if cautions := step.cautions + plan.cautions:
            yield PlainText(_("Take care"), classes="heading urgent")
            yield from (BulletLine(caution) for caution in cautions)
        if plan.changes:
            yield PlainText(_("Changed for you"), classes="heading")
            yield from (BulletLine(change_sentence(change)) for change in plan.changes)
        yield PlainText(_("Where it comes from"), classes="heading")
        yield from self._sources()

    def _sources(self) -> ComposeResult:
        known = self.context.sources()
        if not self._step.sources:
            yield PlainText(_("The routine's file names no source for this."), classes="item")
        for id_ in self._step.sources:
            source = known.get(id_)
            if source is None:
                yield BulletLine(id_)
                continue
            yield BulletLine(f"{source.name} ({source.publisher})")
            yield PlainText(f"{source.says} {status_name(source.status)}", classes="quiet indented")


class NothingScreen(Page):
    """Says why the routine is not for this person."""

    def __init__(self, context: Context, plan: Plan) -> None:
        super().__init__(plan.title, context)
        self._plan = plan

    def text(self) -> ComposeResult:
        yield PlainText(_("This routine is not for you."), classes="heading first")
        for change in self._plan.changes:
            yield PlainText(change_sentence(change), classes="item")
        yield PlainText(_("Choose another one, or ask your doctor or midwife."), classes="quiet")

    def action_close(self) -> None:
        """Leave; it may be the first screen of all, which can't be dismissed."""
        self.post_message(Done())
