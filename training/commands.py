"""The commands of `python -m training`: each trains one reader from start to shipped weights."""

from __future__ import annotations

from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
POLNEAR = ROOT.parent / "shared" / "bench" / "polnear" / "train.jsonl"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def training() -> None:
    """Train the readers whose weights ship with OnRecord."""


@training.command()
@click.option("--corpus", type=FILE, default=POLNEAR, help="Attributions to learn from.")
@click.option("--work", type=FOLDER, required=True, help="Checkpoints; a run goes on from them.")
@click.option("--epochs", type=click.IntRange(min=1), default=4, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--whole", is_flag=True, help="Learn from the documents held out for tuning too.")
@click.option("--install", is_flag=True, help="Put the weights into onrecord/data.")
def attribution(
    corpus: Path, work: Path, *, epochs: int, seed: int, whole: bool, install: bool
) -> None:
    r"""Train the reader of attributions: encoder, finder of cues, reader of who and what.

    A run that was stopped goes on after its last whole epoch.

    \b
    Example: python -m training attribution --work work/attribution --install
    """
    from training.attribution.run import Settings, run  # noqa: PLC0415 - --help stays fast

    settings = Settings(epochs=epochs, seed=seed, whole=whole)
    run(corpus, work, settings, tell=lambda words: click.echo(words, err=True))
    if install:
        from training.attribution.shipping import ship  # noqa: PLC0415

        ship(work, corpus, tell=click.echo)
