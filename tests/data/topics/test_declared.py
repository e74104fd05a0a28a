"""What a topic holds is checked as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.catalogue import catalogue
from data.topics.declared import load, topic

HEAD = ('path = "/some"\nname = "Some"\nfile_name = "some"\nheadline = "measure"\none = "kind"\nmany = "kinds"\n'
        'overlap = "They are never added up."\n')  # fmt: skip
GROUP = '[[group]]\nid = "all"\ntitle = "All of them"\nmeasures = ["burglary"]\n'
TABLE = '[[printed]]\ndocument = "d"\nsection = "s"\ntable_name = "t"\n'


def read(tmp_path: Path, content: str) -> object:
    path = tmp_path / "some.toml"
    path.write_text(HEAD + content, encoding="utf-8")
    return load(path, catalogue())


@pytest.mark.parametrize("name", ["hate-crime", "safeguarding"])
def test_the_projects_own_are_read(name: str) -> None:
    found = topic(name)
    assert found.path == f"/{name}" and len(found.measures) >= 10
    assert all(group.others for group in found.group if len(group.measures) > 1)


def test_a_row_has_the_tables_columns_or_its_own(tmp_path: Path) -> None:
    rows = 'columns = ["2015", "2016"]\nrows = [{ row_label = "a" }, { row_label = "b", column = "2017" }]\n'
    found = read(tmp_path, GROUP + TABLE + rows)
    keys = [key[3:] for _, key in found.printed[0].figures()]  # type: ignore[attr-defined]
    assert keys == [("a", "2015"), ("a", "2016"), ("b", "2017")]


@pytest.mark.parametrize(("content", "said"), [
    (GROUP.replace("burglary", "burglery"), "there is no measure 'burglery'"),
    (GROUP + 'published = ["burglary"]\n', "there is no published measure 'burglary'"),
    (GROUP + GROUP.replace('"all"', '"more"'), "stands in two groups: burglary"),
    (GROUP + TABLE + 'rows = [{ row_label = "a" }]\n', "'a' has no column"),
    (GROUP + TABLE + 'rows = [{ row_label = "a", column = "b", measure = "c" }]\n', "there is no measure 'c'"),
    (GROUP + "colour = 3\n", "some.toml"),
])  # fmt: skip
def test_a_mistake_is_named_with_its_file(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(ValueError, match="some.toml") as caught:
        read(tmp_path, content)
    assert said in str(caught.value)
