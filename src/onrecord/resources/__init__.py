"""OnRecord's own data: lexica, gazetteer, incident schema. Read once, verified, never written.

The reviewed sources are the TOML and TSV files of the repository's `resources/` folder;
`resources/build_data.py` compiles them into `onrecord/data`, beside a manifest that names each
file's version, licence, source, rows and SHA-256. A `Library` reads from such a folder and refuses
a file whose hash is not the manifest's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import ResourceError

DATA = Path(__file__).resolve().parent.parent / "data"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A small resource.

    Attributes:
        name: Its name ("hedges.en").
        version: Its version, as provenance cites it.
        entries: Its content, as its source file in `resources/` lays it out.
    """

    name: str
    version: int
    entries: Mapping[str, Any]

    @property
    def citation(self) -> str:
        """Name and version, for provenance."""
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class Library:
    """The data folder, with what its manifest says of each file.

    Attributes:
        folder: Where the files lie.
        manifest: By resource name: file, version, licence, source, rows, sha256.
        fingerprint: Hash of the manifest, and so of all the data.
    """

    folder: Path
    manifest: Mapping[str, Mapping[str, Any]]
    fingerprint: str
    _lexica: dict[str, Lexicon] = field(default_factory=dict, repr=False, compare=False)

    def lexicon(self, name: str) -> Lexicon:
        """Return a small resource; it is read and verified at the first call.

        Raises:
            ResourceError: It is not in the manifest, missing, or damaged.
        """
        if name not in self._lexica:
            content = json.loads(self._verified(name))
            version = int(self.manifest[name]["version"])
            self._lexica[name] = Lexicon(name=name, version=version, entries=content)
        return self._lexica[name]

    def citation(self, name: str) -> str:
        """Return name and version of a resource, for provenance.

        Raises:
            ResourceError: It is not in the manifest.
        """
        if name not in self.manifest:
            raise ResourceError(name, "is not listed in the manifest")
        return f"{name}/{self.manifest[name]['version']}"

    def path(self, name: str) -> Path:
        """Return where a large resource lies, once its bytes are verified.

        Raises:
            ResourceError: It is not in the manifest, missing, or damaged.
        """
        self._verified(name)
        return self.folder / str(self.manifest[name]["file"])

    def _verified(self, name: str) -> bytes:
        if name not in self.manifest:
            raise ResourceError(name, "is not listed in the manifest")
        file = self.folder / str(self.manifest[name]["file"])
        try:
            content = file.read_bytes()
        except OSError as error:
            raise ResourceError(name, f"cannot be read ({error.strerror})") from error
        if hashlib.sha256(content).hexdigest() != self.manifest[name]["sha256"]:
            raise ResourceError(name, "does not have the hash its manifest gives")
        return content


def open_library(folder: Path = DATA) -> Library:
    """Open the data folder.

    Raises:
        ResourceError: The folder has no readable manifest.
    """
    try:
        text = (folder / MANIFEST).read_text("utf-8")
        manifest = json.loads(text)
    except (OSError, ValueError) as error:
        raise ResourceError(MANIFEST, "is missing or damaged") from error
    return Library(folder, manifest, hashlib.sha256(text.encode()).hexdigest()[:16])
