"""The warning signs: what calls for what, whom to call, and the keys by which a diary keeps them."""

import pytest
import textstat  # type: ignore[import-untyped]

from uncramp.cli.fallback import _wrapped
from uncramp.terminal.first_words import FEW_SIGNS, TEN_MINUTES
from uncramp.words.call_card import call_card
from uncramp.words.signs import (
    Reason,
    after_answer,
    group_of,
    known_signs,
    no_diagnosis,
    signs_from,
    signs_text,
    signs_to_tick,
    warning_signs,
    what_now,
    whom_to_call,
)

NOW, TODAY, PREGNANT, VISIT = warning_signs("112")
CLOT = "This may be a blood clot. Do not rub."

OLD_DIARIES = (
    "breath_or_chest", "fit_or_faint", "leg_cold", "leg_swollen", "pain_stays", "over_ten_minutes", "wound_or_poison",
    "mouth_tingles", "headache_or_sight", "sudden_swelling", "bleeding_or_tightenings", "baby_moves_less",
    "sleep_spoilt", "numb_or_weak", "new_medicine",
)  # fmt: skip
"""The keys of the first signs that there were."""


def readable(text: str) -> bool:
    """Whether somebody in grade six can read it, by two measures: one counts syllables, one letters."""
    return bool(max(textstat.flesch_kincaid_grade(text), textstat.automated_readability_index(text)) <= 6)


def test_each_group_says_what_to_do() -> None:
    assert [group.heading for group in warning_signs("112")] == [
        "Call 112 now",
        "Call your doctor, midwife or urgent line today",
        "Pregnant, or had a baby in the last 8 weeks? Call your midwife or maternity unit at once for",
        "Book a visit for",
    ]
    assert [group.urgent for group in warning_signs()] == [True, True, True, False]
    assert [group for group in warning_signs("112") if group.of_pregnancy] == [PREGNANT]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        (NOW.heading, ("breathing", "blood", "arm, neck or jaw", "fit", "passing out", "cold", "in a cast", "bladder",
                       "hot day")),
        (TODAY.heading, ("ONE leg", "veins", "blood clot", "10 minutes", "tiptoe", "loss of feeling", "cola", "statin",
                         "before the next tablet", "diarrhoea", "water tablets", "tingling", "poison")),
        (PREGNANT.heading, ("headache", "flashing", "ribs", "vomiting", "swelling", "bleed", "ightenings", "baby")),
        (VISIT.heading, ("sleep", "both legs", "medicine", "inhaler", "when you walk", "thinner", "more than a day",
                         "kidney", "thyroid", "Hand cramps")),
    ],
)  # fmt: skip
def test_each_sign_is_in_the_group_that_it_calls_for(heading: str, words: tuple[str, ...]) -> None:
    said = {group.heading: " ".join(group.signs) for group in warning_signs("112")}
    assert [word for word in words if word not in said[heading]] == []


def test_a_statin_and_weakness_are_no_matter_for_a_visit() -> None:
    for word in ("statin", "weak", "numb"):
        assert word not in " ".join(VISIT.signs).casefold()


def test_the_signs_read_easily() -> None:
    for group in warning_signs():
        assert readable(" ".join(group.signs)), group.heading
    for reason in Reason:
        said = what_now(reason, whom_to_call())
        assert textstat.flesch_kincaid_grade(said) <= 6, said
        card = call_card(reason, means=CLOT, ticked="leg_swollen")
        if card is not None:
            said = " ".join(filter(None, (card.means, card.whole_call, card.whom)))
            assert textstat.flesch_kincaid_grade(said) <= 6, said
    assert readable(FEW_SIGNS)


def test_a_sign_is_one_short_line() -> None:
    lines = [line.words for group in warning_signs() for line in group.lines]
    assert all(len(line) <= 100 for line in lines), max(lines, key=len)
    assert len(lines) == len(set(lines))


def test_every_key_that_a_diary_may_hold_still_has_its_words_and_its_group() -> None:
    known = known_signs()
    for key in OLD_DIARIES:
        assert known[key].words
        group = group_of(key)
        assert group is not None
        assert (key in [line.key for line in group.lines]) == (key in signs_to_tick())
    assert known["breath_or_chest"].words.startswith("You can't get your breath")


def test_a_retired_sign_is_not_offered_or_shown_and_ranks_with_its_group() -> None:
    retired = known_signs().keys() - signs_to_tick().keys()
    assert retired == {"breath_or_chest", "pain_stays", "headache_or_sight", "baby_moves_less", "numb_or_weak"}
    assert not any(known_signs()[key].words in signs_text(warning_signs()) for key in retired)
    order = list(known_signs())
    assert order.index("breath_or_chest") < order.index("leg_swollen") < order.index("pain_stays")
    assert order.index("pain_stays") < order.index("sudden_swelling") < order.index("sleep_spoilt")
    old = group_of("breath_or_chest")
    assert old is not None
    assert old.heading == warning_signs()[0].heading


def test_a_key_stands_once_and_is_one_that_the_diary_takes() -> None:
    keys = [line.key for group in warning_signs() for line in (*group.lines, *group.retired) if line.key]
    assert len(keys) == len(set(keys))
    assert all(key.replace("_", "").isalpha() and key.islower() for key in keys)


def test_a_remark_has_no_group_and_an_unknown_key_none() -> None:
    assert group_of("") is None
    assert group_of("a_new_sign") is None


