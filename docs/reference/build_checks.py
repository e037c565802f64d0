"""Write the page of desk checks, from their docstrings and an example of each.

    python docs/reference/build_checks.py            write checks.md beside it
    python docs/reference/build_checks.py --check    fail if page, checks and examples differ

What a check looks for, how and where it ends stands in its module; an example of each lies in
`examples/checks`, and what is shown of it is what the command prints: nothing is told twice.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.desk import Desk
from onrecord.desk.checking import KNOWN, Orders
from onrecord.registry import Check, CheckedReport, Comparison, ViewOptions
from onrecord.views.findings.terminal import VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_name("checks.md")
ROOT = FILE.parents[2]
EXAMPLES = Path("examples/checks")
OPTIONS = ViewOptions(width=92)

_HEAD = """\
# Desk checks

What `onrecord check` looks for, each check with an example of our own and with where it ends. The
text is that of `onrecord check --explain NAME`; `python docs/reference/build_checks.py` writes this
page from it and from the stories in `examples/checks`, without the last line, which counts. How to
run them, and exit statuses: [commands](commands.md). How to silence one:
[in a pipeline](../how-to/check-in-a-pipeline.md).

| Severity | Means, after the wires' own practice |
|---|---|
| Correct | a number, company, code or person is wrong as it stands: correct it before publishing |
| Refile | a name is misspelt or a sentence broken: send it again without it |
| Query | it does not add up: ask the reporter |
| Note | worth knowing; stops no pipeline unless asked to |
| OK | it was checked and adds up; shown with `--all` |

A check that has nothing to say says nothing: that a report passes means that no check found a
fault, not that there is none. None of them says who is right.
"""


class SilentExampleError(LookupError):
    """An example of a check has nothing for it to find."""


def page(desk: Desk) -> str:
    """Return the page.

    Raises:
        SilentExampleError: A check has no example, or finds nothing in it.
    """
    listed = [f"| [`{one.name}`](#{one.name}) | {one.summary} |" for one in KNOWN]
    table = "\n".join(["| Check | In sound copy |", "|---|---|", *listed])
    sections = "\n\n".join("\n\n".join(_section(desk, known)) for known in KNOWN)
    return f"{_HEAD}\n{table}\n\n{sections}\n"


def _section(desk: Desk, known: Check | Comparison) -> Iterator[str]:
    yield f"## `{known.name}`"
    yield f"*{known.summary}*"
    yield _example(desk, known)
    yield inspect.cleandoc(sys.modules[known.run.__module__].__doc__ or "")


def _example(desk: Desk, known: Check | Comparison) -> str:
    """Return the session that shows a check at work."""
    story, older = EXAMPLES / f"{known.name}.txt", EXAMPLES / f"{known.name}.old.txt"
    if not (ROOT / story).exists():
        raise SilentExampleError(f"{known.name} has no example; write {story}")
    orders = Orders(names=frozenset({known.name}))
    if isinstance(known, Comparison):
        checked: object = desk.compare(str(older), str(story), orders)
        command = f"onrecord check {story} --against {older} --only {known.name}"
    else:
        (checked,) = desk.check([str(story)], orders)
        command = f"onrecord check {story} --only {known.name}"
    shown = VIEW.show(checked, OPTIONS) if isinstance(checked, CheckedReport) else ""
    if not shown:
        raise SilentExampleError(f"{known.name} finds nothing in {story}")
    return f"```console\n$ {command}\n{shown.rstrip()}\n```"


def main() -> int:
    """Write the page, or compare it with what the checks say today."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    check = parser.parse_args().check
    text = page(Desk())
    if check:
        return 0 if FILE.exists() and FILE.read_text("utf-8") == text else 1
    FILE.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
