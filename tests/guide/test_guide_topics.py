"""The guide finds its texts; whatever is damaged, the rest and the warning signs are there."""

import subprocess
import sys
from pathlib import Path

import pytest

from guide_samples import HOSTILE, folder, shipped
from uncramp.guide.blocks import as_plain
from uncramp.guide.topics import LARGEST, Guide, read_guide
from uncramp.words.signs import no_diagnosis, warning_signs


def names(guide: Guide) -> list[str]:
    return [topic.name for topic in guide.topics]


def test_the_shipped_guide_is_whole_and_in_order() -> None:
    guide = shipped()
    assert names(guide) == ["tonight", "habits", "evidence", "left-out", "signs"]
    assert not guide.problems
    for topic in guide.topics:
        assert topic.title
        assert topic.summary.count(".") == 1
        assert topic.summary.endswith(".")


def test_other_texts_come_after_the_known_ones_and_before_the_signs(tmp_path: Path) -> None:
    texts = folder(
        tmp_path / "guide", zebra="# Z", apple="# A", left_out="# L", tonight="# T", habits="# H\n\nSay so.\n"
    )
    guide = read_guide(texts)
    assert names(guide) == ["tonight", "habits", "left-out", "apple", "zebra", "signs"]
    assert guide.get("habits").summary == "Say so."


def test_the_signs_topic_holds_every_warning_sign_and_the_number() -> None:
    text = " ".join(as_plain(read_guide(Path("nowhere"), "999 *now*").get("signs").markdown, 10_000).split())
    assert "Call 999 *now* now" in text
    assert no_diagnosis() in text
    for group in warning_signs("999 *now*"):
        assert group.heading in text
        for sign in group.signs:
            assert sign in text


def test_without_the_folder_there_is_a_message_and_the_signs(tmp_path: Path) -> None:
    guide = read_guide(tmp_path / "gone")
    assert names(guide) == ["signs"]
    assert [str(one) for one in guide.problems] == [
        f"{tmp_path}/gone:1:1: the guide can't be read: there is nothing of this name"
    ]
    assert "no text of the guide" in str(read_guide(folder(tmp_path / "empty")).problems[0])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfe#", "not UTF-8"),
        (b"No title.\n", "the first line has to be a title"),
        (b"", "the first line has to be a title"),
        (b"\n# Late\n", "the first line has to be a title"),
        (b"# T\n\n" + b"x" * 1_000_000, "over 64 KB"),
        (b"# T\n" + b"x" * LARGEST, "over 64 KB"),
    ],
)
def test_a_damaged_text_is_named_and_the_others_are_there(tmp_path: Path, data: bytes, message: str) -> None:
    guide = read_guide(folder(tmp_path / "guide", habits=data, evidence="# E"))
    assert names(guide) == ["evidence", "signs"]
    assert [message in str(one) for one in guide.problems] == [True]
    assert "habits.md:1:1: " in str(guide.problems[0])


def test_what_is_no_text_is_no_topic(tmp_path: Path) -> None:
    texts = folder(tmp_path / "guide", habits="# H", signs="# Mine")
    (texts / "notes.txt").write_text("# N")
    (texts / "Ev\x1bil.md").write_text("# E")
    (texts / "folder.md").mkdir()
    (texts / "gone.md").symlink_to(texts / "nowhere")
    guide = read_guide(texts)
    assert names(guide) == ["habits", "signs"]
    assert guide.get("signs").title == "Warning signs"
    said = [str(one) for one in guide.problems]
    assert len(said) == 4
    assert not any("\x1b" in one for one in said)


def test_a_topic_is_found_however_it_is_written() -> None:
    guide = shipped()
    assert guide.get(" Habits ").name == "habits"
    with pytest.raises(KeyError):
        guide.get("habbits")


def test_a_hostile_text_can_steer_nothing(tmp_path: Path) -> None:
    topic = read_guide(folder(tmp_path / "guide", habits=HOSTILE)).get("habits")
    for text in (topic.title, topic.summary, topic.markdown):
        assert all(char.isprintable() or char == "\n" for char in text)


def test_the_guide_needs_no_toolkit() -> None:
    code = (
        "import sys\nfrom uncramp.cli.main import main\n"
        "main(['guide', 'habits'])\n"
        "print([name for name in ('textual', 'rich', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
