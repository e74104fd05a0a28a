"""A borough's profile without its page: its own priorities month by month, and its rates beside similar boroughs."""

from __future__ import annotations

from collections.abc import Iterator

from components.borough import priority_words, strips, words
from components.borough.address import download_name, profile_address
from components.borough.kinds import BoroughRow, Priority
from components.borough.panel import NARROW, WIDE, panel
from components.borough.view import ProfileView
from components.pictures.picture import Drawing, Picture
from components.text.lead import REPORTING
from data.selection import add_months, month_name

OUTSIDE = ("higher", "lower")
BAND = "Grey band: the range expected from two years that end a year before the month judged."


def picture(view: ProfileView) -> Picture:
    """Where nothing can be charted or compared, words alone."""
    priorities = [each for each in view.chosen if each.row and _is_charted(each.row)]
    shown = [each.row for each in priorities if each.row]
    is_reporting = any(each.is_reporting for each in shown) or any(each.is_reporting for each in view.compared)
    return Picture(
        title=words.picture_title(view), subtitle=words.quarter_words(view),
        headline=words.headline(view), label=f"{view.name}, {words.quarter_words(view)}. {words.headline(view)}",
        drawings=(*_panels(view, priorities), *_strips(view)), said=(words.headline(view),),
        notes=(BAND,) if priorities else (), caution=REPORTING if is_reporting else "", edition=view.edition,
        path=profile_address(view.area.slug), query=f"?to={view.selection.month:%Y-%m}",
        name=download_name(view.area.slug, view.selection.month, is_demonstration=view.edition.is_demonstration),
    )  # fmt: skip


def _is_charted(row: BoroughRow) -> bool:
    return row.offences_12m is None or row.offences_12m >= words.FEWEST_FOR_A_CHART


def _panels(view: ProfileView, priorities: list[Priority]) -> Iterator[Drawing]:
    """One for each priority that has a series; first those outside their range, since a card has room for one."""
    late = add_months(view.settled_month, 1)
    for each in sorted(priorities, key=lambda each: each.row is not None and each.row.signal not in OUTSIDE):
        row = each.row
        assert row is not None
        label = f"{each.name} in {view.name}, 36 months to {month_name(row.month)}. {priority_words.month(row)}"
        wide, narrow = (panel(row, size, provisional_from=late, label=label) for size in (WIDE, NARROW))
        yield Drawing(wide, (narrow,), name=each.name, said=priority_words.month(row))


def _strips(view: ProfileView) -> Iterator[Drawing]:
    if view.similar.available and view.compared:
        wide, narrow = (strips.drawn(view, size) for size in (strips.WIDE, strips.NARROW))
        yield Drawing(wide, (narrow,), name="Compared with similar boroughs", said=strips.lead(view))
