"""Makes the pages that are imported only when they are opened, so that help waits for none of them."""

from typing import Any

from textual.screen import Screen

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Step
from uncramp.domain.session import Session
from uncramp.guidance.context import Context
from uncramp.paths import shipped_routines
from uncramp.words.signs import Reason


def open_signs(screen: Screen[Any], emergency_number: str) -> None:
    """Open the warning signs on top of a screen."""
    from uncramp.tui.screens.signs import SignsScreen

    screen.app.push_screen(SignsScreen(Reason.LOOK, emergency_number))


def about_page(context: Context) -> Screen[bool]:
    """What is true of the person."""
    from uncramp.tui.screens.about import AboutScreen

    return AboutScreen(context)


def guide_page(context: Context) -> Screen[Any]:
    """The guide."""
    from uncramp.guide.topics import FOLDER, read_guide
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
