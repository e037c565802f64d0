"""The file of settings `onrecord.toml`: where it is found, and what it may say.

    [check]
    skip = ["weekday"]                # these are silenced
    fail-on = "query"                 # the least grave finding that gives exit status 1

    [check.severity]
    sources = "note"                  # no graver than this

    [[check.accept]]                  # settled: this check is silent on these words
    check = "names"
    words = "JCG Corp"

Anything else is an error, so that a slip of the pen never leaves a check on or off unseen.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from onrecord.checks.silence import GRAVEST_FIRST, Accepted, Settings, suggestion
from onrecord.errors import SettingsError
from onrecord.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "onrecord.toml"

NEVER = "never"
LEVELS = (*(one.value for one in GRAVEST_FIRST if one is not Severity.OK), NEVER)
"""What may stop a pipeline: a severity, with all that are graver, or nothing."""

_TABLE = "check"
_KEYS = ("skip", "severity", "accept", "fail-on")
_ACCEPT_KEYS = ("check", "words")


def find_settings(folder: Path) -> Path | None:
    """Return the file of settings in a folder, else in the nearest above it; None if in none."""
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
    return None


def read_settings(file: Path, known: Sequence[str]) -> Settings:
    """Return what a file of settings says.

    Args:
        file: The file.
        known: Names of all checks.

    Raises:
        SettingsError: It cannot be read, or says something we do not know.
    """
    origin = str(file)
    content = _content(file)
    _known_only(content, (_TABLE,), origin, "the file")
    table = _table(content.get(_TABLE, {}), origin, "[check]")
    _known_only(table, _KEYS, origin, "[check]")
    return Settings(
        origin=origin,
        skip=frozenset(
            _check(name, known, origin, "skip")
            for name in _list(table.get("skip", []), origin, "skip")
        ),
        ceilings=_ceilings(table.get("severity", {}), known, origin),
        accepted=tuple(
            _accepted(row, known, origin)
            for row in _list(table.get("accept", []), origin, "[[check.accept]]")
        ),
        fail_on=_level(table["fail-on"], origin) if "fail-on" in table else None,
    )


def _content(file: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
        raise SettingsError(str(file), reason, "Check the path.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(str(file), "it is not UTF-8", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(file), f"it is not TOML: {error}", "Mend that line.") from error


def _table(value: object, origin: str, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        _refuse(origin, f"{where} is no table", f"Write {where} on a line of its own.")
    return value


def _list(value: object, origin: str, where: str) -> list[object]:
    if not isinstance(value, list):
        _refuse(origin, f"{where} is no list", 'Write a list, as in skip = ["weekday"].')
    return value


def _known_only(table: Mapping[str, object], known: Sequence[str], origin: str, where: str) -> None:
    for key in table:
        if key not in known:
            _refuse(origin, f"{where} has no setting {key!r}", suggestion(key, known))


def _check(name: object, known: Sequence[str], origin: str, where: str) -> str:
    if not isinstance(name, str) or name not in known:
        _refuse(origin, f"{where} names no check: {name!r}", suggestion(str(name), known))
    return name


def _ceilings(value: object, known: Sequence[str], origin: str) -> Mapping[str, Severity]:
    table = _table(value, origin, "[check.severity]")
    levels = tuple(level for level in LEVELS if level != NEVER)
    ceilings: dict[str, Severity] = {}
    for name, level in table.items():
        if level not in levels:
            reason = f"{level!r} is no severity of the check {name!r}"
            _refuse(origin, reason, suggestion(str(level), levels))
        ceilings[_check(name, known, origin, "[check.severity]")] = Severity(level)
    return ceilings


def _accepted(row: object, known: Sequence[str], origin: str) -> Accepted:
    where = "[[check.accept]]"
    table = _table(row, origin, where)
    _known_only(table, _ACCEPT_KEYS, origin, where)
    words = table.get("words")
    if not isinstance(words, str) or not words.strip():
        _refuse(origin, f"{where} has no 'words'", "Give the words that are settled.")
    return Accepted(check=_check(table.get("check"), known, origin, where), words=words)


def _level(value: object, origin: str) -> str:
    if value not in LEVELS:
        _refuse(origin, f"fail-on cannot be {value!r}", suggestion(str(value), LEVELS))
    return str(value)


def _refuse(origin: str, reason: str, cure: str) -> NoReturn:
    raise SettingsError(origin, reason, cure)
