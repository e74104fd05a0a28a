"""From bytes on disk to a text file that DuckDB can read: encoding, line ends, and what is no data at all."""

from __future__ import annotations

import codecs
import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from etl.faults import FileFault, quote
from etl.shapes import MAPINFO_START, geojson_header, mapinfo_header

NOT_CSV = {
    b"PK\x03\x04": "a zip archive or a spreadsheet (.xlsx), not CSV text; unpack it or save it as CSV",
    b"%PDF": "a PDF document, not CSV text",
    b"PAR1": "a Parquet file, not CSV text",
    b"version https://git-lfs": "a Git LFS pointer, not the file itself; fetch the real file",
}
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class TextFile:
    """A file that is known to be data. `readable` is the file itself, or a UTF-8 copy with line feeds.

    `path` is what to call it; for a file out of an archive, the path of the archive with the file's path in it.
    """

    path: Path
    readable: Path
    sha256: str
    header: tuple[str, ...]
    delimiter: str
    ends_in_line_end: bool
    notes: tuple[str, ...] = ()
    archive: Path | None = None
    features: int = 0  # shapes in a GeoJSON file, which has no rows

    @property
    def name(self) -> str:
        """The file's name; out of an archive, with the archive's."""
        return f"{self.archive.name}: {self.path.relative_to(self.archive)}" if self.archive else self.path.name


def read_text(path: Path, *, scratch: Path, at: Path | None = None, archive: Path | None = None) -> TextFile:
    """Look at a file's bytes; write a clean copy into `scratch` where DuckDB could not read it as it is.

    `at` is where the file lies, when that is not `path` because it comes out of `archive`. Raises FileFault for what is
    empty, no text, or an error page saved as data.
    """
    at = at or path
    try:
        content = at.read_bytes()
    except OSError as error:
        raise FileFault(path, f"cannot be read: {error.strerror}") from error
    if content.startswith(MAPINFO_START):
        header, digest = mapinfo_header(path, at=at, content=content)
        return TextFile(path, at, digest, header, ",", True, archive=archive)
    _refuse_what_is_no_data(path, content)
    digest = hashlib.sha256(content).hexdigest()
    if content.lstrip()[:1] == b"{":
        header, features = geojson_header(path, content)
        return TextFile(path, at, digest, header, ",", True, archive=archive, features=features)
    clean, notes = _clean(path, content)
    readable = at
    if clean is not content:
        readable = scratch / f"{digest}.csv"
        readable.write_bytes(clean)
    header, delimiter = _header(path, clean)
    return TextFile(path, readable, digest, header, delimiter, clean.endswith(b"\n"), notes, archive)


def _refuse_what_is_no_data(path: Path, content: bytes) -> None:
    start = content[:4096].lstrip(codecs.BOM_UTF8).lstrip()
    if not start:
        raise FileFault(path, "is empty")
    for magic, what in NOT_CSV.items():
        if content.startswith(magic):
            raise FileFault(path, f"is {what}")
    if start.startswith(b"<"):
        first = start.split(b"\n", 1)[0].strip().decode("utf-8", "replace")
        raise FileFault(path, f"is a web page, not data: it starts with {quote(first)}. Download it again.", line=1)
    if b"\0" in content[:4096] and not content.startswith(UTF16):
        raise FileFault(path, "is not text: it holds zero bytes")


def _clean(path: Path, content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The bytes as UTF-8 without a byte-order mark and with line feeds; the same object when they already are."""
    notes = []
    if content.startswith(UTF16):
        content = content.decode("utf-16").encode()
        notes.append("read as UTF-16")
    elif content.startswith(codecs.BOM_UTF8):
        content = content[len(codecs.BOM_UTF8) :]
        notes.append("a byte-order mark was passed over")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = _from_windows(path, content)
        notes.append("read as Windows-1252")
    if b"\r" in content and b"\n" not in content:
        content = content.replace(b"\r", b"\n")
        notes.append("line ends were carriage returns only")
    return content, tuple(notes)


def _from_windows(path: Path, content: bytes) -> bytes:
    try:
        return content.decode("cp1252").encode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileFault(
            path, f"is neither UTF-8 nor Windows-1252: byte {quote(hex(content[error.start]))}", line=line
        ) from error


def _header(path: Path, content: bytes) -> tuple[tuple[str, ...], str]:
    """The names in the first line, and what stands between them: a comma, or a semicolon where there is no comma."""
    line = content.split(b"\n", 1)[0].decode().rstrip("\r")
    delimiter = ";" if ";" in line and "," not in line else ","
    try:
        return tuple(name.strip() for name in next(csv.reader([line], delimiter=delimiter, strict=True))), delimiter
    except (csv.Error, StopIteration) as error:
        raise FileFault(path, f"the header cannot be read: {quote(line)}", line=1) from error
