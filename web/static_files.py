"""Files that never change under their names: one script, one style sheet, the font, the map and the icon.

What is served compressed was compressed once: by `python -m scripts.static` as small as can be, or at the start, fast.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import brotli
import flask

from components.assets import ASSETS, PREFIX, hashed, url

BUILT = Path(__file__).parents[1] / "build" / "static"
STYLE_SHEET = "STYLE_SHEET"  # in the server's settings: the address of the one style sheet
FOR_EVER = "public, max-age=31536000, immutable"
SINGLE = ("favicon.svg", "fonts/source-sans-3-latin-variable.woff2", "map/boroughs.svg")
COMPRESSED_ALREADY = {"font/woff2"}
FAST, BEST = 5, 11  # Brotli qualities: at the start of a worker, and when built before


@dataclass(frozen=True)
class StaticFile:
    """`encoded`: the content by content coding, best first; empty for what does not get smaller."""

    name: str
    kind: str
    content: bytes
    encoded: dict[str, bytes]


def static_file(name: str, content: bytes, *, built: Path = BUILT) -> StaticFile:
    """The file under its hashed name, with what `python -m scripts.static` has compressed where it did."""
    full = hashed(name, content)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind in COMPRESSED_ALREADY:
        return StaticFile(full, kind, content, {})
    return StaticFile(full, kind, content, _built(full, built) or compress(content, quality=FAST))


def compress(content: bytes, *, quality: int) -> dict[str, bytes]:
    effort = 9 if quality == BEST else 6
    return {"br": brotli.compress(content, quality=quality), "gzip": gzip.compress(content, effort, mtime=0)}


def _built(name: str, folder: Path) -> dict[str, bytes]:
    files = {coding: folder / f"{name}.{coding}" for coding in ("br", "gzip")}
    is_there = all(path.exists() for path in files.values())
    return {coding: path.read_bytes() for coding, path in files.items()} if is_there else {}


def style_sheet() -> bytes:
    """Every style sheet of assets/ in the order of its name, tokens first; addresses in it as they are served."""
    sheets = sorted(ASSETS.glob("*.css"), key=lambda path: (path.name != "tokens.css", path.name))
    joined = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    font = SINGLE[1]
    return joined.replace(f'url("{font}")', f'url("{url(font)}")').encode()


def script(parts: Iterable[str]) -> bytes:
    """Scripts in the order in which they would have run."""
    return "\n;\n".join(parts).encode()


class StaticFiles:
    """What the application serves under /static/."""

    def __init__(self, files: Iterable[StaticFile]) -> None:
        self.by_name = {file.name: file for file in files}

    def address(self, stem: str, suffix: str) -> str:
        """Where the file whose name begins and ends so is served. Raises LookupError for none."""
        found = [name for name in self.by_name if name.startswith(f"{stem}.") and name.endswith(suffix)]
        if not found:
            raise LookupError(f"there is no static file {stem}{suffix}")
        return PREFIX + found[0]

    def answer(self, name: str) -> flask.Response:
        """The file in the best coding that the browser takes; 404 for a name that is not there."""
        file = self.by_name.get(name)
        if file is None:
            flask.abort(404)
        coding = next((c for c in file.encoded if flask.request.accept_encodings[c] > 0), None)
        answer = flask.Response(file.encoded[coding] if coding else file.content, content_type=_kind(file.kind))
        answer.headers["Cache-Control"] = FOR_EVER
        if file.encoded:
            answer.headers["Vary"] = "Accept-Encoding"
        if coding:
            answer.headers["Content-Encoding"] = coding
        return answer


def _kind(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def singles() -> list[StaticFile]:
    """The files of assets/ that are served by themselves."""
    return [static_file(Path(name).name, (ASSETS / name).read_bytes()) for name in SINGLE]
