"""The commands of `python -m training`: each trains one reader from start to shipped weights."""

from __future__ import annotations

from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
POLNEAR = ROOT.parent / "shared" / "bench" / "polnear" / "train.jsonl"
MUC4 = ROOT.parent / "shared" / "bench" / "muc4"
BENCH = ROOT.parent / "shared" / "bench"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def training() -> None:
    """Train the readers whose weights ship with OnRecord."""


@training.command()
@click.option("--corpus", type=FILE, default=POLNEAR, help="Attributions to learn from.")
@click.option("--work", type=FOLDER, required=True, help="Checkpoints; a run goes on from them.")
@click.option("--epochs", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--whole", is_flag=True, help="Learn from the documents held out for tuning too.")
@click.option("--install", is_flag=True, help="Put the weights into onrecord/data.")
def attribution(
    corpus: Path, work: Path, *, epochs: int, seed: int, whole: bool, install: bool
) -> None:
    """Train the readers of attributions: cues, who and what, then stances and non-answers.

    A run that was stopped goes on after its last whole epoch.

    \b
    Example: python -m training attribution --work work/attribution --install
    """
    # PyTorch takes seconds to import; --help stays fast.
    from training.attribution.run import Settings, run  # noqa: PLC0415
    from training.attribution.shipping import export, ship  # noqa: PLC0415
    from training.attribution.voices import train  # noqa: PLC0415

    def tell(words: str) -> None:
        click.echo(words, err=True)

    settings = Settings(epochs=epochs, seed=seed, whole=whole)
    export(run(corpus, work, settings, tell=tell), work)
    train(corpus, work, settings, tell=tell)
    if install:
        ship(work, corpus, tell=tell)


@training.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=MUC4,
    help="Folder with train.jsonl and score.py.",
)
@click.option("--work", type=FOLDER, required=True, help="Checkpoints; a run goes on from them.")
@click.option("--epochs", type=click.IntRange(min=1), default=8, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--bfloat16",
    is_flag=True,
    help="Multiply in 16 bits: twice as fast on a processor with AVX-512 BF16.",
)
@click.option("--install", is_flag=True, help="Put the weights into onrecord/data.")
def incidents(
    data: Path, work: Path, *, epochs: int, seed: int, bfloat16: bool, install: bool
) -> None:
    """Train the reader of incidents: who takes part in which.

    Learns from four fifths of the documents and from our own stories, and tunes on the other fifth
    how sure it must be; to install, it then goes on with all of them. A run that was stopped goes
    on after its last whole epoch.

    \b
    Example: python -m training incidents --work work/incidents --install
    """
    # PyTorch takes seconds to import; --help stays fast.
    from training.incidents.run import Settings  # noqa: PLC0415
    from training.incidents.whole import train  # noqa: PLC0415

    def tell(words: str) -> None:
        click.echo(words, err=True)

    settings = Settings(epochs=epochs, seed=seed, bfloat16=bfloat16)
    train(data / "train.jsonl", work, settings, install=install, tell=tell)


@training.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=MUC4,
    help="Folder with train.jsonl and score.py.",
)
@click.option("--work", type=FOLDER, required=True, help="Readings; a run goes on from them.")
@click.option("--install", is_flag=True, help="Put the weights into resources and onrecord/data.")
def occurrence(data: Path, work: Path, *, install: bool) -> None:
    """Fit the weights by which incidents are dated and placed.

    Says what they are worth on documents left out in turn, beside those that ship.

    \b
    Example: python -m training occurrence --work work/occurrence --install
    """
    # SciPy takes a second to import; --help stays fast.
    from training.occurrence.run import run  # noqa: PLC0415

    def tell(words: str) -> None:
        click.echo(words, err=True)

    run(data, work, install=install, tell=tell)


@training.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=BENCH,
    help="Folder with geo/lgl.jsonl, geo/trnews.jsonl and muc4/train.jsonl.",
)
@click.option("--work", type=FOLDER, required=True, help="Analyses; a run goes on from them.")
@click.option("--install", is_flag=True, help="Put the weights into resources and onrecord/data.")
def toponyms(data: Path, work: Path, *, install: bool) -> None:
    """Fit the weights by which the place that a name means is chosen.

    Says what they are worth on documents left out in turn.

    \b
    Example: python -m training toponyms --work work/toponyms --install
    """
    # SciPy takes a second to import; --help stays fast.
    from training.toponyms.run import run  # noqa: PLC0415

    def tell(words: str) -> None:
        click.echo(words, err=True)

    run(data, work, install=install, tell=tell)
