"""The command `onrecord check`: what does not add up in reports, before they are published."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import FEED, ISO_DATE, WIDTH, shown_as
from onrecord.views.findings import FINDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from onrecord.checks.silence import Settings
    from onrecord.desk.checking import Orders
    from onrecord.model import Failure, Severity
    from onrecord.registry import (
        Check,
        CheckedReport,
        Comparison,
        FindingsView,
        Tally,
        ViewOptions,
    )

WRONG_USAGE = 2


@click.command()
@click.argument("reports", nargs=-1)
@click.option(
    "--against",
    "older",
    metavar="OLD",
    help="Compare REPORT, a new version, with OLD: figures, claims and hedges changed or gone.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["correct", "refile", "query", "note", "never"]),
    help="Least grave finding that gives exit status 1; refile unless a file of settings says.",
)
@click.option("--all", "everything", is_flag=True, help="Show what adds up or is silenced too.")
@click.option("--only", multiple=True, metavar="NAME", help="Run this check only; repeatable.")
@click.option("--skip", multiple=True, metavar="NAME", help="Do not run this check; repeatable.")
@click.option(
    "--config",
    metavar="FILE",
    help="File of settings; the nearest onrecord.toml from here upwards unless given.",
)
@click.option("--list", "listed", is_flag=True, help="List all checks, each in one sentence.")
@click.option("--explain", metavar="NAME", help="Say what one check looks for and where it ends.")
@click.option("--published", type=ISO_DATE, help="The day the reports were published.")
@shown_as(FINDINGS, "the findings")
@FEED
@WIDTH
def check(  # noqa: PLR0913 - one parameter for each option
    reports: tuple[str, ...],
    *,
    older: str | None,
    fail_on: str | None,
    everything: bool,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    config: str | None,
    listed: bool,
    explain: str | None,
    published: date | None,
    view: str,
    feed: str | None,
    width: int,
) -> None:
    """Print what does not add up in REPORTS: files of text or HTML, folders, JSON lines, or -.

    Exit status: 0 nothing to correct or refile; 1 something is (see --fail-on), or a report cannot
    be read; 2 wrong usage, or a fault in the file of settings.

    \b
    Example: onrecord check story.txt
             onrecord check stories/ --format github --fail-on query
             onrecord check new.txt --against old.txt
             onrecord check --list
    """
    if listed or explain is not None:
        click.echo("\n\n".join(_explained(explain)) if explain is not None else _list())
        return
    if not reports:
        raise click.UsageError("name at least one REPORT, or - for standard input")
    if older is not None and len(reports) != 1:
        raise click.UsageError("--against takes one REPORT, the new version")
    orders = _orders(only, skip, config, published)
    # Usage errors and --help stay fast.
    from onrecord.desk import Desk  # noqa: PLC0415
    from onrecord.registry import ViewOptions  # noqa: PLC0415

    if older is None:
        outcomes: Iterable[CheckedReport | Failure] = Desk().check(reports, orders, format=feed)
    else:
        outcomes = [Desk().compare(older, reports[0], orders, format=feed)]
    options = ViewOptions(width=width, colour=sys.stdout.isatty(), everything=everything)
    tally = _shown(outcomes, next(one for one in FINDINGS if one.name == view), options)
    sys.exit(_status(tally, fail_on or orders.settings.fail_on or "refile"))


def _shown(
    outcomes: Iterable[CheckedReport | Failure], view: FindingsView, options: ViewOptions
) -> Tally:
    """Print outcomes one by one, and return what they came to."""
    from onrecord.model import Failure, Severity  # noqa: PLC0415
    from onrecord.registry import Tally  # noqa: PLC0415

    found: Counter[Severity] = Counter()
    reports = failures = silenced = 0
    _print(view.opening(options))
    for outcome in outcomes:
        reports += 1
        if isinstance(outcome, Failure):
            failures += 1
            click.echo(f"onrecord: {_told(outcome)}", err=True)
            continue
        for remark in outcome.remarks:
            click.echo(f"onrecord: {remark}", err=True)
        found.update(query.severity for query in outcome.heard)
        silenced += len(outcome.results) - len(outcome.heard)
        _print(view.show(outcome, options))
    tally = Tally(
        reports=reports,
        failures=failures,
        found=tuple((severity, found[severity]) for severity in Severity),
        silenced=silenced,
    )
    _print(view.closing(tally, options))
    return tally


def _told(failure: Failure) -> str:
    """Return what became of a report, on one line; a fault of ours is not the report's."""
    from onrecord import errors  # noqa: PLC0415

    what = " ".join(f"{failure.error}: {failure.message}".split())
    if hasattr(errors, failure.error):
        return what
    return f"{failure.origin}: a fault in the program, not in your report ({what}). Please tell us."


def _print(text: str) -> None:
    if text:
        click.echo(text, nl=False, color=True)


def _status(tally: Tally, level: str) -> int:
    """Return 1 where a report was not read, or something at least so grave was found, else 0."""
    from onrecord.desk.settings import LEVELS, NEVER  # noqa: PLC0415

    stopping = () if level == NEVER else LEVELS[: LEVELS.index(level) + 1]
    stopped = any(count for severity, count in tally.found if severity.value in stopping)
    return int(stopped or tally.failures > 0)


def _orders(
    only: tuple[str, ...], skip: tuple[str, ...], config: str | None, published: date | None
) -> Orders:
    """Return what the command line and the file of settings want; ends on what neither can mean."""
    from onrecord.desk.checking import NAMES, Orders  # noqa: PLC0415

    for option, given in (("--only", only), ("--skip", skip)):
        for name in given:
            _known(name, option)
    names = frozenset(only or NAMES) - frozenset(skip)
    return Orders(names=names, settings=_settings(config), published_on=published)


def _settings(config: str | None) -> Settings:
    from onrecord.checks.silence import Settings  # noqa: PLC0415
    from onrecord.desk.checking import NAMES  # noqa: PLC0415
    from onrecord.desk.settings import find_settings, read_settings  # noqa: PLC0415
    from onrecord.errors import SettingsError  # noqa: PLC0415

    file = Path(config) if config is not None else find_settings(Path.cwd())
    if file is None:
        return Settings()
    try:
        return read_settings(file, NAMES)
    except SettingsError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(WRONG_USAGE)


def _known(name: str, option: str) -> Check | Comparison:
    """Return the check of a name, or end with a usage error that names the nearest."""
    from onrecord.checks.silence import suggestion  # noqa: PLC0415
    from onrecord.desk.checking import KNOWN, NAMES  # noqa: PLC0415

    for known in KNOWN:
        if known.name == name:
            return known
    raise click.UsageError(f"{option}: there is no check {name!r}. {suggestion(name, NAMES)}")


def _list() -> str:
    from onrecord.desk.checking import KNOWN, NAMES  # noqa: PLC0415

    column = max(map(len, NAMES)) + 2
    return "\n".join(f"{known.name:<{column}}{known.summary}" for known in KNOWN)


def _explained(name: str) -> Iterator[str]:
    """Yield what a check looks for, then what its module says of how it does and where it ends."""
    known = _known(name, "--explain")
    yield f"{known.name}: {known.summary}"
    text = sys.modules[known.run.__module__].__doc__
    if text:
        yield inspect.cleandoc(text)
