"""How processes are timed, and how that is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.errors import ProcessError
from benchmarks.speed import Measure, in_turns, show, timed_run
from benchmarks.speed_texts import cut, generated, texts_of


def python(code: str) -> list[str]:
    """Return the command line of a few lines of Python."""
    return [sys.executable, "-c", code]


def test_process_is_timed_and_its_memory_counted() -> None:
    """The memory is that of this process, not of any run before.

    A process starts out with the memory of the one that started it, which is that of these tests.
    """
    small = timed_run(python("print('done')"))
    large = timed_run(python("x = b'x' * 1_500_000_000; print(len(x))"))
    after = timed_run(python("print('done')"))
    assert large.output == "1500000000\n"
    assert small.output == "done\n"
    assert large.peak_mb > 1500 > after.peak_mb
    assert large.processor > 0
    assert small.seconds > 0


def test_failed_process_is_no_measurement() -> None:
    """A quick crash must not pass for a quick reading."""
    with pytest.raises(ProcessError, match="exit status 3"):
        timed_run(python("raise SystemExit(3)"))


def test_sides_run_in_turns(tmp_path: Path) -> None:
    """A machine that slows down halfway slows both; the first run of each is thrown away."""
    log = tmp_path / "log"
    write = f"open({str(log)!r}, 'a').write"
    timed = in_turns({"ours": python(f"{write}('o')"), "bare": python(f"{write}('b')")}, 2)
    assert log.read_text("utf-8") == "ob" + "obob"
    assert [len(runs) for runs in timed.values()] == [2, 2]


def test_table_shows_the_ratio_and_the_target() -> None:
    """Memory has a limit, and no other side."""
    measures = [
        Measure(name="cold", ours=3.0, bare=2.0, unit="s", target="at most 2.0x", is_met=True),
        Measure(name="peak", ours=1200, bare=None, unit="MB", target="under 1000", is_met=False),
    ]
    cold, peak = show(measures).splitlines()[1:]
    assert cold.split() == ["cold", "3.00", "2.00", "s", "1.50", *"at most 2.0x: met".split()]
    assert peak.split() == ["peak", "1200.00", "MB", *"under 1000: MISSED".split()]


def test_texts_are_made_where_there_are_none(tmp_path: Path) -> None:
    """They are put together from the examples, the same every time, and differ."""
    texts, kind = texts_of(tmp_path, 40)
    assert (len(texts), kind) == (40, "texts put together from the examples")
    assert texts == generated(40)
    assert len(set(texts)) > 20


def test_reports_of_a_length_end_with_a_paragraph() -> None:
    """Too short a text, or one that does not break near the length, is left out."""
    paragraph = " ".join(["word"] * 20)
    long, short = "\n\n".join([paragraph] * 9), "\n\n".join([paragraph] * 3)
    unbroken = " ".join(["word"] * 300)
    (made,) = cut([long, short, unbroken], 100)
    assert made == "\n\n".join([paragraph] * 5)
