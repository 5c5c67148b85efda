"""Branches: some steps that a question at the start chooses, and others in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from uncramp.files import nodes
from uncramp.files.location import Place
from uncramp.files.nodes import Node, Scalar
from uncramp.files.text import shorten


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a branch is named."""

    name: str
    node: Scalar
    place: Place


def check_branches(steps: Node, place: Place) -> None:
    """Every branch has steps, and a question that chooses it, which is the first step of all."""
    items = list(_items(steps, place))
    used = [named for entries, here in items for named in _named(entries, here, "when")]
    chosen: dict[str, str] = {}
    for nth, (entries, here) in enumerate(items):
        if "ask" not in entries or "if_no" not in entries:
            continue
        if nth:
            here.key("if_no").problem(
                entries["if_no"].key,
                "chooses between two branches, so it must be the first step: put it on top",
            )
        chosen |= _check_choice(entries, here, {one.name for one in used})
    for one in used:
        if one.name not in chosen:
            one.place.problem(one.node, _unchosen(one, chosen))


def _items(steps: Node, place: Place) -> Iterator[tuple[Mapping[str, nodes.Entry], Place]]:
    for nth, item in enumerate(steps.items if isinstance(steps, nodes.Sequence) else []):
        if isinstance(item, nodes.Mapping):
            yield item.entries, place.item(nth)


def _named(entries: Mapping[str, nodes.Entry], here: Place, key: str) -> Iterator[_Named]:
    value = entries[key].value if key in entries else None
    if isinstance(value, Scalar) and value.text.strip():
        yield _Named(value.text.strip(), value, here.key(key))


def _check_choice(entries: Mapping[str, nodes.Entry], here: Place, used: set[str]) -> dict[str, str]:
    """Report what is wrong with both answers; the branches that they lead to, by name."""
    chosen: dict[str, str] = {}
    for key in ("if_yes", "if_no"):
        for one in _named(entries, here, key):
            if one.name in chosen:
                one.place.problem(one.node, f"leads to '{shorten(one.name)}', as the other answer does")
            elif one.name not in used:
                guess = here.guess(one.name, used)
                meant = f"did you mean '{guess}'?" if guess else "write it in the steps that belong to it"
                one.place.problem(one.node, f"no step says 'when: {shorten(one.name)}': {meant}")
                if guess:
                    chosen[guess] = key
            chosen[one.name] = key
    return chosen


def _unchosen(one: _Named, chosen: Mapping[str, str]) -> str:
    guess = one.place.guess(one.name, chosen)
    if guess:
        meant = f"did you mean '{guess}'?"
    elif chosen:
        meant = f"it must be one of {', '.join(chosen)}"
    else:
        meant = "put a question with 'if_yes' and 'if_no' on top of the steps, or take it out"
    return f"no question chooses '{shorten(one.name)}': {meant}"
