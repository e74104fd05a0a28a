"""Rows about nought on one scale: a dot with its interval, or a bar where there is none, and the figure in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from components import theme
from components.figures import svg
from components.figures.scale import Scale, round_ticks
from components.text.numbers import plain

FAR = 100.0  # a value beyond is told in words, and its interval is cut
INKS = {"higher": theme.HIGHER, "lower": theme.LOWER}


@dataclass(frozen=True)
class Row:
    """`said`: the figure in words. `verdict`: higher and lower have a colour and are filled. `group`: a heading that
    stands before the first of its rows. `is_part`: set in under the row above."""

    name: str
    value: float
    lower: float | None
    upper: float | None
    said: str
    verdict: str
    group: str = ""
    is_part: bool = False


@dataclass(frozen=True)
class Size:
    """px. Names stand left of the scale, or above it where `row` has room for two lines; `most`: characters of a line
    of a name, which takes as many as it needs."""

    width: int
    left: int
    right: int
    row: int
    most: int

    @property
    def is_narrow(self) -> bool:
        return self.left < 100


WIDE, NARROW = Size(760, 296, 568, 27, 44), Size(358, 12, 346, 47, 32)
HEAD, TOP, INSET, LINE = 36.0, 30.0, 14.0, 15.0


def about_nought(rows: Sequence[Row], size: Size, *, unit: str, label: str, far: float = FAR) -> str:
    """SVG. `unit` stands after each tick; ends beyond ±`far` are cut."""
    ends = [max(-far, min(far, end)) for row in rows for end in (row.value, row.lower, row.upper) if end is not None]
    at = Scale(round_ticks(min(0.0, *ends, 0.0), max(0.0, *ends, 0.0), most=4 if size.is_narrow else 6),
               float(size.left), float(size.right))  # fmt: skip
    drawn, y, group = [], TOP, ""
    for row in rows:
        if row.group != group:
            group = row.group
            y += HEAD
            drawn.append(svg.text(0.0, y - 10.0, group, kind="b halo"))
        name = wrap(row.name, size.most) or [""]
        more = LINE * (len(name) - 1)
        drawn += [*_words(row, name, size, y), *_mark(row, size, at, y + more)]
        y += size.row + more
    return svg.drawing(size.width, y + 6, *_axis(at, y, unit), *drawn, label=label)


def _axis(at: Scale, bottom: float, unit: str) -> Iterator[str]:
    for tick in at.ticks:
        look = {"class_": "base", "stroke": theme.INK} if tick == 0 else {"class_": "grid", "stroke": theme.RULE}
        yield svg.line(at.x(tick), TOP - 8, at.x(tick), bottom, **look)
        yield svg.text(at.x(tick), TOP - 14, f"{plain(tick)}{unit}", kind="ax mid")


def _words(row: Row, name: Sequence[str], size: Size, y: float) -> Iterator[str]:
    """The name, and the figure at the right of its last line."""
    kind = "sm halo" if size.is_narrow else "halo"
    last = y + 18 + LINE * (len(name) - 1)
    for place, words in enumerate(name):
        yield svg.text(INSET if row.is_part else 0.0, y + 18 + LINE * place, words, kind=kind)
    yield svg.text(float(size.width), last, row.said, kind=f"end {kind}")


def _mark(row: Row, size: Size, at: Scale, y: float) -> Iterator[str]:
    """Dot and interval, or bar."""
    middle = y + (size.row - 13 if size.is_narrow else size.row / 2)
    ink, is_clear = INKS.get(row.verdict, theme.INK_3), row.verdict in INKS
    low, high = at.ticks[0], at.ticks[-1]
    if row.lower is None or row.upper is None:
        start, end = sorted((at.x(0.0), at.x(max(low, min(high, row.value)))))
        yield svg.rect(start, middle - 6, max(end - start, 0.8 if row.value else 0.0), 12, fill=ink)
        return
    start, end = (at.x(max(low, min(high, each))) for each in (row.lower, row.upper))
    yield svg.line(start, middle, end, middle, stroke=ink, stroke_width=2.2)
    for x, known in ((start, row.lower), (end, row.upper)):
        if low <= known <= high:
            yield svg.line(x, middle - 4.5, x, middle + 4.5, stroke=ink, stroke_width=2)
    if low <= row.value <= high:
        yield svg.circle(at.x(row.value), middle, 5, fill=ink if is_clear else theme.PAGE, stroke=ink, stroke_width=2)