def test_the_group_of_a_sign_can_come_first() -> None:
    assert signs_from("quiet_baby", "112")[0] == PREGNANT
    assert signs_from("", "112") == warning_signs("112")
    assert len(signs_from("quiet_baby")) == len(warning_signs())


@pytest.mark.parametrize(
    ("doctor", "midwife", "whom"),
    [
        ("", "", "your doctor, midwife or urgent line"),
        ("030 1234", "", "your doctor (030 1234) or urgent line"),
        ("", "030 5678", "your midwife (030 5678) or urgent line"),
        ("030 1234", "030 5678", "your doctor (030 1234), midwife (030 5678) or urgent line"),
        ("{midwife}", "{0}", "your doctor ({midwife}), midwife ({0}) or urgent line"),
    ],
)
def test_those_whose_numbers_are_known_are_called_by_them(doctor: str, midwife: str, whom: str) -> None:
    assert whom_to_call(doctor, midwife) == whom
    assert what_now(Reason.URGENT, whom) == f"10 minutes, and still cramping. Call {whom} today."


def test_who_is_pregnant_calls_the_midwife_first() -> None:
    whom = "your midwife (030 5678), doctor (030 1234) or urgent line"
    assert whom_to_call("030 1234", "030 5678", pregnant=True) == whom
    card = call_card(Reason.URGENT, doctor="030 1234", midwife="030 5678", pregnant=True)
    assert card is not None
    assert card.people == ("Midwife 030 5678", "Doctor 030 1234", "or urgent line")


def test_the_saved_numbers_stand_in_the_headings() -> None:
    headings = [group.heading for group in warning_signs("112", "030 1234", "030 5678", pregnant=True)]
    assert headings[1] == "Call your midwife (030 5678), doctor (030 1234) or urgent line today"
    assert "Call your midwife (030 5678) or maternity unit at once for" in headings[2]
    groups = signs_from("quiet_baby", "112", "030 1234", "030 5678")
    assert [group.of_pregnancy for group in groups] == [True, False, False, False], "its own group first all the same"


def test_ten_minutes_are_one_sentence_everywhere_and_never_call_the_emergency_number() -> None:
    assert what_now(Reason.URGENT, whom_to_call()) == TEN_MINUTES
    assert TEN_MINUTES == "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."


def test_after_an_answer_it_is_said_what_it_may_be_and_whom_to_call() -> None:
    clot = after_answer(CLOT, "your midwife (030 5678)", None)
    assert clot == "This may be a blood clot. Do not rub. Call your midwife (030 5678) today."
    assert after_answer("It may be torn.", whom_to_call(), None).endswith(
        "Call your doctor, midwife or urgent line today."
    )
    heart = after_answer("This may be your heart.", "", "112")
    assert heart == "This may be your heart. Call 112 now."
    guessed = after_answer("", "", "999, or your local emergency number")
    assert guessed == "Stop here. Call 999, or your local emergency number, now."
    assert after_answer("", "", "") == "Stop here. Call your local emergency number now."


def test_an_answer_of_which_nothing_is_known_is_called_no_clot() -> None:
    """A question about the chest or the mouth is a question, too."""
    assert what_now(Reason.ANSWER, "") == "Stop here, and do not rub. Find your sign below, and call."


def test_the_last_resort_sends_a_swollen_leg_to_no_emergency_number() -> None:
    sentences = FEW_SIGNS.split("now. ")
    swollen = next(sentence for sentence in sentences if "swollen" in sentence)
    assert "today" in swollen
    assert "emergency" not in swollen
    assert sentences[0].endswith("Call your local emergency number ")


def test_the_text_has_all_of_it_in_order() -> None:
    text = signs_text(signs_from("quiet_baby", "112"))
    places = [text.index(group.heading) for group in (PREGNANT, NOW, TODAY, VISIT)]
    assert places == sorted(places)
    assert text.endswith(no_diagnosis())
    assert no_diagnosis() == "This list can't tell what is wrong. Worried? Call."


def test_the_last_resort_breaks_its_lines_between_words() -> None:
    rows = _wrapped(signs_text(warning_signs()).splitlines(), "    ")
    assert max(map(len, rows)) < 80
    assert " ".join(" ".join(rows).split()) == " ".join(signs_text(warning_signs()).split())


def test_what_stands_in_the_biggest_letters_says_no_more_than_the_sentence() -> None:
    card = call_card(Reason.ANSWER, means=CLOT)
    assert card is not None
    assert (card.means, card.whole_call) == ("This may be a blood clot.", "Do not rub. Call today.")
    assert card.before == CLOT
    assert card.told == after_answer(CLOT, whom_to_call(), None)


def test_an_answer_of_which_nothing_is_known_still_stops() -> None:
    card = call_card(Reason.ANSWER)
    assert card is not None
    assert card.whole_call == "Stop. Do not rub."
    assert card.whom == "Find your sign below, and call."


def test_a_guess_at_the_number_is_named_as_one() -> None:
    card = call_card(
        Reason.ANSWER, means="This may be your heart.", emergency_number="999, or your local emergency number"
    )
    assert card is not None
    assert (card.call, card.whom) == ("Call 999 now.", "Call 999, or your local emergency number, now.")


def test_who_only_looks_is_told_nothing_and_a_sign_for_a_visit_calls_for_nothing_now() -> None:
    assert call_card(Reason.LOOK) is None
    assert call_card(Reason.TICKED, ticked="legs_swell") is None
