"""Two changes that are answered alike are one question; others never are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from web.changes import NEW, question, standing

PARAMS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), max_size=4)


def body(search: Any, shown: Any, edition: str = "e") -> bytes:
    state = [{"id": "x", "property": "shown", "value": shown}, {"id": "x", "property": "edition", "value": edition}]
    inputs = [{"id": "x", "property": "search", "value": search}]
    return json.dumps({"output": "o", "inputs": inputs, "state": state}).encode()


def query(params: dict[str, str]) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in params.items())


def test_what_was_shown_counts_only_by_what_is_new() -> None:
    burglary, robbery = (body("?measure=x&to=1", f"?measure={each}&to=1") for each in ("burglary", "robbery"))
    assert question(burglary) == question(robbery)
    assert question(burglary) != question(body("?measure=x&to=1", "?measure=x&to=1"))
    assert question(burglary) != question(body("?measure=x&to=1", "?measure=burglary&to=2"))
    assert question(burglary) != question(body("?measure=x&to=1", "?measure=burglary&to=1", edition="f"))
    assert question(burglary) != question(body("?measure=y&to=1", "?measure=burglary&to=1"))
    assert question(body("?a=1", "?b=1")) != question(body("?a=1", "?b=2"))  # what comes in b's place, nobody knows yet


@given(PARAMS, PARAMS)
def test_what_stands_is_what_is_shown_but_for_what_is_asked_to_be_another(
    search: dict[str, str], shown: dict[str, str]
) -> None:
    found = standing(query(search), query(shown))
    assert {name for name, value in found.items() if value == NEW} == dict(search.items() - shown.items()).keys()
    assert all(found[name] == value for name, value in shown.items() if search.get(name, value) == value)
    assert found.keys() == search.keys() | shown.keys()


# Few enough that pairs of them often meet; what is no text, or stands for what is new, among them.
TOLD = st.sampled_from(["", "?", "?a=1", "a=1", "?a=2", "?a=1&a=2", "?a=2&b=1", "?b=1&a=2", "?a=%00", "?%61=1",
                        "\0", None, 0, 1, 1.0, True, ["?a=1"], [["a", "\0"]], [], {"a": "1"},
                        "[['a', '\\x00']]"])  # fmt: skip


@given(TOLD, TOLD, TOLD, TOLD)
def test_one_question_is_one_address_and_one_way_to_it(search: Any, shown: Any, other: Any, other_shown: Any) -> None:
    """Whatever is forged: all that an answer is made of is the address as it was sent, and what stands."""
    first, second = question(body(search, shown)), question(body(other, other_shown))
    told = [(json.dumps(a), standing(a, b)) for a, b in ((search, shown), (other, other_shown))]
    assert (first == second) == (told[0] == told[1])


@pytest.mark.parametrize("forged", [
    b"", b"{", b"[]", b"null", b'{"inputs": 1, "state": 2}', b'{"inputs": [], "state": []}', b"\xff", b"[" * 5000,
    b'{"inputs": [{"property": "search"}], "state": [{"property": "shown"}]}',
])  # fmt: skip
def test_a_body_of_another_kind_stays_as_it_is(forged: bytes) -> None:
    assert question(forged) == forged


def test_readers_who_come_from_elsewhere_get_the_same_answer_as_if_it_were_not_kept(
    demonstration_editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every page whose change follows from what is shown: asked with and without the memory, in turn."""
    kept = create_app(demonstration_editions).server.test_client()
    monkeypatch.setattr("web.questions._told", lambda told: told)
    plain = create_app(demonstration_editions).server.test_client()
    edition = kept.get("/healthz").json["edition"]
    callback = next(
        each for each in json.loads(kept.get("/_dash-dependencies").data) if each["output"].startswith("..address.")
    )
    outputs = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
               for part in callback["output"].strip(".").split("...")]  # fmt: skip
    where = ("?measure=burglary&to=2017-06&show=rate&span=12m", "?measure=burglary&to=2017-05&show=rate&span=12m",
             "?measure=burglary", "?measure=robbery&area=camden", "?to=1999-01", "")  # fmt: skip
    for search in where:
        for shown in where:
            told = {
                "output": callback["output"], "outputs": outputs, "changedPropIds": ["address.search"],
                "inputs": [{"id": "address", "property": "search", "value": search}],
                "state": [{"id": "address", "property": "shown", "value": shown},
                          {"id": "address", "property": "edition", "value": edition}],
            }  # fmt: skip
            first, second = (client.post("/_dash-update-component", json=told) for client in (kept, plain))
            assert first.status_code == second.status_code == 200
            assert first.json == second.json, (search, shown)
