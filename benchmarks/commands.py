"""The commands of `python -m benchmarks`: each parses, calls one module, prints.

Exit codes: 0 done, 1 something could not be read or scored, 2 wrong usage or no data.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from benchmarks.tasks import TASKS, task_named

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FIGURES = ROOT / "docs" / "quality" / "figures.md"

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def benchmarks() -> None:
    """Measure how well OnRecord reads, on data that lies outside the repository."""


@benchmarks.command()
@click.argument("task", type=click.Choice([task.name for task in TASKS]))
@click.argument("source", metavar="IN", type=FILE)
@click.argument("target", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--given-spans", is_flag=True, help="geo: resolve the `spans` of each line.")
def predict(task: str, source: Path, target: Path, *, given_spans: bool) -> None:
    """Predict TASK for the documents of IN (JSON lines) into OUT.

    Of a line only the document's name, its text and its date are read, never its answers.

    \b
    Example: python -m benchmarks predict geo news.jsonl places.jsonl
             python -m benchmarks predict geo --given-spans news.jsonl places.jsonl
    """
    if given_spans and task != "geo":
        raise click.UsageError("--given-spans goes with the task geo only")
    from benchmarks.given_spans import predict_spans  # noqa: PLC0415 - usage errors stay fast
    from benchmarks.predict import predict_file  # noqa: PLC0415
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    if task == "geo":
        from benchmarks.place_reading import places_alone  # noqa: PLC0415

        kit = places_alone(kit)
    tally = (
        predict_spans(source, target, kit, tell=_tell)
        if given_spans
        else predict_file(task_named(task), source, target, kit, tell=_tell)
    )
    _tell(f"{tally.predicted} documents predicted, {len(tally.errors)} failed")
    if tally.errors:
        sys.exit(1)


@benchmarks.command()
@click.option("--data", type=FOLDER, default=SHARED / "bench", help="The development data.")
@click.option("--limit", type=click.IntRange(min=1), help="Documents of each data set.")
@click.option("--write", is_flag=True, help=f"Also write {FIGURES.relative_to(ROOT)}.")
def table(data: Path, *, limit: int | None, write: bool) -> None:
    """Print today's figures on the development data, beside what is aimed at.

    \b
    Example: python -m benchmarks table --limit 20
    """
    _need(data)
    if write and limit is not None:
        raise click.UsageError("--write takes the figures of all documents: leave --limit out")
    from benchmarks import counts  # noqa: PLC0415 - usage errors stay fast
    from benchmarks.tables import TABLE, Runner, as_text  # noqa: PLC0415
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmarks-") as work:
        runner = Runner(folder=data, work=Path(work), limit=limit, tell=_tell)
        measured = [runner.measure(one, kit) for one in TABLE["data"]]
        measured.append(runner.transfer(kit))
        measured += [runner.voices(one, kit) for one in TABLE["voices"]]
        measured += [runner.counts(part, kit) for part in counts.PARTS]
        measured.append(runner.desk_checks(kit))
        measured.append(runner.real_checks(kit))
        measured.append(runner.speed())
    click.echo(as_text(measured), nl=False)
    if write:
        from benchmarks.figures_page import write_page  # noqa: PLC0415

        write_page(FIGURES, measured, kit.fingerprint)


@benchmarks.command()
@click.option("--seeds", type=FOLDER, default=SHARED / "seeds", help="The founding story.")
def seed(seeds: Path) -> None:
    """Hold the brief of the founding story against its expected file, item by item.

    \b
    Example: python -m benchmarks seed
    """
    _need(seeds)
    from benchmarks.seed import run  # noqa: PLC0415 - usage errors stay fast

    click.echo(run(seeds))


@benchmarks.command()
def examples() -> None:
    """Hold the briefs of the example stories against what an editor reads out of them.

    \b
    Example: python -m benchmarks examples
    """
    from benchmarks.examples import run  # noqa: PLC0415 - --help stays fast

    for name, outcome in run():
        click.echo(f"{name}\n{outcome}\n")


@benchmarks.command()
@click.option(
    "--part", type=click.Choice(["open", "practice", "sealed", "fresh"]), help="One part only."
)
@click.option("--misses", is_flag=True, help="Also print what went wrong in the open parts.")
def voices(part: str | None, *, misses: bool) -> None:
    """Hold nested voices and non-answers in stories of our own against their gold.

    \b
    Example: python -m benchmarks voices --part open --misses
    """
    from benchmarks.voices import OPEN, PARTS, run  # noqa: PLC0415 - --help stays fast
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    for name in PARTS if part is None else (part,):
        outcome = run(name, kit)
        click.echo(f"{name}\n{outcome}\n")
        if misses and name in OPEN:
            click.echo("\n".join(outcome.misses))


@benchmarks.command()
@click.option("--part", type=click.Choice(["open", "sealed"]), help="One part only.")
@click.option("--misses", is_flag=True, help="Also print what went wrong in the open part.")
def bodies(part: str | None, *, misses: bool) -> None:
    """Hold the bodies and people of reports of our own against their gold.

    \b
    Example: python -m benchmarks bodies --part open --misses
    """
    from benchmarks.bodies import OPEN, PARTS, run  # noqa: PLC0415 - --help stays fast
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    for name in PARTS if part is None else (part,):
        outcome = run(name, kit)
        click.echo(f"{name}\n{outcome}\n")
        if misses and name in OPEN:
            click.echo("\n".join(outcome.misses))


@benchmarks.command()
@click.option(
    "--part", type=click.Choice(["open", "practice", "plain", "sealed"]), help="One part only."
)
@click.option("--misses", is_flag=True, help="Also print what went wrong in the open part.")
def figures(part: str | None, *, misses: bool) -> None:
    """Hold the figures read in sentences of our own against their gold.

    \b
    Example: python -m benchmarks figures --part open --misses
    """
    from benchmarks.counts import OPEN, PARTS, run  # noqa: PLC0415 - --help stays fast
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    for name in PARTS if part is None else (part,):
        outcome = run(name, kit)
        click.echo(f"{name}\n{outcome}\n")
        if misses and name in OPEN:
            click.echo("\n".join(outcome.misses))


@benchmarks.command()
@click.option(
    "--part", type=click.Choice(["open", "practice", "sealed", "real"]), help="One part only."
)
@click.option("--misses", is_flag=True, help="Also print what went wrong in the open part.")
@click.option("--data", type=FOLDER, default=SHARED / "bench", help="The development data.")
@click.option(
    "--findings",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write each finding in real stories, with its sentences, to this file.",
)
@click.option(
    "--times",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Check so many times as many real stories: 1 is 500.",
)
def checks(
    part: str | None, *, misses: bool, data: Path, findings: Path | None, times: int
) -> None:
    """Count what desk checks find in stories with planted faults, clean ones and real ones.

    \b
    Example: python -m benchmarks checks --part open --misses
             python -m benchmarks checks --part real --findings rung.txt
    """
    from benchmarks.desk_checks import OPEN, PARTS, run, run_real  # noqa: PLC0415 - as above
    from onrecord.reading import build_kit  # noqa: PLC0415

    kit = build_kit()
    for name in PARTS if part is None else {part} & {*PARTS}:
        outcome = run(name, kit)
        click.echo(f"{name}\n{outcome}\n")
        if misses and name in OPEN:
            click.echo("\n".join(outcome.misses))
    if part in {None, "real"}:
        _need(data)
        real = run_real(data, kit, times=times)
        click.echo(f"real\n{real}\n")
        if findings is not None:
            findings.write_text("".join(f"{one}\n" for one in real.rung), "utf-8")


@benchmarks.command()
def times() -> None:
    """Hold times read in sentences of our own against the intervals meant, beside dateparser.

    \b
    Example: python -m benchmarks times
    """
    from benchmarks.times import show  # noqa: PLC0415 - --help stays fast

    click.echo(show())


@benchmarks.command()
@click.argument("gold", type=FILE)
@click.argument("predicted", type=FILE)
def errors(gold: Path, predicted: Path) -> None:
    """Count where the incidents PREDICTED for the MUC-4 documents of GOLD err, by kind.

    \b
    Example: python -m benchmarks errors ../shared/bench/muc4/dev.jsonl predicted.jsonl
    """
    from benchmarks.incident_errors import fates  # noqa: PLC0415 - --help stays fast

    click.echo(fates(gold, predicted))


@benchmarks.command()
@click.option("--data", type=FOLDER, default=SHARED / "bench", help="The development data.")
@click.option("--seeds", type=FOLDER, default=SHARED / "seeds", help="The founding story.")
@click.option("--runs", type=click.IntRange(min=1), default=7, show_default=True)
@click.option("--documents", type=click.IntRange(min=1), default=300, show_default=True)
def speed(data: Path, seeds: Path, *, runs: int, documents: int) -> None:
    """Time OnRecord against the bare language engine, on the same texts, in turns.

    \b
    Example: python -m benchmarks speed --runs 3
    """
    from benchmarks.speed import measure, show  # noqa: PLC0415 - usage errors stay fast

    click.echo(show(measure(data, seeds, runs=runs, documents=documents, tell=_tell)), nl=False)


def _need(folder: Path) -> None:
    if not folder.is_dir():
        raise click.UsageError(
            f"no data at {folder}. Development data is not part of the repository: "
            "say with an option where it lies (--help)."
        )


def _tell(message: str) -> None:
    click.echo(message, err=True)
