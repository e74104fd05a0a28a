"""The rows of stop and search as small typed values: periods, groups, reasons, outcomes, months and boroughs.

A count that is hidden (`SUPPRESSED`) is None here, so that no component can show it: it is under 5, or would give such
a count back. The mark for readers is HIDDEN_WORDS, in files '[c]'. Counts are searches, never people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HIDDEN_WORDS = "Fewer than 5, or withheld to protect such a figure"

# What `status` may say of any row below.
OK = "ok"
SUPPRESSED = "suppressed"  # show HIDDEN_WORDS; every count, rate and share of the row is None
TOO_FEW = "too_few"  # the counts stand, but under 100 searches say too little for a share: share and limits are None
UNPLACED = "unplaced"  # too many searches of the month, or of every month, name no borough: no borough figures
NOT_AVAILABLE = "not_available"  # the edition has no such figure

# What `verdict` may say: the find rate beside that of White people (or of all searches, where said so).
VERDICTS = ("reference", "higher", "lower", "no_clear_gap", "too_few", "not_available")


@dataclass(frozen=True, kw_only=True)
class Period:
    """A financial year, as far as the edition has its months. Periods never overlap.

    `key` '2017-18' as in addresses; `label` '2017/18', or '2018/19 (April to August 2018)' where months are missing;
    `months`: those the edition has, in order; `unplaced`: those of them without borough figures, which count for
    London only; `is_whole`: all twelve are there.
    """

    key: str
    label: str
    months: tuple[date, ...]
    unplaced: tuple[date, ...]
    is_whole: bool

    @property
    def start(self) -> date:
        return self.months[0]

    @property
    def end(self) -> date:
        """First day of the last month."""
        return self.months[-1]

    @property
    def placed(self) -> tuple[date, ...]:
        """The months that borough figures rest on."""
        return tuple(month for month in self.months if month not in self.unplaced)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Searches, and those of them recorded with an outcome other than 'no further action' (`found`).

    `share` = found / searches, 0 to 1, with its 95% Wilson interval; None under 100 searches (status TOO_FEW).
    """

    searches: int | None
    found: int | None
    share: float | None
    share_lower: float | None
    share_upper: float | None
    status: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """One ethnic group, age band or gender, in the chosen area and period.

    `key`: 'white', 'black', 'asian', 'mixed', 'other', 'not-stated', 'not-recorded'; 'under-18' …; 'male' ….
    `is_known`: False of 'Not stated' and 'Not recorded'. `part`: of all the area's searches, 0 to 1.
    Ethnic groups only, and only where there are residents of that group (else None): `residents`; `per_1000` of them
    in the whole period with its 95% interval; `ratio` to White residents' rate with the log-normal 95% interval (1 of
    'white' itself, without interval); `ratio_lowest`: the ratio if every search of unknown ethnicity were of White
    people; `ratio_highest`: if every one were of this group. Officer-defined 'other' and every officer-defined ratio
    rest on denominators that do not quite correspond: see `StopAndSearchView.mixed_residents`.
    `gap`: share less White people's share, -1 to 1, with Newcombe's 95% interval; `verdict`: one of VERDICTS.
    """

    key: str
    name: str
    is_known: bool
    tally: Tally
    part: float | None
    residents: int | None
    per_1000: float | None
    per_1000_lower: float | None
    per_1000_upper: float | None
    ratio: float | None
    ratio_lower: float | None
    ratio_upper: float | None
    ratio_lowest: float | None
    ratio_highest: float | None
    gap: float | None
    gap_lower: float | None
    gap_upper: float | None
    verdict: str


@dataclass(frozen=True, kw_only=True)
class ObjectGroup:
    """One ethnic group's searches for one object, London. `gap`, `verdict`: beside White people's for that object.

    `key`: as of `Group`, but 'unknown' for 'Not stated' and 'Not recorded' together. `ratio` and what follows it: as of
    `Group`, for searches for that object. `against_all`: one of VERDICTS, the group's find rate beside that of the
    other known groups together (searches of unknown ethnicity have a find rate of their own).
    """

    key: str
    name: str
    is_known: bool
    tally: Tally
    gap: float | None
    gap_lower: float | None
    gap_upper: float | None
    verdict: str
    ratio: float | None
    ratio_lower: float | None
    ratio_upper: float | None
    ratio_lowest: float | None
    ratio_highest: float | None
    against_all: str


@dataclass(frozen=True, kw_only=True)
class SearchObject:
    """What was looked for: one panel of the small multiples (London).

    `key` 'drugs', 'weapons', 'firearms', 'stolen', 'undivided' (stolen goods, weapons and articles for crime, not told
    apart: until December 2017), 'threat' (searches without suspicion of the person, section 60), 'evidence', 'other',
    'not-recorded'. `note`: what a reader must know of it, '' for nothing. `tally`: all searches; `known`: those of
    known ethnicity (hidden where it or the rest is).
    `groups`: in the fixed order; empty where the table by ethnicity is withheld as a whole.
    """

    key: str
    name: str
    note: str
    tally: Tally
    known: Tally
    groups: tuple[ObjectGroup, ...]


