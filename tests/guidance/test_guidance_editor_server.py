"""A real language server, where there is one: it finds the schema beside the file, offers names, and says what is right."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from child import ended
from uncramp.cli.main import main

SERVER = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(SERVER is None, reason="there is no yaml-language-server")


class LanguageServer:
    """Speaks with the server, one message after the other."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process, self._nth = process, 0

    def send(self, method: str, *, asks: bool = False, **params: object) -> int:
        message: dict[str, object] = {"jsonrpc": "2.0", "method": method, "params": params}
        if asks:
            self._nth += 1
            message["id"] = self._nth
        self._write(message)
        return self._nth

    def _write(self, message: dict[str, object]) -> None:
        body = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the server says; its own questions are answered with nothing."""
        assert self._process.stdout is not None
        while header := self._process.stdout.readline():
            length = int(header.split(b":")[1])
            while self._process.stdout.readline().strip():
                pass
            message = json.loads(self._process.stdout.read(length))
            if "method" in message and "id" in message:
                items = message["params"].get("items", []) if isinstance(message["params"], dict) else []
                self._write({"jsonrpc": "2.0", "id": message["id"], "result": [{} for _item in items] or None})
            else:
                yield message

    def answer(self, method: str, **params: object) -> Any:
        nth = self.send(method, asks=True, **params)
        return next(message["result"] for message in self.messages() if message.get("id") == nth)

    def diagnostics(self) -> list[str]:
        found = (one for one in self.messages() if one.get("method") == "textDocument/publishDiagnostics")
        return [one["message"] for one in next(found)["params"]["diagnostics"]]

    def open(self, path: Path) -> str:
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8")
        self.send("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri


@pytest.fixture
def server() -> Iterator[LanguageServer]:
    process = subprocess.Popen(
        [str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with ended(process):
        speaker = LanguageServer(process)
        speaker.answer("initialize", processId=None, rootUri=None, capabilities={})
        speaker.send("initialized")
        settings = {"yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}}}
        speaker.send("workspace/didChangeConfiguration", settings=settings)
        yield speaker
    process.communicate()


def mine(own_home: Path, old: str = "", new: str = "") -> Path:
    assert main(["new", "mine", "3 x 15 heel drops, 3 s down, 1 s up, rest 60 s, twice a day"]) == 0
    path = own_home / "routines" / "mine.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_new_file_is_clean_and_what_is_wrong_is_said_in_words(server: LanguageServer, own_home: Path) -> None:
    path = mine(own_home)
    server.open(path)
    assert server.diagnostics() == []
    wrong = path.with_name("wrong.yaml")
    wrong.write_text(path.read_text(encoding="utf-8").replace("rest: 1m", "rest: soon"), encoding="utf-8")
    server.open(wrong)
    assert any("write a duration as 30s, 2m, 1m30s or 1:30" in one for one in server.diagnostics())


def test_figures_are_offered_with_what_they_show(server: LanguageServer, own_home: Path) -> None:
    path = mine(own_home, "    moves:", "    figure: \n    moves:")
    line = path.read_text(encoding="utf-8").splitlines().index("    figure: ")
    uri = server.open(path)
    place = {"line": line, "character": len("    figure: ")}
    offered = server.answer("textDocument/completion", textDocument={"uri": uri}, position=place)["items"]
    words = {one["label"]: str(one.get("documentation")) for one in offered}
    assert "A person leans to a wall" in words["wall-lean"]
