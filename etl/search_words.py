"""The words of stop-and-search files: what the publisher writes in each column, and what we call it.

Each column's words become an enumeration of the load, so that a row under way takes a byte for a word and not fifty,
and a word we do not know is found by its failing to be one.
"""

from __future__ import annotations

import duckdb

from etl.names import MAPPINGS, install_mapping

# Our column -> the publisher's, and the mapping that knows its words.
COLUMNS = {
    "search_type": ("Type", "search_words"),
    "gender": ("Gender", "search_words"),
    "age_range": ("Age range", "search_words"),
    "self_defined": ("Self-defined ethnicity", "search_ethnicities"),
    "officer_defined": ("Officer-defined ethnicity", "search_words"),
    "legislation": ("Legislation", "search_words"),
    "object": ("Object of search", "search_objects"),
    "outcome": ("Outcome", "search_outcomes"),
}
FLAGS = {
    "is_linked": "Outcome linked to object of search",
    "is_more_than_outer": "Removal of more than just outer clothing",
}
YES, NO = ("True", "true", "TRUE"), ("False", "false", "FALSE")

# A word as the mapping has it is the rule; in other letters or with more spaces it is the exception. Blanks are a word.
WORDS = """
CREATE OR REPLACE TEMP TABLE published_{column} AS
SELECT * FROM read_csv({path}, header = true, all_varchar = true, delim = ',', quote = '"') WHERE {condition};
CREATE TEMP TYPE said_{column} AS ENUM (
    SELECT DISTINCT unnest([published, name_key(published), '']) FROM published_{column});
CREATE OR REPLACE TEMP TABLE word_{column} AS
SELECT CAST(unnest(list_distinct([published, name_key(published)])) AS said_{column}) AS said, *
FROM published_{column};
"""


def install_words(con: duckdb.DuckDBPyConnection) -> None:
    """Make the type said_<column> and the table word_<column> (said, published, …) for each of COLUMNS."""
    install_mapping(con, "search_words", key=("column_name", "published"))
    install_mapping(con, "search_ethnicities", key=("published",))
    install_mapping(con, "search_outcomes", key=("published",))
    install_mapping(con, "search_objects", key=("published", "wording"))
    for column, (_, mapping) in COLUMNS.items():
        condition = f"column_name = '{column}'" if mapping == "search_words" else "true"
        con.execute(WORDS.format(column=column, path=sql_text(str(MAPPINGS / f"{mapping}.csv")), condition=condition))


def sql_text(text: str) -> str:
    """SQL: the text as a literal, where a parameter cannot stand."""
    return "'" + text.replace("'", "''") + "'"


def said(column: str) -> str:
    """SQL: the text in `column` as one of its words, NULL when it is none. Cleaning costs, so only where it must."""
    return f"coalesce(TRY_CAST({column} AS said_{column}), TRY_CAST(name_key({column}) AS said_{column}))"


def flag(column: str) -> str:
    """SQL: the text in `column` as true, false or NULL."""
    return f"CASE WHEN {column} IN {YES} THEN true WHEN {column} IN {NO} THEN false END"
