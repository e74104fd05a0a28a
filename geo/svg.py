"""The borough map as SVG text: shapes in metres go in, a static drawing without colours comes out.

The class names, ids and data-codes are a contract with the stylesheet and the scripts: the file carries
shapes and words, CSS colours them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from geo.areas import Area

Point = tuple[float, float]
Ring = Sequence[Point]

WIDTH, HEIGHT, MARGIN = 700, 541, 2
LABEL_DROP = 4  # px from the middle of a word to its baseline, at the 11.5 px that borough names are set in
LINE_STEP = 12
# Neutral ink, as attributes that any CSS rule overrides: a pattern without them would be a black square.
HATCH = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)">'
    '<rect class="hatch-ground" width="5" height="5" fill="#fff"/>'
    '<line class="hatch-line" x1="0" y1="0" x2="0" y2="5" stroke="#5A6671" stroke-width="2"/>'
    "</pattern></defs>"
)


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How British National Grid metres become px: `left` and `top` are metres, `scale` is px per metre."""

    left: float
    top: float
    scale: float

    def place(self, point: Point) -> Point:
        """The point in px to one decimal place, x to the right and y down."""
        x, y = (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale
        return round(x, 1) + 0.0, round(y, 1) + 0.0  # + 0.0 turns -0.0 into 0.0


def fit(rings: Iterable[Ring]) -> Fit:
    """The largest Fit that keeps all the rings inside WIDTH by HEIGHT, against the top left corner."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    scale = min(WIDTH / (max(xs) - min(xs)), HEIGHT / (max(ys) - min(ys)))
    return Fit(left=min(xs), top=max(ys), scale=scale)


def path_data(rings: Iterable[Ring], *, on: Fit) -> str:
    """The `d` of a path, one closed sub-path a ring, leaving out rings that shrink to under three points."""
    drawn = (_without_repeats([on.place(point) for point in ring]) for ring in rings)
    return "".join(f"M{'L'.join(map(_pair, points))}Z" for points in drawn if len(points) > 2)


def label(area: Area, *, at: Point) -> str:
    """The area's map label centred on `at` (px), on two lines when it is two words."""
    x, y = _number(at[0]), at[1]
    lines = area.map_label.rsplit(" ", 1)
    first = _number(round(y + LABEL_DROP - LINE_STEP / 2 * (len(lines) - 1), 1))
    text = escape(lines[0])
    if len(lines) > 1:
        text = f'<tspan x="{x}">{text}</tspan><tspan x="{x}" dy="{LINE_STEP}">{escape(lines[1])}</tspan>'
    return f'<text class="label" data-code="{area.area_code}" x="{x}" y="{first}">{text}</text>'


def borough_map(
    shapes: Mapping[Area, Sequence[Ring]], *, outline: Sequence[Ring], label_points: Mapping[Area, Point]
) -> str:
    """The whole drawing; shapes, the outline round London and the label points are in metres."""
    on = fit(outline)
    areas = sorted(shapes, key=lambda area: area.area_name)
    # The City is a fifth of the width of its name, so it goes without: the key explains its hatching.
    labelled = [area for area in areas if area.policed_by_met]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{MARGIN} -{MARGIN} 704 544" class="borough-map">',
        HATCH,
        '<g class="areas">',
        *(_area_path(area, rings=shapes[area], on=on) for area in areas),
        "</g>",
        f'<path class="outline" fill="none" d="{path_data(outline, on=on)}"/>',
        '<g class="labels" text-anchor="middle">',
        *(label(area, at=on.place(label_points[area])) for area in labelled),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _area_path(area: Area, *, rings: Sequence[Ring], on: Fit) -> str:
    classes = "area" if area.policed_by_met else "area city"
    code = area.area_code
    return f'<path class="{classes}" id="area-{code}" data-code="{code}" d="{path_data(rings, on=on)}"/>'


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    """The closed ring's points in order, each different from the one before, the last from the first."""
    return [point for before, point in zip([points[-1], *points], points, strict=False) if point != before]


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
