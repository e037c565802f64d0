"""Rows of companies from several sources, in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.resources.bodies import BodyCode, BodyEntry, BodyName
from onrecord.resources.company_names import plain_words


@dataclass(kw_only=True)
class Draft:
    """A company in the making.

    Attributes:
        name: Its name; `others`: its other names, with the year in which each gave way.
        source: Where the row is from.
        rank: 0 for our own table and large indices, 1 for other indices, 2 for long lists.
        doubtful: Listings, by scheme and value, that hold only if another source has them too.
        sites: Web addresses without "www."; they tell that two rows are one company.
    """

    name: str
    source: str
    rank: int
    kind: str = "company"
    country: str | None = None
    others: dict[str, int | None] = field(default_factory=dict)
    codes: list[BodyCode] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    sites: set[str] = field(default_factory=set)
    entry: BodyEntry | None = None

    @classmethod
    def of(cls, entry: BodyEntry) -> Draft:
        """Return a row of our own table."""
        return cls(
            name=entry.name,
            source=entry.source,
            rank=0,
            kind=entry.kind,
            country=entry.country,
            others={known.name: known.until for known in entry.names},
            codes=list(entry.codes),
            entry=entry,
        )

    def add_code(self, scheme: str, value: str) -> None:
        """Add a code of this row's source, once."""
        if all((code.scheme, code.value) != (scheme, value) for code in self.codes):
            self.codes.append(BodyCode(scheme=scheme, value=value, source=self.source))


def entry_of(draft: Draft) -> BodyEntry:
    """Return a row as the register has it."""
    own = draft.entry
    names = sorted(draft.others.items(), key=lambda item: (item[1] is not None, -(item[1] or 0)))
    return BodyEntry(
        ref=own.ref if own else _ref(draft),
        name=draft.name,
        kind=draft.kind,
        source=draft.source,
        country=draft.country,
        country_since=own.country_since if own else None,
        names=tuple(BodyName(name=name, until=until) for name, until in names),
        codes=tuple(draft.codes),
        since=own.since if own else None,
        until=own.until if own else None,
        became=own.became if own else None,
        partners=own.partners if own else (),
        state_owned=own.state_owned if own else False,
        rank=draft.rank,
    )


def _ref(draft: Draft) -> str:
    """Return an identifier: the first of its codes that no exchange can give to another."""
    for scheme in ("isin", "cik", "wikidata"):
        for code in draft.codes:
            if code.scheme == scheme:
                return f"{scheme}:{code.value}"
    return f"company:{'-'.join(plain_words(draft.name))}"
