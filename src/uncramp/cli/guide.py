"""Commands that print what to know: the guide's topics, one of them, and the warning signs."""

from argparse import Namespace
from collections.abc import Iterator

from uncramp.cli.output import like, print_json, tell
from uncramp.faults import CommandError, Exit
from uncramp.guidance.afterwards import signs_for
from uncramp.guidance.context import Context
from uncramp.guide.blocks import as_plain, wrap
from uncramp.guide.topics import FOLDER, Guide, Topic, read_guide
from uncramp.i18n import _
from uncramp.paths import shipped_routines
from uncramp.terminal.tty import size_now
from uncramp.words.signs import signs_text

_WIDEST = 80


def show_signs(options: Namespace, context: Context) -> int:
    if options.json:
        print_json(_signs_data(context))
        return Exit.DONE
    columns = min(size_now((_WIDEST, 24))[0], _WIDEST)
    for line in signs_text(signs_for(context)).splitlines():
        indent = "  - " if line.startswith("  - ") else ""
        print("\n".join(wrap(line.removeprefix(indent), columns, indent, " " * len(indent))))
    return Exit.DONE


def show_guide(options: Namespace, context: Context) -> int:
    """Print a topic of the guide, or without one the list of them.

    Raises:
        CommandError: there is no such topic.
    """
    guide = read_guide(shipped_routines() / FOLDER, context.emergency_number)
    wanted = None if options.topic is None else _find(guide, options.topic)
    if options.json:
        print_json(_topic_data(wanted, whole=True) if wanted else [_topic_data(topic) for topic in guide.topics])
        return Exit.DONE
    columns = min(size_now((_WIDEST, 24))[0], _WIDEST)
    if wanted is not None:
        print(as_plain(wanted.markdown, columns))
        return Exit.DONE
    print("\n".join(_list(guide, columns)))
    tell(*guide.problems)
    return Exit.DONE


def _signs_data(context: Context) -> dict[str, object]:
    """The signs as `uncramp signs --json` prints them: a contract with scripts."""
    groups = [
        {
            "heading": group.heading,
            "urgent": group.urgent,
            "emergency": group.at_once,
            "of_pregnancy": group.of_pregnancy,
            "signs": [{"key": sign.key or None, "words": sign.words} for sign in group.lines],
        }
        for group in signs_for(context)
    ]
    return {"emergency_number": context.emergency_number or None, "groups": groups}


def _topic_data(topic: Topic, *, whole: bool = False) -> dict[str, str]:
    """A topic as `uncramp guide --json` prints it: a contract with scripts."""
    data = {"name": topic.name, "title": topic.title, "summary": topic.summary}
    return data | ({"markdown": topic.markdown} if whole else {})


def _find(guide: Guide, name: str) -> Topic:
    try:
        return guide.get(name)
    except KeyError as error:
        names = [one.name for one in guide.topics]
        told = like(_("The guide has no topic '{name}'."), name, names, _("'uncramp guide' names them all."))
        raise CommandError("\n".join([*map(str, guide.problems), told])) from error


def _list(guide: Guide, columns: int) -> Iterator[str]:
    width = max(len(topic.name) for topic in guide.topics)
    yield _("The guide")
    yield ""
    for topic in guide.topics:
        first = f"  {topic.name:<{width}}  "
        yield from wrap(topic.summary or topic.title, columns, first, " " * len(first))
    yield ""
    yield _("To read one: uncramp guide TOPIC")
