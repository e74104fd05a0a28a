"""How the published figures follow from one another, and every place where the documents' own do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ALL_COLUMNS = ("*",)


@dataclass(frozen=True)
class Total:
    """In each column the row `total` is the sum of `parts` ('-name' subtracts)."""

    file: str
    table_name: str
    total: str
    parts: tuple[str, ...]
    columns: tuple[str, ...] = ALL_COLUMNS


@dataclass(frozen=True)
class Difference:
    """In each row the column `result` is `minuend` minus `subtrahend`."""

    file: str
    table_name: str
    result: str
    minuend: str
    subtrahend: str


@dataclass(frozen=True)
class Percentage:
    """In each row the column `result` is `part` as a percentage of `whole`, less 100 when it is a change."""

    file: str
    table_name: str
    result: str
    part: str
    whole: str
    is_change: bool = False
    rows: tuple[str, ...] = ALL_COLUMNS


def rounded(value: Decimal, like: str) -> Decimal:
    """To as many decimals as the published figure has."""
    places = len(like.partition(".")[2])
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


REVENUE = "Revenue position at Q1 17/18"
CAPITAL = "Capital position at Q1 17/18"
PLAN_REVENUE, PLAN_CAPITAL = "Revenue budget and plan", "Capital expenditure plan"
RESERVES = "Reserves: planned and actual position"
EQUALITIES = "Equalities make-up of the workforce, April 2017"
ALL, MINORITY = "Overall total", "Black Asian and Minority Ethnic"
GROUPS = (
    "Territorial Policing",
    "Specialist Crime & Operations",
    "Specialist Operations",
    "Met HQ (excl. DP)",
    "Digital Policing",
    "Centrally Held",
)
DIGITAL = tuple(
    f"Digital Policing: {name}"
    for name in (
        "Creating Business Support function of the future",
        "Enhance Digital Policing for 2020",
        "Improving Public Access and first contact",
        "Optimising Response",
        "Reinforcing HQ, Improving Information Management",
        "Smarter Working",
        "Transforming investigation and prosecution",
        "Strengthening Local Policing",
        "DP Core/Other",
        "CT Policing Change Portfolio",
        "Over Programming – Digital Policing",
    )
)
PROGRAMMES = (
    "Strengthening Local Policing",
    "Business Support function of the Future",
    "CT Policing Change Portfolio",
    "Enhance Digital Policing for 2020",
    "Improving Public Access and first contact",
    "Optimising Response",
    "Reinforcing HQ, Improving Information Management",
    "Smarter Working",
    "Transforming Investigation and Prosecution",
    "Delivering Maximum Commercial Efficiency - Fleet",
    "Transforming the MPS Estate",
    "NCTPHQ",
)
SPENDING = ("Visible frontline", "Non-visible frontline", "Frontline Support", "Business support", "Other")
BY_CATEGORY = "Spend per head of population by category"

TOTALS = [
    Total(
        "finance_revenue.csv", REVENUE, "Total Pay", ("Police Officer Pay", "Police Staff Pay", "PCSO Pay")
    ),
    Total(
        "finance_revenue.csv",
        REVENUE,
        "Total Overtime",
        ("Police Officer Overtime", "Police Staff Overtime", "PCSO Overtime"),
    ),
    Total("finance_revenue.csv", REVENUE, "TOTAL PAY & OVERTIME", ("Total Pay", "Total Overtime")),
    Total(
        "finance_revenue.csv",
        REVENUE,
        "TOTAL RUNNING EXPENSES",
        ("Employee Related Expenditure", "Premises Costs", "Transport Costs", "Supplies & Services"),
    ),
    Total(
        "finance_revenue.csv",
        REVENUE,
        "TOTAL EXPENDITURE",
        (
            "TOTAL PAY & OVERTIME",
            "TOTAL RUNNING EXPENSES",
            "Capital Financing Costs",
            "Discretionary Pension Costs",
        ),
    ),
    Total(
        "finance_revenue.csv",
        REVENUE,
        "TOTAL NET EXPENDITURE",
        ("TOTAL EXPENDITURE", "Other Income", "Specific Grants", "Transfer to/(from) reserves"),
    ),
    Total(
        "finance_revenue.csv",
        REVENUE,
        "OVERALL MPS & MOPAC Total",
        ("TOTAL NET EXPENDITURE", "Funding (General Grant & Precept)"),
    ),
    Total("finance_business_groups.csv", "Police officer pay", "Grand Total", GROUPS),
    Total("finance_business_groups.csv", "Police overtime", "Total Police Officer Overtime", GROUPS),
    Total("finance_business_groups.csv", "Police staff pay", "Total Police Staff Pay", (*GROUPS, "MOPAC")),
    Total(
        "finance_savings.csv",
        "Savings 2017/18",
        "Total - MPS Savings 2017/18",
        (
            "Savings that are forecast to be delivered in full",
            "Savings with timing delivery problems",
            "Savings with structural delivery problems",
        ),
    ),
    Total(
        "finance_capital.csv",
        CAPITAL,
        "Property Services: Total Property Services",
        (
            "Property Services: Transforming MPS Estate",
            "Property Services: Over Programming - Property Services",
        ),
    ),
    Total("finance_capital.csv", CAPITAL, "Digital Policing: Total Digital Policing", DIGITAL),
    Total(
        "finance_capital.csv",
        CAPITAL,
        "Fleet: Total Fleet Services",
        (
            "Fleet: Delivering maximum commercial efficiency - Fleet",
            "Fleet: Strengthening our Armed Policing Capability",
        ),
    ),
    Total(
        "finance_capital.csv",
        CAPITAL,
        "Total Capital Expenditure",
        (
            "Property Services: Total Property Services",
            "NCTPHQ: CT Policing Change Portfolio",
            "Digital Policing: Total Digital Policing",
            "Fleet: Total Fleet Services",
        ),
    ),
    Total(
        "finance_reserves.csv",
        RESERVES,
        "Closing reserve Balance",
        ("Opening Reserve Balance", "Net Reserve Movement"),
    ),
    Total(
        "finance_reserves.csv",
        RESERVES,
        "Closing reserve Balance",
        ("General Fund Reserve", "Earmarked Reserves"),
    ),
    Total(
        "finance_plan.csv",
        PLAN_REVENUE,
        "Total expenditure",
        ("Total pay and overtime", "Total running expenses", "Capital Financing costs"),
    ),
    Total("finance_plan.csv", PLAN_REVENUE, "Total income", ("Interest receipts", "Other income")),
    Total(
        "finance_plan.csv",
        PLAN_REVENUE,
        "Net expenditure",
        ("Total expenditure", "Total income", "Discretionary pension costs", "Savings to be identified"),
    ),
    Total(
        "finance_plan.csv",
        PLAN_REVENUE,
        "Net financing requirement",
        ("Net expenditure", "Transfer to/(from) reserves"),
    ),
    Total(
        "finance_plan.csv",
        PLAN_REVENUE,
        "Net financing requirement",
        (
            "Home Office Specific grants",
            "GLA Council tax freeze grant funding",
            "Home Office General police grant",
            "Council tax requirement",
        ),
    ),
    Total("finance_plan.csv", PLAN_CAPITAL, "Subtotal", PROGRAMMES),
    Total(
        "finance_plan.csv", PLAN_CAPITAL, "Total Programme Cost", ("Subtotal", "Over-programming/headroom")
    ),
    Total(
        "finance_plan.csv",
        PLAN_CAPITAL,
        "Total funding net of over-programming",
        ("Capital Receipts", "Capital grants & other contributions", "Borrowing", "Revenue Contributions"),
    ),
    Total(
        "london_crime_prevention_fund.csv",
        "2017/18 Fund Allocation across Boroughs",
        "Grand Total",
        ("every other row",),
    ),
    Total(
        "workforce.csv",
        EQUALITIES,
        "Met Total",
        ("Police", "Staff", "Special Constabulary", "Police Community Support Officer", "Volunteer"),
        (f"{ALL}: Total", f"{MINORITY}: Female", f"{MINORITY}: Male", f"{MINORITY}: Total"),
    ),
    Total("peel_comparisons.csv", BY_CATEGORY, "Spend per head of population", SPENDING),
]

DIFFERENCES = [
    Difference(
        "recorded_crime_12_months.csv",
        "Recorded crime 12 month average",
        "Change",
        "July 2016 - June 2017",
        "July 2015 - June 2016",
    ),
    Difference(
        "dedicated_ward_officers.csv",
        "Dedicated Ward Officers",
        "Diff",
        "Current DWOs at June 17",
        "Dec 17 Target DWOs",
    ),
    Difference(
        "finance_revenue.csv", REVENUE, "Variance to Date (£m)", "Actual to Date (£m)", "Budget To Date (£m)"
    ),
    Difference(
        "finance_revenue.csv", REVENUE, "Variance (£m)", "Full Year Forecast (£m)", "Full Year Budget (£m)"
    ),
    *(
        Difference(
            "finance_business_groups.csv",
            name,
            "Annual Variance £m",
            "Annual Forecast £m",
            "Current Full Year Budget £m",
        )
        for name in ("Police officer pay", "Police overtime", "Police staff pay")
    ),
    Difference(
        "finance_savings.csv", "Savings 2017/18", "Variation £m", "Forecast Saving £m", "Planned Saving £m"
    ),
    Difference(
        "finance_capital.csv", CAPITAL, "Variance (£m)", "Full Year Forecast (£m)", "Full Year Budget (£m)"
    ),
    Difference("workforce.csv", EQUALITIES, f"{MINORITY}: Male", f"{MINORITY}: Total", f"{MINORITY}: Female"),
]

PERCENTAGES = [
    Percentage(
        "recorded_crime_12_months.csv",
        "Recorded crime 12 month average",
        "% Change",
        "July 2016 - June 2017",
        "July 2015 - June 2016",
        is_change=True,
    ),
    Percentage("hate_crime.csv", "Offences by hate crime type", "Change", "2016", "2015", is_change=True),
    Percentage(
        "peel_comparisons.csv",
        "Metropolitan Police workforce",
        "Percentage change",
        "FTE in post on 31 March 2019",
        "FTE in post on 31 March 2014",
        is_change=True,
    ),
    Percentage("workforce.csv", EQUALITIES, f"{MINORITY}: BAME", f"{MINORITY}: Total", f"{ALL}: Total"),
    Percentage(
        "recorded_crime_in_text.csv",
        "End of year crime statistics (text)",
        "Change",
        "Year",
        "Previous year",
        is_change=True,
    ),
]


# Where the documents' own figures do not follow from one another: what the recomputation gives instead.
# All lie within what rounding of the parts can do. Published figures are never corrected.
EXCEPTIONS: dict[tuple[str, str, str, str, str], str] = {
    ("sum", "finance_revenue.csv", "Revenue position at Q1 17/18", "Total Pay", "Variance (£m)"): "-53.1",
    (
        "sum",
        "finance_business_groups.csv",
        "Police officer pay",
        "Grand Total",
        "Year To Date Actual £m",
    ): "444.9",
    (
        "sum",
        "finance_business_groups.csv",
        "Police officer pay",
        "Grand Total",
        "Annual Forecast £m",
    ): "1781.5",
    (
        "sum",
        "finance_business_groups.csv",
        "Police officer pay",
        "Grand Total",
        "Annual Variance £m",
    ): "-23.4",
    (
        "sum",
        "finance_business_groups.csv",
        "Police overtime",
        "Total Police Officer Overtime",
        "Current Full Year Budget £m",
    ): "78.9",
    (
        "sum",
        "finance_business_groups.csv",
        "Police overtime",
        "Total Police Officer Overtime",
        "Annual Forecast £m",
    ): "101.9",
    (
        "sum",
        "finance_business_groups.csv",
        "Police overtime",
        "Total Police Officer Overtime",
        "Annual Variance £m",
    ): "22.9",
    (
        "sum",
        "finance_business_groups.csv",
        "Police staff pay",
        "Total Police Staff Pay",
        "Year To Date Actual £m",
    ): "107.1",
    (
        "sum",
        "finance_business_groups.csv",
        "Police staff pay",
        "Total Police Staff Pay",
        "Current Full Year Budget £m",
    ): "479.6",
    (
        "sum",
        "finance_business_groups.csv",
        "Police staff pay",
        "Total Police Staff Pay",
        "Annual Forecast £m",
    ): "448.8",
    (
        "sum",
        "finance_business_groups.csv",
        "Police staff pay",
        "Total Police Staff Pay",
        "Annual Variance £m",
    ): "-30.6",
    (
        "sum",
        "finance_savings.csv",
        "Savings 2017/18",
        "Total - MPS Savings 2017/18",
        "Forecast Saving £m",
    ): "-66.0",
    (
        "sum",
        "finance_plan.csv",
        "Revenue budget and plan",
        "Total expenditure",
        "Revised Budget 2016-17 £m",
    ): "3274.1",
    (
        "sum",
        "finance_plan.csv",
        "Revenue budget and plan",
        "Total expenditure",
        "Forecast Outturn 2016-17 £m",
    ): "3270.5",
    (
        "sum",
        "finance_plan.csv",
        "Revenue budget and plan",
        "Total expenditure",
        "Budget 2017-18 £m",
    ): "3233.1",
    (
        "sum",
        "finance_plan.csv",
        "Capital expenditure plan",
        "Subtotal",
        "Forecast Outturn 2016-17 £m",
    ): "201.2",
    ("sum", "finance_plan.csv", "Capital expenditure plan", "Subtotal", "Budget 2017-18 £m"): "406.4",
    ("sum", "finance_plan.csv", "Capital expenditure plan", "Subtotal", "Plan 2018-19 £m"): "472.2",
    ("sum", "finance_plan.csv", "Capital expenditure plan", "Subtotal", "Plan 2020-21 £m"): "214.3",
    (
        "sum",
        "london_crime_prevention_fund.csv",
        "2017/18 Fund Allocation across Boroughs",
        "Grand Total",
        "Total Allocation 17/18",
    ): "16777585",
    (
        "sum",
        "workforce.csv",
        "Equalities make-up of the workforce, April 2017",
        "Met Total",
        "Overall total: Total",
    ): "44711",
    (
        "sum",
        "workforce.csv",
        "Equalities make-up of the workforce, April 2017",
        "Met Total",
        "Black Asian and Minority Ethnic: Total",
    ): "8027",
    (
        "sum",
        "peel_comparisons.csv",
        "Spend per head of population by category",
        "Spend per head of population",
        "Metropolitan Police spend",
    ): "298",
    (
        "sum",
        "peel_comparisons.csv",
        "Spend per head of population by category",
        "Spend per head of population",
        "England and Wales spend",
    ): "193",
    (
        "diff",
        "finance_revenue.csv",
        "Revenue position at Q1 17/18",
        "Police Officer Pay",
        "Variance (£m)",
    ): "-23.4",
    (
        "diff",
        "finance_business_groups.csv",
        "Police officer pay",
        "Territorial Policing",
        "Annual Variance £m",
    ): "-0.5",
    (
        "diff",
        "finance_business_groups.csv",
        "Police officer pay",
        "Specialist Crime & Operations",
        "Annual Variance £m",
    ): "-1.8",
    (
        "diff",
        "finance_business_groups.csv",
        "Police officer pay",
        "Centrally Held",
        "Annual Variance £m",
    ): "-24.4",
    (
        "diff",
        "finance_business_groups.csv",
        "Police officer pay",
        "Grand Total",
        "Annual Variance £m",
    ): "-23.4",
    (
        "diff",
        "finance_business_groups.csv",
        "Police overtime",
        "Territorial Policing",
        "Annual Variance £m",
    ): "4.4",
    (
        "diff",
        "finance_business_groups.csv",
        "Police staff pay",
        "Territorial Policing",
        "Annual Variance £m",
    ): "-12.8",
    (
        "diff",
        "finance_business_groups.csv",
        "Police staff pay",
        "Met HQ (excl. DP)",
        "Annual Variance £m",
    ): "-4.9",
    ("diff", "finance_savings.csv", "Savings 2017/18", "Total - MPS Savings 2017/18", "Variation £m"): "16.2",
    (
        "diff",
        "workforce.csv",
        "Equalities make-up of the workforce, April 2017",
        "Met Total",
        "Black Asian and Minority Ethnic: Male",
    ): "5094",
}
