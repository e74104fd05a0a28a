"""Tables of published documents as pages show them: declared in tables.toml, filled from the edition, and checked.

No number stands in tables.toml: it says which table, what its columns are, and which rows should add up to which.
"""

from data.printed.declared import Table, tables
from data.printed.made import printed_table, printed_tables, sentences
from data.printed.records import Cell, Check, PrintedColumn, PrintedRow, PrintedTable, Sentence

__all__ = ["Cell", "Check", "PrintedColumn", "PrintedRow", "PrintedTable", "Sentence", "Table", "printed_table",
           "printed_tables", "sentences", "tables"]  # fmt: skip
