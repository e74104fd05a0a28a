"""Reads the source documents by section, so that a published figure is looked for where it was printed."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2].parent / "shared" / "sources"

FILES = {
    "mopac-quarterly-2017-18-q1": "mopac-quarterly-performance-2017-18-q1.txt",
    "met-business-plan-2017-18": "met-business-plan-2017-18.txt",
    "met-business-plan-update-2017-18-q2": "met-business-plan-update-2017-18-q2.txt",
    "met-business-plan-update-2018-19-q1": "met-business-plan-update-2018-19-q1.txt",
    "peel-2018-19": "hmicfrs-peel-metropolitan-2018-19.txt",
}

# (section as we name it, the line it starts at), in the order of the document. A name that repeats in the
# document is told apart by what stands before it, so the lines are looked for one after the other. A line
# that ends in … is looked for by its beginning.
HEADINGS: dict[str, list[tuple[str, str]]] = {
    "mopac-quarterly-2017-18-q1": [
        ("About The Metropolitan Police Service", "About The Metropolitan Police Service"),
        ("Contents", "Contents"),
        ("Executive Summary", "Executive Summary"),
        (
            "Measuring progress against the Police and Crime Plan Priorities",
            "Measuring progress against the Police and Crime Plan Priorities",
        ),
        ("Total Notifiable Offences (TNO)", "Total Notifiable Offences (TNO)"),
        ("High harm crime", "High harm crime"),
        ("Recorded crime 12 month average", "Recorded crime 12 month average"),
        ("Anti-Social Behaviour (ASB)", "Anti-Social Behaviour (ASB)"),
        ("Local Volume Priorities", "Local Volume Priorities"),
        ("Fraud & Cybercrime and Gun Crime", "Fraud & Cybercrime and Gun Crime"),
        ("Public Perception of the police", "Public Perception of the police"),
        ("Victim Satisfaction", "Victim Satisfaction"),
        ("Satisfaction and Public Voice - Inequalities", "Satisfaction and Public Voice - Inequalities"),
        ("Workforce – Overview & Diversity", "Workforce – Overview & Diversity"),
        ("Workforce – Dedicated Ward Officers (DWO)", "Workforce – Dedicated Ward Officers (DWO)"),
        ("Public Complaints", "Public Complaints"),
        ("A better Criminal Justice Service for London", "A better Criminal Justice Service for London"),
        ("Keeping children and young people safe", "Keeping children and young people safe"),
        ("Violence Against Women and Girls", "Violence Against Women and Girls"),
        ("Hate Crime", "Hate Crime"),
        ("Extremism", "Extremism"),
        ("Finances at a glance Q1 2017/18", "Finances at a glance Q1 2017/18"),
        ("Revenue", "Revenue"),
        ("Revenue supporting information", "Revenue supporting information"),
        ("Capital", "Capital"),
        ("Reserves", "Reserves"),
        ("MOPAC Commissioning", "MOPAC Commissioning"),
        ("London Crime Prevention Fund", "London Crime Prevention Fund"),
        ("Annex A", "Annex A"),
        ("Annex A: Our focused priorities", "2- Our focused priorities"),
        ("Annex A: Keeping children and young people safe", "Keeping children and young people safe"),
        ("Annex A: Knife Crime", "Knife Crime"),
        ("Annex A: Tackling violence against women and girls", "Tackling violence against women and girls"),
        # The PDF's columns came out of order: the hate crime hub stands before its heading, under the caption
        # of a chart.
        ("Annex A: Tackling hate crime", "* Islamophobic Victims over Last 12 Months"),
        ("Annex A: Making London safer", "Making London safer"),
        ("Annex A: Mental health", "Mental health"),
        ("Annex A: Modern slavery", "Modern slavery"),
        ("Annex A: A visible presence", "A visible presence"),
        ("Annex A: An accessible force", "An accessible force"),
        ("Annex A: An effective response", "An effective response"),
        ("Annex A: Local and specialist investigations", "Local and specialist investigations"),
        ("Annex A: Improving outcomes", "Improving outcomes"),
        # Likewise the text of this section stands before its heading.
        (
            "Annex A: A transformed, modern, efficient Met",
            "number of female and BAME officers has increased…",
        ),
    ],
    "met-business-plan-2017-18": [
        ("2.4 What this plan will deliver", "2.4 What this plan will deliver"),
        ("3.1 Making every community safer", "3.1 Making every community safer"),
        ("3.2 Making London safer", "3.2 Making London safer"),
        ("4.1 A visible presence", "4.1 A visible presence"),
        ("4.2 An accessible force", "4.2 An accessible force"),
        ("4.3 An effective response", "4.3 An effective response"),
        ("4.4 Local and specialist investigations", "4.4 Local and specialist investigations"),
        ("4.5 Improving outcomes", "4.5 Improving outcomes"),
        ("5.1 People", "5.1 People"),
        ("5.2 Training and professionalism", "5.2 Training and professionalism"),
        ("5.3 Finance and commercial", "5.3 Finance and commercial"),
        ("5.4 Assets", "5.4 Assets"),
        ("6.1 Our performance framework", "6.1 Our performance framework"),
        ("6.2 Key performance and insight indicators", "6.2 Key performance and insight indicators"),
        ("8 Local priority crimes 2017-18", "8- Local priority crimes 2017-18"),
        ("9 Glossary and acronyms", "9- Glossary and acronyms"),
    ],
    "met-business-plan-update-2017-18-q2": [
        ("1 Introduction", "1- Introduction"),
        ("Keeping children and young people safe", "Keeping children and"),
        ("Tackling violence against women and girls", "Tackling violence against"),
        ("Tackling hate crime", "Tackling hate crime"),
        ("Making London safer", "Making London safer"),
        ("A visible presence", "A visible presence"),
        ("An accessible force", "An accessible force"),
        ("An effective response", "An effective response"),
        ("Local and specialist investigations", "Local and specialist"),
        ("Improving outcomes", "Improving outcomes"),
        ("A transformed, modern, efficient Met", "4- A transformed,"),
        ("And finally", "And finally"),
    ],
    "met-business-plan-update-2018-19-q1": [
        ("1 Introduction", "1- Introduction"),
        ("Quarter 1 overview", "Quarter 1 overview"),
        ("Violent crime", "Violent crime"),
        ("Terrorism", "Terrorism"),
        ("Safeguarding", "3- Safeguarding"),
        ("Moped crime", "Moped crime"),
        ("Local crime priorities", "Local crime priorities"),
        ("Achieving the best outcomes", "5- Achieving the"),
        ("Responding to the public", "Responding to the public"),
        ("Smarter working", "Smarter working"),
        ("Leadership", "Leadership"),
        ("Estates", "Estates"),
    ],
    "peel-2018-19": [
        ("What this report contains", "# What this report contains"),
        ("Force in context", "# Force in context"),
        ("Overall summary", "# Overall summary"),
        ("Effectiveness: Force in context", "# Force in context"),
        ("Effectiveness", "# How effectively does the force reduce crime and keep people safe?"),
        (
            "Preventing crime and tackling anti-social behaviour",
            "## Preventing crime and tackling anti-social behaviour",
        ),
        ("Investigating crime", "## Investigating crime"),
        ("Protecting vulnerable people", "## Protecting vulnerable people"),
        ("Tackling serious and organised crime", "## Tackling serious and organised crime"),
        ("Armed policing", "## Armed policing"),
        ("Efficiency: Force in context", "# Force in context"),
        ("Efficiency", "# How efficiently does the force operate and how sustainable are its services?"),
        ("Meeting current demands and using resources", "## Meeting current demands and using resources"),
        ("Planning for the future", "## Planning for the future"),
        ("Legitimacy: Force in context", "# Force in context"),
        ("Legitimacy", "# How legitimately does the force treat the public and its workforce?"),
        ("Treating the public fairly", "## Treating the public fairly"),
        ("Ethical and lawful workforce behaviour", "## Ethical and lawful workforce behaviour"),
        ("Treating the workforce fairly", "## Treating the workforce fairly"),
        ("Annex A: About the data", "# Annex A – About the data"),
    ],
}

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "seven": 7,
    "nine": 9,
    "eleven": 11,
    "fourteen": 14,
    "twenty-three": 23,
    "fifty": 50,
    "eighty-three": 83,
}
NUMBER = r"([+-]?£?(?:\d[\d,]*)?(?:\.?\d+)|(?i:" + "|".join(sorted(WORDS, key=len, reverse=True)) + "))"


def require_sources() -> None:
    """Skip when the documents are not beside the checkout; in CI their absence is a failure."""
    absent = [name for name in FILES.values() if not (SOURCES / name).is_file()]
    if absent and os.environ.get("CI") == "true":
        pytest.fail(f"source documents absent from {SOURCES}: {', '.join(absent)}")
    if absent:
        pytest.skip(f"source documents absent from {SOURCES}: {', '.join(absent)}")


@cache
def lines(document: str) -> tuple[str, ...]:
    return tuple((SOURCES / FILES[document]).read_text(encoding="utf-8").split("\n"))


@cache
def sections(document: str) -> dict[str, tuple[str, ...]]:
    """The document cut at its headings, each looked for after the one before."""
    text, starts, line = lines(document), [], 0
    for name, heading in HEADINGS[document]:
        while not _is_heading(text[line].strip(), heading):
            line += 1
            if line == len(text):
                raise AssertionError(f"{document}: heading {heading!r} is not found after the one before it")
        starts.append((name, line))
        line += 1
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {name: text[start:end] for (name, start), end in zip(starts, ends, strict=True)}


def _is_heading(line: str, heading: str) -> bool:
    return line.startswith(heading[:-1]) if heading.endswith("…") else line == heading


def squash(text: str) -> str:
    """One line, single spaces, typographic quotes made plain, so that the PDF's line breaks do not matter."""
    return " ".join(re.sub(r"</?\w[^>]*>", " ", squash_quotes(text)).split())


