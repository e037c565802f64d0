"""Write the page of incident types, from the taxonomy.

    python docs/reference/build_incident_types.py            write incident-types.md beside it
    python docs/reference/build_incident_types.py --check    fail if page and data differ

What a type means and what it is called elsewhere stands in `resources/incident-types.toml`, with
the source of each list of codes: nothing is told twice.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.resources import open_library
from onrecord.resources.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.resources.taxonomy import Scheme, SchemeCode

FILE = Path(__file__).with_name("incident-types.md")

_HEAD = """\
# Incident types

What kinds of incidents there are, how far they got, how sure it is who did them, and what each is
called in PLOVER, ACLED and MUC-4. The data is `resources/incident-types.toml`, which
`onrecord.resources.taxonomy` reads; `python docs/reference/build_incident_types.py` writes this
page from it. Why it is cut this way: [decision 0007](../decisions/0007-incident-schema.md).
"""

_TYPES = """\
The most general type comes first and is used only where no narrower one fits. *Told by* are the
events of the lexicon `events.en` that tell it.
"""

_ROLES = """\
A type can have a role or it cannot. Where the usual name would mislead, the type has its own.
"""

_SCHEMES = """\
The usual code is right unless more is known; the others are right in the case that stands with
them. Nearly every translation loses something: the last column says what.
"""


def page(taxonomy: Taxonomy) -> str:
    """Return the page, as Markdown."""
    parts = [_HEAD, *_types(taxonomy), *_roles(taxonomy), *_effects(taxonomy), *_words(taxonomy)]
    parts += ["## In other schemes\n", _SCHEMES]
    for scheme in taxonomy.schemes.values():
        parts += _translations(taxonomy, scheme)
    return "\n".join(parts)


def _types(taxonomy: Taxonomy) -> Iterator[str]:
    yield "## Types\n"
    yield _TYPES
    yield _table(
        ("Code", "Type", "Definition", "Told by"),
        (
            (f"`{kind.code}`", kind.label, kind.definition, _codes(kind.events))
            for kind in taxonomy.types
        ),
    )


def _roles(taxonomy: Taxonomy) -> Iterator[str]:
    yield "## Roles\n"
    yield _table(
        ("Code", "Role", "Definition", "MUC-4 slots"),
        (
            (f"`{role.code}`", role.label, role.definition, _codes(role.muc4))
            for role in taxonomy.roles
        ),
    )
    yield _ROLES
    yield _table(
        ("Type", *(role.label for role in taxonomy.roles)),
        (
            (
                kind.label,
                *(
                    kind.role_labels.get(role.code, "yes") if role.code in kind.roles else "no"
                    for role in taxonomy.roles
                ),
            )
            for kind in taxonomy.types
        ),
    )
    reasons = [
        f"- `{kind.code}` without `{role}`: {reason}."
        for kind in taxonomy.types
        for role, reason in kind.cannot.items()
    ]
    yield "\n".join(["Why not:\n", *reasons, ""])


def _effects(taxonomy: Taxonomy) -> Iterator[str]:
    yield "## Effects\n"
    yield _table(
        ("Code", "Effect", "Of", "Definition", "MUC-4", "What is lost"),
        (
            (
                f"`{effect.code}`",
                effect.label,
                effect.of,
                effect.definition,
                _codes([effect.muc4] if effect.muc4 else []),
                effect.note or "",
            )
            for effect in taxonomy.effects
        ),
    )
    yield _table(
        ("Type", "Effects it can have"),
        ((kind.label, ", ".join(kind.effects)) for kind in taxonomy.types),
    )


def _words(taxonomy: Taxonomy) -> Iterator[str]:
    """Tell of stages and blame."""
    yield "## Stages\n"
    yield _table(
        ("Code", "Stage", "Definition", "MUC-4", "What is lost"),
        (
            (f"`{row.code}`", row.label, row.definition, f"`{row.muc4}`", row.note or "")
            for row in taxonomy.stages
        ),
    )
    for kind in taxonomy.types:
        if len(kind.stages) < len(taxonomy.stages):
            yield f"The type `{kind.code}` has no stage but {_codes(kind.stages)}.\n"
    yield "## Certainty of blame\n"
    yield _table(
        ("Code", "Certainty", "Definition", "Implies", "MUC-4"),
        (
            (
                f"`{row.code}`",
                row.label,
                row.definition,
                _codes([row.within] if row.within else []),
                f"`{row.muc4}`",
            )
            for row in taxonomy.blames
        ),
    )


def _translations(taxonomy: Taxonomy, scheme: Scheme) -> Iterator[str]:
    """Tell what the types are called in one scheme."""
    yield f"### {scheme.title}\n"
    yield f"Source: {scheme.source}. <{scheme.url}>\n"
    rows = []
    for kind in taxonomy.types:
        translation = kind.schemes[scheme.code]
        cases = [code for code in translation.codes if code.when is not None]
        usual = _code(translation.usual) if translation.usual else "none"
        told = "; ".join(f"{_code(code)} ({code.when})" for code in cases)
        rows.append((kind.label, usual, told, translation.note or ""))
    heads = ("Type", f"Usual {scheme.event} and {scheme.detail}", "In some cases", "What is lost")
    if not any(scheme.codes.values()):
        heads = ("Type", f"Usual {scheme.event}", *heads[2:])
    yield _table(heads, rows)
    for event, reason in scheme.left_out.items():
        yield f"Not used: `{event}`, {reason}.\n"


def _code(code: SchemeCode) -> str:
    return f"`{code.event}`" + (f" `{code.detail}`" if code.detail else "")


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    if any("|" in cell for line in lines for cell in line):
        raise ValueError("a cell holds a bar, which would part it; reword it in the data")
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def main() -> int:
    """Write the page, or compare it with the data."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    text = page(Taxonomy.of(open_library()))
    if parser.parse_args().check:
        return 0 if FILE.exists() and FILE.read_text("utf-8") == text else 1
    FILE.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
