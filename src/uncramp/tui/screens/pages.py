"""Pages that are loaded when somebody asks for them: hardly anybody does, and help waits for none of them."""

from typing import Any

from textual.screen import Screen

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Step
from uncramp.domain.session import Session
from uncramp.guidance.context import Context
from uncramp.paths import shipped_routines


def about_page(context: Context) -> Screen[bool]:
    """What is true of the person."""
    from uncramp.tui.screens.about import AboutScreen

    return AboutScreen(context)


def guide_page(context: Context) -> Screen[Any]:
    """The guide."""
    from uncramp.guide.topics import FOLDER, read_guide  # it brings Markdown with it
    from uncramp.tui.screens.guide import GuideScreen

    number = context.emergency_number
    return GuideScreen(read_guide(shipped_routines() / FOLDER, number), emergency_number=number)


def finish_page(context: Context, session: Session) -> Screen[Any]:
    """The end of a session."""
    from uncramp.tui.screens.finish import FinishScreen

    return FinishScreen(context, session)


def keys_page(below: Screen[Any]) -> Screen[bool]:
    """All keys of the screen below."""
    from uncramp.tui.screens.key_list import KeyListScreen

    return KeyListScreen(below)


def why_page(context: Context, plan: Plan, step: Step) -> Screen[bool]:
    """Why a step is as it is."""
    from uncramp.tui.screens.why import WhyScreen

    return WhyScreen(context, plan, step)
