"""The guide's texts read easily, name their sources, and promise nothing."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import textstat  # type: ignore[import-untyped]

from guide_samples import shipped
from uncramp.guide.blocks import Block, BlockKind, blocks
from uncramp.guide.topics import FOLDER, SIGNS
from uncramp.paths import shipped_routines

HIGHEST_GRADE = 6
SOURCES = "Sources"

TEXTS = [topic for topic in shipped().topics if topic.name != SIGNS]
BY_NAME = pytest.mark.parametrize("topic", TEXTS, ids=lambda topic: topic.name)

PROMISES = (
    r"cures?", r"prevents?", r"guarantee\w*", r"heals?", r"always works", r"safe for every\w*", r"proven",
    r"diagnos\w*", r"you have (a|an) ",
)  # fmt: skip
ELSEWHERE_ONLY = (r"fits?", r"seizures?", r"convulsions?")
LEFT_OUT_ONLY = (r"pins?\b(?! and needles)", r"(?<!pins and )needles?", r"mustard", r"prick\w*")
"""“Pins and needles” is a feeling, and a warning sign."""


def sections(markdown: str) -> Iterator[tuple[str, list[Block]]]:
    """Each heading, and the blocks under it."""
    heading, under = "", list[Block]()
    for block in blocks(markdown):
        if block.kind is BlockKind.HEADING:
            if under:
                yield heading, under
            heading, under = block.text, []
        else:
            under.append(block)
    yield heading, under


def words_of(under: list[Block]) -> str:
    """What a person reads of a section, without the numbers of sources and without bare lists of names."""
    said = " ".join(block.text for block in under if block.kind is BlockKind.PARAGRAPH)
    return re.sub(r"\s*\(E\d+(, E\d+)*(: see Sources, at the end)?\)", "", said)


@BY_NAME
def test_every_section_reads_at_grade_six_or_lower(topic: Any) -> None:
    offenders = []
    for heading, under in sections(topic.markdown):
        words = words_of(under)
        if heading == SOURCES or not words:
            continue
        # Two measures: one counts syllables, one letters.
        grade = max(textstat.flesch_kincaid_grade(words), textstat.automated_readability_index(words))
        if grade > HIGHEST_GRADE:
            offenders.append(f"{topic.name}: {heading}: grade {grade:.1f}: {words}")
    assert not offenders, "\n".join(offenders)


@BY_NAME
@pytest.mark.parametrize("word", PROMISES + ELSEWHERE_ONLY)
def test_no_promise_no_diagnosis_and_no_word_for_something_graver(topic: Any, word: str) -> None:
    found = re.search(rf"\b{word}\b", topic.markdown, re.IGNORECASE)
    assert found is None, f"{topic.name}: {found}"


@pytest.mark.parametrize("word", LEFT_OUT_ONLY)
def test_what_wounds_or_burns_is_named_only_where_it_is_left_out(word: str) -> None:
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    for topic in shipped().topics:
        for heading, under in sections(topic.markdown):
            if heading != SOURCES and pattern.search(" ".join([heading, *(block.text for block in under)])):
                assert topic.name == "left-out"
                assert "We leave this out." in words_of(under)


def test_everything_left_out_says_so_and_why() -> None:
    topic = shipped().get("left-out")
    found = dict(list(sections(topic.markdown))[1:])
    del found[SOURCES]
    assert len(found) == 20
    for heading, under in found.items():
        said, _, why = words_of(under).partition("We leave this out")
        assert len(why) > 20, heading
        assert not re.search(r"\b(try|do it|you can|helps)\b", said), heading


@BY_NAME
def test_every_number_in_the_text_stands_in_the_sources(topic: Any) -> None:
    text, _, sources = topic.markdown.partition(f"## {SOURCES}")
    assert sources
    used, listed = set(re.findall(r"\bE\d+", text)), set(re.findall(r"\bE\d+", sources))
    assert used == listed
    files = (shipped_routines() / "sources.yaml", shipped_routines() / FOLDER / "sources.yaml")
    known = re.findall(r"(?m)^  evidence: (.*)", "".join(path.read_text(encoding="utf-8") for path in files))
    assert listed <= set(re.findall(r"\bE\d+", " ".join(known))), "a number is in no entry of sources.yaml"


@pytest.mark.parametrize("name", ["habits", "tonight"])
def test_every_piece_of_advice_says_where_it_comes_from(name: str) -> None:
    for heading, under in list(sections(shipped().get(name).markdown))[1:]:
        said = " ".join(block.text for block in under)
        named = re.search(r"\(E\d|our choice|articles?\b", said)
        assert heading == SOURCES or named, f"{name}: {heading}"


@BY_NAME
def test_a_text_is_a_title_one_sentence_and_short_sections(topic: Any) -> None:
    first, *rest = sections(topic.markdown)
    assert first[0] == topic.title
    assert [block.text for block in first[1]] == [topic.summary]
    assert len(topic.summary) <= 66
    for heading, under in rest:
        assert len(words_of(under).split()) <= 75, heading
    assert rest[-1][0] == SOURCES


@BY_NAME
def test_foods_only_and_no_doses(topic: Any) -> None:
    doses = [found[0] for found in re.finditer(r"\d+ ?(mg|g|µg|mcg|IU|tablets?)\b", topic.markdown)]
    assert set(doses) <= {"200 mg"}, "only caffeine has a limit"


def test_the_evidence_is_told_fairly() -> None:
    text = " ".join(shipped().get("evidence").markdown.split())
    for fact in (
        "10 minutes",
        "24 hours",
        "1.2 fewer",
        "0.6 to 1.8",
        "95% CI",
        "1.3 cm",
        "over 55",
        "than people who did not stretch",
        "80 people",
        "Everybody knew who stretched",
        "191 people",
        "97 of them",
        "little or no difference",
    ):
        assert fact in text
    for fact in ("3 trials of stretching, with 201 people", "all 50 or older. None was pregnant", "*may*"):
        assert fact in text
    for fact in (
        "No randomised trial in pregnancy shows benefit",
        "86 women",
        "p = 0.75",
        "no harm",
        "80 and 212 women",
    ):
        assert fact in text
    for fact in ("94 people", "175", "3.4 fewer", "2.6 fewer", "weak, or very weak", "332 women. It had no effect"):
        assert fact in text
    for fact in ("199 people", "0.96", "3.63", "not done in pregnancy", "warfarin", "2.25", "0.36", "74", "very salty"):
        assert fact in text
    for fact in ("registered. We know of no result", "10 to 54 of 100", "Your diary will show if it helps"):
        assert fact in text


def test_quinine_is_a_warning() -> None:
    found = dict(sections(shipped().get("evidence").markdown))["Quinine: a warning"]
    said = words_of(found)
    assert said.startswith("Warning. Do not take quinine for cramps")
    for fact in ("died", "FDA", "not a routine treatment", "Pregnant? Then don't", "Tonic water", "ill"):
        assert fact in said


def test_the_night_is_prepared_with_what_a_cramp_needs() -> None:
    text = shipped().get("tonight").markdown
    for fact in ("towel", "shoes", "water", "light", "covers", "pointed", "exercise bike", "`uncramp now`"):
        assert fact in text
    assert "`uncramp tonight`" in text
