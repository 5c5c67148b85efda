"""One name for one thing."""

import ast
from collections import Counter
from pathlib import Path

import uncramp

SOURCE = Path(uncramp.__file__).parent


def test_a_class_name_stands_once_in_the_whole_program() -> None:
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")]
    names = Counter(node.name for module in modules for node in module.body if isinstance(node, ast.ClassDef))
    assert len(names) > 100
    assert [name for name, times in names.items() if times > 1] == []