def squash_quotes(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


@cache
def section_text(document: str, section: str) -> str:
    return squash(" ".join(sections(document)[section]))


def plain(printed: str) -> str:
    """A number as printed, without thousands commas, pound, percent or plus signs: '-£32.2m' -> '-32.2'."""
    word = WORDS.get(printed.strip().lower())
    if word is not None:
        return str(word)
    number = re.sub(r"^\((.*)\)$", r"-\1", printed.strip())
    return re.sub(r"[\s,£%+]|(?<=\d)(m|bn)$", "", number)


def find_all(template: str, text: str) -> list[str]:
    """Every number that stands at the '{}' of a phrase of the document."""
    before, after = (re.escape(squash_quotes(part)) for part in template.split("{}"))
    guard = "" if before else r"(?<![\d.,£-])"
    return [plain(found) for found in re.findall(f"{guard}{before}{NUMBER}{after}", text)]


def cells(line: str) -> list[str]:
    """The tab-separated cells of a table line, tags taken away."""
    return [re.sub(r"</?\w+>", "", cell).strip() for cell in line.split("\t")]


def table(document: str, section: str, starts: str, nth: int = 0) -> tuple[list[str], list[list[str]]]:
    """Header and body of the nth table whose header line starts so: up to the first line without a tab."""
    text = sections(document)[section]
    found = [i for i, line in enumerate(text) if "\t".join(cells(line)).startswith(starts)]
    assert len(found) > nth, f"{document}, {section}: {len(found)} headers start {starts!r}"
    body = []
    for line in text[found[nth] + 1 :]:
        if "\t" not in line:
            break
        body.append(cells(line))
    return cells(text[found[nth]]), body


def plan_milestones(document: str) -> list[tuple[str, list[str]]]:
    """(section, [milestone, lead, partners, quarter]) of every 'Key milestones' table of the business plan.

    A page break cuts one milestone in two: its second half has no quarter and is joined to the first.
    """
    found: list[tuple[str, list[str]]] = []
    for section, text in sections(document).items():
        starts = [i for i, line in enumerate(text) if line.startswith("In 2017-18 we will:\t")]
        for line in text[starts[0] + 1 :] if starts else ():
            if line.count("\t") == 3:
                row = cells(line)
                if row[3]:
                    found.append((section, row))
                else:
                    found[-1] = (
                        section,
                        [squash(f"{a} {b}") for a, b in zip(found[-1][1], row, strict=True)],
                    )
    return found


FOOTER = re.compile(r"https?://\S+ ")


@dataclass(frozen=True)
class Milestone:
    """A milestone of a progress report with the text that follows it, up to the next one."""

    section: str
    quarter: str
    kind: str
    programme_number: str
    programme: str
    title: str
    progress: str


def reported_milestones(document: str) -> list[Milestone]:
    if document.endswith("2018-19-q1"):
        return _unquoted(document)
    year = "2017-18"
    heading = re.compile(r'(Q\d) (Business Plan |forthcoming )?milestone: "(.+?)"')
    programme = re.compile(r' ?\(One Met Model transformation [Pp]rogramme (\d+):? "?(.+?)"?\)(?= |$)')
    found = []
    for section in sections(document):
        text = section_text(document, section)
        marks = list(heading.finditer(text))
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=False):
            rest = text[mark.end() : end]
            named = programme.match(rest)
            found.append(
                Milestone(
                    section=section,
                    quarter=f"{mark[1]} {year}",
                    kind="forthcoming" if mark[2] == "forthcoming " else "due",
                    programme_number=named[1] if named else "",
                    programme=FOOTER.sub("", named[2]) if named else "",
                    title=mark[3],
                    progress=rest[named.end() if named else 0 :].strip(),
                )
            )
    return found


def _unquoted(document: str) -> list[Milestone]:
    """The 2018-19 report sets no quotation marks: a milestone runs to the first empty line."""
    found = []
    for section, text in sections(document).items():
        starts = [i for i, line in enumerate(text) if line.startswith("Quarter 1, 2018-19: ")]
        for start, stop in zip(starts, [*starts[1:], len(text)], strict=False):
            end = next(i for i in range(start, stop) if not text[i].strip())
            title = squash(" ".join(text[start:end])).removeprefix("Quarter 1, 2018-19: ")
            progress = squash(" ".join(text[end:stop]))
            found.append(Milestone(section, "Q1 2018-19", "due", "", "", title, progress))
    return found
