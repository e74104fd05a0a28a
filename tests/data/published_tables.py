"""Which published table each figures file holds: where it starts in the document, how its cells are named."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.data.published_source import cells, table

MOPAC = "mopac-quarterly-2017-18-q1"
PLAN = "met-business-plan-2017-18"
PEEL = "peel-2018-19"


@dataclass(frozen=True)
class Table:
    """One printed table.

    `columns` maps a cell's position to our column label; `printed` gives the heading the document prints
    there where it is not the same. `label` lists the cells that name a row, an empty first one being
    filled from above. `relabel` shortens long row labels.
    """

    file: str
    document: str
    section: str
    table_name: str
    starts: str
    rows: int
    columns: dict[int, str]
    label: tuple[int, ...] = (0,)
    nth: int = 0
    printed: dict[int, str] = field(default_factory=dict)
    relabel: dict[str, str] = field(default_factory=dict)

    def figures(self) -> dict[tuple[str, str], str]:
        """(row label, column label) -> the cell as printed; empty cells are left out."""
        header, body = table(self.document, self.section, self.starts, self.nth)
        for position, label in self.columns.items():
            assert header[position] == self.printed.get(position, label), (self.table_name, header)
        found: dict[tuple[str, str], str] = {}
        group = ""
        for row in body:
            group = row[self.label[0]] or group if len(self.label) > 1 else ""
            own = row[self.label[-1]]
            name = ": ".join(part for part in (group, own) if part)
            name = self.relabel.get(name, name)
            for position, column in self.columns.items():
                if name and row[position] and any(c.isdigit() for c in row[position]):
                    assert (name, column) not in found, f"{self.table_name}: {name} twice"
                    found[name, column] = row[position]
        return found


def numbered(*labels: str, start: int = 1) -> dict[int, str]:
    return dict(enumerate(labels, start=start))


BUSINESS_GROUP = numbered(
    "Year To Date Actual £m", "Current Full Year Budget £m", "Annual Forecast £m", "Annual Variance £m"
)
RESERVE_YEARS = ("2014/15", "2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21")
RESERVE_KINDS = ("Actual", "Actual", "Actual", "Forecasted", "Planned", "Planned", "Planned")
RATE = numbered("Metropolitan Police rate", "England and Wales rate")
MOST_SIMILAR = numbered("Metropolitan Police rate", "Most Similar Forces rate")
PROPORTION = numbered("Metropolitan Police proportion", "England and Wales proportion")
SPEND = numbered("Metropolitan Police spend", "England and Wales spend")
CONTEXT, EFFECTIVE, EFFICIENT, LEGITIMATE = (
    "Force in context",
    "Effectiveness: Force in context",
    "Efficiency: Force in context",
    "Legitimacy: Force in context",
)
EQUALITIES = "Equalities make-up of the workforce, April 2017"
ALL, MINORITY = "Overall total", "Black Asian and Minority Ethnic"
PEEL_ROWS = {
    f"{label} {when}": label
    for label, when in (
        ("999 calls per 1,000 population", "12 months ending 31 March 2019"),
        ("Recorded crime per 1,000 population", "12 months ending 30 September 2018"),
        ("Spend per head of population", "2018/19 projection"),
        ("Proportion of officers in a neighbourhood or response function", "in post on 31 March 2019"),
        ("Proportion of female officers in post", "as of 31st March 2019"),
    )
}
SAVINGS_ROWS = {
    f"{label} ({qualifier})": label
    for label, qualifier in (
        (
            "Savings that are forecast to be delivered in full",
            "high confidence of delivery of savings",
        ),
        (
            "Savings with timing delivery problems",
            "confidence in delivery of savings but with delays",
        ),
    )
}

TABLES = [
    Table(
        "recorded_crime_12_months.csv",
        MOPAC,
        "Recorded crime 12 month average",
        "Recorded crime 12 month average",
        "Police and Crime Plan Area\t",
        15,
        numbered("July 2015 - June 2016", "July 2016 - June 2017", "Change", "% Change", start=2),
        label=(1,),
    ),
    Table(
        "local_volume_priorities.csv",
        MOPAC,
        "Local Volume Priorities",
        "Local Volume Priorities",
        "Borough\tPriority 1",
        32,
        numbered("Priority 1 % change Q1 17/18 vs Q1 16/17", "Priority 2 % change Q1 17/18 vs Q1 16/17"),
    ),
    Table(
        "satisfaction_inequalities.csv",
        MOPAC,
        "Satisfaction and Public Voice - Inequalities",
        "Satisfaction and Public Voice - Inequalities",
        "\t\tOverall Satisfaction",
        19,
        numbered(
            "Overall Satisfaction",
            "Good job",
            "Informed local",
            "Listen to concerns",
            "Fair treatment",
            "Dealing issues",
            start=2,
        ),
        label=(0, 1),
        printed={
            3: "Police do a good job in the local area (Good job)",
            4: "Feels well informed about local police activities over the last 12 months (Informed local)",
            5: "Agree the police listen to the concerns of local people (Listen to concerns)",
            6: "Agree the police treat everyone fairly (Fair treatment)",
            7: "Agree the police are dealing with the things that matter to this community (Dealing issues)",
        },
    ),
    Table(
        "dedicated_ward_officers.csv",
        MOPAC,
        "Workforce – Dedicated Ward Officers (DWO)",
        "Dedicated Ward Officers",
        "Month\tDec 17 Target DWOs",
        1,
        numbered("Dec 17 Target DWOs", "Current DWOs at June 17", "Diff"),
    ),
    Table(
        "finance_revenue.csv",
        MOPAC,
        "Revenue",
        "Revenue position at Q1 17/18",
        "Q1 17/18\tBudget",
        23,
        numbered(
            "Budget To Date (£m)",
            "Actual to Date (£m)",
            "Variance to Date (£m)",
            "Full Year Budget (£m)",
            "Full Year Forecast (£m)",
            "Variance (£m)",
        ),
    ),
    *(
        Table(
            "finance_business_groups.csv",
            MOPAC,
            "Revenue supporting information",
            name,
            "Business Group\tYear To Date",
            rows,
            BUSINESS_GROUP,
            nth=nth,
        )
        for nth, (name, rows) in enumerate(
            [("Police officer pay", 7), ("Police overtime", 7), ("Police staff pay", 8)]
        )
    ),
    Table(
        "finance_savings.csv",
        MOPAC,
        "Revenue supporting information",
        "Savings 2017/18",
        "\tPlanned Saving £m",
        4,
        numbered("Planned Saving £m", "Forecast Saving £m", "Variation £m"),
        relabel=SAVINGS_ROWS,
    ),
    Table(
        "finance_capital.csv",
        MOPAC,
        "Capital",
        "Capital position at Q1 17/18",
        "MPS (£m) Full Year Projection\t",
        20,
        numbered(
            "Full Year Budget (£m)",
            "Actual to Date (£m)",
            "Full Year Forecast (£m)",
            "Variance (£m)",
            start=2,
        ),
        label=(0, 1),
    ),
    Table(
        "finance_reserves.csv",
        MOPAC,
        "Reserves",
        "Reserves: planned and actual position",
        "Planned & Actual Position (£m)",
        7,
        numbered(*(f"{year} {kind}" for year, kind in zip(RESERVE_YEARS, RESERVE_KINDS, strict=True))),
        printed=numbered(*RESERVE_YEARS),
    ),
    Table(
        "london_crime_prevention_fund.csv",
        MOPAC,
        "London Crime Prevention Fund",
        "2017/18 Fund Allocation across Boroughs",
        "Boroughs\tTotal Allocation",
        33,
        numbered("Total Allocation 17/18"),
    ),
    Table(
        "public_perceptions_bame_gap.csv",
        PLAN,
        "4.5 Improving outcomes",
        "Public Perceptions",
        "\t% Agree",
        8,
        numbered("% Agree", "London BAME Gap"),
    ),
    Table(
        "hate_crime.csv",
        PLAN,
        "3.1 Making every community safer",
        "Offences by hate crime type",
        "Offences by hate crime type",
        8,
        numbered("2015", "2016", "Change"),
        relabel={
            "Total (categories below are not mutually exclusive so one crime may be flagged in two "
            "categories)": "Total",
        },
    ),
    Table(
        "workforce.csv",
        PLAN,
        "5.1 People",
        EQUALITIES,
        "\tTotal\tFemale\tFemale\tMale",
        6,
        numbered(
            f"{ALL}: Total",
            f"{ALL}: Female",
            f"{MINORITY}: Female",
            f"{MINORITY}: Male",
            f"{MINORITY}: Total",
            f"{MINORITY}: BAME",
        ),
        printed=numbered("Total", "Female", "Female", "Male", "Total", "BAME"),
    ),
    Table(
        "finance_plan.csv",
        PLAN,
        "5.3 Finance and commercial",
        "Revenue budget and plan",
        "Subjective analysis MOPAC",
        16,
        numbered(
            "Revised Budget 2016-17 £m",
            "Forecast Outturn 2016-17 £m",
            "Budget 2017-18 £m",
            "Plan 2018-19 £m",
            "Plan 2019-20 £m",
            "Plan 2020-21 £m",
        ),
    ),
    Table(
        "finance_plan.csv",
        PLAN,
        "5.3 Finance and commercial",
        "Capital expenditure plan",
        "MOPAC's capital expenditure plan",
        20,
        numbered(
            "Forecast Outturn 2016-17 £m",
            "Budget 2017-18 £m",
            "Plan 2018-19 £m",
            "Plan 2019-20 £m",
            "Plan 2020-21 £m",
        ),
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        CONTEXT,
        "999 calls",
        "\tMetropolitan Police rate\tEngland",
        1,
        RATE,
        relabel=PEEL_ROWS,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        CONTEXT,
        "Recorded crime",
        "\tMetropolitan Police rate\tMost",
        1,
        MOST_SIMILAR,
        relabel=PEEL_ROWS,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        CONTEXT,
        "Metropolitan Police workforce",
        "\tFTE in post",
        3,
        numbered("FTE in post on 31 March 2019", "FTE in post on 31 March 2014", "Percentage change"),
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        CONTEXT,
        "Spend per head of population",
        "\tMetropolitan Police spend",
        1,
        SPEND,
        relabel=PEEL_ROWS,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFECTIVE,
        "Officers in a neighbourhood or response function",
        "\tMetropolitan Police proportion",
        1,
        PROPORTION,
        relabel=PEEL_ROWS,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFECTIVE,
        "Victim-based crime per 1,000 population",
        "\tMetropolitan Police rate",
        4,
        MOST_SIMILAR,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFECTIVE,
        "Crime Outcomes",
        "\tMetropolitan Police proportion",
        3,
        PROPORTION,
        nth=1,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFECTIVE,
        "Outcomes for crimes flagged as domestic abuse",
        "\tMetropolitan Police proportion",
        2,
        PROPORTION,
        nth=2,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFICIENT,
        "Spend per head of population",
        "\tMetropolitan Police spend",
        1,
        SPEND,
        relabel=PEEL_ROWS,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        EFFICIENT,
        "Spend per head of population by category",
        "\tMetropolitan Police spend",
        5,
        SPEND,
        nth=1,
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        LEGITIMATE,
        "Workforce ethnicity with local population",
        "\tMetropolitan Police proportion\tLocal",
        3,
        numbered("Metropolitan Police proportion", "Local population proportion"),
        relabel={
            f"{group} as % of {base}": group
            for group, base in {
                "Black, Asian and minority ethnic": "those with stated ethnicity",
                "White": "those with stated ethnicity",
                "Not Stated": "total",
            }.items()
        },
    ),
    Table(
        "peel_comparisons.csv",
        PEEL,
        LEGITIMATE,
        "Female officers",
        "\tMetropolitan Police proportion\tEngland",
        1,
        PROPORTION,
        relabel=PEEL_ROWS,
    ),
]


def reserve_kinds() -> list[str]:
    """The second heading line of the reserves table: which years are actual, forecast or planned."""
    _, body = table(MOPAC, "Reserves", "Planned & Actual Position (£m)")
    return [cell for cell in cells("\t".join(body[0])) if cell]
