"""What the reader of the plan page is looking at: which of the milestones.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from data.selection.asked import quoted

PATH = "/plan"
FIRST_ROWS = 20  # rows shown unless all are asked for
LONGEST_SEARCH = 80
# The filters in the order of the page: the parameter, and what its sentence calls it.
FILTERS = {"area": "area of the plan", "status": "status", "quarter": "quarter", "programme": "programme",
           "lead": "lead"}  # fmt: skip
NONE = "none"  # of a programme or a lead: that none is named

Options = Mapping[str, Mapping[str, str]]  # filter -> what it may say in an address -> in words


@dataclass(frozen=True)
class PlanSelection:
    """Which milestones: each filter is a value of its options, '' for all of them; `text`: words that must occur."""

    area: str = ""
    status: str = ""
    quarter: str = ""
    programme: str = ""
    lead: str = ""
    text: str = ""
    all_rows: bool = False

    def change(self, **values: object) -> PlanSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway."""
        filters = {name: getattr(self, name) for name in FILTERS}
        params = {**filters, "q": self.text, "rows": "all" if self.all_rows else ""}
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?area=…`, ready to stand behind a path; nothing where nothing is chosen."""
        params = self.to_params()
        return f"?{urlencode(params)}" if params else ""

    @property
    def is_filtered(self) -> bool:
        """Whether not every milestone is looked at."""
        return self.change(all_rows=False) != PlanSelection()


def from_params(params: Mapping[str, str | None], options: Options) -> tuple[PlanSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met."""
    said: list[str] = []
    filters = {name: _asked(name, params.get(name), options[name], said) for name in FILTERS}
    text = " ".join((params.get("q") or "").replace("\0", "").split())
    if len(text) > LONGEST_SEARCH:
        said.append(f"Only the first {LONGEST_SEARCH} characters of the search are used.")
        text = text[:LONGEST_SEARCH].rstrip()
    return PlanSelection(**filters, text=text, all_rows=params.get("rows") == "all"), tuple(said)


def _asked(name: str, value: str | None, known: Mapping[str, str], said: list[str]) -> str:
    wanted = (value or "").strip().casefold()
    if not wanted or wanted in known:
        return wanted
    said.append(f"There is no {FILTERS[name]} called {quoted(value or '')}; this page shows all of them.")
    return ""
