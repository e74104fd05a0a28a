"""London's answers by ethnic group, where an edition carries them: each group, White and BAME, and the gap over time.

White and BAME are taken as the file gives them. Where it gives neither, each is put together from its groups, weighted
by interviews, and only when every one of its groups is there: two of three make another group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import duckdb

from data.periods import add_months
from data.satisfaction.bases import PUBLISHED, Base, group_base
from data.satisfaction.intervals import of_gap, of_share
from data.satisfaction.shares import BAME, BAME_PARTS, ETHNICITY, WHITE, WHITE_PARTS
from geo.areas import LONDON_CODE

Row = dict[str, Any]
Group = dict[str, Any]  # group_name, proportion, base (a Base), lower, upper

WHITE_ALSO = "White Irish"  # a part of its own in some files
IN_A_YEAR = 12

ANSWERS = """
SELECT survey, question, period_start, period_end, group_name, proportion, base FROM victim_satisfaction
WHERE area_code = ? AND group_type = ? AND proportion IS NOT NULL
ORDER BY survey, question, period_end, group_name
"""
OVERALL = """
SELECT survey, question, period_end, proportion FROM victim_satisfaction
WHERE area_code = ? AND group_type = 'All' AND proportion IS NOT NULL
"""


def gaps_over_time(cursor: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Row]]:
    """By (survey, question): a row a period with groups, oldest first. Empty where London has none by group."""
    overall = {row[:3]: row[3] for row in cursor.execute(OVERALL, [LONDON_CODE]).fetchall()}
    held: dict[tuple[str, str, date, date], dict[str, tuple[float, int | None]]] = {}
    for survey, question, start, end, name, proportion, base in cursor.execute(
        ANSWERS, [LONDON_CODE, ETHNICITY]
    ).fetchall():
        begun = start or add_months(end, 1 - IN_A_YEAR)
        held.setdefault((survey, question, begun, end), {})[name] = (proportion, base)
    found: dict[tuple[str, str], list[Row]] = {}
    for (survey, question, start, end), answers in held.items():
        row = _row(survey, start, answers)
        whole = overall.get((survey, question, end))
        found.setdefault((survey, question), []).append(
            {**row, "survey": survey, "question": question, "period_start": start, "period_end": end, "overall": whole})
    return found


def _row(survey: str, start: date, answers: Mapping[str, tuple[float, int | None]]) -> Row:
    groups = {name: _group(survey, start, name, *answer) for name, answer in answers.items()}
    white = groups.get(WHITE) or _together(WHITE, groups, _parts(groups))
    bame = groups.get(BAME) or _together(BAME, groups, BAME_PARTS)
    gap, lower, upper, verdict = of_gap(_proportion(white), _base(white), _proportion(bame), _base(bame))
    separate = [group for name, group in groups.items() if name not in (WHITE, BAME)]
    return {"white": white, "bame": bame, "gap": gap, "lower": lower, "upper": upper, "verdict": verdict,
            "groups": separate, "why_none": _why(white, bame)}  # fmt: skip


def _parts(groups: Mapping[str, Group]) -> tuple[str, ...]:
    return (*WHITE_PARTS, WHITE_ALSO) if WHITE_ALSO in groups else WHITE_PARTS


def _group(survey: str, start: date, name: str, proportion: float, published: int | None) -> Group:
    return _made(name, proportion, group_base(survey, start, ETHNICITY, name, published))


def _made(name: str, proportion: float, base: Base) -> Group:
    lower, upper = of_share(proportion, base)
    return {"group_name": name, "proportion": proportion, "base": base, "lower": lower, "upper": upper}


def _together(name: str, groups: Mapping[str, Group], parts: Iterable[str]) -> Group | None:
    """The parts' answers together; None unless each part has an answer and a base."""
    held = [groups[part] for part in parts if part in groups]
    counts = [group["base"].interviews for group in held]
    if len(held) != len(tuple(parts)) or None in counts:
        return None
    total = sum(counts)
    proportion = sum(group["proportion"] * count for group, count in zip(held, counts, strict=True)) / total
    bases = [group["base"] for group in held]
    basis = PUBLISHED if all(base.is_published for base in bases) else f"approximate: the groups of {name} together"
    return _made(name, proportion, Base(total, basis, bases[0].design_effect))


def _proportion(group: Group | None) -> float | None:
    return group["proportion"] if group else None


def _base(group: Group | None) -> Base:
    base: Base = group["base"] if group else Base(None, "", 1.0)
    return base


def _why(white: Group | None, bame: Group | None) -> str | None:
    missing = [name for name, group in ((WHITE, white), (BAME, bame)) if group is None]
    return f"The file does not have every group of {' and of '.join(missing)}." if missing else None
