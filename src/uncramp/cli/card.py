"""The command that makes a card for the bedside."""

import argparse
from collections.abc import Iterator

from uncramp.cli.command_parser import add_output, add_side
from uncramp.cli.output import page_path, routine_of, tell, write_page
from uncramp.domain.routine import Side
from uncramp.faults import Exit
from uncramp.guidance.context import Context
from uncramp.guidance.routines import FIRST
from uncramp.guide.blocks import BlockKind, blocks
from uncramp.guide.topics import FOLDER, read_guide
from uncramp.i18n import _
from uncramp.paths import shipped_routines
from uncramp.report.card import card_of

_ENDINGS = (".html", ".htm")
_TONIGHT = "tonight"
"""The topic of the guide whose first list is what to put by the bed."""


def add_to(parser: argparse.ArgumentParser) -> None:
    words = _("routines by name or file, a page each; else the calf cramp")
    parser.add_argument("routines", nargs="*", metavar=_("ROUTINE|FILE.yaml"), help=words)
    add_side(parser)
    words = _("write a page to print, with pictures, into this file; else it is shown here as text")
    add_output(parser, _("FILE.html"), words)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print cards as text, or write them as a page to print."""
    routines = [routine_of(context.library, name) for name in options.routines or [FIRST]]
    side = Side(options.side) if options.side else context.profile.usual_side
    tonight = [*_tonight()]
    cards = [card_of(context, routine, side, tonight) for routine in routines]
    tell(*context.notices)
    if options.output is None:
        from uncramp.report.card import as_text

        print("\n\n\n".join(map(as_text, cards)))
        return Exit.DONE
    from uncramp.report.card_html import as_html

    write_page(page_path(options.output, _ENDINGS), as_html(cards, context))
    return Exit.DONE


def _tonight() -> Iterator[str]:
    """The first list of the guide's page on the night, what matters of each; nothing where it can't be read."""
    try:
        topic = read_guide(shipped_routines() / FOLDER).get(_TONIGHT)
    except KeyError:
        return
    begun = False
    for block in blocks(topic.markdown):
        if block.kind is BlockKind.ITEM:
            begun = True
            yield block.text.partition(",")[0]
        elif begun:
            return
