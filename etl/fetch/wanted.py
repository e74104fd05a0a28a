"""wanted.toml, read and checked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from etl.fetch.faults import FetchFault

DEFAULT = Path(__file__).with_name("wanted.toml")
UNITS = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
Format = Literal["csv", "xlsx"]


def bytes_of(size: object) -> object:
    """'1.5 GB' as a number of bytes; a number stays as it is."""
    if not isinstance(size, str):
        return size
    found = re.fullmatch(r"([\d.]+) ?(B|KB|MB|GB)", size.strip(), re.IGNORECASE)
    if not found:
        raise ValueError(f"'{size}' is no size; write it like '200 MB'")
    return int(float(found[1]) * UNITS[found[2].upper()])


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"'{text}' is no regular expression: {error}") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
Size = Annotated[int, BeforeValidator(bytes_of), Field(gt=0)]
# A folder's name becomes part of a path, so it is one plain word.
Folder = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WantedFile(_Entry):
    """One file of a dataset. `note` is said when the file that came is no CSV."""

    title: Pattern
    unless: Pattern | None = None
    formats: tuple[Format, ...] = ("csv",)
    limit: Size | None = None
    note: str = ""


class WantedDataset(_Entry):
    folder: Folder
    datasets: tuple[str, ...] = Field(min_length=1)
    files: tuple[WantedFile, ...] = Field(min_length=1)


class Place(_Entry):
    """A publisher: its address, and the other hosts its answers may lead to."""

    url: str
    hosts: tuple[str, ...] = ()


class Police(Place):
    folder: Folder
    kind: str
    forces: tuple[str, ...] = Field(min_length=1)
    months_in_archive: int = Field(gt=0)
    limit: Size
    file_limit: Size


class Wanted(_Entry):
    limit: Size
    datastore: Place
    dataset: tuple[WantedDataset, ...]
    police: Police

    @property
    def folders(self) -> tuple[str, ...]:
        return (*(dataset.folder for dataset in self.dataset), self.police.folder)

    def at(self, *, datastore: str | None = None, police: str | None = None) -> Wanted:
        """The same files from other addresses, such as a copy within the house."""
        changed = {
            "datastore": self.datastore.model_copy(update={"url": datastore} if datastore else {}),
            "police": self.police.model_copy(update={"url": police} if police else {}),
        }
        return self.model_copy(update=changed)


def read_wanted(path: Path = DEFAULT) -> Wanted:
    """Raises FetchFault that names each wrong entry."""
    try:
        return Wanted.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise FetchFault(f"{path} cannot be read: {error}") from error
    except ValidationError as error:
        wrong = [f"  {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise FetchFault("\n".join([f"{path} is wrong:", *wrong])) from error
