"""Which language a report is in.

English newswire is told by its function words at once; only a text that fails this is given to
py3langid, whose tables take a second to load. Between another language and English, which has the
most odd names in it, the other must be clearly ahead: a headline of three words is no proof.
"""

from __future__ import annotations

import math
import re
from functools import cache

from onrecord.language.lexicon import lexicon

LANGUAGES = ("en",)
"""The languages we have a reader for, as ISO 639-1 codes."""

# Share of function words from which a text is taken for English unasked. Of 6,550 reports of the
# development corpora 99.6% lie above, and the median is 0.35; of twenty other languages Nigerian
# Pidgin comes nearest, with 0.13.
_CERTAINLY_ENGLISH = 0.2

# By how much another language must be likelier than English: log-likelihood per square root of
# bytes, which makes short and long texts comparable. Of 4,000 English headlines one lies above, a
# name; of the other languages' samples, even of five words, all do.
_CLEARLY_OTHER = 3.5

_WORD = re.compile(r"[^\W\d_]+")

# How much of a text is looked at.
_SAMPLE = 20_000


def identify(text: str) -> str | None:
    """Return the ISO 639 code of the language of a text, or None if too little tells it."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return None
    known = sum(word in _function_words() for word in words)
    if known / len(words) >= _CERTAINLY_ENGLISH:
        return "en"
    return _most_likely(" ".join(words))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon().entries["identification"]["function_words"])


def _most_likely(words: str) -> str | None:
    """Return the likeliest language, if it is English or clearly likelier than that."""
    import py3langid  # noqa: PLC0415 - its tables take a second to load

    ranked = py3langid.rank(words)
    code, score = ranked[0]
    if code == "en":
        return "en"
    lead = (score - dict(ranked)["en"]) / math.sqrt(len(words.encode()))
    return str(code) if lead >= _CLEARLY_OTHER else None
