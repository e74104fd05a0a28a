"""What the open data page shows, and what it reads from the description of the interface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.map_view import EditionNote

PATH = "/open-data"
API = "/api/v1"
LATEST = f"{API}/latest"
REFERENCE = "#/components/schemas/"


@dataclass(frozen=True)
class KeptEdition:
    edition_id: str
    is_demonstration: bool
    published_on: date


@dataclass(frozen=True)
class TakenFile:
    """A bulk file: `bytes` is its size."""

    name: str
    bytes: int
    sha256: str
    says: str


@dataclass(frozen=True)
class ReadingExample:
    """How a file is read; `language`: python, r or sql. `says` may hold `code`."""

    heading: str
    says: str
    language: str
    code: str


@dataclass(frozen=True)
class Parameter:
    name: str
    says: str
    kind: str
    is_required: bool


@dataclass(frozen=True)
class Operation:
    """A list of the interface: its path after that of the edition, its parameters, and the columns of its rows."""

    path: str
    name: str
    says: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str, str], ...]  # name, kind, what it holds


@dataclass(frozen=True)
class OpenDataView:
    """`description`: of the interface, as OpenAPI has it. `files`: none where they have not been written."""

    edition: EditionNote
    kept: tuple[KeptEdition, ...]
    files: tuple[TakenFile, ...]
    description: Mapping[str, Any]
    examples: tuple[ReadingExample, ...]


def operations(description: Mapping[str, Any]) -> Iterator[Operation]:
    """The lists of the edition in use, in the order of the description; what gives no rows is left out."""
    for path, methods in description["paths"].items():
        found = methods["get"]
        row = _row(found, description)
        if path.startswith(LATEST) and row is not None:
            yield Operation(
                path.removeprefix(LATEST), found["summary"], found["description"],
                tuple(_parameter(each) for each in found.get("parameters", [])),
                tuple((name, _kind(column), column.get("description", "")) for name, column in row.items()),
            )  # fmt: skip


def _row(operation: Mapping[str, Any], description: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The columns of the rows of its list; None of what gives no list."""
    content = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref")
    if name is None:
        return None
    schemas: Mapping[str, Any] = description["components"]["schemas"]
    listed = schemas[name.removeprefix(REFERENCE)]
    row: Mapping[str, Any] = schemas[listed["properties"]["rows"]["items"]["$ref"].removeprefix(REFERENCE)]
    return row["properties"]  # type: ignore[no-any-return]


def _parameter(found: Mapping[str, Any]) -> Parameter:
    schema, example = found["schema"], found["schema"].get("example")
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    example = example or next((each["example"] for each in kinds if "example" in each), None)
    such = f", such as {example[0] if isinstance(example, list) else example}" if example else ""
    kind = " or ".join(_kind(each) for each in kinds)
    return Parameter(found["name"], found.get("description", ""), f"{kind}{such}", bool(found.get("required")))


def _kind(schema: Mapping[str, Any]) -> str:
    """What may stand there, in words: `number or null`, `one of month, quarter, 12m`."""
    if "anyOf" in schema:
        return " or ".join(_kind(each) for each in schema["anyOf"])
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    if "const" in schema:
        return str(schema["const"])
    kind = schema.get("format") or schema.get("type") or "object"
    return {"integer": "whole number", "string": "text", "array": "list", "boolean": "true or false"}.get(kind, kind)
