"""Editions to test on: the publishers' real files where they are, and the demonstration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.demonstration import write_files
from etl.load import load

OFFICIAL = Path(__file__).parents[1].parent / "shared" / "official"


@pytest.fixture(scope="session")
def official() -> Path:
    """The publishers' files. Without them these tests are skipped; in CI that is a failure."""
    if not OFFICIAL.is_dir():
        reason = f"the publishers' files are not beside this checkout ({OFFICIAL})"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return OFFICIAL


@pytest.fixture(scope="session")
def official_editions(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of editions whose current one was built from the publishers' recorded-crime files."""
    folder = tmp_path_factory.mktemp("official-editions")
    load([official / "recorded-crime"], editions=folder)
    return folder


@pytest.fixture(scope="session")
def whole_official_editions(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of editions whose current one was built from all the publishers' files (a minute or so)."""
    folder = tmp_path_factory.mktemp("whole-official-editions")
    load([official], editions=folder)
    return folder


@pytest.fixture(scope="session")
def demonstration_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of editions whose current one is the demonstration."""
    files, folder = tmp_path_factory.mktemp("modelled"), tmp_path_factory.mktemp("demonstration-editions")
    write_files(files)
    load([files], editions=folder)
    return folder