@dataclass(frozen=True, kw_only=True)
class AreaObject:
    """What was looked for in a borough, all groups together, in fewer kinds than London's.

    `key` 'drugs', 'arms' (offensive weapons and firearms), 'stolen', 'undivided', 'threat', 'rest' (everything else,
    and what is not recorded).
    """

    key: str
    name: str
    note: str
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class OutcomeCell:
    """How many of a group's searches ended so; `part` of that group's searches, 0 to 1. `status` OK or SUPPRESSED."""

    group: str
    searches: int | None
    part: float | None
    status: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What happened after the search (London). `cells`: 'all' first, then each group of `groups`, in that order.

    `group` of a cell: 'all', or as `key` of `ObjectGroup`. `cells` holds 'all' alone where the table is withheld.
    `is_possession`: an outcome that is given for possession of cannabis or khat (a fact about the outcome; the object
    of the search does not tell possession from supply).
    """

    key: str
    name: str
    note: str
    is_possession: bool
    cells: tuple[OutcomeCell, ...]


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month of the period.

    `searches`, `per_1000`: of the chosen area (`status` UNPLACED: no borough figures that month; SUPPRESSED: hidden).
    `london`, `london_found`, `london_share`, `london_per_1000`: all searches by the Met, None where hidden.
    `no_borough`: of those, in no borough that the Met polices; `no_borough_share`: 0 to 1.
    """

    month: date
    searches: int | None
    per_1000: float | None
    status: str
    london: int | None
    london_found: int | None
    london_share: float | None
    london_per_1000: float | None
    no_borough: int | None
    no_borough_share: float | None


@dataclass(frozen=True, kw_only=True)
class OffenceBase:
    """Recorded offences of one measure as another denominator, in the months of the borough figures that both have.

    `months`: those months; `is_whole`: they are all the months of the borough figures. `offences`: London's, the 32
    boroughs; `per_100`: London's searches (with a borough) per 100 of them.
    """

    measure_id: str
    name: str
    months: tuple[date, ...]
    is_whole: bool
    offences: int | None
    per_100: float | None


@dataclass(frozen=True, kw_only=True)
class PerOffence:
    """A borough's searches per 100 recorded offences of one measure, and that over London's (1 = as London)."""

    measure_id: str
    offences: int | None
    per_100: float | None
    relative: float | None


@dataclass(frozen=True, kw_only=True)
class Borough:
    """One borough in the months of `Period.placed`, or, as the last row, searches without a borough or in a month
    withheld (`is_unplaced`; then area_code, slug and every rate are None).

    `per_1000`: searches per 1,000 residents in those months with its 95% interval; `relative`: that over London's
    (the 32 boroughs together); `ratio_*`: Black residents' rate over White residents', by the chosen way of
    recording ethnicity. `by_month`: in the order of Period.months; None where hidden or the month is withheld.
    """

    area_code: str | None
    area_name: str
    slug: str | None
    is_unplaced: bool
    is_chosen: bool
    tally: Tally
    residents: int | None
    per_1000: float | None
    per_1000_lower: float | None
    per_1000_upper: float | None
    relative: float | None
    offences: tuple[PerOffence, ...]
    ratio: float | None
    ratio_lower: float | None
    ratio_upper: float | None
    ratio_status: str
    by_month: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class Linked:
    """Whether outcomes are linked to the object of the search, London.

    `status` 'blank' (the files say it of no search), 'all_false' (of every search 'no', which cannot be read as a
    finding), 'partly' or 'known'. `linked`, `not_linked`, `blank`: searches with an outcome other than 'no further
    action'; None unless the status is 'partly' or 'known', or where hidden.
    """

    status: str
    linked: int | None
    not_linked: int | None
    blank: int | None


@dataclass(frozen=True, kw_only=True)
class PublishedFact:
    """A figure of a published report. `note` as transcribed, '' for none.

    `key`: document, row and column: 'peel-2018-19/stop-and-searches-with-body-worn-video-footage/share'.
    """

    key: str
    document: str
    title: str
    publisher: str
    section: str
    row_label: str
    column_label: str
    value: float
    unit: str
    period_start: date | None
    period_end: date | None
    note: str


@dataclass(frozen=True, kw_only=True)
class PublishedFinding:
    """What the inspectorate found on the Met's own dashboard. `finding`: 'present', 'missing' or 'not clear'."""

    document: str
    title: str
    publisher: str
    section: str
    subject: str
    finding: str
    description: str
