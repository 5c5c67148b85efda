"""Keys of a person's own: what can be given another key, by the name that people write, and which keys then clash.

An own key stands for the program's own one: wherever that one does what the name says, the other does it, too. The
program's own key goes on working until it is given to something else, so nothing that somebody knows by heart is lost.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

HOME, SESSION, DIARY, GUIDE = "home", "session", "diary", "guide"
EVERYWHERE = (HOME, SESSION, DIARY, GUIDE)
"""Where keys mean something: home, a session with its end and its pages, the diary with its pages, and the guide."""

OwnKeys = tuple[tuple[str, str], ...]
"""Names of actions, each with the person's own key for it."""


class KeyAction(NamedTuple):
    key: str
    """The program's own key for it."""
    places: tuple[str, ...] = (SESSION,)
    commands: tuple[str, ...] = ()
    """The ids of the commands that the key stands for; empty for all that it is bound to."""


KEY_ACTIONS: Mapping[str, KeyAction] = {
    "first_aid": KeyAction("c", EVERYWHERE),
    "warning_signs": KeyAction("!", EVERYWHERE),
    "all_keys": KeyAction("?", EVERYWHERE),
    "undo": KeyAction("u", EVERYWHERE),
    "colours": KeyAction("t", EVERYWHERE),
    "leave": KeyAction("q", EVERYWHERE),
    "yes": KeyAction("y", (HOME, SESSION, DIARY)),
    "no": KeyAction("n", (HOME, SESSION), ("no", "was_cramp(False)", "not_gone", "dismiss(False)", "answer('n')")),
    "not_sure": KeyAction("d", (SESSION,), ("unsure",)),
    "stopped": KeyAction("g", (SESSION,), ("relief", "eased", "gone")),
    "back_again": KeyAction("r"),
    "worse": KeyAction("w", (SESSION,), ("worse",)),
    "helper": KeyAction("p", (SESSION,), ("helper",)),
    "try_other": KeyAction("o"),
    "which_side": KeyAction("s"),
    "why": KeyAction("i"),
    "more_time": KeyAction("+"),
    "back": KeyAction("b"),
    "sound": KeyAction("m"),
    "again": KeyAction("a", (SESSION,), ("again",)),
    "about_you": KeyAction("a", (HOME,), ("about",)),
    "plan": KeyAction("p", (HOME,), ("my_plan",)),
    "diary": KeyAction("d", (HOME,), ("diary",)),
    "guide": KeyAction("g", (HOME,), ("guide",)),
    "find": KeyAction("/", (HOME, GUIDE)),
    "new_routine": KeyAction("n", (HOME,), ("new_routine",)),
    "edit": KeyAction("e", (HOME,)),
    "add_cramp": KeyAction("a", (DIARY,), ("add_cramp",)),
    "delete": KeyAction("x", (DIARY,)),
    "report": KeyAction("p", (DIARY,), ("for_doctor",)),
    "is_it_working": KeyAction("w", (DIARY,), ("working",)),
    "note": KeyAction("n", (DIARY,), ("note",)),
}
"""All that can have a key of one's own, in the order in which it is listed."""


def clash(own: Mapping[str, str], name: str) -> str:
    """What else would be on an action's own key, on a page where both mean something; "" for nothing."""
    for other, action in KEY_ACTIONS.items():
        shared = set(action.places) & set(KEY_ACTIONS[name].places)
        if other != name and shared and own.get(other, action.key) == own[name]:
            return other
    return ""


def without_clashes(own: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The keys that can be used together, and what clashes with each of the others. Of two, the later one goes."""
    left, clashing = dict(own), dict[str, str]()
    while found := {name: other for name in reversed(left) if (other := clash(left, name))}:
        name, other = next(iter(found.items()))
        clashing[name] = other
        del left[name]
    return left, clashing


def pressed(own: OwnKeys, key: str, bound: Mapping[str, str | None]) -> str:
    """The program's own key that a key stands for on one page, where it does something; else the key itself.

    `bound` are the keys that mean something on the page, each with the id of its command.
    """
    for name, mine in own:
        action = KEY_ACTIONS[name]
        if mine == key and action.key in bound and (not action.commands or bound[action.key] in action.commands):
            return action.key
    return key


def typed(own: OwnKeys, line: str) -> str:
    """The program's own key that a line stands for which is typed in a session; else the line itself."""
    return next((KEY_ACTIONS[name].key for name, mine in own if mine == line and _in_session(name)), line)


def shown(own: OwnKeys, key: str, command: str | None = None) -> str:
    """The key to show in the place of the program's own one, for one command; by default for one of a session."""
    for name, mine in own:
        action = KEY_ACTIONS[name]
        fits = _in_session(name) if command is None else not action.commands or command in action.commands
        if action.key == key and fits:
            return mine
    return key


def said(words: str, own: OwnKeys, *names: str) -> str:
    """A sentence that names the keys of these actions, with the person's own in their place."""
    for name, mine in own:
        if name in names:
            key = re.escape(KEY_ACTIONS[name].key)
            words = re.sub(rf"(^|[.?!:] |\b[Pp]ress |\b[Tt]ype |\bor |, ){key}(?=[ :,.]|$)", rf"\g<1>{mine}", words)
    return words


def _in_session(name: str) -> bool:
    return SESSION in KEY_ACTIONS[name].places


def yaml_mapping(own: Iterable[tuple[str, str]]) -> str:
    """Names with their keys, as a profile file has them on one line."""
    return "{" + ", ".join(f"{name}: {key}" for name, key in own) + "}"
