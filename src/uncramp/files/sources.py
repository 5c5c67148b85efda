"""The file of sources: where each dose comes from."""

from uncramp.domain.routine import Source, Status
from uncramp.files.document import MappingNode, read_document
from uncramp.files.fields import Location, SourceFile, Text, one_of
from uncramp.files.problems import Problems
from uncramp.files.records import Group, KeySpec, Record
from uncramp.files.text import HOW_TO_NAME, shorten, well_named

SOURCE = Record(
    "a source",
    (
        KeySpec("name", Text(300), "What it is called.", required=True),
        KeySpec("publisher", Text(300), "Who published it."),
        KeySpec("says", Text(1_500), "What it says, in our words.", required=True),
        KeySpec(
            "status", one_of(Status), "V read there, M read in a copy, D our choice, S in an article.", required=True
        ),
        KeySpec("evidence", Text(60), "Its number in the evidence table, such as E7."),
        KeySpec("where", Text(500), "What finds it again: an article number, a page's name."),
    ),
)


def read_sources(data: bytes, *, path: str, problems: Problems) -> dict[str, Source]:
    """The sources of a file that nothing is wrong with, by id; takes what `read_document` does."""
    node = read_document(data, path, problems)
    location = Location(SourceFile(path, problems))
    if not isinstance(node, MappingNode):
        if node is not None:
            location.expected(node, "a group with the ids of sources as keys")
        return {}
    sources: dict[str, Source] = {}
    for name, entry in node.entries.items():
        here = location.key(name)
        if not well_named(name):
            here.problem(entry.key, f"'{shorten(name)}' can't be the id of a source: {HOW_TO_NAME}")
            continue
        values = Group(SOURCE, dict).read(entry.value, here)
        if values is not None:
            sources[name] = Source(**{"id": name, "publisher": "", **values})
    return sources
