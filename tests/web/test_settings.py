"""Settings come from the environment, and one that cannot be meant stops the start with a sentence."""

from __future__ import annotations

import pytest

from web.settings import Settings


def test_nothing_set_is_the_usual() -> None:
    assert Settings.from_environment({}) == Settings()


def test_each_is_read() -> None:
    given = {"WEB_PROXIES": "2", "WEB_PAGES_A_MINUTE": "0", "WEB_FILES_A_MINUTE": " 7 ", "WEB_METRICS": "off",
             "WEB_HOSTS": "a.example, b.example"}  # fmt: skip
    assert Settings.from_environment(given) == Settings(2, 0, 7, "off", ("a.example", "b.example"))


@pytest.mark.parametrize(("name", "value"), [("WEB_PROXIES", "-1"), ("WEB_PROXIES", "one"), ("WEB_PAGES_A_MINUTE", "²"),
                                             ("WEB_FILES_A_MINUTE", ""), ("WEB_METRICS", "yes")])  # fmt: skip
def test_what_cannot_be_meant_names_itself(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is '{value}', which is n"):
        Settings.from_environment({name: value})
