"""Whom a reader may write to: a setting, because no address may be made up."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

VARIABLE = "LPP_CONTACT"
MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def contact(environment: Mapping[str, str] = os.environ) -> str | None:
    """The setting as the target of a link, or None where there is none. Raises ValueError for what is no address."""
    given = environment.get(VARIABLE, "").strip()
    if not given:
        return None
    if MAIL.fullmatch(given):
        return f"mailto:{given}"
    if re.fullmatch(r"https://[^\s<>\"']+", given):
        return given
    raise ValueError(f"{VARIABLE} is ‘{given}’: it must be an e-mail address or an address that begins with https://")
