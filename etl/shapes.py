"""Files of shapes. What they are is said by the names of their attributes, as a table's header says it.

A MapInfo table is several files of one name; the `.tab` among them names the attributes. In a GeoJSON file it is the
properties of the first feature.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from etl.faults import FileFault, quote

MAPINFO_START = b"!table"
MAPINFO_PARTS = (".dat", ".id", ".map")
MAPINFO_FIELD = re.compile(r"^\s*(\w+)\s+(?:Char|Integer|SmallInt|Float|Decimal|Date|Logical)\b.*;\s*$", re.MULTILINE)


def mapinfo_header(path: Path, *, at: Path, content: bytes) -> tuple[tuple[str, ...], str]:
    """Names of the attributes, and a checksum over all files of the table.

    Raises FileFault when one of them is missing.
    """
    beside = {file.name.casefold(): file for file in at.parent.iterdir() if file.stem == at.stem}
    digest = hashlib.sha256(content)
    for part in MAPINFO_PARTS:
        file = beside.get(at.stem.casefold() + part)
        if file is None:
            raise FileFault(path, f"is a MapInfo table without its file {quote(at.stem + part)}")
        digest.update(file.read_bytes())
    return tuple(MAPINFO_FIELD.findall(content.decode("cp1252", "replace"))), digest.hexdigest()


def geojson_header(path: Path, content: bytes) -> tuple[tuple[str, ...], int]:
    """Names of the first feature's properties, and how many features there are.

    Raises FileFault for what is no collection of features.
    """
    try:
        features = json.loads(content)["features"]
        return tuple(features[0]["properties"]), len(features)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise FileFault(path, "is not a GeoJSON collection of features") from error
