"""Every word that a person reads: plain enough for someone half asleep and in pain, and nothing promised."""

import re
from collections.abc import Iterator

import pytest
import textstat  # type: ignore[import-untyped]
from shipped import GUIDE_SOURCES, ROUTINES, SOURCES

from uncramp.domain.routine import Adaptation, Move, Routine, RoutineAdaptation, Step

GRADE = 6
"""The school grade that can read it, by Flesch and Kincaid."""

SHORT = 8
"""Words below which the formula says nothing: one long word decides. There, words are to be short on average."""

Text = tuple[str, str]
"""Where a text stands, and the text."""


def texts(routine: Routine) -> Iterator[Text]:
    """Every user-facing text of a routine, with its file and key."""
    here = f"{routine.name}.yaml"
    yield from _some(here, routine, "title", "about", "label", "position")
    yield from _list(f"{here}: cautions", routine.cautions)
    yield from _list(f"{here}: notes", routine.notes)
    yield from _adaptations(here, routine.adapt)
    for nth, step in enumerate(routine.steps):
        yield from _of_step(f"{here}: steps[{nth}]", step)


def _of_step(here: str, step: Step) -> Iterator[Text]:
    yield from _some(here, step, "name", "say", "how", "partner", "position")
    yield from _moves(here, step.moves)
    yield from _list(f"{here}.cautions", step.cautions)
    yield from _adaptations(here, step.adapt)
    if step.ask:
        yield f"{here}.ask", step.ask.text
        yield from _some(here, step.ask, "means", "yes", "no")


def _moves(here: str, moves: tuple[Move, ...]) -> Iterator[Text]:
    yield from ((f"{here}.moves[{nth}].say", move.say) for nth, move in enumerate(moves) if move.say)


def _adaptations(here: str, found: tuple[Adaptation, ...] | tuple[RoutineAdaptation, ...]) -> Iterator[Text]:
    for one in found:
        place = f"{here}.adapt.{one.tag}"
        yield from _some(place, one, "why", "caution")
        if isinstance(one, Adaptation) and one.replace:
            yield from _some(f"{place}.replace", one.replace, "name", "say", "how", "partner", "position")
            yield from _moves(f"{place}.replace", one.replace.moves or ())


def _some(here: str, holder: object, *keys: str) -> Iterator[Text]:
    yield from ((f"{here}.{key}", value) for key in keys if (value := getattr(holder, key)))


def _list(here: str, found: tuple[str, ...]) -> Iterator[Text]:
    yield from ((f"{here}[{nth}]", text) for nth, text in enumerate(found))


ALL = [one for routine in ROUTINES.values() for one in texts(routine)]
READ_OUT = ("say", "how", "partner", "why", "caution", "label", "about", "ask", "means", "yes", "no")
SENTENCES = [
    (where, text)
    for where, text in ALL
    if where.rsplit(".", 1)[-1] in READ_OUT or re.search(r"(cautions|notes)\[\d+\]$", where)
]


def readable(text: str) -> bool:
    """Whether someone in grade six can read it."""
    words = textstat.lexicon_count(text)
    if words < SHORT:
        return bool(textstat.syllable_count(text) <= 2 * words)
    return bool(textstat.flesch_kincaid_grade(text) <= GRADE)


def test_all_texts_are_looked_at() -> None:
    kinds = {re.sub(r"\[\d+\]", "", where).rsplit(".", 1)[-1] for where, _ in SENTENCES}
    assert {"say", "how", "partner", "why", "caution", "label", "about", "ask"} < kinds
    assert len(SENTENCES) > 500


def test_every_text_can_be_read_in_grade_six() -> None:
    hard = [f"{where}: {text}" for where, text in SENTENCES if not readable(text)]
    assert not hard, "\n".join(hard)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Pull your toes toward your shin. Slowly.", True),
        ("With diabetes, never go barefoot.", True),
        ("Dorsiflexion alleviates contractures.", False),
        ("Elevate the affected extremity to facilitate venous return and minimise oedema formation.", False),
    ],
)
def test_the_measure_knows_hard_from_easy(text: str, *, plain: bool) -> None:
    assert readable(text) is plain


def test_what_is_said_has_12_words_at_most() -> None:
    long = [where for where, text in ALL if where.endswith(".say") and len(text.split()) > 12]
    assert not long, long


