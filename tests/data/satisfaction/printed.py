"""The two printed tables straight from the documents' text, whatever the transcription says."""

from __future__ import annotations

from datetime import date

from tests.data.published_source import lines, require_sources

PLAN, REPORT = "met-business-plan-2017-18", "mopac-quarterly-2017-18-q1"
DAY = date(2016, 7, 1)


def gap_table() -> dict[str, tuple[float, float]]:
    """Question -> overall in per cent, gap in points."""
    require_sources()
    text = list(lines(PLAN))
    start = next(n for n, line in enumerate(text) if "\tLondon BAME Gap" in line)
    found = {}
    for line in text[start + 1 :]:
        if "\t" not in line:
            break
        question, overall, gap = line.strip().split("\t")
        found[question] = (float(overall.removesuffix("%")), float(gap.removesuffix("%")))
    return found


def matrix() -> tuple[list[float], dict[tuple[str, str], list[float]]]:
    """The averages in per cent; and by kind and group, the differences, both in the columns' order."""
    require_sources()
    text = list(lines(REPORT))
    start = next(n for n, line in enumerate(text) if line.startswith("MPS Average\t"))
    averages = [float(cell.removesuffix("%")) for cell in text[start].split("\t")[2:]]
    found: dict[tuple[str, str], list[float]] = {}
    kind = ""
    for line in text[start + 1 :]:
        cells = line.split("\t")
        if len(cells) < 8:
            break
        kind = cells[0] or kind
        found[kind, cells[1]] = [float(cell.removesuffix("%")) for cell in cells[2:]]
    return averages, found
