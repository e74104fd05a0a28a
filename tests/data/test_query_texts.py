"""The text of a query is ours: what a reader sends is bound to it, never written into it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEB_SIDE = ("data", "pages", "components", "web", "api")
SQL = re.compile(r"\b(SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|WITH [a-z_]+ AS|INSERT INTO|UPDATE \w+ SET)\s")
# What is written into a query, each looked at: names of columns and tables that the catalogue declares, constants,
# question marks, and pieces of queries that are made of nothing else. Look before you add one.
LOOKED_AT = {
    "data/boroughs/queries.py": {"marks"},
    "data/priorities/rows.py": {"', '.join(CARRIED)"},
    "data/queries.py": {
        "dataset.count_column", "dataset.table", "where", "keys",
    },
    "data/revisions_view.py": {"series", "column", "dataset.table"},
    "data/satisfaction/rows.py": {"', '.join(COLUMNS)"},
    "data/signal_queries.py": {"marks"},
    "data/sources_view.py": {"NO_RELEASE", "ON_PURPOSE", "EXAMPLES", "dataset.table", "column"},
    "data/stop_and_search/records.py": {
        "', '.join((WORD.format(column=column, name=name) for name, column in COLUMNS.items()))"
    },
    "data/table_pages.py": {"table", "where", "', '.join(columns)", "', '.join(order)"},
    "data/trends/view.py": {"', '.join((field.name for field in fields(SignalMonth)))"},
    "data/wards/queries.py": {"TAXONOMY", "where", "f'WHERE {where}'"},
}  # fmt: skip


def written_into_queries(text: str) -> Iterator[str]:
    """What f-strings, `.format`, `%` and `+` write into texts that look like SQL, or into a constant that is one."""
    tree = ast.parse(text)
    named = {target.id for node in tree.body if isinstance(node, ast.Assign) and _is_sql(node.value)
             for target in node.targets if isinstance(target, ast.Name)}  # fmt: skip
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr() if _is_sql(node):
                yield from (ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
            case ast.Call(func=ast.Attribute(attr="format", value=whole)) if _is_sql(whole) or (
                isinstance(whole, ast.Name) and whole.id in named
            ):
                yield from (ast.unparse(each) for each in [*node.args, *(k.value for k in node.keywords)])
            case ast.BinOp(op=ast.Mod() | ast.Add()) if _is_sql(node.left) or _is_sql(node.right):
                yield from (ast.unparse(side) for side in (node.left, node.right) if not isinstance(side, ast.Constant))


def _is_sql(node: ast.AST) -> bool:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [part.value if isinstance(part, ast.Constant) else "x" for part in parts]
    return all(isinstance(word, str) for word in words) and bool(SQL.search("".join(map(str, words))))


def test_only_what_was_looked_at_is_written_into_a_query() -> None:
    found: dict[str, set[str]] = {}
    for folder in WEB_SIDE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if written := set(written_into_queries(path.read_text(encoding="utf-8"))):
                found[path.relative_to(ROOT).as_posix()] = written
    strange = {path: written - LOOKED_AT.get(path, set()) for path, written in found.items()}
    assert {path: written for path, written in strange.items() if written} == {}, "bind it, or look at it and list it"
    unused = {path: listed - found.get(path, set()) for path, listed in LOOKED_AT.items()}
    assert {path: listed for path, listed in unused.items() if listed} == {}, "no longer written into a query"


def test_every_way_of_writing_into_a_query_is_seen() -> None:
    text = '''
Q = "SELECT a FROM b WHERE {where}"
def f(name, cursor):
    cursor.execute(f"SELECT * FROM t WHERE a = '{name}'")
    cursor.execute("SELECT * FROM t WHERE a = '%s'" % given)
    cursor.execute("SELECT * FROM t WHERE a = " + added)
    cursor.execute("SELECT * FROM t WHERE a = {}".format(put))
    cursor.execute(Q.format(where=named))
    cursor.execute("SELECT * FROM t WHERE a = ?", [name])
    return f"From {name}"
'''
    assert sorted(written_into_queries(text)) == ["added", "given", "name", "named", "put"]
