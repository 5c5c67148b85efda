"""Whatever the two articles ask of a person stands in the program, with what we think of it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from articles import ALL, LENGTHS, NOTHING, Advice
from shipped import FOLDER as ROUTINE_FILES
from shipped import ROUTINES
from test_catalogue_words import texts

from uncramp.domain.routine import Purpose
from uncramp.guide.topics import FOLDER, read_guide

GUIDE = {topic.name: topic.markdown for topic in read_guide(ROUTINE_FILES / FOLDER).topics}
WELL_FORMED = re.compile(r"([01]):(\d+)(?:-(\d+)|[a-z])?")


@cache
def said_in(place: str) -> str:
    """All words of a routine or of a topic of the guide, in small letters on one line."""
    if place in GUIDE:
        found = GUIDE[place].partition("## Sources")[0]
    else:
        moves = (move.name for step in ROUTINES[place].steps for move in step.moves)
        found = " ".join([*(text for _, text in texts(ROUTINES[place])), *moves])
    return " ".join(found.lower().split())


def ids(advice: Advice) -> list[str]:
    return [advice.id, *advice.also.split()]


def lines(reference: str) -> Iterator[tuple[int, int]]:
    """The article and line of all that a reference names."""
    found = WELL_FORMED.fullmatch(reference)
    assert found, f"'{reference}' is no article:line"
    article, first = int(found[1]), int(found[2])
    last = int(found[3] or first)
    assert 1 <= first <= last <= LENGTHS[article], reference
    yield from ((article, line) for line in range(first, last + 1))


@pytest.mark.parametrize("advice", ALL, ids=lambda advice: advice.id)
def test_it_stands_where_the_table_says(advice: Advice) -> None:
    assert advice.place in GUIDE or advice.place in ROUTINES, advice.place
    assert advice.words
    missing = [word for word in advice.words if word not in said_in(advice.place)]
    assert not missing, f"{advice.place} does not say {missing}: {advice.advice}"


def test_each_id_is_well_formed_and_stands_once() -> None:
    counted = Counter(reference for advice in ALL for reference in ids(advice))
    assert not [reference for reference, times in counted.items() if times > 1]
    assert all(list(lines(reference)) for reference in counted)


def test_each_line_of_both_articles_is_answered_or_asks_nothing() -> None:
    answered = {line for advice in ALL for reference in ids(advice) for line in lines(reference)}
    nothing = [line for reference in NOTHING.split() for line in lines(reference)]
    assert len(nothing) == len(set(nothing))
    assert not answered & set(nothing)
    every = {(article, line) for article, length in LENGTHS.items() for line in range(1, length + 1)}
    assert sorted(every - answered - set(nothing)) == []


def test_a_line_that_asks_for_several_things_has_a_letter_for_each() -> None:
    """No line stands both with a letter and without."""
    plain: set[tuple[int, int]] = set()
    lettered: set[tuple[int, int]] = set()
    for advice in ALL:
        for reference in ids(advice):
            (lettered if reference[-1].isalpha() else plain).update(lines(reference))
    assert not plain & lettered


def test_every_page_of_the_guide_and_all_first_aid_have_a_part() -> None:
    used = {advice.place for advice in ALL}
    first_aid = {name for name, routine in ROUTINES.items() if routine.purpose is Purpose.FIRST_AID}
    assert first_aid | set(GUIDE) <= used


def test_what_is_vetoed_is_never_asked_for() -> None:
    """Each thing that is left out says so in the very section that names it."""
    sections = {section.partition("\n")[0]: section for section in GUIDE["left-out"].split("\n## ")[1:]}
    for advice in ALL:
        if advice.place == "left-out":
            held = [" ".join(section.lower().split()) for section in sections.values()]
            assert any(all(word in one for word in advice.words) and "we leave this out." in one for one in held), (
                advice
            )


def test_the_words_are_our_own_and_in_small_letters() -> None:
    for advice in ALL:
        assert len(advice.advice) <= 72, advice.advice
        assert all(word == word.lower() for word in advice.words), advice.words