def test_the_line_for_lists_has_36_characters_at_most() -> None:
    lines = {name: routine.about for name, routine in ROUTINES.items()}
    assert all(0 < len(about) <= 36 for about in lines.values()), lines


FORBIDDEN = {
    "a promise": (
        r"\bcur(e|es|ed|ing)\b|\bprevent|\bguarante|\bsafe for everyone\b|\bperfectly safe\b|\bharmless\b"
        r"|\bno risk\b|\balways (works?|helps?)\b|\bnever fails\b|\bwill (stop|end|go away|help|vanish)\b"
        r"|\bgets? rid of\b|\bproven to\b|\bmiracle"
    ),
    "a diagnosis": r"\bdiagnos|\byou have (a|an|the) (clot|dvt|thrombosis|illness|disease|tetany|strain|tear)\b",
    "a word for something else": r"\bconvulsion|\bseizure|\bspasm|\bfits?\b",
    "harm": r"\bneedles?\b|\bpins?\b|\bmustard\b|\bprick|\bpinch|\bscratch",
    "a medicine": r"\bmagnesium\b|\bcalcium\b|\bquinine\b|\btablets?\b|\bpills?\b|\bmg\b",
}
ABOUT_SOURCES = ("a medicine",)
"""What a source may speak of, though no routine does."""

LEAVES_OUT = re.compile(r"^We don't use .*[.] They can hurt you[.]$")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_forbidden_is_said(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE)
    every = {**SOURCES, **GUIDE_SOURCES}
    sources = [(f"sources.yaml: {one.id}.says", one.says) for one in every.values() if one.id != "mustard-burn"]
    looked_at = ALL if what in ABOUT_SOURCES else [*ALL, *sources]
    found = [f"{where}: {text}" for where, text in looked_at if pattern.search(text)]
    if what == "harm":  # a note may say that we skip it
        found = [one for one in found if not (".notes[" in one.replace(": notes", ".notes") and _left_out(one))]
    assert not found, "\n".join(found)


def _left_out(found: str) -> bool:
    return LEAVES_OUT.match(found.split(": ", 2)[-1]) is not None


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a promise", "This cures cramps."),
        ("a promise", "It prevents the next one."),
        ("a promise", "Safe for everyone."),
        ("a diagnosis", "You have a clot."),
        ("a word for something else", "A fit of the calf."),
        ("a word for something else", "The muscle is in spasm."),
        ("harm", "Prick it with a pin."),
        ("a medicine", "Take 300 mg of magnesium."),
    ],
)
def test_the_forbidden_words_are_recognised(what: str, text: str) -> None:
    assert re.search(FORBIDDEN[what], text, re.IGNORECASE)


@pytest.mark.parametrize("name", ROUTINES)
def test_what_is_not_first_aid_says_what_it_is_worth(name: str) -> None:
    """Nothing is proven; each routine says so where it starts and ends."""
    routine = ROUTINES[name]
    honest = r"\bmay help\b|\bmay mean fewer cramps\b|\bunproven\b|\bmay feel good\b"
    assert routine.purpose == "first-aid" or re.search(honest, routine.label), routine.label


@pytest.mark.parametrize("name", ROUTINES)
def test_a_move_that_lets_go_is_never_told_to_pull_or_press(name: str) -> None:
    """The step's own sentence is for the move that works; a long one that lets go has one of its own."""
    for where, moves in _all_moves(ROUTINES[name]):
        for move in moves:
            if move.name in LETS_GO and move.seconds > SHORT_MOVE_S:
                assert move.say, f"{where}: {move.name}"
                assert not re.search(r"\b(pull|press|draw)\b", move.say, re.IGNORECASE), f"{where}: {move.say}"


LETS_GO = {"ease", "ease off", "let go", "relax", "come up"}
SHORT_MOVE_S = 3
"""Shorter moves pass too fast for a sentence each: the step's names them all."""


def _all_moves(routine: Routine) -> Iterator[tuple[str, tuple[Move, ...]]]:
    for step in routine.steps:
        if len(step.moves) > 1:
            yield f"{routine.name}: {step.name}", step.moves
        for rule in step.adapt:
            if rule.replace and rule.replace.moves and len(rule.replace.moves) > 1:
                yield f"{routine.name}: {step.name}, {rule.tag}", rule.replace.moves
