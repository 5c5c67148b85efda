"""Words are found in all topics, and each place knows where it is."""

from guide_samples import shipped
from uncramp.guide.topics import Match, find


def test_words_are_found_in_any_order_and_any_case() -> None:
    found = find(shipped().topics, "BED loosen")
    assert [match.topic.name for match in found] == ["tonight"]
    found = find(shipped().topics, "SIDE sleep")
    assert {match.topic.name for match in found} >= {"tonight", "habits"}
    for match in found:
        assert "side" in match.text.lower()
        assert "sleep" in match.text.lower()


def test_a_match_knows_its_line_and_what_was_found() -> None:
    for match in find(shipped().topics, "either side"):
        assert match.text[match.start : match.end].lower() == "either side"
        source = match.topic.markdown.split("\n")[match.line :]
        assert "ither side" in "\n".join(source[:4])


def test_what_is_found_is_shown_in_its_sentence_whose_front_is_cut_first() -> None:
    text = "It is not so. We looked at 4 trials of magnesium, and it had no effect. More is to come."
    match = Match(shipped().topics[0], 3, text, at := text.index("magnesium"), at + len("magnesium"))
    assert match.excerpt(80) == ("We looked at 4 trials of ", "magnesium", ", and it had no effect.")
    before, found, after = match.excerpt(40)
    assert before in {"… of ", "… "}
    assert (found, after) == ("magnesium", ", and it had no effect.")
    assert match.excerpt(20) == ("… ", "magnesium", ", and it…")


def test_the_search_goes_over_all_topics() -> None:
    assert {match.topic.name for match in find(shipped().topics, "clot")} >= {"evidence", "signs"}
    assert {match.topic.name for match in find(shipped().topics, "caffeine")} == {"habits", "left-out"}


def test_nothing_is_found_for_nothing() -> None:
    topics = shipped().topics
    assert find(topics, "") == find(topics, "  ") == find(topics, "xyzzy") == ()
    assert find(topics, "[bold] \x1b ß") == ()
