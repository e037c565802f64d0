"""The kit: all that reading a report takes, loaded once and fingerprinted.

The fingerprint goes into every reading, so that a reading says by which code and data it was made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord import claims
from onrecord.extract import EXTRACTORS
from onrecord.language import Analyser, load
from onrecord.model import Analysis, Claim, Mentions, Report, digest
from onrecord.registry import MentionReader
from onrecord.resources import Library, open_library


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What reading a report takes.

    Attributes:
        analyser: The language engine.
        readers: The built extractors, by name.
        claims: The reader of claims.
        fingerprint: Hash of the versions of code, engine and data.
    """

    analyser: Analyser
    readers: tuple[tuple[str, MentionReader], ...]
    claims: Callable[[Report, Analysis, Mentions], tuple[Claim, ...]]
    fingerprint: str


def build_kit(library: Library | None = None) -> Kit:
    """Load the engine and build all extractors; takes about two seconds.

    Raises:
        ResourceError: A file of our data is missing or damaged.
    """
    # It brings arrays along; only a run that reads a report should pay for them.
    from onrecord.encoding import load_product  # noqa: PLC0415

    library = library or open_library()
    analyser = load()
    analyser.multiply_by(load_product())
    stages = tuple((extractor.name, extractor.version) for extractor in EXTRACTORS)
    return Kit(
        analyser=analyser,
        readers=tuple((extractor.name, extractor.build(library)) for extractor in EXTRACTORS),
        claims=claims.build(library),
        fingerprint=digest(
            [
                analyser.engine,
                library.fingerprint,
                [list(stage) for stage in stages],
                ["claims", claims.VERSION],
            ]
        ),
    )
