"""The interface against its own description: whatever the description allows or forbids is answered as it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app

PLAIN = {"Accept-Encoding": "identity"}  # what calls the application here does not unpack brotli
EXAMPLES = 10  # of each operation; they are the same in every run


@pytest.fixture(scope="module")
def schema(demonstration_editions: Path) -> Any:
    server = create_app(demonstration_editions).server
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", server)


def operations(schema: Any) -> list[Any]:
    return [result.ok() for result in schema.get_all_operations()]


@pytest.mark.parametrize("mode", [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
def test_no_answer_breaks_the_description(schema: Any, mode: Any) -> None:
    called = []

    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(data=st.data())
    def holds(operation: Any, data: Any) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        answer = case.call(headers=PLAIN)
        called.append(answer.status_code)
        if answer.status_code != 414:  # described too, but no answer of which the library knows that it refuses
            case.validate_response(answer)

    every = operations(schema)
    for operation in every:
        holds(operation)
    assert len(every) >= 15 and len(called) >= len(every)
    assert set(called) <= {200, 304, 404, 405, 414, 422}
