"""The session's screen with a diary of its own home, for tests, and a session that is cut off."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from app_driver import DAY, AppDriver
from diary_making import PATIENT
from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.profile import Profile
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.paths import diary_folder
from uncramp.store.diary import my_diary

GONE = ("enter", "n", "enter", "enter", "enter", "enter")
"""Relief, no clot, and all that comes after it left out."""


@contextmanager
def recorded(hand: AppDriver) -> Iterator[AppDriver]:
    """The driver with a diary of its own home."""
    began = hand.now
    start = hand.when

    def now() -> datetime:
        return start + timedelta(milliseconds=hand.now - began)

    broken = Faults()
    diary = LiveDiary(broken, lambda: my_diary(now=now), now, PATIENT)
    hand.context = replace(hand.context, diary=diary, faults=broken, local_time=now)
    try:
        yield hand
    finally:
        diary.close()


def kept() -> list[Entry]:
    """What another process would find, the oldest first."""
    store = my_diary()
    try:
        return [entry for entry, _changed in store.everything()]
    finally:
        store.close()


def the_cramp() -> CrampEntry:
    (entry,) = kept()
    assert isinstance(entry, CrampEntry)
    return entry


# What was cut off.


async def cut_off(
    name: str,
    seconds: float,
    *keys: str,
    when: datetime = DAY,
    minutes: float = 5,
    profile: Profile | None = None,
    then: tuple[float | str, ...] = (),
) -> AppDriver:
    """Play for a while, have it cut off, and come back after some minutes."""
    with recorded(AppDriver(when, profile=profile)) as hand:
        async with hand.running(name):
            hand.settle()
            await hand.pass_time(seconds)
            await hand.press(*keys)
            for one in then:
                await (hand.press(one) if isinstance(one, str) else hand.pass_time(one))
    written_at(hand.context.local_time())
    return AppDriver(hand.context.local_time() + timedelta(minutes=minutes), profile=profile)


def written_at(moment: datetime) -> None:
    """Let the diary's files be as old as the stage has it."""
    for file in diary_folder().iterdir():
        os.utime(file, (moment.timestamp(), moment.timestamp()))
