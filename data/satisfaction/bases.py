"""How many were asked, where nobody publishes it: the survey's interviews in a year times the group's share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.satisfaction.shares import Share, share_of
from data.survey_bases import survey_bases
from geo.areas import LONDON_CODE

PUBLISHED = "published"


@dataclass(frozen=True)
class Base:
    """Interviews, how they are known, and the survey's declared design effect. `interviews` is None where it cannot be
    said, and `basis` then says why."""

    interviews: float | None
    basis: str
    design_effect: float
    share: float | None = None

    @property
    def is_published(self) -> bool:
        return self.basis == PUBLISHED


def survey_base(survey: str, start: date, area_code: str = LONDON_CODE) -> Base:
    """The survey's approximate interviews in the twelve months from `start`, in London or in one borough."""
    declared = survey_bases()[survey]
    stated = declared.of_period(start)
    return Base(stated.in_area(area_code), stated.statement, declared.design_effect)


def group_base(survey: str, start: date, group_type: str, group_name: str, published: float | None = None) -> Base:
    """A group's interviews in London: as published, else the survey's times the group's share of residents."""
    whole = survey_base(survey, start)
    if published:
        return Base(float(published), PUBLISHED, whole.design_effect)
    share = share_of(group_type, group_name)
    if share is None:
        return Base(None, f"interval not possible: no share of residents is declared for {group_name}",
                    whole.design_effect)  # fmt: skip
    if whole.interviews is None:
        return Base(None, f"interval not possible: {whole.basis}", whole.design_effect, share.value)
    return Base(whole.interviews * share.value, _basis(whole, share), whole.design_effect, share.value)


def _basis(whole: Base, share: Share) -> str:
    return (f"approximate: {whole.interviews:,.0f} interviews a year times the group's share, "
            f"{100 * share.value:.1f}% of {share.of} ({share.source}); interviews are {whole.basis}")  # fmt: skip
