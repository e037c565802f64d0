"""What the register knows of the bodies that a name may mean, and why one of them is meant.

For who wants to know who is who. Text for a terminal, or plain JSON data. "Unknown" is an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from onrecord.resources.register import Candidate, winner
from onrecord.views._outline.labels import country_name
from onrecord.views._outline.safe import safe

if TYPE_CHECKING:
    from onrecord.resources.bodies import BodyCode, BodyEntry, BodyName

_INDENT = "    "


def as_text(name: str, candidates: Sequence[Candidate], *, width: int) -> str:
    """Return the bodies for a terminal, the one meant first."""
    lines = list(_wrapped(f"{safe(name)}: {verdict(candidates)}", width, indent=""))
    for candidate in candidates:
        lines += ["", *_lines(candidate, width)]
    return "\n".join(lines) + "\n"


def as_data(name: str, candidates: Sequence[Candidate]) -> dict[str, Any]:
    """Return the bodies as plain JSON data."""
    meant = winner(candidates)
    return {
        "name": name,
        "meant": meant.entry.ref if meant else None,
        "why": verdict(candidates),
        "candidates": [_datum(candidate) for candidate in candidates],
    }


def verdict(candidates: Sequence[Candidate]) -> str:
    """Return why one body is meant, or why none is."""
    if not candidates:
        return "unknown; no company, group, agency, government body or nation bears this name"
    meant = winner(candidates)
    if meant is None:
        return f"undecided; {len(candidates)} bear this name, and only a country or code can decide"
    if len(candidates) == 1:
        return f"{meant.entry.name}, the only one; {_how(meant)}"
    return f"{meant.entry.name}, the likeliest of {len(candidates)}; {_how(meant)}"


def _how(candidate: Candidate) -> str:
    if candidate.until is not None:
        return f"{candidate.how.value}, until {candidate.until}"
    return candidate.how.value


def _lines(candidate: Candidate, width: int) -> Iterator[str]:
    entry = candidate.entry
    yield from _wrapped(f"{entry.name}  [{', '.join(_traits(entry))}]", width, indent="")
    yield from _wrapped(f"found by: {_how(candidate)}", width)
    present = [known.name for known in entry.names if known.until is None]
    former = [_dated(known) for known in entry.names if known.until is not None]
    for label, parts in (
        ("also called", present),
        ("formerly", former),
        ("partners", list(entry.partners)),
        ("became", [entry.became] if entry.became else []),
    ):
        if parts:
            yield from _wrapped(f"{label}: {'; '.join(parts)}", width)
    for code in entry.codes:
        yield from _wrapped(f"{code.scheme} {_years(code)} – {code.source}", width)
    yield from _wrapped(f"source: {entry.source}", width)


def _traits(entry: BodyEntry) -> list[str]:
    """Return what a body is, where it is at home, whose it is, and when it was there."""
    parts = [entry.kind]
    if entry.country and entry.kind != "nation":
        since = f" since {entry.country_since}" if entry.country_since else ""
        parts.append(f"{country_name(entry.country)}{since}")
    if entry.kind == "nation":
        parts.append(entry.country or "")
    if entry.state_owned:
        parts.append("state company")
    if entry.since or entry.until:
        parts.append(f"{entry.since or ''}–{entry.until or ''}")
    return parts


def _dated(known: BodyName) -> str:
    return f"{known.name} (until {known.until})"


def _years(code: BodyCode) -> str:
    if code.until is not None:
        return f"{code.value} (until {code.until})"
    return f"{code.value} (since {code.since})" if code.since is not None else code.value


def _wrapped(line: str, width: int, *, indent: str = _INDENT) -> list[str]:
    return wrap(line, width, initial_indent=indent, subsequent_indent=indent + _INDENT)


def _datum(candidate: Candidate) -> dict[str, Any]:
    entry = candidate.entry
    return {
        "ref": entry.ref,
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country,
        "country_since": entry.country_since,
        "how": candidate.how.value,
        "until": candidate.until,
        "names": [{"name": known.name, "until": known.until} for known in entry.names],
        "identifiers": [
            {
                "scheme": code.scheme,
                "value": code.value,
                "source": code.source,
                "since": code.since,
                "until": code.until,
            }
            for code in entry.codes
        ],
        "active": {"since": entry.since, "until": entry.until, "became": entry.became},
        "partners": list(entry.partners),
        "state_owned": entry.state_owned,
        "source": entry.source,
    }
