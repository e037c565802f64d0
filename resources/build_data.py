"""Compile the reviewed sources in this folder into the data that ships in the wheel.

    python resources/build_data.py            write src/onrecord/data
    python resources/build_data.py --check    fail if the shipped data differs from the sources

Every `NAME.toml` here starts with a `[meta]` table (version, licence, source, summary) and becomes
`data/NAME.json` without it; the sizes of units in `conversions` are filled in. A large resource
that is built by a script of its own (`SCRIPT` below) is only hashed here. The manifest lists them
all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from unit_sizes import sized

SOURCES = Path(__file__).resolve().parent
DATA = SOURCES.parent / "src" / "onrecord" / "data"

# Sources that are more than copied, and what makes the resource of their content.
MADE = {"conversions": sized}

# Large resources, by name: a `NAME.meta.toml` here tells of each, and names its file and script.
LARGE = ".meta.toml"


def rows(content: object) -> int:
    """Count the entries of a resource: the leaves of its tables and lists."""
    if isinstance(content, dict):
        return sum(rows(item) for item in content.values())
    if isinstance(content, list):
        return sum(rows(item) if isinstance(item, (dict, list)) else 1 for item in content)
    return 1


def compiled(source: Path) -> tuple[str, dict[str, Any], bytes]:
    """Return name, manifest row and bytes of one small resource."""
    content = tomllib.loads(source.read_text("utf-8"))
    meta = content.pop("meta")
    name = source.stem
    content = MADE[name](content) if name in MADE else content
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return name, row(meta, f"{name}.json", rows(content), text.encode()), text.encode()


def row(meta: dict[str, Any], file: str, count: int, content: bytes) -> dict[str, Any]:
    """Return what the manifest says of one resource."""
    return {
        "file": file,
        "version": meta["version"],
        "licence": meta["licence"],
        "source": meta["source"],
        "summary": meta["summary"],
        "rows": count,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def built() -> dict[str, bytes]:
    """Return the files of the data folder as the sources want them, by file name."""
    files: dict[str, bytes] = {}
    manifest: dict[str, Any] = {}
    for source in sorted(SOURCES.glob("*.toml")):
        if source.name.endswith(LARGE):
            meta = tomllib.loads(source.read_text("utf-8"))
            content = (DATA / meta["file"]).read_bytes()
            name = source.name.removesuffix(LARGE)
            manifest[name] = row(meta, meta["file"], meta["rows"], content)
        else:
            name, manifest[name], content = compiled(source)
            files[f"{name}.json"] = content
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    files["manifest.json"] = text.encode()
    return files


def main() -> int:
    """Write the data folder, or compare it with the sources."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    check = parser.parse_args().check
    stale = [
        name
        for name, content in built().items()
        if not (DATA / name).exists() or (DATA / name).read_bytes() != content
    ]
    if check:
        for name in stale:
            sys.stderr.write(f"{name} differs from its source; run resources/build_data.py\n")
        return 1 if stale else 0
    DATA.mkdir(exist_ok=True)
    for name, content in built().items():
        (DATA / name).write_bytes(content)
    sys.stdout.write(f"{len(stale)} of {len(built())} files changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
