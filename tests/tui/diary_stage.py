"""The diary's screens on a stage for tests: a diary in a folder of the test's own, a clock that is told."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from app_driver import DAY, AppDriver
from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.profile import Profile
from uncramp.store.diary import my_diary
from uncramp.tui.screens.diary import DiaryScreen
from uncramp.tui.widgets.diary_list import DiaryList
from uncramp.tui.widgets.form_list import FormList


class DiaryHand(AppDriver):
    """Holds the app, and looks into the person's diary as another program would."""

    def kept(self) -> list[Entry]:
        """What is in the diary, the newest first."""
        store = my_diary(now=lambda: self.when)
        try:
            return store.page(limit=5_000)
        finally:
            store.close()

    def cramp(self) -> CrampEntry:
        """The one cramp that is there."""
        (cramp,) = (entry for entry in self.kept() if isinstance(entry, CrampEntry))
        return cramp

    @property
    def days(self) -> DiaryList:
        return self.app.screen.query_one(DiaryList)

    @property
    def field(self) -> str:
        """The field that is marked."""
        option = self.app.screen.query_one(FormList).highlighted_option
        assert option is not None
        return str(option.id)

    async def mark(self, field: str) -> None:
        """Go to a field with the arrow keys."""
        for _ in range(20):
            if self.field == field:
                return
            await self.press("down")
        raise AssertionError(f"no field {field}")


def fill(entries: Iterable[Entry], when: datetime = DAY) -> None:
    """Write a diary."""
    store = my_diary(now=lambda: when)
    store.bring_in((entry, 1) for entry in entries)
    store.close()


@asynccontextmanager
async def diary_screen(
    size: tuple[int, int] = (80, 24),
    when: datetime = DAY,
    entries: Iterable[Entry] = (),
    profile: Profile | None = None,
) -> AsyncIterator[DiaryHand]:
    """Home, and from there the diary with its key."""
    entries = list(entries)
    if entries:
        fill(entries, when)
    hand = DiaryHand(when, profile=profile)
    async with hand.running(None, size):
        await hand.press("d")
        assert isinstance(hand.screen, DiaryScreen)
        yield hand
