"""Which parts of the page follow which parameters, so that an answer writes only what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.controls import choice as folded
from components.parts import Page
from components.victims_code import controls, heading
from components.victims_code.downloads import actions
from components.victims_code.method import method
from components.victims_code.other import other
from components.victims_code.published import published
from components.victims_code.required import required
from components.victims_code.series import series
from components.victims_code.view import VictimsCodeView

ADDRESS = "code-address"
REQUIREMENT, ALL = ("requirement",), ("requirement", "to", "area")

# Every part of the page that an answer may write, what makes it, and the parameters that it follows.
PARTS: dict[str, tuple[Callable[[VictimsCodeView], Any], tuple[str, ...]]] = {
    "code-strip": (heading.strip, ()),
    "code-opening": (heading.opening, ALL),
    "code-corrections": (heading.corrections, ALL),
    "code-announcement": (heading.announcement, ALL),
    "code-choice": (lambda view: folded(controls.choice(view)), ALL),
    "code-series": (series, ALL),
    "code-published": (published, REQUIREMENT),
    "code-required": (required, ()),
    "code-others": (other, ()),
    "code-actions": (actions, ALL),
    "code-method": (method, ()),
}
PAGE = Page(
    ADDRESS, PARTS, ALL, corrections="code-corrections", fields=controls.fields, title=heading.title,
    may_fail={"code-series", "code-published", "code-required", "code-others", "code-method"},
)  # fmt: skip
answer, answers, part = PAGE.answer, PAGE.answers, PAGE.part

__all__ = ["ADDRESS", "PAGE", "PARTS", "answer", "answers", "part"]
