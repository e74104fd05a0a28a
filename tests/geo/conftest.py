"""What the geography tests share: where the publishers' files are."""

import os
from pathlib import Path

import pytest

OFFICIAL = Path(__file__).parents[2].parent / "shared" / "official"


@pytest.fixture(scope="session")
def official() -> Path:
    """The folder of official files; without it the test is skipped, except in CI, where it fails."""
    if not OFFICIAL.is_dir():
        reason = f"the publishers' files are not at {OFFICIAL}"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return OFFICIAL
