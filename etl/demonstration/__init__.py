"""The demonstration edition's files: made-up figures in the publishers' own layouts, from one seed.

A new dataset is one module here with `write(folder, *, seed) -> list[Path]`, its own random stream number,
and its place in DATASETS. Files already written for a seed stay the same.

Wards are left out. Numbers under the names and codes of real wards would pass for those of a street one knows, and
invented wards would be on no map. Residents by ethnic group are left out for the same reason.
"""
from pathlib import Path

from etl.demonstration import (
    flagged_crime,
    homicide,
    perception,
    recorded_crime,
    stop_and_search,
    survey_groups,
    surveys,
    workforce,
)

NOTICE = "MODELLED.txt"
DATASETS = (recorded_crime, flagged_crime, homicide, surveys, perception, stop_and_search, workforce,
            survey_groups)


def write_files(folder: Path, *, seed: int = 20170712) -> list[Path]:
    """Write every dataset's files under `folder` and return their paths.

    MODELLED.txt is written into `folder` itself and is not among them: it is no data file. The same seed
    gives the same bytes. Months run from April 2014 to June 2018. ValueError if the seed is negative.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The notice comes first: a run cut short must not leave made-up figures without it.
    notice = (Path(__file__).parent / NOTICE).read_text(encoding="utf-8")
    (folder / NOTICE).write_text(notice, encoding="utf-8", newline="\n")
    return [path for dataset in DATASETS for path in dataset.write(folder, seed=seed)]
