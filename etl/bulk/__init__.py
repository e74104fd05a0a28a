"""The whole edition as files to take away: Parquet and DuckDB, with a data dictionary and a data package."""

from etl.bulk.write import bulk_folder, write_bulk

__all__ = ["bulk_folder", "write_bulk"]
