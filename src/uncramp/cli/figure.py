"""The command `figure`, declared: figures as text, all of them on a sheet, or as SVG."""

import argparse

from uncramp.i18n import _


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("name", nargs="?", metavar=_("NAME"), help=_("the figure; without it, their names"))
    parser.add_argument("--pose", metavar=_("POSE"), help=_("only this pose"))
    parser.add_argument("--all", action="store_true", help=_("every figure, all poses side by side"))
    parser.add_argument("--svg", action="store_true", help=_("as SVG: the pose, or the one it starts in"))
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("with --svg: the file to write"))
    parser.add_argument("--side", choices=("left", "right"), help=_("the side that is worked"))
    parser.add_argument("--pregnant", action="store_true", help=_("draw the person pregnant"))
    parser.add_argument(
        "--form",
        choices=("auto", "braille", "blocks", "ascii"),
        default="auto",
        help=_("what it is drawn with"),
    )
    parser.add_argument("--size", metavar=_("CELLSxROWS"), help=_("the room for one pose, such as 40x16"))
    parser.add_argument("--width", type=int, metavar=_("CELLS"), help=_("the width of the whole"))


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    from uncramp.cli.figures import show_figures

    return show_figures(options)
