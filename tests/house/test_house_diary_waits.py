"""The diary, and what is heard, never keep the first instruction, or the first complete screen, waiting."""

import subprocess
import sys

HEAVY = {"sqlite3", "uncramp.store", "uncramp.store.diary", "wave", "uncramp.sound", "uncramp.sound.session_sound"}


def printed(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_the_first_line_is_said_before_anything_of_the_diary_or_of_sound_is_loaded() -> None:
    code = (
        "import sys\nfrom uncramp.plain import console\n"
        "said = console.Out.say\n"
        "def say(self, line):\n"
        "    print(*sys.modules, sep='\\n')\n"
        "    raise BrokenPipeError\n"
        "console.Out.say = say\n"
        "from uncramp.cli.main import main\n"
        "try:\n    main(['now', '--plain', '--sound', 'tones'])\nfinally:\n    import os\n    sys.stdout.flush()\n    os._exit(0)\n"
    )
    found = printed(code)
    assert "uncramp.plain.play" in found
    assert not found & HEAVY


def test_the_first_screen_stands_before_anything_of_the_diary_or_of_sound_is_loaded() -> None:
    code = (
        "import asyncio, sys\n"
        "from uncramp.faults import Faults\n"
        "from uncramp.clock import local_time, session_clock\n"
        "from uncramp.domain.profile import SoundPreference\n"
        "from uncramp.guidance.context import my_profile\n"
        "from uncramp.paths import shipped_routines\n"
        "from uncramp.files.library import Library\n"
        "from uncramp.tui import app\n"
        "from uncramp.guidance.context import Context\n"
        "from uncramp.guidance.recording import LiveDiary, own_diary\n"
        "def write(self):\n"
        "    drawn = program.screen._compositor.render_strips(program.screen.size)\n"
        "    print(*sys.modules, 'a picture' if any('toward your shin' in line.text for line in drawn) else '', sep='\\n')\n"
        "LiveDiary.write = write\n"
        "context = Context(Library(shipped_routines()), my_profile(), session_clock, local_time,"
        " diary=LiveDiary(Faults(), own_diary))\n"
        "context.sound.asked = SoundPreference.TONES\n"
        "program = app.UncrampApp(context, context.plan(context.library.get('cramp-calf')))\n"
        "async def main():\n"
        "    async with program.run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "asyncio.run(main())\n"
    )
    found = printed(code)
    assert "a picture" in found
    assert not found & HEAVY
