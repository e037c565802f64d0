"""From fitted weights to the resource that ships, and to those that benchmarks answer with."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.toponym_folds import FILE
from onrecord.extract.places.needs import WEIGHTS as NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    Tables = Mapping[str, Mapping[str, float]]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_HEAD = (
    "# Written by `python -m training toponyms --install`: how much each thing that speaks for",
    "# a place counts (`onrecord.extract.places.features`): first by the name alone, then also by",
    "# the report's other places. What none of the candidates weighs is doubt.",
    "",
)
_FOLDS_HEAD = (
    "# Written by `python -m training toponyms --install`: the weights of resources/toponyms.toml",
    "# as fitted without each fifth of the documents (`benchmarks.toponym_folds`).",
    "",
)


def install(whole: Tables, folds: Mapping[int, Tables]) -> None:
    """Put weights into our resources, compile those, and keep the weights of the folds."""
    target = RESOURCES / f"{NAME}.toml"
    target.write_text(as_toml(whole, target.read_text("utf-8") if target.exists() else ""), "utf-8")
    lines = [*_FOLDS_HEAD]
    for fold, tables in folds.items():
        for name, table in tables.items():
            lines += _table(f"fold{fold}.{name}", table)
    FILE.write_text("\n".join(lines), "utf-8")
    subprocess.run([sys.executable, str(RESOURCES / "build_data.py")], check=True)  # noqa: S603


def as_toml(tables: Tables, before: str) -> str:
    """Return weights as the resource has them; its version is raised where they have changed.

    Args:
        tables: The weights, by table.
        before: The resource as it was; "" where there was none.
    """
    lines = [*_HEAD]
    for name, table in tables.items():
        lines += _table(name, table)
    was = tomllib.loads(before)
    meta = was.pop("meta", {"version": 0})
    changed = was != tomllib.loads("\n".join(lines))
    lines += [
        "[meta]",
        f"version = {meta['version'] + changed}",
        'licence = "Apache-2.0"',
        'source = "python -m training toponyms, on LGL and TR-News"',
        'summary = "What speaks for a place as the one that a name means, and how much"',
    ]
    return "\n".join(lines) + "\n"


def _table(name: str, table: Mapping[str, float]) -> list[str]:
    return [f"[{name}]", *(f'"{key}" = {value:.2f}' for key, value in table.items()), ""]
