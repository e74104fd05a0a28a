"""The figures by which boroughs are compared, made as similar_boroughs.toml declares. Pure: frames in, a frame out."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict

from geo.areas import boroughs

CHARACTERISTICS_FILE = Path(__file__).with_name("similar_boroughs.toml")
RESIDENTS = "residents"


class Characteristic(BaseModel):
    """One entry of similar_boroughs.toml; its head says how a value is made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: str
    numerator: str
    denominator: str | None = None
    times: float = 1
    logarithm: bool = False
    decimals: int
    year: int
    why: str
    source: str


@cache
def characteristics() -> tuple[Characteristic, ...]:
    """Those declared, in the file's order. Raises ValueError when an entry is not as declared."""
    entries = tomllib.loads(CHARACTERISTICS_FILE.read_text(encoding="utf-8"))["characteristic"]
    return tuple(map(Characteristic.model_validate, entries))


def characteristic_values(profile: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """One row each of the 32 boroughs (by area_code), one column a characteristic (by id); NaN where a part is absent.

    `profile` has area_code, characteristic, value, year; `population` has area_code, year, persons, one row each.
    """
    figures = profile.pivot_table(
        index="area_code", columns=["characteristic", "year"], values="value", aggfunc="first"
    )
    residents = population.pivot_table(index="area_code", columns="year", values="persons", aggfunc="first")
    codes = pd.Index([area.area_code for area in boroughs()], name="area_code")
    tables = figures.reindex(codes), residents.reindex(codes)
    return pd.DataFrame({one.id: _value(one, *tables) for one in characteristics()}, index=codes)


def _value(one: Characteristic, figures: pd.DataFrame, residents: pd.DataFrame) -> pd.Series[float]:
    """Of the declared year alone: another year's figure is another figure."""
    value = _part(one.numerator, one.year, figures, residents) * one.times
    if one.denominator:
        value = value / _part(one.denominator, one.year, figures, residents)
    possible = np.isfinite(value) & ((value > 0) | (not one.logarithm))
    return value.where(possible)


def _part(name: str, year: int, figures: pd.DataFrame, residents: pd.DataFrame) -> pd.Series[float]:
    table, key = (residents, year) if name == RESIDENTS else (figures, (name, year))
    return table[key].astype(float) if key in table.columns else pd.Series(np.nan, index=table.index)
