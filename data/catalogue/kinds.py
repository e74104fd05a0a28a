"""The kinds of measure: a count, counts put together, a share of answers to a survey, and a single published figure."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from data.catalogue.entries import Break, Entry, Polarity, Sentence, Slug, Words


class _Asked(Entry):
    """What every kind of measure has: one question, of one area of the plan, and how to read its answer."""

    id: Slug
    name: Words
    definition: Sentence
    polarity: Polarity
    priority: str
    caveats: tuple[Sentence, ...] = ()


class _Series(_Asked):
    """A measure with figures over time."""

    question: Sentence
    breaks: tuple[Break, ...] = ()

    def break_between(self, first: date, last: date) -> Break | None:
        """The latest break after `first` and not after `last`, if any."""
        return max((b for b in self.breaks if first < b.month <= last), key=lambda b: b.month, default=None)


class _Count(_Series):
    """A number of offences, by area and month."""

    noun: str  # as it stands in a sentence: 'recorded {noun} rose'
    unit: str
    part_of: str | None = None  # id of the measure that also counts all of this one's offences
    older_form_of: str | None = None  # id of the measure that counts the same in the categories used now
    is_sensitive: bool = False


class Measure(_Count):
    """A count: one question that the figures answer. `select` lists the keys whose counts are added up."""

    dataset: str
    select: tuple[dict[str, str], ...] = Field(min_length=1)
    taxonomy_name: str | None = None


class CombinedMeasure(_Count):
    """Counts put together: those of the measures in `add`, less those of the measures in `less`.

    It has no dataset of its own, so it has no map and is in no picker; it is judged like every other series. Its
    `breaks` are those of its parts with any of its own.
    """

    add: tuple[Slug, ...] = Field(min_length=1)
    less: tuple[Slug, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Ids of all the measures that it is made of."""
        return (*self.add, *self.less)


class SurveyMeasure(_Series):
    """A share of those asked in a survey who gave the hoped-for answer.

    `question` is the measure's own; `asked`, where it is sourced, is what people were asked. `survey` and
    `question_key` are the values of `survey` and `question` in the edition's table of answers.
    """

    asked: str | None = None
    survey: Words
    question_key: Words


class PublishedMeasure(_Asked):
    """A measure without a file of figures. Its one figure was printed in a document; the key finds it.

    No number stands here: `document`, `section`, `table_name`, `row_label` and `column_label` are the key of one row
    of `data/published/*.csv`.
    """

    document: Words
    section: Words
    table_name: Words
    row_label: Words
    column_label: Words
    period_words: Words  # 'Apr–Jun 2017'
    why_no_series: Sentence

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """As the published figures order it."""
        return self.document, self.section, self.table_name, self.row_label, self.column_label
