"""From fitted weights to the resource that ships."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.claims.occurrence.weights import NAME

if TYPE_CHECKING:
    from onrecord.claims.occurrence.weights import Weights

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def install(weights: Weights) -> None:
    """Put weights into our resources, and compile those."""
    target = RESOURCES / f"{NAME}.toml"
    target.write_text(as_toml(weights, target.read_text("utf-8")), "utf-8")
    subprocess.run([sys.executable, str(RESOURCES / "build_data.py")], check=True)  # noqa: S603


def as_toml(weights: Weights, before: str) -> str:
    """Return weights as the resource has them; its version is raised where they have changed.

    Args:
        weights: The weights.
        before: The resource as it was.
    """
    lines = [
        "# Written by `python -m training occurrence --install`: how much each thing that speaks",
        "# for a time, a place or a country counts, and how the finest place is chosen",
        "# (`onrecord.claims.occurrence`).",
        "",
    ]
    for table, values in asdict(weights).items():
        lines.append(f"[{table}]")
        lines += [f"{_key(name)} = {value:.2f}" for name, value in values.items()]
        lines.append("")
    was = tomllib.loads(before)
    meta = was.pop("meta")
    changed = was != tomllib.loads("\n".join(lines))
    lines += [
        "[meta]",
        f"version = {meta['version'] + changed}",
        'licence = "Apache-2.0"',
        'source = "python -m training occurrence, on the training part of MUC-4"',
        'summary = "What speaks for a time, place or country as that of an incident, how much"',
    ]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else f'"{name}"'
