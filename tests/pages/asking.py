"""What a browser sends after a change of the address, and what it is answered."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

from components.parts import ANSWER, Page


def change(client: FlaskClient, page: Page[Any], search: object, shown: str = "", edition: str = "") -> dict[str, Any]:
    """The parts of the page that the answer writes, by id; its address under the address's id."""
    outputs = [(page.address, name) for name in ANSWER] + [(place, "markup") for place in page.parts]
    callbacks = json.loads(client.get("/_dash-dependencies").data)
    (asked,) = [c for c in callbacks if c["output"].startswith(f"..{page.address}.")]
    answer = client.post("/_dash-update-component", json={
        "output": asked["output"], "outputs": [{"id": place, "property": prop} for place, prop in outputs],
        "changedPropIds": [f"{page.address}.search"],
        "inputs": [{"id": page.address, "property": "search", "value": search}],
        "state": [{"id": page.address, "property": "shown", "value": shown},
                  {"id": page.address, "property": "edition", "value": edition}],
    })  # fmt: skip
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.data)["response"]
    return found
