"""The overview without its page: what the year did to every counted measure, with intervals."""

from __future__ import annotations

from collections.abc import Iterator

from components.figures.about_nought import NARROW, WIDE, Row, about_nought
from components.overview import words
from components.overview.data import download_name
from components.overview.view import PATH, CountRow, OverviewView
from components.pictures.picture import Drawing, Picture
from components.text.lead import REPORTING
from components.text.numbers import counted, percent_change
from data.selection import month_name
from data.selection.overview import Signals

NOT_DRAWN = ("not_comparable", "not_available")
ON_A_CARD = 9  # rows
HOW = ("Dot: the change; bar: its 95% interval. Filled where it is more than chance alone would explain. A bar that "
       "reaches the edge goes on.")  # fmt: skip


def picture(view: OverviewView) -> Picture:
    """Where no measure has a change, words alone."""
    title, subtitle, said = words.picture_title(view), _subtitle(view), words.headline(view)
    return Picture(
        title=title, subtitle=subtitle, headline=said, label=f"{title}. {subtitle}", drawings=tuple(_drawings(view)),
        said=(said,), notes=tuple(_notes(view)),
        caution=REPORTING if any(row.is_reporting for row in _drawn(view)) else "",
        edition=view.edition, path=PATH, query=view.selection.to_query(), name=download_name(view),
    )  # fmt: skip


def _subtitle(view: OverviewView) -> str:
    show = view.selection.show
    kind = "" if show is Signals.ALL else f" Only what is {words.STANDING[show]} in its latest month."
    return f"{view.window.label[:1].upper()}{view.window.label[1:]}, against the 12 months before.{kind}"


def _listed(view: OverviewView) -> list[CountRow]:
    return [row for row in view.counts if view.selection.show.lists(row.signal)]


def _drawn(view: OverviewView) -> list[CountRow]:
    return [row for row in _listed(view) if row.change_pct is not None and row.change_verdict not in NOT_DRAWN]


def _drawings(view: OverviewView) -> Iterator[Drawing]:
    shown = {row.measure_id for row in _drawn(view)}
    titles = {section.priority.id: section.priority.title for section in view.sections}
    rows = [_row(row, titles[row.priority], is_part=row.part_of in shown) for row in _drawn(view)]
    if not rows:
        return
    label = f"{words.picture_title(view)}. " + " ".join(f"{row.name}: {row.said}." for row in rows)
    whole = [row for row in rows if not row.is_part][:ON_A_CARD]
    wide, narrow = (about_nought(rows, size, unit="%", label=label) for size in (WIDE, NARROW))
    yield Drawing(wide, (narrow,), card=about_nought(whole, NARROW, unit="%", label=label))


def _row(row: CountRow, group: str, *, is_part: bool) -> Row:
    own = f", to {month_name(row.month, short=True)}" if row.is_own_period else ""
    between = words.interval(row.change_lower_pct, row.change_upper_pct)
    assert row.change_pct is not None
    said = f"{percent_change(row.change_pct, decimals=1)}{f' ({between})' if between else ''}"
    return Row(f"{row.name}{own}", row.change_pct, row.change_lower_pct, row.change_upper_pct, said,
               words.verdict(row), group, is_part)  # fmt: skip


def _notes(view: OverviewView) -> Iterator[str]:
    yield HOW
    left = len(_listed(view)) - len(_drawn(view))
    if left:
        yield f"{counted(left, 'more measure')} cannot be compared with the year before."
    if any(row.is_provisional for row in _drawn(view)):
        yield "The latest months are provisional and may still be revised, so no verdict is given on them."
