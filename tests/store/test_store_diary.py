"""The diary on disk: what is recorded is there, and what a person changes can be taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary_making import ENTRIES, Clock, an_id, counts_by_day, cramp, diary, kept_in, session
from uncramp.domain.diary import DayCount, Ending, Entry
from uncramp.domain.store_problem import ClashError, UnknownEntryError
from uncramp.domain.told import told_entries
from uncramp.store.queries import Imported

IN_ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@IN_ONE_FOLDER
@given(ENTRIES)
def test_every_entry_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, entry: Entry) -> None:
    folder = tmp_path_factory.mktemp("entry")
    with diary(folder) as store:
        store.record(entry)
    with diary(folder) as store:
        kept = store.get(entry.id)
    assert (kept.entry, kept.deleted) == (entry, False)


def test_looking_at_a_diary_that_nobody_has_begun_shows_nothing(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        assert store.page() == []
        assert store.day_counts(date.min, date.max) == {}
        assert store.resumable() is None
        assert store.pop_notices() == ()


def test_what_is_recorded_again_is_what_it_is_now_and_leaves_no_versions(tmp_path: Path) -> None:
    """A session that goes on is one entry, not a history of itself."""
    begun = session(played=0, ending=Ending.INTERRUPTED)
    done = replace(begun, played=305, ending=Ending.COMPLETED)
    with diary(tmp_path) as store:
        store.record(begun)
        store.record(done, before=begun)
        assert store.get(begun.id).entry == done
        assert store.versions(begun.id) == []


def test_recording_over_what_somebody_changed_meanwhile_keeps_what_they_wrote(tmp_path: Path) -> None:
    begun = cramp(relief=None)
    with diary(tmp_path) as here, diary(tmp_path) as there:
        here.record(begun)
        changed = replace(begun, note="written in the other terminal")
        there.change(changed)
        here.record(replace(begun, relief=60), before=begun)
        assert [one.entry for one in here.versions(begun.id)] == [begun, changed]


@IN_ONE_FOLDER
@given(st.lists(ENTRIES, unique_by=lambda one: one.id, max_size=20), st.integers(1, 7))
def test_pages_give_every_entry_once_from_the_newest_to_the_oldest(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], limit: int
) -> None:
    with diary(tmp_path_factory.mktemp("pages")) as store:
        store.bring_in((entry, 1) for entry in entries)
        found: list[Entry] = []
        while page := store.page(found[-1] if found else None, limit):
            assert len(page) <= limit
            found += page
    assert found == sorted(entries, key=lambda one: (-one.start.utc.timestamp(), one.id))


@IN_ONE_FOLDER
@given(st.lists(ENTRIES, unique_by=lambda one: one.id, max_size=20))
def test_days_are_counted_as_the_domain_counts_them(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    with diary(tmp_path_factory.mktemp("days")) as store:
        store.bring_in((entry, 1) for entry in entries)
        assert store.day_counts(date(1969, 1, 1), date(2300, 1, 1)) == counts_by_day(entries)
        assert store.told() == told_entries(entries)
        store.delete_all(entry.id for entry in entries[:1])
        assert store.told() == told_entries(entries[1:])


def test_days_and_lists_hold_what_was_asked_for_alone(tmp_path: Path) -> None:
    first, second = cramp("2026-11-20 01:00"), cramp("2026-11-22 01:00")
    practice = session("2026-11-21 18:00")
    broken_off = session("2026-11-21 19:00", played=3, ending=Ending.STOPPED)
    night = date(2026, 11, 21)
    with diary(tmp_path) as store:
        store.bring_in((entry, 1) for entry in (second, practice, first, broken_off))
        assert store.entries(date(2026, 11, 1), night) == [first, practice, broken_off, second]
        assert store.entries(night, night) == [practice, broken_off, second]
        assert store.sessions(night, night) == [practice, broken_off]
        assert store.day_counts(night, night) == {night: DayCount(night, cramps=1, sessions=1)}


def test_a_correction_keeps_what_it_said_and_can_be_taken_back_and_done_again(tmp_path: Path) -> None:
    before = cramp(note="left")
    after = replace(before, note="right")
    with diary(tmp_path) as store:
        store.add(before)
        store.change(after)
        assert [one.entry for one in store.versions(before.id)] == [before]
        assert store.restore(before.id) == before
        assert store.restore(before.id) == after
        assert store.get(before.id).entry == after
        assert store.restore(before.id, 1) == before


def test_a_correction_of_the_time_moves_it_to_its_night(tmp_path: Path) -> None:
    entry = cramp("2026-11-22 00:40")
    moved = replace(entry, start=cramp("2026-11-22 12:40").start)
    with diary(tmp_path) as store:
        store.add(entry)
        store.change(moved)
        assert store.entries(date(2026, 11, 22), date(2026, 11, 22)) == [moved]


def test_what_is_deleted_is_nowhere_and_can_be_restored(tmp_path: Path) -> None:
    entry = cramp()
    with diary(tmp_path) as store:
        store.add(entry)
        assert store.delete(entry.id)
        assert not store.delete(entry.id)
        assert store.page() == []
        assert store.day_counts(entry.day, entry.day) == {}
        assert store.get(entry.id).deleted
        assert store.restore(entry.id) == entry
        assert store.page() == [entry]


def test_what_was_never_there_is_said_to_be_unknown(tmp_path: Path) -> None:
    with diary(tmp_path) as store:
        for ask in (store.get, store.restore):
            with pytest.raises(UnknownEntryError):
                ask(an_id())
        with pytest.raises(UnknownEntryError):
            store.change(cramp())
        assert not store.delete(an_id())
        assert store.page() == []


def test_an_entry_that_was_never_changed_has_nothing_to_take_back(tmp_path: Path) -> None:
    entry = cramp()
    with diary(tmp_path) as store:
        store.add(entry)
        with pytest.raises(UnknownEntryError):
            store.restore(entry.id)
        with pytest.raises(UnknownEntryError):
            store.restore(entry.id, 7)
        assert store.get(entry.id).entry == entry


def test_ids_are_found_by_how_they_begin_and_nothing_else_counts(tmp_path: Path) -> None:
    entry = cramp()
    with diary(tmp_path) as store:
        store.add(entry)
        assert store.ids_like(entry.id[:6], 10) == [entry.id]
        assert store.ids_like("%", 10) == []
        assert store.ids_like("_", 10) == []


def test_an_import_done_twice_changes_nothing(tmp_path: Path) -> None:
    entries: list[tuple[Entry, int]] = [(session(), 6), (cramp(), 5)]
    with diary(tmp_path) as store:
        assert store.bring_in(entries) == Imported(added=2)
        before = list(store.everything())
        assert store.bring_in(entries) == Imported(same=2)
        assert list(store.everything()) == before == entries


def test_of_two_imports_the_newer_wins_in_any_order_and_the_older_is_kept(tmp_path: Path) -> None:
    old = cramp(note="old")
    new = replace(old, note="new")
    with diary(tmp_path / "one") as one, diary(tmp_path / "two") as two:
        assert one.bring_in([(old, 5)]) == Imported(added=1)
        assert one.bring_in([(new, 6)]) == Imported(changed=1)
        two.bring_in([(new, 6)])
        assert two.bring_in([(old, 5)]) == Imported(older=1)
        assert one.get(old.id).entry == two.get(old.id).entry == new
        assert [version.entry for version in one.versions(old.id)] == [old]


def test_what_was_deleted_here_is_not_brought_back_by_an_import(tmp_path: Path) -> None:
    entry = cramp()
    with diary(tmp_path) as store:
        store.add(entry)
        store.delete(entry.id)
        assert store.bring_in([(entry, 2**40)]) == Imported(deleted=1)
        assert store.page() == []


def test_an_import_that_fails_on_its_way_takes_in_nothing(tmp_path: Path) -> None:
    here = cramp()
    with diary(tmp_path) as store:
        store.add(here)
        with pytest.raises(ClashError, match=here.id):
            store.bring_in([(session(), 1), (replace(session(), id=here.id), 1)])
        assert store.page() == [here]


def test_two_terminals_see_what_the_other_wrote(tmp_path: Path) -> None:
    with diary(tmp_path) as here, diary(tmp_path) as there:
        first, second = cramp(), session()
        here.record(first)
        there.record(second)
        assert {one.id for one in here.page()} == {one.id for one in there.page()} == {first.id, second.id}


def test_when_it_was_last_written_never_goes_back(tmp_path: Path) -> None:
    """A clock that was set back must not let an older import win over a correction."""
    clock, entry = Clock(), cramp()
    with diary(tmp_path, clock) as store:
        store.add(entry)
        before = store.get(entry.id).changed
        clock.on(days=-30)
        store.change(replace(entry, note="after"))
        assert store.get(entry.id).changed == before
    assert kept_in(tmp_path)[entry.id] == replace(entry, note="after")
