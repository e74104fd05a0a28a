"""What the rows say follows from what was measured; worked out on paper."""

from __future__ import annotations

import pytest

from benchmarks.measuring import Bound, Line, Result, Share, percentile
from benchmarks.server.steady import Waits, counted
from benchmarks.server.workers import memory_in
from benchmarks.wrk import Asked, read

SAID = """Running 2s test @ http://127.0.0.1:1/
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.95ms  215.35us   3.49ms   69.17%
  8210 requests in 2.01s, 1.30MB read
Requests/sec:   4092.61
Transfer/sec:    663.44KB
"""


@pytest.mark.parametrize(("row", "is_met", "cells"), [
    (Line("load", 2.0, 11.0, 5.0), False, ("2.000 s", "11.000 s", "5.50x", "5.00x", "NOT MET")),
    (Line("kept", 1.0, 0.04, 0.05), True, ("1.000 s", "0.040 s", "1/25", "1/20", "met")),
    (Share("warm", 2000.0, 1000.0, 0.5), True, ("2,000/s", "1,000/s", "50.0%", "at least 50%", "met")),
    (Share("cold", 2000.0, 299.0, 0.15), False, ("2,000/s", "299/s", "14.9%", "at least 15%", "NOT MET")),
    (Bound("p95", 75.0, 150.0, "ms"), True, ("", "75 ms", "0.50x", "at most 150 ms", "met")),
    (Bound("failed", 1.0, 0.0, ""), False, ("", "1", "", "at most 0", "NOT MET")),
])  # fmt: skip
def test_a_row_keeps_to_its_bar_or_not(row: Result, is_met: bool, cells: tuple[str, ...]) -> None:
    assert row.is_met is is_met is row.as_dict()["is_met"]
    assert row.cells() == (row.what, *cells)


def test_percentiles() -> None:
    hundred = [float(n) for n in range(1, 101)]
    assert [percentile(hundred, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert percentile([7.0], 0.95) == 7 and percentile([1.0, 2.0, 3.0], 0.5) == 2


def test_what_was_not_answered_counts_among_the_waits() -> None:
    waits = Waits(answered=[0.01] * 94, unanswered=[4.0, 5.0, 6.0, 7.0, 8.0, 9.0])
    assert (waits.percentile(0.5), waits.percentile(0.95)) == (0.01, 4.0)


def test_wrk_is_read_and_a_failure_is_not_taken_for_a_rate() -> None:
    assert read(SAID) == Asked(8210, 4092.61)
    for failed in ("Non-2xx or 3xx responses: 3", "Socket errors: connect 0, read 1, write 0, timeout 0"):
        with pytest.raises(RuntimeError, match=failed):
            read(SAID.replace("Requests/sec", f"  {failed}\nRequests/sec"))
    with pytest.raises(RuntimeError, match="0 requests"):
        read(SAID.replace("8210", "0"))


def test_what_the_site_counts_and_what_linux_says_of_memory() -> None:
    figures = "\n".join(['lpp_answers_total{how="kept"} 12.0', 'lpp_answers_total{how="made"} 3.0',
                         'lpp_requests_total{how="other"} 9.0'])  # fmt: skip
    assert counted(figures) == {"kept": 12, "made": 3}
    memory = memory_in("00400000-7fff ---p\nRss:      204800 kB\nPss:      102400 kB\nPss_Anon:  51200 kB\n")
    assert (memory.resident, memory.proportional) == (200, 100)
    assert str(memory) == "100 MB (PSS; RSS 200 MB)"
