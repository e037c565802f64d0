"""Bodies and people: who they are, which names are one body, what they do.

Reads the grammar of one report and the lexica `bodies.en`, `armed-groups`, `news-agencies` and
`nations`; writes entity mentions: companies with their codes, joint ventures, news agencies, armed
groups named and described, governments and ministries, forces of states, people, and other
organisations; and the nouns and pronouns that point back to them ("the company", "she") where it is
safe to say. Reporters and editors in credit lines stand outside the body and are not read.

Known limits: pronouns are resolved only as subjects, nouns only behind "the" and alone; a single
capitalised word that only the engine takes for an organisation is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.entities.codes import pattern
from onrecord.extract.entities.companies import companies
from onrecord.extract.entities.coreference import CoreferenceWords
from onrecord.extract.entities.described import described
from onrecord.extract.entities.drafts import page_of
from onrecord.extract.entities.identifying import Identifying
from onrecord.extract.entities.joining import joined, settled
from onrecord.extract.entities.lexicon import BodyWords
from onrecord.extract.entities.listed import listed
from onrecord.extract.entities.people import people
from onrecord.extract.entities.states import states
from onrecord.extract.entities.support import filed_in
from onrecord.model import Provenance
from onrecord.registry import Extractor
from onrecord.resources.companies import TABLE as COMPANIES
from onrecord.resources.companies import load_companies

if TYPE_CHECKING:
    from onrecord.model import Analysis, Mention, Report
    from onrecord.registry import MentionReader
    from onrecord.resources import Library

NAME = "entities"
VERSION = 2
BODIES = ("bodies.en", "armed-groups", "news-agencies", "government-bodies", "nations")
POINTING = ("coreference.en", "sources.en", "roles.en")
NEEDS = (*BODIES, *POINTING, COMPANIES)


def build(library: Library) -> MentionReader:
    """Return the reader of bodies and people."""
    sources = [library.lexicon(name) for name in BODIES]
    pointing = [library.lexicon(name) for name in POINTING]
    words, back = BodyWords.of(*sources), CoreferenceWords.of(*pointing)
    compiled = pattern(words)
    register = Identifying(load_companies(library))
    cited = tuple(source.citation for source in (*sources, *pointing))
    resources = (*cited, *register.companies.resources)
    read_by = Provenance(stage=NAME, version=VERSION, resources=resources)

    def read(report: Report, analysis: Analysis) -> tuple[Mention, ...]:
        page = page_of(analysis, words, back)
        year = report.published_on.year if report.published_on else None
        named = listed(page, filed_in(page, report), year)
        persons = people(page)
        drafts = settled(
            (
                *named,
                *described(page, (*named, *persons)),
                *states(page),
                *companies(page, compiled),
                *persons,
            )
        )
        return register.identified(joined(page, drafts, read_by), analysis.text, year)

    return read


EXTRACTOR = Extractor(name=NAME, version=VERSION, needs=NEEDS, build=build)
